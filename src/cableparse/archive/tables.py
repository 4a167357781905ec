"""A cable as rows of tables: what a database and data frames both have.

A row of ``cables`` and of ``sources`` is one copy of a telegram; in every other table a cable has
as many as it has parts of the kind, with ``position`` from 1.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from cableparse.model.cable import Cable
from cableparse.model.fields import MRN, Addressee
from cableparse.text.spans import Span

Row = tuple[Any, ...]

_TEXTS = tuple[str, ...]
_POSITION = {"position": int}
_SPAN = {"span_start": int, "span_end": int}

TABLES: dict[str, dict[str, Any]] = {
    "cables": {
        "name": str,
        "format": str,
        "mrn": str,
        "canonical_mrn": str,
        "year": int,
        "post": str,
        "serial": int,
        "sent_at": datetime,
        "precedence": str,
        "origin": str,
        "classification": str,
        "captions": _TEXTS,
        "sections": int,
        "passing": _TEXTS,
        "executive_order": str,
        "declassify_on": str,
        "subject": str,
        "title": str,
        "summary": str,
        "comment": str,
        "decade": int,
    },
    "sources": {"data_digest": str, "encoding": str, "encoding_how": str, "text": str},
    "metadata": {**_POSITION, "key": str, "value": str},
    "headings": {**_POSITION, "text": str, **_SPAN},
    "paragraphs": {
        **_POSITION,
        "number": int,
        "printed": str,
        "portion": str,
        "text": str,
        **_SPAN,
    },
    "references": {
        **_POSITION,
        "label": str,
        "kind": str,
        "mrn": str,
        "canonical_mrn": str,
        "sent_at": datetime,
        "text": str,
        **_SPAN,
    },
    "addressees": {
        **_POSITION,
        "role": str,
        "name": str,
        "routing": str,
        "precedence": str,
        "mcn": str,
        "excluded": _TEXTS,
        **_SPAN,
    },
    "tags": {**_POSITION, "code": str, "kind": str, **_SPAN},
    "signers": {**_POSITION, "name": str},
    "classifiers": {**_POSITION, "name": str, "title": str, "reasons": _TEXTS, **_SPAN},
    "offices": {**_POSITION, "role": str, "code": str, "copies": int, **_SPAN},
    "redactions": {**_POSITION, "code": str, "printed": str, "reason": str, "plugin": str, **_SPAN},
    "repairs": {
        **_POSITION,
        "code": str,
        "printed": str,
        "read": str,
        "reason": str,
        "plugin": str,
        **_SPAN,
    },
    "defects": {**_POSITION, "code": str, "message": str, "plugin": str, **_SPAN},
}
"""The tables by name, and the columns of each with their types; any value may be None."""


def table_rows(cable: Cable) -> dict[str, list[Row]]:
    """Give a cable's rows by table, each a tuple of the values of the columns of :data:`TABLES`.

    Whose they are is left to who stores them. A date of declassification is a text in ISO 8601, an
    event as printed; enumerations are their values.
    """
    return {
        "cables": [_cable(cable)],
        "sources": [_source(cable)],
        "metadata": _numbered(cable.metadata.items()),
        "headings": _numbered((one.text, *_ends(one.span)) for one in cable.headings),
        "paragraphs": _numbered(
            (one.number, one.printed, one.portion, one.text, *_ends(one.span))
            for one in cable.paragraphs
        ),
        "references": _numbered(
            (
                one.label,
                one.kind.value,
                *_mrn(one.mrn),
                one.sent_at,
                one.text,
                *_ends(one.span),
            )
            for one in cable.references
        ),
        "addressees": [
            *_numbered(_addressee("action", one) for one in cable.action),
            *_numbered(_addressee("info", one) for one in cable.info),
        ],
        "tags": _numbered((one.code, one.kind.value, *_ends(one.span)) for one in cable.tags),
        "signers": _numbered((name,) for name in cable.signers),
        "classifiers": _numbered(
            (one.name, one.title, one.reasons, *_ends(one.span)) for one in cable.classifiers
        ),
        "offices": _numbered(
            (one.role.value, one.code, one.copies, *_ends(one.span)) for one in cable.distribution
        ),
        "redactions": _numbered(
            (one.code, one.printed, one.reason, one.plugin, *_ends(one.span))
            for one in cable.redactions
        ),
        "repairs": _numbered(
            (one.code, one.printed, one.read, one.reason, one.plugin, *_ends(one.span))
            for one in cable.repairs
        ),
        "defects": _numbered(
            (one.code, one.message, one.plugin, *_ends(one.span)) for one in cable.defects
        ),
    }


def _cable(cable: Cable) -> Row:
    mrn = cable.mrn
    on = cable.declassify_on
    return (
        cable.source.name,
        cable.format,
        *_mrn(mrn),
        mrn and mrn.year,
        mrn and mrn.post,
        mrn and mrn.serial,
        cable.sent_at,
        cable.precedence and cable.precedence.value,
        cable.origin,
        cable.classification and cable.classification.value,
        cable.captions,
        cable.sections,
        cable.passing,
        cable.executive_order,
        on if on is None or isinstance(on, str) else on.isoformat(),
        cable.subject,
        cable.title,
        cable.summary,
        cable.comment,
        cable.decade,
    )


def _source(cable: Cable) -> Row:
    source = cable.source
    return source.data_digest, source.encoding, source.encoding_how.value, source.text


def _addressee(role: str, one: Addressee) -> Row:
    precedence = one.precedence and one.precedence.value
    return role, one.name, one.routing, precedence, one.mcn, one.excluded, *_ends(one.span)


def _mrn(mrn: MRN | None) -> Row:
    return (None, None) if mrn is None else (str(mrn), str(mrn.canonical))


def _numbered(rows: Iterable[Row]) -> list[Row]:
    return [(position, *row) for position, row in enumerate(rows, start=1)]


def _ends(span: Span | None) -> Row:
    return (None, None) if span is None else (span.start, span.end)
