"""The views of a cable's body: segments to headings, paragraphs and clean text.

Furniture is left out of every view; a sentence that it split reads on. Repairs are read here, not
written into anything: without them the views show what was printed.
"""

import re
from collections.abc import Iterator, Sequence

from cableparse.text.annotations import Repair
from cableparse.text.segments import Layer, Segment, SegmentKind
from cableparse.text.spans import Span
from cableparse.text.views.divided import Words
from cableparse.text.views.markers import read_marker
from cableparse.text.views.parts import Body, Heading, Paragraph

PARAGRAPH_NUMBER = "paragraph.number"
"""The code of a repair that changes a paragraph's number; it stands on the printed marker."""

TEXT_CHARACTER = "text.character"
"""The code of a repair that reads characters of the text as others, as many as are printed."""

_EMPTY_LINES = re.compile(r"\n[ ]*\n[ \n]*")
_ITEM = re.compile(r"(?:[-*•]|--|o)[ ]+\S")
_SENTENCE_END = frozenset('.!?”"')
_NEAR = 8
_WIDEST, _SLACK, _LONGEST_WORD = 80, 8, 30
_RULE_OR_SPACE = " -=*_~—\n"
_BEFORE_LINE = _RULE_OR_SPACE + "¶"  # a site put a pilcrow before `B. `: see unwrap

# To ask an enumeration for a member is slow.
_HEADING, _PARAGRAPH, _FURNITURE = SegmentKind.HEADING, SegmentKind.PARAGRAPH, Layer.FURNITURE
# What a paragraph takes in when it stands between two parts of it and is no furniture.
_INSIDE = frozenset(
    {SegmentKind.TEXT, SegmentKind.PAGE_MARK, SegmentKind.CAPTION, SegmentKind.SECTION_HEAD}
)
_OPENS = frozenset({SegmentKind.PARAGRAPH, SegmentKind.TEXT})


def read_body(
    printed: str, segments: Sequence[Segment], repairs: Sequence[Repair], *, old: bool = False
) -> Body:
    """Read the body that ``segments`` cut out of the even text ``printed``.

    ``old`` says that it is of the seventies, when machines divided words at a line's end.
    """
    text = _repaired(printed, repairs)
    words = Words(_content(text, segments)) if old else None
    numbers = {
        repair.span: int(repair.read) for repair in repairs if repair.code == PARAGRAPH_NUMBER
    }
    parts: list[Heading | Paragraph] = []
    for pieces in _gather(segments):
        first = pieces[0]
        if first.kind is _HEADING:
            parts.append(_heading(text, first))
        elif first.kind is _PARAGRAPH:
            parts.append(_paragraph(text, pieces, numbers, words))
        else:
            runs = [(s.span.start, s.span.end) for s in pieces]
            parts.extend(_unnumbered(text, printed, runs, words))
    return Body(parts=tuple(parts))


def _content(text: str, segments: Sequence[Segment]) -> str:
    """Give the telegram's own text: what else stands in the copy shows nothing of its words."""
    return "\n".join(
        one.span.slice(text)
        for one in segments
        if one.layer is not _FURNITURE and one.kind is not SegmentKind.RESIDUE
    )


def _repaired(text: str, repairs: Sequence[Repair]) -> str:
    """Read characters as their repairs say; a repair of another length would move what follows."""
    parts: list[str] = []
    at = 0
    for repair in sorted(repairs, key=lambda repair: repair.span):
        start, end = repair.span.start, repair.span.end
        if repair.code == TEXT_CHARACTER and start >= at and len(repair.read) == end - start:
            parts += (text[at:start], repair.read)
            at = end
    return "".join((*parts, text[at:])) if parts else text


