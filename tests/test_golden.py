"""Golden files: what each specimen's cable is, whole, as JSON beside it.

Rewritten by one command, and read as a diff before it is committed:

    pytest tests/test_golden.py --rewrite-golden

The run fails while that option is given, so that no pipeline can pass by rewriting.
"""

import difflib
import json
from pathlib import Path

import pytest

from cableparse import Parser, from_dict
from conftest import SPECIMENS, specimens

PARSER = Parser(autoload="bundled")
COMMAND = "pytest tests/test_golden.py --rewrite-golden"
_MOST_LINES = 80


def golden_of(specimen: Path) -> Path:
    return specimen.with_name(f"{specimen.name}.json")


def current(specimen: Path) -> str:
    """The specimen's cable, a value a line."""
    cable = PARSER.read(specimen, name=specimen.name)
    return json.dumps(cable.to_dict(views=True), indent=1, ensure_ascii=False) + "\n"


def lines(text: str) -> list[str]:
    # Not splitlines(), which would part a text at U+2028 too.
    return text.split("\n")


def test_a_specimen_gives_its_golden_file(specimen: Path, request: pytest.FixtureRequest) -> None:
    golden, now = golden_of(specimen), current(specimen)
    if request.config.getoption("--rewrite-golden"):
        golden.write_bytes(now.encode("utf-8"))
        return
    assert golden.exists(), f"{golden.name} is missing; write it with: {COMMAND}"
    before = golden.read_bytes().decode("utf-8")
    if now == before:
        return
    difference = list(
        difflib.unified_diff(
            lines(before), lines(now), golden.name, "as it is read now", lineterm="", n=2
        )
    )
    more = len(difference) - _MOST_LINES
    shown = "\n".join(difference[:_MOST_LINES]) + (f"\n… and {more} lines more" if more > 0 else "")
    pytest.fail(f"{shown}\n\nWhere the new reading is right: {COMMAND}", pytrace=False)


def test_a_golden_file_reads_back_as_the_cable(specimen: Path) -> None:
    golden = golden_of(specimen)
    if not golden.exists():
        pytest.skip(f"{golden.name} is missing; write it with: {COMMAND}")
    data = json.loads(golden.read_bytes())
    assert from_dict(data).to_dict() == {
        key: value for key, value in data.items() if key != "views"
    }


def test_every_golden_file_has_its_specimen() -> None:
    known = {golden_of(path) for path in specimens()}
    assert [path.name for path in SPECIMENS.glob("*.json") if path not in known] == []


def test_a_run_that_rewrites_golden_files_does_not_pass(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--rewrite-golden"):
        pytest.fail(
            "golden files were written: read the difference, then run again without the option",
            pytrace=False,
        )
