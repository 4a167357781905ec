"""Values of a header that are made when somebody asks for them.

Who looks for a cable's subject asks for none of its thirty addressees. That there are some is known
when the cable is read, and so is each defect.
"""

from collections.abc import Callable, Iterator
from typing import Any

from cableparse.text.spans import Span


class Late:
    """Makes each value once, by the field's name. Copies of a cable share it."""

    __slots__ = ("_values",)

    def __init__(self) -> None:
        self._values: dict[str, Any] = {}

    def put(self, field: str, make: Callable[[], object]) -> None:
        """Take what makes a field's value."""
        self._values[field] = make

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __contains__(self, field: str) -> bool:
        return field in self._values

    def get(self, field: str) -> Any:
        """Give the value of a field; raises ``KeyError`` for one that was not put."""
        value = self._values[field]
        if callable(value):
            value = self._values[field] = value()
        return value


class SpansOf:
    """The spans of late values, each value's own."""

    __slots__ = ("_field", "_late")

    def __init__(self, late: Late, field: str) -> None:
        self._late, self._field = late, field

    def __iter__(self) -> Iterator[Span]:
        return iter([value.span for value in self._late.get(self._field)])
