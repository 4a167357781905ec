"""``export``: what is below some paths, into one target."""

from collections.abc import Iterable
from importlib import import_module
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from cableparse.reading.default import installed_parser
from cableparse.reading.parser import Parser

if TYPE_CHECKING:
    from distributed import Client

Paths = str | PathLike[str] | Iterable[str | PathLike[str]]


@frozen(kw_only=True)
class Exported:
    """What an export made: ``inputs`` is how many there were, ``failed`` how many gave no cable.

    ``failures`` is the file that says why, None where none failed. An export that was gone on with
    counts what it found in the target too.
    """

    target: Path
    inputs: int
    failed: int
    failures: Path | None


def export(
    paths: Paths,
    target: str | PathLike[str],
    *,
    exporter: str | None = None,
    format: str | None = None,
    strict: bool = False,
    workers: int = 1,
    resume: bool = False,
    parser: Parser | None = None,
    client: "Client | None" = None,
) -> Exported:
    """Read every file below ``paths`` and write the cables to ``target``, in the inputs' order.

    ``exporter`` names who writes, instead of the target's suffix; ``format`` and ``strict`` are as
    for ``parse``; ``workers`` is how many processes read and encode (a script that asks for more
    than one guards its first lines with ``if __name__ == "__main__":``); ``resume`` goes on with an
    export that was interrupted or killed; ``parser`` reads instead of the one with every installed
    plugin; ``client`` is a ``dask.distributed.Client``, whose cluster reads and encodes, while this
    process writes. What can't be read is named in ``TARGET.failures.jsonl`` and stops nothing.

    Raises ``ExportRefusedError`` where it can't begin, ``ExportStoppedError`` where it stopped on
    the way, ``UnknownPluginError`` for an exporter or a format that is not there, and
    ``ValueError`` for fewer than one worker, or for a client and several; with ``client`` too
    ``MissingExtraError`` without dask, and ``TypeError`` for what is no client.
    """
    # Imported with the first export: processes and what they need take as long as ten parses.
    preparation = import_module("cableparse.archive.preparation")
    prepared = preparation.Preparation(
        parser or installed_parser(), target, exporter=exporter, format=format, strict=strict
    )
    one = prepared.begin(workers=workers, resume=resume, client=client)
    exported: Exported = prepared.run(
        one, paths, workers=workers, tell=lambda _: None, client=client
    )
    return exported
