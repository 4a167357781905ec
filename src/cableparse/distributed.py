"""Archives on more than one machine, with dask (``pip install 'cableparse[dask]'``).

dask is imported when it is used. ``cableparse.export(…, client=…)`` is the other half.
"""

import functools
import pickle
import uuid
from collections.abc import Iterable, Iterator
from importlib import import_module
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cableparse.model.cable import Cable
from cableparse.model.enriching import whole
from cableparse.model.errors import MissingExtraError
from cableparse.model.failure import Failure
from cableparse.reading.default import installed_parser
from cableparse.reading.inputs import Input, find_inputs
from cableparse.reading.parser import Parser
from cableparse.reading.remote import RemoteFile

if TYPE_CHECKING:
    from dask.bag import Bag

__all__ = ["PARTITION_BYTES", "PARTITION_SIZE", "read"]

PARTITION_SIZE = 100
"""How many files a partition has at most: a worker reads them in a second or so."""
PARTITION_BYTES = 8 << 20
"""How long they are together, unless one file is longer: an archive of any size stands alone."""


def read(
    paths: str | PathLike[str] | Iterable[str | PathLike[str]],
    *,
    format: str | None = None,
    strict: bool = False,
    parser: Parser | None = None,
    partition_size: int = PARTITION_SIZE,
) -> "Bag":
    """Give a bag of what ``scan`` gives, ``Cable | Failure``, in the same order; workers read.

    ``paths`` are files, folders, patterns, archives and URLs. They are listed here, at once, and
    opened where the bag is computed: by the same paths, so a folder that all machines share is
    given by its absolute path. A partition has up to ``partition_size`` files, or one archive,
    whose documents come one after the other. The other arguments are as for ``export``.

    Raises ``MissingExtraError`` without dask, ``UnknownPluginError`` for a format that is not
    there, and ``ValueError`` for a ``partition_size`` below 1.
    """
    try:
        bag: Any = import_module("dask.bag")
    except ImportError as error:
        raise MissingExtraError("reading by a cluster", "dask", "dask") from error
    if partition_size < 1:
        raise ValueError(f"a partition has one file at least, not {partition_size}")
    if format is not None:
        (parser or installed_parser()).format(format)
    pickled = None if parser is None else pickle.dumps(parser)
    # A name of its own each time: what the paths lead to may have changed since.
    name = f"cableparse-read-{uuid.uuid4().hex}"
    graph: dict[tuple[str, int], Any] = {}
    for number, partition in enumerate(_partitions(paths, partition_size)):
        task = functools.partial(_read, partition, parser=pickled, format=format, strict=strict)
        # dask leaves out the list where what comes next takes the documents one by one.
        graph[name, number] = list, (task,)
    if not graph:
        graph[name, 0] = list, (tuple,)  # a bag has one partition at least
    found: Bag = bag.Bag(graph, name, len(graph))
    return found


def _partitions(
    paths: str | PathLike[str] | Iterable[str | PathLike[str]], most: int
) -> Iterator[list[Input | Failure]]:
    partition: list[Input | Failure] = []
    length = 0
    for found in find_inputs(paths):
        size = _size(found)
        if partition and (len(partition) == most or length + size > PARTITION_BYTES):
            yield partition
            partition, length = [], 0
        partition.append(found)
        length += size
    if partition:
        yield partition


def _size(found: Input | Failure) -> int:
    """Give how long a file is; where it does not say, whoever reads it finds out why."""
    try:
        if isinstance(found, Path):
            return found.stat().st_size
        if isinstance(found, RemoteFile):
            return found.system.size(found.path) or 0
    except Exception:  # each file system has its own errors
        return 0
    return 0


# ---------------------------------------------------------------- in a worker


def _read(
    partition: Iterable[Input | Failure],
    *,
    parser: bytes | None,
    format: str | None,
    strict: bool,
) -> Iterator[Cable | Failure]:
    reads = installed_parser() if parser is None else _parser(parser)
    for given in partition:
        if isinstance(given, Failure):
            yield given
        else:
            # Whole, for a cable travels: what fails in it fails here.
            yield from map(whole, reads.scan(given, format=format, strict=strict))


@functools.lru_cache(maxsize=4)
def _parser(pickled: bytes) -> Parser:
    """Give the parser that came with a partition; its plugins are loaded once."""
    parser: Parser = pickle.loads(pickled)
    return parser
