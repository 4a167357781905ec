"""A cable as rows of tables: what a worker makes, and what is inserted."""

import json
from collections.abc import Iterable
from typing import Any

from cableparse import MRN, Addressee, Cable, Span

Row = tuple[Any, ...]
Rows = dict[str, list[Row]]
"""Rows by table. A row of ``cables`` lacks its id, and one of another table its cable's."""

_LARGEST = 2**63 - 1  # what SQLite can count to


def rows_of(cable: Cable) -> Rows:
    """Give the cable's rows."""
    rows: Rows = {
        "cables": [_cable(cable)],
        "sources": [_source(cable)],
        "metadata": _numbered(cable.metadata.items()),
        "headings": _numbered((one.text, *_ends(one.span)) for one in cable.headings),
        "paragraphs": _numbered(
            (_whole(one.number), one.printed, one.portion, one.text, *_ends(one.span))
            for one in cable.paragraphs
        ),
        "references": _numbered(
            (
                one.label,
                one.kind.value,
                *_mrn(one.mrn),
                one.sent_at and one.sent_at.isoformat(),
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
            (one.name, one.title, _array(one.reasons), *_ends(one.span))
            for one in cable.classifiers
        ),
        "offices": _numbered(
            (one.role.value, one.code, _whole(one.copies), *_ends(one.span))
            for one in cable.distribution
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
    return rows if _has_utf8(cable) else _escaped(rows)


def _cable(cable: Cable) -> Row:
    mrn = cable.mrn
    on = cable.declassify_on
    return (
        cable.source.name,
        cable.format,
        *_mrn(mrn),
        mrn and mrn.year,
        mrn and mrn.post,
        mrn and _whole(mrn.serial),
        cable.sent_at and cable.sent_at.isoformat(),
        cable.precedence and cable.precedence.value,
        cable.origin,
        cable.classification and cable.classification.value,
        _array(cable.captions),
        _whole(cable.sections),
        _array(cable.passing),
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
    return (
        role,
        one.name,
        one.routing,
        precedence,
        one.mcn,
        _array(one.excluded),
        *_ends(one.span),
    )


def _mrn(mrn: MRN | None) -> Row:
    return (None, None) if mrn is None else (str(mrn), str(mrn.canonical))


def _numbered(rows: Iterable[Row]) -> list[Row]:
    return [(position, *row) for position, row in enumerate(rows, start=1)]


def _ends(span: Span | None) -> Row:
    return (None, None) if span is None else (span.start, span.end)


def _array(texts: Iterable[str]) -> str:
    return json.dumps([*texts], ensure_ascii=False)


def _whole(number: int | None) -> int | str | None:
    """Give a number that SQLite can hold, and as a text one that is beyond it."""
    return str(number) if number is not None and abs(number) > _LARGEST else number


# ---------------------------------------------------------------- lone surrogates


def _has_utf8(cable: Cable) -> bool:
    texts = (cable.source.name, cable.source.text, *cable.metadata.values())
    return all(text.isascii() or _utf8(text) == text for text in texts)


def _escaped(rows: Rows) -> Rows:
    """Give the rows with the number of each lone surrogate: SQLite's texts are UTF-8."""
    return {
        table: [
            tuple(_utf8(value) if isinstance(value, str) else value for value in row)
            for row in several
        ]
        for table, several in rows.items()
    }


def _utf8(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
