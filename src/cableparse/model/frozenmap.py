"""An immutable mapping that compares, hashes, copies and pickles by value."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

V = TypeVar("V")
V_co = TypeVar("V_co", covariant=True)


class FrozenMap(Mapping[str, V_co]):
    """A mapping from strings that nobody can change: what a frozen cable holds.

    >>> FrozenMap({"origin": "Embassy Elsewhere"})["origin"]
    'Embassy Elsewhere'
    """

    __slots__ = ("_items", "_make")
    _items: dict[str, V_co]
    _make: Callable[[], Mapping[str, V_co]]

    def __init__(self, items: Mapping[str, V_co] | None = None) -> None:
        object.__setattr__(self, "_items", dict(items or {}))

    @classmethod
    def late(cls, make: Callable[[], Mapping[str, V_co]]) -> "FrozenMap[V_co]":
        """Give a mapping whose items ``make`` gives when somebody first asks for one.

        >>> FrozenMap.late(lambda: {"origin": "Embassy Elsewhere"})["origin"]
        'Embassy Elsewhere'
        """
        made = cls.__new__(cls)
        object.__setattr__(made, "_make", make)
        return made

    def __getattr__(self, name: str) -> Any:
        # Reached while the slot of late items is empty.
        if name != "_items":
            raise AttributeError(f"a FrozenMap has no {name!r}")
        items = dict(self._make())
        object.__setattr__(self, "_items", items)
        return items

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a FrozenMap can't be changed ({name})")

    def __getitem__(self, key: str) -> V_co:
        return self._items[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, FrozenMap):
            return self._items == other._items
        return NotImplemented if not isinstance(other, Mapping) else self._items == dict(other)

    def __hash__(self) -> int:
        return hash(frozenset(self._items.items()))

    def __repr__(self) -> str:
        return f"FrozenMap({self._items!r})"

    def __reduce__(self) -> tuple[type["FrozenMap[V_co]"], tuple[dict[str, V_co]]]:
        return type(self), (self._items,)


def frozen_map(items: Mapping[str, V]) -> FrozenMap[V]:
    """Give the items as a mapping that nobody can change: the same one where it is such already.

    >>> frozen_map(FrozenMap.late(lambda: {"origin": "Embassy Elsewhere"}))["origin"]
    'Embassy Elsewhere'
    """
    return items if isinstance(items, FrozenMap) else FrozenMap(items)


def frozen_texts(items: Mapping[str, str]) -> FrozenMap[str]:
    """Do so with texts: type checkers ask a field's converter for the types of its values."""
    return frozen_map(items)
