"""Redaction markers: where an editor took text out. What one hides is never guessed at."""

import re
from collections.abc import Iterable, Iterator

from cableparse import Cable, Enricher, Redaction, SegmentKind, Span, hookimpl

# `XXXXXXXXXXXX`, `xxxxx`, `[NAME REMOVED]`. Three X, or four small ones, are a placeholder of the
# writer's, a date such as `xx/xx/1933` an unknown day, `(protect)` a plea and `[...]` a quotation's
# gap: none is a redaction.
_RUN = re.compile(r"[Xx]++")
_SHORTEST_RUN = 4
_BRACKET = re.compile(r"\[(?i:[a-z ()]{0,12}removed\])")

_X = frozenset("Xx")
_SITE = SegmentKind.SITE


class RedactionsEnricher:
    """Marks every redaction in the cable and its metadata; a site's own text is not looked at."""

    name = "redactions"
    after: tuple[str, ...] = ()
    annotates = True

    def enrich(self, cable: Cable) -> Cable:
        """Add a ``Redaction`` for each marker that has none yet."""
        text = cable.source.text
        known = {redaction.span for redaction in cable.redactions}
        found = [
            Redaction(span=span, code=code, printed=match[0], reason=reason, plugin=self.name)
            for start, end in _stretches(cable)
            for match, code, reason in _markers(text, start, end)
            if (span := Span(*match.span())) not in known
        ]
        if not found:
            return cable
        redactions = sorted((*cable.redactions, *found), key=lambda one: one.span)
        return cable.evolve(redactions=tuple(redactions))


def _stretches(cable: Cable) -> Iterator[tuple[int, int]]:
    """Give where the text that is not the site's begins and ends."""
    start = 0
    for segment in cable.segments:
        if segment.kind is _SITE:
            if start < segment.span.start:
                yield start, segment.span.start
            start = segment.span.end
    if start < len(cable.source.text):
        yield start, len(cable.source.text)


def _markers(text: str, start: int, end: int) -> Iterator[tuple[re.Match[str], str, str]]:
    for run in _runs(text, start, end):
        yield run, "redaction.x-run", "a run of four or more X"
    if text.find("[", start, end) >= 0:  # most texts have none, and a pattern is slow to say so
        for bracket in _BRACKET.finditer(text, start, end):
            yield bracket, "redaction.bracket", "an editor's bracket"


def _runs(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Give the runs of five X or more, and of four that are not all small, in ``text[start:end]``.

    A search for one rare character is the quickest there is; a run is found by the letter that it
    begins with. One that goes on outside is a site's as much as the cable's.
    """
    for first in "Xx":
        at = text.find(first, start, end)
        while at >= 0:
            behind = at + 1
            if behind < end and text[behind] in _X and (run := _RUN.match(text, at)):
                begins = at == 0 or text[at - 1] not in _X
                behind = run.end()
                least = _SHORTEST_RUN - (not run[0].islower())
                if begins and behind <= end and len(run[0]) > least:
                    yield run
            at = text.find(first, behind, end)


@hookimpl
def cableparse_enrichers() -> Iterable[Enricher]:
    """Register the enricher."""
    return [RedactionsEnricher()]
