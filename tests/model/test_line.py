"""A cable, its parts and lists of them on a line."""

import attrs
import pytest
from hypothesis import given

from cableparse import PARAGRAPH_NUMBER, Cable, Parser, Repair, Span
from cableparse.testing import cable_like_texts

PARSER = Parser(autoload="bundled")


def read(text: str) -> Cable:
    return PARSER.parse(text, format="telegram")


def test_a_cables_repr_says_what_it_is() -> None:
    cable = read(
        "R 141745Z MAY 08\nFM AMEMBASSY OSLO\nTO SECSTATE WASHDC\nC O N F I D E N T I A L OSLO "
        "000012\nSUBJECT: LOCKS\n\n1. (C) Shut.\n\n2. (U) Open.\n\nLARSEN\n"
    )
    assert [one.code for one in cable.defects] == [
        "header.executive-order-missing", "header.tags-missing",
    ]  # fmt: skip
    assert repr(cable) == (
        "<Cable 08OSLO12 CONFIDENTIAL 2008-05-14 'Locks' 2 paragraphs, 2 defects>"
    )


def test_what_a_copy_lost_is_said_in_its_repr() -> None:
    cable = read("SUBJECT: LOCKS\n\n1. (C) Shut.\n\n")
    counts = f"1 paragraph, {len(cable.defects)} defects"
    said = f"<Cable 'Locks' {counts}, no number, classification or date>"
    assert repr(cable) == said
    lost = cable.evolve(subject=None, defects=cable.defects[:1])
    said = "<Cable 1 paragraph, 1 defect, no number, classification, date or subject>"
    assert repr(lost) == said


@given(text=cable_like_texts().filter(str.strip))
def test_any_cable_fits_on_a_line_and_sends_a_terminal_nothing(text: str) -> None:
    cable = read(text)
    for one in (cable, *cable.paragraphs, *cable.headings, *cable.segments):
        assert len(repr(one)) <= 160
        assert repr(one).isprintable()


def test_a_long_or_hostile_subject_is_cut_and_escaped() -> None:
    cable = read("SUBJECT: LOCKS\n\n1. (C) Shut.\n\n")
    for subject in ("X\x1b[2J\n\u202e\ud800" * 100, "LOCKS " * 200_000, ""):
        shown = repr(cable.evolve(subject=subject))
        assert len(shown) < 140
        assert shown.isprintable()
    assert "'Locks Locks Locks Locks Locks Locks Loc…'" in repr(
        cable.evolve(subject="LOCKS " * 200_000)
    )


def test_paragraphs_that_a_repair_made_unreadable_are_said_to_be() -> None:
    cable = read("SUBJECT: LOCKS\n\n1. (C) Shut.\n\n")
    span = cable.paragraphs[0].span
    broken = Repair(
        span=Span(span.start, span.start + 2),
        code=PARAGRAPH_NUMBER, printed="1.", read="first", reason="", plugin="mine",
    )  # fmt: skip
    assert "'Locks' unreadable paragraphs, " in repr(attrs.evolve(cable, repairs=(broken,)))


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("12. (SBU) Boats wait.", "<Paragraph 12 '12.' (SBU) {} 'Boats wait.'>"),
        ("(C) Boats wait.", "<Paragraph (C) {} 'Boats wait.'>"),
        ("Boats wait.", "<Paragraph {} 'Boats wait.'>"),
        (f"3. {'Boats ' * 50}", f"<Paragraph 3 '3.' {{}} '{('Boats ' * 7)[:39]}…'>"),
    ],
)
def test_a_paragraph_is_shown_by_number_portion_place_and_beginning(
    printed: str, shown: str
) -> None:
    (paragraph,) = read(f"SUBJECT: LOCKS\n\n{printed}\n").paragraphs
    assert repr(paragraph) == shown.format(f"{paragraph.span.start}..{paragraph.span.end}")


def test_a_heading_is_shown_by_place_and_text() -> None:
    text = "SUBJECT: LOCKS\n\n1. Shut.\n\nWho Has the Keys\n----------------\n\n2. Open.\n"
    (heading,) = read(text).headings
    start = text.index("Who")
    assert repr(heading) == f"<Heading {start}..{heading.span.end} 'Who Has the Keys'>"
