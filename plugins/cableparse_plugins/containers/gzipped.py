"""What is in a gzip file, read in blocks whatever stands behind its streams.

::

    file    = stream {stream} [zeros]
    stream  = header deflated checksum length

Python's ``gzip`` reads such zeros one by one, and a file may be padded with gigabytes of them.
Source: RFC 1952, sections 2.2 and 2.3.
"""

import zlib
from typing import Any, BinaryIO

from cableparse_plugins.containers.streams import CHUNK

_MAGIC = b"\x1f\x8b"
_BLOCK = 4 * CHUNK
_ZEROS = bytes(_BLOCK)


class GzipStream:
    """The bytes of all streams of a gzip file, one behind the other."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._stream = decompressor()
        self._packed = b""
        self._ended = False

    def read(self, length: int) -> bytes:
        """Give at most ``length`` bytes, none at the end.

        Raises ``EOFError`` for a file that breaks off, ``OSError`` where what stands behind a
        stream is neither another one nor zeros, and ``zlib.error`` for other damage.
        """
        while not self._ended and length > 0:
            if self._stream.eof:
                self._next()
                continue
            packed = self._packed or self._file.read(CHUNK)
            # What it has no room for it may keep, so that it is asked once more at the end.
            data: bytes = self._stream.decompress(packed, length)
            self._packed = self._stream.unused_data or self._stream.unconsumed_tail
            if data:
                return data
            if not packed:
                raise EOFError("the file ends before its last stream does")
        return b""

    def _next(self) -> None:
        """Go on to the next stream, or to the end, over the zeros that stand there."""
        self._packed = self._packed.lstrip(b"\0")
        while not self._packed:
            block = self._file.read(_BLOCK)
            if not block:
                self._ended = True
                return
            if block != _ZEROS[: len(block)]:  # quicker than to strip each block
                self._packed = block.lstrip(b"\0")
        if len(self._packed) < len(_MAGIC):
            self._packed += self._file.read(CHUNK)
        if not self._packed.startswith(_MAGIC):
            raise OSError("what stands behind a stream is no other one")
        self._stream = decompressor()


def decompressor() -> Any:
    """Give what unpacks one stream, with its header and its checksum."""
    return zlib.decompressobj(16 + zlib.MAX_WBITS)
