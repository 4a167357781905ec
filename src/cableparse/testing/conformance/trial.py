"""One plugin before one check: what a check asks it, and how a broken law is told."""

import functools
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Generic, NoReturn, TypeVar
from zlib import crc32

from attrs import field, frozen

from cableparse.model.cable import Cable
from cableparse.plugins.containers import Container
from cableparse.plugins.contracts import Claim, Document, Enricher, Exporter, Format
from cableparse.plugins.running import read_document
from cableparse.reading.assemble import assemble
from cableparse.reading.parser import Parser
from cableparse.testing.conformance.broken import LawBroken
from cableparse.testing.conformance.samples import Given, Sample, conformance_samples, huge
from cableparse.text.source import Source

P = TypeVar("P", Format, Enricher, Exporter, Container)
R = TypeVar("R")


@frozen(kw_only=True)
class Trial(Generic[P]):
    """A plugin, the inputs it is tried on, and the check that is being made.

    ``formats`` are those that read an author's own samples, before the bundled ones are asked.
    """

    plugin: P
    law: str
    statement: str
    given: tuple[Given, ...] = ()
    formats: tuple[Format, ...] = ()
    samples: dict[str, Sample] = field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "samples", conformance_samples(self.given))

    def of_kind(self, *kinds: str) -> Iterator[Sample]:
        """Give the samples of these kinds, in order; of ``huge``, those that are made of others.

        Variants come of the telegram, of the author's samples and of the plugin's own wrapping; of
        another's wrapping the document alone.
        """
        close = {None, "telegram", self.plugin.name}
        for sample in self.samples.values():
            if sample.kind in kinds and (
                sample.own or sample.format in close or ":" not in sample.name
            ):
                yield sample
        if "huge" in kinds:
            sound = [one for one in self.samples.values() if ":" not in one.name]
            yield from (huge(one) for one in sound if one.own or one.name == "telegram")

    @property
    def sound(self) -> list[Sample]:
        """The documents as their wrappings have them, and the author's own."""
        return [one for one in self.of_kind("document") if ":" not in one.name]

    # ------------------------------------------------------------ telling

    def broken(self, problem: str, sample: Sample | None = None, input: Any = None) -> NoReturn:
        """Raise a ``LawBroken``; ``sample`` is the named input it happened on."""
        __tracebackhide__ = True
        given = "samples" if self.given else ""
        again = f"check_{kind_of(self.plugin)}(plugin, only=[{self.law!r}])"
        if given:
            again = again.replace("(plugin, ", "(plugin, samples=samples, ")
        if sample is not None:
            again += f"; the input is conformance_samples({given})[{sample.name!r}].text"
        raise LawBroken(
            self.law,
            self.statement,
            described(self.plugin),
            problem,
            sample.text if sample is not None and input is None else input,
            again,
        )

    def hold(self, condition: object, problem: str, sample: Sample | None = None) -> None:
        """Raise a ``LawBroken`` unless the condition holds."""
        __tracebackhide__ = True
        if not condition:
            self.broken(problem, sample)

    def call(
        self, what: str, function: Callable[..., R], *arguments: Any, sample: Sample | None = None
    ) -> R:
        """Call the plugin; whatever it raises is the law broken."""
        try:
            return function(*arguments)
        except Exception as error:
            try:
                self.broken(f"{what} raised {type(error).__name__}: {error}", sample)
            except LawBroken as broken:
                raise broken from error


class FormatTrial(Trial[Format]):
    """A format before a check."""

    def claim(self, sample: Sample, source: Source | None = None) -> Claim | None:
        """Let the format claim."""
        return self.call("claim()", self.plugin.claim, source or sample.source, sample=sample)

    def read(self, sample: Sample, source: Source | None = None) -> Document:
        """Let the format read; what it gives is a ``Document``."""
        document = self.call("read()", self.plugin.read, source or sample.source, sample=sample)
        if not isinstance(document, Document):
            self.broken(f"read() gave {document!r}, which is no Document", sample)
        return document

    def cable(self, sample: Sample) -> Cable:
        """Make the cable of what the format reads."""
        document = self.read(sample)
        return self.call(
            "putting the cable together",
            assemble,
            sample.source,
            self.plugin.name,
            document,
            sample=sample,
        )


