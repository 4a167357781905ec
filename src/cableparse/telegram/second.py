"""Another telegram behind the end of the first: kept, named, and not read."""

import re

from cableparse.telegram.head import Head
from cableparse.telegram.lines import CLASSIFICATION_LINE

# What begins a telegram, and what few texts of a telegram have: `SIPDIS E.O. 12958: N/A`.
_TRANSMITTED = "\nVZCZC"
_ORDERS = ("E.O. 1", "\nEO 1")

_LINE = re.compile(rf"[ ]*{CLASSIFICATION_LINE}", re.VERBOSE | re.IGNORECASE)
_DE = re.compile(r"[ ]*DE[ ]R[UH][A-Z]{3,5}[ ]#(\d{4})")
_LINES_ABOVE = 40


def find_second(text: str, head: Head, end: int) -> int:
    """Give where another telegram begins behind ``head`` in the even ``text[:end]``, or ``end``.

    It begins with a VZCZC line, or with a classification line of another number above an E.O. line:
    a cable in sections has its own number again there.
    """
    found = text.find(_TRANSMITTED, head.body, end)
    second = found + 1 if found >= 0 else end
    for order in _ORDERS:
        at = text.find(order, head.body, second)
        while at >= 0:
            second = _other_number_above(text, head, at + 1, second)
            line = text.find("\n", at + 1, second)
            at = text.find(order, line, second) if line >= 0 else -1
    return second


def _other_number_above(text: str, head: Head, order: int, second: int) -> int:
    own = head.first("classification")
    number = _number(text, own[0][0]) if own else None
    sent = head.first("de")
    digits = _DE.match(text, sent[0][0]) if sent else None
    at = order
    for _ in range(_LINES_ABOVE):
        if at - 1 <= head.body:
            break
        at = text.rfind("\n", head.body, at - 1) + 1
        if at == 0:
            break
        other = _number(text, at)
        if other is not None:
            if number is None and digits is not None:  # the DE line has the serial's last digits
                return at if other[1] % 10_000 != int(digits[1]) else second
            return at if number is not None and other != number else second
    return second


def _number(text: str, at: int) -> tuple[str, int] | None:
    line = _LINE.match(text, at)
    return (" ".join(line["post"].upper().split()), int(line["serial"])) if line else None
