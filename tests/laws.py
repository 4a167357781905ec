"""The laws of the design as checks on one cable: what properties and documents are both held to."""

import json
import re
from collections.abc import Iterator
from typing import Any

import attrs

from cableparse import (
    PARAGRAPH_NUMBER,
    TEXT_CHARACTER,
    Cable,
    Layer,
    Paragraph,
    Provenance,
    Span,
    TagKind,
    even,
    from_dict,
)
from cableparse.vocabulary import canonical_tag


def check_all(cable: Cable) -> None:
    """Laws 1, 3, 4 and 6."""
    check_coverage(cable)
    check_round_trip(cable)
    check_spans(cable)
    check_repairs(cable)


def check_coverage(cable: Cable) -> None:
    """Law 1: segments cover the text exactly, in order, without gap or overlap."""
    assert "".join(segment.text for segment in cable.segments) == cable.source.text
    at = 0
    for segment in cable.segments:
        assert segment.span.start == at, f"gap or overlap at {at}"
        assert len(segment.span) > 0, f"empty segment at {at}"
        at = segment.span.end
    assert at == len(cable.source.text)


def check_round_trip(cable: Cable) -> None:
    """Law 3: through JSON and back is the same cable."""
    for views in (False, True):
        printed = json.dumps(cable.to_dict(views=views))
        assert from_dict(json.loads(printed)) == cable


def check_spans(cable: Cable) -> None:
    """Law 4: every span slices to what it claims to be."""
    text = cable.source.text
    for span in spans_of(cable):
        assert 0 <= span.start <= span.end <= len(text), f"{span} of {len(text)}"
    for segment in cable.segments:
        assert segment.text == segment.span.slice(text)
    for note in (*cable.redactions, *cable.repairs):
        assert note.printed == note.span.slice(text)
    _check_header(cable)
    for paragraph in cable.paragraphs:
        check_paragraph(cable, paragraph)
    for heading in cable.headings:
        assert is_within(heading.text, heading.span.slice(text)), heading


def check_paragraph(cable: Cable, paragraph: Paragraph) -> None:
    """Law 4 for a paragraph: marker, extent and the way back of every character."""
    source = even(cable.source.text)
    if paragraph.printed is not None:
        assert paragraph.printed in source[paragraph.span.start : paragraph.span.end]
        assert str(paragraph.number) == str(paragraph.number).strip()
    furniture = [segment.span for segment in cable.segments if segment.layer is Layer.FURNITURE]
    read_as = {
        (repair.span.start, repair.read)
        for repair in cable.repairs
        if repair.code == TEXT_CHARACTER
    }
    before = -1
    text = paragraph.text
    for offset, character in enumerate(text):
        at = paragraph.text_map.source(offset)
        assert at >= before, f"the map runs back at {offset}"
        before = at
        if source[at] == character or (at, character) in read_as:
            continue
        assert character in " \n", f"{character!r} at {offset} is {source[at]!r} at {at}"
        stands_for_space = source[at].isspace()
        in_gap = any(span.contains(at) for span in furniture)
        assert stands_for_space or in_gap, f"{character!r} stands for {source[at]!r} at {at}"
    if text:
        first, last = paragraph.text_map.source(0), paragraph.text_map.source(len(text) - 1)
        assert paragraph.span.start <= first <= last < paragraph.span.end


def check_repairs(cable: Cable) -> None:
    """Law 6: undoing every repair gives the printed state."""
    undone = attrs.evolve(cable, repairs=())
    repaired = {
        repair.span.start: repair for repair in cable.repairs if repair.code == PARAGRAPH_NUMBER
    }
    assert len(undone.paragraphs) == len(cable.paragraphs)
    for before, after in zip(undone.paragraphs, cable.paragraphs, strict=True):
        assert before.printed == after.printed
        if not any(repair.code == TEXT_CHARACTER for repair in cable.repairs):
            assert before.text == after.text
        if before.printed is not None:
            digits = re.search(r"\d+", before.printed)
            assert digits is not None
            assert before.number == int(digits[0])
        if repair := repaired.get(before.span.start):
            assert repair.printed == before.printed
            assert str(after.number) == repair.read
        else:
            assert before.number == after.number


def spans_of(value: Any) -> Iterator[Span]:
    """Every span in a value, however deep."""
    if isinstance(value, Span):
        yield value
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from spans_of(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from spans_of(item)
    elif hasattr(value, "values"):
        for item in value.values():
            yield from spans_of(item)


def is_within(part: str, whole: str) -> bool:
    """Whether the printed characters of ``part`` stand in ``whole`` in this order."""
    characters = iter(whole)
    return all(character in characters for character in part if not character.isspace())


def _check_header(cable: Cable) -> None:
    text = cable.source.text
    for tag in cable.tags:
        printed = " ".join(tag.span.slice(even(text)).split()).strip(".:[]")
        if tag.kind is TagKind.PERSON:
            code = tag.code.replace(",", "").casefold()
            assert is_within(code, printed.replace(",", "").casefold()), tag
        elif tag.code != canonical_tag(printed.upper()):
            assert tag.code.casefold() == printed.casefold(), (tag, printed)
    for reference in cable.references:
        assert is_within(reference.text, reference.span.slice(even(text))), reference
    for addressee in (*cable.action, *cable.info):
        assert is_within(addressee.name, addressee.span.slice(even(text))), addressee
    for classifier in cable.classifiers:
        assert is_within(classifier.name, classifier.span.slice(even(text))), classifier
    for field, evidence in cable.evidence.items():
        value = getattr(cable, field)
        assert value is not None, f"{field} has evidence and no value"
        if evidence.how is Provenance.PRINTED:
            assert evidence.spans, f"{field} is printed and stands nowhere"
        if evidence.how is Provenance.PRINTED and field in {"origin", "executive_order"}:
            slices = " ".join(span.slice(even(text)) for span in evidence.spans)
            assert " ".join(slices.split()) == value, field
