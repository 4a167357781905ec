"""The head of ``cableparse show``: the fields a telegram's header gives, one a row."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import TypeVar

from attrs import evolve
from rich.text import Text

from cableparse import (
    Addressee,
    Cable,
    Classifier,
    Evidence,
    Layer,
    Precedence,
    Provenance,
    Reference,
    ReferenceKind,
    Relay,
    Segment,
    SegmentKind,
    Span,
)
from cableparse.cli.layout import Block
from cableparse.cli.notes import DEFECT, KNOWN, REDACTED, Note
from cableparse.cli.printable import one_line, printable

Thing = TypeVar("Thing")

UNKNOWN = "unknown"

_ROWS: dict[str, tuple[str, ...]] = {
    "MRN": ("mrn",),
    "Date": ("sent_at",),
    "Precedence": ("precedence",),
    "From": ("origin",),
    "To": ("action",),
    "Info": ("info",),
    "Distribution": ("distribution",),
    "Drafted by": ("drafted_by",),
    "Approved by": ("approved_by",),
    "Cleared by": ("cleared_by",),
    "Relay": ("relay",),
    "Classification": ("classification", "sections"),
    "Captions": ("captions",),
    "Attention": ("passing",),
    "E.O.": ("executive_order", "declassify_on", "declassification"),
    "TAGS": ("tags",),
    "Subject": ("subject",),
    "References": ("references",),
    "Classified by": ("classifiers",),
}
"""The rows in their order, and the fields of ``Cable`` that each shows."""

ROW_OF_KIND = {
    SegmentKind.TRANSMISSION: "Date",
    SegmentKind.FROM: "From",
    SegmentKind.ACTION: "To",
    SegmentKind.INFO: "Info",
    SegmentKind.EXCLUDED: "Info",
    SegmentKind.DISTRIBUTION: "Distribution",
    SegmentKind.DRAFTING: "Drafted by",
    SegmentKind.CLASSIFICATION: "Classification",
    SegmentKind.CAPTION: "Captions",
    SegmentKind.PASSING: "Attention",
    SegmentKind.EXECUTIVE_ORDER: "E.O.",
    SegmentKind.TAGS: "TAGS",
    SegmentKind.SUBJECT: "Subject",
    SegmentKind.REFERENCES: "References",
    SegmentKind.CLASSIFIED_BY: "Classified by",
}
"""Which row shows what a segment of the header says."""

_LOST = {
    "header.mrn-missing": "MRN",
    "header.mrn-conflict": "MRN",
    "header.date-missing": "Date",
    "header.origin-missing": "From",
    "header.action-missing": "To",
    "header.classification-missing": "Classification",
    "header.executive-order-missing": "E.O.",
    "header.tags-missing": "TAGS",
    "header.subject-missing": "Subject",
}
"""The row of a defect that has no span."""


def header_blocks(cable: Cable, notes: Sequence[Note]) -> list[Block]:
    """Give the rows of the header, each with the notes on what it shows."""
    values = {label: [one_line(line) for line in lines] for label, lines in _values(cable).items()}
    marks = _marks(cable, notes, values)
    redacted: dict[str, list[str]] = {}
    for label, redaction in _in_rows(cable, cable.redactions, lambda one: one.span.start):
        redacted.setdefault(label, []).append(printable(redaction.printed))
    blocks = []
    for label in _ROWS:
        lines = values.get(label) or ([UNKNOWN] if label in marks or label == "MRN" else [])
        if not lines:
            continue
        text = Text("\n".join(lines), style="bold" if label in {"MRN", "Subject"} else "")
        if not values.get(label):
            text.stylize("dim")
        if label in redacted:
            text.highlight_words(redacted[label], style=f"{REDACTED} reverse")
        blocks.append(
            Block(
                start=0,
                end=0,
                text=text,
                gutter=label,
                gap=False,
                notes=tuple(marks.get(label, ())),
            )
        )
    return blocks


def header_notes(cable: Cable, notes: Sequence[Note]) -> Iterator[tuple[str, Note]]:
    """Give the notes, in text order as they came, that stand in a header field, with its row."""
    return _in_rows(cable, notes, lambda note: note.at)


def header_span(cable: Cable) -> Span:
    """Give the stretch of the text that the header's fields stand in; empty where there is none."""
    spans = [segment.span for segment in cable.segments if _in_header(segment)]
    return Span(spans[0].start, spans[-1].end) if spans else Span(0, 0)


def _in_header(segment: Segment) -> bool:
    return segment.kind in ROW_OF_KIND and segment.layer is Layer.CONTENT


