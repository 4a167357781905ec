"""A page's texts in document order, laid out in lines, and where each element's texts stand."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

from cableparse import Region, RegionKind, Span
from cableparse_plugins.formats.markup import walk

if TYPE_CHECKING:
    import lxml.etree

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


class Node(NamedTuple):
    """One text node: its text, and whether a reader sees it."""

    text: str
    shown: bool


@frozen
class Page:
    """A page's text nodes in document order, and the place among them of what each element holds.

    ``ranges`` are half-open and count nodes; an element's tail lies behind its range.
    """

    nodes: list[Node]
    ranges: "dict[lxml.etree._Element, tuple[int, int]]"


def walk_page(root: "lxml.etree._Element") -> Page:
    """Give the text nodes below ``root``, and a line end where an element ends a line."""
    nodes: list[Node] = []
    ranges: dict[lxml.etree._Element, tuple[int, int]] = {}
    hidden = 0
    for event, element in walk(root):
        tag = element.tag
        if event == "start":
            ranges[element] = len(nodes), len(nodes)
            hidden += tag in _UNREAD
            if tag in _BLOCKS:
                nodes.append(Node("\n\n" if tag in _SPACED else "\n", shown=False))
            if element.text:
                nodes.append(Node(element.text, not hidden))
            continue
        tail = element.tail if element is not root else None
        if event == "end":
            hidden -= tag in _UNREAD
            if tag in _BLOCKS:
                nodes.append(Node("\n\n" if tag in _SPACED else "\n", shown=False))
            elif tag == "br" and not (element.tail or "").lstrip(" \t\r").startswith("\n"):
                nodes.append(Node("\n", shown=False))
            ranges[element] = ranges[element][0], len(nodes)
        if tail and element.getparent() is not None:
            nodes.append(Node(tail, not hidden))
    return Page(nodes, ranges)


def print_nodes(nodes: Sequence[Node]) -> list[str]:
    """Give what each node prints.

    The line ends that stand for elements are added only where the text has none: the others print
    nothing.
    """
    printed: list[str] = []
    ends = 2  # how many line ends the text so far closes with
    for text, shown in nodes:
        if not shown and text in _LINE_ENDS:
            added = text[ends:]
            printed.append(added)
            ends += len(added)
            continue
        printed.append(text)
        words = text.rstrip()
        closing = text.count("\n", len(words))
        ends = min(2, closing if words else ends + closing)
    return printed


def cut_page(
    page: Page,
    printed: Sequence[str],
    label: Callable[[int], tuple[RegionKind, str | None]],
) -> list[Region]:
    """Give the regions of what a page's nodes print: ``label`` says what each shown node is.

    The line ends that stand for elements belong to the region before them.
    """
    cuts: list[tuple[int, tuple[RegionKind, str | None]]] = []
    furniture = RegionKind.FURNITURE, None
    at = 0
    for number, (node, text) in enumerate(zip(page.nodes, printed, strict=True)):
        if not text:
            continue
        if node.shown:
            what = label(number)
        elif node.text in _LINE_ENDS:
            what = cuts[-1][1] if cuts else furniture
        else:
            what = furniture
        if not cuts or cuts[-1][1] != what:
            cuts.append((at, what))
        at += len(text)
    ends = [*(start for start, _ in cuts[1:]), at]
    return [
        Region(kind=kind, span=Span(start, end), field=name)
        for (start, (kind, name)), end in zip(cuts, ends, strict=False)
    ]
