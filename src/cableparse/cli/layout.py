"""A page for a person: a gutter, a text column, and notes in a margin, each beside its line."""

import re
import textwrap
from collections import Counter, deque
from collections.abc import Iterator, Sequence

from attrs import evolve, field, frozen
from rich.cells import cell_len, chop_cells
from rich.text import Text

from cableparse import TextMap
from cableparse.cli.notes import Note

WIDEST = 100
NARROWEST = 48
_RULE = " │ "

_WORD = re.compile(r"\S+")

# `-- `, `- `, `(a) `, `1) `: an item's further lines are indented as its text is. What is in upper
# case is no item but a portion marking, `(U) `.
_ITEM = re.compile(r"(?:-{1,3}|[*•]|\([a-z0-9]{1,2}\)|[a-z0-9]{1,2}[.)])[ ]+")


@frozen(kw_only=True)
class Columns:
    """The widths of the text column and of the margin; ``gutter`` stands left of the text."""

    gutter: int
    text: int
    margin: int

    @classmethod
    def of(cls, width: int, *, gutter: int, with_margin: bool) -> "Columns":
        """Share out a terminal's width, of which no more is used than reads well."""
        width = max(NARROWEST, min(width, WIDEST))
        margin = max(16, min(28, width * 24 // 80)) if with_margin else 0
        rest = width - gutter - (margin + len(_RULE) if margin else 0)
        return cls(gutter=gutter, text=min(rest, 76), margin=margin)


@frozen(kw_only=True)
class Block:
    """A stretch of text to lay out: a header field, a heading, a paragraph, a piece of furniture.

    ``start`` and ``end`` say which notes belong to it: those whose place lies between them.
    ``sources`` leads an offset in ``text``, counted from ``first``, back to the source. ``gap`` is
    the empty line above; ``outdented`` text begins in the gutter.
    """

    start: int
    end: int
    text: Text
    gutter: str = ""
    sources: TextMap = field(factory=TextMap)
    first: int = 0
    gap: bool = True
    outdented: bool = False
    notes: tuple[Note, ...] = ()


def place(blocks: Sequence[Block], notes: Sequence[Note]) -> list[Block]:
    """Give each block the notes that belong to it; a note between two blocks goes to the later.

    Blocks and notes come in text order, and the last block stands at the end of the text.
    """
    placed: list[Block] = []
    rest = deque(notes)
    for block in blocks:
        own = _until(max(block.end, block.start + 1), rest)
        placed.append(evolve(block, notes=(*block.notes, *own)))
    return placed


def lay_out(block: Block, columns: Columns) -> Iterator[Text]:
    """Give the printed lines of a block, its gap first.

    A note that belongs above the block stands in its gap; a margin that is longer than the text
    runs on beside empty lines.
    """
    notes = deque(sorted(block.notes, key=lambda note: note.at))
    margin = deque(_margin_lines(_until(block.start, notes), columns))
    if block.gap:
        yield _row(Text(), margin, columns)
    while margin:
        yield _row(Text(), margin, columns)
    width = columns.text + (columns.gutter if block.outdented else 0)
    lines = list(wrap(block.text.plain, width))
    # Cut once for all lines: every second piece is a line, the others are what it was broken at.
    pieces = block.text.divide([at for start, end, _ in lines for at in (start, end)])[1::2]
    for number, (piece, (_, _, indent)) in enumerate(zip(pieces, lines, strict=True)):
        last = number + 1 == len(lines)
        below = None if last else block.sources.source(block.first + lines[number + 1][0])
        margin.extend(_margin_lines(_until(below, notes), columns))
        gutter = "" if block.outdented else f"{'' if number else block.gutter:{columns.gutter}}"
        row = Text(gutter + " " * indent, style="bold" if gutter.strip() else "")
        yield _row(Text.assemble(row, piece), margin, columns)
    while margin:
        yield _row(Text(), margin, columns)


def wrap(text: str, width: int) -> Iterator[tuple[int, int, int]]:
    """Break ``text`` into lines of at most ``width`` cells: start, end, and how far it is indented.

    Line ends stay; a word that is too long is broken.
    """
    at = 0
    for line in text.split("\n"):
        item = _ITEM.match(line)
        indent = min(len(item[0]), width // 2) if item else 0
        yield from _wrap_line(text, at, at + len(line), width, indent)
        at += len(line) + 1


def _wrap_line(
    text: str, at: int, end: int, width: int, indent: int
) -> Iterator[tuple[int, int, int]]:
    start, stop, used, hang = at, at, 0, 0
    for start_of_word, word in _words(text, at, end, width - indent):
        cells = cell_len(word)
        gap = start_of_word - stop
        if used and used + gap + cells > width - hang:
            yield start, stop, hang
            start, used, gap, hang = start_of_word, 0, 0, indent
        used += gap + cells
        stop = start_of_word + len(word)
    yield start, stop, hang


def _words(text: str, at: int, end: int, width: int) -> Iterator[tuple[int, str]]:
    for match in _WORD.finditer(text, at, end):
        start = match.start()
        for piece in chop_cells(match[0], width) if cell_len(match[0]) > width else [match[0]]:
            yield start, piece
            start += len(piece)


def _until(at: int | None, notes: deque[Note]) -> list[Note]:
    """Take the notes off that stand before a place; all of them without one."""
    taken = []
    while notes and (at is None or notes[0].at < at):
        taken.append(notes.popleft())
    return taken


def _margin_lines(notes: Sequence[Note], columns: Columns) -> list[Text]:
    """Give the margin's lines for the notes of one line of text, equal ones counted."""
    counted = Counter((note.text, note.style, note.short) for note in notes)
    lines: list[Text] = []
    for (words, style, short), count in counted.items():
        text = words if count == 1 else f"{words} ×{count}"
        if short:
            line = Text(text, style=style)
            line.truncate(columns.margin, overflow="ellipsis")
            lines.append(line)
        else:
            wrapped = textwrap.wrap(text, columns.margin, subsequent_indent="  ")
            lines.extend(Text(line, style=style) for line in wrapped)
    return lines


def _row(row: Text, margin: deque[Text], columns: Columns) -> Text:
    """Put the next line of the margin, where there is one, beside a row of text."""
    row.rstrip()
    if margin:
        room = " " * (columns.gutter + columns.text - row.cell_len)
        row = Text.assemble(row, room, (_RULE, "dim"), margin.popleft())
    return row
