"""The page of a site that shows the archive's files: as HTML, and as the text that a scraper keeps.

::

    Key fingerprint …                    the site's key, and how to write to it
    -----BEGIN PGP PUBLIC KEY BLOCK-----
    …
    Canonical ID: 1976ROME17677_b        a table of what the archive says
    …
    Show Headers
    … the telegram, without its head where that is folded away
"""

import re
from array import array
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from cableparse import (
    Claim,
    Defect,
    Document,
    Format,
    Region,
    RegionKind,
    Source,
    Span,
    even,
    hookimpl,
)
from cableparse_plugins.formats.archive import (
    Keys,
    archive_number,
    as_printed,
    for_the_core,
    is_on_line,
    iso_day,
    piece,
    read_record,
)
from cableparse_plugins.formats.layout import Page, walk_page
from cableparse_plugins.formats.markup import parse_page
from cableparse_plugins.formats.telegram import find_sign

if TYPE_CHECKING:
    import lxml.etree

_FINGERPRINT, _KEY_BLOCK = "Key fingerprint", "-----BEGIN PGP PUBLIC KEY BLOCK-----"
_KEY_END = "-----END PGP PUBLIC KEY BLOCK-----"
_SITE = "/plusd/"  # in the addresses of the site's pages
_ABOVE = 20_000  # code points: above the telegram stand the site's links and its key
# The link that folds the head of the telegram below it
_HEADERS = re.compile(r"\b(?:Show|Hide)[ ]Headers\b[ ?:]*\n?")
_PAGE_ID = re.compile(r"\b(?:19|20)\d\d[A-Z][A-Z0-9]{1,20}_[a-z]\b")
# `1976 December 22, 00:00 (Wednesday)`, on a line of its own
_PAGE_DAY = re.compile(r"\n[ ]*+(\d{4}[ ][A-Z][a-z]{2,8}[ ]\d{1,2}),[ ]\d\d:\d\d")

_FIELDS = {
    "Canonical ID": "mrn",
    "Date": "date",
    "Original Classification": "classification",
    "Handling Restrictions": "captions",
    "TAGS": "tags",
    "Subject": "subject",
    "Executive Order": "executive_order",
    "From": "origin",
}
_OTHERS = (
    "Archive Status", "Character Count", "Concepts", "Current Classification", "Enclosure",
    "Locator", "Markings", "Office Action", "Office Origin", "To", "Type",
)  # fmt: skip
_KEYS = Keys(frozenset((*_FIELDS, *_OTHERS)), _FIELDS, dates=("Date",), bare=True)
# Codes with their meaning beside them: `ECON - Economic Affairs--Economic Conditions | IT - Italy`,
# `LIMDIS - Limited Distribution Only`
_WITH_MEANING = {
    "tags": ("TAGS", re.compile(r"(?:\A|\|)[ ]*([A-Z]{2,4})[ ]+-")),
    "captions": ("Handling Restrictions", re.compile(r"(?:\A|\|)[ ]*([A-Z]{2,12})[ ]+-")),
}

# What the site has between the table and the telegram, and below the telegram
_TABS = re.compile(r"\n[ ]*(?:Content|Raw content|Metadata|Print|Share)[ ]*(?=\n)")
_FOOT = re.compile(
    r"\n[ ]*(?:Raw content|Metadata|e-Highlighter"
    r"|Help Expand The Public Library of US Diplomacy)[ ]*(?=\n|\Z)"
)
# An element that holds a whole telegram; others hold a paragraph, or a word
_BOXES = frozenset({"pre", "div", "section", "article", "td"})


class PlusdFormat:
    """Behind the key and the table stands the telegram; the table is metadata."""

    name = "plusd"
    looks_for = "the site's PGP key above 'Show Headers', or a page id such as 1976ROME17677_b"

    def claim(self, source: Source) -> Claim | None:
        """Claim a page of the site, or a text with its key, that shows a telegram."""
        text = source.text
        if source.is_markup:
            if text.rfind(_SITE, 0, _ABOVE) < 0 and text.rfind(_KEY_BLOCK, 0, _ABOVE) < 0:
                return None
        elif _FINGERPRINT not in source.beginning and _KEY_BLOCK not in source.beginning:
            return None
        shown = _HEADERS.search(text) or _PAGE_ID.search(text)
        return (
            Claim(score=0.92, evidence=f"the site's key and {shown[0].strip()!r}")
            if shown
            else None
        )

    def read(self, source: Source) -> Document:
        """Cut site, table and telegram; a text without the site's marks is all telegram."""
        root = parse_page(source.text) if source.is_markup else None
        if root is None:
            text = source.text
            return _document(text, _places(source.even_text), ())
        box = _boxes(root)
        page = walk_page(root, frozenset(box))
        text = "".join(page.texts)
        return _document(text, _in_box(_places(even(text)), page, box), _hidden(page))


@frozen
class _Places:
    """Where the table and the telegram below it begin and end, and what the table says."""

    table: tuple[int, int]
    telegram: tuple[int, int]
    record: dict[str, str]
    metadata: dict[str, str]
    places: dict[str, Span]
    marked: bool


