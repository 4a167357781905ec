"""Tar archives, plain or compressed, read as a stream."""

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import BinaryIO

from cableparse import Claim, Container, Failure, Member, OpenMember, hookimpl
from cableparse_plugins.containers.packing import (
    BLOCK,
    first_block,
    packing_of,
    unpacked,
)
from cableparse_plugins.containers.streams import buffered

_CHECKSUM = slice(148, 156)


class TarContainer:
    """Every file of an archive; directories and hidden files are passed over."""

    name = "tar"
    looks_for = "a tar archive, plain or compressed by gzip, bzip2, xz or Zstandard"

    def claim(self, name: str, beginning: bytes) -> Claim | None:
        """Claim what begins as a tar archive does, compressed or not, or is called one."""
        packing = packing_of(beginning)
        if packing is None:
            return Claim(score=0.9, evidence="a tar header") if begins_tar(beginning) else None
        if begins_tar(first_block(packing, beginning)):
            return Claim(score=0.9, evidence=f"a tar header, compressed by {packing.name}")
        if name.lower().endswith(packing.tar_suffixes):
            return Claim(score=0.8, evidence=f"its name, and the signature of {packing.name}")
        return None

    def members(self, file: BinaryIO, name: str) -> Iterator[Member | OpenMember | Failure]:
        """Give the files in the order in which they stand."""
        stream = buffered(file)
        packing = packing_of(stream.peek(BLOCK))
        if packing is not None:
            yield from tar_members(unpacked(packing, stream, name), name)
        elif file.seekable():
            file.seek(0)
            yield from tar_members(file, name)
        else:
            yield from tar_members(stream, name)


def begins_tar(block: bytes) -> bool:
    """Say whether a first block is a tar header: its checksum has to be right."""
    if len(block) < BLOCK or not block[0]:
        return False
    block = block[:BLOCK]
    try:
        said = int(block[_CHECKSUM].strip(b" \0") or b"-1", 8)
    except ValueError:
        return False
    return sum(block) - sum(block[_CHECKSUM]) + 8 * ord(" ") == said


def tar_members(stream: BinaryIO, name: str) -> Iterator[Member | OpenMember | Failure]:
    """Give the files of a tar archive that is compressed no more."""
    # Not imported before an archive is there: it would be loaded with every plugin.
    yield from import_module("cableparse_plugins.containers.tarring").members(stream, name)


@hookimpl
def cableparse_containers() -> Iterable[Container]:
    """Register the container."""
    return [TarContainer()]
