"""The lines of a telegram's head as named tokens, parted where a line end was lost."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from cableparse.telegram.captions import find_captions
from cableparse.telegram.lines import (
    CLASSIFICATION_LINE,
    FUSED_CLASSIFICATION,
    INDICATOR,
    INLINE_LABEL,
    LEVEL_SPACED,
)
from cableparse.telegram.shapes import head_shape


class Token(NamedTuple):
    """A line or part of one: its name, where it starts, its first and behind its last character."""

    name: str
    start: int
    first: int
    last: int


# The order of the labels: behind one of them only a later one can follow on the same line.
_ORDER = (
    "classification",
    "text",
    "executive_order",
    "tags",
    "subject",
    "references",
    "classified_by",
)
_RANK = {name: rank for rank, name in enumerate(_ORDER)}
_MAY_BE_FUSED = frozenset({"text", "addressee", "action", "info", "excluded"})

_ADDRESSES = frozenset({"action", "info", "addressee", "excluded"})
_CLASSIFICATION = re.compile(CLASSIFICATION_LINE, re.VERBOSE)
_ADDRESS_LABELS = frozenset({"action", "info", "from_"})
# A head whose line ends are all lost: its lines in their order, each with a shape of its own.
_BEGINS_FLAT = frozenset({"id", "routing", "de", "security", "dtg", "from_", "classification"})
_LONGEST_LINE = 120  # no line of a head is so long
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
_FLAT_ORDER = {
    "id": 0, "routing": 1, "de": 2, "security": 3, "dtg": 4, "from_": 5, "action": 6, "info": 7,
    "excluded": 7, "addressee": 7, "classification": 8,
}  # fmt: skip
_ORDER_LINE = re.compile(r"E\.?O\.?[ ]?1\d{4}:|TAGS:[ ]|SUBJECT:[ ]")

_SPLICED_MARK = re.compile(r"(?P<label>TO|INFO|FM)[ ]+(?P<mark>PAGE[ ]\d\d[ ])")

# Some letters of each thing that a lost line end leaves inside a line, and how far into a text a
# head can reach: one search for each tells that most heads have no seam at all.
_SEAMS = ("NCLAS", "S E C R E T", "SECRET", "ONFIDENTIAL", "O N F I D", "day, ")
_HEAD_REACH = 20_000


def head_tokens(text: str, start: int, end: int) -> Iterator[Token]:
    """Give the tokens of the even ``text[start:end]``, lazily: the caller knows the head's end."""
    seams = _possible_seams(text, start, end)
    at = start
    while at < end:
        line_end = text.find("\n", at, end)
        if line_end < 0:
            line_end = end
        line = text[at:line_end]
        stripped = line.strip(" ")
        if stripped:
            first = at + line.index(stripped[0])
            token = Token(head_shape(text, first, end), at, first, first + len(stripped))
            name, last = token.name, token.last
            while seams and seams[-1] <= first:
                seams.pop()
            if last - first > _LONGEST_LINE and name in _BEGINS_FLAT:
                yield from _part_flat(text, token)
            elif seams and seams[-1] < last and name in _MAY_BE_FUSED:
                yield from _part_fused(text, token)
            elif name in _RANK and text.find(":", first + 4, last) > 0:
                yield from _part_labels(text, token)
            elif name in _ADDRESS_LABELS and (mark := _SPLICED_MARK.match(text, first, last)):
                # `TO PAGE 02        STATE   015113  182333Z`: the addressees stand below
                yield token._replace(last=mark.end("label"))
                yield Token("page_mark", mark.start("mark"), mark.start("mark"), last)
            else:
                yield token
        else:
            yield Token("blank", at, line_end, line_end)
        at = line_end + 1


def _possible_seams(text: str, start: int, end: int) -> list[int]:
    """Give where a word that begins a line stands inside one, the last place first."""
    reach = min(end, start + _HEAD_REACH)
    seams = []
    for letters in _SEAMS:
        at = text.find(letters, start, reach)
        while at >= 0:
            line_start = text.rfind("\n", start, at) + 1 or start
            if len(text[line_start:at].lstrip(" ")) > len("Wednes"):
                seams.append(at)
            at = text.find(letters, at + 1, reach)
    return sorted(seams, reverse=True)


def _part_fused(text: str, token: Token) -> Iterator[Token]:
    """Part `… WASHINGTON DCUNCLAS SECTION 01 OF 02 …` before its classification."""
    fused = FUSED_CLASSIFICATION.search(text, token.first + 1, token.last)
    if fused is None:
        yield from _part_labels(text, token)
        return
    at = fused.start()
    yield token._replace(last=token.first + len(text[token.first : at].rstrip()))
    name = "dateline" if text[at + 1].islower() else "classification"
    yield Token(name, at, at, token.last)


def _part_flat(text: str, token: Token) -> Iterator[Token]:
    """Part a head that stands on one line, in the order in which a head has its lines."""
    if token.name == "classification":
        yield from _part_below_classification(text, token)
        return
    for match in _FLAT.finditer(text, token.first + 1, token.last):
        name = str(match.lastgroup)
        if _FLAT_ORDER[name] < _FLAT_ORDER[token.name] or (
            name == "addressee" and token.name not in _ADDRESSES
        ):
            continue
        yield token._replace(last=token.first + len(text[token.first : match.start()].rstrip()))
        token = Token(name, match.start(), match.start(), token.last)
        if name == "classification":
            yield from _part_below_classification(text, token)
            return
    yield token


def _part_below_classification(text: str, token: Token) -> Iterator[Token]:
    """Part a classification line from the captions, the passing lines and the labels behind it."""
    line = _CLASSIFICATION.match(text, token.first, token.last)
    order = _ORDER_LINE.search(text, token.first, token.last)
    if line is None or order is None or order.start() < line.end():
        yield from _part_labels(text, token)
        return
    yield token._replace(last=line.end())
    at = line.end() + 1
    while at < order.start() and (word := find_captions().match(text, at, order.start())):
        yield Token("caption", at, at, word.end())
        at = word.end() + 1
    if printed := text[at : order.start()].rstrip():
        yield Token("text", at, at, at + len(printed))
    first = order.start()
    name = head_shape(text, first, token.last)
    yield from _part_labels(text, Token(name, first, first, token.last))


def _part_labels(text: str, token: Token) -> Iterator[Token]:
    """Part `E.O. 12958: N/A TAGS: ASEC BR` before each label that may follow."""
    if token.name not in _RANK:
        yield token
        return
    for label in INLINE_LABEL.finditer(text, token.first + 4, token.last):
        found = "references" if label.lastgroup == "stuck" else str(label.lastgroup)
        if _RANK[found] > _RANK[token.name]:
            last = token.first + len(text[token.first : label.start()].rstrip())
            name = token.name
            if name == "text" and last > token.first:
                name = head_shape(text, token.first, last)  # `SIPDIS E.O. 12958: N/A`
            yield token._replace(name=name, last=last)
            token = Token(found, label.start(), label.start(), token.last)
    yield token
