"""The National Archives' text file of 1973 to 1979: the telegram, then what the archive says of it.

::

    Message Text
    … the telegram, or a notice that its text was lost
    Message Attributes
    Key: value, which may go on over the next lines
"""

from collections.abc import Iterable

from cableparse import (
    Claim,
    Defect,
    Document,
    Format,
    FrozenMap,
    RegionKind,
    Source,
    Span,
    hookimpl,
)
from cableparse_plugins.formats.archive import (
    Keys,
    as_printed,
    find_values,
    for_the_core,
    is_on_line,
    piece,
    read_record,
)

_TEXT, _ATTRIBUTES = "Message Text", "Message Attributes"

# Counted over the archive's files; a line that begins otherwise goes on with the value before it.
_PRINTED = (
    "Automatic Decaptioning", "Capture Date", "Channel Indicators", "Concepts", "Control Number",
    "Copy", "Current Classification", "Decaption Date", "Decaption Note", "Disposition Action",
    "Disposition Approved on Date", "Disposition Authority", "Disposition Case Number",
    "Disposition Comment", "Disposition Date", "Disposition Event", "Disposition History",
    "Disposition Reason", "Disposition Remarks", "Document Number", "Document Source",
    "Document Unique ID", "Draft Date", "Drafter", "Enclosure", "Errors", "Executive Order",
    "Film Number", "From", "Handling Restrictions", "Image Path", "ISecure", "Legacy Key",
    "Line Count", "Locator", "Markings", "Office", "Original Classification",
    "Original Handling Restrictions", "Original Previous Classification",
    "Original Previous Handling Restrictions", "Page Count", "Previous Channel Indicators",
    "Previous Classification", "Previous Handling Restrictions", "Reference", "Review Action",
    "Review Authority", "Review Comment", "Review Content Flags", "Review Date", "Review Event",
    "Review Exemptions", "Review History", "Review Markings", "Review Media Identifier",
    "Review Referrals", "Review Release Date", "Review Release Event", "Review Transfer Date",
    "Review Withdrawn Fields", "Secure", "Sent Date", "Status", "Subject", "TAGS", "To", "Type",
)  # fmt: skip
# What the core reads, by its own names. The level is the original one: the current classification
# is UNCLASSIFIED on every file.
_FIELDS = {
    "Document Number": "mrn",
    "Draft Date": "date",
    "Sent Date": "date",
    "Original Classification": "classification",
    "Original Handling Restrictions": "captions",
    "TAGS": "tags",
    "Subject": "subject",
    "Executive Order": "executive_order",
    "From": "origin",
    "Reference": "references",
}
_KEYS = Keys(
    frozenset(_PRINTED), _FIELDS, dates=tuple(key for key in _PRINTED if key.endswith("Date"))
)


class NaraFormat:
    """The lines between the two marks are the telegram, the attributes below are metadata."""

    name = "nara"
    looks_for = "a line 'Message Text' above the telegram, or 'Message Attributes' below it"

    def claim(self, source: Source) -> Claim | None:
        """Claim a text with the line above the telegram, or with attributes below a lost one."""
        if source.is_markup:
            return None
        above = _TEXT in source.beginning  # sooner told than what the first lines are
        if above and any(line.rstrip(" :") == _TEXT for line in source.first_lines[:3]):
            return Claim(score=0.95, evidence=f"the line {_TEXT!r}")
        text = source.text
        if _ATTRIBUTES in text and _mark(source.even_text, _ATTRIBUTES, 0):
            return Claim(score=0.88, evidence=f"the line {_ATTRIBUTES!r}")
        return None

    def read(self, source: Source) -> Document:
        """Cut mark, telegram and attributes; without the marks all is telegram."""
        text = source.text
        flat = source.even_text
        size = len(text)
        above = _mark(flat, _TEXT, 0)
        start = above[1] if above else 0
        below = _mark(flat, _ATTRIBUTES, start)
        end, first = below or (size, size)
        again = _mark(flat, _TEXT, first)
        last = again[0] if again else size

        found = find_values(flat, first, last, (*_FIELDS, "Locator"), _KEYS) if below else {}
        metadata, places = for_the_core(found, _KEYS)
        telegram = RegionKind.TELEGRAM
        defects = []
        locator = found["Locator"][0] if "Locator" in found else ""
        if below and not is_on_line(flat[start:end], locator):
            telegram = RegionKind.FURNITURE
            message = f"the archive has no text of this document; its locator says {locator!r}"
            defects.append(_defect("document.text-not-online", message, start, end))
        if last < size:
            message = "another file stands behind this one, which is kept and not read"
            defects.append(_defect("document.second-body", message, last, size))
        regions = (
            *piece(RegionKind.FURNITURE, 0, start),
            *piece(telegram, start, end),
            *piece(RegionKind.METADATA, end, last),
            *piece(RegionKind.FURNITURE, last, size),
        )
        # Few ask for all sixty attributes.
        record = FrozenMap.late(lambda: as_printed(read_record(flat, first, last, _KEYS), _KEYS))
        return Document(
            text=text,
            regions=regions,
            metadata=metadata,
            places=places,
            record=record,
            defects=defects,
        )


def _mark(flat: str, mark: str, start: int) -> tuple[int, int] | None:
    """Give where the first line from ``start`` on that is ``mark`` begins and ends."""
    at = flat.find(mark, start)
    while at >= 0:
        begin = flat.rfind("\n", 0, at) + 1
        behind = flat.find("\n", at)
        behind = len(flat) if behind < 0 else behind + 1
        if begin >= start and flat[begin:behind].strip(" :\n") == mark:
            return begin, behind
        at = flat.find(mark, behind)
    return None


def _defect(code: str, message: str, start: int, end: int) -> Defect:
    return Defect(code=code, message=message, span=Span(start, end), plugin="nara")


@hookimpl
def cableparse_formats() -> Iterable[Format]:
    """Register the format."""
    return [NaraFormat()]
