"""What the containers share: names, errors with names, files that are read on, a guard."""

import io
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

from cableparse import (
    CableparseError,
    ContainerError,
    ContainerLimitError,
    Failure,
    RefusedMemberError,
)

CHUNK = 64 * 1024
LARGEST_DIRECTORY = 64 * 1024 * 1024
"""Bytes of an archive's list of members that is read as a whole: some 700,000 of them, and 1 GB of
memory at most."""

_HELD = 256 * 1024 * 1024  # bytes of an archive that has to be held in memory, as it can't seek
_FREE = 256 * 1024 * 1024
_MOST_RATIO = 200


@contextmanager
def opening(name: str) -> Iterator[None]:
    """Let what is raised by a library come out as a ``ContainerError`` that names the file."""
    try:
        yield
    except CableparseError:
        raise
    except Exception as error:  # what a damaged archive makes a library raise has no end
        said = f"{type(error).__name__}: {error}".rstrip(": ")
        raise ContainerError(
            name, f"is damaged, or of a kind that can't be read: {said}"
        ) from error


class Part(io.RawIOBase):
    """A stretch of an archive as a file: ``read`` gives what comes next, no more than it is asked.

    ``most`` is how much is asked for at once.
    """

    def __init__(self, name: str, read: Callable[[int], bytes], most: int = CHUNK) -> None:
        self._name = name
        self._read = read
        self._most = most

    def readable(self) -> bool:
        """Say that it can be read; it can do nothing else."""
        return True

    def read(self, size: int = -1, /) -> bytes:
        """Read what comes next; raises ``ContainerError`` where the archive is damaged."""
        if size < 0:
            return self.readall()
        with opening(self._name):
            return self._read(min(size, self._most))

    def readinto(self, buffer: Any) -> int:
        """Read into a buffer; raises what :meth:`read` raises."""
        data = self.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


class Metered(io.RawIOBase):
    """A file that counts what was read of it."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.count = 0

    def readable(self) -> bool:
        """Say that it can be read; it can do nothing else."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read into a buffer."""
        data = self._file.read(len(buffer)) or b""
        buffer[: len(data)] = data
        self.count += len(data)
        return len(data)


def buffered(file: BinaryIO) -> io.BufferedReader:
    """Give a file whose beginning can be looked at before it is read; it leaves ``file`` open."""
    return io.BufferedReader(Metered(file), CHUNK)


def guarded(
    name: str, read: Callable[[int], bytes], packed: Callable[[], int]
) -> io.BufferedReader:
    """Give what ``read`` unpacks as a stream, which ends with an error where it is a bomb.

    ``packed`` tells how many bytes it was unpacked from so far.
    """
    unpacked = 0

    def some(length: int) -> bytes:
        nonlocal unpacked
        data = read(length)
        unpacked += len(data)
        if unpacked > _FREE and unpacked > _MOST_RATIO * packed():
            raise ContainerLimitError(
                name, f"unpacks to more than {_MOST_RATIO} times its length, as a bomb does"
            )
        return data

    return io.BufferedReader(Part(name, some), CHUNK)


def seekable(file: BinaryIO, name: str) -> BinaryIO:
    """Give a file that can seek: a stream is held in memory, if it is no longer than 256 MiB."""
    if file.seekable():
        return file
    held = io.BytesIO()
    while data := file.read(CHUNK):
        held.write(data)
        if held.tell() > _HELD:
            raise ContainerLimitError(
                name,
                f"can't be read as a stream, and is longer than {_HELD:,} bytes: "
                "save it as a file of its own first",
            )
    held.seek(0)
    return held


def passed_over(inner: str) -> bool:
    """Say whether a member is hidden, or what macOS puts beside files: a folder's are not read."""
    parts = inner.replace("\\", "/").split("/")
    return any(
        (part.startswith(".") and part not in {".", ".."}) or part == "__MACOSX" for part in parts
    )


# `/etc/passwd`, `C:\\cables\\a.txt`, `../a.txt`
_LEADS_OUT = re.compile(r"[/\\]|[A-Za-z]:|(?:.*[/\\])?\.\.(?:[/\\]|$)", re.DOTALL)


def refused(name: str, problem: str) -> Failure:
    """Give the failure for a member that is not read."""
    return Failure(name=name, error=RefusedMemberError(name, problem))


def leads_out(name: str, inner: str) -> Failure | None:
    """Give a failure for a member whose name leads out of its archive; None for any other."""
    if _LEADS_OUT.match(inner):
        return refused(name, "its name leads out of the archive, so it is not read")
    return None
