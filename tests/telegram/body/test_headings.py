"""What a heading looks like."""

import pytest

from cableparse.telegram.body.headings import (
    could_be_heading,
    glued_headings,
    has_ended,
    heading_above,
    heading_below_text,
    stands_out,
)


def alone(line: str, below: str = "\n\n") -> bool:
    return could_be_heading(line + below, 0, len(line))


@pytest.mark.parametrize(
    "line",
    [
        "THE LOCK",
        "The Lock and Its Keys",
        "The Lock (Again)",
        "The Lock in the News (Canal One, 7 p.m.)",
        "Mrs. Larsen and the Lock",
        '"A Lock for the Town"',
        "L" * 90,
        "A b c d e f g h i j k l m N",
        "BEGINNINGS",
        "WHAT TO WAIT FOR",
        "1943 and After",
    ],
)
def test_a_short_line_may_be_a_heading(line: str) -> None:
    assert alone(line)


@pytest.mark.parametrize(
    "line",
    [
        "The lock is shut.",
        "The lock (again).",
        'The lock is "shut."',
        "The lock;",
        "-- the lock",
        "* the lock",
        "a. the lock",
        "(12) the lock",
        "See https://example.org/lock",
        "BEGIN TEXT",
        "//END TEXT//",
        "1943",
        "* * *",
        "The failed attack on the",
        "the lock",
        "AGREED IN THE",
        "The Office of",
        "Mail kari@example.org",
        "WWW.EXAMPLE.ORG",
        "Comment. The lock is shut again",
        'The minister says "nobody came',
        "L" * 91,
        "A b c d e f g h i j k l m n O",
    ],
)
def test_a_sentence_a_list_and_a_long_line_are_none(line: str) -> None:
    assert not alone(line)


@pytest.mark.parametrize(
    ("line", "below", "expected"),
    [
        ("BACKGROUND:", "\n\n2. (U) It", True),
        ("Background:", "\n¶2. (U) It", True),
        ("BACKGROUND:", "\n\nIt was shut.", False),
        ("BACKGROUND:", "\n\n2008 was wet.", False),
        ("He had points:", "\n\n2. (U) It", False),
    ],
)
def test_a_colon_ends_a_heading_only_above_a_number(line: str, below: str, expected: bool) -> None:
    assert alone(line, below) is expected


@pytest.mark.parametrize(
    ("block", "first"),
    [
        ("The Lock\n", "The Lock"),
        ("The Lock\nand Its\nKeys\n", "The Lock"),
        ("It\nis\nno\nheading\n", None),
        ("Country    Locks\n", None),
        ("Country   Locks\n", None),
        ("Country  Locks\n", "Country"),
        ("   The Lock   \n", "   The Lock"),
        ("and the lock\n", None),
        ("L" * 91 + "\n", None),
        ("L" * 90 + "\n", "LLL"),
        ("L" * 60 + "\n" + "L" * 60 + "\n", "LLL"),
        ("L" * 60 + "\n" + "L" * 81 + "\n", None),
        ("See https://example.org/lock\n", None),
    ],
)
def test_up_to_three_lines_above_a_rule_are_a_heading_and_a_table_is_none(
    block: str, first: str | None
) -> None:
    text = f"1. (U) Shut.\n\n{block}---------\n"
    rule = text.index("-----")
    found = heading_above(text, 0, rule)
    assert text[found:].startswith(first) if first else found == rule


def test_a_heading_above_a_rule_begins_behind_the_limit() -> None:
    text = "THE OLD\nLOCK\n----\n"
    assert heading_above(text, text.index("LOCK"), text.index("----")) == text.index("LOCK")


