"""The classification line, captions and passing lines."""

import pytest

from cableparse import Classification, SegmentKind
from cableparse.testing import broken_law

C, S, U = Classification.CONFIDENTIAL, Classification.SECRET, Classification.UNCLASSIFIED
DATE = "R 141745Z MAY 08\n"


@pytest.mark.parametrize(
    ("line", "level", "sections", "number"),
    [
        ("UNCLAS SECTION 01 OF 02 OSLO 000012", U, 2, "08OSLO12"),
        ("UNCLAS OSLO 000012", U, 1, "08OSLO12"),
        ("UNCLAS SECTION 01 OF 02", U, 2, None),  # and no post is called SECTION
        ("S E C R E T//NOFORN SECTION 01 OF 03", S, 3, None),
        ("UNCLASSIFIED OSLO 2481", U, 1, "08OSLO2481"),
        ("C O N F I D E N T I A L SECTION 01 OF 11 THE HAGUE 000109", C, 11, "08THEHAGUE109"),
        ("C O N F I D E N T I A L OSLO 000012", C, 1, "08OSLO12"),
        ("CONFIDENTIAL OSLO 000012", C, 1, "08OSLO12"),
        ("S E C R E T SECTION 01 OF 03 OSLO 000012", S, 3, "08OSLO12"),
        ("S E C R E T STATE 012345", S, 1, "08STATE12345"),
        ("T O P  S E C R E T OSLO 000012", Classification.TOP_SECRET, 1, "08OSLO12"),
        ("UNCLAS SECTION ONE OF TWO OSLO 000012", U, 2, "08OSLO12"),
        ("CONFIDENTIAL SECTION O1 OF O2 OSLO 0012", C, 2, "08OSLO12"),
        ("C 0 N F I D E N T I A L SECTI0N 01 0F 02 OSLO 000012", C, 2, "08OSLO12"),
        ("C O N F I D E N T I A L SECTION 01 OF \n02 OSLO 000012", C, 2, "08OSLO12"),
        ("LIMITED OFFICIAL USE OSLO 0012", Classification.LIMITED_OFFICIAL_USE, 1, "08OSLO12"),
        ("CONFIDENTIAL SECTION 1 OF 2 REYKJAVIK 412", C, 2, "08REYKJAVIK412"),
        ("UNCLAS FINAL SECTION OF 02 OSLO 000012", U, None, None),
        ("SS E C R E T OSLO 000012", S, 1, "08OSLO12"),
        ("C O N F  I D E N T I A L OSLO 000012", C, 1, "08OSLO12"),
        ("S E C R E T OSLO OO0O12", S, 1, "08OSLO12"),
        ("CC O N F I D E N T I A L OSLO 000012", C, 1, "08OSLO12"),
        ("CO N F I D E N T I A L OSLO 000012", C, 1, "08OSLO12"),
        ("C ONFIDENTIAL OSLO 000012", C, 1, "08OSLO12"),
        ("O N F I D E N T I A L OSLO 000012", C, 1, "08OSLO12"),
        ("E C R E T OSLO 000012", S, 1, "08OSLO12"),
        ("SE C R E T OSLO 000012", S, 1, "08OSLO12"),
        ("CSE C R E T OSLO 000012", S, 1, "08OSLO12"),
        ("UUNCLAS OSLO 000012", U, 1, "08OSLO12"),
        ("C O N F I D E N T I L OSLO 000012", C, 1, "08OSLO12"),
        ("CONFIDENTAL OSLO 000012", C, 1, "08OSLO12"),
        ("S E C E T OSLO 000012", S, 1, "08OSLO12"),
        ("UNCLASSIFED OSLO 000012", U, 1, "08OSLO12"),
        ("C O N F I D E N T I A L SECTION 01 OF 03 TEL\nAVIV 000012", C, 3, "08TELAVIV12"),
        ("UNCLAS SECTION 01 OF 02 PORT OF\n SPAIN 000012", U, 2, "08PORTOFSPAIN12"),
        ("S e c r e t oslo 000012", S, 1, "08OSLO12"),
        ("Unclas section 01 of 02 Oslo 000012", U, 2, "08OSLO12"),
        ("  UNCLAS OSLO 000012", U, 1, "08OSLO12"),
        ("UNCLAS RIO DE JANEIRO 000012", U, 1, "08RIODEJANEIRO12"),
        ("UNCLAS PORT AU PRINCE 000012", U, 1, "08PORTAUPRINCE12"),
    ],
)
def test_a_classification_line_is_read(
    raw, line: str, level: Classification, sections: int | None, number: str | None
) -> None:
    cable = raw(f"{DATE}FM AMEMBASSY OSLO\n\n{line}\n\nSIPDIS\n\nSUBJECT: LOCKS\n\n1. (U) Shut.\n")
    assert cable.classification is level
    assert broken_law(cable) is None
    if number is not None:
        assert (cable.sections, str(cable.mrn)) == (sections, number)


