"""A text put together of parts of others, with the way back, which is made when asked for.

A summary is cut out of paragraphs, the clean narrative is all of them: what each character of such
a text leads back to is what it leads back to in the part that it is from.
"""

import math
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Protocol

from attrs import frozen

from cableparse.text.spans import TextMap


class Mapped(Protocol):
    """What has a text and its way back: a heading, a paragraph."""

    @property
    def text(self) -> str:
        """The text."""

    @property
    def text_map(self) -> TextMap:
        """Leads an offset in ``text`` back to the one in the source."""


@frozen
class Excerpt:
    """The range ``[start, end)`` of the text of ``of``."""

    of: Mapped
    start: int
    end: int

    @property
    def text(self) -> str:
        """What stands there."""
        return self.of.text[self.start : self.end]

    def until(self, match: re.Match[str] | None) -> "Excerpt":
        """Give what stands before a match in the excerpt's text; all of it without one."""
        return self if match is None else Excerpt(self.of, self.start, self.start + match.start())

    def behind(self, match: re.Match[str]) -> "Excerpt":
        """Give what stands behind a match in the excerpt's text."""
        return Excerpt(self.of, self.start + match.end(), self.end)

    def stripped(self) -> "Excerpt":
        """Give the excerpt without the white space around it."""
        text = self.text
        start = self.start + len(text) - len(text.lstrip())
        return Excerpt(self.of, start, start + len(text.strip()))


@frozen
class Passage:
    """Excerpts, none of them empty, with ``joint`` between two of them."""

    excerpts: tuple[Excerpt, ...]
    joint: str

    @cached_property
    def text(self) -> str:
        """The excerpts' texts, joined."""
        return self.joint.join(excerpt.text for excerpt in self.excerpts)

    @cached_property
    def text_map(self) -> TextMap:
        """Leads an offset in ``text`` back to the source; a joint's to the gap behind its part."""
        return join_maps(
            ((one.of.text_map, one.start, one.end) for one in self.excerpts), len(self.joint)
        )


def whole(parts: Iterable[Mapped], joint: str) -> Passage:
    """Give the passage that is all of the ``parts`` that have a text."""
    return Passage(tuple(Excerpt(one, 0, len(one.text)) for one in parts if one.text), joint)


def join_maps(parts: Iterable[tuple[TextMap, int, int]], joint: int) -> TextMap:
    """Give the map of a text that is made of the ranges ``[start, end)`` of other texts.

    No range is empty. Between two of them stand ``joint`` characters, each of which leads to the
    place right behind the last character before it.

    >>> join_maps([(TextMap(((0, 10),)), 0, 3), (TextMap(((0, 20),)), 1, 4)], 1).runs
    ((0, 10), (3, 13), (4, 21))
    """
    runs: list[tuple[int, int]] = []
    at = behind = 0
    for text_map, start, end in parts:
        if runs:
            runs += ((at + number, behind) for number in range(joint))
            at += joint
        runs += ((at + offset - start, origin) for offset, origin in _runs(text_map, start, end))
        at += end - start
        behind = text_map.source(end - 1) + 1
    return TextMap(tuple(runs)) if runs else TextMap()


def _runs(text_map: TextMap, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the pairs of a map that a part of its text needs, the first of them at ``start``."""
    yield start, text_map.source(start)
    for number in range(bisect_right(text_map.runs, (start, math.inf)), len(text_map.runs)):
        offset, origin = text_map.runs[number]
        if offset >= end:
            break
        yield offset, origin
