"""A table: for a person with rules and styles, for a pipe in aligned columns."""

import sys
from collections.abc import Collection, Iterator, Sequence
from typing import Literal

import click
from attrs import field, frozen
from rich import box
from rich.table import Table
from rich.text import Text

from cableparse.cli.streams import open_console

Row = Sequence[str]


@frozen(kw_only=True)
class Columns:
    """A table's columns by name; those with numbers are set ``right``."""

    names: tuple[str, ...]
    right: frozenset[str] = field(default=frozenset(), converter=frozenset)


def show(
    columns: Columns, rows: Sequence[Row], *, title: str = "", ends: Collection[int] = ()
) -> None:
    """Print a table on standard output; on a terminal a gap follows the rows numbered in ``ends``.

    The cells must be printable.
    """
    if not sys.stdout.isatty():
        for line in (*([title] if title else ()), *_aligned(columns, rows)):
            click.echo(line)
        return
    table = Table(
        title=Text(title, style="bold") if title else None,
        title_justify="left",
        box=box.SIMPLE_HEAD,
        pad_edge=False,
    )
    for name in columns.names:
        justify: Literal["right", "left"] = "right" if name in columns.right else "left"
        # A name that is cut can't be opened.
        table.add_column(name, justify=justify, overflow="fold")
    for number, row in enumerate(rows):
        cells = (Text(row[0], style="bold"), *map(Text, row[1:]))
        table.add_row(*cells, end_section=number in ends)
    open_console().print(table)


def _aligned(columns: Columns, rows: Sequence[Row]) -> Iterator[str]:
    lines = [columns.names, *rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        cells = (
            cell.rjust(width) if name in columns.right else cell.ljust(width)
            for cell, width, name in zip(line, widths, columns.names, strict=True)
        )
        yield "  ".join(cells).rstrip()
