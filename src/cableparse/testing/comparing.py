"""Whether a header's value is what is printed, to the letter: one comparison a kind of value.

White space is folded, and a line end may be a space. What else may differ is named at each
comparison.
"""

import html
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from cableparse.model.fields import (
    MRN,
    Addressee,
    Classifier,
    Reference,
    Tag,
    TagKind,
    Transmission,
    full_year,
)
from cableparse.model.handling import Declassification, Office, Relay
from cableparse.telegram.lines.patterns import SECTION_WORDS
from cableparse.text.even import raised
from cableparse.text.views.alignment import ENTITY
from cableparse.vocabulary import Classification, Precedence, canonical_tag

DIVIDED = "\ufdd0\ufdd1"
"""Stands behind what a hyphen follows that divides a word, and that is none of the value."""

_SIGNS = ".:[]*-|'\"‘’“”"
_LETTERS = re.compile(r"[^A-Z]+")
_DATE = re.compile(
    r"[\dO]+[ ]?[/.-]+[ ]?[\dO]+[ ]?[/.-]+[ ]?[\dO]+"
    r"|[A-Z]{3,} [\dO]+[ ,.]+[\dO]+|[\dO]+ ?[A-Z]{3,}[ ,.]+[\dO]+"
)
_GROUP = re.compile(r"\d{6} ?Z [A-Z]+\.? \d+\Z")
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")

Check = Callable[[Any, list[str]], bool]
"""Tells whether a value is what its spans slice to."""


def same(value: str, printed: str, *, cut: bool = False) -> bool:
    """Tell whether ``value`` is what is ``printed``, white space folded.

    A line end is a space or, behind a hyphen, nothing; nothing too where lines are ``cut`` without
    regard to words. A site's pilcrow at the start of a line is left out.
    """
    at, before = 0, ""
    for line in printed.split("\n"):
        words = line.lstrip(" ¶" if before else " ").split()
        if not words:
            continue
        text = " ".join(words)
        if before and value.startswith(" ", at):
            at += 1
        elif before and not (cut or before[-1] == "-"):
            return False
        if not value.startswith(text, at):
            return False
        at += len(text)
        before = text
    return at == len(value)


def _closed(text: str) -> str:
    return "".join(text.split())


def is_printed(value: str, slices: list[str]) -> bool:
    """Compare a string with the lines it was read from."""
    return same(value, "\n".join(slices))


# ---------------------------------------------------------------- values with a span of their own


def _tag(tag: Tag, slices: list[str]) -> bool:
    """Compare in capitals, an underscore as a space; of a known tag the usual spelling is read.

    A person printed without a comma, `ROE JANE` or `ROE. JANE`, has one: `ROE, JANE`. A program may
    have cut a code between two lines.
    """
    printed = raised(slices[0]).replace("_", " ")
    if same(tag.code, printed) or same(tag.code, printed, cut=True):
        return True
    if tag.kind is TagKind.PERSON:
        words = printed.split()
        return len(words) == 2 and tag.code == f"{words[0].rstrip(_SIGNS)}, {words[1]}"
    return tag.code == canonical_tag(printed)


def _addressee(one: Addressee, slices: list[str]) -> bool:
    """Compare the whole of an addressee: indicator, name, and precedence and MCN in either order.

    The indicator and the precedence may be printed in small letters.
    """
    printed = slices[0]
    if one.routing is not None:
        if not printed.upper().startswith(one.routing):
            return False
        printed = printed[len(one.routing) :].lstrip(" /")
    if one.precedence is not None:
        before, word, after = _parted(printed, one.precedence)
        printed = f"{before} {word.upper()} {after}"  # the number may be stuck to it
    orders = ((one.precedence, one.mcn), (one.mcn, one.precedence))
    return any(same(" ".join(filter(None, (one.name, *order))), printed) for order in orders)


def _parted(printed: str, word: str) -> tuple[str, str, str]:
    """Part a text before and behind the last place of a word in any case."""
    at = raised(printed).rfind(word)
    if at < 0:
        return printed, "", ""
    return printed[:at], printed[at : at + len(word)], printed[at + len(word) :]


def _reference(reference: Reference, slices: list[str]) -> bool:
    """Compare the text, which ends in the date-time group where one was read."""
    sent = _GROUP.search(" ".join(slices[0].upper().split()).rstrip(")"))
    dated = reference.sent_at is None or (sent and _sent(reference.sent_at, [sent[0]]))
    return bool(dated) and same(reference.text, slices[0])


def _office(office: Office, slices: list[str]) -> bool:
    return slices[0] == f"{office.code}-{office.copies:02d}"


def _classifier(classifier: Classifier, slices: list[str]) -> bool:
    """Compare a name; some programs cut a line of full length within a word."""
    return same(classifier.name, slices[0], cut=True)


ITEMS: Mapping[str, Check] = MappingProxyType(
    {
        "tags": _tag,
        "action": _addressee,
        "info": _addressee,
        "references": _reference,
        "classifiers": _classifier,
        "distribution": _office,
    }
)


# ---------------------------------------------------------------- lists with a span for each item


