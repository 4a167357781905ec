"""The message reference number, and the number of sections, from whichever place is left.

The classification line prints it. Without that line the page marks have post (cut to ten letters)
and serial, and the DE line has the routing indicator and the serial's last four digits; the year
is the date-time group's.
"""

from collections.abc import Sequence

from cableparse.model.fields import MRN, Provenance
from cableparse.telegram.fields.classification import PrintedNumber
from cableparse.telegram.lines.pages import PageMark, usual_serial
from cableparse.telegram.reading import Reading
from cableparse.text.spans import Span
from cableparse.vocabulary import find_post, own_spelling, post_of_routing, post_of_truncation

_DERIVED = Provenance.DERIVED  # to ask an enumeration for a member is slow
_TRUNCATED = 10
_DE_DIGITS = 10_000


def read_identity(
    printed: PrintedNumber | None,
    marks: Sequence[PageMark],
    year: int | None,
    reading: Reading,
) -> None:
    """Read ``mrn`` and, where the classification line is lost, ``sections``."""
    mark = _own_mark(marks)
    if "sections" not in reading.fields:
        if mark is not None and mark.pages:
            reading.put("sections", mark.pages, [mark.span], _DERIVED)
        elif "classification" in reading.fields:
            # A classification line that counts no sections heads the only one.
            reading.put("sections", 1, reading.where("classification"), _DERIVED)
    if printed is not None and printed.year is not None:
        year = printed.year
    if year is None:
        if printed or mark:
            reading.defect(
                "header.mrn-missing", "the number's year is lost with the date-time group"
            )
        else:
            reading.defect("header.mrn-missing", "no place gives the message reference number")
        return
    if printed is not None:
        mrn = MRN(year=year, post=own_spelling(printed.post), serial=printed.serial)
        reading.put("mrn", mrn, [printed.span])
    else:
        derived = _derive(mark, reading, year)
        if derived is None:
            reading.defect("header.mrn-missing", "no place gives the message reference number")
            return
        mrn, spans = derived
        reading.put("mrn", mrn, spans or reading.where("transmission"), _DERIVED)
    _compare(mrn, mark, reading)


def _own_mark(marks: Sequence[PageMark]) -> PageMark | None:
    """Give the first page mark with the serial that most of them carry."""
    if not marks:
        return None
    serial = usual_serial(marks)
    return next(mark for mark in marks if mark.serial == serial)


def _derive(mark: PageMark | None, reading: Reading, year: int) -> tuple[MRN, list[Span]] | None:
    sender = None
    if reading.originator:
        sender = post_of_routing(reading.originator)
    if mark is not None:
        post = None
        if sender is not None and sender.formal.startswith(mark.post.rstrip()):
            post = sender
        elif (truncated := post_of_truncation(mark.post, year)) is not None:
            post = truncated
        name = post.formal if post else mark.post
        if post is None and len(mark.post) >= _TRUNCATED and find_post(mark.post, year) is None:
            if sender is None:
                return None
            name = sender.formal
        return MRN(year=year, post=name, serial=mark.serial), [mark.span]
    if sender is None or reading.serial is None:
        return None
    if sender.kind == "department":
        # A department sends more than 9,999 telegrams a year: four digits do not tell which.
        return None
    return MRN(year=year, post=sender.formal, serial=reading.serial), []


def _compare(mrn: MRN, mark: PageMark | None, reading: Reading) -> None:
    """Say where another place of the telegram gives another number."""
    if mark is not None and mark.serial != mrn.serial:
        reading.defect(
            "header.mrn-conflict",
            f"the page marks carry {mark.post} {mark.serial}, the number read is {mrn.formal}",
            mark.span,
        )
    if reading.serial is not None and reading.serial != mrn.serial % _DE_DIGITS:
        reading.defect(
            "header.mrn-conflict",
            f"the DE line carries {reading.serial:04d}, the number read is {mrn.formal}",
            reading.spans("transmission")[0],
        )
