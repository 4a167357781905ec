"""The laws that every cable keeps, as questions: each gives the first thing that is wrong, or None.

The numbers are those of the architecture's list of what always holds.
"""

import html
import json
import math
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

from attrs import evolve

from cableparse.model.cable import Cable, from_dict
from cableparse.model.errors import SchemaError
from cableparse.model.fields import Provenance
from cableparse.testing.printed import misread
from cableparse.text.annotations import Redaction, Repair
from cableparse.text.even import even
from cableparse.text.segments import Layer
from cableparse.text.spans import Span, TextMap
from cableparse.text.views.alignment import ENTITY
from cableparse.text.views.body import PARAGRAPH_NUMBER, TEXT_CHARACTER


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
    """Law 4: every span slices to what it claims, every character of a view leads back."""
    text = cable.source.text
    for span in spans_of(cable):
        if not 0 <= span.start <= span.end <= len(text):
            return f"{span} lies outside the text, which has {len(text)} code points"
    notes: tuple[Redaction | Repair, ...] = (*cable.redactions, *cable.repairs)
    for note in notes:
        stands = note.span.slice(text)
        if note.printed != stands:
            return f"{note.code} says {note.printed!r} at {note.span}, where {stands!r} stands"
    return misread(cable) or next(filter(None, _stray_views(cable)), None)


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
    elif attributes := getattr(type(value), "__attrs_attrs__", ()):
        for one in attributes:
            yield from spans_of(getattr(value, one.name))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from spans_of(item)
    elif hasattr(value, "values"):
        for item in value.values():
            yield from spans_of(item)


def _stray_views(cable: Cable) -> Iterator[str | None]:
    """Law 4 for what is read from the text: its extent, and the way back of every character."""
    page = _Page(cable)
    for heading in cable.headings:
        what = f"the heading {heading.text!r} at {heading.span}"
        yield page.stray(what, heading.text, heading.text_map, heading.span)
    for paragraph in cable.paragraphs:
        what = f"the paragraph at {paragraph.span}"
        printed = paragraph.printed
        if printed is not None and printed not in paragraph.span.slice(page.text):
            yield f"the marker {printed!r} does not stand at {paragraph.span}"
        yield page.stray(what, paragraph.text, paragraph.text_map, paragraph.span)
    yield page.stray("the text", cable.text, cable.text_map)
    for name in ("summary", "comment", "title"):
        text, text_map = getattr(cable, name), getattr(cable, f"{name}_map")
        if text_map is not None:
            yield page.stray(f"the {name}", text or "", text_map)
        elif text is not None and (name != "title" or _is_printed(cable, "subject")):
            yield f"the {name} {text!r} has no map"


def _is_printed(cable: Cable, field: str) -> bool:
    evidence = cable.evidence.get(field)
    return evidence is not None and evidence.how is Provenance.PRINTED


def _stretches(text_map: TextMap, length: int) -> Iterator[tuple[int, int, int]]:
    """Give from where to where a text and its source count up together, and from where there."""
    begins = [0, *(at for at, _ in text_map.runs if 0 < at < length)]
    for begin, end in pairwise((*begins, length)):
        if begin < end:
            yield begin, end, text_map.source(begin)


_RULES = frozenset("-=*_~—")


class _Page:
    """The even text, and what is read in it as something else."""

    def __init__(self, cable: Cable) -> None:
        self.text = even(cable.source.text)
        self.begins = {segment.span.start for segment in cable.segments}
        self.furniture = [
            (one.span.start, one.span.end) for one in cable.segments if one.layer is Layer.FURNITURE
        ]
        self.read_as = {
            (one.span.start + number, character)
            for one in cable.repairs
            if one.code == TEXT_CHARACTER and len(one.read) == len(one.span)
            for number, character in enumerate(one.read)
        }

    def stray(
        self, what: str, text: str, text_map: TextMap, span: Span | None = None
    ) -> str | None:
        """Say which character of a view does not lead back to what it was read from.

        ``span`` is where the whole stands. A joint of two characters leads to one place, and one
        between two that touch to where the second begins: else the places rise.
        """
        last = -1
        for begin, end, at in _stretches(text_map, len(text)):
            if not 0 <= at <= at + end - begin <= len(self.text):
                return f"{what} leads out of the text"
            if at < last or (at == last and not text[begin - 1].isspace()):
                return f"the map of {what} runs back at {begin}"
            # A stretch that stands there to the letter needs no look at each of its characters.
            if text[begin:end] != self.text[at : at + end - begin]:
                for offset, character in enumerate(text[begin:end]):
                    if not self.is_read(character, at + offset):
                        printed, place = self.text[at + offset], begin + offset
                        return f"{character!r} at {place} of {what} is {printed!r} at {at + offset}"
            if span is not None and not span.start <= at <= at + end - begin <= span.end:
                return f"{what} has its text outside of its span"
            last = at + end - begin - 1
        return None

    def is_read(self, character: str, at: int) -> bool:
        """Tell whether a character of a view may come from a place."""
        return self.is_gap(at) if character in " \n" else self.stands(character, at)

    def is_gap(self, at: int) -> bool:
        """Tell whether a place parts what is read: white space, a rule, another segment, a mark."""
        if (entity := ENTITY.match(self.text, at)) is not None:
            return html.unescape(entity[0]).isspace()
        if self.text[at].isspace() or self.text[at] in _RULES or at in self.begins:
            return True
        number = bisect_right(self.furniture, (at, math.inf)) - 1
        return number >= 0 and at < self.furniture[number][1]

    def stands(self, character: str, at: int) -> bool:
        """Tell whether a character is printed at a place, in whatever case, or repaired to."""
        printed = self.text[at]
        if character in (printed, printed.lower(), printed.upper()):
            return True
        if (at, character) in self.read_as:
            return True
        entity = ENTITY.match(self.text, at)
        return entity is not None and html.unescape(entity[0]).lower() == character.lower()