@pytest.mark.parametrize(
    "line",
    [
        "CONFIDENTIAL SECTION 1 OF 2 013",  # the post lost
        "C O N F I D E N T I A L SECTION 01 OF 02 OSLO",  # the number lost
        "CONFIDENTIAL SECTION 01 OF 02 OSLO 0",
    ],
)
def test_a_level_with_its_section_is_a_classification_line_whatever_stands_behind(
    raw, line
) -> None:
    cable = raw(f"Classified By: Kari Larsen\n{line}\nSUBJECT: LOCKS\n\n1. (C) Shut.\n")
    assert (cable.classification, cable.sections) == (C, 2)
    assert [one.name for one in cable.classifiers] == ["Kari Larsen"]


@pytest.mark.parametrize(
    ("line", "captions"),
    [
        ("SECRET//NOFORN OSLO 000012", ("NOFORN",)),
        ("S E C R E T//NOFORN OSLO 000012", ("NOFORN",)),
        ("UNCLAS OSLO 000012", ()),
    ],
)
def test_a_marking_behind_the_level_is_a_caption(raw, line: str, captions: tuple[str, ...]) -> None:
    assert raw(f"{DATE}{line}\nSUBJECT: LOCKS\n").captions == captions


def test_a_post_that_was_struck_out_gives_no_number(raw) -> None:
    cable = raw(f"{DATE}CONFIDENTIAL XXXXXXXXXXXX 001234\nSUBJECT: LOCKS\n")
    assert (cable.classification, cable.mrn) == (C, None)


def test_a_lost_classification_is_none_and_not_unclassified(raw) -> None:
    assert raw(f"{DATE}FM AMEMBASSY OSLO\nSUBJECT: LOCKS\n\n1. (U) Shut.\n").classification is None


@pytest.mark.parametrize(
    ("lines", "captions"),
    [
        ("SIPDIS", ("SIPDIS",)),
        ("SIPDIS\n\nSIPDIS", ("SIPDIS",)),
        ("SENSITIVE\nSIPDIS", ("SENSITIVE", "SIPDIS")),
        ("SENSITIVE SIPDIS", ("SENSITIVE", "SIPDIS")),
        ("NOFORN\n\nSIPDIS", ("NOFORN", "SIPDIS")),
        ("Sipdis", ("SIPDIS",)),
        ("SENSITIVE BUT UNCLASSIFIED", ("SENSITIVE BUT UNCLASSIFIED",)),
        ("C O R R E C T E D  C O P Y (ADDED CAPTION)\n\nSIPDIS", ("CORRECTED COPY", "SIPDIS")),
        ("CORRECTED COPY", ("CORRECTED COPY",)),
        ("NODIS", ("NODIS",)),
        ("", ()),
    ],
)
def test_captions_are_each_given_once_in_printed_order(
    raw, lines: str, captions: tuple[str, ...]
) -> None:
    cable = raw(f"{DATE}UNCLAS OSLO 000012\n\n{lines}\n\nE.O. 12958: N/A\nSUBJECT: LOCKS\n")
    assert cable.captions == captions


def test_a_word_in_a_subject_is_no_caption(raw) -> None:
    assert raw("UNCLAS OSLO 000012\nSUBJECT: A\nSENSITIVE MATTER OF LOCKS\n").captions == ()


