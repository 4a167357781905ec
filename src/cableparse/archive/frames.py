"""Cables as data frames, one a table, through Arrow."""

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from cableparse.archive.arrow import arrow_type
from cableparse.archive.tables import TABLES, table_rows
from cableparse.model.cable import Cable
from cableparse.model.enriching import whole
from cableparse.model.errors import MissingExtraError
from cableparse.model.failure import Failure

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

_CABLES = 1000  # in a batch, at most
_CHARACTERS = 16 << 20  # of the sources of a batch, unless a single one has more
_LARGEST = 2**63 - 1

FAILURES = {"name": str, "error": str, "message": str}


def to_arrow(cables: Iterable[Cable | Failure]) -> "dict[str, pyarrow.Table]":
    """Give cables as Arrow tables by name: those of :data:`TABLES`, and ``failures``.

    The cables are counted from 1: ``cables`` has the number as its ``id``, every other table as
    ``cable_id``. A moment is a timestamp in UTC, several texts are a list, a number that has no
    64-bit form is null. What :func:`cableparse.scan` gives can be handed over as it is: each
    ``Failure`` is a row of ``failures``, with the input's name, the error's class and what it says.

    Raises ``TypeError`` for anything else among the cables, and ``MissingExtraError`` without
    pyarrow.
    """
    return _tables(cables, "an Arrow table", "parquet", "to_arrow")


def to_pandas(cables: Iterable[Cable | Failure]) -> "dict[str, pandas.DataFrame]":
    """Give cables as pandas frames by table, as :func:`to_arrow` has them.

    The columns have Arrow's types, so that a whole number or a text that is missing stays
    ``<NA>``. Raises ``TypeError`` for what is no cable, and ``MissingExtraError`` without pandas.
    """
    pandas = _library("pandas", "a pandas frame", "pandas")
    tables = _tables(cables, "a pandas frame", "pandas", "to_pandas")
    return {name: table.to_pandas(types_mapper=pandas.ArrowDtype) for name, table in tables.items()}


def to_polars(cables: Iterable[Cable | Failure]) -> "dict[str, polars.DataFrame]":
    """Give cables as Polars frames by table, as :func:`to_arrow` has them.

    Raises ``TypeError`` for what is no cable, and ``MissingExtraError`` without Polars.
    """
    polars = _library("polars", "a Polars frame", "polars")
    tables = _tables(cables, "a Polars frame", "polars", "to_polars")
    return {name: polars.from_arrow(table) for name, table in tables.items()}


def _library(name: str, what: str, extra: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise MissingExtraError(what, name, extra) from error


def _tables(
    cables: Iterable[Cable | Failure], what: str, extra: str, caller: str
) -> dict[str, Any]:
    if isinstance(cables, Cable | str | bytes):
        raise _no_cables(cables, caller)
    arrow = _library("pyarrow", what, extra)
    schemas = _schemas(arrow)
    batches: dict[str, list[Any]] = {table: [] for table in schemas}
    waiting: dict[str, list[tuple[Any, ...]]] = {table: [] for table in schemas}
    characters = number = 0
    for given in cables:
        if not isinstance(given, Cable | Failure):
            raise _no_cables(given, caller)
        one = whole(given)
        if isinstance(one, Failure):
            error = one.error
            waiting["failures"].append((one.name, type(error).__name__, str(error)))
            continue
        number += 1
        for table, rows in table_rows(one).items():
            waiting[table].extend((number, *row) for row in rows)
        characters += len(one.source.text)
        if number % _CABLES == 0 or characters >= _CHARACTERS:
            _put(arrow, schemas, waiting, batches)
            characters = 0
    _put(arrow, schemas, waiting, batches)
    return {
        table: arrow.Table.from_batches(batches[table], schema) for table, schema in schemas.items()
    }


def _no_cables(given: object, caller: str) -> TypeError:
    kind = type(given).__name__
    hint = "put it into a list" if isinstance(given, Cable) else "cableparse.scan reads files"
    return TypeError(f"{caller} takes several cables, not a {kind}: {hint}")


def _schemas(arrow: Any) -> dict[str, Any]:
    schemas = {
        table: arrow.schema(
            [
                ("id" if table == "cables" else "cable_id", arrow.int64()),
                *((name, arrow_type(arrow, kind)) for name, kind in columns.items()),
            ]
        )
        for table, columns in TABLES.items()
    }
    schemas["failures"] = arrow.schema(
        [(name, arrow_type(arrow, kind)) for name, kind in FAILURES.items()]
    )
    return schemas


def _put(
    arrow: Any,
    schemas: dict[str, Any],
    waiting: dict[str, list[tuple[Any, ...]]],
    batches: dict[str, list[Any]],
) -> None:
    """Make a batch of the rows that wait; columns are far smaller than rows of Python's values."""
    for table, rows in waiting.items():
        if rows:
            columns = [
                arrow.array(map(_held, values), field.type)
                for values, field in zip(zip(*rows, strict=True), schemas[table], strict=True)
            ]
            batches[table].append(arrow.record_batch(columns, schema=schemas[table]))
            rows.clear()


def _held(value: Any) -> Any:
    """Give a value that Arrow can hold: the number of a lone surrogate is written instead."""
    if isinstance(value, str):
        return value if value.isascii() else _utf8(value)
    if isinstance(value, tuple):
        return list(map(_utf8, value))
    # A number that no telegram has; the printed one stands in the text.
    return None if isinstance(value, int) and abs(value) > _LARGEST else value


def _utf8(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
