"""Processes that read and encode: chunks go out, and what they give comes back in order."""

import itertools
import os
import pickle
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from cableparse.archive.entries import Entry, chunks, name_of
from cableparse.archive.interrupts import uninterrupted_children
from cableparse.archive.work import Order, Outcome, Reader, begin, work
from cableparse.model.cable import Cable
from cableparse.model.errors import ExportRefusedError
from cableparse.plugins.containers import Member
from cableparse.plugins.contracts import ArchiveExporter, Exporter

AHEAD = 3
"""How many chunks a worker has before it, so that it waits for nobody; they bound the memory."""


class TeamError(Exception):
    """The processes can't go on; the message says why."""


def see_that_it_travels(
    order: Order, exporter: Exporter, target: str, *, option: str, instead: str
) -> None:
    """Raise ``ExportRefusedError`` for ``target`` where other processes can't read, or not encode.

    ``option`` is what asked for them, and ``instead`` says what to do.
    """
    if not isinstance(exporter, ArchiveExporter):
        problem = f"exporter {exporter.name} has no encode(), so it has one worker"
        raise ExportRefusedError(target, f"{problem}: leave out {option}")
    try:
        pickle.dumps(order)
    except Exception as error:
        problem = (
            f"a plugin can't go to another process ({type(error).__name__}: {error}); give it by "
            f"its module's name, or {instead}"
        )
        raise ExportRefusedError(target, problem) from error


def read_all(
    order: Order, entries: Iterable[Entry], workers: int
) -> Iterator[tuple[Entry, Outcome]]:
    """Give each entry with its outcome, in order, read by so many processes; one is this one.

    What fits into a single chunk is read here too: no process is worth it. Raises
    ``TeamError`` where a process ends, or what it has to give can't leave it.
    """
    if workers > 1:
        cut = chunks(entries)
        first = list(itertools.islice(cut, 2))
        if len(first) == 2:
            yield from _by_team(order, itertools.chain(first, cut), workers)
            return
        entries = first[0] if first else ()
    reader = Reader(order)
    for entry in entries:
        yield entry, reader.read(entry.input)


def start_method() -> str:
    """Give how processes are started from this one: by a fork, or anew where that is not safe.

    One started anew imports for half a second. A fork has everything that is here, and so the
    locks too that another thread holds. Linux alone says how many threads there are, with those
    that no Python started; elsewhere the system's own libraries bear no fork.
    """
    if sys.platform == "linux" and len(os.listdir("/proc/self/task")) == 1:
        return "fork"
    return "spawn"


def _by_team(
    order: Order, given: Iterable[Sequence[Entry]], workers: int
) -> Iterator[tuple[Entry, Outcome]]:
    pool = ProcessPoolExecutor(
        workers,
        mp_context=get_context(start_method()),
        initializer=begin,
        initargs=(pickle.dumps(order),),
    )
    reader = Reader(order)
    waiting: deque[tuple[Sequence[Entry], Future[list[Outcome]]]] = deque()
    try:
        for chunk in given:
            if any(map(_has_cable, chunk)):  # a cable that was read before crosses no border
                future: Future[list[Outcome]] = Future()
                future.set_result([reader.read(entry.input) for entry in chunk])
            else:
                with uninterrupted_children():
                    try:
                        future = pool.submit(work, [entry.input for entry in chunk])
                    except BrokenProcessPool:
                        break  # it is said where the outcome is missing
            waiting.append((chunk, future))
            if len(waiting) > AHEAD * workers:
                yield from _outcomes(*waiting.popleft())
        else:
            chunk = ()
        while waiting:
            yield from _outcomes(*waiting.popleft())
        if chunk:
            raise TeamError(_lost(chunk))
    finally:
        pool.shutdown(cancel_futures=True)


def _outcomes(
    chunk: Sequence[Entry], future: Future[list[Outcome]]
) -> Iterator[tuple[Entry, Outcome]]:
    try:
        outcomes = future.result()
    except BrokenProcessPool as error:
        raise TeamError(_lost(chunk)) from error
    except Exception as error:  # whatever reading and encoding raise is an outcome
        problem = f"what was read can't leave its process: {type(error).__name__}: {error}"
        raise TeamError(problem) from error
    yield from zip(chunk, outcomes, strict=True)


def _has_cable(entry: Entry) -> bool:
    return isinstance(entry.input, Member) and isinstance(entry.input.content, Cable)


def _lost(chunk: Sequence[Entry]) -> str:
    first, last = (name_of(one.input) for one in (chunk[0], chunk[-1]))
    return f"a worker process ended: it was killed, or had too little memory (in {first} … {last})"
