"""Redaction markers: where an editor took text out. What one hides is never guessed at."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from attrs import evolve

from cableparse import Cable, Enricher, Redaction, SegmentKind, Span, hookimpl

# `XXXXXXXXXXXX`, `xxxxx`, `[NAME REMOVED]`. Three X, or four small ones, are a placeholder of the
# writer's, a date such as `xx/xx/1933` an unknown day, `(protect)` a plea and `[...]` a quotation's
# gap: none is a redaction.
_RUN = re.compile(r"[Xx]++")
_SHORTEST_RUN = 4
_BRACKET = re.compile(r"\[(?i:[a-z ()]{0,12}removed\])")

_X = frozenset("Xx")


class RedactionsEnricher:
    """Marks every redaction in the cable and its metadata; a site's own text is not looked at."""

    name = "redactions"
    after: tuple[str, ...] = ()

    def enrich(self, cable: Cable) -> Cable:
        """Add a ``Redaction`` for each marker that has none yet."""
        text = cable.source.text
        markers = [
            *((run, "redaction.x-run", "a run of four or more X") for run in _runs(text)),
            *((m, "redaction.bracket", "an editor's bracket") for m in _BRACKET.finditer(text)),
        ]
        if not markers:
            return cable
        site = [s.span for s in cable.segments if s.kind is SegmentKind.SITE]
        known = {redaction.span for redaction in cable.redactions}
        found = list(cable.redactions)
        for match, code, reason in markers:
            span = Span(*match.span())
            at = bisect_right(site, span)
            near = site[max(0, at - 1) : at + 1]  # the site's text before and behind it
            if span in known or any(span.overlaps(other) for other in near):
                continue
            found.append(
                Redaction(span=span, code=code, printed=match[0], reason=reason, plugin=self.name)
            )
        if len(found) == len(known):
            return cable
        return evolve(cable, redactions=tuple(sorted(found, key=lambda one: one.span)))


def _runs(text: str) -> Iterator[re.Match[str]]:
    """Give the runs of five X or more, and of four that are not all small.

    A search for one rare character is the quickest there is; a run is found by the letter that it
    begins with.
    """
    for first in "Xx":
        at = text.find(first)
        while at >= 0:
            behind = at + 1
            if text[behind : behind + 1] in _X and (run := _RUN.match(text, at)):
                begins = at == 0 or text[at - 1] not in _X
                if begins and len(run[0]) > _SHORTEST_RUN - (not run[0].islower()):
                    yield run
                behind = run.end()
            at = text.find(first, behind)


@hookimpl
def cableparse_enrichers() -> Iterable[Enricher]:
    """Register the enricher."""
    return [RedactionsEnricher()]
