"""The head and the foot of a page, as machines of the seventies printed them into the text.

::

    break = [foot] [end mark] [head]
    foot  = level line
    head  = [level line] "PAGE 02 ROME 02492 201138Z" | "PAGE 02" line "ROME 02492"

The number in a series may stand behind the telegram's: `PAGE 02 STATE 055190 TOSEC 080044`.

A copy may have lost the line end behind a level: `SECRETSECRET`, `SECRETPAGE 02 ROME 02492`.

They stand anywhere, in a list of addressees and within a sentence, so they are taken out before a
line is read. Source: telegrams of 1973 to 1979 and of the years to 2002.
"""

import re

from cableparse.telegram.lines.pages import PageMark
from cableparse.text.even import places
from cableparse.text.segments import Insert, Layer, SegmentKind
from cableparse.text.spans import trusted_span

_PAGE = re.compile(
    r"PAGE[ ]+(?P<page>\d\d)(?:[ ]+|[ ]*\n[ ]*)(?P<post>[A-Z][A-Z .'-]{1,11}?)[ ]+"
    r"(?P<serial>\d{4,6})(?:[ ]+[A-Z]{4,6}[ ]+\d{1,6})?"
    r"(?:[ ]+\d\d[ ]+OF[ ]+\d\d)?(?:[ ]+\d{6}[ ]?Z)?[ ]*(?=\n|\Z)",
    re.ASCII,
)
_LEVELS = ("UNCLASSIFIED", "LIMITED OFFICIAL USE", "CONFIDENTIAL", "SECRET")
_LEVEL_LINES = frozenset(level * times for level in _LEVELS for times in (1, 2))
# What may stand behind the level at the last page's foot: the relay's note, end marks
_ENDS = re.compile(
    r"[ \n]*+(?:NOTE[ ]BY[ ]OC[^\n]*+[ \n]*+)?"
    r"(?:(?:N{3,5}\w*+(?:[ ]\w+)?|BT|<<[^\n]{0,40}+)[ \n]*+){0,3}\Z"
)
# One between the pages of two sections
_END_MARK = re.compile(r"N{3,5}\n")
_LONGEST_END_MARK = 7
_LONGEST_LEVEL = 60  # with the spaces around it
_LONGEST_LINE = 120  # with the empty lines behind it
_FULL_LINE = 45
_SENTENCE_ENDS = frozenset('.!?:;"')


def find_page_heads(text: str, start: int, end: int) -> list[PageMark]:
    """Give the page heads of the even ``text[start:end]``, in printed order.

    A mark's ``line`` is where the break begins, with the level at the foot of the page before;
    ``pages`` is 0, for no head says it.
    """
    heads = []
    behind = start
    for at in places(text, "PAGE", start, end):  # quicker without the space
        line = at
        while line > start and text[line - 1] == " ":
            line -= 1
        if at < behind:
            continue
        if line > start and text[line - 1] != "\n":
            line = _level_before(text, line, behind)
        if line < 0 or (page := _PAGE.match(text, at, end)) is None:
            continue
        first = _above(text, _end_mark_above(text, _above(text, line, behind), behind), behind)
        behind = page.end()
        heads.append(
            PageMark(
                post=" ".join(page["post"].split()),
                serial=int(page["serial"]),
                page=int(page["page"]),
                pages=0,
                span=trusted_span(at, behind),
                line=first,
                alone=True,
            )
        )
    return heads


def breaks_of(
    text: str, plain: str, heads: list[PageMark], start: int, body: int, end: int
) -> list[Insert]:
    """Give the page breaks to take out: those with a head, and each level alone behind ``body``.

    A break with empty lines above and below takes them along in the head, where an empty line ends
    a list, and within a sentence. The level at the foot of the last page is none: it stands behind
    the signer. ``plain`` is the text without an archive's stamps.
    """
    found = [_with_empty_lines(text, head, start, body) for head in heads]
    for level in _LEVELS:
        found += (
            line
            for at in places(text, level, body, end)
            if (line := _line_of(text, at, body, end))
            and text[slice(*line)].rstrip(" ") in _LEVEL_LINES
            and not _ENDS.match(plain, line[1], end)
        )
    found.sort(key=lambda one: (one[0], -one[1]))
    apart = []
    behind = -1
    for first, last in found:
        if last > behind:
            apart.append((max(first, behind), last, SegmentKind.PAGE_MARK, Layer.CONTENT))
            behind = last
    return apart


def _level_before(text: str, at: int, start: int) -> int:
    """Give where the line begins that has but levels before ``at``; -1 for any other line."""
    near = max(start, at - _LONGEST_LEVEL)  # a line may be as long as the text
    line = text.rfind("\n", near, at) + 1 or near
    begins = line == start or text[line - 1] == "\n"
    return line if begins and text[line:at].strip() in _LEVEL_LINES else -1


def _above(text: str, line: int, start: int) -> int:
    """Give where the level line above the line at ``line`` begins; ``line`` without one."""
    printed = text[max(start, line - _LONGEST_LEVEL) : line]
    words = printed.strip()
    level = words[words.rfind("\n") + 1 :].strip()
    if level not in _LEVEL_LINES:
        return line
    at = line - len(printed) + printed.rindex(level)
    while at > start and text[at - 1] == " ":  # some stand in the middle
        at -= 1
    return at if at == start or text[at - 1] == "\n" else line


def _end_mark_above(text: str, line: int, start: int) -> int:
    """Give where the end mark below a level begins, above the line at ``line``; else ``line``."""
    at = text.rfind("\n", max(start, line - _LONGEST_END_MARK), line - 1) + 1
    marked = at > 0 and _END_MARK.fullmatch(text, at, line) is not None
    return at if marked and _above(text, at, start) < at else line


def _with_empty_lines(text: str, head: PageMark, start: int, body: int) -> tuple[int, int]:
    """Widen a break by the empty lines around it, in the head and where a sentence runs on."""
    first, last = head.line, head.span.end
    above = text[max(start, first - _LONGEST_LINE) : first]
    below = text[last : last + _LONGEST_LINE]
    before = above.rstrip(" \n")
    rest = len(below) - len(below.lstrip(" \n"))
    line = before[before.rfind("\n") + 1 :]
    if not line or above.count("\n", len(before)) < 2 or below.count("\n", 0, rest) < 2:
        return first, last
    if last > body and (len(line) < _FULL_LINE or line[-1] in _SENTENCE_ENDS):
        return first, last
    return (
        first - len(above) + above.index("\n", len(before)) + 1,
        last + below.rindex("\n", 0, rest),
    )


def _line_of(text: str, at: int, start: int, end: int) -> tuple[int, int] | None:
    """Give the line that begins at ``at``; None where something stands before it."""
    if at > start and text[at - 1] != "\n":
        return None
    stop = text.find("\n", at, end)
    return at, stop if stop >= 0 else end
