"""HTML through lxml, which is loaded with the first page."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import lxml.etree


@cache
def _etree() -> ModuleType:
    """Load lxml with the first page: a program that reads plain texts needs none of it."""
    return import_module("lxml.etree")


def page_parser(target: object = None) -> "lxml.etree.HTMLParser":
    """Give a parser that reaches no network and no file; a new one a page: they keep state.

    Nothing is looked up by its id, and a table of all ids would take a third of the time. With a
    ``target`` it builds no tree and tells the target what it meets.
    """
    parser: lxml.etree.HTMLParser = _etree().HTMLParser(
        target=target,
        encoding="utf-8",
        no_network=True,
        huge_tree=True,
        recover=True,
        collect_ids=False,
    )
    return parser


def parse_page(text: str) -> "lxml.etree._Element | None":
    """Give a page's tree; None where there is no element, or where lxml would leave text out.

    lxml stops at elements that lie thousands deep; no real page has them, and nothing is dropped:
    the caller then reads the markup as text.
    """
    return _tree(_encoded(text))


def read_text(parts: Iterable[str]) -> str | None:
    """Give all the text of a page, hidden text too; None where ``parse_page`` gives None.

    The page comes in ``parts``: most are in ASCII, and those are encoded at a glance. A tree would
    take a third of the time, and is built only where the page's frame is damaged.
    """
    page = b"".join(map(_encoded, parts))
    found = _text_without_links(page)
    if found is None and page.count(b"<") < _DEPTH and _body(page):
        found = _text_of_framed(page)
    if found is not None:
        return found
    root = _tree(page)
    return None if root is None else text_of(root)


def text_of(element: "lxml.etree._Element") -> str:
    """Give the text of an element, as it stands there."""
    return str(element.xpath("string()"))


# Text outside the page's own element has no place in a tree. Where these tags stand in order, once
# each, with nothing before the first one but a declaration, the tree has all there is.
_FRAME = [b"<html", b"<head", b"</head", b"<body", b"</body", b"</html"]
# Any of these, by its letters one by one: the engine takes twice as long over three alternatives.
_FRAME_TAG = re.compile(rb"</?[hHbB][tTeEoO][mMaAdD][lLdDyY](?![0-9A-Za-z:_.-])")
# `<?xml version='1.0' encoding='utf-8' ?>`, `<!DOCTYPE html>`
_DECLARATION = re.compile(rb"(?:<\?[^<>]*+>[ \t\n\f\r]*+)?(?:<![dD][^<>]*+>[ \t\n\f\r]*+)?")
_WHITE = b" \t\n\f\r"

# Without a tree lxml does not count how deep an element lies. It builds none deeper than 2,048, and
# a page that has fewer tags has none that lies deeper.
_DEPTH = 2000


def _body(page: bytes) -> range | None:
    """Give where the body of a framed page begins and ends; None where the page has no frame."""
    declared = _DECLARATION.match(page)
    start = declared.end() if declared else 0
    if (
        page[start : start + 5].lower() != b"<html"
        or page.rstrip(_WHITE)[-7:].lower() != b"</html>"
    ):
        return None
    tags = list(_FRAME_TAG.finditer(page))
    if [tag[0].lower() for tag in tags] != _FRAME:
        return None
    return range(tags[3].end(), tags[4].start())


def _text_of_framed(page: bytes) -> str | None:
    found: str | None = _parsed(page.rstrip(_WHITE), page_parser(_Texts()))
    # A title or a script left open takes the frame for its text.
    if found is not None and "<" in found and _FRAME_TAG.search(_encoded(found)):
        return None
    return found


# Half of a page's tags are those of its links, and wherever a link stands in a body it is its text.
# lxml sees one character instead of each, in a third of the time. One that stood in a comment or in
# another tag was no link, and does not come back.
_LINK = re.compile(rb"<a href='[^']*+'>")
_TAG_OF_LINK = "\x7f"
# Inside these a tag is text. By two letters the engine passes over most tags at once.
_RAW = re.compile(
    rb"<(?=[iInNpPsStTxX][cCeEfFiIlLmMoOtT])"
    rb"(?i:script|style|title|textarea|xmp|iframe|noembed|noframes|noscript|plaintext)"
)
# Of pages that say so lxml leaves out the spaces between a body's tags, and of no others.
_SPACES_LEFT_OUT = b"DTD HTML 4"


def _text_without_links(page: bytes) -> str | None:
    """Give the text of a framed page, read without the tags of links; None where it is not sure."""
    mark = _TAG_OF_LINK.encode()
    if mark in page:
        return None
    page = mark.join(_LINK.split(page)).replace(b"</a>", mark)
    marks, first, last = page.count(mark), page.find(mark), page.rfind(mark)
    body = _body(page) if marks + page.count(b"<") < _DEPTH else None
    if body is None or first < body.start or last >= body.stop:
        return None
    if _SPACES_LEFT_OUT in page[: body.start].upper() or _RAW.search(page, body.start, last):
        return None
    found = _text_of_framed(page)
    if found is None or found.count(_TAG_OF_LINK) != marks:
        return None
    return found.replace(_TAG_OF_LINK, "")


class _Texts:
    """Keeps the texts that a parser meets."""

    def __init__(self) -> None:
        texts: list[str] = []
        self.data = texts.append
        self._texts = texts

    def close(self) -> str:
        """Give them as one, and keep none: lxml's parser and its target wait for the collector."""
        text = "".join(self._texts)
        self._texts.clear()
        return text


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _tree(page: bytes) -> "lxml.etree._Element | None":
    root: lxml.etree._Element | None = _parsed(page, page_parser())
    return root


def _parsed(page: bytes, parser: "lxml.etree.HTMLParser") -> Any:
    """Give what the parser makes of a page: a tree, or what its target closes with."""
    etree = _etree()
    try:
        found = etree.fromstring(page, parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    cut = any(entry.level_name == "FATAL" or "depth" in entry.message for entry in parser.error_log)
    return None if cut else found


def walk(root: "lxml.etree._Element") -> "Iterator[tuple[str, lxml.etree._Element]]":
    """Give the ``start`` and ``end`` of each element, its comments and ``pi``."""
    events: Iterator[tuple[str, lxml.etree._Element]] = _etree().iterwalk(
        root, events=("start", "end", "comment", "pi")
    )
    return events
