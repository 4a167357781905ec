"""The recovery table: its floors, and that the documentation has it as it is."""

import json
import re
from pathlib import Path

import pytest

from cableparse.testing import HISTORIES, Draft, DraftHeading, DraftParagraph, recovery
from cableparse.testing.__main__ import main
from cableparse.testing.facts import GROUPS, facts, shared
from cableparse.testing.survey import Row
from cableparse.testing.table import markdown, percent, put
from commands import invoke

PAGE = Path(__file__).parents[2] / "docs" / "recovery.md"

# The share of a damaged sample's facts that parsing has to give, in percent: a little below what
# was measured over fifty drafts. What no copy tells any more can't be more.
FLOORS = {
    "redaction": 95,
    "pilcrow-as-one": 97,
    "markdown-renumbering": 96,
    "header-flattened": 97,
    "truncation": 70,
    "lines-lost": 55,
    "figure-shift": 96,
    "a news site": 65,
    "a markdown copy": 96,
    "a text dump": 95,
}


@pytest.fixture(scope="module")
def table():
    """The table that the page has: its seed and count stand in it."""
    seed, count = map(int, re.findall(r"--seed (\d+) --count (\d+)", PAGE.read_text("utf-8"))[0])
    return recovery(seed, count)


@pytest.mark.parametrize("name", HISTORIES)
def test_no_less_is_recovered_than_was_measured(table, name):
    (row,) = (row for row in table.rows if row.name == name)
    total = row.total
    assert row.copies > 5
    assert total.recovered >= FLOORS.get(name, 100) * total.stated / 100


def test_all_that_survives_is_recovered_and_nothing_else(table):
    for row in table.rows:
        for group, share in row.groups.items():
            assert share.recovered == share.survives, (row.name, group)
        assert row.invented == 0, row.name


def test_all_losses_are_named(table):
    assert [row.name for row in table.rows if row.named < row.losses] == []


def test_the_page_has_the_table_that_the_command_prints(table):
    page = PAGE.read_text(encoding="utf-8")
    assert put(page, markdown(table)) == page


def test_the_command_is_documented_with_its_options():
    command = main.commands["recovery"]
    options = {option for parameter in command.params for option in parameter.opts}
    assert set(re.findall(r"^\| `(--[a-z]+)", PAGE.read_text("utf-8"), re.MULTILINE)) == options


def test_the_command_prints_json_and_nothing_on_standard_error():
    run = invoke(main, "recovery", "--count", "2", "--json")
    assert run.exit_code == 0
    assert run.stderr == ""
    printed = json.loads(run.stdout)
    assert (printed["seed"], printed["count"]) == (0, 2)
    assert set(printed["damage"]) == set(HISTORIES)
    assert set(printed["damage"]["crlf"]["groups"]) == set(GROUPS)


def test_the_command_prints_the_table():
    run = invoke(main, "recovery", "--count", "1")
    assert run.stdout == markdown(recovery(0, 1))


def test_the_command_writes_into_a_page(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("a\n<!-- recovery: begin -->\nold\n<!-- recovery: end -->\nb\n", "utf-8")
    run = invoke(main, "recovery", "--count", "1", "--write", str(page))
    assert (run.exit_code, run.stdout) == (0, "")
    written = page.read_text("utf-8")
    assert written.startswith("a\n<!-- recovery: begin -->\n\nSeed 0, 1 drafts.")
    assert written.endswith("<!-- recovery: end -->\nb\n")


def test_a_page_without_marks_is_refused(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("nothing", "utf-8")
    run = invoke(main, "recovery", "--count", "1", "--write", str(page))
    assert run.exit_code == 1
    assert "has no <!-- recovery: begin -->" in run.stderr
    assert page.read_text("utf-8") == "nothing"


# ---------------------------------------------------------------- how it is counted


def paragraphs(*texts):
    return tuple(DraftParagraph(number=at, text=text) for at, text in enumerate(texts, 1))


def test_a_fact_that_both_state_is_shared_once():
    these = facts(Draft(tags=("ETRD", "CH"), body=paragraphs("One.", "Two.")))
    those = facts(Draft(tags=("CH", "EFIS"), body=paragraphs("One.", "Too.")))
    both = shared(these, those)
    assert (both["tags"], both["numbers"], both["texts"], both["portions"]) == (1, 2, 1, 0)


def test_what_is_empty_states_nothing():
    assert all(not counted for counted in facts(Draft()).values())


def test_a_curly_quote_is_the_same_fact_as_a_straight_one():
    these = facts(Draft(body=paragraphs("the “keeper’s” key")))
    those = facts(Draft(body=paragraphs('the "keeper\'s" key')))
    assert shared(these, those)["texts"] == 1


def test_each_field_of_a_draft_is_counted():
    draft = Draft(signer="ROE", body=(DraftHeading(text="Keys"), *paragraphs("One.")))
    assert {group for group, counted in facts(draft).items() if counted} == {
        "signer",
        "headings",
        "numbers",
        "texts",
    }


def test_a_share_is_rounded_down():
    assert (percent(1, 3), percent(0, 0), percent(999, 1000)) == ("33.3", "–", "99.9")


def test_a_row_adds_up_its_groups(table):
    row: Row = table.rows[0]
    assert row.total.stated == sum(share.stated for share in row.groups.values())
