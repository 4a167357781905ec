"""Files elsewhere, ``s3://bucket/cables/``, through fsspec, which is imported when one is named."""

import functools
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import PurePosixPath
from typing import Any, BinaryIO, cast

from attrs import field, frozen

from cableparse.model.errors import (
    EmptyDirectoryError,
    InputError,
    MissingInputError,
    UnreadableInputError,
)
from cableparse.model.failure import Failure

NO_FILE = "is a device or a pipe, not a file"
"""Why what stands in a folder is not opened."""


@frozen(kw_only=True)
class RemoteFile:
    """A file of a file system that fsspec knows; ``url`` names it."""

    url: str
    path: str
    system: Any = field(repr=False, eq=False)

    def __str__(self) -> str:
        return self.url

    def open(self, mode: str) -> BinaryIO:
        """Open the file; raises ``OSError``."""
        return cast("BinaryIO", self.system.open(self.path, mode))


def remote_files(url: str, left_out: tuple[str, ...]) -> Iterator[RemoteFile | Failure]:
    """Give the file of this URL or, of a folder or a pattern, the files in it, sorted.

    Hidden files are passed over, unless a pattern names them as such, and so are those in a folder
    with a suffix that is ``left_out``. A device or a pipe that a folder has is a failure in its
    place.
    """
    pipes: frozenset[str] = frozenset()
    try:
        file = remote_input(url)
        if file.system.isfile(file.path):
            yield file
            return
        if _has_pattern(file.path):
            root, hidden = _parted(file.path)
            found = [
                path
                for path in file.system.glob(file.path)
                if file.system.isfile(path) and (hidden or not _is_hidden(path, root))
            ]
            none: InputError = MissingInputError(url, "no file fits the pattern")
        elif file.system.isdir(file.path):
            below = file.system.find(file.path, detail=True)
            found = [
                path
                for path in below
                if not _is_hidden(path, file.path) and not path.lower().endswith(left_out)
            ]
            pipes = frozenset(path for path in found if _is_pipe(file.system, below[path]))
            none = EmptyDirectoryError(url, "the directory holds no documents")
        else:
            found, none = [], MissingInputError(url, "there is no such file or directory")
    except InputError as error:
        yield Failure(name=url, error=error)
        return
    except Exception as error:  # each file system has its own, and the others are still read
        yield Failure(name=url, error=_unreadable(url, error))
        return
    if not found:
        yield Failure(name=url, error=none)
    for path in sorted(found):
        # A system says its paths with or without the protocol; a name is a URL again.
        name = file.system.unstrip_protocol(path)
        if path in pipes:
            yield Failure(name=name, error=UnreadableInputError(name, NO_FILE))
        else:
            yield RemoteFile(url=name, path=path, system=file.system)


def remote_input(url: str) -> RemoteFile:
    """Give the file of this URL, whether it is there or not.

    Raises ``UnreadableInputError`` where fsspec, or what it needs for such a URL, is missing.
    """
    try:
        system, path = _fsspec().core.url_to_fs(url)
    except ModuleNotFoundError as error:
        raise UnreadableInputError(
            url, "is elsewhere: pip install 'cableparse[remote]' to read it"
        ) from error
    except Exception as error:
        raise _unreadable(url, error) from error
    return RemoteFile(url=url, path=path, system=system)


def is_remote_file(url: str) -> bool:
    """Tell whether a file is there; what can't be told, who opens it finds out."""
    try:
        file = remote_input(url)
        return bool(file.system.isfile(file.path))
    except Exception:  # each file system has its own
        return False


def _unreadable(url: str, error: Exception) -> UnreadableInputError:
    return UnreadableInputError(url, f"can't be read: {type(error).__name__}: {error}")


def _is_pipe(system: Any, info: Mapping[str, Any]) -> bool:
    """Tell whether opening what a folder has could wait for ever: a pipe here, ``file:///pipes``.

    Links are ``other`` too. One that leads nowhere, or to a folder, is left to who opens it.
    """
    path = info["name"]
    return (
        info["type"] == "other"
        and system.exists(path)
        and not system.isfile(path)
        and not system.isdir(path)
    )


def _has_pattern(path: str) -> bool:
    return any(sign in path for sign in "*?[")


def _parted(pattern: str) -> tuple[str, bool]:
    """Give the folder that a pattern begins with, and whether the rest names what is hidden."""
    parts = pattern.split("/")
    fixed = next(at for at, part in enumerate(parts) if _has_pattern(part))
    return "/".join(parts[:fixed]), any(part.startswith(".") for part in parts[fixed:])


def _is_hidden(path: str, folder: str) -> bool:
    """Tell whether a part of a path below a folder is hidden."""
    # A system says its paths with the slash before them or without it, and not always alike.
    parts = PurePosixPath(path.strip("/")).relative_to(folder.strip("/")).parts
    return any(part.startswith(".") for part in parts)


@functools.cache
def _fsspec() -> Any:
    return import_module("fsspec")
