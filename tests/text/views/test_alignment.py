"""Where the characters of a subject stand."""

import pytest

from cableparse import Span
from cableparse.text.views.alignment import align


def places(text: str, value: str, *spans: tuple[int, int]) -> list[int] | None:
    found = align(text, [Span(*span) for span in spans or [(0, len(text))]], value)
    return None if found is None else [found.source(offset) for offset in range(len(value))]


def test_each_character_leads_to_itself() -> None:
    assert places("::LOCKS", "LOCKS", (2, 7)) == [2, 3, 4, 5, 6]


def test_a_space_leads_to_the_first_of_the_white_space_that_it_stands_for() -> None:
    assert places("A  \n B", "A B") == [0, 1, 5]


def test_a_space_between_two_lines_leads_behind_the_first() -> None:
    assert places("AB\nCD", "AB CD", (0, 2), (3, 5)) == [0, 1, 2, 3, 4]


def test_a_compound_that_a_line_end_divides_has_no_space() -> None:
    assert places("A-\nB", "A-B", (0, 2), (3, 4)) == [0, 1, 3]


def test_a_numeric_entity_is_one_character() -> None:
    assert places("A&#039;B", "A'B") == [0, 1, 7]
    assert places("A&#10;&#10;B", "A B") == [0, 1, 11]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("LOCKS", "LOCK"),
        ("LOCK", "LOCKS"),
        ("LOCKS", "LICKS"),
        ("L OCKS", "LOCKS"),
        ("A&#66;", "A&"),
    ],
)
def test_a_value_that_does_not_stand_there_has_no_map(text: str, value: str) -> None:
    assert places(text, value) is None
