"""Document to cable: the telegram's reading, the wrapping's metadata, and who is believed."""

import operator
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import partial
from types import MappingProxyType
from typing import Any

from attrs import evolve

from cableparse.model.cable import Cable, cable_of
from cableparse.model.evidence import EvidenceMap, Places
from cableparse.model.fields import MRN, Provenance, Reference, Tag, TagKind
from cableparse.model.frozenmap import FrozenMap
from cableparse.model.late import Late
from cableparse.plugins.contracts import Document, Region, RegionKind
from cableparse.reading.attributes import (
    are_other_cables,
    is_another_order,
    is_another_post,
    read_stated_order,
)
from cableparse.telegram import Reading, read_telegram, tags_in
from cableparse.text.annotations import Defect
from cableparse.text.even import even, find_mojibake
from cableparse.text.segments import Insert, Layer, SegmentKind, cut, overlay, without
from cableparse.text.source import Source
from cableparse.text.spans import Span
from cableparse.vocabulary import Classification, archive_name

_NOTHING: FrozenMap[str] = FrozenMap()

# To ask an enumeration for a member is slow.
_TELEGRAM, _METADATA = RegionKind.TELEGRAM, Provenance.METADATA
_PERSON = TagKind.PERSON
_OF_THE_ORDER = ("executive_order", "declassify_on", "declassification")
_WORD = re.compile(r"\w{4,}")
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
        text = without(even(source.text), _inserts(inside))
        reading = read_telegram(text, start, end, _year(document))
    reading.defects += undecoded
    if (seen := find_mojibake(source.text)) is not None:
        message = f"{source.text[slice(*seen)]!r} is one character that was decoded wrongly"
        reading.defect("source.mojibake", message, Span(*seen))
    reading.defects[:0] = document.defects
    _reconcile(document, reading)
    # What is late asks the reading, which does not lead back to it: a cable is freed at once.
    late, reading.late = reading.late, Late()
    late.put("repairs", lambda: tuple(reading.all_repairs()))
    late.put("defects", partial(_defects, reading, telegram=bool(telegram)))
    late.put("evidence", lambda: EvidenceMap(reading.all_places()))
    return cable_of(
        late,
        source=source,
        format=format,
        metadata=said,
        segments=cut(source.text, overlay(reading.cuts, _inserts(foreign), len(source.text))),
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


def _inserts(regions: Sequence[Region]) -> list[Insert]:
    return [(region.span.start, region.span.end, *_REGION_KINDS[region.kind]) for region in regions]


# ---------------------------------------------------------------- metadata


def _all_metadata(document: Document, given: FrozenMap[str]) -> FrozenMap[str]:
    record, metadata = document.record, document.metadata
    if record is None:
        return FrozenMap({**given, **metadata}) if given else metadata
    return FrozenMap.late(lambda: {**given, **record, **metadata})


def _year(document: Document) -> int | None:
    if not document.metadata:
        return None
    stated = _date(document.metadata.get("date", ""))
    if stated is not None:
        return stated.year
    mrn = _mrn(document.metadata.get("mrn", ""))
    return mrn.year if mrn else None


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _mrn(text: str) -> MRN | None:
    try:
        return MRN.parse(text)
    except ValueError:
        return None


def _level(text: str) -> Classification | None:
    return Classification.of_word(text.split("//", maxsplit=1)[0].strip())


def _reconcile(document: Document, reading: Reading) -> None:
    """Fill from the metadata what the telegram lost; where both speak, believe the telegram.

    Whether the two contradict each other is seen when somebody asks for the defects.
    """
    metadata, fields = document.metadata, reading.fields
    if not metadata:
        return
    both = {}
    for key, value_of in _STATED.items():
        field = "sent_at" if key == "date" else key
        if key not in metadata:
            continue
        if field in fields:
            both[key] = fields[field]
        elif field == key and (value := value_of(metadata[key])) is not None:  # a day is no time
            spans = _spans(document)
            reading.put(field, value, [spans[key]] if key in spans else [], _METADATA)
            if key == "mrn":
                reading.forget("header.mrn-missing")
    if both:
        reading.later(partial(_compare, document, both))
    if "subject" in metadata or "tags" in metadata or "executive_order" in metadata:
        reading.after("subject", partial(_reconcile_labels, document))
    if document.record is not None:  # an archive's: a site's words are the telegram's own
        if "origin" in metadata:
            reading.after("origin", partial(_doubt_origin, document))
        if "references" in metadata:
            reading.after("references", partial(_doubt_references, document, fields.get("mrn")))


def _compare(document: Document, values: Mapping[str, Any], reading: Reading) -> None:
    """Say where the metadata contradict the telegram, whose ``values`` stand under their keys."""
    for key, own in values.items():
        stated = _STATED[key](document.metadata[key])
        if stated is not None and not _AGREE[key](own, stated):
            _conflict(reading, document, key, _SAID.get(key, str)(own))


def _reconcile_labels(document: Document, reading: Reading) -> None:
    """Do both for subject, tags and order, which are read when somebody asks for one of them."""
    metadata, fields, spans = document.metadata, reading.fields, _spans(document)
    if subject := metadata.get("subject"):
        if "subject" not in fields:
            places = [spans["subject"]] if "subject" in spans else []
            reading.put("subject", subject, places, _METADATA)
        # A page's title is made of the telegram's own line; an archive's record is another's work.
        elif document.record is not None and not _same_subject(fields["subject"], subject):
            _conflict(reading, document, "subject", fields["subject"])
    if stated := _listed(metadata.get("tags", "")):
        if tags := fields.get("tags"):
            own = [tag.code for tag in tags if tag.kind is not _PERSON]
            # An archive adds tags, and takes none away.
            if not set(own) <= set(stated):
                _conflict(reading, document, "tags", ", ".join(own))
        elif "tags" in spans and (tags := _tags_at(document.text, spans["tags"], stated)):
            reading.put("tags", tags, [spans["tags"]], _METADATA)
    if "executive_order" in metadata:
        if any(field in fields for field in _OF_THE_ORDER):
            reading.later(partial(_compare_order, document, {**fields}))
        elif "executive_order" in spans:
            order = read_stated_order(document.text, *_ends(spans["executive_order"]))
            for field, value in order.fields.items():
                reading.put(field, value, order.where(field), _METADATA)


def _compare_order(document: Document, own: Mapping[str, Any], reading: Reading) -> None:
    if is_another_order(own, document.metadata["executive_order"]):
        schedule = own.get("declassification")
        printed = (own.get("executive_order"), schedule and schedule.text)
        _conflict(reading, document, "executive_order", " ".join(filter(None, printed)))


def _doubt_origin(document: Document, reading: Reading) -> None:
    """Compare the origin, which was read now, when somebody asks for the defects."""
    if origin := reading.fields.get("origin"):
        reading.later(partial(_compare_origin, document, origin))


def _compare_origin(document: Document, own: str, reading: Reading) -> None:
    if is_another_post(own, document.metadata["origin"], _year(document)):
        _conflict(reading, document, "origin", own)


def _doubt_references(document: Document, mrn: MRN | None, reading: Reading) -> None:
    """Do the same for the references; ``mrn`` is the telegram's own number."""
    if references := reading.fields.get("references"):
        reading.later(partial(_compare_references, document, references, mrn))


def _compare_references(
    document: Document, own: Sequence[Reference], mrn: MRN | None, reading: Reading
) -> None:
    if are_other_cables(own, document.metadata["references"], mrn):
        _conflict(reading, document, "references", ", ".join(one.text for one in own))


def _conflict(reading: Reading, document: Document, key: str, printed: object) -> None:
    stated = document.metadata[key]
    message = f"the wrapping has {key} {stated!r}, the telegram {str(printed)!r}"
    reading.defect("metadata.conflict", message, _spans(document).get(key))


def _spans(document: Document) -> dict[str, Span]:
    spans = {region.field: region.span for region in document.regions if region.field}
    return {**spans, **document.places}


def _same_subject(one: str, other: str) -> bool:
    # Either may be cut or garbled; two subjects have few words in common.
    if one.startswith(other):
        return True
    words, others = (set(_WORD.findall(text.casefold())) for text in (one, other))
    return 2 * len(words & others) >= min(len(words), len(others))


def _listed(text: str) -> tuple[str, ...]:
    """Give the items of a list with commas, in capitals, each once."""
    items = (item.strip().upper() for item in text.split(","))
    return tuple(dict.fromkeys(item for item in items if item))


def _tags_at(text: str, place: Span, stated: Iterable[str]) -> tuple[Tag, ...]:
    """Give the tags of a list that is printed as it is stated; none where meanings stand in it."""
    line = " ".join(place.slice(text).split())
    if any(set(stated) <= set(_listed(one)) for one in (line, line.partition(":")[2])):
        return tags_in(text, *_ends(place))
    return ()


def _words(captions: Iterable[str]) -> set[str]:
    # The archive's ONLY is the telegram's EYES ONLY.
    return {word for one in captions for word in one.split()}


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _same_number(one: MRN, other: MRN) -> bool:
    # The canonical form is costly, and most copies print the number alike in both places.
    if str(one) == str(other) or str(one.canonical) == str(other.canonical):
        return True
    # An archive's number has the post cut, which may be no post's alone.
    same = one.year == other.year and one.serial == other.serial
    return same and archive_name(one.post) == archive_name(other.post)


def _same_day(sent_at: datetime, day: date) -> bool:
    # Some programs wrote local days: one day off is no contradiction.
    days: int = (sent_at.astimezone(UTC).date() - day).days
    return abs(days) <= 1


# What the metadata say of a field, whether that and the telegram's value agree, and how the latter
# is said
_STATED: Mapping[str, Callable[[str], Any]] = MappingProxyType(
    {
        "mrn": _mrn,
        "date": _date,
        "classification": _level,
        "captions": lambda text: _listed(text) or None,
    }
)
_AGREE: Mapping[str, Callable[[Any, Any], bool]] = MappingProxyType(
    {
        "mrn": _same_number,
        "date": _same_day,
        "classification": operator.is_,
        "captions": lambda own, stated: _words(stated) <= _words(own),
    }
)
_SAID: Mapping[str, Callable[[Any], str]] = MappingProxyType(
    {"date": datetime.isoformat, "captions": ", ".join}
)


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
