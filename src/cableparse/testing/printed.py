"""Law 4 for a header: what each value's span slices to is the value, to the letter.

The text is read as ``even`` gives it, page marks and furniture left out, white space folded. A
value of several lines has a space, or behind a hyphen nothing, for a line end, and lacks a site's
pilcrow at the start of a line. What else may differ is named at each check.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from cableparse.model.cable import Cable
from cableparse.model.fields import (
    MRN,
    Addressee,
    Classifier,
    Evidence,
    Provenance,
    Reference,
    Tag,
    TagKind,
    Transmission,
    full_year,
)
from cableparse.text.even import even, raised
from cableparse.text.segments import Layer, SegmentKind
from cableparse.text.spans import Span
from cableparse.vocabulary import Classification, Precedence, canonical_tag

_NUMERIC_ENTITY = re.compile(r"&#\d{2,5};")
_SIGNS = ".:[]*-"
_LETTERS = re.compile(r"[^A-Z]+")
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")


def misread(cable: Cable) -> str | None:
    """Say which value of the header does not stand where it says that it does; None for none."""
    page = _Page(cable)
    for field, evidence in cable.evidence.items():
        value = getattr(cable, field, None)
        if value is None:
            return f"{field} has evidence and no value"
        if evidence.how is not Provenance.PRINTED:
            continue
        if not evidence.spans:
            return f"{field} is printed and stands nowhere"
        if field in _LISTED and len(value) != len(evidence.spans):
            return f"{field} has {len(value)} values at {len(evidence.spans)} places"
        for claimed, spans, check in _claims(field, value, evidence):
            slices = [page.slice(span) for span in spans]
            if not check(claimed, slices):
                return f"{field} says {claimed!r} at {spans}, where {slices!r} stands"
    return None


class _Page:
    """The even text, and the stretches that are no part of a value."""

    def __init__(self, cable: Cable) -> None:
        self.text = even(cable.source.text)
        self.left_out = [  # in rising order, none in another
            segment.span
            for segment in cable.segments
            if segment.layer is Layer.FURNITURE or segment.kind is SegmentKind.PAGE_MARK
        ]

    def slice(self, span: Span) -> str:
        """Give what a span slices to, a line end in the place of what is no part of a value."""
        parts = []
        at = span.start
        first = bisect_right(self.left_out, span.start, key=lambda out: out.end)
        for number in range(first, len(self.left_out)):
            out = self.left_out[number]
            if out.start >= span.end:
                break
            parts.append(self.text[at : max(at, out.start)])
            at = min(out.end, span.end)
        parts.append(self.text[at : span.end])
        return "\n".join(parts)


Check = Callable[[Any, list[str]], bool]
"""Tells whether a value is what its spans slice to."""


def _claims(
    field: str, value: Any, evidence: Evidence
) -> Iterator[tuple[Any, tuple[Span, ...], Check]]:
    """Give what a field claims: a value, where it stands, and how the two are compared."""
    if field in _ITEMS:
        for item in value:
            yield item, (item.span,), _ITEMS[field]
    elif field in _LISTED:
        for item, span in zip(value, evidence.spans, strict=True):
            yield item, (span,), _LISTED[field]
    else:
        yield value, evidence.spans, _WHOLE.get(field, _is_printed)


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


def _is_printed(value: str, slices: list[str]) -> bool:
    return same(value, "\n".join(slices))


# ---------------------------------------------------------------- values with a span of their own


def _tag(tag: Tag, slices: list[str]) -> bool:
    """Compare in capitals, an underscore as a space; of a known tag the usual spelling is read.

    A person printed without a comma, `ROE JANE` or `ROE. JANE`, has one: `ROE, JANE`.
    """
    printed = raised(slices[0]).replace("_", " ")
    if same(tag.code, printed):
        return True
    if tag.kind is TagKind.PERSON:
        words = printed.split()
        return len(words) == 2 and tag.code == f"{words[0].rstrip(_SIGNS)}, {words[1]}"
    return tag.code == canonical_tag(printed)


def _addressee(one: Addressee, slices: list[str]) -> bool:
    """Compare the whole of an addressee: indicator, name, precedence and MCN."""
    printed = slices[0]
    if one.routing is not None:
        if not printed.startswith(one.routing):
            return False
        printed = printed[len(one.routing) :].lstrip(" ").removeprefix("/")
    return same(" ".join(filter(None, (one.name, one.precedence, one.mcn))), printed)


def _reference(reference: Reference, slices: list[str]) -> bool:
    return same(reference.text, slices[0])


def _classifier(classifier: Classifier, slices: list[str]) -> bool:
    """Compare a name; some programs cut a line of full length within a word."""
    return same(classifier.name, slices[0], cut=True)


_ITEMS: Mapping[str, Check] = MappingProxyType(
    {
        "tags": _tag,
        "action": _addressee,
        "info": _addressee,
        "references": _reference,
        "classifiers": _classifier,
    }
)


# ---------------------------------------------------------------- lists with a span for each item


def _caption(caption: str, slices: list[str]) -> bool:
    """Compare in capitals; `C O R R E C T E D COPY` has its letters closed."""
    printed = slices[0].upper()
    spaced = caption == "CORRECTED COPY" and _closed(printed) == _closed(caption)
    return same(caption, printed) or spaced


_LISTED: Mapping[str, Check] = MappingProxyType(
    {"captions": _caption, "passing": _is_printed, "signers": _is_printed}
)


# ---------------------------------------------------------------- the others


def _subject(subject: str, slices: list[str]) -> bool:
    """Compare with a twice escaped page's numeric entities as what they stand for."""
    printed = "\n".join(slices)
    return _is_printed(subject, slices) or same(
        subject, _NUMERIC_ENTITY.sub(lambda entity: html.unescape(entity[0]), printed)
    )


