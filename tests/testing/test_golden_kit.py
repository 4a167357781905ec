"""Golden files: what differs is said by its place, and a run that rewrites does not pass."""

import json
from pathlib import Path

import pytest
from attrs import evolve

from cableparse import Cable, Parser
from cableparse.testing import GoldenError, check_golden, golden_of
from cableparse.testing.golden import differences, printed

TEXT = "TAGS: EWWT\nSUBJECT: LAMPS\n\n1. (U) The lamp is “lit”.\n"
CABLE = Parser(autoload="bundled").parse(TEXT, format="telegram", name="lamp.txt")


@pytest.fixture
def lamp(tmp_path: Path) -> Path:
    path = tmp_path / "lamp.txt"
    check_golden(path, CABLE, rewrite=True)
    return path


def said(lamp: Path, cable: Cable) -> str:
    with pytest.raises(GoldenError) as caught:
        check_golden(lamp, cable)
    return str(caught.value)


def test_a_golden_file_stands_beside_its_document_as_readable_json(lamp: Path) -> None:
    golden = golden_of(lamp)
    assert golden == lamp.with_name("lamp.txt.json")
    assert "“lit”" in golden.read_text(encoding="utf-8")
    assert json.loads(golden.read_bytes()) == CABLE.to_dict(views=True)


def test_the_cable_that_was_written_is_the_one_that_is_read(lamp: Path) -> None:
    check_golden(lamp, CABLE)


def test_a_golden_file_that_is_missing_says_how_to_write_it(tmp_path: Path) -> None:
    problem = said(tmp_path / "none.txt", CABLE)
    assert problem == "none.txt.json is missing; write it with: pytest --rewrite-golden"


def test_a_field_that_differs_is_said_with_its_place_and_both_values(lamp: Path) -> None:
    problem = said(lamp, evolve(CABLE, tags=(evolve(CABLE.tags[0], code="CA"),)))
    assert problem.splitlines() == [
        "lamp.txt.json is not what is read now:",
        "  tags[0].code: golden 'EWWT', now 'CA'",
        "Where the new reading is right: pytest --rewrite-golden",
    ]


def test_many_differences_are_counted_and_not_all_shown(lamp: Path) -> None:
    longer = Parser(autoload="bundled").parse(TEXT + "\n2. (U) Oil.\n" * 99, format="telegram")
    problem = said(lamp, longer)
    assert len(problem.splitlines()) == 43
    assert " differences more" in problem


def test_a_file_that_is_laid_out_otherwise_is_not_the_golden_file(lamp: Path) -> None:
    golden_of(lamp).write_text(json.dumps(CABLE.to_dict(views=True)), encoding="utf-8")
    assert "the values are the same, the file is laid out otherwise" in said(lamp, CABLE)


def test_a_lone_surrogate_is_kept(tmp_path: Path) -> None:
    cable = evolve(CABLE, subject="\ud800")
    check_golden(tmp_path / "a.txt", cable, rewrite=True)
    check_golden(tmp_path / "a.txt", cable)
    assert "\\ud800" not in printed(cable)


@pytest.mark.parametrize(
    ("golden", "now", "lines"),
    [
        ({"a": 1}, {"a": 1}, []),
        ({"a": 1}, {"a": True}, ["a: golden 1, now True"]),
        ({"a": 1}, {}, ["a: golden 1, no longer there"]),
        ({}, {"a": None}, ["a: not in the golden file, now None"]),
        ([1], [1, 2], ["[1]: not in the golden file, now 2"]),
        ({"a": [{"b": 1}]}, {"a": [{"b": 2}]}, ["a[0].b: golden 1, now 2"]),
        ({"a": [1]}, {"a": {"b": 1}}, ["a: golden [1], now {'b': 1}"]),
    ],
)
def test_differences_have_their_place(golden: object, now: object, lines: list[str]) -> None:
    assert list(differences(golden, now)) == lines


def test_of_a_long_text_the_part_that_differs_is_shown() -> None:
    (line,) = differences({"text": "a" * 900 + "lamp"}, {"text": "a" * 900 + "oil"})
    assert "lamp'" in line
    assert "oil'" in line
    assert len(line) < 120
