"""A whole archive of invented telegrams, streamed: nothing is kept but the last few."""

import random
from collections import deque
from collections.abc import Iterator
from enum import StrEnum

from attrs import evolve, frozen

from cableparse.model.fields import MRN, ReferenceKind
from cableparse.testing.archives.wrappings import LATER, SEVENTIES
from cableparse.testing.copies import Copy
from cableparse.testing.draft import Draft, DraftReference
from cableparse.testing.operators import damage
from cableparse.testing.operators.operator import DamageError
from cableparse.testing.rendering import render, render_seventies
from cableparse.testing.sample import drafts
from cableparse.testing.sample_seventies import drafts_of_seventies

MOST = 900_000
"""The longest archive: each telegram has a serial of its own, of six digits at most."""

_FIRST_SERIAL = 100
_REMEMBERED = 400  # telegrams of a decade that later ones may refer to
_OLD = 0.4  # of 1973 to 1979
_REFERS = 0.7  # of the references, where there is an earlier telegram to refer to
_DAMAGED = 0.4
_DAMAGE = (
    *("page-marks", "captions-repeated", "redaction", "pilcrows", "markdown-renumbering"),
    *("tags-as-links", "header-fused", "truncation", "lines-lost"),
)
_OLD_DAMAGE = (
    *("figure-shift", "words-divided", "lines-cut", "drafting-lines", "section-heads"),
    *("page-heads", "release-stamps", "unreproduced"),
)


class Fault(StrEnum):
    """What is wrong with a document of an archive, beside the damage of its copy."""

    NO_CABLE = "no-cable"
    """A note or a page of something else: no format claims it."""
    EMPTY = "empty"
    """Nothing but line ends."""
    ANOTHER_TEXT = "another-text"
    """The wrapping speaks of one telegram and carries another one's text."""


@frozen(kw_only=True)
class InventedDocument:
    """One document of an invented archive.

    ``name`` is a relative path with ``/``, no two alike; ``text`` the whole document; ``format``
    the format that claims it, None where none does. ``draft`` is what the wrapping speaks of, with
    references to other telegrams of the archive, ``copy`` the telegram in it before it was wrapped;
    both are None for what is no cable. ``fault`` says what is wrong with it.
    """

    name: str
    text: str
    format: str | None = None
    draft: Draft | None = None
    copy: Copy | None = None
    fault: Fault | None = None


def invented_archive(
    size: int, seed: int = 0, *, faults: float = 0.01
) -> Iterator[InventedDocument]:
    """Give ``size`` documents, one after the other: telegrams of both decades as collections do.

    Each is a draft of its own, in one of the bundled formats; two in five have one kind of damage.
    References lead to telegrams that came before, of an earlier day, so that most can be followed
    within the archive. ``faults`` is the share that has a :class:`Fault`. The same seed and share
    give the same documents, the first of a longer archive are those of a shorter one, and memory
    does not grow with the size. Raises ``ValueError`` for a size below 0 or above 900,000, and for
    a share outside 0 to 1.
    """
    if not 0 <= size <= MOST:
        raise ValueError(f"an invented archive has 0 to {MOST:,} documents, not {size:,}")
    if not 0 <= faults <= 1:
        raise ValueError(f"faults is a share from 0 to 1, not {faults}")
    return _documents(size, seed, faults)


def _documents(size: int, seed: int, faults: float) -> Iterator[InventedDocument]:
    decades = (_Decade(drafts(seed, size)), _Decade(drafts_of_seventies(seed, size), old=True))
    for number in range(size):
        rng = random.Random(f"archive {seed} {number}")
        decade = decades[rng.random() < _OLD]
        fault = rng.choice(tuple(Fault)) if rng.random() < faults else None
        if fault in (Fault.NO_CABLE, Fault.EMPTY):
            text = rng.choice(_NO_CABLES) if fault is Fault.NO_CABLE else "\n" * rng.randrange(1, 4)
            yield InventedDocument(name=f"notes/{number:06d}.txt", text=text, fault=fault)
        else:
            yield decade.document(number, fault, rng)