def _number(mrn: MRN, slices: list[str]) -> bool:
    """Compare the post without its spaces, and the serial without its zeros."""
    printed = _closed(slices[0]).upper()
    post, serial = _closed(mrn.post), re.search(r"\d+\Z", printed)
    return serial is not None and (printed[: serial.start()], int(serial[0])) == (post, mrn.serial)


def _level(level: Classification, slices: list[str]) -> bool:
    """Compare letters alone: a level is spaced, cut short, or has its first letters damaged."""
    letters = _LETTERS.sub("", slices[0].upper())
    return len(letters) > 4 and letters[2:] in _LETTERS.sub("", level)


def _count(sections: int, slices: list[str]) -> bool:
    return slices[0].isdecimal() and int(slices[0]) == sections


def _prosign(precedence: Precedence, slices: list[str]) -> bool:
    return Precedence.of_prosign(slices[0].upper()) is precedence


def _sent(sent_at: datetime, slices: list[str]) -> bool:
    """Compare `051830Z MAR 09` with the moment that it is."""
    found = re.fullmatch(r"(\d{6})Z +([A-Z]{3})[A-Z]* +(\d{2}|\d{4})", slices[0].upper())
    if found is None or found[2] not in _MONTHS:
        return False
    moment = f"{full_year(found[3])}-{_MONTHS.index(found[2]) + 1:02d} {found[1]}"
    return f"{sent_at:%Y-%m %d%H%M}" == moment


def _declassified(value: date | str, slices: list[str]) -> bool:
    """Compare an event as printed, a date by its numbers: `05/08/19`, `8 MAY 2019`, O for zero."""
    if isinstance(value, str):
        return _is_printed(value, slices)
    printed = slices[0].upper()
    found = re.findall(r"[\dO]+", printed)
    numbers = [int(one.replace("O", "0")) for one in found]
    words = re.findall(r"[A-Z]{3,}", printed)
    if words:
        numbers.append(_MONTHS.index(words[0][:3]) + 1 if words[0][:3] in _MONTHS else 0)
    years = {value.year, value.year % 100}
    return len(numbers) == 3 and any(
        sorted(numbers) == sorted((year, value.month, value.day)) for year in years
    )


def _transmission(value: Transmission, slices: list[str]) -> bool:
    """Look for what is printed as it is read: a number or a moment is one of the DE line's."""
    printed = " ".join(" ".join(slices).split())
    texts = (value.id, *value.routing, value.originator, value.security)
    return all(text is None or text in printed for text in texts) and (
        value.serial is None or f"#{value.serial:04d}" in printed
    )


_WHOLE: Mapping[str, Check] = MappingProxyType(
    {
        "subject": _subject,
        "mrn": _number,
        "classification": _level,
        "sections": _count,
        "precedence": _prosign,
        "sent_at": _sent,
        "declassify_on": _declassified,
        "transmission": _transmission,
    }
)
"""How a field is compared that is not simply as printed, as origin and executive order are."""
