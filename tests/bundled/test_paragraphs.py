"""The paragraphs enricher: numbers are repaired only where the whole is clean."""

import attrs
import pytest

from cableparse import PARAGRAPH_NUMBER, Cable, Parser

PARSER = Parser(autoload="bundled")
HEAD = "UNCLAS OSLO 000012\nTAGS: ETRD\nSUBJECT: LOCKS\n\n"


def read(*markers: str) -> Cable:
    body = "\n\n".join(f"{marker} (U) The lock is shut." for marker in markers)
    return PARSER.parse(f"{HEAD}{body}\n\nLARSEN\n", format="telegram")


def numbers(cable: Cable) -> list[int | None]:
    return [paragraph.number for paragraph in cable.paragraphs]


def codes(cable: Cable) -> list[str]:
    return [defect.code for defect in cable.defects if defect.code.startswith("paragraph.")]


@pytest.mark.parametrize(
    ("markers", "repaired"),
    [
        (["¶1.", "12.", "13.", "¶4."], 2),
        (["11.", "12.", "13.", "¶4.", "¶5."], 3),
        (["¶1.", *(f"{n + 10}." for n in range(2, 11)), *(f"¶{n}." for n in range(11, 14))], 9),
        (["¶1.", "¶2.", "13."], 1),
        (["11.", "¶2."], 1),
    ],
)
def test_a_clean_run_is_repaired(markers: list[str], repaired: int) -> None:
    cable = read(*markers)
    assert numbers(cable) == list(range(1, len(markers) + 1))
    assert len(cable.repairs) == repaired
    assert codes(cable) == []


@pytest.mark.parametrize(
    "markers",
    [
        ["¶1.", "12.", *(f"¶{n}." for n in range(3, 10)), "110.", "¶11."],
        [*(f"1{n}." for n in range(1, 13))],
        [*(f"¶{n}." for n in range(1, 10)), "110.", "111.", "112."],
    ],
    ids=" ".join,
)
def test_a_pilcrow_that_was_read_as_a_digit_is_taken_back(markers: list[str]) -> None:
    cable = read(*markers)
    assert numbers(cable) == list(range(1, len(markers) + 1))
    assert codes(cable) == []
    assert "begins with a 1 too many" in cable.repairs[-1].reason


def test_markers_without_portions_are_taken_back_too() -> None:
    body = "\n\n".join(f"1{n}. The lock is shut." for n in range(1, 13))
    assert numbers(PARSER.parse(f"{HEAD}{body}\n\nLARSEN\n")) == list(range(1, 13))


@pytest.mark.parametrize(
    "markers",
    [
        # 20 is ten too high, 111 has a digit too many: no one program does both.
        ["¶1.", *(f"¶{n}." for n in range(2, 10)), "20.", "111."],
        ["¶1.", "112."],
        ["¶1.", "102."],
    ],
    ids=" ".join,
)
def test_numbers_that_no_one_kind_of_damage_explains_stay(markers: list[str]) -> None:
    assert read(*markers).repairs == ()


def test_a_repair_keeps_the_printed_marker_and_says_why() -> None:
    cable = read("¶1.", "12.", "¶3.")
    (repair,) = cable.repairs
    assert (repair.code, repair.printed, repair.read, repair.plugin) == (
        PARAGRAPH_NUMBER,
        "12.",
        "2",
        "paragraphs",
    )
    assert repair.span.slice(cable.source.text) == "12."
    assert len(repair.reason) > 20
    assert cable.paragraphs[1].printed == "12."


def test_without_its_repairs_a_cable_shows_the_printed_numbers() -> None:
    assert numbers(attrs.evolve(read("¶1.", "12.", "¶3."), repairs=())) == [1, 12, 3]


@pytest.mark.parametrize(
    "markers",
    [
        ["1.", "2.", "3."],
        ["¶1.", "¶2.", "¶3."],
        ["¶1.", "2.", "3."],
        ["¶1.", "¶12.", "¶13."],
        ["1.", "12.", "13."],
        ["¶1.", "12.", "14."],
        ["¶1.", "12.", "3.", "¶4."],
        ["¶1.", "13.", "¶3."],
        ["¶1.", "12.", "¶4."],
        ["¶1.", "12.", "¶2."],
        ["11.", "12.", "13."],
        ["21.", "¶2."],
        ["¶1.", "22."],
    ],
    ids=" ".join,
)
def test_anything_else_keeps_its_printed_numbers(markers: list[str]) -> None:
    cable = read(*markers)
    assert cable.repairs == ()
    assert numbers(cable) == [int(marker.strip("¶.")) for marker in markers]


def test_numbers_that_only_a_converter_or_a_fragment_has_are_said_to_be_ambiguous() -> None:
    assert codes(read("11.", "12.", "13.")) == ["paragraph.number-ambiguous"]