def _caption(caption: str, slices: list[str]) -> bool:
    """Compare in capitals; `C O R R E C T E D COPY` has its letters closed."""
    printed = slices[0].upper()
    spaced = caption == "CORRECTED COPY" and _closed(printed) == _closed(caption)
    return same(caption, printed) or spaced


LISTED: Mapping[str, Check] = MappingProxyType(
    {
        "captions": _caption,
        **dict.fromkeys(
            ("passing", "drafted_by", "approved_by", "cleared_by", "signers"), is_printed
        ),
    }
)


# ---------------------------------------------------------------- the others


def _subject(subject: str, slices: list[str]) -> bool:
    """Compare with divided words closed, and a twice escaped page's entities as characters too."""
    printed = "\n".join(slices).replace(DIVIDED + "\n", "")
    if same(subject, printed):
        return True
    return same(subject, ENTITY.sub(lambda entity: html.unescape(entity[0]), printed))


def _number(mrn: MRN, slices: list[str]) -> bool:
    """Compare the post without its spaces, and the serial without its zeros."""
    printed = _closed(slices[0]).upper()
    post, serial = _closed(mrn.post), re.search(r"\d+\Z", printed)
    return serial is not None and (printed[: serial.start()], int(serial[0])) == (post, mrn.serial)


def _level(level: Classification, slices: list[str]) -> bool:
    """Compare letters alone: a level is spaced, cut short, lacks one, or has its first damaged."""
    letters = _LETTERS.sub("", slices[0].upper())
    whole = iter(_LETTERS.sub("", level))
    return len(letters) > 4 and all(letter in whole for letter in letters[2:])


def _count(sections: int, slices: list[str]) -> bool:
    printed = slices[0].upper()
    if printed in SECTION_WORDS:
        return SECTION_WORDS.index(printed) + 1 == sections
    return printed.isdecimal() and int(printed) == sections


def _prosign(precedence: Precedence, slices: list[str]) -> bool:
    return Precedence.of_prosign(slices[0].upper()) is precedence


def _sent(sent_at: datetime, slices: list[str]) -> bool:
    """Compare `051830Z MAR 09` with the moment that it is."""
    found = re.fullmatch(r"(\d{6}) ?Z +([A-Z]{3})[A-Z]*\.? +(\d{2}|\d{4})", slices[0].upper())
    if found is None or found[2] not in _MONTHS:
        return False
    moment = f"{full_year(found[3])}-{_MONTHS.index(found[2]) + 1:02d} {found[1]}"
    return f"{sent_at:%Y-%m %d%H%M}" == moment


def _declassified(value: date | str, slices: list[str]) -> bool:
    """Compare an event as printed, a date by its numbers: `05/08/19`, `8 MAY 2019`, O for zero."""
    if isinstance(value, str):
        return is_printed(value, slices)
    printed = slices[0].upper()
    found = re.findall(r"(?<![A-Z])[\dO]+(?![A-Z])", printed)  # not the first of OCTOBER
    numbers = [int(one.replace("O", "0")) for one in found]
    words = re.findall(r"[A-Z]{3,}", printed)
    if words:
        numbers.append(_MONTHS.index(words[0][:3]) + 1 if words[0][:3] in _MONTHS else 0)
    years = {value.year, value.year % 100}
    return len(numbers) == 3 and any(
        sorted(numbers) == sorted((year, value.month, value.day)) for year in years
    )


def _schedule(value: Declassification, slices: list[str]) -> bool:
    """Compare the text; kind, date and authority stand in it."""
    printed = value.text.upper()
    letters = _LETTERS.sub("", printed)
    dated = value.on is None or any(
        _declassified(value.on, [found]) for found in _DATE.findall(printed)
    )
    numbers = all(str(category) in printed for category in value.categories)
    named = value.authority is None or value.authority in value.text
    kind = letters.startswith(value.kind)
    return is_printed(value.text, slices) and kind and dated and numbers and named


def _relay(value: Relay, slices: list[str]) -> bool:
    """Look for the number, the filing time's day and time, and the copies behind a stroke."""
    words, stroke, copies = slices[0].partition("/")
    filed = value.filed_at is None or f"{value.filed_at:%d%H%M}Z" in words.split()
    counted = int(copies) if stroke else None
    return value.number in words.split() and filed and counted == value.copies


def _transmission(value: Transmission, slices: list[str]) -> bool:
    """Look for what is printed as it is read: a number or a moment is one of the DE line's."""
    printed = " ".join(" ".join(slices).split())
    texts = (value.id, *value.routing, value.originator, value.security)
    return all(text is None or text in printed for text in texts) and (
        value.serial is None or f"#{value.serial:04d}" in printed
    )


WHOLE: Mapping[str, Check] = MappingProxyType(
    {
        "subject": _subject,
        "mrn": _number,
        "classification": _level,
        "sections": _count,
        "precedence": _prosign,
        "sent_at": _sent,
        "declassify_on": _declassified,
        "declassification": _schedule,
        "relay": _relay,
        "transmission": _transmission,
    }
)
"""How a field is compared that is not simply as printed, as origin and executive order are."""
