"""What ``cableparse parse`` promises: JSON Lines out, errors by name, and an exit status."""

import json
import os
import subprocess
import sys
from pathlib import Path
from uuid import uuid4

import pytest
from click.testing import Result

from cableparse import from_dict
from cableparse.cli import main
from commands import invoke

CABLE = """\
R 141530Z FEB 08
FM AMCONSUL HALIFAX
TO RUEHC/SECSTATE WASHDC 1200

UNCLAS HALIFAX 000012

SIPDIS

E.O. 12958: N/A
TAGS: ETRD, CA
SUBJECT: FERRIES RUN LATE

1. (U) Summary: The ferries run late. End Summary.

2. (U) We will watch both – and the third – too.

KESTREL
"""
RENUMBERED = CABLE.replace("1. (U)", "¶1. (U)").replace("2. (U)", "12. (U)")
HEADLESS = CABLE.replace("FM AMCONSUL HALIFAX\n", "")


@pytest.fixture(autouse=True)
def _import_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", sys.path[:])


@pytest.fixture
def cable(tmp_path: Path) -> Path:
    return written(tmp_path / "halifax.txt", CABLE)


@pytest.fixture
def headless(tmp_path: Path) -> Path:
    return written(tmp_path / "headless.txt", HEADLESS)


def written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def parse(*arguments: object, stdin: str | bytes | None = None) -> Result:
    result = invoke(main, "parse", *arguments, stdin=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result


def objects(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


def names(result: Result) -> list[str]:
    return [Path(cable["source"]["name"]).name for cable in objects(result.stdout)]


def plugin(tmp_path: Path, body: str) -> str:
    """Write a plugin module that nobody has imported yet, and give its name."""
    name = f"plugin_{uuid4().hex}"
    written(tmp_path / "modules" / f"{name}.py", f"from cableparse import *\n{body}")
    sys.path.insert(0, str(tmp_path / "modules"))
    return name


def exporter(body: str) -> str:
    return f"""
class Writer:
    def __init__(self, target): self.target = target
    def __enter__(self): return self
    def __exit__(self, *exception): pass
    def write(self, cable): self.target.write(str(cable.mrn) + "\\n")
class Mine:
    name = "mine"
    suffixes = (".mine",)
    def open(self, target): return Writer(target)
{body}
@hookimpl
def cableparse_exporters(): return [Mine()]
"""


def enricher(body: str) -> str:
    return f"""
class Mine:
    name = "mine"
    after = ()
    def enrich(self, cable):
        {body}
@hookimpl
def cableparse_enrichers(): return [Mine()]
"""


# ---------------------------------------------------------------- what is written


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder of more documents than a worker gets at once; some give no cable."""
    folder = tmp_path_factory.mktemp("many")
    for number in range(1, 71):
        text = CABLE.replace("000012", f"{number:06d}") if number % 20 else "Dear Sir\n"
        written(folder / f"{number:02d}.txt", text)
    return folder


@pytest.mark.parametrize("options", [(), ("--strict",), ("--format", "telegram")])
def test_workers_write_and_say_what_one_process_does(many: Path, headless: Path, options: object):
    paths = (many, "missing", "-", headless)
    one, two = (parse(*options, "--workers", workers, *paths, stdin=CABLE) for workers in (1, 2))
    assert one.stdout.count("\n") > 60
    assert one.exit_code == two.exit_code == 1
    assert two.stdout == one.stdout
    assert two.stderr == one.stderr


def test_an_exporter_that_encodes_nothing_has_one_worker(tmp_path: Path, cable: Path):
    module = plugin(tmp_path, exporter(""))
    result = parse("--plugin", module, "--export", "mine", "--workers", 2, cable)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "exporter mine has no encode(), so it has one worker: leave out --work" in result.stderr


def test_traceback_is_of_one_process(cable: Path):
    result = parse("--traceback", "--workers", 2, cable)
    assert result.exit_code == 2
    assert "--traceback shows this process alone: leave out --workers" in result.stderr


def test_an_error_of_a_plugins_own_comes_from_another_process_too(tmp_path: Path, many: Path):
    body = """
class Odd(InputError):
    def __init__(self, name, problem, more): super().__init__(name, problem)
class Format:
    name = "odd"
    def claim(self, source): return 1.0
    def read(self, source): raise Odd(source.name, "is odd", 1)
@hookimpl
def cableparse_formats(): return [Format()]
"""
    module = plugin(tmp_path, body)
    with_path = {"PYTHONPATH": str(tmp_path / "modules")}
    done = subprocess.run(
        [sys.executable, "-m", "cableparse", "parse", "--plugin", module, "--format", "odd",
         "--workers", "2", str(many)],
        check=False, capture_output=True, text=True, env={**os.environ, **with_path},
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.count("\n") == 70
    assert "01.txt" in done.stderr.splitlines()[0]
    assert "is odd" in done.stderr.splitlines()[0]


def test_a_worker_that_ends_is_told(many: Path, tmp_path: Path):
    body = """
import os
class Mine:
    name = "mine"
    after = ()
    def enrich(self, cable):
        if cable.mrn and cable.mrn.serial == 42: os._exit(3)
        return cable
@hookimpl
def cableparse_enrichers(): return [Mine()]
"""
    module = plugin(tmp_path, body)
    with_path = {"PYTHONPATH": str(tmp_path / "modules")}
    done = subprocess.run(
        [sys.executable, "-m", "cableparse", "parse", "--plugin", module, "--workers", "2",
         str(many)],
        check=False, capture_output=True, text=True, env={**os.environ, **with_path},
    )  # fmt: skip
    assert done.returncode == 1
    assert "Error: a worker process ended: it was killed, or had too little memory" in done.stderr
    assert done.stderr.endswith("; read with --workers 1\n")


def test_a_document_gives_one_json_object_a_line(cable: Path, headless: Path):
    result = parse(cable, headless)
    assert result.exit_code == 0
    assert names(result) == ["halifax.txt", "headless.txt"]
    assert from_dict(objects(result.stdout)[0]).subject == "FERRIES RUN LATE"


def test_a_directory_gives_all_below_it_but_what_cableparse_wrote(tmp_path: Path):
    for name in ("b/two.txt", "a.txt", ".hidden.txt", "old.jsonl"):
        written(tmp_path / name, CABLE)
    assert names(parse(tmp_path)) == ["a.txt", "two.txt"]


def test_a_dash_is_standard_input_and_stands_in_its_place(cable: Path):
    result = parse(cable, "-", cable, stdin=CABLE)
    assert names(result) == ["halifax.txt", "<stdin>", "halifax.txt"]


def test_standard_input_is_read_as_bytes():
    result = parse("-", stdin=CABLE.replace("ferries", "f\xe9rries").encode("latin-1", "replace"))
    assert "férries" in objects(result.stdout)[0]["source"]["text"]


def test_standard_input_is_given_once():
    result = parse("-", "-", stdin=CABLE)
    assert result.exit_code == 2
    assert "more than once" in result.stderr


def test_the_output_is_utf8_whatever_the_locale(cable: Path):
    done = command("parse", cable, environment={"PYTHONIOENCODING": "ascii"})
    assert "–" in json.loads(done.stdout)["source"]["text"]


def test_standard_error_is_silent_and_nothing_is_coloured_when_piped(cable: Path):
    done = command("parse", cable, environment={"FORCE_COLOR": "1"})
    assert done.stderr == b""
    assert b"\x1b" not in done.stdout


def test_what_fails_is_named_and_the_rest_is_written(tmp_path: Path, cable: Path):
    result = parse(tmp_path / "missing.txt", cable)
    assert result.exit_code == 1
    assert names(result) == ["halifax.txt"]
    assert result.stderr.splitlines() == [
        f"Error: {tmp_path}/missing.txt: there is no such file or directory; check the path"
    ]


# ---------------------------------------------------------------- options


def test_format_names_the_format_instead_of_asking(tmp_path: Path):
    excerpt = written(tmp_path / "excerpt.txt", "TAGS: ETRD, CA\n")
    assert parse(excerpt).exit_code == 1
    result = parse("--format", "telegram", excerpt)
    assert result.exit_code == 0
    assert [tag["code"] for tag in objects(result.stdout)[0]["tags"]] == ["ETRD", "CA"]


def test_no_enrich_leaves_what_was_printed(tmp_path: Path):
    path = written(tmp_path / "renumbered.txt", RENUMBERED)
    assert [repair["read"] for repair in objects(parse(path).stdout)[0]["repairs"]] == ["2"]
    assert objects(parse("--no-enrich", path).stdout)[0]["repairs"] == []


def test_strict_lets_a_damaged_cable_fail_and_names_each_defect(cable: Path, headless: Path):
    result = parse("--strict", cable, headless)
    assert result.exit_code == 1
    assert names(result) == ["halifax.txt"]
    assert f"Error: {headless}: header.origin-missing: " in result.stderr


def test_strict_tells_where_a_defect_stands(tmp_path: Path):
    gap = written(tmp_path / "gap.txt", CABLE.replace("2. (U)", "4. (U)"))
    place = gap.read_text(encoding="utf-8").index("4. (U)")
    (line,) = (
        line for line in parse("--strict", gap).stderr.splitlines() if "missing: 2, 3" in line
    )
    assert line.endswith(f"(at character {place})")


def test_max_bytes_refuses_a_longer_input(cable: Path):
    size = cable.stat().st_size
    assert parse("--max-bytes", size, cable).exit_code == 0
    result = parse("--max-bytes", size - 1, cable)
    assert result.exit_code == 1
    assert "raise --max-bytes to read it" in result.stderr


def test_plugin_loads_a_module_too(tmp_path: Path, cable: Path):
    module = plugin(tmp_path, exporter(""))
    assert parse("--plugin", module, "--export", "mine", cable).stdout == "08HALIFAX12\n"


def test_plugin_can_be_given_more_than_once(tmp_path: Path, cable: Path):
    writes, marks = plugin(tmp_path, exporter("")), plugin(tmp_path, enricher("1/0"))
    result = parse("--plugin", writes, "--plugin", marks, "--export", "mine", cable)
    assert "plugin mine: failed to enrich" in result.stderr


def test_a_plugin_beside_the_documents_is_found(
    tmp_path: Path, cable: Path, monkeypatch: pytest.MonkeyPatch
):
    name = f"plugin_{uuid4().hex}"
    written(tmp_path / f"{name}.py", f"from cableparse import *\n{exporter('')}")
    done = command(
        "parse", "--plugin", name, "--export", "mine", cable, directory=tmp_path, module=False
    )
    assert (done.stdout, done.stderr) == (b"08HALIFAX12\n", b"")


def test_no_plugins_leaves_out_what_others_installed(tmp_path: Path, cable: Path):
    stranger = install(tmp_path, enricher("1/0"))
    assert command("parse", cable, environment=stranger).returncode == 1
    assert command("parse", "--no-plugins", cable, environment=stranger).returncode == 0


def test_output_takes_the_exporter_of_its_suffix(tmp_path: Path, cable: Path):
    result = parse(cable, "-o", tmp_path / "out.JSONL")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert len(objects((tmp_path / "out.JSONL").read_text(encoding="utf-8"))) == 1


def test_export_wins_over_the_suffix(tmp_path: Path, cable: Path):
    assert parse(cable, "--output", tmp_path / "out.txt", "--export", "jsonl").exit_code == 0
    assert len(objects((tmp_path / "out.txt").read_text(encoding="utf-8"))) == 1


def test_an_earlier_output_in_the_same_directory_is_not_read(tmp_path: Path, cable: Path):
    for _ in range(2):
        assert parse(tmp_path, "-o", tmp_path / "out.jsonl").exit_code == 0
    assert len((tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()) == 1


# ---------------------------------------------------------------- inputs that fail: status 1

BAD = {
    "empty": (b"", "is empty"),
    "white space": (b" \n \n", "is empty"),
    "JPEG": (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\xff\xdb" * 9, "is no text but"),
    "no cable": (b"Dear Sir, the ferries run late.\n" * 3, "--format telegram"),
}


@pytest.mark.parametrize(("data", "problem"), BAD.values(), ids=BAD)
def test_an_input_without_a_cable_fails_in_one_line(tmp_path: Path, data: bytes, problem: str):
    path = tmp_path / "bad.txt"
    path.write_bytes(data)
    result = parse(path)
    assert result.exit_code == 1
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"Error: {path}: ")
    assert problem in line


def test_a_text_that_is_no_cable_tells_what_every_format_looked_for(tmp_path: Path):
    error = parse(written(tmp_path / "letter.txt", "Dear Sir\n")).stderr
    assert all(f"{format}: " in error for format in ("scoop", "telegram", "wikileaks"))


def test_a_directory_without_files_fails_and_says_what_is_passed_over(tmp_path: Path):
    written(tmp_path / ".hidden", CABLE)
    result = parse(tmp_path)
    assert result.exit_code == 1
    assert f"{tmp_path}: the directory holds no documents; hidden files" in result.stderr


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all files")
def test_a_file_that_may_not_be_read_fails(cable: Path):
    cable.chmod(0)
    assert "check that it is a file and that you may read it" in parse(cable).stderr


def test_a_truncated_cable_is_read(tmp_path: Path):
    cut = written(tmp_path / "cut.txt", CABLE[: CABLE.index("watch")])
    result = parse(cut)
    assert result.exit_code == 0
    assert objects(result.stdout)[0]["mrn"]["id"] == "08HALIFAX12"


def test_a_page_without_an_article_is_read_with_a_defect(tmp_path: Path):
    page = written(
        tmp_path / "page.html",
        "<html><head><title>Cablegate: Gone | Scoop News</title></head>"
        "<body><p>© Scoop Media</p></body></html>",
    )
    result = parse(page)
    assert result.exit_code == 0
    codes = [defect["code"] for defect in objects(result.stdout)[0]["defects"]]
    assert "document.no-article" in codes
    assert "document.no-article" in parse("--strict", page).stderr


def test_a_file_name_with_a_line_end_and_an_escape_keeps_to_one_line(tmp_path: Path):
    result = parse(tmp_path / "a\nb\x1b[2J.txt")
    assert len(result.stderr.splitlines()) == 1
    assert "\x1b" not in result.stderr


def test_standard_input_that_is_closed_fails():
    done = subprocess.run(
        f'"{sys.executable}" -m cableparse parse - <&-',
        shell=True, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.startswith(b"Error: <stdin>: is closed")


# ---------------------------------------------------------------- plugins that fail


def test_a_plugin_that_raises_is_named_with_the_input(tmp_path: Path, cable: Path):
    module = plugin(tmp_path, enricher('raise ValueError("no\\nluck")'))
    result = parse("--plugin", module, cable)
    assert result.exit_code == 1
    assert result.stderr == (
        "Error: plugin mine: failed to enrich the cable: ValueError: no luck "
        f"({cable}); --traceback shows where\n"
    )


def test_traceback_shows_the_chain(tmp_path: Path, cable: Path):
    module = plugin(tmp_path, enricher('raise ValueError("no luck")'))
    error = parse("--plugin", module, "--traceback", cable).stderr
    assert error.splitlines()[0].endswith(f"({cable})")
    assert error.splitlines()[1] == "Traceback (most recent call last):"
    assert f'{module}.py", line' in error
    assert "The above exception was the direct cause" in error


def test_a_plugin_that_breaks_its_contract_is_named_with_the_input(tmp_path: Path, cable: Path):
    result = parse("--plugin", plugin(tmp_path, enricher("return None")), cable)
    assert result.exit_code == 1
    assert "plugin mine: did not give back a cable" in result.stderr
    assert str(cable) in result.stderr


def test_an_exporter_that_raises_is_named_and_the_rest_is_written(tmp_path: Path, cable: Path):
    body = """
def write(self, cable):
    if "headless" in cable.source.name: raise KeyError("no origin")
    self.target.write("written\\n")
Writer.write = write
"""
    headless = written(tmp_path / "a" / "headless.txt", HEADLESS)
    module = plugin(tmp_path, exporter(body))
    result = parse("--plugin", module, "--export", "mine", headless, cable)
    assert (result.exit_code, result.stdout) == (1, "written\n")
    assert result.stderr.startswith("Error: plugin mine: failed to write the cable: KeyError: 'no")
    assert str(headless) in result.stderr


def test_an_exporter_that_can_not_begin_is_refused_before_anything_is_read(
    tmp_path: Path, cable: Path
):
    module = plugin(tmp_path, exporter("def begin(self): 1/0\nWriter.__enter__ = begin"))
    result = parse("--plugin", module, "--export", "mine", cable)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "plugin mine: failed to begin: ZeroDivisionError" in result.stderr


def test_an_exporter_that_can_not_end_fails(tmp_path: Path, cable: Path):
    module = plugin(tmp_path, exporter("def end(self, *_): 1/0\nWriter.__exit__ = end"))
    result = parse("--plugin", module, "--export", "mine", cable)
    assert (result.exit_code, result.stdout) == (1, "08HALIFAX12\n")
    assert "plugin mine: failed to end: ZeroDivisionError" in result.stderr


def test_an_output_that_fills_up_stops_the_reading(tmp_path: Path, cable: Path):
    body = """
import errno
def write(self, cable): raise OSError(errno.ENOSPC, "No space left on device")
Writer.write = write
"""
    module = plugin(tmp_path, exporter(body))
    result = parse("--plugin", module, "--export", "mine", cable, cable)
    assert result.exit_code == 1
    assert result.stderr.count("No space left on device") == 1


def test_two_equal_claims_name_both_formats_and_the_option(tmp_path: Path, cable: Path):
    twins = """
class Twin:
    def __init__(self, name): self.name = name
    def claim(self, source): return Claim(score=1.0, evidence="a twin")
    def read(self, source): raise NotImplementedError
@hookimpl
def cableparse_formats(): return [Twin("castor"), Twin("pollux")]
"""
    result = parse("--plugin", plugin(tmp_path, twins), cable)
    assert result.exit_code == 1
    assert "castor saw a twin; pollux saw a twin" in result.stderr
    assert "Name one with --format" in result.stderr


# ---------------------------------------------------------------- refused before reading: status 2


def refused(result: Result, *words: str) -> None:
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    for word in words:
        assert word in result.stderr


def test_no_path_is_wrong_usage():
    refused(parse(), "PATH")


def test_an_unknown_option_is_wrong_usage(cable: Path):
    refused(parse("--stirct", cable), "--stirct")


def test_an_unknown_format_is_wrong_usage(cable: Path):
    refused(parse("--format", "telex", cable), "--format", "'telex'", "telegram, wikileaks")


def test_an_unknown_exporter_is_wrong_usage(cable: Path):
    refused(parse("--export", "xml", cable), "--export", "'xml'", "jsonl")


def test_an_unknown_suffix_is_wrong_usage(tmp_path: Path, cable: Path):
    refused(
        parse(cable, "-o", tmp_path / "out.xml"),
        "only .annotations.jsonld, .csv, ",
        ", .jsonl, ",
        "--export",
    )
    assert not (tmp_path / "out.xml").exists()


def test_a_suffix_of_two_exporters_asks_for_one(tmp_path: Path, cable: Path):
    module = plugin(tmp_path, exporter('Mine.suffixes = (".jsonl",)'))
    result = parse("--plugin", module, cable, "-o", tmp_path / "out.jsonl")
    refused(result, "jsonl and mine both write such files", "--export")


@pytest.mark.parametrize("size", ["0", "-1", "many"])
def test_max_bytes_is_a_number_above_zero(cable: Path, size: str):
    refused(parse("--max-bytes", size, cable), "--max-bytes")


def test_a_plugin_that_does_not_exist_is_refused(cable: Path):
    refused(parse("--plugin", "no_such_module", cable), "plugin no_such_module: can't be imported")


def test_a_plugin_given_by_its_path_is_told_its_name(cable: Path):
    refused(parse("--plugin", "./my_plugin.py", cable), "for ./my_plugin.py give my_plugin")


def test_a_plugin_with_a_misspelt_hook_is_refused(tmp_path: Path, cable: Path):
    module = plugin(tmp_path, "@hookimpl\ndef cableparse_fromats(): return []\n")
    refused(parse("--plugin", module, cable), module, "cableparse_fromats", "cableparse_formats")


def test_two_plugins_of_one_name_are_refused(tmp_path: Path, cable: Path):
    module = plugin(tmp_path, exporter('Mine.name = "jsonl"'))
    refused(parse("--plugin", module, cable), module, "'jsonl'", "plugin jsonl registers")


def test_a_plugin_whose_hook_raises_is_refused(tmp_path: Path, cable: Path):
    module = plugin(tmp_path, "@hookimpl\ndef cableparse_formats(): 1/0\n")
    refused(parse("--plugin", module, cable), module, "ZeroDivisionError", "--traceback")


def test_traceback_shows_where_a_plugin_could_not_be_loaded(tmp_path: Path, cable: Path):
    module = plugin(tmp_path, "@hookimpl\ndef cableparse_formats(): 1/0\n")
    result = parse("--traceback", "--plugin", module, cable)
    assert result.exit_code == 2
    assert f'{module}.py", line' in result.stderr


def test_an_output_that_is_an_input_is_refused_and_left_alone(tmp_path: Path, cable: Path):
    again = tmp_path / "again.jsonl"
    again.symlink_to(cable)
    refused(parse(cable, "-o", again), str(cable), "would overwrite it")
    assert cable.read_text(encoding="utf-8") == CABLE


def test_an_input_of_a_directory_is_not_overwritten_either(tmp_path: Path, cable: Path):
    refused(parse(tmp_path, "-o", cable, "--export", "jsonl"), "would overwrite it")
    assert cable.read_text(encoding="utf-8") == CABLE


def test_standard_output_led_to_an_input_is_refused(cable: Path):
    with cable.open("ab") as output:
        done = subprocess.run(
            [sys.executable, "-m", "cableparse", "parse", str(cable)],
            stdout=output, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert b"standard output would overwrite it" in done.stderr
    assert cable.read_text(encoding="utf-8") == CABLE


def test_an_output_in_a_missing_directory_is_refused(tmp_path: Path, cable: Path):
    refused(parse(cable, "-o", tmp_path / "no" / "out.jsonl"), "exporter jsonl can't write it")


@pytest.mark.parametrize("name", ["sqlite", "parquet", "site"])
def test_what_is_a_file_or_a_folder_is_not_written_to_standard_output(cable: Path, name: str):
    said = f"exporter {name} writes a file or a folder: name one with --output"
    refused(parse("--export", name, cable), said)


# ---------------------------------------------------------------- as a process


def command(
    *arguments: object,
    environment: dict[str, str] | None = None,
    directory: Path | None = None,
    module: bool = True,
) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own; ``module`` False runs it as its script does."""
    run = (
        ["-m", "cableparse"] if module else ["-P", "-c", "from cableparse.cli import main; main()"]
    )
    return subprocess.run(
        [sys.executable, *run, *map(str, arguments)],
        env={**os.environ, **(environment or {})}, cwd=directory, capture_output=True, check=False,
    )  # fmt: skip


def install(tmp_path: Path, body: str) -> dict[str, str]:
    """Make a distribution with one plugin, and give the environment that finds it."""
    name = f"stranger_{uuid4().hex}"
    site = tmp_path / "site"
    written(site / f"{name}.py", f"from cableparse import *\n{body}")
    info = site / f"{name}-2.1.dist-info"
    written(info / "METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 2.1\n")
    written(info / "entry_points.txt", f"[cableparse]\nmine = {name}\n")
    return {"PYTHONPATH": str(site)}
