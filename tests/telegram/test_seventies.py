"""Telegrams of the seventies: what differs, and only there."""

import pytest

from cableparse import Provenance
from cableparse.testing import broken_law

HEAD = """\
R 141745Z MAY 75
FM AMEMBASSY OSLO
TO SECSTATE WASHDC 0815
C O N F I D E N T I A L OSLO 0012
E.O. 11652: GDS
TAGS: ETRD, NO
SUBJECT: LOCKS
"""
MARK = "CONFIDENTIAL\nCONFIDENTIAL\nPAGE 02 OSLO 00012 141801Z\n"


def texts(cable) -> list[tuple[int | None, str]]:
    return [(paragraph.number, paragraph.text) for paragraph in cable.paragraphs]


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("R 141745Z MAY 75", "141745Z MAY 75"),
        ("R 141745 Z MAR 73", "141745 Z MAR 73"),
        ("E.O. 11652: GDS", "11652"),
        ("E. O. 12065: N/A", "12065"),
        ("PAGE 01 OSLO 00012 141801Z", "PAGE 01 OSLO 00012 141801Z"),
    ],
)
def test_a_copy_shows_its_decade(raw, line: str, shown: str) -> None:
    cable = raw(f"{line}\nSUBJECT: LOCKS\n1. SHUT.\n")
    assert cable.decade == 1970
    evidence = cable.evidence["decade"]
    assert evidence.how is Provenance.DERIVED
    assert [span.slice(cable.source.text) for span in evidence.spans] == [shown]


@pytest.mark.parametrize(
    ("text", "decade"),
    [
        ("R 141745Z MAY 08\nSUBJECT: LOCKS\n\n1. (U) Shut.\n", 2000),
        ("R 141745Z MAY 84\nE.O. 12356: N/A\nPAGE 02 OSLO 00012 141801Z\n\n1. SHUT.\n", 1980),
        ("SUBJECT: LOCKS\n\n1. (U) See E.O. 12958 and 11652.\n", None),
    ],
)
def test_another_decade_is_told_by_its_date(raw, text: str, decade: int | None) -> None:
    assert raw(text).decade == decade


@pytest.mark.parametrize(
    "mark",
    [
        MARK,
        "CONFIDENTIAL\nPAGE 02 OSLO 00012 141801Z\n",
        "PAGE 02 OSLO 00012\n",
        "CONFIDENTIALPAGE 02 OSLO 00012 141801Z\n",
        "CONFIDENTIAL\nCONFIDENTIALPAGE 02 OSLO 00012 141801Z\n",
        "CONFIDENTIALCONFIDENTIAL\nPAGE 02 OSLO 00012 141801Z\n",
        "CONFIDENTIALCONFIDENTIALPAGE 02 OSLO 00012 141801Z\n",
        "LIMITED OFFICIAL USELIMITED OFFICIAL USE\n\nPAGE 02\nOSLO 00012\n",
        "CONFIDENTIAL\n\nCONFIDENTIAL\n\nPAGE 02        OSLO    00012  01 OF 02  141801 Z\n\n",
        "LIMITED OFFICIAL USE\nLIMITED OFFICIAL USE\nPAGE 02\nOSLO 00012\n",
        "CONFIDENTIAL\nCONFIDENTIAL\nPAGE 02 OSLO 00012 TOSEC 030044\n",
        "CONFIDENTIAL\nNNN\nCONFIDENTIAL\nPAGE 01 OSLO 00012 02 OF 02 141801Z\n",
    ],
)
def test_a_page_break_is_one_mark_and_the_sentence_reads_on(parser, mark: str) -> None:
    cable = parser.parse(f"{HEAD}1. THE LOCK\n{mark}IS SHUT.\n2. THE KEY IS LOST.\n")
    assert texts(cable) == [(1, "THE LOCK IS SHUT."), (2, "THE KEY IS LOST.")]
    marks = [one for one in cable.segments if one.kind.value == "page-mark"]
    assert [one.text.strip() for one in marks] == [mark.strip()]


