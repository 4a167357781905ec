"""SUBJECT."""

import pytest

from cableparse.testing import broken_law


@pytest.mark.parametrize(
    ("lines", "subject"),
    [
        ("SUBJECT: LOCKS", "LOCKS"),
        ("SUBJECT: LOCKS AND\nFERRIES", "LOCKS AND FERRIES"),
        (
            "SUBJECT: LOCKS AND \n         FERRIES \n         AND BOATS",
            "LOCKS AND FERRIES AND BOATS",
        ),
        ("SUBJECT:\nLOCKS", "LOCKS"),
        ("SUBJECT:\n\nLOCKS", "LOCKS"),
        ("SUBJECT (C): LOCKS", "LOCKS"),
        ("BJECT: LOCKS", "LOCKS"),
        (
            "SUBJECT: LOCKS\n\nOSLO 00000012  002 OF 003\n\nAND KEYS\n\nREF: OSLO 7",
            "LOCKS AND KEYS",
        ),
        ("SUBJECT: LOCKS &amp; KEYS: &quot;SHUT&quot;", 'LOCKS & KEYS: "SHUT"'),
        ("SUBJECT: LOCKS AND\n\nOSLO 00000012  002 OF 003\n\nKEYS", "LOCKS AND KEYS"),
        ("Subject: Locks and ferries", "Locks and ferries"),
        ("SUBJ: LOCKS", "LOCKS"),
        ("SUBJECT LOCKS AND FERRIES", "LOCKS AND FERRIES"),
        ("SUBJECT: (S) LOCKS", "LOCKS"),
        ("SUBJECT: (C/NF) LOCKS", "LOCKS"),
        ("SUBJECT: (U) LOCKS", "LOCKS"),
        ("SUBJECT: (LOCKS) AND FERRIES", "(LOCKS) AND FERRIES"),
        ('SUBJECT: "LOCKS"', '"LOCKS"'),
        ("SUBJECT: A POST-\nWAR LOCK", "A POST-WAR LOCK"),
        ("SUBJECT:\u00a0LOCKS", "LOCKS"),
        ("SUBJECT: LOCKS AND FERRIES IN\n¶2006. A REPORT", "LOCKS AND FERRIES IN 2006. A REPORT"),
        ("SUBJECT: LOCKS: THE REF", "LOCKS: THE REF"),
        ("SUBJECT: SUBJECT: LOCKS", "LOCKS"),
        ("SUBJECT.  LOCKS", "LOCKS"),
        ("SUBJET: LOCKS", "LOCKS"),
        ("SUJBECT: LOCKS", "LOCKS"),
        ("SUBJECT: (U) (C) LOCKS", "LOCKS"),
        ("SUBJECT: LOCKS OF THE\n\nGOTA CANAL", "LOCKS OF THE GOTA CANAL"),
        ("SUBJECT: Locks Sensitive but unclassified", "Locks"),
        ("SUBJECT: LOCKS Sensitive but unclassified; please protect", "LOCKS"),
        ("SUBJECT: Locks sensitive but", "Locks"),
        ("SUBJECT: Locks Sensitive but Safe", "Locks Sensitive but Safe"),
        ("SUBJECT: LOCKS SENSITIVE BUT UNCLASSIFIED", "LOCKS SENSITIVE BUT UNCLASSIFIED"),
        ("SUBJECT: LOCKS,\n\nBOATS AND FERRIES", "LOCKS, BOATS AND FERRIES"),
    ],
)
def test_a_subject_is_read_on_one_line(raw, lines: str, subject: str) -> None:
    cable = raw(f"E.O. 12958: N/A\nTAGS: ETRD\n{lines}\n\nREF: OSLO 11\n\n1. (U) Shut.\n")
    assert cable.subject == subject


@pytest.mark.parametrize(
    "line",
    [
        "FM VIK ON THE LOCKS",
        "TO TALKS ON THE LOCKS",
        "INFO FOR SKIPPERS",
        "F-35 FLIGHTS OVER THE LOCKS",
        "SUBJECT TO REVIEW",
        "REFERENCE LIBRARY OPENS",
        "SUMMARY OF THE YEAR",
    ],
)
def test_a_line_that_only_looks_like_another_fields_goes_on_with_it(raw, line: str) -> None:
    cable = raw(f"FM AMEMBASSY OSLO\nTAGS: ETRD\nSUBJECT: LOCKS\n{line}\n\n1. (U) Shut.\n")
    assert (cable.subject, cable.action, cable.info) == (f"LOCKS {line}", (), ())


@pytest.mark.parametrize(
    "line",
    [
        "SUMMARY: The locks are shut.",
        "Summary and Comment. Locks.",
        "SUMMARY",
        "THIS CABLE IS SENSITIVE BUT UNCLASSIFIED. PLEASE PROTECT ACCORDINGLY.",
    ],
)
def test_a_summary_or_a_notice_is_no_part_of_it(raw, line: str) -> None:
    assert raw(f"TAGS: ETRD\nSUBJECT: LOCKS\n{line}\n\n1. (U) Shut.\n").subject == "LOCKS"