@pytest.mark.parametrize(
    ("above", "line", "rule", "found"),
    [
        ("The lock is shut.", "The Keys", "--------", True),
        ("The lock is shut.", "The Keys", "-------", True),
        ("The lock is shut.", "The Keys", "---------", True),
        ("The lock is shut.", "The Keys", "--- ----", True),
        ("The lock is shut.", "The Keys", "------", False),
        ("The lock is shut.", "The Keys", "----------", False),
        ("The lock is", "The Keys", "--------", False),
        ("The lock is shut.", "Keys   Locks", "------------", False),
        ("The lock is shut.", "They froze.", "-----------", False),
    ],
)
def test_a_heading_right_below_text_is_as_long_as_its_rule(
    above: str, line: str, rule: str, found: bool
) -> None:
    text = f"1. (U) Shut.\n{above}\n{line}\n{rule}\n"
    at, end = text.index(f"\n{rule}\n") + 1, len(text) - 1
    begins = heading_below_text(text, 0, at, end)
    assert begins == (text.index(f"\n{line}\n") + 1 if found else at)


def glued(text: str) -> list[tuple[str, str]]:
    """Give kind and text of what stands with its rule on one line of a text."""
    return [(kind.value, text[at:to]) for at, to, kind, _ in glued_headings(text, 0, len(text))]


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("It is shut. The Locks ---------", "The Locks ---------"),
        ("It is shut. End summary. The Locks ---------", "The Locks ---------"),
        ("It is shut. Mrs. Vik's Lock ---------------", "Mrs. Vik's Lock ---------------"),
        ("It is shut. The Locks and the Keys ----", "The Locks and the Keys ----"),
        (
            "It is shut. THE LOCKS: WHAT NEXT ***** **********",
            "THE LOCKS: WHAT NEXT ***** **********",
        ),
        ("THE LOCKS: WHAT NEXT ----", "THE LOCKS: WHAT NEXT ----"),
        ("------- THE LOCKS: WHAT NEXT -------", "------- THE LOCKS: WHAT NEXT -------"),
        ("It is shut. ------- The Locks -------", "------- The Locks -------"),
        ("This week: THE LOCKS --------- 2. (U) It leaks.", "THE LOCKS ---------"),
    ],
)
def test_a_heading_on_one_line_with_its_rule_is_cut_out_with_it(line: str, heading: str) -> None:
    assert glued(line)[-1] == ("heading", heading)


@pytest.mark.parametrize(
    ("line", "rules"),
    [
        ("It is shut. END SUMMARY ----------", ["----------"]),
        ("1. (U) It is open and the keys are lost ====", ["===="]),
        ("and the lock is what they have ---- 2. (U) So", ["----"]),
    ],
)
def test_a_rule_behind_a_sentence_is_a_rule(line: str, rules: list[str]) -> None:
    assert glued(line) == [("rule", rule) for rule in rules]


@pytest.mark.parametrize(
    "line", ["----- ----", "    ---------", "The Locks\n---- ----", "a -- b --- c"]
)
def test_a_rule_alone_on_its_line_is_not_looked_at(line: str) -> None:
    assert glued(line) == []


@pytest.mark.parametrize(
    ("before", "marked", "ended"),
    [
        ("", False, True),
        ("It is shut.", False, True),
        ("It is (shut)", False, True),
        ("He has these:", False, False),
        ("He has these:", True, True),
        ("- Larsen, keeper", False, True),
        ("- Larsen, keeper", True, False),
        ("- Larsen, keeper,", False, False),
        ("- Larsen, keeper of", False, False),
        ("The keeper said that it would be shut until the water had", False, False),
    ],
)
def test_a_text_ends_with_a_sign_or_a_short_line(before: str, marked: bool, ended: bool) -> None:
    assert has_ended(before, marked=marked) is ended


@pytest.mark.parametrize(
    ("line", "below", "before", "out"),
    [
        ("The Other Lock", "\n\n2. (U) So.", "The keeper said", True),
        ("The Other Lock", "\n\nand so", "The keeper said", False),
        ("The other lock", "\n\n2. (U) So.", "The keeper said", False),
        ("The Other Lock", "\n\n2. (U) So.", "THE KEEPER SAID", False),
        ("The Other Lock", "\n\n2. (U) So.", "The keeper said,", False),
    ],
)
def test_a_line_in_large_letters_above_a_number_stands_out(
    line: str, below: str, before: str, out: bool
) -> None:
    assert stands_out(line + below, 0, len(line), before) is out
