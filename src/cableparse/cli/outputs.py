"""Where the cables go: which exporter writes them, and to what."""

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

import click

from cableparse import (
    Cable,
    CableparseError,
    Exporter,
    ExportRefusedError,
    Failure,
    MissingExtraError,
    Parser,
    PluginFailure,
    Target,
    Writer,
)
from cableparse.cli.complaints import as_options
from cableparse.cli.exits import OutputError, Refusal
from cableparse.cli.streams import utf8_output

DEFAULT_EXPORTER = "jsonl"
STDOUT = "-"


def choose_exporter(parser: Parser, name: str | None, output: str) -> Exporter:
    """Give the exporter of this name or, without one, the exporter of the output's suffix."""
    if name is not None or output == STDOUT:
        try:
            return parser.exporter(name or DEFAULT_EXPORTER)
        except CableparseError as error:
            raise click.BadParameter(str(error), param_hint="--export") from error
    try:
        return parser.exporter_for(output)
    except ExportRefusedError as error:
        raise click.BadParameter(as_options(str(error)), param_hint="--output") from error


def refuse_overwriting(output: str, inputs: Iterable[object]) -> None:
    """Raise ``Refusal`` where the output is one of the inputs, under whatever name."""
    if output == STDOUT and sys.stdout is None:
        raise Refusal("standard output is closed; write to a file with --output")
    target = _identity(output)
    if target is None:
        return
    for given in inputs:
        path = getattr(given, "file", given)  # of a member, the archive that it is in
        if isinstance(path, Path) and _identity(str(path)) == target:
            where = "standard output" if output == STDOUT else output
            raise Refusal(f"{path}: is an input, and {where} would overwrite it; write elsewhere")


class Output:
    """What the exporter writes to while a command runs."""

    def __init__(self, exporter: Exporter, output: str, *, with_traceback: bool) -> None:
        self._exporter = exporter
        self._with_traceback = with_traceback
        self._name = "standard output" if output == STDOUT else output
        self._target: Target = output
        self._stream: TextIO | None = None
        self._writer: Writer | None = None

    @contextmanager
    def opened(self) -> Iterator[None]:
        """Open the exporter's writer, and close it at the end.

        Raises ``Refusal`` where it can't be opened and ``OutputError`` where it can't be ended.
        """
        try:
            if self._target == STDOUT:
                self._target = self._stream = utf8_output()
            writer = self._exporter.open(self._target)
            self._writer = writer.__enter__()
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

    def write(self, cable: Cable) -> Failure | None:
        """Write one cable, at once; an exporter that raises gives a ``Failure``.

        Raises ``OutputError`` where nothing can be written any more.
        """
        assert self._writer is not None  # only an opened output is written to
        try:
            self._writer.write(cable)
            self._flush()
        except BrokenPipeError:
            raise
        except OSError as error:  # the next cable would fare no better
            raise OutputError(self._problem("stopped", error), self._shown(error)) from error
        except Exception as error:
            failure = self._failure(cable.source.name, "failed to write the cable", error)
            failure.__cause__ = error
            return Failure(name=cable.source.name, error=failure)
        return None

    def _flush(self) -> None:
        if self._stream is not None:
            self._stream.flush()

    def _problem(self, what: str, error: Exception) -> str:
        if isinstance(error, OSError):
            reason = error.strerror or error
            who = f"{self._name}: exporter {self._exporter.name}"
            return f"{who} can't write it: {reason}; write elsewhere"
        if isinstance(error, MissingExtraError):  # nothing is wrong with the plugin
            return str(error)
        return str(self._failure(self._name, what, error))

    def _failure(self, name: str, what: str, error: Exception) -> PluginFailure:
        return PluginFailure(self._exporter.name, name, f"{what}: {type(error).__name__}: {error}")

    def _shown(self, error: Exception) -> Exception | None:
        return error if self._with_traceback else None


def _identity(path: str) -> tuple[int, int] | None:
    """Give what tells one regular file from all others; None where there is none."""
    try:
        found = os.fstat(sys.stdout.fileno()) if path == STDOUT else os.stat(path)
    except (OSError, ValueError):
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) else None
