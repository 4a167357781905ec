"""7z archives, through py7zr (``pip install 'cableparse[7z]'``), read as a stream.

py7zr's own ``extract`` hands over a file when all of it is unpacked and keeps what a solid block
has read so far. Here each block is unpacked a little at a time and cut into its files: its list of
members and its decompressors are py7zr's, ``SevenZipFile.files`` and ``Folder.get_decompressor``.
"""

import zlib
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any, BinaryIO, cast

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
    guarded,
    leads_out,
    opening,
    passed_over,
    refused,
    seekable,
)

_MAGIC = b"7z\xbc\xaf\x27\x1c"

# Some decompressors give all that a read holds at once, and keep what they have no room for: so
# they get a few bytes at a time, which are 128 MiB of blanks at most.
_FEW = 4096

# PPMd is none of them: its decoder breaks Python's memory when bytes are damaged.
_METHODS = {
    b"\x00": "Copy",
    b"\x21": "LZMA2",
    b"\x03\x01\x01": "LZMA",
    b"\x03": "Delta",
    b"\x04": "BCJ",
    b"\x03\x03\x01\x03": "BCJ",
    b"\x04\x01\x08": "Deflate",
    b"\x04\x02\x02": "BZip2",
    b"\x04\xf7\x11\x01": "Zstandard",
}
"""The methods that are known to stand damage."""

_LOCKED = "is locked with a password: unpack it to read it"


class SevenZipContainer:
    """Every file of an archive; directories and hidden files are passed over."""

    name = "7z"
    looks_for = "a 7z archive (needs the extra 7z)"

    def claim(self, name: str, beginning: bytes) -> Claim | None:  # noqa: ARG002
        """Claim what begins as a 7z archive does."""
        if not beginning.startswith(_MAGIC):
            return None
        return Claim(score=0.9, evidence="the signature of a 7z archive")

    def members(self, file: BinaryIO, name: str) -> Iterator[Member | OpenMember | Failure]:
        """Give the files in the order in which they are packed."""
        try:
            py7zr = import_module("py7zr")
        except ModuleNotFoundError as error:
            problem = "is a 7z archive: pip install 'cableparse[7z]' to read it"
            raise ContainerError(name, problem) from error
        file = seekable(file, name)
        _refuse_long_header(file, name)
        with opening(name):
            try:
                archive = py7zr.SevenZipFile(file)
            except py7zr.PasswordRequired as error:
                raise ContainerError(name, _LOCKED) from error
        with archive:
            if archive.needs_password():
                raise ContainerError(name, _LOCKED)
            yield from _files(archive, file, name)


def _refuse_long_header(file: BinaryIO, name: str) -> None:
    """Raise ``ContainerLimitError`` for a list of members that would fill the memory."""
    start = file.tell()
    size = int.from_bytes(file.read(32)[20:28], "little")
    file.seek(start)
    if size > LARGEST_DIRECTORY:
        raise ContainerLimitError(
            name, f"its list of members is longer than {LARGEST_DIRECTORY:,} bytes"
        )


def _files(archive: Any, file: BinaryIO, name: str) -> Iterator[OpenMember | Failure]:
    blocks = _Blocks(archive, file, name)
    for entry in archive.files:
        if entry.is_directory:
            continue
        with opening(name):
            inner = str(entry.filename)
            part = _File(blocks, entry, f"{name}!{inner}")
        if entry.is_symlink or entry.is_junction:
            yield refused(part.name, "is a link, and links are not followed")
        elif entry.is_socket:
            yield refused(part.name, "is a device or a pipe, not a file")
        elif failure := leads_out(part.name, inner):
            yield failure
        elif not passed_over(inner):
            yield OpenMember(name=part.name, file=cast("BinaryIO", Part(part.name, part.read)))
        part.end()


