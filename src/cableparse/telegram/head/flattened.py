"""A head whose line ends are all lost, parted in the order in which a head has its lines."""

import re
from collections.abc import Iterator

from cableparse.telegram.head.parted import Token, part_labels
from cableparse.telegram.lines.captions import find_captions
from cableparse.telegram.lines.patterns import (
    CLASSIFICATION_LINE,
    DATELINE,
    INDICATOR,
    LEVEL_SPACED,
)
from cableparse.telegram.lines.shapes import head_shape

LONGEST_LINE = 120
"""No line of a head is so long."""
BEGINS_FLAT = frozenset({"id", "routing", "de", "security", "dtg", "from_", "classification"})
RUNS_ON = {"dtg": " FM ", "from_": " TO ", "action": " INFO "}
"""What tells of a lost line end in a shorter line."""

_ADDRESSES = frozenset({"action", "info", "addressee", "excluded"})
_CLASSIFICATION = re.compile(CLASSIFICATION_LINE, re.VERBOSE | re.ASCII)

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
    | (?P<addressee>{INDICATOR}/|(?<!TO[ ])(?<!FM[ ])(?<!XMT[ ])(?<!INFO[ ])AM(?:EMBASSY|CONSUL)[ ])
    | (?P<dateline>{DATELINE}(?=[ ]))
    | (?P<classification>(?:UNCLAS(?:SIFIED)?|{LEVEL_SPACED})(?://[A-Z]+)?[ ]+
        (?:SECTION[ ]+\d\d?[ ]+OF[ ]+\d\d?[ ]+)?
        (?:\d\d[ ]+)?[A-Z][A-Z .'-]{{1,30}}?[ ]+\d{{3,6}}\b)
    )""",
    re.VERBOSE | re.ASCII,
)
_SHORTEST_RULE = 4
# behind `NOT FOR INTERNET DISTRIBUTION`; of others a passing line may speak: `PASS TO CODEL NORTH`
_ALWAYS_A_CAPTION = re.compile(r"(?<=[ ])(?:SIPDIS|NOFORN)(?=[ ]|\Z)")
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
    "dateline": 8,
    "classification": 9,
}
# `E.O. 12958: `, and as an editor's copies have them `EO 12958 N/A TAGS ETRD, NO`
_LABELS = re.compile(
    r"""(?<=[ ])(?:(?P<executive_order>E\.?[O0]\.?[ ]?1\d{4}(?::|[ ]))
    |(?P<tags>TAGS(?::|[ ](?=[A-Z]{2,5}(?:[ ,]|\Z))))|(?P<subject>SUBJ(?:ECT)?:[ ]))""",
    re.VERBOSE,
)


def part_flat(text: str, token: Token) -> Iterator[Token]:
    """Part a head that stands on one line."""
    name, start, first, last, blank = token
    if name == "classification":
        yield from _part_below_classification(text, token)
        return
    for match in _FLAT.finditer(text, first + 1, last):
        found, at = str(match.lastgroup), match.start()
        # `P R 281848Z DEC 66` is one group, addressees may be many
        if _ORDER[found] < _ORDER[name] + (name not in _ADDRESSES):
            continue
        if found == "addressee" and name not in _ADDRESSES:
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
    label = _LABELS.search(text, first, last)
    if line is None or label is None or label.start() < line.end():
        yield from part_labels(text, token)
        return
    yield name, start, first, line.end(), blank
    yield from _captions_and_passing(text, line.end(), label.start())
    at, found, rank = label.start(), str(label.lastgroup), label.lastindex or 0
    for later in _LABELS.finditer(text, label.end(), last):
        if (later.lastindex or 0) <= rank:
            break  # the text's own
        end = at + len(text[at : later.start()].rstrip())
        yield from part_labels(text, (found, at, at, end, False))
        at, found, rank = later.start(), str(later.lastgroup), later.lastindex or 0
    end = at + len(text[at:last].rstrip("-=*_ "))
    rule = end if last - end > _SHORTEST_RULE else last
    yield from part_labels(text, (head_shape(text, at, rule), at, at, rule, False))
    if rule < last:
        yield "rule", rule, text.index(text[last - 1], rule), last, False


def _captions_and_passing(text: str, start: int, end: int) -> Iterator[Token]:
    """Part the captions from the passing lines, which run together."""
    at = start + 1
    while at < end and (first_word := find_captions().match(text, at, end)):
        yield "caption", at, at, first_word.end(), False
        at = first_word.end() + 1
    for word in (*_ALWAYS_A_CAPTION.finditer(text, at, end), None):
        stop = word.start() if word else end
        if printed := text[at:stop].strip():
            first = text.index(printed[0], at)
            yield "text", first, first, first + len(printed), False
        if word:
            yield "caption", stop, stop, word.end(), False
            at = word.end()
