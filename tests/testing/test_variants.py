"""Variants of print: that they are what they say, and how many of them are read, with floors."""

import json
import re
from pathlib import Path

import pytest

import cableparse
from cableparse.testing import (
    VARIANTS,
    Draft,
    DraftReference,
    VariantError,
    agreement,
    broken_law,
    drafts,
    render,
    stack,
    vary,
)
from cableparse.testing.__main__ import main
from cableparse.testing.readings import misreading, rows, sample_of_variants
from cableparse.testing.table import misreadings_markdown, put, variants_markdown
from cableparse.testing.variants import FIELDS
from commands import invoke

PAGE = Path(__file__).parents[2] / "docs" / "variants.md"

# The share of copies that has to be read as in plain print, in percent, where it is not all.
FLOORS = {
    "paragraphs/parenthesis": 0,
}

# The same for stacks of three variants of one field, and of any.
STACK_FLOORS = {
    "paragraphs": 85,
}


@pytest.fixture(scope="module")
def table():
    """The table that the page has: its seed and count stand in it."""
    seed, count = map(int, re.findall(r"--seed (\d+) --count (\d+)", PAGE.read_text("utf-8"))[0])
    return agreement(seed, count)


@pytest.fixture(scope="module")
def sample():
    return list(sample_of_variants(0, 6))


@pytest.mark.parametrize("name", VARIANTS)
def test_a_variant_is_read_as_the_plain_print(table, name):
    (row,) = (row for row in table.alone if row.name == name)
    assert row.copies >= 2
    assert 100 * row.read >= FLOORS.get(name, 100) * row.copies, row.misread[0]


def test_stacks_of_three_are_read_as_the_plain_print(table):
    assert [row.name for row in table.stacks] == [*FIELDS, "all fields"]
    for row in table.stacks:
        assert 100 * row.read >= STACK_FLOORS.get(row.name, 100) * row.copies, row.misread[0]


def test_the_plain_print_of_the_sample_is_read(sample):
    for draft in sample:
        copy = render(draft)
        assert misreading(copy, cableparse.parse(copy.data), ()) is None


def test_the_page_has_the_table_that_the_command_prints(table):
    page = PAGE.read_text(encoding="utf-8")
    assert put(page, variants_markdown(table), "variants") == page


# ---------------------------------------------------------------- what a variant is


def test_a_variant_changes_the_lines_of_its_field_alone(sample):
    names = {"paragraphs": "paragraph", "headings": "heading", "date": "date"}
    for draft in sample:
        plain = render(draft)
        for name, variant in VARIANTS.items():
            try:
                copy = vary(draft, name)
            except VariantError:
                continue
            role = names.get(variant.field, variant.field)
            roles = {role, "rule"} if role == "heading" else {role}

            def others(copy, roles=roles):
                return [
                    line.text
                    for line in copy.lines
                    if line.roles and not roles & {role.name for role in line.roles}
                ]

            # On one line with what stands above, the field has no lines of its own. What ends the
            # message behind the signer says nothing, so it has no role.
            if not name.endswith("/joined"):
                assert others(copy) == others(plain), name
            assert copy.text != plain.text, name


def test_the_same_seed_gives_the_same_copy(sample):
    for name in VARIANTS:
        for draft in sample[:2]:
            try:
                copy = vary(draft, name, seed=3)
            except VariantError:
                continue
            assert copy == vary(draft, name, seed=3)


def test_names_begin_with_a_field_and_each_says_what_it_prints():
    assert {name.partition("/")[0] for name in VARIANTS} == set(FIELDS)
    for name, variant in VARIANTS.items():
        assert variant.name == name
        assert variant.__doc__.endswith((".", ". "))
        assert repr(variant) == f"<variant {name}>"


def test_two_variants_of_one_aspect_do_not_go_together(sample):
    with pytest.raises(VariantError, match="both say how the separator is printed"):
        vary(sample[0], "tags/commas", "tags/slashes")


def test_an_unknown_variant_is_refused(sample):
    with pytest.raises(VariantError, match="no variant is called 'tags/green'; there are date/"):
        vary(sample[0], "tags/green")


def test_a_variant_with_nothing_to_change_is_refused():
    with pytest.raises(VariantError, match="finds nothing in this draft that it could change"):
        vary(Draft(subject="COD"), "tags/commas")


def test_a_stack_has_variants_that_go_together(sample):
    for number, draft in enumerate(sample):
        for field in ("tags", None):
            names = stack(draft, field, seed=number)
            assert len(set(names)) == 3
            assert vary(draft, *names, seed=number).text != render(draft).text
            assert names == stack(draft, field, seed=number)


def test_too_few_variants_for_a_stack_are_refused():
    with pytest.raises(VariantError, match="fewer than 3 variants of tags fit this draft"):
        stack(Draft(subject="COD"), "tags")


def test_what_a_variant_leaves_out_does_not_remain(sample):
    copy = vary(sample[0], "action/no-routing")
    assert all(one.routing is None for one in copy.remains.action)
    assert copy.truth == sample[0]


def test_a_cable_can_be_printed_in_a_variant():
    (draft,) = drafts(seed=1, count=1)
    cable = cableparse.parse(render(draft).data)
    assert vary(cable, "tags/commas").lines == vary(draft, "tags/commas").lines


