"""Which decade a telegram is of, told by what it shows.

The machines and the rules of 1973 to 1979 differ: no empty lines, words divided at a line's end,
page heads within the text. Telegrams of the public collections begin in 1966.
"""

import re

from cableparse.model.fields import SEVENTIES
from cableparse.telegram.lines.pages import PageMark
from cableparse.text.spans import Span

# The orders in force: 11652 from June 1972, 12065 from December 1978
_ORDERS = ("11652", "12065")
_ORDER = re.compile(r"E\.?[ ]?O\.?[ ]{0,2}:?[ ]?\Z", re.IGNORECASE)
_DATE = re.compile(r"[\dO]{4,6}[ ]?Z [A-Z]{3,9} (?P<year>(?:19|20)?\d\d)\b", re.ASCII)
_BEFORE_ZONE = 7  # six digits and a space
_BEHIND_ZONE = 20  # the zone, the longest month and the year
_LATER_ORDER = re.compile(r"E\.?[ ]?O\.?[ ]{0,2}:?[ ]?1[23]\d{3}", re.IGNORECASE | re.ASCII)
_LOOK = 4000
_LONGEST_HEAD = 2000  # down to the date


def find_seventies(
    text: str, start: int, end: int, heads: list[PageMark], year: int | None
) -> tuple[bool, Span | None]:
    """Tell whether the even ``text[start:end]`` is of the seventies, and what in it shows that.

    It is the date-time group, the order in force, or the first page head of a copy without them;
    where the copy shows nothing, the ``year`` that the wrapping gives.
    """
    end = min(end, start + _LOOK)
    head = min(end, start + _LONGEST_HEAD)
    at = text.find("Z ", start, head)
    while at >= 0:  # the date is among the first lines, and seldom is it not the first such place
        if date := _DATE.search(text, max(start, at - _BEFORE_ZONE), min(end, at + _BEHIND_ZONE)):
            return (True, Span(*date.span())) if date["year"][-2] == "7" else (False, None)
        at = text.find("Z ", at + 1, head)
    for order in _ORDERS:
        at = text.find(order, start, end)
        if at >= 0 and _ORDER.search(text, max(start, at - 8), at):
            return True, Span(at, at + len(order))
    given = year is not None and year // 10 * 10 == SEVENTIES
    if (heads or given) and not _LATER_ORDER.search(text, start, end):
        return True, heads[0].span if heads else None
    return False, None
