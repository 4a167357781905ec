"""Where a value stands: half-open code-point offsets, and the map from unwrapped text back to them.

Offsets count Unicode code points of ``Source.text``, as Python's ``str`` does; never bytes.
"""

from bisect import bisect_right
from operator import itemgetter

from attrs import field, frozen

from cableparse.text.drafts import Drafted, draft_of


@frozen(order=True, init=False)
class Span(Drafted):
    """The half-open range ``[start, end)`` of code points in ``Source.text``.

    >>> Span(2, 5).slice("0123456")
    '234'

    Raises ``ValueError`` for a range that runs backwards or begins before 0.
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start <= end:
            raise ValueError(f"a span must have 0 <= start <= end, not {start}..{end}")
        set_start(self, start)
        set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def slice(self, text: str) -> str:
        """Give the part of ``text`` that the span covers."""
        return text[self.start : self.end]

    def contains(self, offset: int) -> bool:
        """Tell whether the code point at ``offset`` lies inside."""
        return self.start <= offset < self.end

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share a code point."""
        return self.start < other.end and other.start < self.end


# A cable has a hundred spans: its slots' own setters take two thirds of the time that a generated
# __init__ takes.
set_start, set_end = (vars(Span)[name].__set__ for name in ("start", "end"))
SpanDraft = draft_of(Span)


def trusted_span(start: int, end: int) -> Span:
    """Give ``Span(start, end)`` of offsets known to be in order, in a third of the time."""
    span: Span = SpanDraft()
    span.start = start  # type: ignore[misc]
    span.end = end  # type: ignore[misc]
    span.__class__ = Span
    return span


_INFINITE = float("inf")
_origin = itemgetter(1)


@frozen
class TextMap:
    """Maps an offset in unwrapped text to the offset in the source that it was read from.

    ``runs`` are pairs (offset in the text, offset in the source) in rising order; from one pair to
    the next both count up together. A space that stands for a line break maps to that break.

    >>> TextMap(((0, 10), (4, 20))).source(5)
    21
    """

    runs: tuple[tuple[int, int], ...] = field(default=((0, 0),))

    def source(self, offset: int) -> int:
        """Give the source offset of the code point at ``offset`` of the text."""
        runs = self.runs
        number = bisect_right(runs, (offset, _INFINITE)) - 1 if len(runs) > 1 else 0
        at, origin = runs[number]
        return origin + offset - at

    def offset(self, source: int) -> int:
        """Give the offset in the text of a source offset, or of the first code point after it.

        It is that of what follows where the text leaves something out, and may lie behind the
        text's end: a map does not know how long its text is.

        >>> TextMap(((0, 10), (4, 20))).offset(21), TextMap(((0, 10), (4, 20))).offset(17)
        (5, 4)
        """
        runs = self.runs
        number = max(bisect_right(runs, source, key=_origin) - 1, 0)
        at, origin = runs[number]
        offset = at + max(source - origin, 0)
        return min(offset, runs[number + 1][0]) if number + 1 < len(runs) else offset

    def span(self, start: int, end: int) -> Span:
        """Give the source span that the text's ``[start, end)`` was read from."""
        if len(self.runs) == 1:  # one line of text, as most are
            ((at, origin),) = self.runs
            first = origin + start - at
            return trusted_span(first, max(first, origin + end - at))
        if start >= end:
            return Span(self.source(start), self.source(start))
        return Span(self.source(start), self.source(end - 1) + 1)
