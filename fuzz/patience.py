"""A guard against inputs on which reading would never end.

It is far beyond what any input takes, so that no machine is slow enough to give another answer;
whether time grows with length is measured elsewhere.
"""

import signal
import types
from collections.abc import Iterator
from contextlib import contextmanager

SLOWEST = 60
"""Seconds that one question may take."""


class TooSlow(Exception):
    """Reading did not end."""


@contextmanager
def at_most(seconds: int = SLOWEST) -> Iterator[None]:
    """Raise ``TooSlow`` in what runs longer; on a system without alarms nothing is guarded."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _ring(_number: int, _frame: types.FrameType | None) -> None:
    raise TooSlow("reading did not end")
