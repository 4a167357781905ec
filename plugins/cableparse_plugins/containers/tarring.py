"""Walks through a tar archive's stream; imported when the first one is opened."""

import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, BinaryIO, Literal, Self, cast

from cableparse import ContainerLimitError, Failure, OpenMember
from cableparse_plugins.containers.streams import Part, leads_out, opening, passed_over, refused

_LONGEST_HEADER = 1024 * 1024
_AT_ONCE = 256 * 1024  # a long member that is not read is passed over in such steps
_LONG = frozenset(
    {
        tarfile.XHDTYPE,
        tarfile.XGLTYPE,
        tarfile.SOLARIS_XHDTYPE,
        tarfile.GNUTYPE_LONGNAME,
        tarfile.GNUTYPE_LONGLINK,
    }
)


class _DamagedError(Exception):
    """A header that is none: tarfile takes it for the archive's end, and we don't."""


class _LongHeaderError(Exception):
    """A header that would be read into memory as a whole."""


class _Entry(tarfile.TarInfo):
    """A header, as tarfile reads it, but for what would be passed over or fill the memory."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        try:
            entry = super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError as error:
            if len(buf) == tarfile.BLOCKSIZE and not any(buf):
                raise  # the end
            raise _DamagedError(f"it breaks off, or a header is damaged ({error})") from error
        if entry.type in _LONG and entry.size > _LONGEST_HEADER:
            raise _LongHeaderError(f"has a header longer than {_LONGEST_HEADER:,} bytes")
        return entry


def members(stream: BinaryIO, name: str) -> Iterator[OpenMember | Failure]:
    """Give the files in the order in which they stand; links and devices are failures."""
    # In a file that can seek, a long member that is passed over is not read.
    how: Literal["r:", "r|"] = "r:" if stream.seekable() else "r|"
    with _walking(name):
        archive = tarfile.open(  # noqa: SIM115
            fileobj=stream, mode=how, tarinfo=_Entry, bufsize=_AT_ONCE
        )
    with archive:
        while True:
            with _walking(name):
                entry = archive.next()
            if entry is None:
                return
            # tarfile keeps them all, for those who want to go back.
            archive.members.clear()  # type: ignore[attr-defined]
            if not entry.isdir() and not passed_over(entry.name):
                yield _member(archive, entry, f"{name}!{entry.name}")


@contextmanager
def _walking(name: str) -> Iterator[None]:
    with opening(name):
        try:
            yield
        except _LongHeaderError as error:
            raise ContainerLimitError(name, str(error)) from error


def _member(archive: tarfile.TarFile, entry: tarfile.TarInfo, name: str) -> OpenMember | Failure:
    if entry.issym() or entry.islnk():
        return refused(name, f"is a link to {entry.linkname}, and links are not followed")
    if not entry.isreg():
        return refused(name, "is a device or a pipe, not a file")
    if failure := leads_out(name, entry.name):
        return failure
    file = cast("IO[bytes]", archive.extractfile(entry))
    return OpenMember(name=name, file=cast("BinaryIO", Part(name, file.read)))
