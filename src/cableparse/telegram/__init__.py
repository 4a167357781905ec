"""The telegram grammar, written once and used by all formats.

It reads text and gives cuts, header fields with their evidence, and defects. It knows nothing of
files, formats or plugins, and never changes a character.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import partial

from cableparse.model.fields import SEVENTIES, Provenance
from cableparse.telegram.body.body import Body
from cableparse.telegram.body.ending import find_repeated_end, note_end
from cableparse.telegram.borders import find_others
from cableparse.telegram.decade import find_seventies
from cableparse.telegram.fields.addressees import read_addressees
from cableparse.telegram.fields.classification import read_classification
from cableparse.telegram.fields.classifiers import read_classifiers
from cableparse.telegram.fields.distribution import read_distribution
from cableparse.telegram.fields.drafting import read_drafting
from cableparse.telegram.fields.executive_order import read_order
from cableparse.telegram.fields.identity import read_identity
from cableparse.telegram.fields.references import read_references
from cableparse.telegram.fields.relay import read_relay
from cableparse.telegram.fields.subject import read_subject
from cableparse.telegram.fields.tags import read_tags, tags_in
from cableparse.telegram.fields.transmission import read_transmission
from cableparse.telegram.head.blocks import read_head
from cableparse.telegram.head.head import Head
from cableparse.telegram.head.unlabelled import is_repeating
from cableparse.telegram.lines.page_heads import breaks_of, find_page_heads
from cableparse.telegram.lines.pages import PageMark, find_page_marks, note_pages
from cableparse.telegram.losses import (
    note_flattened,
    note_garbled,
    note_lost_headings,
    note_lost_lines,
)
from cableparse.telegram.preface import find_start, year_above
from cableparse.telegram.reading import Reading
from cableparse.text.segments import Cut, Insert, Layer, SegmentKind, overlay, with_gaps, without
from cableparse.text.spans import Span
from cableparse.text.stamps import UNREPRODUCED, below_empty_lines, find_stamps, without_stamps
from cableparse.text.views.divided import Words

__all__ = ["Reading", "read_telegram", "tags_in"]

_DERIVED = Provenance.DERIVED  # to ask an enumeration for a member is slow


# The fields that are read when somebody asks, each with its value in a cable that lacks it
_ADDRESSEES: dict[str, object] = {"origin": None, "action": (), "info": (), "passing": ()}
_LABELS: dict[str, object] = {
    "executive_order": None,
    "declassify_on": None,
    "declassification": None,
    "tags": (),
    "subject": None,
}
_CLASSIFIERS: dict[str, object] = {"classifiers": ()}
_REFERENCES: dict[str, object] = {"references": ()}
_SIGNERS: dict[str, object] = {"signers": ()}

_YEAR = re.compile(r"\d{4}")
_A_HEAD = 3000  # code points

PARTIAL = "partial extract of the original cable"
"""What a collection prints above a cable of which it has a part only."""


def read_telegram(text: str, start: int, end: int, year: int | None = None) -> Reading:
    """Read the telegram that stands in the even ``text[start:end]``.

    ``year`` is the year that the wrapping gives, for a telegram that lost its date-time group.
    Each field is read on its own: a bad value never hides a good one.
    """
    reading = Reading()
    stamps, bottom = find_stamps(text, start, end), end
    for at, behind, _, _ in stamps:
        if UNREPRODUCED in text[at:behind]:
            message = "the archive could not reproduce what stood here"
            reading.defect("document.unreproduced", message, Span(at, behind))
    heads = find_page_heads(text, start, end)
    if heads:
        below = text.find("SUBJ", start, end)
        plain = without_stamps(text, stamps, start) if stamps else text
        breaks = breaks_of(text, plain, heads, start, below if below >= 0 else end, end)
        stamps = _apart(stamps, breaks)
    old, shows_it = find_seventies(text, start, end, heads, year)
    if stamps:
        apart = below_empty_lines(text, stamps)
        stamps, text = with_gaps(text, apart, end), without_stamps(text, stamps, start)
    preface, start = start, find_start(text, start, end)
    marks = find_page_marks(text, start, end)
    head = read_head(text, start, end, old=old)
    inside = [one for one in marks if not one.alone and one.span.start < start + _A_HEAD]
    if inside:
        text, head = _without_marks(text, start, end, inside, old=old)
        inside = [one for one in inside if one.span.end <= head.body]
    read_transmission(text, head, reading)
    read_relay(text, head, reading)
    read_distribution(text, head, reading)
    read_drafting(text, head, reading)
    pages = [page.span.end for page in heads if page.page == 1]
    second, sections = find_others(text, head, end, reading.serial, pages, old=old)
    if second < end:
        message = "another telegram follows, which is kept and not read"
        reading.defect("document.second-body", message, Span(second, end))
    last, end = end, second
    note_lost_lines(text, head, reading)
    note_flattened(text, head, reading)
    marks = [mark for mark in marks if mark.span.end <= end]

    sent_at = reading.fields.get("sent_at")
    if old:
        how = _DERIVED if shows_it else Provenance.METADATA
        reading.put("decade", SEVENTIES, [shows_it] if shows_it else (), how)
        reading.later(partial(note_garbled, text, head.body, end))
    elif sent_at is not None:
        reading.put("decade", sent_at.year // 10 * 10, reading.where("sent_at"), _DERIVED)
    year = sent_at.year if sent_at is not None else year or _year_of_dateline(text, head)
    reading.later(partial(read_addressees, text, head), _ADDRESSEES, repairs=True)
    printed = read_classification(text, head, reading)
    if year is None and printed is not None and preface < start:
        year = year_above(text, preface, start, printed.post, printed.serial)
    reading.later(partial(_read_labels, text, head, old=old), _LABELS, repairs=True)
    copy = find_repeated_end(text, head.body, end) if head.body < end else end
    noforn = "NOFORN" in reading.fields.get("captions", "NOFORN")
    sections = [section for section in sections if section[1] <= copy]
    if sections:
        text = without(text, sections)
        marks = _outside(marks, sections)
    repeats = old and any(is_repeating(text[at:to]) for at, to in head.pieces("notice"))
    body = Body(text, head.body, copy, marks, sections, noforn=noforn, repeats=repeats, old=old)
    reading.later(partial(_read_classifiers, body, head, marks), _CLASSIFIERS, repairs=True)
    read_identity(printed, marks or heads, year, reading)
    own, lost = reading.fields.get("mrn"), reading.lost_lines
    reading.later(partial(read_references, text, head, year, own, lost_lines=lost), _REFERENCES)
    note_pages(marks, reading)

    for start_of_notice, end_of_notice in head.pieces("notice"):
        if PARTIAL in text[start_of_notice:end_of_notice].lower():
            span = Span(start_of_notice, end_of_notice)
            reading.defect("document.partial", "the copy says that it is an extract", span)
    above: list[Cut] = head.cuts
    ends: list[Cut] = []
    if not above or above[0][0] > start:
        above = [(start, SegmentKind.BLANK, Layer.CONTENT), *above]
    if inside:
        spans = [one.span for one in inside]
        spliced = [(one.start, one.end, SegmentKind.PAGE_MARK, Layer.CONTENT) for one in spans]
        above = overlay(above, with_gaps(text, spliced, head.body), head.body)
    if preface < start:
        above = [(preface, SegmentKind.PREFACE, Layer.FURNITURE), *above]
    if head.body < end:
        reading.later(partial(_read_end, body, marks, lost_lines=lost), _SIGNERS)
        if copy < end:
            message = "the end of the text stands a second time"
            ends.append((copy, SegmentKind.REPEATED, Layer.CONTENT))
            reading.defect("body.repeated", message, Span(copy, end))
    else:
        reading.defect("body.missing", "no body text follows the head")
    if second < last:
        ends.append((second, SegmentKind.RESIDUE, Layer.CONTENT))
    reading.cuts = partial(_cut, above, body, ends, stamps, bottom)
    return reading


def _year_of_dateline(text: str, head: Head) -> int | None:
    """Give the year that a site printed above a telegram: `Monday, 09 November 2009, 07:32`."""
    if pieces := head.first("dateline"):
        year = _YEAR.search(text, *pieces[0])
        assert year is not None  # the line has its shape by it
        return int(year[0])
    return None


def _without_marks(
    text: str, start: int, end: int, marks: list[PageMark], *, old: bool
) -> tuple[str, Head]:
    """Read the head as if the ``marks`` within its lines were spaces; give the text so, too."""
    parts: list[str] = []
    at = 0
    for mark in marks:
        first = max(at, mark.span.start)  # two may share their post
        parts += (text[at:first], " " * (mark.span.end - first))
        at = mark.span.end
    blanked = "".join((*parts, text[at:]))
    head = read_head(blanked, start, end, old=old)
    return blanked[: head.body] + text[head.body :], head


def _read_labels(text: str, head: Head, reading: Reading, *, old: bool) -> None:
    read_order(text, head, reading)
    read_tags(text, head, reading)
    read_subject(text, head, reading, Words(text) if old else None)


def _apart(stamps: list[Insert], breaks: list[Insert]) -> list[Insert]:
    """Give both in order, without the page breaks that share characters with a stamp."""
    apart: list[Insert] = []
    for one in sorted(stamps + breaks):
        if apart and one[0] < apart[-1][1]:
            if one[2] is SegmentKind.PAGE_MARK:
                continue
            apart.pop()  # a page break that reaches into the stamp
        apart.append(one)
    return apart


def _outside(marks: list[PageMark], sections: list[Insert]) -> list[PageMark]:
    """Give the page marks that stand in no later section's head; all are in order."""
    begins = [section[0] for section in sections]
    outside = []
    for mark in marks:
        nearest = bisect_right(begins, mark.span.start) - 1
        if nearest < 0 or mark.span.start >= sections[nearest][1]:
            outside.append(mark)
    return outside


def _read_classifiers(body: Body, head: Head, marks: Sequence[PageMark], reading: Reading) -> None:
    read_classifiers(body.text, head, body.ending.start, marks, reading)


def _read_end(body: Body, marks: Sequence[PageMark], reading: Reading, *, lost_lines: bool) -> None:
    """Read who signed, and say what the copy lost of the body and of its end."""
    ending = body.ending
    if lost_lines:
        note_lost_headings(body, marks, reading)
    if ending.signers:
        reading.put("signers", ending.signers, ending.spans)
    else:
        note_end(body.text, body.start, ending.start, reading, lost_lines=lost_lines)


def _cut(
    above: Sequence[Cut],
    body: Body,
    ends: Sequence[Cut],
    stamps: Sequence[Insert],
    end: int,
) -> list[Cut]:
    """Give the cuts of a telegram that ends at ``end``: its head's, its body's and those behind."""
    cuts = [*above, *body.cuts, *ends]
    return overlay(cuts, stamps, end) if stamps else cuts
