"""``cableparse parse``: many documents in, one object a document out."""

from collections.abc import Sequence

import click

from cableparse import Parser
from cableparse.cli import completion
from cableparse.cli.exits import FAILED
from cableparse.cli.flow import write_each
from cableparse.cli.options import reading_options
from cableparse.cli.outputs import STDOUT, choose_exporter

_HELP = """\
Read cables and write one JSON object a document to standard output.

PATH is a file, a directory, whose files are read at every depth (but for hidden files and
cableparse's own output: .json, .jsonl, packed too, .db, .parquet …), a pattern, an archive (.zip,
.tar, .7z, …), one member of it (archive.zip!a.txt), a URL, or - for standard input. On a terminal a
progress bar and a closing table go to standard error; otherwise nothing but errors does.

\b
Examples:
  cableparse parse seeds/ > cables.jsonl
  cableparse parse seeds/ -o cables.jsonl
  cableparse parse --strict seeds/clean.txt
  curl -s https://example.org/cable.html | cableparse parse -
  cableparse parse 1975.zip '1976/*.txt' cables.csv
  cat cables.tar.gz | cableparse parse -
  cableparse parse --workers 4 1975.7z | jq .subject
  cableparse parse --format telegram excerpt.txt
"""


@click.command("parse", help=_HELP, short_help="Read documents, write JSON Lines.")
@click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True, shell_complete=completion.files
)
@click.option(
    "-o",
    "--output",
    metavar="PATH",
    shell_complete=completion.files,
    default=STDOUT,
    show_default="standard output",
    help="Write to this file; its suffix chooses the exporter.",
)
@click.option(
    "--export",
    metavar="NAME",
    shell_complete=completion.exporters,
    show_default="by the output's suffix; jsonl for standard output",
    help="Write with this exporter.",
)
@click.option(
    "--workers",
    metavar="N",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="Read and encode with this many processes; --traceback needs one.",
)
@reading_options
@click.pass_context
def parse_command(
    ctx: click.Context,
    *,
    paths: Sequence[str],
    output: str,
    export: str | None,
    workers: int,
    parser: Parser,
    format: str | None,
    strict: bool,
    with_traceback: bool,
) -> None:
    """Run ``cableparse parse``."""
    exporter = choose_exporter(parser, export, output)
    if workers > 1 and with_traceback:
        raise click.UsageError("--traceback shows this process alone: leave out --workers")
    if not write_each(
        parser, paths, exporter.name, output,
        workers=workers, format=format, strict=strict, with_traceback=with_traceback,
    ):  # fmt: skip
        ctx.exit(FAILED)
