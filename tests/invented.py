"""Plugins that nobody bundled: what the tests hand to a parser."""

from collections.abc import Callable, Iterable
from typing import Any

from cableparse import Cable, Claim, Document, Region, RegionKind, Source, Span, hookimpl


def whole(source: Source) -> Document:
    """All of it is telegram."""
    span = Span(0, len(source.text))
    return Document(text=source.text, regions=(Region(kind=RegionKind.TELEGRAM, span=span),))


class InventedFormat:
    """Claims what begins with its own name; reads it whole, or as it is told."""

    looks_for = "its own name on the first line"

    def __init__(
        self,
        name: str = "invented",
        score: float = 1,
        read: Callable[[Source], Any] = whole,
        claim: Callable[[Source], Any] | None = None,
    ) -> None:
        self.name = name
        self.score = score
        self._read = read
        self._claim = claim

    def claim(self, source: Source) -> Any:
        if self._claim is not None:
            return self._claim(source)
        if source.text.startswith("INVENTED"):
            return Claim(score=self.score, evidence=f"the word that {self.name} knows")
        return None

    def read(self, source: Source) -> Any:
        return self._read(source)


class InventedEnricher:
    """Does what it is told."""

    def __init__(
        self,
        name: str,
        after: tuple[str, ...] = (),
        enrich: Callable[[Cable], Any] = lambda cable: cable,
    ) -> None:
        self.name = name
        self.after = after
        self._enrich = enrich

    def enrich(self, cable: Cable) -> Any:
        return self._enrich(cable)


class InventedExporter:
    """Writes nothing."""

    def __init__(self, name: str = "invented") -> None:
        self.name = name
        self.suffixes = (f".{name}",)

    def open(self, target: object) -> Any:
        raise NotImplementedError


class InventedContainer:
    """Claims what begins with CRATE; gives what it is told."""

    def __init__(
        self,
        name: str = "crates",
        claim: Callable[[str, bytes], Any] | None = None,
        members: Callable[[Any, str], Any] = lambda file, name: iter(()),
    ) -> None:
        self.name = name
        self._claim = claim
        self._members = members

    def claim(self, name: str, beginning: bytes) -> Any:
        if self._claim is not None:
            return self._claim(name, beginning)
        if beginning.startswith(b"CRATE"):
            return Claim(score=0.9, evidence="CRATE")
        return None

    def members(self, file: Any, name: str) -> Any:
        return self._members(file, name)


class InventedPlugin:
    """Registers what it is made with."""

    def __init__(
        self,
        name: str = "mine",
        formats: Iterable[object] = (),
        enrichers: Iterable[object] = (),
        exporters: Iterable[object] = (),
        containers: Iterable[object] = (),
    ) -> None:
        self.name = name
        self.formats, self.enrichers, self.exporters = formats, enrichers, exporters
        self.containers = containers

    @hookimpl
    def cableparse_formats(self) -> Any:
        return self.formats

    @hookimpl
    def cableparse_enrichers(self) -> Any:
        return self.enrichers

    @hookimpl
    def cableparse_exporters(self) -> Any:
        return self.exporters

    @hookimpl
    def cableparse_containers(self) -> Any:
        return self.containers
