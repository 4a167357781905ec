"""Hypothesis strategies: cables, the values in them, and documents sound and damaged.

The words are invented; only the shapes are those of real copies. Importing this module registers
the strategies of the public types, as Hypothesis does by itself where cableparse is installed:
``st.from_type(cableparse.Cable)`` works either way.
"""

from cableparse.testing.registration import register
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

register()