@pytest.mark.parametrize(
    "line",
    [
        "STATE FOR EUR/NB LARSEN",
        "DEPARTMENT PASS TO USTR",
        "FOR AMBASSADOR LARSEN FROM DCM VIK",
        "NSC FOR NILSEN",
        "USDOC FOR 4212/ITA",
        "BERGEN FOR CONSUL",
        "State for the nordic desk and kari larsen",
    ],
)
def test_a_line_between_classification_and_order_is_a_passing_line(raw, line: str) -> None:
    cable = raw(
        f"{DATE}UNCLAS OSLO 000012\n\nSIPDIS\n\n{line}\n\nE.O. 12958: N/A\nTAGS: ETRD\n"
        "SUBJECT: LOCKS\n"
    )
    assert cable.passing == (line,)
    assert cable.captions == ("SIPDIS",)
    assert SegmentKind.PASSING in {segment.kind for segment in cable.segments}


@pytest.mark.parametrize(
    ("line", "sections"),
    [
        ("S E C R E T SECTION ONE OF TWO OSLO 12", 2),
        ("LIMITED OFFICIAL USE SECTION TWO OF TEN OSLO 12", 10),
        ("Secret Section one of two Oslo 12", 2),
        ("UNCLAS FINAL SECTION OF 3 OSLO 12", 3),
        ("C O N F I D E N T I A L FINAL SECTION OF THREE OSLO 12", 3),
    ],
)
def test_sections_are_counted_in_words_too(raw, line: str, sections: int) -> None:
    cable = raw(f"R 010000Z JAN 08\n{line}\n\nTAGS: NO\nSUBJECT: LOCKS\n")
    assert (str(cable.mrn), cable.sections) == ("08OSLO12", sections)


def test_a_captions_evidence_is_its_first_printing(raw) -> None:
    cable = raw(f"{DATE}UNCLAS OSLO 000012\n\nSIPDIS\n\nSIPDIS\n\nE.O. 12958: N/A\nSUBJECT: A\n")
    (span,) = cable.evidence["captions"].spans
    assert span.start == cable.source.text.index("SIPDIS")


@pytest.mark.parametrize(
    ("line", "mrn", "captions"),
    [
        ("UNCLASSIFIED 75 OSLO 1895", "75OSLO1895", ()),
        ("UNCLAS EFTO SECTION 01 OF 02 OSLO 000012", "08OSLO12", ("EFTO",)),
        ("UNCLAS E F T O OSLO 000012", "08OSLO12", ("EFTO",)),
        ("UNCLAS E.F.T.O. SECTION 01 OF 02 OSLO 000012", "08OSLO12", ("EFTO",)),
        ("UNCLAS OSLO 000012\nE F T O", "08OSLO12", ("EFTO",)),
        ("S E C R E T THE HAGUE 000109 NOFORN SIPDIS", "08THEHAGUE109", ("NOFORN", "SIPDIS")),
    ],
)
def test_a_year_and_captions_may_stand_on_the_line(
    raw, line: str, mrn: str, captions: tuple[str, ...]
) -> None:
    cable = raw(f"R 010000Z JAN 08\n{line}\n\nTAGS: NO\nSUBJECT: LOCKS\n")
    assert str(cable.mrn) == mrn
    assert cable.captions == captions


def test_a_whole_head_on_the_line_is_parted_before_its_labels(raw) -> None:
    cable = raw(
        "R 010000Z JAN 08\nUNCLAS OSLO 000012 SIPDIS E.O. 12958: N/A TAGS: ETRD NO SUBJECT: LOCKS"
    )
    assert cable.executive_order == "12958"
    assert [tag.code for tag in cable.tags] == ["ETRD", "NO"]
    assert cable.subject == "LOCKS"
    assert cable.captions == ("SIPDIS",)


@pytest.mark.parametrize("name", ["CSAF", "CNO", "SECSTATE WASHDC"])
def test_a_line_that_lost_the_line_end_before_it_is_one(raw, name: str) -> None:
    cable = raw(f"TO OSLO\nINFO {name}UNCLASSIFIED SECTION 01 OF 02 OSLO 000012\nSUBJECT: LOCKS\n")
    assert [one.name for one in cable.info] == [name]
    assert (cable.sections, cable.classification) == (2, Classification.UNCLASSIFIED)


def test_a_caption_and_an_order_in_small_letters_on_one_line_are_two(raw) -> None:
    cable = raw("Unclas oslo 000012\n\nSipdis e.o. 12958: n/a\nTags: no\nSubject: locks\n")
    assert (cable.captions, cable.executive_order) == (("SIPDIS",), "12958")


RECORD = """\
ID: 1187
ORIGIN: 08OSLO12
DATE: 2008-01-01 00:00:00
SOURCE: Embassy Oslo
CLASSIFICATION: CONFIDENTIAL
MISC: 07OSLO95
DESTINATION: VZCZCXRO0000RR RUEHC
"""


