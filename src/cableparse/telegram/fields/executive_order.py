"""The E.O. line: which executive order classifies the cable, and when it is declassified."""

import re
from datetime import date

from cableparse.model.fields import full_year
from cableparse.telegram.fields.joined_lines import join
from cableparse.telegram.head.head import Head
from cableparse.telegram.reading import Reading

_ORDER = re.compile(
    r"(?:E\.?[ ]?[O0]\.?|EXECUTIVE[ ]ORDER)[ ]{0,8}:?[ ]{0,8}(1[0-9]{4})?", re.IGNORECASE | re.ASCII
)

# `DECL: `, `decl `, `DECL; `, `DECLASSIFY ON: `, `DEC: `; and E.O. 12065's `GDS 1/2/86`
_DECLASSIFY = re.compile(
    r"(?<![A-Za-z])(?:DECL(?:AS\w*)?(?:[ ]+ON\b)?[ ]*[:.;]*[ ]*|DEC[:;][ ]*|GDS[ ]+(?=\d{1,2}/))",
    re.IGNORECASE,
)
# `DECLASSIFIED JUNE 21, 2006` has a date behind it; `DECLASSIFIED/RELEASED …` is a reviewer's stamp
_DONE = "DECLASSIFIED"
# The value right behind the number, its label lost: `E.O. 12958: 08/22/2017`
_BARE_DATE = re.compile(r"[ ]*:?[ ]*(?=\d{1,4}[/-]\d{1,2}[/-]\d)", re.ASCII)

_DIGIT = r"[\dO]"  # an O typed for a zero
_MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
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
_NONE = re.compile(r"N/?A\b|\Z", re.IGNORECASE)


def read_order(text: str, head: Head, reading: Reading) -> None:
    """Read ``executive_order``, a number, and ``declassify_on``, a date or the event as printed."""
    pieces = head.first("executive_order")
    if not pieces:
        return
    start, end = pieces[0]
    order = _ORDER.match(text, start, end)
    if order is None or order[1] is None:
        after = order.end() if order else start
    else:
        after = order.end()
        reading.put("executive_order", order[1], [order.span(1)])
    label = _DECLASSIFY.search(text, after, end) or _BARE_DATE.match(text, after, end)
    if label is None:
        return
    joined = join(text, [(label.end(), end), *pieces[1:]]).folded()
    value = joined.text
    if _NONE.match(value):
        return
    span = joined.span(0, len(value))
    found = _date(value)
    if found is None:
        if not label[0].upper().startswith(_DONE):
            reading.put("declassify_on", value, [span])
        return
    parts, behind = found
    try:
        reading.put("declassify_on", date(*parts), [joined.span(0, behind)])
    except ValueError:
        reading.defect("header.executive-order-unreadable", f"no such date: {value!r}", span)
        reading.put("declassify_on", value, [span])


def _date(value: str) -> tuple[tuple[int, int, int], int] | None:
    """Give year, month and day of a printed date, and its end; None for an event."""
    if found := _YEAR_FIRST.match(value):
        return (_number(found[1]), _number(found[2]), _number(found[3])), found.end()
    if found := _MONTH_FIRST.match(value):
        return (_year(found[3]), _number(found[1]), _number(found[2])), found.end()
    if found := _IN_WORDS.match(value):
        month = (found["month"] or found["month_first"])[:3].upper()
        if month in _MONTHS:
            day = _number(found["day"] or found["day_last"])
            return (_year(found["year"]), _MONTHS.index(month) + 1, day), found.end()
    return None


def _year(printed: str) -> int:
    return full_year(printed.upper().replace("O", "0"))


def _number(printed: str) -> int:
    return int(printed.upper().replace("O", "0"))
