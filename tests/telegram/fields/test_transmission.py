"""VZCZC, routing, DE, ZNR/ZNY and the date-time group."""

from datetime import UTC, datetime

import pytest

from cableparse import Filed, Precedence, SegmentKind

HEAD = """\
VZCZCXRO0042
PP RUEHAG RUEHROV
RUEHSM
DE RUEHNY #0012/01 1351745
ZNY CCCCC ZZH
P R 141745Z MAY 08 ZDK
FM AMEMBASSY OSLO
TO RUEHC/SECSTATE WASHDC
"""


def test_the_transmission_lines_are_read(raw) -> None:
    transmission = raw(HEAD).transmission
    assert transmission is not None
    assert transmission.id == "VZCZCXRO0042"
    assert transmission.precedence is Precedence.PRIORITY
    assert transmission.routing == ("RUEHAG", "RUEHROV", "RUEHSM")
    assert (transmission.originator, transmission.serial) == ("RUEHNY", 12)
    assert transmission.filed == Filed(day=135, hour=17, minute=45)
    assert transmission.security == "ZNY CCCCC ZZH"
    assert transmission.info_precedence is Precedence.ROUTINE
    assert transmission.remarks == "ZDK"


def test_the_transmission_lines_share_a_segment(raw) -> None:
    first, second = raw(HEAD).segments[:2]
    assert (first.kind, second.kind) == (SegmentKind.TRANSMISSION, SegmentKind.FROM)
    assert first.text == HEAD[: HEAD.index("FM ")]


def test_a_three_digit_id_is_read(raw) -> None:
    assert raw("VZCZCADI001\nSUBJECT: LOCKS\n").transmission.id == "VZCZCADI001"


def test_a_de_line_without_a_page_is_read(raw) -> None:
    assert raw("DE RUEHC #7418 1351745\n").transmission.serial == 7418


def test_a_de_line_without_a_time_is_read(raw) -> None:
    transmission = raw("DE RUEHC #7418\nSUBJECT: LOCKS\n").transmission
    assert (transmission.serial, transmission.filed) == (7418, None)


@pytest.mark.parametrize(
    ("line", "precedence"),
    [
        ("R 141745Z MAY 08", "ROUTINE"),
        ("P 141745Z MAY 08", "PRIORITY"),
        ("O 141745Z MAY 08", "IMMEDIATE"),
        ("Z 141745Z MAY 08", "FLASH"),
        ("O R 141745Z MAY 08", "IMMEDIATE"),
    ],
)
def test_the_precedence_is_the_date_time_groups_first_letter(
    raw, line: str, precedence: str
) -> None:
    cable = raw(f"{line}\nFM AMEMBASSY OSLO\n")
    assert cable.precedence == precedence
    (span,) = cable.evidence["precedence"].spans
    assert span.slice(cable.source.text) == line[0]


@pytest.mark.parametrize(
    ("line", "sent_at"),
    [
        ("R 141745Z MAY 08", datetime(2008, 5, 14, 17, 45, tzinfo=UTC)),
        ("R 250930Z FEB 75", datetime(1975, 2, 25, 9, 30, tzinfo=UTC)),
        ("R 290000Z FEB 04", datetime(2004, 2, 29, tzinfo=UTC)),
        ("R 141745Z MAY 2008", datetime(2008, 5, 14, 17, 45, tzinfo=UTC)),
        ("R 141745 Z MAY 08", datetime(2008, 5, 14, 17, 45, tzinfo=UTC)),
        ("r 141745z may 08", datetime(2008, 5, 14, 17, 45, tzinfo=UTC)),
        ("R 14O8OOZ MAY O8", datetime(2008, 5, 14, 8, 0, tzinfo=UTC)),
        ("R 141745Z JUNE 08", datetime(2008, 6, 14, 17, 45, tzinfo=UTC)),
        ("R 312359Z DEC 99 ZDK CTG NUMEROUS REQUESTS", datetime(1999, 12, 31, 23, 59, tzinfo=UTC)),
    ],
)
def test_a_date_time_group_is_an_aware_time(raw, line: str, sent_at: datetime) -> None:
    cable = raw(f"{line}\nFM AMEMBASSY OSLO\n")
    assert cable.sent_at == sent_at
    assert cable.sent_at.tzinfo is UTC


@pytest.mark.parametrize(
    "group",
    [
        "301745Z FEB 08",
        "141760Z MAY 08",
        "142400Z MAY 08",
        "001745Z MAY 08",
        "141745Z XYZ 08",
    ],
)
def test_a_date_that_is_none_is_a_defect_with_its_span(raw, group: str) -> None:
    cable = raw(f"R {group}\nFM AMEMBASSY OSLO\n")
    (defect,) = [defect for defect in cable.defects if defect.code == "header.date-unreadable"]
    assert cable.sent_at is None
    assert cable.precedence is Precedence.ROUTINE
    assert group in defect.span.slice(cable.source.text)


def test_a_telegram_without_transmission_lines_has_none(raw) -> None:
    assert raw("TAGS: ETRD\nSUBJECT: LOCKS\n").transmission is None


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", " \n", "\u2028", "\f", "\\\n"], ids=repr)
def test_any_line_end_will_do(raw, end: str) -> None:
    cable = raw(HEAD.replace("\n", end))
    assert cable.transmission.routing == ("RUEHAG", "RUEHROV", "RUEHSM")
    assert cable.origin == "AMEMBASSY OSLO"
    assert [addressee.name for addressee in cable.action] == ["SECSTATE WASHDC"]


def test_digits_of_other_scripts_are_none(raw) -> None:
    cable = raw("R 141\u066345Z MAY 08\nFM AMEMBASSY OSLO\n")
    assert cable.sent_at is None
    assert "header.date-missing" in {defect.code for defect in cable.defects}
