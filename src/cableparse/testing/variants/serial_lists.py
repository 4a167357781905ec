"""Variants of several serials of one post: shared, or the post repeated."""

import random
from itertools import groupby

from attrs import evolve

from cableparse.testing.printing.references import (
    PrintedEntry,
    PrintedNumber,
    PrintedReferences,
)
from cableparse.testing.variants.clear import is_clear
from cableparse.testing.variants.variant import Variant, variant

_FIELD = "references"


def _list(name: str, parted: str, last: str, doc: str) -> Variant:
    """Make a variant in which a post stands once before its serials."""

    def work(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
        return evolve(
            printed, entries=tuple(_with_lists(entry, parted, last) for entry in printed.entries)
        )

    return Variant(_FIELD, name, "list", work, shape=PrintedReferences, doc=doc)


def _with_lists(entry: PrintedEntry, parted: str, last: str) -> PrintedEntry:
    def post(item: object) -> object:
        return (item.post, item.year) if isinstance(item, PrintedNumber) else item

    items = []
    for _, group in groupby(entry.items, post):
        run = list(group)
        first = run[0]
        if isinstance(first, PrintedNumber) and len(run) > 1:
            numbers = [one for one in run if isinstance(one, PrintedNumber)]
            shared = evolve(
                first,
                at=tuple(place for one in numbers for place in one.at),
                serials=tuple(serial for one in numbers for serial in one.serials),
                parted=parted,
                last=last,
            )
            run = [shared] if is_clear(shared) else run
        items += run
    return evolve(entry, items=tuple(items))


list_and = _list("list-and", ", ", " AND ", "One post has several serials: `OSLO 12, 15 AND 18`.")
list_commas = _list("list-commas", ", ", ", ", "Commas part one post's serials: `OSLO 12, 15`.")
list_slashes = _list("list-slashes", "/", "/", "Slashes part one post's serials: `OSLO 12/15`.")
list_plus = _list("list-plus", " + ", " + ", "Plus signs part one post's serials: `OSLO 12 + 15`.")
list_ampersand = _list(
    "list-ampersand", ", ", " & ", "An ampersand stands before the last serial: `OSLO 12 & 15`."
)


@variant(_FIELD, "list-repeated", "list")
def list_repeated(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """The post stands before each of its serials, on one line: `OSLO 12, OSLO 15`."""
    several = any(len(entry.items) > 1 for entry in printed.entries)
    return evolve(printed, within=", ") if several else printed
