"""How much there is to read, in bytes, and how far the reading is."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from cableparse.model.failure import Failure
from cableparse.reading.inputs import Input, Within


class Extent:
    """The lengths of some inputs, and how much of them was read.

    ``total`` is in bytes, as the files have them: an archive's are packed. It is None where an
    input has no length beforehand: standard input, a file elsewhere.
    """

    def __init__(self, inputs: Iterable[object]) -> None:
        self._passed = 0  # the files that are behind us
        self._length = 0  # that of the last one
        self._file: BinaryIO | None = None  # that one, where it is read here
        total = 0
        self.total: int | None = None
        for given in inputs:
            if isinstance(_file_of(given), Path):
                total += _length(given)
            elif not isinstance(given, Failure):
                return
        self.total = total

    def follow(self, given: Input, file: BinaryIO | None) -> None:
        """Note whose turn it is; ``file`` is what is read from, None where others open it."""
        self._passed += self._length
        self._length = _length(given)
        self._file = file

    @property
    def done(self) -> int:
        """How many bytes were read; of an archive, as far as it was read into."""
        here = self._length
        # What has no length of its own tells no place.
        with suppress(OSError, ValueError):
            if self._file is not None and not self._file.closed:
                here = min(self._file.tell(), here)
        return self._passed + here


def _file_of(given: object) -> object:
    return given.file if isinstance(given, Within) else given


def _length(given: object) -> int:
    path = _file_of(given)
    with suppress(OSError):  # whoever reads it says what is wrong
        if isinstance(path, Path):
            return path.stat().st_size
    return 0
