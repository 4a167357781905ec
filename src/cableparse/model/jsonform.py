"""The JSON form of a cable: plain dictionaries and back, through cattrs.

Spans become two-element lists, enumerations their values, times ISO 8601 strings in UTC.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum
from operator import attrgetter
from typing import Any

import cattrs
from cattrs.gen import make_dict_unstructure_fn, override
from cattrs.strategies import configure_union_passthrough

from cableparse.model.cable import Cable
from cableparse.model.errors import SchemaError
from cableparse.model.evidence import EvidenceMap
from cableparse.model.fields import MRN
from cableparse.model.frozenmap import FrozenMap
from cableparse.model.schema import SCHEMA_VERSION
from cableparse.text.segments import Segment, covers
from cableparse.text.spans import Span, trusted_span
from cableparse.text.views.body import PARAGRAPH_NUMBER

_READABLE = (1, SCHEMA_VERSION)  # what schema 2 added is empty in a cable of schema 1


def to_plain(cable: Cable, *, views: bool) -> dict[str, Any]:
    """Give the cable as :meth:`Cable.to_dict` does."""
    data: dict[str, Any] = {"schema": SCHEMA_VERSION}
    data.update(_CONVERTER.unstructure(cable))
    if views:
        data["views"] = _views(cable)
    return data


def from_plain(data: Mapping[str, Any]) -> Cable:
    """Give the cable as :func:`cableparse.from_dict` does."""
    version = data.get("schema") if isinstance(data, Mapping) else None
    if version not in _READABLE:
        readable = " and ".join(map(str, _READABLE))
        raise SchemaError(f"the data has schema {version!r}; this cableparse reads {readable}")
    try:
        text = data["source"]["text"]
        segments = [
            {**segment, "text": text[slice(*segment["span"])]} for segment in data["segments"]
        ]
        cable = _CONVERTER.structure({**data, "segments": segments}, Cable)
        _check(cable)
        return cable
    except (cattrs.BaseValidationError, KeyError, TypeError, ValueError) as error:
        raise SchemaError(f"the data is no cable: {_explain(error)}") from error


def _check(cable: Cable) -> None:
    """Raise ``ValueError`` for values that are of their types and go not together."""
    text = cable.source.text
    if not covers(cable.segments, text):
        raise ValueError("the segments do not cover the text")
    size = len(text)
    last = max((span.end for span in _spans(cable)), default=0)
    if last > size:
        raise ValueError(f"a span ends at {last} of a text with {size} code points")
    for repair in cable.repairs:
        if repair.code == PARAGRAPH_NUMBER and not _NUMBER.fullmatch(repair.read):
            raise ValueError(f"a paragraph's number is repaired to {repair.read!r}")


_NUMBER = re.compile(r"[0-9]{1,18}")  # so many digits fit into the 64 bits of a table's column


def _spans(cable: Cable) -> Iterator[Span]:
    """Give every span but those of the segments."""
    for things in _standing(cable):
        for one in things:
            if one.span is not None:
                yield one.span
    for alone in (cable.relay, cable.declassification):
        if alone is not None:
            yield alone.span
    for evidence in cable.evidence.values():
        yield from evidence.spans


_standing = attrgetter(
    *("action", "info", "distribution", "tags", "references", "classifiers"),
    *("redactions", "repairs", "defects"),
)


def _views(cable: Cable) -> dict[str, Any]:
    """Give what the text says to readers that have no cableparse."""
    return {
        "title": cable.title,
        "headings": [
            {"text": heading.text, "span": [heading.span.start, heading.span.end]}
            for heading in cable.headings
        ],
        "paragraphs": [
            {
                "number": paragraph.number,
                "printed": paragraph.printed,
                "portion": paragraph.portion,
                "text": paragraph.text,
                "span": [paragraph.span.start, paragraph.span.end],
            }
            for paragraph in cable.paragraphs
        ],
        "summary": cable.summary,
        "comment": cable.comment,
        "text": cable.text,
    }


def _explain(error: BaseException) -> str:
    if isinstance(error, cattrs.BaseValidationError):
        return "; ".join(cattrs.transform_error(error)[:3])
    return f"{type(error).__name__}: {error}"


def make_converter() -> cattrs.Converter:
    """Give a converter that knows the types a cable is made of."""
    converter = cattrs.Converter(unstruct_collection_overrides={tuple: list})
    configure_union_passthrough(str | int | None, converter)

    converter.register_unstructure_hook(Span, lambda span: [span.start, span.end])
    converter.register_structure_hook(Span, _read_span)

    # Beside its parts a number carries its compact id, for readers of the JSON; only the parts
    # are read back.
    converter.register_unstructure_hook(
        MRN,
        lambda mrn: {"id": str(mrn), "year": mrn.year, "post": mrn.post, "serial": mrn.serial},
    )
    converter.register_structure_hook(MRN, _read_mrn)

    # cattrs would make a text of a list, and a number of a text or of half a number.
    converter.register_structure_hook(str, _read_text)
    converter.register_structure_hook(int, _read_int)
    converter.register_structure_hook(StrEnum, lambda value, type_: type_(value))

    # `value` is a function of Python's, and a cable has a hundred members.
    converter.register_unstructure_hook(StrEnum, attrgetter("_value_"))
    converter.register_unstructure_hook(datetime, datetime.isoformat)
    converter.register_structure_hook(datetime, _read_time)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_structure_hook(date, lambda text, _: date.fromisoformat(text))

    # A segment's text is the source's.
    converter.register_unstructure_hook(
        Segment, make_dict_unstructure_fn(Segment, converter, text=override(omit=True))
    )

    def thaw(items: Mapping[str, Any]) -> dict[str, Any]:
        if isinstance(items, EvidenceMap):
            return items.plain()
        return {key: converter.unstructure(value) for key, value in items.items()}

    converter.register_unstructure_hook_func(
        lambda type_: getattr(type_, "__origin__", type_) is FrozenMap, thaw
    )

    def freeze(items: Mapping[str, Any], type_: Any) -> FrozenMap[Any]:
        (value_type,) = type_.__args__
        return FrozenMap(
            {key: converter.structure(value, value_type) for key, value in items.items()}
        )

    converter.register_structure_hook_func(
        lambda type_: getattr(type_, "__origin__", None) is FrozenMap, freeze
    )
    converter.register_structure_hook_func(
        lambda type_: type_ == (date | str | None), _read_date_or_event
    )
    converter.register_unstructure_hook_func(
        lambda type_: type_ == (date | str | None), _write_date_or_event
    )
    return converter


def _read_span(pair: Any, _: object) -> Span:
    start, end = pair
    if type(start) is not int or type(end) is not int:  # a bool is one to `isinstance`
        raise TypeError(f"a span is of two whole numbers, not {pair!r}")
    if not 0 <= start <= end:
        raise ValueError(f"a span must have 0 <= start <= end, not {start}..{end}")
    return trusted_span(start, end)


def _read_mrn(parts: Any, _: object) -> MRN:
    year, post, serial = _read_int(parts["year"]), _read_text(parts["post"]), parts["serial"]
    if not 0 <= year <= _LAST_YEAR or _read_int(serial) < 0:
        raise ValueError(f"no cable has the number {serial} of the year {year}")
    return MRN(year=year, post=post, serial=serial)


_LAST_YEAR = 9999


def _read_text(value: Any, _: object = str) -> str:
    if not isinstance(value, str):
        raise TypeError(f"text is expected, not {value!r}")
    return value


def _read_int(value: Any, _: object = int) -> int:
    if type(value) is not int:
        raise TypeError(f"a whole number is expected, not {value!r}")
    return value


def _read_time(text: Any, _: object) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"the time {text!r} has no offset from UTC")
    return moment


_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d\Z")


def _read_date_or_event(value: Any, _: object) -> date | str | None:
    if isinstance(value, dict):
        return _read_text(value["event"])
    if value is not None and not isinstance(value, str):
        raise TypeError(f"declassify_on is a date or an event, not {value!r}")
    return date.fromisoformat(value) if value and _ISO_DATE.match(value) else value


def _write_date_or_event(value: date | str | None) -> Any:
    """Write a date as ISO 8601 and an event as printed, boxed where it would look like a date."""
    if isinstance(value, date):
        return value.isoformat()
    return {"event": value} if value and _ISO_DATE.match(value) else value


_CONVERTER = make_converter()
