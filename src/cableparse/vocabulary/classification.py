"""Levels of classification, as a telegram's first line and its ``ZN`` line give them."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from attrs import frozen

from cableparse.vocabulary.spelling import compact, one_slip
from cableparse.vocabulary.tables import Row, read_table

# A slip in a short word (LOU) may make any other.
_LONG_ENOUGH = 6


class Classification(enum.StrEnum):
    """The levels, the lowest first."""

    UNCLASSIFIED = "UNCLASSIFIED"
    LIMITED_OFFICIAL_USE = "LIMITED OFFICIAL USE"
    CONFIDENTIAL = "CONFIDENTIAL"
    SECRET = "SECRET"
    TOP_SECRET = "TOP SECRET"

    @classmethod
    def of_word(cls, word: str) -> Classification | None:
        """Give the level that ``word`` names, ``None`` when it names none.

        Case and spaces make no difference (``S E C R E T``), what follows ``//`` is a caption
        (``SECRET//NOFORN``), and one slip of the keys is forgiven (``SS E C R E T``,
        ``O N F I D E N T I A L``: counted over public copies).
        """
        key = compact(word.partition("//")[0])
        levels = _levels().words
        if key in levels:
            return levels[key]
        near = {
            level
            for known, level in levels.items()
            if len(known) >= _LONG_ENOUGH and one_slip(key, known)
        }
        return near.pop() if len(near) == 1 else None

    @classmethod
    def of_security_letter(cls, letter: str) -> Classification | None:
        """Give the level of a ``ZNR``/``ZNY`` line's letter, ``C``, or its five, ``CCCCC``."""
        letters = letter.strip().upper()
        return _levels().letters.get(letters[:1]) if len(set(letters)) == 1 else None


@frozen(kw_only=True)
class Levels:
    """What the table says: the level of each compact word, and of each security letter."""

    words: Mapping[str, Classification]
    letters: Mapping[str, Classification]


def levels_of_rows(rows: Iterable[Row]) -> Levels:
    """Read the rows of ``classifications.tsv``.

    Raises `ValueError`, with file and line, for an unknown level and a word or letter twice.
    """
    words: dict[str, Classification] = {}
    letters: dict[str, Classification] = {}
    for row in rows:
        level = row.cells[0]
        if level not in set(Classification):
            row.refuse(f"{level!r} is not one of {', '.join(Classification)}")
        for table, keys in ((words, map(compact, row.items(1))), (letters, row.items(2))):
            for key in keys:
                if key in table:
                    row.refuse(f"{key} is {table[key]} already")
                table[key] = Classification(level)
    return Levels(words=MappingProxyType(words), letters=MappingProxyType(letters))


@cache
def _levels() -> Levels:
    return levels_of_rows(read_table("classifications.tsv", "level", "words", "letters"))
