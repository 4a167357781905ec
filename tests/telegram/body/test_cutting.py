"""Paragraphs, headings, rules, page marks."""

import pytest

from cableparse import SegmentKind
from cableparse.telegram.body.cutting import cut_body
from cableparse.telegram.lines.pages import find_page_marks

HEAD = "UNCLAS OSLO 000012\nTAGS: ETRD\nSUBJECT: LOCKS\n\n"
FULL = "The ferry that leaves at noon was late again this week and"


def body(read, text: str):
    return read(HEAD + text).body


def numbers(read, text: str) -> list[int | None]:
    return [paragraph.number for paragraph in body(read, text).paragraphs]


# ---------------------------------------------------------------- paragraphs (section 4)


@pytest.mark.parametrize(
    "text",
    [
        "1. (SBU) One.\n\n2. (SBU) Two.\n",
        "¶1. (SBU) One.\n\n¶2. (SBU) Two.\n",
        "1.(C) One.\n\n2.(C) Two.\n",
        "1. (C) One.\n\n2.. (C) Two.\n",
        "1. (SBU) One.\n\n2, (SBU) Two.\n",
        "1. (SBU) One.\n\n2 (SBU) Two.\n",
        "1. One.\n\n2. Two.\n",
        "1. (SBU) One.\n2. (SBU) Two.\n",
        "1. (SBU) One.\n\n 2. (SBU) Two.\n",
        "1. (SBU) One.\n\n   2. (SBU) Two.\n",
        "1. (U) One.\n\nA HEADING\n---------\n2. (U) Two.\n",
        "1. (U) One.\n\nOSLO 00000012  002 OF 002\n2. (U) Two.\n",
        "1.\u00a0(U) One.\n\n2.\u00a0(U) Two.\n",
        "1. (U) One.\r\n\r\n2. (U) Two.\r\n",
        "1. (U) One.\r\r2. (U) Two.\r",
    ],
)
def test_a_marker_opens_a_paragraph(telegram, text: str) -> None:
    assert numbers(telegram, text) == [1, 2]


@pytest.mark.parametrize(
    "line",
    [
        "2007. The year ended.",
        "¶2007. The year ended.",
        "15. By then all was done.",
        "1.5 tons of fish.",
        "3) a third thing",
        "B. a lettered point",
        "¶B. a lettered point",
        "(a) a point",
        "-- a point",
        "(U.S.) ships",
    ],
)
def test_a_line_that_begins_like_one_is_no_paragraph(telegram, line: str) -> None:
    text = f"1. (U) {FULL}\nnobody came before July of\n{line}\n\n2. (U) Two.\n"
    assert numbers(telegram, text) == [1, 2]


def test_the_next_number_on_the_next_line_without_a_portion_is_no_paragraph_of_its_own(
    telegram,
) -> None:
    text = f"1. (U) {FULL}\nthe boats were\n2. All were old.\n\n2. (U) Two.\n"
    assert numbers(telegram, text) == [1, 2]


def test_gaps_and_repeats_are_kept_as_printed(telegram) -> None:
    text = "".join(f"{number}. (U) The lock is shut.\n\n" for number in (1, 2, 4, 5, 5, 6, 10, 9))
    assert numbers(telegram, text) == [1, 2, 4, 5, 5, 6, 10, 9]


def test_a_list_of_its_own_inside_a_paragraph_is_no_paragraphs(telegram) -> None:
    text = (
        "1. (U) One.\n\n2. (U) Steps:\n\n1. Open the lock.\n\n2. Shut the lock.\n\n3. (U) Three.\n"
    )
    assert numbers(telegram, text) == [1, 2, 3]


def test_a_portion_without_a_number_opens_a_paragraph_behind_an_empty_line(telegram) -> None:
    first, second = body(telegram, "1. (U) One.\n\n(C) Another.\n").paragraphs
    assert (first.number, second.number, second.portion, second.text) == (1, None, "C", "Another.")


# ---------------------------------------------------------------- headings and rules (section 6)


@pytest.mark.parametrize(
    "printed",
    [
        "THE LOCK\n--------\n",
        "--------\nTHE LOCK\n--------\n",
        "THE LOCK\n********\n",
        "THE LOCK\n========\n\n",
        "THE LOCK\n---- ---\n",
        "--------\nTHE\nLOCK\n--------\n",
        "THE LOCK\n\n",
        "The Lock\n--------\n",
    ],
)
def test_a_heading_is_read_without_its_rules(telegram, printed: str) -> None:
    parts = body(telegram, f"1. (U) One.\n\n{printed}\n2. (U) Two.\n").parts
    assert [part.text.upper() for part in parts] == ["ONE.", "THE LOCK", "TWO."]


