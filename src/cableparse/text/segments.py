"""A text cut into labelled segments.

A cut list says where each segment starts and what it is; a segment runs to the next one's start.
So every cut list covers its text exactly, in order, without gap or overlap: law 1 holds by
construction. A segment therefore ends with the line ends and the blank lines that follow it.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from importlib import import_module
from itertools import islice

from attrs import frozen

from cableparse.text.drafts import Drafted, draft_of
from cableparse.text.even import next_printed
from cableparse.text.shown import quoted
from cableparse.text.spans import Span, SpanDraft


class Layer(StrEnum):
    """Whether a segment belongs to the cable or to what was wrapped around it."""

    CONTENT = "content"
    FURNITURE = "furniture"

    __hash__ = (
        str.__hash__
    )  # an enumeration's own is a function of Python's, asked for each segment


class SegmentKind(StrEnum):
    """What a segment is."""

    BLANK = "blank"
    """White space that no segment before it could take."""
    SITE = "site"
    """What a site or a program put around the telegram."""
    METADATA = "metadata"
    """What the wrapping says of the cable: a dump's five lines, a page's table."""
    TRANSMISSION = "transmission"
    """VZCZC, routing, DE, ZNR/ZNY and date-time group lines, a relay's and a machine's numbers."""
    FROM = "from"
    ACTION = "action"
    INFO = "info"
    EXCLUDED = "excluded"
    """The posts after XMT, to which a collective's copy did not go."""
    DISTRIBUTION = "distribution"
    """The Department's own distribution rows, ``ACTION AF-00``."""
    CLASSIFICATION = "classification"
    CAPTION = "caption"
    PASSING = "passing"
    """Attention and passing lines: for whom at the addressee."""
    EXECUTIVE_ORDER = "executive-order"
    TAGS = "tags"
    SUBJECT = "subject"
    REFERENCES = "references"
    CLASSIFIED_BY = "classified-by"
    NOTICE = "notice"
    """A handling notice that is no caption and no paragraph."""
    DRAFTING = "drafting"
    """Who drafted, approved and cleared, and the post's own distribution."""
    PREFACE = "preface"
    """A program's printout of the telegram's fields, before the telegram with its own."""
    RECORD = "record"
    """A database's record of the telegram: ``ORIGIN: …``, ``DESTINATION: …``."""
    ARCHIVE = "archive"
    """An archive's stamp: ``Declassified/Released …``."""
    WEBSITE = "website"
    """A post's invitation to its website, with the address and the rules around it."""
    PAGE_MARK = "page-mark"
    SECTION_HEAD = "section-head"
    """A classification line, or a whole head, printed again where a section begins."""
    HEADING = "heading"
    """A heading, with the rules of dashes above and below it."""
    RULE = "rule"
    """A rule of dashes or asterisks that belongs to no heading."""
    PARAGRAPH = "paragraph"
    """A paragraph from its marker on."""
    TEXT = "text"
    """Body text without a marker: what a paragraph goes on with, or a paragraph without number."""
    SIGNATURE = "signature"
    RESIDUE = "residue"
    """What stands after the end: repeated classification, ``NNNN``, a dump's leavings."""
    REPEATED = "repeated"
    """A second copy of the end of the same text."""

    __hash__ = str.__hash__


@frozen(kw_only=True, init=False)
class Segment(Drafted):
    """A labelled stretch of the source. ``text`` is what the span slices to."""

    kind: SegmentKind
    span: Span
    layer: Layer = Layer.CONTENT
    text: str

    def __init__(
        self, *, kind: SegmentKind, span: Span, layer: Layer = Layer.CONTENT, text: str
    ) -> None:
        _set_kind(self, kind)
        _set_span(self, span)
        _set_layer(self, layer)
        _set_text(self, text)

    def _repr_html_(self) -> str:
        """Give the segment as it is printed, which notebooks show."""
        shown: str = import_module("cableparse.text.notebook").segment_html(self)
        return shown

    def __repr__(self) -> str:
        layer = " furniture" if self.layer is Layer.FURNITURE else ""
        return (
            f"<Segment {self.kind} {self.span.start}..{self.span.end}{layer} {quoted(self.text)}>"
        )


