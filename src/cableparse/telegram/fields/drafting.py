"""Who drafted, approved and cleared a telegram, as Washington's own say above the date."""

import re
from collections.abc import Iterator

from cableparse.telegram.head.head import Head, Piece
from cableparse.telegram.reading import Reading
from cableparse.text.spans import Span

FIELDS = ("drafted_by", "approved_by", "cleared_by")

# `DRAFTED BY`, `APPROVEDBY:`, `CLEARED:`, `EPPROVED BY`, with what parts it from the value
_LABEL = re.compile(r"(?:[A-Z]{6,9}?[ ]?BY\b|[A-Z]{6,9})[ ]*:?[ ]*", re.IGNORECASE)
# Where an office follows, `ECON: MDOE, DCM: LMOE`; a comma may also stand within a name.
_PARTED = re.compile(r"[ ]*(?:;[ ]*|,[ ]*(?=[A-Z][A-Z/&.-]*+[ ]?:|\Z))", re.IGNORECASE)
_OFFICES = re.compile(r"[A-Z/-]{1,8}(?:,[ ]*[A-Z/-]{1,8})+\Z")
_COMMA = re.compile(r",[ ]*")


def read_drafting(text: str, head: Head, reading: Reading) -> None:
    """Read ``drafted_by``, ``approved_by`` and ``cleared_by``, each entry as printed.

    Below the line of who approved, a line without a label names one who cleared.
    """
    found: dict[str, list[Span]] = {}
    for field in FIELDS:
        for first, *others in head.blocks.get(field, ()):
            label = _LABEL.match(text, *first)
            start = label.end() if label else first[0]
            found.setdefault(field, []).extend(_entries(text, (start, first[1])))
            below = "cleared_by" if field == "approved_by" else field
            for piece in others:
                found.setdefault(below, []).extend(_entries(text, piece))
    for field, spans in found.items():
        if spans:
            names = tuple(" ".join(span.slice(text).split()) for span in spans)
            reading.put(field, names, spans)


def _entries(text: str, piece: Piece) -> Iterator[Span]:
    start, end = piece
    signs = _COMMA if _OFFICES.match(text, start, end) else _PARTED
    for sign in signs.finditer(text, start, end):
        if sign.start() > start:
            yield Span(start, sign.start())
        start = sign.end()
    if start < end:
        yield Span(start, end)
