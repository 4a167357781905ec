"""``cableparse survey``: what an archive holds, counted before anyone trusts it."""

import json
import sys
from collections.abc import Iterable, Sequence

import click
from rich.console import Console
from rich.progress import track

from cableparse import Cable, Failure, Sample, Survey
from cableparse.archive.sampling import draw
from cableparse.cli.complaints import complaints
from cableparse.cli.counts import summary, tables
from cableparse.cli.exits import FAILED
from cableparse.cli.inputs import Input, list_inputs, read_inputs
from cableparse.cli.options import lenient_options, make_parser
from cableparse.cli.streams import utf8_output
from cableparse.cli.tables import show

_HELP = """\
Count what an archive holds, before anyone trusts it.

Every document is read once, and counted: by format, by what the copies print of each field and
what they lost, by defect, by tags, posts and captions that the vocabulary has and has not, by the
fields in which wrapping and telegram disagree, by segment kind, and by error where it could not be
read. PATH is as for `cableparse parse`.

\b
Examples:
  cableparse survey archive/
  cableparse survey --sample 1000 --seed 7 archive/
  cableparse survey --json archive/ | jq '.defects | keys'
  cableparse survey --top 50 archive/ | less
"""


@click.command("survey", help=_HELP, short_help="Count what an archive holds.")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option(
    "--sample",
    metavar="N",
    type=click.IntRange(min=1),
    help="Read so many inputs only, drawn from all names before anything is read.",
)
@click.option(
    "--seed",
    metavar="S",
    type=int,
    default=0,
    show_default=True,
    help="Draw another sample; the same seed draws the same one.",
)
@click.option("--json", "as_json", is_flag=True, help="Print all counts as one JSON object.")
@click.option(
    "--top",
    metavar="N",
    type=click.IntRange(min=1),
    default=10,
    show_default=True,
    help="Print so many rows of a table without an end: of tags, posts, captions, years.",
)
@lenient_options
@click.pass_context
def survey_command(
    ctx: click.Context,
    *,
    paths: Sequence[str],
    sample: int | None,
    seed: int,
    as_json: bool,
    top: int,
    format: str | None,
    no_enrich: bool,
    also: Sequence[str],
    max_bytes: int,
    plugins: Sequence[str],
    no_plugins: bool,
    with_traceback: bool,
) -> None:
    """Run ``cableparse survey``."""
    parser = make_parser(
        plugins=plugins,
        no_plugins=no_plugins,
        with_traceback=with_traceback,
        format=format,
        no_enrich=no_enrich,
        also=also,
        max_bytes=max_bytes,
    )
    found = Survey()
    inputs = list_inputs(paths)
    if sample is not None:
        inputs, found.sample = _drawn(inputs, sample, seed)
    results = read_inputs(parser, inputs, format=format, strict=False)
    for result in _watched(results, len(inputs)):
        if isinstance(result, Failure) and type(result.error).__name__ not in found.failures:
            # One of each kind is told with what to do about it; the others are counted.
            for complaint in complaints(result, with_traceback=with_traceback):
                click.echo(complaint, err=True)
        found.add(result)
    if as_json:
        output = utf8_output()
        output.write(json.dumps(found.to_dict(), indent=2, ensure_ascii=False) + "\n")
        output.flush()  # what can't be written is told here, not at the interpreter's end
    else:
        _print(found, top)
    if found.failed:
        ctx.exit(FAILED)


def _drawn(inputs: Sequence[Input], sample: int, seed: int) -> tuple[list[Input], Sample]:
    """Give a sample of what can be read, behind the paths that are missing."""
    missing: list[Input] = [one for one in inputs if isinstance(one, Failure)]
    drawn, how = draw((one for one in inputs if not isinstance(one, Failure)), sample, seed)
    return missing + drawn, how


def _watched(results: Iterable[Cable | Failure], total: int) -> Iterable[Cable | Failure]:
    """Show on a terminal how far the reading is."""
    console = Console(stderr=True)
    # Asked here, for rich takes FORCE_COLOR for a terminal, and a bar that is disabled still ends
    # with an empty line before rich 14.3.
    if not (sys.stderr.isatty() and console.is_interactive):
        return results
    return track(results, "reading", total, console=console, transient=True)


def _print(found: Survey, top: int) -> None:
    for line in summary(found):
        click.echo(line)
    for title, columns, rows in tables(found, top):
        click.echo()
        show(columns, rows, title=title)
