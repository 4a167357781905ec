"""Where a paragraph's running text stands in a copy's lines."""

from collections.abc import Iterable

from attrs import evolve, frozen

from cableparse.testing.copies import Copy, Line, Loss, Role
from cableparse.testing.draft import Draft, DraftHeading, DraftParagraph


@frozen
class Stretch:
    """A line of a paragraph: its place, the column where its text begins, and what of it."""

    place: int
    column: int
    start: int
    """The offset in the paragraph's text."""
    end: int


def stretches(copy: Copy, part: int) -> list[Stretch]:
    """Give the lines of the paragraph ``Draft.body[part]`` of what remains, in order.

    A line holds its part of the text character for character, and a line end stands for one space
    or line feed: only signs that a copy has for others differ.
    """
    paragraph = copy.remains.body[part]
    places = [at for at, line in enumerate(copy.lines) if Role("paragraph", part) in line.roles]
    found: list[Stretch] = []
    behind = len(paragraph.text)
    for at in reversed(places):
        size = min(len(copy.lines[at].text), behind)
        first = at == places[0]
        column = len(copy.lines[at].text) - behind if first else 0
        found.append(Stretch(at, max(0, column), behind - size if not first else 0, behind))
        behind -= size + 1
    return found[::-1]


def with_lines(copy: Copy, changed: dict[int, str]) -> Copy:
    """Give the copy with other texts at these places."""
    lines = tuple(
        evolve(line, text=changed[at]) if at in changed else line
        for at, line in enumerate(copy.lines)
    )
    return evolve(copy, lines=lines)


def with_lines_between(copy: Copy, inserted: dict[int, list[Line]]) -> Copy:
    """Give the copy with lines inserted before these places."""
    lines: list[Line] = []
    for at, line in enumerate(copy.lines):
        lines += inserted.get(at, ())
        lines.append(line)
    return evolve(copy, lines=tuple(lines))


def with_part(draft: Draft, part: int, changed: DraftHeading | DraftParagraph) -> Draft:
    """Give the draft with another part of the body."""
    return evolve(draft, body=(*draft.body[:part], changed, *draft.body[part + 1 :]))


def with_losses(copy: Copy, remains: Draft, losses: Iterable[Loss]) -> Copy:
    """Give the copy of which less remains."""
    return evolve(copy, remains=remains, losses=(*copy.losses, *losses))


def paragraph_parts(draft: Draft) -> list[int]:
    """Give the places of the paragraphs in the body."""
    return [at for at, part in enumerate(draft.body) if isinstance(part, DraftParagraph)]
