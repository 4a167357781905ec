"""What an archive put into a telegram: taken out before a line is read, wherever it stands."""

import pytest

from cableparse import Cable, Layer, SegmentKind
from cableparse.text.stamps import find_stamps, without_stamps

STAMPS = [
    "Declassified/Released US Department of State EO Systematic Review 20 Mar 2014",
    "Kari B. Vik Declassified/Released US Department of State EO Systematic Review 05 JUL 2006",
    "Declassified/Released US Department of State EO Systematic Review 30 JUN 2005",
    "Kari B. Vik\nDeclassified/Released\nUS Department of State\nEO Systematic Review\n05 JUL 2006",
    "*** Current Handling Restrictions *** n/a",
    "*** Current Classification *** UNCLASSIFIED",
]
TELEGRAM = """\
R 200945Z FEB 75
FM AMEMBASSY OSLO
TO SECSTATE WASHDC 9645
INFO AMEMBASSY BERN
C O N F I D E N T I A L OSLO 0492
E.O. 11652: GDS
TAGS: EFIS, NO
SUBJECT: THE HERRING CENSUS
AND THE COD

1. THE HERRING WERE COUNTED BY A CLERK OF THE BOARD WHO DOES NOT
LIKE FISH, AND THEN AGAIN BY HIS SISTER.

2. THE COD WERE NOT COUNTED AT ALL.

LARSEN
"""
LINES = TELEGRAM.split("\n")


def found(text: str) -> list[str]:
    return [text[start:end] for start, end, _, _ in find_stamps(text, 0, len(text))]


def said(cable: Cable) -> tuple[object, ...]:
    return (
        cable.mrn and str(cable.mrn),
        cable.subject,
        cable.executive_order,
        [tag.code for tag in cable.tags],
        [one.name for one in (*cable.action, *cable.info)],
        [" ".join(paragraph.text.split()) for paragraph in cable.paragraphs],
        cable.signers,
        [defect.code for defect in cable.defects if defect.code != "document.unreproduced"],
    )


@pytest.mark.parametrize("stamp", STAMPS)
@pytest.mark.parametrize("text", ["{}", "THE CLERK\n{}\nIS TIRED.\n", "THE CLERK {}\nIS TIRED."])
def test_a_stamp_is_found_whole(stamp: str, text: str) -> None:
    assert found(text.format(stamp)) == [stamp]
    assert found(text.format(f"{stamp}\n{stamp}")) == [stamp, stamp]


@pytest.mark.parametrize("run", ["¿", "¿¿¿¿¿¿¿¿", "  ¿¿¿ ¿¿¿"])
def test_a_run_of_the_archives_marks_is_found_on_a_line_of_its_own(run: str) -> None:
    assert found(f"{run}\nTHE CLERK\n{run}\nIS TIRED.") == [run, run]


