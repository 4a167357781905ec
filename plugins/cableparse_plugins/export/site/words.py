"""The words of a text that a search finds it by; ``assets/search.js`` parts a query alike."""

import re
import unicodedata
from collections import Counter

_WORD = re.compile(r"[^\W_]+")
_SHORTEST, _LONGEST = 2, 40
_OFTEN = 3


def words(text: str) -> list[str]:
    """Give the words of a text in small letters, without accents; of one letter there are none."""
    text = text.lower()
    if not text.isascii():
        plain = unicodedata.normalize("NFKD", text)
        text = "".join(sign for sign in plain if unicodedata.category(sign)[0] != "M")
    return [word for word in _WORD.findall(text) if _SHORTEST <= len(word) <= _LONGEST]


def weighed(title: str, text: str) -> tuple[str, str, str]:
    """Give the words of the title, those that are often in the text, and its others."""
    first = frozenset(words(title))
    counts = Counter(words(text))
    often = [word for word, count in counts.items() if count >= _OFTEN and word not in first]
    others = [word for word, count in counts.items() if count < _OFTEN and word not in first]
    return " ".join(sorted(first)), " ".join(often), " ".join(others)
