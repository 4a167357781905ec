"""The body of ``cableparse show``: headings, paragraphs, and all that stands between them."""

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterator, Sequence

from attrs import evolve
from rich.text import Text

from cableparse import (
    Cable,
    Heading,
    Layer,
    Paragraph,
    Redaction,
    Segment,
    SegmentKind,
    Span,
    TextMap,
)
from cableparse.cli.heading import ROW_OF_KIND
from cableparse.cli.layout import Block
from cableparse.cli.notes import FURNITURE, REDACTED, Note, furniture_runs
from cableparse.cli.printable import one_line, printable

GUTTER = 5
"""Room for a paragraph's number."""

# What the header shows, the body view holds, or nobody misses.
_SHOWN_ELSEWHERE = {
    *ROW_OF_KIND,
    SegmentKind.BLANK,
    SegmentKind.RULE,
    SegmentKind.HEADING,
    SegmentKind.PARAGRAPH,
    SegmentKind.TEXT,
}


def body_blocks(cable: Cable, *, furniture: bool) -> list[Block]:
    """Give the body's blocks in text order; ``furniture`` puts all furniture among them."""
    runs = deque(_furniture(run) for run in furniture_runs(cable)) if furniture else deque()
    redactions = sorted(cable.redactions, key=_start)
    blocks = []
    for part in cable.body.parts:
        blocks.extend(_before(part.span.start, runs))
        own = _within(part.span, redactions)
        if isinstance(part, Heading):
            blocks.append(_heading(part, own))
        else:
            blocks.extend(_split(_paragraph(part, own), _before(part.span.end, runs)))
    blocks.extend(runs)
    blocks.extend(_others(cable.segments, [part.span for part in cable.body.parts]))
    return sorted(blocks, key=lambda block: block.start)


def _before(at: int, runs: deque[Block]) -> list[Block]:
    taken = []
    while runs and runs[0].start < at:
        taken.append(runs.popleft())
    return taken


def _heading(heading: Heading, redactions: Sequence[Redaction]) -> Block:
    text = Text(printable(heading.text), style="bold")
    if words := [printable(redaction.printed) for redaction in redactions]:
        text.highlight_words(words, style=f"{REDACTED} reverse")
    return Block(start=heading.span.start, end=heading.span.end, text=text, outdented=True)


def _paragraph(paragraph: Paragraph, redactions: Sequence[Redaction]) -> Block:
    span = paragraph.span
    portion = f"({one_line(paragraph.portion)}) " if paragraph.portion else ""
    sources = TextMap(
        (
            (0, span.start),
            *((at + len(portion), source) for at, source in paragraph.text_map.runs),
        )
    )
    text = Text(f"{portion}{printable(paragraph.text)}")
    text.stylize("dim", 0, len(portion))
    for redaction in redactions:
        start = sources.offset(redaction.span.start)
        end = sources.offset(redaction.span.end - 1) + 1
        text.stylize(f"{REDACTED} reverse", start, end)
    number = "" if paragraph.number is None else f"{paragraph.number:>3}."
    return Block(start=span.start, end=span.end, text=text, gutter=number, sources=sources)


def _split(block: Block, runs: Sequence[Block]) -> Iterator[Block]:
    """Let furniture stand in the place where it interrupts a paragraph."""
    at = 0
    for run in runs:
        cut = block.sources.offset(run.start)
        yield evolve(block, end=run.start, text=block.text[at:cut], first=at)
        yield evolve(run, gap=False)
        block = evolve(block, start=run.end, gutter="", gap=False)
        at = cut
    yield evolve(block, text=block.text[at:], first=at)


def _furniture(run: Sequence[Segment]) -> Block:
    start, end = run[0].span.start, run[-1].span.end
    lines = (one_line(line) for segment in run for line in segment.text.splitlines())
    text = Text("\n".join(line for line in lines if line), style=FURNITURE)
    return Block(start=start, end=end, text=text, gutter="   ⋯ ")


def _others(segments: Sequence[Segment], taken: Sequence[Span]) -> Iterator[Block]:
    """Show content that is neither header nor body: the signature, a notice, a record."""
    starts = [span.start for span in taken]
    for segment in segments:
        if segment.layer is Layer.FURNITURE or segment.kind in _SHOWN_ELSEWHERE:
            continue
        before = bisect_right(starts, segment.span.start) - 1
        inside = before >= 0 and segment.span.start < taken[before].end
        lines = [one_line(line) for line in segment.text.splitlines()]
        text = "\n".join(line for line in lines if line)
        if text and not inside:
            kind = segment.kind.replace("-", " ")
            note = Note(at=segment.span.start, text=kind, style=FURNITURE)
            yield Block(
                start=segment.span.start, end=segment.span.end, text=Text(text), notes=(note,)
            )


def _within(span: Span, redactions: Sequence[Redaction]) -> Sequence[Redaction]:
    first = bisect_left(redactions, span.start, key=_start)
    return redactions[first : bisect_left(redactions, span.end, key=_start)]


def _start(redaction: Redaction) -> int:
    return redaction.span.start
