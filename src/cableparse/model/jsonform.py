"""Values to plain dictionaries and back, through cattrs: what JSON can carry, and nothing else.

Spans become two-element lists, enumerations their values, times ISO 8601 strings in UTC.
"""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any

import cattrs
from cattrs.strategies import configure_union_passthrough

from cableparse.model.fields import MRN
from cableparse.model.frozenmap import FrozenMap
from cableparse.text.spans import Span

SCHEMA_VERSION = 1
"""Raised with every change that an older reader could not read."""


def make_converter() -> cattrs.Converter:
    """Give a converter that knows the types a cable is made of."""
    converter = cattrs.Converter(unstruct_collection_overrides={tuple: list})
    configure_union_passthrough(str | int | None, converter)

    converter.register_unstructure_hook(Span, lambda span: [span.start, span.end])
    converter.register_structure_hook(Span, lambda pair, _: Span(*pair))

    # Beside its parts a number carries its compact id, for readers of the JSON; only the parts
    # are read back.
    converter.register_unstructure_hook(
        MRN,
        lambda mrn: {"id": str(mrn), "year": mrn.year, "post": mrn.post, "serial": mrn.serial},
    )
    converter.register_structure_hook(
        MRN,
        lambda parts, _: MRN(year=parts["year"], post=parts["post"], serial=parts["serial"]),
    )

    converter.register_unstructure_hook(StrEnum, lambda member: member.value)
    converter.register_unstructure_hook(datetime, datetime.isoformat)
    converter.register_structure_hook(datetime, lambda text, _: datetime.fromisoformat(text))
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_structure_hook(date, lambda text, _: date.fromisoformat(text))

    def thaw(items: Mapping[str, Any]) -> dict[str, Any]:
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
    return converter
