"""The lines of a telegram's head as named tokens, parted where a line end was lost."""

import re
from collections.abc import Iterator

from cableparse.telegram.lines import FUSED_CLASSIFICATION, INLINE_LABEL
from cableparse.telegram.shapes import head_shape

Token = tuple[str, int, int, int, bool]
"""A printed line or part of one: its name, where it starts, its first and behind its last
character, and whether an empty line stands before it."""

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
_MAY_BE_FUSED = frozenset({"text", "addressee", "action", "info"})

_ADDRESS_LABELS = frozenset({"action", "info", "from_"})
_MAY_BE_PARTED = _RANK.keys() | _MAY_BE_FUSED | _ADDRESS_LABELS
_SPLICED_MARK = re.compile(r"(?P<label>TO|INFO|FM)[ ]+(?P<mark>PAGE[ ]\d\d[ ])")

# The ends of the labels, and the first place where a second label's colon can stand (`N/A REF:`,
# `TAGS REF:`): the quick way to know that a line is one token.
_LABEL_ENDS = frozenset({"GS", "CT", "BJ", "EF", "FS", "EL", "LS", "S)"})
_SECOND_COLON = {name: 7 if name in {"classification", "text"} else 8 for name in _ORDER}
_FIRST_WORD = 4


def head_tokens(text: str, start: int, end: int) -> Iterator[Token]:
    """Give the tokens of the even ``text[start:end]``, lazily: the caller knows the head's end."""
    behind = start
    blank = False
    while behind < end:
        at = behind
        behind = text.find("\n", at, end) + 1 or end
        line = text[at:behind].strip(" \n")
        if not line:
            blank = True
            continue
        first = text.index(line[0], at)
        last = first + len(line)
        name = head_shape(text, first, end)
        token = name, at, first, last, blank
        blank = False
        if name not in _MAY_BE_PARTED:
            yield token
        elif name in _MAY_BE_FUSED and _has_seam(line):
            yield from _part_fused(text, token)
        elif name in _RANK and text.find(":", first + _SECOND_COLON[name], last) > 0:
            yield from _part_labels(text, token)
        elif name in _ADDRESS_LABELS and (mark := _SPLICED_MARK.match(text, first, last)):
            # `TO PAGE 02        STATE   015113  182333Z`: the addressees stand below
            yield name, at, first, mark.end("label"), token[-1]
            yield "page_mark", mark.start("mark"), mark.start("mark"), last, False
        else:
            yield token


def _has_seam(line: str) -> bool:
    """Tell whether some letters of what a lost line end leaves inside a line stand there."""
    return (
        "NCLAS" in line
        or "SECRET" in line
        or "ONFIDENTIAL" in line
        or "S E C R E T" in line
        or "O N F I D" in line
        or "day, " in line
    )


def _part_fused(text: str, token: Token) -> Iterator[Token]:
    """Part `… WASHINGTON DCUNCLAS SECTION 01 OF 02 …` before its classification."""
    name, start, first, last, blank = token
    fused = FUSED_CLASSIFICATION.search(text, first + 1, last)
    if fused is None:
        yield from _part_labels(text, token)
        return
    at = fused.start()
    yield name, start, first, first + len(text[first:at].rstrip()), blank
    name = "dateline" if text[at + 1].islower() else "classification"
    yield name, at, at, last, False


def _has_label(line: str) -> bool:
    if " BY" in line:
        return True
    for part in line.split(":")[:-1]:
        # `TAGS`, `REF(S)`; `E.O. 12958`
        if part[-2:] in _LABEL_ENDS or (part[-5:-4] == "1" and part[-4:].isdecimal()):
            return True
    return False


def _part_labels(text: str, token: Token) -> Iterator[Token]:
    """Part `E.O. 12958: N/A TAGS: ASEC BR` before each label that may follow."""
    name, start, first, last, blank = token
    if name in _RANK and _has_label(text[first + _SECOND_COLON[name] - 2 : last].upper()):
        for label in INLINE_LABEL.finditer(text, first + _FIRST_WORD, last):
            found = str(label.lastgroup).removeprefix("stuck_")
            if _RANK[found] > _RANK[name]:
                end = first + len(text[first : label.start()].rstrip())
                if name == "text" and end > first:
                    name = head_shape(text, first, end)  # `SIPDIS E.O. 12958: N/A`
                yield name, start, first, end, blank
                name, start, first, blank = found, label.start(), label.start(), False
    yield name, start, first, last, blank
