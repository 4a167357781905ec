"""Writes cables as a page to read."""

from contextlib import ExitStack
from os import PathLike
from pathlib import Path
from typing import Self, TextIO

from cableparse import Cable, Heading, Target


class RstWriter:
    """Writes one chapter a cable."""

    def __init__(self, target: Target) -> None:
        self._target = target
        self._stack = ExitStack()
        self._stream: TextIO

    def __enter__(self) -> Self:
        if isinstance(self._target, str | PathLike):
            # A lone surrogate has no UTF-8 form; backslashreplace writes its number instead.
            file = Path(self._target).open("w", encoding="utf-8", errors="backslashreplace")
            self._stream = self._stack.enter_context(file)
        else:
            self._stream = self._target
        return self

    def __exit__(self, *exception: object) -> None:
        self._stack.close()

    def write(self, cable: Cable) -> None:
        """Write title, number, headings and paragraphs."""
        title = cable.title or "Without a subject"
        lines = [f"{title}\n{'=' * len(title)}", str(cable.mrn or "no number")]
        for part in cable.body.parts:
            if isinstance(part, Heading):
                lines.append(f"{part.text}\n{'-' * len(part.text)}")
            else:
                lines.append(f"{part.number}. {part.text}" if part.number else part.text)
        self._stream.write("\n\n".join(lines) + "\n")


class RstExporter:
    """A page to read."""

    name = "rst"
    suffixes = (".rst",)

    def open(self, target: Target) -> RstWriter:
        """Give a writer on a path or an open text stream."""
        return RstWriter(target)
