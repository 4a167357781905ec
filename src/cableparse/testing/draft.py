"""A cable as its drafter wrote it: the values alone, without a text and without spans.

What a copy of a cable says and what its drafter wrote can be compared field by field in this form:
:func:`cableparse.testing.render` prints a draft, damage is done to the print, and
:meth:`Draft.of` gives what parsing made of it.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import TypeVar

from attrs import field, frozen

from cableparse.model.cable import Cable
from cableparse.model.fields import (
    MRN,
    Addressee,
    Classifier,
    Reference,
    ReferenceKind,
    Transmission,
)
from cableparse.text.views.parts import Heading
from cableparse.vocabulary import Classification, Precedence

Old = TypeVar("Old")
New = TypeVar("New")


@frozen(kw_only=True)
class DraftAddressee:
    """Whom a cable goes to, as in :class:`cableparse.Addressee`, without a span."""

    routing: str | None = None
    name: str
    precedence: Precedence | None = None
    mcn: str | None = None
    excluded: tuple[str, ...] = ()


@frozen(kw_only=True)
class DraftReference:
    """One entry of the reference list, as in :class:`cableparse.Reference`, without a span."""

    label: str | None = None
    kind: ReferenceKind = ReferenceKind.CABLE
    mrn: MRN | None = None
    text: str


@frozen(kw_only=True)
class DraftClassifier:
    """Who classified the cable, as in :class:`cableparse.Classifier`, without a span."""

    name: str
    title: str | None = None
    reasons: tuple[str, ...] = ()


@frozen(kw_only=True)
class DraftHeading:
    """A heading of the body, on one line."""

    text: str


@frozen(kw_only=True)
class DraftParagraph:
    """A paragraph: number, portion marking without its parentheses, and running text.

    A line feed in ``text`` begins a sub-item, ``-- …``, which has lines of its own in print.
    """

    number: int | None = None
    portion: str | None = None
    text: str


@frozen(kw_only=True)
class Draft:
    """A cable as its drafter wrote it; the fields mean what those of :class:`cableparse.Cable` do.

    ``tags`` are codes, ``body`` holds headings and paragraphs in order. A field that is None or
    empty is not printed.
    """

    mrn: MRN | None = None
    sent_at: datetime | None = None
    precedence: Precedence | None = None
    transmission: Transmission | None = None
    origin: str | None = None
    action: tuple[DraftAddressee, ...] = ()
    info: tuple[DraftAddressee, ...] = ()
    classification: Classification | None = None
    captions: tuple[str, ...] = ()
    sections: int | None = None
    passing: tuple[str, ...] = ()
    executive_order: str | None = None
    declassify_on: date | str | None = None
    tags: tuple[str, ...] = ()
    subject: str | None = None
    references: tuple[DraftReference, ...] = ()
    classifiers: tuple[DraftClassifier, ...] = ()
    body: tuple[DraftHeading | DraftParagraph, ...] = field(default=(), repr=False)
    signer: str | None = None

    @property
    def paragraphs(self) -> tuple[DraftParagraph, ...]:
        """The paragraphs of the body alone."""
        return tuple(part for part in self.body if isinstance(part, DraftParagraph))

    @property
    def headings(self) -> tuple[DraftHeading, ...]:
        """The headings of the body alone."""
        return tuple(part for part in self.body if isinstance(part, DraftHeading))

    @classmethod
    def of(cls, cable: Cable) -> "Draft":
        """Give the draft that ``cable`` was read as: its values, repairs applied.

        What a copy lost is None or empty here as it is there.
        """
        return cls(
            mrn=cable.mrn,
            sent_at=cable.sent_at,
            precedence=cable.precedence,
            transmission=cable.transmission,
            origin=cable.origin,
            action=_each(_addressee, cable.action),
            info=_each(_addressee, cable.info),
            classification=cable.classification,
            captions=cable.captions,
            sections=cable.sections,
            passing=cable.passing,
            executive_order=cable.executive_order,
            declassify_on=cable.declassify_on,
            tags=tuple(tag.code for tag in cable.tags),
            subject=cable.subject,
            references=_each(_reference, cable.references),
            classifiers=_each(_classifier, cable.classifiers),
            body=tuple(
                DraftHeading(text=part.text)
                if isinstance(part, Heading)
                else DraftParagraph(number=part.number, portion=part.portion, text=part.text)
                for part in cable.body.parts
            ),
            signer=cable.signers[0] if cable.signers else None,
        )


def _each(make: Callable[[Old], New], items: Iterable[Old]) -> tuple[New, ...]:
    return tuple(map(make, items))


def _addressee(addressee: Addressee) -> DraftAddressee:
    return DraftAddressee(
        routing=addressee.routing,
        name=addressee.name,
        precedence=addressee.precedence,
        mcn=addressee.mcn,
        excluded=addressee.excluded,
    )


def _reference(reference: Reference) -> DraftReference:
    return DraftReference(
        label=reference.label, kind=reference.kind, mrn=reference.mrn, text=reference.text
    )


def _classifier(classifier: Classifier) -> DraftClassifier:
    return DraftClassifier(name=classifier.name, title=classifier.title, reasons=classifier.reasons)
