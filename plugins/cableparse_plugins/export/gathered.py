"""A file of documents that is another thing for one document than for several.

The first is held back until there is a second, or the end; memory does not grow with what follows.
"""

from typing import Protocol, Self

from cableparse import Cable, Target
from cableparse_plugins.export.lines import RecordFile

Document = tuple[str, ...]
"""The parts of a cable's document, as its form wants them; UTF-8 can hold them."""
Token = tuple[int, int, list[str] | None]
"""The length of the file, how many documents there are, and the one that is held back."""


class Form(Protocol):
    """What a file of some documents looks like."""

    def encode(self, cable: Cable) -> Document:
        """Give a cable's document."""
        ...

    def alone(self, document: Document) -> str:
        """Give the file of one document."""
        ...

    def begin(self) -> str:
        """Give what a file of several begins with."""
        ...

    def among(self, document: Document, number: int) -> str:
        """Give a document among several, its number counted from 1."""
        ...

    def end(self) -> str:
        """Give what a file of several ends with."""
        ...

    def empty(self) -> str:
        """Give the file without a document."""
        ...


class GatheredWriter:
    """Writes documents to a path or an open text stream."""

    def __init__(self, target: Target, form: Form, token: Token | None = None) -> None:
        size, self._count, held = token or (None, 0, None)
        self._held = tuple(held) if held else None
        self._form = form
        self._file = RecordFile(target, token=size)

    def __enter__(self) -> Self:
        self._file.__enter__()
        return self

    def __exit__(self, kind: type[BaseException] | None, *exception: object) -> None:
        try:
            if self._held is not None:
                self._write(self._form.alone(self._held))
            else:
                self._write(self._form.end() if self._count else self._form.empty())
        finally:
            self._file.__exit__(kind, *exception)

    def write(self, cable: Cable) -> None:
        """Write one cable."""
        self.write_encoded(self._form.encode(cable))

    def write_encoded(self, encoded: Document) -> None:
        """Write a cable's document."""
        self._count += 1
        if self._count == 1:
            self._held = encoded
            return
        if self._held is not None:
            self._write(self._form.begin() + self._form.among(self._held, 1))
            self._held = None
        self._write(self._form.among(encoded, self._count))

    def checkpoint(self) -> Token | None:
        """Give the length of the file without its end, and what is held back."""
        size = self._file.checkpoint()
        held = None if self._held is None else list(self._held)
        return None if size is None else (size, self._count, held)

    def _write(self, text: str) -> None:
        self._file.write_encoded(text.encode())
