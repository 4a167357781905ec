"""Which exporter writes a target, and what a target depends on."""

import os
from collections.abc import Iterable, Iterator
from importlib import metadata
from os import PathLike
from pathlib import Path

from cableparse.archive.engine import Places
from cableparse.archive.entries import Input
from cableparse.archive.work import Order
from cableparse.model.errors import ExportRefusedError
from cableparse.plugins.contracts import Exporter
from cableparse.plugins.registry import Registry
from cableparse.reading.parser import Parser


def exporter_for(registry: Registry, target: str) -> Exporter:
    """Give the exporter that writes such files; raises ``ExportRefusedError`` without exactly one.

    >>> from cableparse import Parser
    >>> exporter_for(Parser(autoload="bundled").registry, "cables.jsonl.gz").name
    'jsonl'
    """
    found = [
        exporter
        for exporter in registry.exporters
        if any(target.lower().endswith(suffix) for suffix in exporter.suffixes)
    ]
    if len(found) == 1:
        return found[0]
    if found:
        both = " and ".join(exporter.name for exporter in found)
        problem = f"{both} both write such files; name one with exporter="
    else:
        suffixes = {end for exporter in registry.exporters for end in exporter.suffixes}
        problem = (
            f"no exporter writes such files, only {', '.join(sorted(suffixes)) or 'none'}; "
            "change the suffix, or name an exporter with exporter="
        )
    raise ExportRefusedError(target, problem)


def inputs_beside(
    parser: Parser, paths: Iterable[str | PathLike[str]], places: Places
) -> Iterator[Input]:
    """Give what is in and below the paths, but for what the export itself writes there."""
    own = {os.path.abspath(place) for place in places.all}
    within = os.path.join(os.path.abspath(places.target), "")

    def is_own(found: Path) -> bool:
        path = os.path.abspath(found)
        return path in own or path.startswith(within)

    return parser.files_and_members(paths, leave_out=is_own)


def refuse_overwriting(paths: Iterable[str | PathLike[str]], places: Places) -> None:
    """Raise ``ExportRefusedError`` where the target is one of the paths, under whatever name."""
    for given in paths if places.target.exists() else ():
        if Path(given).exists() and places.target.samefile(given):
            problem = "is an input, and the export would overwrite it; write elsewhere"
            raise ExportRefusedError(str(places.target), problem)


def made_by(order: Order) -> dict[str, str]:
    """Give what a target depends on beside its inputs, in words."""
    parser = order.parser
    depends = {
        f"the {one.kind} {one.name} of": one.distribution for one in parser.registry.installed
    }
    return depends | {
        "cableparse": metadata.version("cableparse"),
        "exporter": order.exporter,
        "format": order.format or "as claimed",
        "strict": str(order.strict),
        "enrichers": ", ".join(enricher.name for enricher in parser.enrichers) or "none",
        "max_bytes": str(parser.max_bytes),
    }
