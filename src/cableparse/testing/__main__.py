"""``python -m cableparse.testing``: what the testing package tells of this cableparse."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from cableparse.testing.readings import COUNT, Agreement, agreement, rows
from cableparse.testing.survey import HISTORIES, Recovery, recovery
from cableparse.testing.table import markdown, misreadings_markdown, put, variants_markdown

F = TypeVar("F", bound=Callable[..., Any])
Table = TypeVar("Table", Recovery, Agreement)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Measure this cableparse on cables whose truth is known."""


def _options(count: int) -> Callable[[F], F]:
    """Add the options that both commands have; ``count`` is the usual number of drafts."""

    def add(command: F) -> F:
        for option in (
            click.option(
                "--write",
                "page",
                type=click.Path(exists=True, dir_okay=False, path_type=Path),
                help="Put the table into this page, between its two marks.",
            ),
            click.option("--json", "as_json", is_flag=True, help="Print every count as JSON."),
            click.option(
                "--count",
                default=count,
                show_default=True,
                type=click.IntRange(1),
                help="How many drafts.",
            ),
            click.option("--seed", default=0, show_default=True, help="The sample's seed."),
        ):
            command = option(command)
        return command

    return add


@main.command("recovery")
@_options(50)
def recovery_command(seed: int, count: int, as_json: bool, page: Path | None) -> None:
    """Damage a sample of drafts in every way there is, and count what parsing gets back."""
    table = _measured(len(HISTORIES), lambda step: recovery(seed, count, step=step))
    _give(table, markdown(table), "recovery", as_json, page)


@main.command("variants")
@_options(COUNT)
@click.option("--misread", is_flag=True, help="Print what was misread instead of the table.")
def variants_command(
    seed: int, count: int, as_json: bool, page: Path | None, misread: bool
) -> None:
    """Print a sample of drafts in every variant there is, and count what is read as in plain."""
    table = _measured(rows(), lambda step: agreement(seed, count, step=step))
    if misread:
        click.echo(misreadings_markdown(table))
    else:
        _give(table, variants_markdown(table), "variants", as_json, page)


def _measured(length: int, measure: Callable[[Callable[[], object]], Table]) -> Table:
    """Measure, with a bar of so many steps where somebody is looking."""
    if not sys.stderr.isatty():
        return measure(lambda: None)
    with click.progressbar(length=length, file=sys.stderr) as bar:
        return measure(lambda: bar.update(1))


def _give(
    table: Recovery | Agreement, text: str, name: str, as_json: bool, page: Path | None
) -> None:
    """Put a table into its page, or print it."""
    if page is not None:
        try:
            changed = put(page.read_text(encoding="utf-8"), text, name)
        except ValueError as error:
            raise click.ClickException(f"{page}: {error}") from None
        page.write_text(changed, encoding="utf-8")
    if as_json:
        click.echo(json.dumps(table.to_dict(), indent=1))
    elif page is None:
        click.echo(text, nl=False)


if __name__ == "__main__":
    main(prog_name="python -m cableparse.testing")
