"""The body as a whole: what interrupts it, where its text ends, and its cuts.

Each is made when somebody asks for it: who looks for a subject or a date needs none of them.
"""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from cableparse.telegram.body.cutting import cut_body
from cableparse.telegram.body.ending import Ending
from cableparse.telegram.body.headings import glued_headings
from cableparse.telegram.body.unquote import read_endings
from cableparse.telegram.lines.pages import PageMark
from cableparse.text.furniture import find_furniture
from cableparse.text.segments import Cut, Insert, overlay, with_gaps, without


class Body:
    """The body that stands in an even text.

    ``start`` and ``end`` are its own; ``marks`` are the telegram's page marks and ``sections`` the
    heads of its later sections, which are blanked in the text and stand before ``end``. ``noforn``
    says whether `NOFORN` is a caption of the telegram, ``repeats`` that it repeats another one, and
    ``old`` that the copy is of the seventies.
    """

    def __init__(
        self,
        text: str,
        start: int,
        end: int,
        marks: list[PageMark],
        sections: Sequence[Insert],
        *,
        noforn: bool,
        repeats: bool,
        old: bool,
    ) -> None:
        self._uncut, self.start, self.end = text, start, end
        self._marks, self._sections = marks, sections
        self._noforn, self._repeats, self._old = noforn, repeats, old

    @cached_property
    def _inserts(self) -> list[Insert]:
        """What interrupts the body."""
        text, start, end = self._uncut, self.start, self.end
        inserts = find_furniture(text, start, end, noforn=self._noforn)
        if self._sections:
            inserts = sorted([*self._sections, *_above(inserts, self._sections)])
        if glued := glued_headings(text, start, end, inserts):
            inserts = sorted(inserts + glued)
        return inserts

    @cached_property
    def text(self) -> str:
        """The text with what interrupts the body blanked."""
        return without(self._uncut, self._inserts)

    @cached_property
    def ending(self) -> Ending:
        """The signers, and where the body's text ends."""
        return read_endings(self.text, self.start, self.end, repeats=self._repeats)

    @cached_property
    def cuts(self) -> list[Cut]:
        """The cuts from ``start`` to ``end``; none where nothing stands between the two."""
        if self.start == self.end:
            return []
        cuts = cut_body(self.text, self.start, self.ending.start, self._marks, old=self._old)
        cuts += self.ending.cuts
        if not self._inserts:
            return cuts
        return overlay(cuts, with_gaps(self._uncut, self._inserts, self.end), self.end)


def _above(inserts: Sequence[Insert], sections: Sequence[Insert]) -> list[Insert]:
    """Give the inserts, each as far as the later section's head that stands within it."""
    begins = [section[0] for section in sections]
    cut = []
    for first, behind, kind, layer in inserts:
        nearest = bisect_right(begins, first)
        if nearest < len(begins) and begins[nearest] < behind:
            behind = begins[nearest]  # noqa: PLW2901
        cut.append((first, behind, kind, layer))
    return cut
