"""The classification line and the captions."""

import re
from collections.abc import Iterator

from attrs import define

from cableparse.model.fields import full_year
from cableparse.telegram.head.head import Head, Piece
from cableparse.telegram.lines.captions import caption, find_captions
from cableparse.telegram.lines.patterns import SECTION_WORDS
from cableparse.telegram.reading import Reading
from cableparse.text.spans import Span, trusted_span
from cableparse.vocabulary import Classification
from cableparse.vocabulary import captions as known_captions

# `UNCLAS SECTION 01 OF 02`, the post or the number lost
_SECTION = re.compile(r"(?<![ ])[ ]+SECTION[ ]+\d\d?[ ]+OF[ ]+(\d\d?)\b", re.ASCII)
_MARKING = re.compile(r"[^/]+")
_LETTERS = re.compile(r"[^A-Z]+")

# The level that letters stand for once the spaces and the damage of the first letters are gone.
_ENDINGS = (
    ("TOPSECRET", Classification.TOP_SECRET),
    ("LIMITEDOFFICIALUSE", Classification.LIMITED_OFFICIAL_USE),
    ("NCLASSIFIED", Classification.UNCLASSIFIED),
    ("NCLAS", Classification.UNCLASSIFIED),
    ("ONFIDENTIAL", Classification.CONFIDENTIAL),
    ("ECRET", Classification.SECRET),
)

# As nine of ten lines print it; what is damaged is read by its letters.
_PRINTED_SO = {
    "C O N F I D E N T I A L": Classification.CONFIDENTIAL,
    "S E C R E T": Classification.SECRET,
    "UNCLAS": Classification.UNCLASSIFIED,
}


@define(kw_only=True)
class PrintedNumber:
    """What the classification line has of the message reference number; the year is rare."""

    year: int | None
    post: str
    serial: int
    span: Span


def read_classification(text: str, head: Head, reading: Reading) -> PrintedNumber | None:
    """Read ``classification``, ``sections`` and ``captions``.

    Gives what the line prints of the message reference number.
    """
    number = None
    captions: dict[str, Piece] = {}
    if pieces := head.first("classification"):
        start, end = pieces[0]
        match = head.printed_line(text)
        if match is not None:
            reading.put("classification", _level(match["level"]), [match.span("level")])
            if match["sections"]:
                count = _count(*match.span("sections"), text, reading)
                reading.put("sections", count, [match.span("sections")])
            if match["efto"]:
                captions[caption(match["efto"])] = match.span("efto")
            if match["marking"]:
                captions.update(_markings(text, *match.span("marking")))
            if match.end() < end:
                for word in find_captions().finditer(text, match.end(), end):
                    captions.setdefault(caption(word[0]), word.span())
            if set(match["post"]) != {"X"}:
                number = PrintedNumber(
                    year=full_year(match["year"]) if match["year"] else None,
                    post=" ".join(match["post"].upper().split()),
                    serial=int(reading.read_as(match["serial"], "O", "0", match.start("serial"))),
                    span=trusted_span(match.start("post"), match.end("serial")),
                )
    elif pieces := head.first("level_only"):
        start, end = pieces[0]
        if section := _SECTION.search(text, start, end):
            reading.put("sections", int(section[1]), [section.span(1)])
            end = section.start()
        level = text[start:end].partition("//")[0]
        reading.put("classification", _level(level), [(start, start + len(level.rstrip()))])
        captions.update(_markings(text, start + len(level), end))
    for block in head.blocks.get("caption", ()):
        start, end = block[0]
        if (printed := text[start:end]) in known_captions():  # as most lines print one
            captions.setdefault(printed, (start, end))
            continue
        for match in find_captions().finditer(printed):  # by itself: what stands before is no word
            place = start + match.start(), start + match.end()
            captions.setdefault(caption(match[0]), place)
    if captions:
        reading.put("captions", tuple(captions), captions.values())
    return number


def _markings(text: str, start: int, end: int) -> Iterator[tuple[str, Piece]]:
    """Give the captions behind a level, `//NOFORN//ORCON`, each with its place."""
    for marking in _MARKING.finditer(text, start, end):
        if printed := marking[0].strip():
            first = marking.start() + len(marking[0]) - len(marking[0].lstrip())
            yield caption(printed), (first, first + len(printed))


def _count(start: int, end: int, text: str, reading: Reading) -> int:
    """Give the number of sections that stands there in digits or in words."""
    printed = text[start:end].upper()
    if printed in SECTION_WORDS:
        return SECTION_WORDS.index(printed) + 1
    return int(reading.read_as(printed, "O", "0", start))


def _level(printed: str) -> Classification | None:
    if (level := _PRINTED_SO.get(printed)) is not None:
        return level
    letters = _LETTERS.sub("", printed.upper())
    for ending, level in _ENDINGS:
        if letters.endswith(ending):
            return level
    for word, level in _ENDINGS:
        if any(letters.endswith(word[:at] + word[at + 1 :]) for at in range(len(word))):
            return level
    return None