@pytest.mark.parametrize(
    ("markers", "defects"),
    [
        (["1.", "2.", "3."], []),
        (["1.", "2.", "4."], ["paragraph.missing"]),
        (["1.", "2.", "6."], ["paragraph.missing"]),
        (["2.", "3."], ["paragraph.missing"]),
        (["1.", "2.", "2.", "3."], ["paragraph.repeated"]),
        (["1.", "3.", "2."], ["paragraph.missing", "paragraph.unordered"]),
        (["1.", "2.", "4.", "5.", "5.", "6."], ["paragraph.missing", "paragraph.repeated"]),
    ],
    ids=lambda value: " ".join(value) or "none",
)
def test_what_the_numbers_say_is_a_defect(markers: list[str], defects: list[str]) -> None:
    cable = read(*markers)
    assert codes(cable) == defects
    for defect in cable.defects:
        if defect.code in defects:
            assert defect.plugin == "paragraphs"
            assert defect.span.slice(cable.source.text) in markers


@pytest.mark.parametrize(
    "markers",
    [
        ["1.", "12.", "13."],  # the pilcrow of 1 is lost, or ten paragraphs are the writer's gap
        ["1.", "2.", "13.", "¶4."],
        ["1.", "2.", "3.", "14."],
        ["¶1.", "12.", "¶3.", *(f"¶{n}." for n in range(4, 10)), "110.", "21."],
    ],
)
def test_numbers_that_a_converter_or_the_writer_may_have_made_are_ambiguous(markers) -> None:
    cable = read(*markers)
    assert codes(cable) == ["paragraph.number-ambiguous"]
    assert cable.repairs == ()
    (defect,) = [one for one in cable.defects if one.code.startswith("paragraph")]
    changed = next(marker for marker in markers if len(marker) > 2 and "¶" not in marker)
    assert defect.span.slice(cable.source.text) == changed


def test_numbers_with_pilcrows_are_right_and_so_never_ambiguous() -> None:
    assert codes(read("¶11.", "¶12.", "¶13.")) == ["paragraph.missing"]
    assert codes(read("¶1.", "¶12.", "¶13.")) == ["paragraph.missing"]
    assert codes(read("1.", "2.", "¶13.", "14.")) == ["paragraph.missing"]


def test_the_missing_numbers_are_named() -> None:
    (defect,) = [
        defect for defect in read("1.", "2.", "5.").defects if defect.code == "paragraph.missing"
    ]
    assert "3, 4" in defect.message


def test_paragraphs_without_numbers_have_no_numbering_defect() -> None:
    text = f"{HEAD}The lock is shut.\n\nThe boats wait.\n\nLARSEN\n"
    assert codes(PARSER.parse(text, format="telegram")) == []


LONG = "The ferry that leaves at noon was late again this week and nobody came to see it, " * 2


def test_a_paragraph_that_breaks_off_is_a_defect_where_it_does() -> None:
    cable = PARSER.parse(
        f"{HEAD}1. (U) {LONG}not even the\n\n2. (U) Two.\n\nLARSEN\n", format="telegram"
    )
    (defect,) = [defect for defect in cable.defects if defect.code == "paragraph.end-lost"]
    assert defect.span.slice(cable.source.text) == "e"
    assert "not even the" in defect.message


@pytest.mark.parametrize("end", [".", "!", '."', ".)", "?", ":", "…"])
def test_a_paragraph_that_ends_is_none(end: str) -> None:
    cable = PARSER.parse(
        f"{HEAD}1. (U) {LONG}not even the dog{end}\n\n2. (U) Two.\n\nLARSEN\n", format="telegram"
    )
    assert "paragraph.end-lost" not in codes(cable)


@pytest.mark.parametrize("end", ["the Board of Locks", "in May 2008", "Ms. Kari Larsen", "dâ€\x9d"])
def test_a_name_or_a_number_may_lack_its_period(end: str) -> None:
    text = f"1. (U) {LONG}not even {end}\n\n2. (U) Two.\n\nLARSEN\n"
    assert "paragraph.end-lost" not in codes(PARSER.parse(HEAD + text, format="telegram"))
    # where the copy dropped lines, one of them was the next
    dropped = f"DE RUEHNY #0012 1351745\nR 141745Z MAY 08\n\nE.O. 12958: N/A\n\n{text}"
    assert "paragraph.end-lost" in codes(PARSER.parse(dropped, format="telegram"))


def test_a_short_last_line_says_nothing_whatever_ends_the_lines() -> None:
    text = f"{HEAD}1. (U) {LONG}and\nthe lock too\n\n2. (U) Two.\n\nLARSEN\n"
    for end in ("\n", "\r", "\r\n"):
        cable = PARSER.parse(text.replace("\n", end), format="telegram")
        assert "paragraph.end-lost" not in codes(cable)


def test_it_runs_behind_the_boilerplate() -> None:
    names = [enricher.name for enricher in PARSER.enrichers]
    assert names.index("boilerplate") < names.index("paragraphs")


def test_a_marker_that_never_had_a_pilcrow_is_no_sign_against_a_repair() -> None:
    # The site put pilcrows before `2. `, not before `2.(C)` or `3.. (C)`.
    cable = PARSER.parse(
        "SUBJECT: LOCKS\n\n1.(C) One.\n\n12. (C) Two.\n\n13.. (C) Three.\n\n¶4. (C) Four.\n",
        format="telegram",
    )
    assert [paragraph.number for paragraph in cable.paragraphs] == [1, 2, 3, 4]
    assert [repair.printed for repair in cable.repairs] == ["12.", "13.."]
