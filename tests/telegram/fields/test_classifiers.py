"""Classified By."""

import pytest

from cableparse import HEADER_VALUE


def classifiers(raw, lines: str):
    return raw(f"SUBJECT: LOCKS\n\n{lines}\n\n1. (C) Shut.\n").classifiers


@pytest.mark.parametrize(
    ("lines", "name", "title", "reasons"),
    [
        (
            "Classified By: Ambassador Kari Larsen for reasons 1.4 (b) and (d).",
            "Kari Larsen",
            "Ambassador",
            ("1.4(b)", "1.4(d)"),
        ),
        (
            "CLASSIFIED BY: DCM KARI A. LARSEN, REASON 1.5(B) AND (D)",
            "KARI A. LARSEN",
            "DCM",
            ("1.5(b)", "1.5(d)"),
        ),
        (
            "CLASSIFIED FOR REASONS 1.4 (B) AND (D) BY DCM KARI LARSEN.",
            "KARI LARSEN",
            "DCM",
            ("1.4(b)", "1.4(d)"),
        ),
        (
            "Classified By: CG Lahore Kari Larsen for reason 1.4 b",
            "Kari Larsen",
            "CG Lahore",
            ("1.4(b)",),
        ),
        ("Classified by: Kari Larsen, reason 1.4 (b/d)", "Kari Larsen", None, ("1.4(b)", "1.4(d)")),
        (
            "Classified By: Political Counselor Ola O'Brien for reasons 1.4 b and d.",
            "Ola O'Brien",
            "Political Counselor",
            ("1.4(b)", "1.4(d)"),
        ),
        (
            "Classified By: Charge d'Affaires Kari\nLarsen for reasons 1.4 (b)(d)",
            "Kari Larsen",
            "Charge d'Affaires",
            ("1.4(b)", "1.4(d)"),
        ),
        (
            "(U) Classified by Ambassador Kari Larsen, E.O. 12958, reasons 1.4 (a) and (b).",
            "Kari Larsen",
            "Ambassador",
            ("1.4(a)", "1.4(b)"),
        ),
    ],
)
def test_name_title_and_reasons_are_read(
    raw, lines: str, name: str, title: str | None, reasons: tuple[str, ...]
) -> None:
    (classifier,) = classifiers(raw, lines)
    assert (classifier.name, classifier.title, classifier.reasons) == (name, title, reasons)


@pytest.mark.parametrize(
    "lines",
    [
        # the label
        "CLASSIFIED-BY: DCM Kari Larsen, reasons 1.4 (b) and (d)",
        "(U) Classified By:\n\nDCM Kari Larsen\n\nReasons: 1.4 (b) and (d)",
        # the space before the reasons is lost
        "Classified By: DCM Kari Larsenfor reasons 1.4 (b) and (d)",
        "Classified By: DCM Kari Larsenreasons 1.4 (b) and (d)",
        "Classified By: DCM Kari\n\nLarsen. Reasons: 1.4 (b) and (d)",
        # a word was cut at a width, and a line was not
        (
            "Classified By: Acting Deputy Chief of Mission at Oslo for Locks Kari Lar\n"
            "sen for reasons 1.4 (b) and (d)"
        ),
        (
            "Classified By: Acting Deputy Chief of Mission at Oslo for Ferries Kari Larsen\n"
            "for reasons 1.4 (b) and (d)"
        ),
        (
            "Classified By: Acting Deputy Chief of Mission at Oslo, Kari Larsen f\n"
            "or reasons 1.4 (b) and (d)"
        ),
        # what an office is for, or at
        "Classified By: Ambassador to Sri Lanka Kari Larsen. Reasons: 1.4 (b) and (d)",
        "Classified By: Charge d'Affaires to the Kyrgyz Republic\nKari Larsen, reasons 1.4 (b/d)",
        "CLASSIFIED BY: NEA A-DAS Kari Larsen, REASONS 1.4 (B) (D)",
        # a title stuck to the name, or to another title
        "Classified By: Pol/Mil Off.Kari Larsen for reasons 1.4 (b) and (d)",
        "Classified By: USNATO Poladvisor Kari Larsen, reasons 1.4 (b/d)",
        # a page's head
        (
            "Classified By: Economic Counselor Kari\n            CONFIDENTIAL\n\n"
            "PAGE 02        OSLO  00012  01 OF 02  141604Z\nLarsen.  Reasons: 1.4 (b) and (d)."
        ),
        (
            "Classified By: Economic Counselor Kari\n\nOSLO 00000012  001.2 OF 002\n\n"
            "Larsen.  Reasons: 1.4 (b) and (d)."
        ),
    ],
)
def test_a_name_is_whole_however_it_is_printed(raw, lines: str) -> None:
    (classifier,) = classifiers(raw, lines)
    assert (classifier.name, classifier.reasons) == ("Kari Larsen", ("1.4(b)", "1.4(d)"))


