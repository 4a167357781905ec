"""``python -m fuzz``: decide, explore, replay, and what keeps the corpus small."""

import random
import signal
import sys
import types
from pathlib import Path

import click

from fuzz import corpus
from fuzz.checks import broken_anywhere
from fuzz.decide import decide
from fuzz.explore import FOLDER, explore
from fuzz.findings import found_by, shortened
from fuzz.team import has_atheris, minimize


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Any bytes give a cable that keeps the laws, or a documented error."""


@main.command("decide")
def decide_command() -> None:
    """Ask a fixed set of inputs: one commit has one answer. Exit status 1 where a law is broken."""
    sys.exit(1 if decide(click.echo) else 0)


@main.command("explore")
@click.option(
    "--seconds",
    envvar="EXPLORE_SECONDS",
    default=300,
    show_default=True,
    type=click.IntRange(1),
    help="How long; EXPLORE_SECONDS says it too.",
)
@click.option("--seed", type=click.IntRange(0), help="Choices to begin with (default: new ones).")
def explore_command(seconds: int, seed: int | None) -> None:
    """Look for inputs that break a law, shorten them and keep them in seeds/crashes.

    Exit status 1 where there is one. Ctrl-C ends the search; what was found is kept all the same.
    """
    if seed is None:
        seed = random.SystemRandom().randrange(2**31)
    click.echo(f"{seconds} seconds, seed {seed}")
    signal.signal(signal.SIGTERM, _interrupt)
    found = explore(seconds, seed, click.echo, _progress)
    sys.exit(0 if found.clean else 1)


@main.command("replay")
@click.argument(
    "paths", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--shorten", is_flag=True, help="Print the shortest part that is wrong alike.")
def replay_command(paths: tuple[Path, ...], shorten: bool) -> None:
    """Ask inputs once more, as every format with every set of enrichers."""
    wrong = 0
    for path in paths:
        finding = found_by(broken_anywhere, path.read_bytes())
        if finding is not None:
            wrong += 1
            finding = shortened(finding) if shorten else finding
        click.echo(f"{path}: {finding.broken if finding else 'keeps the laws'}")
        if finding and shorten:
            click.echo(f"  {finding.data!r}")
    sys.exit(1 if wrong else 0)


@main.command("keep")
@click.argument("folders", nargs=-1, type=click.Path(exists=True, file_okay=False, path_type=Path))
def keep_command(folders: tuple[Path, ...]) -> None:
    """Make the kept corpus anew, out of itself and what explorations grew (or these folders).

    Those inputs are kept that together reach what all of them reach. Needs atheris. Read them
    before they are committed: everything in the project is invented.
    """
    if not has_atheris():
        raise click.ClickException("a corpus is minimized by atheris: pip install atheris")
    work = FOLDER / "keep"
    corpus.spread(corpus.inputs(), work / "before")
    best = work / "after"
    if not minimize([work / "before", *(folders or [FOLDER / "corpus"])], best, FOLDER):
        raise click.ClickException(f"minimizing failed: {FOLDER / 'merge.log'}")
    corpus.keep(path.read_bytes() for path in best.iterdir())
    click.echo(f"{corpus.KEPT}: {len(corpus.kept())} inputs, {corpus.KEPT.stat().st_size:,} bytes")


def _progress(line: str) -> None:
    """Show how far it is on a terminal, in one line; nothing where nobody looks on."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{line}")
        sys.stderr.flush()


def _interrupt(_number: int, _frame: types.FrameType | None) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    main(prog_name="python -m fuzz")
