"""The ways to compress a stream: how each begins, and how it is unpacked."""

import bz2
import io
import lzma
from collections.abc import Callable
from typing import Any, BinaryIO, cast

from attrs import frozen

from cableparse import ContainerError
from cableparse_plugins.containers.gzipped import GzipStream, decompressor
from cableparse_plugins.containers.streams import CHUNK, Metered, guarded, opening
from cableparse_plugins.zstandard import zstd

BLOCK = 512
"""Bytes of a tar archive's block: the first one is what tells such an archive."""


@frozen
class Packing:
    """One way: its name, how it may begin, the suffixes of packed files and of packed tars."""

    name: str
    magic: tuple[bytes, ...]
    suffixes: tuple[str, ...]
    tar_suffixes: tuple[str, ...]
    open: Callable[[BinaryIO], Any]
    decompressor: Callable[[], Any]


def packing_of(beginning: bytes) -> Packing | None:
    """Give how a file is compressed; None where it is not."""
    for packing in PACKINGS:
        if beginning.startswith(packing.magic):
            return packing
    return None


def first_block(packing: Packing, beginning: bytes) -> bytes:
    """Give the first 512 bytes that are packed in ``beginning``, as far as they can be told."""
    try:
        block = packing.decompressor().decompress(beginning, BLOCK)
    except Exception:  # damage shows when the file is read
        return b""
    return cast("bytes", block)


def unpacked(packing: Packing, file: BinaryIO, name: str) -> io.BufferedReader:
    """Give what is packed as a stream; raises ``ContainerError`` where nothing here unpacks it."""
    metered = Metered(file)
    try:
        with opening(name):
            opened = packing.open(cast("BinaryIO", io.BufferedReader(metered, CHUNK)))
    except ContainerError as error:
        if isinstance(error.__cause__, ModuleNotFoundError):
            raise ContainerError(
                name, "is compressed with Zstandard: pip install 'cableparse[zstd]' to read it"
            ) from error.__cause__
        raise
    return guarded(name, opened.read, lambda: metered.count)


def without_suffix(name: str) -> str:
    """Give what a compressed file is called inside: ``a.txt`` for ``cables/a.txt.gz``."""
    last = name.replace("!", "/").rpartition("/")[2]
    for packing in PACKINGS:
        for suffix in packing.suffixes:
            if last.lower().endswith(suffix) and len(last) > len(suffix):
                return last[: -len(suffix)]
    return "content"


PACKINGS = (
    Packing(
        "gzip",
        (b"\x1f\x8b\x08",),
        (".gz",),
        (".tar.gz", ".tgz"),
        GzipStream,
        decompressor,
    ),
    Packing(
        "bzip2",
        tuple(b"BZh%d1AY&SY" % level for level in range(1, 10)),
        (".bz2",),
        (".tar.bz2", ".tbz2", ".tbz"),
        bz2.BZ2File,
        bz2.BZ2Decompressor,
    ),
    Packing(
        "xz",
        (b"\xfd7zXZ\x00",),
        (".xz",),
        (".tar.xz", ".txz"),
        lzma.LZMAFile,
        lzma.LZMADecompressor,
    ),
    Packing(
        "Zstandard",
        (b"\x28\xb5\x2f\xfd",),
        (".zst", ".zstd"),
        (".tar.zst", ".tzst"),
        lambda file: zstd().ZstdFile(file),
        lambda: zstd().ZstdDecompressor(),
    ),
)
