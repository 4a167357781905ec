"""The years in which a name or a code meant what a row of a table says."""

from __future__ import annotations

import re

from attrs import frozen

from cableparse.vocabulary.tables import Row

_RANGE = re.compile(r"(?P<one>\d{4})|(?P<since>\d{4})?-(?P<until>\d{4})?")
_OPEN = (0, 9999)


@frozen
class Years:
    """Ranges of years, first and last included; an end that is open is 0 or 9999.

    >>> phnom_penh = Years(((1969, 1975), (1991, 9999)))
    >>> 1975 in phnom_penh, 1980 in phnom_penh
    (True, False)
    """

    ranges: tuple[tuple[int, int], ...] = (_OPEN,)

    def __contains__(self, year: int) -> bool:
        return any(since <= year <= until for since, until in self.ranges)

    def share_more_than_a_turn(self, other: Years) -> bool:
        """Tell whether the two have years in common beside one in which one follows the other."""
        return any(
            max(one[0], another[0]) < min(one[1], another[1]) or one == another
            for one in self.ranges
            for another in other.ranges
        )


EVER = Years()


def years_of(row: Row, column: int) -> Years:
    """Read a cell of years: ``1973-1991``, ``-1991``, ``1992-``, ``1974``, or several.

    An empty cell is any year. Raises `ValueError`, with file and line, for what is none of
    these, and for ranges that do not follow each other.
    """
    ranges: list[tuple[int, int]] = []
    for item in row.items(column):
        found = _RANGE.fullmatch(item)
        if found is None or item == "-":
            row.refuse(f"{item!r} are no years such as 1973-1991, -1991 or 1992-")
        since = int(found["one"] or found["since"] or _OPEN[0])
        until = int(found["one"] or found["until"] or _OPEN[1])
        if since > until or (ranges and ranges[-1][1] >= since):
            row.refuse(f"{row.cells[column]!r} are years out of order")
        ranges.append((since, until))
    return Years(tuple(ranges)) if ranges else EVER