def _gather(segments: Sequence[Segment]) -> Iterator[list[Segment]]:
    """Give the segments of each heading and of each paragraph."""
    pieces: list[Segment] = []
    for segment in segments:
        kind = segment.kind
        if segment.layer is _FURNITURE:
            continue
        if kind is _PARAGRAPH or (kind in _OPENS and not pieces):
            if pieces:
                yield pieces
            pieces = [segment]
        elif kind in _INSIDE:
            if pieces:
                pieces.append(segment)
        else:
            if pieces:
                yield pieces
                pieces = []
            if kind is _HEADING:
                yield [segment]
    if pieces:
        yield pieces


def _heading(text: str, segment: Segment) -> Heading:
    start = segment.span.start
    printed = segment.span.slice(text)
    pieces = []
    at = start
    for line in printed.split("\n"):
        words = line.lstrip(_BEFORE_LINE)
        first = at + len(line) - len(words)
        if words := words.rstrip(_RULE_OR_SPACE):
            pieces.append((first, first + len(words)))
        at += len(line) + 1
    return Heading(
        text=" ".join(text[first:end] for first, end in pieces),
        span=Span(start, start + len(printed.rstrip())),
        pieces=tuple(pieces),
    )


def _paragraph(
    text: str, segments: list[Segment], numbers: dict[Span, int], words: Words | None
) -> Paragraph:
    marker = read_marker(segments[0])
    rest = [(segment.span.start, segment.span.end) for segment in segments[1:]]
    pieces = ((marker.end, segments[0].span.end), *rest)
    return Paragraph(
        number=numbers.get(marker.span, marker.number) if numbers else marker.number,
        printed=marker.printed or None,
        portion=marker.portion,
        span=Span(marker.span.start, max(marker.span.end, _last_printed(text, pieces))),
        pieces=pieces,
        even=text,
        words=words,
    )


def _unnumbered(
    text: str, printed: str, pieces: list[tuple[int, int]], words: Words | None
) -> Iterator[Paragraph]:
    """Text without numbers is a paragraph a block; a block that begins in lower case runs on.

    So does a list's that a colon leads to. Where a block ends what is ``printed`` tells: repairs
    change no paragraphs.
    """
    blocks: list[list[tuple[int, int]]] = []
    for start, end in pieces:
        at = start
        first = not blocks or _ended(printed, blocks[-1][-1], start)
        listed = False
        for gap in _EMPTY_LINES.finditer(printed, start, end):
            listed = _ITEM.match(printed, gap.end(), end) is not None and (
                listed or printed[max(at, gap.start() - _NEAR) : gap.start()].rstrip()[-1:] == ":"
            )
            if gap.end() < end and not listed and not printed[gap.end()].islower():
                _add(blocks, (at, gap.start()), new=at != start or first)
                at = gap.end()
        _add(blocks, (at, end), new=at != start or first)
    for block in blocks:
        end = _last_printed(text, block)
        start = next((at for at in range(block[0][0], end) if not text[at].isspace()), end)
        if start < end:
            yield Paragraph(
                number=None,
                printed=None,
                portion=None,
                span=Span(start, end),
                pieces=tuple(block),
                even=text,
                words=words,
            )


def _ended(text: str, piece: tuple[int, int], following: int) -> bool:
    """Tell whether a block ended where something interrupted it: its last line had room left."""
    printed = text[slice(*piece)].rstrip()
    if printed[-1:] not in _SENTENCE_END or text[following : following + 1].islower():
        return False
    lines = printed.split("\n")
    width = max(len(line) for line in lines)
    word = text[following : following + _LONGEST_WORD].split(" ", 1)[0]
    return width <= _WIDEST and len(lines[-1]) + len(word) + _SLACK < width


def _add(blocks: list[list[tuple[int, int]]], piece: tuple[int, int], *, new: bool) -> None:
    if new:
        blocks.append([piece])
    else:
        blocks[-1].append(piece)


def _last_printed(text: str, pieces: Sequence[tuple[int, int]]) -> int:
    for start, end in reversed(pieces):
        printed = text[start:end].rstrip()
        if printed:
            return start + len(printed)
    return pieces[0][0]
