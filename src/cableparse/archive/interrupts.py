"""Ctrl-C between two steps, never within one."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Self


class Shield:
    """Holds an interruption back while something is done that has to be whole.

    In the main thread alone: no other thread is ever interrupted.
    """

    def __init__(self) -> None:
        self._inside = False
        self._asked = False

    def __enter__(self) -> Self:
        self._before = None
        if threading.current_thread() is threading.main_thread():
            self._before = signal.getsignal(signal.SIGINT)
            # Who ignores interruptions, or has a way of his own to see them, keeps it.
            if self._before is signal.default_int_handler:
                signal.signal(signal.SIGINT, self._interrupt)
        return self

    def __exit__(self, *exception: object) -> None:
        if self._before is signal.default_int_handler:
            signal.signal(signal.SIGINT, self._before)

    @contextmanager
    def whole(self) -> Iterator[None]:
        """Run a block to its end, and be interrupted then."""
        self._inside = True
        try:
            yield
        finally:
            self._inside = False
        if self._asked:
            self._asked = False
            raise KeyboardInterrupt

    def _interrupt(self, number: int, frame: FrameType | None) -> None:
        if not self._inside:
            signal.default_int_handler(number, frame)
        self._asked = True


@contextmanager
def uninterrupted_children() -> Iterator[None]:
    """Let the processes that are started within see no Ctrl-C: who started them ends them."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
