"""What an archive or a printer put into a telegram: stamps, footers, marks for what is lost.

They may stand anywhere, in the head too, so they are taken out before a line is read. Each is found
by letters that no telegram has.
"""

import re
from collections.abc import Sequence

from cableparse.text.even import next_printed, places
from cableparse.text.segments import Insert, Layer, SegmentKind

STAMPED, FOOTER, UNREPRODUCED = "Declassified/Released", "*** Current ", "¿"
"""What an archive's stamp, its footer and its mark for what it could not reproduce have."""

# `Jane A. Roe Declassified/Released US Department of State EO Systematic Review 20 Mar 2014`; its
# parts may stand on a line each, and the name may be lost
_STAMP = re.compile(
    r"(?:[A-Z][a-z]+[ ](?:[A-Z]\.[ ])?[A-Z][a-z]+\s)?Declassified/Released"
    r"(?:\sUS\sDepartment\sof\sState)?(?:\sEO)?(?:\sSystematic\sReview)?"
    r"(?:\s\d\d[ ][A-Za-z]{3,4}[ ]\d{4})?"
)
_LONGEST_NAME = 40
_SEVERAL = 2
_LONGEST_REST = 20  # spaces, of which a line that ends in CR LF has one at least
# `*** Current Handling Restrictions *** n/a`
_FOOTER = re.compile(r"\*{3}[ ]Current[ ][A-Za-z ]{1,40}\*{3}[^\n]*")
# What a message system prints at the foot of a page, and a reading room at its head and its foot:
# `UNCLASSIFIED` / `Page 1 of 2`, `UNCLASSIFIED U.S. Department of State Case No. F-2011-00012 …`,
# `RELEASED IN PART` / `B1, 1.4(D)`. The first page has them at its head, or the last at its foot.
# And who released it: `REVIEW AUTHORITY: JANE ROE` / `DATE/CASE ID: 01 FEB 2011  201000012`,
# `Classification Extended on : 02/01/2011 ~ Class: SECRET ~` / `Reason: 1.4(D) ~ Declassify on: …`.
_PAGE = re.compile(
    r"^(?:[ ]*(?:UNCLASSIFIED|CONFIDENTIAL|SECRET)[ ]*\n(?:[ ]*SBU[ ]*\n)?)?"
    r"[ ]*Page[ ]\d{1,3}[ ]of[ ]\d{1,3}"
    r"(?:[ ]++(?:Doc[ ]No\.|\d\d?/\d\d?/\d{4}[ ])[^\n]*+)?[ ]*(?=\n|\Z)",
    re.MULTILINE,
)
_CASE = re.compile(
    r"^[ ]*(?:[A-Z]+[ ]+)?U\.S\.[ ]Department[ ]of[ ]State[ ]+Case[ ]No\.[^\n]*"
    r"|^[ ]*RELEASED?[ ]IN[ ](?:FULL|PART)[^\n]*(?:\n[ ]*B\d[^\n]*)?"
    r"|^[ ]*(?i:REVIEW[ ]AUTHORITY:)[^\n]*(?:\n[ ]*DATE/CASE[ ]ID:[^\n]*)?"
    r"|^[ ]*(?i:CLASSIFICATION[ ]EXTENDED[ ]ON)\b[^\n]*(?:\n[^\n~]{0,80}~[^\n]*)*"
    r"(?:\n[ ]*Authority:[^\n]*)?",
    re.MULTILINE,
)
_NEAR_END = _NEAR_BEGINNING = 200
_FEET = ((_PAGE, SegmentKind.PAGE_MARK), (_CASE, SegmentKind.ARCHIVE))
_RUN = re.compile(r"^[ ]*+¿[¿ ]*+(?=\n|\Z)", re.MULTILINE)


def find_stamps(text: str, start: int, end: int) -> list[Insert]:
    """Give the archive's stamps, footers and marks in ``text[start:end]``, in order."""
    found: list[tuple[int, int]] = []
    behind = start
    for at in places(text, STAMPED, start, end):
        if stamp := _STAMP.search(text, max(behind, at - _LONGEST_NAME), end):
            found.append(stamp.span())
            behind = stamp.end()
    # A search for one rare character says of most texts that they have nothing of the kind.
    if text.find(FOOTER[0], start, end) >= 0:
        footers = (_FOOTER.match(text, at, end) for at in places(text, FOOTER, start, end))
        found += [footer.span() for footer in footers if footer]
    if text.find(UNREPRODUCED, start, end) >= 0:
        found += [run.span() for run in _RUN.finditer(text, start, end)]
    stamps: list[Insert] = [(*span, SegmentKind.ARCHIVE, Layer.FURNITURE) for span in found]
    ends = text[max(start, end - _NEAR_END) : end] + text[start : start + _NEAR_BEGINNING]
    if "Page " in ends or " No. " in ends or "RELEASE" in ends:
        for pattern, kind in _FEET:
            feet = pattern.finditer(text, start, end)
            stamps += [(*one.span(), kind, Layer.FURNITURE) for one in feet]
    if len(stamps) < _SEVERAL:
        return stamps
    stamps.sort()
    # A footer may begin within another one, `*** Current  *** Current  ***`: it is its part.
    apart: list[Insert] = []
    for one in stamps:
        if not apart or one[0] >= apart[-1][1]:
            apart.append(one)
    return apart


def below_empty_lines(text: str, stamps: Sequence[Insert]) -> list[Insert]:
    """Give the ``stamps`` without the empty lines above: these are the segment's before it."""
    return [
        (max(at, text.rfind("\n", at, next_printed(text, at, behind)) + 1), behind, kind, layer)
        for at, behind, kind, layer in stamps
    ]


def without_stamps(text: str, stamps: Sequence[Insert], start: int) -> str:
    """Blank the ``stamps``, of which none begins before ``start``, so that offsets stay true.

    One on a line of its own becomes the end of the line before it: an empty line would part what it
    interrupts.
    """
    parts: list[str] = []
    at = 0
    for first, behind, _, _ in stamps:
        rest = text[behind : behind + _LONGEST_REST].partition("\n")[0]
        alone = text[first - 1 : first] == "\n" and (not rest or rest.isspace())
        begin = first - 1 if alone and first > max(at, start) else first
        parts += (text[at:begin], " " * (behind - begin))
        at = behind
    parts.append(text[at:])
    return "".join(parts)
