"""The whole flow: bytes, source, format, document, telegram, cable, enrichers."""

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from itertools import groupby
from os import PathLike
from pathlib import Path
from types import ModuleType
from typing import Any, BinaryIO, TextIO, TypeVar, cast

from attrs import evolve

from cableparse.model.cable import Cable
from cableparse.model.enriching import enriched_later
from cableparse.model.errors import (
    ContainerError,
    DefectError,
    EmptyInputError,
    ExportRefusedError,
    StrictError,
    UnknownPluginError,
)
from cableparse.model.failure import Failure
from cableparse.model.frozenmap import FrozenMap
from cableparse.plugins.containers import Member, OpenMember
from cableparse.plugins.contracts import Enricher, Exporter, Format
from cableparse.plugins.registry import Autoload, Registry, load
from cableparse.plugins.running import (
    claim_best,
    enrich_later,
    enrich_now,
    fields_of,
    read_document,
)
from cableparse.reading.assemble import assemble
from cableparse.reading.inputs import Given, file_name, find_input, no_path, too_large
from cableparse.reading.limits import Limits
from cableparse.reading.members import Opener, Watch, unwatched
from cableparse.text.source import Source

Named = TypeVar("Named", Format, Enricher, Exporter)

DEFAULT_MAX_BYTES = 64 * 1024 * 1024
"""The longest input that a parser reads unless it is told otherwise: far beyond any telegram."""

Enrich = Callable[[Cable], Cable]
_NO_METADATA: FrozenMap[str] = FrozenMap()


