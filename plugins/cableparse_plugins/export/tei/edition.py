"""The text of a cable: divisions, headings and paragraphs, with every character of the copy."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import ExitStack

from attrs import frozen

from cableparse import (
    Cable,
    Heading,
    Layer,
    Paragraph,
    Provenance,
    Redaction,
    Repair,
    Segment,
    SegmentKind,
)
from cableparse_plugins.export.in_words import in_words
from cableparse_plugins.export.tei.marks import LeftOut, marks_of
from cableparse_plugins.export.tei.pen import Pen, as_word, holds

_KEPT = "{http://www.w3.org/XML/1998/namespace}space"
_XML_SPACE = " \t\n\r"
# `DUBLIN 00000361 002.2 OF 003`, `PAGE 02  STATE`
_PAGE = re.compile(r"(?<!\d)0*(\d{1,3})(?:\.\d)? +OF +\d|PAGE +0*(\d{1,3})(?!\d)", re.IGNORECASE)

_BODY = frozenset({SegmentKind.PARAGRAPH, SegmentKind.TEXT, SegmentKind.RULE, SegmentKind.HEADING})
_END = frozenset({SegmentKind.SIGNATURE, SegmentKind.RESIDUE, SegmentKind.REPEATED})
# What is counted, and stands nowhere to be supplied.
_COUNTED = frozenset({"decade", "sections"})


def write_text(pen: Pen, cable: Cable) -> None:
    """Write a cable's ``text``."""
    edition = _Edition(pen, cable)
    with pen.element("text", **{_KEPT: "preserve"}), pen.element("body"):
        edition.write()


