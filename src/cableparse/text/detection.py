"""What chardet makes of bytes; the one place that asks it.

Its releases differ in what their answer holds. What an answer lacks, or holds as something else
than expected, is "not known" here and never an error.
"""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import ModuleType

from attrs import frozen


@frozen
class Detection:
    """What bytes seem to be.

    ``encoding`` is a name in small letters, empty where none was found; ``confidence`` is between
    0 and 1. ``media_type`` is what they are by their first bytes, `image/png` say, and empty where
    that is not known.
    """

    encoding: str = ""
    confidence: float = 0.0
    media_type: str = ""

    @classmethod
    def of(cls, data: bytes) -> "Detection":
        """Ask chardet about all of ``data``."""
        try:
            answer: Mapping[str, object] = {**_chardet().detect(data, max_bytes=max(len(data), 1))}
        except RuntimeError:  # chardet 7.0 of bytes that it has no guess for
            return cls()
        encoding, confidence = answer.get("encoding"), answer.get("confidence")
        media_type = answer.get("mime_type")
        return cls(
            encoding=encoding.lower() if isinstance(encoding, str) else "",
            confidence=float(confidence) if isinstance(confidence, int | float) else 0.0,
            media_type=media_type.lower() if isinstance(media_type, str) else "",
        )


@cache
def _chardet() -> ModuleType:
    """Load chardet when it is first needed: its tables take time, and most copies are UTF-8."""
    return import_module("chardet")
