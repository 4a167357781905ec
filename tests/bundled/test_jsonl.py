"""The JSON Lines exporter."""

import io
import json
import sys
from pathlib import Path

import pytest

from cableparse import MissingExtraError, Parser, from_dict

PARSER = Parser(autoload="bundled")
EXPORTER = PARSER.exporter("jsonl")
CABLES = [
    PARSER.parse(text, format="telegram")
    for text in (
        "SUBJECT: LOCKS\n\n¶1. (U) “Shut”\u2028now.\n",
        "SUBJECT: \ud800 FERRIES\n",
        "TAGS: ETRD\n",
    )
]


def lines(text: str) -> list[dict]:
    return [json.loads(line) for line in text.split("\n")[:-1]]


def test_a_cable_is_a_line_that_reads_back(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    with EXPORTER.open(path) as writer:
        for cable in CABLES:
            writer.write(cable)
    assert [from_dict(line) for line in lines(path.read_text(encoding="utf-8"))] == CABLES


def test_a_path_may_be_a_string(tmp_path: Path) -> None:
    with EXPORTER.open(str(tmp_path / "out.jsonl")) as writer:
        writer.write(CABLES[0])
    assert len(lines((tmp_path / "out.jsonl").read_text(encoding="utf-8"))) == 1


def test_an_open_stream_is_written_and_left_open() -> None:
    stream = io.StringIO()
    with EXPORTER.open(stream) as writer:
        writer.write(CABLES[0])
    assert not stream.closed
    assert from_dict(lines(stream.getvalue())[0]) == CABLES[0]


def test_a_line_carries_the_views_for_other_readers() -> None:
    stream = io.StringIO()
    with EXPORTER.open(stream) as writer:
        writer.write(CABLES[0])
    assert lines(stream.getvalue())[0]["views"]["title"] == "Locks"


def test_no_cables_make_an_empty_file(tmp_path: Path) -> None:
    with EXPORTER.open(tmp_path / "out.jsonl"):
        pass
    assert (tmp_path / "out.jsonl").read_bytes() == b""


def test_a_writer_outside_its_with_statement_is_refused() -> None:
    with pytest.raises(ValueError, match="with statement"):
        EXPORTER.open(io.StringIO()).write(CABLES[0])


def test_a_writer_that_fails_closes_its_file(tmp_path: Path) -> None:
    def fail() -> None:
        with EXPORTER.open(tmp_path / "out.jsonl") as writer:
            writer.write(CABLES[0])
            raise RuntimeError("sunk")

    with pytest.raises(RuntimeError, match="sunk"):
        fail()
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8").endswith("\n")


def test_the_suffixes_are_named() -> None:
    assert EXPORTER.suffixes == (".jsonl", ".jsonl.gz", ".jsonl.zst")


def test_a_missing_library_is_named_with_its_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("compression", "compression.zstd", "backports", "backports.zstd"):
        monkeypatch.setitem(sys.modules, module, None)
    with (
        pytest.raises(MissingExtraError, match=r"pip install 'cableparse\[zstd\]'"),
        EXPORTER.open(tmp_path / "out.jsonl.zst"),
    ):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_checkpoint_of_a_stream_says_nothing() -> None:
    with EXPORTER.open(io.StringIO()) as writer:
        writer.write(CABLES[0])
        assert writer.checkpoint() is None
