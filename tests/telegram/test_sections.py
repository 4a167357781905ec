"""The heads of a telegram's later sections."""

import pytest

from cableparse.testing import broken_law

HEAD = """\
R 141745Z MAY {year}
FM AMEMBASSY OSLO
TO SECSTATE WASHDC 0815
UNCLAS SECTION {section} OF 2 OSLO {serial}
E.O. {order}: N/A
TAGS: ETRD
SUBJECT: LOCKS
"""


def head(year: str, section: int, serial: str = "0012") -> str:
    order = "11652" if year == "75" else "12958"
    printed = HEAD.format(year=year, section=section, serial=serial, order=order)
    return (
        printed if year == "75" else f"{printed}\n"
    )  # copies of the seventies have no empty lines


@pytest.mark.parametrize("year", ["75", "08"])
@pytest.mark.parametrize("end", ["", "NNN\n"])
def test_a_later_sections_head_is_none_of_the_text(parser, year: str, end: str) -> None:
    text = f"{head(year, 1)}1. THE LOCK IS SHUT AND\n{end}{head(year, 2)}THE KEY IS LOST.\nLARSEN\n"
    cable = parser.parse(text)
    assert [paragraph.text for paragraph in cable.paragraphs] == [
        "THE LOCK IS SHUT AND THE KEY IS LOST."
    ]
    assert "document.second-body" not in {defect.code for defect in cable.defects}
    assert "section-head" in {segment.kind.value for segment in cable.segments}
    assert (cable.sections, cable.signers) == (2, ("LARSEN",))


@pytest.mark.parametrize(
    "later", ["SECTION TWO OF TWO", "FINAL SECTION OF 2", "FINAL SECTION OF TWO"]
)
def test_a_later_section_may_be_counted_in_words(parser, later: str) -> None:
    first = head("75", 1)
    if "TWO OF" in later:
        first = first.replace("SECTION 1 OF 2", "SECTION ONE OF TWO")
    text = f"{first}1. THE LOCK IS SHUT AND\n{head('75', 2)}THE KEY IS LOST.\nLARSEN\n"
    cable = parser.parse(text.replace("SECTION 2 OF 2", later))
    assert [paragraph.text for paragraph in cable.paragraphs] == [
        "THE LOCK IS SHUT AND THE KEY IS LOST."
    ]
    assert (cable.sections, cable.signers) == (2, ("LARSEN",))


def test_a_head_with_another_number_is_another_telegrams(raw) -> None:
    text = f"{head('75', 1)}1. THE LOCK IS SHUT.\nLARSEN\n{head('75', 2, '0013')}1. THE KEY.\nVIK\n"
    cable = raw(text)
    assert [paragraph.number for paragraph in cable.paragraphs] == [1]
    assert cable.signers == ("LARSEN",)
    assert "document.second-body" in {defect.code for defect in cable.defects}


LISTS = """\
43
ORIGIN EUR-12
INFO OCT-01 ISO-00
SS-15 /028 R
DRAFTED BY:EUR/NE:KVIK:AB
APPROVED BY:EUR:OLARSEN
EB/TT:AVIK
------------------012345 141800Z /13
R 141745Z MAY 75
FM SECSTATE WASHDC
TO AMEMBASSY OSLO
INFO AMEMBASSY ROME
AMEMBASSY PARIS
"""


@pytest.mark.parametrize("end", ["", "NNN\n", "\nNNN\n\n", "NNNNMAFVVZCZ\n"])
@pytest.mark.parametrize("rest", ["THE KEY IS LOST.", "THE KEY\nIS LOST.", "-- THE KEY IS LOST."])
def test_a_sentence_goes_on_below_the_whole_head_of_a_section(parser, end: str, rest: str) -> None:
    def section(number: int) -> str:
        page = f"UNCLASSIFIED\nPAGE 01 STATE 010012 0{number} OF 02 141800Z\n"
        return f"{page}{LISTS}UNCLAS SECTION {number} OF 2 STATE 010012\n"

    labels = "E.O. 11652: N/A\nTAGS: ETRD\nSUBJECT: LOCKS\n"
    text = f"{section(1)}{labels}1. THE LOCK IS SHUT AND\nUNCLASSIFIED\n{end}{section(2)}{rest}\n"
    cable = parser.parse(f"{text}LARSEN\nUNCLASSIFIED\nNNN\n")
    (paragraph,) = cable.paragraphs
    assert " ".join(paragraph.text.split()) == f"THE LOCK IS SHUT AND {' '.join(rest.split())}"
    assert cable.signers == ("LARSEN",)
    assert [one.name for one in cable.info] == ["AMEMBASSY ROME", "AMEMBASSY PARIS"]


def test_what_follows_a_later_section_is_none_of_its_head(parser) -> None:
    text = f"{head('75', 1)}1. THE LOCK IS SHUT AND\n"
    short = "R 141745Z MAY 75\nFM AMEMBASSY OSLO\nUNCLAS SECTION 2 OF 2 OSLO 0012\n"
    other = "UNCLAS OSLO 0013\nE.O. 11652: N/A\nTAGS: ETRD\nSUBJECT: BELLS\n1. RUNG.\n"
    cable = parser.parse(f"{text}{short}THE KEY IS LOST.\nLARSEN\nUNCLASSIFIED\nNNN\n{other}")
    assert [one.text for one in cable.paragraphs] == ["THE LOCK IS SHUT AND THE KEY IS LOST."]
    assert "document.second-body" in {defect.code for defect in cable.defects}


