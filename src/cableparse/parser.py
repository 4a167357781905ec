"""The whole flow: bytes, source, format, document, telegram, cable, enrichers."""

from collections.abc import Iterable, Iterator, Sequence
from os import PathLike
from typing import BinaryIO, TextIO, TypeVar

import chardet

from cableparse.assemble import assemble
from cableparse.cable import Cable
from cableparse.contracts import Claim, Document, Enricher, Exporter, Format
from cableparse.errors import (
    AmbiguousFormatError,
    BinaryInputError,
    DefectError,
    EmptyInputError,
    InputTooLargeError,
    PluginContractError,
    PluginError,
    PluginFailure,
    StrictError,
    UnclaimedError,
    UnknownFormatError,
)
from cableparse.inputs import Failure, find_inputs, read_input
from cableparse.plugins import Autoload, Registry, load
from cableparse.segments import covers
from cableparse.source import Source

Named = TypeVar("Named", Format, Enricher, Exporter)

DEFAULT_MAX_BYTES = 64 * 1024 * 1024
"""The longest input that a parser reads unless it is told otherwise: far beyond any telegram."""


class Parser:
    """Parses with one set of plugins.

    ``plugins`` are modules, objects or module names beside the installed ones; ``autoload`` says
    which of the installed are loaded (True, False, ``"bundled"``); ``enrich`` is True, False or
    the names of the enrichers to run; ``max_bytes`` is the longest input in bytes (code points
    where text is given). Raises a ``PluginError`` where the plugins can't be used together.
    """

    def __init__(
        self,
        plugins: Iterable[object | str] = (),
        autoload: Autoload = True,
        enrich: bool | Sequence[str] = True,
        max_bytes: int = DEFAULT_MAX_BYTES,
    ) -> None:
        self.registry: Registry = load(plugins, autoload)
        self.enrichers: tuple[Enricher, ...] = _chosen(self.registry.enrichers, enrich)
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
        if not source.text.strip():
            raise EmptyInputError(name)
        chosen = self.format(format) if format else self._claimed(source, data)
        document = _read(chosen, source)
        cable = assemble(source, chosen.name, document)
        for enricher in self.enrichers:
            cable = _enrich(enricher, cable)
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

    def format(self, name: str) -> Format:
        """Give the format of this name; raises ``UnknownFormatError``."""
        return _named(self.registry.formats, "format", name)

    def exporter(self, name: str) -> Exporter:
        """Give the exporter of this name; raises ``UnknownFormatError``."""
        return _named(self.registry.exporters, "exporter", name)

    def _claimed(self, source: Source, data: bytes | str) -> Format:
        """Ask every format; the best claim wins, and a tie is the caller's to decide."""
        claims = []
        for format in self.registry.formats:
            try:
                claim = format.claim(source)
            except Exception as error:
                raise _failure(
                    format.name, source.name, "failed to look at the input", error
                ) from error
            if claim is None:
                continue
            if not isinstance(claim, Claim):
                raise PluginContractError(
                    format.name, f"its claim() gave {claim!r}: it gives a Claim or None"
                )
            claims.append((claim.score, claim.evidence, format))
        if not claims:
            raise _unclaimed(source, data, self.registry.formats)
        best = max(score for score, _, _ in claims)
        winners = [(evidence, format) for score, evidence, format in claims if score == best]
        if len(winners) > 1:
            seen = "; ".join(f"{format.name} saw {evidence}" for evidence, format in winners)
            raise AmbiguousFormatError(
                source.name, f"formats claim it alike ({best:g}): {seen}. Name one with format="
            )
        return winners[0][1]


def _read(format: Format, source: Source) -> Document:
    """Let the format read, and hold it to its contract: the regions are the text, in order."""
    try:
        document = format.read(source)
    except Exception as error:
        raise _failure(format.name, source.name, "failed to read the input", error) from error
    if not isinstance(document, Document):
        raise PluginContractError(format.name, f"its read() gave {document!r}: it gives a Document")
    at = 0
    for region in document.regions:
        if region.span.start != at:
            raise PluginContractError(
                format.name, f"its regions leave a gap or overlap at {at} in {source.name}"
            )
        at = region.span.end
    if at != len(document.text):
        raise PluginContractError(
            format.name, f"its regions end at {at} of {len(document.text)} in {source.name}"
        )
    return document


def _enrich(enricher: Enricher, cable: Cable) -> Cable:
    """Let the enricher speak, and hold it to its contract: the text stays, and is all covered."""
    try:
        enriched = enricher.enrich(cable)
    except Exception as error:
        raise _failure(
            enricher.name, cable.source.name, "failed to enrich the cable", error
        ) from error
    if enriched is cable:
        return cable
    if not isinstance(enriched, Cable) or enriched.source != cable.source:
        raise PluginContractError(
            enricher.name, f"did not give back a cable with the same source ({cable.source.name})"
        )
    if enriched.segments is not cable.segments and not covers(enriched.segments, cable.source.text):
        raise PluginContractError(
            enricher.name, f"its segments do not cover the text of {cable.source.name}"
        )
    return enriched


def _failure(plugin: str, name: str, what: str, error: Exception) -> PluginError:
    return PluginFailure(plugin, name, f"{what}: {type(error).__name__}: {error}")


def _unclaimed(source: Source, data: bytes | str, formats: Iterable[Format]) -> UnclaimedError:
    if isinstance(data, bytes):
        kind = chardet.detect(data)["mime_type"] or "text/plain"
        if not kind.startswith("text/"):
            return BinaryInputError(source.name, f"is no text but {kind}; cableparse reads texts")
    looked = "; ".join(
        f"{format.name}: {getattr(format, 'looks_for', 'its own marks')}" for format in formats
    )
    return UnclaimedError(
        source.name,
        f"no format knows it. Looked for {looked or 'nothing: no format is installed'}. "
        'If it is a telegram all the same, name the format: format="telegram"',
    )


def _chosen(enrichers: tuple[Enricher, ...], enrich: bool | Sequence[str]) -> tuple[Enricher, ...]:
    if isinstance(enrich, bool):
        return enrichers if enrich else ()
    enrich = (enrich,) if isinstance(enrich, str) else enrich
    wanted = {_named(enrichers, "enricher", name).name for name in enrich}
    return tuple(enricher for enricher in enrichers if enricher.name in wanted)


def _named(things: Sequence[Named], kind: str, name: str) -> Named:
    for thing in things:
        if thing.name == name:
            return thing
    known = ", ".join(thing.name for thing in things) or "none"
    raise UnknownFormatError(f"no {kind} is called {name!r}; installed: {known}")
