"""Paths to files: what a directory or a pattern holds, and what can't be opened."""

import os
import re
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from attrs import frozen

from cableparse.model.errors import (
    EmptyDirectoryError,
    InputError,
    InputTooLargeError,
    MissingInputError,
    UnreadableInputError,
)
from cableparse.model.failure import Failure
from cableparse.reading.remote import (
    NO_FILE,
    RemoteFile,
    is_remote_file,
    remote_files,
    remote_input,
)

_OF_JSON = (".json", ".jsonl")
OUTPUT_SUFFIXES = (
    *_OF_JSON,
    *(suffix + packed for suffix in _OF_JSON for packed in (".gz", ".bz2", ".xz", ".zst", ".zstd")),
    *(".db", ".sqlite", ".sqlite3", ".parquet", ".graphml", ".tei.xml", ".jsonld"),
)
"""What cableparse itself writes: left out where a directory is read.

A suffix that documents have too, ``.csv``, ``.html``, ``.md``, is none of them.
"""


@frozen(kw_only=True)
class Within:
    """A member that was named with its container: ``archive.zip!a.txt``, ``cables.csv#12``."""

    file: Path | RemoteFile
    member: str

    def __str__(self) -> str:
        return self.member


Input = Path | RemoteFile | Within
"""What can be opened: a file here or elsewhere, or one member of it."""

Given = str | os.PathLike[str] | RemoteFile | Within
"""How a caller names what to read."""

GIVEN: tuple[type[Any], ...] = (str, os.PathLike, RemoteFile, Within)
"""The types of ``Given``."""


def find_inputs(paths: Given | Iterable[Given]) -> Iterator[Input | Failure]:
    """Give the files that ``paths``, one or more, name; a directory gives all below it, sorted.

    Hidden files and cableparse's own output (``OUTPUT_SUFFIXES``) are left out of a directory,
    not where they are named. A pattern (``1975/*.txt``, ``**`` for any depth) gives what it fits,
    sorted. Links to directories are not followed. A path that is missing or that no file can have,
    a pattern that fits nothing, a directory without files, and a device or a pipe that is not named
    itself give a failure. Raises ``TypeError`` for what is no path.
    """
    for given in one_by_one(paths, GIVEN):
        if isinstance(given, RemoteFile | Within):
            yield given
            continue
        if "://" in str(given):
            inside = _within_remote(str(given))
            yield from remote_files(str(given), OUTPUT_SUFFIXES) if inside is None else (inside,)
            continue
        if not os.fspath(given):  # `"$UNSET"`, and not the current folder, which Path makes of it
            yield _failure(MissingInputError("''", "an empty path names nothing"))
            continue
        path = Path(given)
        if os.path.isdir(path):
            found = False
            for file in _files_below(path):
                found = True
                yield file
            if not found:
                yield _failure(EmptyDirectoryError(str(path), "the directory holds no documents"))
        elif os.path.exists(path):
            yield path
        elif (within := _within(path)) is not None:
            yield within
        elif _PATTERN.search(str(path)):
            yield from _fitting(path)
        else:
            yield _failure(_absence(path))


def one_by_one(paths: Any, kinds: tuple[type[Any], ...]) -> Iterator[Any]:
    """Give the one or more of these ``kinds`` that a caller gave; raises ``TypeError`` for others.

    >>> list(one_by_one(b"a.txt", (str,)))
    Traceback (most recent call last):
    TypeError: a path is a str or an os.PathLike, and not bytes: os.fsdecode() makes a str of them
    """
    if isinstance(paths, kinds):
        yield paths
        return
    if isinstance(paths, bytes | bytearray) or not isinstance(paths, Iterable):
        raise no_path(paths)
    for given in paths:
        if not isinstance(given, kinds):
            raise no_path(given)
        yield given


def no_path(given: object, wanted: str = "a path is a str or an os.PathLike") -> TypeError:
    """Give the error for what is no path."""
    problem = f"{wanted}, and not {type(given).__name__}"
    if isinstance(given, bytes | bytearray):
        problem += ": os.fsdecode() makes a str of them"
    return TypeError(problem)


def input_that_is(target: os.stat_result, inputs: Iterable[object]) -> Path | None:
    """Give the first of some inputs that is the file ``target``, under whatever name.

    A member is the file that it is in. What is no regular file, a terminal or a pipe, is no input.
    """
    if not stat.S_ISREG(target.st_mode):
        return None
    for given in inputs:
        path = given.file if isinstance(given, Within) else given
        if isinstance(path, Path):
            with suppress(OSError):  # what is missing is another file
                if os.path.samestat(target, path.stat()):
                    return path
    return None


