"""What refers to a telegram or an airgram without a serial: `USCINCEUR 311345Z MAY 73`, `A-50`."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from cableparse.model.fields import MRN, ReferenceKind
from cableparse.telegram.fields.dates import moment

_MARK = re.compile(
    r"(?<![\w-])(?:DTG[ ]*:?[ ]*)?(?P<digits>\d{6})[ ]?Z[ ]+(?P<month>[A-Z]{3})[A-Z]*\.?[ ]+"
    r"(?P<year>\d{4}|\d\d)(?!\d)"
    r"|(?<![\w/-])(?:AIRGRAM[ ]+)?A-\d{1,4}(?![\w-])"
)
# What parts a cable from another document on its line: `OSLO 12 AND ROE/DOE E-MAIL OF MAY 7`
AND = re.compile(r"[ ]*(?:,[ ]*(?:AND[ ]+)?|&[ ]*|\bAND[ ]+)", re.IGNORECASE)
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


def find_marks(line: str) -> list[re.Match[str]]:
    """Give the date-time groups and the airgrams' numbers of a line in capitals."""
    return list(_MARK.finditer(line)) if "Z " in line or "A-" in line else []


def read_mark(
    line: str,
    mark: re.Match[str],
    at: int,
    letter: str | None,
    last: Entry | None,
    names_post: Callable[[str], bool],
) -> tuple[Entry, ...] | None:
    """Give the entry that ends in a mark, behind the cable before it; None for no such entry.

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
        return (cable._replace(end=end, sent_at=sent_at),)
    if parted := AND.match(line, begin, mark.start()):
        begin = parted.end()
    sender = line[begin : mark.start()].lstrip(_JOINTS)
    kind = _CABLE
    if airgram:
        words = sender.rstrip(_JOINTS).removesuffix("'S")
        if words and not names_post(words):
            return None
        kind = ReferenceKind.AIRGRAM
    elif not cable and last and last.kind not in {_CABLE, ReferenceKind.OTHER}:
        kind, sent_at = last.kind, None
    entry = Entry(letter, kind, None, mark.start() - len(sender), end, sent_at)
    return (cable, entry) if cable else (entry,)


def _moment(mark: re.Match[str]) -> datetime | None:
    try:
        return moment(mark["digits"], mark["month"], mark["year"])
    except ValueError:
        return None
