"""What is done with one input: read and encoded where it is, so that no cable has to travel."""

import gc
import os
import pickle
import threading
from collections.abc import Sequence
from multiprocessing import connection, parent_process
from typing import Any

from attrs import frozen

from cableparse.archive.entries import Input, name_of
from cableparse.model.enriching import make_whole
from cableparse.model.errors import DefectError, PluginError, PluginFailure, StrictError
from cableparse.model.failure import Failure
from cableparse.plugins.containers import Member
from cableparse.plugins.contracts import ArchiveExporter, Exporter
from cableparse.reading.parser import Parser


@frozen(kw_only=True)
class Order:
    """How inputs are read and encoded; it goes to other processes.

    ``exporter`` is a name, or an exporter that is no plugin's.
    """

    parser: Parser
    exporter: str | Exporter
    format: str | None = None
    strict: bool = False


@frozen
class Outcome:
    """What became of one input: what to write of it, or the error that says why not.

    An error goes to another process without its cause and its traceback.
    """

    name: str
    encoded: Any = None
    format: str = ""
    defects: int = 0
    error: Exception | None = None

    @property
    def code(self) -> str:
        """The name of the error, empty where there is something to write."""
        return "" if self.error is None else type(self.error).__name__

    @property
    def message(self) -> str:
        """What the error says, of strict reading with each defect."""
        message = "" if self.error is None else str(self.error)
        if isinstance(self.error, StrictError):
            inner = (str(one) for one in self.error.exceptions if isinstance(one, DefectError))
            message = f"{message}: {'; '.join(inner)}"
        return message

    @classmethod
    def unwritten(cls, exporter: str, name: str, error: Exception) -> "Outcome":
        """Give the outcome of an input whose cable the exporter raised on.

        An enricher that waited for it, and failed, is named itself.
        """
        if isinstance(error, PluginError) and error.waited_in is not None:
            return cls(name, error=error)
        problem = f"failed to write the cable: {type(error).__name__}: {error}"
        failure = PluginFailure(exporter, name, problem)
        failure.__cause__ = error
        return cls(name, error=failure)


class Reader:
    """Reads and encodes one input after the other."""

    def __init__(self, order: Order) -> None:
        self._parser = order.parser
        exporter = order.exporter
        if isinstance(exporter, str):
            exporter = order.parser.exporter(exporter)
        # An exporter of the older contract takes the cable itself, in the same process.
        self._encode = exporter.encode if isinstance(exporter, ArchiveExporter) else None
        self._exporter = exporter.name
        self._options: dict[str, Any] = {"format": order.format, "strict": order.strict}

    def read(self, given: Input) -> Outcome:
        """Give what is to be written of an input. Whatever it raises is an outcome too."""
        name = name_of(given)
        if isinstance(given, Failure):
            return Outcome(name, error=given.error)
        try:
            if isinstance(given, Member):
                cable = self._parser.read_member(given, **self._options)
            else:
                cable = self._parser.read(given, **self._options)
        except Exception as error:
            return Outcome(name, error=error)
        try:
            encoded = make_whole(cable) if self._encode is None else self._encode(cable)
            return Outcome(name, encoded, cable.format, len(cable.defects))
        except Exception as error:
            return Outcome.unwritten(self._exporter, name, error)


# ---------------------------------------------------------------- in a worker


_reader: Reader
# A cable leaves nothing to the collector, the parser of a page a few objects: it may come seldom.
_SELDOM = 10_000


def begin(pickled: bytes) -> None:
    """Make a worker ready: the parser is built once."""
    global _reader  # noqa: PLW0603
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _reader = Reader(pickle.loads(pickled))
    gc.collect()
    gc.freeze()  # the plugins and the tables stay; they are not looked through again and again
    gc.set_threshold(_SELDOM, 10, 10)


def work(inputs: Sequence[Input]) -> list[Outcome]:
    """Read and encode a chunk of inputs."""
    return [_reader.read(given) for given in inputs]


def _end_with_parent() -> None:
    """Leave with the process that gives the work: killed, it can tell no worker to end."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
