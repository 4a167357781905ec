"""Where the telegram begins, and another one behind its end."""

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
        "R 151745Z MAY 08\nFM AMEMBASSY OSLO\nTO RUEHC/SECSTATE WASHDC",
        "RR RUEHC\nDE RUEHNY #0031 1361745\nZNR UUUUU ZZH\nR 151745Z MAY 08\nFM AMEMBASSY OSLO",
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


def test_another_telegram_without_an_order_is_found_by_its_subject(raw):
    text = SECOND.replace("E.O. 12958: N/A\nTAGS: EFIS", "TAGS: EFIS\nSUBJECT: FISH")
    cable = raw(
        FIRST.format(classification="UNCLAS HALIFAX 000047") + text.format(opening="UNCLAS OSLO 31")
    )
    assert "document.second-body" in {defect.code for defect in cable.defects}
    assert cable.signers == ("MARROWBY",)


def test_a_date_and_a_sender_that_the_text_speaks_of_begin_no_telegram(raw):
    first = FIRST.replace(
        "The ferry is new.", "The ferry is new, see\nR 141745Z MAY 08 of Oslo.\nFM 12."
    )
    cable = raw(first.format(classification="UNCLAS HALIFAX 000047"))
    assert "document.second-body" not in {defect.code for defect in cable.defects}


PRINTOUT = """\
Cable
Text:

CONFIDENTIAL

To:       No Action Addressee
From:     AMCONSUL HALIFAX (HALIFAX 47 - UNKNOWN)
TAGS:     ECON, NO
Subject:  LOCKS
____________________________________
"""
DRAFTS = """\
UNCLAS        HALIFAX 00047

SIPDIS
CXHALIFAX:
    ACTION: CON
    INFO:   DCM ECON
            PAO

DISSEMINATION: CONX
APPROVED: CON:KMARROWBY
DRAFTED: ECON:OLARKWELL
CLEARED: DCM:AVIK; PAO:BVIK

"""
TELEGRAM = FIRST.format(classification="UNCLAS HALIFAX 000047")


@pytest.mark.parametrize("head", ["", "VZCZCXRO0382\nRR RUEHC\n"])
@pytest.mark.parametrize("preface", [PRINTOUT, DRAFTS, PRINTOUT + DRAFTS])
def test_a_printout_before_the_telegram_is_its_preface(raw, preface, head):
    cable = raw(preface + head + TELEGRAM)
    segment = cable.segments[0]
    assert (segment.kind.value, segment.layer.value, segment.text) == (
        "preface",
        "furniture",
        preface,
    )
    assert (str(cable.mrn), cable.signers, cable.passing) == ("08HALIFAX47", ("MARROWBY",), ())
    assert [tag.code for tag in cable.tags] == ["EWWT"]
    assert [one.text for one in cable.paragraphs] == ["The ferry is new."]


@pytest.mark.parametrize(
    "before",
    [
        PRINTOUT.replace("HALIFAX 47", "HALIFAX 48"),
        PRINTOUT.replace("HALIFAX", "OSLO"),
        PRINTOUT + "1. (U) The lock is shut.\n\n",
        "CONFIDENTIAL\nACTION EUR-08\n",
    ],
)
def test_what_has_another_number_or_paragraphs_or_no_label_is_no_preface(raw, before):
    assert "preface" not in {segment.kind.value for segment in raw(before + TELEGRAM).segments}


def test_another_telegram_may_have_been_put_in_small_letters(raw):
    first = "UNCLAS OSLO 000012\nSUBJECT: LOCKS\n\n1. (U) The lock is shut.\n\nROE\n\n"
    other = "R 141745Z MAY 08\nFM AMEMBASSY RIGA\nTO SECSTATE WASHDC\nUNCLAS RIGA 000007\n"
    cable = raw(first + (other + "SUBJECT: KEYS\n\n1. (U) Lost.\n\nVIK\n").lower())
    assert "document.second-body" in [one.code for one in cable.defects]
    assert cable.signers == ("ROE",)


