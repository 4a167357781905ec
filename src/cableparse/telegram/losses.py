"""What a copy must have lost, told from what it still has. No text is guessed.

Some sites dropped every line that was mostly capitals or a single word: the head is left with its
DE and date lines, and a heading with the empty lines that stood around it.
"""

import re
from collections.abc import Sequence

from cableparse.telegram.body.body import Body
from cableparse.telegram.head.head import Head
from cableparse.telegram.lines.pages import PageMark
from cableparse.telegram.reading import Reading
from cableparse.text.segments import SegmentKind
from cableparse.text.spans import Span

# What stands around the DE line in every telegram, in capitals or alone on its line.
_IN_CAPITALS = frozenset({"id", "routing", "security", "from_", "action", "info"})

# A stretch of text without letters, and in it what stands for letters within a word
_GARBLED = re.compile(r"[^A-Za-z]{12,}")
_FIGURES = re.compile(r"[?#$()*&!;:\"][0-9,.-]|[0-9,.-][?#$()*&!;:\"]")
_SIGNS = frozenset("?#$*&!")
_DIGIT = re.compile("[0-9]")
_FEWEST_FIGURES = 3
# What stands side by side in no number and no list of numbers; two kinds of it are no slip
_ODD_PAIR = re.compile(
    r"\)[0-9]|\)\)|[0-9]['(#][0-9]|[0-9]'(?=[ ]|\Z)|[:;,][-(]|[#'][-#?]|[0-9)]\$|;[0-9]"
)
_FEWEST_ODD = 2

_GAP = re.compile(r"(?<=[^ \n])[ ]*+\n[ ]*+\n[ ]*+\n[ \n]*+(?=[^ \n])")


def note_lost_lines(text: str, head: Head, reading: Reading) -> None:
    """Say of a head that has its DE line and none of the lines around it that they were dropped.

    Of a head without that line the date and the E.O. line stay, which FM, TO and TAGS stand beside.
    """
    had = head.blocks.keys()
    if not had.isdisjoint({"from_", "action"}):
        return
    if any(
        _would_be_dropped(text[start:end])
        for name in _IN_CAPITALS.intersection(had)
        for start, end in head.pieces(name)
    ):
        return
    if "de" in had:
        left, stands = "de", "DE"
    elif had >= {"dtg", "executive_order"} and had.isdisjoint({"tags", "caption"}):
        left, stands = "dtg", "date"
    else:
        return
    reading.lost_lines = True
    reading.defect(
        "document.lines-lost",
        f"the {stands} line stands without the lines in capitals around it: INFO, captions, passing"
        " lines, references, headings and the ends of paragraphs can be lost as they are",
        Span(*head.first(left)[0]),
    )


def _would_be_dropped(line: str) -> bool:
    """Tell a line of one word or in capitals; `ZNY SSSSS ZZH (CCY AD12B345 MSI6789-012)` stays."""
    return " " not in line or 2 * sum(map(str.isupper, line)) > len(line)


def note_garbled(text: str, start: int, end: int, reading: Reading) -> None:
    """Name each stretch of ``text[start:end]`` whose letters were sent in figure shift.

    On a teletype every letter shares its key with a digit or a sign, so such a stretch has digits
    and signs as a text has letters. It is not mended: which words it was, nothing says.
    """
    for stretch in _GARBLED.finditer(text, start, end):
        printed = stretch[0].strip()
        if _is_in_figures(printed):
            first = stretch.start() + stretch[0].index(printed[0])
            message = "letters were sent in figure shift"
            reading.defect("text.garbled", message, Span(first, first + len(printed)))


def _is_in_figures(printed: str) -> bool:
    if not _DIGIT.search(printed):
        return False
    signs = len(_FIGURES.findall(printed)) >= _FEWEST_FIGURES and len(set(printed) & _SIGNS) > 1
    return (
        signs or len({_DIGIT.sub("0", pair) for pair in _ODD_PAIR.findall(printed)}) >= _FEWEST_ODD
    )


def note_flattened(text: str, head: Head, reading: Reading) -> None:
    """Say of a head whose classification stands on one line with other fields that it is flat."""
    classification = head.first("classification") or head.first("level_only")
    if not classification:
        return
    at = classification[0][0]
    line = text.rfind("\n", 0, at) + 1
    behind = text.find("\n", at)
    if behind < 0:
        behind = len(text)
    for name in ("dtg", "executive_order", "tags"):
        for start, _ in head.first(name):
            if line <= start <= behind:
                span = Span(start, classification[0][1]) if start < at else Span(at, start)
                reading.defect("header.flattened", "the header stands on one line", span)
                return


def note_lost_headings(body: Body, marks: Sequence[PageMark], reading: Reading) -> None:
    """Say where a heading stood, in the body of a copy that dropped lines.

    A rule without a heading says so, and two empty lines between paragraphs. Page marks have empty
    lines of their own.
    """
    lines = {mark.line for mark in marks if mark.alone}
    text, cuts = body.text, body.cuts
    places = [at for at, kind, _ in cuts if kind is SegmentKind.RULE]
    first = next((at for at, kind, _ in cuts if kind is SegmentKind.PARAGRAPH), None)
    if first is None:
        return
    end = next((at for at, kind, _ in cuts if kind in _ENDS), body.end)
    for gap in _GAP.finditer(text, first, end):
        before = text.rfind("\n", 0, gap.start()) + 1
        if before not in lines and gap.end() not in lines:
            places.append(gap.start())
    for at in sorted(places):
        message = "a heading stood here, of one word or in capitals"
        reading.defect("heading.lost", message, Span(at, at))


_ENDS = frozenset({SegmentKind.SIGNATURE, SegmentKind.RESIDUE, SegmentKind.REPEATED})
