"""JSON Lines: one cable a line, with its views, in UTF-8."""

from collections.abc import Iterable
from os import PathLike

from cableparse import ArchiveWriter, Cable, Exporter, Target, hookimpl
from cableparse_plugins.export.json_text import json_bytes
from cableparse_plugins.export.lines import RecordWriter


class JsonlExporter:
    """JSON Lines, what ``cableparse parse`` writes unless it is told otherwise."""

    name = "jsonl"
    suffixes = (".jsonl", ".jsonl.gz", ".jsonl.zst")

    def open(self, target: Target) -> ArchiveWriter:
        """Give a writer on a path, compressed if its ending says so, or on an open text stream."""
        return RecordWriter(target, self.encode)

    def encode(self, cable: Cable) -> bytes:
        """Give the cable as one line, its line end included."""
        return json_bytes(cable.to_dict(views=True), line=True)

    def resume(self, target: str | PathLike[str], token: int) -> ArchiveWriter:
        """Give a writer that goes on behind so many bytes."""
        return RecordWriter(target, self.encode, token=token)


@hookimpl
def cableparse_exporters() -> Iterable[Exporter]:
    """Register the exporter."""
    return [JsonlExporter()]
