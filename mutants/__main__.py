"""``python -m mutants``: put a seeded sample of small changes before the tests.

    python -m mutants --seed 3 --count 70     70 changes, the same ones each time
    python -m mutants src/cableparse/text/views    changes of one room
    python -m mutants --list                  the sample, without running a test

Prints each change that no test saw, with its file, line and difference. Exits 1 where the tests
fail on the code as it is, else 0: a survivor is to be read, and may make no difference.
"""

import signal
import sys
import time
from pathlib import Path

import click

from mutants.changes import all_changes, sample
from mutants.trial import Outcome, trial

ROOT = Path(__file__).resolve().parents[1]
_ROOMS = ("text", "vocabulary", "model", "telegram", "plugins", "reading")
PATHS = (*(f"src/cableparse/{room}" for room in _ROOMS), "plugins/cableparse_plugins")


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("paths", nargs=-1)
@click.option("--seed", default=1, show_default=True, help="What the sample is drawn by.")
@click.option("--count", default=70, show_default=True, type=click.IntRange(1), help="How many.")
@click.option("--list", "only_list", is_flag=True, help="Print the sample and run nothing.")
def main(paths: tuple[str, ...], seed: int, count: int, only_list: bool) -> None:
    """Put small changes of the code in PATHS before the tests, and list those that none saw."""
    changes = all_changes(ROOT, paths or PATHS)
    chosen = sample(changes, seed, count)
    click.echo(f"{len(chosen)} of {len(changes):,} changes, seed {seed}")
    if only_list:
        for change in chosen:
            click.echo(f"{change.path}:{change.place[0]} {change.operator}\n{change.diff()}")
        return
    # A shell lets what runs in the background ignore Ctrl-C, and its tests would inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(130))
    began = time.monotonic()
    survived = 0
    with trial(ROOT) as tests:
        took = tests.sound()
        if took is None:
            click.echo(tests.log.read_text(encoding="utf-8", errors="replace"), err=True)
            click.echo("the tests fail on the code as it is", err=True)
            sys.exit(1)
        click.echo(f"the tests take {took:.0f} s on the code as it is")
        for number, change in enumerate(chosen, 1):
            outcome = tests.of(change)
            where = f"{change.path}:{change.place[0]}"
            click.echo(f"{number:4} {outcome.value:9} {where} {change.operator}")
            if outcome is Outcome.SURVIVED:
                survived += 1
                click.echo(change.diff())
    minutes = (time.monotonic() - began) / 60
    click.echo(f"{survived} of {len(chosen)} survived, in {minutes:.0f} minutes")


if __name__ == "__main__":
    main(prog_name="python -m mutants")
