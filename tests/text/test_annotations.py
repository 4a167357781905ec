"""Standoff annotations and the catalogue of defect codes."""

import re

import pytest

from cableparse import DEFECT_CODES, Defect, Redaction, Repair, Span


def test_nobody_changes_what_the_codes_mean() -> None:
    with pytest.raises(TypeError):
        DEFECT_CODES["page.missing"] = "nothing"  # type: ignore[index]


@pytest.mark.parametrize("code", DEFECT_CODES)
def test_a_defect_code_has_an_area_a_name_and_a_meaning(code: str) -> None:
    assert re.fullmatch(r"[a-z]+\.[a-z]+(-[a-z]+)*", code)
    assert len(DEFECT_CODES[code]) > 10


def test_an_annotation_is_the_cores_own_unless_a_plugin_says_so() -> None:
    span = Span(0, 1)
    notes = (
        Defect(code="a.b", message="m"),
        Redaction(span=span, code="c", printed="X"),
        Repair(span=span, code="c", printed="1", read="2", reason="r"),
    )
    assert {note.plugin for note in notes} == {"cableparse"}


def test_a_defect_of_what_is_missing_stands_nowhere() -> None:
    assert Defect(code="a.b", message="m").span is None
