"""Dates and moments as a head prints them."""

import re
from datetime import UTC, datetime

from cableparse.model.fields import full_year

MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")

_DIGIT = r"[\dO]"  # an O typed for a zero
# `08/22/2017`, `6/30/08`, `03-04-2018`, `3/ 4/2018`, `03//04/2018`
_MONTH_FIRST = re.compile(
    rf"({_DIGIT}{{1,2}})[ ]?[/.-]{{1,2}}[ ]?({_DIGIT}{{1,2}})[ ]?[/.-]{{1,2}}[ ]?"
    rf"({_DIGIT}{{4}}|{_DIGIT}{{2}})(?!\d)",
    re.ASCII,
)
# `2020/02/23`, `2020-02-23`
_YEAR_FIRST = re.compile(
    rf"({_DIGIT}{{4}})[/.-]({_DIGIT}{{1,2}})[/.-]({_DIGIT}{{1,2}})(?!\d)", re.ASCII
)
# `MARCH 4, 2018`, `4 MARCH 2018`, `4 MAR 18`
_IN_WORDS = re.compile(
    rf"(?:(?P<day>(?=O?\d){_DIGIT}{{1,2}})[ ]?(?P<month>[A-Z]{{3,9}})"
    rf"|(?P<month_first>[A-Z]{{3,9}})[ ](?P<day_last>{_DIGIT}{{1,2}}))"
    rf"[ ,.]{{1,3}}(?P<year>{_DIGIT}{{4}}|{_DIGIT}{{2}})(?!\d)",
    re.IGNORECASE | re.ASCII,
)


def read_date(value: str, at: int = 0) -> tuple[tuple[int, int, int], int] | None:
    """Give year, month and day of the date printed at ``at``, and its end; None for no date.

    The three may be no day of the calendar.
    """
    if found := _YEAR_FIRST.match(value, at):
        return (_number(found[1]), _number(found[2]), _number(found[3])), found.end()
    if found := _MONTH_FIRST.match(value, at):
        return (_year(found[3]), _number(found[1]), _number(found[2])), found.end()
    if found := _IN_WORDS.match(value, at):
        month = (found["month"] or found["month_first"])[:3].upper()
        if month in MONTHS:
            day = _number(found["day"] or found["day_last"])
            return (_year(found["year"]), MONTHS.index(month) + 1, day), found.end()
    return None


def moment(digits: str, month: str, year: str) -> datetime:
    """Give the moment of a date-time group, ``("141745", "MAY", "08")``, in UTC.

    Raises ``ValueError`` where there is none.
    """
    number = MONTHS.index(month.upper()) + 1
    day, hour, minute = int(digits[:2]), int(digits[2:4]), int(digits[4:])
    return datetime(full_year(year), number, day, hour, minute, tzinfo=UTC)


def _year(printed: str) -> int:
    return full_year(printed.upper().replace("O", "0"))


def _number(printed: str) -> int:
    return int(printed.upper().replace("O", "0"))
