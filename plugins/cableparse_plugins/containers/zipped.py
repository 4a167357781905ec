"""Zip archives, their members read one after the other and nothing unpacked to disk."""

import stat
import zipfile
from collections.abc import Iterable, Iterator
from typing import IO, BinaryIO, cast

from cableparse import (
    Claim,
    Container,
    ContainerError,
    ContainerLimitError,
    Failure,
    Member,
    OpenMember,
    hookimpl,
)
from cableparse_plugins.containers.streams import (
    CHUNK,
    LARGEST_DIRECTORY,
    Part,
    leads_out,
    opening,
    passed_over,
    refused,
    seekable,
)
from cableparse_plugins.containers.zip_directory import archives_of

# A file of a word processor or a program is a zip archive too, and no collection of documents:
# these stand first in it.
_OF_PROGRAMS = (b"[Content_Types].xml", b"mimetype", b"META-INF/", b"_rels/")

# What these give for some bytes can't be bounded, so that they get a few at a time.
_UNBOUNDED = frozenset({zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA, 93})  # 93: Zstandard
_FEW = 4096


class ZipContainer:
    """Every file of an archive; directories and hidden files are passed over."""

    name = "zip"
    looks_for = "a zip archive"

    def claim(self, name: str, beginning: bytes) -> Claim | None:  # noqa: ARG002
        """Claim what begins as a zip archive does, but for documents of word processors."""
        if not beginning.startswith((b"PK\x03\x04", b"PK\x05\x06")):
            return None
        if beginning[30:].startswith(_OF_PROGRAMS):
            return None
        return Claim(score=0.9, evidence="the signature of a zip archive")

    def members(self, file: BinaryIO, name: str) -> Iterator[Member | OpenMember | Failure]:
        """Give the files in the order of the archive's directory."""
        archives = archives_of(cast("BinaryIO", _Bounded(seekable(file, name), name)))
        while True:
            with opening(name):
                archive = next(archives, None)
            if archive is None:
                return
            with archive:
                for info in archive.infolist():
                    if not info.is_dir() and not passed_over(info.filename):
                        yield _member(archive, info, f"{name}!{info.filename}")


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> OpenMember | Failure:
    if stat.S_ISLNK(info.external_attr >> 16):
        return refused(name, "is a link, and links are not followed")
    if failure := leads_out(name, info.filename):
        return failure
    if info.flag_bits & 1:
        problem = "is locked with a password: unpack the archive to read it"
        return Failure(name=name, error=ContainerError(name, problem))
    most = _FEW if info.compress_type in _UNBOUNDED else CHUNK
    opened: list[IO[bytes]] = []

    def read(length: int) -> bytes:
        if not opened:
            opened.append(archive.open(info))
        return opened[0].read(length)

    return OpenMember(name=name, file=cast("BinaryIO", Part(name, read, most)))


class _Bounded:
    """The archive's file; a directory that is read as a whole may not be too long."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._file = file
        self._name = name
        self.seek = file.seek
        self.tell = file.tell
        self.seekable = file.seekable

    def read(self, length: int = -1) -> bytes:
        if length > LARGEST_DIRECTORY:
            raise ContainerLimitError(
                self._name, f"its list of members is longer than {LARGEST_DIRECTORY:,} bytes"
            )
        return self._file.read(length)


@hookimpl
def cableparse_containers() -> Iterable[Container]:
    """Register the container."""
    return [ZipContainer()]
