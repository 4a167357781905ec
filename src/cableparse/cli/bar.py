"""A bar that says how far the reading is, on a terminal."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Self

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    ProgressColumn,
    Task,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from cableparse.reading.extent import Extent


class _Documents(ProgressColumn):
    """How many documents there were, and how many a second in the last half minute."""

    def render(self, task: Task) -> Text:
        """Give the number, and the rate as soon as there is one."""
        documents = task.fields["documents"]
        rate = f", {documents.speed:.0f}/s" if documents.speed else ""
        return Text(f"{documents.completed:,.0f}{rate}")


class Bar:
    """Shows how much of some inputs is read, how many documents that were, and the time left.

    By ``extent``, in bytes; where that is None by the documents, of which there are ``documents``.
    Where neither is known, the bar only says that something is done. Nothing is shown where
    standard error is no terminal.
    """

    def __init__(
        self, console: Console, doing: str, extent: Extent | None, documents: int | None = None
    ) -> None:
        # isatty is asked, not rich: rich takes FORCE_COLOR for a terminal. A bar that is not shown
        # is neither started nor stopped: rich before 14.3 ends it with an empty line all the same.
        self._shown = sys.stderr.isatty() and console.is_interactive
        self._extent = extent
        self._bar = Progress(
            TextColumn(doing),
            BarColumn(),
            TaskProgressColumn(),
            _Documents(),
            TextColumn("{task.fields[failed]}"),
            TimeRemainingColumn(elapsed_when_finished=True),
            console=console,
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
            disable=not self._shown,
        )
        # Not shown: of its speed is made how many there are a second.
        self._documents = self._bar.add_task("", total=documents, visible=False)
        self._counted = self._bar.tasks[self._documents]
        total = documents if extent is None else extent.total
        self._task = self._bar.add_task("", total=total, documents=self._counted, failed="")

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self.stop()

    def start(self) -> None:
        """Show it."""
        if self._shown:
            self._bar.start()

    def stop(self) -> None:
        """Take it away, until it is started again."""
        if self._shown:
            self._bar.stop()

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Take the bar away while something else is written to the terminal."""
        self.stop()
        try:
            yield
        finally:
            self.start()

    def advance(self, *, failed: int) -> None:
        """Note that one more document is done, and how many failed so far."""
        if not self._shown:
            return
        self._bar.advance(self._documents)
        done = self._extent.done if self._extent else self._counted.completed
        said = f"{failed:,} failed" if failed else ""
        self._bar.update(self._task, completed=done, failed=said)
