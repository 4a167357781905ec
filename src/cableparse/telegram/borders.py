"""Where another telegram begins behind this one's end, which is named and not read.

The heads of the telegram's own later sections look like it and are told by their number.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice
from operator import itemgetter

from cableparse.telegram.beginnings import (
    LINES_ABOVE,
    PARAGRAPH,
    Number,
    first_head,
    is_above_label,
    lines_of,
    number_below,
    number_of,
)
from cableparse.telegram.head.blocks import read_head
from cableparse.telegram.head.head import Head
from cableparse.telegram.lines.patterns import PRINTED_LINE
from cableparse.text.even import places, raised
from cableparse.text.segments import Insert, Layer, SegmentKind

_END_MARK = re.compile(r"(?<=\n)[ ]*(?:N{3,5}\w*|BT)[ \n]*\Z")
_LONGEST_MARK = 200  # with the blanked page break behind it
_LONGEST_HEAD = 8000  # code points
_LONGEST_LIST = 4000  # code points between a first page's head and the date

# What few texts of a telegram have: `SIPDIS E.O. 12958: N/A`.
# A pattern whose prefix is one rare letter runs over the text once for both forms.
_ORDER = re.compile(r"E\.?O\.? 1")
_DOTTED, _PLAIN = "E.O. 1", "EO 1"

_NEAR_END = 60
_DE_DIGITS = 10_000


def find_others(
    text: str, head: Head, end: int, digits: int | None, pages: Sequence[int], *, old: bool
) -> tuple[int, list[Insert]]:
    """Give where another telegram begins behind ``head`` in the even ``text[:end]``, or ``end``.

    With it come the heads of the telegram's own later sections, which have its number again.
    Another telegram begins with transmission lines, or with a classification line of another
    number above an E.O. or a SUBJECT line. ``digits`` are the serial's last four, from the DE line,
    for a head whose classification line is lost, ``pages`` where the heads of first pages end; for
    ``old`` see `read_head`.
    """
    own = number_of(head.printed_line(text))
    if text[max(head.body, end - _NEAR_END) : end].islower():  # another, put in small letters
        text = raised(text)
    sections: list[Insert] = []
    second = first_head(text, head.body, end)
    while second < end and _is_own(number_below(text, second, end), own, digits):
        behind = _behind_head(text, second, end, head, old=old)
        if behind <= second:  # a date within a paragraph
            second = first_head(text, text.find("\n", second, end) + 1 or end, end)
            continue
        before = sections[-1][1] if sections else head.body
        first = _end_marks_above(text, before, _page_above(text, before, second, pages))
        sections.append((first, behind, SegmentKind.SECTION_HEAD, Layer.CONTENT))
        second = first_head(text, behind, end)
    for at in _labels(text, head.body, second):
        if (above := _line_above(text, head.body, at + 1)) is not None:
            start, other = above
            if other == own:
                _add_labelled(text, start, second, sections, old=old)
                continue
            lost = own is None and digits is not None
            if (lost and other[1] % _DE_DIGITS != digits) or own not in {None, other}:
                second = min(second, start)
    return second, [section for section in sections if section[1] <= second]


def _page_above(text: str, start: int, at: int, pages: Sequence[int]) -> int:
    """Give where the page begins whose lists stand above the head at ``at``, or ``at``."""
    number = bisect_right(pages, at)
    page = pages[number - 1] if number else 0
    if page < start or at - page > _LONGEST_LIST or PARAGRAPH.search(text, page, at):
        return at
    return page


def _behind_head(text: str, start: int, end: int, head: Head, *, old: bool) -> int:
    """Give where the text goes on behind a later section's head; ``head`` is the first's.

    In telegrams of the seventies that is below the classification line, also within a sentence,
    unless the labels stand again.
    """
    for at in islice(lines_of(text, start, end), LINES_ABOVE if old else 0):
        if number_of(PRINTED_LINE.match(text, at, end)) is not None:
            below = text.find("\n", at, end) + 1 or end
            if not is_above_label(text, below, end):
                return _behind_said_again(text, below, end, head)
            break
    return read_head(text, start, min(end, start + _LONGEST_HEAD), old=old).body


def _behind_said_again(text: str, at: int, end: int, head: Head) -> int:
    """Give where the text goes on behind the passing lines and captions that ``head`` has too."""
    said = {
        text[first:last] for name in ("passing", "caption") for first, last in head.pieces(name)
    }
    behind = at
    for line in islice(lines_of(text, at, end), 2 * len(said)):  # with an empty one below each
        below = text.find("\n", line, end) + 1 or end
        if printed := text[line:below].strip():
            if printed not in said:
                break
            behind = below
    return behind


def _add_labelled(text: str, start: int, end: int, sections: list[Insert], *, old: bool) -> None:
    """Add a section's head that is its classification line, with the labels right below it.

    ``sections`` are in order, and none shares characters with another.
    """
    at = bisect_right(sections, start, key=itemgetter(0))
    if at and sections[at - 1][1] > start:
        return  # the label is that section's
    below = text.find("\n", start, end) + 1 or end
    if not is_above_label(text, below, end):
        return
    stop = min(end, start + _LONGEST_HEAD, sections[at][0] if at < len(sections) else end)
    behind = read_head(text, start, stop, old=old).body
    sections.insert(at, (start, behind, SegmentKind.SECTION_HEAD, Layer.CONTENT))


def _is_own(other: Number | None, own: Number | None, digits: int | None) -> bool:
    if other is None:
        return False
    return other == own if own is not None else other[1] % _DE_DIGITS == digits


def _end_marks_above(text: str, start: int, at: int) -> int:
    """Give where the end marks of the section before begin, `NNN`, or ``at``."""
    above = text[max(start, at - _LONGEST_MARK) : at]
    marks = _END_MARK.search(above)
    return at - len(above) + marks.start() if marks else at


def _labels(text: str, start: int, end: int) -> Iterator[int]:
    """Give where an E.O. line or a SUBJECT line may stand."""
    for order in _ORDER.finditer(text, start, end):
        # The dotted form anywhere, `SIPDIS E.O. 12958: N/A`; the other where a line begins.
        if order[0] == _DOTTED or (order[0] == _PLAIN and text[order.start() - 1] == "\n"):
            yield order.start()
    for at in places(text, "SUBJECT:", start, end):
        if text[at - 1] == "\n":
            yield at


def _line_above(text: str, start: int, at: int) -> tuple[int, Number] | None:
    """Give the nearest classification line above a label: where, and its post and serial."""
    for _ in range(LINES_ABOVE):
        if at - 1 <= start:
            break
        at = text.rfind("\n", start, at - 1) + 1
        if at == 0:
            break
        number = number_of(PRINTED_LINE.match(text, at))
        if number is not None:
            return at, number
    return None
