"""Golden files: what each specimen's cable is, whole, as JSON beside it.

Rewritten by one command, and read as a diff before it is committed:

    pytest tests/test_golden.py --rewrite-golden

The run fails while that option is given, so that no pipeline can pass by rewriting.
"""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cableparse import Parser, from_dict
from cableparse.testing import golden_of
from conftest import SPECIMENS, specimens

PARSER = Parser(autoload="bundled")
COMMAND = "pytest tests/test_golden.py --rewrite-golden"


def test_a_specimen_gives_its_golden_file(specimen: Path, golden: Callable) -> None:
    golden(specimen, PARSER.read(specimen, name=specimen.name))


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
