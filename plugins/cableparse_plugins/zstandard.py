"""The library for Zstandard, which archives and exports share."""

from importlib import import_module
from typing import Any


def zstd() -> Any:
    """Give Python's own from 3.14 on, or its backport; raises ``ModuleNotFoundError``."""
    try:
        return import_module("compression.zstd")
    except ModuleNotFoundError:
        return import_module("backports.zstd")
