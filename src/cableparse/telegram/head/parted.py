"""A line of the head in which a line end was lost, parted before what began the next line."""

from collections.abc import Iterable, Iterator

from cableparse.telegram.lines.patterns import FUSED_CLASSIFICATION, INLINE_LABEL
from cableparse.telegram.lines.shapes import head_shape

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
MAY_HAVE_LABEL = frozenset(_RANK)
MAY_BE_FUSED = frozenset({"text", "addressee", "action", "info", "excluded"})

# The ends of the labels, and the first place where a second label's colon can stand (`N/A REF:`,
# `TAGS REF:`): the quick way to know that a line is one token.
_LABEL_ENDS = frozenset({"GS", "CT", "BJ", "EF", "FS", "EL", "LS", "S)"})
SECOND_COLON = {name: 7 if name in {"classification", "text"} else 8 for name in _ORDER}
_FIRST_WORD = 4


def has_seam(line: str) -> bool:
    """Tell whether some letters of what a lost line end leaves inside a line stand there."""
    return (
        "NCLAS" in line
        or "SECRET" in line
        or "ONFIDENTIAL" in line
        or "S E C R E T" in line
        or "O N F I D" in line
        or "day, " in line
    )


def part_fused(text: str, token: Token) -> Iterator[Token]:
    """Part `… WASHINGTON DCUNCLAS SECTION 01 OF 02 …` before its classification."""
    name, start, first, last, blank = token
    fused = FUSED_CLASSIFICATION.search(text, first + 1, last)
    if fused is None:
        yield from part_labels(text, token)
        return
    at = fused.start()
    yield name, start, first, first + len(text[first:at].rstrip()), blank
    name = "dateline" if text[at + 1].islower() else "classification"
    yield name, at, at, last, False


def part_labels(text: str, token: Token) -> Iterable[Token]:
    """Part `E.O. 12958: N/A TAGS: ASEC BR` before each label that may follow."""
    name, _, first, last, _ = token
    if name in _RANK and _may_have_label(text, first + SECOND_COLON[name] - 2, last):
        return _labelled_parts(text, token)
    return (token,)


def _labelled_parts(text: str, token: Token) -> Iterator[Token]:
    name, start, first, last, blank = token
    for label in INLINE_LABEL.finditer(text, first + _FIRST_WORD, last):
        found = str(label.lastgroup).removeprefix("stuck_")
        if _RANK[found] > _RANK[name]:
            end = first + len(text[first : label.start()].rstrip())
            if name == "text" and end > first:
                name = head_shape(text, first, end)  # `SIPDIS E.O. 12958: N/A`
            yield name, start, first, end, blank
            name, start, first, blank = found, label.start(), label.start(), False
    yield name, start, first, last, blank


def _may_have_label(text: str, first: int, last: int) -> bool:
    """Tell whether what stands before some colon could be a label, or a label has none."""
    at = text.find(":", first, last)
    while at >= 0:
        # `TAGS`, `REF(S)`; `E.O. 12958`
        if text[at - 2 : at].upper() in _LABEL_ENDS or text[at - 4 : at].isdecimal():
            return True
        at = text.find(":", at + 1, last)
    return " BY" in text[first:last].upper()
