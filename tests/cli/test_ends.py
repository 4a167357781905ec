"""How commands end, what they say on a terminal, and what help promises: as processes."""

import errno
import os
import re
import signal
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path

import pytest

from cableparse.cli import main
from cableparse.cli.exits import CommandGroup
from commands import invoke

COMMAND = [sys.executable, "-m", "cableparse"]
CABLE = "FM AMCONSUL HALIFAX\nTAGS: ETRD, CA\nSUBJECT: FERRIES RUN LATE\n\n1. (U) They run late.\n"

WRITING = [
    ["parse", "cables"], ["show", "cables/0.txt"], ["survey", "cables"],
    ["survey", "--json", "cables"], ["chunk", "cables"], ["plugins"], ["schema"], ["-h"],
]  # fmt: skip

posix = pytest.mark.skipif(os.name != "posix", reason="needs pipes and terminals as Unix has them")


@pytest.fixture(autouse=True)
def _buffered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHONUNBUFFERED", raising=False)  # it would hide what is not flushed


@pytest.fixture
def cables(tmp_path: Path) -> Path:
    folder = tmp_path / "cables"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(CABLE)
    return folder


# ---------------------------------------------------------------- help and version


def help_of(*arguments: str) -> str:
    result = invoke(main, *arguments)
    assert result.exit_code == 0
    return result.stdout


@pytest.mark.parametrize("command", ["", "parse", "export", "show", "survey", "plugins", "schema"])
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_has_examples_on_lines_of_their_own(command: str, option: str):
    text = help_of(*command.split(), option)
    assert re.search(rf"^    cableparse {command}.*$", text, re.MULTILINE)
    assert "\b" not in text


def test_help_lists_every_exit_status():
    found = re.findall(r"^    (\d+) ", help_of("-h"), re.MULTILINE)
    assert found == ["0", "1", "2", "130", "141"]


def test_help_shows_defaults():
    assert re.search(r"--max-bytes N.*?\[default:\s+\(?67108864", help_of("parse", "-h"), re.DOTALL)


def test_version_is_the_distributions():
    assert help_of("--version") == f"cableparse {version('cableparse')}\n"


def test_an_unknown_command_is_wrong_usage():
    result = invoke(main, "prase")
    assert result.exit_code == 2
    assert "prase" in result.stderr


def test_an_encoding_without_the_margins_signs_gets_plain_ones(cables: Path):
    lost = CABLE.replace("late.", "late, XXXXXX said – to Łódź.")
    (cables / "lost.txt").write_text(lost, encoding="utf-8")
    done = subprocess.run(
        [*COMMAND, "show", "cables/lost.txt"],
        cwd=cables.parent, capture_output=True, check=True,
        env={**os.environ, "PYTHONIOENCODING": "latin-1"},
    )  # fmt: skip
    shown = done.stdout.decode("latin-1")
    assert "| # redacted" in shown
    assert "?ód?" in shown


# ---------------------------------------------------------------- pipes


@posix
@pytest.mark.parametrize("arguments", WRITING, ids=str)
def test_a_pipe_that_nobody_reads_ends_quietly(cables: Path, arguments: list[str]):
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [*COMMAND, *arguments],
        stdout=writer,
        stderr=subprocess.PIPE,
        cwd=cables.parent,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


@posix
def test_the_first_line_can_be_taken_alone(cables: Path):
    done = subprocess.run(
        f'"{sys.executable}" -m cableparse parse cables | head -n 1',
        shell=True, cwd=cables.parent, capture_output=True, check=True,
    )  # fmt: skip
    assert done.stdout.count(b"\n") == 1
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("arguments", WRITING, ids=str)
def test_a_full_disk_is_told_in_one_line(cables: Path, arguments: list[str]):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=cables.parent,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.startswith(b"Error: standard output: ")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            OSError(errno.ENOSPC, "No space left"),
            "standard output: can't be written: No space left",
        ),
        (OSError(errno.ENAMETOOLONG, "Too long", "a.txt"), "a.txt: Too long"),
        (OSError(errno.EAGAIN, "No more processes"), "No more processes"),
    ],
    ids=["writing", "a path", "the system"],
)
def test_what_the_system_refuses_is_told_of_the_output_only_where_it_was_written(
    error: OSError, said: str
):
    group = CommandGroup("group")

    @group.command()
    def fail() -> None:
        raise error

    result = invoke(group, "fail")
    assert (result.exit_code, result.stderr) == (1, f"Error: {said}\n")


@posix
@pytest.mark.parametrize("command", ["parse", "chunk", "survey", "show"])
def test_a_path_that_no_file_can_have_is_what_is_blamed(command: str):
    result = invoke(main, command, "a" * 300)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"Error: {'a' * 300}: can't be read: ")
    assert "standard output" not in result.stderr


