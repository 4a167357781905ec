"""``cableparse plugins``: what is installed, and where it comes from."""

from collections.abc import Iterator
from itertools import pairwise

import click

from cableparse import Installed, Parser, Registry
from cableparse.cli.options import plugin_options
from cableparse.cli.printable import one_line
from cableparse.cli.tables import Columns, show

_COLUMNS = Columns(names=("name", "kind", "plugin", "distribution", "detail"))


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
def plugins_command(*, parser: Parser) -> None:
    """Run ``cableparse plugins``."""
    rows = [_row(entry) for entry in _entries(parser.registry)]
    ends = [number for number, (one, then) in enumerate(pairwise(rows)) if one[1] != then[1]]
    show(_COLUMNS, rows, ends=ends)


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
