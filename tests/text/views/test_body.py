"""The views of the body."""

import re
from collections.abc import Sequence

import pytest

from cableparse import (
    PARAGRAPH_NUMBER,
    TEXT_CHARACTER,
    Body,
    Layer,
    Repair,
    SegmentKind,
    Span,
)
from cableparse.text.segments import cut
from cableparse.text.views.body import read_body
from cableparse.text.views.markers import PORTION

PARAGRAPH, TEXT, HEADING = SegmentKind.PARAGRAPH, SegmentKind.TEXT, SegmentKind.HEADING
MARK, CAPTION, RULE = SegmentKind.PAGE_MARK, SegmentKind.CAPTION, SegmentKind.RULE
SIGNATURE = SegmentKind.SIGNATURE


def body(
    *parts: tuple[SegmentKind, str],
    furniture: Sequence[SegmentKind] = (),
    repairs: Sequence[Repair] = (),
) -> Body:
    """Read a body out of segments, those of some kinds being furniture."""
    text, cuts = "", []
    for kind, printed in parts:
        cuts.append((len(text), kind, Layer.FURNITURE if kind in furniture else Layer.CONTENT))
        text += printed
    return read_body(text, cut(text, cuts), repairs)


@pytest.mark.parametrize(
    ("printed", "number", "marker", "portion", "text"),
    [
        ("1. (SBU) Boats.", 1, "1.", "SBU", "Boats."),
        ("¶12. (U) Boats.", 12, "¶12.", "U", "Boats."),
        ("¶ 3. (U) Boats.", 3, "¶ 3.", "U", "Boats."),
        ("1.(C) Boats.", 1, "1.", "C", "Boats."),
        ("3.. (SBU) Boats.", 3, "3..", "SBU", "Boats."),
        ("6, (SBU) Boats.", 6, "6,", "SBU", "Boats."),
        ("15 (SBU) Boats.", 15, "15", "SBU", "Boats."),
        ("2. Boats.", 2, "2.", None, "Boats."),
        ("4. (S//NF) Boats.", 4, "4.", "S//NF", "Boats."),
        ("4. (C/REL USA, GBR) Boats.", 4, "4.", "C/REL USA, GBR", "Boats."),
        ("4. (C-ENTIRE TEXT) Boats.", 4, "4.", "C-ENTIRE TEXT", "Boats."),
        ("4. ( SBU ) Boats.", 4, "4.", "SBU", "Boats."),
        ("4. (sbu) Boats.", 4, "4.", "sbu", "Boats."),
        ("4. (Iran) Boats.", 4, "4.", None, "(Iran) Boats."),
        ("4. (U.S.) Boats.", 4, "4.", None, "(U.S.) Boats."),
        ("(C) Boats.", None, None, "C", "Boats."),
        ("  2. (SBU) Boats.", 2, "2.", "SBU", "Boats."),
    ],
)
def test_a_paragraphs_opening_is_read(
    printed: str, number: int | None, marker: str | None, portion: str | None, text: str
) -> None:
    (paragraph,) = body((PARAGRAPH, printed)).paragraphs
    assert (
        paragraph.number,
        (paragraph.printed or "").strip() or None,
        paragraph.portion,
        paragraph.text,
    ) == (
        number,
        marker,
        portion,
        text,
    )


def test_a_paragraph_ends_behind_its_last_printed_character() -> None:
    (paragraph,) = body((PARAGRAPH, "1. (U) Boats.\n\n \n")).paragraphs
    assert paragraph.span == Span(0, 13)


def test_furniture_inside_a_paragraph_is_left_out_and_the_sentence_reads_on() -> None:
    (paragraph,) = body(
        (PARAGRAPH, "1. (U) The boats\n"),
        (MARK, "OSLO 00000001  002 OF 003\n"),
        (TEXT, "sail.\n"),
        furniture=[MARK],
    ).paragraphs
    assert paragraph.text == "The boats sail."
    assert paragraph.span.end == 7 + len("The boats\nOSLO 00000001  002 OF 003\nsail.")


def test_without_the_enricher_a_page_mark_stays_in_the_paragraph() -> None:
    (paragraph,) = body(
        (PARAGRAPH, "1. (U) The boats\n"), (MARK, "OSLO 00000001  002 OF 003\n"), (TEXT, "sail.\n")
    ).paragraphs
    assert "OF 003" in paragraph.text


def test_a_heading_between_paragraphs_ends_the_first() -> None:
    parts = body(
        (PARAGRAPH, "1. (U) One.\n\n"), (HEADING, "BOATS\n-----\n"), (PARAGRAPH, "2. (U) Two.")
    ).parts
    assert [part.text for part in parts] == ["One.", "BOATS", "Two."]


