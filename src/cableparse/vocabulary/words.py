"""Words that the grammar tells apart from names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from cableparse.vocabulary.posts import posts
from cableparse.vocabulary.tables import Row, read_table
from cableparse.vocabulary.tags import tags


def word_list(name: str) -> frozenset[str]:
    """Give a list of ``words.tsv``, all in upper case.

    There are ``office``, ``place``, ``no-post``, ``own-post``, ``department`` and ``no-signer``.
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
def place_words() -> frozenset[str]:
    """Give the words of the names of countries, regions and posts, in upper case."""
    return frozenset(
        word for name in place_names() for word in re.findall(r"[A-Z'’]{4,}", name)
    ) | word_list("place")


@cache
def place_names() -> frozenset[str]:
    """Give the names of countries, regions and posts, in upper case."""
    names = [entry.meaning for entry in tags().values() if entry.kind == "geographic"]
    return frozenset(name.upper() for name in (*names, *(post.formal for post in posts())))


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    return lists_of_rows(read_table("words.tsv", "list", "word"))
