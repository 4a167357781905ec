"""What a heading looks like."""

import pytest

from cableparse.telegram.body.headings import could_be_heading, heading_above, heading_below_text


def alone(line: str, below: str = "\n\n") -> bool:
    return could_be_heading(line + below, 0, len(line))


@pytest.mark.parametrize(
    "line",
    [
        "THE LOCK",
        "The Lock and Its Keys",
        "The Lock (Again)",
        "Mrs. Larsen and the Lock",
        '"A Lock for the Town"',
        "L" * 90,
        "a b c d e f g h i j k l m N",
        "THE LOCK ----",
        "BEGINNINGS",
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
        'The minister says "nobody came',
        "L" * 91,
        "a b c d e f g h i j k l m n O",
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
