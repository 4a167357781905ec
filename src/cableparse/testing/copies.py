"""A copy of a draft: its lines, what each of them prints, and what the copy lost of the draft."""

from typing import NamedTuple

from attrs import field, frozen

from cableparse.testing.draft import Draft


class Role(NamedTuple):
    """What a line prints: a field's name and, of several, which: ``Role("references", 2)``.

    The names are those of :class:`Draft`'s fields, and beside them ``id``, ``routing``, ``de``,
    ``security`` and ``date`` for the transmission lines, ``heading``, ``rule`` and ``paragraph``
    for the body's (``item`` is the place in ``Draft.body``), ``page-mark``, ``repeated`` for a
    caption that stands once more, ``furniture`` and ``foreign`` for another cable's lines.
    """

    name: str
    item: int | None = None


@frozen
class Line:
    """A line of a copy, without its end; ``roles`` say what it prints, an empty line has none."""

    text: str
    roles: tuple[Role, ...] = ()

    def prints(self, name: str) -> bool:
        """Tell whether the line prints anything of this name."""
        return any(role.name == name for role in self.roles)


BLANK = Line("")


@frozen(kw_only=True)
class Loss:
    """Something of the draft that a copy does not print as it was written.

    ``field`` is the draft's field (``paragraphs`` and ``headings`` for the body's parts), ``item``
    which of several, ``what`` says in words what happened. ``code`` is the code of the defect or
    redaction that has to name it; None where the value can still be told from the copy, so that
    nothing is lost to a careful reader.
    """

    field: str
    item: int | None = None
    what: str
    code: str | None = None

    @property
    def recoverable(self) -> bool:
        """Whether the value can still be told from the copy."""
        return self.code is None


@frozen(kw_only=True)
class Copy:
    """A copy of a cable: what it prints, and what is known of it.

    ``truth`` is the draft that was printed. ``remains`` is what a careful reader can still tell
    from this copy without a guess: parsing has to give exactly that. ``losses`` are the
    differences, and what was damaged but can be recovered. ``format`` is the format that has to
    claim the copy, ``also`` the enrichers that have to run beside those that are on, ``damage``
    the operators that were applied, ``stage`` how far on its way the copy has come. ``seventies``
    says that it is printed as telegrams of 1973 to 1979 were.
    """

    truth: Draft
    remains: Draft
    lines: tuple[Line, ...] = field(repr=lambda lines: f"<{len(lines)} lines>")
    losses: tuple[Loss, ...] = ()
    format: str = "telegram"
    also: tuple[str, ...] = ()
    damage: tuple[str, ...] = ()
    stage: int = 0
    seventies: bool = False
    line_end: str = "\n"
    encoding: str = "utf-8"

    @property
    def text(self) -> str:
        """The copy's text."""
        return "".join(line.text + self.line_end for line in self.lines)

    @property
    def data(self) -> bytes:
        """The copy's bytes, in its encoding."""
        return self.text.encode(self.encoding)

    def places(self, *names: str) -> list[int]:
        """Give the places of the lines that print something of these names, in order."""
        wanted = set(names)
        return [
            at
            for at, line in enumerate(self.lines)
            if any(role.name in wanted for role in line.roles)
        ]
