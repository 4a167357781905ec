"""How a plugin's time grows with its input, measured so that a sound one never fails.

Only the exponent is looked at, never a duration: the processor's time of one thread, the best of
several runs, the garbage collector off, and an answer that is bad is asked for again.
"""

import gc
import math
import time
from collections.abc import Callable
from typing import Generic, TypeVar

from attrs import frozen

T = TypeVar("T")
Clock = Callable[[], float]

LIMIT = 1.6
"""The greatest exponent that passes: 1 is linear, 2 is quadratic; sorting measures about 1.1."""

SMALLEST, LARGEST = 1 << 12, 1 << 15
"""Sizes in code points between which a measurable one is looked for; 32,768 is a long cable."""

_FLOOR = 0.004  # seconds; what is shorter is measured badly
_FACTOR = 4  # what a size is multiplied with to see the growth
_ROUNDS = 3
_DOUBTFUL = 1.3


@frozen(kw_only=True)
class Growth:
    """From ``size`` to ``larger`` code points, from ``before`` to ``after`` seconds."""

    size: int
    larger: int
    before: float
    after: float

    @property
    def exponent(self) -> float:
        """The power of the size that the time grows with."""
        return math.log(self.after / self.before) / math.log(self.larger / self.size)


def _clock() -> Clock:
    # Windows counts a thread's time in steps of 15 ms, which is worse than another program's noise.
    if time.get_clock_info("thread_time").resolution < _FLOOR / 10:
        return time.thread_time
    return time.perf_counter


def too_steep(
    make: Callable[[int], T], run: Callable[[T], object], clock: Clock | None = None
) -> Growth | None:
    """Measure ``run`` on what ``make`` gives for a size; None where the time grows well.

    A ``run`` that is too fast to be measured at the largest size grows well. Growth that looks
    steep is looked at again on more, and has to be steep in every one of three rounds.
    """
    clock = clock or _clock()
    size = SMALLEST
    while _once(make(size), run, clock) < _FLOOR:
        size *= 2
        if size > LARGEST:
            return None
    for start in (size, size * 2, size * 4, size * 8):
        pair = _Pair(start, make(start), make(start * _FACTOR), run, clock)
        if pair.growth(runs=1).exponent <= _DOUBTFUL:
            return None
        # Only now is there a doubt: a sound plugin on a busy machine, or a part of the work that
        # is quadratic and still small beside the rest.
        rounds = [pair.growth(runs=2) for _ in range(_ROUNDS)]
        if all(growth.exponent > LIMIT for growth in rounds):
            return rounds[-1]
    return None


@frozen
class _Pair(Generic[T]):
    size: int
    small: T
    large: T
    run: Callable[[T], object]
    clock: Clock

    def growth(self, runs: int) -> Growth:
        before, after = (
            _best(value, self.run, self.clock, runs) for value in (self.small, self.large)
        )
        return Growth(size=self.size, larger=self.size * _FACTOR, before=before, after=after)


def _best(value: T, run: Callable[[T], object], clock: Clock, runs: int) -> float:
    return max(min(_once(value, run, clock) for _ in range(runs)), 1e-9)


def _once(value: T, run: Callable[[T], object], clock: Clock) -> float:
    collecting = gc.isenabled()
    gc.disable()
    try:
        start = clock()
        run(value)
        return clock() - start
    finally:
        if collecting:
            gc.enable()
