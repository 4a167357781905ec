"""What is said of a cable's text, as marks: each has a name, a place, and a sign in the margin."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple, TypeVar

from cableparse import Cable, Heading, Layer, Segment, SegmentKind, Span
from cableparse_plugins.export.html.labels import BESIDE, FIELDS, furniture_name

Thing = TypeVar("Thing")


FURNITURE, REDACTION, REPAIR, DEFECT, READING = "f", "r", "e", "d", ""
"""The layers, by the class that a mark's characters have in the copy; the reading has none."""


class Mark(NamedTuple):
    """Something that is read in one place of the text: a tuple, for a page has some fifty.

    ``key`` is the id of what was read, ``place`` that of its place, which is ``at-`` and the key
    unless it has several; ``label`` is what stands in the copy's margin and leads back.
    """

    key: str
    place: str
    label: str
    layer: str
    span: Span


class Lines:
    """The lines of a text, as a printer would have broken them: at LF, CRLF and CR."""

    def __init__(self, text: str) -> None:
        self.text = text
        starts = [0]
        at = 0
        for line in text.splitlines(keepends=True):
            at += len(line)
            # Python breaks lines at a form feed and at others too, which stay within theirs.
            if line[-1] in "\r\n":
                starts.append(at)
        if len(starts) > 1 and starts[-1] == len(text):
            starts.pop()
        self.starts = tuple(starts)

    def number(self, offset: int) -> int:
        """Give the number of the line in which an offset lies, from 1."""
        return bisect_right(self.starts, offset)


def find_marks(cable: Cable) -> tuple[Mark, ...]:
    """Give all marks of a cable, in the order of the text."""
    marks = [*_fields(cable), *_parts(cable), *_passages(cable)]
    marks += [*_beside(cable), *_furniture(cable), *_said(cable)]
    end = len(cable.source.text)
    # A stranger's plugin can name a place that is none.
    sound = [mark for mark in marks if mark.span.end <= end]
    return tuple(sorted(sound, key=lambda mark: mark.span.start))


def furniture_runs(cable: Cable) -> Iterator[tuple[Segment, ...]]:
    """Give the furniture that has any text, neighbours of one kind together."""
    for kind, run in groupby(cable.segments, _kind_of_furniture):
        if kind is not None:
            segments = tuple(segment for segment in run if not segment.text.isspace())
            if segments:
                yield segments


def _kind_of_furniture(segment: Segment) -> SegmentKind | None:
    return segment.kind if segment.layer is Layer.FURNITURE else None


def beside_of(cable: Cable) -> Iterator[Segment]:
    """Give the content that is neither header nor body."""
    for one in cable.segments:
        if one.kind in BESIDE and one.layer is Layer.CONTENT and one.text.strip():
            yield one


def _mark(key: str, label: str, layer: str, span: Span) -> Mark:
    return Mark(key, f"at-{key}", label, layer, span)


def _fields(cable: Cable) -> Iterator[Mark]:
    for name, evidence in cable.evidence.items():
        key, label = f"field-{slug(name)}", FIELDS.get(name, name)
        for number, span in enumerate(evidence.spans, start=1):
            place = f"at-{key}" if number == 1 else f"at-{key}-{number}"
            yield Mark(key, place, label, READING, span)


def _parts(cable: Cable) -> Iterator[Mark]:
    headings = paragraphs = 0
    for part in cable.body.parts:
        if isinstance(part, Heading):
            headings += 1
            key, label = f"heading-{headings}", "heading"
        else:
            paragraphs += 1
            number = "" if part.number is None else f" {part.number}"
            key, label = f"paragraph-{paragraphs}", f"¶{number}"
        yield _mark(key, label, READING, part.span)


def _passages(cable: Cable) -> Iterator[Mark]:
    for key, text, sources in (
        ("summary", cable.summary, cable.summary_map),
        ("comment", cable.comment, cable.comment_map),
    ):
        if text and sources:
            span = sources.span(0, len(text))
            yield _mark(key, key, READING, span)


def _beside(cable: Cable) -> Iterator[Mark]:
    for key, segment in numbered("beside", beside_of(cable)):
        label = segment.kind.replace("-", " ")
        yield _mark(key, label, READING, segment.span)


def _furniture(cable: Cable) -> Iterator[Mark]:
    for number, run in enumerate(furniture_runs(cable), start=1):
        span = Span(run[0].span.start, run[-1].span.end)
        label = f"⋯ {furniture_name(run[0])}"
        yield _mark(f"furniture-{number}", label, FURNITURE, span)


def _said(cable: Cable) -> Iterator[Mark]:
    for key, one in numbered("redaction", cable.redactions):
        yield _mark(key, "█ redacted", REDACTION, one.span)
    for key, repair in numbered("repair", cable.repairs):
        label = clipped(f"{repair.printed} → {repair.read}")
        yield _mark(key, label, REPAIR, repair.span)
    for key, defect in numbered("defect", cable.defects):
        if defect.span is not None:
            yield _mark(key, f"! {defect.code}", DEFECT, defect.span)


def numbered(kind: str, things: Iterable[Thing]) -> Iterator[tuple[str, Thing]]:
    """Give each thing with its key, counted from 1."""
    for number, thing in enumerate(things, start=1):
        yield f"{kind}-{number}", thing


def slug(name: str) -> str:
    """Give a name as a part of an id: a stranger's field may have any."""
    if name.isascii() and name.isidentifier():
        return name
    return "0" + name.encode("utf-8", "surrogatepass").hex()


def clipped(text: str, most: int = 40) -> str:
    """Give ``text`` on one line, no longer than a margin is."""
    line = " ".join(text[: 4 * most].split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
