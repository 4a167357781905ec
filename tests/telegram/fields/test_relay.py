"""The relay centre's line above the date-time group."""

from datetime import UTC, datetime

import pytest

from cableparse import SegmentKind


def read(raw, line: str, date: str = "R 141745Z MAY 75"):
    return raw(
        f"PAGE 01 OSLO 00012 141750Z\n43\nACTION EUR-08\n{line}\n{date}\nFM AMEMBASSY OSLO\n"
    )


@pytest.mark.parametrize(
    ("line", "date", "number", "filed", "copies"),
    [
        ("--------------------- 110973", "R 200945Z FEB 75", "110973", None, None),
        ("---------------------030128", "R 200945Z FEB 75", "030128", None, None),
        (
            "------------------076325 251606Z /40",
            "O 251443Z JUN 79",
            "076325",
            (1979, 6, 25, 16, 6),
            40,
        ),
        (
            "------------------201212Z 109980 /20",
            "R 201100Z DEC 76",
            "109980",
            (1976, 12, 20, 12, 12),
            20,
        ),
        (
            "------------------010012Z 109980 /20",
            "R 312300Z DEC 76",
            "109980",
            (1977, 1, 1, 0, 12),
            20,
        ),
        (
            "------------------010012Z 109980 /20",
            "R 281100Z FEB 77",
            "109980",
            (1977, 3, 1, 0, 12),
            20,
        ),
        (
            "------------------312355Z 109980 /20",
            "R 010010Z JAN 77",
            "109980",
            (1976, 12, 31, 23, 55),
            20,
        ),
        (
            "------------------1F2A3B 200910Z /38",
            "R 200900Z MAY 02",
            "1F2A3B",
            (2002, 5, 20, 9, 10),
            38,
        ),
        (
            "------------------109980 311200Z",
            "R 311100Z MAY 77",
            "109980",
            (1977, 5, 31, 12, 0),
            None,
        ),
    ],
)
def test_the_line_of_dashes_is_read(raw, line, date, number, filed, copies) -> None:
    cable = read(raw, line, date)
    relay = cable.relay
    assert (relay.number, relay.copies) == (number, copies)
    assert relay.filed_at == (datetime(*filed, tzinfo=UTC) if filed else None)
    assert relay.span.slice(cable.source.text) == line.lstrip("- ")
    assert cable.evidence["relay"].spans == (relay.span,)
    assert cable.passing == ()


def test_a_filing_time_that_is_none_is_a_defect(raw) -> None:
    cable = read(raw, "------------------992312Z 109980 /20")
    assert (cable.relay.number, cable.relay.filed_at) == ("109980", None)
    assert "no such filing time: '992312Z'" in [one.message for one in cable.defects]


def test_without_a_date_the_filing_time_has_no_month(raw) -> None:
    cable = raw(
        "------------------076325 251606Z /40\nFM AMEMBASSY OSLO\nSUBJECT: LOCKS\n1. SHUT.\n"
    )
    assert (cable.relay.number, cable.relay.filed_at) == ("076325", None)


def test_what_a_machine_printed_behind_it_is_no_part_of_it(raw) -> None:
    cable = read(raw, "--------------------125034 112245Z /64 L")
    assert cable.relay.span.slice(cable.source.text) == "125034 112245Z /64"
    assert cable.passing == ()


@pytest.mark.parametrize("line", ["---------------", "--------------- SECRET", "-- 110973"])
def test_other_dashes_are_no_relay(raw, line) -> None:
    assert read(raw, line).relay is None


@pytest.mark.parametrize("number", ["43", "66605", "53-S", "50-11"])
def test_a_machines_number_is_no_passing_line(raw, number) -> None:
    cable = raw(
        f"PAGE 01 STATE 000012\n{number}\nORIGIN SS-10 /010 R\n66606\n"
        "R 141745Z MAY 75\nFM SECSTATE WASHDC\n"
    )
    assert cable.passing == ()
    kinds = [one.kind for one in cable.segments]
    assert kinds == [
        SegmentKind.PAGE_MARK,
        SegmentKind.TRANSMISSION,
        SegmentKind.DISTRIBUTION,
        SegmentKind.TRANSMISSION,
        SegmentKind.FROM,
    ]


def test_a_number_below_the_date_is_no_machines(raw) -> None:
    cable = raw(
        "R 141745Z MAY 75\nFM AMEMBASSY OSLO\nUNCLAS OSLO 000012\nSUBJECT: LOCKS\n\n43\nARE SHUT\n"
    )
    assert "43" in cable.text
