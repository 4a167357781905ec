"""Counting what there is no end of: how often each thing was met, in bounded memory."""

from collections.abc import Iterator
from typing import Any

from attrs import define, field

LIMIT = 1000
"""How many different things a tally keeps apart at least."""

_LONGEST = 80  # code points: what is longer is no code and no name


@define
class Count:
    """How often a thing was met: in how many ``documents``, how many ``times``, and where first.

    ``example`` is the name of the first document that had it.
    """

    documents: int = 0
    times: int = 0
    example: str = ""


@define
class Tally:
    """Counts of different things, of ``limit`` at least and of twice as many at most.

    Where there are more, the rarest are given up: ``others`` is how many times those were met, and
    the count of a thing that came back afterwards is too low by as much as was given up of it.
    """

    limit: int = LIMIT
    others: int = 0
    _counts: dict[str, Count] = field(factory=dict, alias="counts")

    def add(self, thing: str, example: str, times: int = 1) -> None:
        """Count a thing that one document has, so many times."""
        self._add(_short(thing), Count(documents=1, times=times, example=example))

    def merge(self, other: "Tally") -> None:
        """Add what another tally counted; of examples this one's stay."""
        for thing, count in other._counts.items():
            self._add(thing, count)
        self.others += other.others

    def most_common(self, most: int | None = None) -> list[tuple[str, Count]]:
        """Give the things with their counts, the most frequent first, ties by name."""
        ranked = sorted(self._counts.items(), key=lambda item: (-item[1].times, item[0]))
        return ranked[:most]

    def to_dict(self) -> dict[str, Any]:
        """Give the counts by thing, the most frequent first, as what JSON can carry."""
        return {
            thing: {"documents": count.documents, "times": count.times, "example": count.example}
            for thing, count in self.most_common()
        }

    def __getitem__(self, thing: str) -> Count:
        return self._counts[_short(thing)]

    def __contains__(self, thing: object) -> bool:
        return isinstance(thing, str) and _short(thing) in self._counts

    def __iter__(self) -> Iterator[str]:
        return (thing for thing, _ in self.most_common())

    def __len__(self) -> int:
        return len(self._counts)

    def _add(self, thing: str, more: Count) -> None:
        count = self._counts.get(thing)
        if count is None:
            count = self._counts[thing] = Count(example=more.example)
        count.documents += more.documents
        count.times += more.times
        if len(self._counts) > 2 * self.limit:
            self.others += sum(rare.times for _, rare in self.most_common()[self.limit :])
            self._counts = dict(self.most_common(self.limit))


def _short(thing: str) -> str:
    return thing if len(thing) <= _LONGEST else thing[: _LONGEST - 1] + "…"
