"""The schema of a whole cable: its fields by their types, and the views beside them."""

from pathlib import Path
from typing import Any, get_type_hints

from cableparse import MRN, Cable, Heading, Paragraph, Segment, Span
from cableparse.model.schema import SCHEMA_VERSION
from schemas.documented import documented
from schemas.types import Schema, Types, sentence

_VIEWS = ("title", "headings", "paragraphs", "summary", "comment", "text")
_PARTS = {Heading: ("text", "span"), Paragraph: ("number", "printed", "portion", "text", "span")}
"""What the views have of a part of the body: of a paragraph not the pieces that it is read from."""


def cable_schema(docs: Path) -> Schema:
    """Give the JSON Schema (draft 2020-12) of a cable's JSON form, as the types have it.

    ``docs`` is the folder of the documentation, which describes the fields.
    """
    said = documented(docs / "json.md")
    types = Types(documented(docs / "model.md"))
    types.define(Span, _span(said["How values are written"]["Span"]))
    types.define(MRN, _mrn(types))
    types.define(Segment, _segment(types))
    for part, names in _PARTS.items():
        types.define(part, _part(types, part, names))
    fields = types.object_of(Cable)
    views = _views(types)
    version: Schema = {"description": said["The keys"]["schema"], "const": SCHEMA_VERSION}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:cableparse:cable:{SCHEMA_VERSION}",
        "title": "Cable",
        "description": fields["description"],
        "type": "object",
        "required": ["schema", *fields["required"]],
        "properties": {"schema": version, **fields["properties"], "views": views},
        "$defs": dict(sorted(types.definitions.items())),
    }


def _span(said: str) -> Schema:
    offset = {"type": "integer", "minimum": 0}
    return {
        "description": f"{sentence(Span)} In JSON {said}.",
        "type": "array",
        "prefixItems": [offset, offset],
        "minItems": 2,
        "maxItems": 2,
    }


def _mrn(types: Types) -> Schema:
    """Give the number with its compact id, which is written and not read back."""
    schema = types.object_of(MRN)
    said = types.documented["MRN"]["str(mrn)"]
    schema["required"] = ["id", *schema["required"]]
    schema["properties"] = {"id": {"description": said, "type": "string"}, **schema["properties"]}
    return schema


def _part(types: Types, part: type, names: tuple[str, ...]) -> Schema:
    hints = _annotations(part)
    meanings = {"text": "the running text, without markers and furniture"}
    meanings |= types.documented[part.__name__]
    return types.object_with({name: (hints[name], meanings[name]) for name in names}, part)


def _segment(types: Types) -> Schema:
    """Give the segment without its text, which is not written a second time."""
    said = "A labelled stretch of the text: its own text is `source.text[start:end]`, by its span."
    return {**types.object_of(Segment, leave_out=("text",)), "description": said}


def _views(types: Types) -> Schema:
    hints, said = _annotations(Cable), types.documented["Cable"]
    schema = types.object_with({name: (hints[name], said[name]) for name in _VIEWS}, None)
    return {
        "description": "What can be had from the rest, for readers that have no cableparse.",
        **schema,
    }


def _annotations(cls: type) -> dict[str, Any]:
    """Give the types of a class's fields and of its properties, the cached ones too."""
    hints = get_type_hints(cls)
    for name in dir(cls):
        view = getattr(cls, name)
        if isinstance(view, property) and view.fget is not None:
            hints[name] = get_type_hints(view.fget)["return"]
    return hints
