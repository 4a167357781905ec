"""The immutable mapping."""

import copy
import pickle
from typing import Any

import pytest

from cableparse import FrozenMap
from cableparse.model.frozenmap import frozen_map, frozen_texts

POSTS = {"origin": "Elsewhere", "number": "9"}


def test_it_reads_like_a_mapping() -> None:
    frozen = FrozenMap(POSTS)
    assert (frozen["origin"], len(frozen), list(frozen), "x" in frozen) == (
        "Elsewhere",
        2,
        ["origin", "number"],
        False,
    )


def test_a_missing_key_raises_as_a_dictionary_does() -> None:
    with pytest.raises(KeyError):
        FrozenMap(POSTS)["x"]


def test_it_is_empty_without_items() -> None:
    assert FrozenMap() == FrozenMap({}) == {}


def test_it_keeps_nothing_of_the_mapping_it_was_made_of() -> None:
    items = dict(POSTS)
    frozen = FrozenMap(items)
    items["origin"] = "changed"
    assert frozen["origin"] == "Elsewhere"


def test_what_is_frozen_is_not_made_anew_and_stays_late() -> None:
    def make() -> dict[str, str]:
        pytest.fail("nobody asked for an item")

    late = FrozenMap.late(make)
    assert frozen_map(late) is frozen_texts(late) is late
    assert frozen_map(POSTS) == frozen_texts(POSTS) == FrozenMap(POSTS)
    assert isinstance(frozen_map(POSTS), FrozenMap)


def test_it_can_not_be_assigned_to() -> None:
    frozen: Any = FrozenMap(POSTS)
    with pytest.raises(TypeError):
        frozen["origin"] = "x"
    with pytest.raises(AttributeError, match="can't be changed"):
        frozen.items = ()


@pytest.mark.parametrize("other", [FrozenMap(POSTS), POSTS, FrozenMap(reversed(POSTS.items()))])
def test_it_equals_by_value(other: object) -> None:
    assert FrozenMap(POSTS) == other


@pytest.mark.parametrize("other", [{}, FrozenMap(), [*POSTS.items()], None])
def test_it_differs_from_anything_else(other: object) -> None:
    assert FrozenMap(POSTS) != other


def test_equal_maps_hash_alike_whatever_their_order() -> None:
    assert hash(FrozenMap(POSTS)) == hash(FrozenMap(dict(reversed(POSTS.items()))))


def test_it_copies_and_pickles_by_value() -> None:
    frozen = FrozenMap(POSTS)
    assert copy.deepcopy(frozen) == pickle.loads(pickle.dumps(frozen)) == frozen


def test_its_repr_shows_the_items() -> None:
    assert repr(FrozenMap({"a": 1})) == "FrozenMap({'a': 1})"


def test_late_items_are_made_once_and_when_somebody_asks() -> None:
    asked: list[int] = []

    def make() -> dict[str, str]:
        asked.append(1)
        return POSTS

    late = FrozenMap.late(make)
    assert asked == []
    assert late == FrozenMap(POSTS)
    assert (late["origin"], dict(late), asked) == ("Elsewhere", POSTS, [1])


def test_late_items_go_through_a_copy_and_a_pickle() -> None:
    for again in (copy.deepcopy, lambda late: pickle.loads(pickle.dumps(late))):
        late = FrozenMap.late(lambda: POSTS)
        assert again(late) == FrozenMap(POSTS)
    with pytest.raises(AttributeError):
        FrozenMap.late(lambda: POSTS).posts  # noqa: B018
