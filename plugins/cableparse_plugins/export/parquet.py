"""Parquet: a folder of parts, a row a cable, for DuckDB, Polars, pandas and Spark."""

import os
from collections.abc import Callable, Iterable
from datetime import date, datetime
from importlib import import_module
from importlib.util import find_spec
from os import PathLike
from pathlib import Path
from typing import Any, Self

from cableparse import (
    ArchiveWriter,
    Cable,
    Exporter,
    ExportRefusedError,
    MissingExtraError,
    Target,
    arrow_schema,
    hookimpl,
)
from cableparse_plugins.export.held import in_utf8

_ROWS = 1000  # in a part, at most
_AT_ONCE = 100  # rows are kept as Python has them, in six times the memory of Arrow's columns
_CHARACTERS = 32 << 20  # of the sources of a part, unless a single one has more
_LARGEST = 2**63 - 1
_EXTRA = ("Parquet", "pyarrow", "parquet")

Row = dict[str, Any]
Convert = Callable[[Any], Any]


class ParquetWriter:
    """Writes parts into a folder; one that is not finished has a name that no reader sees.

    ``token`` is how many parts to keep.
    """

    def __init__(self, target: Target, token: int | None = None) -> None:
        if not isinstance(target, str | PathLike):
            raise TypeError("Parquet is written to a folder, not to a stream")
        self._folder = Path(target)
        self._token = token
        self._parts = token or 0
        self._rows: list[Row] = []
        self._batches: list[Any] = []
        self._count = 0
        self._characters = 0
        self._schema: Any = None

    def __enter__(self) -> Self:
        # Looked for, and not imported: pyarrow starts threads, and from a process with threads no
        # worker is forked.
        if find_spec("pyarrow") is None:
            raise MissingExtraError(*_EXTRA)
        if self._folder.is_file():
            problem = "is a file, and Parquet is written to a folder; write elsewhere"
            raise ExportRefusedError(str(self._folder), problem)
        if self._token is None:
            self._folder.mkdir(exist_ok=True)
        for part in self._found():
            if self._token is None or part.name.startswith(".") or _number(part) >= self._token:
                part.unlink()
        if self._token is not None and len(self._found()) < self._token:
            problem = f"has fewer parts than its journal says ({self._token})"
            raise ExportRefusedError(str(self._folder), f"{problem}; delete both to begin anew")
        return self

    def __exit__(self, kind: type[BaseException] | None, *exception: object) -> None:
        if self._count or (kind is None and not self._parts):
            self._write_part()  # one without a cable too: readers find the columns

    def write(self, cable: Cable) -> None:
        """Write one cable."""
        self.write_encoded(_row_of(cable))

    def write_encoded(self, encoded: Row) -> None:
        """Write the row of a cable."""
        self._rows.append(encoded)
        self._count += 1
        self._characters += len(encoded["source"]["text"])
        if self._count >= _ROWS or self._characters >= _CHARACTERS:
            self._write_part()
        elif len(self._rows) >= _AT_ONCE:
            self._gather()

    def checkpoint(self) -> int:
        """Finish the part, and give how many there are."""
        if self._count:
            self._write_part()
        return self._parts

    def _found(self) -> list[Path]:
        """Give the parts; refuse a folder in which something else is."""
        inside = sorted(self._folder.iterdir())
        other = [one.name for one in inside if not _is_part(one)]
        if other:
            problem = f"holds something else ({other[0]}); choose a folder of its own"
            raise ExportRefusedError(str(self._folder), problem)
        return inside

    def _gather(self) -> None:
        arrow = _library("pyarrow")
        if self._schema is None:
            self._schema = arrow_schema()
        rows, self._rows = self._rows, []
        self._batches.append(arrow.RecordBatch.from_pylist(rows, schema=self._schema))

    def _write_part(self) -> None:
        self._gather()
        arrow = _library("pyarrow")
        batches, self._batches, self._count, self._characters = self._batches, [], 0, 0
        part = self._folder / f"part-{self._parts:05d}.parquet"
        unfinished = part.with_name(f".{part.name}")
        table = arrow.Table.from_batches(batches, schema=self._schema)
        try:
            with unfinished.open("wb") as file:
                _library("pyarrow.parquet").write_table(table, file, compression="zstd")
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(part)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
        del batches, table
        # It keeps what was freed, five times what a part has.
        arrow.default_memory_pool().release_unused()
        self._parts += 1


class ParquetExporter:
    """A folder of Parquet files."""

    name = "parquet"
    suffixes = (".parquet",)
    streams = False

    def open(self, target: Target) -> ArchiveWriter:
        """Give a writer on a folder, which is made where it is not there."""
        return ParquetWriter(target)

    def encode(self, cable: Cable) -> Row:
        """Give the row of a cable."""
        return _row_of(cable)

    def resume(self, target: str | PathLike[str], token: int) -> ArchiveWriter:
        """Give a writer that goes on behind so many parts."""
        return ParquetWriter(target, token)


def _is_part(path: Path) -> bool:
    name = path.name.removeprefix(".")
    return name.startswith("part-") and name.endswith(".parquet") and name[5:-8].isdecimal()


def _number(part: Path) -> int:
    return int(part.name[5:-8])


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise MissingExtraError(*_EXTRA) from error


# ---------------------------------------------------------------- rows


def _row_of(cable: Cable) -> Row:
    """Give the cable's JSON form, views among the fields, as the schema wants it."""
    if not _CONVERT:
        arrow = _library("pyarrow")
        _CONVERT.update((one.name, _converter(arrow, one.type)) for one in arrow_schema())
    data = cable.to_dict(views=True)
    data.update(data.pop("views"))
    return {name: convert(data[name]) for name, convert in _CONVERT.items()}


_CONVERT: dict[str, Convert] = {}
"""How a value of the JSON form becomes one of each column; filled with the first row."""


def _converter(arrow: Any, kind: Any) -> Convert:
    """Give what makes a value of the JSON form one of an Arrow type."""
    types = arrow.types
    if types.is_struct(kind):
        members = [(one.name, _converter(arrow, one.type)) for one in kind]
        if [name for name, _ in members] == ["start", "end"]:
            return lambda span: None if span is None else {"start": span[0], "end": span[1]}
        return lambda value: (
            None if value is None else {name: convert(value[name]) for name, convert in members}
        )
    if types.is_map(kind):
        of_item = _converter(arrow, kind.item_type)
        return lambda value: [(_text(key), of_item(one)) for key, one in value.items()]
    if types.is_list(kind):
        of_value = _converter(arrow, kind.value_type)
        return lambda values: [of_value(one) for one in values]
    if types.is_timestamp(kind):
        return lambda value: None if value is None else datetime.fromisoformat(value)
    if types.is_date(kind):
        return lambda value: None if value is None else date.fromisoformat(value)
    if types.is_integer(kind):
        # A number that no telegram has; the printed one stands in the text.
        return lambda value: None if value is None or abs(value) > _LARGEST else value
    return _text


def _text(value: Any) -> str | None:
    """Give a text that has a UTF-8 form: the number of a lone surrogate is written instead."""
    if isinstance(value, dict):  # the box of an event that looks like a date
        value = value["event"]
    return None if value is None else in_utf8(value)


@hookimpl
def cableparse_exporters() -> Iterable[Exporter]:
    """Register the exporter."""
    return [ParquetExporter()]
