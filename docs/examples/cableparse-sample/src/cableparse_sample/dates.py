"""Says where a cable was to be declassified before it was sent."""

from datetime import date
from typing import ClassVar

from cableparse import Cable, Defect


class DatesEnricher:
    """Compares the day of sending with the day of declassification."""

    name = "mail-dates"
    after: tuple[str, ...] = ()
    defect_codes: ClassVar[dict[str, str]] = {
        "mail-dates.declassified-early": "the day of declassification is before that of sending",
    }

    def enrich(self, cable: Cable) -> Cable:
        """Add a defect where the days are in the wrong order."""
        ends, sent_at = cable.declassify_on, cable.sent_at
        if sent_at is None or not isinstance(ends, date) or ends >= sent_at.date():
            return cable
        spans = cable.evidence["declassify_on"].spans
        defect = Defect(
            code="mail-dates.declassified-early",
            message=f"sent on {sent_at.date()}, to be declassified on {ends}",
            span=spans[0] if spans else None,
            plugin=self.name,
        )
        return cable.with_defects(defect)