def test_a_heading_before_the_first_paragraph_is_read(telegram) -> None:
    cable = telegram(HEAD + "SUMMARY\n-------\n\n1. (U) One.\n")
    assert [heading.text for heading in cable.headings] == ["SUMMARY"]
    assert cable.subject == "LOCKS"


@pytest.mark.parametrize(
    "line",
    [
        "It rained.",
        "-- a point",
        "https://example.org/lock",
        "END SUMMARY",
        "(a) point",
        "12345",
        "the lock, then:",
        "All papers report the closing of a",
        'The minister says "nobody came',
    ],
)
def test_a_line_on_its_own_that_is_a_sentence_or_a_list_is_no_heading(telegram, line: str) -> None:
    assert body(telegram, f"1. (U) One.\n\n{line}\n\n2. (U) Two.\n").headings == ()


def test_a_rule_alone_is_neither_heading_nor_text(telegram) -> None:
    assert [
        part.text for part in body(telegram, "1. (U) One.\n\n----------\n\n2. (U) Two.\n").parts
    ] == ["One.", "Two."]


# ---------------------------------------------------------------- page marks (section 5)

MARKS = (
    "OSLO 00000012  002 OF 003",
    "OSLO 00000012  002.2 OF 003",
    "OSLO 00000012 002 OF 003",
    "BUENOS AIR 00000012  002 OF 003",
    "PAGE 02        OSLO  00012  141745Z",
    "PAGE 02 RUEHNY0012 S E C R E T",
)


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize(("before", "after"), [(1, 2), (0, 0), (1, 1), (0, 1), (2, 2)])
def test_a_sentence_that_a_page_mark_split_reads_on(
    telegram, mark: str, before: int, after: int
) -> None:
    text = (
        f"1. (U) {FULL}\n"
        + "\n" * before
        + mark
        + "\n"
        + "\n" * after
        + "nobody came.\n\n2. (U) Two.\n"
    )
    first, _ = body(telegram, text).paragraphs
    assert first.text == f"{FULL} nobody came."


@pytest.mark.parametrize("mark", MARKS[:4])
def test_a_page_mark_inside_a_line_is_cut_out(telegram, mark: str) -> None:
    first, second = body(telegram, f"1. (U) The ferry {mark} sailed.\n\n2. (U) Two.\n").paragraphs
    assert (first.text, second.text) == ("The ferry sailed.", "Two.")


@pytest.mark.parametrize("words", ["It is", "Mr. Vik", "The lock is shut. So"])
def test_words_before_a_page_mark_on_its_line_are_no_part_of_it(telegram, words: str) -> None:
    text = f"1. (U) One.\n{words} OSLO 00000012  002 OF 003\nhere.\n\n2. (U) Two.\n"
    first, _ = body(telegram, text).paragraphs
    assert first.text == f"One. {words} here."


@pytest.mark.parametrize("post", ["Oslo", "Rio de Jan", "LA PAZ"])
def test_a_posts_name_is_part_of_its_page_mark(telegram, post: str) -> None:
    text = f"1. (U) {FULL}\n{post} 00000012  002 OF 003\nnobody came.\n\n2. (U) Two.\n"
    first, _ = body(telegram, text).paragraphs
    assert first.text == f"{FULL} nobody came."


def test_a_page_mark_between_paragraphs_joins_nothing(telegram) -> None:
    paragraphs = body(
        telegram, "1. (U) One.\n\nOSLO 00000012  002 OF 003\n\n2. (U) Two.\n"
    ).paragraphs
    assert [paragraph.text for paragraph in paragraphs] == ["One.", "Two."]


def test_a_line_that_runs_on_behind_a_page_mark_is_no_heading(telegram) -> None:
    text = "1. (U) One.\n\nThe boats were kept\n\nOSLO 00000012  002 OF 002\n\nin the lock.\n"
    assert body(telegram, text).headings == ()


def test_a_heading_behind_a_page_mark_stays_a_heading(telegram) -> None:
    parts = body(
        telegram, "1. (U) One.\n\nOSLO 00000012  002 OF 003\n\nThe Lock\n--------\n\n2. (U) Two.\n"
    ).parts
    assert [part.text for part in parts] == ["One.", "The Lock", "Two."]


@pytest.mark.parametrize(
    "prose", ["It held 2 OF 999 boats.", "PAGE TWO OF THE BOOK", "In 2008 OF ALL YEARS it rained."]
)
def test_prose_that_looks_like_a_page_mark_is_none(telegram, prose: str) -> None:
    assert prose in telegram(f"{HEAD}1. (U) It rained.\n{prose}\n\n2. (U) Two.\n").text.replace(
        "\n", "\n"
    )


