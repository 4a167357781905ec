"""Labels of the head that were typed wrongly: one letter lost, doubled, or swapped with the next.

Of those who drafted, which stand above all words that could be meant, one letter may be any other.

A line whose label is typed as it should be is told by its shape; this is asked of the others.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from string import ascii_uppercase
from types import MappingProxyType

from cableparse.telegram.lines.patterns import ADDRESS
from cableparse.vocabulary import find_tag

_LABELS = {
    "tags": ("TAGS", "TAG"),
    "subject": ("SUBJECT", "SUBJ"),
    "references": ("REF", "REFS", "REFTEL", "REFTELS", "REFERENCE", "REFERENCES"),
    "classified_by": ("CLASSIFIED BY",),
    "info": ("INFO",),
}
_DRAFTING = {
    "DRAFTED BY": "drafted_by",
    "APPROVED BY": "approved_by",
    "CLEARED BY": "cleared_by",
}
_SHORTEST = 3  # what is left of a shorter label says nothing
_WITHOUT_COLON = 6  # a word of so many letters is no other word

_OPENING = re.compile(
    r"(?P<word>[A-Z]{2,12})(?P<more>[ ]+[A-Z]{1,3}\b)?(?P<colon>[ ]*[:;]{1,2}|[ ]-(?=[ ]))?[ ]*",
    re.IGNORECASE,
)
_ADDRESS = re.compile(rf"[ ]*+\n?[ ]*+{ADDRESS}", re.VERBOSE | re.IGNORECASE)
_CODE = re.compile(r"[A-Z]{2,5}\b", re.IGNORECASE)


def mistyped_label(text: str, start: int, end: int) -> tuple[str, int] | None:
    """Give the field of a line with a mistyped label, and where the label ends; None for none.

    A label without a colon is one where it is long, or where a TAGS code or an address follows.
    """
    if text[start : start + 2].upper() not in _beginnings():
        return None  # as of nearly all lines
    opening = _OPENING.match(text, start, end)
    if opening is None:
        return None
    word, more = opening["word"].upper(), opening["more"]
    if more and (name := _mistyped().get(f"{word} {more.strip().upper()}")):
        return name, opening.end()
    name = _mistyped().get(word)
    if name is None:
        return None
    after = opening.end()
    if more:
        # What stands behind a single word is the value.
        if opening["colon"]:
            return None
        after = opening.start("more")
        after += len(text[after:end]) - len(text[after:end].lstrip(" "))
    if (
        (opening["colon"] and not more)
        or len(word) >= _WITHOUT_COLON
        or (name == "info" and _ADDRESS.match(text, after))
        or (name == "tags" and (code := _CODE.match(text, after, end)) and find_tag(code[0]))
    ):
        return name, after
    return None


@cache
def _mistyped() -> Mapping[str, str]:
    """Map each label with one slip of the keys to its field."""
    slips = {
        slip: name
        for name, labels in _LABELS.items()
        for label in labels
        for slip in slips_of(label)
        if len(slip) >= _SHORTEST
    }
    for label, name in _DRAFTING.items():
        slips |= dict.fromkeys((*slips_of(label), *_wrong_letters(label)), name)
    for labels in (*_LABELS.values(), _DRAFTING):
        for label in labels:
            slips.pop(label, None)
    slips["TAG"] = "tags"  # no shape has it without a colon
    return MappingProxyType(slips)


@cache
def _beginnings() -> frozenset[str]:
    """Give the first two letters of the mistyped labels."""
    return frozenset(label[:2] for label in _mistyped())


def _wrong_letters(label: str) -> Iterator[str]:
    for at in range(label.index(" ") + 1):
        for letter in ascii_uppercase:
            yield label[:at] + letter + label[at:]
            if label[at] != " ":
                yield label[:at] + letter + label[at + 1 :]


def slips_of(label: str) -> Iterator[str]:
    """Give a word as one slip of the keys makes it: a letter lost, doubled, or turned round."""
    for at, letter in enumerate(label):
        before, after = label[:at], label[at + 1 :]
        yield before + after
        yield before + letter + letter + after
        if after:
            yield before + after[0] + letter + after[1:]
