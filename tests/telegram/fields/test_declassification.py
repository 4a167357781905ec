"""The schedules of Executive Orders 11652 and 12065."""

from datetime import date

import pytest

from cableparse import DeclassificationKind


def read(raw, line: str):
    return raw(
        f"R 141745Z MAY 75\nFM AMEMBASSY OSLO\n{line}\nTAGS: ETRD\nSUBJECT: LOCKS\n1. SHUT.\n"
    )


@pytest.mark.parametrize(
    ("line", "text", "kind", "categories", "on", "authority"),
    [
        ("E.O. 11652: GDS", "GDS", "GDS", (), None, None),
        ("E.O. 11652 GDS", "GDS", "GDS", (), None, None),
        ("E. O. 11652:GDS.", "GDS", "GDS", (), None, None),
        ("E.O. 11652: XGDS-1", "XGDS-1", "XGDS", (1,), None, None),
        ("E.O. 11652: XGDS (2)", "XGDS (2)", "XGDS", (2,), None, None),
        ("E.O. 11652: XGDS-1, 3", "XGDS-1, 3", "XGDS", (1, 3), None, None),
        ("E.O. 11652: X-GDS 4", "X-GDS 4", "XGDS", (4,), None, None),
        (
            "E.O. 11652: ADS DECLAS DEC 31, 1981",
            "ADS DECLAS DEC 31, 1981",
            "ADS",
            (),
            date(1981, 12, 31),
            None,
        ),
        (
            "E.O. 12065: RDS-1 6/25/99 (LUND, ADA)",
            "RDS-1 6/25/99 (LUND, ADA)",
            "RDS",
            (1,),
            date(1999, 6, 25),
            "LUND, ADA",
        ),
        (
            "E.O. 12065: GDS 6/25/85 (LUND,\nADA) OR-M",
            "GDS 6/25/85 (LUND, ADA) OR-M",
            "GDS",
            (),
            date(1985, 6, 25),
            "LUND, ADA",
        ),
        (
            "E.O. 12065: XDS-4 6-25-99 LUND, ADA OR-M",
            "XDS-4 6-25-99 LUND, ADA OR-M",
            "XDS",
            (4,),
            date(1999, 6, 25),
            "LUND, ADA",
        ),
        ("E.O. 11652: XGDS 1 (INDEFINITE)", "XGDS 1 (INDEFINITE)", "XGDS", (1,), None, None),
        ("E.O. 12065: GDS (LUND, ADA)", "GDS (LUND, ADA)", "GDS", (), None, "LUND, ADA"),
    ],
)
def test_a_schedule_is_read(raw, line, text, kind, categories, on, authority) -> None:
    cable = read(raw, line)
    schedule = cable.declassification
    assert schedule.text == text
    assert schedule.kind is DeclassificationKind(kind)
    assert (schedule.categories, schedule.on, schedule.authority) == (categories, on, authority)
    assert " ".join(schedule.span.slice(cable.source.text).split()) == text
    assert cable.declassify_on == (None if kind in {"RDS", "XDS"} else on)


@pytest.mark.parametrize(
    "line",
    [
        "E.O. 11652: N/A",
        "E.O. 11652: NA",
        "E.O. 12065:",
        "E.O. 12958: DECL: 05/14/2018",
        "E.O. 12958: GDS",
    ],
)
def test_other_lines_have_no_schedule(raw, line) -> None:
    cable = read(raw, line)
    assert cable.declassification is None
    assert "declassification" not in cable.evidence


def test_a_date_that_is_none_is_a_defect(raw) -> None:
    cable = read(raw, "E.O. 12065: GDS 13/25/85 (LUND, ADA)")
    assert (cable.declassification.on, cable.declassification.authority) == (None, "LUND, ADA")
    assert cable.declassify_on == "13/25/85"
    assert [one.code for one in cable.defects].count("header.executive-order-unreadable") == 1


def test_an_event_behind_a_schedule_is_read_as_before(raw) -> None:
    cable = read(raw, "E.O. 11652: XGDS-3 DECLAS UPON CLOSURE OF THE LOCK")
    assert cable.declassify_on == "UPON CLOSURE OF THE LOCK"
    assert cable.declassification.categories == (3,)
