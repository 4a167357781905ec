"""A cable's rows as SQLite can hold them: what a worker makes, and what is inserted."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

from cableparse import TABLES, Cable, table_rows
from cableparse_plugins.export.held import in_utf8

Row = tuple[Any, ...]
Rows = dict[str, list[Row]]
"""Rows by table. A row of ``cables`` lacks its id, and one of another table its cable's."""

_LARGEST = 2**63 - 1  # what SQLite can count to


def rows_of(cable: Cable) -> Rows:
    """Give the cable's rows."""
    rows = table_rows(cable)
    for table, others in _OTHERS.items():
        rows[table] = [_held(row, others) for row in rows[table]]
    return rows if _has_utf8(cable) else _escaped(rows)


def _held(row: Row, others: dict[int, Callable[[Any], Any]]) -> Row:
    values = list(row)
    for at, hold in others.items():
        if values[at] is not None:
            values[at] = hold(values[at])
    return tuple(values)


def _whole(number: int) -> int | str:
    """Give a number that SQLite can hold, and as a text one that is beyond it."""
    return str(number) if abs(number) > _LARGEST else number


def _array(texts: tuple[str, ...]) -> str:
    return json.dumps(texts, ensure_ascii=False)


_HOLD: dict[Any, Callable[[Any], Any]] = {
    int: _whole,
    datetime: datetime.isoformat,
    tuple[str, ...]: _array,
}
_SMALL = {"position", "span_start", "span_end"}
_OTHERS = {
    table: others
    for table, columns in TABLES.items()
    if (
        others := {
            at: _HOLD[kind]
            for at, (name, kind) in enumerate(columns.items())
            if kind in _HOLD and name not in _SMALL
        }
    )
}
"""By table the columns, counted from 0, whose values SQLite has no type for."""


# ---------------------------------------------------------------- lone surrogates


def _has_utf8(cable: Cable) -> bool:
    texts = (cable.source.name, cable.source.text, *cable.metadata.values())
    return all(in_utf8(text) == text for text in texts)


def _escaped(rows: Rows) -> Rows:
    """Give the rows with the number of each lone surrogate: SQLite's texts are UTF-8."""
    return {
        table: [
            tuple(in_utf8(value) if isinstance(value, str) else value for value in row)
            for row in several
        ]
        for table, several in rows.items()
    }
