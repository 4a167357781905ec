"""The header as a table: each field that is read, how it is known, and where it stands."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from cableparse import (
    Addressee,
    Cable,
    Classifier,
    Precedence,
    Provenance,
    Reference,
    Relay,
    Transmission,
)
from cableparse_plugins.export.html.labels import FIELDS
from cableparse_plugins.export.html.marks import slug

_HOW = {
    Provenance.PRINTED: "printed",
    Provenance.METADATA: "from the wrapping’s metadata",
    Provenance.DERIVED: "derived from what is printed",
}

_UNKNOWN = {
    "mrn": "Its message reference number: which cable this is can’t be told from this copy.",
    "sent_at": "When it was sent.",
    "origin": "Which post sent it.",
    "action": "To whom it was sent.",
    "classification": "Its classification. Unknown is not the same as UNCLASSIFIED.",
    "tags": "Its TAGS.",
    "subject": "Its subject.",
    "signers": "Who signed it.",
}
"""What every telegram had, and a copy may have lost."""


class Row(NamedTuple):
    """A row of the table; ``known`` False is for a field that is found and can't be read."""

    key: str
    label: str
    values: tuple[str, ...]
    how: str
    known: bool


def rows_of(cable: Cable) -> list[Row]:
    """Give the rows of the fields that the copy has, in the order of a telegram."""
    values = _values(cable)
    # A stranger's enricher can say where a value of its own stands.
    names = dict.fromkeys((*FIELDS, *cable.evidence))
    rows = []
    for name in names:
        evidence = cable.evidence.get(name)
        read = values.get(name) or ()
        if read or evidence:
            rows.append(
                Row(
                    key=f"field-{slug(name)}",
                    label=FIELDS.get(name, name),
                    values=tuple(read),
                    how=_HOW[evidence.how] if evidence else "without evidence",
                    known=bool(read),
                )
            )
    return rows


def unknown_of(cable: Cable) -> list[str]:
    """Say what the copy does not tell and nobody can know from it."""
    words = [said for name, said in _UNKNOWN.items() if not getattr(cable, name)]
    if count := len(cable.redactions):
        places = "one place" if count == 1 else f"{count} places"
        words.append(
            f"What stood in {places} before an editor took it out. Nothing here guesses at it."
        )
    lost = {defect.code for defect in cable.defects}
    words.extend(said for code, said in _LOST.items() if code in lost)
    return words


_LOST = {
    "body.missing": "What the telegram said: the copy has no body.",
    "body.truncated": "How the text goes on: the copy breaks off.",
    "document.partial": "What the rest of the telegram said: the copy is an extract.",
    "document.text-not-online": "What the telegram said: the archive has no text of it.",
    "document.lines-lost": "What stood in the lines that the copy dropped.",
    "document.unreproduced": "What the archive could not reproduce.",
    "paragraph.missing": "What the missing paragraphs said, if the numbers did not merely jump.",
    "paragraph.end-lost": "How a paragraph ended that breaks off.",
    "page.missing": "What stood on the missing pages.",
    "heading.lost": "Which headings are lost.",
    "header.reference-missing": "Which references the list skips.",
    "source.undecodable": "Which characters the undecodable bytes were.",
}


def _values(cable: Cable) -> dict[str, list[str]]:
    mrn, until = cable.mrn, cable.declassify_on
    schedule = cable.declassification
    return {
        "mrn": [f"{mrn.formal} ({mrn})"] if mrn else [],
        "sent_at": [f"{cable.sent_at:%A, %d %B %Y, %H:%M} UTC"] if cable.sent_at else [],
        "precedence": _one(cable.precedence),
        "origin": _one(cable.origin),
        "action": [*_addressees(cable.action, cable.precedence)],
        "info": [*_addressees(cable.info, cable.precedence)],
        "distribution": [
            f"{role}: {' '.join(f'{one.code}-{one.copies:02d}' for one in offices)}"
            for role, offices in groupby(cable.distribution, attrgetter("role"))
        ],
        "drafted_by": [*cable.drafted_by],
        "approved_by": [*cable.approved_by],
        "cleared_by": [*cable.cleared_by],
        "transmission": _transmission(cable.transmission) if cable.transmission else [],
        "relay": [_relay(cable.relay)] if cable.relay else [],
        "classification": _one(cable.classification),
        "sections": [str(cable.sections)] if cable.sections else [],
        "captions": [*cable.captions],
        "passing": [*cable.passing],
        "executive_order": _one(cable.executive_order),
        "declassify_on": [str(until)] if until else [],
        "declassification": [schedule.text] if schedule else [],
        "tags": [f"{tag.code} ({tag.kind})" for tag in cable.tags],
        "subject": _one(cable.subject),
        "references": [_reference(one) for one in cable.references],
        "classifiers": [_classifier(one) for one in cable.classifiers],
        "signers": [*cable.signers],
        "decade": [f"the {cable.decade}s"] if cable.decade else [],
    }


def _one(value: str | None) -> list[str]:
    return [str(value)] if value else []


def _addressees(addressees: Iterable[Addressee], usual: Precedence | None) -> Iterator[str]:
    for one in addressees:
        precedence = f" ({one.precedence})" if one.precedence not in {None, usual} else ""
        excluded = f", not {', '.join(one.excluded)}" if one.excluded else ""
        yield f"{one.name}{precedence}{excluded}"


def _transmission(sending: Transmission) -> list[str]:
    filed = sending.filed
    said = {
        "id": sending.id,
        "routing": " ".join(sending.routing),
        "originator": sending.originator,
        "serial": sending.serial,
        "filed": f"day {filed.day}, {filed.hour:02d}:{filed.minute:02d} UTC" if filed else None,
        "security": sending.security,
        "remarks": sending.remarks,
    }
    return [f"{name} {value}" for name, value in said.items() if value not in {None, ""}]


def _relay(relay: Relay) -> str:
    filed = f", filed {relay.filed_at:%d %B, %H:%M} UTC" if relay.filed_at else ""
    copies = "" if relay.copies is None else f", {relay.copies} copies"
    return f"{relay.number}{filed}{copies}"


def _reference(reference: Reference) -> str:
    label = f"{reference.label}. " if reference.label else ""
    known = f" = {reference.mrn.formal}" if reference.mrn else f" ({reference.kind})"
    return f"{label}{reference.text}{known}"


def _classifier(one: Classifier) -> str:
    who = f"{one.name}, {one.title}" if one.title else one.name
    return f"{who}; for reasons {', '.join(one.reasons)}" if one.reasons else who