def test_a_heading_has_neither_its_rules_nor_its_line_ends() -> None:
    (heading,) = body((HEADING, "--------\nBoats and\nHarbors  \n========\n\n")).headings
    assert heading.text == "Boats and Harbors"
    assert heading.span == Span(0, 37)


@pytest.mark.parametrize(
    "printed",
    [
        "BOATS",
        "  BOATS  \n",
        "--------\nBoats and\nHarbors  \n========\n\n",
        "---- Boats ----\n",
        "¶B. Boats\n  ¶2006. Harbors\n",
        "*\n\nBoats\n\nand Harbors\n*",
    ],
)
def test_every_character_of_a_heading_leads_back_to_its_own(printed: str) -> None:
    (heading,) = body((TEXT, "Fog.\n\n"), (HEADING, printed)).headings
    text = f"Fog.\n\n{printed}"
    places = [heading.text_map.source(offset) for offset in range(len(heading.text))]
    assert places == sorted(set(places))
    for character, place in zip(heading.text, places, strict=True):
        assert text[place] == character or (character == " " and text[place] == "\n")
        assert heading.span.contains(place)


def test_the_space_that_joins_a_headings_lines_leads_to_the_end_of_the_first() -> None:
    (heading,) = body((HEADING, "Boats  \n Harbors")).headings
    assert heading.text_map.source(len("Boats")) == len("Boats")
    assert heading.text_map.span(6, 13) == Span(9, 16)


def test_the_texts_map_is_that_of_its_parts_and_both_line_feeds_lead_to_the_gap() -> None:
    whole = body((HEADING, "BOATS\n-----\n"), (PARAGRAPH, "1. (U) One\nmore.\n"))
    assert whole.text == "BOATS\n\nOne more."
    places = [whole.text_map.source(offset) for offset in range(len(whole.text))]
    assert places == [0, 1, 2, 3, 4, 5, 5, *range(19, 28)]


def test_text_before_any_marker_is_a_paragraph_a_block() -> None:
    paragraphs = body((TEXT, "One block.\n\nAnother block.\n\nwhich runs on.\n")).paragraphs
    assert [(p.number, p.text) for p in paragraphs] == [
        (None, "One block."),
        (None, "Another block. which runs on."),
    ]


def test_a_list_that_a_colon_leads_to_is_one_paragraph_with_it() -> None:
    text = "In short: \n\n* One.\n\n* Two.\n\n-- Three.\n\nNothing else.\n\n* Four.\n"
    assert [p.text for p in body((TEXT, text)).paragraphs] == [
        "In short:\n\n* One.\n\n* Two.\n\n-- Three.",
        "Nothing else.",
        "* Four.",
    ]


def interrupted(first: str, second: str) -> list[str]:
    """Give the paragraphs of a text without numbers that a page mark interrupts."""
    parts = ((TEXT, f"{first}\n"), (MARK, "OSLO 00000001  002 OF 003\n"), (TEXT, f"{second}\n"))
    return [paragraph.text for paragraph in body(*parts, furniture=[MARK]).paragraphs]


def test_an_interrupted_block_reads_on_and_the_next_one_is_its_own() -> None:
    found = interrupted("One block.\n\nAnother that", "goes on.\n\nA third.\n\nA fourth.")
    assert found == ["One block.", "Another that goes on.", "A third.", "A fourth."]


@pytest.mark.parametrize(
    ("width", "last", "following", "count"),
    [
        # the next word and some more had room behind `last`: the block ended there
        (80, "It was shut.", "The next day it was open.", 2),
        (81, "It was shut.", "The next day it was open.", 1),  # no teletype's line
        (24, "It was shut.", "The next day it was open.", 2),
        (23, "It was shut.", "The next day it was open.", 1),
        (80, "It was shut.", "the next day it was open.", 1),
        (80, "It was shut", "The next day it was open.", 1),
        (80, 'It was "shut."', "The next day it was open.", 2),
    ],
)
def test_a_block_ended_before_an_interruption_where_its_last_line_had_room(
    width: int, last: str, following: str, count: int
) -> None:
    assert len(interrupted("L" * width + "\n" + last, following)) == count


@pytest.mark.parametrize("printed", ["\n", "  \n \n", ""])
def test_text_without_a_printed_character_is_no_paragraph(printed: str) -> None:
    assert body((TEXT, printed)).parts == ()
    assert body((TEXT, printed), (HEADING, "BOATS\n")).text == "BOATS"


