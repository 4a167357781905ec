"""Small changes of a regular expression."""

import re

import pytest

from mutants.patterns import changes


def changed(pattern: str) -> list[str]:
    return [pattern[:start] + new + pattern[end:] for start, end, new in changes(pattern)]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("REF", []),
        ("E[.]?", ["E[.]"]),
        ("[ ]*:", ["[ ]+:"]),
        ("A+B", ["A*B"]),
        ("A*+B", ["A++B"]),
        ("A{0,2}", ["A{1,2}", "A{0,1}", "A{0,3}"]),
        ("A{4}", ["A{3}", "A{5}"]),
        ("A{4,}", ["A{3,}", "A{5,}"]),
        ("A(?=B)", ["A(?!B)"]),
        ("(?<!A)B", ["(?<=A)B"]),
    ],
)
def test_counts_and_looks_around_are_changed(pattern: str, expected: list[str]) -> None:
    assert changed(pattern) == expected


@pytest.mark.parametrize(
    "pattern",
    [
        r"\?\+\*\{2\}",
        "[?*+{2}]",
        "[]?]",
        "[^]+]",
        "(?:A)(?P<name>B)(?P=name)(?i:C)",
        "A # what? a comment, {2,3}\n",
    ],
)
def test_what_only_looks_like_a_count_is_left_alone(pattern: str) -> None:
    assert changed(pattern) == []


def test_every_change_is_a_pattern_again() -> None:
    pattern = r"(?<![A-Z])(?P<year>\d{2,4}+)?(?:[ ]{0,3}?(?!X)[^\]?]*)+?\Z"
    assert len(changed(pattern)) > 10
    for other in changed(pattern):
        re.compile(other)
