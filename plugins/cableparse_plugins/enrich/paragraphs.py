"""Paragraph numbers that a converter changed, and what the numbers say is missing.

A markdown converter read the pilcrows of some copies as list items and numbered them on: a marker
without a pilcrow is then its number plus ten, one with a pilcrow is right (seen in public copies).
A reader of printed pages takes a pilcrow for the digit 1: `¶2.` becomes `12.`, `¶10.` `110.`. The
repair is made only where one of the two, the same for all markers without a pilcrow, gives a clean
run from 1 on; otherwise the printed numbers stay, and what is missing or doubled is said.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from cableparse import (
    PARAGRAPH_NUMBER,
    Cable,
    Defect,
    Enricher,
    Layer,
    Marker,
    Repair,
    Segment,
    SegmentKind,
    Span,
    hookimpl,
    read_marker,
)

_CONTENT, _PARAGRAPH, _TEXT = Layer.CONTENT, SegmentKind.PARAGRAPH, SegmentKind.TEXT
_SHIFT = 10
_PLAIN_MARKER = re.compile(r"[ >]*+¶?[ ]?(\d{1,3})[.,]")
_SITE_MARKER = re.compile(r"\d{1,2}\.[ ]")
_PILCROW = "¶"
_SENTENCE_END = frozenset(".!?:;”’\"')]}-_*=…»>")
_TAIL = 8  # the line ends and spaces behind a paragraph are seldom more
# A list's last line is short; a line that a sentence was cut from behind is as long as any.
_FULL_LINE = 45
# `… END SUMMARY` needs no period, and an address has none.
_ENDS = re.compile(r"\bend (?:of )?[a-z/]+(?: and [a-z]+)?\Z|https?://", re.IGNORECASE)
# `… told the`, `… the harbor,`: within a sentence, whatever else is printed so
_SMALL_END = re.compile(r"(?<![^ (\"“'‘/-])[a-z][a-z'’-]*[ ]?,?\Z")
_LONGEST_WORD = 30
_DROPPED = "document.lines-lost"
_WORDS_NAMED = 5  # how many words of a broken line a message quotes
_MOST_NAMED = 30  # how many missing numbers a message lists


class ParagraphsEnricher:
    """Repairs paragraph numbers where the repaired whole is a clean run.

    It reads markers and line ends off the segments, and builds no view of the body.
    """

    name = "paragraphs"
    after: tuple[str, ...] = ("boilerplate",)
    annotates = True

    def enrich(self, cable: Cable) -> Cable:
        """Add repairs, and defects for what is missing, doubled, out of order or cut off."""
        paragraphs, open_ended = _running_text(cable.segments)
        repairs: tuple[Repair, ...] = ()
        defects: list[Defect] = []
        if not _run_from_one(paragraphs):
            found = map(read_marker, paragraphs)
            markers = [marker for marker in found if marker.number is not None]
            known = {one.span: int(one.read) for one in cable.repairs_of(PARAGRAPH_NUMBER)}
            repairs = () if known else tuple(self._repairs(markers, cable.source.text))
            known.update((repair.span, int(repair.read)) for repair in repairs)
            numbers = [known.get(marker.span, marker.number or 0) for marker in markers]
            defects += self._numbering(markers, numbers)
        defects += self._cut_off(open_ended, cable)
        if repairs:
            cable = cable.evolve(repairs=(*cable.repairs, *repairs))
        return cable.with_defects(*defects) if defects else cable

    def _repairs(self, markers: Sequence[Marker], text: str) -> Iterator[Repair]:
        """Repair only where every marker with a pilcrow is right and every other one is changed."""
        changed = []
        by_ten = by_digit = True  # what all changes so far can be the work of
        for right, marker in enumerate(markers, 1):
            ten, digit = marker.number == right + _SHIFT, marker.number == _with_digit(right)
            if (ten or digit) and _PILCROW not in marker.printed:
                changed.append((marker, right))
                by_ten, by_digit = by_ten and ten, by_digit and digit
            elif marker.number != right or _lost_pilcrow(text, marker):
                return
        if not (by_ten or by_digit) or (by_ten and len(changed) == len(markers)):
            return  # 11, 12, 13 … alone may be a fragment as well as a converter's work
        why = (
            f"that is {_SHIFT} too high, as a converter's list numbering leaves it"
            if by_ten
            else "that begins with a 1 too many, as a pilcrow comes out that was read as a digit"
        )
        for marker, right in changed:
            yield Repair(
                span=marker.span,
                code=PARAGRAPH_NUMBER,
                printed=marker.printed,
                read=str(right),
                reason=(
                    f"a marker without a pilcrow {why}; "
                    f"so read, the {len(markers)} paragraphs run from 1 on"
                ),
                plugin=self.name,
            )

    def _numbering(self, markers: Sequence[Marker], numbers: Sequence[int]) -> Iterator[Defect]:
        before = 0
        seen: set[int] = set()
        if numbers and min(numbers) > _SHIFT and _PILCROW not in markers[0].printed:
            message = f"the paragraphs begin at {numbers[0]}: a fragment, or a converter's numbers"
            yield self._defect("paragraph.number-ambiguous", message, markers[0])
            before = numbers[0] - 1
        elif changed := _looks_changed(markers, numbers):
            right, marker = changed
            message = f"{marker.printed} is in the place of {right}: a converter's, or the writer's"
            yield self._defect("paragraph.number-ambiguous", message, marker)
            return
        for marker, current in zip(markers, numbers, strict=True):
            if current in seen:
                message = f"paragraph {current} stands twice"
                yield self._defect("paragraph.repeated", message, marker)
            elif current < before:
                message = f"paragraph {current} follows paragraph {before}"
                yield self._defect("paragraph.unordered", message, marker)
            elif current > before + 1:
                missing = range(before + 1, min(current, before + _MOST_NAMED))
                message = f"before {current} is missing: {', '.join(map(str, missing))}"
                yield self._defect("paragraph.missing", message, marker)
            seen.add(current)
            before = current

    def _cut_off(self, open_ended: Sequence[Segment], cable: Cable) -> Iterator[Defect]:
        """Find the paragraphs whose last line is full and ends no sentence.

        Where the ``cable`` is not known to have lost lines, a line that ends in a name or a number
        lacks its period only, or is a list's.
        """
        for segment in open_ended:
            printed = segment.text.rstrip()
            if (
                not printed
                or printed[-1] in _SENTENCE_END
                or len(line := printed[_last_line(printed) :]) < _FULL_LINE
                or not (_SMALL_END.search(line[-_LONGEST_WORD:]) or _has_lost_lines(cable))
                or _ENDS.search(line)
            ):
                continue
            end = segment.span.start + len(printed)
            yield Defect(
                code="paragraph.end-lost",
                message=f"a paragraph breaks off: {' '.join(line.split()[-_WORDS_NAMED:])!r}",
                span=Span(end - 1, end),
                plugin=self.name,
            )

    def _defect(self, code: str, message: str, marker: Marker) -> Defect:
        return Defect(code=code, message=message, span=marker.span, plugin=self.name)


def _running_text(segments: Sequence[Segment]) -> tuple[list[Segment], list[Segment]]:
    """Give the paragraphs, and what is followed by another and may break off, in one pass.

    Most paragraphs end a sentence right before their line ends.
    """
    paragraphs: list[Segment] = []
    open_ended: list[Segment] = []
    before: Segment | None = None
    for segment in segments:
        if segment.layer is not _CONTENT:
            continue
        kind = segment.kind
        if before is not None:
            if kind in _CLOSING:
                open_ended.append(before)
            before = None
        if kind is _PARAGRAPH:
            paragraphs.append(segment)
        elif kind is not _TEXT:
            continue
        if segment.text[-_TAIL:].rstrip()[-1:] not in _SENTENCE_END:
            before = segment
    if before is not None:
        open_ended.append(before)
    return paragraphs, open_ended


def _has_lost_lines(cable: Cable) -> bool:
    """Tell whether the copy says so; one that has its FM or TO line does not."""
    if any(segment.kind in _SENDING for segment in cable.segments):
        return False
    return any(defect.code == _DROPPED for defect in cable.defects)


def _last_line(printed: str) -> int:
    return max(printed.rfind("\n"), printed.rfind("\r")) + 1


def _with_digit(number: int) -> int:
    """Give what a pilcrow that was read as the digit 1 makes of a number: 12 of 2, 110 of 10."""
    return number + (10 if number < 10 else 100 if number < 100 else 1000)


def _run_from_one(paragraphs: Sequence[Segment]) -> bool:
    """Tell whether the printed numbers count from 1 on: nothing is to be said of them."""
    for right, segment in enumerate(paragraphs, 1):
        if segment.text.startswith(f"{right}."):
            continue
        opening = _PLAIN_MARKER.match(segment.text)
        if opening is None or int(opening[1]) != right:
            return False
    return True


def _looks_changed(markers: Sequence[Marker], numbers: Sequence[int]) -> tuple[int, Marker] | None:
    """Give the first number that a converter may have changed, where all else counts from 1 on.

    A number without a pilcrow is then that of its place, or what a converter makes of it: with
    fewer pilcrows than a repair needs, a gap of the writer's own looks the same.
    """
    first = None
    for right, (marker, number) in enumerate(zip(markers, numbers, strict=True), 1):
        if number == right:
            continue
        changed = number in {right + _SHIFT, _with_digit(right)}
        if not changed or _PILCROW in marker.printed:
            return None
        first = first or (right, marker)
    return first


def _lost_pilcrow(text: str, marker: Marker) -> bool:
    """Tell whether the marker should have a pilcrow and has none.

    The site put one before a number with a period and a space; `1.(C)`, `3.. (C)` and `15 (C)`
    never had any, so the lack of one says nothing there.
    """
    return _PILCROW not in marker.printed and bool(_SITE_MARKER.match(text, marker.span.start))


_SENDING = frozenset({SegmentKind.FROM, SegmentKind.ACTION})
_CLOSING = frozenset({SegmentKind.PARAGRAPH, SegmentKind.HEADING, SegmentKind.SIGNATURE})


@hookimpl
def cableparse_enrichers() -> Iterable[Enricher]:
    """Register the enricher."""
    return [ParagraphsEnricher()]
