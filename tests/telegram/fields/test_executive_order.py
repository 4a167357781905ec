"""The E.O. line."""

from datetime import date

import pytest


@pytest.mark.parametrize(
    ("line", "order", "until"),
    [
        ("E.O. 12958: DECL: 05/14/2018", "12958", date(2018, 5, 14)),
        ("E.O. 12958: DECL: 2018/05/14", "12958", date(2018, 5, 14)),
        ("E.O. 12958: DECL: 14/05/2018", "12958", date(2018, 5, 14)),  # one day only
        ("E.O. 12958: DELC: 05/14/2018", "12958", date(2018, 5, 14)),
        ("E.O. 12958: DCL: 05/14/2018", "12958", date(2018, 5, 14)),
        (
            "E.O. 12958:\n\nOSLO 00000012  001.2 OF 002\n\nDECL: 05/14/2018",
            "12958",
            date(2018, 5, 14),
        ),
        ("E.O. 12958: DECL: 5/4/18", "12958", date(2018, 5, 4)),
        ("E.O. 12958: DECL 05/14/2018", "12958", date(2018, 5, 14)),
        ("E.O. 12958 DECL: 05/14/2018", "12958", date(2018, 5, 14)),
        ("EO 12958 DECL: 05/14/2018", "12958", date(2018, 5, 14)),
        ("E.o. 12958: decl: 05/14/2018", "12958", date(2018, 5, 14)),
        ("E.O.12958: DECL: 05/14/2018", "12958", date(2018, 5, 14)),
        ("E.O.  12958: DECL: 05/14/2018", "12958", date(2018, 5, 14)),
        ("E.O.   12958: DECL: 05/14/2018", "12958", date(2018, 5, 14)),
        ("E.O.       12958: DECL: 05/14/2018", "12958", date(2018, 5, 14)),
        ("E.O. 12958: DECL: 05/14/2O18", "12958", date(2018, 5, 14)),
        ("E.O. 12958: DECL: OCTOBER 14, 2018", "12958", date(2018, 10, 14)),
        ("E.O.  : 12958: DECL: 05/14/2018", "12958", date(2018, 5, 14)),
        ("E.O.: 12958: DECL: 05/14/2018", "12958", date(2018, 5, 14)),
        ("E. O. 12958: DECL: 05/14/2018", "12958", date(2018, 5, 14)),
        ("E.0. 12958: DECL: 05/14/2018", "12958", date(2018, 5, 14)),
        ("E.O. 12958: N/A", "12958", None),
        ("EO 12958 N/A", "12958", None),
        ("E.O. 11652: GDS", "11652", None),
        ("E.O. 12356: DECL: OADR", "12356", "OADR"),
        ("E.O. 12958: DECL: CLOSURE OF THE FERRY OFFICE", "12958", "CLOSURE OF THE FERRY OFFICE"),
        (
            "E.O. 12958: DECL: TEN YEARS AFTER THE LAST\nFERRY",
            "12958",
            "TEN YEARS AFTER THE LAST FERRY",
        ),
        ("E.O. 12958:", "12958", None),
        ("E.O. 12958: DECL; 05/14/2018", "12958", date(2018, 5, 14)),
        ("E.O. 12958: DEC: 05/14/2018", "12958", date(2018, 5, 14)),
        ("E.O. 12958: DECLAS: 05/14/2018", "12958", date(2018, 5, 14)),
        ("E.O. 12958: DECLASSIFY ON: 05/14/2018", "12958", date(2018, 5, 14)),
        ("E.O. 12958: 05/14/2018", "12958", date(2018, 5, 14)),
        ("E.O. 12958: DECL: 05-14-2018", "12958", date(2018, 5, 14)),
        ("E.O. 12958: DECL: 2018-05-14", "12958", date(2018, 5, 14)),
        ("E.O. 12958: DECL: 5/ 4/2018", "12958", date(2018, 5, 4)),
        ("E.O. 12958: DECL: 05//14/2018", "12958", date(2018, 5, 14)),
        ("E.O. 12958: DECL: O5/14/2018", "12958", date(2018, 5, 14)),
        ("E.O. 12958: DECL: MAY 14, 2018", "12958", date(2018, 5, 14)),
        ("E.O. 12958: DECL: 14 MAY 2018", "12958", date(2018, 5, 14)),
        ("E.O. 12958: DECL: 14 May 18", "12958", date(2018, 5, 14)),
        ("E.O. 12958: DECL: MARCH 2018", "12958", "MARCH 2018"),
        ("E.O. 12958: DECL: SEPTEMBER 14, 2018", "12958", date(2018, 9, 14)),
        ("E.O. 12958: DECL: 14 SEPTEMBER, 2018", "12958", date(2018, 9, 14)),
        ("E.O. 12958: DECL: 25 FERRIES, 2018", "12958", "25 FERRIES, 2018"),
        ("E.O. 12958: DECEMBER FERRIES", "12958", None),
        ("E.O. 12958:DECL: 05/14/2018", "12958", date(2018, 5, 14)),
        # what a reviewer did later, with a date right behind it and with none
        ("E.O. 12958: AS AMENDED; DECLASSIFIED MAY 14, 2008", "12958", date(2008, 5, 14)),
        ("E.O. 12958: DECLASSIFIED/RELEASED BY THE LOCKS OFFICE MAY 14, 2008", "12958", None),
        ("E.O. 12958: UNDECLASSIFIED", "12958", None),
        # a date of the last century, under the orders that were in force then
        ("E.O. 12065: GDS 5/14/86 (LARSEN, KARI) OR-M", "12065", date(1986, 5, 14)),
        ("E.O. 12356: DECL: 5/14/97", "12356", date(1997, 5, 14)),
    ],
)
def test_an_order_line_is_read(raw, line: str, order: str, until: date | str | None) -> None:
    cable = raw(f"UNCLAS OSLO 000012\n\n{line}\nTAGS: ETRD\nSUBJECT: LOCKS\n")
    assert (cable.executive_order, cable.declassify_on) == (order, until)


