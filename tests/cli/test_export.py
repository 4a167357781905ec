"""What ``cableparse export`` promises: a target, its failures by name, and an exit status."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import Result

from archives import CABLE, archive, lines_of
from cableparse.archive import preparation
from cableparse.cli import main
from cableparse.cli.export import _cores
from cableparse.testing import invented_archive, write_zip
from commands import invoke

COMMAND = [sys.executable, "-m", "cableparse", "export"]
posix = pytest.mark.skipif(
    os.name != "posix", reason="needs signals and terminals as Unix has them"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return archive(tmp_path_factory.mktemp("archive"), 40)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "out.jsonl"


@pytest.fixture(autouse=True)
def _import_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", sys.path[:])


def export(*arguments: object) -> Result:
    result = invoke(main, "export", "--no-plugins", *arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result


def test_an_export_says_nothing_where_nothing_failed(folder: Path, target: Path):
    result = export(folder, "--to", target, "--workers", 2)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert len(lines_of(target)) == 40
    assert [path.name for path in target.parent.iterdir()] == ["out.jsonl"]


def test_it_writes_what_parse_writes(folder: Path, target: Path):
    assert export(folder, "--to", target, "--format", "telegram", "--no-enrich").exit_code == 0
    other = target.with_name("parsed.jsonl")
    invoke(
        main, "parse", "--no-plugins", folder, "-o", other, "--format", "telegram", "--no-enrich"
    )
    assert target.read_bytes() == other.read_bytes()


def test_failures_are_counted_and_named_in_a_file(folder: Path, target: Path):
    result = export("nowhere", folder, "--to", target)
    assert result.exit_code == 1
    failures = f"{target}.failures.jsonl"
    assert result.stderr == f"1 of 41 inputs failed: {failures} says why\n"
    assert json.loads(Path(failures).read_text())["name"] == "nowhere"
    assert len(lines_of(target)) == 40


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--to", "out.docx"], "name an exporter with --export"),
        (["--to", "out.jsonl", "--export", "docx"], "no exporter is called 'docx'"),
        (["--to", "out.jsonl", "--format", "docx"], "no format is called 'docx'"),
        (["--to", "out", "--format", "site"], "of this name, use --export site"),
        (["--to", "nowhere/out.jsonl"], "can't write it: No such file or directory"),
        (["--to", "out.jsonl", "--workers", "0"], "--workers"),
        (["--to", "nowhere/out.jsonl"], "make the folder nowhere first"),
        (["-", "--to", "out.jsonl"], "cableparse parse reads standard input"),
        (["--to", "-"], "cableparse parse writes standard output"),
        (["--to", ""], "name a file or a folder"),
        (["--to", "s3://bucket/out.jsonl"], "is a URL"),
        pytest.param(["--to", os.devnull, "--export", "jsonl"], "is a device", marks=posix),
        pytest.param(["--to", os.devnull, "--export", "html"], "is a device", marks=posix),
        ([], "Missing option '--to'"),
    ],
)
def test_what_cannot_begin_is_wrong_usage(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list, said: str
):
    monkeypatch.chdir(tmp_path)
    result = export(folder, *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_refusal_speaks_of_options_and_shows_where_if_it_is_asked(folder: Path, target: Path):
    target.write_text("mine")
    result = export(folder, "--to", target, "--resume")
    assert result.exit_code == 2
    assert "leave out --resume to write it anew" in result.stderr
    assert "Traceback" not in result.stderr
    assert "Traceback" in export(folder, "--to", target, "--resume", "--traceback").stderr


def test_an_exporter_of_the_older_contract_gets_one_worker(folder: Path, tmp_path: Path):
    target = tmp_path / "out.slips"
    result = export(folder, "--to", target, "--plugin", "archives")
    assert result.exit_code == 1
    assert len(target.read_text().splitlines()) == 39
    result = export(folder, "--to", target, "--plugin", "archives", "--workers", 2)
    assert result.exit_code == 2
    assert "leave out --workers" in result.stderr


def test_an_export_that_stopped_says_how_to_go_on(
    folder: Path, target: Path, monkeypatch: pytest.MonkeyPatch
):
    from cableparse_plugins.export.lines import RecordWriter

    def full(self, encoded: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(RecordWriter, "write_encoded", full)
    result = export(folder, "--to", target, "--workers", 1)
    assert result.exit_code == 1
    assert "No space left on device; 0 inputs are safe in it: go on with --resume" in result.stderr
    monkeypatch.undo()
    assert export(folder, "--to", target, "--resume").exit_code == 0
    assert len(lines_of(target)) == 40


def test_all_cores_work_unless_it_is_said_otherwise(
    folder: Path, target: Path, monkeypatch: pytest.MonkeyPatch
):
    asked = []
    real = preparation.Preparation.run

    def run(self, *arguments, workers: int, **options):
        asked.append(workers)
        return real(self, *arguments, workers=workers, **options)

    monkeypatch.setattr(preparation.Preparation, "run", run)
    export(folder, "--to", target)
    export(folder, "--to", target, "--workers", 1)
    assert asked == [_cores(), 1]
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    assert _cores() == os.cpu_count()


@posix
def test_an_interrupted_export_is_gone_on_with(tmp_path: Path):
    many, last = archive(tmp_path / "many", 1500), tmp_path / "last.txt"
    os.mkfifo(last)  # nobody writes to it, so that the export can't end before it is interrupted
    target = tmp_path / "out.jsonl"
    command = [*COMMAND, str(many), str(last), "--to", str(target), "--workers", "2"]
    running = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    end = time.monotonic() + 60
    while not (target.exists() and target.stat().st_size) and time.monotonic() < end:
        time.sleep(0.01)
    os.killpg(running.pid, signal.SIGINT)  # as a terminal does: the workers get it too
    _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    count = len(lines_of(target))
    assert said == f"{target}: {count} inputs are safe in it: go on with --resume\nInterrupted.\n"
    assert 0 < count <= 1500
    last.unlink()
    last.write_text(CABLE.format(number=1501, referred=7777))
    subprocess.run([*command, "--resume"], check=True)
    numbers = [json.loads(line)["mrn"]["serial"] for line in lines_of(target)]
    assert numbers == list(range(1, 1502))


@posix
def test_a_terminal_shows_a_bar_and_a_table(folder: Path, target: Path):
    status, text = on_a_terminal(str(folder), "nowhere", "--to", str(target))
    assert status == 1
    assert "100%" in text
    assert "1 failed" in text
    assert "40 read, 1 failed" in text
    assert "says why" in text


@posix
def test_the_bar_of_an_archive_says_how_much_of_it_is_read(tmp_path: Path, target: Path):
    packed = tmp_path / "cables.zip"
    write_zip(invented_archive(1500, seed=3, faults=0), packed)
    status, text = on_a_terminal(str(packed), "--to", str(target), "--workers", "1")
    assert status == 0
    shares = {int(share) for share in re.findall(r"(\d+)%", text)}
    assert {share for share in shares if 0 < share < 100}
    assert re.search(r"\d/s", text)
    assert re.search(r"\d:\d\d:\d\d", text)  # that is left
    assert "1500 read, 0 failed" in text


def on_a_terminal(*arguments: str) -> tuple[int, str]:
    pty = pytest.importorskip("pty")
    controller, terminal = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    running = subprocess.Popen([*COMMAND, *arguments], stderr=terminal, env=environment)
    os.close(terminal)
    shown = b""
    while True:
        try:
            shown += os.read(controller, 10_000)
        except OSError:
            break
    os.close(controller)
    return running.wait(), shown.decode()
