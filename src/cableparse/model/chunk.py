"""Passages of a cable for retrieval, each with what it takes to quote it and to find it again."""

import hashlib
from collections.abc import Iterable
from typing import Any

from attrs import frozen

from cableparse.model.fields import MRN
from cableparse.text.shown import quoted
from cableparse.text.source import Source
from cableparse.text.spans import Span, TextMap
from cableparse.text.views.chunks import Packed

_ID_LENGTH = 32  # hexadecimal digits: 128 bits, which a hundred million passages share none of


@frozen(kw_only=True)
class Chunk:
    """A passage of a cable's body, as ``Cable.chunks`` gives it.

    ``id`` is made of the source's digest and the spans alone: the same in every run, and another
    for every other passage. ``name`` and ``digest`` are the source's. ``numbers``, ``portions``
    and ``spans`` have one entry for each paragraph, or part of one, that the text is read from, in
    its order; they are set apart by an empty line. ``repeated`` is how many characters at the
    text's beginning, what sets them apart from the rest included, are the end of the passage
    before. ``text_map`` leads an offset in ``text`` back to the source.
    """

    id: str
    name: str
    digest: str
    mrn: MRN | None
    heading: str | None
    numbers: tuple[int | None, ...]
    portions: tuple[str | None, ...]
    spans: tuple[Span, ...]
    repeated: int
    text: str
    text_map: TextMap

    def __repr__(self) -> str:
        where = f"{self.spans[0].start}..{self.spans[-1].end}" if self.spans else "nowhere"
        return f"<Chunk {self.id[:8]} {where} {quoted(self.text)}>"

    def to_dict(self) -> dict[str, Any]:
        """Give the passage as what JSON can carry, without its map; a span is ``[start, end]``."""
        return {
            "id": self.id,
            "name": self.name,
            "digest": self.digest,
            "mrn": None if self.mrn is None else str(self.mrn),
            "heading": self.heading,
            "numbers": list(self.numbers),
            "portions": list(self.portions),
            "spans": [[span.start, span.end] for span in self.spans],
            "repeated": self.repeated,
            "text": self.text,
        }


def chunks_of(source: Source, mrn: MRN | None, packed: Iterable[Packed]) -> tuple[Chunk, ...]:
    """Give the chunks that a body was packed into."""
    return tuple(_chunk(source, mrn, one) for one in packed)


def _chunk(source: Source, mrn: MRN | None, packed: Packed) -> Chunk:
    parts, passage = packed.parts, packed.passage
    spans = tuple(part.paragraph.text_map.span(part.start, part.end) for part in parts)
    return Chunk(
        id=_id(source.data_digest, spans),
        name=source.name,
        digest=source.data_digest,
        mrn=mrn,
        heading=None if packed.heading is None else packed.heading.text,
        numbers=tuple(part.paragraph.number for part in parts),
        portions=tuple(part.paragraph.portion for part in parts),
        spans=spans,
        repeated=packed.repeated,
        text=passage.text,
        text_map=passage.text_map,
    )


def _id(digest: str, spans: Iterable[Span]) -> str:
    places = ",".join(f"{span.start}-{span.end}" for span in spans)
    return hashlib.sha256(f"{digest} {places}".encode()).hexdigest()[:_ID_LENGTH]
