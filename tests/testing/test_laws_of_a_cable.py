"""The laws as questions: a cable that keeps them has no answer, a broken one has the right one."""

from types import SimpleNamespace

import pytest
from attrs import evolve
from hypothesis import given

from cableparse import Cable, Defect, Layer, Parser, Redaction, Repair, Span, TextMap
from cableparse.testing import broken_law, cables
from cableparse.testing.laws import lost_by_repair, lost_in_json, misplaced, uncovered

PARSER = Parser(autoload="bundled")
CABLE = PARSER.parse(
    "SUBJECT: LAMPS\n\n1. (U) The lamp is\nlit.\n\n12. (U) The oil is low.\n\nSummary\n-------\n",
    format="telegram",
)
SEGMENTS = CABLE.segments


@given(cables())
def test_a_cable_that_was_read_keeps_every_law(cable: Cable) -> None:
    assert broken_law(cable) is None


def repair(**fields: object) -> Repair:
    start = CABLE.paragraphs[1].span.start
    given = {
        "span": Span(start, start + 3),
        "code": "paragraph.number",
        "printed": "12.",
        "read": "2",
        "reason": "it follows 1",
    }
    return Repair(**{**given, **fields})


@pytest.mark.parametrize(
    ("law", "changes", "said"),
    [
        (uncovered, {"segments": SEGMENTS[1:]}, "gap or overlap at 0"),
        (uncovered, {"segments": SEGMENTS[:-1]}, "the segments end at"),
        (uncovered, {"segments": (*SEGMENTS, SEGMENTS[-1])}, "gap or overlap at"),
        (
            uncovered,
            {"segments": (evolve(SEGMENTS[0], span=Span(0, 0)), *SEGMENTS)},
            "an empty segment",
        ),
        (
            uncovered,
            {"segments": (evolve(SEGMENTS[0], text="LAMP"), *SEGMENTS[1:])},
            "does not have the text",
        ),
        (lost_in_json, {"signers": ["ROE"]}, "another cable"),
        (lost_in_json, {"subject": 3}, "does not carry"),
        (lost_in_json, {"subject": object()}, "does not carry"),
        (
            misplaced,
            {"defects": (Defect(code="a", message="b", span=Span(0, 10**6)),)},
            "outside the text",
        ),
        (
            misplaced,
            {"redactions": (Redaction(span=Span(0, 4), code="a", printed="LAMP"),)},
            "says 'LAMP' at Span(start=0, end=4), where 'SUBJ' stands",
        ),
        (lost_by_repair, {"repairs": (repair(read="77", span=Span(0, 3)),)}, None),
        (lost_by_repair, {"repairs": (repair(printed="13."),)}, "says that '13.' is printed"),
        (lost_by_repair, {"repairs": (repair(),)}, None),
    ],
)
def test_a_broken_law_is_said(law, changes: dict[str, object], said: str | None) -> None:
    problem = law(evolve(CABLE, **changes))
    assert (problem is None) if said is None else said in str(problem)
    if said is not None:
        assert broken_law(evolve(CABLE, **changes)) is not None


AT = CABLE.source.text.index("The lamp")


@pytest.mark.parametrize(
    ("text", "runs", "end", "said"),
    [
        ("The lamp is lit.", ((0, AT),), AT + 16, None),
        ("the LAMP is lit.", ((0, AT),), AT + 16, None),  # the case may be another
        ("The lit.", ((0, AT), (4, AT + 12)), AT + 16, None),  # something is left out
        ("The lamp is out.", ((0, AT),), AT + 16, "'o' at 12 of the paragraph at"),
        ("The lampXis lit.", ((0, AT),), AT + 16, "'X' at 8 of"),
        ("The la p is lit.", ((0, AT),), AT + 16, "' ' at 6 of"),
        ("The lamp is lit.", ((0, 10**6),), AT + 16, "leads out of the text"),
        ("The lamp is lit.", ((0, -AT),), AT + 16, "leads out of the text"),
        ("The The lamp", ((0, AT), (4, AT)), AT + 16, "runs back at 4"),
        ("Thee lamp", ((0, AT), (3, AT + 2)), AT + 16, "runs back at 3"),
        ("The lamp is lit.", ((0, AT),), AT + 15, "outside of its span"),
    ],
)
def test_a_view_that_does_not_lead_back_is_told(
    text: str, runs: tuple[tuple[int, int], ...], end: int, said: str | None
) -> None:
    text_map = TextMap(runs)
    paragraph = SimpleNamespace(
        text=text, text_map=text_map, span=Span(AT - 7, end), printed=None, number=1
    )
    cable = evolve(CABLE)
    body = SimpleNamespace(
        headings=(), paragraphs=(paragraph,), parts=(), text="", text_map=TextMap()
    )
    object.__setattr__(cable, "body", body)  # a view that no cable would make
    problem = misplaced(cable)
    assert problem is None if said is None else said in str(problem)


def test_a_character_that_stands_for_furniture_is_not_misplaced() -> None:
    text = "SUBJECT: LAMPS\n\n1. (U) The lamp is\n\nOSLO 00000001  001 OF 002\n\nlit.\n"
    cable = PARSER.parse(text, format="telegram")
    assert any(segment.layer is Layer.FURNITURE for segment in cable.segments)
    assert cable.paragraphs[0].text == "The lamp is lit."
    assert misplaced(cable) is None


def test_a_code_that_a_program_cut_between_two_lines_is_what_stands_there() -> None:
    codes = "ETRD EFIS PGOV ECON EWWT PREL EINV ELAB EMIN SENV SOCI TPHY"
    cable = PARSER.parse(f"TAGS: {codes} EA\nID\nSUBJECT: LAMPS\n", format="telegram")
    assert cable.tags[-1].code == "EAID"
    assert broken_law(cable) is None
    other = evolve(cable, tags=(*cable.tags[:-1], evolve(cable.tags[-1], code="EAIR")))
    assert broken_law(other) is not None


def test_a_soft_hyphen_that_is_printed_is_a_values_own() -> None:
    cable = PARSER.parse("TAGS SUBJECT:\xad\nO\nO\nN\nA", format="telegram")
    assert cable.subject == "\xad O O N A"
    assert broken_law(cable) is None
