"""Classified By."""

import pytest


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
