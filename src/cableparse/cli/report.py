"""What is said on standard error: errors always; a bar and a closing table on a terminal."""

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self

import click
from rich import box
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.table import Table
from rich.text import Text

from cableparse import Failure
from cableparse.cli.complaints import complaints


class RateColumn(ProgressColumn):
    """How many inputs a second."""

    def render(self, task: Task) -> Text:
        """Give the rate of the last half minute, and nothing before there is one."""
        return Text(f"{task.speed:.0f}/s" if task.speed else "")


class Report:
    """Counts what was read, tells what failed, and shows how far the reading is."""

    def __init__(self, total: int | None, *, with_traceback: bool, done: int = 0) -> None:
        self.failed = 0
        self._with_traceback = with_traceback
        self._read: Counter[str] = Counter()
        self._damaged: Counter[str] = Counter()
        self._defects: Counter[str] = Counter()
        # isatty is asked, not rich: rich takes FORCE_COLOR for a terminal.
        self._on_terminal = sys.stderr.isatty()
        self._console = Console(stderr=True, highlight=False)
        self._shows_bar = self._on_terminal and self._console.is_interactive
        self._bar = Progress(
            TextColumn("reading"),
            BarColumn(),
            MofNCompleteColumn(),
            RateColumn(),
            TextColumn("{task.fields[failed]}"),
            TimeRemainingColumn(elapsed_when_finished=True),
            console=self._console,
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
            disable=not self._shows_bar,
        )
        self._task = self._bar.add_task("", total=total, completed=done, failed="")
        self._shares_terminal = self._on_terminal and sys.stdout.isatty()

    def __enter__(self) -> Self:
        self._start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._stop()
        if kind is None and self._on_terminal:
            if self._read:
                self._console.print(self._table())
            self._console.print(self._total())

    def read(self, format: str, defects: int) -> None:
        """Count a cable that was read and written."""
        self._read[format] += 1
        self._damaged[format] += bool(defects)
        self._defects[format] += defects

    def fail(self, failure: Failure) -> None:
        """Count an input that failed, and say why."""
        self.count_failed()
        with self._aside(apart=self._on_terminal):
            for complaint in complaints(failure, with_traceback=self._with_traceback):
                click.echo(complaint, err=True)
        self._bar.update(self._task, failed=f"{self.failed} failed")

    def count_failed(self) -> None:
        """Count a document that failed."""
        self.failed += 1
        self._bar.update(self._task, failed=f"{self.failed} failed")

    def end_input(self) -> None:
        """Note that one more of the inputs is done, however many documents were in it."""
        self._bar.advance(self._task)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Take the bar away while standard output is written to the same terminal."""
        with self._aside(apart=self._shares_terminal):
            yield

    @contextmanager
    def _aside(self, *, apart: bool) -> Iterator[None]:
        if not apart:
            yield
            return
        self._stop()
        try:
            yield
        finally:
            self._start()

    # A bar that is not shown is neither started nor stopped: rich before 14.3 ends it with an
    # empty line all the same.
    def _start(self) -> None:
        if self._shows_bar:
            self._bar.start()

    def _stop(self) -> None:
        if self._shows_bar:
            self._bar.stop()

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
