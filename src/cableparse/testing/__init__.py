"""What those who write plugins, or change cableparse, test with.

Installed with ``cableparse[testing]``. A draft is a cable as its drafter wrote it, ``render``
prints it, ``damage`` does to the print what happened to public copies, and ``recovery`` counts what
parsing gets back. Nothing is imported before its name is asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cableparse.testing.copies import Copy as Copy
    from cableparse.testing.copies import Line as Line
    from cableparse.testing.copies import Loss as Loss
    from cableparse.testing.copies import Role as Role
    from cableparse.testing.draft import Draft as Draft
    from cableparse.testing.draft import DraftAddressee as DraftAddressee
    from cableparse.testing.draft import DraftClassifier as DraftClassifier
    from cableparse.testing.draft import DraftHeading as DraftHeading
    from cableparse.testing.draft import DraftParagraph as DraftParagraph
    from cableparse.testing.draft import DraftReference as DraftReference
    from cableparse.testing.operators import DAMAGE as DAMAGE
    from cableparse.testing.operators import damage as damage
    from cableparse.testing.operators.operator import DamageError as DamageError
    from cableparse.testing.operators.operator import Operator as Operator
    from cableparse.testing.operators.operator import Stage as Stage
    from cableparse.testing.operators.operator import operator as operator
    from cableparse.testing.rendering import render as render
    from cableparse.testing.sample import drafts as drafts
    from cableparse.testing.survey import HISTORIES as HISTORIES
    from cableparse.testing.survey import Recovery as Recovery
    from cableparse.testing.survey import recovery as recovery

_MODULES = {
    "Copy": "cableparse.testing.copies",
    "DAMAGE": "cableparse.testing.operators",
    "DamageError": "cableparse.testing.operators.operator",
    "Draft": "cableparse.testing.draft",
    "DraftAddressee": "cableparse.testing.draft",
    "DraftClassifier": "cableparse.testing.draft",
    "DraftHeading": "cableparse.testing.draft",
    "DraftParagraph": "cableparse.testing.draft",
    "DraftReference": "cableparse.testing.draft",
    "HISTORIES": "cableparse.testing.survey",
    "Line": "cableparse.testing.copies",
    "Loss": "cableparse.testing.copies",
    "Operator": "cableparse.testing.operators.operator",
    "Recovery": "cableparse.testing.survey",
    "Role": "cableparse.testing.copies",
    "Stage": "cableparse.testing.operators.operator",
    "damage": "cableparse.testing.operators",
    "drafts": "cableparse.testing.sample",
    "operator": "cableparse.testing.operators.operator",
    "recovery": "cableparse.testing.survey",
    "render": "cableparse.testing.rendering",
}
"""The public names, and the module that each comes from."""

__all__ = list(_MODULES)


def __getattr__(name: str) -> Any:
    """Import a public name's module when the name is first asked for (PEP 562)."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_MODULES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_MODULES})
