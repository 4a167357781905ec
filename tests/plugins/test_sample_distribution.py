"""The example distribution: docs/plugins.md shows it, and it works where it is installed."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Iterator
from pathlib import Path

import pytest

import cableparse
from cableparse import testing

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "docs" / "examples" / "cableparse-sample"
PAGE = (ROOT / "docs" / "plugins.md").read_text(encoding="utf-8")
# Written by the tutorial's own command, and so on no page.
WRITTEN = {"tests/letter.txt.json"}

_BLOCK = re.compile(
    r"^(?P<fence>```+)\{code-block\} (?P<language>\w+)\n(?::caption: (?P<caption>[^\n]+)\n\n)?"
    r"(?P<body>.*?)^(?P=fence)$",
    re.MULTILINE | re.DOTALL,
)

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the commands are for a Unix shell")


def blocks(language: str) -> list[str]:
    return [block["body"] for block in _BLOCK.finditer(PAGE) if block["language"] == language]


def files() -> Iterator[Path]:
    for path in sorted(EXAMPLE.rglob("*")):
        if path.is_file() and not {".venv", "__pycache__", ".pytest_cache"} & {*path.parts}:
            yield path


# ---------------------------------------------------------------- the page


def test_the_page_shows_every_file_of_the_distribution_as_it_is() -> None:
    captioned = {block["caption"]: block["body"] for block in _BLOCK.finditer(PAGE)}
    shown = {name: body for name, body in captioned.items() if name and " " not in name}
    there = {
        path.relative_to(EXAMPLE).as_posix(): path.read_text(encoding="utf-8") for path in files()
    }
    assert shown == {name: text for name, text in there.items() if name not in WRITTEN}


def test_the_distribution_imports_public_names_only() -> None:
    sources = "".join(path.read_text("utf-8") for path in EXAMPLE.rglob("*.py"))
    public = {"cableparse": cableparse.__all__, "cableparse.testing": testing.__all__}
    imported = re.findall(r"^from (cableparse[.\w]*) import (.+)$", sources, re.MULTILINE)
    for module, names in imported:
        if not module.startswith("cableparse_sample"):
            assert {*names.split(", ")} <= {*public[module]}
    assert {"cableparse", "cableparse.testing"} <= {module for module, _ in imported}


# ---------------------------------------------------------------- built, installed, run


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The distribution's folder, with an environment into which it and cableparse are installed.

    Nothing is fetched: both are built here, and what they depend on comes from the environment
    that runs this test.
    """
    pytest.importorskip("hatchling", reason="the distributions are built with hatchling")
    pytest.importorskip("pip", reason="the distributions are installed with pip")
    folder = tmp_path_factory.mktemp("tutorial") / "cableparse-sample"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("__pycache__", ".*"))
    wheels = folder.parent / "wheels"
    for project in (ROOT, folder):
        run(project, sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(wheels))
    environment = folder / ".venv"
    venv.create(environment, with_pip=False)
    python = environment / "bin" / "python"
    run(folder, sys.executable, "-m", "pip", "--isolated", "--disable-pip-version-check",
        "--python", str(python), "install", "--quiet", "--no-index", "--no-deps",
        *map(str, wheels.glob("*.whl")))  # fmt: skip
    (site,) = (environment / "lib").glob("python*/site-packages")
    borrowed = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (site / "borrowed.pth").write_text("\n".join(sorted(borrowed)))
    return folder


def run(folder: Path, *command: str) -> str:
    """Run a command; give its standard output."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment | {"PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_environment_has_the_built_distributions(installed: Path) -> None:
    code = "import cableparse, cableparse_sample as s; print(cableparse.__file__, s.__file__)"
    for path in run(installed, ".venv/bin/python", "-c", code).split():
        assert path.startswith(str(installed / ".venv"))


def test_the_commands_of_the_tutorial_give_what_it_shows(installed: Path) -> None:
    (console,) = blocks("console")
    for shown in re.split(r"^\$ ", console, flags=re.MULTILINE)[1:]:
        command, _, output = shown.partition("\n")
        # The columns are as wide as what else is installed makes them.
        assert run(installed, "sh", "-c", command).split() == output.split()


def test_the_session_of_the_tutorial_gives_what_it_shows(installed: Path) -> None:
    (session,) = blocks("pycon")
    (installed / "session.txt").write_text(session, encoding="utf-8")
    run(installed, ".venv/bin/python", "-m", "doctest", "session.txt")


def test_its_tests_pass(installed: Path) -> None:
    said = run(installed, ".venv/bin/python", "-m", "pytest", "-q", "-p", "no:cacheprovider")
    registry = cableparse.Parser(autoload="bundled").registry
    one_of_each = registry.formats[0], registry.enrichers[0], registry.exporters[0]
    checks = sum(len(testing.conformance_checks(plugin)) for plugin in one_of_each)
    assert f"{checks + 2} passed" in said


def test_a_law_that_is_broken_is_seen(installed: Path, tmp_path: Path) -> None:
    folder = tmp_path / "broken"
    shutil.copytree(installed, folder, symlinks=True)
    (source,) = (folder / ".venv").rglob("cableparse_sample/mail.py")
    sound = source.read_text(encoding="utf-8")
    source.write_text(sound.replace("text=source.text,", "text=text,"), encoding="utf-8")
    with pytest.raises(AssertionError) as caught:
        run(folder, ".venv/bin/python", "-m", "pytest", "-q", "-k", "mail-check_text_kept")
    assert "format 'mail' breaks check_text_kept" in str(caught.value)
