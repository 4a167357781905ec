"""What a line of the head belongs to: a field's reader takes nothing of another field's line."""

import itertools
from collections.abc import Callable

import pytest

from cableparse import Cable
from cableparse.telegram.head.unlabelled import goes_on, is_notice, is_prose

# Each field as a copy may break it off, so that anything seems to go on with it.
FIELDS = {
    "action": ("FM AMEMBASSY OSLO\nTO SECSTATE WASHDC", ["SECSTATE WASHDC"]),
    "info": ("TO SECSTATE WASHDC\nINFO AMEMBASSY BERN", ["AMEMBASSY BERN"]),
    "tags": ("TAGS: ETRD,", ["ETRD"]),
    "tags without a code": ("TAGS: ,", []),
    "subject": ("SUBJECT: LAMPS", ["LAMPS"]),
    "references": ("REF: A. OSLO 12", ["OSLO 12"]),
    "classifiers": ("CLASSIFIED BY: DCM Roe", ["Roe"]),
    "executive order": ("E.O. 12958: DECL: THE FERRY SAILS", ["THE FERRY SAILS"]),
}
# What stands below, each of another field, none of them a word of the field above.
BELOW = [
    "E.O. 12958: N/A",
    "TAGS: NO, SE",
    "TAGS NO SE",
    "SUBJECT: KEYS AND DOORS",
    "SUBJ: KEYS AND DOORS",
    "REF: BERN 77",
    "REFTEL: BERN 77",
    "CLASSIFIED BY: CHARGE A. B. Vik",
    "Classified By: Charge A. B. Vik",
    "CLASS BY: CHARGE A. B. Vik",
    "Derived From: BERN 77",
    "SIPDIS",
    "SUMMARY: THE KEY IS LOST.",
    "Summary: The key is lost.",
    "The key of the old door was lost again.",
    "1. (U) The key is lost.",
    "------------------",
]
GAPS = {"next": "\n", "empty line": "\n\n", "mark": "\nOSLO 00000012  002 OF 003\n\n"}


def said(cable: Cable, field: str) -> list[str]:
    match field.split(maxsplit=1)[0]:
        case "action":
            return [one.name for one in cable.action]
        case "info":
            return [one.name for one in cable.info]
        case "tags":
            return [tag.code for tag in cable.tags]
        case "subject":
            return [cable.subject] if cable.subject else []
        case "references":
            return [reference.text for reference in cable.references]
        case "classifiers":
            return [classifier.name for classifier in cable.classifiers]
        case _:
            return [str(cable.declassify_on)] if cable.declassify_on else []


def is_own(field: str, line: str) -> bool:
    """Tell whether the line below has the label of the field itself, and adds to it."""
    label = {"tags": "TAGS", "subject": "SUBJ", "references": "REF", "executive": "E.O."}
    label["classifiers"] = "CLASS"
    return line.upper().startswith(label.get(field.split(maxsplit=1)[0], "-none-"))


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_takes_nothing_of_a_line_that_is_anothers(
    telegram: Callable[[str], Cable], field: str
) -> None:
    printed, values = FIELDS[field]
    for below, gap in itertools.product(BELOW, GAPS):
        if is_own(field, below) or (field == "tags without a code" and "TAGS" in below):
            continue
        text = f"{printed}{GAPS[gap]}{below}\n\n2. (U) It rained.\n"
        assert said(telegram(text), field) == values, text


@pytest.mark.parametrize("name", ["action", "info", "excluded"])
@pytest.mark.parametrize(
    ("line", "after_blank", "expected"),
    [
        ("AMEMBASSY BERGEN 0012", False, True),
        ("AMEMBASSY BERGEN 0012", True, False),
        ("The lock is shut", False, False),
    ],
)
def test_addressees_go_on_in_capitals_without_an_empty_line(
    name: str, line: str, after_blank: bool, expected: bool
) -> None:
    assert goes_on(name, "AMEMBASSY OSLO", line, after_blank=after_blank) is expected


@pytest.mark.parametrize("name", ["executive_order", "classified_by", "notice"])
@pytest.mark.parametrize("after_blank", [True, False])
def test_a_label_with_prose_goes_on_up_to_an_empty_line(name: str, after_blank: bool) -> None:
    expected = not after_blank
    assert goes_on(name, "Reason 1.4", "for the lock", after_blank=after_blank) is expected


@pytest.mark.parametrize(
    ("before", "line", "after_blank", "expected"),
    [
        ("TAGS: ETRD", "NO", False, True),
        ("TAGS: ETRD", "NO, PREL; EAGR", False, True),
        ("TAGS: ETRD", "OVIP/LARSEN NO,", False, True),
        ("TAGS: ETRD", "NO", True, False),
        ("TAGS: ETRD,", "NO", True, True),
        ("TAGS: ETRD", "THE LOCK", False, True),
        ("TAGS: ETRD", "LOCKHAVEN", False, False),
        ("TAGS: ETRD", "The lock", False, False),
    ],
)
def test_tags_go_on_with_codes(before: str, line: str, after_blank: bool, expected: bool) -> None:
    assert goes_on("tags", before, line, after_blank=after_blank) is expected


