"""What those who write plugins test them with: ``pip install 'cableparse[testing]'``.

Every name is loaded when it is first asked for, so that a test which needs one of them pays for
that one.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cableparse.testing.conformance import (
        Check,
        LawBroken,
        check_enricher,
        check_exporter,
        check_format,
        conformance_checks,
        conformance_samples,
    )
    from cableparse.testing.conformance.parametrize import (
        parametrize_with_checks,
    )
    from cableparse.testing.golden import (
        GoldenError,
        check_golden,
        golden_of,
    )
    from cableparse.testing.strategies import (
        addressees,
        cable_like_bytes,
        cable_like_texts,
        cables,
        damaged_documents,
        documents,
        mrns,
        sources,
        spans,
        telegrams,
    )

_MODULES = {
    "Check": "conformance",
    "GoldenError": "golden",
    "LawBroken": "conformance",
    "addressees": "strategies",
    "cable_like_bytes": "strategies",
    "cable_like_texts": "strategies",
    "cables": "strategies",
    "check_enricher": "conformance",
    "check_exporter": "conformance",
    "check_format": "conformance",
    "check_golden": "golden",
    "conformance_checks": "conformance",
    "conformance_samples": "conformance",
    "damaged_documents": "strategies",
    "documents": "strategies",
    "golden_of": "golden",
    "mrns": "strategies",
    "parametrize_with_checks": "conformance.parametrize",
    "sources": "strategies",
    "spans": "strategies",
    "telegrams": "strategies",
}
"""The public names, each with the module of this package that has it."""

_EXTRA = frozenset({"hypothesis", "pytest"})

__all__ = [
    "Check",
    "GoldenError",
    "LawBroken",
    "addressees",
    "cable_like_bytes",
    "cable_like_texts",
    "cables",
    "check_enricher",
    "check_exporter",
    "check_format",
    "check_golden",
    "conformance_checks",
    "conformance_samples",
    "damaged_documents",
    "documents",
    "golden_of",
    "mrns",
    "parametrize_with_checks",
    "sources",
    "spans",
    "telegrams",
]


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        module = import_module(f"{__name__}.{_MODULES[name]}")
    except ModuleNotFoundError as error:
        if error.name not in _EXTRA:
            raise
        raise ModuleNotFoundError(
            f"{__name__}.{name} needs {error.name}: pip install 'cableparse[testing]'",
            name=error.name,
        ) from error
    return getattr(module, name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_MODULES})
