"""The columns of a cable for Arrow and Parquet, made of the object model's own types."""

import types
import typing
from datetime import date, datetime
from enum import Enum
from importlib import import_module
from typing import Any

import attrs

from cableparse.model.cable import Cable
from cableparse.model.errors import MissingExtraError
from cableparse.model.fields import MRN
from cableparse.model.frozenmap import FrozenMap
from cableparse.text.segments import Segment
from cableparse.text.spans import Span

if typing.TYPE_CHECKING:
    import pyarrow


def arrow_schema() -> "pyarrow.Schema":
    """Give the schema of a cable in Arrow: the fields of :class:`Cable`, and then its views.

    A span is a struct of ``start`` and ``end``, a moment a timestamp in UTC, an enumeration its
    value, ``metadata`` and ``evidence`` are maps; a message reference number has its ``id`` too,
    and a segment's text is the source's. Raises ``MissingExtraError`` without pyarrow.
    """
    try:
        arrow = import_module("pyarrow")
    except ImportError as error:
        raise MissingExtraError("an Arrow schema", "pyarrow", "parquet") from error
    return arrow.schema([*_fields(arrow, Cable), *_views(arrow)])


def _fields(arrow: Any, owner: type) -> list[Any]:
    hints = typing.get_type_hints(owner)
    return [
        arrow.field(one.name, arrow_type(arrow, hints[one.name]))
        for one in attrs.fields(owner)
        if (owner, one.name) != (Segment, "text")
    ]


def _views(arrow: Any) -> list[Any]:
    """Give what :meth:`Cable.to_dict` gives as views."""
    text, number, span = arrow.string(), arrow.int64(), arrow_type(arrow, Span)
    heading = [("text", text), ("span", span)]
    paragraph = [
        ("number", number),
        ("printed", text),
        ("portion", text),
        ("text", text),
        ("span", span),
    ]
    return [
        arrow.field("title", text),
        arrow.field("headings", arrow.list_(arrow.struct(heading))),
        arrow.field("paragraphs", arrow.list_(arrow.struct(paragraph))),
        arrow.field("summary", text),
        arrow.field("comment", text),
        arrow.field("text", text),
    ]


def arrow_type(arrow: Any, hint: Any) -> Any:
    """Give the Arrow type of the values of a Python type."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in {types.UnionType, typing.Union}:
        # A date or the event as printed is a text.
        kinds = [one for one in arguments if one is not types.NoneType]
        return arrow_type(arrow, kinds[0]) if len(kinds) == 1 else arrow.string()
    if origin is tuple:
        return arrow.list_(arrow_type(arrow, arguments[0]))
    if origin is FrozenMap:
        return arrow.map_(arrow.string(), arrow_type(arrow, arguments[0]))
    if hint is MRN:
        return arrow.struct([arrow.field("id", arrow.string()), *_fields(arrow, MRN)])
    if attrs.has(hint):
        return arrow.struct(_fields(arrow, hint))
    plain = {
        bool: arrow.bool_(),
        int: arrow.int64(),
        str: arrow.string(),
        datetime: arrow.timestamp("us", tz="UTC"),
        date: arrow.date32(),
    }
    return plain.get(hint) or (arrow.string() if issubclass(hint, Enum) else plain[hint])
