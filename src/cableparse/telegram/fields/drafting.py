"""Who drafted, approved and cleared a telegram, as Washington's own say above the date."""

import re
from collections.abc import Iterator

from cableparse.telegram.head.head import Head
from cableparse.telegram.reading import Reading
from cableparse.text.spans import Span

FIELDS = ("drafted_by", "approved_by", "cleared_by")

# `DRAFTED BY`, `APPROVEDBY:`, `CLEARED:`, `EPPROVED BY`, with what parts it from the value
_LABEL = re.compile(r"(?:[A-Z]{6,9}?[ ]?BY\b|[A-Z]{6,9})[ ]*+:?[ ]*", re.IGNORECASE)
# Where an office follows, `ECON: MDOE, DCM: LMOE`; a comma may also stand within a name.
_PARTED = re.compile(r";[ ]*|,[ ]*(?=[A-Z][A-Z/&.-]*+[ ]?:|\Z)", re.IGNORECASE)
_OFFICES = re.compile(r"[A-Z/-]{1,8}(?:,[ ]*[A-Z/-]{1,8})++\Z")
# A label whose line lost the line end before it: `DRAFTED BY EUR:JROE APPROVED BY EUR:JDOE`
_INNER_LABEL = re.compile(r"\b(?P<word>DRAFTED|APPROVED|CLEARED)[ ]?BY\b[ ]*+:?[ ]*", re.IGNORECASE)
# The telephone of who drafted, or the day and then it: `X21234`, `10/5/73 EXT. 21234`
_EXTENSION = re.compile(r"(?:X|EXT\.?)[ -]?\d{4,5}|\d\d?/\d\d?/\d\d")
_EDGES = " ,;-"
_COMMA = re.compile(r",[ ]*")


def read_drafting(text: str, head: Head, reading: Reading) -> None:
    """Read ``drafted_by``, ``approved_by`` and ``cleared_by``, each entry as printed.

    Below the line of who approved, a line without a label names one who cleared.
    """
    found: dict[str, list[Span]] = {}
    for field in FIELDS:
        for first, *others in head.blocks.get(field, ()):
            label = _LABEL.match(text, *first)
            name, at = field, label.end() if label else first[0]
            for inner in _INNER_LABEL.finditer(text, at, first[1]):
                found.setdefault(name, []).extend(_entries(text, at, inner.start()))
                name, at = f"{inner['word'].lower()}_by", inner.end()
            found.setdefault(name, []).extend(_entries(text, at, first[1]))
            below = "cleared_by" if name == "approved_by" else name
            for piece in others:
                if not _EXTENSION.match(text, *piece):
                    found.setdefault(below, []).extend(_entries(text, *piece))
    for field, spans in found.items():
        if spans:
            names = tuple(" ".join(span.slice(text).split()) for span in spans)
            reading.put(field, names, spans)


def _entries(text: str, start: int, end: int) -> Iterator[Span]:
    signs = _COMMA if _OFFICES.match(text, start, end) else _PARTED
    for sign in signs.finditer(text, start, end):
        yield from _entry(text, start, sign.start())
        start = sign.end()
    yield from _entry(text, start, end)


def _entry(text: str, start: int, end: int) -> Iterator[Span]:
    if printed := text[start:end].rstrip(_EDGES):
        yield Span(start, start + len(printed))
