"""What a damage operator is, and when in a copy's life it does its damage."""

import enum
import random
from collections.abc import Callable

from attrs import evolve

from cableparse.testing.copies import Copy

Work = Callable[[Copy, random.Random], Copy]


class DamageError(ValueError):
    """An operator can't be applied to a copy; the message says why and what would help."""


class Stage(enum.IntEnum):
    """Where on a copy's way damage happens; what is later on the way can't be undone earlier."""

    DRAFTED = 1
    """At the post, in the word processor."""
    SENT = 2
    """On the network, by the machines that cut and relay."""
    RELEASED = 3
    """At the editor's desk, before anybody else sees it."""
    CONVERTED = 4
    """In the program that made a page or a text of it."""
    PUBLISHED = 5
    """On the site, and in the scraper that took it from there."""
    FILED = 6
    """On disk and in transit, byte by byte."""


class Operator:
    """A kind of damage that public copies show; its docstring says what they show.

    ``operator(copy, seed=…)`` gives the damaged copy, the same for the same seed, and raises
    :class:`DamageError` where the damage can't be done. ``needs`` are operators that must have been
    applied before; :func:`damage` sees to them. ``seventies`` says whether the damage is done to
    telegrams of 1973 to 1979 alone (True), to later ones alone (False) or to both (None).
    """

    def __init__(
        self,
        name: str,
        stage: Stage,
        needs: tuple[str, ...],
        work: Work,
        *,
        seventies: bool | None = None,
    ) -> None:
        self.name, self.stage, self.needs, self.seventies = name, stage, needs, seventies
        self.__doc__ = work.__doc__
        self._work = work

    def __repr__(self) -> str:
        return f"<damage {self.name}>"

    def __call__(self, copy: Copy, *, seed: int = 0) -> Copy:
        """Give the damaged copy. Raises :class:`DamageError`."""
        if self.name in copy.damage:
            raise DamageError(f"{self.name} has been done to this copy already")
        if self.seventies is not None and self.seventies is not copy.seventies:
            years = "of the seventies" if self.seventies else "after the seventies"
            raise DamageError(f"{self.name} needs a copy of a telegram {years}")
        if copy.stage > self.stage:
            raise DamageError(
                f"{self.name} happens before {copy.damage[-1]}; damage() puts them in order"
            )
        for needed in self.needs:
            if needed not in copy.damage:
                raise DamageError(f"{self.name} needs a copy with {needed}; damage() sees to it")
        damaged = self._work(copy, random.Random(f"{self.name} {seed}"))
        return evolve(damaged, damage=(*copy.damage, self.name), stage=int(self.stage))


def operator(
    name: str, stage: Stage, *needs: str, seventies: bool | None = None
) -> Callable[[Work], Operator]:
    """Make an operator of a function that takes a copy and a generator of choices."""
    return lambda work: Operator(name, stage, needs, work, seventies=seventies)
