"""The words of a text that a search finds it by; ``assets/search.js`` parts a query alike."""

import re
import unicodedata
from collections import Counter

_WORD = re.compile(r"[^\W_]{2,}")
_ASCII_WORD = re.compile(r"[a-z0-9]{2,}")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_LONGEST = 40
_OFTEN = 3


def words(text: str) -> list[str]:
    """Give the words of a text in small letters, without accents; of one letter there are none."""
    return [word for word in _found(text) if len(word) <= _LONGEST]


def weighed(title: str, text: str) -> tuple[str, str, str]:
    """Give the words of the title, those that are often in the text, and its others."""
    first = frozenset(words(title))
    counts = Counter(_found(text))
    for word in first:
        counts.pop(word, None)
    often: list[str] = []
    others: list[str] = []
    for word, count in counts.items():
        if len(word) <= _LONGEST:
            (often if count >= _OFTEN else others).append(word)
    return " ".join(sorted(first)), " ".join(often), " ".join(others)


def _found(text: str) -> list[str]:
    text = text.lower()
    if text.isascii():
        return _ASCII_WORD.findall(text)
    return _WORD.findall(_NOT_ASCII.sub(_without_accents, text))


def _without_accents(signs: re.Match[str]) -> str:
    plain = unicodedata.normalize("NFKD", signs[0])
    return "".join(sign for sign in plain if unicodedata.category(sign)[0] != "M")
