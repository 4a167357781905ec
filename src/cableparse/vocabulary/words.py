"""Words that the grammar tells apart from names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from cableparse.vocabulary.posts import posts
from cableparse.vocabulary.spelling import one_slip
from cableparse.vocabulary.tables import Row, read_table
from cableparse.vocabulary.tags import tags

_SLIPS_FROM = 6


def word_list(name: str) -> frozenset[str]:
    """Give the list ``office``, ``place``, ``no-post`` or ``no-signer``, all in upper case.

    Raises `KeyError` for another name.
    """
    return _lists()[name]


def lists_of_rows(rows: Iterable[Row]) -> Mapping[str, frozenset[str]]:
    """Gather the rows of ``words.tsv`` by list.

    Raises `ValueError`, with file and line, for a word twice in a list or in lower case.
    """
    lists: dict[str, set[str]] = {}
    for row in rows:
        name, word = row.cells
        if word != word.upper() or not word:
            row.refuse(f"{word!r} is not in upper case")
        if word in lists.setdefault(name, set()):
            row.refuse(f"{word} stands in {name} already")
        lists[name].add(word)
    return MappingProxyType({name: frozenset(found) for name, found in lists.items()})


@cache
def is_office(word: str) -> bool:
    """Tell whether a word belongs to an office's title: ``Ambassador``, ``DCM``, ``Pol/Econ``.

    Case and punctuation do not count, and a word of six letters or more may be misspelt by one
    slip (``Ambassaor``).
    """
    bare = word.upper().strip(".,:;'’")
    offices = word_list("office")
    if bare in offices or "/" in bare or "&" in bare:
        return True
    return len(bare) >= _SLIPS_FROM and any(one_slip(bare, office) for office in offices)


@cache
def place_words() -> frozenset[str]:
    """Give the words of the names of countries, regions and posts, in upper case."""
    names = [entry.meaning for entry in tags().values() if entry.kind == "geographic"]
    names += [post.formal for post in posts()]
    return frozenset(
        word for name in names for word in re.findall(r"[A-Z'’]{4,}", name.upper())
    ) | word_list("place")


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    return lists_of_rows(read_table("words.tsv", "list", "word"))
