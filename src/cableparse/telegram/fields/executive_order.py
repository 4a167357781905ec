"""The E.O. line: which executive order classifies the cable, and when it is declassified."""

import re
from datetime import date
from itertools import islice

from cableparse.telegram.fields.dates import read_date
from cableparse.telegram.fields.declassification import LATER, read_schedule
from cableparse.telegram.fields.joined_lines import join
from cableparse.telegram.head.head import Head
from cableparse.telegram.reading import Reading

_ORDER = re.compile(
    r"(?:E\.?[ ]?[O0]\.?|EXECUTIVE[ ]ORDER)[ ]{0,8}:?[ ]{0,8}(1[0-9]{4})?", re.IGNORECASE | re.ASCII
)

# `DECL: `, `decl `, `DECL; `, `DECLASSIFY ON: `, `DEC: `, `DELC: `; and E.O. 12065's `GDS 1/2/86`
_DECLASSIFY = re.compile(
    r"(?<![A-Za-z])(?:DECL(?:AS\w*)?(?:[ ]++ON\b)?[ ]*+[:.;]*+[ ]*|D[ECL]{2,4}[ ]?[:;][ ]*"
    r"|GDS[ ]+(?=\d{1,2}/))",
    re.IGNORECASE,
)
# `DECLASSIFIED JUNE 21, 2006` has a date behind it; `DECLASSIFIED/RELEASED …` is a reviewer's stamp
_DONE = "DECLASSIFIED"
# The value right behind the number, its label lost: `E.O. 12958: 08/22/2017`
_BARE_DATE = re.compile(r"[ ]*+:?[ ]*+(?=\d{1,4}[/-]\d{1,2}[/-]\d)", re.ASCII)

_MONTHS = 12
_YEAR_FIRST = re.compile(r"\d{4}")
_NONE = re.compile(r"N/?A\b|\Z", re.IGNORECASE)


def read_order(text: str, head: Head, reading: Reading) -> None:
    """Read ``executive_order``, a number, and ``declassify_on``, a date or the event as printed.

    Of the orders of the seventies ``declassification`` is read too.
    """
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
    number = reading.fields.get("executive_order")
    if number not in LATER and read_schedule(
        join(text, [(after, end), *pieces[1:]]).folded(), reading
    ):
        return
    label = _DECLASSIFY.search(text, after, end) or _BARE_DATE.match(text, after, end)
    # A page mark may stand between the order and what it says.
    for block in islice(head.blocks["executive_order"], 1, None):
        if label is None:
            pieces = block
            start, end = block[0]
            label = _DECLASSIFY.match(text, start, end)
    if label is None:
        return
    joined = join(text, [(label.end(), end), *pieces[1:]]).folded()
    value = joined.text
    if _NONE.match(value):
        return
    span = joined.span(0, len(value))
    found = read_date(value)
    if found is None:
        if not label[0].upper().startswith(_DONE):
            reading.put("declassify_on", value, [span])
        return
    (year, month, day), behind = found
    if day <= _MONTHS < month and not _YEAR_FIRST.match(value):
        month, day = day, month  # `25/10/2017` can be one day only
    try:
        reading.put("declassify_on", date(year, month, day), [joined.span(0, behind)])
    except ValueError:
        reading.defect("header.executive-order-unreadable", f"no such date: {value!r}", span)
        reading.put("declassify_on", value, [span])