def test_a_caption_inside_a_sentence_is_left_out(telegram) -> None:
    first, _ = body(telegram, f"1. (U) {FULL}\n\nSIPDIS\nnobody came.\n\n2. (U) Two.\n").paragraphs
    assert first.text == f"{FULL} nobody came."


def test_a_section_head_inside_a_sentence_is_left_out(telegram) -> None:
    text = f"1. (U) {FULL}\n\nUNCLAS SECTION 02 OF 02 OSLO 000012\n\nnobody came.\n\n2. (U) Two.\n"
    first, _ = body(telegram, text).paragraphs
    assert first.text == f"{FULL} nobody came."


def test_page_marks_inside_the_end_that_stands_twice_keep_the_text_covered(raw) -> None:
    end = (
        "1. (U) "
        + "The ferry OSLO 00000012  002 OF 003 sailed late, and nobody minded at all. " * 5
    )
    cable = raw(HEAD + end + "\n" + end)
    assert "".join(segment.text for segment in cable.segments) == cable.source.text


@pytest.mark.parametrize("mark", ["OSLO 00000012  002 OF 003", "Oslo 00000012  002 of 003"])
def test_page_marks_one_below_the_other_are_all_page_marks(raw, mark: str) -> None:
    cable = raw(f"SUBJECT: LOCKS\n\n1. (U) The lock is shut.\n\n{mark}\n{mark}\n\n2. (U) So.\n")
    assert "".join(segment.text for segment in cable.segments) == cable.source.text
    assert [segment.kind for segment in cable.segments].count(SegmentKind.PAGE_MARK) == 2
    assert not cable.headings


def test_a_page_mark_inside_the_residue_keeps_the_text_covered(raw) -> None:
    cable = raw(HEAD + "1. (U) One.\n\nLARSEN\n@ OSLO 00000012  002 OF 003 x\n")
    assert "".join(segment.text for segment in cable.segments) == cable.source.text


def test_the_body_is_cut_into_kinds(raw) -> None:
    cable = raw(
        HEAD
        + (
            "1. (U) One\n\nOSLO 00000012  002 OF 003\n\nand more.\n\nTHE LOCK\n--------\n\n"
            "2. (U) Two.\n\nLARSEN\n"
        )
    )
    kinds = [segment.kind.value for segment in cable.segments][3:]
    assert [kind for kind in kinds if kind != "blank"] == [
        "paragraph",
        "page-mark",
        "text",
        "heading",
        "text",
        "paragraph",
        "signature",
    ] or kinds == ["paragraph", "page-mark", "text", "heading", "paragraph", "signature"]


def test_a_telegram_that_ends_with_its_head_has_no_body(raw) -> None:
    cable = raw(HEAD)
    assert cable.body.parts == ()
    assert "body.missing" in {defect.code for defect in cable.defects}


def test_the_segment_kinds_are_known() -> None:
    assert len({kind.value for kind in SegmentKind}) == len(SegmentKind)


@pytest.mark.parametrize("end", ["\n", " \n", "  \n", "\r\n", " \r\n", " \\\n"])
@pytest.mark.parametrize("indent", ["", " ", "   "])
def test_a_heading_between_empty_lines_is_one_however_lines_end_and_begin(
    raw, end: str, indent: str
) -> None:
    lines = ["SUBJECT: LOCKS", "", "1. (U) Shut.", "", "The Keys", "", "2. (U) Lost.", ""]
    cable = raw("".join(indent + line + end for line in lines))
    assert [heading.text for heading in cable.headings] == ["The Keys"]


@pytest.mark.parametrize("rule", ["---", "----", "- - -", "===", "--------- ---"])
def test_three_signs_are_a_rule(raw, rule: str) -> None:
    cable = raw(f"SUBJECT: LOCKS\n\n1. (U) Shut.\n\nKEY\n{rule}\n\n2. (U) Lost.\n")
    assert [heading.text for heading in cable.headings] == ["KEY"]


@pytest.mark.parametrize("line", ["BACKGROUND:", "Background:", "The Talks In Oslo:"])
def test_a_short_line_with_a_colon_above_a_number_is_a_heading(raw, line: str) -> None:
    cable = raw(f"SUBJECT: LOCKS\n\n1. (U) Shut.\n\n{line}\n\n2. (U) They froze.\n")
    assert [heading.text for heading in cable.headings] == [line]


@pytest.mark.parametrize(
    "text",
    [
        "He had three points:\n\n2. (U) They froze.",
        "POINTS:\n\n-- They froze.",
        "BEGIN TEXT:\n\n2. (U) It",
    ],
)
def test_a_line_that_opens_a_list_or_a_text_is_no_heading(raw, text: str) -> None:
    assert raw(f"SUBJECT: LOCKS\n\n1. (U) Shut.\n\n{text}\n").headings == ()


