"""The JSON Schema of a cable's JSON form, which is shipped beside this module."""

import pkgutil
from importlib import import_module
from typing import Any

SCHEMA_VERSION = 2
"""Raised with every change that an older reader could not read."""


def json_schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of what :meth:`Cable.to_dict` gives, as a new object.

    It holds for a line of JSON Lines too, with and without ``views``. Its ``$id`` ends with the
    number that an object has in ``schema``, and keys beside those that it names are let through,
    as :func:`from_dict` passes over them: a later cableparse may write more.
    """
    # Imported when it is asked for: who reads cables needs no JSON.
    schema: dict[str, Any] = import_module("json").loads(schema_text())
    return schema


def schema_text() -> str:
    """Give the schema as it is shipped: indented JSON, its keys in the order of the fields."""
    # pkgutil reads out of a zip too, and importlib.resources takes 20 ms to import.
    data = pkgutil.get_data(__package__, f"schemas/cable-{SCHEMA_VERSION}.schema.json") or b""
    return data.decode("utf-8")
