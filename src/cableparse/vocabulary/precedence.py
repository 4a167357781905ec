"""Precedence: how fast a telegram is to travel (ACP 127; 5 FAH-2 H-440)."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from cableparse.vocabulary.tables import Row, read_table


class Precedence(enum.StrEnum):
    """The precedences, the fastest first.

    ``NIACT IMMEDIATE`` (night action) has no prosign of its own: it stands after an addressee.
    """

    FLASH = "FLASH"
    NIACT_IMMEDIATE = "NIACT IMMEDIATE"
    IMMEDIATE = "IMMEDIATE"
    PRIORITY = "PRIORITY"
    ROUTINE = "ROUTINE"

    @classmethod
    def of_prosign(cls, prosign: str) -> Precedence | None:
        """Give the precedence of a prosign, single (``R``) or doubled (``RR``), or ``None``."""
        return _prosigns().get(prosign.strip().upper())


@cache
def precedence_words() -> tuple[str, ...]:
    """Give the words that stand for a precedence after an addressee, the longest first."""
    return tuple(sorted(Precedence, key=len, reverse=True))


def prosigns_of_rows(rows: Iterable[Row]) -> Mapping[str, Precedence]:
    """Map the prosigns of the rows of ``precedences.tsv``, single and doubled.

    Raises `ValueError`, with file and line, for an unknown precedence or a prosign twice.
    """
    prosigns: dict[str, Precedence] = {}
    for row in rows:
        prosign, word = row.cells
        if word not in set(Precedence):
            row.refuse(f"{word!r} is not one of {', '.join(Precedence)}")
        for key in (prosign, 2 * prosign):
            if key in prosigns:
                row.refuse(f"{key} is {prosigns[key]} already")
            prosigns[key] = Precedence(word)
    return MappingProxyType(prosigns)


@cache
def _prosigns() -> Mapping[str, Precedence]:
    return prosigns_of_rows(read_table("precedences.tsv", "prosign", "word"))
