"""The workers of a dask cluster: chunks go out, and what they give comes back in order."""

import pickle
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cableparse.archive.entries import Entry, Input, chunks, name_of
from cableparse.archive.origin import made_by
from cableparse.archive.team import AHEAD, TeamError
from cableparse.archive.work import Order, Outcome, Reader
from cableparse.model.cable import Cable
from cableparse.model.errors import MissingExtraError
from cableparse.plugins.containers import Member

if TYPE_CHECKING:
    from distributed import Client

SENT = 8 << 20
"""How many bytes of a document go to a worker at most: dask's scheduler holds what is sent."""


def check_client(client: object) -> None:
    """See that this is a client of a dask cluster, one that waits for its answers.

    Raises ``MissingExtraError`` without dask, ``TypeError`` and ``ValueError``.
    """
    try:
        distributed: Any = import_module("distributed")
    except ImportError as error:
        raise MissingExtraError("an export by a cluster", "dask.distributed", "dask") from error
    if not isinstance(client, distributed.Client):
        raise TypeError(f"client= is a dask.distributed.Client, not a {type(client).__name__}")
    if client.asynchronous:
        raise ValueError("client= is a Client that was made without asynchronous=True")


def read_by_cluster(
    order: Order, entries: Iterable[Entry], client: "Client"
) -> Iterator[tuple[Entry, Outcome]]:
    """Give each entry with its outcome, in order, read by the workers of a cluster.

    What a worker had when it ended is given to another one: that is dask's doing. Raises
    ``TeamError`` where the cluster can't go on, or its workers would read otherwise than this
    process does.
    """
    ticket = pickle.dumps((order, made_by(order)))
    reader = Reader(order)
    waiting: deque[tuple[Sequence[Entry], Any]] = deque()
    submitted, most = 0, 0
    try:
        for chunk in chunks(entries):
            if submitted >= most:  # workers come and go; once in so many chunks they are counted
                submitted, most = 0, AHEAD * max(1, _threads(client))
            inputs = [entry.input for entry in chunk]
            if any(map(_stays, chunk)):
                waiting.append((chunk, list(map(reader.read, inputs))))
            else:
                # Not pure: what a path leads to may have changed since it was read before.
                waiting.append((chunk, client.submit(read_chunk, ticket, inputs, pure=False)))
            submitted += 1
            while len(waiting) > most:
                yield from _outcomes(*waiting.popleft())
        while waiting:
            yield from _outcomes(*waiting.popleft())
    finally:
        for _, left in waiting:
            if not isinstance(left, list):
                left.release()  # nobody waits for it any more, and so dask drops it


def _threads(client: "Client") -> int:
    try:
        return sum(client.nthreads().values())
    except Exception as error:
        raise TeamError(f"the cluster can't be reached: {type(error).__name__}: {error}") from error


def _stays(entry: Entry) -> bool:
    """Tell whether an input is read here: a cable that was read before, or a very long document."""
    given = entry.input
    return isinstance(given, Member) and (isinstance(given.content, Cable) or entry.size > SENT)


def _outcomes(chunk: Sequence[Entry], given: Any) -> Iterator[tuple[Entry, Outcome]]:
    try:
        outcomes = given if isinstance(given, list) else given.result()
    except TeamError:
        raise
    except Exception as error:  # whatever reading and encoding raise is an outcome
        first, last = (name_of(one.input) for one in (chunk[0], chunk[-1]))
        problem = f"{type(error).__name__}: {error} (in {first} … {last})"
        raise TeamError(f"the cluster could not read on: {problem}") from error
    for entry, outcome in zip(chunk, outcomes, strict=True):
        if outcome.code == "MissingInputError" and _is_there(entry.input):
            raise TeamError(
                f"{outcome.name} is there, but not for the worker that was to read it: workers "
                "need the inputs under the same paths, and a relative one begins in their folder"
            )
        yield entry, outcome


def _is_there(given: Input) -> bool:
    return isinstance(given, Path) and given.exists()


# ---------------------------------------------------------------- in a worker


_here = threading.local()  # a thread has a reader of its own, as a process of a team has


def read_chunk(ticket: bytes, inputs: Sequence[Input]) -> list[Outcome]:
    """Read and encode a chunk of inputs."""
    if getattr(_here, "ticket", None) != ticket:
        _here.reader, _here.ticket = _reader(ticket), ticket
    return [_here.reader.read(given) for given in inputs]


def _reader(ticket: bytes) -> Reader:
    try:
        order, wanted = pickle.loads(ticket)
    except Exception as error:
        problem = f"a worker has not the plugins that are here: {type(error).__name__}: {error}"
        raise TeamError(problem) from error
    found = made_by(order)
    for what in sorted({*wanted, *found}):
        here, there = wanted.get(what, "none"), found.get(what, "none")
        if here != there:
            problem = f"a worker reads with {what} {there}, and here it is {here}"
            raise TeamError(f"{problem}: install the same on both")
    return Reader(order)
