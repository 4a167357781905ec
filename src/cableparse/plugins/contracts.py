"""What a plugin is: formats that read wrappings, enrichers, exporters, and what they hand over."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from os import PathLike
from types import TracebackType
from typing import Any, Protocol, Self, TextIO, runtime_checkable

from attrs import field, frozen
from attrs.converters import optional

from cableparse.model.cable import Cable
from cableparse.model.frozenmap import FrozenMap, frozen_map, frozen_texts
from cableparse.text.annotations import Defect
from cableparse.text.source import Source
from cableparse.text.spans import Span


def _is_score(_: object, __: object, score: float) -> None:
    if not 0 < score <= 1:
        raise ValueError(f"a claim's score lies in (0, 1], not {score}")


@frozen(kw_only=True)
class Claim:
    """A format's claim on a source: ``score`` in (0, 1], and ``evidence``, what was seen.

    1 is for a signature that nothing else carries. Raises ``ValueError`` for another score.
    """

    score: float = field(validator=_is_score)
    evidence: str


class RegionKind(StrEnum):
    """What a region of a document is."""

    TELEGRAM = "telegram"
    METADATA = "metadata"
    FURNITURE = "furniture"


def _region_kind(kind: RegionKind | str) -> RegionKind:
    return kind if isinstance(kind, RegionKind) else RegionKind(kind)


@frozen(kw_only=True)
class Region:
    """A stretch of a document's text. ``field`` names the metadata entry that a region holds."""

    kind: RegionKind = field(converter=_region_kind)
    span: Span
    field: str | None = None


def _regions(regions: Iterable[Region]) -> tuple[Region, ...]:
    return tuple(regions)


def _places(places: Mapping[str, Span]) -> FrozenMap[Span]:
    return frozen_map(places)


_NO_METADATA: FrozenMap[str] = FrozenMap()
_NO_PLACES: FrozenMap[Span] = FrozenMap()


def _defects(defects: Iterable[Defect]) -> tuple[Defect, ...]:
    return tuple(defects)


@frozen(kw_only=True)
class Document:
    """What a format makes of a source: its text, regions that cover it in order, and metadata.

    The core reads the metadata keys ``mrn``, ``subject``, ``date`` (ISO 8601), ``classification``,
    ``executive_order``, and, parted by commas, ``captions`` and ``tags``: it fills lost fields from
    them and compares the others. It compares ``origin`` and ``references`` too, those of a document
    with a ``record``. Any other key, such as ``number``, is kept as it is. ``places`` says where a
    value stands, by its key, where no region is its alone. ``record`` is what the wrapping says
    beside, under keys of its own: the cable's metadata has it too, and nothing of it is asked for
    while the cable is read, so that it may be late. ``defects`` are what the format itself found
    lost.
    """

    text: str = field(repr=lambda text: f"<{len(text)} code points>")
    regions: tuple[Region, ...] = field(converter=_regions)
    metadata: FrozenMap[str] = field(default=_NO_METADATA, converter=frozen_texts)
    defects: tuple[Defect, ...] = field(default=(), converter=_defects)
    places: FrozenMap[Span] = field(default=_NO_PLACES, converter=_places)
    record: FrozenMap[str] | None = field(default=None, converter=optional(frozen_texts))


@runtime_checkable
class Format(Protocol):
    """Knows one kind of wrapping. It never parses a telegram itself.

    ``looks_for`` (optional) is a phrase for the error that no format claimed an input.
    """

    @property
    def name(self) -> str:
        """What ``format=`` and errors call it."""
        ...

    def claim(self, source: Source) -> Claim | None:
        """Say how surely this is the source's format; None where it is not."""
        ...

    def read(self, source: Source) -> Document:
        """Cut the source into regions. Called without ``claim`` where a caller names the format."""
        ...


@runtime_checkable
class Enricher(Protocol):
    """Relabels segments or adds annotations.

    It never edits text, and run twice it changes nothing more. One with ``default = False`` runs
    only where it is asked for by name. One with ``annotates = True`` adds redactions, repairs and
    defects and nothing else, and one with ``relabels = True`` gives other segments and nothing
    else: it runs when one of these is asked for, and its errors come then.
    """

    @property
    def name(self) -> str:
        """What ``after`` and errors call it."""
        ...

    @property
    def after(self) -> tuple[str, ...]:
        """The enrichers that run before this one."""
        ...

    def enrich(self, cable: Cable) -> Cable:
        """Give the cable with what this enricher has to say."""
        ...


class Writer(Protocol):
    """A context manager that writes cables."""

    def __enter__(self) -> Self:
        """Begin."""
        ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
        /,
    ) -> bool | None:
        """End, and close what was opened."""
        ...

    def write(self, cable: Cable) -> None:
        """Write one cable."""
        ...


Target = str | PathLike[str] | TextIO
"""Where an exporter writes: a path, or an open text stream, which it does not close."""


@runtime_checkable
class Exporter(Protocol):
    """Writes cables out.

    One with ``streams = False`` writes files or folders only: it is given paths, never a stream.
    """

    @property
    def name(self) -> str:
        """What the command line and errors call it."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The file endings that it writes; ``/`` is a folder whose name has no other ending."""
        ...

    def open(self, target: Target) -> Writer:
        """Give a writer on ``target``."""
        ...


class ArchiveWriter(Writer, Protocol):
    """Writes what was encoded before, and says how far the target is safe.

    One process writes, in the order of the inputs. ``write(cable)`` does what ``encode`` and
    ``write_encoded`` do one after the other.
    """

    def write_encoded(self, encoded: Any, /) -> None:
        """Write what ``encode`` gave for one cable."""
        ...

    def checkpoint(self) -> Any:
        """Make all that was written durable, and give a token that says where it ends.

        A token is what JSON can carry. Whatever happens afterwards, ``resume`` with it goes on
        from here.
        """
        ...


@runtime_checkable
class ArchiveExporter(Exporter, Protocol):
    """An exporter for whole archives: workers encode for it, and it goes on after an interruption.

    Processes are started and journals are kept by who calls it, never by the exporter.
    """

    def open(self, target: Target) -> ArchiveWriter:
        """Give a writer on ``target``, which is begun anew."""
        ...

    def encode(self, cable: Cable) -> Any:
        """Give what is to be written of a cable: bytes, or rows. It is pure, and pickles."""
        ...

    def resume(self, target: str | PathLike[str], token: Any) -> ArchiveWriter:
        """Give a writer that goes on from a token, and drops what was written after it.

        Raises ``ExportRefusedError`` where the target is not what the token speaks of.
        """
        ...
