"""What is said on standard error: errors always; a bar and a closing table on a terminal."""

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from types import TracebackType
from typing import Self

import click
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from cableparse import Failure
from cableparse.cli.bar import Bar
from cableparse.cli.complaints import complaints
from cableparse.reading.extent import Extent


class Report:
    """Counts what was read, tells what failed, and shows how far the reading is."""

    def __init__(self, extent: Extent | None, *, with_traceback: bool) -> None:
        self.failed = 0
        self._with_traceback = with_traceback
        self._read: Counter[str] = Counter()
        self._damaged: Counter[str] = Counter()
        self._defects: Counter[str] = Counter()
        # isatty is asked, not rich: rich takes FORCE_COLOR for a terminal.
        self._on_terminal = sys.stderr.isatty()
        self._console = Console(stderr=True, highlight=False)
        self._bar = Bar(self._console, "reading", extent)
        self._shares_terminal = self._on_terminal and sys.stdout.isatty()

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._bar.stop()
        if kind is None and self._on_terminal:
            if self._read:
                self._console.print(self._table())
            self._console.print(self._total())

    def read(self, format: str, defects: int) -> None:
        """Count a cable that was read and written."""
        self._read[format] += 1
        self._damaged[format] += bool(defects)
        self._defects[format] += defects
        self._bar.advance(failed=self.failed)

    def fail(self, failure: Failure) -> None:
        """Count an input that failed, and say why."""
        self.count_failed()
        with self._bar.aside():
            for complaint in complaints(failure, with_traceback=self._with_traceback):
                click.echo(complaint, err=True)

    def count_failed(self) -> None:
        """Count a document that failed."""
        self.failed += 1
        self._bar.advance(failed=self.failed)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Take the bar away while standard output is written to the same terminal."""
        with self._bar.aside() if self._shares_terminal else nullcontext():
            yield

    def _table(self) -> Table:
        table = Table(box=box.SIMPLE_HEAD, show_footer=len(self._read) > 1, pad_edge=False)
        table.add_column("format", footer="all")
        for name, counts in (
            ("read", self._read),
            ("with defects", self._damaged),
            ("defects", self._defects),
        ):
            table.add_column(name, footer=str(counts.total()), justify="right")
        for format in sorted(self._read):
            table.add_row(
                Text(format),
                str(self._read[format]),
                str(self._damaged[format]),
                str(self._defects[format]),
            )
        return table

    def _total(self) -> Text:
        style = "bold red" if self.failed else "bold"
        return Text(f"{self._read.total()} read, {self.failed} failed", style=style)