@pytest.mark.parametrize(
    "printed",
    [
        "The keys are lost.\nBACKGROUND\n----------",
        "The keys are lost.\n\n//BACKGROUND//",
        "The keys are lost.\n//BACKGROUND//",
        "The keys are lost\n//BACKGROUND//  ",
        "The keys are lost.\n\n(U) BACKGROUND\n--------------",
        "The keys are lost.\n\n...BACKGROUND",
        "The keys are lost.\n\n(U) BACKGROUND",
    ],
)
def test_a_heading_need_not_have_empty_lines_around_it(raw, printed: str) -> None:
    cable = raw(f"SUBJECT: LOCKS\n\n1. (U) Shut.\n{printed}\n\n2. (U) They froze.\n")
    assert [heading.text.strip("/(U). ") for heading in cable.headings] == ["BACKGROUND"]
    assert [paragraph.number for paragraph in cable.paragraphs] == [1, 2]


@pytest.mark.parametrize(
    "printed",
    [
        "Country    Locks    Keys\n------------------------\nNorway        12       3",
        "//END NOTE//",
        "The keys are lost.\n//BACKGROUND// of this.",
        "(Note: The keys are lost.)",
    ],
)
def test_a_tables_head_a_sentence_and_an_end_are_no_headings(raw, printed: str) -> None:
    cable = raw(f"SUBJECT: LOCKS\n\n1. (U) Shut.\n\n{printed}\n\n2. (U) They froze.\n")
    assert cable.headings == ()


@pytest.mark.parametrize("line", ["and the keys\nlost\n----", "Lost.\nGONE\n---------------------"])
def test_a_line_under_text_is_a_heading_only_behind_a_sentence_and_as_long_as_its_rule(
    raw, line: str
) -> None:
    assert raw(f"SUBJECT: LOCKS\n\n1. (U) Shut.\n{line}\n\n2. (U) Frozen.\n").headings == ()


@pytest.mark.parametrize("caption", ["SIPDIS", "NOFORN"])
def test_a_caption_before_the_rest_of_a_sentence_on_its_line_is_left_out(telegram, caption):
    text = f"1. (U) The new lock was handed over to\n\n{caption} the canal board in May.\n"
    (paragraph,) = body(telegram, text).paragraphs
    assert paragraph.text == "The new lock was handed over to the canal board in May."


def test_a_paragraph_that_begins_with_a_caption_has_it(telegram):
    parts = body(telegram, "1. (U) One.\n\nSIPDIS is a caption, says the board.\n").paragraphs
    assert parts[-1].text.endswith("SIPDIS is a caption, says the board.")


def test_a_line_that_begins_with_a_caption_has_it(telegram):
    (one,) = body(telegram, "1. (U) The board told us to use the\nSIPDIS caption.\n").paragraphs
    assert one.text == "The board told us to use the SIPDIS caption."


def test_a_sites_pilcrow_before_a_line_is_no_part_of_the_text(telegram):
    text = "¶1. (U) The lock was built in May,\n¶2006. It has two parts:\n\n¶A. The gate.\n"
    (paragraph,) = body(telegram, text).paragraphs
    assert paragraph.text == "The lock was built in May, 2006. It has two parts:\n\nA. The gate."
    source = HEAD + text
    for at, character in enumerate(paragraph.text):
        printed = source[paragraph.text_map.source(at)]
        assert printed == character or (printed == "\n" and character == " ")


def test_a_sites_pilcrow_before_a_heading_is_no_part_of_it(telegram):
    (heading,) = body(telegram, "¶B. The Gate\n-----------\n\n¶1. (U) It leaks.\n").headings
    assert heading.text == "B. The Gate"


MARK = "OSLO 00000012  002 OF 003"


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        (f"1. (U) It is shut.\n{MARK}\nThe Other Lock\n\n2. (U) It leaks.\n", ["The Other Lock"]),
        (f"1. (U) It is shut.\n\nThe Other Lock\n{MARK}\n2. (U) It leaks.\n", ["The Other Lock"]),
        (
            f"The Old Lock\n\n{MARK}\n\n\nThe Other Lock\n\n1. (U) It.\n",
            ["The Old Lock", "The Other Lock"],
        ),
        (f"1. (U) {FULL}\n{MARK}\nThe Other Lock\n\n2. (U) It leaks.\n", []),
        (f"1. (U) It is shut.\n\nMr. Larsen met the Board of\n{MARK}\nLocks again.\n", []),
    ],
)
def test_a_heading_beside_a_page_mark_is_found(telegram, text, headings):
    assert [heading.text for heading in body(telegram, text).headings] == headings