def test_a_page_breaks_among_the_addressees(parser) -> None:
    head = HEAD.replace("0815\n", f"0815\nAMEMBASSY BERN\n{MARK}AMEMBASSY BONN\n")
    cable = parser.parse(f"{head}1. SHUT.\n")
    assert [one.name for one in cable.action] == [
        "SECSTATE WASHDC",
        "AMEMBASSY BERN",
        "AMEMBASSY BONN",
    ]


@pytest.mark.parametrize("before", ["THE ROLLS ON ", "THE SECRET", "X" * 90])
def test_words_before_a_page_on_its_line_are_no_level(raw, before: str) -> None:
    cable = raw(f"{HEAD}1. THE LOCK\n{before}PAGE 02 OSLO 00012 141801Z\n2. THE KEY IS LOST.\n")
    assert cable.paragraphs[0].text == f"THE LOCK {before}PAGE 02 OSLO 00012 141801Z"


@pytest.mark.parametrize("level", ["CONFIDENTIAL", "CONFIDENTIALCONFIDENTIAL"])
def test_the_level_at_the_foot_is_none_of_the_text(parser, level: str) -> None:
    cable = parser.parse(
        f"PAGE 01 OSLO 00012 141801Z\n{HEAD}1. SHUT.\n{level}\n2. LOST.\nLARSEN\n"
        "CONFIDENTIAL\nNNN\n"
    )
    assert texts(cable) == [(1, "SHUT."), (2, "LOST.")]
    assert cable.signers == ("LARSEN",)


def test_the_page_heads_give_the_number_where_no_other_place_does(raw) -> None:
    cable = raw(
        "PAGE 01 PHNOM  00012 141801Z\nR 141745Z MAY 74\nE.O. 11652: GDS\nSUBJECT: LOCKS\n"
        "1. SHUT.\n"
    )
    assert str(cable.mrn.canonical) == "74PHNOMPENH12"


def test_a_subject_ends_where_its_line_had_room(raw) -> None:
    cable = raw(f"{HEAD}THE LOCK IS SHUT AND NOBODY HAS THE KEY.\n")
    assert cable.subject == "LOCKS"
    assert texts(cable) == [(None, "THE LOCK IS SHUT AND NOBODY HAS THE KEY.")]


def test_a_subject_whose_line_was_full_goes_on(raw) -> None:
    cable = raw(
        HEAD.replace("LOCKS\n", "THE LOCKS OF THE UPPER CANAL AND THE KEYS THAT ARE\nLOST\n")
        + "1. SHUT.\n"
    )
    assert cable.subject == "THE LOCKS OF THE UPPER CANAL AND THE KEYS THAT ARE LOST"


@pytest.mark.parametrize(
    "line",
    [
        "STATE ALSO FOR EUR/NE",
        "BONN FOR ECON AND J-2",
        "FOR EUR/NE FROM LOCK-KEEPER",
        "BONN FOR LOCK DEL AND EMBASSY; BERN FOR AMBASSADOR",
        "BONN PASS TO KEEPER (MR. ROE)",
        "FOLLOWING FOR LARSEN FROM VIK:",
    ],
)
def test_whom_it_is_for_stands_below_the_references(raw, line: str) -> None:
    cable = raw(
        f"{HEAD}REF: (A) STATE 8529, DTG\n082239Z APR 75 (NOTAL) (B) BONN 12\n"
        f"{line}\n1. THE LOCK IS SHUT.\n"
    )
    assert [str(one.mrn) for one in cable.references] == ["75STATE8529", "75BONN12"]
    assert cable.passing == (line,)
    assert texts(cable) == [(1, "THE LOCK IS SHUT.")]


