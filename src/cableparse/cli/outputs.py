"""Where the cables go: which exporter writes them, and to what."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, TextIO

import click

from cableparse import (
    ArchiveExporter,
    CableparseError,
    Exporter,
    ExportRefusedError,
    MissingExtraError,
    Parser,
    PluginFailure,
    Target,
)
from cableparse.archive.work import Outcome
from cableparse.cli.complaints import as_options
from cableparse.cli.exits import OutputError, Refusal
from cableparse.cli.streams import utf8_output
from cableparse.reading.inputs import input_that_is

DEFAULT_EXPORTER = "jsonl"
STDOUT = "-"


def choose_exporter(parser: Parser, name: str | None, output: str) -> Exporter:
    """Give the exporter of this name or, without one, the exporter of the output's suffix.

    Raises ``click.UsageError`` where there is none, and for standard output where it writes none.
    """
    if name is not None or output == STDOUT:
        try:
            exporter = parser.exporter(name or DEFAULT_EXPORTER)
        except CableparseError as error:
            raise click.BadParameter(str(error), param_hint="--export") from error
        if output == STDOUT and not getattr(exporter, "streams", True):
            raise click.UsageError(
                f"exporter {exporter.name} writes a file or a folder: name one with --output"
            )
        return exporter
    try:
        return parser.exporter_for(output)
    except ExportRefusedError as error:
        raise click.BadParameter(as_options(str(error)), param_hint="--output") from error


def see_that_it_is_no_input(output: str, inputs: Iterable[object]) -> None:
    """Raise ``Refusal`` where the output is one of the inputs, or is closed."""
    if output == STDOUT and sys.stdout is None:
        raise Refusal("standard output is closed; write to a file with --output")
    try:
        target = os.fstat(sys.stdout.fileno()) if output == STDOUT else os.stat(output)
    except (OSError, ValueError):
        return  # nothing is there that could be an input
    path = input_that_is(target, inputs)
    if path is not None:
        where = "standard output" if output == STDOUT else output
        raise Refusal(f"{path}: is an input, and {where} would overwrite it; write elsewhere")


class Output:
    """What the exporter writes to while a command runs."""

    def __init__(self, exporter: Exporter, output: str, *, with_traceback: bool) -> None:
        self._exporter = exporter
        self._with_traceback = with_traceback
        self.name = "standard output" if output == STDOUT else output
        self._target: Target = output
        self._stream: TextIO | None = None
        self._write: Callable[[Any], object]

    @contextmanager
    def opened(self) -> Iterator[None]:
        """Open the exporter's writer, and close it at the end.

        Raises ``Refusal`` where it can't be opened and ``OutputError`` where it can't be ended.
        """
        try:
            if self._target == STDOUT:
                self._target = self._stream = utf8_output()
            writer = self._exporter.open(self._target)
            opened = writer.__enter__()
            encodes = isinstance(self._exporter, ArchiveExporter)
            self._write = getattr(opened, "write_encoded" if encodes else "write")
        except Exception as error:
            raise Refusal(self._problem("failed to begin", error), self._shown(error)) from error
        try:
            yield
        except BaseException:
            with suppress(Exception):  # what ended the writing is told, not what it led to
                writer.__exit__(*sys.exc_info())
            raise
        try:
            writer.__exit__(None, None, None)
            self._flush()
        except BrokenPipeError:
            raise
        except Exception as error:
            raise OutputError(self._problem("failed to end", error), self._shown(error)) from error

    def write(self, name: str, encoded: Any) -> Exception | None:
        """Write what was encoded of a cable, at once; give what is wrong where it raises.

        For an exporter that does not encode, that is the cable itself; ``name`` is the document's.
        Raises ``OutputError`` where nothing can be written any more.
        """
        try:
            self._write(encoded)
            self._flush()
        except BrokenPipeError:
            raise
        except OSError as error:  # the next cable would fare no better
            raise OutputError(self._problem("stopped", error), self._shown(error)) from error
        except Exception as error:
            return Outcome.unwritten(self._exporter.name, name, error).error
        return None

    def _flush(self) -> None:
        if self._stream is not None:
            self._stream.flush()

    def _problem(self, what: str, error: Exception) -> str:
        if isinstance(error, OSError):
            reason = error.strerror or error
            who = f"{self.name}: exporter {self._exporter.name}"
            return f"{who} can't write it: {reason}; write elsewhere"
        if isinstance(error, MissingExtraError):  # nothing is wrong with the plugin
            return str(error)
        problem = f"{what}: {type(error).__name__}: {error}"
        return str(PluginFailure(self._exporter.name, self.name, problem))

    def _shown(self, error: Exception) -> Exception | None:
        return error if self._with_traceback else None
