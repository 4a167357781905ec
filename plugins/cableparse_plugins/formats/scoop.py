"""A Scoop page: as HTML, and as the text that scrapers keep of one."""

import re
from collections.abc import Iterable

import lxml.html

from cableparse import Claim, Defect, Document, Format, Region, RegionKind, Source, Span, hookimpl
from cableparse_plugins.formats.markup import Node, cut_page, page_text, parse_page
from cableparse_plugins.formats.telegram import find_sign, signs

# `Cablegate: Title of the cable`, the page's headline, first in the text that a scraper kept.
_HEADLINE = re.compile(
    r"\s*+(?:(?P<label>Cablegate:)[ \t]*(?P<title>[^\n\r]*?)[ \t]*(?:[\n\r]|\Z))"
)
_TITLE = re.compile(r"\s*(?:Cablegate:\s*)?(?P<title>.*?)\s*(?:\|\s*Scoop\b.*)?\Z", re.DOTALL)

# From the copyright line on all is the site's; where that line is lost, its first section's head.
_FURNITURE = (
    r"[ \t]*+(?:(?:Â?©|\(c\)|Copyright)[ \t]*(?:\(c\)[ \t]*)?Scoop Media\b"
    r"|World Headlines[ \t]*(?=[\n\r]|\Z))"
)
_FURNITURE_FIRST = re.compile(_FURNITURE)
_FURNITURE_BELOW = re.compile(rf"[\n\r]{_FURNITURE}")

_EVERYTHING = 1 << 30


class ScoopFormat:
    """Title from the page, everything from the copyright line on is furniture."""

    name = "scoop"
    looks_for = "a 'Cablegate:' headline, or '© Scoop Media'"

    def claim(self, source: Source) -> Claim | None:
        """Claim a page of the site, or a text with its headline or its copyright line."""
        text = source.text
        if source.is_markup:
            if "Scoop Media" in text or "scoop.co.nz" in text:
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


def _read_page(root: lxml.html.HtmlElement) -> Document:
    article = _article(root)
    headings = root.xpath("//h1[contains(., 'Cablegate')]") or root.xpath("//title")
    heading = headings[0] if headings else None
    of_article = set(article.iter()) if article is not None else set()
    of_heading = set(heading.iter()) if heading is not None else set()

    def label(node: Node) -> tuple[RegionKind, str | None]:
        if node.element in of_heading:
            return RegionKind.METADATA, "subject"
        if node.element in of_article:
            return RegionKind.TELEGRAM, None
        return RegionKind.FURNITURE, None

    text, regions = cut_page(root, label)
    title = _TITLE.fullmatch(heading.text_content()) if heading is not None else None
    metadata = {"subject": " ".join(title["title"].split())} if title and title["title"] else {}
    defects = []
    if article is None:
        message = "the page has no telegram text: its article is missing, or it is another page"
        defects.append(Defect(code="document.no-article", message=message, plugin="scoop"))
    return Document(
        text=text, regions=list(_trimmed(text, regions)), metadata=metadata, defects=defects
    )


def _article(root: lxml.html.HtmlElement) -> lxml.html.HtmlElement | None:
    """Give the smallest element that has all the telegram lines of the page."""
    body = root.find("body")
    element = body if body is not None else root
    wanted = signs(page_text(element), _EVERYTHING)
    if len(wanted) < 2:
        return None
    while True:
        for child in element:
            if isinstance(child.tag, str) and signs(page_text(child), _EVERYTHING) == wanted:
                element = child
                break
        else:
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
