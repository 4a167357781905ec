"""``python -m schemas``: write the schema that is shipped."""

import json
from pathlib import Path

from cableparse.model.schema import SCHEMA_VERSION
from schemas.cable import cable_schema

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / f"src/cableparse/model/schemas/cable-{SCHEMA_VERSION}.schema.json"


def written() -> str:
    """Give the whole file's text."""
    schema = cable_schema(ROOT / "docs")
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    TARGET.write_text(written(), encoding="utf-8", newline="\n")
    print(f"wrote {TARGET.relative_to(ROOT)}")
