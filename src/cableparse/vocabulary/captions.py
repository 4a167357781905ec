"""The captions of distribution and handling, such as ``SIPDIS`` and ``ROGER CHANNEL``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from cableparse.vocabulary.tables import Row, read_table


@cache
def captions() -> Mapping[str, str]:
    """Map each caption, in upper case and single-spaced, to what it means."""
    return captions_of_rows(read_table("captions.tsv", "caption", "meaning"))


def captions_of_rows(rows: Iterable[Row]) -> Mapping[str, str]:
    """Map the captions of the rows of ``captions.tsv`` to their meanings.

    Raises `ValueError`, with file and line, for a caption twice, in lower case or unexplained.
    """
    meanings: dict[str, str] = {}
    for row in rows:
        caption, meaning = row.cells
        if caption != " ".join(caption.upper().split()):
            row.refuse(f"{caption!r} is not in upper case and single-spaced")
        if caption in meanings:
            row.refuse(f"{caption} has a row already")
        if not meaning:
            row.refuse(f"{caption} has no meaning")
        meanings[caption] = meaning
    return MappingProxyType(meanings)
