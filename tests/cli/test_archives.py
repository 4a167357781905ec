"""Archives on the command line."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from cableparse.cli import main
from cableparse.testing.conformance.corpus import TELEGRAM
from commands import invoke
from packed import COMPRESS, tarred, zipped


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "a.zip"
    path.write_bytes(
        zipped({"1.txt": TELEGRAM.encode(), "../2.txt": b"x", "3.txt": TELEGRAM.encode()})
    )
    return path


def names(output: str) -> list[str]:
    return [json.loads(line)["source"]["name"] for line in output.splitlines()]


def test_parse_reads_what_is_in_an_archive_and_names_what_is_not(archive: Path) -> None:
    result = invoke(main, "parse", str(archive.parent))
    assert result.exit_code == 1
    assert names(result.stdout) == [f"{archive}!1.txt", f"{archive}!3.txt"]
    assert f"Error: {archive}!../2.txt: its name leads out" in result.stderr


def test_parse_reads_an_archive_on_standard_input() -> None:
    data = COMPRESS["gz"](tarred())
    result = CliRunner().invoke(main, ["parse", "-"], input=data)
    assert result.exit_code == 0
    assert names(result.stdout) == ["<stdin>!a.txt", "<stdin>!b/c.txt", "<stdin>!b/d.txt"]


def test_show_takes_a_member_and_says_so_where_there_are_several(archive: Path) -> None:
    result = invoke(main, "show", f"{archive}!1.txt")
    assert result.exit_code == 0
    assert "a.zip!1.txt" in result.stdout
    result = invoke(main, "show", str(archive))
    assert result.exit_code == 1
    assert "read all of them with cableparse parse, or one by its name" in result.stderr
    assert "a.zip!1.txt" in result.stderr


def test_show_takes_an_archive_of_one_document(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"1.txt": TELEGRAM.encode()}))
    assert invoke(main, "show", str(tmp_path / "a.zip")).exit_code == 0


def test_an_archive_is_not_overwritten_by_what_is_read_of_its_member(archive: Path) -> None:
    before = archive.read_bytes()
    output = ["--export", "jsonl", "-o", str(archive)]
    result = invoke(main, "parse", f"{archive}!1.txt", *output)
    assert result.exit_code == 2
    assert archive.read_bytes() == before


def test_a_bomb_s_line_says_what_can_be_done_here(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr("cableparse.reading.limits.FREE", 1000)
    (tmp_path / "a.zip").write_bytes(zipped({"1.txt": bytes(900_000)}))
    result = invoke(main, "parse", str(tmp_path / "a.zip"))
    assert result.exit_code == 1
    assert "as a bomb does; if you trust it, unpack it and read the folder" in result.stderr
    assert "max_ratio" not in result.stderr


def test_an_export_s_failures_speak_of_options(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("no telegram")
    target = tmp_path / "out.jsonl"
    for workers in ("1", "2"):
        result = invoke(
            main, "export", str(tmp_path / "note.txt"), "--to", str(target), "--workers", workers
        )
        assert result.exit_code == 1
        (line,) = (tmp_path / "out.jsonl.failures.jsonl").read_text().splitlines()
        assert "name the format: --format telegram" in json.loads(line)["message"]


def test_an_export_beside_its_packed_output_reads_no_cable_twice(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(TELEGRAM)
    for target in ("all.jsonl.gz", "all.db", "all.jsonl", "all.graphml"):
        assert invoke(main, "export", str(tmp_path), "--to", str(tmp_path / target)).exit_code == 0
    result = invoke(main, "parse", str(tmp_path))
    assert names(result.stdout) == [f"{tmp_path}/1.txt"]
    result = invoke(main, "parse", str(tmp_path / "all.jsonl.gz"))
    assert names(result.stdout) == [f"{tmp_path}/1.txt"]
