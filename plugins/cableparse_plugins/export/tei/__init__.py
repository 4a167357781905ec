"""TEI P5: a cable as a document of the Text Encoding Initiative, several as a corpus.

A corpus is written as it comes. One cable alone is a document of its own, for most tools want
that: so the first is held back until there is a second, or the end.
"""

from collections.abc import Iterable
from importlib import import_module
from os import PathLike
from typing import Any, Self

from cableparse import ArchiveWriter, Cable, Exporter, Target, hookimpl
from cableparse_plugins.export.lines import RecordWriter

_DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'

Token = tuple[int, str | None]
"""The length of the file, and the only document so far, which is not in it yet."""


class TeiWriter:
    """Writes a document a cable."""

    def __init__(self, target: Target, token: Token | None = None) -> None:
        size, held = (None, None) if token is None else token
        self._held = None if held is None else held.encode()
        self._several = bool(size)
        self._file = RecordWriter(target, _no_cable, token=size)

    def __enter__(self) -> Self:
        self._file.__enter__()
        return self

    def __exit__(self, kind: type[BaseException] | None, *exception: object) -> None:
        try:
            if self._several:
                end: bytes = _documents().CORPUS_END
            else:
                end = _DECLARATION + (self._held or _documents().without_cable())
            self._file.write_encoded(end)
        finally:
            self._file.__exit__(kind, *exception)

    def write(self, cable: Cable) -> None:
        """Write one cable."""
        self.write_encoded(_encoded(cable))

    def write_encoded(self, encoded: bytes) -> None:
        """Write a cable's document."""
        if self._several:
            self._file.write_encoded(encoded)
        elif self._held is None:
            self._held = encoded
        else:
            begin = _DECLARATION + _documents().corpus_begin()
            self._file.write_encoded(begin + self._held + encoded)
            self._several, self._held = True, None

    def checkpoint(self) -> Token | None:
        """Give the length of the file without its end, and what is held back."""
        size = self._file.checkpoint()
        held = None if self._held is None else self._held.decode()
        return None if size is None else (size, held)


class TeiExporter:
    """Documents for editions, and for whatever reads TEI."""

    name = "tei"
    suffixes = (".tei.xml",)

    def open(self, target: Target) -> ArchiveWriter:
        """Give a writer on a path or an open text stream."""
        return TeiWriter(target)

    def encode(self, cable: Cable) -> bytes:
        """Give the cable's document."""
        return _encoded(cable)

    def resume(self, target: str | PathLike[str], token: Token) -> ArchiveWriter:
        """Give a writer that goes on behind so many bytes."""
        return TeiWriter(target, token)


def _encoded(cable: Cable) -> bytes:
    document: bytes = _documents().document_of(cable)
    return document


def _documents() -> Any:
    """Load what makes documents, and lxml, with the first cable."""
    return import_module("cableparse_plugins.export.tei.documents")


def _no_cable(cable: Cable) -> bytes:
    raise NotImplementedError  # the file is given documents


@hookimpl
def cableparse_exporters() -> Iterable[Exporter]:
    """Register the exporter."""
    return [TeiExporter()]
