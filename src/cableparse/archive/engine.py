"""The export loop: outcomes come in order, are written, and are safe at each checkpoint."""

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from cableparse.archive.entries import Entry
from cableparse.archive.interrupts import Shield
from cableparse.archive.journal import FailureLog, Fingerprint, Journal, discard
from cableparse.archive.team import TeamError
from cableparse.archive.work import Order, Outcome
from cableparse.model.errors import CableparseError, ExportRefusedError, ExportStoppedError
from cableparse.plugins.contracts import ArchiveExporter, Exporter, Writer

CHECKPOINT_COUNT = 1000
"""How many inputs lie between two checkpoints, at most: what a killed export does once more."""
CHECKPOINT_BYTES = 32 << 20
"""How many bytes of input do. Neither is a time, so that each run has its checkpoints alike."""

Tell = Callable[[Outcome], object]
Read = Callable[[Order, Iterable[Entry]], Iterator[tuple[Entry, Outcome]]]
"""Reads and encodes inputs, here or elsewhere, and gives what became of them in their order."""


@frozen(kw_only=True)
class Places:
    """The target, and the files beside it."""

    target: Path

    @property
    def journal(self) -> Path:
        """What is there until the export has come to its end."""
        return self.target.with_name(self.target.name + ".journal")

    @property
    def failures(self) -> Path:
        """What is there where an input failed."""
        return self.target.with_name(self.target.name + ".failures.jsonl")

    @property
    def all(self) -> tuple[Path, ...]:
        """Everything that an export writes."""
        beside = self.journal.with_name(self.journal.name + ".new")
        return self.target, self.journal, beside, self.failures


