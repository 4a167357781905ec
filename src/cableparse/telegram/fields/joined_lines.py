"""The pieces of one field as one line of text, with the way back to the source."""

import re
from collections.abc import Callable

from attrs import define

from cableparse.telegram.head.head import Piece
from cableparse.text.spans import Span, TextMap
from cableparse.text.views.divided import Words
from cableparse.text.views.passages import join_maps

_WORD = re.compile(r"\S+")


@define
class Joined:
    """A field's text on one line; ``span`` gives where a part of it stands in the source."""

    text: str
    text_map: TextMap

    def span(self, start: int, end: int) -> Span:
        """Give the source span of ``text[start:end]``."""
        return self.text_map.span(start, end)

    def folded(self) -> "Joined":
        """Give the same with one space for white space, and none around the text."""
        words = [word.span() for word in _WORD.finditer(self.text)]
        text = " ".join(self.text[start:end] for start, end in words)
        if text == self.text:
            return self
        return Joined(text, join_maps(((self.text_map, *word) for word in words), 1))


def join(
    text: str,
    pieces: list[Piece],
    cut: Callable[[str, str], bool] | None = None,
    words: Words | None = None,
) -> Joined:
    """Join pieces with one space; a compound divided behind its hyphen is closed.

    ``cut`` tells of a line and the next one whether a word was cut between the two. With ``words``
    the text is of the seventies, whose machines divided words.
    """
    if len(pieces) == 1:  # as most fields are
        start, end = pieces[0]
        return Joined(text[start:end], TextMap(((0, start),))) if start < end else _EMPTY
    parts: list[str] = []
    runs: list[tuple[int, int]] = []
    at = 0
    for number, (first, end) in enumerate(pieces):
        # A site put a pilcrow before each line that begins like `B. ` or `2006. `.
        start = behind_pilcrows(text, first, end) if number else first
        if start >= end:
            continue
        line = text[start:end]
        if parts:
            before = parts[-1]
            hyphen = before[-1] == "-" and before[-2:-1].isalnum() and line[0].isalnum()
            if hyphen and words is not None and words.divided_by_hyphen(before, line):
                parts[-1] = before[:-1]
                at -= 1
            if not hyphen and not (cut is not None and cut(before, line)):
                parts.append(" ")
                runs.append((at, start - 1 if start else 0))
                at += 1
        runs.append((at, start))
        parts.append(line)
        at += len(line)
    return Joined("".join(parts), TextMap(tuple(runs))) if runs else _EMPTY


def behind_pilcrows(text: str, start: int, end: int) -> int:
    """Give where a line begins without the pilcrows that a site put there, and their spaces."""
    while start < end and text[start] in "¶ ":
        start += 1
    return start


_EMPTY = Joined("", TextMap())
