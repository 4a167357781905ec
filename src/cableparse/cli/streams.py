"""Standard output: UTF-8 for programs, a console for a person."""

import codecs
import errno
import io
import sys
from typing import TextIO

from rich.console import Console

_PLAIN = {"─": "-", "━": "-", "│": "|", "█": "#", "⋯": "~", "→": ">", "·": "-", "×": "x", "…": "~"}
_ERRORS = "cableparse.plain"


def utf8_output() -> TextIO:
    """Give standard output in UTF-8 whatever the locale says: JSON Lines are nothing else.

    A lone surrogate, of an undecodable file name say, is written as a backslash escape.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    return sys.stdout


def accept_any_character() -> None:
    """Let standard output take what its encoding lacks: a pipe on Windows has Windows-1252.

    The margin's signs become plain ones, and a letter a question mark.
    """
    codecs.register_error(_ERRORS, _plain)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors=_ERRORS)


def open_console() -> Console:
    """Give the console on standard output; a closed pipe raises ``BrokenPipeError``."""
    return PipeConsole(highlight=False)


class PipeConsole(Console):
    """A console that leaves a closed pipe to the command, where rich would exit with 1."""

    def on_broken_pipe(self) -> None:
        """Raise again what rich has caught."""
        raise BrokenPipeError(errno.EPIPE, "nobody reads the output")


def _plain(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end]
    return "".join(_PLAIN.get(character, "?") for character in lost), error.end
