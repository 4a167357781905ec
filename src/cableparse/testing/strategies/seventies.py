"""What the printers of 1973 to 1979 put above a telegram's date and behind its order."""

from hypothesis import strategies as st

from cableparse.testing.strategies.made import booleans, integers, lists, once, sampled_from
from cableparse.testing.strategies.words import page_breaks

PRINTED_ABOVE_THE_DATE = (
    "43",
    "66605",
    "ACTION EUR-08",
    "ORIGIN SS-10",
    "INFO OCT-01 SS-14 ISO-00",
    "PM-03 L-01 /027 W",
    "NEA-10",
    "/099 R",
    "DRAFTED BY EUR/NE:KVIK:AB",
    "DRAFTEDY BY: S/S-O: K. VIK",
    "APPROVED BY EUR:OLARSEN",
    "L:AVIK",
    "NEA/ARN - BVIK",
    "CLEARED BY",
    "--------------------- 110973",
    "------------------076325 141806Z /40",
    "------------------990000Z 109980 /20",
)
"""What Washington's printers put above a date-time group in the seventies."""


SCHEDULES = (
    "E.O. 11652: GDS",
    "E.O. 11652 XGDS-1",
    "E. O. 11652: ADS DECLAS 12/31/76",
    "E.O. 11652: N/A",
    "E.O. 12065: GDS 6/25/85 (LARSEN, KARI)",
    "E.O. 12065 RDS-1 2/30/99 (VIK)",
)
"""Until when a text was classified, under the orders of these years."""


@once
@st.composite
def above_the_date(draw: st.DrawFn) -> list[str]:
    """A page's head, two digits, the list of distribution, who drafted, and the relay's line.

    In order and with a sum that is right, or some of these lines in any order.
    """
    if draw(booleans()):
        return draw(lists(sampled_from(PRINTED_ABOVE_THE_DATE), max_size=8))
    codes = draw(lists(sampled_from(["OCT", "SS", "EURE", "NEA", "L"]), max_size=5))
    copies = [draw(integers(0, 15)) for _ in codes]
    listed = [f"{code}-{number:02d}" for code, number in zip(codes, copies, strict=True)]
    at = draw(integers(0, len(listed)))
    total = 8 + sum(copies) + draw(sampled_from([0, 0, 0, 1]))
    lines = [
        *draw(page_breaks(first=True)).split("\n"),
        draw(sampled_from(["43", "66605", ""])),
        f"{draw(sampled_from(['ACTION', 'ORIGIN']))} EUR-08",
        " ".join(("INFO", *listed[:at])),
        " ".join((*listed[at:], f"/{total:03d} W")),
    ]
    officers = sampled_from(["DRAFTED BY:EUR/NE:KVIK:AB", "APPROVED BY L:OLARSEN", "EB - BVIK"])
    lines += draw(lists(officers, max_size=3))
    number, filed = f"{draw(integers(0, 130_000)):06d}", draw(sampled_from(["141806Z", ""]))
    pair = draw(st.permutations([number, filed])) if filed else [number]
    return [*lines, f"{'-' * 18}{' '.join(pair)}{' /40' if filed else ''}"]
