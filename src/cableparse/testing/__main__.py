"""``python -m cableparse.testing``: what the testing package tells of this cableparse."""

import json
import sys
from pathlib import Path

import click

from cableparse.testing.survey import HISTORIES, recovery
from cableparse.testing.table import markdown, put


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Measure this cableparse on cables whose truth is known."""


@main.command("recovery")
@click.option("--seed", default=0, show_default=True, help="The sample's seed.")
@click.option(
    "--count", default=50, show_default=True, type=click.IntRange(1), help="How many drafts."
)
@click.option("--json", "as_json", is_flag=True, help="Print every count as JSON.")
@click.option(
    "--write",
    "page",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Put the table into this page, between its two marks.",
)
def recovery_command(seed: int, count: int, as_json: bool, page: Path | None) -> None:
    """Damage a sample of drafts in every way there is, and count what parsing gets back."""
    if sys.stderr.isatty():
        with click.progressbar(length=len(HISTORIES), file=sys.stderr) as bar:
            table = recovery(seed, count, step=lambda: bar.update(1))
    else:
        table = recovery(seed, count)
    if page is not None:
        try:
            changed = put(page.read_text(encoding="utf-8"), markdown(table))
        except ValueError as error:
            raise click.ClickException(f"{page}: {error}") from None
        page.write_text(changed, encoding="utf-8")
    if as_json:
        click.echo(json.dumps(table.to_dict(), indent=1))
    elif page is None:
        click.echo(markdown(table), nl=False)


if __name__ == "__main__":
    main(prog_name="python -m cableparse.testing")
