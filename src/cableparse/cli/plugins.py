"""``cableparse plugins``: what is installed, and where it comes from."""

import sys
from collections.abc import Iterator, Sequence

import click
from rich import box
from rich.table import Table
from rich.text import Text

from cableparse import Installed, Registry
from cableparse.cli.options import make_parser, plugin_options
from cableparse.cli.printable import one_line
from cableparse.cli.streams import open_console

_COLUMNS = ("name", "kind", "plugin", "distribution", "detail")


_HELP = """\
List the formats, the enrichers in the order they run in, the exporters, and the containers.

\b
Examples:
  cableparse plugins
  cableparse plugins --no-plugins
  cableparse plugins --plugin my_package.my_plugin
"""


@click.command("plugins", help=_HELP, short_help="List what is installed.")
@plugin_options
def plugins_command(*, plugins: Sequence[str], no_plugins: bool, with_traceback: bool) -> None:
    """Run ``cableparse plugins``."""
    parser = make_parser(plugins=plugins, no_plugins=no_plugins, with_traceback=with_traceback)
    rows = [_row(entry) for entry in _entries(parser.registry)]
    if not sys.stdout.isatty():
        for line in _aligned([_COLUMNS, *rows]):
            click.echo(line)
        return
    table = Table(*_COLUMNS, box=box.SIMPLE_HEAD, pad_edge=False)
    for number, row in enumerate(rows):
        ends = number + 1 < len(rows) and rows[number + 1][1] != row[1]
        table.add_row(Text(row[0], style="bold"), *map(Text, row[1:]), end_section=ends)
    open_console().print(table)


def _entries(registry: Registry) -> Iterator[Installed]:
    by_name = {(entry.kind, entry.name): entry for entry in registry.installed}
    for kind, things in (
        ("format", registry.formats),
        ("enricher", registry.enrichers),
        ("exporter", registry.exporters),
        ("container", registry.containers),
    ):
        for thing in things:
            yield by_name[kind, thing.name]


def _row(entry: Installed) -> tuple[str, ...]:
    fields = (entry.name, entry.kind, entry.plugin, entry.distribution, entry.detail)
    return tuple(one_line(field) for field in fields)


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()
