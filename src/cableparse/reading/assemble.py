"""Document to cable: the telegram's reading, what a wrapping says beside, and what is lost."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from attrs import evolve

from cableparse.model.cable import Cable, cable_of
from cableparse.model.evidence import EvidenceMap, Places
from cableparse.model.fields import Provenance
from cableparse.model.frozenmap import FrozenMap
from cableparse.model.late import Late
from cableparse.plugins.contracts import Document, Region, RegionKind
from cableparse.reading.reconciling import reconcile, stated_year
from cableparse.telegram import Reading, read_telegram
from cableparse.text.annotations import Defect
from cableparse.text.even import find_mojibake
from cableparse.text.segments import Cut, Insert, Layer, Segment, SegmentKind, cut, overlay, without
from cableparse.text.source import Source
from cableparse.text.spans import Span

_NOTHING: FrozenMap[str] = FrozenMap()

# To ask an enumeration for a member is slow.
_TELEGRAM, _METADATA = RegionKind.TELEGRAM, Provenance.METADATA
_REPLACED = re.compile("\N{REPLACEMENT CHARACTER}+")
_REGION_KINDS = {
    RegionKind.METADATA: (SegmentKind.METADATA, Layer.FURNITURE),
    RegionKind.FURNITURE: (SegmentKind.SITE, Layer.FURNITURE),
}


def assemble(
    source: Source, format: str, document: Document, given: FrozenMap[str] = _NOTHING
) -> Cable:
    """Read the telegram regions of ``document`` and make the cable of them.

    ``given`` is what a container says of it; what the document says itself stands before it.
    """
    said = _all_metadata(document, given)
    if given:
        document = evolve(document, metadata={**given, **document.metadata})
    undecodable = len(source.replaced)
    if document.text != source.text:
        source = source.with_text(document.text)
    undecoded = tuple(_undecoded(source, undecodable)) if undecodable else ()
    if not source.text:
        defects = (*document.defects, *undecoded)
        return Cable(source=source, format=format, metadata=given, segments=(), defects=defects)
    foreign = [region for region in document.regions if region.kind is not _TELEGRAM]
    telegram = [region for region in document.regions if region.kind is _TELEGRAM]
    reading = Reading()
    if telegram:
        start, end = telegram[0].span.start, telegram[-1].span.end
        inside = [r for r in foreign if start < r.span.end and r.span.start < end]
        text = without(source.even_text, _inserts(inside))
        reading = read_telegram(text, start, end, stated_year(document))
    reading.defects += undecoded
    if (seen := find_mojibake(source.text)) is not None:
        message = f"{source.text[slice(*seen)]!r} is one character that was decoded wrongly"
        reading.defect("source.mojibake", message, Span(*seen))
    reading.defects[:0] = document.defects
    reconcile(document, reading)
    # What is late asks the reading, which does not lead back to it: a cable is freed at once.
    late, reading.late = reading.late, Late()
    late.put("segments", partial(_segments, source.text, _inserts(foreign), reading.cuts))
    late.put("repairs", lambda: tuple(reading.all_repairs()))
    late.put("defects", partial(_defects, reading, telegram=bool(telegram)))
    late.put("evidence", lambda: EvidenceMap(reading.all_places()))
    return cable_of(
        late,
        source=source,
        format=format,
        metadata=said,
        **reading.fields,
    )


# ---------------------------------------------------------------- undecodable bytes


def _undecoded(source: Source, count: int) -> Iterator[Defect]:
    """Give a defect for each run of undecodable bytes in the text, and one for those elsewhere.

    ``count`` is how many the input has, in its markup too, which is no part of the text.
    """
    if source.replaced:  # then the text has no other replacement characters
        for run in _REPLACED.finditer(source.text):
            yield _undecodable(run.end() - run.start(), "here", Span(*run.span()))
    if elsewhere := count - len(source.replaced):
        yield _undecodable(elsewhere, "in the page or its markup")


def _undecodable(count: int, where: str, span: Span | None = None) -> Defect:
    what = "a byte has" if count == 1 else f"{count:,} bytes have"
    return Defect(code="source.undecodable", message=f"{what} no character {where}", span=span)


# ---------------------------------------------------------------- segments


def _segments(
    text: str, foreign: Sequence[Insert], cuts: Callable[[], list[Cut]]
) -> tuple[Segment, ...]:
    return cut(text, overlay(cuts(), foreign, len(text)))


def _inserts(regions: Sequence[Region]) -> list[Insert]:
    return [(region.span.start, region.span.end, *_REGION_KINDS[region.kind]) for region in regions]


# ---------------------------------------------------------------- metadata


def _all_metadata(document: Document, given: FrozenMap[str]) -> FrozenMap[str]:
    record, metadata = document.record, document.metadata
    if record is None:
        return FrozenMap({**given, **metadata}) if given else metadata
    return FrozenMap.late(lambda: {**given, **record, **metadata})


# ---------------------------------------------------------------- losses


_EXPECTED = (
    ("sent_at", "header.date-missing", "the copy has no date-time group"),
    ("origin", "header.origin-missing", "the copy has no FM line"),
    ("action", "header.action-missing", "the copy has no TO line"),
    ("classification", "header.classification-missing", "the copy has no classification line"),
    ("executive_order", "header.executive-order-missing", "the copy has no E.O. line"),
    ("tags", "header.tags-missing", "the copy has no TAGS line"),
    ("subject", "header.subject-missing", "the copy has no SUBJECT line"),
)


def _defects(reading: Reading, *, telegram: bool) -> tuple[Defect, ...]:
    """Give all defects; of a ``telegram`` also which fields that every one has this copy lost."""
    defects = tuple(reading.all_defects())
    return (*defects, *_losses(defects, reading.all_places())) if telegram else defects


def _losses(defects: Iterable[Defect], places: Mapping[str, Places]) -> Iterator[Defect]:
    lost = [one for one in _EXPECTED if one[0] not in places or places[one[0]][0] is _METADATA]
    if not lost:
        return
    stated = {defect.code for defect in defects}
    if "header.date-unreadable" in stated:
        stated.add("header.date-missing")
    for _, code, message in lost:
        if code not in stated:
            yield Defect(code=code, message=message)
