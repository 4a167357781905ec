"""A whole cable as it is printed, field by field."""

from collections.abc import Iterator

from attrs import evolve, fields, frozen

from cableparse.testing.copies import BLANK, Line
from cableparse.testing.draft import Draft
from cableparse.testing.printing.body import (
    PrintedHeading,
    PrintedParagraph,
    PrintedSigner,
    printed_part,
)
from cableparse.testing.printing.classifiers import PrintedClassifier
from cableparse.testing.printing.labelled import PrintedOrder, PrintedSubject, PrintedTags
from cableparse.testing.printing.pieces import Printed
from cableparse.testing.printing.references import PrintedReferences
from cableparse.testing.printing.sending import (
    ACTION_LABEL,
    INFO_LABEL,
    PrintedAddressees,
    PrintedCaptions,
    PrintedDate,
    PrintedLevel,
    PrintedOrigin,
    PrintedPassing,
    PrintedTransmission,
)


@frozen(kw_only=True)
class Printing:
    """Each field of a draft as it is printed, in the order of print; None where it is not."""

    transmission: PrintedTransmission
    date: PrintedDate | None
    origin: PrintedOrigin | None
    action: PrintedAddressees | None
    info: PrintedAddressees | None
    classification: PrintedLevel | None
    captions: PrintedCaptions | None
    passing: PrintedPassing | None
    executive_order: PrintedOrder | None
    tags: PrintedTags | None
    subject: PrintedSubject | None
    references: PrintedReferences | None
    classifiers: tuple[PrintedClassifier, ...]
    body: tuple[PrintedHeading | PrintedParagraph, ...]
    signer: PrintedSigner | None

    @classmethod
    def of(cls, draft: Draft, width: int) -> "Printing":
        """Print a draft plainly."""
        order, tags = PrintedOrder.of(draft), PrintedTags.of(draft, width)
        return cls(
            transmission=PrintedTransmission(draft=draft, width=width),
            date=PrintedDate.of(draft),
            origin=PrintedOrigin(above=0, name=draft.origin) if draft.origin else None,
            action=PrintedAddressees.of("action", ACTION_LABEL, draft.action),
            info=PrintedAddressees.of("info", INFO_LABEL, draft.info),
            classification=PrintedLevel.of(draft),
            captions=PrintedCaptions(captions=draft.captions) if draft.captions else None,
            passing=PrintedPassing(passing=draft.passing) if draft.passing else None,
            executive_order=order,
            tags=evolve(tags, above=0) if order and tags else tags,
            subject=PrintedSubject(above=0 if order or tags else 1, text=draft.subject, width=width)
            if draft.subject
            else None,
            references=PrintedReferences.of(draft.references, width),
            classifiers=tuple(
                PrintedClassifier.of(at, one, width) for at, one in enumerate(draft.classifiers)
            ),
            body=tuple(printed_part(at, part, width) for at, part in enumerate(draft.body)),
            # Most copies have no empty line before the signer.
            signer=PrintedSigner(above=0, name=draft.signer) if draft.signer else None,
        )

    def lines(self) -> tuple[Line, ...]:
        """Give the cable's lines; nothing stands above the first."""
        found: list[Line] = []
        for one in self._printed():
            block = one.lines()
            if block and found and one.joined is not None:
                last, first = found.pop(), block.pop(0)
                block.insert(0, Line(last.text + one.joined + first.text, last.roles + first.roles))
            elif block and found:
                found += [BLANK] * one.above
            found += block
        return tuple(found)

    def _printed(self) -> Iterator[Printed]:
        for field in fields(Printing):
            value = getattr(self, field.name)
            if isinstance(value, tuple):
                yield from value
            elif value is not None:
                yield value