@pytest.mark.parametrize(
    ("body", "numbers"),
    [
        ("1. ONE.\n2. TWO.\n3. THREE.\n", [1, 2, 3]),
        ("1. ONE, SEE ARTICLE\n2. OF THE LAW.\n2. TWO.\n", [1, 2]),
        ("1. ONE\n;\n2. TWO.\n", [1, 2]),
        ("1. ONE:\n1. A\n2. B\n2. TWO.\n", [1, 2]),  # a list counts, and the number stands again
    ],
)
def test_paragraphs_begin_by_their_numbers_without_empty_lines(raw, body: str, numbers) -> None:
    cable = raw(f"{HEAD}{body}")
    assert [one.number for one in cable.paragraphs] == numbers


@pytest.mark.parametrize(
    ("body", "read"),
    [
        ("THE CON-\nCLUSION IS SHUT.", "THE CONCLUSION IS SHUT."),
        # the text has the compound, or both words
        ("A LOCK-KEEPER. THE LOCK-\nKEEPER IS OUT.", "A LOCK-KEEPER. THE LOCK-KEEPER IS OUT."),
        (
            "THE SUMMIT IS HIGH LEVEL. A SUMMIT-\nLEVEL LOCK.",
            "THE SUMMIT IS HIGH LEVEL. A SUMMIT-LEVEL LOCK.",
        ),
        # the text has the word
        ("WITHOUT HIM AND WITH-\nOUT HER.", "WITHOUT HIM AND WITHOUT HER."),
        # a number's compound, but no longer number
        ("A TWO-\nKEY LOCK.", "A TWO-KEY LOCK."),
        ("SIX-\nTEEN KEYS AND SEVEN-\nTY LOCKS.", "SIXTEEN KEYS AND SEVENTY LOCKS."),
        ("FOUR-\nFOLD AND FOUR-\nTHOUSAND.", "FOURFOLD AND FOUR-THOUSAND."),
        # a first or a second half that ends no other word
        ("A NON-\nLOCK.", "A NON-LOCK."),
        ("A HIGH-\nLEVEL LOCK, SO-\nCALLED.", "A HIGH-LEVEL LOCK, SO-CALLED."),
        # beside a digit
        ("A MARK-\n2 LOCK.", "A MARK-2 LOCK."),
    ],
)
def test_a_hyphen_at_a_lines_end_divides_a_word_or_is_its_own(parser, body: str, read: str) -> None:
    (paragraph,) = parser.parse(f"{HEAD}1. {body}\n").paragraphs
    assert paragraph.text == read
    # each character leads to what is printed
    text = parser.parse(f"{HEAD}1. {body}\n").source.text
    places = [paragraph.text_map.source(at) for at in range(len(read))]
    assert "".join(text[at] for at in places if text[at] != "\n").replace(" ", "") == read.replace(
        " ", ""
    )


def test_a_line_of_full_width_was_cut_within_a_word(parser) -> None:
    line = "THE KEEPER OF THE UPPER CANAL HAS ASKED FOR A NEW LOCK AND A NEW PROCEDU"[-69:]
    (paragraph,) = parser.parse(f"{HEAD}1. {'X' * 9}\n{line}\nRAL\nKEY.\n").paragraphs
    assert paragraph.text.endswith("A NEW PROCEDURAL KEY.")


def test_a_word_with_an_apostrophe_is_one_word(parser) -> None:
    line = "HE KEEPER OF THE UPPER CANAL HAS NO KEY, AND HIS BROTHERS SAY HE COULD"[-69:]
    (paragraph,) = parser.parse(f"{HEAD}1. {'X' * 9}\n{line}\nN'T SEE\nTHE LOCK.\n").paragraphs
    assert paragraph.text.endswith("HE COULDN'T SEE THE LOCK.")


