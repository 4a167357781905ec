"""A zip archive's directory a stretch at a time, for ``zipfile`` holds all of one in memory.

::

    archive   = members directory [end64 locator64] end
    directory = {entry}
    entry     = 46 bytes, of which three say how long they are: name, extra field, comment

Each stretch of a long directory is given to ``zipfile`` as that of an archive of its own, whose
members stand where they do. Whatever is not as it should be is left to ``zipfile``, which says so.
Source: PKWARE's APPNOTE.TXT 6.3.10, sections 4.3.12 to 4.3.16.
"""

import io
import struct
import zipfile
from collections.abc import Iterator
from typing import IO, BinaryIO, cast

from attrs import frozen

LONG = 1 << 20
"""Bytes of a directory that is read in stretches: of some 10,000 members."""
STRETCH = 1 << 18
"""Bytes of a directory that are read at once, of more than its longest entry has."""

_END = struct.Struct("<4s4H2LH")
_END64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR64 = struct.Struct("<4sLQL")
_LENGTHS = struct.Struct("<3H")
_ENTRY, _LENGTHS_AT = 46, 28
_ENTRY_SIGN, _END_SIGN, _END64_SIGN = b"PK\x01\x02", b"PK\x05\x06", b"PK\x06\x06"
_LOCATOR64_SIGN = b"PK\x06\x07"
_LONGEST_COMMENT = 0xFFFF
_LARGEST = 0xFFFF_FFFF


@frozen
class Directory:
    """Where a directory stands, how long it is, and where the archive says that it stands.

    The two places differ where something was put before the archive.
    """

    start: int
    size: int
    said: int


def archives_of(file: BinaryIO) -> Iterator[zipfile.ZipFile]:
    """Give the archive in a file that can seek, or several that have its members in their order.

    Raises what ``zipfile`` raises. None of them closes the file.
    """
    directory = find_directory(file)
    if directory is None or directory.size <= LONG:
        yield zipfile.ZipFile(cast("IO[bytes]", file))
        return
    at, end = directory.start, directory.start + directory.size
    while at < end:
        file.seek(at)
        data = file.read(min(STRETCH, end - at))
        count, length = _whole_entries(data)
        stretch = data[:length] or data
        behind = _end_of(count, len(stretch), directory.said)
        yield zipfile.ZipFile(cast("IO[bytes]", _Stretch(file, directory.start, stretch + behind)))
        at += len(stretch) or end


def find_directory(file: BinaryIO) -> Directory | None:
    """Find the directory of the archive in a file that can seek; None where it can't be found."""
    length = file.seek(0, io.SEEK_END)
    tail = _read_at(file, max(0, length - _END.size - _LONGEST_COMMENT), length)
    at = len(tail) - _END.size
    if not (tail.startswith(_END_SIGN, max(0, at)) and tail.endswith(b"\0\0")):
        at = tail.rfind(_END_SIGN)
    if at < 0 or at + _END.size > len(tail):
        return None
    *_, size, said, _ = _END.unpack_from(tail, at)
    end = length - len(tail) + at
    above = _read_at(file, max(0, end - _LOCATOR64.size - _END64.size), end)
    if above[_END64.size :].startswith(_LOCATOR64_SIGN) and above.startswith(_END64_SIGN):
        *_, size, said = _END64.unpack_from(above)
        end -= len(above)
    start = end - size
    return Directory(start, size, said) if 0 <= said <= start else None


def _read_at(file: BinaryIO, start: int, end: int) -> bytes:
    file.seek(start)
    return file.read(end - start)


def _whole_entries(data: bytes) -> tuple[int, int]:
    """Give how many whole entries stand at the beginning, and how long they are together."""
    count = at = 0
    while data.startswith(_ENTRY_SIGN, at) and at + _ENTRY <= len(data):
        behind = at + _ENTRY + sum(_LENGTHS.unpack_from(data, at + _LENGTHS_AT))
        if behind > len(data):
            break
        count, at = count + 1, behind
    return count, at


def _end_of(count: int, size: int, said: int) -> bytes:
    """Give the end of an archive whose directory has so many entries and bytes."""
    end64 = b""
    if said >= _LARGEST:
        end64 = _END64.pack(_END64_SIGN, 44, 45, 45, 0, 0, count, count, size, said)
        end64 += _LOCATOR64.pack(_LOCATOR64_SIGN, 0, said + size, 1)
    return end64 + _END.pack(_END_SIGN, 0, 0, count, count, size, min(said, _LARGEST), 0)


class _Stretch:
    """The archive's file up to its directory, and other bytes from there on."""

    def __init__(self, file: BinaryIO, start: int, behind: bytes) -> None:
        self._file = file
        self._start = start
        self._behind = behind
        self._at = 0

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at}
        self._at = offset + base.get(whence, self._start + len(self._behind))
        if self._at < 0:
            raise OSError(f"there is nothing at {self._at}")
        return self._at

    def read(self, length: int = -1) -> bytes:
        end = self._start + len(self._behind)
        end = end if length < 0 else min(end, self._at + length)
        data = b""
        if self._at < self._start:
            self._file.seek(self._at)
            data = self._file.read(min(end, self._start) - self._at)
        data += self._behind[max(0, self._at - self._start) : max(0, end - self._start)]
        self._at += len(data)
        return data
