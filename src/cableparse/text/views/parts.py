"""What a body is made of: headings and paragraphs, each with its text and the way back."""

from functools import cached_property
from importlib import import_module

from attrs import field, frozen

from cableparse.text.shown import quoted
from cableparse.text.spans import Span, TextMap
from cableparse.text.views.divided import Words
from cableparse.text.views.passages import Passage, join_maps, whole
from cableparse.text.views.unwrap import unwrap


@frozen(kw_only=True)
class Paragraph:
    """One paragraph of the body.

    ``number`` is the number as read, ``printed`` the marker as it stands (None for a paragraph
    without one), ``portion`` the portion marking without its parentheses. ``span`` runs from the
    marker to the last printed character; ``pieces`` are the ranges of the source that the text is
    read from. The text itself is unwrapped when it is asked for.
    """

    number: int | None
    printed: str | None
    portion: str | None
    span: Span
    pieces: tuple[tuple[int, int], ...]
    _even: str
    _words: Words | None = field(eq=False, default=None)

    def __repr__(self) -> str:
        named = [] if self.number is None else [str(self.number)]
        if self.printed is not None:
            named.append(quoted(self.printed, 12))
        if self.portion is not None:
            named.append(f"({quoted(self.portion, 24)[1:-1]})")
        where = f"{self.span.start}..{self.span.end}"
        return f"<{' '.join(['Paragraph', *named, where, quoted(self.text)])}>"

    @property
    def text(self) -> str:
        """The running text, without marker, portion marking and furniture."""
        return self._unwrapped[0]

    @property
    def text_map(self) -> TextMap:
        """Leads an offset in ``text`` back to the one in the source."""
        return self._unwrapped[1]

    @cached_property
    def _unwrapped(self) -> tuple[str, TextMap]:
        return unwrap(self._even, self.pieces, self._words)

    def _repr_html_(self) -> str:
        """Give the paragraph as it is read, which notebooks show."""
        shown: str = import_module("cableparse.text.views.notebook").paragraph_html(self)
        return shown


@frozen(kw_only=True)
class Heading:
    """A heading, its lines joined by a space, without its rules.

    ``span`` includes the rules; ``pieces`` are the ranges of the source that the lines are read
    from, one each.
    """

    text: str
    span: Span
    pieces: tuple[tuple[int, int], ...]

    def __repr__(self) -> str:
        return f"<Heading {self.span.start}..{self.span.end} {quoted(self.text)}>"

    @property
    def text_map(self) -> TextMap:
        """Leads an offset in ``text`` back to the source; a joining space's to its line's end."""
        return join_maps(((TextMap(((0, s),)), 0, e - s) for s, e in self.pieces), 1)


@frozen(kw_only=True)
class Body:
    """Headings and paragraphs in printed order."""

    parts: tuple[Heading | Paragraph, ...]

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings alone."""
        return tuple(part for part in self.parts if isinstance(part, Heading))

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs alone."""
        return tuple(part for part in self.parts if isinstance(part, Paragraph))

    @property
    def text(self) -> str:
        """The clean narrative: headings and paragraphs, an empty line between them."""
        return self._narrative.text

    @property
    def text_map(self) -> TextMap:
        """Leads an offset in ``text`` back to the source; an empty line's to the gap."""
        return self._narrative.text_map

    @cached_property
    def _narrative(self) -> Passage:
        return whole(self.parts, "\n\n")
