"""The body as it is read: headings, paragraphs, what interrupts them, and what stands beside."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from attrs import field, frozen

from cableparse import (
    PARAGRAPH_NUMBER,
    TEXT_CHARACTER,
    Cable,
    Heading,
    Paragraph,
    Repair,
    Span,
)
from cableparse_plugins.export.html.characters import escaped, shown
from cableparse_plugins.export.html.labels import BESIDE, furniture_name
from cableparse_plugins.export.html.marks import beside_of, furniture_runs, numbered


@frozen(kw_only=True)
class Note:
    """Something to say at a place of the text: its key, its layer's class, its words as HTML."""

    start: int
    layer: str
    key: str
    html: str


@frozen(kw_only=True)
class Mark:
    """A stretch of the text that is marked: a redaction, or characters that are read as others."""

    start: int
    end: int
    key: str
    repair: Repair | None = None


@frozen(kw_only=True)
class Block:
    """One block of the reading. ``kind`` says which: heading, paragraph, furniture or beside.

    ``html`` is the inside, made of escaped text; ``number`` and ``printed`` are a paragraph's.
    """

    start: int
    kind: str
    key: str
    html: str
    name: str = ""
    number: int | None = None
    printed: str | None = None
    portion: str | None = None
    repair: str = field(default="")
    """The key of the repair of the number."""


@frozen(kw_only=True)
class Reading:
    """The blocks in the order of the text, and the keys of all that is shown among them."""

    blocks: tuple[Block, ...]
    shown: frozenset[str]


def read(cable: Cable, prefix: str) -> Reading:
    """Give the reading; ``prefix`` stands before each id."""
    return _Reader(cable, prefix).read()


class _Reader:
    def __init__(self, cable: Cable, prefix: str) -> None:
        self._cable = cable
        self._prefix = prefix
        self._shown: set[str] = set()
        self._marks = sorted(_marks(cable), key=attrgetter("start"))
        self._starts = [mark.start for mark in self._marks]
        self._notes = sorted(self._all_notes(), key=attrgetter("start"))
        self._places = [note.start for note in self._notes]
        numbers = numbered("repair", cable.repairs)
        self._numbers = {
            repair.span.start: key for key, repair in numbers if repair.code == PARAGRAPH_NUMBER
        }

    def read(self) -> Reading:
        blocks = [*self._parts(), *self._beside()]
        held = self._shown
        blocks += [
            Block(start=note.start, kind="furniture", key=note.key, html=note.html)
            for note in self._notes
            if note.layer == "f" and note.key not in held
        ]
        held |= {block.key for block in blocks}
        blocks.sort(key=attrgetter("start"))
        return Reading(blocks=tuple(blocks), shown=frozenset(held))

    def _parts(self) -> Iterator[Block]:
        headings = paragraphs = 0
        for part in self._cable.body.parts:
            if isinstance(part, Heading):
                headings += 1
                html = self._text(part)
                key = f"heading-{headings}"
                yield Block(start=part.span.start, kind="heading", key=key, html=html)
            else:
                paragraphs += 1
                yield self._paragraph(part, f"paragraph-{paragraphs}")

    def _paragraph(self, part: Paragraph, key: str) -> Block:
        repair = self._numbers.get(part.span.start, "")
        if repair:
            self._shown.add(repair)
        return Block(
            start=part.span.start,
            kind="paragraph",
            key=key,
            html=self._text(part),
            number=part.number,
            printed=part.printed,
            portion=part.portion,
            repair=repair,
        )

    def _text(self, part: Heading | Paragraph) -> str:
        """Give the text with what is marked and noted inside its span."""
        text, sources = part.text, part.text_map
        inside: list[Mark | Note] = [
            *self._marks[slice(*_within(self._starts, part.span))],
            *self._notes[slice(*_within(self._places, part.span))],
        ]
        inside.sort(key=attrgetter("start"))
        written: list[str] = []
        at = 0
        for one in inside:
            start = min(sources.offset(one.start), len(text))
            if one.key in self._shown or (isinstance(one, Mark) and not _begins(one, start, part)):
                continue
            self._shown.add(one.key)
            start = max(start, at)
            written.append(shown(text[at:start]))
            at = start
            if isinstance(one, Note):
                written.append(f"{one.html} ")
                continue
            at = max(min(sources.offset(one.end - 1) + 1, len(text)), start)
            written.append(self._mark(one, text[start:at]))
        written.append(shown(text[at:]))
        return "".join(written)

    def _mark(self, mark: Mark, text: str) -> str:
        name = f'id="{self._prefix}{mark.key}" href="#{self._prefix}at-{mark.key}"'
        if mark.repair is None:
            return f'<a class="r" {name} aria-label="redacted: {escaped(text)}">{shown(text)}</a>'
        label = f"read {mark.repair.read}, printed {mark.repair.printed}"
        return (
            f'<a class="e" {name} aria-label="{escaped(label)}"><span class="read">'
            f'{shown(text)}</span><del class="printed">{shown(mark.repair.printed)}</del></a>'
        )

    def _all_notes(self) -> Iterator[Note]:
        for number, run in enumerate(furniture_runs(self._cable), start=1):
            name = furniture_name(run[0])
            text = "".join(segment.text for segment in run).strip()
            count = len(text.splitlines())
            words = f"⋯ {name}" if count == 1 else f"⋯ {name}, {count} lines"
            html = self._link(f"furniture-{number}", "f", words)
            yield Note(start=run[0].span.start, layer="f", key=f"furniture-{number}", html=html)
        for key, defect in numbered("defect", self._cable.defects):
            if defect.span is not None:
                html = self._link(key, "d", f"! {defect.message}")
                yield Note(start=defect.span.start, layer="d", key=key, html=html)

    def _link(self, key: str, layer: str, words: str) -> str:
        name = f'id="{self._prefix}{key}" href="#{self._prefix}at-{key}"'
        return f'<a class="n {layer}" {name}>{shown(words)}</a>'

    def _beside(self) -> Iterator[Block]:
        for key, segment in numbered("beside", beside_of(self._cable)):
            html = shown(segment.text.strip())
            name = BESIDE[segment.kind]
            yield Block(start=segment.span.start, kind="beside", key=key, html=html, name=name)


def _marks(cable: Cable) -> Iterator[Mark]:
    for key, one in numbered("redaction", cable.redactions):
        yield Mark(start=one.span.start, end=one.span.end, key=key)
    for key, repair in numbered("repair", cable.repairs):
        # As the views read it: a repair of another length would move what follows.
        if repair.code == TEXT_CHARACTER and len(repair.read) == len(repair.span):
            yield Mark(start=repair.span.start, end=repair.span.end, key=key, repair=repair)


def _begins(mark: Mark, at: int, part: Heading | Paragraph) -> bool:
    """Tell whether a mark is of the part's text: it may be of furniture that stands within."""
    return at < len(part.text) and mark.start <= part.text_map.source(at) < mark.end


def _within(starts: Sequence[int], span: Span) -> tuple[int, int]:
    return bisect_left(starts, span.start), bisect_left(starts, span.end)
