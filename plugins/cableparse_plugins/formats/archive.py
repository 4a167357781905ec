"""What the National Archives say of a telegram: keys and values, in their file and on a page.

The archive's own words are kept under its own keys. What the core reads stands beside them under
the core's: a day as ISO 8601, a level that is one, lists without ``n/a``.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from attrs import frozen

from cableparse import MRN, Classification, Region, RegionKind, Span
from cableparse_plugins.formats.telegram import signs

NONE = frozenset({"", "n/a", "N/A", "-- N/A or Blank --"})
"""How the archive, and the site that shows its files, print that there is no value."""

# `04 MAY 1976`, `06 dec 1978`, `01-Jan-1994 12:00:00 am`; `1976 December 22, 00:00`
_MONTHS = {
    month: number
    for number, month in enumerate(
        ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"), 1
    )
}
_WORDS_OF_A_DAY, _YEAR = 3, 4
# `25/02/1977`, `1977-02-25`
_FIGURES = re.compile(r"(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4})|\d{4}-\d\d-\d\d")

# `1976ROME17677_b`: the archive's number and the letter of a site's page
_PAGE_LETTER = re.compile(r"_[a-z]\Z")

# `TEXT ON-LINE, ON MICROFILM`, `TEXT ONLINE`; else `ADS TEXT UNRETRIEVABLE` and its like
_ON_LINE = re.compile(r"TEXT[ ]ON[ -]?LINE", re.IGNORECASE)
# What stands in the place of a text that was lost, a few lines long
_NOTICE = re.compile(r"\bTEXT\b[^\n]*\b(?:UNAVAILABLE|UNRETRIEVABLE|NOT[ ]CONVERTED)\b")
_LONGEST_NOTICE = 600
_LONGEST_KEY = 60


@frozen
class Keys:
    """The keys of a record: all of them, and what the core calls those that it reads.

    ``dates`` are given as days too; with ``bare`` a key may stand alone on its line, without colon.
    """

    known: frozenset[str]
    fields: Mapping[str, str]
    dates: tuple[str, ...] = ()
    bare: bool = False


Entry = tuple[str, int, int]
"""A value on one line, and where it begins and ends as it is printed."""


def read_record(flat: str, start: int, end: int, keys: Keys) -> dict[str, Entry]:
    """Read the lines of ``flat[start:end]``: each key's first value, and where it stands.

    A value goes on up to the next key.
    """
    found: dict[str, Entry] = {}
    key, begin, at = "", start, start
    for line in flat[start:end].split("\n"):
        name, colon, _ = line.partition(":")
        if (name := name.strip(" ")) in keys.known and (colon or keys.bare):
            if key:
                found.setdefault(key, _entry(flat, begin, at))
            key, begin = name, at + line.index(name) + len(name) + len(colon)
        at += len(line) + 1
    if key:
        found.setdefault(key, _entry(flat, begin, end))
    return found


def find_values(
    flat: str, start: int, end: int, wanted: Iterable[str], keys: Keys
) -> dict[str, Entry]:
    """Give what ``read_record`` gives for the keys that are ``wanted``, and look at no other.

    Each begins its line, and the character before ``start`` is a line end.
    """
    found: dict[str, Entry] = {}
    for key in wanted:
        begin = flat.find(f"\n{key}:", start - 1, end)
        if begin < 0:
            continue
        begin += len(key) + 2
        behind = flat.find("\n", begin, end)
        while behind >= 0:
            colon = flat.find(":", behind, min(end, behind + _LONGEST_KEY))
            if colon >= 0 and flat[behind:colon].strip(" \n") in keys.known:
                break
            behind = flat.find("\n", behind + 1, end)
        found[key] = _entry(flat, begin, end if behind < 0 else behind)
    return found


def _entry(flat: str, begin: int, end: int) -> Entry:
    printed = flat[begin:end]
    value = printed.strip(" \n")
    begin += printed.find(value)
    return " ".join(value.split()) if "\n" in value else value, begin, begin + len(value)


def as_printed(record: Mapping[str, Entry], keys: Keys) -> dict[str, str]:
    """Give a record's values under its own keys, and each date as a day, by its key and `(ISO)`."""
    values = {key: value for key, (value, _, _) in record.items() if value}
    days = {f"{key} (ISO)": iso_day(values.get(key, "")) for key in keys.dates}
    return values | {key: day for key, day in days.items() if day}


def for_the_core(record: Mapping[str, Entry], keys: Keys) -> tuple[dict[str, str], dict[str, Span]]:
    """Give what the core reads of a record, under the core's names, and where each value stands."""
    metadata: dict[str, str] = {}
    places: dict[str, Span] = {}
    for key, field in keys.fields.items():
        if field in metadata or key not in record:
            continue
        printed, begin, end = record[key]
        if printed not in NONE and (value := _core_value(field, printed)):
            metadata[field] = value
            places[field] = Span(begin, end)
    return metadata, places


def piece(kind: RegionKind, start: int, end: int) -> Iterable[Region]:
    """Give a region, and none for no text."""
    return (Region(kind=kind, span=Span(start, end)),) if start < end else ()


def _core_value(field: str, printed: str) -> str | None:
    """Give a value as the core reads it; None where another word stands in its place."""
    if field == "date":
        return iso_day(printed)
    if field == "mrn":
        return archive_number(printed)
    if field == "classification":  # some files have a word of the text there, `SECRETARY`
        return printed if Classification.of_word(printed) else None
    if field in {"captions", "tags"}:
        items = (item.strip() for item in printed.split(","))
        return ", ".join(item for item in items if item not in NONE) or None
    return printed


def archive_number(printed: str) -> str | None:
    """Give an archive's number without a page's letter; None for what is no number."""
    number = _PAGE_LETTER.sub("", printed)
    try:
        MRN.parse(number)
    except ValueError:
        return None
    return number


def iso_day(printed: str) -> str | None:
    """Give the day that is printed, in ISO 8601; a time of day is padding. None for no day.

    >>> iso_day("06 dec 1978"), iso_day("25/02/1977"), iso_day("1976 December 22, 00:00")
    ('1978-12-06', '1977-02-25', '1976-12-22')
    """
    words = printed.replace("-", " ").replace(",", " ").split(None, 3)[:3]
    month = _MONTHS.get(words[1][:3].upper()) if len(words) == _WORDS_OF_A_DAY else None
    try:
        if month is None:
            match = _FIGURES.match(printed)
            if match is None:
                return None
            if match["y"] is None:
                return date.fromisoformat(match[0]).isoformat()
            return date(int(match["y"]), int(match["m"]), int(match["d"])).isoformat()
        year, day = (words[0], words[2]) if len(words[0]) > len(words[2]) else (words[2], words[0])
        return date(int(year), month, int(day)).isoformat() if len(year) == _YEAR else None
    except ValueError:
        return None


def is_on_line(text: str, locator: str) -> bool:
    """Tell whether ``text`` is a telegram's, and neither nothing nor a notice in its place.

    A locator may be wrong: what looks like a telegram is one.
    """
    if not text or text.isspace():
        return False
    if locator in NONE or _ON_LINE.search(locator):
        notice = len(text) < _LONGEST_NOTICE and bool(_NOTICE.search(text))
    else:
        notice = True
    return not notice or len(signs(text)) > 1