@pytest.mark.parametrize(
    "lines",
    [
        "DRAFTED: POL: KVIK\nAPPROVED: DCM: OLARSEN\nCLEARED: ECON: AVIK, MGT: BVIK\n",
        "DRAFTED BY POL:KVIK\nAPPROVED BY: DCM:OLARSEN\nECON:AVIK\nEUR/NB - BVIK\n",
        "Drafted by: POL - KVik\nCleared by: ECON - AVik\n",
        "CXOSLO:\n    ACTION: POL\n    INFO:   DCM ECON\n            PAO RSO\nCHARGE: PROG\n",
        RECORD,
    ],
)
@pytest.mark.parametrize("below_address", [True, False])
def test_drafting_lines_and_a_record_are_no_passing_lines(raw, lines, below_address) -> None:
    address = f"{DATE}FM AMEMBASSY OSLO\nTO SECSTATE WASHDC 0412\n"
    level = "C O N F I D E N T I A L OSLO 000012\n\nSTATE FOR EUR/NB\n"
    printed = [address, lines, level] if below_address else [address, level, lines]
    cable = raw(
        "".join(printed) + "\nE.O. 12958: N/A\nTAGS: ETRD\nSUBJECT: LOCKS\n\n1. (U) Shut.\n"
    )
    assert cable.passing == ("STATE FOR EUR/NB",)
    assert [one.name for one in cable.action] == ["SECSTATE WASHDC"]
    kind = "record" if lines is RECORD else "drafting"
    layer = "furniture" if lines is RECORD else "content"
    assert {one.layer.value for one in cable.segments if one.kind == kind} == {layer}


def test_a_subject_that_clears_something_goes_on(raw) -> None:
    cable = raw(
        f"{DATE}UNCLAS OSLO 000012\nSUBJECT: LOCKS\nCLEARED BY: THE BOARD\n\n1. (U) Shut.\n"
    )
    assert cable.subject == "LOCKS CLEARED BY: THE BOARD"


@pytest.mark.parametrize(
    ("line", "captions", "passing"),
    [
        ("NODIS", ["NODIS"], []),
        ("EXDIS; NOFORN", ["EXDIS", "NOFORN"], []),
        ("LIMDIS + STADIS", ["LIMDIS", "STADIS"], []),
        ("STADIS/ONLY", ["STADIS", "ONLY"], []),
        ("EXDIS-NODIS", ["EXDIS", "NODIS"], []),
        ("EXDIS TOSEC 24/SECTO 23 - FOR VIK", ["EXDIS"], ["TOSEC 24/SECTO 23 - FOR VIK"]),
        ("NODIS FOR AMBASSADOR FROM VIK", ["NODIS"], ["FOR AMBASSADOR FROM VIK"]),
    ],
)
def test_captions_of_handling_stand_together_or_above_an_attention_line(
    raw, line, captions, passing
) -> None:
    cable = raw(f"{DATE}UNCLAS OSLO 000012\n{line}\nTAGS: ETRD\nSUBJECT: LOCKS\n1. SHUT.\n")
    assert list(cable.captions) == captions
    assert list(cable.passing) == passing


def test_a_caption_within_a_subject_is_its_word(raw) -> None:
    cable = raw(f"{DATE}UNCLAS OSLO 000012\nSUBJECT: THE USE OF THE\nNODIS CAPTION\n\n1. SHUT.\n")
    assert (cable.captions, cable.subject) == ((), "THE USE OF THE NODIS CAPTION")


def test_a_line_that_makes_no_known_post_whole_is_not_the_levels(raw) -> None:
    cable = raw(f"{DATE}FM AMEMBASSY OSLO\n\nUNCLAS SIPDIS\nRIGA 000012\n\nSUBJECT: LOCKS\n")
    assert cable.mrn is None


def test_captions_may_stand_before_an_attention_line(raw) -> None:
    cable = raw(
        f"{DATE}\nUNCLAS OSLO 000012\n\nSENSITIVE SIPDIS STATE FOR EUR/NB\n\nSUBJECT: LOCKS\n"
    )
    assert (cable.captions, cable.passing) == (("SENSITIVE", "SIPDIS"), ("STATE FOR EUR/NB",))
