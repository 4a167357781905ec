"""Where the values of a header stand, kept as plain offsets until somebody asks."""

from collections.abc import Iterable, Mapping
from typing import Any

from cableparse.model.fields import Evidence, Provenance
from cableparse.model.frozenmap import FrozenMap
from cableparse.text.spans import Span

Place = Span | tuple[int, int]
"""A span, or its two offsets."""

Places = tuple[Provenance, Iterable[Place]]
"""How a field is known, and where its value stands."""


class EvidenceMap(FrozenMap[Evidence]):
    """A mapping of evidence by field name, made of its places when it is first read.

    Most cables are read for their values, and a cable has thirty places that nobody asks for.

    >>> EvidenceMap({"tags": (Provenance.PRINTED, [(6, 10)])})["tags"].spans
    (Span(start=6, end=10),)
    """

    __slots__ = ("_places",)
    _places: Mapping[str, Places]

    def __init__(self, places: Mapping[str, Places]) -> None:
        object.__setattr__(self, "_places", places)

    def __getattr__(self, name: str) -> object:
        # Reached while the slot of the parent's items is empty.
        if name != "_items":
            raise AttributeError(name)
        items = {field: evidence_of(*places) for field, places in self._places.items()}
        object.__setattr__(self, "_items", items)
        return items

    def plain(self) -> dict[str, dict[str, Any]]:
        """Give what JSON can carry, from the places alone: no evidence is made for it."""
        return {
            field: {
                "how": str(how.value),
                "spans": [
                    [place.start, place.end] if isinstance(place, Span) else list(place)
                    for place in places
                ],
            }
            for field, (how, places) in self._places.items()
        }

    def __reduce__(self) -> tuple[type[FrozenMap[Evidence]], tuple[dict[str, Evidence]]]:
        return FrozenMap, (self._items,)


def evidence_of(how: Provenance, places: Iterable[Place]) -> Evidence:
    """Give the evidence with its spans made."""
    return Evidence(how=how, spans=spans_of(places))


def spans_of(places: Iterable[Place]) -> tuple[Span, ...]:
    """Give the spans of places."""
    return tuple(place if isinstance(place, Span) else Span(*place) for place in places)
