"""Lines back to running text, with the map that leads every character back to the source."""

import re
from collections.abc import Iterable

from cableparse.text.spans import TextMap

# A line, without the spaces before it and without the pilcrow that a site put there: one stood
# before each line that began like `2. `, `B. ` or `2006. `, so also where a sentence went on. A
# paragraph's own is in its marker, which is none of its text.
_LINE = re.compile(r"[^\n]+")
_BEFORE_LINE = "¶ "

# `-- `, `- `, `* `, `o `, `(a) `, `a. `, `1) `, `a) `: a sub-item keeps its line.
_ITEM = re.compile(r"(?:-{1,3}|[*•o]|\([a-zA-Z0-9]{1,3}\)|[a-z0-9]{1,2}[.)])[ ]|--\S")

# Cells of a table stand three or more spaces apart.
_CELLS = re.compile(r"\S {3,}\S")

# A name that was redacted may have been longer than its marker: the line was full all the same.
_REDACTED = re.compile(r"X{4,}|x{5,}|removed\]|REMOVED\]")

# A line shorter than this is not the full width of a teletype page even with a long word to come.
_SLACK = 12
_WIDTHS = range(45, 100)
# Of a thousand lines three are longer than this; one of them alone, where a marker of a redaction
# is longer than the name was, is no paragraph's width.
_USUAL_WIDTHS = range(45, 76)
_SENTENCE_END = frozenset(".!?:;”’\"')]")


def unwrap(text: str, pieces: Iterable[tuple[int, int]]) -> tuple[str, TextMap]:
    r"""Give the running text of the ranges ``pieces`` of the even ``text``, and its map.

    A line break becomes a space where the line was full, nothing after a hyphen that divides a
    compound, and stays where the writer meant it: a list, a table, a short line. An empty line
    stays unless the sentence runs on behind it. Between two pieces stood furniture, so the
    sentence is joined with one space.

    >>> unwrap("to ship goods\nPAGE\nabroad.", [(0, 14), (19, 26)])[0]
    'to ship goods abroad.'
    """
    lines = [
        (match.start() + len(match[0]) - len(line), line.rstrip(), number)
        for number, (start, end) in enumerate(pieces)
        for match in _LINE.finditer(text, start, end)
        if (line := match[0].lstrip().lstrip(_BEFORE_LINE)) and not line.isspace()
    ]
    if not lines:
        return "", TextMap()
    sizes = [len(line) for _, line, _ in lines if len(line) in _WIDTHS]
    width = max((size for size in sizes if size in _USUAL_WIDTHS), default=max(sizes, default=0))
    parts: list[str] = []
    runs: list[tuple[int, int]] = []
    at = 0
    before: tuple[int, str, int] | None = None
    for start, line, piece in lines:
        if before is not None:
            joint = _joint(text, before, (start, line, piece), width)
            if joint:
                runs.append((at, before[0] + len(before[1])))
                if len(joint) > 1:  # both halves of an empty line map to the one break before it
                    runs.append((at + 1, before[0] + len(before[1])))
                parts.append(joint)
                at += len(joint)
        runs.append((at, start))
        parts.append(line)
        at += len(line)
        before = (start, line, piece)
    return "".join(parts), TextMap(tuple(runs))


def _joint(text: str, before: tuple[int, str, int], after: tuple[int, str, int], width: int) -> str:
    """Give what stands between two lines of running text."""
    start, line, piece = before
    next_start, next_line, next_piece = after
    hyphen = line[-1] == "-" and len(line) > 1 and line[-2].isalnum() and next_line[0].isalnum()
    if start + len(line) == next_start:
        return ""  # two pieces that touch: nothing stood between them
    if piece != next_piece:
        return "\n" if _ITEM.match(next_line) else "" if hyphen else " "
    empty = text.count("\n", start + len(line), next_start) > 1
    if empty:
        runs_on = (
            next_line[0].islower()
            or line[-1] in ",-("
            or (
                line[-1].isalnum()
                and _end_column(text, start, line) >= (width or _WIDTHS.stop) - _SLACK
            )
        )
        return " " if runs_on and not _ITEM.match(next_line) else "\n\n"
    if _ITEM.match(next_line) or _CELLS.search(line) or _CELLS.search(next_line):
        return "\n"
    if hyphen:
        return ""
    room = width - len(line) - 1 - len(next_line.split(" ", 1)[0])
    short = bool(width) and room > _SLACK
    if short:  # a marker stands before a paragraph's first line, and took its room
        short = room - (_end_column(text, start, line) - len(line)) > _SLACK
    short = short and not _REDACTED.search(line)
    return "\n" if short and (line[-1] in _SENTENCE_END or not next_line[0].islower()) else " "


def _end_column(text: str, start: int, line: str) -> int:
    """Give the column in which ``line`` ends, with what stands before it on its own line."""
    return start + len(line) - text.rfind("\n", 0, start) - 1
