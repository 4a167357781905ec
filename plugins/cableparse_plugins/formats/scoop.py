"""A Scoop page: as HTML, and as the text that scrapers keep of one."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from cableparse import Claim, Defect, Document, Format, Region, RegionKind, Source, Span, hookimpl
from cableparse_plugins.formats.layout import Page, cut_page, walk_page
from cableparse_plugins.formats.markup import parse_page, text_of
from cableparse_plugins.formats.telegram import find_sign, places_of_signs

if TYPE_CHECKING:
    import lxml.etree

# `Cablegate: Title of the cable`, the page's headline, first in the text that a scraper kept.
_HEADLINE = re.compile(
    r"\s*+(?:(?P<label>Cablegate:)[ \t]*+(?P<title>(?:[^\n\r]*[^\n\r \t])?)[ \t]*(?:[\n\r]|\Z))"
)
_TITLE = re.compile(r"(?:Cablegate:[ ]?)?(?P<title>.*?)(?:[ ]?\|[ ]?Scoop\b.*)?")

# From the copyright line on all is the site's; where that line is lost, its first section's head.
_FURNITURE = (
    r"[ \t]*+(?:(?:Â?©|\(c\)|Copyright)[ \t]*(?:\(c\)[ \t]*)?Scoop Media\b"
    r"|World Headlines[ \t]*(?=[\n\r]|\Z))"
)
_FURNITURE_FIRST = re.compile(_FURNITURE)
_FURNITURE_BELOW = re.compile(rf"[\n\r]{_FURNITURE}")

_FEWEST_SIGNS = 2  # that a telegram has


class ScoopFormat:
    """Title from the page, everything from the copyright line on is furniture."""

    name = "scoop"
    looks_for = "a 'Cablegate:' headline, or '© Scoop Media'"

    def claim(self, source: Source) -> Claim | None:
        """Claim a page of the site, or a text with its headline or its copyright line."""
        text = source.text
        if source.is_markup:
            # Most pages are another site's, and a search from the end takes half of the time.
            if text.rfind("Scoop Media") >= 0 or text.rfind("scoop.co.nz") >= 0:
                return Claim(score=0.9, evidence="an HTML page of Scoop")
            return None
        if _HEADLINE.match(text):
            return Claim(score=0.9, evidence="a 'Cablegate:' headline")
        if "Scoop Media" in text and _furniture(text, 0, len(text)) < len(text):
            return Claim(score=0.85, evidence="a Scoop Media copyright line")
        return None

    def read(self, source: Source) -> Document:
        """Cut headline, cable and site."""
        if source.is_markup:
            root = parse_page(source.text)
            if root is not None:
                return _read_page(root)
        return _read_text(source.text)


def _read_text(text: str) -> Document:
    headline = _HEADLINE.match(text)
    start = headline.end() if headline else 0
    end = _furniture(text, start, len(text))
    pieces = [
        Region(kind=RegionKind.METADATA, span=Span(0, start), field="subject"),
        Region(kind=RegionKind.TELEGRAM, span=Span(start, end)),
        Region(kind=RegionKind.FURNITURE, span=Span(end, len(text))),
    ]
    title = headline["title"] if headline else ""
    return Document(
        text=text,
        regions=[region for region in pieces if len(region.span)],
        metadata={"subject": title} if title else {},
    )


def _furniture(text: str, start: int, end: int) -> int:
    """Give where the site's part of ``text[start:end]`` begins: ``end`` where there is none."""
    if start == 0 and _FURNITURE_FIRST.match(text, 0, end):
        return 0
    found = _FURNITURE_BELOW.search(text, max(0, start - 1), end)
    return found.start() + 1 if found else end


def _read_page(root: "lxml.etree._Element") -> Document:
    headings: Any = root.xpath("//h1[contains(., 'Cablegate')]") or root.xpath("//title")
    heading: lxml.etree._Element | None = headings[0] if headings else None
    body = root.find("body")
    page = walk_page(root, [element for element in (heading, body) if element is not None])
    text = "".join(page.texts)
    article = _article(page, text, page.numbers[body] if body is not None else 0)
    of_article = _texts_of(page, article)
    # A heading behind the end of the page's own element names the cable, but is none of its text.
    of_heading = _texts_of(page, page.numbers.get(heading) if heading is not None else None)

    def label(index: int) -> tuple[RegionKind, str | None]:
        if index in of_heading:
            return RegionKind.METADATA, "subject"
        if index in of_article:
            return RegionKind.TELEGRAM, None
        return RegionKind.FURNITURE, None

    regions = cut_page(page, label)
    printed = " ".join(text_of(heading).split()) if heading is not None else ""
    title = _TITLE.fullmatch(printed)
    metadata = {"subject": title["title"]} if title and title["title"] else {}
    defects = []
    if article is None:
        message = "the page has no telegram text: its article is missing, or it is another page"
        defects.append(Defect(code="document.no-article", message=message, plugin="scoop"))
    return Document(
        text=text, regions=list(_trimmed(text, regions)), metadata=metadata, defects=defects
    )


def _texts_of(page: Page, element: int | None) -> range:
    return range(0) if element is None else range(page.first[element], page.last[element])


def _article(page: Page, text: str, element: int) -> int | None:
    """Give the smallest element that has all the telegram lines of ``element``.

    ``text`` is the page's. None where there are too few lines for a telegram.
    """
    offsets = array("q", accumulate(map(len, page.texts), initial=0))
    begin = offsets[page.first[element]]
    # Looked for once: elements may stand in each other a thousand deep around the same text.
    wanted = places_of_signs(text[begin : offsets[page.last[element]]])
    if len(wanted) < _FEWEST_SIGNS:
        return None

    def has_all(element: int) -> bool:
        start, end = (offsets[n] - begin for n in (page.first[element], page.last[element]))
        before = -1
        for starts, ends in wanted.values():
            first = bisect_left(starts, start)
            # In another order they are of another text.
            if first == len(starts) or ends[first] > end or starts[first] < before:
                return False
            before = starts[first]
        return True

    while (child := next(filter(has_all, page.children(element)), None)) is not None:
        element = child
    return element


def _trimmed(text: str, regions: Iterable[Region]) -> Iterable[Region]:
    """Give to the site what stands in the article's element before the telegram and behind it."""
    begun = ended = False
    for region in regions:
        start, end = region.span.start, region.span.end
        if region.kind is not RegionKind.TELEGRAM or ended:
            yield Region(kind=RegionKind.FURNITURE, span=region.span) if ended else region
            continue
        if not begun:
            first = find_sign(text, start, end)
            begun = first is not None
            cut = end if first is None else max(start, first)
            if start < cut:
                yield Region(kind=RegionKind.FURNITURE, span=Span(start, cut))
            start = cut
        cut = _furniture(text, start, end)
        if start < cut:
            yield Region(kind=RegionKind.TELEGRAM, span=Span(start, cut))
        if cut < end:
            ended = True
            yield Region(kind=RegionKind.FURNITURE, span=Span(cut, end))


@hookimpl
def cableparse_formats() -> Iterable[Format]:
    """Register the format."""
    return [ScoopFormat()]
