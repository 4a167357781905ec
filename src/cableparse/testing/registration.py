"""Tells Hypothesis how to make values of the public types.

Hypothesis calls :func:`register` when it is imported, by way of the entry-point group
``hypothesis``, and so before a test has imported anything of cableparse's. The strategies are built
when a value is first asked for: they need Hypothesis whole, and most runs never ask. Nothing of
Hypothesis is imported at the top, for whoever imports this first would have it call a module that
is half there.
"""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from cableparse.model.cable import Cable
from cableparse.model.fields import MRN, Addressee
from cableparse.text.source import Source
from cableparse.text.spans import Span

if TYPE_CHECKING:
    from hypothesis import strategies as st

_STRATEGIES: dict[type[Any], str] = {
    Addressee: "addressees",
    Cable: "cables",
    MRN: "mrns",
    Source: "sources",
    Span: "spans",
}


def register() -> None:
    """Register the strategies of ``Addressee``, ``Cable``, ``MRN``, ``Source`` and ``Span``."""
    hypothesis = import_module("hypothesis.strategies")
    for type_, name in _STRATEGIES.items():
        hypothesis.register_type_strategy(type_, _built_when_asked(name))


def _built_when_asked(name: str) -> "Callable[[type[Any]], st.SearchStrategy[Any]]":
    def build(_: type[Any]) -> "st.SearchStrategy[Any]":
        strategies = import_module("cableparse.testing.strategies")
        strategy: st.SearchStrategy[Any] = getattr(strategies, name)()
        return strategy

    return build
