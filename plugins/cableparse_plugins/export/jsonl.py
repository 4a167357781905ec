"""JSON Lines: one cable a line, with its views, in UTF-8."""

import json
from collections.abc import Iterable
from os import PathLike

import orjson

from cableparse import ArchiveWriter, Cable, Exporter, Target, hookimpl
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
        data = cable.to_dict(views=True)
        try:
            return orjson.dumps(data, option=orjson.OPT_APPEND_NEWLINE)
        except orjson.JSONEncodeError:
            # A lone surrogate has no UTF-8 form: it is written as JSON's own escape of it.
            line = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
            return line.encode("utf-8", "backslashreplace") + b"\n"

    def resume(self, target: str | PathLike[str], token: int) -> ArchiveWriter:
        """Give a writer that goes on behind so many bytes."""
        return RecordWriter(target, self.encode, token=token)


@hookimpl
def cableparse_exporters() -> Iterable[Exporter]:
    """Register the exporter."""
    return [JsonlExporter()]
