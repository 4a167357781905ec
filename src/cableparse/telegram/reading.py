"""What the grammar has read so far: cuts, field values with their evidence, and defects."""

from collections.abc import Iterable
from typing import Any

from cableparse.model.fields import Evidence, Provenance
from cableparse.text.annotations import Defect
from cableparse.text.segments import Cut
from cableparse.text.spans import Span


class Reading:
    """Collects; the field names are those of :class:`cableparse.Cable`."""

    __slots__ = ("cuts", "defects", "evidence", "fields", "lost_lines")

    def __init__(self) -> None:
        self.cuts: list[Cut] = []
        self.fields: dict[str, Any] = {}
        self.evidence: dict[str, Evidence] = {}
        self.defects: list[Defect] = []
        self.lost_lines = False  # whether the copy shows that it dropped lines in capitals

    def put(
        self,
        field: str,
        value: object,
        spans: Iterable[Span],
        how: Provenance = Provenance.PRINTED,
    ) -> None:
        """Set a field, and say where its value stands and how it is known."""
        self.fields[field] = value
        self.evidence[field] = Evidence(how=how, spans=tuple(spans))

    def defect(self, code: str, message: str, span: Span | None = None) -> None:
        """Record a defect of the copy."""
        self.defects.append(Defect(code=code, message=message, span=span))