class Parser:
    """Parses with one set of plugins.

    ``plugins`` are modules, objects or module names beside the installed ones; ``autoload`` says
    which of the installed are loaded (True, False, ``"bundled"``); ``enrich`` is True, False or
    the names of the enrichers to run; ``also`` names enrichers that are off by default and run
    beside those that are on; ``max_bytes`` is the longest input in bytes (code points
    where text is given), ``limits`` what a container may unpack to. Raises a ``PluginError`` where
    the plugins can't be used together.
    """

    def __init__(
        self,
        plugins: Iterable[object | str] = (),
        autoload: Autoload = True,
        enrich: bool | Sequence[str] = True,
        also: Sequence[str] = (),
        max_bytes: int = DEFAULT_MAX_BYTES,
        limits: Limits | None = None,
    ) -> None:
        plugins = tuple(plugins)
        self._arguments = plugins, autoload, enrich, also, max_bytes, limits
        self.registry: Registry = load(plugins, autoload)
        self.enrichers: tuple[Enricher, ...] = _chosen(self.registry.enrichers, enrich, also)
        # Those that fill the same fields and stand side by side speak together.
        self._steps = tuple(
            _step(fields, tuple(group)) for fields, group in groupby(self.enrichers, fields_of)
        )
        self.max_bytes = max_bytes
        self.limits = limits or Limits()

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
        return self._parsed(data, format, name or "<data>", strict, _NO_METADATA)

    def read(
        self,
        path_or_file: str | PathLike[str] | BinaryIO | TextIO,
        *,
        format: str | None = None,
        name: str | None = None,
        strict: bool = False,
    ) -> Cable:
        """Read one cable out of a file, named by its path or open; arguments as for ``parse``.

        A container is opened where it holds one document; ``archive.zip!a.txt`` names one of
        several. Raises a ``ContainerError`` where several could be meant, and a ``TypeError`` for
        what is neither a path nor an open file.
        """
        if isinstance(path_or_file, str | PathLike):
            given = str(path_or_file)
            found = self._opener().of_input(find_input(path_or_file))
        elif not hasattr(path_or_file, "read"):
            raise no_path(path_or_file, "what is read is a str, an os.PathLike or an open file")
        elif isinstance(path_or_file.read(0), str):
            data = path_or_file.read(self.max_bytes + 1)
            name = name or file_name(path_or_file)
            return self.parse(data, format=format, name=name, strict=strict)
        else:
            given = name or file_name(path_or_file)
            file = cast("BinaryIO", path_or_file)
            found = self._opener().open(OpenMember(name=given, file=file))
        member = _only(found, given)
        if name:
            member = evolve(member, name=name)
        return self.read_member(member, format=format, strict=strict)

    def read_member(
        self, member: Member, *, format: str | None = None, strict: bool = False
    ) -> Cable:
        """Read one cable out of a member; the format that it names is used before ``format``.

        Its metadata joins what the format finds, the format's own first. A cable that was read
        before is given as it is. Raises what ``parse`` raises.
        """
        given = member.content
        if isinstance(given, Cable):
            if member.metadata:
                given = evolve(given, metadata={**member.metadata, **given.metadata})
            return _held(given, member.name, strict)
        return self._parsed(given, member.format or format, member.name, strict, member.metadata)

    def members(
        self,
        paths: Given | OpenMember | Iterable[Given | OpenMember],
        *,
        watch: Watch | None = None,
    ) -> Iterator[Member | Failure]:
        """Give the documents of the files, folders, patterns and containers that are named.

        They come one after the other, in an order that is the same each time; what can't be
        opened gives a ``Failure`` in its place. An open file is given as an ``OpenMember``.
        ``watch`` is called with each file when its turn comes, and with what it is read from.
        """
        return self._opener(watch).find(paths)

    def files_and_members(
        self,
        paths: Given | Iterable[Given],
        *,
        leave_out: Callable[[Path], bool] | None = None,
        watch: Watch | None = None,
    ) -> Iterator[Path | Member | Failure]:
        """Give what ``members`` gives, but for a file that is no container its path.

        Such a file can be opened where it is read, in another process say: a path is shorter than
        what is in the file. ``leave_out`` is asked which files to pass over; ``watch`` is called as
        by ``members``, with None for a file that is not opened here.
        """
        return self._opener(watch).find_unopened(paths, leave_out)

    def scan(
        self,
        paths: Given | OpenMember | Iterable[Given | OpenMember],
        *,
        format: str | None = None,
        strict: bool = False,
    ) -> Iterator[Cable | Failure]:
        """Read every document of ``members``; what can't be read gives a ``Failure`` in its place.

        An enricher that waits until its word is asked for fails then, and not here. ``paths`` are
        files, folders, patterns, containers or one member of them. Raises a ``TypeError`` for what
        is no path; one of bytes is none.
        """
        yield from self.read_members(self.members(paths), format=format, strict=strict)

    def read_members(
        self,
        members: Iterable[Member | Failure],
        *,
        format: str | None = None,
        strict: bool = False,
    ) -> Iterator[Cable | Failure]:
        """Read members, one after the other; a failure, and what can't be read, stays in its place.

        The other arguments are those of ``read_member``.
        """
        for member in members:
            if isinstance(member, Failure):
                yield member
                continue
            try:
                yield self.read_member(member, format=format, strict=strict)
            except Exception as error:  # whatever one input does, the others are still read
                yield Failure(name=member.name, error=error)

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

    def exporter_for(self, target: str) -> Exporter:
        """Give the exporter that writes such files; raises ``ExportRefusedError`` without one.

        >>> Parser(autoload="bundled").exporter_for("cables.jsonl.gz").name
        'jsonl'
        """
        exporters = self.registry.exporters
        path = target.replace(os.sep, "/").lower()
        # A folder's name may have a suffix too: `cables.parquet/`.
        for ending in dict.fromkeys((path.rstrip("/"), path)):
            found = [one for one in exporters if ending.endswith(tuple(one.suffixes))]
            if found:
                break
        if len(found) == 1:
            return found[0]
        if found:
            both = " and ".join(exporter.name for exporter in found)
            problem = f"{both} both write such files; name one with exporter="
        else:
            suffixes = {end for exporter in exporters for end in exporter.suffixes}
            problem = (
                f"no exporter writes such files, only {', '.join(sorted(suffixes)) or 'none'}; "
                "change the suffix, or name an exporter with exporter="
            )
        raise ExportRefusedError(target, problem)

    def _opener(self, watch: Watch | None = None) -> Opener:
        return Opener(
            containers=self.registry.containers,
            max_bytes=self.max_bytes,
            limits=self.limits,
            watch=watch or unwatched,
        )

    def _parsed(
        self,
        data: bytes | str,
        format: str | None,
        name: str,
        strict: bool,
        metadata: FrozenMap[str],
    ) -> Cable:
        if len(data) > self.max_bytes:
            raise too_large(name, data, self.max_bytes)
        if not data:
            raise EmptyInputError(name)
        source = Source.of(data, name)
        if not source.text or source.text.isspace():
            raise EmptyInputError(name)
        chosen = self.format(format) if format else claim_best(self.registry.formats, source, data)
        document = read_document(chosen, source)
        cable = assemble(source, chosen.name, document, metadata)
        for enrich in self._steps:
            cable = enrich(cable)
        return _held(cable, name, strict)


def _only(found: Generator[Member | Failure, None, None], name: str) -> Member:
    """Give the one member that was found; raises the error of a failure, and for several."""
    with closing(found):
        first = next(found)
        if next(found, None) is not None:
            raise ContainerError(
                name,
                "holds several documents: read all of them with scan(), or one by its name, "
                f"such as {first.name!r}",
            )
    if isinstance(first, Failure):
        raise first.error
    return first


def _held(cable: Cable, name: str, strict: bool) -> Cable:
    """Give the cable, or raise its defects where the caller asked for that."""
    if strict and cable.defects:
        raise StrictError(
            f"{name}: {len(cable.defects)} defects",
            [DefectError(f"{defect.code}: {defect.message}", defect) for defect in cable.defects],
        )
    return cable


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


def _step(fields: frozenset[str], enrichers: tuple[Enricher, ...]) -> Enrich:
    """Give what lets enrichers speak that fill the same ``fields``, now where these are none."""
    if fields:
        return partial(enriched_later, fields, partial(enrich_later, fields, enrichers))
    return partial(enrich_now, enrichers)


def _named(things: Sequence[Named], kind: str, name: str) -> Named:
    for thing in things:
        if thing.name == name:
            return thing
    known = ", ".join(thing.name for thing in things) or "none"
    raise UnknownPluginError(f"no {kind} is called {name!r}; installed: {known}")