@pytest.mark.parametrize("rest", ["TOMORROW.", "FROM THE\nLIST OF LOCKS."])
def test_a_short_line_behind_a_full_one_is_no_rest_of_a_word(parser, rest: str) -> None:
    line = "THE KEEPER OF THE UPPER CANAL HAS ASKED FOR A KEY THAT IS STILL ABSENT"[-69:]
    (paragraph,) = parser.parse(f"{HEAD}1. {'X' * 9}\n{line}\n{rest}\n").paragraphs
    assert paragraph.text.endswith(f"STILL ABSENT {' '.join(rest.split())}")


def test_what_another_telegram_says_divides_no_word(parser) -> None:
    line = "THE KEEPER OF THE UPPER CANAL HAS ASKED FOR A NEW LOCK AND A NEW PROCEDU"[-69:]
    text = f"{HEAD}1. {'X' * 9}\n{line}\nRAL\nKEY.\nROE\n"
    cable = parser.parse(f"{text}NNNN\n\n{HEAD.replace('0012', '0013')}1. THE RAL IS SHUT.\n")
    assert cable.paragraphs[0].text.endswith("A NEW PROCEDURAL KEY.")


@pytest.mark.parametrize("end", ["\n", "\r\n", " \n"])
@pytest.mark.parametrize("between", [MARK, f"\n{MARK}\n", "\nPAGE 02 OSLO 00012\n\n"])
def test_a_page_break_with_empty_lines_ends_no_list_and_no_sentence(parser, between, end) -> None:
    head = HEAD.replace("SUBJECT: LOCKS\n", "").replace(
        "C O N F", f"INFO AMEMBASSY ROME\n{between}AMEMBASSY PARIS\nC O N F"
    )
    subject = "SUBJECT: LOCKS, AND WHAT THE KEEPER OF THE LOWER CANAL SAYS"
    line = "THE KEEPER OF THE UPPER CANAL HAS ASKED FOR A NEW"
    more = "KEY, WHICH NOBODY HAS SEEN SINCE THE LOCK WAS SHUT AND WHICH"
    body = f"{subject}\n{between}OF THEM\n1. {line}\n{between}{more}\n{between}IS LOST.\n"
    cable = parser.parse((head + body).replace("\n", end))
    assert [one.name for one in cable.info] == ["AMEMBASSY ROME", "AMEMBASSY PARIS"]
    assert cable.subject == f"{subject.partition(': ')[2]} OF THEM"
    assert texts(cable) == [(1, f"{line} {more} IS LOST.")]


@pytest.mark.parametrize("end", ["\n", "\r\n", " \n"])
def test_a_stamp_ends_no_list_and_no_sentence(raw, end) -> None:
    stamp = (
        "Jane A. Roe Declassified/Released US Department of State EO Systematic Review 04 MAY 2006"
    )
    head = HEAD.replace("C O N F", f"INFO AMEMBASSY ROME\n{stamp}\nAMEMBASSY PARIS\nC O N F")
    subject = "LOCKS OF THE UPPER CANAL AND WHAT THE KEEPER OF THE LOWER ONE"
    head = head.replace("LOCKS\n", f"{subject}\n{stamp}\n{stamp}\nSAYS\n")
    cable = raw(f"{head}1. SHUT.\n".replace("\n", end))
    assert [one.name for one in cable.info] == ["AMEMBASSY ROME", "AMEMBASSY PARIS"]
    assert cable.subject == f"{subject} SAYS"


def test_lines_of_later_years_keep_their_hyphen(parser) -> None:
    head = HEAD.replace("MAY 75", "MAY 08").replace("11652: GDS", "12958: N/A")
    (paragraph,) = parser.parse(f"{head}\n1. (U) The well-\nknown lock.\n").paragraphs
    assert paragraph.text == "The well-known lock."


def test_garbled_letters_are_named_and_stay(parser) -> None:
    garbled = "()8-8 9, ?35233, 5#3 0-456 -,$ 3.?- 6"
    cable = parser.parse(f"{HEAD}1. THE LOCK {garbled} IS SHUT.\n")
    (defect,) = [one for one in cable.defects if one.code == "text.garbled"]
    assert defect.span.slice(cable.source.text) == garbled
    assert garbled in cable.text


