"""A body in passages of a bounded size, which follow its paragraphs.

Paragraphs are packed one after the other as long as they fit. No passage goes across a heading,
and a paragraph is cut only where it is longer than a passage may be: before a sentence, before a
word where a sentence is longer still, and within a word where nothing else is left.
"""

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, field, frozen

from cableparse.text.views.parts import Heading, Paragraph
from cableparse.text.views.passages import Excerpt, Passage
from cableparse.text.views.sentences import Cuttable

JOINT = "\n\n"
"""What stands between two paragraphs of a passage."""


@frozen
class Part:
    """The range ``[start, end)`` of a paragraph's text, without white space at its ends."""

    paragraph: Paragraph
    text: Cuttable
    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start


@frozen
class Packed:
    """What one passage is made of; its text begins with ``repeated`` characters of the last."""

    heading: Heading | None
    parts: tuple[Part, ...]
    repeated: int = field(default=0)

    @property
    def passage(self) -> Passage:
        """The text with its way back."""
        return Passage(tuple(Excerpt(p.paragraph, p.start, p.end) for p in self.parts), JOINT)


def pack(parts: Iterable[Heading | Paragraph], size: int, overlap: int) -> Iterator[Packed]:
    """Pack a body's parts into passages of at most ``size`` characters, in order.

    A passage that goes on under the same heading begins with at most ``overlap`` characters of the
    end of the one before: whole paragraphs, then from a sentence's beginning on, and where the
    last sentence is too long from a word's. Raises ``TypeError`` for what is no whole number, and
    ``ValueError`` for a size below 1 and for an overlap that is negative or not below the size.
    """
    check(size, overlap)
    return _packed(parts, size, overlap)


def check(size: int, overlap: int) -> None:
    """Raise what :func:`pack` raises."""
    for name, value in (("size", size), ("overlap", overlap)):
        if not isinstance(value, int) or isinstance(value, bool):
            raise TypeError(f"{name} is a whole number of characters, not {value!r}")
    if size < 1:
        raise ValueError(f"size must be at least 1 character, not {size}")
    if not 0 <= overlap < size:
        raise ValueError(f"overlap must be from 0 to {size - 1}, below the size, not {overlap}")


def _packed(parts: Iterable[Heading | Paragraph], size: int, overlap: int) -> Iterator[Packed]:
    heading: Heading | None = None
    opened: list[Part] = []
    length = repeated = 0
    for part in parts:
        if isinstance(part, Heading):
            if opened:
                yield Packed(heading, tuple(opened), repeated)
            heading, opened, length, repeated = part, [], 0, 0
            continue
        for piece in _pieces(part, size, size - overlap):
            longer = length + _joint(opened, piece) + len(piece)
            if not opened:
                opened, length, repeated = [piece], len(piece), 0
            elif longer <= size:
                opened, length = _joined(opened, piece), longer
            else:
                yield Packed(heading, tuple(opened), repeated)
                room = size - len(piece) - _joint(opened, piece)
                tail = _tail(opened, min(overlap, room))
                repeated = _length(tail) + _joint(tail, piece)
                opened, length = _joined(tail, piece), repeated + len(piece)
    if opened:
        yield Packed(heading, tuple(opened), repeated)


def _pieces(paragraph: Paragraph, size: int, shorter: int) -> Iterator[Part]:
    """Give a paragraph whole, or cut into ``shorter`` pieces where it is longer than ``size``."""
    text = paragraph.text
    end = len(text.rstrip())
    at = len(text) - len(text.lstrip())
    cuttable = Cuttable(text)
    longest = size if end - at <= size else shorter
    while end - at > longest:
        cut = cuttable.last(at, at + longest + 1) or at + longest
        yield Part(paragraph, cuttable, at, at + len(text[at:cut].rstrip()))
        at = next(place for place in range(cut, end) if not text[place].isspace())
    if at < end:
        yield Part(paragraph, cuttable, at, end)


def _tail(parts: Sequence[Part], room: int) -> list[Part]:
    """Give what fits of the end of ``parts``."""
    tail: list[Part] = []
    for part in reversed(parts):
        if len(part) <= room:
            tail.insert(0, part)
            room -= len(part) + len(JOINT)
            continue
        start = part.text.first(part.end - max(room, 0), part.end, words=not tail)
        return tail if start is None else [evolve(part, start=start), *tail]
    return tail


def _joint(parts: Sequence[Part], piece: Part) -> int:
    """Give how many characters stand between ``parts`` and the piece behind them."""
    if not parts:
        return 0
    before = parts[-1]
    return piece.start - before.end if before.paragraph is piece.paragraph else len(JOINT)


def _joined(parts: Sequence[Part], piece: Part) -> list[Part]:
    """Give the parts and the piece, as one where it goes on with the last one's paragraph."""
    if parts and parts[-1].paragraph is piece.paragraph:
        return [*parts[:-1], evolve(parts[-1], end=piece.end)]
    return [*parts, piece]


def _length(parts: Sequence[Part]) -> int:
    return sum(map(len, parts)) + len(JOINT) * max(len(parts) - 1, 0)