@pytest.mark.parametrize("initial", ["R", "R."])
@pytest.mark.parametrize("letters", [str, str.upper])
def test_an_initial_on_the_next_line_is_no_rest_of_a_word(raw, initial: str, letters) -> None:
    before = "Classified By: Acting Deputy Assistant Secretary for the Arctic Kari"
    (one,) = classifiers(raw, letters(f"{before} \n {initial} Larsen for reasons 1.4 (b)."))
    assert one.name == letters(f"Kari {initial} Larsen")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        # an office goes on behind words that could be a name
        ("Flood Control Officer Kari Larsen", "Kari Larsen"),
        ("PRT KANDAHAR DIRECTOR KARI LARSEN", "KARI LARSEN"),
        ("Human Rights Officer Kari Larsen", "Kari Larsen"),
        # the name comes first
        ("Kari Larsen Deputy Chief of Mission", "Kari Larsen"),
        ("Larsen, Kari, DCM", "Larsen, Kari"),
        ("Ambassador Kari Larsen pursuant to E.O. 12958", "Kari Larsen"),
        # the space before the name is lost
        ("POLITICAL OFFICERKARI LARSEN", "KARI LARSEN"),
        ("Economic CounselorKari Larsen", "Kari Larsen"),
        ("DCMKARI LARSEN", "KARI LARSEN"),
        ("CHARGE D'AFFAIRESKARI LARSEN", "KARI LARSEN"),
        ("Political ChiefKari Larsen", "Kari Larsen"),
        ("POLITICAL SECTIONCHIEF KARI LARSEN", "KARI LARSEN"),
        # and a name begins with the letters of an office
        ("DCM Kari McLarsen", "Kari McLarsen"),
        ("DCM KARI STAFFLARSEN", "KARI STAFFLARSEN"),
        # what stands inside a name
        ("DCM Kari A Larsen", "Kari A Larsen"),
        ('DCM Kari "Kit" Larsen', 'Kari "Kit" Larsen'),
        ("T KARI LARSEN", "KARI LARSEN"),
        ("Ambassador Larsen.", "Larsen"),
        ("Capt. Kari Larsen", "Kari Larsen"),
        ("ambassador kari larsen", "kari larsen"),
        # an office by its shape
        ("Ambassador-at-Large Kari-Ann Larsen", "Kari-Ann Larsen"),
        ("Ecopol Councilor Kari Larsen", "Kari Larsen"),
        ("ECON/POL CHF. KARI LARSEN", "KARI LARSEN"),
        ("OES/OMC Dir. Kari Larsen", "Kari Larsen"),
        ("Pol/Econ Off Kari Larsen", "Kari Larsen"),
        ("Vice-Consul Kari van der Vik", "Kari van der Vik"),
        # what an office is for
        ("Consul for Fisheries Kari Larsen", "Kari Larsen"),
        # what a hyphen joins to a name
        ("Principal Officer-Kari Larsen-", "Kari Larsen"),
    ],
)
def test_the_name_is_told_from_the_office(raw, line: str, name: str) -> None:
    line = f"Classified By: {line} for reasons 1.4 (b)"
    (classifier,) = classifiers(raw, line.lower() if name.islower() else line)
    assert classifier.name == name


