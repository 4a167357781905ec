"""TEI P5: a cable as a document of the Text Encoding Initiative, several as a corpus.

A corpus is written as it comes. One cable alone is a document of its own, for most tools want
that.
"""

from collections.abc import Iterable
from importlib import import_module
from os import PathLike
from typing import Any

from cableparse import ArchiveWriter, Cable, Exporter, Target, hookimpl
from cableparse_plugins.export.gathered import Document, GatheredWriter, Token

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


class TeiExporter:
    """Documents for editions, and for whatever reads TEI."""

    name = "tei"
    suffixes = (".tei.xml",)

    def open(self, target: Target) -> ArchiveWriter:
        """Give a writer on a path or an open text stream."""
        return GatheredWriter(target, self)

    def encode(self, cable: Cable) -> Document:
        """Give the cable's ``TEI`` element."""
        return (_documents().document_of(cable),)

    def resume(self, target: str | PathLike[str], token: Token) -> ArchiveWriter:
        """Give a writer that goes on behind so many bytes."""
        return GatheredWriter(target, self, token)

    # ------------------------------------------------------------ the form of a file

    def alone(self, document: Document) -> str:
        """Give the file of one cable."""
        return _DECLARATION + document[0]

    def begin(self) -> str:
        """Give what a corpus begins with."""
        begin: str = _documents().corpus_begin()
        return _DECLARATION + begin

    def among(self, document: Document, number: int) -> str:  # noqa: ARG002
        """Give a cable's document in a corpus: it is the same there."""
        return document[0]

    def end(self) -> str:
        """Give what a corpus ends with."""
        end: str = _documents().CORPUS_END
        return end

    def empty(self) -> str:
        """Give the document that says that there is no cable."""
        empty: str = _documents().without_cable()
        return _DECLARATION + empty


def _documents() -> Any:
    """Load what makes documents, and lxml, with the first cable."""
    return import_module("cableparse_plugins.export.tei.documents")


@hookimpl
def cableparse_exporters() -> Iterable[Exporter]:
    """Register the exporter."""
    return [TeiExporter()]