@pytest.mark.parametrize(
    "garbled",
    [":-403,534 8, )9234 178))-,", "5#-5 5#3 70034 :-,-) 28))", "430-84 5#3 23-5#34 (853'"],
)
def test_letters_in_figures_without_many_signs_are_named(parser, garbled: str) -> None:
    cable = parser.parse(f"{HEAD}1. THE LOCK {garbled} IS SHUT.\n")
    assert "text.garbled" in {one.code for one in cable.defects}


@pytest.mark.parametrize(
    "stretch",
    [
        "(1)10 (2)20 (3)30 (4)40",
        "42-30'15, 71-05'10",
        "1,250,000 - 1,300,000",
        "(202) 555-0100, (202) 555-0101",
        "-" * 40,
    ],
)
def test_numbers_and_rules_are_not_garbled(parser, stretch: str) -> None:
    cable = parser.parse(f"{HEAD}1. THE LOCK {stretch} IS SHUT.\n")
    assert "text.garbled" not in {one.code for one in cable.defects}


def test_the_next_word_of_a_sentence_in_capitals_is_no_signer(raw) -> None:
    cable = raw(f"{HEAD}1. THE LOCK IS SHUT AND NOBODY HAS THE KEY WHICH WE\nSOUGHT\n")
    assert cable.signers == ()


def test_a_word_of_the_subject_is_divided_at_a_lines_end(raw) -> None:
    long = "THE LOCKS OF THE UPPER CANAL AND THE ASST SEC-\nRETARY OF KEYS\n"
    cable = raw(HEAD.replace("LOCKS\n", long) + "1. THE LOCK IS SHUT.\n")
    assert cable.subject == "THE LOCKS OF THE UPPER CANAL AND THE ASST SECRETARY OF KEYS"
    assert broken_law(cable) is None
    assert cable.title_map is not None


def test_the_departments_embassy_telegrams_are_the_addressees(raw) -> None:
    head = HEAD.replace("OSLO 0012", "STATE 0012").replace(
        "FM AMEMBASSY OSLO", "FM SECSTATE WASHDC"
    )
    cable = raw(f"{head}REF: EMBTEL 12\n1. THE LOCK IS SHUT.\n")
    assert [one.mrn for one in cable.references] == [None]


def test_a_serial_may_have_three_digits(raw) -> None:
    cable = raw(HEAD.replace("0815", "PRIORITY 853") + "1. THE LOCK IS SHUT.\n")
    assert [(one.precedence, one.mcn) for one in cable.action] == [("PRIORITY", "853")]


@pytest.mark.parametrize(
    ("body", "headings"),
    [
        ("THE LOCKS\n1. SHUT.\nTHE KEYS - FIRST QUARTER\n2. LOST.\n", 2),
        ('1. SHUT.\n2. HE SAID: "LOST."\nCOMMENT\n3. FOUND.\n', 1),
        (f"1. SHUT.\n{MARK}THE KEYS\n2. LOST.\n", 1),
        ("I. LOCKS\n1. SHUT.\nII. KEYS\n2. LOST.\n", 2),
        ("\nI. LOCKS\n\n1. SHUT.\n\nII. KEYS\n\n2. LOST.\n", 2),
        ("1. THESE ARE SHUT:\nI. LOCKS\nII. DOORS\n2. LOST.\n", 0),
        ("1. THESE ARE SHUT:\n\nI. LOCKS\n\nII. DOORS\n\n2. LOST.\n", 0),
        ("1. HE SAID: QUOTE SHUT.\nUNQUOTE\n2. LOST.\n", 0),
        ("1. HE SAID:\n\nQUOTE\n\nSHUT.\n\nUNQUOTE\n\n2. LOST.\n", 0),
        ("1. SHUT BY ORDER OF\nOSLO\n2. LOST.\n", 0),
        ("1. THESE ARE SHUT:\nA. LOCKS\nB. DOORS\n2. LOST.\n", 0),
        ("1. THESE ARE SHUT:\nLOCKS\n2. LOST.\n", 0),
        ("1. SHUT.\nBEGIN TEXT\n2. LOST.\n", 0),
        ("1. SHUT.\nX\n2. LOST.\n", 0),
        ("1. SHUT.\nTHE KEYS ARE LOST.\n2. LOST.\n", 0),
        (f"1. SHUT.\n{'THE KEYS AND THE LOCKS ' * 5}\n2. LOST.\n", 0),
        ("FROM THE DELEGATION\n1. SHUT.\n2. LOST.\n", 0),
        ("1. THE LOCKS\n2. LOST.\n", 0),
    ],
)
def test_a_heading_stands_above_a_number_without_empty_lines(parser, body: str, headings) -> None:
    cable = parser.parse(f"{HEAD}{body}")
    assert len(cable.headings) == headings
    assert [one.number for one in cable.paragraphs][:2] == [1, 2]
    assert broken_law(cable) is None


