"""The laws that every cable keeps, as questions: each gives the first thing that is wrong, or None.

The numbers are those of the architecture's list of what always holds.
"""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from attrs import evolve, fields, has

from cableparse.model.cable import Cable, from_dict
from cableparse.model.errors import SchemaError
from cableparse.text.annotations import Redaction, Repair
from cableparse.text.even import even
from cableparse.text.segments import Layer
from cableparse.text.spans import Span
from cableparse.views.body import PARAGRAPH_NUMBER, TEXT_CHARACTER
from cableparse.views.parts import Paragraph


def broken_law(cable: Cable) -> str | None:
    """Say which law a cable breaks and how, the first one found; None where it keeps them all."""
    for law in LAWS:
        if problem := law(cable):
            return problem
    return None


def uncovered(cable: Cable) -> str | None:
    """Law 1: segments cover the text exactly, in order, without gap or overlap."""
    text = cable.source.text
    at = 0
    for segment in cable.segments:
        start, end = segment.span.start, segment.span.end
        if start != at:
            return f"the segments leave a gap or overlap at {at}, where one starts at {start}"
        if start == end:
            return f"an empty segment, {segment.kind}, stands at {start}"
        if segment.text != text[start:end]:
            return f"the segment at {start} does not have the text that its span slices to"
        at = end
    return None if at == len(text) else f"the segments end at {at} of {len(text)}"


def lost_in_json(cable: Cable) -> str | None:
    """Law 3: through JSON and back is the same cable."""
    try:
        for views in (False, True):
            if from_dict(json.loads(json.dumps(cable.to_dict(views=views)))) != cable:
                return "from_dict(cable.to_dict()) through JSON is another cable"
    except (SchemaError, TypeError, ValueError) as error:
        return f"JSON does not carry the cable: {type(error).__name__}: {error}"
    return None


def misplaced(cable: Cable) -> str | None:
    """Law 4: every span slices to what it claims, every character of a paragraph leads back."""
    text = cable.source.text
    for span in spans_of(cable):
        if not 0 <= span.start <= span.end <= len(text):
            return f"{span} lies outside the text, which has {len(text)} code points"
    notes: tuple[Redaction | Repair, ...] = (*cable.redactions, *cable.repairs)
    for note in notes:
        stands = note.span.slice(text)
        if note.printed != stands:
            return f"{note.code} says {note.printed!r} at {note.span}, where {stands!r} stands"
    for heading in cable.headings:
        if not is_within(heading.text, heading.span.slice(text)):
            return f"the heading {heading.text!r} does not stand at {heading.span}"
    return next(filter(None, (_lost_paragraph(cable, one) for one in cable.paragraphs)), None)


def lost_by_repair(cable: Cable) -> str | None:
    """Law 6: undoing every repair gives the printed state."""
    undone = evolve(cable, repairs=())
    numbers = {one.span.start: one for one in cable.repairs if one.code == PARAGRAPH_NUMBER}
    rewritten = any(repair.code == TEXT_CHARACTER for repair in cable.repairs)
    if len(undone.paragraphs) != len(cable.paragraphs):
        return "without its repairs the cable has another count of paragraphs"
    for before, after in zip(undone.paragraphs, cable.paragraphs, strict=True):
        if before.printed != after.printed or (before.text != after.text and not rewritten):
            return f"a repair changed more than it says: {before!r} became {after!r}"
        digits = re.search(r"\d+", before.printed or "")
        if before.printed is not None and (digits is None or before.number != int(digits[0])):
            return f"the number of {before.printed!r} without repairs is {before.number}"
        repair = numbers.get(before.span.start)
        read = before.number if repair is None else repair.read
        if str(after.number) != str(read):
            return f"paragraph {before.printed!r} is read as {after.number}, repaired to {read}"
        if repair is not None and repair.printed != before.printed:
            return f"the repair of {before.printed!r} says that {repair.printed!r} is printed"
    return None


LAWS: tuple[Callable[[Cable], str | None], ...] = (
    uncovered,
    lost_in_json,
    misplaced,
    lost_by_repair,
)
"""Laws 1, 3, 4 and 6: those that one cable keeps or breaks by itself."""


def spans_of(value: Any) -> Iterator[Span]:
    """Give every span in a value, however deep."""
    if isinstance(value, Span):
        yield value
    elif has(type(value)):
        for field in fields(type(value)):
            yield from spans_of(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from spans_of(item)
    elif hasattr(value, "values"):
        for item in value.values():
            yield from spans_of(item)


def is_within(part: str, whole: str) -> bool:
    """Tell whether the printed characters of ``part`` stand in ``whole`` in this order."""
    characters = iter(whole)
    return all(character in characters for character in part if not character.isspace())


def _lost_paragraph(cable: Cable, paragraph: Paragraph) -> str | None:
    """Law 4 for a paragraph: marker, extent and the way back of every character."""
    source = even(cable.source.text)
    span, text, place = paragraph.span, paragraph.text, paragraph.text_map.source
    if paragraph.printed is not None and paragraph.printed not in span.slice(source):
        return f"the marker {paragraph.printed!r} does not stand at {span}"
    furniture = [segment.span for segment in cable.segments if segment.layer is Layer.FURNITURE]
    read_as = {(one.span.start, one.read) for one in cable.repairs if one.code == TEXT_CHARACTER}
    before = -1
    for offset, character in enumerate(text):
        at = place(offset)
        if at < before:
            return f"the map of the paragraph at {span} runs back at {offset}"
        before = at
        if source[at] == character or (at, character) in read_as:
            continue
        stands_for_space = source[at].isspace() or any(gap.contains(at) for gap in furniture)
        if character not in " \n" or not stands_for_space:
            return f"{character!r} at {offset} of a paragraph is {source[at]!r} at {at}"
    if text and not span.start <= place(0) <= place(len(text) - 1) < span.end:
        return f"a paragraph's text stands outside its span {span}"
    return None
