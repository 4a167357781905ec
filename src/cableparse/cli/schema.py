"""``cableparse schema``: what an object of the JSON form looks like, for programs."""

import click

from cableparse.cli.streams import utf8_output
from cableparse.model.schema import schema_text

_HELP = """\
Print the JSON Schema (draft 2020-12) of the objects that `cableparse parse` writes.

\b
Examples:
  cableparse schema > cable.schema.json
  cableparse schema | jq '.properties.mrn'
"""


@click.command("schema", help=_HELP, short_help="Print the JSON Schema of a cable.")
def schema_command() -> None:
    """Run ``cableparse schema``."""
    output = utf8_output()
    output.write(schema_text())
    output.flush()  # what can't be written is told here, not at the interpreter's end
