"""What ``cableparse survey`` promises: tables for a person, one object for a program."""

import json
import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import Result

from cableparse import Parser, Survey, Tally, survey
from cableparse.cli import main
from cableparse.cli.counts import share, summary, tables
from cableparse.testing import InventedDocument, invented_archive, write_folder
from commands import invoke


@cache  # not when the tests are collected, which every process does
def invented() -> list[InventedDocument]:
    return list(invented_archive(60, seed=2, faults=0.1))


CABLE = (
    "FM AMCONSUL HALIFAX\nTAGS: ETRD, QQQZ\nSUBJECT: FERRIES RUN LATE\n\n1. (U) They run late.\n"
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("archive")
    write_folder(invented(), target)
    return target


@pytest.fixture
def cables(tmp_path: Path) -> Path:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(CABLE)
    return tmp_path


def run(*arguments: object, stdin: str | None = None) -> Result:
    return invoke(main, "survey", "--no-plugins", *arguments, stdin=stdin)


def table(output: str, title: str) -> list[list[str]]:
    """Give the cells of a table's rows, its columns' names first."""
    lines = iter(output.splitlines())
    for line in lines:
        if line == title or line.startswith(f"{title}, the first"):
            rows = []
            for row in lines:
                if not row:
                    break
                rows.append(re.split(r" {2,}", row.strip()))
            return rows
    raise AssertionError(f"no table {title!r}")


def test_tables_are_plain_columns_when_piped(archive: Path):
    result = run(archive)
    found = survey(archive, parser=Parser(autoload="bundled"))
    first, *_ = result.stdout.splitlines()
    assert first == f"60 documents: {found.read} read, {found.failed} failed"
    assert "sample" not in result.stdout
    assert "\x1b" not in result.stdout
    assert all(line == line.rstrip() for line in result.stdout.splitlines())
    names, *rows = table(result.stdout, "Formats")
    assert names == ["format", "documents", "share"]
    assert {row[0]: int(row[1]) for row in rows} == {
        name: count.documents for name, count in found.formats.most_common()
    }


def test_every_table_is_there(archive: Path, cables: Path):
    lines = ["", *run(archive, cables).stdout.splitlines()]
    titles = [line for above, line in pairwise(lines) if not above]
    assert [title.partition(", the first")[0] for title in titles[1:]] == [
        "Formats", "Decades", "Years", "Encodings", "Fields", "Defects", "Repairs", "Redactions",
        "Where wrapping and telegram disagree", "Tags", "Tags that the vocabulary has not", "Posts",
        "Captions", "Text by segment kind", "Failures",
    ]  # fmt: skip


def test_a_field_is_present_printed_from_metadata_or_derived(cables: Path):
    names, *rows = table(run(cables).stdout, "Fields")
    assert names == ["field", "present", "printed", "metadata", "derived"]
    shares = {row[0]: row[1:] for row in rows}
    assert shares["subject"] == ["100%", "100%", "0%", "0%"]
    assert shares["mrn"] == ["0%"] * 4
    assert len(rows) == 24


def test_a_defect_has_counts_and_an_example(cables: Path):
    names, *rows = table(run(cables).stdout, "Defects")
    assert names == ["code", "documents", "share", "times", "example"]
    row = next(row for row in rows if row[0] == "header.date-missing")
    assert row[1:] == ["3", "100%", "3", str(cables / "0.txt")]


def test_what_the_vocabulary_has_not_is_a_table_of_its_own(cables: Path):
    _, row = table(run(cables).stdout, "Tags that the vocabulary has not")
    assert row == ["QQQZ", "3", "100%", "3", str(cables / "0.txt")]


def test_the_text_is_parted_by_layer_and_kind(cables: Path):
    names, *rows = table(run(cables).stdout, "Text by segment kind")
    assert names == ["kind", "layer", "characters", "share"]
    assert sum(int(row[2].replace(",", "")) for row in rows) == 3 * len(CABLE)


def test_one_failure_of_each_kind_is_named_and_all_are_counted(archive: Path):
    result = run(archive)
    assert result.exit_code == 1
    names, *rows = table(result.stdout, "Failures")
    assert names == ["error", "documents", "example"]
    assert {row[0] for row in rows} == {"UnclaimedError", "EmptyInputError"}
    assert sum(int(row[1]) for row in rows) == sum(one.draft is None for one in invented()) > 2
    complaints = result.stderr.splitlines()
    assert len(complaints) == 2
    for row in rows:
        assert any(complaint.startswith(f"Error: {row[2]}: ") for complaint in complaints)


def test_a_survey_without_failures_ends_with_0(cables: Path):
    result = run(cables)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Failures" not in result.stdout


def test_a_missing_path_is_named_and_fails(cables: Path):
    result = run(cables, cables / "nowhere")
    assert result.exit_code == 1
    assert "nowhere: there is no such file or directory; check the path" in result.stderr
    assert "4 documents: 3 read, 1 failed" in result.stdout


def test_of_what_can_not_be_read_at_all_there_are_no_shares(tmp_path: Path):
    (tmp_path / "a.txt").write_text("Dear Sir\n")
    result = run(tmp_path)
    assert result.exit_code == 1
    assert result.stdout.splitlines()[0] == "1 document: 0 read, 1 failed"
    assert "Fields" not in result.stdout
    assert table(result.stdout, "Failures")[1][:2] == ["UnclaimedError", "1"]


def test_traceback_shows_where_a_failure_was_raised(tmp_path: Path):
    (tmp_path / "a.txt").write_text("Dear Sir\n")
    assert "Traceback" in run(tmp_path, "--traceback").stderr
    assert "Traceback" not in run(tmp_path).stderr


def test_standard_input_is_one_document():
    result = run("-", stdin=CABLE)
    assert result.stdout.splitlines()[0] == "1 document: 1 read, 0 failed"


def test_a_name_can_not_act_on_the_terminal(cables: Path):
    try:
        (cables / "0\x1b[2J.txt").write_text(CABLE.replace("QQQZ", "QQQY"))
    except OSError:
        pytest.skip("no file can have this name here")
    result = run(cables)
    assert "\x1b" not in result.stdout
    assert "0␛[2J.txt" in result.stdout


# ---------------------------------------------------------------- samples


def test_a_sample_says_that_it_is_one(archive: Path):
    result = run(archive, "--sample", 20, "--seed", 9)
    first, second, *_ = result.stdout.splitlines()
    assert first.startswith("20 documents: ")
    assert second.startswith("A sample: 20 of 60 inputs, drawn with seed 9.")


def test_the_same_seed_draws_the_same_sample_as_the_library_does(archive: Path):
    data = json.loads(run(archive, "--json", "--sample", 20, "--seed", 9).stdout)
    found = survey(archive, sample=20, seed=9, parser=Parser(autoload="bundled"))
    assert data == found.to_dict()
    assert data != json.loads(run(archive, "--json", "--sample", 20).stdout)


def test_a_missing_path_is_no_part_of_a_sample(cables: Path):
    result = run(cables / "nowhere", cables, "--sample", 2)
    assert "A sample: 2 of 3 inputs" in result.stdout
    assert (result.exit_code, result.stdout.splitlines()[0]) == (
        1,
        "3 documents: 2 read, 1 failed",
    )


@pytest.mark.parametrize("option", ["--sample", "--top"])
def test_a_number_below_1_is_wrong_usage(cables: Path, option: str):
    result = run(cables, option, 0)
    assert (result.exit_code, result.stdout) == (2, "")
    assert option in result.stderr


# ---------------------------------------------------------------- JSON and options


def test_json_has_every_count_as_one_object(archive: Path):
    result = run(archive, "--json")
    found = survey(archive, parser=Parser(autoload="bundled"))
    assert json.loads(result.stdout) == found.to_dict()
    assert result.exit_code == 1


def test_open_ended_tables_show_as_many_rows_as_asked_for_and_say_of_how_many(archive: Path):
    result = run(archive, "--top", 3)
    found = survey(archive, parser=Parser(autoload="bundled"))
    assert f"Tags, the first 3 of {len(found.tags.known)}" in result.stdout
    assert len(table(result.stdout, "Tags")) == 4
    assert len(table(result.stdout, "Fields")) == 25


def test_a_format_is_forced_and_enrichers_are_left_out(cables: Path):
    (cables / "0.txt").write_text("Dear Sir\n")
    result = run(cables, "--format", "telegram", "--no-enrich")
    assert table(result.stdout, "Formats")[1] == ["telegram", "3", "100%"]
    assert run(cables, "--format", "nosuch").exit_code == 2


def test_strict_is_no_option_of_a_survey(cables: Path):
    assert run(cables, "--strict").exit_code == 2


# ---------------------------------------------------------------- how it is laid out


@pytest.mark.parametrize(
    ("count", "of", "said"),
    [
        (0, 7, "0%"),
        (7, 7, "100%"),
        (1, 3, "33.3%"),
        (1, 1001, "<0.1%"),
        (1, 1000, "0.1%"),
        (1000, 1001, ">99.9%"),
        (999, 1000, "99.9%"),
        (0, 0, "0%"),
    ],
)
def test_a_share_is_0_or_100_only_where_it_is_none_or_all(count: int, of: int, said: str):
    assert share(count, of) == said


def test_a_title_says_that_there_were_more_than_could_be_kept_apart():
    found = Survey(read=9)
    found.tags.known = Tally(limit=2)
    for number in range(9):
        found.tags.known.add(str(number), "a.txt", number + 1)
    titles = [title for title, _, _ in tables(found, top=1)]
    assert any(re.fullmatch(r"Tags, the first 1 of more than \d", title) for title in titles)


def test_numbers_are_grouped():
    assert list(summary(Survey(read=1234567))) == ["1,234,567 documents: 1,234,567 read, 0 failed"]
