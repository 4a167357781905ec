"""The relay centre's line above the date-time group: dashes, a running number, the filing time."""

import re
from datetime import UTC, datetime, timedelta

from cableparse.model.handling import Relay
from cableparse.telegram.head.head import Head
from cableparse.telegram.lines.patterns import RELAY
from cableparse.telegram.reading import Reading
from cableparse.text.spans import Span

_LINE = re.compile(RELAY, re.VERBOSE | re.ASCII)
# A clock may be wrong, but no message is filed weeks before its date.
_EARLIER = timedelta(days=1)


def read_relay(text: str, head: Head, reading: Reading) -> None:
    """Read ``relay``; the filing time's month and year are those of ``sent_at``, or the next."""
    pieces = head.first("relay")
    line = _LINE.match(text, *pieces[0]) if pieces else None
    if line is None:
        return
    time = line["filed"] or line["filed_first"]
    sent_at: datetime | None = reading.fields.get("sent_at")
    first = min(line.start(group) for group in ("number", "number_last") if line[group])
    if line["filed_first"]:
        first = line.start("filed_first")
    span = Span(first, line.end())
    filed_at = None
    if time and sent_at is not None:
        filed_at = _filed(time, sent_at)
        if filed_at is None:
            reading.defect("header.date-unreadable", f"no such filing time: {time!r}", span)
    relay = Relay(
        number=line["number"] or line["number_last"],
        filed_at=filed_at,
        copies=int(line["copies"]) if line["copies"] else None,
        span=span,
    )
    reading.put("relay", relay, [span])


def _filed(time: str, sent_at: datetime) -> datetime | None:
    """Give the first moment with this day and time that is not before ``sent_at``'s day."""
    day, hour, minute = int(time[:2]), int(time[2:4]), int(time[4:6])
    before = sent_at - _EARLIER
    for month in (before, sent_at, sent_at.replace(day=28) + timedelta(days=4)):
        try:
            filed = datetime(month.year, month.month, day, hour, minute, tzinfo=UTC)
        except ValueError:
            continue
        if filed >= before:
            return filed
    return None
