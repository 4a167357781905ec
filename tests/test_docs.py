"""The documentation: its samples run, and its tables list what there is, all of it and no more."""

import doctest
import enum
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import attrs
import click
import pytest

import cableparse
from cableparse import DEFAULT_MAX_BYTES, DEFECT_CODES, Cable, CableparseError, testing
from cableparse.cli import exits, main
from cableparse.plugins import hookspecs
from cableparse.testing.conformance.checks import CHECKS
from pages import fences

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.glob("*.md"))

_CODE = re.compile(r"`([^`]+)`")


def read(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def section(text: str, heading: str) -> str:
    """Give what stands below a heading, up to the next one of its level or a higher one."""
    level = len(heading) - len(heading.lstrip("#"))
    start = re.search(rf"^{re.escape(heading)}$", text, re.MULTILINE)
    assert start is not None, f"there is no section {heading!r}"
    end = re.compile(rf"^#{{1,{level}}} ", re.MULTILINE).search(text, start.end())
    return text[start.end() : end.start() if end else len(text)]


def rows(text: str, header: str) -> list[list[str]]:
    """Give the rows of the tables whose first column has this header."""
    found = []
    for table in re.findall(r"(?:^\|.*\|\n)+", text, re.MULTILINE):
        lines = [re.split(r"(?<!\\)\|", line.strip())[1:-1] for line in table.splitlines()]
        cells = [[cell.strip() for cell in line] for line in lines]
        if cells[0][0] == header:
            found += cells[2:]
    return found


def names(text: str, header: str) -> list[str]:
    """Give the names in backticks of the first column of these tables."""
    return [name for row in rows(text, header) for name in _CODE.findall(row[0])]


def run_samples(blocks: Iterator[tuple[str, str]], name: str) -> int:
    """Run code and sessions in one namespace; give how many examples there were."""
    namespace = {"__name__": "docs"}
    runner = doctest.DocTestRunner(verbose=False, optionflags=doctest.REPORT_NDIFF)
    output: list[str] = []
    for language, block in blocks:
        if language == "{testcode}":
            exec(compile(block, name, "exec"), namespace)
            continue
        test = doctest.DocTestParser().get_doctest(block, namespace, name, name, 0)
        runner.run(test, out=output.append, clear_globs=False)
        namespace = test.globs
    assert not runner.failures, "".join(output)
    return runner.tries


# ---------------------------------------------------------------- README


def test_the_samples_of_the_readme_run(monkeypatch):
    monkeypatch.chdir(ROOT)
    assert run_samples(fences(read("README.md"), "pycon"), "README.md") == 5


def test_the_picture_in_the_readme_is_true(parser):
    ((_, picture),) = fences(read("README.md"), "text")
    lines = [line[1:].split("│", 1) for line in picture.splitlines() if line.startswith("│")]
    cable = parser.parse("\n".join(copy.rstrip()[1:] for copy, _ in lines))
    said = re.sub(r"\s+", " ", " ".join(read for _, read in lines))

    assert f"sent_at {cable.sent_at:%Y-%m-%d %H:%M} UTC" in said
    assert f"mrn {cable.mrn} " in said
    assert f"tags {', '.join(tag.code for tag in cable.tags)} " in said
    assert f"title {cable.title} " in said
    first, second = cable.paragraphs
    assert f'paragraph 1 printed "{first.printed}"' in said
    assert f'paragraph 2 printed "{second.printed}", portion {second.portion} ' in said
    assert (first.number, second.number) == (1, 2)
    assert f'"{second.text}"' in said
    for furniture in ("DUBLIN 00000361", "Scoop Media", "Harbor Bridge"):
        assert furniture in cable.source.text
        assert furniture not in cable.text
    codes = {defect.code for defect in cable.defects}
    assert codes >= set(re.findall(r"header\.[a-z-]+", said)) != set()


def test_the_readme_has_the_two_commands_that_work_on_a_fresh_machine():
    commands = [block.strip() for _, block in fences(read("README.md"), "sh")]
    assert commands == [
        "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/cableparse parse seeds/",
        ".venv/bin/pip install tox && .venv/bin/tox",
    ]


@pytest.mark.parametrize(
    ("heading", "kind"), [("## What it reads", "formats"), ("## What it finds out", "enrichers")]
)
def test_the_readme_lists_the_bundled_plugins(parser, heading, kind):
    listed = re.findall(r"^- `([a-z-]+)`", section(read("README.md"), heading), re.MULTILINE)
    assert sorted(listed) == sorted(thing.name for thing in getattr(parser.registry, kind))


@pytest.mark.parametrize("page", ["README.md", "docs/pages.md", "docs/cli.md"])
def test_a_page_that_writes_html_names_the_extra(page):
    assert "--html" in read(page)
    assert re.search(r"pip install '(?:cableparse|\.)\[html\]'", read(page))


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md"])
def test_links_lead_somewhere(page):
    links = re.findall(r"\]\((?!https?:)([^)#]+)[^)]*\)", re.sub(r"`[^`]*`", "", read(page)))
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_changelog_has_this_version():
    with (ROOT / "pyproject.toml").open("rb") as file:
        version = tomllib.load(file)["project"]["version"]
    assert version == cableparse.__version__
    assert re.search(rf"^## \[?{re.escape(version)}\b", read("CHANGELOG.md"), re.MULTILINE)


# What says to those who work on the code where a thing stands.
FOR_DEVELOPERS = ["CONTRIBUTING.md", "docs/architecture.md"]
FOLDERS = (
    *("src", "plugins", "tests", "docs", "template"),
    *("fuzz", "mutants", "schemas", "benchmarks"),
)


def words_of_code(page: str) -> set[str]:
    """Give the words between backticks of a page, without its blocks of code."""
    prose = re.sub(r"^```.*?^```$", "", read(page), flags=re.MULTILINE | re.DOTALL)
    return {word for said in _CODE.findall(prose) for word in said.split()}


@pytest.mark.parametrize("page", FOR_DEVELOPERS)
def test_constants_that_developers_read_of_are_there(page):
    # Without an underscore it may be what somebody types, as FILE is.
    named = {word for word in words_of_code(page) if re.fullmatch(r"[A-Z]+(?:_[A-Z]+)+", word)}
    files = (path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))
    code = "\n".join(path.read_text("utf-8") for path in files if path != Path(__file__))
    assert named
    assert named - set(re.findall(r"\b[A-Z][A-Z_]+\b", code + read("pyproject.toml"))) == set()


