"""Law 4 for a header: what each value's span slices to is the value, to the letter.

The text is read as ``even`` gives it, page marks and furniture left out; how the two are compared,
``comparing`` says for each kind of value.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from cableparse.model.cable import Cable
from cableparse.model.fields import Evidence, Provenance
from cableparse.testing.comparing import DIVIDED, ITEMS, LISTED, WHOLE, Check, is_printed
from cableparse.text.annotations import HEADER_VALUE
from cableparse.text.even import even
from cableparse.text.segments import Layer, SegmentKind
from cableparse.text.spans import Span


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
        if field in LISTED and len(value) != len(evidence.spans):
            return f"{field} has {len(value)} values at {len(evidence.spans)} places"
        for claimed, spans, check in _claims(field, value, evidence):
            slices = [page.slice(span) for span in spans]
            if field == "subject":
                slices = [one + page.divided(span) for one, span in zip(slices, spans, strict=True)]
            if not check(claimed, slices):
                return f"{field} says {claimed!r} at {spans}, where {slices!r} stands"
    return None


_DIVIDES = re.compile(r"-[ ]*+\n")


class _Page:
    """The even text, and the stretches that are no part of a value or are read as others."""

    def __init__(self, cable: Cable) -> None:
        self.text = even(cable.source.text)
        self.repairs = sorted(
            (one for one in cable.repairs if one.code == HEADER_VALUE), key=lambda one: one.span
        )
        self.left_out = [  # in rising order, none in another
            segment.span
            for segment in cable.segments
            if segment.layer is Layer.FURNITURE or segment.kind is SegmentKind.PAGE_MARK
        ]

    def slice(self, span: Span) -> str:
        """Give what a span slices to, repaired, with a line end for what is no part of a value."""
        parts = []
        at = span.start
        first = bisect_right(self.left_out, span.start, key=lambda out: out.end)
        for number in range(first, len(self.left_out)):
            out = self.left_out[number]
            if out.start >= span.end:
                break
            parts.append(self.read(at, max(at, out.start)))
            at = min(out.end, span.end)
        parts.append(self.read(at, span.end))
        return "\n".join(parts)

    def divided(self, span: Span) -> str:
        """Give a sign where a hyphen at the line's end stands behind a span."""
        return DIVIDED if _DIVIDES.match(self.text, span.end) else ""

    def read(self, start: int, end: int) -> str:
        """Give a stretch of the text as its repairs say."""
        text = ""
        for repair in self.repairs:
            if start <= repair.span.start and repair.span.end <= end:
                text += self.text[start : repair.span.start] + repair.read
                start = repair.span.end
        return text + self.text[start:end]


def _claims(
    field: str, value: Any, evidence: Evidence
) -> Iterator[tuple[Any, tuple[Span, ...], Check]]:
    """Give what a field claims: a value, where it stands, and how the two are compared."""
    if field in ITEMS:
        for item in value:
            yield item, (item.span,), ITEMS[field]
    elif field in LISTED:
        for item, span in zip(value, evidence.spans, strict=True):
            yield item, (span,), LISTED[field]
    else:
        yield value, evidence.spans, WHOLE.get(field, is_printed)
