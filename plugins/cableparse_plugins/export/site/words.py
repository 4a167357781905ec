"""The words of a text that a search finds it by; ``assets/search.js`` parts a query alike."""

import re
import unicodedata
from collections import Counter

_WORD = re.compile(r"[^\W_]+")
# All that parts words in ASCII becomes a space: that and a split take a third of a pattern's time.
_SPACED = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(0x80)}
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_SHORTEST, _LONGEST = 2, 40
_OFTEN = 3


def words(text: str) -> list[str]:
    """Give the words of a text in small letters, without accents; of one letter there are none."""
    return [word for word in _found(text) if _SHORTEST <= len(word) <= _LONGEST]


def weighed(title: str, text: str) -> tuple[str, str, str]:
    """Give the words of the title, those that are often in the text, and its others."""
    first = frozenset(words(title))
    counts = Counter(_found(text))
    for word in first:
        counts.pop(word, None)
    often: list[str] = []
    others: list[str] = []
    for word, count in counts.items():
        if _SHORTEST <= len(word) <= _LONGEST:
            (often if count >= _OFTEN else others).append(word)
    return " ".join(sorted(first)), " ".join(often), " ".join(others)


def _found(text: str) -> list[str]:
    if text.isascii():
        return text.translate(_SPACED).split()
    text = text.lower()
    return _WORD.findall(_NOT_ASCII.sub(_without_accents, text))


def _without_accents(signs: re.Match[str]) -> str:
    plain = unicodedata.normalize("NFKD", signs[0])
    return "".join(sign for sign in plain if unicodedata.category(sign)[0] != "M")