class _Blocks:
    """The blocks of an archive, each the stream of the files in it."""

    def __init__(self, archive: Any, file: BinaryIO, name: str) -> None:
        self._file = file
        self._name = name
        self._start = archive.afterheader
        streams = getattr(archive.header, "main_streams", None)
        folders = streams.unpackinfo.folders if streams else []
        # An archive may have a block for each of its files.
        self._indexes = {id(folder): index for index, folder in enumerate(folders)}
        self._positions = list(streams.packinfo.packpositions) if streams else []
        self._current: Any = None
        self._stream: BinaryIO | None = None
        self._lost: Any = None
        self._why = ""

    def lose(self, folder: Any, why: str) -> None:
        """Note that a block can't be read on: where the next file in it begins, nobody can tell."""
        self._lost, self._why = folder, why

    def of(self, folder: Any) -> BinaryIO:
        """Give the block's stream where it stands; another block than before begins anew.

        Raises ``ContainerError`` for a block that is lost.
        """
        if folder is self._lost:
            raise ContainerError(self._name, self._why)
        if self._stream is None or folder is not self._current:
            self._current = folder
            self._stream = self._begun(folder)
        return self._stream

    def _begun(self, folder: Any) -> BinaryIO:
        for coder in folder.coders:
            if bytes(coder["method"]) not in _METHODS:
                known = ", ".join(sorted({*_METHODS.values()}))
                raise ContainerError(
                    self._name,
                    f"is packed by a method that is not read safely ({coder['method'].hex()}): "
                    f"pack it anew by one of {known}",
                )
        index = self._indexes[id(folder)]
        # A block of several packed streams (BCJ2) is one that py7zr doesn't unpack either.
        start, end = self._positions[index : index + 2]
        self._file.seek(self._start + start)
        unpacker = folder.get_decompressor(end - start, reset=True)
        packed = _Few(self._file)
        # Some have no end mark, and must not be asked for more than there is.
        left = int(folder.get_unpack_size())

        def read(length: int) -> bytes:
            nonlocal left
            while left:
                before = packed.count
                data = unpacker.decompress(packed, min(length, left))
                left -= len(data)
                if data or packed.count == before:
                    return bytes(data)
            return b""

        return guarded(self._name, read, lambda: packed.count)


class _Few:
    """A file that gives a few bytes at a time, and counts them."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.count = 0

    def read(self, length: int) -> bytes:
        data = self._file.read(min(length, _FEW))
        self.count += len(data)
        return data


class _File:
    """One file in a block; its checksum is compared when its last byte was read."""

    def __init__(self, blocks: _Blocks, entry: Any, name: str) -> None:
        self.name = name
        self._blocks = blocks
        self._entry = entry
        self._left = 0 if entry.emptystream else int(entry.uncompressed)
        self._checksum = 0

    def read(self, length: int) -> bytes:
        """Read on; raises ``ContainerError`` where the archive is damaged."""
        if not self._left:
            return b""
        try:
            data = self._blocks.of(self._entry.folder).read(min(length, self._left))
        except ContainerLimitError:
            raise
        except ContainerError as error:
            raise self._lost(error.problem) from error
        if not data:
            raise self._lost("is damaged: the archive ends before it does")
        self._left -= len(data)
        self._checksum = zlib.crc32(data, self._checksum)
        if not self._left and self._entry.crc32 not in {None, self._checksum}:
            raise ContainerError(self.name, "is damaged: its checksum is wrong")
        return data

    def end(self) -> None:
        """Read what nobody has read: the next file stands behind it."""
        try:
            while self.read(CHUNK):
                pass
        except ContainerLimitError:
            raise
        except ContainerError:  # whoever read the file was told
            pass

    def _lost(self, why: str) -> ContainerError:
        """Give the error that names this file, and let those behind it in the block say the same.

        A decompressor that failed once says nothing of use the second time.
        """
        self._blocks.lose(self._entry.folder, why)
        return ContainerError(self.name, why)


@hookimpl
def cableparse_containers() -> Iterable[Container]:
    """Register the container."""
    return [SevenZipContainer()]