def find_input(path: str | os.PathLike[str]) -> Input:
    """Give the one file or member that a path names, whether it is there or not."""
    if "://" in str(path):
        return _within_remote(str(path)) or remote_input(str(path))
    found = Path(path)
    return found if os.path.exists(found) else _within(found) or found


def open_input(given: Path | RemoteFile) -> BinaryIO:
    """Open a file for reading; raises ``MissingInputError`` or ``UnreadableInputError``."""
    name = str(given)
    try:
        return given.open("rb")
    except FileNotFoundError as error:
        raise MissingInputError(name, _NOT_THERE) from error
    except (OSError, ValueError) as error:  # a path with a NUL is a wrong value
        raise unreadable(name, error) from error


def unreadable(name: str, error: OSError | ValueError) -> UnreadableInputError:
    """Give the error that says why a file can't be read."""
    reason = getattr(error, "strerror", None) or error
    return UnreadableInputError(name, f"can't be read: {reason}")


def too_large(name: str, content: bytes | str, most: int) -> InputTooLargeError:
    """Give the error for a content of which a parser reads so much at ``most``."""
    unit = "code points" if isinstance(content, str) else "bytes"
    return InputTooLargeError(name, f"is longer than {most:,} {unit}; raise max_bytes to read it")


def file_name(file: BinaryIO | TextIO) -> str:
    """Give what an open file is called."""
    return str(getattr(file, "name", "<file>"))


# `1975/*.txt`, `197[5-6]`
_PATTERN = re.compile(r"[*?\[]")

# `archive.zip!1975/a.txt`, `cables.csv#1042`
_INTO = re.compile(r"[!#]")


_NOT_THERE = "there is no such file or directory"


def _absence(path: Path) -> InputError:
    """Give the error that says why nothing stands at a path: a name that is too long, say."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        pass
    except (OSError, ValueError) as error:
        return unreadable(str(path), error)
    return MissingInputError(str(path), _NOT_THERE)


def _within(path: Path) -> Within | None:
    """Give the member that a path names behind the name of a file that is there."""
    name = str(path)
    for mark in _INTO.finditer(name):
        file = Path(name[: mark.start()])
        if os.path.isfile(file):
            return Within(file=file, member=name)
    return None


def _within_remote(url: str) -> Within | None:
    """Give the member that a URL names behind that of a file that is there; a file comes first."""
    marks = [mark.start() for mark in _INTO.finditer(url, url.index("://"))]
    if not marks or is_remote_file(url):  # most URLs have no such sign, and are not asked for
        return None
    for at in marks:
        if is_remote_file(url[:at]):
            return Within(file=remote_input(url[:at]), member=url)
    return None


def _fitting(pattern: Path) -> Iterator[Path | Failure]:
    """Give the files that a pattern fits, sorted; what is hidden has to be named as such."""
    fixed = 0
    while fixed < len(pattern.parts) and not _PATTERN.search(pattern.parts[fixed]):
        fixed += 1
    root, rest = Path(*pattern.parts[:fixed]), pattern.parts[fixed:]
    hidden = any(part.startswith(".") for part in rest)
    if rest[-1] == "**":  # before Python 3.13 that fits folders alone
        rest = (*rest, "*")
    try:
        found = sorted(
            path
            for path in root.glob(os.path.join(*rest))
            if not os.path.isdir(path)
            and (hidden or not any(p.startswith(".") for p in path.relative_to(root).parts))
        )
    except (OSError, ValueError) as error:
        problem = f"is no pattern that can be looked for: {error}"
        yield _failure(UnreadableInputError(str(pattern), problem))
        return
    if not found:
        yield _failure(MissingInputError(str(pattern), "no file fits the pattern"))
    yield from map(_regular, found)


def _files_below(directory: Path) -> Iterator[Path | Failure]:
    unread: list[OSError] = []
    for folder, folders, files in os.walk(directory, onerror=unread.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and not name.lower().endswith(OUTPUT_SUFFIXES):
                yield _regular(Path(folder, name))
    for error in unread:
        yield _failure(unreadable(str(error.filename), error))


def _regular(path: Path) -> Path | Failure:
    """Give the path of a file that was found, or a failure where opening it could wait for ever."""
    try:
        mode = path.stat().st_mode
    except OSError:  # a link that leads nowhere: who opens it says so
        return path
    if stat.S_ISREG(mode):
        return path
    return _failure(UnreadableInputError(str(path), NO_FILE))


def _failure(error: InputError) -> Failure:
    return Failure(name=error.name, error=error)