def test_two_people_whom_and_joins_are_two(raw) -> None:
    line = "Classified By: Ambassador Kari Larsen and Econ Chief Ola Vik for reasons 1.4 (b)"
    first, second = classifiers(raw, line)
    assert (first.name, first.title) == ("Kari Larsen", "Ambassador")
    assert (second.name, second.title, second.reasons) == ("Ola Vik", "Econ Chief", ("1.4(b)",))


def test_a_name_behind_a_comma_is_not_whom_and_joins(raw) -> None:
    line = "Classified By: Ambassador Kari Larsen and DCM for Part 2, Ola Vik drafting, 1.4 (b)"
    assert [classifier.name for classifier in classifiers(raw, line)] == ["Kari Larsen"]


def test_a_digit_in_a_name_is_read_as_the_letter_and_said(raw) -> None:
    text = "SUBJECT: LOCKS\n\nCLASSIFIED BY KARI 0. LARSEN, 1.4 (B)\n\n1. (C) Shut.\n"
    cable = raw(text)
    assert [one.name for one in cable.classifiers] == ["KARI O. LARSEN"]
    assert cable.classifiers[0].span.slice(text) == "KARI 0. LARSEN"
    (repair,) = cable.repairs
    assert (repair.code, repair.printed, repair.read) == (HEADER_VALUE, "0", "O")
    assert repair.span.start == text.index("0. LARSEN")


@pytest.mark.parametrize(
    "label", ["Classfied By:", "Clasified By:", "CLASSIFED BY", "Classiified by:", "Classified By:"]
)
def test_a_misspelt_label_is_one(raw, label: str) -> None:
    cable = raw(
        f"SUBJECT: LOCKS\nREF: 07 OSLO 11\n{label} DCM Kari Larsen, 1.4 (b)\n\n1. (C) Shut."
    )
    assert [classifier.name for classifier in cable.classifiers] == ["Kari Larsen"]


@pytest.mark.parametrize("line", ["Derived from: DSCG", "Classified By: SECTION 1.5 (B)"])
def test_a_guide_or_a_section_is_no_name(raw, line: str) -> None:
    assert classifiers(raw, line) == ()


def test_a_redacted_name_is_none(raw) -> None:
    assert classifiers(raw, "Classified By: XXXXXXXXXXXX, Reasons 1.4 (b)") == ()


def test_the_span_has_the_name(raw) -> None:
    cable = raw(
        "SUBJECT: LOCKS\n\nClassified By: Ambassador Kari\nLarsen for reasons 1.4 (b).\n\n"
        "1. (C) Shut.\n"
    )
    (classifier,) = cable.classifiers
    assert "Kari\nLarsen" in classifier.span.slice(cable.source.text)


def test_a_line_that_names_nobody_gives_none(raw) -> None:
    assert classifiers(raw, "Classified By: .") == ()


def test_an_unclassified_cable_has_none(raw) -> None:
    assert classifiers(raw, "") == ()


def test_a_source_before_who_classified_names_nobody_and_hides_nobody(raw) -> None:
    lines = "Derived from: Lock Guide, Part One\nClassified By: Kari Larsen, reason 1.4 (b)."
    assert [one.name for one in classifiers(raw, lines)] == ["Kari Larsen"]
    assert classifiers(raw, "Classified By: Derived from: Lock Guide, Part One") == ()


def test_nobody_who_stands_behind_the_end_is_read_as_who_classified(raw) -> None:
    cable = raw("TAGS: ETRD\nSUBJECT: LOCKS\n\n1. (U) Shut.\n\nCLASSIFIED BY\nNNNN\n")
    assert cable.classifiers == ()


