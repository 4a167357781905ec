"""What ``cableparse plugins`` promises: what is installed, in running order, and from where."""

import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from uuid import uuid4

import pytest
from click.testing import Result

from cableparse.cli import main
from commands import invoke

PLUGIN = """\
from cableparse import hookimpl
class Early:
    name, after = "early", ()
    def enrich(self, cable): return cable
class Late:
    name, after = "a-late-one", ("redactions", "early")
    def enrich(self, cable): return cable
@hookimpl
def cableparse_enrichers(): return [Late(), Early()]
"""


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    name = f"listed_{uuid4().hex}"
    (tmp_path / f"{name}.py").write_text(PLUGIN)
    return name


def plugins(*arguments: str) -> Result:
    return invoke(main, "plugins", *arguments)


def rows(output: str) -> list[list[str]]:
    return [line.split() for line in output.splitlines()]


def test_what_comes_with_cableparse_is_listed_with_kind_and_distribution():
    found = {row[0]: row[1:5] for row in rows(plugins("--no-plugins").stdout)}
    ours = ["cableparse", version("cableparse")]
    assert found["name"] == ["kind", "plugin", "distribution", "detail"]
    assert found["wikileaks"] == ["format", "wikileaks", *ours]
    assert found["paragraphs"] == ["enricher", "paragraphs", *ours]
    assert found["jsonl"] == ["exporter", "jsonl", *ours]
    assert found["zip"] == ["container", "zip", *ours]


def test_enrichers_are_listed_in_the_order_they_run_in(module: str):
    listed = rows(plugins("--no-plugins", "--plugin", module).stdout)
    order = [row[0] for row in listed if row[1] == "enricher"]
    assert order.index("boilerplate") < order.index("paragraphs")
    assert order.index("a-late-one") > max(order.index("redactions"), order.index("early"))


def test_a_given_module_is_named_as_given(module: str):
    (line,) = (row for row in plugins("--plugin", module).stdout.splitlines() if "a-late" in row)
    assert line.split()[:6] == ["a-late-one", "enricher", module, "given", "by", "the"]
    assert line.endswith("after redactions, early")


def test_columns_are_aligned_and_plain_when_piped():
    head, *lines = plugins("--no-plugins").stdout.splitlines()
    at = head.index("distribution")
    assert all(line[at:].startswith("cableparse ") for line in lines)
    assert all(line == line.rstrip() for line in (head, *lines))
    assert "\x1b" not in "".join(lines)


def test_a_strangers_distribution_is_listed_unless_left_out(tmp_path: Path):
    info = tmp_path / "stranger-2.1.dist-info"
    info.mkdir()
    (tmp_path / "stranger_module.py").write_text(PLUGIN)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: stranger\nVersion: 2.1\n")
    (info / "entry_points.txt").write_text("[cableparse]\nfrom-afar = stranger_module\n")

    def listed(*arguments: str) -> str:
        return subprocess.run(
            [sys.executable, "-m", "cableparse", "plugins", *arguments],
            env={**os.environ, "PYTHONPATH": str(tmp_path)},
            capture_output=True, check=True, encoding="utf-8",
        ).stdout  # fmt: skip

    assert ["early", "enricher", "from-afar", "stranger", "2.1"] in rows(listed())
    assert "stranger" not in listed("--no-plugins")


def test_a_plugin_that_can_not_be_loaded_is_refused():
    result = plugins("--plugin", "no_such_module")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "plugin no_such_module: can't be imported" in result.stderr


def test_traceback_shows_why():
    assert "ModuleNotFoundError" in plugins("--traceback", "--plugin", "no_such_module").stderr
    assert "Traceback" not in plugins("--plugin", "no_such_module").stderr
