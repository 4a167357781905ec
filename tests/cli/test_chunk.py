"""What ``cableparse chunk`` promises: a passage a line, inputs and errors as ``parse`` has them."""

import json
from pathlib import Path

import pytest

from cableparse import Parser
from cableparse.cli import main
from commands import invoke
from conftest import SPECIMENS

CLEAN = SPECIMENS / "clean.txt"


def lines(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


def test_each_passage_is_an_object_a_line() -> None:
    done = invoke(main, "chunk", "--size", 300, "--overlap", 60, CLEAN)
    cable = Parser(autoload="bundled").read(CLEAN)
    assert (done.exit_code, done.stderr) == (0, "")
    expected = [chunk.to_dict() for chunk in cable.chunks(size=300, overlap=60)]
    assert lines(done.stdout) == expected
    assert invoke(main, "chunk", CLEAN).stdout.count("\n") == len(cable.chunks())


def test_inputs_are_as_for_parse_and_a_failure_is_named(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("no cable")
    (tmp_path / "a.txt").write_bytes(CLEAN.read_bytes())
    done = invoke(main, "chunk", tmp_path, "-", stdin=CLEAN.read_bytes())
    assert done.exit_code == 1
    assert f"{tmp_path}/b.txt" in done.stderr
    found = dict.fromkeys(one["name"] for one in lines(done.stdout))
    assert list(found) == [f"{tmp_path}/a.txt", "<stdin>"]


def test_the_output_is_a_file_of_any_name_but_an_inputs(tmp_path: Path) -> None:
    target = tmp_path / "passages.ndjson"
    done = invoke(main, "chunk", CLEAN, "-o", target)
    assert (done.exit_code, done.stdout) == (0, "")
    assert target.read_text("utf-8") == invoke(main, "chunk", CLEAN).stdout
    refused = invoke(main, "chunk", target, "-o", target)
    assert refused.exit_code == 2
    assert "is an input" in refused.stderr
    absent = invoke(main, "chunk", CLEAN, "-o", tmp_path / "none" / "passages.jsonl")
    assert absent.exit_code == 2
    assert "can't write it: No such file or directory" in absent.stderr


def test_a_lone_surrogate_is_written_as_jsons_own_escape(tmp_path: Path) -> None:
    page = tmp_path / "halved.jsonl"
    cable = Parser(autoload="bundled").parse("SUBJECT: X\n\n1. A \ud83d b.\n", format="telegram")
    page.write_text(json.dumps(cable.to_dict()))
    done = invoke(main, "chunk", page, "-o", tmp_path / "out.jsonl")
    assert done.exit_code == 0
    (one,) = lines((tmp_path / "out.jsonl").read_text("utf-8"))
    assert one["text"] == "A \ud83d b."


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--size", "0"], "'--size': 0 is not in the range x>=1"),
        (["--overlap", "-1"], "'--overlap': -1 is not in the range x>=0"),
        (["--size", "9", "--overlap", "9"], "9 is not below the size of a passage (9)"),
    ],
)
def test_a_size_or_an_overlap_that_can_not_be_is_wrong_usage(options: list[str], said: str) -> None:
    done = invoke(main, "chunk", *options, CLEAN)
    assert done.exit_code == 2
    assert said in done.stderr
