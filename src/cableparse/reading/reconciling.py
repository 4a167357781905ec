"""The wrapping's metadata beside the telegram: what is filled from them, and who is believed."""

import operator
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from functools import partial
from types import MappingProxyType
from typing import Any

from cableparse.model.fields import MRN, Provenance, Tag, TagKind
from cableparse.plugins.contracts import Document
from cableparse.reading.attributes import (
    are_other_cables,
    is_another_order,
    is_another_post,
    read_stated_order,
)
from cableparse.telegram import Reading, tags_in
from cableparse.text.spans import Span
from cableparse.vocabulary import Classification, archive_name

# To ask an enumeration for a member is slow.
_METADATA, _PERSON = Provenance.METADATA, TagKind.PERSON
_OF_THE_ORDER = ("executive_order", "declassify_on", "declassification")
_WORD = re.compile(r"\w{4,}")


def stated_year(document: Document) -> int | None:
    """Give the year that the metadata say, by the date or the number; None where neither does."""
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


def reconcile(document: Document, reading: Reading) -> None:
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
        for key in filter(metadata.__contains__, _DIFFERS):
            reading.after(key, partial(_doubt, document, key, fields.get("mrn")))


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


def _doubt(document: Document, key: str, mrn: MRN | None, reading: Reading) -> None:
    """Compare a field, which was read now, when somebody asks for the defects.

    ``mrn`` is the telegram's own number.
    """
    if own := reading.fields.get(key):
        reading.later(partial(_compare_doubted, document, key, own, mrn))


def _compare_doubted(
    document: Document, key: str, own: Any, mrn: MRN | None, reading: Reading
) -> None:
    if _DIFFERS[key](own, document, mrn):
        _conflict(reading, document, key, _SAID.get(key, str)(own))


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
_DIFFERS: Mapping[str, Callable[[Any, Document, MRN | None], bool]] = MappingProxyType(
    {
        "origin": lambda own, document, _: is_another_post(
            own, document.metadata["origin"], stated_year(document)
        ),
        "references": lambda own, document, mrn: are_other_cables(
            own, document.metadata["references"], mrn
        ),
    }
)
_SAID: Mapping[str, Callable[[Any], str]] = MappingProxyType(
    {
        "date": datetime.isoformat,
        "captions": ", ".join,
        "references": lambda own: ", ".join(one.text for one in own),
    }
)
