"""What a container is, a file of many documents, and what it hands over: members."""

from collections.abc import Iterator
from typing import BinaryIO, Protocol, runtime_checkable

from attrs import field, frozen

from cableparse.model.cable import Cable
from cableparse.model.failure import Failure
from cableparse.model.frozenmap import FrozenMap, frozen_texts
from cableparse.plugins.contracts import Claim

_NO_METADATA: FrozenMap[str] = FrozenMap()


@frozen(kw_only=True)
class Member:
    """One document out of a container.

    ``name`` says where it stood (``1975.7z!1975/02/1975ROME02492.txt``), ``content`` is its bytes,
    its text, or a cable that was read before. ``format`` names the format to read it with,
    ``metadata`` is what the container says of it; the format's own stands before it.
    """

    name: str
    content: bytes | str | Cable = field(repr=lambda content: f"<{type(content).__name__}>")
    format: str | None = None
    metadata: FrozenMap[str] = field(default=_NO_METADATA, converter=frozen_texts)


@frozen(kw_only=True)
class OpenMember:
    """A file inside a container, still to be read; it may be a container itself.

    ``file`` gives the bytes, once and in order, until the next member is asked for: the core reads
    no more than a parser's ``max_bytes``. The rest is as in :class:`Member`.
    """

    name: str
    file: BinaryIO = field(repr=False)
    format: str | None = None
    metadata: FrozenMap[str] = field(default=_NO_METADATA, converter=frozen_texts)


@runtime_checkable
class Container(Protocol):
    """Knows one kind of file that holds many documents. It never reads a document itself.

    ``looks_for`` (optional) is a phrase for the list of what is installed.
    """

    @property
    def name(self) -> str:
        """What errors call it."""
        ...

    def claim(self, name: str, beginning: bytes) -> Claim | None:
        """Say how surely this is such a file, by its name and first bytes; None where it is not."""
        ...

    def members(self, file: BinaryIO, name: str) -> Iterator[Member | OpenMember | Failure]:
        """Give what is in the file called ``name``, one after the other, in a fixed order.

        ``file`` stands at its beginning and may be one that can't seek; it stays open.
        """
        ...