@pytest.mark.parametrize(
    ("before", "line", "expected"),
    [
        ("SUBJECT: THE LOCK", "AND ITS KEYS", True),
        ("SUBJECT: The Lock", "and its keys", True),
        ("SUBJECT: The Lock", "It was shut again.", True),
        ("SUBJECT: THE LOCK", "It was shut again.", False),
        ("SUBJECT: THE LOCK", "IT WAs", True),
        ("SUBJECT: THE LOCK", "ITwa", True),  # as many small letters as capitals
        ("SUBJECT: THE LOCK", "ITwas", False),
        ("SUBJECT: THE LOCK", "SUMMARY: IT IS SHUT", False),
        ("SUBJECT: THE LOCK", "THIS CABLE IS SENSITIVE", False),
    ],
)
def test_a_subject_goes_on_with_the_next_line_and_not_with_a_sentence(
    before: str, line: str, expected: bool
) -> None:
    assert goes_on("subject", before, line, after_blank=False) is expected


@pytest.mark.parametrize(
    ("before", "line", "expected"),
    [
        ("SUBJECT:", "THE LOCK", True),
        ("SUBJECTS:", "The Lock", True),  # nine characters: a label and nothing behind it
        ("THE LOCKS:", "THE KEYS", False),
        ("THE LOCK AND", "ITS KEYS", True),
        ("THE LOCK,", "AND ITS KEYS", True),
        ("The Lock and", "Its Keys", False),
        ("THE LOCK AND", "Its Keys", False),
        ("THE LOCK", "ITS KEYS", False),
    ],
)
def test_behind_an_empty_line_a_subject_goes_on_only_where_it_breaks_off(
    before: str, line: str, expected: bool
) -> None:
    assert goes_on("subject", before, line, after_blank=True) is expected


@pytest.mark.parametrize(
    ("before", "line", "expected"),
    [
        ("REF: A. OSLO 11", "B. STATE 22", True),
        ("REF: A. OSLO 11", "(B) STATE 22", True),
        ("REF: A. OSLO 11", "¶B. STATE 22", True),
        ("REF: A. OSLO 11", "B - STATE 22", True),
        ("REF: A. OSLO 11", "AND PREVIOUS", True),
        ("REF: A. OSLO 11", "07 STATE 22", True),
        ("REF: A. OSLO 11", "STATE 22 has it.", False),
        ("REF: A. OSLO 11", "(S) The lock is shut.", False),
        ("REF: A. OSLO 11", "(U) The lock is shut.", False),
        ("REF: A. OSLO 11", "The lock is shut.", False),
        ("REF: A. OSLO 11", "22", False),
        ("REF: A. OSLO", "11", True),
        ("REF: A. OSLO 11,", "The lock letter", True),
        ("REF: A. OSLO 11 and", "The lock letter", True),
        ("REF: A. OSLO 11 B.", "The lock letter", True),
    ],
)
def test_behind_an_empty_line_references_go_on_with_an_entry(
    before: str, line: str, expected: bool
) -> None:
    assert goes_on("references", before, line, after_blank=True) is expected


def test_right_below_references_only_a_notice_does_not_go_on() -> None:
    assert goes_on("references", "REF: OSLO 11", "the lock letter", after_blank=False)
    notice = "Not for Internet Distribution"
    assert not goes_on("references", "REF: OSLO 11", notice, after_blank=False)


def test_no_other_field_goes_on() -> None:
    assert not goes_on("caption", "SIPDIS", "NOFORN", after_blank=False)


@pytest.mark.parametrize(
    "line",
    [
        "This cable is Sensitive but Unclassified.",
        "NOT FOR INTERNET DISTRIBUTION",
        "(U) Please protect accordingly.",
        "PARTIAL EXTRACT",
    ],
)
def test_a_line_on_how_to_handle_the_cable_is_a_notice(line: str) -> None:
    assert is_notice(line)
    assert not is_notice(line[:6])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("The lock was shut again and again", True),
        ("The lock was shut AGAIN", False),  # three small words in a row
        ("Lock, which was shut by Larsen", True),
        ("THE LOCK WAS SHUT AGAIN AND AGAIN", False),
        ("SUMMARY: THE LOCK", True),
        ("From Larsen to Vik", False),
    ],
)
def test_four_small_words_are_prose(line: str, expected: bool) -> None:
    assert is_prose(line) is expected


@pytest.mark.parametrize(
    "below", ["Reasons: 1.4(b)", "¶CLASSIFIED BY: CHARGE A. B. Vik", "Ref-a: 7"]
)
def test_a_line_with_a_colon_goes_on_with_no_tags(
    telegram: Callable[[str], Cable], below: str
) -> None:
    cable = telegram(f"TAGS: ETRD,\n{below}\n\n2. (U) It rained.\n")
    assert [tag.code for tag in cable.tags] == ["ETRD"]
