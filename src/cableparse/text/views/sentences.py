"""Where a running text may be cut: before a sentence, or at least before a word."""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

from attrs import frozen

# What ends a sentence, and then what begins one.
_BETWEEN = re.compile(r"[.!?][\"”’')\]]*+\s++(?=[\"“‘'(\[]?[A-Z0-9])|\n\s*+")
_WORD_BEFORE = 8  # characters that are looked at for an abbreviation
_ABBREVIATIONS = frozenset(
    {"mr", "mrs", "ms", "dr", "st", "no", "nos", "vs", "amb", "gen", "col", "lt", "maj", "adm"}
    | {"sen", "rep", "gov", "prof", "jr", "sr", "inc", "ltd", "corp", "approx"}
)


@frozen
class Cuttable:
    """A text, and the places in it before which it may be cut.

    A sentence begins behind a period, a question or an exclamation mark and white space, and with
    each line that the text keeps; behind an initial and an abbreviation it does not.

    >>> text = Cuttable("Mr. J. Roe left. The U.S. Embassy waits.")
    >>> text.sentences
    (17,)
    >>> text.last(0, 12), text.last(0, 30), text.first(5, 40)
    (11, 17, 17)
    """

    text: str

    @cached_property
    def sentences(self) -> tuple[int, ...]:
        """Where a sentence begins that is not the first."""
        return tuple(
            match.end()
            for match in _BETWEEN.finditer(self.text)
            if match.end() < len(self.text) and not self._abbreviated(match)
        )

    def last(self, start: int, end: int) -> int | None:
        """Give the last place in ``(start, end]``: a sentence's beginning, or else a word's."""
        number = bisect_right(self.sentences, end) - 1
        if number >= 0 and self.sentences[number] > start:
            return self.sentences[number]
        words = (at for at in range(min(end, len(self.text) - 1), start, -1) if self._word(at))
        return next(words, None)

    def first(self, start: int, end: int, *, words: bool = True) -> int | None:
        """Give the first place in ``[start, end)``: a sentence's, or else a word's if wanted."""
        number = bisect_left(self.sentences, start)
        if number < len(self.sentences) and self.sentences[number] < end:
            return self.sentences[number]
        if not words:
            return None
        return next((at for at in range(max(start, 1), end) if self._word(at)), None)

    def _word(self, at: int) -> bool:
        return self.text[at - 1].isspace() and not self.text[at].isspace()

    def _abbreviated(self, match: re.Match[str]) -> bool:
        start = match.start()
        if self.text[start] != "." or not self.text[start + 1].isspace():
            return False
        before = self.text[max(0, start - _WORD_BEFORE) : start].split()
        word = before[-1].lstrip("\"“‘'([") if before else ""
        initials = word.replace(".", "")
        return (len(initials) <= 2 * word.count(".") + 1 and initials.isalpha()) or (
            word.lower() in _ABBREVIATIONS
        )
