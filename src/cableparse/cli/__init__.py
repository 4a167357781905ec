"""The commands: ``parse``, ``chunk``, ``export``, ``show``, ``survey``, ``plugins``, ``schema``."""

import click

from cableparse import __version__
from cableparse.cli.chunk import chunk_command
from cableparse.cli.exits import CommandGroup
from cableparse.cli.export import export_command
from cableparse.cli.parse import parse_command
from cableparse.cli.plugins import plugins_command
from cableparse.cli.schema import schema_command
from cableparse.cli.show import show_command
from cableparse.cli.survey import survey_command

__all__ = ["main"]


_HELP = """\
Read US State Department telegrams out of damaged copies, and lose nothing.

\b
Examples:
  cableparse parse seeds/ > cables.jsonl
  cableparse export seeds/ --to cables.jsonl.gz
  cableparse chunk seeds/ > passages.jsonl
  cableparse show seeds/redactions.txt
  cableparse plugins
  cableparse survey archive/
  cableparse schema > cable.schema.json

\b
Exit status:
  0    every input was read
  1    some inputs failed; each is named, and the rest is written
  2    wrong usage, or a plugin or an output that can't be used: nothing was read
  130  interrupted
  141  nobody read the output any more (cableparse parse seeds/ | head -1)
"""


@click.group(
    cls=CommandGroup,
    help=_HELP,
    context_settings={
        "help_option_names": ["-h", "--help"],
        "max_content_width": 100,
    },
)
@click.version_option(__version__, prog_name="cableparse", message="%(prog)s %(version)s")
def main() -> None:
    """Run the command line."""


main.add_command(parse_command)
main.add_command(chunk_command)
main.add_command(export_command)
main.add_command(show_command)
main.add_command(plugins_command)
main.add_command(schema_command)
main.add_command(survey_command)