def test_a_section_in_a_second_copy_of_the_end_is_that_copys(parser) -> None:
    text = f"{head('75', 1)}1. THE LOCK IS SHUT, AND NOBODY WHO WAS ASKED HAS THE KEY.\n"
    text += (
        f"{head('75', 2)}2. THE KEEPER IS OUT, AND WHERE HE IS NOBODY WHO WAS ASKED SAYS.\nLARSEN\n"
    )
    assert broken_law(parser.parse(text + text)) is None


def test_a_caption_before_a_later_section_is_cut_out_before_it(parser) -> None:
    text = (
        f"{head('08', 1)}1. (U) The lock is\nSIPDIS\nshut, and\n\n{head('08', 2)}the key is lost.\n"
    )
    cable = parser.parse(text)
    assert broken_law(cable) is None
    kinds = [segment.kind.value for segment in cable.segments]
    assert kinds.index("caption") < kinds.index("section-head")


def test_a_page_begins_one_section_and_not_the_next(parser) -> None:
    short = "R 141745Z MAY 75\nFM AMEMBASSY OSLO\nUNCLAS SECTION {} OF 3 OSLO 0012\n"
    page = "PAGE 01 OSLO 00012 141800Z\n43\n"
    labels = "E.O. 11652: N/A\nTAGS: ETRD\nSUBJECT: LOCKS\n"
    text = f"{page}{short.format(1)}{labels}1. THE LOCK IS SHUT AND\n{page}{short.format(2)}"
    cable = parser.parse(f"{text}THE KEY IS LOST AND\n{short.format(3)}SO ARE WE.\nLARSEN\n")
    assert [one.text for one in cable.paragraphs] == [
        "THE LOCK IS SHUT AND THE KEY IS LOST AND SO ARE WE."
    ]


def test_a_later_sections_date_may_have_a_space_before_its_zone(parser) -> None:
    text = f"{head('75', 1)}1. THE LOCK IS SHUT AND\n{head('75', 2)}THE KEY IS LOST.\nLARSEN\n"
    cable = parser.parse(text.replace("141745Z", "141745 Z"))
    assert [paragraph.text for paragraph in cable.paragraphs] == [
        "THE LOCK IS SHUT AND THE KEY IS LOST."
    ]


def test_a_posts_website_ends_where_a_later_section_begins(parser) -> None:
    site = "Visit us: www.oslo.example.sgov.gov/\n\n"
    text = f"{head('08', 1)}1. (U) Shut.\n\n{site}{head('08', 2)}\n------\n\n2. (U) Lost.\n"
    cable = parser.parse(text)
    assert broken_law(cable) is None
    kinds = [segment.kind.value for segment in cable.segments]
    assert kinds.count("section-head") == 1
    assert [one.number for one in cable.paragraphs] == [1, 2]


def test_a_later_sections_labels_are_its_heads_also_without_transmission_lines(telegram) -> None:
    labels = "\n\nSIPDIS\n\nE.O. 12958: N/A\nTAGS: EFIS NO\nSUBJECT: LOCKS\n\n"
    cable = telegram(
        f"UNCLAS SECTION 01 OF 02 OSLO 000012{labels}1. (U) The lock is shut.\n\n"
        f"UNCLAS SECTION 02 OF 02 OSLO 000012{labels}2. (U) Nobody has a key.\n\nROE\n"
    )
    assert [one.text for one in cable.paragraphs] == ["The lock is shut.", "Nobody has a key."]
    assert "document.second-body" not in [one.code for one in cable.defects]


def test_empty_lines_may_stand_between_a_later_sections_lines(telegram) -> None:
    section = (
        "UNCLAS SECTION 02 OF 02 OSLO 000012\n\nSENSITIVE\n\nEUR/NB FOR VIK\n\n"
        "E.O. 12958: N/A\nTAGS: ETRD\nSUBJECT: LOCKS\n\n"
    )
    first = section.replace("02 OF", "01 OF")
    cable = telegram(f"{first}1. (U) The lock is shut.\n\n{section}2. (U) The key is lost.\n")
    assert [part.text for part in cable.body.parts] == ["The lock is shut.", "The key is lost."]
    assert [one.text for one in cable.segments if one.kind.value == "section-head"] == [section]


def test_a_passing_line_that_a_later_section_has_again_is_its_heads(telegram) -> None:
    head = "P 201640Z AUG 75\nFM AMEMBASSY OSLO\nTO SECSTATE WASHDC PRIORITY 8121\n"
    cable = telegram(
        f"CONFIDENTIAL\nPAGE 01 OSLO 01556 01 OF 02 201727Z\n61\nACTION EB-07\n{head}"
        "CONFIDENTIAL SECTION 1 OF 2 OSLO 1556\nEXDIS\nPASS FRB AND TREASURY\nE.O. 11652: GDS\n"
        "SUBJECT: LOCKS\n1. THE BOARD REMINDED THE\nCONFIDENTIAL\n"
        f"CONFIDENTIAL\nPAGE 01 OSLO 01556 02 OF 02 201730Z\n61\nACTION EB-07\n{head}"
        "CONFIDENTIAL SECTION 2 OF 2 OSLO 1556\nEXDIS\nPASS FRB AND TREASURY\n"
        "KEEPER OF ITS KEYS.\nLARSEN\n"
    )
    assert cable.text == "THE BOARD REMINDED THE KEEPER OF ITS KEYS."
