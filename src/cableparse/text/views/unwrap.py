"""Lines back to running text, with the map that leads every character back to the source."""

import re
from collections.abc import Iterable

from cableparse.text.spans import TextMap
from cableparse.text.views.divided import Words

# A line, without the spaces before it and without the pilcrow that a site put there: one stood
# before each line that began like `2. `, `B. ` or `2006. `, so also where a sentence went on. A
# paragraph's own is in its marker, which is none of its text.
_PILCROW = "¶"
_BEFORE_LINE = "¶ "

# `-- `, `- `, `* `, `o `, `(a) `, `a. `, `1) `, `a) `: a sub-item keeps its line.
_ITEM = re.compile(r"(?:-{1,3}|[*•o]|\([a-zA-Z0-9]{1,3}\)|[a-z0-9]{1,2}[.)])[ ]|--\S")

# `A. RICE;`, `B) WHEAT`, in a copy that is all in capitals, behind what leads to an item: a surname
# may stand behind an initial
_CAPITAL_ITEM = re.compile(r"[A-Z][.)][ ]")
_LEADS_TO_ITEM = (":", ";", "; AND", "; OR", ", AND", ", OR")

# Cells of a table stand three or more spaces apart.
_CELLS = re.compile(r"\S {3,}\S")

# A name that was redacted may have been longer than its marker: the line was full all the same.
_REDACTED = re.compile(r"X{4,}|x{5,}|removed\]|REMOVED\]")

# What a line can't be without that is told by the patterns above: quick to look for.
_BEGINS_ITEM = frozenset("-*•o(")
_ENDS_LABEL = frozenset(".)")
_GAP = "   "

# A line shorter than this is not the full width of a teletype page even with a long word to come.
_SLACK = 12
_NARROWEST, _WIDEST = 45, 99
# Of a thousand lines three are longer than this; one of them alone, where a marker of a redaction
# is longer than the name was, is no paragraph's width.
_USUALLY_WIDEST = 75
_SENTENCE_END = frozenset(".!?:;”’\"')]")


def unwrap(
    text: str, pieces: Iterable[tuple[int, int]], words: Words | None = None
) -> tuple[str, TextMap]:
    r"""Give the running text of the ranges ``pieces`` of the even ``text``, and its map.

    A line break becomes a space where the line was full, nothing after a hyphen that divides a
    compound, and stays where the writer meant it: a list, a table, a short line. An empty line
    stays unless the sentence runs on behind it. Between two pieces stood furniture, so the
    sentence is joined with one space. With ``words`` the text is of the seventies: a hyphen at a
    line's end may divide a word, and a line may be cut within one.

    >>> unwrap("to ship goods\nPAGE\nabroad.", [(0, 14), (19, 26)])[0]
    'to ship goods abroad.'
    """
    lines = _lines(text, pieces)
    if not lines:
        return "", TextMap()
    sizes = [size for _, line, _ in lines if _NARROWEST <= (size := len(line)) <= _WIDEST]
    usual = [size for size in sizes if size <= _USUALLY_WIDEST]
    width = max(usual or sizes, default=0)
    before = lines[0]
    parts = [before[1]]
    runs = [(0, before[0])]
    at = len(before[1])
    behind = before[0] + at  # where the line before ends in the source
    for after in lines[1:]:
        start, line, _ = after
        joint = " " if _goes_on(text, before, after, width) else _joint(text, before, after, width)
        if words is not None:
            joint = _old_joint(text, before, after, joint, words)
            if not joint and before[1].endswith("-") and words.divided_by_hyphen(before[1], line):
                parts[-1] = parts[-1][:-1]
                at -= 1
        if joint:
            # A joint leads to the break behind the line, which counts on from the line itself.
            if len(joint) > 1:  # both halves of an empty line map to the one break before it
                runs.append((at + 1, behind))
            parts.append(joint)
            at += len(joint)
        if start - at != runs[-1][1] - runs[-1][0]:
            runs.append((at, start))
        parts.append(line)
        at += len(line)
        behind = start + len(line)
        before = after
    return "".join(parts), TextMap(tuple(runs))


_Line = tuple[int, str, int]
"""Where a printed line starts, its text without the spaces around it, and its piece's number."""


def _lines(text: str, pieces: Iterable[tuple[int, int]]) -> list[_Line]:
    lines = []
    for number, (start, end) in enumerate(pieces):
        at = start
        for printed in text[start:end].split("\n"):
            line = printed.strip()
            if line and line[0] == _PILCROW:
                line = line.lstrip(_BEFORE_LINE).rstrip()
            if line:
                first = at if printed[0] == line[0] else at + printed.index(line)
                lines.append((first, line, number))
            at += len(printed) + 1
    return lines


def _goes_on(text: str, before: _Line, after: _Line, width: int) -> bool:
    """Tell at little cost that a line was full and its sentence goes on, as of most lines.

    False says nothing: :func:`_joint` looks at all the rest.
    """
    start, line, piece = before
    next_start, next_line, next_piece = after
    gap = next_start - start - len(line)
    return (
        (gap == 1 or (gap == 2 and text[next_start - 1] != text[next_start - 2]))
        and piece == next_piece
        and line[-1] != "-"
        and next_line[0] not in _BEGINS_ITEM
        and next_line[1:2] not in _ENDS_LABEL
        and next_line[2:3] not in _ENDS_LABEL
        and _GAP not in line
        and _GAP not in next_line
        and width - len(line) - 1 - (next_line.find(" ") if " " in next_line else len(next_line))
        <= _SLACK
    )


def _joint(text: str, before: tuple[int, str, int], after: tuple[int, str, int], width: int) -> str:
    """Give what stands between two lines of running text."""
    start, line, piece = before
    next_start, next_line, next_piece = after
    hyphen = _is_hyphenated(line, next_line)
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
                and _end_column(text, start, line) >= (width or _WIDEST + 1) - _SLACK
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


def _is_hyphenated(line: str, following: str) -> bool:
    """Tell whether a hyphen ends the line that stands within a word."""
    return line[-1] == "-" and line[-2:-1].isalnum() and following[0].isalnum()


def _old_joint(text: str, before: _Line, after: _Line, joint: str, words: Words) -> str:
    """Give the joint of two lines of the seventies: all are in capitals, and some were cut."""
    start, line, _ = before
    following = after[1]
    if line[-1].isalpha() and words.cut_within(line, following, _end_column(text, start, line)):
        return ""
    if line.endswith(_LEADS_TO_ITEM) and _CAPITAL_ITEM.match(following):
        return "\n"
    if joint == " " and _is_hyphenated(line, following):
        return ""  # in a copy with an empty line below each
    if joint == "\n" and line[-1] not in _SENTENCE_END and not _ITEM.match(following):
        cells = _CELLS.search(line) or _CELLS.search(following)
        return "\n" if cells else " "
    return joint


def _end_column(text: str, start: int, line: str) -> int:
    """Give the column in which ``line`` ends, with what stands before it on its own line."""
    return start + len(line) - text.rfind("\n", 0, start) - 1
