"""The WikiLeaks site's HTML pages of 2010 and 2011: a table of metadata and the cable in `<pre>`.

Inside their `<pre>` only `&#x000A;` is an entity: `&`, `<` and `>` stand there unescaped, and a
general unescape would corrupt the text (counted over public pages).
"""

import re
from collections.abc import Iterable, Iterator

from cableparse import Claim, Defect, Document, Format, Region, RegionKind, Source, Span, hookimpl
from cableparse_plugins.formats.markup import read_text

# The pages are a program's and written alike: each pattern begins with letters that the engine can
# search for, and what stands inside is found by its end. A tag ends before the next one begins, so
# that one left open costs no more than its own length. The table is found by its class, which is
# rarer than its tag.
_TABLE = re.compile(r"<table\s++class=['\"]cable['\"]\s*+>")
_LONGEST_OPENING = 100
_CLASSES = ("class='cable'", 'class="cable"')
_HEADER_CELL = re.compile(r"<th[^<>]*+>([^<]*+)</th>")
_CELL = re.compile(r"<td[^<>]*+>")
_PRE = re.compile(r"<pre[^<>]*+>")
_TAG = re.compile(r"<[^<>]*+>")
_ANY_TAG = re.compile(r"<[A-Za-z/!?]")

# What is markup inside `<pre>`: links and the line end; every other & and < is the text's own.
_LINK = re.compile(r"</?a\b[^<>]*+>")
_LINE_END = "&#x000A;"

# The table's columns, and the metadata keys that the core knows. `Created` has a day that is right
# and minutes that repeat the hour; only the day is kept.
_KEYS = {
    "reference id": "mrn",
    "created": "date",
    "released": "released",
    "classification": "classification",
    "origin": "origin",
    "media": "media",
}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TITLE = re.compile(r"Viewing cable\s[^,<]{0,80}+,([^<]{0,2000}+)</h3>")

# Three characters that the page does not have mark the regions while lxml reads it: control
# characters if they are free, for a text with one above U+00FF takes twice the room, else some of
# private use.
_MARKS = (*range(0x80, 0x85), *range(0x86, 0xA0), *range(0xE000, 0xF8FF))


class WikileaksPageFormat:
    """A page of the site: the table is metadata, the blocks in `<pre>` are the telegram."""

    name = "wikileaks-page"
    looks_for = "an HTML page with a table of class 'cable' and the text in <pre>"

    def claim(self, source: Source) -> Claim | None:
        """Claim an HTML page that has the table and a `<pre>`."""
        if not source.is_markup:
            return None
        text = source.text
        table = _find_table(text)
        if table is None or text.find("<pre", table.end()) < 0:
            return None
        return Claim(score=0.95, evidence="a table of class 'cable' and <pre>")

    def read(self, source: Source) -> Document:
        """Cut table, telegram and site."""
        text = source.text
        if _ANY_TAG.search(text) is None:
            region = Region(kind=RegionKind.TELEGRAM, span=Span(0, len(text)))
            return Document(text=text, regions=[region])
        unused = (chr(code) for code in _MARKS if chr(code) not in text)
        marks = next(unused), next(unused), next(unused)
        metadata: dict[str, str] = {}
        names: list[str] = []
        parts: list[str] = []
        at = 0
        if table := _find_table(text):
            end = text.find("</table>", table.end())
            end = len(text) if end < 0 else end
            columns = [
                name.strip().lower() for name in _HEADER_CELL.findall(text, table.end(), end)
            ]
            for column, (start, inner) in zip(
                columns, _elements(text, _CELL, "</td>", table.end(), end), strict=False
            ):
                key = _KEYS.get(column, column)
                names.append(key)
                if value := _value(key, inner):
                    metadata[key] = value
                parts += (text[at:start], marks[0], inner, marks[1])
                at = start + len(inner)
        # What stands in <pre> is no HTML: it is read here, and lxml sees a number in its place.
        blocks: list[str] = []
        for start, inner in _elements(text, _PRE, "</pre>", at, len(text)):
            parts += (text[at:start], marks[0], marks[2], str(len(blocks)), marks[1])
            blocks.append(_LINK.sub("", inner).replace(_LINE_END, "\n"))
            at = start + len(inner)
        parts.append(text[at:])
        # The heading stands right above the table.
        heading = text.rfind("Viewing cable", 0, table.start() if table else len(text))
        if heading >= 0 and (title := _TITLE.match(text, heading)) and title[1].strip():
            metadata["subject"] = " ".join(title[1].split())
        marked = read_text(parts)
        if marked is None:
            region = Region(kind=RegionKind.TELEGRAM, span=Span(0, len(text)))
            return Document(text=text, regions=[region], metadata=metadata)
        return _document(marked, marks, names, blocks, metadata)


def _find_table(text: str) -> re.Match[str] | None:
    for named in _CLASSES:
        # A page has one, as a rule, and a search from the end takes half of the time.
        at = text.rfind(named)
        if text.rfind(named, 0, max(0, at)) >= 0:
            at = text.find(named)
        while at >= 0:
            opening = text.rfind("<", max(0, at - _LONGEST_OPENING), at)
            if opening >= 0 and (table := _TABLE.match(text, opening)):
                return table
            at = text.find(named, at + 1)
    return None


def _elements(
    text: str, opening: re.Pattern[str], closing: str, start: int, end: int
) -> Iterator[tuple[int, str]]:
    """Give where the inside of each element begins, and that inside; one left open is left out."""
    while match := opening.search(text, start, end):
        close = text.find(closing, match.end(), end)
        if close < 0:
            return
        yield match.end(), text[match.end() : close]
        start = close


def _value(key: str, cell: str) -> str:
    """Give the text of a table's cell: of a date the day alone."""
    value = " ".join(_TAG.sub(" ", cell).split())
    day = _DAY.search(value) if key == "date" else None
    return day[0] if day else value


def _document(
    marked: str,
    marks: tuple[str, str, str],
    names: list[str],
    blocks: list[str],
    metadata: dict[str, str],
) -> Document:
    opening, closing, block = marks
    parts: list[str] = []
    regions: list[Region] = []
    defects: list[Defect] = []
    at = 0

    def add(text: str, kind: RegionKind, name: str | None = None) -> None:
        nonlocal at
        if text:
            parts.append(text)
            regions.append(Region(kind=kind, span=Span(at, at + len(text)), field=name))
            at += len(text)

    furniture, *marked_parts = marked.split(opening)
    add(furniture, RegionKind.FURNITURE)
    cells = iter(names)
    for part in marked_parts:
        inside, _, behind = part.partition(closing)
        number = int(inside[1:]) if inside[:1] == block else None
        if number is None:
            add(inside, RegionKind.METADATA, next(cells, None))
        elif number < 2:
            add(blocks[number], RegionKind.TELEGRAM)
        else:
            # A page that carries another cable's body behind its own.
            message = "the page has a second body, which is kept as furniture and not read"
            span = Span(at, at + len(blocks[number]))
            defects.append(
                Defect(
                    code="document.second-body",
                    message=message,
                    span=span,
                    plugin="wikileaks-page",
                )
            )
            add(blocks[number], RegionKind.FURNITURE)
        add(behind, RegionKind.FURNITURE)
    return Document(text="".join(parts), regions=regions, metadata=metadata, defects=defects)


@hookimpl
def cableparse_formats() -> Iterable[Format]:
    """Register the format."""
    return [WikileaksPageFormat()]
