"""What ``cableparse show`` promises: one cable, readable, with its damage in the margin."""

import re
import sys
import zipfile
from pathlib import Path

import attrs
import pytest
from click.testing import Result

from cableparse import MissingExtraError, Parser
from cableparse.cli import main
from cableparse.cli.layout import wrap
from cableparse.cli.printable import one_line, printable
from cableparse.cli.show import page_of
from commands import invoke

SEEDS = Path(__file__).parents[2] / "seeds"

CABLE = """\
VZCZCXRO0001
RR RUEHC

DE RUEHHA #0012/01 0451530
ZNY CCCCC ZZH
R 141530Z FEB 08
FM AMCONSUL HALIFAX
TO RUEHC/SECSTATE WASHDC 1200
INFO RUEHOT/AMEMBASSY OTTAWA PRIORITY 0042

C O N F I D E N T I A L SECTION 01 OF 02 HALIFAX 000012

NOFORN
SIPDIS

E.O. 12958: DECL: 02/14/2018
TAGS: ETRD, CA
SUBJECT: FERRIES RUN LATE

REF: OTTAWA 7

Classified By: Consul Ada Quillfeather for reasons 1.4 (b) and (d).

¶1. (C) Summary: The ferries to the islands run late, and XXXXXXXXXXXX of the
harbor office told us why. End Summary.

The Boats
---------

12. (C) There are two boats. One of them is painted and the other is in the

HALIFAX 00000012  002 OF 002

water, where it waits for the first.

13. (U) We will watch both.

KESTREL
"""
HEADLESS = CABLE.replace("FM AMCONSUL HALIFAX\n", "")
GAP = CABLE.replace("¶1.", "1.").replace("12. (C)", "2. (C)").replace("13. (U)", "4. (U)")

PAGE = """\
<stdin> · telegram · utf-8
─────────────────────────────────────────────────────
MRN            08 HALIFAX 12 (08HALIFAX12)
Date           Thursday, 14 February 2008, 15:30 UTC
Precedence     ROUTINE
From           AMCONSUL HALIFAX
To             SECSTATE WASHDC
Info           AMEMBASSY OTTAWA (PRIORITY)
Classification CONFIDENTIAL, 2 sections
Captions       NOFORN, SIPDIS
E.O.           12958, declassify on 2018-02-14
TAGS           ETRD CA
Subject        FERRIES RUN LATE
References     OTTAWA 7
Classified by  Ada Quillfeather, Consul; for reasons
               1.4(b), 1.4(d)
─────────────────────────────────────────────────────

  1. (C) Summary: The ferries to the islands run
     late, and XXXXXXXXXXXX of the harbor office told │ █ redacted
     us why. End Summary.

The Boats

  2. (C) There are two boats. One of them is painted  │ repaired 12. → 2.
     and the other is in the water, where it waits    │ ⋯ page mark 002 of 002
     for the first.

  3. (U) We will watch both.                          │ repaired 13. → 3.

     KESTREL                                          │ signature

3 paragraphs, 1 redaction, 2 repairs, 0 defects
"""


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COLUMNS", "FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "path", sys.path[:])


