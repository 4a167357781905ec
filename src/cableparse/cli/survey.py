"""``cableparse survey``: what an archive holds, counted before anyone trusts it."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import click
from rich.console import Console

from cableparse import Cable, Failure, Member, Parser, Survey
from cableparse.archive.sampling import draw
from cableparse.archive.survey import documents
from cableparse.cli import completion
from cableparse.cli.bar import Bar
from cableparse.cli.complaints import complaints
from cableparse.cli.counts import summary, tables
from cableparse.cli.exits import FAILED
from cableparse.cli.inputs import extent_of, find_members, list_inputs
from cableparse.cli.options import lenient_options
from cableparse.cli.streams import utf8_output
from cableparse.cli.tables import show
from cableparse.model.enriching import whole

T = TypeVar("T")

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
@click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True, shell_complete=completion.files
)
@click.option(
    "--sample",
    metavar="N",
    type=click.IntRange(min=1),
    help="Read so many documents only, drawn from all there are before one is parsed.",
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
    parser: Parser,
    format: str | None,
    with_traceback: bool,
) -> None:
    """Run ``cableparse survey``."""
    found = Survey()
    console = Console(stderr=True)
    inputs = list_inputs(paths)
    extent = extent_of(inputs)
    members: Iterable[Member | Failure] = find_members(parser, inputs, extent)
    bar = Bar(console, "reading" if sample is None else "drawing", extent)

    def count(result: Cable | Failure) -> None:
        result = whole(result)
        if isinstance(result, Failure) and type(result.error).__name__ not in found.failures:
            # One of each kind is told with what to do about it; the others are counted.
            with bar.aside():
                for complaint in complaints(result, with_traceback=with_traceback):
                    click.echo(complaint, err=True)
        found.add(result)

    def watched(things: Iterable[T]) -> Iterator[T]:
        for one in things:
            yield one
            bar.advance(failed=found.failed)

    if sample is not None:
        with bar:
            drawn, found.sample = draw(documents(watched(members), count), sample, seed)
        members, bar = drawn, Bar(console, "reading", None, len(drawn))
    with bar:
        for member in watched(members):
            for result in parser.read_members([member], format=format):
                count(result)
    if as_json:
        output = utf8_output()
        output.write(json.dumps(found.to_dict(), indent=2, ensure_ascii=False) + "\n")
        output.flush()  # what can't be written is told here, not at the interpreter's end
    else:
        _print(found, top)
    if found.failed:
        ctx.exit(FAILED)


def _print(found: Survey, top: int) -> None:
    for line in summary(found):
        click.echo(line)
    for title, columns, rows in tables(found, top):
        click.echo()
        show(columns, rows, title=title)
