"""The E.O. line: which executive order classifies the cable, and when it is declassified."""

import re
from datetime import date

from cableparse.fields import full_year
from cableparse.spans import Span
from cableparse.telegram.head import Head
from cableparse.telegram.reading import Reading

_ORDER = re.compile(r"E\.?[ ]?[O0]\.?[ ]{0,2}:?[ ]?(1[0-9]{4})?", re.IGNORECASE)

# `DECL: 08/22/2017`, `DECL: 2020/02/23`, `decl: 6/30/08`, `DECL: TEN YEARS AFTER …`
_DECLASSIFY = re.compile(r"DECL[ ]*[:.]?[ ]*", re.IGNORECASE)
_MONTH_FIRST = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})(?!\d)")
_YEAR_FIRST = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})(?!\d)")
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
        reading.put("executive_order", order[1], [Span(*order.span(1))])
    label = _DECLASSIFY.search(text, after, end)
    if label is None:
        return
    value = " ".join([text[label.end() : end], *(text[s:e] for s, e in pieces[1:])])
    value = " ".join(value.split())
    span = Span(label.end(), pieces[-1][1])
    if found := _YEAR_FIRST.match(value):
        parts = int(found[1]), int(found[2]), int(found[3])
    elif found := _MONTH_FIRST.match(value):
        parts = full_year(found[3]), int(found[1]), int(found[2])
        if len(found[3]) == 2:
            # A declassification date lies ahead of its cable: two digits never mean the 1900s.
            parts = 2000 + int(found[3]), parts[1], parts[2]
    elif _NONE.match(value):
        return
    else:
        reading.put("declassify_on", value, [span])
        return
    try:
        reading.put("declassify_on", date(*parts), [span])
    except ValueError:
        reading.defect("header.executive-order-unreadable", f"no such date: {value!r}", span)
        reading.put("declassify_on", value, [span])
