"""Another telegram behind the end of the first: kept, named, and not read."""

import re

from cableparse.telegram.head.head import Head
from cableparse.telegram.lines.patterns import PRINTED_LINE

# What begins a telegram, and what few texts of a telegram have: `SIPDIS E.O. 12958: N/A`.
_TRANSMITTED = "\nVZCZC"
# A pattern whose prefix is one rare letter runs over the text once for both forms.
_ORDER = re.compile(r"E\.?O\.? 1")
_DOTTED, _PLAIN = "E.O. 1", "EO 1"

_LINES_ABOVE = 40
_DE_DIGITS = 10_000


def find_second(text: str, head: Head, end: int, digits: int | None) -> int:
    """Give where another telegram begins behind ``head`` in the even ``text[:end]``, or ``end``.

    It begins with a VZCZC line, or with a classification line of another number above an E.O. line:
    a cable in sections has its own number again there. ``digits`` are the serial's last four, from
    the DE line, for a head whose classification line is lost.
    """
    second = _transmitted(text, head.body, end)
    order = _ORDER.search(text, head.body, second)
    while order is not None:
        at = order.start()
        # The dotted form anywhere, `SIPDIS E.O. 12958: N/A`; the other where a line begins.
        if order[0] != _DOTTED and (order[0] != _PLAIN or text[at - 1] != "\n"):
            order = _ORDER.search(text, at + 1, second)
            continue
        if (above := _line_above(text, head.body, at + 1)) is not None:
            start, other = above
            number = _number(head.printed_line(text))
            lost = number is None and digits is not None
            if (lost and other[1] % _DE_DIGITS != digits) or number not in {None, other}:
                second = start
        line = text.find("\n", at, second)
        order = _ORDER.search(text, line, second) if line >= 0 else None
    return second


def _line_above(text: str, start: int, order: int) -> tuple[int, tuple[str, int]] | None:
    """Give the nearest classification line above an E.O. line: where, and its post and serial."""
    at = order
    for _ in range(_LINES_ABOVE):
        if at - 1 <= start:
            break
        at = text.rfind("\n", start, at - 1) + 1
        if at == 0:
            break
        number = _number(PRINTED_LINE.match(text, at))
        if number is not None:
            return at, number
    return None


def _transmitted(text: str, start: int, end: int) -> int:
    """Give where a VZCZC line begins, or ``end``; by the letter that few words have."""
    at = text.find("Z", start, end)
    while at >= 0:
        if at - 2 >= start and text.startswith(_TRANSMITTED, at - 2, end):
            return at - 1
        at = text.find("Z", at + 1, end)
    return end


def _number(line: re.Match[str] | None) -> tuple[str, int] | None:
    return (" ".join(line["post"].upper().split()), int(line["serial"])) if line else None
