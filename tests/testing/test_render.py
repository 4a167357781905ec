"""Rendering: a clean copy, in the shapes of public ones, that reads back as its draft."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from attrs import evolve

from cableparse import MRN
from cableparse.testing import (
    Draft,
    DraftClassifier,
    DraftHeading,
    DraftParagraph,
    drafts,
    drafts_of_seventies,
    render,
    render_seventies,
)
from cableparse.testing.wrap import wrap
from cableparse.vocabulary import find_post, tags

SPECIMENS = Path(__file__).parents[2] / "seeds"
SAMPLE = list(drafts(11, 40))


@pytest.mark.parametrize("number", range(len(SAMPLE)))
def test_what_is_rendered_reads_back_as_the_draft(parser, number):
    draft = SAMPLE[number]
    width = 55 + number % 10
    cable = parser.parse(render(draft, width=width).data)
    assert Draft.of(cable) == draft
    assert (cable.defects, cable.repairs) == ((), ())


@pytest.mark.parametrize(
    "text",
    [
        "The board met in the old customs house by the sea, at noon.\nNobody had the key to it.",
        (
            "The boats of the season, as the harbor board has counted them\nSalt barrels and kites"
            " and the two bells that came with the ship from the north last year."
        ),
    ],
)
@pytest.mark.parametrize("width", range(56, 72))
def test_a_line_that_was_meant_to_end_is_rendered_so_that_it_does(parser, text, width):
    draft = evolve(SAMPLE[0], body=(DraftParagraph(number=1, portion="U", text=text),))
    assert Draft.of(parser.parse(render(draft, width=width).data)) == draft


@pytest.mark.parametrize("name", ["clean.txt", "page-marks.txt", "re-edited.txt", "redactions.txt"])
def test_a_parsed_cable_is_rendered_as_its_draft(parser, name):
    cable = parser.read(SPECIMENS / name)
    again = parser.parse(render(cable).data)
    assert Draft.of(again) == Draft.of(cable)


def test_lines_have_a_teletypes_width():
    for draft in SAMPLE:
        for line in render(draft).lines:
            if line.prints("paragraph"):
                assert len(line.text) <= 64 + 12, line


def test_each_printed_line_says_what_it_prints():
    for draft in SAMPLE[:5]:
        copy = render(draft)
        assert all(bool(line.roles) == bool(line.text) for line in copy.lines)
        assert (copy.remains, copy.losses) == (draft, ())


@pytest.mark.parametrize(
    ("length", "rule"), [(7, "-" * 7), (45, "-" * 45), (52, "-" * 45 + " " + "-" * 7)]
)
def test_a_rule_is_as_long_as_its_heading_and_parted_behind_45_dashes(length, rule):
    words = "harbor " * 20
    heading = words[: length - 1].rstrip().ljust(length, "s")
    copy = render(Draft(body=(DraftHeading(text=heading),)))
    assert [line.text for line in copy.lines] == [heading, rule]


def test_a_heading_of_two_lines_stands_between_two_rules():
    copy = render(Draft(body=(DraftHeading(text="the quay " * 9),)))
    assert [line.roles[0].name for line in copy.lines] == ["rule", "heading", "heading", "rule"]


def test_the_head_is_printed_as_telegrams_print_it():
    draft = evolve(
        SAMPLE[0],
        mrn=MRN(year=2007, post="RIO DE JANEIRO", serial=31),
        sections=3,
        sent_at=datetime(2007, 4, 3, 15, 7, tzinfo=UTC),
        declassify_on=date(2017, 4, 3),
    )
    text = render(draft).text
    assert re.search(r"^DE R[UH][A-Z]+ #\d{4}/01 \d{7}$", text, re.MULTILINE)
    assert re.search(r"^(?:[ZOPR] ){1,2}031507Z APR 07", text, re.MULTILINE)
    assert re.search(r" SECTION 01 OF 03 RIO DE JANEIRO 000031$", text, re.MULTILINE)
    assert "E.O. 12958: DECL: 04/03/2017\nTAGS: " in text


def test_reasons_of_one_section_are_printed_behind_it():
    classifier = DraftClassifier(name="Ilse Roe", reasons=("1.4(b)", "1.4(c)", "1.4(d)"))
    (line,) = render(Draft(classifiers=(classifier,))).lines
    assert line.text == "Classified By: Ilse Roe, for reasons 1.4 (b), (c) and (d)."


def test_a_field_that_is_empty_is_not_printed():
    copy = render(Draft(body=(DraftParagraph(number=1, text="No."),)))
    assert copy.text == "1. No.\n"


def test_a_line_does_not_begin_like_a_paragraph_nor_end_in_a_hyphen():
    text = "it was in the year of 15. Then the two- or three-year plan of a. B and (C) more of it"
    for width in range(10, 40):
        lines = wrap(text, width)
        assert " ".join(lines) == text
        assert not [line for line in lines if re.match(r"15|\(|a\. ", line)], width
        assert not [line for line in lines[:-1] if line.endswith("-")], width


def test_two_spaces_stay_together():
    assert wrap("the end.  Then more", 9) == ["the", "end.  Then", "more"]


# ---------------------------------------------------------------- of the seventies

OLD_SAMPLE = list(drafts_of_seventies(11, 40))


@pytest.mark.parametrize("number", range(len(OLD_SAMPLE)))
def test_what_is_rendered_as_of_the_seventies_reads_back_as_the_draft(parser, number):
    draft = OLD_SAMPLE[number]
    cable = parser.parse(render_seventies(draft).data)
    assert Draft.of(cable) == draft
    assert cable.decade == 1970
    assert (cable.defects, cable.repairs) == ((), ())


def test_a_copy_of_the_seventies_has_no_empty_line_and_69_columns():
    for draft in OLD_SAMPLE:
        lines = [line.text for line in render_seventies(draft).lines]
        assert all(0 < len(line) <= 69 for line in lines)
        assert all(line == line.upper() for line in lines)


def test_a_copy_of_the_seventies_has_its_page_head_list_and_relay_above_the_date():
    for draft in OLD_SAMPLE:
        copy = render_seventies(draft)
        above = [line.text for line in copy.lines[: copy.places("date")[0]]]
        assert re.fullmatch(r"PAGE 01 [A-Z ]{2,6} \d{5,6}(  01 OF 02)?  \d{6}Z", above[1])
        assert re.fullmatch(r"(?:ACTION|ORIGIN) [A-Z]+-\d\d", above[3])
        copies = sum(map(int, re.findall(r"[A-Z]-(\d\d)\b", "\n".join(above))))
        assert f"/{copies:03d} " in "\n".join(above)
        assert re.fullmatch(r"-{18,21}.*\d{6}.*", above[-1])


def test_the_drafts_of_the_seventies_are_of_their_years():
    for draft in drafts_of_seventies(5, 60):
        assert 1973 <= draft.sent_at.year <= 1979
        later = (draft.sent_at.year, draft.sent_at.month) >= (1978, 12)
        assert draft.executive_order == ("12065" if later else "11652")
        assert find_post(draft.mrn.post, draft.mrn.year) is not None
        listed = [tags().get(code) for code in draft.tags]
        assert all(entry and draft.mrn.year in entry.years for entry in listed)
        assert all(part.text == part.text.upper() for part in draft.body)


def test_the_first_drafts_of_a_longer_sample_of_the_seventies_are_those_of_a_shorter_one():
    assert list(drafts_of_seventies(3, 9))[:4] == list(drafts_of_seventies(3, 4))


def test_a_parsed_cable_of_the_seventies_is_rendered_as_its_draft(parser):
    cable = parser.read(SPECIMENS / "nara-wrong-level.txt")
    again = parser.parse(render_seventies(cable).data)
    assert Draft.of(again) == Draft.of(cable)
