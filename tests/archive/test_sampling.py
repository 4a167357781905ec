"""A sample out of a stream."""

import weakref
from collections import Counter
from collections.abc import Iterator

import pytest

from cableparse import Sample
from cableparse.archive.sampling import draw


def test_a_sample_is_in_the_items_order_and_says_how_it_was_drawn():
    items, sample = draw(iter(range(1000)), 50, seed=3)
    assert items == sorted(items)
    assert len(set(items)) == 50
    assert sample == Sample(size=50, of=1000, seed=3)


def test_the_same_seed_draws_the_same_and_another_seed_others():
    assert draw(range(100), 5, seed=1) == draw(range(100), 5, seed=1)
    assert draw(range(100), 5, seed=1)[0] != draw(range(100), 5, seed=2)[0]


@pytest.mark.parametrize("count", [0, 1, 4, 5])
def test_of_fewer_items_all_are_given(count: int):
    assert draw(range(count), 5, seed=1) == (
        [*range(count)],
        Sample(size=count, of=count, seed=1),
    )


def test_each_item_is_as_likely_as_any_other():
    drawn = Counter(item for seed in range(1000) for item in draw(range(10), 3, seed)[0])
    assert all(240 < drawn[item] < 360 for item in range(10))


def test_no_more_are_held_than_are_drawn():
    class Item:
        pass

    alive: weakref.WeakSet[Item] = weakref.WeakSet()
    most = 0

    def items() -> Iterator[Item]:
        nonlocal most
        for _ in range(200):
            item = Item()
            alive.add(item)
            most = max(most, len(alive))
            yield item

    draw(items(), 5, seed=0)
    assert most <= 7


def test_a_sample_of_nothing_is_refused():
    with pytest.raises(ValueError, match="a sample has one input or more, not 0"):
        draw([1], 0, seed=0)