class EnricherTrial(Trial[Enricher]):
    """An enricher before a check."""

    def cables(self, *kinds: str) -> Iterator[tuple[Sample, Cable]]:
        """Give samples of these kinds as cables, before and after bundled enrichers ran."""
        for sample in self.of_kind(*kinds):
            for enriched in (False, True):
                yield sample, cable_of(sample, self.formats, enriched)

    def enrich(self, cable: Cable, sample: Sample) -> Cable:
        """Let the enricher speak; what it gives is a ``Cable``."""
        enriched = self.call("enrich()", self.plugin.enrich, cable, sample=sample)
        if not isinstance(enriched, Cable):
            self.broken(f"enrich() gave {enriched!r}, which is no Cable", sample)
        return enriched


class ExporterTrial(Trial[Exporter]):
    """An exporter before a check."""

    @property
    def streams(self) -> bool:
        """Whether the exporter writes on streams too, as one that says nothing does."""
        return getattr(self.plugin, "streams", True)

    def cables(self, *kinds: str) -> list[tuple[Sample, Cable]]:
        """Give samples of these kinds as cables, with what bundled enrichers say of them."""
        return [(one, cable_of(one, self.formats, True)) for one in self.of_kind(*kinds)]

    def export(self, target: Any, cables: Iterable[tuple[Sample, Cable]]) -> None:
        """Write the cables to a target."""
        with self.call("open()", self.plugin.open, target) as writer:
            for sample, cable in cables:
                self.call("write()", writer.write, cable, sample=sample)


def kind_of(plugin: object) -> str:
    """Give what kind of plugin it is, ``"format"`` say; raises ``TypeError`` for another."""
    for kind, protocol in _KINDS:
        if not isinstance(plugin, type) and isinstance(plugin, protocol):
            return kind
    raise TypeError(
        f"{plugin!r} is no plugin: a format has name, claim() and read(), an enricher name, after "
        "and enrich(), an exporter name, suffixes and open(), a container name, claim() and "
        "members(); give an object, not its class"
    )


_KINDS = (
    ("format", Format),
    ("enricher", Enricher),
    ("exporter", Exporter),
    ("container", Container),
)


def described(plugin: object) -> str:
    """Give what a message calls a plugin: ``format 'mail'``."""
    return f"{kind_of(plugin)} {getattr(plugin, 'name', None) or type(plugin).__name__!r}"


@functools.lru_cache(maxsize=1024)
def _bundled_cable(sample: Sample, enriched: bool) -> Cable:
    return read_cable(sample, (), enriched)


def cable_of(sample: Sample, formats: Sequence[Format], enriched: bool) -> Cable:
    """Give the cable of a sample, with or without what bundled enrichers say."""
    if sample.own and formats:
        return read_cable(sample, formats, enriched)
    return _bundled_cable(sample, enriched)


@functools.cache
def bundled() -> Parser:
    """Give the parser with what is bundled, the enrichers included that are off by default."""
    names = [enricher.name for enricher in Parser(autoload="bundled").registry.enrichers]
    return Parser(autoload="bundled", enrich=names)


def enrichers_for(sample: Sample) -> tuple[Enricher, ...]:
    """Give the bundled enrichers that run on a sample, in their order.

    All of them run on a document as it is; on a variant one of their sets, drawn by its name, so
    that every set turns up and each run has the same.
    """
    every = bundled().enrichers
    if ":" not in sample.name:
        return tuple(every)
    drawn = crc32(sample.name.encode())
    return tuple(enricher for bit, enricher in enumerate(every) if drawn >> bit & 1)


def read_cable(sample: Sample, formats: Sequence[Format], enriched: bool) -> Cable:
    """Do what :func:`cable_of` does, and keep nothing of it for the next time."""
    source = sample.source
    format = _format_of(sample, source, formats)
    cable = assemble(source, format.name, read_document(format, source))
    for enricher in enrichers_for(sample) if enriched else ():
        cable = enricher.enrich(cable)
    return cable


def _format_of(sample: Sample, source: Source, formats: Sequence[Format]) -> Format:
    """Give the format that claims a sample best; a telegram is what nobody claims."""
    if sample.format is not None:
        return bundled().format(sample.format)
    best, best_score = bundled().format("telegram"), 0.0
    for format in (*bundled().registry.formats, *formats):
        claim = format.claim(source)
        if claim is not None and claim.score > best_score:
            best, best_score = format, claim.score
    return best
