"""``cableparse show``: one cable, laid out for a person to read."""

from collections.abc import Iterator

import click
from attrs import evolve
from rich.text import Text

from cableparse import Cable, Failure, Parser
from cableparse.cli import completion
from cableparse.cli.body import GUTTER, body_blocks
from cableparse.cli.complaints import complaints
from cableparse.cli.exits import FAILED
from cableparse.cli.heading import header_blocks, header_notes, header_span
from cableparse.cli.inputs import list_inputs, read_one
from cableparse.cli.layout import Block, Columns, lay_out, place
from cableparse.cli.notes import find_notes
from cableparse.cli.options import reading_options
from cableparse.cli.outputs import Output, see_that_it_is_no_input
from cableparse.cli.printable import one_line
from cableparse.cli.streams import open_console

_LABELS = 15
"""Room for the header's labels: `Classification` and a space."""


_HELP = """\
Print one cable for a person to read; FILE is a path, one member of an archive
(archive.zip!a.txt), or - for standard input.

With --html the cable becomes a page for a browser, the copy beside what is read from it.
Otherwise it is laid out for a terminal: the header comes first, then headings and paragraphs.
The margin says, beside the line where it stands, what is furniture, redacted, repaired or
missing:

\b
  ⋯ page mark 002 of 005   furniture, left out of the text
  █ redacted               an editor took something out
  repaired 12. → 2.        printed 12., read as 2.
  ! paragraph 4 breaks …   missing or contradictory

\b
Examples:
  cableparse show seeds/redactions.txt
  cableparse show --furniture seeds/page-marks.txt
  cableparse show --no-enrich seeds/markdown-renumbering.txt
  cableparse show --html page.html seeds/redactions.txt
  FORCE_COLOR=1 cableparse show seeds/clean.txt | less -R
"""


@click.command("show", help=_HELP, short_help="Print one cable for a person to read.")
@click.argument("path", metavar="FILE", shell_complete=completion.files)
@click.option(
    "--furniture",
    is_flag=True,
    help="Print page marks, repeated captions and site text in full, where they stand.",
)
@click.option(
    "--html",
    "page",
    metavar="PATH",
    help="Write a page for a browser to this file, or to standard output for -.",
)
@reading_options
@click.pass_context
def show_command(
    ctx: click.Context,
    *,
    path: str,
    furniture: bool,
    page: str | None,
    parser: Parser,
    format: str | None,
    strict: bool,
    with_traceback: bool,
) -> None:
    """Run ``cableparse show``."""
    output = None
    if page is not None:
        if furniture:
            raise click.UsageError("a page has furniture as a layer: leave out --furniture")
        see_that_it_is_no_input(page, list_inputs([path]))
        output = Output(parser.exporter("html"), page, with_traceback=with_traceback)
    result = read_one(parser, path, format=format, strict=strict)
    if isinstance(result, Failure):
        for complaint in complaints(result, with_traceback=with_traceback):
            click.echo(complaint, err=True)
        ctx.exit(FAILED)
    if output is not None:
        with output.opened():
            error = output.write(result.source.name, result)
        if error is not None:
            failure = Failure(name=result.source.name, error=error)
            for complaint in complaints(failure, with_traceback=with_traceback):
                click.echo(complaint, err=True)
            ctx.exit(FAILED)
        return
    console = open_console()
    for line in page_of(result, console.width, furniture=furniture):
        console.print(line, soft_wrap=True)


def page_of(cable: Cable, width: int, *, furniture: bool) -> Iterator[Text]:
    """Give the lines of the page that a cable fills at this width."""
    notes = find_notes(cable, furniture=not furniture)
    header = header_blocks(cable, notes)
    in_header = {note for _, note in header_notes(cable, notes)}
    blocks = [_top(cable), *body_blocks(cable, furniture=furniture), *_ending(cable)]
    top, *body = place(blocks, [note for note in notes if note not in in_header])
    with_margin = any(block.notes for block in (*header, top, *body))
    columns = Columns.of(width, gutter=GUTTER, with_margin=with_margin)
    label_columns = Columns.of(width, gutter=_LABELS, with_margin=with_margin)
    rule = Text("─" * (columns.gutter + columns.text), style="dim")
    yield from lay_out(top, columns)
    yield rule
    for block in header:
        yield from lay_out(block, label_columns)
    yield rule
    for block in body:
        yield from lay_out(block, columns)


def _top(cable: Cable) -> Block:
    source = cable.source
    how = "" if source.encoding_how == source.encoding else f" ({source.encoding_how})"
    text = f"{one_line(source.name)} · {cable.format} · {source.encoding}{how}"
    return Block(
        start=0,
        end=header_span(cable).start,
        text=Text(text, style="dim"),
        gap=False,
        outdented=True,
    )


def _ending(cable: Cable) -> Iterator[Block]:
    """List the defects that have no place, and count what the margin said."""
    end = len(cable.source.text)
    at_end = Block(start=end, end=end, text=Text(), gap=False)
    placeless = [defect for defect in cable.defects if defect.span is None]
    if placeless:
        text = Text("Missing, without a place in the text", style="bold")
        yield evolve(at_end, text=text, gap=True, outdented=True)
    for defect in placeless:
        text = Text(one_line(f"{defect.message}  [{defect.code}]"))
        yield evolve(at_end, text=text, gutter="   !")
    counts = (
        (len(cable.paragraphs), "paragraph"),
        (len(cable.redactions), "redaction"),
        (len(cable.repairs), "repair"),
        (len(cable.defects), "defect"),
    )
    summary = ", ".join(f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counts)
    yield evolve(at_end, text=Text(summary, style="dim"), gap=True, outdented=True)
