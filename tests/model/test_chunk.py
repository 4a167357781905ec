"""Passages for retrieval: what is in them, and that nothing of a paragraph is in none."""

import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cableparse import Cable, Heading, Parser, Span
from cableparse.testing import cable_like_texts, documents

PARSER = Parser(autoload="bundled")
TEXT = """\
R 141745Z MAY 08
FM AMEMBASSY OSLO
TO SECSTATE WASHDC
C O N F I D E N T I A L OSLO 000012
SUBJECT: LOCKS

1. (C) Boats wait. The lock is shut.

2. (SBU) Nobody has a key.

Who Has the Keys
----------------

3. (U) The keeper left. He took it with him, we heard from his neighbor. She saw him go.

LARSEN
"""
CABLE = PARSER.parse(TEXT, format="telegram", name="locks.txt")
FIRST, SECOND, THIRD = (paragraph.text for paragraph in CABLE.paragraphs)


def texts(cable: Cable = CABLE, **how: int) -> list[str]:
    return [chunk.text for chunk in cable.chunks(**how)]


# ---------------------------------------------------------------- what is in one


def test_a_passage_has_what_it_takes_to_quote_it() -> None:
    first, second = CABLE.chunks()
    assert first.text == f"{FIRST}\n\n{SECOND}"
    assert (first.numbers, first.portions, first.heading) == ((1, 2), ("C", "SBU"), None)
    assert (second.numbers, second.portions, second.heading) == ((3,), ("U",), "Who Has the Keys")
    assert {(one.name, one.digest, str(one.mrn)) for one in (first, second)} == {
        ("locks.txt", hashlib.sha256(TEXT.encode()).hexdigest(), "08OSLO12")
    }
    assert [span.slice(TEXT) for span in first.spans] == [FIRST, SECOND]
    at = first.text.index("key")
    assert first.text_map.span(at, at + 3).slice(TEXT) == "key"
    assert repr(second) == (
        f"<Chunk {second.id[:8]} {TEXT.index('The keeper')}..{TEXT.index(' go.') + 4} "
        "'The keeper left. He took it with him, w…'>"
    )


def test_a_passage_goes_to_json() -> None:
    chunk = CABLE.chunks()[0]
    assert json.loads(json.dumps(chunk.to_dict())) == {
        "id": chunk.id,
        "name": "locks.txt",
        "digest": chunk.digest,
        "mrn": "08OSLO12",
        "heading": None,
        "numbers": [1, 2],
        "portions": ["C", "SBU"],
        "spans": [[span.start, span.end] for span in chunk.spans],
        "repeated": 0,
        "text": chunk.text,
    }
    (lost,) = PARSER.parse("SUBJECT: X\n\nBoats wait.\n", format="telegram").chunks()
    assert (lost.to_dict()["mrn"], lost.numbers, lost.portions) == (None, (None,), (None,))


def test_a_cable_without_a_body_has_no_passage() -> None:
    assert PARSER.parse("SUBJECT: X\n", format="telegram").chunks() == ()


# ---------------------------------------------------------------- where one ends


def test_paragraphs_are_packed_as_long_as_they_fit() -> None:
    both = len(FIRST) + 2 + len(SECOND)
    assert texts(size=both)[0] == f"{FIRST}\n\n{SECOND}"
    assert texts(size=both - 1)[:2] == [FIRST, SECOND]


def test_a_heading_ends_a_passage() -> None:
    assert [chunk.heading for chunk in CABLE.chunks(size=10_000)] == [None, "Who Has the Keys"]


def test_a_longer_paragraph_is_cut_before_a_sentence_a_word_and_at_last_anywhere() -> None:
    assert texts(size=72)[-2:] == [THIRD[:65], "She saw him go."]
    assert texts(size=20)[-5:] == [
        "The keeper left.", "He took it with him,", "we heard from his", "neighbor.",
        "She saw him go.",
    ]  # fmt: skip
    assert texts(size=4)[-3:] == ["saw", "him", "go."]
    assert texts(size=3)[:4] == ["Boa", "ts", "wai", "t."]


def test_a_passage_begins_with_the_end_of_the_one_before() -> None:
    *_, third, fourth = CABLE.chunks(size=60, overlap=17)
    assert third.text == "The keeper left. He took it with him, we heard from his"
    assert fourth.text == "we heard from his neighbor. She saw him go."
    assert fourth.text[fourth.repeated :] == "neighbor. She saw him go."
    _, second, *_ = CABLE.chunks(size=45, overlap=20)
    assert second.text == f"The lock is shut.\n\n{SECOND}"
    assert second.text[second.repeated :] == SECOND
    assert (second.numbers, second.portions) == ((1, 2), ("C", "SBU"))


def test_a_paragraph_that_leaves_less_room_has_a_shorter_overlap() -> None:
    size = len(SECOND) + 2 + len("is shut.")
    _, _, second, *_ = CABLE.chunks(size=size, overlap=size - 1)
    assert second.text == f"is shut.\n\n{SECOND}"
    assert CABLE.chunks(size=len(THIRD), overlap=50)[-1].text == THIRD