@pytest.mark.parametrize("last", ["B. BONN 12", "H. BONN 12"])
def test_a_first_part_is_no_ninth_reference_unless_there_are_eight(parser, last: str) -> None:
    cable = parser.parse(f"{HEAD}REF: A. BERN 11\n{last}\n\nI. LOCKS\n\n1. SHUT.\n")
    assert len(cable.headings) == (last[0] == "B")


def test_a_note_on_the_last_reference_is_none_of_the_text(raw) -> None:
    cable = raw(f"{HEAD}REFS: A) STATE 8529 B) BONN 12\n(NOTAL)\n1. THE LOCK IS SHUT.\n")
    assert (texts(cable), cable.headings) == ([(1, "THE LOCK IS SHUT.")], ())


@pytest.mark.parametrize("level", ["LIMITED OFFICIAL USE", "C O N F I D E N T I A L", "SECRET"])
def test_the_line_of_the_next_section_is_no_heading(parser, level: str) -> None:
    head = HEAD.replace("C O N F I D E N T I A L", f"{level} SECTION 1 OF 2")
    cable = parser.parse(f"{head}1. SHUT.\n{level} SECTION 2 OF 2 OSLO 0012\n2. THE KEY IS LOST.\n")
    assert (texts(cable), cable.headings) == ([(1, "SHUT."), (2, "THE KEY IS LOST.")], ())


@pytest.mark.parametrize(
    "end",
    [
        "NNN\n\n<< END OF DOCUMENT >>\n",
        "NOTE BY OC/T: # AS RECEIVED.\nNNN\n",
        "NNNNMAFVVZCZ\n",
        "NNNNVV ESA012EHB345\n",
    ],
)
def test_end_marks_stand_behind_the_level_at_the_last_foot(parser, end: str) -> None:
    cable = parser.parse(
        f"PAGE 01 OSLO 00012 141801Z\n\n{HEAD}\n1. SHUT.\nLARSEN\n\nCONFIDENTIAL\n\n{end}"
    )
    assert cable.signers == ("LARSEN",)
    assert [one.kind.value for one in cable.segments][-2:] == ["signature", "residue"]


@pytest.mark.parametrize(
    "line", ["FOLLOWING IS TEXT OF THE NOTE ON LOCKS:", "THE FOLLOWING GUIDANCE WAS USED AT NOON:"]
)
def test_what_follows_is_said_below_the_subject_and_is_none_of_it(raw, line: str) -> None:
    head = HEAD.replace("LOCKS\n", "THE LOCKS OF THE UPPER CANAL AND THEIR KEYS\n")
    cable = raw(f"{head}{line}\n1. THE LOCK IS SHUT.\n")
    assert cable.subject == "THE LOCKS OF THE UPPER CANAL AND THEIR KEYS"
