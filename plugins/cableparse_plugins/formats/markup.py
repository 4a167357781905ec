"""HTML to text in document order, every text node once, with the way back to the elements."""

from collections.abc import Callable, Iterator

import lxml.etree
import lxml.html
from attrs import frozen

from cableparse import Region, RegionKind, Span

# Elements that begin and end a line; `br` is a line end of its own.
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "code",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "select",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    ]
)
# Between these and their neighbours stands an empty line.
_SPACED = frozenset(
    [
        "blockquote",
        "dl",
        "fieldset",
        "figure",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "ol",
        "p",
        "pre",
        "table",
        "ul",
    ]
)
_LINE_ENDS = frozenset({"\n", "\n\n"})
_UNREAD = frozenset({"script", "style", "noscript", "template"})


@frozen
class Node:
    """One text node: its text, the element it belongs to, and whether a reader sees it."""

    text: str
    element: lxml.html.HtmlElement
    shown: bool


def page_parser() -> lxml.html.HTMLParser:
    """Give a parser that reaches no network and no file; a new one a page: they keep state.

    Nothing is looked up by its id, and a table of all ids would take a third of the time.
    """
    return lxml.html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, recover=True, collect_ids=False
    )


def parse_page(text: str) -> lxml.html.HtmlElement | None:
    """Give a page's tree; None where there is no element, or where lxml would leave text out.

    lxml stops at elements that lie thousands deep; no real page has them, and nothing is dropped:
    the caller then reads the markup as text.
    """
    parser = page_parser()
    try:
        root = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (lxml.etree.LxmlError, ValueError, AssertionError):
        return None
    cut = any(entry.level_name == "FATAL" or "depth" in entry.message for entry in parser.error_log)
    return None if cut else root


def text_nodes(root: lxml.html.HtmlElement) -> Iterator[Node]:
    """Give the text nodes in document order, and a line end where an element ends a line."""
    hidden = 0
    for event, element in lxml.etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        tag = element.tag
        if event == "start":
            hidden += tag in _UNREAD
            if tag in _BLOCKS:
                yield Node("\n\n" if tag in _SPACED else "\n", element, shown=False)
            if element.text:
                yield Node(element.text, element, not hidden)
            continue
        if event == "end":
            hidden -= tag in _UNREAD
            if tag in _BLOCKS:
                yield Node("\n\n" if tag in _SPACED else "\n", element, shown=False)
            elif tag == "br" and not (element.tail or "").lstrip(" \t\r").startswith("\n"):
                yield Node("\n", element, shown=False)
        parent = element.getparent()
        if element.tail and parent is not None and element is not root:
            yield Node(element.tail, parent, not hidden)


def page_text(root: lxml.html.HtmlElement) -> str:
    """Give the text below ``root``, lines ended where elements end them."""
    return cut_page(root, lambda _: (RegionKind.FURNITURE, None))[0]


def cut_page(
    root: lxml.html.HtmlElement,
    label: Callable[[Node], tuple[RegionKind, str | None]],
) -> tuple[str, list[Region]]:
    """Give the page's text and its regions: ``label`` says what each text node is.

    The line ends that stand for elements are added only where the text has none, and belong to the
    region before them.
    """
    parts: list[str] = []
    regions: list[Region] = []
    at = 0
    ends = 2  # how many line ends the text so far closes with
    for node in text_nodes(root):
        text = node.text
        if not node.shown and text in _LINE_ENDS:
            text = text[ends:]
            if not text:
                continue
            before = (
                (regions[-1].kind, regions[-1].field) if regions else (RegionKind.FURNITURE, None)
            )
            kind, name = before
        else:
            kind, name = label(node) if node.shown else (RegionKind.FURNITURE, None)
        parts.append(text)
        end = at + len(text)
        if regions and (regions[-1].kind, regions[-1].field) == (kind, name):
            regions[-1] = Region(kind=kind, span=Span(regions[-1].span.start, end), field=name)
        else:
            regions.append(Region(kind=kind, span=Span(at, end), field=name))
        at = end
        printed = text.rstrip()
        closing = text[len(printed) :].count("\n")
        ends = min(2, closing if printed else ends + closing)
    return "".join(parts), regions
