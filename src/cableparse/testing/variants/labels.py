"""Variants of labels, the same for each field that has one: letters, colon, cases, space."""

import random
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from attrs import evolve

from cableparse.testing.printing.classifiers import CLASSIFIER_LABEL, PrintedClassifier
from cableparse.testing.printing.labelled import (
    ORDER_LABEL,
    SUBJECT_LABEL,
    TAGS_LABEL,
    PrintedOrder,
    PrintedSubject,
    PrintedTags,
)
from cableparse.testing.printing.pieces import Label, Printed
from cableparse.testing.printing.references import REFERENCES_LABEL, PrintedReferences
from cableparse.testing.printing.sending import (
    ACTION_LABEL,
    INFO_LABEL,
    ORIGIN_LABEL,
    PrintedAddressees,
    PrintedOrigin,
)
from cableparse.testing.variants.letters import (
    letter_doubled,
    letter_lost,
    letters_swapped,
    titled,
)
from cableparse.testing.variants.variant import Variant

Relabel = Callable[[Label, random.Random], Label]


def _spelled(spell: Callable[[str, random.Random], str]) -> Relabel:
    return lambda label, rng: evolve(label, text=spell(label.text, rng))


_LETTERS: Mapping[str, tuple[Relabel, str]] = {
    "letter-lost": (_spelled(letter_lost), "One letter of the label is lost: `{}`."),
    "letter-doubled": (_spelled(letter_doubled), "One letter of the label is doubled: `{}`."),
    "letters-swapped": (
        _spelled(letters_swapped),
        "Two letters of the label have changed places: `{}`.",
    ),
}
_CASES: Mapping[str, tuple[Relabel, str]] = {
    "label-lower": (
        lambda label, rng: evolve(label, text=label.text.lower()),
        "The label is in small letters: `{}`.",
    ),
    "label-title": (
        lambda label, rng: evolve(label, text=titled(label.text)),
        "The label has one capital: `{}`.",
    ),
    "label-upper": (
        lambda label, rng: evolve(label, text=label.text.upper()),
        "The label is in capitals: `{}`.",
    ),
}
_COLONS: Mapping[str, tuple[Relabel, str]] = {
    "no-colon": (
        lambda label, rng: evolve(label, colon="", gap=" "),
        "No colon stands behind the label: `{}`.",
    ),
    "colon": (
        lambda label, rng: evolve(label, colon=":", gap=" "),
        "A colon stands behind the label: `{}`.",
    ),
    "colon-spaced": (
        lambda label, rng: evolve(label, colon=" :"),
        "A space stands before the label's colon: `{}`.",
    ),
    "colon-close": (
        lambda label, rng: evolve(label, colon=":", gap=""),
        "No space stands behind the label's colon: `{}`.",
    ),
    "colon-semicolon": (
        lambda label, rng: evolve(label, colon=";", gap=" "),
        "A semicolon stands for the colon: `{}`.",
    ),
    "colon-hyphen": (
        lambda label, rng: evolve(label, colon=" -", gap=" "),
        "A hyphen stands for the colon: `{}`.",
    ),
    "colon-doubled": (
        lambda label, rng: evolve(label, colon="::", gap=" "),
        "The colon is doubled: `{}`.",
    ),
    "gap-wide": (
        lambda label, rng: evolve(label, gap=" " * rng.randrange(2, 9)),
        "Several spaces stand behind the label: `{}`.",
    ),
}
_PLACES: Mapping[str, tuple[Relabel, str]] = {
    "value-below": (
        lambda label, rng: evolve(label, gap=rng.choice(("\n", "\n\n"))),
        "The value stands below the label, with an empty line between or without.",
    ),
    "label-indented": (
        lambda label, rng: evolve(label, before=" " * rng.randrange(1, 6)),
        "Spaces stand before the label.",
    ),
}
_LONG = ("letter-lost", "letter-doubled", "letters-swapped")
_CASED = ("label-lower", "label-title")
_PLAIN_COLON = (
    "no-colon",
    "colon-spaced",
    "colon-close",
    "colon-semicolon",
    "colon-hyphen",
    "colon-doubled",
    "gap-wide",
    "label-indented",
)
_NO_COLON = ("colon", "colon-spaced", "gap-wide", "label-indented")

_HAVE: Mapping[str, tuple[type[Printed], Label, tuple[str, ...]]] = {
    "origin": (PrintedOrigin, ORIGIN_LABEL, (*_CASED, *_NO_COLON)),
    "action": (PrintedAddressees, ACTION_LABEL, (*_CASED, *_NO_COLON)),
    "info": (PrintedAddressees, INFO_LABEL, (*_LONG, *_CASED, *_NO_COLON)),
    "executive_order": (
        PrintedOrder,
        ORDER_LABEL,
        ("label-lower", "colon", "gap-wide", "label-indented"),
    ),
    "tags": (PrintedTags, TAGS_LABEL, (*_LONG, *_CASED, *_PLAIN_COLON, "value-below")),
    "subject": (PrintedSubject, SUBJECT_LABEL, (*_LONG, *_CASED, *_PLAIN_COLON, "value-below")),
    "references": (
        PrintedReferences,
        REFERENCES_LABEL,
        ("letter-doubled", "letters-swapped", *_CASED, *_PLAIN_COLON),
    ),
    "classifiers": (
        PrintedClassifier,
        CLASSIFIER_LABEL,
        (*_LONG, "label-lower", "label-upper", *_PLAIN_COLON, "value-below"),
    ),
}
"""Of each field with a label: its printing, its plain label, and what may become of it."""


def label_variants(field: str) -> Iterator[Variant]:
    """Give the variants of a field's label."""
    shape, plain, names = _HAVE[field]
    for table, aspect in (
        (_LETTERS, "label"),
        (_CASES, "label-case"),
        (_COLONS, "colon"),
        (_PLACES, "label-place"),
    ):
        for name, (relabel, doc) in table.items():
            if name in names:
                example = str(relabel(plain, random.Random(name))).strip()
                work = _relabelled(relabel, garbled=table is _LETTERS)
                yield Variant(field, name, aspect, work, shape=shape, doc=doc.format(example))


def _relabelled(relabel: Relabel, *, garbled: bool) -> Callable[[Any, random.Random], Any]:
    def work(printed: Any, rng: random.Random) -> Any:
        # Within a line nothing but its label says where a field begins.
        if garbled and printed.joined is not None:
            return printed
        return evolve(printed, label=relabel(printed.label, rng))

    return work