class _Decade:
    """The telegrams of one decade: how they are printed, damaged and stored."""

    def __init__(self, sample: Iterator[Draft], *, old: bool = False) -> None:
        self.sample = sample
        self.old = old
        self.damage = _OLD_DAMAGE if old else _DAMAGE
        self.wrappings = tuple((SEVENTIES if old else LATER).values())
        self.remembered: deque[Draft] = deque(maxlen=_REMEMBERED)
        self.last: Copy | None = None

    def document(self, number: int, fault: Fault | None, rng: random.Random) -> InventedDocument:
        draft = self.numbered(next(self.sample), _FIRST_SERIAL + number)
        draft = evolve(draft, references=tuple(self.references(draft, rng)))
        self.remembered.append(draft)
        copy, wrapping = self.copy(draft, rng), rng.choice(self.wrappings)
        carried = copy
        if fault is Fault.ANOTHER_TEXT:
            if self.last is None:
                fault = None
            else:
                carried, wrapping = self.last, rng.choice([w for w in self.wrappings if w.states])
        self.last = copy
        assert draft.mrn is not None
        return InventedDocument(
            name=f"{draft.mrn.year}/{draft.mrn}{wrapping.suffix}",
            text=wrapping.wrap(carried, draft),
            format=wrapping.format,
            draft=draft,
            copy=carried,
            fault=fault,
        )

    def numbered(self, draft: Draft, serial: int) -> Draft:
        """Give the draft a serial that no other telegram of the archive has."""
        assert draft.mrn is not None
        sent = draft.transmission
        if sent is not None and sent.serial is not None:
            sent = evolve(sent, serial=serial % 10_000)
        return evolve(draft, mrn=evolve(draft.mrn, serial=serial), transmission=sent)

    def references(self, draft: Draft, rng: random.Random) -> Iterator[DraftReference]:
        """Lead most of the draft's references to telegrams of earlier days, each to another."""
        free = [one.mrn for one in self.remembered if self.may_refer(draft, one) and one.mrn]
        rng.shuffle(free)
        for entry in draft.references:
            if entry.kind is ReferenceKind.CABLE and free and rng.random() < _REFERS:
                yield evolve(entry, mrn=free[-1], text=_printed(free.pop(), draft))
            else:
                yield entry

    def may_refer(self, draft: Draft, earlier: Draft) -> bool:
        """Tell whether the telegram was there; in the seventies a number's year is its own."""
        if draft.sent_at is None or earlier.sent_at is None or earlier.sent_at >= draft.sent_at:
            return False
        return not self.old or earlier.sent_at.year == draft.sent_at.year

    def copy(self, draft: Draft, rng: random.Random) -> Copy:
        """Print the draft, and do one kind of damage to some prints."""
        copy = render_seventies(draft) if self.old else render(draft)
        if rng.random() < _DAMAGED:
            try:
                return damage(copy, rng.choice(self.damage), seed=rng.randrange(1 << 30))
            except DamageError:  # no place for this kind: the copy is clean
                return copy
        return copy


def _printed(mrn: MRN, draft: Draft) -> str:
    """Give a reference as the draft prints it: with its year where that is another."""
    assert draft.mrn is not None
    return mrn.formal if mrn.year != draft.mrn.year else f"{mrn.post} {mrn.serial}"


_NO_CABLES = (
    "Dear keeper,\n\nplease send the lamp back with the next boat.\n\nYours, Ola\n",
    "lamp;lit;oil\nNorth Head;yes;12\nSouth Head;no;0\n",
    "<!DOCTYPE html>\n<html><body><h1>Lamps</h1><p>All lit.</p></body></html>\n",
    '{"lamps": [{"name": "North Head", "lit": true}], "oil": null}\n',
)
