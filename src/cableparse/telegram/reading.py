"""What the grammar has read so far: cuts, fields with their evidence, repairs and defects."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from cableparse.model.evidence import Place, Places, spans_of
from cableparse.model.fields import Provenance
from cableparse.model.late import Late
from cableparse.text.annotations import HEADER_VALUE, Defect, Repair
from cableparse.text.segments import Cut
from cableparse.text.spans import Span

_PRINTED = Provenance.PRINTED  # to ask an enumeration for a member is slow
_NO_FIELDS: Mapping[str, object] = MappingProxyType({})


class Reading:
    """Collects; the field names are those of :class:`cableparse.Cable`.

    Some fields' readers are asked later, or never. Each has its place among the defects, the
    repairs and the evidence, so that what it says stands where it would have stood at once.
    """

    __slots__ = (
        "_forgotten",
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
        self.cuts: Callable[[], list[Cut]] = list  # gives them, when the segments are asked for
        self.fields: dict[str, Any] = {}
        self.late = Late()
        self.places: dict[str, Places | _Part] = {}
        self.defects: list[Defect | _Part] = []
        self.repairs: list[Repair | _Part] = []
        self.originator: str | None = None  # the DE line's, as the next
        self.serial: int | None = None  # the last four digits
        self._forgotten: set[str] = set()
        self.lost_lines = False  # whether the copy shows that it dropped lines in capitals

    def put(
        self, field: str, value: object, places: Iterable[Place], how: Provenance = _PRINTED
    ) -> None:
        """Set a field, and say where its value stands and how it is known.

        The ``places`` are gone over when somebody asks for them, so they are no iterator.
        """
        self.fields[field] = value
        self.places[field] = how, places

    def put_late(self, field: str, make: Callable[[], object], places: Iterable[Place]) -> None:
        """Set a field to what is made when it is asked for."""
        self.late.put(field, make)
        self.places[field] = _PRINTED, places

    def later(
        self,
        read: Callable[["Reading"], None],
        lacking: Mapping[str, object] = _NO_FIELDS,
        *,
        repairs: bool = False,
    ) -> None:
        """Let ``read`` fill some fields when one of them, or any defect, is asked for.

        ``lacking`` has each of them with its value in a cable that lacks it; ``repairs`` says that
        there may be some.
        """
        part = _Part(read, lacking, repairs=repairs)
        self.places[f"later {len(self.places)}"] = part
        self.defects.append(part)
        if repairs:
            self.repairs.append(part)
        self.late.put_each(lacking, part.value)

    def get(self, field: str) -> Any:
        """Give the value of a field, reading now what was to be read later; None without one."""
        if field in self.fields:
            return self.fields[field]
        return self.late.get(field) if field in self.late else None

    def after(self, field: str, then: Callable[["Reading"], None]) -> None:
        """Let ``then`` add to what the reader of a field says, once that reader was asked.

        Nobody asked it yet. Of a field that nobody reads later it adds to what is read by now.
        """
        for one in self.defects:
            if isinstance(one, _Part) and one.adds(field, then):
                return
        then(self)

    def where(self, field: str) -> Iterable[Place]:
        """Give where the value of a field stands that was put."""
        places = self.places[field]
        assert not isinstance(places, _Part)  # its key is no field's
        return places[1]

    def spans(self, field: str) -> tuple[Span, ...]:
        """Give the spans of `where`."""
        return spans_of(self.where(field))

    def defect(self, code: str, message: str, span: Span | None = None) -> None:
        """Record a defect of the copy."""
        self.defects.append(Defect(code=code, message=message, span=span))

    def read_as(self, printed: str, letter: str, meant: str, start: int) -> str:
        """Read a value of the head, printed at ``start``, with another letter, and record that.

        The two are a digit and a letter that look alike.
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

    def read_word(self, printed: str, meant: str, start: int) -> None:
        """Record that a word of the head, printed at ``start``, is read as another one."""
        span = Span(start, start + len(printed))
        reason = f"{meant} was mistyped by one letter"
        self.repairs.append(
            Repair(span=span, code=HEADER_VALUE, printed=printed, read=meant, reason=reason)
        )

    def forget(self, code: str) -> None:
        """Take back what is said under this code: the wrapping knows it."""
        self._forgotten.add(code)

    def all_defects(self) -> Iterator[Defect]:
        """Give all defects in order, reading now what was to be read later."""
        for one in self.defects:
            for defect in one.reading.all_defects() if isinstance(one, _Part) else (one,):
                if defect.code not in self._forgotten:
                    yield defect

    def all_repairs(self) -> Iterator[Repair]:
        """Give all repairs in order, as `all_defects` does."""
        for one in self.repairs:
            if isinstance(one, _Part):
                yield from one.reading.all_repairs()
            else:
                yield one

    def all_places(self) -> dict[str, Places]:
        """Give how each field is known and where it stands, as `all_defects` does."""
        places: dict[str, Places] = {}
        for field, one in self.places.items():
            if isinstance(one, _Part):
                places |= one.reading.all_places()
            else:
                places[field] = one
        return places


class _Part:
    """What a reader says that is asked later, once."""

    __slots__ = ("_lacking", "_may_repair", "_read", "_reading", "_then")

    def __init__(
        self, read: Callable[[Reading], None], lacking: Mapping[str, object], *, repairs: bool
    ) -> None:
        self._read, self._lacking, self._may_repair = read, lacking, repairs
        self._reading: Reading | None = None
        self._then: Callable[[Reading], None] | None = None

    def adds(self, field: str, then: Callable[[Reading], None]) -> bool:
        """Take what adds to the reader's word, if the field is its own."""
        if field not in self._lacking:
            return False
        assert self._reading is None
        assert self._then is None
        self._then = then
        return True

    @property
    def reading(self) -> Reading:
        if (reading := self._reading) is None:
            reading = Reading()
            self._read(reading)
            if self._then is not None:
                self._then(reading)
            assert self._may_repair or not reading.repairs  # they would not be heard of
            self._reading = reading
        return reading

    def value(self, field: str) -> object:
        """Give the value of a field, or what a cable has that lacks it."""
        return self.reading.fields.get(field, self._lacking[field])
