"""Words that a machine of the seventies divided or cut at a line's end.

A hyphen there may divide a word, `APPRECIA-` / `TION`, or be the word's own, `SUMMIT-` / `LEVEL`. A
line of the machine's full width may have been cut within a word, and the rest stands alone:
`PROCEDU` / `RAL`. What the text itself writes elsewhere decides.
"""

import re
from collections import Counter
from functools import cached_property

_WORD = re.compile(r"[A-Z][A-Z'-]*", re.IGNORECASE)
_FIRST = re.compile(r"[A-Z][A-Z']*", re.IGNORECASE)
_LAST = re.compile(r"[A-Z][A-Z'-]*\Z", re.IGNORECASE)
_FULL_WIDTH = 69  # columns of the machines' paper
_LONGEST_REST = 20
_LONGEST_WORD = 40
_SENTENCE_ENDS = frozenset('.!?:;"')

PARTICLES = frozenset(
    {"A", "AN", "AND", "ARE", "AS", "AT", "BE", "BUT", "BY", "FOR", "FROM", "HAD", "HAS", "HAVE"}
    | {"HE", "HIS", "IN", "IS", "IT", "ITS", "NO", "NOT", "OF", "ON", "OR", "OUR", "SHE", "THAT"}
    | {"THE", "THEIR", "THEY", "THIS", "TO", "WAS", "WE", "WERE", "WHEN", "WHICH", "WHO", "WILL"}
    | {"WITH", "WOULD"}
)
"""What is seldom the rest of a longer word, and often begins what was cut between two."""

# Halves of compounds: `FOUR-` / `WHEEL`, but `FOUR-` / `TEEN`; `NON-` / `PAPER`; `WORKING-` /
# `LEVEL`. `TEN-` may begin many a word.
_NUMBERS = frozenset(
    {"ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE", "TWELVE", "TWENTY"}
    | {"THIRTY", "FORTY", "FIFTY", "SIXTY", "SEVENTY", "EIGHTY", "NINETY"}
)
_OF_NUMBERS = re.compile(r"(?:T?EEN|T?Y|T?IETH|T?H|FOLD|SOME|SELF|ROUS|NESS|SCORE|PENCE)S?")
_FIRST_HALVES = frozenset({"NON", "SELF"})
_NO_HALVES = frozenset({"DE", "PRE", "RE", "UN"})  # `RE-` / `CALLED`
_SECOND_HALVES = frozenset({"LEVEL", "BASED", "RELATED", "CALLED", "ORIENTED", "SPEAKING"})
_WHOLE_WORD = 4  # letters: a shorter half of a compound is no word that proves anything


class Words:
    """The words of a text, counted when they are first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _count(self) -> Counter[str]:
        return Counter(word.upper().rstrip("'") for word in _WORD.findall(self._text))

    def divided_by_hyphen(self, before: str, after: str) -> bool:
        """Tell whether the hyphen at the end of the line ``before`` divides a word.

        It is the word's own where the text has the compound elsewhere, or both halves as words,
        and beside a digit.
        """
        last, first = _last_word(before[:-1]), _FIRST.match(after)
        if last is None or first is None:
            return False
        left, right = last[0].upper(), first[0].upper().rstrip("'")
        if self._count[left + right]:
            return True
        if "-" in left or self._count[f"{left}-{right}"] or _are_halves(left, right):
            return False
        # The left half stands here with its hyphen, which makes it another word.
        whole = min(len(left), len(right)) >= _WHOLE_WORD
        return not (whole and self._count[left] > 0 and self._count[right] > 1)

    def cut_within(self, before: str, after: str, column: int) -> bool:
        """Tell whether the line ``before``, which ends in ``column``, was cut within a word.

        It was where the text has the whole word elsewhere, or neither half; but the last line of a
        paragraph may be short, and may begin with a word that stands nowhere else.
        """
        if column < _FULL_WIDTH or len(after) > _LONGEST_REST:
            return False
        last, first = _last_word(before), _WORD.match(after)  # `WEL` / `L-KNOWN`
        if last is None or first is None:
            return False
        left, right = last[0].upper(), first[0].upper().rstrip("'")
        if self._count[left + right]:
            return True
        if after[-1] in _SENTENCE_ENDS or right in PARTICLES:
            return False
        return self._count[left] == 1 and self._count[right] == 1


def _last_word(line: str) -> re.Match[str] | None:
    return _LAST.search(line, max(0, len(line) - _LONGEST_WORD))


def _are_halves(left: str, right: str) -> bool:
    """Tell whether a hyphen is always written between two words."""
    counts = left in _NUMBERS and _OF_NUMBERS.fullmatch(right) is None
    second = right in _SECOND_HALVES and left not in _NO_HALVES
    return counts or left in _FIRST_HALVES or second