def _places(flat: str) -> _Places:
    key = flat.find(_KEY_END)
    start = key + len(_KEY_END) if key >= 0 else 0
    headers = _HEADERS.search(flat, start)
    below = headers.start() if headers else len(flat)
    page_id = _PAGE_ID.search(flat, start, below)
    tabs = _TABS.search(flat, page_id.end() if page_id else start, below)
    if not (headers or page_id or key >= 0):
        return _Places((0, 0), (0, len(flat)), {}, {}, {}, marked=False)
    if headers:
        begin = headers.end()
    else:  # the first telegram line, and none of the table's
        above = tabs or page_id
        sign = find_sign(flat, above.end() if above else start, below)
        begin = below = below if sign is None else sign
    end = tabs.start() if tabs else below
    entries = read_record(flat, start, end, _KEYS)
    record = as_printed(entries, _KEYS)
    metadata, places = for_the_core(entries, _KEYS)
    if page_id and "mrn" not in metadata and (number := archive_number(page_id[0])):
        # What the table says without a label
        metadata["mrn"] = number
        day = _PAGE_DAY.search(flat, start, end)
        if day and "date" not in metadata and (iso := iso_day(day[1])):
            metadata["date"] = iso
    for field, (name, code) in _WITH_MEANING.items():
        if codes := code.findall(record.get(name, "")):
            metadata[field] = ", ".join(codes)
    table = end, end
    for first, (_, at, _) in entries.items():
        line = flat.rfind("\n", start, flat.rfind(first, start, at))
        table = max(start, line + 1), end
        break
    foot = _FOOT.search(flat, begin)
    telegram = begin, foot.start() if foot else len(flat)
    return _Places(table, telegram, record, metadata, places, marked=True)


def _document(text: str, places: _Places, hidden: Iterable[tuple[int, int]]) -> Document:
    start, end = places.telegram
    table = places.table
    defects = []
    kind = RegionKind.TELEGRAM
    locator = places.record.get("Locator", "")
    if places.marked and not is_on_line(even(text[start:end]), locator):
        kind = RegionKind.FURNITURE
        message = f"the page has no text of this document; its locator says {locator!r}"
        defects.append(
            Defect(
                code="document.text-not-online",
                message=message,
                span=Span(start, end),
                plugin="plusd",
            )
        )
    regions = [
        *piece(RegionKind.FURNITURE, 0, table[0]),
        *piece(RegionKind.METADATA, *table),
        *piece(RegionKind.FURNITURE, table[1], start),
        *piece(kind, start, end),
        *piece(RegionKind.FURNITURE, end, len(text)),
    ]
    return Document(
        text=text,
        regions=_without(regions, hidden),
        metadata=places.metadata,
        places=places.places,
        record=places.record,
        defects=defects,
    )


def _without(regions: Iterable[Region], hidden: Iterable[tuple[int, int]]) -> Iterator[Region]:
    """Give to the site what no reader of the page sees: its scripts and styles."""
    pending = iter(hidden)
    out = next(pending, None)
    for region in regions:
        at, end = region.span.start, region.span.end
        while out is not None and out[0] < end:
            if region.kind is not RegionKind.FURNITURE and at < out[1]:
                begin, behind = max(at, out[0]), min(end, out[1])
                yield from piece(region.kind, at, begin)
                yield from piece(RegionKind.FURNITURE, begin, behind)
                at = behind
            if out[1] > end:
                break
            out = next(pending, None)
        yield from piece(region.kind, at, end)


# ---------------------------------------------------------------- the page


def _hidden(page: Page) -> Iterator[tuple[int, int]]:
    at = 0
    for text, shown in zip(page.texts, page.shown, strict=True):
        if shown is False and text:
            yield at, at + len(text)
        at += len(text)


def _boxes(root: "lxml.etree._Element") -> "list[lxml.etree._Element]":
    """Give the elements that hold the telegram: those behind the link, or what it stands in."""
    for link in root.iter():
        # The tag of a comment is no string.
        if isinstance(link.tag, str) and isinstance(link.text, str) and _HEADERS.search(link.text):
            break
    else:
        return []
    for inner in (link, *link.iterancestors()):
        if (inner.tail or "").strip():
            return _boxes_in(inner.getparent())
        for box in inner.itersiblings():
            if isinstance(box.tag, str) and any(not text.isspace() for text in box.itertext()):
                if box.tag not in _BOXES:
                    return _boxes_in(box.getparent())
                boxes = [box]
                while box.tag == "pre" and (behind := boxes[-1].getnext()) is not None:
                    if behind.tag != "pre":
                        break
                    boxes.append(behind)
                return boxes
            if (box.tail or "").strip():
                return _boxes_in(box.getparent())
    return []


def _boxes_in(element: "lxml.etree._Element | None") -> "list[lxml.etree._Element]":
    return [] if element is None else [element]


def _in_box(places: _Places, page: Page, boxes: "list[lxml.etree._Element]") -> _Places:
    """Give the places with the telegram's end where that of its element is."""
    numbers = [page.numbers[box] for box in boxes if box in page.numbers]
    if not numbers:
        return places
    starts = array("q", accumulate(map(len, page.texts), initial=0))
    start, end = places.telegram
    box_start, box_end = starts[page.first[numbers[0]]], starts[page.last[numbers[-1]]]
    start = max(start, min(box_start, end))
    return evolve(places, telegram=(start, max(start, min(end, box_end))))


@hookimpl
def cableparse_formats() -> Iterable[Format]:
    """Register the format."""
    return [PlusdFormat()]