def test_a_mails_header_before_a_telegram_is_its_preface(raw):
    mail = (
        "From: Roe, Jane\nSent: Tuesday, May 14, 2008 8:02 AM\nTo: Vik, Kari\nSubject: FW: this\n\n"
    )
    cable = raw(f"{mail}UNCLAS OSLO 000012\n\nSUBJECT: LOCKS\n\n1. (U) The lock is shut.\n")
    assert (cable.subject, cable.captions) == ("LOCKS", ())
    assert cable.segments[0].text == mail


def test_what_only_begins_as_a_mail_does_is_no_preface(raw):
    text = "From: Roe\nSent: Tuesday\nSubject: Locks\n\n1. (U) The lock is shut.\n"
    assert raw(text).subject == "Locks"


SITE = """\
Home | World | Documents
MOST READ
1. Mayor opens a fountain
2. Fog on the quay

The ferries of Halifax
By our staff. Updated at 7:40
"""
BELOW = """\
UNCLAS HALIFAX 000047

SENSITIVE
SIPDIS

STATE FOR WHA/CAN
COMMERCE FOR ITA

EO 12958 N/A
TAGS EWWT, CA
SUBJECT: FERRIES

1. (U) The ferry is new.

MARROWBY
"""


@pytest.mark.parametrize("telegram", [TELEGRAM, BELOW, f"VZCZCXYZ0047\n{TELEGRAM}"])
def test_what_a_site_prints_above_a_telegram_is_its_preface(raw, telegram: str) -> None:
    cable = raw(f"{SITE}\n{telegram}")
    assert cable.segments[0].kind.value == "preface"
    assert cable.segments[0].text.strip() == SITE.strip()
    assert [paragraph.text for paragraph in cable.paragraphs] == ["The ferry is new."]
    assert (cable.passing, cable.signers) == (raw(telegram).passing, ("MARROWBY",))


def test_the_day_and_a_notice_right_above_a_telegram_are_its_own(raw) -> None:
    day = "Monday, 04 May 2009, 07:32"
    notice = "This record is a partial extract of the original cable."
    cable = raw(f"{SITE}\n{notice}\n{day}\n{BELOW}")
    assert cable.segments[0].text.strip() == SITE.strip()
    assert str(cable.mrn) == "09HALIFAX47"
    assert "document.partial" in {defect.code for defect in cable.defects}


@pytest.mark.parametrize(
    "before",
    [
        # too little of it; a sentence over a line's end; a long line; a head's lines
        "The ferries of Halifax\n\n",
        f"{SITE}The ferry that leaves at noon was late again this week\nand is at the quay\n\n",
        f"{SITE}{'The ferry was late again. ' * 7}\n\n",
        f"{SITE}TAGS: EFIS\n\n",
    ],
)
def test_what_may_be_a_telegrams_is_no_sites(raw, before: str) -> None:
    cable = raw(before + BELOW)
    assert cable.segments[0].kind.value != "preface"


@pytest.mark.parametrize(
    ("number", "read"),
    [
        ("08HALIFAX47", "08HALIFAX47"),
        ("2008HALIFAX00047", "08HALIFAX47"),
        ("08HALIFAX48", "None"),
        ("08OSLO47", "None"),
    ],
)
def test_a_sites_number_above_a_telegram_says_its_year(raw, number: str, read: str) -> None:
    cable = raw(f"{SITE}{number}    2008-05-14 17:45   Consulate Halifax\n\n{BELOW}")
    assert cable.segments[0].kind.value == "preface"
    assert str(cable.mrn) == read


def test_a_number_is_read_as_printed_though_another_telegram_is_in_small_letters(raw):
    cable = raw("NCLAS OSLO 1o\nthe lock is shut.\n")
    (repair,) = cable.repairs
    assert (repair.printed, repair.read) == ("o", "0")
    assert repair.span.slice(cable.source.text) == "o"
