"""A static site of an archive: a page a cable, indexes, who refers to whom, a search, a feed."""

from collections.abc import Iterable
from os import PathLike

from cableparse import ArchiveWriter, Cable, Exporter, Target, hookimpl
from cableparse_plugins.export.site.entry import Encoded, encoded
from cableparse_plugins.export.site.writer import SiteWriter


class SiteExporter:
    """A folder of pages that any web server, or none, can show."""

    name = "site"
    suffixes = (".site", "/")
    streams = False

    def open(self, target: Target) -> ArchiveWriter:
        """Give a writer on a folder, which is made where it is not there."""
        return SiteWriter(target)

    def encode(self, cable: Cable) -> Encoded:
        """Give the cable's page, and what the indexes say of it."""
        return encoded(cable)

    def resume(self, target: str | PathLike[str], token: int) -> ArchiveWriter:
        """Give a writer that goes on behind so many bytes of the list of cables."""
        return SiteWriter(target, token)


@hookimpl
def cableparse_exporters() -> Iterable[Exporter]:
    """Register the exporter."""
    return [SiteExporter()]
