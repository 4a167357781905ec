"""Redaction markers: where an editor took text out. What one hides is never guessed at."""

import re
from bisect import bisect_right
from collections.abc import Iterable

from attrs import evolve

from cableparse import Cable, Enricher, Redaction, SegmentKind, Span, hookimpl

# `XXXXXXXXXXXX`, `xxxxx`, `[NAME REMOVED]`. Three X, or four small ones, are a placeholder of the
# writer's, a date such as `xx/xx/1933` an unknown day, `(protect)` a plea and `[...]` a quotation's
# gap: none is a redaction.
# Two patterns, each with a first character that the engine can search for.
_RUN = re.compile(r"[Xx](?:[Xx]{4,}|(?:(?<=X)[Xx]{3}|[Xx]{2}X|[Xx]X[Xx]|X[Xx]{2})(?![Xx]))")
_BRACKET = re.compile(r"\[(?i:[a-z ()]{0,12}removed\])")

_X = frozenset("Xx")
_MARKERS = (
    (_RUN, "redaction.x-run", "a run of four or more X"),
    (_BRACKET, "redaction.bracket", "an editor's bracket"),
)


class RedactionsEnricher:
    """Marks every redaction in the cable and its metadata; a site's own text is not looked at."""

    name = "redactions"
    after: tuple[str, ...] = ()

    def enrich(self, cable: Cable) -> Cable:
        """Add a ``Redaction`` for each marker that has none yet."""
        text = cable.source.text
        if "]" not in text and not _has_double_x(text):
            return cable
        site = [s.span for s in cable.segments if s.kind is SegmentKind.SITE]
        known = {redaction.span for redaction in cable.redactions}
        found = list(cable.redactions)
        for pattern, code, reason in _MARKERS:
            for match in pattern.finditer(text):
                span = Span(*match.span())
                at = bisect_right(site, span)
                near = site[max(0, at - 1) : at + 1]  # the site's text before and behind it
                if span in known or any(span.overlaps(other) for other in near):
                    continue
                found.append(
                    Redaction(
                        span=span, code=code, printed=match[0], reason=reason, plugin=self.name
                    )
                )
        if len(found) == len(known):
            return cable
        return evolve(cable, redactions=tuple(sorted(found, key=lambda one: one.span)))


def _has_double_x(text: str) -> bool:
    """Tell whether an X follows an X: no run is without, and most texts have none.

    A search for one rare character is the quickest there is.
    """
    for x in "Xx":
        at = text.find(x)
        while at >= 0:
            if text[at + 1 : at + 2] in _X:
                return True
            at = text.find(x, at + 1)
    return False


@hookimpl
def cableparse_enrichers() -> Iterable[Enricher]:
    """Register the enricher."""
    return [RedactionsEnricher()]
