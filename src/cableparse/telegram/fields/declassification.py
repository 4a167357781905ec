"""The schedules of Executive Orders 11652 and 12065: ``GDS``, ``XGDS-1``, ``ADS DECLAS …``."""

import re
from datetime import date

from cableparse.model.handling import Declassification, DeclassificationKind
from cableparse.telegram.fields.dates import read_date
from cableparse.telegram.fields.joined_lines import Joined
from cableparse.telegram.reading import Reading

LATER = frozenset({"12356", "12958", "13292", "13526"})
"""The later orders, whose lines have none of it: most lines need not be looked at."""

_KIND = re.compile(
    r"[ ]*+[:;.,-]*+[ ]*(?P<kind>X[ -]?GDS|GDS|ADS|RDS|XDS)(?![A-Z])"
    r"(?:[ ]?-?[ ]?\(?(?P<categories>[1-9](?:[ ]?(?:[,&]|AND)[ ]?[1-9])*+)\)?(?![\d/-]|\.\d))?"
    r"[ ,.:;-]*+(?:DECL(?:AS[A-Z]*)?\b(?:[ ]++ON\b)?[ :.;]*)?",
    re.IGNORECASE | re.ASCII,
)
_NUMBER = re.compile(r"[1-9]")
# `(ROE, JANE)`; without parentheses a name is told by its comma, `ROE, JANE OR-M`
_AUTHORITY = re.compile(
    r"[ ,]*+(?:\([ ]*+(?P<name>[^()\d]{2,60}?)[ ]*(?:\)|\Z)"
    r"|(?P<bare>[A-Z][A-Z'-]++,[ ]?[A-Z][A-Z. ]*?)(?=[ ]{1,9}OR-|\Z))",
    re.IGNORECASE,
)
_NEVER_AT_ITS_DATE = frozenset({DeclassificationKind.REVIEW, DeclassificationKind.EXTENDED})
_EDGES = " :;.,-"


def read_schedule(joined: Joined, reading: Reading) -> bool:
    """Read ``declassification`` from what stands behind the order's number, white space folded.

    The printed date is ``declassify_on`` too, but of a review and of an extended time.
    Tells whether a date was printed.
    """
    value = joined.text
    match = _KIND.match(value)
    if match is None:
        return False
    at = match.end()
    on = None
    printed = read_date(value, at)
    kind = DeclassificationKind(re.sub("[ -]", "", match["kind"].upper()))
    if printed is not None:
        parts, behind = printed
        span = joined.span(at, behind)
        try:
            on = date(*parts)
        except ValueError:
            message = f"no such date: {value[at:behind]!r}"
            reading.defect("header.executive-order-unreadable", message, span)
        if kind not in _NEVER_AT_ITS_DATE:
            reading.put("declassify_on", on or value[at:behind], [span])
        at = behind
    found = _AUTHORITY.match(value, at)
    authority = (found["name"] or found["bare"]) if found else None
    if authority and printed is None and "," not in authority:
        authority = None  # a remark: `XGDS-1 (INDEFINITE)`
    if authority:
        authority = authority.rstrip(_EDGES) or None  # its given name is lost: `(ROE,`
    start, end = match.start("kind"), len(value.rstrip(_EDGES))
    span = joined.span(start, end)
    schedule = Declassification(
        text=value[start:end],
        kind=kind,
        categories=tuple(map(int, _NUMBER.findall(match["categories"] or ""))),
        on=on,
        authority=authority,
        span=span,
    )
    reading.put("declassification", schedule, [span])
    return printed is not None
