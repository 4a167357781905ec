"""CSV: a row a cable, for spreadsheets; what a cable has many of stands in one column."""

import csv
import io
from collections.abc import Iterable
from os import PathLike

from cableparse import ArchiveWriter, Cable, Exporter, Target, hookimpl
from cableparse_plugins.export.lines import RecordWriter

COLUMNS = (
    "name",
    "format",
    "mrn",
    "sent_at",
    "precedence",
    "origin",
    "action",
    "info",
    "classification",
    "captions",
    "tags",
    "subject",
    "title",
    "references",
    "classifiers",
    "signers",
    "paragraphs",
    "redactions",
    "repairs",
    "defects",
    "summary",
    "text",
)
"""The columns, as docs/archives.md has them."""


class CsvExporter:
    """A row a cable, under a row of names."""

    name = "csv"
    suffixes = (".csv", ".csv.gz", ".csv.zst")

    def open(self, target: Target) -> ArchiveWriter:
        """Give a writer on a path, compressed if its ending says so, or on an open text stream."""
        return RecordWriter(target, self.encode, first=_line(COLUMNS))

    def encode(self, cable: Cable) -> bytes:
        """Give the cable's row, its line end included."""
        return _line(_row(cable))

    def resume(self, target: str | PathLike[str], token: int) -> ArchiveWriter:
        """Give a writer that goes on behind so many bytes."""
        return RecordWriter(target, self.encode, token=token)


def _row(cable: Cable) -> tuple[object, ...]:
    return (
        cable.source.name,
        cable.format,
        cable.mrn,
        cable.sent_at and cable.sent_at.isoformat(),
        cable.precedence and cable.precedence.value,
        cable.origin,
        _several(one.name for one in cable.action),
        _several(one.name for one in cable.info),
        cable.classification and cable.classification.value,
        _several(cable.captions),
        _several(tag.code for tag in cable.tags),
        cable.subject,
        cable.title,
        _several(str(one.mrn or one.text) for one in cable.references),
        _several(one.name for one in cable.classifiers),
        _several(cable.signers),
        len(cable.paragraphs),
        len(cable.redactions),
        len(cable.repairs),
        _several(dict.fromkeys(defect.code for defect in cable.defects)),
        cable.summary,
        cable.text,
    )


def _several(values: Iterable[str]) -> str:
    return "; ".join(values)


def _line(values: Iterable[object]) -> bytes:
    line = io.StringIO(newline="")
    # With its own line end, \r\n, the writer quotes either character where it stands in a value.
    csv.writer(line).writerow(values)
    # A lone surrogate has no UTF-8 form: its number is written instead.
    return line.getvalue().encode("utf-8", "backslashreplace")


@hookimpl
def cableparse_exporters() -> Iterable[Exporter]:
    """Register the exporter."""
    return [CsvExporter()]
