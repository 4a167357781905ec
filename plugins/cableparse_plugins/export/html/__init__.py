"""HTML: a page that shows the copy as it is beside what is read from it.

A page is of one cable; cables that come behind it are further articles of the same page.
"""

from collections.abc import Iterable
from importlib import import_module
from os import PathLike
from pathlib import Path
from typing import Any, Self, TextIO

from cableparse import Cable, Exporter, Target, Writer, hookimpl


class PageWriter:
    """Writes a page; it begins with the first cable, whose title it has until a second comes."""

    def __init__(self, target: Target) -> None:
        self._target = target
        self._page = _page()
        self._stream: TextIO | None = None
        self._first: tuple[str, str] | None = None  # a title and an article that are kept back
        self._written = 0

    def __enter__(self) -> Self:
        if isinstance(self._target, str | PathLike):
            self._stream = Path(self._target).open("w", encoding="utf-8", newline="\n")
        else:
            self._stream = self._target
        return self

    def __exit__(self, kind: type[BaseException] | None, *exception: object) -> None:
        stream = self._opened()
        try:
            if not self._written:
                title, article = self._first or (None, "")
                stream.write(self._page.begin(title) + article)
            stream.write(self._page.end())
        finally:
            if isinstance(self._target, str | PathLike):
                stream.close()
            self._stream = None

    def write(self, cable: Cable) -> None:
        """Write one cable."""
        stream = self._opened()
        if not self._written and self._first is None:
            self._first = (self._page.title_of(cable), self._page.article(cable))
        elif self._first is not None:
            article = self._page.article(cable, 2)
            stream.write(self._page.begin(self._page.SEVERAL) + self._first[1] + article)
            self._first, self._written = None, 2
        else:
            article = self._page.article(cable, self._written + 1)
            stream.write(article)
            self._written += 1

    def _opened(self) -> TextIO:
        if self._stream is None:
            raise ValueError("the writer is not open: use it in a with statement")
        return self._stream


class HtmlExporter:
    """A page for a reader: the copy, and what is read from it."""

    name = "html"
    suffixes = (".html",)

    def open(self, target: Target) -> Writer:
        """Give a writer on a path or an open text stream.

        Raises ``MissingExtraError`` where jinja2 is not installed.
        """
        return PageWriter(target)


def _page() -> Any:
    """Give the module that makes the page, imported with the first one; it needs jinja2."""
    page = import_module("cableparse_plugins.export.html.page")
    page.begin(None)
    return page


@hookimpl
def cableparse_exporters() -> Iterable[Exporter]:
    """Register the exporter."""
    return [HtmlExporter()]
