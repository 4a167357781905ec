"""A field's value as words, for those who read what is exported and have no type for it."""

from datetime import date
from enum import Enum
from typing import Any

import attrs

from cableparse import MRN, Span

# What tells one item of a list from another, to a person.
_NAMES = ("code", "name", "text")


def in_words(value: object) -> str:
    """Give a field's value in words; of what has no name of its own, what it is made of."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "; ".join(map(in_words, value))
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str | int | MRN):
        return str(value)
    for name in _NAMES:
        if (found := getattr(value, name, None)) is not None:
            return str(found)
    kind: Any = type(value)
    parts = ((one.name, getattr(value, one.name)) for one in attrs.fields(kind))
    said = ((name, in_words(part)) for name, part in parts if not isinstance(part, Span))
    return ", ".join(f"{name} {words}" for name, words in said if words)