class _Edition:
    """Writes a text from its beginning to its end, each character once."""

    def __init__(self, pen: Pen, cable: Cable) -> None:
        self._pen = pen
        self._cable = cable
        self._text = cable.source.text
        self._even = cable.source.even_text
        self._starts = [segment.span.start for segment in cable.segments]
        self._marks = marks_of(cable)
        self._points = self._marks.points[::-1]
        self._division = ""
        self._divisions = ExitStack()

    def write(self) -> None:
        """Write the divisions."""
        with self._divisions:
            self._supplied()
            for block in _blocks(self._cable):
                self._block(block)
            if not self._division:
                self._begin("empty")
                self._pen.empty("p")
            self._say(len(self._text))

    # ------------------------------------------------------------ divisions and what is in them

    def _begin(self, division: str, *, anew: bool = False) -> None:
        if anew or division != self._division:
            self._divisions.close()
            self._divisions.enter_context(self._pen.element("div", type=division))
            self._division = division

    def _supplied(self) -> None:
        """Write what the telegram lost and was known from elsewhere."""
        for name, evidence in self._cable.evidence.items():
            value = getattr(self._cable, name, None)
            if evidence.how is Provenance.PRINTED or name in _COUNTED or value in {None, ()}:
                continue
            self._begin("head")
            known = "external" if evidence.how is Provenance.METADATA else "internal"
            with self._pen.element("ab", type=as_word(name)):
                self._pen.whole("supplied", in_words(value), reason="lost", evidence=known)

    def _block(self, block: "_Block") -> None:
        what = block.what
        if isinstance(what, Heading):
            self._begin("section", anew=True)
            with self._pen.element("head"):
                self._through(block.start, block.end)
        elif isinstance(what, Paragraph):
            self._begin("section")
            self._paragraph(block, what)
        else:
            self._segment(block, what)

    def _paragraph(self, block: "_Block", paragraph: Paragraph) -> None:
        number = None if paragraph.number is None else f"{paragraph.number}"
        at = block.start
        with self._pen.element("p", n=number):
            if paragraph.printed:
                end = at + len(paragraph.printed)
                with self._pen.element("label"):
                    self._through(at, end)
                at = end
            if paragraph.portion is not None:
                begins = self._even.find("(", at, paragraph.pieces[0][0])
                end = self._even.rfind(")", at, paragraph.pieces[0][0]) + 1
                self._through(at, begins)
                with self._pen.element("seg", type="portion", n=paragraph.portion):
                    self._through(begins, end)
                at = end
            self._through(at, block.end)

    def _segment(self, block: "_Block", segment: Segment) -> None:
        start, end = _core(self._even, block.start, block.end)
        self._space(block.start, start)
        if start < end:
            if segment.layer is Layer.FURNITURE or segment.kind is SegmentKind.RULE:
                self._furniture(segment, start, end)
            else:
                kind = segment.kind
                self._begin("section" if kind in _BODY else "end" if kind in _END else "head")
                with self._pen.element("ab", type=kind.value):
                    self._inline(start, end)
        self._space(end, block.end)

    def _furniture(self, segment: Segment, start: int, end: int) -> None:
        if segment.kind is SegmentKind.PAGE_MARK:
            page = _PAGE.search(self._even, start, end)
            self._pen.empty("pb", n=page[1] or page[2] if page else None)
        with self._pen.element("fw", type=segment.kind.value):
            self._inline(start, end)

    def _space(self, start: int, end: int) -> None:
        """Write white space between two elements; XML's own stands there as it is."""
        text = self._text[start:end]
        if text.strip(_XML_SPACE):
            self._pen.whole("fw", text, type="blank")
        else:
            self._pen.text(text)

    # ------------------------------------------------------------ characters

    def _through(self, start: int, end: int) -> None:
        """Write a range of a paragraph or heading, and what furniture stands in it."""
        number = bisect_right(self._starts, start) - 1
        while start < end:
            segment = self._cable.segments[number]
            stop = min(end, segment.span.end)
            if segment.layer is Layer.FURNITURE:
                first, last = _core(self._even, start, stop)
                self._inline(start, first, goes_on=True)
                if first < last:
                    self._furniture(segment, first, last)
                self._inline(last, stop, goes_on=True)
            else:
                self._inline(start, stop, goes_on=stop < end)
            start = stop
            number += 1

    def _inline(self, start: int, end: int, *, goes_on: bool = False) -> None:
        """Write a range and its marks; a line begins behind its last line end if it ``goes_on``."""
        at = start
        for first, last, what in self._marks.within(start, end):
            self._lines(at, first, goes_on=True)
            self._say(first)
            self._mark(first, last, what)
            at = last
        self._lines(at, end, goes_on=goes_on)

    def _mark(self, start: int, end: int, what: Redaction | Repair | LeftOut) -> None:
        printed = self._text[start:end]
        if isinstance(what, LeftOut):
            if what.kind == "hyphen":
                self._pen.whole("pc", printed, force="weak")
            elif what.kind == "space":
                with self._pen.element("choice"):
                    self._pen.whole("orig", printed)
                    self._pen.whole("reg", " ")
            else:
                self._pen.whole("fw", printed, type=what.kind)
        elif isinstance(what, Redaction):
            with ExitStack() as inside:
                inside.enter_context(self._pen.element("gap", reason="redacted", n=what.code))
                inside.enter_context(self._pen.element("desc"))
                if not holds(printed):  # a desc takes no g, but what is in it does
                    inside.enter_context(self._pen.element("hi"))
                self._pen.text(printed)
        else:
            with self._pen.element("choice"):
                self._pen.whole("sic", printed)
                read = what.read if start == what.span.start else ""
                self._pen.whole("corr", read, type=as_word(what.code))

    def _lines(self, start: int, end: int, *, goes_on: bool) -> None:
        """Write a range without marks, line by line."""
        at = start
        while at < end:
            self._say(at)
            stop = min(end, self._points[-1].at) if self._points else end
            line_end = self._even.find("\n", at, stop)
            if line_end < 0:
                self._pen.text(self._text[at:stop])
                at = stop
                continue
            self._pen.text(self._text[at : line_end + 1])
            at = line_end + 1
            if at < end or goes_on:
                within = {"break": "no"} if line_end in self._marks.joined else {}
                self._pen.empty("lb", **within)

    def _say(self, at: int) -> None:
        """Write what is said of the places up to here."""
        while self._points and self._points[-1].at <= at:
            point = self._points.pop()
            if point.kind == "space":
                self._pen.whole("supplied", point.text, reason="joint")
                continue
            if point.lost:
                self._pen.empty("gap", reason="lost")
            self._pen.whole("note", point.text, type=point.kind, subtype=as_word(point.code))


@frozen
class _Block:
    """A range of the text: a part of the body, or a segment or what is left of one."""

    start: int
    end: int
    what: Heading | Paragraph | Segment


def _blocks(cable: Cable) -> Iterator[_Block]:
    """Give the blocks that together are the text."""
    segments = iter(cable.segments)
    segment = next(segments, None)
    at = 0
    for part in (*cable.body.parts, None):
        start = len(cable.source.text) if part is None else part.span.start
        while segment is not None and at < start:
            end = min(start, segment.span.end)
            if at < end:
                yield _Block(at, end, segment)
                at = end
            if segment.span.end <= start:
                segment = next(segments, None)
        if part is not None and at < part.span.end:
            yield _Block(at, part.span.end, part)
            at = part.span.end
            while segment is not None and segment.span.end <= at:
                segment = next(segments, None)


def _core(plain: str, start: int, end: int) -> tuple[int, int]:
    """Give a range without the white space around it."""
    while start < end and plain[start] in " \n":
        start += 1
    while start < end and plain[end - 1] in " \n":
        end -= 1
    return start, end
