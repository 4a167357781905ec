"""A page's texts in document order, laid out in lines, and where each element's texts stand."""

from array import array
from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING

from attrs import Factory, frozen

from cableparse import Region, RegionKind, Span
from cableparse_plugins.formats.markup import walk

if TYPE_CHECKING:
    import lxml.etree

# Elements that begin and end a line, and have an empty line between them and their neighbours.
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
# All that begin and end a line; `br` is a line end of its own.
_BLOCKS = _SPACED | frozenset(
    [
        "address",
        "article",
        "aside",
        "body",
        "center",
        "code",
        "dd",
        "div",
        "dt",
        "footer",
        "head",
        "header",
        "li",
        "main",
        "nav",
        "option",
        "section",
        "select",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
    ]
)
_LINE_ENDS = frozenset({"\n", "\n\n"})
_UNREAD = frozenset({"script", "style", "noscript", "template"})


@frozen
class Page:
    """A page's texts in document order, and the place among them of what each element holds.

    ``texts`` are the text nodes and, between them, the line ends that stand for elements, where
    the text has none. ``shown`` says of each whether a reader sees it; None for such a line end.

    An element is known by its number in document order. The texts of element ``n`` are those from
    ``first[n]`` to ``last[n]``, its tail not among them, and the elements inside it are numbered
    from ``n + 1`` to ``behind[n]``, each half-open. ``numbers`` has those that were asked for.
    """

    texts: list[str] = Factory(list)
    shown: list[bool | None] = Factory(list)
    # A page may have a million elements, so these are numbers, not objects.
    first: "array[int]" = Factory(lambda: array("q"))
    last: "array[int]" = Factory(lambda: array("q"))
    behind: "array[int]" = Factory(lambda: array("q"))
    numbers: "dict[lxml.etree._Element, int]" = Factory(dict)

    def children(self, number: int) -> Iterator[int]:
        """Give the elements that stand right inside an element."""
        child = number + 1
        while child < self.behind[number]:
            yield child
            child = self.behind[child]


def walk_page(root: "lxml.etree._Element", wanted: "Collection[lxml.etree._Element]" = ()) -> Page:
    """Lay out the text below ``root``, with a line end where an element ends a line.

    The page has the numbers of those elements that are ``wanted``.
    """
    page = Page()
    texts, shown = page.texts, page.shown
    inside: list[int] = []
    hidden = 0
    ends = 2  # how many line ends the text so far closes with

    def end_line(line_ends: str) -> None:
        nonlocal ends
        if added := line_ends[ends:]:
            texts.append(added)
            shown.append(None)
            ends += len(added)

    def add(text: str) -> None:
        nonlocal ends
        if hidden and text in _LINE_ENDS:
            end_line(text)
            return
        texts.append(text)
        shown.append(not hidden)
        words = text.rstrip()
        closing = text.count("\n", len(words))
        ends = min(2, closing if words else ends + closing)

    for event, element in walk(root):
        tag = element.tag
        if event == "start":
            if element in wanted:
                page.numbers[element] = len(page.first)
            inside.append(len(page.first))
            for places in (page.first, page.last, page.behind):
                places.append(len(texts))
            hidden += tag in _UNREAD
            if tag in _BLOCKS:
                end_line("\n\n" if tag in _SPACED else "\n")
            if element.text:
                add(element.text)
            continue
        if event == "end":
            hidden -= tag in _UNREAD
            if tag in _BLOCKS:
                end_line("\n\n" if tag in _SPACED else "\n")
            elif tag == "br" and not (element.tail or "").lstrip(" \t\r").startswith("\n"):
                end_line("\n")
            number = inside.pop()
            page.last[number] = len(texts)
            page.behind[number] = len(page.first)
        if element is not root and element.tail and element.getparent() is not None:
            add(element.tail)
    return page


def cut_page(page: Page, label: Callable[[int], tuple[RegionKind, str | None]]) -> list[Region]:
    """Give the regions of a page's texts: ``label`` says what each that is shown is, by its index.

    The line ends that stand for elements belong to the region before them.
    """
    cuts: list[tuple[int, tuple[RegionKind, str | None]]] = []
    furniture = RegionKind.FURNITURE, None
    at = 0
    for index, (text, shown) in enumerate(zip(page.texts, page.shown, strict=True)):
        if shown:
            what = label(index)
        elif shown is None and cuts:
            what = cuts[-1][1]
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
