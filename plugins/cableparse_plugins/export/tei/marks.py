"""What is marked within a cable's text, and where: no two marks share a character."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from attrs import field, frozen

from cableparse import Cable, Redaction, Repair
from cableparse_plugins.export.tei.unread import Joints, left_out


@frozen
class LeftOut:
    """Characters of a paragraph or heading that its text leaves out.

    ``kind`` is ``hyphen`` (of a divided word), ``rule``, ``space`` (signs that are read as one), or
    ``sign``: a pilcrow before a line, say.
    """

    kind: str


Mark = tuple[int, int, Redaction | Repair | LeftOut]
"""Where a mark starts and ends, and what it marks."""


@frozen
class Point:
    """Something that is said at a place: what kind of note it is, its code, and its words.

    ``lost`` says that the copy lacks something there.
    """

    at: int
    kind: str
    code: str
    text: str
    lost: bool = False


# The defects that say where text is lost.
_LOST = frozenset(
    {"paragraph.missing", "paragraph.end-lost", "page.missing", "heading.lost"}
    | {"body.truncated", "document.lines-lost", "document.unreproduced"}
)


@frozen
class Marks:
    """The marks of a cable in their order, the points, and the line ends within words."""

    marks: list[Mark]
    points: list[Point]
    joined: frozenset[int] = field(repr=False)

    def within(self, start: int, end: int) -> Iterator[Mark]:
        """Give the marks of a range, each as far as it is in it."""
        first = bisect_right(self.marks, start, key=lambda mark: mark[1])
        for number in range(first, len(self.marks)):
            begins, ends, what = self.marks[number]
            if begins >= end:
                break
            yield max(begins, start), min(ends, end), what


def marks_of(cable: Cable) -> Marks:
    """Find a cable's marks: redactions first, then repairs, then what is left out.

    Of two that share a character the later is a point, so that both are said.
    """
    taken: list[Mark] = []
    points: list[Point] = []
    for redaction in cable.redactions:
        if not _take(taken, (redaction.span.start, redaction.span.end, redaction)):
            said = f"{redaction.printed}: {redaction.reason}"
            points.append(Point(redaction.span.start, "redaction", redaction.code, said))
    for repair in cable.repairs:
        if not _take(taken, (repair.span.start, repair.span.end, repair)):
            said = f"{repair.printed} is read as {repair.read}: {repair.reason}"
            points.append(Point(repair.span.start, "repair", repair.code, said))
    joints = Joints()
    plain = cable.source.even_text
    for part in cable.body.parts:
        for start, end, kind in left_out(cable.source.text, plain, part, joints):
            _take(taken, (start, end, LeftOut(kind)))
    for one in cable.defects:
        if one.span is not None:
            lost = one.code in _LOST
            points.append(Point(one.span.start, "defect", one.code, one.message, lost))
    points += (Point(at, "space", "", " ") for at in joints.spaces)
    return Marks(taken, sorted(points, key=lambda point: point.at), frozenset(joints.joined))


def _take(taken: list[Mark], mark: Mark) -> bool:
    """Take a mark in, unless it is empty or shares a character with one that was taken."""
    start, end, _ = mark
    at = bisect_left(taken, start, key=lambda one: one[0])
    free = (at == 0 or taken[at - 1][1] <= start) and (at == len(taken) or end <= taken[at][0])
    if start >= end or not free:
        return False
    taken.insert(at, mark)
    return True
