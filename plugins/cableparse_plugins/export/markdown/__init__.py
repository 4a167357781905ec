"""Markdown: a cable as a page to read, with notes; several stand below each other in one file."""

from collections.abc import Iterable
from os import PathLike

from cableparse import ArchiveWriter, Cable, Exporter, Target, hookimpl
from cableparse_plugins.export.gathered import Document, GatheredWriter, Token
from cableparse_plugins.export.markdown.page import page_of


class MarkdownExporter:
    """CommonMark, with front matter and footnotes."""

    name = "markdown"
    suffixes = (".md",)

    def open(self, target: Target) -> ArchiveWriter:
        """Give a writer on a path or an open text stream."""
        return GatheredWriter(target, self)

    def encode(self, cable: Cable) -> Document:
        """Give the cable's metadata in YAML, its title, and the rest of its page."""
        return page_of(cable)

    def resume(self, target: str | PathLike[str], token: Token) -> ArchiveWriter:
        """Give a writer that goes on behind so many bytes."""
        return GatheredWriter(target, self, token)

    # ------------------------------------------------------------ the form of a file

    def alone(self, document: Document) -> str:
        """Give the file of one cable: its metadata are the front matter."""
        metadata, title, rest = document
        return f"---\n{metadata}---\n\n{title}\n{rest}"

    def begin(self) -> str:
        """Give nothing: a file of several has no metadata of its own."""
        return ""

    def among(self, document: Document, number: int) -> str:
        """Give a cable's page among several, with notes of its own."""
        metadata, title, rest = document
        # Of the text itself no bracket is left without a backslash.
        rest = rest.replace("[^", f"[^{number}-")
        gap = "\n" if number > 1 else ""
        return f"{gap}{title}\n```yaml\n{metadata}```\n\n{rest}"

    def end(self) -> str:
        """Give nothing."""
        return ""

    def empty(self) -> str:
        """Give nothing: no cable is an empty page."""
        return ""


@hookimpl
def cableparse_exporters() -> Iterable[Exporter]:
    """Register the exporter."""
    return [MarkdownExporter()]
