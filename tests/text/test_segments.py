"""Cut lists and what they give."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cableparse import Layer, Segment, SegmentKind, Span
from cableparse.text.segments import covers, cut, overlay, with_gaps, without

TEXT, TAGS = SegmentKind.TEXT, SegmentKind.TAGS
CONTENT, FURNITURE = Layer.CONTENT, Layer.FURNITURE

kinds = st.sampled_from(SegmentKind)
layers = st.sampled_from(Layer)


@given(text=st.text(max_size=60), data=st.data())
def test_every_rising_cut_list_covers_its_text(text: str, data: st.DataObject) -> None:
    places = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=8)))
    cuts = [(at, data.draw(kinds), data.draw(layers)) for at in (0, *places)]
    segments = cut(text, cuts)
    assert covers(segments, text)
    assert "".join(segment.text for segment in segments) == text


def test_a_segment_runs_to_the_next_cut() -> None:
    first, second = cut("abcdef", [(0, TEXT, CONTENT), (4, TAGS, FURNITURE)])
    assert (first.text, first.kind, first.layer, first.span) == ("abcd", TEXT, CONTENT, Span(0, 4))
    assert (second.text, second.kind, second.layer) == ("ef", TAGS, FURNITURE)


def test_of_two_cuts_at_one_place_the_later_wins() -> None:
    (segment,) = cut("ab", [(0, TEXT, CONTENT), (0, TAGS, CONTENT)])
    assert segment.kind is TAGS


def test_an_empty_text_has_no_segments() -> None:
    assert cut("", []) == ()


@pytest.mark.parametrize("cuts", [[], [(1, TEXT, CONTENT)]])
def test_a_cut_list_that_does_not_begin_at_0_is_refused(cuts: list) -> None:
    with pytest.raises(ValueError, match="begins at 0"):
        cut("ab", cuts)


def piece(start: int, end: int) -> Segment:
    return Segment(kind=TEXT, span=Span(start, end), text="abc"[start:end])


@pytest.mark.parametrize(
    ("spans", "right"),
    [
        ([(0, 3)], True),
        ([(0, 1), (1, 3)], True),
        ([(0, 1), (2, 3)], False),
        ([(0, 2), (1, 3)], False),
        ([(0, 2)], False),
        ([(1, 3)], False),
        ([], False),
    ],
)
def test_covering_means_no_gap_and_no_overlap(spans: list[tuple[int, int]], right: bool) -> None:
    assert covers([piece(*span) for span in spans], "abc") is right


def test_a_long_segment_has_a_short_repr() -> None:
    segment = Segment(kind=TEXT, span=Span(0, 500), text="a" * 500)
    assert repr(segment) == f"<Segment text 0..500 '{'a' * 39}…'>"


def test_a_segments_repr_says_what_is_furniture_and_sends_no_control_character() -> None:
    text = "\x1b[2J\u202e\n" * 20
    mark = SegmentKind.PAGE_MARK
    segment = Segment(kind=mark, span=Span(7, 9), layer=Layer.FURNITURE, text=text)
    assert repr(segment).startswith(r"<Segment page-mark 7..9 furniture '\x1b[2J\u202e\n\x1b")
    assert repr(segment).isprintable()
    assert len(repr(segment)) < 80


SITE, CAPTION, PARAGRAPH = SegmentKind.SITE, SegmentKind.CAPTION, SegmentKind.PARAGRAPH


@pytest.mark.parametrize(
    ("inserts", "expected"),
    [
        ([], [(0, PARAGRAPH), (6, TAGS)]),
        ([(2, 4, SITE, FURNITURE)], [(0, PARAGRAPH), (2, SITE), (4, TEXT), (6, TAGS)]),
        ([(2, 6, SITE, FURNITURE)], [(0, PARAGRAPH), (2, SITE), (6, TAGS)]),
        ([(2, 8, SITE, FURNITURE)], [(0, PARAGRAPH), (2, SITE), (8, TAGS)]),
        ([(7, 9, SITE, FURNITURE)], [(0, PARAGRAPH), (6, TAGS), (7, SITE)]),
        (
            [(1, 2, SITE, FURNITURE), (2, 3, CAPTION, CONTENT)],
            [(0, PARAGRAPH), (1, SITE), (2, TEXT), (2, CAPTION), (3, TEXT), (6, TAGS)],
        ),
    ],
)
def test_what_an_insert_interrupts_goes_on_behind_it(inserts, expected) -> None:
    cuts = [(0, PARAGRAPH, CONTENT), (6, TAGS, CONTENT)]
    assert [(at, kind) for at, kind, _ in overlay(cuts, inserts, 9)] == expected


def test_inserts_are_blanked_and_every_offset_stays() -> None:
    text = "It is SIPDIS shut.http://x Two."
    at = text.index("http")
    blank = without(text, [(6, 12, CAPTION, CONTENT), (at, at + 8, SITE, FURNITURE)])
    assert blank == "It is        shut.\n      \n Two."
    assert without(text, [(0, 1, SITE, FURNITURE)]) == "\n" + text[1:]
    assert without(text, []) is text


def test_the_white_space_behind_an_insert_ends_where_the_next_one_begins() -> None:
    inserts = [
        (0, 2, SegmentKind.HEADING, Layer.CONTENT),
        (3, 6, SegmentKind.SECTION_HEAD, Layer.CONTENT),  # which is blanked already
    ]
    spans = [insert[:2] for insert in with_gaps("AB\n   \n\nC", inserts, 9)]
    assert spans == [(0, 3), (3, 8)]
