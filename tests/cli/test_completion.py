"""Shell completion: what a shell is given for a line that is being typed."""

import inspect
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from cableparse.cli import main

DOCS = Path(__file__).resolve().parents[2] / "docs"

PLUGIN = """\
from cableparse import hookimpl


class Letters:
    name = "letters"
    suffixes = (".letters",)

    def open(self, target):
        raise NotImplementedError


class Off:
    name = "off-by-default"
    after = ()
    default = False

    def enrich(self, cable):
        return cable


@hookimpl
def cableparse_exporters():
    return [Letters()]


@hookimpl
def cableparse_enrichers():
    return [Off()]
"""


def offered(typed: str, shell: str = "bash") -> list[str]:
    """What the shell is given for a line; its last word is the one that is being typed."""
    *_, incomplete = words = typed.split(" ")
    environment = {
        "_CABLEPARSE_COMPLETE": f"{shell}_complete",
        "COMP_WORDS": typed,
        "COMP_CWORD": incomplete if shell == "fish" else str(len(words) - 1),
    }
    runner = CliRunner(env=environment)
    result = runner.invoke(main, [], prog_name="cableparse")
    assert result.exit_code == 0, result.output
    return [line for line in result.output.splitlines() if line]  # one is empty where nothing is


def plain(*names: str) -> list[str]:
    return [f"plain,{name}" for name in names]


# ---------------------------------------------------------------- what is offered


def test_commands_are_offered() -> None:
    assert offered("cableparse s") == plain("schema", "show", "survey")


@pytest.mark.parametrize("command", ["parse", "export", "show", "survey"])
def test_every_command_that_reads_offers_the_formats(command: str) -> None:
    assert offered(f"cableparse {command} --no-plugins --format wiki") == plain(
        "wikileaks", "wikileaks-page"
    )


@pytest.mark.parametrize("command", ["parse", "export"])
def test_exporters_are_offered(command: str) -> None:
    assert offered(f"cableparse {command} --no-plugins --export js") == plain("jsonl")


def test_only_enrichers_that_are_off_are_offered_and_each_once() -> None:
    assert offered("cableparse parse --no-plugins --enrich ") == plain("typography")
    assert offered("cableparse parse --no-plugins --enrich typography --enrich ") == []


@pytest.mark.parametrize(
    "typed",
    [
        "cableparse parse see",
        "cableparse parse a.txt see",
        "cableparse export see",
        "cableparse show see",
        "cableparse survey see",
        "cableparse parse -o see",
        "cableparse export --to see",
    ],
)
def test_files_are_left_to_the_shell(typed: str) -> None:
    assert offered(typed) == ["file,see"]


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_shells_that_show_it_are_told_what_a_name_is_for(shell: str) -> None:
    said = "\n".join(offered("cableparse parse --no-plugins --export sql", shell))
    assert "sqlite" in said
    assert "writes .db; .sqlite; .sqlite3" in said


# ---------------------------------------------------------------- plugins


def test_plugins_that_the_line_names_are_offered(tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "completed_plugin.py").write_text(PLUGIN)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [*sys.path])
    line = "cableparse parse --no-plugins --plugin completed_plugin"
    assert offered(f"{line} --export l") == plain("letters")
    assert offered(f"{line} --enrich o") == plain("off-by-default")


@pytest.mark.parametrize("plugin", ["no_such_plugin", "./no-module"])
@pytest.mark.parametrize("option", ["--format", "--export", "--enrich"])
def test_nothing_is_offered_where_plugins_do_not_load(plugin: str, option: str) -> None:
    assert offered(f"cableparse parse --plugin {plugin} {option} ") == []


# ---------------------------------------------------------------- the shells


def documented(shell: str) -> str:
    page = (DOCS / "cli.md").read_text(encoding="utf-8")
    line = re.search(rf"^:caption: {shell}\n\n(.+)\n```$", page, re.MULTILINE)
    assert line is not None
    return line[1]


def session(shell: str, script: str) -> str:
    """What a shell prints that finds this environment's ``cableparse``."""
    program = shutil.which("cableparse", path=Path(sys.executable).parent)
    if program is None:
        pytest.skip("no command cableparse beside this Python: it is not installed here")
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell} on this machine")
    path = os.pathsep.join([str(Path(program).parent), os.environ["PATH"]])
    done = subprocess.run(
        [shell, "-c", script],
        env=os.environ | {"PATH": path},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_bash_completes_after_the_line_that_the_page_gives() -> None:
    script = f"""\
        {documented("bash")}
        complete -p cableparse
        COMP_WORDS=(cableparse parse --no-plugins --format wiki) COMP_CWORD=4
        _cableparse_completion cableparse
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    how, *words = session("bash", inspect.cleandoc(script)).splitlines()
    assert how.endswith("-F _cableparse_completion cableparse")
    assert words == ["wikileaks", "wikileaks-page"]


def test_zsh_takes_the_line_that_the_page_gives() -> None:
    script = (
        f"autoload -U compinit; compinit -D; {documented('zsh')}; whence -w _cableparse_completion"
    )
    assert session("zsh", script) == "_cableparse_completion: function\n"


def test_fish_completes_after_the_line_that_the_page_gives() -> None:
    script = f"""{documented("fish")}; complete -C 'cableparse parse --no-plugins --export js'"""
    assert session("fish", script) == "jsonl\twrites .jsonl; .jsonl.gz; .jsonl.zst\n"


# The oldest click that is allowed calls re.sub as Python 3.13 no longer likes it.
@pytest.mark.filterwarnings("ignore:'count' is passed as positional argument:DeprecationWarning")
@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_the_script_that_the_page_names_is_there(shell: str) -> None:
    source = re.search(r"_CABLEPARSE_COMPLETE=(\w+)", documented(shell))
    assert source is not None
    runner = CliRunner(env={"_CABLEPARSE_COMPLETE": source[1]})
    result = runner.invoke(main, [], prog_name="cableparse")
    assert result.exit_code == 0
    assert f"_CABLEPARSE_COMPLETE={shell}_complete" in result.output
