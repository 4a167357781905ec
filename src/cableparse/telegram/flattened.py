"""A head whose line ends are all lost, parted in the order in which a head has its lines."""

import re
from collections.abc import Iterator

from cableparse.telegram.captions import find_captions
from cableparse.telegram.lines import CLASSIFICATION_LINE, INDICATOR, LEVEL_SPACED
from cableparse.telegram.parted import Token, part_labels
from cableparse.telegram.shapes import head_shape

BEGINS_FLAT = frozenset({"id", "routing", "de", "security", "dtg", "from_", "classification"})
LONGEST_LINE = 120
"""No line of a head is so long."""

_ADDRESSES = frozenset({"action", "info", "addressee", "excluded"})
_CLASSIFICATION = re.compile(CLASSIFICATION_LINE, re.VERBOSE)

# The lines by their beginnings: `RR RUEHC`, `DE RUEHNY #0012`, `TO RUEHC/SECSTATE WASHDC`
_FLAT = re.compile(
    rf"""(?<=[ ])(?:
      (?P<routing>(?:ZZ|OO|PP|RR|YY)[ ](?=R[UH]))
    | (?P<de>DE[ ]{INDICATOR}[ ]\#\d{{4}})
    | (?P<security>ZN[RY][ ][A-Z]{{5}}\b)
    | (?P<dtg>(?:[ZOPRYW][ ]){{1,2}}\d{{6}}Z[ ][A-Z]{{3}}[ ]\d\d\b)
    | (?P<from_>FM[ ])
    | (?P<action>TO[ ](?={INDICATOR}/|SECSTATE|AM(?:EMBASSY|CONSUL)))
    | (?P<excluded>(?:INFO[ ])?XMT[ ])
    | (?P<info>INFO[ ])
    | (?P<addressee>{INDICATOR}/)
    | (?P<classification>(?:UNCLAS(?:SIFIED)?|LIMITED[ ]OFFICIAL[ ]USE
        |{LEVEL_SPACED})(?://[A-Z]+)?[ ]+(?:SECTION[ ]+\d\d?[ ]+OF[ ]+\d\d?[ ]+)?
        (?:\d\d[ ]+)?[A-Z][A-Z .'-]{{1,30}}?[ ]+\d{{3,6}}\b)
    )""",
    re.VERBOSE,
)
_ORDER = {
    "id": 0,
    "routing": 1,
    "de": 2,
    "security": 3,
    "dtg": 4,
    "from_": 5,
    "action": 6,
    "info": 7,
    "excluded": 7,
    "addressee": 7,
    "classification": 8,
}
_ORDER_LINE = re.compile(r"E\.?O\.?[ ]?1\d{4}:|TAGS:[ ]|SUBJECT:[ ]")


def part_flat(text: str, token: Token) -> Iterator[Token]:
    """Part a head that stands on one line."""
    name, start, first, last, blank = token
    if name == "classification":
        yield from _part_below_classification(text, token)
        return
    for match in _FLAT.finditer(text, first + 1, last):
        found, at = str(match.lastgroup), match.start()
        if _ORDER[found] < _ORDER[name] or (found == "addressee" and name not in _ADDRESSES):
            continue
        yield name, start, first, first + len(text[first:at].rstrip()), blank
        name, start, first, blank = found, at, at, False
        if name == "classification":
            yield from _part_below_classification(text, (name, start, first, last, blank))
            return
    yield name, start, first, last, blank


def _part_below_classification(text: str, token: Token) -> Iterator[Token]:
    """Part a classification line from the captions, the passing lines and the labels behind it."""
    name, start, first, last, blank = token
    line = _CLASSIFICATION.match(text, first, last)
    order = _ORDER_LINE.search(text, first, last)
    if line is None or order is None or order.start() < line.end():
        yield from part_labels(text, token)
        return
    yield name, start, first, line.end(), blank
    at, labels = line.end() + 1, order.start()
    while at < labels and (word := find_captions().match(text, at, labels)):
        yield "caption", at, at, word.end(), False
        at = word.end() + 1
    if printed := text[at:labels].rstrip():
        yield "text", at, at, at + len(printed), False
    yield from part_labels(text, (head_shape(text, labels, last), labels, labels, last, False))
