"""Another telegram behind the end of the first."""

import pytest

FIRST = """\
DE RUEHHA #0047/01 1351745
R 141745Z MAY 08
FM AMCONSUL HALIFAX
{classification}
E.O. 12958: N/A
TAGS: EWWT

1. (U) The ferry is new.

MARROWBY
"""
SECOND = """

{opening}
E.O. 12958: N/A
TAGS: EFIS

1. (U) The fish are old.

LARKWELL
"""


def read(raw, opening, classification="UNCLAS SECTION 01 OF 02 HALIFAX 000047"):
    return raw(FIRST.format(classification=classification) + SECOND.format(opening=opening))


@pytest.mark.parametrize(
    "opening",
    [
        "VZCZCXRO0001\nRR RUEHC",
        "UNCLAS OSLO 000031\n\nSIPDIS",
    ],
)
def test_another_telegram_is_kept_named_and_not_read(raw, opening):
    cable = read(raw, opening)
    (defect,) = [one for one in cable.defects if one.code == "document.second-body"]
    assert defect.span.slice(cable.source.text).startswith(opening)
    assert [paragraph.text for paragraph in cable.paragraphs] == ["The ferry is new."]
    assert cable.signers == ("MARROWBY",)
    assert [tag.code for tag in cable.tags] == ["EWWT"]


def test_without_the_first_ones_number_its_de_line_tells(raw):
    assert read(raw, "UNCLAS OSLO 000031", classification="").signers == ("MARROWBY",)
    assert read(raw, "UNCLAS HALIFAX 000047", classification="").signers == ("LARKWELL",)


@pytest.mark.parametrize(
    "opening", ["UNCLAS SECTION 02 OF 02 HALIFAX 000047", "The order was printed:"]
)
def test_a_section_of_the_same_cable_is_its_own(raw, opening):
    cable = read(raw, opening)
    assert [one for one in cable.defects if one.code == "document.second-body"] == []
    assert cable.signers == ("LARKWELL",)


def test_another_telegram_is_found_by_an_order_behind_a_caption(raw):
    text = SECOND.replace("\nE.O. 12958", " E.O. 12958").format(opening="UNCLAS OSLO 31\n\nSIPDIS")
    cable = raw(FIRST.format(classification="UNCLAS HALIFAX 000047") + text)
    assert "document.second-body" in {defect.code for defect in cable.defects}


def test_an_order_that_the_text_speaks_of_hides_no_other_telegram(raw):
    first = FIRST.replace("The ferry is new.", "The ferry is new, see\nE.O. 12958 on ferries.")
    text = first.format(classification="UNCLAS HALIFAX 000047")
    cable = raw(text + SECOND.format(opening="UNCLAS OSLO 000031"))
    assert "document.second-body" in {defect.code for defect in cable.defects}
    assert cable.signers == ("MARROWBY",)


def test_who_classified_another_telegram_did_not_classify_this_one(raw):
    opening = "UNCLAS OSLO 000031\n\nClassified By: Kari Larkwell, DCM, for reasons 1.4 (b)."
    cable = raw(
        FIRST.format(classification="UNCLAS HALIFAX 000047") + SECOND.format(opening=opening)
    )
    assert "document.second-body" in {defect.code for defect in cable.defects}
    assert cable.classifiers == ()
