"""JSON in UTF-8 of whatever a cable's text holds."""

import json
from typing import Any

import orjson


def json_bytes(data: Any, *, line: bool = False) -> bytes:
    """Give ``data`` as compact JSON, with a line end behind it for a ``line``."""
    try:
        return orjson.dumps(data, option=orjson.OPT_APPEND_NEWLINE if line else None)
    except orjson.JSONEncodeError:
        # A lone surrogate has no UTF-8 form: it is written as JSON's own escape of it.
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        return text.encode("utf-8", "backslashreplace") + (b"\n" if line else b"")
