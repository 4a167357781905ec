"""What people expect beside the code: how to cite it, how to report a fault, forms for issues."""

import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from cableparse import DEFAULT_MAX_BYTES, Parser

yaml = pytest.importorskip("yaml", reason="the files are read with PyYAML")

ROOT = Path(__file__).resolve().parents[1]
FORMS = sorted(
    path
    for path in (ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml")
    if path.name != "config.yml"
)
FOR_PEOPLE = [ROOT / "CITATION.cff", ROOT / "SECURITY.md", *(ROOT / ".github").rglob("*.*")]


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def project() -> dict[str, Any]:
    with (ROOT / "pyproject.toml").open("rb") as file:
        said: dict[str, Any] = tomllib.load(file)["project"]
    return said


# ---------------------------------------------------------------- CITATION.cff

# What the Citation File Format 1.2.0 asks of the keys that are used here. Its own validator wants a
# jsonschema from before the one that the tests have.
_TEXT = {"type": "string", "minLength": 1}
CITATION = {
    "type": "object",
    "required": ["cff-version", "message", "title", "authors"],
    "additionalProperties": False,
    "properties": {
        "cff-version": {"const": "1.2.0"},
        "message": _TEXT,
        "title": _TEXT,
        "abstract": _TEXT,
        "type": {"enum": ["software", "dataset"]},
        "version": _TEXT,
        "date-released": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
        "license": _TEXT,
        "authors": {
            "type": "array",
            "minItems": 1,
            "uniqueItems": True,
            "items": {
                "type": "object",
                "anyOf": [{"required": ["name"]}, {"required": ["family-names"]}],
                "additionalProperties": False,
                "properties": dict.fromkeys(("name", "family-names", "given-names"), _TEXT),
            },
        },
        "keywords": {"type": "array", "minItems": 1, "uniqueItems": True, "items": _TEXT},
    },
}


def citation() -> dict[str, Any]:
    said: dict[str, Any] = yaml.safe_load(read("CITATION.cff"))
    return said


def test_the_citation_is_of_its_format() -> None:
    jsonschema.validate(citation(), CITATION)


def test_the_citation_agrees_with_the_project() -> None:
    said, of_project = citation(), project()
    assert said["title"] == of_project["name"]
    assert said["version"] == of_project["version"]
    assert said["license"] == of_project["license"]
    assert said["abstract"] == of_project["description"]
    assert said["keywords"] == of_project["keywords"]
    assert [author["name"] for author in said["authors"]] == [
        author["name"] for author in of_project["authors"]
    ]


# ---------------------------------------------------------------- extras


def test_the_extra_all_installs_every_other_one() -> None:
    extras = project()["optional-dependencies"]
    (listed,) = extras["all"]
    assert listed == f"cableparse[{','.join(sorted(extras.keys() - {'all'}))}]"


# ---------------------------------------------------------------- SECURITY.md


def test_security_names_the_cap_that_there_is() -> None:
    assert f"longer than {DEFAULT_MAX_BYTES // 1024**2} MiB is refused" in read("SECURITY.md")


def test_anchors_of_security_lead_somewhere() -> None:
    links = re.findall(r"\]\(([^)#]+)#([^)]+)\)", read("SECURITY.md"))
    assert links
    for page, anchor in links:
        headings = re.findall(r"^#+ (.+)$", read(page), re.MULTILINE)
        assert anchor in {
            re.sub(r"[^\w -]", "", said).lower().replace(" ", "-") for said in headings
        }


@pytest.mark.parametrize("path", FOR_PEOPLE, ids=lambda path: path.name)
def test_no_address_and_no_host_is_made_up(path: Path) -> None:
    assert re.findall(r"https?:|\w@\w", path.read_text(encoding="utf-8")) == []


# ---------------------------------------------------------------- names

# Officials whose names stand in the stamps of real documents, in parts, so that this file has none.
OFFICIALS = (("Sheryl", "Walter"), ("Margaret", "Grafeld"))


def files_of_the_project() -> list[Path]:
    """Give the files that git keeps, or would keep; skip where this is no checkout."""
    if not (ROOT / ".git").exists():
        pytest.skip("the files of a project are those of its checkout")
    asked = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(asked, cwd=ROOT, capture_output=True, check=True, text=True).stdout
    return [path for name in listed.split("\0") if (path := ROOT / name).is_file()]


@pytest.mark.parametrize(("given", "family"), OFFICIALS)
def test_what_is_invented_names_no_real_official(given: str, family: str) -> None:
    name = re.compile(rf"{given}\s+(?:[A-Z]\.\s+)?{family}".encode(), re.IGNORECASE)
    files = files_of_the_project()
    assert files
    assert [path.name for path in files if name.search(path.read_bytes())] == []


# ---------------------------------------------------------------- forms

# What a form may say, as the sites that show them read it.
_ELEMENTS = {
    "markdown": {"required": ["value"]},
    "textarea": {"required": ["label"]},
    "input": {"required": ["label"]},
    "dropdown": {"required": ["label", "options"]},
    "checkboxes": {"required": ["label", "options"]},
}
FORM = {
    "type": "object",
    "required": ["name", "description", "body"],
    "additionalProperties": False,
    "properties": {
        "name": _TEXT,
        "description": _TEXT,
        "title": _TEXT,
        "labels": {"type": "array", "items": _TEXT},
        "body": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["type", "attributes"],
                "additionalProperties": False,
                "properties": {
                    "type": {"enum": list(_ELEMENTS)},
                    "id": {"type": "string", "pattern": r"^[a-z][a-z0-9_-]*$"},
                    "attributes": {
                        "type": "object",
                        "additionalProperties": False,
                        "properties": {
                            **dict.fromkeys(("label", "description", "value", "render"), _TEXT),
                            "options": {
                                "type": "array",
                                "minItems": 1,
                                "uniqueItems": True,
                                "items": {"type": ["string", "object"]},
                            },
                        },
                    },
                    "validations": {
                        "type": "object",
                        "additionalProperties": False,
                        "properties": {"required": {"type": "boolean"}},
                    },
                },
                "allOf": [
                    {
                        "if": {"properties": {"type": {"const": name}}},
                        "then": {"properties": {"attributes": asked}},
                    }
                    for name, asked in _ELEMENTS.items()
                ],
            },
        },
    },
}


def form(name: str) -> dict[str, Any]:
    said: dict[str, Any] = yaml.safe_load(read(f".github/ISSUE_TEMPLATE/{name}.yml"))
    return said


def options(name: str, element: str) -> list[str]:
    (found,) = (one for one in form(name)["body"] if one.get("id") == element)
    listed: list[str] = found["attributes"]["options"]
    return listed


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_is_one(path: Path) -> None:
    said = form(path.stem)
    jsonschema.validate(said, FORM)
    ids = [element["id"] for element in said["body"] if element["type"] != "markdown"]
    assert len(ids) == len({*ids})


def test_the_forms_may_be_passed_over() -> None:
    assert form("config") == {"blank_issues_enabled": True}


def test_the_form_for_a_misread_cable_lists_the_formats_that_there_are(parser: Parser) -> None:
    listed = {option for option in options("misread-cable", "wrapping") if " " not in option}
    assert listed == {format.name for format in parser.registry.formats}


def test_the_form_for_a_broken_law_lists_the_laws_that_there_are() -> None:
    _, _, said = read("docs/architecture.md").partition("\n## What always holds\n")
    laws = re.findall(r"^(\d+)\. ", said.partition("\n## ")[0], re.MULTILINE)
    listed = [option.partition(":")[0] for option in options("broken-law", "law")]
    assert [law for law in listed if law.isdigit()] == laws