def _values(cable: Cable) -> dict[str, list[str]]:
    mrn = cable.mrn
    level = cable.classification
    sections = f", {cable.sections} sections" if (cable.sections or 1) > 1 else ""
    return {
        "MRN": [f"{mrn.formal}  ({mrn})"] if mrn else [],
        "Date": [f"{cable.sent_at:%A, %d %B %Y, %H:%M} UTC"] if cable.sent_at else [],
        "Precedence": [cable.precedence] if cable.precedence else [],
        "From": [cable.origin] if cable.origin else [],
        "To": list(_addressees(cable.action, cable.precedence)),
        "Info": list(_addressees(cable.info, cable.precedence)),
        "Distribution": [
            f"{role}: {' '.join(f'{office.code}-{office.copies:02d}' for office in offices)}"
            for role, offices in groupby(cable.distribution, attrgetter("role"))
        ],
        "Drafted by": list(cable.drafted_by),
        "Approved by": list(cable.approved_by),
        "Cleared by": list(cable.cleared_by),
        "Relay": [_relay(cable.relay)] if cable.relay else [],
        "Classification": [f"{level or UNKNOWN}{sections}"] if level or sections else [],
        "Captions": [", ".join(cable.captions)] if cable.captions else [],
        "Attention": list(cable.passing),
        "E.O.": [order] if (order := _order(cable)) else [],
        "TAGS": [" ".join(tag.code for tag in cable.tags)] if cable.tags else [],
        "Subject": [cable.subject] if cable.subject else [],
        "References": [_reference(reference) for reference in cable.references],
        "Classified by": [_classifier(classifier) for classifier in cable.classifiers],
    }


def _order(cable: Cable) -> str:
    until, schedule = cable.declassify_on, cable.declassification
    said = schedule.text if schedule else ""
    if until and not (schedule and schedule.on):
        said = f"{said}, declassify on {until}" if said else f"declassify on {until}"
    return ", ".join(filter(None, (cable.executive_order, said)))


def _relay(relay: Relay) -> str:
    filed = f", filed {relay.filed_at:%d %B, %H:%M} UTC" if relay.filed_at else ""
    copies = "" if relay.copies is None else f", {relay.copies} copies"
    return f"{relay.number}{filed}{copies}"


def _addressees(addressees: Iterable[Addressee], usual: Precedence | None) -> Iterator[str]:
    for addressee in addressees:
        precedence = addressee.precedence
        yield "".join(
            (
                addressee.name,
                f" ({precedence})" if precedence and precedence is not usual else "",
                f", not {', '.join(addressee.excluded)}" if addressee.excluded else "",
            )
        )


def _reference(reference: Reference) -> str:
    label = f"{reference.label}  " if reference.label else ""
    plain = {ReferenceKind.CABLE, ReferenceKind.AIRGRAM, ReferenceKind.OTHER}
    kind = "" if reference.kind in plain else reference.kind
    return f"{label}{reference.text}" + (f" ({kind})" if kind else "")


def _classifier(classifier: Classifier) -> str:
    who = f"{classifier.name}, {classifier.title}" if classifier.title else classifier.name
    return f"{who}; for reasons {', '.join(classifier.reasons)}" if classifier.reasons else who


def _marks(
    cable: Cable, notes: Sequence[Note], values: dict[str, list[str]]
) -> dict[str, list[Note]]:
    """Give the notes of each row: what it lost, how else it is known, what stands in its lines."""
    marks: dict[str, list[Note]] = {}
    for defect in cable.defects:
        if defect.span is None and (lost := _LOST.get(defect.code)):
            marks.setdefault(lost, []).append(Note(at=0, text="! lost", style=DEFECT))
    for label, fields in _ROWS.items():
        known: Evidence | None = cable.evidence.get(fields[0])
        if known and known.how is not Provenance.PRINTED and values.get(label):
            words = "from the metadata" if known.how is Provenance.METADATA else "derived"
            marks.setdefault(label, []).append(Note(at=0, text=f"= {words}", style=KNOWN))
    for label, note in header_notes(cable, notes):
        # A row's lines have no places of their own: its notes begin at its first line.
        marks.setdefault(label, []).append(evolve(note, at=0))
    return marks


def _in_rows(
    cable: Cable, things: Iterable[Thing], place: Callable[[Thing], int]
) -> Iterator[tuple[str, Thing]]:
    """Give what stands in a header field, with the label of the field's row."""
    segments = iter(cable.segments)
    segment = next(segments, None)
    for thing in sorted(things, key=place):
        while segment is not None and segment.span.end <= place(thing):
            segment = next(segments, None)
        if segment is not None and _in_header(segment):
            yield ROW_OF_KIND[segment.kind], thing
