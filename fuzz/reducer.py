"""Shortens an input that stays as wrong as it is: delta debugging, lines before characters.

Zeller and Hildebrandt, "Simplifying and Isolating Failure-Inducing Input" (2002): leave out halves,
then quarters, and so on down to single pieces, until no single piece can go.
"""

from collections.abc import Callable, Sequence

Question = Callable[[bytes], bool]

MOST_QUESTIONS = 4_000
"""How often the question is asked at most: a bound that is the same on every machine."""


def reduced(data: bytes, still_wrong: Question, most: int = MOST_QUESTIONS) -> bytes:
    """Give a part of the input of which ``still_wrong`` is true as it is of the whole.

    Whole lines are left out first and characters then, again and again until neither helps: then
    every line and every character that is left is needed, unless the question was asked ``most``
    times before that. ``data`` itself has to be wrong.
    """
    asked = _Asked(still_wrong, most)
    shorter, longer = data, None
    while shorter != longer:
        longer = shorter
        for cut in (_lines, _characters):
            shorter = _without_needless(cut(shorter), asked)
    return shorter


class _Asked:
    """Asks once what was not asked before, and answers no when it has asked too often."""

    def __init__(self, question: Question, most: int) -> None:
        self._question = question
        self._left = most
        self._answers: dict[bytes, bool] = {}

    def __call__(self, data: bytes) -> bool:
        if data not in self._answers:
            if not self._left:
                return False
            self._left -= 1
            self._answers[data] = self._question(data)
        return self._answers[data]


def _without_needless(pieces: Sequence[bytes], still_wrong: Question) -> bytes:
    """Leave out runs of pieces, the longest first, as long as what is left stays wrong."""
    kept = list(pieces)
    size = len(kept)
    while size:
        start, count = 0, len(kept)
        while start < len(kept):
            left = kept[:start] + kept[start + size :]
            if still_wrong(b"".join(left)):
                kept = left
            else:
                start += size
        # A run that could go may have been what kept another of its size.
        size = min(size, len(kept)) if len(kept) < count else size // 2
    return b"".join(kept)


def _lines(data: bytes) -> list[bytes]:
    return data.splitlines(keepends=True)


def _characters(data: bytes) -> list[bytes]:
    """Give the characters, as bytes: of UTF-8 where that is what the input is."""
    try:
        return [character.encode() for character in data.decode()]
    except UnicodeDecodeError:
        return [bytes([byte]) for byte in data]
