"""Strategies that are made once: making one takes longer than drawing from it.

They are Hypothesis's own under their names; what is drawn from them is the same.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, ParamSpec, TypeVar, cast

from hypothesis import strategies as st

_KEPT = 1024  # more than there are places that ask for one

P = ParamSpec("P")
T = TypeVar("T")


def once(make: Callable[P, st.SearchStrategy[T]]) -> Callable[P, st.SearchStrategy[T]]:
    """Give ``make``, but that it makes one strategy for the same arguments."""
    return cast("Callable[P, st.SearchStrategy[T]]", lru_cache(_KEPT)(make))


integers = once(st.integers)
booleans = once(st.booleans)


# Values that are equal, as 1 and True are, are told apart by their types.
@lru_cache(_KEPT)
def _sampled_from(typed: tuple[tuple[type, Any], ...]) -> st.SearchStrategy[Any]:
    return st.sampled_from([value for _, value in typed])


def sampled_from(values: Sequence[T]) -> st.SearchStrategy[T]:
    """Give one of these values, which can be hashed."""
    return _sampled_from(tuple((type(value), value) for value in values))


@lru_cache(_KEPT)
def _lists(elements: st.SearchStrategy[Any], low: int, high: int) -> st.SearchStrategy[list[Any]]:
    return st.lists(elements, min_size=low, max_size=high)


def lists(
    elements: st.SearchStrategy[T], *, min_size: int = 0, max_size: int
) -> st.SearchStrategy[list[T]]:
    """Give several of a strategy."""
    return _lists(elements, min_size, max_size)