@pytest.mark.parametrize("printed", ["13/45/2018", "2018/13/01", "02/30/2018", "00/10/2018"])
def test_a_date_that_is_none_stays_as_printed_with_a_defect(raw, printed: str) -> None:
    cable = raw(f"E.O. 12958: DECL: {printed}\nTAGS: ETRD\nSUBJECT: LOCKS\n")
    (defect,) = [d for d in cable.defects if d.code == "header.executive-order-unreadable"]
    assert cable.declassify_on == printed
    assert defect.span.slice(cable.source.text) == printed


def test_a_line_that_lost_the_order_keeps_its_date(raw) -> None:
    cable = raw("DECL: 05/14/2018 TAGS: ETRD\nSUBJECT: LOCKS\n")
    assert (cable.executive_order, cable.declassify_on) == (None, date(2018, 5, 14))


def test_tags_on_the_same_line_are_parted(raw) -> None:
    cable = raw("E.O. 12958: N/A TAGS: ETRD NO\nSUBJECT: LOCKS\n")
    assert (cable.executive_order, [tag.code for tag in cable.tags]) == ("12958", ["ETRD", "NO"])


def test_a_caption_on_the_same_line_is_parted(raw) -> None:
    cable = raw(
        "UNCLAS OSLO 000012\nSIPDIS E.O. 12958: DECL: 05/14/2018\nTAGS: ETRD\nSUBJECT: LOCKS\n"
    )
    assert cable.executive_order == "12958"
    assert cable.captions == ("SIPDIS",)


@pytest.mark.parametrize("code", ["header.executive-order-missing"])
def test_a_telegram_without_the_line_has_a_defect(raw, code: str) -> None:
    assert code in {defect.code for defect in raw("TAGS: ETRD\nSUBJECT: LOCKS\n").defects}