def test_an_overlap_does_not_go_across_a_heading() -> None:
    *_, last = CABLE.chunks(size=100, overlap=99)
    assert (last.text, last.repeated) == (THIRD, 0)


def test_whole_paragraphs_are_repeated_where_they_fit() -> None:
    text = "SUBJECT: X\n\n1. Aa bb.\n\n2. Cc dd.\n\n3. Ee ff.\n\n4. Gg hh.\n"
    first, second = PARSER.parse(text, format="telegram").chunks(size=24, overlap=14)
    assert (first.numbers, second.numbers) == ((1, 2, 3), (2, 3, 4))
    assert (second.text, second.repeated) == ("Cc dd.\n\nEe ff.\n\nGg hh.", 16)


def test_white_space_alone_is_in_no_passage() -> None:
    text = f"SUBJECT: X\n\n1. Aa{' ' * 50}bb\n"
    assert texts(PARSER.parse(text, format="telegram"), size=10) == ["Aa", "bb"]


@pytest.mark.parametrize("size", [0, -1])
def test_a_size_below_one_is_refused(size: int) -> None:
    with pytest.raises(ValueError, match=f"size must be at least 1 character, not {size}"):
        CABLE.chunks(size=size)


@pytest.mark.parametrize("overlap", [-1, 10, 11])
def test_an_overlap_that_is_negative_or_not_below_the_size_is_refused(overlap: int) -> None:
    said = f"overlap must be from 0 to 9, below the size, not {overlap}"
    with pytest.raises(ValueError, match=said):
        CABLE.chunks(size=10, overlap=overlap)


@pytest.mark.parametrize("name", ["size", "overlap"])
@pytest.mark.parametrize("value", [1.5, "9", None, True])
def test_what_is_no_whole_number_is_refused(name: str, value: object) -> None:
    with pytest.raises(TypeError, match=f"{name} is a whole number of characters, not {value!r}"):
        CABLE.chunks(**{name: value})  # type: ignore[arg-type]


# ---------------------------------------------------------------- ids


def test_ids_are_of_the_source_and_the_place_alone() -> None:
    again = PARSER.parse(TEXT, format="telegram", name="other.txt")
    assert [one.id for one in again.chunks()] == [one.id for one in CABLE.chunks()]
    other = PARSER.parse(f"{TEXT}\n", format="telegram")
    assert {one.id for one in other.chunks()}.isdisjoint(one.id for one in CABLE.chunks())
    # Written down: an index that was made with an earlier version finds its passages again.
    assert CABLE.chunks()[1].spans == (Span(214, 295),)
    assert CABLE.chunks()[1].id == "61c0934c9c29f114ee314373aa0b88c2"


# ---------------------------------------------------------------- the law


def without_space(text: str) -> str:
    return "".join(text.split())


@given(
    text=st.one_of(documents(), cable_like_texts()).filter(str.strip),
    size=st.one_of(st.integers(1, 60), st.integers(60, 3000)),
    share=st.floats(0, 0.99),
)
def test_every_character_of_every_paragraph_is_in_a_passage_in_order(
    text: str, size: int, share: float
) -> None:
    cable = PARSER.parse(text, format="telegram")
    overlap = int(size * share)
    chunks = cable.chunks(size=size, overlap=overlap)
    assert chunks == cable.chunks(size=size, overlap=overlap)

    new = "".join(chunk.text[chunk.repeated :] for chunk in chunks)
    assert without_space(new) == without_space("".join(p.text for p in cable.paragraphs))
    assert len({chunk.id for chunk in chunks}) == len(chunks)
    for before, chunk in zip((None, *chunks), chunks, strict=False):
        assert 0 < len(chunk.text) <= size
        assert chunk.text == chunk.text.strip()
        assert len(chunk.spans) == len(chunk.numbers) == len(chunk.portions)
        repeated = chunk.text[: chunk.repeated].rstrip()
        assert len(repeated) <= overlap
        assert not repeated or (before is not None and before.text.endswith(repeated))

        # Each part is read from within its span, and begins and ends with it.
        inside = [chunk.text_map.source(at) for at, c in enumerate(chunk.text) if not c.isspace()]
        assert inside == sorted(set(inside))
        assert all(any(span.contains(at) for span in chunk.spans) for at in inside)
        assert {span.start for span in chunk.spans} <= set(inside)
        assert {span.end - 1 for span in chunk.spans} <= set(inside)

        # A heading stands above all of it, and no other one in it.
        tops = [part for part in cable.body.parts if isinstance(part, Heading)]
        above = [one for one in tops if one.span.start < chunk.spans[0].start]
        assert above == [one for one in tops if one.span.start < chunk.spans[-1].end]
        assert chunk.heading == (above[-1].text if above else None)


@given(text=documents().filter(str.strip), size=st.integers(40, 2000))
def test_a_paragraph_that_fits_is_in_one_passage(text: str, size: int) -> None:
    cable = PARSER.parse(text, format="telegram")
    chunks = cable.chunks(size=size, overlap=size // 3)
    for paragraph in cable.paragraphs:
        if 0 < len(paragraph.text.strip()) <= size:
            assert any(paragraph.text.strip() in chunk.text for chunk in chunks)
