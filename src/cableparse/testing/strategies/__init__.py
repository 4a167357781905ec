"""Hypothesis strategies: cables, the values in them, and documents sound and damaged.

The words are invented; only the shapes are those of real copies. Where cableparse is installed
Hypothesis finds the strategies of the public types by itself (``registration``):
``st.from_type(cableparse.Cable)`` works without an import of this module.
"""

from cableparse.testing.strategies.copies import (
    cable_like_bytes,
    cable_like_texts,
    damaged_documents,
    documents,
    telegrams,
)
from cableparse.testing.strategies.damaged import damaged_copies
from cableparse.testing.strategies.values import addressees, cables, mrns, sources, spans

__all__ = [
    "addressees",
    "cable_like_bytes",
    "cable_like_texts",
    "cables",
    "damaged_copies",
    "damaged_documents",
    "documents",
    "mrns",
    "sources",
    "spans",
    "telegrams",
]