@pytest.mark.parametrize("behind", ["\n", "\n\n", "\n \n\n"])
def test_empty_lines_at_the_end_of_the_text_change_nothing(behind: str) -> None:
    assert body((TEXT, f"One block.\n\nAnother.{behind}")).text == "One block.\n\nAnother."


def test_text_behind_a_heading_is_a_paragraph_without_number() -> None:
    paragraphs = body((HEADING, "NOTE\n"), (TEXT, "Boats.\n")).paragraphs
    assert [(p.number, p.printed, p.text) for p in paragraphs] == [(None, None, "Boats.")]


def test_the_signer_is_no_part_of_the_body() -> None:
    assert body((PARAGRAPH, "1. (U) Boats.\n"), (SIGNATURE, "LARSEN\n")).text == "Boats."


def test_a_page_mark_alone_is_no_paragraph() -> None:
    assert body((MARK, "OSLO 00000001  002 OF 003\n")).parts == ()


def test_a_caption_before_the_first_paragraph_is_none() -> None:
    assert body((CAPTION, "SIPDIS\n"), (PARAGRAPH, "1. (U) Boats.\n")).text == "Boats."


def test_the_text_has_an_empty_line_between_its_parts() -> None:
    assert (
        body((HEADING, "BOATS\n"), (PARAGRAPH, "1. (U) One.\n"), (PARAGRAPH, "2. (U) Two.\n")).text
        == "BOATS\n\nOne.\n\nTwo."
    )


def test_a_repair_changes_the_number_and_keeps_the_marker() -> None:
    repair = Repair(
        span=Span(0, 3), code=PARAGRAPH_NUMBER, printed="12.", read="2", reason="because"
    )
    (paragraph,) = body((PARAGRAPH, "12. (U) Boats."), repairs=[repair]).paragraphs
    assert (paragraph.number, paragraph.printed) == (2, "12.")


def test_a_repair_of_another_code_changes_no_number() -> None:
    repair = Repair(span=Span(0, 3), code="mine.other", printed="12.", read="2", reason="because")
    (paragraph,) = body((PARAGRAPH, "12. (U) Boats."), repairs=[repair]).paragraphs
    assert paragraph.number == 12


@pytest.mark.parametrize(
    ("repairs", "text"),
    [
        ([(12, 13, "'")], "the post's view"),
        ([(12, 13, "'"), (13, 14, "S")], "the post'S view"),  # one right behind the other
        ([(13, 14, "S"), (12, 13, "'")], "the post'S view"),
        ([(12, 14, "'S"), (13, 14, "x")], "the post'S view"),  # the second is within the first
        ([(4, 4, "T")], "the post,s view"),
        ([(12, 13, "&#39;")], "the post,s view"),  # of another length
        ([(12, 13, "")], "the post,s view"),
        ([(0, 1, "2"), (12, 13, "'")], "the post's view"),
    ],
)
def test_a_character_is_read_as_its_repair_says(
    repairs: list[tuple[int, int, str]], text: str
) -> None:
    printed = "1. (U)  the post,s view"
    made = [
        Repair(
            span=Span(start, end),
            code=TEXT_CHARACTER,
            printed=printed[start:end],
            read=read,
            reason="because",
        )
        for start, end, read in ((start + 4, end + 4, read) for start, end, read in repairs)
    ]
    (paragraph,) = body((PARAGRAPH, printed), repairs=made).paragraphs
    assert paragraph.text == text


def test_a_repair_of_another_code_changes_no_character() -> None:
    repair = Repair(span=Span(7, 8), code="mine.other", printed="B", read="G", reason="because")
    (paragraph,) = body((PARAGRAPH, "1. (U) Boats."), repairs=[repair]).paragraphs
    assert paragraph.text == "Boats."


def test_an_empty_body_has_no_text() -> None:
    assert (body().parts, body().text) == ((), "")


@pytest.mark.parametrize(
    "printed",
    [
        "(U)",
        "(C)",
        "(S)",
        "(TS)",
        "(SBU)",
        "(S/NF)",
        "(C//NF)",
        "(SBU/NF)",
        "(S//REL TO USA, GBR)",
        "(U//FOUO)",
        "(CNF)",
        "(SNF)",
        "(s)",
        "(C-ENTIRE TEXT)",
        "(FOUO)",
        "(LOU)",
    ],
)
def test_a_portion_marking_is_one(printed: str) -> None:
    assert re.fullmatch(PORTION, printed)


@pytest.mark.parametrize(
    "printed",
    ["(U.S.)", "(Iran)", "(China)", "(CAT)", "(USA)", "(SBUX)", "()", "(Cuba)", "(Co.)", "(S.)"],
)
def test_a_portion_markings_false_friend_is_none(printed: str) -> None:
    assert not re.match(PORTION, printed)