def test_an_unnumbered_paragraph_that_ended_at_a_page_mark_ends(telegram):
    text = f"{FULL}\nnobody came to see it.\n{{gap}}{MARK}\n{{gap}}The lock was shut all week.\n"
    for gap in ("", "\n"):
        assert len(body(telegram, text.format(gap=gap)).paragraphs) == 2
    goes_on = text.replace("nobody came to see it.", f"{FULL} it rained.").format(gap="")
    assert len(body(telegram, goes_on).paragraphs) == 1


def test_a_number_that_is_right_behind_changed_ones_begins_a_paragraph(telegram):
    text = "11. (U) A.\n\n12. (U) B.\n\n13. (U) C.\n\n¶4. D.\n\n¶5. (U) E.\n"
    assert numbers(telegram, text) == [1, 2, 3, 4, 5]
    # a list of a paragraph's own
    assert numbers(telegram, "1. (U) A.\n\n2. (U) B:\n\n¶1. C.\n\n3. (U) D.\n") == [1, 2, 3]


# ---------------------------------------------------------------- what is in doubt (numbers)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the twentieth number behind the last is the farthest that a copy may have lost
        ("1. One.\n\n21. Two.\n", [1, 21]),
        ("1. One.\n\n22. Two.\n", [1]),
        ("1. One.\n\n0. No number.\n\n2. Two.\n", [1, 2]),
        # behind a full stop a number needs no empty line, if it is a later one
        ("1. One.\n4. Four.\n", [1, 4]),
        ("1. One\n4. Four.\n", [1]),
        ("1. One.\n\n4. Four.\n4. Four.\n", [1, 4]),
        ("1. One.\n\n4. Four.\n2. Two.\n", [1, 4]),
        # a paragraph's own list, where the paragraphs have portion markings
        ("1. (U) One.\n\n2. (U) Two:\n\n2. Open.\n\n3. (U) Three.\n", [1, 2, 3]),
        ("1. One.\n\n2. Two.\n\n2. Two.\n\n3. Three.\n", [1, 2, 2, 3]),
        # a pilcrow read as the digit 1
        ("8. A.\n\n9. B.\n\n110. C.\n", [8, 9, 110]),
        ("18. A.\n\n19. B.\n\n110. C.\n", [18, 19, 110]),
        ("8. A.\n\n9. B.\n\n111. C.\n", [8, 9]),
        ("17. A.\n\n18. B.\n\n110. C.\n", [17, 18]),
        ("18. A.\n\n19. B.\n\n111. C.\n", [18, 19]),
    ],
)
def test_a_number_without_a_portion_is_a_paragraphs_where_it_can_be(raw, text, expected) -> None:
    assert numbers(raw, text) == expected


@pytest.mark.parametrize(
    ("lines", "headings"),
    [
        (["The Locks", "The Keys"], ["The Locks", "The Keys"]),
        (["The Locks", "The Keys", "The Boats"], []),
        (["The Locks", "The Keys", "The Boats", "The Crew"], []),
        (
            ["The Locks", "2. (U) Two.", "The Keys", "The Boats"],
            ["The Locks", "The Keys", "The Boats"],
        ),
        (
            ["The Locks", "The Keys", "It rained.", "The Boats"],
            ["The Locks", "The Keys", "The Boats"],
        ),
    ],
)
def test_three_headings_without_text_between_them_are_a_list(raw, lines, headings) -> None:
    text = "1. (U) One.\n\n" + "\n\n".join(lines) + "\n\n3. (U) Three.\n"
    assert [heading.text for heading in body(raw, text).headings] == headings


# ---------------------------------------------------------------- the cut list itself


def pieces(text: str, start: int = 0, end: int | None = None) -> list[tuple[str, str]]:
    """Give kind and text of what the cuts of ``text[start:end]`` part it into."""
    end = len(text) if end is None else end
    cuts = cut_body(text, start, end, find_page_marks(text, 0, len(text)))
    ends = [at for at, _, _ in cuts[1:]] + [end]
    assert cuts[0][0] == start
    parts = zip(cuts, ends, strict=True)
    # Of two cuts at one place the later wins.
    return [(kind.value, text[at:to]) for (at, kind, _), to in parts if at != to]