# The slots' own setters take half of the time that a generated __init__ takes.
_set_kind, _set_span, _set_layer, _set_text = (
    vars(Segment)[name].__set__ for name in ("kind", "span", "layer", "text")
)
_SegmentDraft = draft_of(Segment)


Cut = tuple[int, SegmentKind, Layer]
"""Where a segment starts, and what it is."""


def cut(text: str, cuts: Sequence[Cut]) -> tuple[Segment, ...]:
    """Cut ``text`` at the given places, which must rise, the first being 0.

    Of two cuts at one place the later wins. A cut list that does not begin at 0 raises ValueError.
    """
    if not text:
        return ()
    if not cuts or cuts[0][0] != 0:
        raise ValueError("a cut list begins at 0")
    ends = [start for start, _, _ in cuts]
    ends.append(len(text))
    segments: list[Segment] = []
    for (start, kind, layer), end in zip(cuts, islice(ends, 1, None), strict=True):
        if start < end:
            span = SpanDraft()
            span.start = start
            span.end = end
            span.__class__ = Span
            segment = _SegmentDraft()
            segment.kind = kind
            segment.span = span
            segment.layer = layer
            segment.text = text[start:end]
            segment.__class__ = Segment
            segments.append(segment)
    return tuple(segments)


def covers(segments: Iterable[Segment], text: str) -> bool:
    """Tell whether the segments are the text, in order, without gap or overlap (law 1)."""
    at = 0
    for segment in segments:
        span = segment.span
        if span.start != at:
            return False
        at = span.end
        if segment.text != text[span.start : at]:
            return False
    return at == len(text)


def covers_as(segments: Sequence[Segment], others: Sequence[Segment], text: str) -> bool:
    """Tell what :func:`covers` tells, sooner where most are the same as ``others``, which cover."""
    if len(segments) == len(others):
        for one, other in zip(segments, others, strict=True):
            if one is not other and (one.span != other.span or one.text != other.text):
                break
        else:
            return True
    return covers(segments, text)


Insert = tuple[int, int, SegmentKind, Layer]
"""What stands within other text: where it starts and ends, what it is, and its layer."""


def with_gaps(text: str, inserts: Sequence[Insert], end: int) -> list[Insert]:
    """Give each insert with the white space behind it before ``end``, as every segment has it.

    They are in order. It ends where the next one begins, which may be blanked already.
    """
    ends = [start for start, _, _, _ in inserts[1:]]
    ends.append(end)
    return [
        (at, next_printed(text, to, stop), kind, layer)
        for (at, to, kind, layer), stop in zip(inserts, ends, strict=False)
    ]


def without(text: str, inserts: Sequence[Insert]) -> str:
    """Blank the ``inserts``, as an empty line each, so that offsets stay true.

    A caption is blanked on its line, for the sentence runs on behind it.
    """
    if not inserts:
        return text
    parts: list[str] = []
    at = 0
    for start, end, kind, _ in inserts:
        size = end - start
        if kind is SegmentKind.CAPTION:
            blank = " " * size
        else:
            blank = "\n" + " " * (size - 2) + "\n" if size > 1 else "\n" * size
        parts += (text[at:start], blank)
        at = end
    parts.append(text[at:])
    return "".join(parts)


def overlay(cuts: Sequence[Cut], inserts: Sequence[Insert], end: int) -> list[Cut]:
    """Lay ``inserts`` over the cuts of a text that ends at ``end``.

    What one of them interrupts goes on behind it, a paragraph as text.
    """
    if not inserts:
        return list(cuts)
    result: list[Cut] = []
    pending = list(reversed(cuts))
    current: Cut = (0, SegmentKind.BLANK, Layer.CONTENT)
    for start, behind, kind, layer in inserts:
        while pending and pending[-1][0] < start:
            current = pending.pop()
            result.append(current)
        result.append((start, kind, layer))
        while pending and pending[-1][0] < behind:
            current = pending.pop()
        if behind < (pending[-1][0] if pending else end):
            begun, goes_on, its_layer = current
            if begun < start and goes_on is SegmentKind.PARAGRAPH:
                goes_on = SegmentKind.TEXT
            result.append((behind, goes_on, its_layer))
    result.extend(reversed(pending))
    return result
