"""Smart quotes that a word processor lost on the way: `word,s` for `word’s`, `&word8` for `“word”`.

Some posts wrote in a word processor whose quotes and dashes had no place in a telegram's character
set and came out as other signs. Each is marked with a repair of one character, so that the views
show what was meant and every offset stays. The enricher is off by default: the signs are what the
telegram printed, and who collates copies wants them.
"""

import re
from collections.abc import Iterable, Iterator

from cableparse import (
    TEXT_CHARACTER,
    Cable,
    Enricher,
    Layer,
    Repair,
    SegmentKind,
    Span,
    hookimpl,
)

# `the post,s view`, `don,t`, `POST,S`: a comma between letters, before what follows an apostrophe
_APOSTROPHE = re.compile(r"(?<=[A-Za-z])[,?](?=(?i:s|t|re|ve|ll|d|m)\b)")

# `Charge d,Affaires`
_ELISION = re.compile(r"(?<=\b[dDlL]),(?=[A-Z][a-z])")

# `&the quiet harbor8`: an ampersand before a word opens, an 8 behind one closes
_QUOTED = re.compile(
    r"(?<![A-Za-z0-9&])(?P<open>&)(?=[A-Za-z])[^&8\n]{0,80}+(?:\n[^&8\n]{1,80}+)?"
    r"(?<=[A-Za-z.,!?])(?P<close>8)(?![A-Za-z0-9])"
)

# `the harbor ) and the quay`: a closing parenthesis by itself that nothing opened
_DASH = re.compile(r"(?<=[A-Za-z0-9]) (?P<dash>\)) (?=[A-Za-z])")

_TEXT = frozenset({SegmentKind.PARAGRAPH, SegmentKind.TEXT, SegmentKind.HEADING})


class TypographyEnricher:
    """Marks lost apostrophes, quotes and dashes."""

    name = "typography"
    after: tuple[str, ...] = ("boilerplate",)
    default = False
    annotates = True

    def enrich(self, cable: Cable) -> Cable:
        """Add a repair for each sign that stands for a lost one, in the body's text only."""
        known = {repair.span for repair in cable.repairs if repair.code == TEXT_CHARACTER}
        found = [
            repair
            for segment in cable.segments
            if segment.kind in _TEXT and segment.layer is Layer.CONTENT
            for repair in self._repairs(segment.text, segment.span.start)
            if repair.span not in known
        ]
        if not found:
            return cable
        repairs = sorted((*cable.repairs, *found), key=lambda repair: repair.span)
        return cable.evolve(repairs=tuple(repairs))

    def _repairs(self, text: str, start: int) -> Iterator[Repair]:
        for match in _APOSTROPHE.finditer(text):
            yield self._repair(start, match.start(), match[0], "’", "an apostrophe")
        for match in _ELISION.finditer(text):
            yield self._repair(start, match.start(), match[0], "’", "an apostrophe")
        for match in _QUOTED.finditer(text):
            yield self._repair(start, match.start("open"), "&", "“", "an opening quote")
            yield self._repair(start, match.start("close"), "8", "”", "a closing quote")
        opened = at = 0
        for match in _DASH.finditer(text):
            # A parenthesis that something opened in this paragraph closes it.
            place = match.start("dash")
            opened += text.count("(", at, place) - text.count(")", at, place)
            at = place
            if opened <= 0:
                yield self._repair(start, place, ")", "–", "a dash")
                at = place + 1

    def _repair(self, start: int, at: int, printed: str, read: str, what: str) -> Repair:
        return Repair(
            span=Span(start + at, start + at + 1),
            code=TEXT_CHARACTER,
            printed=printed,
            read=read,
            reason=f"{what} that a word processor's character came out as",
            plugin=self.name,
        )


@hookimpl
def cableparse_enrichers() -> Iterable[Enricher]:
    """Register the enricher."""
    return [TypographyEnricher()]