@pytest.mark.parametrize(
    "expected",
    [
        [("page-mark", f"{MARK}\n\n"), ("paragraph", "1. (U) One.\n")],
        [("page-mark", f"{MARK}\n\n"), ("heading", "The Lock\n\n"), ("paragraph", "1. (U) One.\n")],
        [("heading", "--------\nThe Lock\n--------\n\n"), ("paragraph", "1. (U) One.\n")],
        [("paragraph", "1. (U) One.\n\n"), ("page-mark", f"{MARK}\n   ")],
        [("paragraph", "1. (U) One.\n\n"), ("rule", "--------\n"), ("text", "It rained.\n")],
        [("paragraph", "1. (U) The ferry "), ("page-mark", MARK)],
        [("paragraph", "1. (U) The ferry "), ("page-mark", f"{MARK}  "), ("text", "sailed.\n")],
        [
            ("paragraph", "1. (U) The ferry "),
            ("page-mark", f"{MARK}\n"),
            ("paragraph", "2. (U) Two.\n"),
        ],
        [
            ("heading", "The Lock\n--------\n\n"),
            ("page-mark", f"{MARK} "),
            ("text", "is shut.\n"),
        ],
    ],
)
def test_each_piece_of_a_body_is_cut_where_it_begins(expected: list[tuple[str, str]]) -> None:
    text = "".join(printed for _, printed in expected)
    assert pieces(text) == expected
    # and so it is behind a head, and before what is no part of the body
    framed = f"SUBJECT: LOCKS\n\n{text}{MARK} NNNN\n"
    start = framed.index(text)
    assert pieces(framed, start, start + len(text)) == expected


# ---------------------------------------------------------------- where a sentence is broken

LONG = (
    "The keeper said that the lock would open as soon as the water had fallen to where it stood in"
)


@pytest.mark.parametrize(
    "rest",
    [
        "the spring of the year",
        "Oslo in the spring of the year",
        "Oslo\n\nHarbor in the spring",
        "the spring\n\nOf that year, and not before.",
    ],
)
def test_a_break_inside_a_sentence_is_no_boundary(telegram, rest: str) -> None:
    cable = telegram(f"{HEAD}1. (U) {LONG}\n\n{rest}\n\n2. (U) Two.\n")
    assert cable.headings == ()
    assert [one.number for one in cable.paragraphs] == [1, 2]
    assert " ".join(cable.paragraphs[0].text.split()) == " ".join(f"{LONG} {rest}".split())


def test_a_text_in_capitals_that_is_broken_has_no_headings(telegram) -> None:
    text = f"1. (U) {LONG.upper()}\n\nTHE HARBOR OF OSLO, IN THE\n\nLOCK.\n\n2. (U) So.\n"
    assert body(telegram, text).headings == ()


def test_what_a_colon_opens_is_a_list(telegram) -> None:
    text = "1. (U) The keepers are:\n\nKari Larsen\n\nOla Vik\n\n2. (U) Two.\n"
    assert body(telegram, text).headings == ()


@pytest.mark.parametrize(
    "text",
    [
        "1. (U) It is shut. The Keys --------\n\n2. (U) Two.\n",
        "1. (U) It is shut. The Keys -------- 2. (U) Two.\n",
        "1. (U) It is shut.\n\n-------- The Keys --------\n\n2. (U) Two.\n",
        "1. (U) It is shut. The Keys ****\n2. (U) Two.\n",
    ],
)
def test_a_heading_glued_to_a_sentence_and_its_rule_is_cut_out_of_it(telegram, text: str) -> None:
    parts = body(telegram, text).parts
    assert [part.text for part in parts] == ["It is shut.", "The Keys", "Two."]
    assert [paragraph.number for paragraph in body(telegram, text).paragraphs] == [1, 2]


def test_a_rule_behind_a_sentence_is_none_of_its_text(telegram) -> None:
    text = "1. (U) It is shut. END SUMMARY ---------\n\n2. (U) Two.\n"
    assert [part.text for part in body(telegram, text).parts] == ["It is shut. END SUMMARY", "Two."]


def test_a_heading_goes_on_below_its_rule_in_small_letters(telegram) -> None:
    text = "The Keeper of the Locks\n-----------------------\nand Keys\n--------\n1. (U) One.\n"
    assert [part.text for part in body(telegram, text).parts] == [
        "The Keeper of the Locks and Keys",
        "One.",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. (U) One.\n\n2. the second of them.\n\n2. (U) Two.\n", [1, 2]),
        ("1. One of.\n2. the second of them.\n\n2. Two.\n", [1, 2]),
        ("1. One.\n\n2. e-mail is slow.\n", [1, 2]),
        ("1. (U) One.\n\n2. xxxxx said so.\n", [1, 2]),
        ("1. (U) One.\n\n2. (U) e-mail is slow.\n", [1, 2]),
    ],
)
def test_a_number_before_a_small_letter_is_a_lists_among_marked_ones(raw, text, expected) -> None:
    assert numbers(raw, text) == expected


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("UNCLAS SECTION 01 OF 02 OSLO 000012", "section-head"),
        ("//LOCKS//", "heading"),
        ("LOCKS", "heading"),
    ],
)
def test_a_line_right_below_a_page_mark_is_cut_once(raw, line: str, kind: str) -> None:
    text = (
        "UNCLAS OSLO 000012\nSUBJECT: LOCKS\n\n2. (U) It leaks.\n\n"
        f"OSLO 00000012  002 OF 002\n{line}\n\n3. (U) It froze.\n"
    )
    cable = raw(text)
    assert "".join(segment.text for segment in cable.segments) == text
    assert [one.kind.value for one in cable.segments if one.text.strip() == line] == [kind]


