"""Where a running text may be cut."""

import pytest

from cableparse.text.views.sentences import Cuttable


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        ("Boats wait. Locks shut.", ["Locks"]),
        ("Boats wait.  Locks? Yes! No.", ["Locks", "Yes", "No"]),
        ('He said "no." Then he left.', ["Then"]),
        ("He left.) “Why?” we asked. 12 boats came.", ["“Why", "12"]),
        ("Mr. Roe met Dr. J. K. Lund of the U.S. Embassy.", []),
        ("It cost approx. 12 pounds at St. Malo.", []),
        ("THE LOCK IS SHUT. BOATS WAIT.", ["BOATS"]),
        ("The rate is 1.4 or so. it goes on", []),
        ("Boats:\n-- one\n-- two", ["-- one", "-- two"]),
        ("Boats.", []),
        ("Boats. \n", []),
        ("", []),
    ],
)
def test_a_sentence_begins_behind_the_end_of_another_and_with_a_line(
    text: str, begun: list[str]
) -> None:
    found = Cuttable(text).sentences
    assert [text[at:].startswith(word) for at, word in zip(found, begun, strict=True)] == (
        [True] * len(begun)
    )


TEXT = Cuttable("Boats wait here. Locks are shut today")


@pytest.mark.parametrize(
    ("start", "end", "place"), [(0, 40, 17), (0, 17, 17), (0, 16, 11), (17, 30, 27), (0, 5, None)]
)
def test_the_last_place_is_a_sentences_and_else_a_words(
    start: int, end: int, place: int | None
) -> None:
    assert TEXT.last(start, end) == place


@pytest.mark.parametrize(
    ("start", "words", "place"),
    [(0, True, 17), (17, True, 17), (18, True, 23), (18, False, None), (33, True, None)],
)
def test_the_first_place_is_a_sentences_and_else_a_words(
    start: int, words: bool, place: int | None
) -> None:
    assert TEXT.first(start, len(TEXT.text), words=words) == place
