"""What a variant is: another way of printing a field, whose value it leaves as it is."""

import random
from collections.abc import Callable
from typing import Any, TypeVar, cast

from attrs import evolve

from cableparse.testing.draft import Draft
from cableparse.testing.printing.page import Printing
from cableparse.testing.printing.pieces import Printed

Shape = TypeVar("Shape", bound=Printed)
Work = Callable[[Shape, random.Random], Shape]
Remains = Callable[[Draft], Draft]

SEVERAL = {"paragraphs": "body", "headings": "body", "classifiers": "classifiers"}
"""The fields that are printed piece by piece, each with the attribute that has the pieces."""


class VariantError(ValueError):
    """A variant can't be applied to a draft; the message says why."""


def _all(draft: Draft) -> Draft:
    return draft


class Variant:
    """A way of printing a field that a careful person reads as the plain one.

    ``name`` is the field's and its own, `tags/no-colon`; the docstring says what is printed.
    ``aspect`` says which part of the field's printing it changes: two variants of one aspect don't
    go together. ``remains`` gives what a draft still says in this print, all of it unless a variant
    leaves something out.
    """

    def __init__(
        self,
        field: str,
        name: str,
        aspect: str,
        work: Callable[[Any, random.Random], Any],
        *,
        shape: type[Printed],
        remains: Remains = _all,
        doc: str | None = None,
    ) -> None:
        self.field, self.name, self.aspect = field, f"{field}/{name}", aspect
        self.remains = remains
        self.__doc__ = doc or work.__doc__
        self._work, self._shape = work, shape

    def __repr__(self) -> str:
        return f"<variant {self.name}>"

    def __call__(self, printing: Printing, *, seed: int = 0) -> Printing:
        """Give the printing with the field in this variant, the same for the same seed.

        Raises :class:`VariantError` where the field is not printed, or has nothing to change.
        """
        attribute = SEVERAL.get(self.field, self.field)
        value = getattr(printing, attribute)
        pieces = value if isinstance(value, tuple) else (value,)
        changed = tuple(self._changed(piece, seed) for piece in pieces)
        if all(map(_same, changed, pieces)):
            raise VariantError(f"{self.name} finds nothing in this draft that it could change")
        new: Any = changed if isinstance(value, tuple) else changed[0]
        return evolve(printing, **{attribute: new})

    def _changed(self, piece: Printed | None, seed: int) -> Printed | None:
        if not isinstance(piece, self._shape):
            return piece
        # Each piece has the same choices, as one post has the same habits throughout a cable.
        return cast("Printed", self._work(piece, random.Random(f"{self.name} {seed}")))


def _same(new: Printed | None, old: Printed | None) -> bool:
    """Tell whether two printings of a field come out as the same lines."""
    if new is old or new is None or old is None:
        return new is old
    return (new.above, new.joined, new.lines()) == (old.above, old.joined, old.lines())


def variant(
    field: str, name: str, aspect: str, *, remains: Remains = _all
) -> Callable[[Work[Shape]], Variant]:
    """Make a variant of a function that takes a field's printing and a generator of choices.

    The function's annotation of its first parameter says which printing it takes; it gives the
    printing unchanged where the variant does not apply.
    """

    def make(work: Work[Shape]) -> Variant:
        shape = next(iter(work.__annotations__.values()))
        return Variant(field, name, aspect, work, shape=shape, remains=remains)

    return make