class Export:
    """One export from its beginning to its end, or to where it stopped."""

    def __init__(
        self,
        order: Order,
        places: Places,
        exporter: Exporter,
        made_by: Mapping[str, str],
        in_words: Callable[[str], str] = str,
    ) -> None:
        """Take what there is to do; ``in_words`` says an input's error as its reader knows it."""
        self._order = order
        self._places = places
        self._exporter = exporter
        self._in_words = in_words
        self._journal = Journal(made_by=made_by)
        self._keeps_journal = isinstance(exporter, ArchiveExporter)
        self._inputs = Fingerprint()
        self._since = 0, 0  # inputs and bytes since the last checkpoint
        self._whole = True  # the writer stands between two cables
        self.begun = False  # whether there was a journal, so that the target is its own
        self._failures: FailureLog
        self._writer: Writer
        self._write: Callable[[Any], object]

    @property
    def done(self) -> int:
        """How many inputs are safe in the target, those that failed among them."""
        return self._journal.done

    @property
    def failed(self) -> int:
        """How many of these failed."""
        return self._journal.failed

    def begin(self, *, resume: bool) -> None:
        """See whether the export can begin, or go on; raises ``ExportRefusedError``."""
        target, journal = self._places.target, self._places.journal
        if not self._keeps_journal:
            if resume:
                problem = f"can't be gone on with: exporter {self._exporter.name} can't resume"
                raise ExportRefusedError(str(target), problem)
            return
        found = Journal.read(journal)
        if not resume and found is not None:
            problem = (
                f"was begun and is not finished ({found.done} inputs are in it); go on with "
                f"resume=True, or delete {journal} to begin anew"
            )
            raise ExportRefusedError(str(target), problem)
        if resume and found is None and target.exists():
            problem = (
                f"has no journal ({journal}) that says how to go on: it is finished, or is no "
                "export's; leave out resume=True to write it anew"
            )
            raise ExportRefusedError(str(target), problem)
        if found is not None:
            found.hold_to(self._journal.made_by, str(target))
            self._journal = found
            self.begun = True

    def run(self, entries: Iterable[Entry], read: Read, tell: Tell) -> None:
        """Export the inputs that are not yet in the target, as ``read`` reads them; tell of each.

        Raises ``ExportRefusedError`` and ``ExportStoppedError``.
        """
        rest = iter(entries)
        self._pass_over(rest)
        with Shield() as shield, self._opened():
            try:
                outcomes = read(self._order, rest)
                try:
                    for entry, outcome in outcomes:
                        with shield.whole():
                            outcome = self._take(outcome)  # noqa: PLW2901
                            self._advance(entry)
                        tell(outcome)
                finally:
                    outcomes.close()  # type: ignore[attr-defined]
            except ExportStoppedError:
                raise  # writing failed: only the last checkpoint is sure
            except TeamError as error:
                with shield.whole():
                    self._stop()
                raise self._stopped(str(error)) from error
            except BaseException:
                with shield.whole():
                    self._stop()
                raise
            with shield.whole():
                self._checkpoint()
        if self._keeps_journal:
            discard([self._places.journal])

    # ------------------------------------------------------------ steps

    def _pass_over(self, entries: Iterator[Entry]) -> None:
        """Pass over the inputs that are in the target, and see that they are those of then."""
        wanted = self._journal.done
        for entry in itertools.islice(entries, wanted):
            self._inputs.add(entry.mark)
        if wanted and (self._inputs.count < wanted or str(self._inputs) != self._journal.inputs):
            problem = (
                f"can't be gone on with: the first {wanted} inputs are not those that are in it, "
                "or have changed since; give the same paths, in the same order, or delete "
                f"{self._places.journal} to begin anew"
            )
            raise ExportRefusedError(str(self._places.target), problem)

    @contextmanager
    def _opened(self) -> Iterator[None]:
        try:
            writer = self._open().__enter__()
        except Exception as error:
            if self._keeps_journal and self._journal.token is None:
                discard([self._places.journal])  # nothing was begun that could be gone on with
            if isinstance(error, CableparseError):
                raise
            problem = self._problem("failed to begin", error)
            if isinstance(error, OSError):
                problem += f"; {self._advice()}"
            raise ExportRefusedError(str(self._places.target), problem) from error
        self._writer = writer
        self._write = getattr(writer, "write_encoded" if self._keeps_journal else "write")
        try:
            yield
        except BaseException as error:
            with suppress(Exception):  # what ended the writing is told, not what it led to
                writer.__exit__(type(error), error, error.__traceback__)
            raise
        try:
            writer.__exit__(None, None, None)
        except Exception as error:
            raise self._stopped(self._problem("failed to end", error)) from error

    def _open(self) -> Any:
        exporter, target = self._exporter, self._places.target
        if not isinstance(exporter, ArchiveExporter):
            self._failures = FailureLog(self._places.failures, 0)
            return exporter.open(target)
        if self._journal.token is None:
            # First of all, so that whatever is killed from now on can be gone on with.
            self._journal.write(self._places.journal)
        self._failures = FailureLog(self._places.failures, self._journal.failures)
        if self._journal.token is None:
            return exporter.open(target)
        return exporter.resume(target, self._journal.token)

    def _take(self, outcome: Outcome) -> Outcome:
        """Write what an input gave, or note that it failed; give what became of it."""
        if outcome.error is None:
            self._whole = False
            try:
                self._write(outcome.encoded)
                self._whole = True
            except Exception as error:
                if self._keeps_journal or isinstance(error, OSError):
                    raise self._stopped(self._problem("stopped", error)) from error
                self._whole = True
                outcome = Outcome.unwritten(self._exporter.name, outcome.name, error)
        if outcome.error is not None:
            message = self._in_words(outcome.message)
            self._failures.add(outcome.name, outcome.code, message)
            self._journal = evolve(self._journal, failed=self._journal.failed + 1)
        return outcome

    def _advance(self, entry: Entry) -> None:
        self._inputs.add(entry.mark)
        count, size = self._since
        self._since = count + 1, size + entry.size
        if self._since[0] >= CHECKPOINT_COUNT or self._since[1] >= CHECKPOINT_BYTES:
            self._checkpoint()

    def _checkpoint(self) -> None:
        """Make safe what was written, and then say so in the journal."""
        try:
            token = None
            if isinstance(self._exporter, ArchiveExporter):
                token = self._writer.checkpoint()  # type: ignore[attr-defined]
            self._journal = evolve(
                self._journal,
                done=self._inputs.count,
                inputs=str(self._inputs),
                token=token,
                failures=self._failures.checkpoint(),
            )
            if self._keeps_journal:
                self._journal.write(self._places.journal)
        except Exception as error:
            raise self._stopped(self._problem("stopped", error)) from error
        self._since = 0, 0

    def _stop(self) -> None:
        """Make safe what was written when the export ends too early, where that still works."""
        with suppress(ExportStoppedError):
            if self._whole:
                self._checkpoint()

    # ------------------------------------------------------------ telling

    def _stopped(self, problem: str) -> ExportStoppedError:
        if self._keeps_journal:
            problem += f"; {self.done} inputs are safe in it: go on with resume=True"
        return ExportStoppedError(str(self._places.target), problem)

    def _advice(self) -> str:
        """Say what to do where the target can't be opened."""
        target = self._places.target
        if not target.parent.is_dir():
            return f"make the folder {target.parent} first"
        if self._journal.token is not None and not target.exists():
            return f"delete {self._places.journal} to begin anew"
        return "write elsewhere"

    def _problem(self, what: str, error: Exception) -> str:
        if isinstance(error, OSError):
            return f"exporter {self._exporter.name} can't write it: {error.strerror or error}"
        return f"exporter {self._exporter.name} {what}: {type(error).__name__}: {error}"