@pytest.mark.parametrize("page", FOR_DEVELOPERS)
def test_paths_that_developers_read_of_lead_somewhere(page):
    """A path begins at the root of the project, or anywhere below it."""
    path = re.compile(r"\w[\w./-]*(?:/|/[\w-]+|\.(?:py|md|toml|json|jsonl|yml))")
    named = {word.rstrip("/") for word in words_of_code(page) if path.fullmatch(word)}
    found = (path for folder in FOLDERS for path in (ROOT / folder).rglob("*"))
    there = [f"/{path.relative_to(ROOT).as_posix()}" for path in found]
    assert named
    lost = [name for name in named if not (ROOT / name).exists()]
    assert [name for name in lost if not any(one.endswith(f"/{name}") for one in there)] == []


# ---------------------------------------------------------------- docs


SAMPLED = [
    page for page in PAGES if any(fences(page.read_text("utf-8"), "{doctest}", "{testcode}"))
]


@pytest.mark.parametrize("page", SAMPLED, ids=lambda page: page.stem)
def test_the_samples_of_a_page_run(page, monkeypatch):
    monkeypatch.chdir(ROOT)
    samples = fences(page.read_text("utf-8"), "{doctest}", "{testcode}")
    assert run_samples(samples, page.name) > 0


def test_every_page_is_in_the_table_of_contents():
    listed = {
        line
        for _, block in fences(read("docs/index.md"), "{toctree}")
        for line in block.splitlines()
        if line and not line.startswith(":")
    }
    assert listed == {page.stem for page in PAGES} - {"index"}


