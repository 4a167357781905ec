"""Runs the plugins and holds them to their contracts.

Whatever a plugin raises or gives back wrongly comes out as an error that names the plugin and the
input; nothing looser is tried in its place.
"""

from collections.abc import Iterable
from typing import Any, TypeVar

from cableparse.model.cable import Cable
from cableparse.model.enriching import ANNOTATIONS, SEGMENTS, changed_fields, same_segments
from cableparse.model.errors import (
    AmbiguousFormatError,
    BinaryInputError,
    PluginContractError,
    PluginError,
    PluginFailure,
    UnclaimedError,
)
from cableparse.plugins.containers import Container
from cableparse.plugins.contracts import Claim, Document, Enricher, Format
from cableparse.plugins.signatures import binary_kind
from cableparse.text.detection import Detection
from cableparse.text.segments import covers_as
from cableparse.text.source import Source

Claiming = TypeVar("Claiming", Format, Container)

# How many bytes are looked at to say that an input is no text: an image or an archive says so in
# the first few, and what stands beyond these makes a text no less a text.
_FIRST = 200_000

# What an enricher says of itself, and the fields that it fills then
_SAYS_IT = {"relabels": SEGMENTS, "annotates": ANNOTATIONS}


def claim_best(formats: Iterable[Format], source: Source, data: bytes | str) -> Format:
    """Ask every format; the best claim wins, and a tie is the caller's to decide.

    None is asked about a file whose first bytes say that it is no text: the cables in a database
    or a Parquet file are text enough for a claim.
    """
    if isinstance(data, bytes) and (kind := binary_kind(data)):
        raise _binary(source.name, kind)
    best = _best(formats, source.name, "Name one with format=", source)
    if best is None:
        raise _unclaimed(source, data, formats)
    return best


def claim_container(
    containers: Iterable[Container], name: str, beginning: bytes
) -> Container | None:
    """Ask every container about a file; the best claim wins, and None is no container's."""
    return _best(containers, name, "Uninstall one, or run without it", name, beginning)


def _best(things: Iterable[Claiming], name: str, advice: str, *given: Any) -> Claiming | None:
    """Give what claims best; a tie is the caller's to decide."""
    claims = []
    for thing in things:
        try:
            claim = thing.claim(*given)
        except Exception as error:
            raise _failure(thing.name, name, "failed to look at the input", error) from error
        if claim is None:
            continue
        if not isinstance(claim, Claim):
            raise PluginContractError(
                thing.name, f"its claim() gave {claim!r}: it gives a Claim or None"
            )
        claims.append((claim.score, claim.evidence, thing))
    if not claims:
        return None
    if len(claims) == 1:  # as for most inputs
        return claims[0][2]
    best = max(score for score, _, _ in claims)
    winners = [(evidence, thing) for score, evidence, thing in claims if score == best]
    if len(winners) > 1:
        seen = "; ".join(f"{thing.name} saw {evidence}" for evidence, thing in winners)
        kind = "formats" if isinstance(winners[0][1], Format) else "containers"
        raise AmbiguousFormatError(name, f"{kind} claim it alike ({best:g}): {seen}. {advice}")
    return winners[0][1]


def read_document(format: Format, source: Source) -> Document:
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


def enrich_cable(enricher: Enricher, cable: Cable) -> Cable:
    """Let the enricher speak, and hold it to its contract: the text stays, and is all covered."""
    try:
        enriched = enricher.enrich(cable)
    except Exception as error:
        if isinstance(error, PluginError) and error.waited_in == cable.source.name:
            raise  # of one before it, whose word it asked for: that one is named
        raise _failure(
            enricher.name, cable.source.name, "failed to enrich the cable", error
        ) from error
    if enriched is cable:
        return cable
    if not isinstance(enriched, Cable) or (
        enriched.source is not cable.source and enriched.source != cable.source
    ):
        raise PluginContractError(
            enricher.name, f"did not give back a cable with the same source ({cable.source.name})"
        )
    if not same_segments(enriched, cable) and not covers_as(
        enriched.segments, cable.segments, cable.source.text
    ):
        raise PluginContractError(
            enricher.name, f"its segments do not cover the text of {cable.source.name}"
        )
    return enriched


def fields_of(enricher: Enricher) -> frozenset[str]:
    """Give the fields that an enricher says it fills and no others; none of one that says nothing.

    >>> sorted(fields_of(type("Relabels", (), {"relabels": True})()))
    ['segments']
    """
    said = (fields for name, fields in _SAYS_IT.items() if getattr(enricher, name, False))
    return frozenset[str]().union(*said)


def enrich_now(enrichers: Iterable[Enricher], cable: Cable) -> Cable:
    """Let enrichers speak, one after the other."""
    for enricher in enrichers:
        cable = enrich_cable(enricher, cable)
    return cable


def enrich_later(fields: frozenset[str], enrichers: Iterable[Enricher], cable: Cable) -> Cable:
    """Let enrichers speak that only fill these ``fields``, and hold them to that too."""
    for enricher in enrichers:
        enriched = enrich_cable(enricher, cable)
        if changed := changed_fields(enriched, cable) - fields:
            says = " and ".join(name for name in _SAYS_IT if getattr(enricher, name, False))
            raise PluginContractError(
                enricher.name,
                f"says that it only {says}, and changed {', '.join(sorted(changed))} "
                f"of {cable.source.name}",
            )
        cable = enriched
    return cable


def _failure(plugin: str, name: str, what: str, error: Exception) -> PluginError:
    return PluginFailure(plugin, name, f"{what}: {type(error).__name__}: {error}")


def _unclaimed(source: Source, data: bytes | str, formats: Iterable[Format]) -> UnclaimedError:
    if isinstance(data, bytes):
        kind = Detection.of(data[:_FIRST]).media_type
        if kind and not kind.startswith("text/"):
            return _binary(source.name, kind)
    looked = "; ".join(
        f"{format.name}: {getattr(format, 'looks_for', 'its own marks')}" for format in formats
    )
    return UnclaimedError(
        source.name,
        f"no format knows it. Looked for {looked or 'nothing: no format is installed'}. "
        'If it is a telegram all the same, name the format: format="telegram"',
    )


def _binary(name: str, kind: str) -> BinaryInputError:
    return BinaryInputError(name, f"is no text but {kind}; cableparse reads texts")
