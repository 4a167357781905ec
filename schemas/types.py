"""Types as schemas, by the rules that ``cableparse.model.jsonform`` writes them by."""

import inspect
import types
import typing
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any

import attrs

from cableparse import FrozenMap
from schemas.documented import plain

Schema = dict[str, Any]

_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_TIME = r"[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?[+-][0-9]{2}:[0-9]{2}"
_SIMPLE: dict[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    type(None): {"type": "null"},
    date: {"type": "string", "format": "date", "pattern": f"^{_DAY}$"},
    datetime: {
        "type": "string",
        "format": "date-time",
        "pattern": f"^{_DAY}T{_TIME}$",
    },
}

# An event that reads like a date is boxed, so that the two can be told apart.
_DATE_OR_EVENT: Schema = {
    "anyOf": [
        {"type": "string"},
        {
            "type": "object",
            "description": "an event that is printed as a date in ISO 8601 would be",
            "required": ["event"],
            "properties": {"event": {"type": "string", "pattern": f"^{_DAY}$"}},
        },
        {"type": "null"},
    ]
}


class Types:
    """The definitions of the types that were asked for, each once.

    ``documented`` has what is said of a type's fields, by the type's name.
    """

    def __init__(self, documented: Mapping[str, Mapping[str, str]]) -> None:
        self.documented = documented
        self.definitions: dict[str, Schema] = {}
        self._given: dict[type, Schema] = {}

    def define(self, cls: type, schema: Schema) -> None:
        """Say how a type is written that is written in a way of its own."""
        self._given[cls] = schema

    def schema_of(self, hint: Any) -> Schema:
        """Give the schema of a type, or where it stands among the definitions.

        Raises ``TypeError`` for a type without a rule.
        """
        if hint in _SIMPLE:
            return dict(_SIMPLE[hint])
        if hint == (date | str | None):
            return dict(_DATE_OR_EVENT)
        origin, arguments = typing.get_origin(hint), typing.get_args(hint)
        if origin in (types.UnionType, typing.Union):
            return _any_of(self.schema_of(argument) for argument in arguments)
        if origin is tuple and arguments[1:] == (...,):
            return {"type": "array", "items": self.schema_of(arguments[0])}
        if origin is FrozenMap:
            return {"type": "object", "additionalProperties": self.schema_of(arguments[0])}
        if isinstance(hint, type) and (attrs.has(hint) or issubclass(hint, StrEnum)):
            return self._reference(hint)
        raise TypeError(f"no rule says how {hint!r} is written in JSON")

    def object_of(self, cls: type, leave_out: Iterable[str] = ()) -> Schema:
        """Give the object of an attrs type: its fields, all of them, in their order."""
        hints, said = typing.get_type_hints(cls), self.documented[cls.__name__]
        names = [field.name for field in attrs.fields(cls) if field.name not in leave_out]
        return self.object_with({name: (hints[name], said[name]) for name in names}, cls)

    def object_with(self, fields: Mapping[str, tuple[Any, str]], cls: type | None) -> Schema:
        """Give an object of fields with their types and meanings; ``cls`` is what it describes."""
        described: Schema = {} if cls is None else {"description": sentence(cls)}
        return {
            **described,
            "type": "object",
            "required": list(fields),
            "properties": {
                name: {"description": said, **self.schema_of(hint)}
                for name, (hint, said) in fields.items()
            },
        }

    def _reference(self, cls: type) -> Schema:
        name = cls.__name__
        if name not in self.definitions:
            if cls in self._given:
                self.definitions[name] = self._given[cls]
            elif issubclass(cls, StrEnum):
                values = [str(member.value) for member in cls]
                self.definitions[name] = {
                    "description": sentence(cls),
                    "type": "string",
                    "enum": values,
                }
            else:
                self.definitions[name] = self.object_of(cls)
        return {"$ref": f"#/$defs/{name}"}


def sentence(cls: type) -> str:
    """Give the first paragraph of a type's docstring on one line, in the documentation's marks."""
    paragraph, _, _ = (inspect.getdoc(cls) or "").partition("\n\n")
    return plain(" ".join(paragraph.split()).replace("``", "`"))


def _any_of(schemas: Iterable[Schema]) -> Schema:
    """Give a union; of plain types it is a list of their names."""
    options = list(schemas)
    named = [option["type"] for option in options if option.keys() == {"type"}]
    if len(named) == len(options):
        return {"type": named}
    if len(options) == 2 and "type" in options[0] and options[1] == _SIMPLE[type(None)]:
        return {**options[0], "type": [options[0]["type"], "null"]}
    return {"anyOf": options}
