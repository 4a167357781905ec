"""The transmission lines: VZCZC, routing, DE, ZNR/ZNY and the date-time group (ACP 127)."""

import re
from datetime import UTC, datetime

from cableparse.model.fields import Filed, Transmission, full_year
from cableparse.telegram.head.head import Head, Piece
from cableparse.telegram.lines.patterns import INDICATOR
from cableparse.telegram.reading import Reading
from cableparse.text.spans import Span
from cableparse.vocabulary import Precedence

# `DE RUEHGH #0059/01 0330534`; the serial's last four digits, day of the year and time
_DE = re.compile(rf"DE[ ]({INDICATOR})[ ]#(\d{{4}})(?:/\d\d)?(?:[ ](\d{{3}})(\d\d)(\d\d)\b)?")

# `R 020534Z FEB 09`, `O P 111652Z AUG 09`, `R 250930Z FEB 72`, `P 151639Z SEP 09 ZDK`
_DTG = re.compile(
    r"(?:([ZOPRYW])(?:[ ]+([ZOPR]))?[ ]+)?([\dO]{6})[ ]?Z[ ]+"
    r"([A-Z]{3})[A-Z]*[ ]+(\d{4}|[\dO]\d)\b[ ]*(.*)",
    re.IGNORECASE,
)
_MONTHS = {
    month: number
    for number, month in enumerate(
        ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"), 1
    )
}


def read_transmission(text: str, head: Head, reading: Reading) -> None:
    """Read the transmission lines and with them ``sent_at`` and ``precedence``."""
    parts: dict[str, object] = {}
    places: list[Piece] = []
    for name in ("id", "routing", "de", "security", "dtg"):
        pieces = head.first(name) if name != "routing" else head.pieces(name)
        if pieces:
            places += pieces
            _READERS[name](text, pieces, parts, reading)
    if places:
        reading.put("transmission", Transmission(**parts), places)  # type: ignore[arg-type]


def _read_id(
    text: str, pieces: list[tuple[int, int]], parts: dict[str, object], _: Reading
) -> None:
    start, end = pieces[0]
    parts["id"] = text[start:end].split(maxsplit=1)[0]


def _read_routing(
    text: str, pieces: list[tuple[int, int]], parts: dict[str, object], _: Reading
) -> None:
    words = [word for start, end in pieces for word in text[start:end].split()]
    if words and len(words[0]) == 2:
        parts["precedence"] = Precedence.of_prosign(words.pop(0))
    parts["routing"] = tuple(words)


def _read_de(
    text: str, pieces: list[tuple[int, int]], parts: dict[str, object], _: Reading
) -> None:
    match = _DE.match(text, *pieces[0])
    if match is None:
        return
    parts["originator"] = match[1]
    parts["serial"] = int(match[2])
    if match[3]:
        parts["filed"] = Filed(day=int(match[3]), hour=int(match[4]), minute=int(match[5]))


def _read_security(
    text: str, pieces: list[tuple[int, int]], parts: dict[str, object], _: Reading
) -> None:
    start, end = pieces[0]
    parts["security"] = " ".join(text[start:end].split())


def _read_dtg(
    text: str, pieces: list[tuple[int, int]], parts: dict[str, object], reading: Reading
) -> None:
    start, end = pieces[0]
    match = _DTG.match(text, start, end)
    if match is None:
        message = f"no date-time group: {text[start:end]!r}"
        reading.defect("header.date-unreadable", message, Span(start, end))
        return
    action, info = Precedence.of_prosign((match[1] or "").upper()), match[2]
    if action is not None:
        reading.put("precedence", action, [match.span(1)])
    if info:
        parts["info_precedence"] = Precedence.of_prosign(info.upper())
    if match[6]:
        parts["remarks"] = match[6].strip()
    moment = reading.read_as(match[3], "O", "0", match.start(3))
    year = reading.read_as(match[5], "O", "0", match.start(5))
    try:
        sent_at = datetime(
            full_year(year),
            _MONTHS[match[4].upper()],
            int(moment[:2]),
            int(moment[2:4]),
            int(moment[4:]),
            tzinfo=UTC,
        )
    except (KeyError, ValueError):
        message = f"no such date: {text[start:end]!r}"
        reading.defect("header.date-unreadable", message, Span(start, end))
        return
    reading.put("sent_at", sent_at, [(match.start(3), match.end(5))])


_READERS = {
    "id": _read_id,
    "routing": _read_routing,
    "de": _read_de,
    "security": _read_security,
    "dtg": _read_dtg,
}
