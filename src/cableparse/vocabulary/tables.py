"""Read the tab-separated tables of ``data/``: one record a line, `#` lines are remarks."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from typing import NoReturn

from attrs import frozen


@frozen(kw_only=True)
class Row:
    """One record of a table, with the place it was read from.

    ``cells`` are the stripped fields, as many as the table has columns; an empty cell is ``""``.
    """

    table: str
    line: int
    cells: tuple[str, ...]

    def items(self, column: int) -> tuple[str, ...]:
        """Give the cell's values, which the tables part with ``;``."""
        return tuple(item for part in self.cells[column].split(";") if (item := part.strip()))

    def refuse(self, why: str) -> NoReturn:
        """Raise `ValueError` that names the file, the line and what is wrong there."""
        raise ValueError(f"{self.table}, line {self.line}: {why}")


def read_table(name: str, *columns: str) -> Iterator[Row]:
    """Yield the rows of the table ``name``, a file of ``data/``.

    Raises `ValueError` as `rows_of` does, and `OSError` when there is no such file.
    """
    # pkgutil reads out of a zip too, and importlib.resources takes 20 ms to import.
    data = pkgutil.get_data(__package__, f"data/{name}") or b""
    return rows_of(name, data.decode("utf-8"), *columns)


def rows_of(table: str, text: str, *columns: str) -> Iterator[Row]:
    r"""Yield the rows of ``text``, each of them with one cell for each of ``columns``.

    Raises `ValueError` for a row that has another number of cells, or whose first is empty.

    >>> [row.cells for row in rows_of("x.tsv", "# a remark\nFR\tFrance\n", "code", "meaning")]
    [('FR', 'France')]
    """
    # split("\n"), for splitlines() also cuts at form feeds and U+2028 and so miscounts lines.
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        row = Row(table=table, line=number, cells=tuple(map(str.strip, line.split("\t"))))
        if len(row.cells) != len(columns):
            row.refuse(f"{len(row.cells)} cells, not the {len(columns)} of {', '.join(columns)}")
        if not row.cells[0]:
            row.refuse(f"no {columns[0]}")
        yield row
