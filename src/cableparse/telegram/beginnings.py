"""The beginning of a head: where one could stand, and the number that its lines print."""

import re
from collections.abc import Iterator
from itertools import islice

from cableparse.telegram.lines.patterns import PRINTED_LINE
from cableparse.telegram.lines.shapes import head_shape

_TRANSMISSION = frozenset(
    {*("id", "routing", "de", "security", "dtg"), *("distribution", "relay", "machine")}
)
_MOST_LINES = 20  # that a head has above its date, empty ones too
_SENDER_BELOW = re.compile(r"Z[ ][A-Z]{3}[ ]\d\d[A-Z0-9 ]*\n[ \n]{0,4}FM[ ][A-Z]")
LINES_ABOVE = 40
"""How many lines a head has at most, empty ones too."""
_MOST_CAPTIONS = 3  # printed lines between the classification line and the labels
# What stands in a head below its classification line
_LABEL = re.compile(r"[ ]*(?:E\.?[ ]?O(?:\.|[ ]1)|TAGS?\b|SUBJ)")
PRINTED = re.compile(r"[ ]*+[^ \n]")
"""A line's first printed character, and the spaces before it."""
PARAGRAPH = re.compile(r"\n[ ]*¶?\d{1,2}\.[ ]")
"""The number of a paragraph at the beginning of a line."""

Number = tuple[str, int]
"""A post and a serial."""


def first_head(text: str, start: int, end: int) -> int:
    """Give where the first head could begin, or ``end``: with VZCZC, or with a date above FM.

    Both have a letter that few words have.
    """
    at = text.find("Z", start, end)
    while at >= 0:
        if text[at - 1] == "V":
            if text.startswith("VZCZC", at - 1) and (at - 1 <= start or text[at - 2] == "\n"):
                return at - 1
        elif (
            # `141745Z`, `141745 Z`
            text[at - 6 : at].isdecimal()
            or (text[at - 1] == " " and text[at - 7 : at - 1].isdecimal())
        ) and _SENDER_BELOW.match(text, at, end):
            return _transmission_above(text, start, text.rfind("\n", start, at) + 1 or start)
        at = text.find("Z", at + 1, end)
    return end


def _transmission_above(text: str, start: int, first: int) -> int:
    """Give where the transmission lines above the line at ``first`` begin."""
    at = first
    for _ in range(_MOST_LINES):
        if at <= start:
            break
        line = text.rfind("\n", start, at - 1) + 1 or start
        if printed := text[line : at - 1].strip():
            begin = text.index(printed[0], line)
            if head_shape(text, begin, begin + len(printed)) not in _TRANSMISSION:
                break
            first = line
        at = line
    return first


def lines_of(text: str, start: int, end: int) -> Iterator[int]:
    """Give where each line of ``text[start:end]`` begins."""
    at = start
    while at < end:
        yield at
        at = text.find("\n", at, end) + 1 or end


def is_above_label(text: str, start: int, end: int, most: int = _MOST_CAPTIONS) -> bool:
    """Tell whether a label stands below ``start``, with at most so many printed lines between."""
    printed = (at for at in lines_of(text, start, end) if PRINTED.match(text, at, end))
    return any(_LABEL.match(text, at) for at in islice(printed, most + 1))


def number_below(text: str, at: int, end: int) -> Number | None:
    """Give the number of the first classification line from ``at`` on."""
    for _ in range(LINES_ABOVE):
        if (number := number_of(PRINTED_LINE.match(text, at, end))) is not None:
            return number
        at = text.find("\n", at, end) + 1
        if at == 0:
            break
    return None


def number_of(line: re.Match[str] | None) -> Number | None:
    """Give the number that a classification line prints; None without one."""
    if line is None:
        return None
    serial = line["serial"].upper().replace("O", "0")
    return " ".join(line["post"].upper().split()), int(serial)
