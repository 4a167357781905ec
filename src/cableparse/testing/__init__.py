"""What those who write plugins, or change cableparse, test with.

Installed with ``pip install 'cableparse[testing]'``. A draft is a cable as its drafter wrote it,
``render`` prints it, ``damage`` does to the print what happened to public copies, and ``recovery``
counts what parsing gets back; ``vary`` prints a draft in other ways that must not matter, and
``agreement`` counts what is read as in plain print. ``invented_archive`` gives as many documents as
are asked for, in all wrappings, to be written to a folder, a zip file or a table. There are
Hypothesis strategies, checks that hold a plugin to the laws, the laws of one cable, and golden
files. Nothing is imported before its name is asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cableparse.testing.archives.invented import (
        Fault,
        InventedDocument,
        invented_archive,
    )
    from cableparse.testing.archives.writing import (
        write_csv,
        write_folder,
        write_zip,
    )
    from cableparse.testing.conformance import (
        Check,
        LawBroken,
        check_container,
        check_enricher,
        check_exporter,
        check_format,
        conformance_checks,
        conformance_samples,
    )
    from cableparse.testing.conformance.parametrize import (
        parametrize_with_checks,
    )
    from cableparse.testing.copies import (
        Copy,
        Line,
        Loss,
        Role,
    )
    from cableparse.testing.draft import (
        Draft,
        DraftAddressee,
        DraftClassifier,
        DraftHeading,
        DraftParagraph,
        DraftReference,
    )
    from cableparse.testing.golden import (
        GoldenError,
        check_golden,
        golden_of,
    )
    from cableparse.testing.laws import (
        broken_law,
    )
    from cableparse.testing.operators import (
        DAMAGE,
        damage,
    )
    from cableparse.testing.operators.operator import (
        DamageError,
        Operator,
        Stage,
        operator,
    )
    from cableparse.testing.readings import (
        Agreed,
        Agreement,
        Misreading,
        agreement,
    )
    from cableparse.testing.rendering import (
        render,
        render_seventies,
    )
    from cableparse.testing.sample import (
        drafts,
    )
    from cableparse.testing.sample_seventies import (
        drafts_of_seventies,
    )
    from cableparse.testing.strategies import (
        addressees,
        cable_like_bytes,
        cable_like_texts,
        cables,
        damaged_copies,
        damaged_documents,
        documents,
        mrns,
        sources,
        spans,
        telegrams,
    )
    from cableparse.testing.survey import (
        HISTORIES,
        Recovery,
        recovery,
    )
    from cableparse.testing.variants import (
        VARIANTS,
        stack,
        vary,
    )
    from cableparse.testing.variants.variant import (
        Variant,
        VariantError,
    )

_MODULES = {
    "Agreed": "readings",
    "Agreement": "readings",
    "Check": "conformance",
    "Copy": "copies",
    "DAMAGE": "operators",
    "DamageError": "operators.operator",
    "Draft": "draft",
    "DraftAddressee": "draft",
    "DraftClassifier": "draft",
    "DraftHeading": "draft",
    "DraftParagraph": "draft",
    "DraftReference": "draft",
    "Fault": "archives.invented",
    "GoldenError": "golden",
    "HISTORIES": "survey",
    "InventedDocument": "archives.invented",
    "LawBroken": "conformance",
    "Line": "copies",
    "Loss": "copies",
    "Misreading": "readings",
    "Operator": "operators.operator",
    "Recovery": "survey",
    "Role": "copies",
    "Stage": "operators.operator",
    "VARIANTS": "variants",
    "Variant": "variants.variant",
    "VariantError": "variants.variant",
    "addressees": "strategies",
    "agreement": "readings",
    "broken_law": "laws",
    "cable_like_bytes": "strategies",
    "cable_like_texts": "strategies",
    "cables": "strategies",
    "check_container": "conformance",
    "check_enricher": "conformance",
    "check_exporter": "conformance",
    "check_format": "conformance",
    "check_golden": "golden",
    "conformance_checks": "conformance",
    "conformance_samples": "conformance",
    "damage": "operators",
    "damaged_copies": "strategies",
    "damaged_documents": "strategies",
    "documents": "strategies",
    "drafts": "sample",
    "drafts_of_seventies": "sample_seventies",
    "golden_of": "golden",
    "invented_archive": "archives.invented",
    "mrns": "strategies",
    "operator": "operators.operator",
    "parametrize_with_checks": "conformance.parametrize",
    "recovery": "survey",
    "render": "rendering",
    "render_seventies": "rendering",
    "sources": "strategies",
    "spans": "strategies",
    "stack": "variants",
    "telegrams": "strategies",
    "vary": "variants",
    "write_csv": "archives.writing",
    "write_folder": "archives.writing",
    "write_zip": "archives.writing",
}
"""The public names, each with the module of this package that has it."""

_EXTRA = frozenset({"hypothesis", "pytest"})

__all__ = [
    "DAMAGE",
    "HISTORIES",
    "VARIANTS",
    "Agreed",
    "Agreement",
    "Check",
    "Copy",
    "DamageError",
    "Draft",
    "DraftAddressee",
    "DraftClassifier",
    "DraftHeading",
    "DraftParagraph",
    "DraftReference",
    "Fault",
    "GoldenError",
    "InventedDocument",
    "LawBroken",
    "Line",
    "Loss",
    "Misreading",
    "Operator",
    "Recovery",
    "Role",
    "Stage",
    "Variant",
    "VariantError",
    "addressees",
    "agreement",
    "broken_law",
    "cable_like_bytes",
    "cable_like_texts",
    "cables",
    "check_container",
    "check_enricher",
    "check_exporter",
    "check_format",
    "check_golden",
    "conformance_checks",
    "conformance_samples",
    "damage",
    "damaged_copies",
    "damaged_documents",
    "documents",
    "drafts",
    "drafts_of_seventies",
    "golden_of",
    "invented_archive",
    "mrns",
    "operator",
    "parametrize_with_checks",
    "recovery",
    "render",
    "render_seventies",
    "sources",
    "spans",
    "stack",
    "telegrams",
    "vary",
    "write_csv",
    "write_folder",
    "write_zip",
]


def __getattr__(name: str) -> Any:
    """Import a public name's module when the name is first asked for (PEP 562)."""
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
