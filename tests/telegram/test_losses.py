"""What a copy must have lost, told from what it still has."""

import pytest

from cableparse import UnclaimedError

DROPPED = """\
DE RUEHLJ #0588/01 2421320
R 301320Z AUG 06



E.O. 12958: N/A

{references}
1. (U) The lock is shut, and nobody knows who has the key to it.
{gap}2. (U) The boats wait on both sides of it, with their kettles on.
"""


def defects(cable, *codes):
    return [defect for defect in cable.defects if defect.code in codes]


def dropped(references="", gap="\n"):
    return DROPPED.format(references=references, gap=gap)


def test_a_de_line_without_the_lines_around_it_says_that_lines_were_dropped(raw):
    cable = raw(dropped())
    (defect,) = defects(cable, "document.lines-lost")
    assert defect.span.slice(cable.source.text) == "DE RUEHLJ #0588/01 2421320"
    assert cable.mrn is not None
    assert str(cable.mrn) == "06LJUBLJANA588"


@pytest.mark.parametrize(
    "line", ["VZCZCXRO7150", "RR RUEHC RUEHZL", "ZNR UUUUU ZZH", "FM AMEMBASSY LJUBLJANA"]
)
def test_with_one_of_those_lines_nothing_is_said(raw, line):
    assert not defects(raw(f"{line}\n{dropped()}"), "document.lines-lost", "heading.lost")


def test_a_line_that_such_a_copy_keeps_is_no_sign_against_it(raw):
    text = dropped().replace("R 3013", "ZNR UUUUU ZZH (CCY AD12B345 MSI6789-012)\nR 3013")
    assert defects(raw(text), "document.lines-lost")


def test_a_date_and_an_order_without_the_lines_beside_them_say_so_too(raw):
    short = dropped().partition("\n")[2]
    (defect,) = defects(raw(short), "document.lines-lost")
    assert defect.span.slice(short) == "R 301320Z AUG 06"
    for line in ("FM AMEMBASSY LJUBLJANA", "TAGS: ETRD", "SIPDIS"):
        assert not defects(raw(short.replace("\nE.O.", f"\n{line}\nE.O.")), "document.lines-lost")


def test_two_empty_lines_in_such_a_copy_are_where_a_heading_stood(raw):
    cable = raw(dropped(gap="\n\n"))
    (defect,) = defects(cable, "heading.lost")
    assert cable.source.text[: defect.span.start].endswith("the key to it.")
    assert cable.headings == ()


def test_a_rule_in_such_a_copy_is_where_a_heading_stood(raw):
    rule = "-" * 45 + " " + "-" * 5
    assert len(defects(raw(dropped(gap=f"\n{rule}\n\n")), "heading.lost")) == 1


@pytest.mark.parametrize(
    "gap", ["\n", "", "\nLJUBLJANA 00000588  002 OF 002\n\n\n", "\nWho Has the Key to It\n\n"]
)
def test_other_gaps_say_nothing(raw, gap):
    assert not defects(raw(dropped(gap=gap)), "heading.lost")


def test_two_empty_lines_in_a_whole_copy_say_nothing(raw):
    assert not defects(raw("FM AMEMBASSY LJUBLJANA\n" + dropped(gap="\n\n")), "heading.lost")


def test_entries_that_lost_the_first_line_of_their_list_are_read(raw):
    cable = raw(dropped(references="     B. 04 OSLO 12\n     E. 05 OSLO 7"))
    assert [(one.label, str(one.mrn)) for one in cable.references] == [
        ("B", "04OSLO12"),
        ("E", "05OSLO7"),
    ]
    messages = [one.message for one in defects(cable, "header.reference-missing")]
    assert messages == ["before B is missing: A", "before E is missing: C, D"]
    assert len(cable.paragraphs) == 2


def test_a_text_that_begins_with_a_letter_is_no_entry_in_a_whole_copy(raw):
    cable = raw("FM AMEMBASSY LJUBLJANA\n" + dropped(references="B. 04 OSLO 12"))
    assert cable.references == ()


# ---------------------------------------------------------------- a head on one line

FLAT = (
    "VZCZCXRO2817 RR RUEHGA RUEHMT DE RUEHHA #0047/01 1351745 ZNR UUUUU ZZH R 141745Z MAY 08 "
    "FM AMCONSUL HALIFAX TO RUEHC/SECSTATE WASHDC 1466 RUEHRA/AMEMBASSY RIGA "
    "INFO RUEHOT/AMEMBASSY OTTAWA PRIORITY 0583 RUCPDOC/USDOC WASHDC "
    "{classification} "
    "SENSITIVE SIPDIS STATE FOR WHA/CAN COMMERCE FOR ITA/MAC E.O. 12958: N/A TAGS: EWWT CA "
    "SUBJECT: A NEW FERRY, AND AN OLD QUARREL REF: A. 07 HALIFAX 112 B. OTTAWA 688"
    "\n\n1. (U) The ferry is new.\n\nMARROWBY\n"
)


