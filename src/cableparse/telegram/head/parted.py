"""A line of the head in which a line end was lost, parted before what began the next line."""

import re
from collections.abc import Iterable, Iterator

from cableparse.telegram.lines.patterns import (
    FUSED_CLASSIFICATION,
    INLINE_LABEL,
    LONGEST_MARKUP,
    MARKUP,
)
from cableparse.telegram.lines.shapes import head_shape
from cableparse.vocabulary import find_tag

Token = tuple[str, int, int, int, bool]
"""A printed line or part of one: its name, where it starts, its first and behind its last
character, and whether an empty line stands before it."""

# The order of the labels: behind one of them only a later one can follow on the same line. Behind
# what has no label any can.
_LABELS = ("executive_order", "tags", "subject", "references", "classified_by")
_RANK = {name: rank for rank, name in enumerate(_LABELS)}
_NO_LABEL = (
    "addressee",
    "action",
    "info",
    "excluded",
    "from_",
    "dtg",
    "security",
    "classification",
    "level_only",
    "caption",
    "text",
)
MAY_HAVE_LABEL = frozenset((*_LABELS, *_NO_LABEL))
# Of these, those in which a classification line may stand that lost the line end before it
MAY_BE_FUSED = frozenset({"text", "addressee", "action", "info", "excluded"})

# The ends of the labels, and the first place where a second label's colon can stand (`N/A REF:`,
# `TAGS REF:`): the quick way to know that a line is one token.
_LABEL_ENDS = frozenset({"GS", "AG", "CT", "BJ", "EF", "FS", "EL", "LS", "S)", "CE", "ES"})
SECOND_COLON = {name: 8 if name in _RANK else 7 for name in MAY_HAVE_LABEL}
# Behind which label the other needs no colon: no code is SUBJECT, no order TAGS, and no subject
# enumerates telegrams.
_BEFORE_BARE = {"subject": "tags", "tags": "executive_order", "references": "subject"}
BARE_LABEL = {"tags": "SUBJ", "executive_order": "TAGS", "subject": " REF"}
"""What tells of a label without a colon, or with another sign, behind each of these."""
_FIRST_WORD = 4
_CODE = re.compile(r"[ ]*([A-Z]{4})(?![A-Za-z])")


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
    if name in MAY_HAVE_LABEL and _may_have_label(name, text, first + SECOND_COLON[name] - 2, last):
        return _labelled_parts(text, token)
    return (token,)


def _labelled_parts(text: str, token: Token) -> Iterator[Token]:
    name, start, first, last, blank = token
    for label in INLINE_LABEL.finditer(text, first + _FIRST_WORD, last):
        found = str(label.lastgroup).removeprefix("stuck_")
        if found.startswith("bare_"):
            found = found.removeprefix("bare_")
            if name != _BEFORE_BARE[found]:
                continue
        later = _RANK[found] > _RANK.get(name, -1)
        if later or _is_misplaced(name, found, _CODE.match(text, label.end(), last)):
            end = _printed_end(text, first, label.start())
            if end > first:
                if name == "text":
                    name = head_shape(text, first, end)  # `SIPDIS E.O. 12958: N/A`
                yield name, start, first, end, blank
                start, blank = label.start(), False
            name, first = found, label.start()
    yield name, start, first, last, blank


def _printed_end(text: str, first: int, at: int) -> int:
    """Give where what is printed before a label ends, without the markup between the two."""
    end = at
    while end > first:
        if text[end - 1] in " ¶":
            end -= 1
            continue
        opens = text.rfind(
            "<" if text[end - 1] == ">" else "&", max(first, end - LONGEST_MARKUP), end
        )
        if text[end - 1] not in ">;" or opens < 0 or not MARKUP.fullmatch(text, opens, end):
            break
        end = opens
    return end


def _is_misplaced(name: str, found: str, code: re.Match[str] | None) -> bool:
    """Tell whether a label stands behind one that mostly comes later: `SUBJ: LAMPS TAGS: ETRD`.

    A subject may speak of ear tags and of an executive order, so a known ``code`` has to follow
    the one, and the other to stand behind TAGS.
    """
    if found == "tags" and name in {"subject", "references"}:
        return code is not None and find_tag(code[1]) is not None
    return found == "executive_order" and name == "tags"


def _may_have_label(name: str, text: str, first: int, last: int) -> bool:
    """Tell whether what stands before some colon could be a label, or a label has none.

    A number on an E.O. line is its own: it has no other.
    """
    numbers = name != "executive_order"
    at = text.find(":", first, last)
    while at >= 0:
        # `TAGS`, `REF(S)`; `E.O. 12958`
        before = text[at - 3 : at].rstrip(" :")[-2:].upper()
        if before in _LABEL_ENDS or (numbers and text[at - 4 : at].isdecimal()):
            return True
        at = text.find(":", at + 1, last)
    capitals = text[first:last].upper()
    return " BY" in capitals or BARE_LABEL.get(name, "\n") in capitals