@posix
def test_a_path_that_no_file_can_have_is_an_export_s_failure(tmp_path: Path):
    for _ in range(2):  # the second one finds a target that it might write over
        result = invoke(main, "export", "a" * 300, "--to", tmp_path / "cables.jsonl")
        assert result.exit_code == 1
        assert result.stderr.startswith("1 of 1 inputs failed")


@posix
def test_a_line_is_written_before_the_next_document_is_there(tmp_path: Path):
    first, later = tmp_path / "first.txt", tmp_path / "later.txt"
    first.write_text(CABLE)
    os.mkfifo(later)
    process = subprocess.Popen([*COMMAND, "parse", first, later], stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert b"first.txt" in process.stdout.readline()  # while `later` still waits for its writer
    later.write_text(CABLE)
    assert b"later.txt" in process.communicate(timeout=30)[0]


@posix
def test_ctrl_c_ends_without_a_traceback(tmp_path: Path):
    os.mkfifo(tmp_path / "never.txt")
    (tmp_path / "first.txt").write_text(CABLE)
    process = subprocess.Popen(
        [*COMMAND, "parse", "first.txt", "never.txt"],
        cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    _, error = process.communicate(timeout=30)
    assert (process.returncode, error) == (130, b"Interrupted.\n")


# ---------------------------------------------------------------- terminals


def on_terminal(*arguments: str, folder: Path, stdout_too: bool = False) -> tuple[int, str]:
    """Run with standard error on a terminal; give the exit status and what the terminal got."""
    pty = pytest.importorskip("pty")
    controller, terminal = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, *arguments],
        cwd=folder, stderr=terminal, stdout=terminal if stdout_too else subprocess.DEVNULL,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "80"},
    )  # fmt: skip
    os.close(terminal)
    got = b""
    while True:
        try:
            piece = os.read(controller, 65536)
        except OSError:  # how Linux says that the terminal's other end is closed
            break
        if not piece:
            break
        got += piece
    os.close(controller)
    return process.wait(timeout=30), got.decode()


def plain(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", text)


@posix
def test_a_terminal_gets_a_bar_and_a_closing_table(cables: Path):
    (cables / "bad.txt").write_text("Dear Sir\n")
    (cables / "lost.txt").write_text(CABLE.replace("1. (U)", "3. (U)"))
    status, got = on_terminal("parse", "cables", folder=cables.parent)
    assert status == 1
    assert re.search(r"reading .* 100% 5", plain(got))
    assert "Error: cables/bad.txt: no format knows it." in plain(got)
    table = plain(got)[plain(got).index(" format") :]
    assert re.search(r"read +with defects +defects", table)
    assert re.search(r"telegram +4 +4 +\d+", table)
    assert "4 read, 1 failed" in table


@posix
def test_the_bar_does_not_run_into_the_lines_that_share_its_terminal(cables: Path):
    status, got = on_terminal("parse", "cables", folder=cables.parent, stdout_too=True)
    assert status == 0
    starts = re.findall(r"([^\n]*)\{\"schema\"", got)
    assert len(starts) == 3
    assert all(re.search(r"(\x1b\[2K|^\r?)$|\x1b\[2K\S*$", start) for start in starts)


@posix
def test_nothing_but_errors_is_said_when_standard_error_is_no_terminal(cables: Path):
    done = subprocess.run(
        [*COMMAND, "parse", "cables", "missing"],
        cwd=cables.parent, capture_output=True, check=False, env={**os.environ, "FORCE_COLOR": "1"},
    )  # fmt: skip
    assert done.stderr == b"Error: missing: there is no such file or directory; check the path\n"


@posix
def test_a_survey_has_a_bar_and_tables_on_a_terminal_and_both_lines_and_styles(cables: Path):
    (cables / "bad.txt").write_text("Dear Sir\n")
    status, got = on_terminal("survey", "cables", folder=cables.parent, stdout_too=True)
    assert status == 1
    assert re.search(r"reading", plain(got))
    assert "Error: cables/bad.txt: no format knows it." in re.sub(r"\s+", " ", plain(got))
    assert "4 documents: 3 read, 1 failed" in plain(got)
    assert "───" in got
    assert "\x1b[1m" in got
    assert re.search(r"telegram +3 +100%", plain(got))


@posix
def test_a_name_that_is_wider_than_the_terminal_is_there_in_whole(cables: Path):
    name = "J" * 90 + ".txt"
    (cables / name).write_text(CABLE.replace("TAGS: ETRD", "TAGS: QQQZ"))
    _, got = on_terminal("survey", f"cables/{name}", folder=cables.parent, stdout_too=True)
    table = plain(got).partition("Defects")[2]
    assert table.count("J") % 90 == 0
    assert table.count("J") > 90
    assert "…" not in table


@posix
def test_plugins_are_a_table_on_a_terminal(cables: Path):
    _, got = on_terminal("plugins", folder=cables, stdout_too=True)
    assert "───" in got
    assert re.search(r"paragraphs +enricher", plain(got))