def test_every_hook_is_documented():
    hooks = {name for name in vars(hookspecs) if name.startswith("cableparse_")}
    page = read("docs/hooks.md")
    assert set(names(page, "hook")) == hooks
    for hook in hooks:
        assert f"def {hook}(" in section(page, f"## {hook}")


def test_every_defect_code_is_documented_with_its_meaning():
    listed = [(_CODE.findall(row[0]), row[1]) for row in rows(read("docs/defects.md"), "code")]
    meanings = {code: f"{said[0].upper()}{said[1:]}." for code, said in DEFECT_CODES.items()}
    assert {code: said for (code,), said in listed} == meanings
    assert len(listed) == len(meanings)


def test_every_exception_is_documented():
    raised = {
        name
        for name in cableparse.__all__
        if isinstance(value := getattr(cableparse, name), type)
        and issubclass(value, BaseException)
        and value not in {CableparseError, cableparse.InputError, cableparse.PluginError}
    }
    page = read("docs/errors.md")
    assert set(names(page, "exception")) | {"UnknownPluginError"} == raised
    for general in ("CableparseError", "InputError", "PluginError", "UnknownPluginError"):
        assert f"`{general}`" in page


def test_every_deprecated_name_is_documented_with_what_it_is_called_now():
    listed = {
        name: _CODE.findall(row[1])[0]
        for row in rows(read("docs/errors.md"), "old name")
        for name in _CODE.findall(row[0])
    }
    assert listed == cableparse._DEPRECATED


def reference(text: str) -> list[str]:
    """Give the names that the reference describes, sorted."""
    return sorted(re.findall(r"^\.\. (?:auto\w+|py:\w+):: cableparse\.(\w+)$", text, re.MULTILINE))


def test_every_public_name_is_in_the_reference_and_nothing_else_is():
    current, _, deprecated = read("docs/api.md").partition("\n## Deprecated\n")
    assert reference(current) == sorted(cableparse.__all__)
    assert reference(deprecated) == sorted(cableparse._DEPRECATED)


ATTRS_TYPES = [name for name in cableparse.__all__ if attrs.has(getattr(cableparse, name))]
ENUMERATIONS = [
    name
    for name in cableparse.__all__
    if isinstance(value := getattr(cableparse, name), type) and issubclass(value, enum.Enum)
]


@pytest.mark.parametrize("name", ATTRS_TYPES)
def test_every_field_is_in_the_object_model(name):
    fields = [field.name for field in attrs.fields(getattr(cableparse, name))]
    listed = names(section(read("docs/model.md"), f"## {name}"), "field")
    assert listed == [field for field in fields if not field.startswith("_")]


def test_every_view_is_in_the_object_model():
    fields = {field.name for field in attrs.fields(Cable)}
    views = {name for name in dir(Cable) if not name.startswith("_")}
    listed = names(section(read("docs/model.md"), "## Cable"), "view")
    methods = {"chunks", "cite", "evolve", "repairs_of", "to_dict", "with_defects"}
    assert set(listed) == views - fields - methods


@pytest.mark.parametrize("name", ENUMERATIONS)
def test_every_value_of_an_enumeration_is_in_the_object_model(name):
    page = read("docs/model.md")
    start = re.search(rf"^(?:## {name}$|(?:\| )?`{name}`)", page, re.MULTILINE)
    assert start is not None
    said = page[start.end() : page.find("\n## ", start.end())]
    values = {str(member.value) for member in getattr(cableparse, name)}
    assert values <= set(_CODE.findall(said))


def test_every_key_of_the_json_form_is_documented():
    data = cableparse.read(ROOT / "seeds" / "clean.txt").to_dict(views=True)
    page = read("docs/json.md")
    assert names(section(page, "## The keys"), "key") == list(data)
    assert names(section(page, "## The views"), "key") == list(data["views"])


