"""Where the characters of a value stand that was read from several lines as one.

A subject is kept as text, beside the spans that it was read from. Reading it changed three things
and no other: white space became one space; a line end became one too, unless a compound goes on
behind its hyphen; and a numeric entity of a page that was escaped twice became its character. So
the printed characters of both are the same, one after the other, and each leads to its own.
"""

import html
import re
from collections.abc import Iterable, Iterator

from cableparse.text.spans import Span, TextMap

ENTITY = re.compile(r"&(?:#\d{2,5}|amp|lt|gt|quot|apos);")
"""``&#039;``, ``&amp;``: how a page that was escaped twice prints a character; no telegram does."""


def align(text: str, spans: Iterable[Span], value: str) -> TextMap | None:
    """Give the map of ``value``, which was read from the ``spans`` of the even ``text``.

    A space leads to the white space that it stands for, or to the place behind its line. None
    where the spans are not the value's, character by character.
    """
    places: list[int] = []
    for printed, place in _characters(text, spans):
        expected = value[len(places) : len(places) + 1]
        if printed and not printed.isspace():
            if printed != expected:
                return None
            places.append(place)
        elif places and value[len(places) - 1] != " ":
            if expected == " ":
                places.append(place)
            elif printed and expected:
                return None  # white space within a word of the value
    return _map_of(places) if len(places) == len(value) else None


def _characters(text: str, spans: Iterable[Span]) -> Iterator[tuple[str, int]]:
    """Give each printed character and its place; a line end is the empty string."""
    for span in spans:
        at = span.start
        while at < span.end:
            if text[at] == "&" and (entity := ENTITY.match(text, at, span.end)):
                yield html.unescape(entity[0]), at
                at = entity.end()
            else:
                yield text[at], at
                at += 1
        yield "", at


def _map_of(places: list[int]) -> TextMap:
    runs = [(at, place) for at, place in enumerate(places) if not at or place != places[at - 1] + 1]
    return TextMap(tuple(runs)) if runs else TextMap()
