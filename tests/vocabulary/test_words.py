"""The lists of words that are told apart from names: each row is alive."""

import pytest

from cableparse import Cable, Parser
from cableparse.vocabulary import is_office, place_words, word_list
from cableparse.vocabulary.tables import rows_of
from cableparse.vocabulary.words import lists_of_rows

PARSER = Parser(autoload="bundled")


def read(text: str) -> Cable:
    return PARSER.parse(f"R 010000Z JAN 08\nSUBJECT: LOCKS\n\n{text}", format="telegram")


def test_a_name_begins_behind_a_word_of_an_office() -> None:
    for word in word_list("office"):
        assert is_office(word)
        assert word == word.strip(".,:;'’")  # a printed word is compared without them


@pytest.mark.parametrize("word", sorted(word_list("place")))
def test_a_word_of_a_place_is_no_name_behind_a_preposition(word: str) -> None:
    assert word in place_words()
    (classifier,) = read(f"CLASSIFIED BY: AMBASSADOR TO {word} JANE ROE\n").classifiers
    assert classifier.name == "JANE ROE"


@pytest.mark.parametrize("word", sorted(word_list("no-post")))
def test_a_number_behind_a_word_that_is_no_post_is_no_cable(word: str) -> None:
    assert all(reference.mrn is None for reference in read(f"REF: {word} 12\n").references)


@pytest.mark.parametrize("word", sorted(word_list("no-signer")))
def test_a_word_that_is_nobody_does_not_sign(word: str) -> None:
    assert read(f"1. (U) The lock is shut.\n\n{word}\n").signers == ()


@pytest.mark.parametrize("row", ["office\tDCM\noffice\tDCM", "office\tdcm", "office\t"])
def test_a_bad_row_is_refused_with_its_line(row: str) -> None:
    with pytest.raises(ValueError, match=r"words\.tsv, line \d"):
        lists_of_rows(rows_of("words.tsv", row, "list", "word"))
