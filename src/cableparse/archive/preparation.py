"""What an export needs before its first input: an exporter, a place, and a reason to begin."""

import functools
from collections.abc import Callable, Iterable, Sequence
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from cableparse.archive.cluster import check_client, read_by_cluster
from cableparse.archive.engine import Export, Places, Read, Tell
from cableparse.archive.entries import entries_of
from cableparse.archive.export import Exported, Paths
from cableparse.archive.origin import made_by
from cableparse.archive.targets import inputs_beside, refuse_elsewhere, refuse_overwriting
from cableparse.archive.team import read_all, see_that_it_travels
from cableparse.archive.work import Order
from cableparse.plugins.contracts import ArchiveExporter
from cableparse.reading.members import Watch
from cableparse.reading.parser import Parser

if TYPE_CHECKING:
    from distributed import Client


class Preparation:
    """What can be said of an export before its inputs are looked for."""

    def __init__(
        self,
        parser: Parser,
        target: str | PathLike[str],
        *,
        exporter: str | None,
        format: str | None,
        strict: bool,
        in_words: Callable[[str], str] = str,
    ) -> None:
        """Raise what :func:`export` raises; ``in_words`` says an input's error for its reader."""
        refuse_elsewhere(str(target))
        self.places = Places(target=Path(target))
        if exporter is None:
            self.exporter = parser.exporter_for(str(target))
        else:
            self.exporter = parser.exporter(exporter)
        if format is not None:
            parser.format(format)
        self._in_words = in_words
        self._order = Order(
            parser=parser, exporter=self.exporter.name, format=format, strict=strict
        )

    @property
    def can_have_workers(self) -> bool:
        """Whether the exporter encodes in other processes."""
        return isinstance(self.exporter, ArchiveExporter)

    def begin(self, *, workers: int, resume: bool, client: "Client | None" = None) -> Export:
        """Give the export, which says how far it is; raises what :func:`export` raises."""
        if workers < 1:
            raise ValueError(f"an export has one worker at least, not {workers}")
        if client is not None:
            check_client(client)
            if workers > 1:
                raise ValueError("the client's cluster has the workers: leave out workers=")
            self._see_that_it_travels("client=", "leave out client=")
        elif workers > 1:
            self._see_that_it_travels("workers=", "use workers=1")
        one = Export(self._order, self.places, self.exporter, made_by(self._order), self._in_words)
        one.begin(resume=resume)
        return one

    def run(
        self,
        one: Export,
        paths: Paths,
        *,
        workers: int,
        tell: Tell,
        watch: Watch | None = None,
        client: "Client | None" = None,
    ) -> Exported:
        """Do what :func:`export` says, and call ``tell`` with what became of each input.

        ``watch`` is called with each file when its turn to be read comes.
        """
        several = _several(paths)
        if isinstance(several, Sequence):  # what comes one by one is not looked at beforehand
            refuse_overwriting(self._order.parser, several, self.places, begun=one.begun)
        read: Read = functools.partial(read_all, workers=workers)
        if client is not None:
            read = functools.partial(read_by_cluster, client=client)
        inputs = inputs_beside(self._order.parser, several, self.places, watch)
        one.run(entries_of(inputs), read, tell)
        failures = self.places.failures if one.failed else None
        return Exported(
            target=self.places.target, inputs=one.done, failed=one.failed, failures=failures
        )

    def _see_that_it_travels(self, option: str, instead: str) -> None:
        target = str(self.places.target)
        see_that_it_travels(self._order, self.exporter, target, option=option, instead=instead)


def _several(paths: Paths) -> Iterable[str | PathLike[str]]:
    return (paths,) if isinstance(paths, str | PathLike) else paths
