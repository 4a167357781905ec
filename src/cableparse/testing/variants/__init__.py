"""Ways of printing a cable's fields that must not matter, each one named.

A draft is printed plainly by :func:`cableparse.testing.render`, and by :func:`vary` as another post
or another copyist prints it: `TAG: ECON, HO` for `TAGS: ECON HO`. Reading gives the same.
"""

import random
from collections.abc import Mapping
from types import MappingProxyType

from cableparse.model.cable import Cable
from cableparse.testing.copies import Copy
from cableparse.testing.draft import Draft
from cableparse.testing.printing.page import Printing
from cableparse.testing.printing.pieces import WIDTH
from cableparse.testing.variants import (
    addresses,
    body,
    classifiers,
    numbers,
    order,
    references,
    sending,
    serial_lists,
    subject,
    tags,
)
from cableparse.testing.variants.labels import label_variants
from cableparse.testing.variants.variant import Variant, VariantError

FIELDS = (
    "date",
    "origin",
    "action",
    "info",
    "classification",
    "captions",
    "passing",
    "executive_order",
    "tags",
    "subject",
    "references",
    "classifiers",
    "paragraphs",
    "headings",
    "signer",
)
"""The fields that have variants, in the order of print."""

_LABELLED = frozenset(
    {
        "origin",
        "action",
        "info",
        "executive_order",
        "tags",
        "subject",
        "references",
        "classifiers",
    }
)
_OWN = (
    *(
        one
        for module in (
            sending,
            order,
            tags,
            subject,
            references,
            numbers,
            serial_lists,
            classifiers,
            body,
        )
        for one in vars(module).values()
        if isinstance(one, Variant)
    ),
    *addresses.addressee_variants("action"),
    *addresses.addressee_variants("info"),
)

VARIANTS: Mapping[str, Variant] = MappingProxyType(
    {
        one.name: one
        for field in FIELDS
        for one in (
            *(label_variants(field) if field in _LABELLED else ()),
            *(own for own in _OWN if own.field == field),
        )
    }
)
"""The variants by name, `tags/no-colon`, field by field."""

STACKED = 3
"""How many variants a stack has."""


def vary(draft_or_cable: Draft | Cable, *names: str, seed: int = 0, width: int = WIDTH) -> Copy:
    """Give the copy of a draft that prints its fields in the named variants, in lines of ``width``.

    The same seed gives the same copy. ``remains`` of the copy is what parsing has to give, apart
    from cases, spaces and signs of the print. Raises :class:`VariantError` for an unknown name, for
    two variants of one aspect, and where one has nothing in this draft to change.
    """
    draft = Draft.of(draft_or_cable) if isinstance(draft_or_cable, Cable) else draft_or_cable
    printing = Printing.of(draft, width)
    remains = draft
    taken: dict[tuple[str, str], str] = {}
    for name in names:
        if name not in VARIANTS:
            raise VariantError(f"no variant is called {name!r}; there are {', '.join(VARIANTS)}")
        one = VARIANTS[name]
        key = (one.field, one.aspect)
        if key in taken:
            raise VariantError(f"{name} and {taken[key]} both say how the {one.aspect} is printed")
        taken[key] = name
        printing = one(printing, seed=seed)
        remains = one.remains(remains)
    return Copy(truth=draft, remains=remains, lines=printing.lines())


def stack(
    draft: Draft, field: str | None = None, *, seed: int = 0, size: int = STACKED
) -> tuple[str, ...]:
    """Choose ``size`` variants of one field or of all, which :func:`vary` can print with this seed.

    The same seed chooses the same. Raises :class:`VariantError` where fewer fit.
    """
    rng = random.Random(f"stack {field} {seed}")
    names = [name for name, one in VARIANTS.items() if field in (None, one.field)]
    rng.shuffle(names)
    chosen: list[str] = []
    for name in names:
        try:
            vary(draft, *chosen, name, seed=seed)
        except VariantError:
            continue
        chosen.append(name)
        if len(chosen) == size:
            return tuple(chosen)
    raise VariantError(f"fewer than {size} variants of {field or 'all fields'} fit this draft")