@pytest.mark.parametrize("kind", ["format", "enricher", "exporter"])
def test_every_conformance_check_is_documented_with_its_law(kind):
    article = "an" if kind[0] == "e" else "a"
    said = section(read("docs/conformance.md"), f"## The laws of {article} {kind}")
    listed = [(_CODE.findall(row[0])[0], row[1]) for row in rows(said, "check")]
    assert listed == [(check.name, check.law) for check in CHECKS[kind]]


# ---------------------------------------------------------------- the command line


def options(command: click.Command) -> set[str]:
    return {
        option
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for option in (*parameter.opts, *parameter.secondary_opts)
    }


def listed_options(text: str) -> set[str]:
    return {name.split()[0] for name in names(text, "option")}


def test_every_command_and_every_option_is_documented():
    page = read("docs/cli.md")
    before, *_ = page.partition("\n## ")
    assert listed_options(before) == options(main) | {"-h", "--help"}
    sections = re.findall(r"^## ([a-z]+)$", page, re.MULTILINE)
    assert sorted(sections) == sorted(main.commands)
    for name, command in main.commands.items():
        assert listed_options(section(page, f"## {name}")) == options(command)


def test_every_argument_of_a_command_is_documented():
    page = read("docs/cli.md")
    for name, command in main.commands.items():
        # Within its group: a command keeps the help option that it has when it is first asked.
        group = click.Context(main, **main.context_settings)
        pieces = command.collect_usage_pieces(click.Context(command, parent=group))
        wanted = [piece for piece in pieces if piece != "[OPTIONS]"]
        usage = " ".join(["cableparse", name, *wanted])
        assert f"`{usage}`" in section(page, f"## {name}")


def test_every_exit_status_is_documented():
    statuses = {exits.FAILED, exits.USAGE, exits.INTERRUPTED, exits.BROKEN_PIPE, 0}
    assert {int(row[0]) for row in rows(read("docs/cli.md"), "status")} == statuses


def test_the_default_size_cap_is_documented():
    assert f"{DEFAULT_MAX_BYTES:,} bytes" in read("docs/cli.md")


# ---------------------------------------------------------------- architecture


def test_the_module_tree_is_the_one_that_exists():
    listed: set[str] = set()
    folders: list[str] = []
    (tree,) = (
        block
        for _, block in fences(read("docs/architecture.md"), "text")
        if block.startswith("src/cableparse/")
    )
    for line in tree.splitlines():
        depth = (len(line) - len(line.lstrip())) // 2
        name, _, said = line.strip().partition(" ")
        if name.endswith("/"):
            folders[depth:] = [name.rstrip("/")]
            listed.add("/".join([*folders, "__init__.py"]))
        else:
            listed.add("/".join([*folders[:depth], name]))
        assert said or depth == 0, f"nothing is said of {name}"
    existing = {
        path.relative_to(ROOT).as_posix()
        for folder in ("src", "plugins", "fuzz", "mutants", "schemas")
        for path in (ROOT / folder).rglob("*.py")
    }
    assert listed == existing


def test_the_order_of_every_package_is_held_by_a_contract():
    with (ROOT / "pyproject.toml").open("rb") as file:
        contracts = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    held = {
        container
        for one in contracts
        if one["type"] == "layers" and one["exhaustive"]
        for container in one["containers"]
    }
    packages = {
        path.parent.relative_to(ROOT).as_posix().removeprefix("src/").removeprefix("plugins/")
        for folder in ("src", "plugins", "fuzz", "mutants", "schemas")
        for path in (ROOT / folder).rglob("__init__.py")
    }
    assert held == {package.replace("/", ".") for package in packages}


def test_every_public_name_of_the_testing_package_is_documented() -> None:
    text = (
        read("docs/testing.md")
        + read("docs/conformance.md")
        + read("docs/recovery.md")
        + read("docs/variants.md")
    )
    words = set(re.findall(r"\w+", text))
    assert [name for name in testing.__all__ if name not in words] == []