@pytest.mark.parametrize(
    "text",
    [
        "IT WAS DECLASSIFIED/RELEASED IN 1975.",
        "the paper was declassified/released in 1975",
        "*** Currently shut ***",
        "¿QUE PASA?",
        "THE CLERK ¿¿¿ IS TIRED.",
    ],
)
def test_what_a_text_says_itself_is_no_stamp(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("put", [*STAMPS, f"{STAMPS[1]}\n{STAMPS[1]}", "¿¿¿¿¿¿¿¿¿¿"], ids=repr)
def test_a_telegram_reads_on_over_a_stamp_on_any_line(telegram, put: str) -> None:
    plain = said(telegram(TELEGRAM))
    for at in range(len(LINES)):
        text = "\n".join([*LINES[:at], put, *LINES[at:]])
        cable = telegram(text)
        assert said(cable) == plain, at
        archive = [s for s in cable.segments if s.kind is SegmentKind.ARCHIVE]
        assert "".join(s.text for s in archive).split() == put.split()
        assert {s.layer for s in archive} == {Layer.FURNITURE}
        assert "".join(s.text for s in cable.segments) == text


@pytest.mark.parametrize("stamp", STAMPS[:3])
def test_a_telegram_reads_on_over_a_stamp_inside_a_line(telegram, stamp: str) -> None:
    cable = telegram(TELEGRAM.replace("FISH, AND", f"FISH, {stamp} AND"))
    assert said(cable) == said(telegram(TELEGRAM))


def test_a_run_of_marks_is_a_defect_and_says_where(telegram) -> None:
    cable = telegram(TELEGRAM.replace("FISH, AND", "FISH,\n¿¿¿¿\nAND"))
    (defect,) = cable.defects
    assert defect.code == "document.unreproduced"
    assert cable.source.text[defect.span.start : defect.span.end] == "¿¿¿¿"


def test_a_text_keeps_its_offsets_and_gets_no_empty_line() -> None:
    text = f"A\n{STAMPS[0]}\n{STAMPS[0]}\nB\n"
    blanked = without_stamps(text, find_stamps(text, 0, len(text)), 0)
    assert len(blanked) == len(text)
    assert [line.rstrip() for line in blanked.split("\n")] == ["A", "B", ""]


def test_the_feet_of_a_message_systems_pages_are_no_text(telegram) -> None:
    cable = telegram(
        "1. (SBU) The lock is shut.\n\nUNCLASSIFIED\nSBU\nPage 1 of 2\n\n"
        "2. (SBU) Nobody has a key.\n\nSignature:\tRoe\n\nDrafted By:\tOSLO:Vik, Kari\n"
        "Released By:\tOSLO:Vik, Kari\n\nUNCLASSIFIED\nSBU\nPage 2 of 2\n"
    )
    assert [one.text for one in cable.paragraphs] == ["The lock is shut.", "Nobody has a key."]
    assert cable.signers == ("Roe",)


def test_the_foot_of_a_reading_rooms_page_parts_no_heading_from_its_rule(telegram) -> None:
    foot = (
        "Page {} of 2    Doc No. C05000012\n\n"
        "UNCLASSIFIED    U.S. Department of State    Case No. F-2009-00012\n"
    )
    cable = telegram(
        f"1. (U) Shut.\n\n--------\nThe Keys\n\n{foot.format(1)}\n--------\n\n"
        f"2. (U) Lost.\n\nLARSEN\n\n{foot.format(2)}"
    )
    assert [heading.text for heading in cable.headings] == ["The Keys"]
    assert (cable.text, cable.signers) == ("Shut.\n\nThe Keys\n\nLost.", ("LARSEN",))


@pytest.mark.parametrize(
    "stamp",
    [
        "REVIEW AUTHORITY: KARI VIK",
        "Review Authority: Kari Vik, Reviewer",
        "REVIEW AUTHORITY: KARI VIK\nDATE/CASE ID: 01 FEB 2011  201000012",
        "Classification Extended on : 02/01/2011 ~ Class: SECRET ~ Reason: 1.4(D)",
        (
            "Classification Extended on : 02/01/2011 ~ Class: SECRET ~\nReason: 1.4(D) ~ "
            "Declassify on: 02/01/2031\nAuthority: Kari Vik, Reviewer"
        ),
    ],
)
def test_who_released_a_page_is_no_text(telegram, stamp: str) -> None:
    cable = telegram(
        f"RELEASED IN FULL\nSUBJECT: LOCKS\n\n1. (U) The lock\n{stamp}\nis shut.\n\nROE\n"
    )
    assert [one.text for one in cable.paragraphs] == ["The lock is shut."]
    assert cable.signers == ("ROE",)
    assert stamp in "".join(one.text for one in cable.segments if one.kind is SegmentKind.ARCHIVE)


def test_a_reading_rooms_stamps_are_no_text(telegram) -> None:
    case = "UNCLASSIFIED U.S. Department of State Case No. F-2011-00012 Doc No. C00000012\n"
    cable = telegram(
        f"{case}RELEASED IN PART\nB1, 1.4(D)\nUNCLAS OSLO 000012\nSUBJECT: LOCKS\n\n"
        f"1. (U) The lock\n{case}is shut, the writer said.\n\nROE\n\n{case}"
    )
    assert cable.subject == "LOCKS"
    assert [one.text for one in cable.paragraphs] == ["The lock is shut, the writer said."]
    assert cable.signers == ("ROE",)
