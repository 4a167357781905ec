"""The template: what it makes is a plugin that is found and keeps the laws, untouched."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

import cableparse
from cableparse import testing
from cableparse.plugins import hookspecs

ROOT = Path(__file__).resolve().parents[2]
TEMPLATE = ROOT / "template"
KINDS = ("format", "enricher", "exporter", "container")

pytestmark = pytest.mark.skipif(
    find_spec("copier") is None, reason="the template is rendered with copier"
)


def run(
    folder: Path, *arguments: str, path: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a module of this Python, with ``path`` before what is installed."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    if path is not None:
        environment["PYTHONPATH"] = str(path)
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=folder,
        env=environment | {"PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def render(folder: Path, **answers: str) -> subprocess.CompletedProcess[str]:
    given = [part for key, value in answers.items() for part in ("--data", f"{key}={value}")]
    return run(folder, "copier", "copy", "--defaults", *given, str(TEMPLATE), "made")


@pytest.fixture(scope="module", params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def made(kind: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The distribution that the template makes of a kind, with a name of two words."""
    folder = tmp_path_factory.mktemp(kind)
    done = render(folder, kind=kind, name="reading-room")
    assert done.returncode == 0, done.stderr
    assert "cableparse-reading-room is in" in done.stderr
    return folder / "made"


@pytest.fixture(scope="module")
def installed(made: Path) -> Path:
    """A folder in which the distribution stands as it does where it is installed."""
    pytest.importorskip("hatchling", reason="the distribution is built with hatchling")
    done = run(made, "hatchling", "build", "-t", "wheel", "-d", "../wheels")
    assert done.returncode == 0, done.stderr
    (wheel,) = made.parent.glob("wheels/*.whl")
    site = made.parent / "site"
    # What pip would do with a wheel that has no scripts.
    zipfile.ZipFile(wheel).extractall(site)
    return site


# ---------------------------------------------------------------- what is made


def test_the_tests_of_what_is_made_pass_untouched(kind: str, made: Path, installed: Path) -> None:
    done = run(made, "pytest", "-q", "-p", "no:cacheprovider", path=installed)
    assert done.returncode == 0, done.stdout + done.stderr
    passed = re.search(r"^(\d+) passed in", done.stdout, re.MULTILINE)
    registry = cableparse.Parser(autoload="bundled").registry
    checks = testing.conformance_checks(getattr(registry, f"{kind}s")[0])
    own = (made / "tests" / f"test_{kind}.py").read_text("utf-8").count("\ndef test_") - 1
    assert own > 0
    assert passed is not None
    assert int(passed[1]) == len(checks) + own


def test_what_is_made_is_found_by_its_entry_point(kind: str, installed: Path) -> None:
    done = run(installed, "cableparse", "plugins", path=installed)
    (row,) = (line for line in done.stdout.splitlines() if line.startswith("reading-room "))
    assert row.split()[:4] == ["reading-room", kind, "reading-room", "cableparse-reading-room"]


def test_what_is_made_imports_public_names_only(made: Path) -> None:
    sources = "".join(path.read_text("utf-8") for path in made.rglob("*.py"))
    public = {"cableparse": cableparse.__all__, "cableparse.testing": testing.__all__}
    imported = re.findall(r"^from (cableparse(?:\.[.\w]*)?) import (.+)$", sources, re.MULTILINE)
    assert {module for module, _ in imported} == {*public}
    for module, names in imported:
        assert {*names.split(", ")} <= {*public[module]}


def test_nothing_of_the_template_is_left(made: Path) -> None:
    for path in made.rglob("*"):
        if "__pycache__" in path.parts:  # of a test that ran before this one
            continue
        assert path.suffix != ".jinja"
        assert not re.search(r"\{\{|\{%", str(path))
        if path.is_file():
            text = path.read_text("utf-8")
            assert not re.search(r"\{%|\{\{ ", text), path
            assert text == "" or (text[-1] == "\n" and text[-2:] != "\n\n"), path


def test_what_it_depends_on_is_installed_first(made: Path) -> None:
    answered = (made / "README.md", TEMPLATE / "copier.yml", ROOT / "docs" / "plugins.md")
    for page in answered:
        installed = re.findall(r"^ *\.venv/bin/pip install -e (.+)$", page.read_text("utf-8"), re.M)
        assert installed[:2] == ["PATH/TO/cableparse", "'.[testing]'"], page


# For each kind a fault that somebody might make in what the template gives, and the law it breaks.
FAULTS = {
    "format": ("text=source.text,", "text=text,", "check_text_kept"),
    "enricher": (
        "cable.with_defects(*later)",
        "cable.evolve(defects=(*cable.defects, *later))",
        "check_idempotent",
    ),
    "exporter": ("self._file.seek(self._token)", "pass", "check_resumes"),
    "container": ('where = f"{name}#{place}"', "where = name", "check_members_named"),
}


def test_a_law_that_is_broken_later_is_seen(
    kind: str, made: Path, installed: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    shutil.copytree(installed, site, ignore=shutil.ignore_patterns("__pycache__"))
    source = site / "cableparse_reading_room" / f"{kind}.py"
    sound = source.read_text("utf-8")
    of_template, fault, law = FAULTS[kind]
    assert of_template in sound
    source.write_text(sound.replace(of_template, fault), "utf-8")
    done = run(made, "pytest", "-q", "-p", "no:cacheprovider", "-k", law, path=site)
    assert f"'reading-room' breaks {law}" in done.stdout


# ---------------------------------------------------------------- what is asked


@pytest.mark.parametrize(
    ("answers", "advice"),
    [
        ({"name": "Reading Room"}, "Use small letters and digits"),
        ({"distribution": "a--b"}, "Use small letters and digits"),
        ({"distribution": "cableparse"}, "Use two words at least"),
        ({"description": 'Reads "mine"'}, "Use one line without quotes"),
        ({"kind": "hook"}, "Invalid choice"),
    ],
    ids=str,
)
def test_an_answer_that_would_break_something_is_refused(
    answers: dict[str, str], advice: str, tmp_path: Path
) -> None:
    done = render(tmp_path, **answers)
    assert done.returncode != 0
    assert advice in done.stderr
    assert not (tmp_path / "made").exists()


def questions() -> dict[str, Any]:
    yaml = pytest.importorskip("yaml", reason="the questions are read with PyYAML")
    said = yaml.safe_load((TEMPLATE / "copier.yml").read_text("utf-8"))
    return {key: one for key, one in said.items() if key[0] != "_" and one.get("when", True)}


def test_every_kind_of_plugin_can_be_chosen() -> None:
    hooks = [name for name in vars(hookspecs) if name.startswith("cableparse_")]
    kinds = [hook.removeprefix("cableparse_").removesuffix("s") for hook in hooks]
    assert sorted(questions()["kind"]["choices"].values()) == sorted(kinds) == sorted(KINDS)


def test_the_page_lists_the_questions() -> None:
    page = (ROOT / "docs" / "plugins.md").read_text("utf-8")
    listed = re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)
    assert listed == list(questions())
