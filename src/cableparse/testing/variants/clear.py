"""References that can be read in one way only, whatever was changed of them."""

import re
from collections.abc import Callable

from attrs import evolve

from cableparse.testing.printing.references import (
    PrintedNumber,
    PrintedReferences,
    PrintedText,
)

_YEAR = re.compile(r"(?:19|20)\d\d")


def each_number(
    printed: PrintedReferences, change: Callable[[PrintedNumber], PrintedNumber]
) -> PrintedReferences:
    """Change every item that is a cable's number, where it can be read without doubt then."""

    def changed(item: PrintedNumber | PrintedText) -> PrintedNumber | PrintedText:
        if isinstance(item, PrintedText):
            return item
        other = change(item)
        return other if is_clear(other) else item

    entries = tuple(
        evolve(entry, items=tuple(map(changed, entry.items))) for entry in printed.entries
    )
    return evolve(printed, entries=entries)


def is_clear(item: PrintedNumber) -> bool:
    """Tell whether nothing of a number can be read in two ways.

    In `OSL012` a digit may be a letter, `OSLO 12/08/15/08` may be two cables of a year or four of
    none, `2002 OSLO` or `OSLO 12/2002` a year or a serial, and either number of `OSLO 08-07` the
    year.
    """
    first = item.serials[0]
    if item.between.endswith("-") and (len(first) == len("07") or _YEAR.fullmatch(first)):
        return False
    yearly = [serial for serial in item.serials if _YEAR.fullmatch(serial)]
    if yearly and (item.reversed or (len(item.serials) > 1 and "/" in item.parted)):
        return False
    if item.reversed and (len(item.serials) > 1 or item.between != " " or not _plain(item)):
        return False
    close_year = bool(item.before) and not item.before.endswith(" ")
    if close_year and item.post.startswith("0"):
        return False
    if not item.between and (item.post.endswith("0") or item.serials[0].startswith("O")):
        return False
    return not (len(item.serials) > 1 and "/" in item.parted and "/" in item.behind)


def _plain(item: PrintedNumber) -> bool:
    """Tell whether a serial is all digits, and its post all letters."""
    return item.serials[0].isdecimal() and "0" not in item.post