def test_a_heading_behind_a_finished_subject_is_no_part_of_it(raw) -> None:
    assert raw("TAGS: ETRD\nSUBJECT: LOCKS\n\nTHE KEYS\n\n1. (U) Lost.\n").subject == "LOCKS"


@pytest.mark.parametrize("label", ["REF: OSLO 11", "CLASSIFIED BY: DCM KARI VIK"])
def test_a_label_stuck_to_the_last_word_ends_it(raw, label: str) -> None:
    assert raw(f"TAGS: NO\nSUBJECT: LOCKS{label}\n\n1. (U) Shut.\n").subject == "LOCKS"


def test_a_word_that_ends_in_a_label_is_no_label(raw) -> None:
    subject = "LOCKS DECLASSIFIED BY: THE CROWN"
    assert raw(f"TAGS: NO\nSUBJECT: {subject}\n\n1. (U) Shut.\n").subject == subject


def test_references_without_an_empty_line_end_the_subject(raw) -> None:
    assert raw("TAGS: ETRD\nSUBJECT: LOCKS\nREF: 07 OSLO 11\n\n1. (U) Shut.\n").subject == "LOCKS"


def test_classified_by_without_an_empty_line_ends_the_subject(raw) -> None:
    assert (
        raw(
            "SUBJECT: LOCKS\nClassified By: Kari Larsen for reasons 1.4 (b).\n\n1. (U) Shut.\n"
        ).subject
        == "LOCKS"
    )


def test_a_paragraph_ends_the_subject(raw) -> None:
    cable = raw("SUBJECT: LOCKS\n1. (U) The lock is shut.\n")
    assert (cable.subject, cable.text) == ("LOCKS", "The lock is shut.")


def test_a_page_mark_in_the_subject_is_left_out(raw) -> None:
    cable = raw("SUBJECT: LOCKS AND\nOSLO 00000012  001.2 OF 003\nFERRIES\n\n1. (U) Shut.\n")
    assert cable.subject == "LOCKS AND FERRIES"


def test_the_evidence_is_the_lines_without_the_label(raw) -> None:
    cable = raw("SUBJECT: LOCKS AND\n   FERRIES\n\n1. (U) Shut.\n")
    assert [span.slice(cable.source.text) for span in cable.evidence["subject"].spans] == [
        "LOCKS AND",
        "FERRIES",
    ]


def test_a_line_without_text_is_a_defect(raw) -> None:
    cable = raw("TAGS: ETRD\nSUBJECT:\n\n1. (U) Shut.\n")
    assert cable.subject is None
    assert [d.code for d in cable.defects].count("header.subject-missing") == 1


MARK = "OSLO 00000012  001 OF 003"
LONG = "SUBJECT: WHAT THE BOARD OF LOCKS AND FERRIES TOLD THE POST"


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\n\n"])
@pytest.mark.parametrize("behind", ["\nREF: OSLO 11\n", "\n1. (U) It rained.\n"])
def test_a_subject_goes_on_behind_a_page_mark_where_its_line_was_full(raw, gap, behind) -> None:
    for rest in ("ABOUT THE WINTER", "About the Winter"):
        lines = f"{LONG}{gap}{MARK}{gap}{rest}\n{behind}"
        cable = raw(f"UNCLAS OSLO 000012\n\nTAGS: ETRD\n{lines}")
        assert cable.subject.endswith(f"TOLD THE POST {rest}")


@pytest.mark.parametrize(
    "behind", ["SUMMARY\n-------\n", "Introduction\n------------\n", "SUMMARY:\n"]
)
def test_a_heading_behind_a_page_mark_is_no_part_of_the_subject(raw, behind) -> None:
    cable = raw(
        f"UNCLAS OSLO 000012\n\nTAGS: ETRD\n{LONG}\n\n{MARK}\n\n{behind}\n1. (U) It rained.\n"
    )
    assert cable.subject.endswith("TOLD THE POST")


def test_a_short_subject_does_not_go_on_behind_a_page_mark(raw) -> None:
    cable = raw(f"TAGS: ETRD\nSUBJECT: LOCKS\n\n{MARK}\n\nThe Winter\n\n1. (U) It rained.\n")
    assert cable.subject == "LOCKS"


@pytest.mark.parametrize("pilcrow", ["¶", " ¶", "Â¶"])
def test_a_pilcrow_behind_a_page_mark_is_none_of_a_subject(raw, pilcrow: str) -> None:
    cable = raw(
        f"UNCLAS OSLO 000012\nSUBJECT: LOCKS AND OSLO 00000012  001 OF 003{pilcrow}\n\n1. (U) X.\n"
    )
    assert cable.subject == "LOCKS AND"
    assert broken_law(cable) is None
