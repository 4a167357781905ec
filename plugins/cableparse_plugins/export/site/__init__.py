"""A static site of an archive: a page a cable, indexes, who refers to whom, a search, a feed."""

from collections.abc import Iterable
from importlib import import_module
from os import PathLike
from typing import TYPE_CHECKING, Any

from cableparse import ArchiveWriter, Cable, Exporter, Target, hookimpl

if TYPE_CHECKING:
    from cableparse_plugins.export.site.entry import Encoded


class SiteExporter:
    """A folder of pages that any web server, or none, can show."""

    name = "site"
    suffixes = (".site", "/")
    streams = False

    def open(self, target: Target) -> ArchiveWriter:
        """Give a writer on a folder, which is made where it is not there."""
        writer: ArchiveWriter = _part("writer").SiteWriter(target)
        return writer

    def encode(self, cable: Cable) -> "Encoded":
        """Give the cable's page, and what the indexes say of it."""
        encoded: Encoded = _part("entry").encoded(cable)
        return encoded

    def resume(self, target: str | PathLike[str], token: int) -> ArchiveWriter:
        """Give a writer that goes on behind so many bytes of the list of cables."""
        writer: ArchiveWriter = _part("writer").SiteWriter(target, token)
        return writer


def _part(name: str) -> Any:
    """Give a module of this package, loaded with the first site: all commands load the plugin."""
    return import_module(f"{__name__}.{name}")


@hookimpl
def cableparse_exporters() -> Iterable[Exporter]:
    """Register the exporter."""
    return [SiteExporter()]
