"""Spans and text maps."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cableparse import Span, TextMap

spans = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(
    lambda pair: Span(min(pair), max(pair))
)


@pytest.mark.parametrize(("start", "end"), [(3, 2), (-1, 2), (-2, -1)])
def test_a_backward_or_negative_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=f"{start}..{end}"):
        Span(start, end)


def test_an_empty_span_is_allowed() -> None:
    assert len(Span(4, 4)) == 0


def test_a_span_slices_code_points() -> None:
    assert Span(1, 3).slice("a𝄞¶b") == "𝄞¶"


def test_a_span_is_as_long_as_its_slice() -> None:
    assert len(Span(2, 6)) == 4


@given(span=spans, offset=st.integers(0, 60))
def test_a_span_contains_what_its_slice_has(span: Span, offset: int) -> None:
    assert span.contains(offset) == (offset in range(span.start, span.end))


@given(one=spans, other=spans)
def test_spans_overlap_where_they_share_a_code_point(one: Span, other: Span) -> None:
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    if len(one) and len(other):
        assert one.overlaps(other) == bool(shared)


@given(one=spans, other=spans)
def test_overlapping_is_mutual(one: Span, other: Span) -> None:
    assert one.overlaps(other) == other.overlaps(one)


def test_spans_sort_by_where_they_start() -> None:
    assert sorted([Span(3, 4), Span(0, 9), Span(0, 2)]) == [Span(0, 2), Span(0, 9), Span(3, 4)]


def test_a_span_can_be_pickled() -> None:
    assert pickle.loads(pickle.dumps(Span(1, 2))) == Span(1, 2)


def test_a_map_without_runs_leads_to_the_same_offset() -> None:
    assert TextMap().source(7) == 7


@pytest.mark.parametrize(
    ("offset", "source"), [(0, 10), (3, 13), (4, 20), (5, 21), (6, 40), (9, 43)]
)
def test_a_map_counts_up_from_run_to_run(offset: int, source: int) -> None:
    assert TextMap(((0, 10), (4, 20), (6, 40))).source(offset) == source


def test_the_span_of_a_part_ends_behind_its_last_character() -> None:
    text_map = TextMap(((0, 10), (4, 20)))
    assert text_map.span(2, 5) == Span(12, 21)
    assert text_map.span(2, 4) == Span(12, 14)


def test_the_span_of_nothing_is_empty() -> None:
    assert TextMap(((0, 10),)).span(3, 3) == Span(13, 13)


@pytest.mark.parametrize(
    ("source", "offset"),
    [
        (0, 0),  # before all of it
        (10, 0),
        (13, 3),
        (14, 4),  # left out: what follows
        (19, 4),
        (21, 5),
        (30, 6),
        (40, 6),
        (45, 11),  # behind the text's end, which the map does not know
    ],
)
def test_the_way_from_the_source_leads_to_what_follows(source: int, offset: int) -> None:
    assert TextMap(((0, 10), (4, 20), (6, 40))).offset(source) == offset


def test_both_ways_are_one() -> None:
    text_map = TextMap(((0, 10), (4, 20), (6, 40)))
    assert [text_map.offset(text_map.source(at)) for at in range(12)] == [*range(12)]
