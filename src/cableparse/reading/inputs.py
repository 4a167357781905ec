"""Paths to bytes: what a directory holds, and what can't be read."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, TextIO

from attrs import frozen

from cableparse.model.errors import (
    EmptyDirectoryError,
    InputError,
    InputTooLargeError,
    MissingInputError,
    UnreadableInputError,
)

OUTPUT_SUFFIXES = frozenset({".json", ".jsonl"})
"""What cableparse itself writes: left out where a directory is read."""


@frozen(kw_only=True)
class Failure:
    """An input that gave no cable: its name, and the error that says why."""

    name: str
    error: Exception


def find_inputs(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
) -> Iterator[Path | Failure]:
    """Give the files that ``paths``, one or more, name; a directory gives all below it, sorted.

    Hidden files and cableparse's own output (``.json``, ``.jsonl``) are left out of a directory,
    not where they are named. A path that is missing and a directory without files give a failure.
    """
    for given in (paths,) if isinstance(paths, str | os.PathLike) else paths:
        path = Path(given)
        if path.is_dir():
            found = False
            for file in _files_below(path):
                found = True
                yield file
            if not found:
                yield _failure(EmptyDirectoryError(str(path), "the directory holds no documents"))
        elif path.exists():
            yield path
        else:
            yield _failure(MissingInputError(str(path), "there is no such file or directory"))


def read_input(
    path_or_file: str | os.PathLike[str] | BinaryIO | TextIO, max_bytes: int
) -> tuple[bytes | str, str]:
    """Give the content and the name of a path or an open file, reading no more than is allowed.

    Raises ``MissingInputError``, ``UnreadableInputError`` or ``InputTooLargeError``.
    """
    if not isinstance(path_or_file, str | os.PathLike):
        given: bytes | str = path_or_file.read(max_bytes + 1)
        return given, str(getattr(path_or_file, "name", "<file>"))
    path = Path(path_or_file)
    name = str(path)
    try:
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)  # a pipe tells no length beforehand
    except FileNotFoundError as error:
        raise MissingInputError(name, "there is no such file or directory") from error
    except OSError as error:
        raise UnreadableInputError(name, f"can't be read: {error.strerror or error}") from error
    if len(data) > max_bytes:
        raise InputTooLargeError(
            name, f"is longer than {max_bytes:,} bytes; raise max_bytes to read it"
        )
    return data, name


def _files_below(directory: Path) -> Iterator[Path | Failure]:
    unread: list[OSError] = []
    for folder, folders, files in os.walk(directory, onerror=unread.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and Path(name).suffix.lower() not in OUTPUT_SUFFIXES:
                yield Path(folder, name)
    for error in unread:
        problem = f"can't be read: {error.strerror or error}"
        yield _failure(UnreadableInputError(str(error.filename), problem))


def _failure(error: InputError) -> Failure:
    return Failure(name=error.name, error=error)