def test_stacks_break_no_law(sample):
    for number, draft in enumerate(sample):
        for seed in range(number, number + 60, 6):
            copy = vary(draft, *stack(draft, seed=seed), seed=seed)
            assert broken_law(cableparse.parse(copy.data)) is None, copy.text


def reference(text, serial):
    mrn = cableparse.MRN(year=2008, post="OSLO", serial=serial)
    return DraftReference(label="A", mrn=mrn, text=text)


@pytest.mark.parametrize(
    ("names", "printed"),
    [
        ((), "REF: A. 08 OSLO 12;\n     08 OSLO 150"),
        (("list-and",), "REF: A. 08 OSLO 12 AND 150"),
        (("list-slashes", "year-long"), "REF: A. 2008 OSLO 12/150"),
        (("list-repeated",), "REF: A. 08 OSLO 12, 08 OSLO 150"),
        (("list-and", "year-behind-hyphen"), "REF: A. OSLO 12-08 AND 150-08"),
        (("year-parenthesized", "list-commas"), "REF: A. OSLO (08) 12, 150"),
        (("zero-for-o", "plural", "no-colon"), "REFS A. 08 0SLO 12;\n     08 0SLO 150"),
        (("mark-parentheses", "post-lower"), "REF: (A) 08 oslo 12;\n     08 oslo 150"),
    ],
)
def test_references_are_printed_part_by_part(names, printed):
    draft = Draft(references=(reference("08 OSLO 12", 12), reference("08 OSLO 150", 150)))
    copy = vary(draft, *(f"references/{name}" for name in names), seed=3)
    assert copy.text.rstrip() == printed


def test_what_could_be_read_in_two_ways_is_not_printed():
    draft = Draft(references=(reference("08 OSLO 12", 12), reference("08 OSLO 150", 150)))
    with pytest.raises(VariantError):
        vary(draft, "references/list-slashes", "references/year-behind-slash")


# ---------------------------------------------------------------- in a format


def scoop(copy):
    return cableparse.parse(f"Cablegate: A Late Ferry\n\n{copy.text}\n© Scoop Media\n")


def wikileaks_page(copy):
    mrn = copy.truth.mrn
    number = f"{mrn.year % 100:02d}{mrn.post.replace(' ', '')}{mrn.serial}"
    return cableparse.parse(
        f"<!DOCTYPE html><html><body><h3>Viewing cable {number}, A LATE FERRY</h3>"
        f"<table class='cable'><tr><th>Reference ID</th></tr><tr><td>{number}</td></tr></table>"
        f"<code><pre>{copy.text}</pre></code></body></html>"
    )


@pytest.mark.parametrize(("read", "format"), [(scoop, "scoop"), (wikileaks_page, "wikileaks-page")])
def test_a_bundled_format_reads_a_variant_as_a_bare_telegram(sample, read, format):
    draft = sample[1]
    for name in VARIANTS:
        try:
            copy = vary(draft, name)
        except VariantError:
            continue
        bare = cableparse.parse(copy.data)
        wrapped = read(copy)
        assert wrapped.format == format
        if misreading(copy, bare, (name,)) is None:
            assert misreading(copy, wrapped, (name,)) is None, copy.text


# ---------------------------------------------------------------- the command


def test_a_reader_of_ones_own_is_measured():
    def blind(copy):
        return cableparse.parse("TAGS: XX\n", format="telegram")

    table = agreement(count=2, names=["tags/commas", "tags/slashes"], read=blind)
    assert [(row.name, row.copies, row.read) for row in table.alone] == [
        ("tags/commas", 2, 0),
        ("tags/slashes", 2, 0),
    ]
    (first, _) = table.alone[0].misread
    assert first.variants == ("tags/commas",)
    assert first.text.startswith("TAGS: ")
    assert first.read["tags"] == ("'XX'",)
    assert "tags: expected" in misreadings_markdown(table)


def test_the_command_is_documented_with_its_options():
    command = main.commands["variants"]
    options = {option for parameter in command.params for option in parameter.opts}
    assert set(re.findall(r"^\| `(--[a-z]+)", PAGE.read_text("utf-8"), re.MULTILINE)) == options


def test_the_command_prints_json_and_nothing_on_standard_error():
    run = invoke(main, "variants", "--count", "1", "--json")
    assert (run.exit_code, run.stderr) == (0, "")
    printed = json.loads(run.stdout)
    assert (printed["seed"], printed["count"]) == (0, 1)
    assert set(printed["variants"]) == set(VARIANTS)
    assert len(printed["variants"]) + len(printed["stacks"]) == rows()


def test_the_command_writes_into_a_page(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("a\n<!-- variants: begin -->\nold\n<!-- variants: end -->\nb\n", "utf-8")
    run = invoke(main, "variants", "--count", "1", "--write", str(page))
    assert (run.exit_code, run.stdout) == (0, "")
    written = page.read_text("utf-8")
    assert written.startswith("a\n<!-- variants: begin -->\n\nSeed 0, 1 drafts.")
    assert written.endswith("<!-- variants: end -->\nb\n")


def test_the_command_prints_what_was_misread():
    run = invoke(main, "variants", "--count", "1", "--misread")
    assert run.exit_code == 0
    assert "| variant |" not in run.stdout
