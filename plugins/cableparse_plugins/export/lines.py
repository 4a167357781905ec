"""A file of records one after the other, plain or compressed, that can be gone on with."""

import os
import zlib
from collections.abc import Callable
from io import FileIO
from os import PathLike, fspath
from pathlib import Path
from typing import Literal, Protocol, Self, TextIO

from cableparse import Cable, ExportRefusedError, MissingExtraError, Target
from cableparse_plugins.zstandard import zstd

_ENOUGH = 1 << 20  # bytes that are kept back, to be written at once


class Compressor(Protocol):
    """What zlib and Zstandard call a compression object."""

    def compress(self, data: bytes, /) -> bytes:
        """Take data in, and give what is ready."""
        ...

    def flush(self) -> bytes:
        """End the frame, and give the rest of it."""
        ...


class RecordFile:
    """A path or an open text stream that encoded records are written to.

    A path that ends in ``.gz`` or ``.zst`` is compressed: a frame from checkpoint to checkpoint,
    so that the file can be cut back to each. ``first`` is what a new file begins with; ``token``
    is the offset to go on from.
    """

    def __init__(
        self,
        target: Target,
        *,
        first: bytes = b"",
        token: int | None = None,
    ) -> None:
        self._target = target
        self._first = first
        self._token = token
        self._stream: TextIO | None = None
        self._file: FileIO | None = None
        self._kept: list[bytes] = []
        self._size = 0
        self._good = 0
        self._frames: Callable[[], Compressor] | None = None
        self._frame: Compressor | None = None

    def __enter__(self) -> Self:
        if not isinstance(self._target, str | PathLike):
            self._stream = self._target
        else:
            self._frames = _compression(fspath(self._target))
            mode: Literal["wb", "r+b"] = "wb" if self._token is None else "r+b"
            self._file = Path(self._target).open(mode, buffering=0)
            if self._token is not None:
                self._go_on(self._file, self._token)
        if self._token is None and self._first:
            self.write_encoded(self._first)
        return self

    def __exit__(self, kind: type[BaseException] | None, *exception: object) -> None:
        if self._file is None:
            return
        try:
            self._end_frame(self._file)
        finally:
            self._file.close()

    def write_encoded(self, encoded: bytes) -> None:
        """Write the record of a cable."""
        if self._file is not None:
            if self._frames is not None:
                if self._frame is None:
                    self._frame = self._frames()
                encoded = self._frame.compress(encoded)
            self._kept.append(encoded)
            self._size += len(encoded)
            if self._size >= _ENOUGH:
                self._drain(self._file)
        elif self._stream is not None:
            self._stream.write(encoded.decode("utf-8"))
        else:
            raise ValueError("the writer is not open: use it in a with statement")

    def checkpoint(self) -> int | None:
        """End what is begun, and give the length of the file; None for a stream."""
        if self._file is None:
            return None
        self._end_frame(self._file)
        os.fsync(self._file.fileno())
        return self._file.tell()

    def _go_on(self, file: FileIO, token: int) -> None:
        try:
            if os.fstat(file.fileno()).st_size < token:
                problem = "is shorter than its journal says; delete both to begin anew"
                raise ExportRefusedError(fspath(str(self._target)), problem)
            file.truncate(token)
            self._good = file.seek(token)
        except BaseException:
            file.close()
            raise

    def _end_frame(self, file: FileIO) -> None:
        if self._frame is not None:
            self._kept.append(self._frame.flush())
            self._frame = None
        self._drain(file)
        self._good = file.tell()

    def _drain(self, file: FileIO) -> None:
        data = memoryview(b"".join(self._kept))
        self._kept.clear()
        self._size = 0
        try:
            while data:
                data = data[file.write(data) :]
        except OSError:
            # The disk is full, say: no half of a record is left, and of a frame nothing.
            file.truncate(file.seek(self._good))
            self._frame = None
            raise
        if self._frames is None:
            self._good = file.tell()


class RecordWriter(RecordFile):
    """Writes cables, a record each, as ``encode`` gives it."""

    def __init__(
        self,
        target: Target,
        encode: Callable[[Cable], bytes],
        *,
        first: bytes = b"",
        token: int | None = None,
    ) -> None:
        super().__init__(target, first=first, token=token)
        self._encode = encode

    def write(self, cable: Cable) -> None:
        """Write one cable."""
        self.write_encoded(self._encode(cable))


def _compression(path: str) -> Callable[[], Compressor] | None:
    if path.lower().endswith(".gz"):
        return lambda: zlib.compressobj(wbits=31)  # a gzip member, which says no time
    if path.lower().endswith(".zst"):
        try:
            compressor: Callable[[], Compressor] = zstd().ZstdCompressor
        except ModuleNotFoundError as error:
            raise MissingExtraError("a .zst file", "backports.zstd", "zstd") from error
        return compressor
    return None
