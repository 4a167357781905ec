"""How a paragraph opens: its number and its portion marking, as printed."""

import re

from attrs import frozen

from cableparse.text.even import even
from cableparse.text.segments import Segment
from cableparse.text.spans import Span, trusted_span

PORTION = (
    r"[(\[{](?P<portion>[ ]*(?i:(?:TS|SBU|FOUO|LOU|CNF|SNF|NF|[SCU])"
    r"(?:[ ]*[-–/,][-–/, ]*[A-Z][A-Z ,/]{0,24})?)[ ]*)(?:[)}]|\](?!\w))"
)
"""A portion marking, ``(SBU)``, ``(S//NF)``, ``[C]``; not ``(U.S.)``, ``(China)`` or ``[S]he``."""

# `1.`, `¶12.`, `3..`, `6,`, `7) (U)`, `(7) (U)`, `8 . (U)`, `9.- (U)` and a bare `15` before a
# portion marking, then that marking, also on a line below; a converter numbers what has a number,
# `¶1. 1.`, and mail quotes all lines, `> 1.`
_OPENING = re.compile(
    r"[ >]*+(?P<marker>¶?[ ]?(?P<open>\()?(?P<digits>\d{1,3})(?(open)\)(?=[ ]*\()"
    r"|(?:\.(?:\.|-(?=[ ]))?|,|[:)](?=[ ]*\()|[ ]\.(?=[ ]*\(|[ ][A-Z])|(?=[ ]*\()|(?=[ ])))"
    r"(?:(?<=\.)[ ](?P=digits)\.(?=[ ]))?)?"
    rf"[ ]*+(?:(?:\n[ ]*+)*+{PORTION})?[ ]*",
    re.ASCII,
)
_LONGEST_OPENING = 64


@frozen(kw_only=True)
class Marker:
    """How a paragraph opens: its printed marker and portion marking, and where its text begins.

    ``number`` is the printed number, ``span`` where ``printed`` stands; ``printed`` is empty for a
    paragraph that has a portion marking only.
    """

    number: int | None
    printed: str
    portion: str | None
    span: Span
    end: int


def read_marker(segment: Segment) -> Marker:
    """Read the opening of a paragraph segment, as printed: repairs are not looked at."""
    opening = _OPENING.match(segment.text)
    assert opening is not None  # every part of the pattern is optional
    printed, digits, portion = opening.group(1, 3, 4)
    if not portion:
        beginning = segment.text[:_LONGEST_OPENING]
        if (plain := even(beginning)) is not beginning:  # a fixed space, a NUL
            opening = _OPENING.match(plain)
            assert opening is not None
            printed, digits, portion = opening.group(1, 3, 4)
    start = segment.span.start
    if printed:
        first = start + opening.start(1)
    else:
        first = start if portion is None else start + opening.start(4) - 1
    printed = printed or ""
    return Marker(
        number=int(digits) if printed else None,
        printed=printed,
        portion=portion.strip() if portion else None,
        span=trusted_span(first, first + len(printed)),
        end=start + opening.end(),
    )
