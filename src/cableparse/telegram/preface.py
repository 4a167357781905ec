"""What stands before the telegram: a mail's own header, a program's printout, a site's lines.

It is kept as the telegram's preface and is not read, but for the year in the number that a site
prints.
"""

import re

from cableparse.model.fields import full_year
from cableparse.telegram.beginnings import (
    PARAGRAPH,
    PRINTED,
    first_head,
    is_above_label,
    lines_of,
    number_below,
)
from cableparse.telegram.head.unlabelled import is_notice
from cableparse.telegram.lines.shapes import head_shape

_BEGINNINGS = frozenset({"id", "de", "security", "dtg", "routing", "from_"})
_OF_SITES = frozenset({"text", "paragraph", "rule", "dateline"})
_FIRST_WORD = "VZCZC"
_FEWEST_SITE_LINES = 3
_LONGEST_SITE_LINE = 160
_FULL_LINE = 45
_MOST_PASSING = 7  # with the lines that say whom it is for
_LONGEST_PREFACE = 6000
_PRINTOUT = re.compile(r"\n[ ]*(?:TAGS|SUBJECT)[ ]*:", re.IGNORECASE)
# `From: … Sent: … To: … Subject: …`, its lines in any order but the first
_MAIL = re.compile(
    r"\s*+From:[ ][^\n]*\n(?=(?:[^\n]*\n){0,8}[ ]*(?:Sent|Date):)"
    r"(?=(?:[^\n]*\n){0,12}[ ]*Subject:)"
    r"(?:[ ]*(?:[A-Z][A-Za-z-]{1,20}:[^\n]*)?\n)+",
)
_SITES_NUMBER = re.compile(
    r"(?<![A-Z0-9])(?P<year>(?:19|20)?\d\d)(?P<post>[A-Z]{3,30})(?P<serial>\d{1,6})(?!\d)", re.ASCII
)
_NUMBERS = re.compile(r"(?<!\d)\d{1,6}(?!\d)")


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
    if mail and number_below(text, mail.end(), end) is not None:
        return mail.end()
    first = first_head(text, start, limit)
    preface = text[start:first]
    if first == limit or not preface.strip() or PARAGRAPH.search(preface):
        return start
    if not _PRINTOUT.search(preface) and number_below(text, start, first) is None:
        return start
    number = number_below(text, first, end)
    if number is None or number[0] not in " ".join(preface.upper().split()):
        return start
    return first if number[1] in map(int, _NUMBERS.findall(preface)) else start


def year_above(text: str, start: int, end: int, post: str, serial: int) -> int | None:
    """Give the year of a telegram whose number a site prints above it: `08HALIFAX47`."""
    letters = post.upper().replace(" ", "")
    for number in _SITES_NUMBER.finditer(text, start, end):
        if number["post"] == letters and int(number["serial"]) == serial:
            return full_year(number["year"])
    return None


def _behind_site(text: str, start: int, end: int) -> int:
    """Give where the lines end that a site printed above the telegram's first line, or ``start``.

    That line begins the transmission, or is a classification line above labels. A notice or the
    day right above it is the telegram's.
    """
    if text.startswith(_FIRST_WORD, start):  # as most do
        return start
    before = 0
    own = start  # where what may be the telegram's own begins
    for count, at in enumerate(lines_of(text, start, end)):
        printed = PRINTED.match(text, at, end)
        if printed is None:
            before = 0
            continue
        first = printed.end() - 1
        stop = text.find("\n", first, end)
        shape = head_shape(text, first, end)
        if shape in _BEGINNINGS or (
            shape == "classification"
            and stop >= 0
            and is_above_label(text, stop + 1, end, _MOST_PASSING)
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
