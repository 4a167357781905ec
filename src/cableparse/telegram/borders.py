"""Where the telegram begins and where another one does.

A copy may have a program's printout of the telegram's fields before it, and another telegram behind
its end: the one is kept as its preface, the other named, and neither is read.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice
from operator import itemgetter

from cableparse.model.fields import full_year
from cableparse.telegram.head.blocks import read_head
from cableparse.telegram.head.head import Head
from cableparse.telegram.head.unlabelled import is_notice
from cableparse.telegram.lines.patterns import PRINTED_LINE
from cableparse.telegram.lines.shapes import head_shape
from cableparse.text.even import places, raised
from cableparse.text.segments import Insert, Layer, SegmentKind

_BEGINNINGS = frozenset({"id", "de", "security", "dtg", "routing", "from_"})
_OF_SITES = frozenset({"text", "paragraph", "rule", "dateline"})
_FIRST_WORD = "VZCZC"
_FEWEST_SITE_LINES = 3
_LONGEST_SITE_LINE = 160
_FULL_LINE = 45
_TRANSMISSION = frozenset(
    {*("id", "routing", "de", "security", "dtg"), *("distribution", "relay", "machine")}
)
_END_MARK = re.compile(r"(?<=\n)[ ]*(?:N{3,5}\w*|BT)[ \n]*\Z")
_LONGEST_MARK = 200  # with the blanked page break behind it
_MOST_PASSING = 7  # with the lines that say whom it is for
_MOST_CAPTIONS = 3  # printed lines between the classification line and the labels
_LONGEST_HEAD = 8000  # code points
_LONGEST_LIST = 4000  # code points between a first page's head and the date
_MOST_LINES = 20  # that a head has above its date, empty ones too
_SENDER_BELOW = re.compile(r"Z[ ][A-Z]{3}[ ]\d\d[A-Z0-9 ]*\n[ \n]{0,4}FM[ ][A-Z]")

# What few texts of a telegram have: `SIPDIS E.O. 12958: N/A`.
# A pattern whose prefix is one rare letter runs over the text once for both forms.
_ORDER = re.compile(r"E\.?O\.? 1")
_DOTTED, _PLAIN = "E.O. 1", "EO 1"

# What stands in a head below its classification line
_LABEL = re.compile(r"[ ]*(?:E\.?[ ]?O(?:\.|[ ]1)|TAGS?\b|SUBJ)")

_NEAR_END = 60
_LINES_ABOVE = 40
_DE_DIGITS = 10_000
_LONGEST_PREFACE = 6000
_PRINTOUT = re.compile(r"\n[ ]*(?:TAGS|SUBJECT)[ ]*:", re.IGNORECASE)
# `From: … Sent: … To: … Subject: …`, its lines in any order but the first
_MAIL = re.compile(
    r"\s*+From:[ ][^\n]*\n(?=(?:[^\n]*\n){0,8}[ ]*(?:Sent|Date):)"
    r"(?=(?:[^\n]*\n){0,12}[ ]*Subject:)"
    r"(?:[ ]*(?:[A-Z][A-Za-z-]{1,20}:[^\n]*)?\n)+",
)
_PRINTED = re.compile(r"[ ]*+[^ \n]")
_PARAGRAPH = re.compile(r"\n[ ]*¶?\d{1,2}\.[ ]")
_SITES_NUMBER = re.compile(
    r"(?<![A-Z0-9])(?P<year>(?:19|20)?\d\d)(?P<post>[A-Z]{3,30})(?P<serial>\d{1,6})(?!\d)", re.ASCII
)
_NUMBERS = re.compile(r"(?<!\d)\d{1,6}(?!\d)")

_Number = tuple[str, int]
"""A post and a serial."""


def find_start(text: str, start: int, end: int) -> int:
    """Give where the telegram of the even ``text[start:end]`` begins, behind what stands before it.

    A mail's own header stands before a forwarded telegram. A program's printout has labels or a
    classification line, and no paragraphs, and the number of the telegram below it. What a site
    prints above a telegram has nothing of a head, and no sentence that runs over a line's end.
    """
    limit = min(end, start + _LONGEST_PREFACE)
    if (first := _behind_site(text, start, limit)) > start:
        return first
    mail = _MAIL.match(text, start, limit)
    if mail and _number_below(text, mail.end(), end) is not None:
        return mail.end()
    first = _head(text, start, limit)
    preface = text[start:first]
    if first == limit or not preface.strip() or _PARAGRAPH.search(preface):
        return start
    if not _PRINTOUT.search(preface) and _number_below(text, start, first) is None:
        return start
    number = _number_below(text, first, end)
    if number is None or number[0] not in " ".join(preface.upper().split()):
        return start
    return first if number[1] in map(int, _NUMBERS.findall(preface)) else start


def _behind_site(text: str, start: int, end: int) -> int:
    """Give where the lines end that a site printed above the telegram's first line, or ``start``.

    That line begins the transmission, or is a classification line above labels. A notice or the
    day right above it is the telegram's.
    """
    if text.startswith(_FIRST_WORD, start):  # as most do
        return start
    before = 0
    own = start  # where what may be the telegram's own begins
    for count, at in enumerate(_lines(text, start, end)):
        printed = _PRINTED.match(text, at, end)
        if printed is None:
            before = 0
            continue
        first = printed.end() - 1
        stop = text.find("\n", first, end)
        shape = head_shape(text, first, end)
        if shape in _BEGINNINGS or (
            shape == "classification"
            and stop >= 0
            and _is_above_label(text, stop + 1, end, _MOST_PASSING)
        ):
            return own if own > start and count >= _FEWEST_SITE_LINES else start
        line = text[first : stop if stop >= 0 else end].rstrip()
        if shape not in _OF_SITES or stop < 0 or len(line) > _LONGEST_SITE_LINE:
            return start
        if before >= _FULL_LINE and line[0].islower():
            return start  # a sentence that was wrapped
        before = len(line)
        if not (shape == "dateline" or is_notice(line)):
            own = stop + 1
    return start


def year_above(text: str, start: int, end: int, post: str, serial: int) -> int | None:
    """Give the year of a telegram whose number a site prints above it: `08HALIFAX47`."""
    letters = post.upper().replace(" ", "")
    for number in _SITES_NUMBER.finditer(text, start, end):
        if number["post"] == letters and int(number["serial"]) == serial:
            return full_year(number["year"])
    return None


def find_others(
    text: str, head: Head, end: int, digits: int | None, pages: Sequence[int], *, old: bool
) -> tuple[int, list[Insert]]:
    """Give where another telegram begins behind ``head`` in the even ``text[:end]``, or ``end``.

    With it come the heads of the telegram's own later sections, which have its number again.
    Another telegram begins with transmission lines, or with a classification line of another
    number above an E.O. or a SUBJECT line. ``digits`` are the serial's last four, from the DE line,
    for a head whose classification line is lost, ``pages`` where the heads of first pages end; for
    ``old`` see `read_head`.
    """
    if text[max(head.body, end - _NEAR_END) : end].islower():  # another, put in small letters
        text = raised(text)
    sections: list[Insert] = []
    second = _head(text, head.body, end)
    own = _number(head.printed_line(text))
    while second < end and _is_own(_number_below(text, second, end), own, digits):
        behind = _behind_head(text, second, end, old=old)
        if behind <= second:  # a date within a paragraph
            second = _head(text, text.find("\n", second, end) + 1 or end, end)
            continue
        before = sections[-1][1] if sections else head.body
        first = _end_marks_above(text, before, _page_above(text, before, second, pages))
        sections.append((first, behind, SegmentKind.SECTION_HEAD, Layer.CONTENT))
        second = _head(text, behind, end)
    for at in _labels(text, head.body, second):
        if (above := _line_above(text, head.body, at + 1)) is not None:
            start, other = above
            if other == own:
                _add_labelled(text, start, second, sections, old=old)
                continue
            lost = own is None and digits is not None
            if (lost and other[1] % _DE_DIGITS != digits) or own not in {None, other}:
                second = min(second, start)
    return second, [section for section in sections if section[1] <= second]


def _page_above(text: str, start: int, at: int, pages: Sequence[int]) -> int:
    """Give where the page begins whose lists stand above the head at ``at``, or ``at``."""
    number = bisect_right(pages, at)
    page = pages[number - 1] if number else 0
    if page < start or at - page > _LONGEST_LIST or _PARAGRAPH.search(text, page, at):
        return at
    return page


def _behind_head(text: str, start: int, end: int, *, old: bool) -> int:
    """Give where the text goes on behind a later section's head.

    In telegrams of the seventies that is below the classification line, also within a sentence,
    unless the labels stand again.
    """
    for at in islice(_lines(text, start, end), _LINES_ABOVE if old else 0):
        if _number(PRINTED_LINE.match(text, at, end)) is not None:
            below = text.find("\n", at, end) + 1 or end
            if not _is_above_label(text, below, end):
                return below
            break
    return read_head(text, start, min(end, start + _LONGEST_HEAD), old=old).body


def _add_labelled(text: str, start: int, end: int, sections: list[Insert], *, old: bool) -> None:
    """Add a section's head that is its classification line, with the labels right below it.

    ``sections`` are in order, and none shares characters with another.
    """
    at = bisect_right(sections, start, key=itemgetter(0))
    if at and sections[at - 1][1] > start:
        return  # the label is that section's
    below = text.find("\n", start, end) + 1 or end
    if not _is_above_label(text, below, end):
        return
    stop = min(end, start + _LONGEST_HEAD, sections[at][0] if at < len(sections) else end)
    behind = read_head(text, start, stop, old=old).body
    sections.insert(at, (start, behind, SegmentKind.SECTION_HEAD, Layer.CONTENT))


def _is_above_label(text: str, start: int, end: int, most: int = _MOST_CAPTIONS) -> bool:
    """Tell whether a label stands below ``start``, with at most so many printed lines between."""
    printed = (at for at in _lines(text, start, end) if _PRINTED.match(text, at, end))
    return any(_LABEL.match(text, at) for at in islice(printed, most + 1))


def _is_own(other: _Number | None, own: _Number | None, digits: int | None) -> bool:
    if other is None:
        return False
    return other == own if own is not None else other[1] % _DE_DIGITS == digits


def _end_marks_above(text: str, start: int, at: int) -> int:
    """Give where the end marks of the section before begin, `NNN`, or ``at``."""
    above = text[max(start, at - _LONGEST_MARK) : at]
    marks = _END_MARK.search(above)
    return at - len(above) + marks.start() if marks else at


def _head(text: str, start: int, end: int) -> int:
    """Give where the first head could begin, or ``end``: with VZCZC, or with a date above FM.

    Both have a letter that few words have.
    """
    at = text.find("Z", start, end)
    while at >= 0:
        if text[at - 1] == "V":
            if text.startswith("VZCZC", at - 1) and (at - 1 <= start or text[at - 2] == "\n"):
                return at - 1
        elif (
            # `141745Z`, `141745 Z`
            text[at - 6 : at].isdecimal()
            or (text[at - 1] == " " and text[at - 7 : at - 1].isdecimal())
        ) and _SENDER_BELOW.match(text, at, end):
            return _transmission_above(text, start, text.rfind("\n", start, at) + 1 or start)
        at = text.find("Z", at + 1, end)
    return end


def _transmission_above(text: str, start: int, first: int) -> int:
    """Give where the transmission lines above the line at ``first`` begin."""
    at = first
    for _ in range(_MOST_LINES):
        if at <= start:
            break
        line = text.rfind("\n", start, at - 1) + 1 or start
        if printed := text[line : at - 1].strip():
            begin = text.index(printed[0], line)
            if head_shape(text, begin, begin + len(printed)) not in _TRANSMISSION:
                break
            first = line
        at = line
    return first


def _labels(text: str, start: int, end: int) -> Iterator[int]:
    """Give where an E.O. line or a SUBJECT line may stand."""
    for order in _ORDER.finditer(text, start, end):
        # The dotted form anywhere, `SIPDIS E.O. 12958: N/A`; the other where a line begins.
        if order[0] == _DOTTED or (order[0] == _PLAIN and text[order.start() - 1] == "\n"):
            yield order.start()
    for at in places(text, "SUBJECT:", start, end):
        if text[at - 1] == "\n":
            yield at


def _line_above(text: str, start: int, at: int) -> tuple[int, _Number] | None:
    """Give the nearest classification line above a label: where, and its post and serial."""
    for _ in range(_LINES_ABOVE):
        if at - 1 <= start:
            break
        at = text.rfind("\n", start, at - 1) + 1
        if at == 0:
            break
        number = _number(PRINTED_LINE.match(text, at))
        if number is not None:
            return at, number
    return None


def _lines(text: str, start: int, end: int) -> Iterator[int]:
    """Give where each line of ``text[start:end]`` begins."""
    at = start
    while at < end:
        yield at
        at = text.find("\n", at, end) + 1 or end


def _number_below(text: str, at: int, end: int) -> _Number | None:
    """Give the number of the first classification line from ``at`` on."""
    for _ in range(_LINES_ABOVE):
        if (number := _number(PRINTED_LINE.match(text, at, end))) is not None:
            return number
        at = text.find("\n", at, end) + 1
        if at == 0:
            break
    return None


def _number(line: re.Match[str] | None) -> _Number | None:
    if line is None:
        return None
    serial = line["serial"].upper().replace("O", "0")
    return " ".join(line["post"].upper().split()), int(serial)