@pytest.mark.parametrize(
    "below",
    ["CONFIDENTIAL SECTION 02 OF 02 OSLO 000012", "CONFIDENTIAL SECTION 2 OF 2 013", "SIPDIS"],
)
def test_no_name_goes_on_with_the_head_of_a_section(raw, below: str) -> None:
    cable = raw(
        f"TAGS: ETRD\nSUBJECT: LOCKS\n\n1. (C) CLASSIFIED BY KARI LARSEN\n{below}\n\nShut.\n"
    )
    assert [one.name for one in cable.classifiers] == ["KARI LARSEN"]


@pytest.mark.parametrize(
    "rest", ["1.4 (b) and (d).", "Reasons: 1.4 (b) and (d).", "reasons 1.4 (b)."]
)
def test_reasons_below_a_page_mark_are_no_text(raw, rest: str) -> None:
    cable = raw(
        "CONFIDENTIAL OSLO 000012\nSUBJECT: LOCKS\n\nCLASSIFIED BY: DCM KARI LARSEN, FOR\n\n"
        f"OSLO 00000012  001 OF 002\n\n\n{rest}\n\n1. (C) It leaks.\n"
    )
    assert [one.number for one in cable.paragraphs] == [1]
    assert [one.name for one in cable.classifiers] == ["KARI LARSEN"]


def test_a_page_mark_within_the_reasons_leaves_none_of_them_in_the_text(raw) -> None:
    cable = raw(
        "CONFIDENTIAL OSLO 000012\nSUBJECT: LOCKS\n\nCLASSIFIED BY: DCM KARI LARSEN, FOR REASONS\n"
        "1.4 (b) and\n\nOSLO 00000012  001 OF 002\n\n\n(d).\n\n1. (C) It leaks.\n"
    )
    assert [one.number for one in cable.paragraphs] == [1]


def test_a_name_may_have_letters_with_accents(raw) -> None:
    (one,) = classifiers(raw, "Classified By: Consul José Muñiz-Bellón, reasons 1.4 (b)")
    assert one.name == "José Muñiz-Bellón"


def test_a_sign_never_begins_a_line(raw) -> None:
    (one,) = classifiers(raw, "Classified By: Consul Benedict F\n. Larsen, IV. Reasons: 1.4 (b)")
    assert one.name == "Benedict F. Larsen, IV"


@pytest.mark.parametrize("said", ["This message was", "This cable is", "THIS TELEGRAM HAS BEEN"])
def test_a_first_paragraph_may_say_it_in_a_sentence(raw, said: str) -> None:
    cable = raw(
        f"SUBJECT: LOCKS\n\n1. (U) {said} classified by DCM Kari Larsen. Reasons 1.4 (b).\n"
    )
    assert [one.name for one in cable.classifiers] == ["Kari Larsen"]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Ambassador Chad Marshall for reasons 1.4 (b)", "Chad Marshall"),
        ("Consul General Guayaquil Kari Larsen for reasons 1.4 (b)", "Kari Larsen"),
        ("Ambassador Jordan Larsen Vik for reasons 1.4 (b)", "Jordan Larsen Vik"),
        ("Derived from DSCG 05-1 by Chief Kari Larsen; reason 1.4 (d)", "Kari Larsen"),
    ],
)
def test_words_of_places_may_be_a_name_or_a_post(raw, line: str, name: str) -> None:
    assert [one.name for one in classifiers(raw, f"Classified By: {line}")] == [name]


@pytest.mark.parametrize("line", ["DCM New Delhi", "Ambassador to Sri Lanka", "DCM, Costa Rica"])
def test_a_place_is_nobodys_name(raw, line: str) -> None:
    assert classifiers(raw, f"Classified By: {line}, for reasons 1.4 (b)") == ()