@pytest.mark.parametrize(
    "printed",
    [
        "*** The Keys ***",
        "-- The Keys --",
        "## The Keys",
        "**The Keys**",
        "The Keys\n————————",
        "** The Keys **",
        "*The Keys*",
        "= The Keys =",
        "_The Keys_",
        "The Keys\n~~~~~~~~",
        "The Keys\n________",
        "--------\nThe Keys",
        "--------\nThe Keys\n--------",
    ],
)
def test_a_heading_may_have_signs_at_its_ends_or_one_rule(telegram, printed: str) -> None:
    cable = telegram(f"1. (U) The lock is shut.\n\n{printed}\n\n2. (U) Nobody has a key.\n")
    assert [one.text for one in cable.headings] == ["The Keys"]
    assert [one.text for one in cable.paragraphs] == ["The lock is shut.", "Nobody has a key."]


@pytest.mark.parametrize(
    "printed",
    [
        "--------\nOSLO 00000012  002 OF 002",  # a page mark
        "--------\nPort      Ships",  # a table's head
        "--------\nThe Keys\nare lost",  # text
        "* the keys *",
        "NOFORN",
    ],
)
def test_what_stands_below_a_rule_or_between_signs_may_be_no_heading(telegram, printed) -> None:
    cable = telegram(f"1. (U) The lock is shut.\n\n{printed}\n\n2. (U) Nobody has a key.\n")
    assert cable.headings == ()


def test_a_number_that_a_converter_put_before_a_number_is_none_of_the_text(telegram) -> None:
    cable = telegram("¶1. 1. The lock is shut.\n\n¶2. 2. (U) Nobody has a key.\n\n¶3. 4. Lost.\n")
    assert [(one.number, one.portion, one.text) for one in cable.paragraphs] == [
        (1, None, "The lock is shut."),
        (2, "U", "Nobody has a key."),
        (3, None, "4. Lost."),
    ]


@pytest.mark.parametrize(
    "heading", ["BACKGROUND", "The Keys of the Lock", "Keys, and Who Has Them"]
)
@pytest.mark.parametrize("above", ["\n\n", "\n"])
@pytest.mark.parametrize("portion", ["(U) ", ""])
def test_a_line_right_above_a_number_is_a_heading(
    telegram, heading: str, above: str, portion: str
) -> None:
    text = f"1. {portion}It is shut.{above}{heading}\n2. {portion}They are lost.\n"
    assert [part.text for part in body(telegram, text).parts] == [
        "It is shut.",
        heading,
        "They are lost.",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "It is shut until the end of March",  # runs into the number
        "The keys, as the keeper told us on April",
        "Locks 14 Keys 12",
        "END SUMMARY",
        "-- The Keys",
        "The Keeper of the Upper Canal and His Deputy Keeper",  # as long as a writer's line
    ],
)
def test_a_line_that_a_number_goes_on_with_is_no_heading(telegram, line: str) -> None:
    text = f"1. (U) It is shut.\n{line}\n2. (U) They are lost.\n"
    assert body(telegram, text).headings == ()
    assert numbers(telegram, f"1. It is shut.\n{line}\n2. They are lost.\n") == [1]


@pytest.mark.parametrize(
    "line", ["(U) It is shut", "(U) The keys.", "(SBU) The keys are of the old kind", "(U) - Keys"]
)
def test_a_marked_line_that_is_no_title_is_a_paragraph(telegram, line: str) -> None:
    text = f"1. (U) Shut.\n\n{line}\n\n2. (U) Lost.\n"
    assert numbers(telegram, text) == [1, None, 2]
    marked = "1. (U) Shut.\n\n(U) The Keys\n\n(U) They are lost.\n"
    assert numbers(telegram, marked) == [1, None, None]


