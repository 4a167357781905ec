"""The Department's list of distribution."""

import pytest

from cableparse import DistributionRole, SegmentKind

TAIL = "--------------------- 110973\nR 141745Z MAY 75\nFM AMEMBASSY OSLO\nTO SECSTATE WASHDC 12\n"


def read(raw, rows: str):
    return raw(f"PAGE 01 OSLO 00012 141750Z\n43\n{rows}\n{TAIL}")


@pytest.mark.parametrize(
    ("rows", "offices"),
    [
        ("ACTION EUR-08\nINFO OCT-01 SS-14 /023 W", "action:EUR-8 info:OCT-1 info:SS-14"),
        ("ORIGIN SS-10\nINFO OCT-01 ISO-00 /011 R", "origin:SS-10 info:OCT-1 info:ISO-0"),
        ("ACTION NEA-10 INFO OCT-01 /011W", "action:NEA-10 info:OCT-1"),
        ("ACTION EUR-08\nINFO OCT-01\nSS-14\n/023 W", "action:EUR-8 info:OCT-1 info:SS-14"),
        (
            "ACTION EUR-08\nINFO OCT-01\nPM-03 L-01 /013 R",
            "action:EUR-8 info:OCT-1 info:PM-3 info:L-1",
        ),
        ("ACTION AF-00\nINFO LOG-00 MFA-00", "action:AF-0 info:LOG-0 info:MFA-0"),
        ("EUR-08 OCT-01 /009 W", ""),  # the first label is lost, and with it their role
    ],
)
def test_each_office_has_its_copies_and_the_role_of_the_label_above(raw, rows, offices) -> None:
    cable = read(raw, rows)
    assert " ".join(f"{one.role}:{one.code}-{one.copies}" for one in cable.distribution) == offices
    assert all(isinstance(one.role, DistributionRole) for one in cable.distribution)
    text = cable.source.text
    assert [one.span.slice(text) for one in cable.distribution] == [
        f"{one.code}-{one.copies:02d}" for one in cable.distribution
    ]
    assert cable.passing == ()
    assert not [one for one in cable.defects if one.code == "header.distribution-sum"]


def test_a_wrong_sum_is_a_defect(raw) -> None:
    cable = read(raw, "ACTION EUR-08\nINFO OCT-01 SS-14 /032 W")
    (defect,) = (one for one in cable.defects if one.code == "header.distribution-sum")
    assert defect.span.slice(cable.source.text) == "032"
    assert defect.message == "the sum says 032 copies, the offices get 23"


def test_the_rows_are_one_segment(raw) -> None:
    rows = "ACTION EUR-08\nINFO OCT-01 SS-14\nPM-03\n/026 W\n"
    cable = read(raw, rows.rstrip())
    kinds = [one.text for one in cable.segments if one.kind is SegmentKind.DISTRIBUTION]
    assert kinds == [rows]


def test_a_cable_without_a_list_has_none(raw) -> None:
    cable = raw("R 141745Z MAY 08\nFM AMEMBASSY OSLO\nSUBJECT: THE F-16 IS LATE\n\n1. Late.\n")
    assert cable.distribution == ()
    assert "distribution" not in cable.evidence
