"""Writes elements and characters one behind the other, whatever the characters are."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from lxml import etree

from cableparse_plugins.export.held import NO_XML, in_xml

NAMESPACE = "http://www.tei-c.org/ns/1.0"
_NO_WORD = re.compile(r"[\s\x00-\x1f\ud800-\udfff\ufffe\uffff]+")


class Pen:
    """Writes into an element of TEI; what is opened stays open until its block ends."""

    def __init__(self, tag: str) -> None:
        self.root = etree.fromstring(f'<{tag} xmlns="{NAMESPACE}"/>')
        self._open = self.root
        self._last: etree._Element | None = None  # in what is open; lxml would count them all

    @contextmanager
    def element(self, tag: str, **attributes: str | None) -> Iterator[None]:
        """Open an element; an attribute that is None or empty is left out."""
        outer = self._open
        self._open = etree.SubElement(outer, f"{{{NAMESPACE}}}{tag}")
        for name, value in attributes.items():
            if value:
                self._open.set(name, in_xml(value))
        self._last = None
        yield
        self._last, self._open = self._open, outer

    def empty(self, tag: str, **attributes: str | None) -> None:
        """Write an element without content."""
        with self.element(tag, **attributes):
            pass

    def whole(self, tag: str, text: str, **attributes: str | None) -> None:
        """Write an element with a text in it."""
        with self.element(tag, **attributes):
            self.text(text)

    def text(self, text: str) -> None:
        """Write characters; each that XML can't hold is a ``<g>`` that says its number."""
        at = 0
        for sign in NO_XML.finditer(text):
            self._characters(text[at : sign.start()])
            self.empty("g", type="no-xml", n=f"U+{ord(sign[0]):04X}")
            at = sign.end()
        self._characters(text[at:])

    def _characters(self, text: str) -> None:
        if not text:
            return
        if self._last is not None:
            self._last.tail = (self._last.tail or "") + text
        else:
            self._open.text = (self._open.text or "") + text

    def to_text(self) -> str:
        """Give the document, with a line end behind it."""
        return etree.tostring(self.root, encoding="unicode") + "\n"


def holds(text: str) -> bool:
    """Tell whether XML can hold all of a text."""
    return NO_XML.search(text) is None


def as_word(text: str) -> str:
    """Give a text without white space, as attributes that sort things want it."""
    return _NO_WORD.sub("_", text)
