"""The whole flow: bytes, source, format, document, telegram, cable, enrichers."""

from collections.abc import Iterable, Iterator, Sequence
from os import PathLike
from types import ModuleType
from typing import Any, BinaryIO, TextIO, TypeVar

from cableparse.model.cable import Cable
from cableparse.model.errors import (
    DefectError,
    EmptyInputError,
    InputTooLargeError,
    StrictError,
    UnknownPluginError,
)
from cableparse.plugins.containers import Member
from cableparse.plugins.contracts import Enricher, Exporter, Format
from cableparse.plugins.registry import Autoload, Registry, load
from cableparse.plugins.running import claim_best, enrich_cable, read_document
from cableparse.reading.assemble import assemble
from cableparse.reading.inputs import Failure, find_inputs, read_input
from cableparse.text.source import Source

Named = TypeVar("Named", Format, Enricher, Exporter)

DEFAULT_MAX_BYTES = 64 * 1024 * 1024
"""The longest input that a parser reads unless it is told otherwise: far beyond any telegram."""


class Parser:
    """Parses with one set of plugins.

    ``plugins`` are modules, objects or module names beside the installed ones; ``autoload`` says
    which of the installed are loaded (True, False, ``"bundled"``); ``enrich`` is True, False or
    the names of the enrichers to run; ``also`` names enrichers that are off by default and run
    beside those that are on; ``max_bytes`` is the longest input in bytes (code points
    where text is given). Raises a ``PluginError`` where the plugins can't be used together.
    """

    def __init__(
        self,
        plugins: Iterable[object | str] = (),
        autoload: Autoload = True,
        enrich: bool | Sequence[str] = True,
        also: Sequence[str] = (),
        max_bytes: int = DEFAULT_MAX_BYTES,
    ) -> None:
        plugins = tuple(plugins)
        self._arguments = plugins, autoload, enrich, also, max_bytes
        self.registry: Registry = load(plugins, autoload)
        self.enrichers: tuple[Enricher, ...] = _chosen(self.registry.enrichers, enrich, also)
        self.max_bytes = max_bytes

    def parse(
        self,
        data: bytes | str,
        *,
        format: str | None = None,
        name: str | None = None,
        strict: bool = False,
    ) -> Cable:
        """Read one cable out of ``data``.

        ``format`` names the format instead of asking which one claims the data; ``name`` is what
        errors call the input. ``strict=True`` raises a ``StrictError`` with all defects. Raises an
        ``InputError`` where there is no cable to read and a ``PluginFailure`` where a plugin fails.
        """
        name = name or "<data>"
        if len(data) > self.max_bytes:
            raise InputTooLargeError(
                name, f"is longer than {self.max_bytes:,} bytes; raise max_bytes to read it"
            )
        if not data:
            raise EmptyInputError(name)
        source = Source.of(data, name)
        if not source.text or source.text.isspace():
            raise EmptyInputError(name)
        chosen = self.format(format) if format else claim_best(self.registry.formats, source, data)
        document = read_document(chosen, source)
        cable = assemble(source, chosen.name, document)
        for enricher in self.enrichers:
            cable = enrich_cable(enricher, cable)
        if strict and cable.defects:
            raise StrictError(
                f"{name}: {len(cable.defects)} defects",
                [
                    DefectError(f"{defect.code}: {defect.message}", defect)
                    for defect in cable.defects
                ],
            )
        return cable

    def read(
        self,
        path_or_file: str | PathLike[str] | BinaryIO | TextIO,
        *,
        format: str | None = None,
        name: str | None = None,
        strict: bool = False,
    ) -> Cable:
        """Read one cable out of a file, named by its path or open; arguments as for ``parse``."""
        data, found = read_input(path_or_file, self.max_bytes)
        return self.parse(data, format=format, name=name or found, strict=strict)

    def scan(
        self,
        paths: str | PathLike[str] | Iterable[str | PathLike[str]],
        *,
        format: str | None = None,
        strict: bool = False,
    ) -> Iterator[Cable | Failure]:
        """Read every file below ``paths``; what can't be read gives a ``Failure`` in its place."""
        for path in find_inputs(paths):
            if isinstance(path, Failure):
                yield path
                continue
            try:
                yield self.read(path, format=format, strict=strict)
            except Exception as error:  # whatever one input does, the others are still read
                yield Failure(name=str(path), error=error)

    def read_member(
        self, member: Member, *, format: str | None = None, strict: bool = False
    ) -> Cable:
        """Read a document out of a container; arguments as for ``parse``."""
        if isinstance(member.content, Cable):
            return member.content
        format = member.format or format
        return self.parse(member.content, format=format, name=member.name, strict=strict)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle the arguments: another process loads the plugins itself."""
        plugins, *others = self._arguments
        named = tuple(one.__name__ if isinstance(one, ModuleType) else one for one in plugins)
        return type(self), (named, *others)

    def format(self, name: str) -> Format:
        """Give the format of this name; raises ``UnknownPluginError``."""
        return _named(self.registry.formats, "format", name)

    def exporter(self, name: str) -> Exporter:
        """Give the exporter of this name; raises ``UnknownPluginError``."""
        return _named(self.registry.exporters, "exporter", name)


def _chosen(
    enrichers: tuple[Enricher, ...], enrich: bool | Sequence[str], also: Sequence[str]
) -> tuple[Enricher, ...]:
    """Give the enrichers to run, in order: all that are on, none, or those that are named."""
    if isinstance(enrich, bool):
        wanted = {e.name for e in enrichers if enrich and getattr(e, "default", True)}
    else:
        names = (enrich,) if isinstance(enrich, str) else enrich
        wanted = {_named(enrichers, "enricher", name).name for name in names}
    for name in (also,) if isinstance(also, str) else also:
        wanted.add(_named(enrichers, "enricher", name).name)
    return tuple(enricher for enricher in enrichers if enricher.name in wanted)


def _named(things: Sequence[Named], kind: str, name: str) -> Named:
    for thing in things:
        if thing.name == name:
            return thing
    known = ", ".join(thing.name for thing in things) or "none"
    raise UnknownPluginError(f"no {kind} is called {name!r}; installed: {known}")
