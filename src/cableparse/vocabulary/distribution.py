"""Distribution symbols: which office or agency a list like ``INFO OCT-01 SS-14`` counts for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from attrs import frozen

from cableparse.vocabulary.tables import Row, read_table
from cableparse.vocabulary.years import EVER, Years, years_of

_CODE = re.compile(r"[A-Z]{1,5}")


@frozen(kw_only=True)
class DistributionOffice:
    """An office or agency that gets copies.

    ``code`` is its symbol in the lists, without strokes (``SSO`` for S/S-O), ``meaning`` its
    name, ``years`` those in which it existed under it, ``source`` where that is from.
    """

    code: str
    meaning: str
    source: str
    years: Years = EVER


@cache
def distribution_offices() -> Mapping[str, DistributionOffice]:
    """Map each known symbol to its office."""
    return offices_of_rows(read_table("offices.tsv", "code", "meaning", "years", "source"))


def find_office(code: str, year: int | None = None) -> DistributionOffice | None:
    """Give the office with this symbol in any case, ``None`` when there was none in ``year``.

    Without a year it is that of any. Strokes and hyphens make no difference, for the lists have
    none.

    >>> find_office("S/S-O").meaning, find_office("ERDA", 1972)
    ('Operations Center of the Executive Secretariat (S/S-O)', None)
    """
    symbol = code.strip().upper().replace("/", "").replace("-", "")
    office = distribution_offices().get(symbol)
    return office if office is not None and (year is None or year in office.years) else None


def offices_of_rows(rows: Iterable[Row]) -> Mapping[str, DistributionOffice]:
    """Map the symbols of the rows of ``offices.tsv`` to their offices.

    Raises `ValueError`, with file and line, for a symbol that is none or has a row already, one
    without meaning or source, and for ill-formed years.
    """
    found: dict[str, DistributionOffice] = {}
    for row in rows:
        code, meaning, _, source = row.cells
        if not _CODE.fullmatch(code):
            row.refuse(f"{code!r} is not a symbol such as EUR")
        if code in found:
            row.refuse(f"{code} has a row already")
        if not meaning or not source:
            row.refuse(f"{code} has no {'source' if meaning else 'meaning'}")
        found[code] = DistributionOffice(
            code=code, meaning=meaning, source=source, years=years_of(row, 2)
        )
    return MappingProxyType(found)
