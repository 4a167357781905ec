"""The message reference number, from whichever place is left."""

import pytest

from cableparse import Provenance

DATE = "R 141745Z MAY 08\n"
DE = "DE RUEHNY #0012/01 1351745\n"
LINE = "UNCLAS SECTION 01 OF 02 OSLO 000012\n"
BODY = "SUBJECT: LOCKS\n\n1. (U) The lock\n\nOSLO 00000012  002 OF 002\n\nis shut.\n"


def codes(cable) -> list[str]:
    return [defect.code for defect in cable.defects]


def test_the_classification_line_prints_it(raw) -> None:
    cable = raw(DATE + DE + LINE + BODY)
    assert str(cable.mrn) == "08OSLO12"
    assert cable.evidence["mrn"].how is Provenance.PRINTED
    (span,) = cable.evidence["mrn"].spans
    assert span.slice(cable.source.text) == "OSLO 000012"


def test_the_number_may_stand_on_the_line_below(raw) -> None:
    cable = raw(DATE + "UNCLAS SECTION 01 OF 02 OSLO \n000012\n\nSIPDIS\n" + BODY)
    assert str(cable.mrn) == "08OSLO12"
    assert cable.captions == ("SIPDIS",)
    (span,) = cable.evidence["mrn"].spans
    assert span.slice(cable.source.text) == "OSLO \n000012"


@pytest.mark.parametrize(
    ("printed", "post"),
    [
        ("SAO PAULO", "SAO PAULO"),
        ("SAOPAULO", "SAO PAULO"),
        ("PORTAU PRINCE", "PORT AU PRINCE"),
        ("RIO", "RIO"),  # a short name is not spelt out
        ("LOCKHAVEN", "LOCKHAVEN"),
    ],
)
def test_a_posts_lost_spaces_come_back_and_nothing_else_changes(raw, printed, post) -> None:
    cable = raw(DATE + LINE.replace("OSLO", printed) + "SUBJECT: LOCKS\n\n1. (U) Shut.\n")
    assert (cable.mrn.post, cable.mrn.serial) == (post, 12)


def test_without_that_line_a_page_mark_has_it(raw) -> None:
    cable = raw(DATE + BODY)
    assert (str(cable.mrn), cable.sections) == ("08OSLO12", 2)
    assert cable.evidence["mrn"].how is Provenance.DERIVED


def test_without_marks_the_de_line_has_it(raw) -> None:
    cable = raw(DATE + "DE RUEHNY #0012/01 1351745\nSUBJECT: LOCKS\n\n1. (U) Shut.\n")
    assert str(cable.mrn) == "08OSLO12"
    assert cable.evidence["mrn"].how is Provenance.DERIVED


def test_four_digits_of_a_departments_number_are_not_enough(raw) -> None:
    assert raw(DATE + "DE RUEHC #7418 1351745\nSUBJECT: LOCKS\n\n1. (U) Shut.\n").mrn is None


@pytest.mark.parametrize(
    ("year", "mark", "mrn"),
    [
        ("75", "PHNOM PENH", "75PHNOMPENH12"),
        ("76", "TAIPEI", "76TAIPEI12"),
        ("08", "TAIPEI", "08AITTAIPEI12"),
        ("74", "LOURENCO M", "74LOURENCOMARQUES12"),
        ("08", "LOURENCO M", None),
        ("08", "LENINGRAD", "08LENINGRAD12"),  # as it is printed, out of its years
    ],
)
def test_a_marks_post_is_one_of_the_year(raw, year, mark, mrn) -> None:
    text = DATE.replace("08", year) + BODY.replace("OSLO 00000012", f"{mark} 00000012")
    number = raw(text).mrn
    assert (str(number) if number else None) == mrn


def test_a_post_cut_short_in_a_mark_is_completed(raw) -> None:
    cable = raw(DATE + BODY.replace("OSLO 00000012", "RIO DE JAN 00000012"))
    assert str(cable.mrn) == "08RIODEJANEIRO12"


@pytest.mark.parametrize(
    ("post", "de", "mrn"),
    [
        # ten letters may be cut short: of an unknown name the sender's is the whole one
        ("LOCKHAVENN", DE, "08OSLO12"),
        ("LOCKHAVENN", "", None),
        # fewer letters are a whole name
        ("LOCKHAVEN", DE, "08LOCKHAVEN12"),
        ("LOCKHAVEN", "", "08LOCKHAVEN12"),
        # and so is one that is known
        ("COPENHAGEN", DE, "08COPENHAGEN12"),
        ("OSL", DE, "08OSLO12"),
    ],
)
def test_a_marks_name_is_whole_or_completed_or_the_senders(raw, post, de, mrn) -> None:
    cable = raw(DATE + de + BODY.replace("OSLO", post))
    assert (cable.mrn and str(cable.mrn)) == mrn
    assert ("header.mrn-missing" in codes(cable)) is (mrn is None)


@pytest.mark.parametrize(
    "text",
    [
        "SUBJECT: LOCKS\n\n1. (U) Shut.\n",
        LINE + "SUBJECT: LOCKS\n\n1. (U) Shut.\n",
        DATE + "SUBJECT: LOCKS\n",
    ],
)
def test_where_nothing_is_left_it_is_missing(raw, text: str) -> None:
    cable = raw(text)
    assert cable.mrn is None
    assert codes(cable).count("header.mrn-missing") == 1


@pytest.mark.parametrize(
    "text",
    [
        DATE + "DE RUEHNY #0013/01 1351745\n" + LINE + "SUBJECT: LOCKS\n\n1. (U) Shut.\n",
        DATE + LINE + BODY.replace("00000012", "00000013"),
    ],
    ids=["de line", "page mark"],
)
def test_two_numbers_are_a_conflict(raw, text: str) -> None:
    cable = raw(text)
    assert str(cable.mrn) == "08OSLO12"
    (defect,) = [defect for defect in cable.defects if defect.code == "header.mrn-conflict"]
    assert defect.span is not None
    assert "13" in defect.message


def test_the_de_lines_last_four_digits_agree_with_a_longer_serial(raw) -> None:
    cable = raw(
        DATE + "DE RUEHC #7418/01 1351745\nUNCLAS STATE 027418\nSUBJECT: LOCKS\n\n1. (U) Shut.\n"
    )
    assert str(cable.mrn) == "08STATE27418"
    assert "header.mrn-conflict" not in codes(cable)


def test_a_sites_dateline_gives_the_year(raw) -> None:
    cable = raw("Wednesday, 14 May 2008, 15:12\nUnclas section 01 of 02 oslo 000012\n" + BODY)
    assert str(cable.mrn) == "08OSLO12"


def test_a_level_may_be_printed_with_spaces(raw) -> None:
    cable = raw("R 141745Z MAY 75\nL I M I T E D  O F F I C I A L  U S E OSLO 1340\n" + BODY)
    assert (str(cable.mrn), str(cable.classification)) == ("75OSLO1340", "LIMITED OFFICIAL USE")
