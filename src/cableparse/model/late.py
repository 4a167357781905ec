"""Values of a cable that are made when somebody asks for them.

Who looks for a cable's subject asks for none of its thirty addressees.
"""

from collections.abc import Callable, Collection, Iterable
from typing import Any


class Late:
    """Makes each value once, by the field's name. Copies of a cable share it."""

    __slots__ = ("_values", "enriched")

    def __init__(self, *, enriched: bool = False) -> None:
        self._values: dict[str, Any] = {}
        self.enriched = enriched  # whether what waits is not the parser's alone

    def put(self, field: str, make: Callable[[], object]) -> None:
        """Take what makes a field's value, and is asked once for all copies."""
        self._values[field] = _Once(make)

    def put_each(self, fields: Iterable[str], make: Callable[[str], object]) -> None:
        """Take what makes the value of each of the fields, given its name."""
        self._values.update(dict.fromkeys(fields, make))

    def but(self, fields: Collection[str]) -> "Late":
        """Give the same without some fields, for a copy of a cable that has other values there."""
        if self._values.keys().isdisjoint(fields):
            return self
        late = Late(enriched=self.enriched)
        late._values = {name: made for name, made in self._values.items() if name not in fields}
        return late

    def enriched_by(self, fields: Iterable[str], make: Callable[[str], object]) -> "Late":
        """Give the same for a copy of a cable, some of whose fields a plugin makes by their names.

        This one stays as it is, which the plugin is given.
        """
        late = Late(enriched=self.enriched or "repairs" in fields)
        late._values = self._values | dict.fromkeys(fields, make)
        return late

    def __contains__(self, field: str) -> bool:
        return field in self._values

    def lacking(self, fields: frozenset[str]) -> frozenset[str]:
        """Give those of the fields that nothing was put for."""
        return fields.difference(self._values)

    def shares(self, field: str, other: "Late") -> bool:
        """Tell whether a field's value here is the other's, made or not."""
        both = field in self and field in other
        return both and self._values[field] is other._values[field]

    def waits(self, field: str) -> bool:
        """Tell whether a field's value was put here and not made yet."""
        return callable(self._values.get(field))

    def get(self, field: str) -> Any:
        """Give the value of a field; raises ``KeyError`` for one that was not put."""
        value = self._values[field]
        if callable(value):
            value = self._values[field] = value(field)
        return value


class _Once:
    """What makes a value, and the value once it is made."""

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], object]) -> None:
        self._make: Callable[[], object] | None = make
        self._made: object = None

    def __call__(self, _: str) -> object:
        make = self._make
        if make is not None:
            self._made = make()
            self._make = None  # and what it was made of
        return self._made
