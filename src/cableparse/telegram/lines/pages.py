"""Page marks: where they stand, and what they say of the cable's number and length."""

import re
from collections import Counter
from collections.abc import Sequence

from attrs import define

from cableparse.telegram.reading import Reading
from cableparse.text.even import places
from cableparse.text.spans import Span, trusted_span
from cableparse.vocabulary import post_of_truncation

# The part that no prose has: eight digits, the page, `OF`, the pages: `00000059  001.2 OF 005`.
# A few copies were put in small letters.
_CORE = re.compile(
    r"(?P<serial>\d{8})[ ]{1,2}(?P<page>\d{3})(?:\.\d)?[ ]+(?:OF|of)[ ]+(?P<pages>\d{3})(?!\d)",
    re.ASCII,
)
# Its prefix, all that a search by pattern goes by, is found as quickly as a string.
_OF = re.compile(r"OF  ?0")
_POST = re.compile(r"[A-Z][A-Za-z .'/-]{1,11}[ ]+\Z")
# `oslo 00000012  002 of 003`, alone on its line
_SMALL_POST = re.compile(r"(?<=\n)[a-z][a-z .'/-]{1,11}[ ]+\Z")
_WORD_BEHIND = re.compile(r"(?<=[ ])[A-Za-z]")
_LONGEST_BEFORE_OF = 25
_LONGEST_POST = 16


@define
class PageMark:
    """One page mark: the post as far as it is printed, the serial, page and number of pages."""

    post: str
    serial: int
    page: int
    pages: int
    span: Span
    line: int
    """Where the spaces before it start: its line's start, where it is alone."""
    alone: bool
    """Whether it has its line for itself."""


def find_page_marks(text: str, start: int, end: int) -> list[PageMark]:
    """Give the page marks of the even ``text[start:end]``, in printed order.

    The search goes by the number of pages, ``OF 0``, so that the text is run over by the quickest
    searches there are: no telegram has a hundred pages.
    """
    marks = _marks_around(text, [of.start() for of in _OF.finditer(text, start, end)], start, end)
    if not marks:  # a copy whose marks were put in small letters has no others
        small = [at + 1 for at in places(text, " of 0", start, end)]
        marks = _marks_around(text, small, start, end)
    return [marks[at] for at in sorted(marks)]


def _marks_around(text: str, found: list[int], start: int, end: int) -> dict[int, PageMark]:
    """Give the marks whose ``OF`` stands where it was found, by where they begin."""
    marks = {}  # one may be found twice: `OF 005OF 0`
    for place in found:
        if mark := _mark_around(text, place, start, end):
            marks[mark.span.start] = mark
    return marks


def note_pages(marks: list[PageMark], reading: Reading) -> None:
    """Say which pages' marks are missing, and which marks are another cable's.

    Page 1 has a mark in some copies only, so the sequence may begin with 1 or 2.
    """
    if not marks:
        return
    own = usual_serial(marks)
    before = 1
    for mark in marks:
        if mark.serial != own:
            message = f"a page mark carries {mark.post} {mark.serial}, the others {own}"
            reading.defect("page.foreign", message, mark.span)
            continue
        if mark.page > before + 1:
            message = (
                f"before page {mark.page} the marks of {mark.page - before - 1} pages are missing"
            )
            reading.defect("page.missing", message, mark.span)
        before = mark.page
    last = [mark for mark in marks if mark.serial == own][-1]
    if last.page < last.pages:
        message = f"the last page mark is {last.page} of {last.pages}"
        reading.defect("body.truncated", message, last.span)


def usual_serial(marks: Sequence[PageMark]) -> int:
    """Give the serial that most of the marks carry, the first of them where two are as many."""
    first = marks[0].serial
    if all(mark.serial == first for mark in marks):
        return first
    return Counter(mark.serial for mark in marks).most_common(1)[0][0]


def _mark_around(text: str, of: int, start: int, end: int) -> PageMark | None:
    if text[of - 4 : of - 3] == " " and text[of - 3 : of].rstrip().isdecimal():
        return None  # `SECTION 01 OF 05`
    core = _CORE.search(text, max(start, of - _LONGEST_BEFORE_OF), min(end, of + 11))
    if core is None:
        return None
    near = max(start, core.start() - _LONGEST_POST)
    post = _POST.search(text, near, core.start()) or _SMALL_POST.search(text, near, core.start())
    if post is None:
        return None
    first, last = post.start(), core.end()
    behind = _behind_spaces(text, last, end)
    if text.startswith("¶", behind, end):  # a site's, for what stood below
        last = behind + 1
        behind = _behind_spaces(text, last, end)
    line = _before_spaces(text, start, first)
    if post.re is _POST and not (post[0].isupper() and _begins_line(text, start, line)):
        first = _start_of_post(text, first, post.end())
        line = _before_spaces(text, start, first)
    alone = _begins_line(text, start, line) and (behind == end or text[behind] == "\n")
    return PageMark(
        post=" ".join(text[first : post.end()].upper().split()),
        serial=int(core["serial"]),
        page=int(core["page"]),
        pages=int(core["pages"]),
        span=trusted_span(first, last),
        line=line,
        alone=alone,
    )


def _behind_spaces(text: str, at: int, end: int) -> int:
    while at < end and text[at] == " ":
        at += 1
    return at


def _before_spaces(text: str, start: int, at: int) -> int:
    """Give where the spaces before ``at`` begin, and look no farther: a line may be the text."""
    while at > start and text[at - 1] == " ":
        at -= 1
    return at


def _begins_line(text: str, start: int, at: int) -> bool:
    return at == start or text[at - 1] == "\n"


def _start_of_post(text: str, start: int, end: int) -> int:
    """Give where the post's name begins in ``text[start:end]``, behind words of a sentence.

    It is the longest name that the vocabulary knows, cut to ten letters or not; else the last word.
    """
    begins = [] if text[max(0, start - 1) : start].isalnum() else [start]  # no half of a word
    begins += [word.start() for word in _WORD_BEHIND.finditer(text, start, end)]
    for at in begins:
        if post_of_truncation(text[at:end]) is not None:
            return at
    return begins[-1] if begins else start
