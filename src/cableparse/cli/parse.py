"""``cableparse parse``: many documents in, one object a document out."""

from collections.abc import Sequence

import click

from cableparse import Failure, Parser
from cableparse.cli import completion
from cableparse.cli.exits import FAILED
from cableparse.cli.inputs import list_inputs, read_input
from cableparse.cli.options import reading_options
from cableparse.cli.outputs import STDOUT, Output, choose_exporter, see_that_it_is_no_input
from cableparse.cli.report import Report

_HELP = """\
Read cables and write one JSON object a document to standard output.

PATH is a file, a directory, whose files are read at every depth (but for hidden files and
cableparse's own .json and .jsonl), a pattern, an archive (.zip, .tar, .7z, …), one member of it
(archive.zip!a.txt), a URL, or - for standard input. On a terminal a progress bar and a closing
table go to standard error; otherwise nothing but errors does.

\b
Examples:
  cableparse parse seeds/ > cables.jsonl
  cableparse parse seeds/ -o cables.jsonl
  cableparse parse --strict seeds/clean.txt
  curl -s https://example.org/cable.html | cableparse parse -
  cableparse parse 1975.zip '1976/*.txt' cables.csv
  cat cables.tar.gz | cableparse parse -
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
@reading_options
@click.pass_context
def parse_command(
    ctx: click.Context,
    *,
    paths: Sequence[str],
    output: str,
    export: str | None,
    parser: Parser,
    format: str | None,
    strict: bool,
    with_traceback: bool,
) -> None:
    """Run ``cableparse parse``."""
    exporter = choose_exporter(parser, export, output)
    inputs = list_inputs(paths)
    see_that_it_is_no_input(output, inputs)
    target = Output(exporter, output, with_traceback=with_traceback)
    with target.opened(), Report(len(inputs), with_traceback=with_traceback) as report:
        for given in inputs:
            for result in read_input(parser, given, format=format, strict=strict):
                if isinstance(result, Failure):
                    report.fail(result)
                    continue
                with report.aside():
                    failure = target.write(result)
                if failure is None:
                    report.read(result.format, len(result.defects))
                else:
                    report.fail(failure)
            report.end_input()
    if report.failed:
        ctx.exit(FAILED)
