"""What refers to a telegram or an airgram without a serial: `USCINCEUR 311345Z MAY 73`, `A-50`."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from attrs import evolve

from cableparse.model.fields import MRN, ReferenceKind
from cableparse.telegram.fields.dates import moment

_MARK = re.compile(
    r"(?<![\w-])(?:DTG[ ]*+:?[ ]*+)?(?P<digits>\d{6})[ ]?Z[ ]+(?P<month>[A-Z]{3})[A-Z]*\.?[ ]+"
    r"(?P<year>\d{4}|\d\d)(?!\d)"
    r"|(?<![\w/-])(?:AIRGRAM[ ]+)?A-\d{1,4}(?![\w-])"
)
# What parts a cable from another document on its line: `OSLO 12 AND ROE/DOE E-MAIL OF MAY 7`
AND = re.compile(r"[ ]*(?:,[ ]*(?:AND[ ]+)?|&[ ]*|\bAND[ ]+)", re.IGNORECASE)
_PARTS = re.compile(r"[,;.:()&]|\bAND\b")
_LONGEST_SENDER = 40
_JOINTS = " ,/(¶"
_CABLE = ReferenceKind.CABLE  # to ask an enumeration for a member is slow


class Entry(NamedTuple):
    """A reference by its place in the block's line."""

    letter: str | None
    kind: ReferenceKind
    mrn: MRN | None
    start: int
    end: int
    sent_at: datetime | None = None


def find_marks(line: str, names_post: Callable[[str], bool]) -> list[re.Match[str]]:
    """Give the date-time groups and the airgrams' numbers of a line in capitals.

    What stands before an airgram's number is a post or nothing: `CIRCULAR A-76` is none.
    """
    if "Z " not in line and "A-" not in line:
        return []
    return [
        mark
        for mark in _MARK.finditer(line)
        if mark["digits"] or not (words := _before(line, mark.start())) or names_post(words)
    ]


def read_mark(
    line: str,
    mark: re.Match[str],
    at: int,
    letter: str | None,
    last: Entry | None,
) -> tuple[Entry, ...]:
    """Give the entry that ends in a mark, and the cable before it.

    ``last`` is what was read last between ``at`` and the mark. A date-time group right behind a
    cable's number is that cable's.
    """
    airgram, end = mark["digits"] is None, mark.end()
    sent_at = None if airgram else _moment(mark)
    cable = last if last is not None and last.mrn is not None else None
    begin = cable.end if cable else at
    sender = line[begin : mark.start()]
    if cable and not airgram and not sender.strip(_JOINTS):
        end += "(" in sender and line.startswith(")", end)
        mrn = cable.mrn
        if mrn is not None and sent_at is not None and sent_at.year < mrn.year:
            mrn = evolve(mrn, year=sent_at.year)  # a serial is counted in the year of its date
        return (cable._replace(mrn=mrn, end=end, sent_at=sent_at),)
    if parted := AND.match(line, begin, mark.start()):
        begin = parted.end()
    sender = line[begin : mark.start()].lstrip(_JOINTS)
    kind = _CABLE
    if airgram:
        kind = ReferenceKind.AIRGRAM
    elif not cable and last and last.kind not in {_CABLE, ReferenceKind.OTHER}:
        kind, sent_at = last.kind, None
    entry = Entry(letter, kind, None, mark.start() - len(sender), end, sent_at)
    return (cable, entry) if cable else (entry,)


def _before(line: str, at: int) -> str:
    """Give the words that stand before a place, without another entry's."""
    near = line[max(0, at - _LONGEST_SENDER) : at]
    return _PARTS.split(near)[-1].strip().removesuffix("'S")


def _moment(mark: re.Match[str]) -> datetime | None:
    try:
        return moment(mark["digits"], mark["month"], mark["year"])
    except ValueError:
        return None
