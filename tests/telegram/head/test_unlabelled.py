"""What a line of the head belongs to: a field's reader takes nothing of another field's line."""

import itertools
from collections.abc import Callable

import pytest

from cableparse import Cable

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


@pytest.mark.parametrize(
    ("field", "below", "gap"),
    [
        case
        for case in itertools.product(FIELDS, BELOW, GAPS)
        if not is_own(case[0], case[1])
        and not (case[0] == "tags without a code" and "TAGS" in case[1])
    ],
)
def test_a_field_takes_nothing_of_a_line_that_is_anothers(
    telegram: Callable[[str], Cable], field: str, below: str, gap: str
) -> None:
    printed, values = FIELDS[field]
    cable = telegram(f"{printed}{GAPS[gap]}{below}\n\n2. (U) It rained.\n")
    assert said(cable, field) == values
