"""``cableparse export``: a whole archive into one target, by all cores, gone on with later."""

import os
from collections.abc import Sequence

import click

from cableparse import (
    ExportRefusedError,
    ExportStoppedError,
    MissingExtraError,
    Parser,
    UnknownPluginError,
)
from cableparse.archive.preparation import Preparation
from cableparse.archive.work import Outcome
from cableparse.cli import completion
from cableparse.cli.complaints import as_options
from cableparse.cli.exits import FAILED, OutputError, Refusal
from cableparse.cli.inputs import extent_of
from cableparse.cli.options import STDIN, reading_options
from cableparse.cli.report import Report
from cableparse.reading.inputs import find_inputs

_HELP = """\
Read an archive with all cores and write it to one target, in the order of the inputs.

PATH is a file, a directory, whose files are read at every depth (but for hidden files and
cableparse's own output: .json, .jsonl, packed too, .db, .parquet …), a pattern, an archive (.zip,
.tar, .7z, cables.csv, …), one member of it (archive.zip!a.txt), or a URL. What can't be read is
named in TARGET.failures.jsonl and stops nothing.

TARGET's ending says what is written: JSON Lines (.jsonl, .jsonl.gz), a table (.csv), SQLite (.db),
a folder of Parquet files (.parquet), a graph of references (.graphml), a static site (site/).
`cableparse plugins` lists what is installed.

An export that was interrupted or killed leaves TARGET.journal beside its target; the same command
with --resume goes on from there.

\b
Examples:
  cableparse export archive/ --to cables.jsonl.gz
  cableparse export 1975.7z cables.csv --to cables.db
  cableparse export archive/ --to cables.jsonl.gz --resume
  cableparse export 2008/ 2009/ --to cables.parquet --workers 4
  cableparse export archive/ --to site/
"""


@click.command("export", help=_HELP, short_help="Write an archive to one target, with all cores.")
@click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True, shell_complete=completion.files
)
@click.option(
    "--to",
    "target",
    metavar="TARGET",
    shell_complete=completion.files,
    required=True,
    help="Write to this file or folder; its suffix chooses the exporter.",
)
@click.option(
    "--export",
    metavar="NAME",
    shell_complete=completion.exporters,
    show_default="by the target's suffix",
    help="Write with this exporter.",
)
@click.option(
    "--workers",
    metavar="N",
    type=click.IntRange(min=1),
    show_default="as many as there are cores",
    help="Read and encode with this many processes.",
)
@click.option("--resume", is_flag=True, help="Go on with an export that was interrupted or killed.")
@reading_options
@click.pass_context
def export_command(
    ctx: click.Context,
    *,
    paths: Sequence[str],
    target: str,
    export: str | None,
    workers: int | None,
    resume: bool,
    parser: Parser,
    format: str | None,
    strict: bool,
    with_traceback: bool,
) -> None:
    """Run ``cableparse export``."""
    if STDIN in paths:
        raise click.UsageError("an export reads files; cableparse parse reads standard input")
    if target == STDIN:
        raise click.UsageError("an export writes files; cableparse parse writes standard output")
    one = None
    try:
        prepared = Preparation(
            parser, target, exporter=export, format=format, strict=strict, in_words=as_options
        )
        if workers is None:
            workers = _cores() if prepared.can_have_workers else 1
        one = prepared.begin(workers=workers, resume=resume)
        extent = extent_of(find_inputs(paths))
        with Report(extent, with_traceback=with_traceback) as report:

            def tell(outcome: Outcome) -> None:
                if outcome.error is None:
                    report.read(outcome.format, outcome.defects)
                else:
                    report.count_failed()

            watch = extent.follow if extent else None
            done = prepared.run(one, paths, workers=workers, tell=tell, watch=watch)
    except UnknownPluginError as error:
        raise click.BadParameter(str(error), param_hint="--export") from error
    except (ExportRefusedError, MissingExtraError) as error:
        raise Refusal(as_options(str(error)), error if with_traceback else None) from error
    except ExportStoppedError as error:
        raise OutputError(as_options(str(error)), error if with_traceback else None) from error
    except KeyboardInterrupt:
        if one is not None and prepared.can_have_workers:
            click.echo(f"{target}: {one.done} inputs are safe in it: go on with --resume", err=True)
        raise
    if done.failed:
        click.echo(
            f"{done.failed} of {done.inputs} inputs failed: {done.failures} says why", err=True
        )
        ctx.exit(FAILED)


def _cores() -> int:
    """Give how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