def test_a_heading_goes_on_below_its_rule_with_its_quotation(telegram) -> None:
    text = 'THE KEEPER: "A LOCK\n-------------------\nIS A DOOR"\n----------\n1. (U) One.\n'
    assert [part.text for part in body(telegram, text).parts] == [
        'THE KEEPER: "A LOCK IS A DOOR"',
        "One.",
    ]


@pytest.mark.parametrize("post", ["Oslo", "oslo", "the hague"])
def test_the_marks_of_a_page_may_be_in_small_letters(telegram, post: str) -> None:
    cable = telegram(
        "UNCLAS SECTION 01 OF 02 OSLO 000012\nSUBJECT: LOCKS\n\n"
        f"1. (U) The lock is\n\n{post} 00000012  002.2 of 002\n\n\nshut.\n"
    )
    assert [paragraph.text for paragraph in cable.paragraphs] == ["The lock is shut."]


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        ("The keys are lost.", [1, None, 3]),
        ("The keys are lost.\n\nSo is the map.", [1, 3]),  # one of them is a paragraph of 1
        ("and the keys are lost.", [1, 3]),
        ("-- The keys are lost.", [1, 3]),
    ],
)
def test_a_block_where_one_number_is_missing_is_the_paragraph(telegram, between, expected) -> None:
    text = f"1. The lock is shut.\n\n{between}\n\n3. We wait.\n"
    assert numbers(telegram, text) == expected
    # none is missing
    assert numbers(telegram, text.replace("3.", "2.")) == [1, 2]


@pytest.mark.parametrize("closes", ["END TEXT.", "(End text)", "End of letter"])
def test_the_last_line_of_a_quoted_text_is_no_heading(telegram, closes: str) -> None:
    text = (
        "1. (U) Begin text:\n\nThe lock is shut.\n\nSincerely, Kari Vik\n\n"
        f"{closes}\n\n2. (U) We wait.\n"
    )
    assert body(telegram, text).headings == ()
    assert numbers(telegram, text) == [1, 2]


def test_a_portion_marking_right_below_a_rule_opens_a_paragraph(telegram) -> None:
    text = "(U) Shut.\n\nThe Keys\n--------\n(SBU) Lost.\n"
    parts = [(part.text, getattr(part, "portion", "")) for part in body(telegram, text).parts]
    assert parts == [("Shut.", "U"), ("The Keys", ""), ("Lost.", "SBU")]


@pytest.mark.parametrize("word", ["para", "paragraph", "Article"])
def test_a_pilcrow_before_a_number_that_a_word_names_opens_no_paragraph(telegram, word) -> None:
    text = f"¶1. (U) The reply is in {word}\n¶2. It is short.\n\n¶2. (U) Lost.\n"
    assert numbers(telegram, text) == [1, 2]


@pytest.mark.parametrize(
    "texts",
    [
        ["1.\n(C) Shut.", "2.\n(C) Open."],
        ["1.\n\n(C) Shut.", "2.\n\n(C) Open."],
        ["1 . (C)Shut.", "2 . (C)Open."],
        ["1 . Shut.", "2 . Open."],
        ["(1) (C) Shut.", "(2) (C) Open."],
        ["1.- (C) Shut.", "2.- (C) Open."],
        ["1: (C) Shut.", "2: (C) Open."],
        ["1. [C] Shut.", "2. {C} Open."],
    ],
)
def test_a_number_and_its_portion_marking_may_be_written_so(telegram, texts: list[str]) -> None:
    cable = telegram("\n\n".join(texts) + "\n")
    assert [(one.number, one.text) for one in cable.paragraphs] == [(1, "Shut."), (2, "Open.")]


def test_a_letter_in_brackets_that_begins_a_word_marks_no_portion(telegram) -> None:
    (paragraph,) = telegram("1. [S]he shut the lock.\n").paragraphs
    assert (paragraph.portion, paragraph.text) == (None, "[S]he shut the lock.")


def test_a_pages_number_between_hyphens_parts_no_sentence(telegram) -> None:
    cable = telegram("1. (U) The lock that the board\n\n- 2 -\n\nshut is open.\n")
    assert cable.text == "The lock that the board shut is open."
    assert cable.headings == ()


@pytest.mark.parametrize(
    ("before", "post"),
    [
        ("THE BOARD SAID POTATOES", "OSLO"),
        ("The keeper met OECD", "OSLO"),
        ("THE LOCKS AT", "RIO DE JAN"),
        ("So it is in", "NOWHERETON"),
    ],
)
def test_the_words_in_capitals_before_a_page_mark_on_its_line_are_none_of_it(
    telegram, before: str, post: str
) -> None:
    cable = telegram(f"1. (U) {before} {post} 00000012  002 OF 003 grew.\n")
    assert cable.text == f"{before} grew."
