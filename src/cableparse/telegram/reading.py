"""What the grammar has read so far: cuts, fields with their evidence, repairs and defects."""

from collections.abc import Callable, Iterable
from typing import Any

from cableparse.model.evidence import EvidenceMap, Place, Places
from cableparse.model.fields import Provenance
from cableparse.model.late import Late, SpansOf
from cableparse.text.annotations import HEADER_VALUE, Defect, Repair
from cableparse.text.segments import Cut
from cableparse.text.spans import Span

_PRINTED = Provenance.PRINTED  # to ask an enumeration for a member is slow


class Reading:
    """Collects; the field names are those of :class:`cableparse.Cable`."""

    __slots__ = (
        "cuts",
        "defects",
        "fields",
        "late",
        "lost_lines",
        "originator",
        "places",
        "repairs",
        "serial",
    )

    def __init__(self) -> None:
        self.cuts: list[Cut] = []
        self.fields: dict[str, Any] = {}
        self.late = Late()
        self.places: dict[str, Places] = {}
        self.defects: list[Defect] = []
        self.repairs: list[Repair] = []
        self.originator: str | None = None  # the DE line's, as the next
        self.serial: int | None = None  # the last four digits
        self.lost_lines = False  # whether the copy shows that it dropped lines in capitals

    @property
    def evidence(self) -> EvidenceMap:
        """The evidence of the fields read, each made when it is asked for."""
        return EvidenceMap(self.places)

    def put(
        self, field: str, value: object, places: Iterable[Place], how: Provenance = _PRINTED
    ) -> None:
        """Set a field, and say where its value stands and how it is known.

        The ``places`` are gone over when somebody asks for them, so they are no iterator.
        """
        self.fields[field] = value
        self.places[field] = how, places

    def put_late(
        self, field: str, make: Callable[[], object], places: Iterable[Place] | None = None
    ) -> None:
        """Set a field to what is made when it is asked for.

        Without ``places`` these are values, one or more, that have their spans.
        """
        self.late.put(field, make)
        self.places[field] = _PRINTED, SpansOf(self.late, field) if places is None else places

    def spans(self, field: str) -> tuple[Span, ...]:
        """Give where the value of a field that was read stands."""
        return self.evidence[field].spans

    def defect(self, code: str, message: str, span: Span | None = None) -> None:
        """Record a defect of the copy."""
        self.defects.append(Defect(code=code, message=message, span=span))

    def read_as(self, printed: str, letter: str, meant: str, start: int) -> str:
        """Read a value of the head, printed at ``start``, with another letter, and record that.

        The two are the digit 0 and the letter O, which look alike.
        """
        capitals = printed.upper()
        if letter not in capitals:
            return printed
        for at, character in enumerate(capitals):
            if character == letter:
                self.repairs.append(
                    Repair(
                        span=Span(start + at, start + at + 1),
                        code=HEADER_VALUE,
                        printed=printed[at],
                        read=meant,
                        reason=f"{meant} was typed as {letter}, which looks alike",
                    )
                )
        return capitals.replace(letter, meant)
