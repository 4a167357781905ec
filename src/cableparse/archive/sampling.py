"""A sample out of a stream whose length nobody knows."""

import random
from collections.abc import Iterable
from typing import TypeVar

from attrs import frozen

Item = TypeVar("Item")


@frozen(kw_only=True)
class Sample:
    """How a sample was drawn: ``size`` inputs out of ``of``, by the generator's ``seed``."""

    size: int
    of: int
    seed: int


def draw(items: Iterable[Item], size: int, seed: int) -> tuple[list[Item], Sample]:
    """Give ``size`` of the items, each as likely as any other, in their order, and what was drawn.

    Of fewer items all are given. No more than ``size`` are held (Vitter's algorithm R), and the
    same items and seed give the same sample. Raises ``ValueError`` for a size below 1.

    >>> draw("abcdef", 2, seed=1)
    (['b', 'f'], Sample(size=2, of=6, seed=1))
    """
    if size < 1:
        raise ValueError(f"a sample has one input or more, not {size}")
    rng = random.Random(seed)
    held: list[tuple[int, Item]] = []
    count = 0
    for count, item in enumerate(items, 1):
        if count <= size:
            held.append((count, item))
        elif (place := rng.randrange(count)) < size:
            held[place] = count, item
    held.sort(key=lambda pair: pair[0])
    return [item for _, item in held], Sample(size=len(held), of=count, seed=seed)
