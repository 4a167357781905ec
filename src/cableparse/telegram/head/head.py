"""The head of a telegram as its lines by field: what the fields are read from."""

import re

from attrs import define, field

from cableparse.telegram.lines.patterns import PRINTED_LINE
from cableparse.text.segments import Cut

Piece = tuple[int, int]
"""A line or part of one: the offsets of its first character and behind its last printed one."""


@define
class Head:
    """The lines of the head by field, each field's in printed order, and where the body begins."""

    cuts: list[Cut] = field(factory=list)
    blocks: dict[str, list[list[Piece]]] = field(factory=dict)
    body: int = 0
    _line: re.Match[str] | None = None
    _asked: bool = False

    def printed_line(self, text: str) -> re.Match[str] | None:
        """Give the classification line's match, made once; None without one that has a number."""
        if not self._asked:
            self._asked = True
            if pieces := self.first("classification"):
                self._line = PRINTED_LINE.match(text, *pieces[0])
        return self._line

    def pieces(self, name: str) -> list[Piece]:
        """Give all pieces of a field, however often its label stands."""
        return [piece for block in self.blocks.get(name, ()) for piece in block]

    def first(self, name: str) -> list[Piece]:
        """Give the pieces behind the first label of a field."""
        blocks = self.blocks.get(name)
        return blocks[0] if blocks else []