def show(*arguments: object, stdin: str = CABLE) -> Result:
    result = invoke(main, "show", *arguments, stdin=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result


def page(*arguments: object, stdin: str = CABLE) -> str:
    result = show("-", *arguments, stdin=stdin)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def line_with(text: str, page: str) -> str:
    (line,) = (line for line in page.splitlines() if text in line)
    return line


# ---------------------------------------------------------------- the page


def test_a_cable_is_laid_out_with_its_damage_in_the_margin():
    assert page() == PAGE


def test_a_head_of_the_seventies_has_its_rows():
    rows = page(
        "--format",
        "telegram",
        stdin="PAGE 01 STATE 000012\nORIGIN EUR-08\nINFO OCT-01 SS-14 /023 W\n"
        "DRAFTED BY EUR/NE:KVIK\nAPPROVED BY EUR:ALUND\nL:BVIK\n"
        "------------------076325 141806Z /40\nO 141745Z MAY 79\nFM SECSTATE WASHDC\n"
        "E.O. 12065: RDS-1 5/14/99 (LUND)\nSUBJECT: LOCKS\nREF: OSLO A-50\n1. SHUT.\n",
    )
    for row in (
        "Distribution   origin: EUR-08",
        "               info: OCT-01 SS-14",
        "Drafted by     EUR/NE:KVIK",
        "Approved by    EUR:ALUND",
        "Cleared by     L:BVIK",
        "Relay          076325, filed 14 May, 18:06 UTC, 40",
        "E.O.           12065, RDS-1 5/14/99 (LUND)",
        "References     OSLO A-50",
    ):
        assert f"\n{row}" in rows


def test_a_fragment_without_damage_leaves_its_margin_to_the_text(parser):
    fragment = "1. (U) " + "All went well. " * 20 + "\n"
    cable = parser.parse(fragment, format="telegram")
    lines = [line.plain for line in page_of(attrs.evolve(cable, defects=()), 80, furniture=False)]
    assert "│" not in "".join(lines)
    assert max(map(len, lines)) > 70


def test_a_file_is_shown_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "halifax.txt"
    path.write_text(CABLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert show("halifax.txt").stdout.startswith("halifax.txt · telegram · utf-8\n")


@pytest.mark.parametrize(("width", "widest"), [(30, 48), (80, 80), (120, 100)])
def test_the_page_keeps_to_a_width_that_reads_well(
    width: int, widest: int, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("COLUMNS", str(width))
    widths = [len(line) for line in page().splitlines()[1:]]
    assert widest - 12 < max(widths) <= widest


def test_no_line_ends_in_white_space(specimen: Path):
    for option in ("--no-plugins", "--furniture", "--no-enrich"):
        output = show(specimen, option).stdout
        assert not re.search(r"[ \t]$", output, re.MULTILINE)


def test_every_word_of_the_body_is_on_the_page(parser, specimen: Path, monkeypatch):
    try:
        cable = parser.read(specimen)
    except Exception:
        pytest.skip("the specimen is read by no format yet")
    monkeypatch.setenv("COLUMNS", "100")
    shown = "".join(
        re.sub(r" │ .*$", "", show(specimen, "--no-plugins").stdout, flags=re.MULTILINE).split()
    )
    for part in cable.body.parts:
        assert "".join(printable(part.text).split()) in shown


# ---------------------------------------------------------------- the margin


def test_a_redaction_is_marked_beside_its_line():
    assert line_with("XXXXXXXXXXXX", page()).endswith("│ █ redacted")


def test_redactions_of_one_line_are_counted():
    shown = page(stdin=CABLE.replace("The ferries to the islands", "XXXXX and XXXX boats"))
    assert line_with("XXXXX and XXXX", shown).endswith("│ █ redacted ×2")


def test_a_redaction_in_the_header_is_marked_beside_its_field():
    shown = page(stdin=CABLE.replace("FERRIES RUN", "XXXXXXXX RUNS"))
    assert line_with("Subject", shown).endswith("│ █ redacted")
    assert shown.count("█ redacted") == 2  # the other is the paragraph's


def test_a_repair_says_what_is_printed_and_what_is_read():
    assert line_with("  2. (C)", page()).endswith("│ repaired 12. → 2.")


def test_without_enrichers_the_printed_state_is_shown():
    shown = page("--no-enrich")
    assert " 12. (C)" in shown
    words = " ".join(shown.split())
    assert "is in the HALIFAX 00000012 002 OF 002 water" in words
    assert words.count("002 OF 002") == 1
    assert "repaired" not in shown


def test_a_defect_with_a_place_stands_there():
    shown = page(stdin=GAP)
    assert line_with("  4. (U)", shown).endswith("│ ! before 4 is missing: 3")
    assert "without a place" not in shown


def test_a_lost_header_field_is_marked_and_listed_with_its_code():
    shown = page(stdin=HEADLESS)
    assert re.search(r"^From +unknown +│ ! lost$", shown, re.MULTILINE)
    ending = shown[shown.index("Missing, without a place in the text") :]
    assert "   ! the copy has no FM line [header.origin-missing]\n" in ending
    assert "1 defect\n" in ending


def test_a_value_that_is_not_printed_says_how_it_is_known():
    shown = show(SEEDS / "scoop-lost-lines.txt").stdout
    assert re.search(r"^Subject .*│ ! lost\n.*│ = from the metadata$", shown, re.MULTILINE)


def test_furniture_is_one_line_of_the_margin():
    shown = page(stdin=CABLE + "NNNN\n\n\nNNNN\n")
    assert line_with("⋯ page mark", shown).endswith("│ ⋯ page mark 002 of 002")
    assert shown.count("⋯") == 2


def test_a_repeated_caption_is_no_note_on_the_header():
    shown = page(stdin=CABLE.replace("002 OF 002\n", "002 OF 002\n\nNOFORN\nSIPDIS\n"))
    assert line_with("Captions", shown) == "Captions       NOFORN, SIPDIS"
    assert "│ ⋯ repeated, 2 lines" in shown


def test_site_text_is_counted_not_printed():
    shown = show(SEEDS / "scoop-lost-lines.txt").stdout
    assert re.search(r"│ ⋯ site text, \d+ lines$", shown, re.MULTILINE)
    assert "World Headlines" not in shown


def test_furniture_in_full_stands_where_it_interrupts():
    shown = page("--furniture")
    assert "is in the\n   ⋯ HALIFAX 00000012 002 OF 002\n     water, where" in shown
    assert "page mark" not in shown


def test_furniture_in_full_is_all_of_it():
    shown = show("--furniture", SEEDS / "scoop-lost-lines.txt").stdout
    assert "World Headlines" in shown


# ---------------------------------------------------------------- colour and control


def test_a_pipe_gets_no_colour():
    assert "\x1b" not in page()


def test_colour_can_be_forced(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in page()


def test_a_redaction_is_highlighted_and_nothing_beside_it(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    assert re.search(r" and \x1b\[[\d;]*7[\d;]*mXXXXXXXXXXXX\x1b\[0m of", page())


def test_no_color_is_honoured(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]", page())


def test_a_document_can_not_send_commands_to_the_terminal():
    shown = page(stdin=CABLE.replace("painted", "\x1b[2J\x9b31m\u202epainted"))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown)
    assert "␛[2J" in shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a\tb", "a b"), ("\x00", "␀"), ("\x7f", "�"), ("\ud800", "�"), ("é\n字", "é\n字")],
)
def test_what_is_not_printable_is_made_visible_without_moving_anything(text: str, shown: str):
    assert printable(text) == shown
    assert len(printable(text)) == len(text)


def test_one_line_joins_lines():
    assert one_line(" a\r\n\u2028b\x07 ") == "a b␇"


# ---------------------------------------------------------------- lines


def lines(text: str, width: int) -> list[str]:
    return [" " * indent + text[start:end] for start, end, indent in wrap(text, width)]


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("one two three", ["one two", "three"]),
        ("one\n\ntwo", ["one", "", "two"]),
        ("", [""]),
        ("incomprehensible", ["incompre", "hensible"]),
        ("-- one two", ["-- one", "   two"]),
        ("(a) bb ccc", ["(a) bb", "    ccc"]),
        ("(U) bb ccc", ["(U) bb", "ccc"]),
        ("漢字漢字 漢字", ["漢字漢字", "漢字"]),
        ("a   b  cccc", ["a   b", "cccc"]),
    ],
)
def test_a_line_breaks_between_words(text: str, broken: list[str]):
    assert lines(text, 8) == broken


# ---------------------------------------------------------------- the page for a browser


def test_a_page_is_what_the_exporter_writes(parser, tmp_path: Path):
    pytest.importorskip("jinja2")
    result = show("-", "--html", tmp_path / "a.html")
    assert (result.exit_code, result.output) == (0, "")
    cable = parser.parse(CABLE.encode(), name="<stdin>")
    with parser.exporter("html").open(tmp_path / "b.html") as writer:
        writer.write(cable)
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()
    assert page("--html", "-") == (tmp_path / "b.html").read_text(encoding="utf-8")


def test_a_page_is_not_written_over_its_input(tmp_path: Path):
    (path := tmp_path / "a.txt").write_text(CABLE)
    for given in (path, tmp_path / "." / "a.txt"):
        result = show(given, "--html", path)
        assert result.exit_code == 2
        assert f"is an input, and {path} would overwrite it; write elsewhere" in result.stderr
    assert path.read_text() == CABLE


def test_a_page_is_not_written_over_the_archive_that_its_input_is_in(tmp_path: Path):
    with zipfile.ZipFile(path := tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.txt", CABLE)
    before = path.read_bytes()
    assert show(f"{path}!a.txt", "--html", path).exit_code == 2
    assert path.read_bytes() == before


def test_a_page_that_can_not_be_written_is_an_error(tmp_path: Path):
    pytest.importorskip("jinja2")
    result = show("-", "--html", tmp_path / "no" / "a.html")
    assert result.exit_code == 2
    assert "No such file or directory; write elsewhere" in result.stderr


def test_no_page_is_begun_for_an_input_that_fails(tmp_path: Path):
    assert show(tmp_path / "no.txt", "--html", tmp_path / "a.html").exit_code == 1
    assert list(tmp_path.iterdir()) == []


def test_a_page_has_furniture_as_a_layer(tmp_path: Path):
    result = show("-", "--furniture", "--html", tmp_path / "a.html")
    assert result.exit_code == 2
    assert "leave out --furniture" in result.stderr


def test_a_page_without_jinja2_names_the_extra(tmp_path: Path, monkeypatch):
    class Without:
        name, suffixes = "html", (".html",)

        def open(self, target: object) -> object:
            raise MissingExtraError("A page of HTML", "jinja2", "html")

    monkeypatch.setattr(Parser, "exporter", lambda parser, name: Without())
    result = show("-", "--html", tmp_path / "a.html")
    assert result.exit_code == 2
    assert result.stderr == (
        "Error: A page of HTML needs jinja2, which is not installed: "
        "pip install 'cableparse[html]'\n"
    )


def test_a_page_that_an_exporter_fails_to_write_is_an_error(tmp_path: Path, monkeypatch):
    class Failing:
        name, suffixes = "html", (".html",)

        def open(self, target: object) -> object:
            return self

        def __enter__(self) -> object:
            return self

        def __exit__(self, *error: object) -> None: ...

        def write(self, cable: object) -> None:
            raise ValueError("no luck")

    monkeypatch.setattr(Parser, "exporter", lambda parser, name: Failing())
    result = show("-", "--html", tmp_path / "a.html")
    assert result.exit_code == 1
    assert "plugin html: failed to write the cable: ValueError: no luck (<stdin>)" in result.stderr


# ---------------------------------------------------------------- what fails


def test_a_missing_file_fails(tmp_path: Path):
    result = show(tmp_path / "no.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert (
        result.stderr
        == f"Error: {tmp_path}/no.txt: there is no such file or directory; check the path\n"
    )


def test_a_directory_fails(tmp_path: Path):
    result = show(tmp_path)
    assert result.exit_code == 1
    assert "check that it is a file" in result.stderr


def test_strict_shows_nothing_and_names_the_defects():
    result = show("-", "--strict", stdin=HEADLESS)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "<stdin>: header.origin-missing: the copy has no FM line" in result.stderr
    assert show("-", "--strict").exit_code == 0


def test_format_names_the_format():
    assert show("-", stdin="TAGS: ETRD\n").exit_code == 1
    assert (
        line_with("TAGS", page("--format", "telegram", stdin="TAGS: ETRD\n")).split()[1] == "ETRD"
    )


def test_max_bytes_refuses_a_longer_input():
    result = show("-", "--max-bytes", 10)
    assert result.exit_code == 1
    assert "raise --max-bytes" in result.stderr


@pytest.mark.parametrize(
    "arguments", [[], ["a", "b"], ["--format", "telex", "-"], ["--plugin", "no_such_module", "-"]]
)
def test_wrong_usage_is_refused(arguments: list[str]):
    assert show(*arguments).exit_code == 2


@pytest.fixture
def raising(tmp_path: Path) -> str:
    sys.path.insert(0, str(tmp_path))
    name = f"raising_{abs(hash(str(tmp_path)))}"
    (tmp_path / f"{name}.py").write_text(
        "from cableparse import hookimpl\n"
        "class Raising:\n"
        "    name, after = 'raising', ()\n"
        "    def enrich(self, cable): raise ValueError('no luck')\n"
        "@hookimpl\n"
        "def cableparse_enrichers(): return [Raising()]\n"
    )
    return name


def test_a_plugin_that_raises_is_named(raising: str):
    result = show("-", "--plugin", raising)
    assert result.exit_code == 1
    assert result.stderr == (
        "Error: plugin raising: failed to enrich the cable: ValueError: no luck (<stdin>); "
        "--traceback shows where\n"
    )
    assert "direct cause" in show("-", "--plugin", raising, "--traceback").stderr


def test_a_plugin_can_be_left_out_with_the_enrichers(raising: str):
    assert show("-", "--plugin", raising, "--no-enrich").exit_code == 0


def test_an_enricher_that_is_off_runs_where_it_is_asked_for():
    text = "TAGS: NO\nSUBJECT: LOCKS\n\n1. (U) The post,s view.\n"
    assert "The post,s view." in page(stdin=text)
    assert "The post’s view." in page("--enrich", "typography", stdin=text)
