"""Single compressed files: gzip, bzip2, xz and Zstandard."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from cableparse import Claim, Container, ContainerError, Failure, Member, OpenMember, hookimpl
from cableparse_plugins.containers.packing import BLOCK, packing_of, unpacked, without_suffix
from cableparse_plugins.containers.streams import buffered
from cableparse_plugins.containers.tarred import begins_tar, tar_members


class CompressedContainer:
    """The one file that is compressed; a tar archive gives its members all the same."""

    name = "compressed"
    looks_for = "a file compressed by gzip, bzip2, xz or Zstandard"

    def claim(self, name: str, beginning: bytes) -> Claim | None:  # noqa: ARG002
        """Claim what begins as a compressed file does, less surely than a tar archive is told."""
        packing = packing_of(beginning)
        return Claim(score=0.5, evidence=f"the signature of {packing.name}") if packing else None

    def members(self, file: BinaryIO, name: str) -> Iterator[Member | OpenMember | Failure]:
        """Give the file, called as the compressed one is without its suffix."""
        packed = buffered(file)
        packing = packing_of(packed.peek(BLOCK))
        if packing is None:
            raise ContainerError(name, "is not compressed in a way that is known")
        stream = unpacked(packing, packed, name)
        if begins_tar(stream.peek(BLOCK)):
            yield from tar_members(stream, name)
        else:
            yield OpenMember(name=f"{name}!{without_suffix(name)}", file=stream)


@hookimpl
def cableparse_containers() -> Iterable[Container]:
    """Register the container."""
    return [CompressedContainer()]
