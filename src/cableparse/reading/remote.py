"""Files elsewhere, ``s3://bucket/cables/``, through fsspec, which is imported when one is named."""

import functools
from collections.abc import Iterator, Mapping, Set
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


def remote_files(url: str, left_out: Set[str]) -> Iterator[RemoteFile | Failure]:
    """Give the file of this URL or, of a folder or a pattern, the files in it, sorted.

    Hidden files and those with a suffix that is ``left_out`` are passed over, as in a directory. A
    device or a pipe that a folder has is a failure in its place.
    """
    pipes: frozenset[str] = frozenset()
    try:
        file = remote_input(url)
        if file.system.isfile(file.path):
            yield file
            return
        if any(sign in file.path for sign in "*?["):
            found = [path for path in file.system.glob(file.path) if file.system.isfile(path)]
            none: InputError = MissingInputError(url, "no file fits the pattern")
        elif file.system.isdir(file.path):
            below = file.system.find(file.path, detail=True)
            found = [path for path in below if _shown(path, file, left_out)]
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


def _shown(path: str, folder: RemoteFile, left_out: Set[str]) -> bool:
    parts = PurePosixPath(path).relative_to(folder.path).parts
    return (
        not any(part.startswith(".") for part in parts)
        and PurePosixPath(path).suffix.lower() not in left_out
    )


@functools.cache
def _fsspec() -> Any:
    return import_module("fsspec")
