"""What a container is: a file that holds many documents, and what it hands over of each."""

from collections.abc import Iterator, Mapping
from typing import BinaryIO, Protocol, runtime_checkable

from attrs import field, frozen

from cableparse.model.cable import Cable
from cableparse.model.frozenmap import FrozenMap
from cableparse.plugins.contracts import Claim


def _metadata(metadata: Mapping[str, str]) -> FrozenMap[str]:
    return metadata if isinstance(metadata, FrozenMap) else FrozenMap(metadata)


_NO_METADATA: FrozenMap[str] = FrozenMap()


@frozen(kw_only=True)
class Member:
    """One document out of a container.

    ``name`` says where it stood, ``content`` is its bytes, its text, or a cable that was read
    before; ``format`` names the format to read it with, ``metadata`` is what the container says
    of it.
    """

    name: str
    content: bytes | str | Cable
    format: str | None = None
    metadata: FrozenMap[str] = field(default=_NO_METADATA, converter=_metadata)


@runtime_checkable
class Container(Protocol):
    """Knows one kind of file that holds documents."""

    @property
    def name(self) -> str:
        """What errors call it."""
        ...

    def claim(self, name: str, beginning: bytes) -> Claim | None:
        """Say how surely this is the container's kind of file; None where it is not."""
        ...

    def members(self, file: BinaryIO, name: str) -> Iterator[Member]:
        """Give the documents, in a fixed order."""
        ...
