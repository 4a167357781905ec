"""Words that a machine of the seventies divided or cut at a line's end.

A hyphen there may divide a word, `APPRECIA-` / `TION`, or be the word's own, `SUMMIT-` / `LEVEL`. A
line of the machine's full width may have been cut within a word, and the rest stands alone:
`PROCEDU` / `RAL`. What the text itself writes elsewhere decides.
"""

import re
from collections import Counter
from functools import cached_property

_WORD = re.compile(r"[A-Z][A-Z'-]*", re.IGNORECASE)
_FIRST = re.compile(r"[A-Z]+", re.IGNORECASE)
_LAST = re.compile(r"[A-Z][A-Z'-]*\Z", re.IGNORECASE)
_FULL_WIDTH = 69  # columns of the machines' paper
_LONGEST_REST = 20
_WHOLE_WORD = 4  # letters: a shorter half of a compound is no word that proves anything


class Words:
    """The words of a text, counted when they are first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _count(self) -> Counter[str]:
        return Counter(word.upper() for word in _WORD.findall(self._text))

    def divided_by_hyphen(self, before: str, after: str) -> bool:
        """Tell whether the hyphen at the end of the line ``before`` divides a word.

        It is the word's own where the text has the compound elsewhere, or both halves as words,
        and beside a digit.
        """
        last, first = _LAST.search(before[:-1]), _FIRST.match(after)
        if last is None or first is None:
            return False
        left, right = last[0].upper(), first[0].upper()
        if self._count[left + right]:
            return True
        if "-" in left or self._count[f"{left}-{right}"]:
            return False
        halves = (left.rpartition("-")[2], right)
        return not all(len(half) >= _WHOLE_WORD and self._is_word(half) for half in halves)

    def cut_within(self, before: str, after: str, column: int) -> bool:
        """Tell whether the line ``before``, which ends in ``column``, was cut within a word."""
        if column < _FULL_WIDTH or len(after) > _LONGEST_REST:
            return False
        last, first = _LAST.search(before), _FIRST.match(after)
        if last is None or first is None:
            return False
        left, right = last[0].upper(), first[0].upper()
        if self._count[left + right]:
            return True
        return self._count[left] == 1 and self._count[right] == 1

    def _is_word(self, half: str) -> bool:
        return self._count[half] > 1
