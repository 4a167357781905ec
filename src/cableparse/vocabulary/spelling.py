"""When two spellings are the same name, and when they are one slip of the keys apart."""

from __future__ import annotations

import re
import unicodedata

_SEPARATORS = re.compile(r"[\s._'’`-]+")


def compact(name: str) -> str:
    """Give ``name`` in upper case without spaces, periods, hyphens, apostrophes, underscores.

    Accents go too, since a teletype has none.

    >>> compact("St. Petersburg"), compact("N'Djamena"), compact("São Paulo")
    ('STPETERSBURG', 'NDJAMENA', 'SAOPAULO')
    """
    if not name.isascii():
        parts = unicodedata.normalize("NFKD", name)
        name = "".join(char for char in parts if not unicodedata.combining(char))
    return _SEPARATORS.sub("", name).upper()


def one_slip(one: str, other: str) -> bool:
    """Tell whether one letter dropped, added, exchanged or swapped with the next parts the two.

    Equal strings are not a slip apart. Linear in the length.

    >>> one_slip("KINSTON", "KINGSTON"), one_slip("WELLINGOTN", "WELLINGTON")
    (True, True)
    >>> one_slip("MADRID", "MADRID"), one_slip("MADRID", "MADRAS")
    (False, False)
    """
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1 or one == other:
        return False
    at = 0
    while at < len(one) and one[at] == other[at]:
        at += 1
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    return one[at + 1 :] == other[at + 1 :] or (
        one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    )
