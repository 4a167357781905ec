"""The transmission lines: VZCZC, routing, DE, ZNR/ZNY and the date-time group (ACP 127)."""

import re
from functools import partial
from typing import Any

from cableparse.model.fields import Filed, Transmission
from cableparse.telegram.fields.dates import moment
from cableparse.telegram.head.head import Head, Piece
from cableparse.telegram.lines.patterns import INDICATOR
from cableparse.telegram.reading import Reading
from cableparse.text.spans import Span
from cableparse.vocabulary import Precedence

# `DE RUEHGH #0059/01 0330534`; the serial's last four digits, day of the year and time
_DE = re.compile(
    rf"DE[ ]({INDICATOR})[ ]#(\d{{4}})(?:/\d\d)?(?:[ ](\d{{3}})(\d\d)(\d\d)\b)?", re.ASCII
)

# `R 020534Z FEB 09`, `O P 111652Z AUG 09`, `R 250930Z FEB 72`, `P 151639Z SEP 09 ZDK`
_DTG = re.compile(
    r"(?:([ZOPRYW])(?:[ ]+([ZOPR]))?[ ]+)?([\dO]{6})[ ]?Z[ ]+"
    r"([A-Z]{3})[A-Z]*[ ]+(\d{4}|[\dO]\d)\b[ ]*+(.*)",
    re.IGNORECASE | re.ASCII,
)


def read_transmission(text: str, head: Head, reading: Reading) -> None:
    """Read the transmission lines and with them ``sent_at`` and ``precedence``.

    ``transmission`` is late; what other fields are told from, of the DE line, is read at once.
    """
    lines: dict[str, list[Piece]] = {}
    places: list[Piece] = []
    for name in ("id", "routing", "de", "security", "dtg"):
        if blocks := head.blocks.get(name):
            lines[name] = blocks[0] if name != "routing" else head.pieces(name)
            places += lines[name]
    if not places:
        return
    de = _DE.match(text, *lines["de"][0]) if "de" in lines else None
    if de is not None:
        reading.originator, reading.serial = de[1], int(de[2])
    group = _read_dtg(text, lines["dtg"][0], reading) if "dtg" in lines else None
    reading.put_late("transmission", partial(_transmission, text, lines, de, group), places)


def _transmission(
    text: str,
    lines: dict[str, list[Piece]],
    de: re.Match[str] | None,
    group: re.Match[str] | None,
) -> Transmission:
    """Make of the lines, and of the matches of two of them, what they say."""
    parts: dict[str, Any] = {}
    if "id" in lines:
        parts["id"] = text[slice(*lines["id"][0])].split(maxsplit=1)[0]
    if "routing" in lines:
        words = [word for piece in lines["routing"] for word in text[slice(*piece)].split()]
        if words and len(words[0]) == 2:
            parts["precedence"] = Precedence.of_prosign(words.pop(0))
        parts["routing"] = tuple(words)
    if de is not None:
        parts["originator"], parts["serial"] = de[1], int(de[2])
        if de[3]:
            parts["filed"] = Filed(day=int(de[3]), hour=int(de[4]), minute=int(de[5]))
    if "security" in lines:
        parts["security"] = " ".join(text[slice(*lines["security"][0])].split())
    if group is not None and group[2]:
        parts["info_precedence"] = Precedence.of_prosign(group[2].upper())
    if group is not None and group[6]:
        parts["remarks"] = group[6].strip()
    return Transmission(**parts)


def _read_dtg(text: str, piece: Piece, reading: Reading) -> re.Match[str] | None:
    start, end = piece
    match = _DTG.match(text, start, end)
    if match is None:
        message = f"no date-time group: {text[start:end]!r}"
        reading.defect("header.date-unreadable", message, Span(start, end))
        return None
    action = Precedence.of_prosign((match[1] or "").upper())
    if action is not None:
        reading.put("precedence", action, [match.span(1)])
    digits = reading.read_as(match[3], "O", "0", match.start(3))
    year = reading.read_as(match[5], "O", "0", match.start(5))
    try:
        sent_at = moment(digits, match[4], year)
    except ValueError:
        message = f"no such date: {text[start:end]!r}"
        reading.defect("header.date-unreadable", message, Span(start, end))
        return match
    reading.put("sent_at", sent_at, [(match.start(3), match.end(5))])
    return match