@pytest.mark.parametrize("level", ["UNCLAS", "C O N F I D E N T I A L", "S E C R E T"])
def test_a_head_on_one_line_is_parted_by_the_shapes_of_its_lines(plain, level):
    cable = plain.parse(FLAT.format(classification=f"{level} SECTION 01 OF 02 HALIFAX 000047"))
    assert cable.format == "telegram"
    assert (str(cable.mrn), cable.sections) == ("08HALIFAX47", 2)
    assert cable.transmission.routing == ("RUEHGA", "RUEHMT")
    assert cable.transmission.security == "ZNR UUUUU ZZH"
    assert cable.origin == "AMCONSUL HALIFAX"
    assert [one.name for one in cable.action] == ["SECSTATE WASHDC", "AMEMBASSY RIGA"]
    assert [(one.name, one.mcn) for one in cable.info] == [
        ("AMEMBASSY OTTAWA", "0583"),
        ("USDOC WASHDC", None),
    ]
    assert cable.captions == ("SENSITIVE", "SIPDIS")
    assert cable.passing == ("STATE FOR WHA/CAN COMMERCE FOR ITA/MAC",)
    assert [tag.code for tag in cable.tags] == ["EWWT", "CA"]
    assert cable.subject == "A NEW FERRY, AND AN OLD QUARREL"
    assert [str(one.mrn) for one in cable.references] == ["07HALIFAX112", "08OTTAWA688"]
    assert [paragraph.number for paragraph in cable.paragraphs] == [1]
    assert len(defects(cable, "header.flattened")) == 1


def test_a_head_that_is_flat_from_its_classification_on_is_parted(raw):
    _, _, rest = FLAT.format(classification="\nUNCLAS HALIFAX 000047").partition("\n")
    cable = raw(f"R 141745Z MAY 08\nFM AMCONSUL HALIFAX\n\n{rest}")
    assert (str(cable.mrn), cable.subject) == ("08HALIFAX47", "A NEW FERRY, AND AN OLD QUARREL")
    assert len(defects(cable, "header.flattened")) == 1


def test_a_long_line_of_prose_is_no_head(parser):
    with pytest.raises(UnclaimedError):
        parser.parse("VZCZCXRO2817 " + "is what the first line of a telegram looks like. " * 9)


FLAT_AND_SHORT = (
    "P R 141745Z MAY 08 FM AMCONSUL HALIFAX TO SECSTATE WASHDC PRIORITY 1466 "
    "INFO AMEMBASSY RIO DE JANEIRO AMEMBASSY OTTAWA PRIORITY 0583 {dateline}"
    "UNCLAS HALIFAX 000047 NOT FOR INTERNET DISTRIBUTION SIPDIS STATE FOR WHA/CAN "
    "{labels} SUBJECT: A NEW FERRY\n\n1. (U) The ferry is new.\n\nMARROWBY\n"
)


@pytest.mark.parametrize("dateline", ["", "Wednesday, 14 May 2008, 17:45 "])
@pytest.mark.parametrize(
    "labels",
    [
        "E.O. 12958: N/A TAGS: EWWT CA",
        "EO 12958 N/A TAGS EWWT, CA",
        "E.0. 12958: N/A TAGS: EWWT CA",
    ],
)
def test_a_short_head_on_one_line_is_parted(plain, labels, dateline):
    cable = plain.parse(FLAT_AND_SHORT.format(labels=labels, dateline=dateline))
    assert cable.format == "telegram"
    assert (str(cable.mrn), cable.precedence) == ("08HALIFAX47", "PRIORITY")
    assert [(one.name, one.mcn) for one in cable.action] == [("SECSTATE WASHDC", "1466")]
    assert [(one.name, one.mcn) for one in cable.info] == [
        ("AMEMBASSY RIO DE JANEIRO", None),
        ("AMEMBASSY OTTAWA", "0583"),
    ]
    assert cable.captions == ("SIPDIS",)
    assert cable.executive_order == "12958"
    assert [tag.code for tag in cable.tags] == ["EWWT", "CA"]
    assert cable.subject == "A NEW FERRY"
    assert len(defects(cable, "header.flattened")) == 1


def test_a_caption_that_a_passing_line_speaks_of_is_none(plain):
    text = FLAT_AND_SHORT.format(labels="E.O. 12958: N/A TAGS: EWWT", dateline="")
    text = text.replace("NOT FOR INTERNET DISTRIBUTION SIPDIS STATE FOR", "SIPDIS PASS TO CODEL")
    cable = plain.parse(text)
    assert cable.captions == ("SIPDIS",)
    assert cable.passing == ("PASS TO CODEL WHA/CAN",)


def test_a_notice_on_one_line_with_the_head_is_told_from_it(plain):
    notice = "This record is a partial extract of the original cable. It is shorter than that was."
    cable = plain.parse(
        f"{notice} UNCLAS SECTION 01 OF 02 HALIFAX 000047 SIPDIS E.O. 12958: N/A TAGS: EWWT CA "
        "SUBJECT: A NEW FERRY AND ITS CAPTAIN REF: 07 OTTAWA 688\n\n1. (U) The ferry is new.\n"
    )
    assert cable.captions == ("SIPDIS",)
    assert [tag.code for tag in cable.tags] == ["EWWT", "CA"]
    assert cable.subject == "A NEW FERRY AND ITS CAPTAIN"
    assert [str(one.mrn) for one in cable.references] == ["07OTTAWA688"]
    assert len(defects(cable, "document.partial")) == 1


def test_a_rule_behind_a_head_on_one_line_is_no_part_of_the_subject(plain):
    text = FLAT_AND_SHORT.format(labels="E.O. 12958: N/A TAGS: EWWT", dateline="")
    cable = plain.parse(text.replace("A NEW FERRY\n", "A NEW FERRY ---------\n"))
    assert cable.subject == "A NEW FERRY"


def test_prose_about_labels_is_no_head(parser):
    text = "A cable has a line with TAGS: ETRD and then SUBJECT: with what it is about.\n"
    with pytest.raises(UnclaimedError):
        parser.parse(text * 3)
