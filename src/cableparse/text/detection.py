"""What chardet makes of bytes that say nothing of themselves."""

from functools import cache
from importlib import import_module
from types import ModuleType


def detect(data: bytes) -> tuple[str, float]:
    """Give the encoding that ``data`` looks like, in small letters, and how sure that is, 0 to 1.

    All of ``data`` is looked at. The name is empty where nothing fits.
    """
    found = _chardet().detect(data, max_bytes=len(data))
    return (found["encoding"] or "").lower(), found["confidence"]


def media_type(data: bytes) -> str:
    """Give the media type that ``data`` looks like: ``text/plain``, ``image/png``."""
    return _chardet().detect(data)["mime_type"] or "text/plain"


@cache
def _chardet() -> ModuleType:
    """Load chardet when it is first needed: its tables take time, and most copies are UTF-8."""
    return import_module("chardet")
