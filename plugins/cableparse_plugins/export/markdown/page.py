"""A cable as a page: its title, a line of facts, headings, paragraphs and notes."""

from collections.abc import Iterator

from cableparse import Cable, Defect, Heading, Paragraph, Repair
from cableparse_plugins.export.held import in_utf8
from cableparse_plugins.export.markdown.escape import escaped, in_heading
from cableparse_plugins.export.markdown.front_matter import metadata_of

_HARD_BREAK = "\\\n"


def page_of(cable: Cable) -> tuple[str, str, str]:
    """Give the metadata, the title's line, and what stands below it; all end in a line end."""
    title = cable.title or (str(cable.mrn) if cable.mrn else cable.source.name)
    parts = metadata_of(cable), f"# {in_heading(title)}\n", _Page(cable).text()
    metadata, line, rest = map(in_utf8, parts)
    return metadata, line, rest


class _Page:
    """Writes the parts of a page, and gathers its notes."""

    def __init__(self, cable: Cable) -> None:
        self._cable = cable
        noticed: list[Repair | Defect] = [*cable.repairs, *cable.defects]
        placed = (one for one in noticed if one.span is not None)
        # The last first, so that the next one is taken from the end.
        self._waiting = sorted(placed, key=_start)[::-1]
        self._placeless = [one for one in noticed if one.span is None]
        self._notes: list[str] = []

    def text(self) -> str:
        """Give the page without its title."""
        parts = self._cable.body.parts
        # What a heading or paragraph is noted with begins before the next one does.
        first, *ends = [*(part.span.start for part in parts), len(self._cable.source.text) + 1]
        facts = escaped(_facts(self._cable), opens_line=True)
        blocks = [facts + "".join(map(self._note, [*self._before(first), *self._placeless]))]
        for part, end in zip(parts, ends, strict=True):
            noticed = list(self._before(end))
            if isinstance(part, Heading):
                if part.text:
                    blocks.append(f"## {in_heading(part.text)}{self._at_end(noticed)}")
                elif noticed:
                    blocks[-1] += self._at_end(noticed)
            else:
                blocks.append(self._paragraph(part, noticed))
        return "\n\n".join((*blocks, *self._notes)) + "\n"

    def _paragraph(self, part: Paragraph, noticed: list[Repair | Defect]) -> str:
        begins = part.pieces[0][0]
        text, text_map = part.text, part.text_map
        number = part.printed if part.number is None else f"{part.number}."
        opening = escaped(number, opens_line=True) if number else ""
        opening += self._at_end([one for one in noticed if _start(one) < begins])
        opening += f" ({escaped(part.portion)})" if part.portion else ""
        signs = [
            (text_map.offset(_end(one)), self._note(one))
            for one in noticed
            if _start(one) >= begins
        ]
        gap = " " if opening and text else ""
        return f"{opening}{gap}{_running(text, signs, opens_line=not opening)}"

    def _at_end(self, noticed: list[Repair | Defect]) -> str:
        return "".join(map(self._note, noticed))

    def _before(self, end: int) -> Iterator[Repair | Defect]:
        """Take what begins before an offset."""
        while self._waiting and _start(self._waiting[-1]) < end:
            yield self._waiting.pop()

    def _note(self, one: Repair | Defect) -> str:
        """Write a note, and give the sign for it."""
        if isinstance(one, Repair):
            said = f"printed {one.printed}, read as {one.read}: {one.reason} ({one.code})"
        else:
            said = f"{one.message} ({one.code})"
        number = len(self._notes) + 1
        self._notes.append(f"[^{number}]: {escaped(' '.join(said.split()), opens_line=True)}")
        return f"[^{number}]"


def _facts(cable: Cable) -> str:
    """Give number, sender, addressees, date and level on one line; without any the input's name."""
    action = ", ".join(one.name for one in cable.action)
    facts = (
        cable.mrn and str(cable.mrn),
        cable.origin and f"from {cable.origin}",
        action and f"to {action}",
        cable.sent_at and f"{cable.sent_at:%Y-%m-%d %H:%M} UTC",
        cable.classification and cable.classification.value,
    )
    return " ".join(("; ".join(fact for fact in facts if fact) or cable.source.name).split())


def _running(text: str, signs: list[tuple[int, str]], *, opens_line: bool) -> str:
    """Give running text with the signs of its notes.

    A line end that the writer meant stays one, and so does an empty line.
    """
    written: list[str] = []
    waiting = sorted(signs, key=lambda sign: sign[0])[::-1]
    lines = text.split("\n")
    at = 0
    for number, line in enumerate(lines):
        if number:
            written.append(_HARD_BREAK if lines[number - 1] and line else "\n")
        opens = opens_line or number > 0
        done = at
        at += len(line)
        while line and waiting and waiting[-1][0] <= at:
            place, sign = waiting.pop()
            place = max(done, place)
            written += (escaped(text[done:place], opens_line=opens), sign)
            opens = opens and place == done
            done = place
        written.append(escaped(text[done:at], opens_line=opens))
        at += 1
    return "".join((*written, *(sign for _, sign in reversed(waiting))))


def _start(one: Repair | Defect) -> int:
    return one.span.start if one.span else 0


def _end(one: Repair | Defect) -> int:
    return one.span.end if one.span else 0
