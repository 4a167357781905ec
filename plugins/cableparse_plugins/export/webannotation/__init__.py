"""Web Annotation: what was found in a copy, as JSON-LD for annotation tools.

A file is one annotation page, whatever number of cables it is of: each annotation names the text
that it is about. It is written as it comes, a line an annotation; what can only be known at the
end, the page's id and how many annotations there are, stands there.
"""

from collections.abc import Iterable
from hashlib import sha256
from os import PathLike
from typing import Self

from cableparse import ArchiveWriter, Cable, Exporter, Target, hookimpl
from cableparse_plugins.export.json_text import json_bytes
from cableparse_plugins.export.lines import RecordFile
from cableparse_plugins.export.webannotation.annotations import annotations_of

_BEGIN = b'{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationPage","items":['
_LABEL = "Annotations of cables, made by cableparse"

Encoded = tuple[int, bytes]
"""How many annotations a cable has, and their lines."""
Token = tuple[int, int, str]
"""The length of the file, how many annotations are in it, and what they add up to."""


class AnnotationWriter:
    """Writes a cable's annotations behind those of the one before."""

    def __init__(self, target: Target, token: Token | None = None) -> None:
        size, self._total, self._sum = token or (None, 0, "")
        self._file = RecordFile(target, first=_BEGIN, token=size)

    def __enter__(self) -> Self:
        self._file.__enter__()
        return self

    def __exit__(self, kind: type[BaseException] | None, *exception: object) -> None:
        try:
            self._file.write_encoded(self._end())
        finally:
            self._file.__exit__(kind, *exception)

    def write(self, cable: Cable) -> None:
        """Write one cable's annotations."""
        self.write_encoded(_encoded(cable))

    def write_encoded(self, encoded: Encoded) -> None:
        """Write the lines of a cable's annotations."""
        count, lines = encoded
        self._file.write_encoded((b",\n" if self._total else b"\n") + lines)
        self._total += count
        # A sum that can be gone on with, unlike a digest of all that is in the file.
        self._sum = sha256(self._sum.encode() + sha256(lines).digest()).hexdigest()

    def checkpoint(self) -> Token | None:
        """Give the length of the file without its end, and what the end will say."""
        size = self._file.checkpoint()
        return None if size is None else (size, self._total, self._sum)

    def _end(self) -> bytes:
        name = self._sum or sha256().hexdigest()
        collection = {
            "id": f"urn:cableparse:collection:{name}",
            "type": "AnnotationCollection",
            "label": _LABEL,
            "total": self._total,
        }
        rest = {"id": f"urn:cableparse:page:{name}", "startIndex": 0, "partOf": collection}
        return b"\n]," + json_bytes(rest, line=True)[1:]


class AnnotationExporter:
    """The W3C's Web Annotation Data Model."""

    name = "webannotation"
    suffixes = (".annotations.jsonld",)

    def open(self, target: Target) -> ArchiveWriter:
        """Give a writer on a path or an open text stream."""
        return AnnotationWriter(target)

    def encode(self, cable: Cable) -> Encoded:
        """Give the lines of a cable's annotations."""
        return _encoded(cable)

    def resume(self, target: str | PathLike[str], token: Token) -> ArchiveWriter:
        """Give a writer that goes on behind so many bytes."""
        return AnnotationWriter(target, token)


def _encoded(cable: Cable) -> Encoded:
    lines = [json_bytes(one) for one in annotations_of(cable)]
    return len(lines), b",\n".join(lines)


@hookimpl
def cableparse_exporters() -> Iterable[Exporter]:
    """Register the exporter."""
    return [AnnotationExporter()]
