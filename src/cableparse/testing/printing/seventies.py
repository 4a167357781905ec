"""A telegram as the machines of 1973 to 1979 printed it: no empty lines, and a page head above.

Above the date-time group stand the page's head, the Department's list of distribution and the relay
centre's line of dashes; below the signer the level and `NNN`.
"""

import random
from datetime import datetime, timedelta

from attrs import evolve, frozen

from cableparse.testing.copies import Line, Role
from cableparse.testing.draft import Draft
from cableparse.testing.printing.body import PrintedParagraph
from cableparse.testing.printing.page import Printing
from cableparse.testing.printing.pieces import line
from cableparse.testing.wrap import wrap
from cableparse.vocabulary import Classification

OLD_WIDTH = 69
"""The columns of the machines' paper; a longer line was cut."""

_USUAL_WIDTH = 65
_FIELDS = (
    *("date", "classification", "captions", "executive_order", "tags", "subject"),
    *("references", "signer"),
)
_LONGEST_POST = 6
_LATER_RELAY = (1976, 12)  # from when the relay's line has the filing time
_INFO = ("OCT-01", "ISO-00", "SS-15", "NEA-10", "EB-07", "L-03", "PRS-01", "SP-02", "INR-07")


@frozen(kw_only=True)
class PageHead:
    """What stands at the head of each page: level, page, post, serial and the time of filing."""

    level: str
    post: str
    serial: int
    section: str
    filed: datetime | None

    @classmethod
    def of(cls, draft: Draft) -> "PageHead | None":
        """Give the head of a draft's pages; None for one without a number or a level."""
        if draft.mrn is None or draft.classification is None:
            return None
        several = (draft.sections or 1) > 1
        return cls(
            level=draft.classification.value,
            post=draft.mrn.post[:_LONGEST_POST],
            serial=draft.mrn.serial,
            section=f"  01 OF {draft.sections:02d}" if several else "",
            filed=draft.sent_at + timedelta(minutes=23) if draft.sent_at else None,
        )

    def number(self, *, timed: bool = True) -> str:
        """Give `ROME 02492  201138Z`."""
        time = f"  {self.filed:%d%H%M}Z" if timed and self.filed else ""
        return f"{self.post} {self.serial:05d}{self.section}{time}"

    def line(self, page: int, *, timed: bool = True) -> str:
        """Give the line of one page, `PAGE 02 ROME 02492  201138Z`."""
        return f"PAGE {page:02d} {self.number(timed=timed)}"


def lines_of_seventies(draft: Draft) -> tuple[Line, ...]:
    """Give the lines of a draft's clean copy."""
    printing = _close(Printing.of(draft, _USUAL_WIDTH), draft)
    above = list(_above(draft))
    below = []
    if draft.classification is not None:
        below.append(line(draft.classification.value, "furniture"))
    below.append(line("NNN", "furniture"))
    return (*above, *printing.lines(), *below)


def _close(printing: Printing, draft: Draft) -> Printing:
    """Print the fields without empty lines between them, and as they were printed then."""
    order, tags, references = printing.executive_order, printing.tags, printing.references
    level = printing.classification
    if level is not None and draft.mrn is not None:
        level = evolve(level, number=(draft.mrn.post, f"{draft.mrn.serial:04d}"))
    if order is not None:
        order = evolve(order, until_label=None, until=_schedule(draft))
    changed = evolve(
        printing,
        classification=level,
        executive_order=order,
        tags=tags and evolve(tags, separators=(", ",)),
        references=references and evolve(references, enumeration="({}) ", between=" "),
    )
    blocks = {
        name: evolve(block, above=0)
        for name in _FIELDS
        if (block := getattr(changed, name)) is not None
    }
    body = tuple(
        evolve(part, above=0, width=_USUAL_WIDTH) if isinstance(part, PrintedParagraph) else part
        for part in changed.body
    )
    return evolve(changed, **blocks, body=body)


def _schedule(draft: Draft) -> str:
    """Give until when the text was classified: the schedule, and a day from 1978 on."""
    level, until = draft.classification, draft.declassify_on
    if level not in (Classification.CONFIDENTIAL, Classification.SECRET):
        return "N/A"
    if until is None or isinstance(until, str):
        return until or "GDS"
    return f"GDS {until.month}/{until.day}/{until:%y}"


def _above(draft: Draft) -> list[Line]:
    """Give what was printed above the date-time group."""
    head = PageHead.of(draft)
    if head is None:
        return []
    rng = random.Random(f"{draft.mrn}")
    texts = [head.level, head.line(1), f"{rng.randrange(10, 80)}"]
    office = rng.choice(("EUR-12", "EA-07", "ARA-10", "AF-08"))
    role = "ORIGIN" if draft.mrn is not None and draft.mrn.post == "STATE" else "ACTION"
    texts.append(f"{role} {office}")
    listed = rng.sample(_INFO, rng.randrange(3, len(_INFO) + 1))
    total = sum(int(one.rpartition("-")[2]) for one in (office, *listed))
    copies = f"{' '.join(listed)} /{total:03d} {rng.choice('WR')}"
    texts += wrap(copies, 56, first="INFO ")
    texts.append(_relay(draft.sent_at, rng))
    return [Line(text, (Role("furniture"),)) for text in texts]


def _relay(sent: datetime | None, rng: random.Random) -> str:
    """Give the relay centre's line: its running number, and later the filing time, either order."""
    number = f"{rng.randrange(1000, 130_000):06d}"
    if sent is None or (sent.year, sent.month) < _LATER_RELAY:
        return f"{21 * '-'} {number}"
    filed = f"{sent:%d%H%M}Z"
    pair = rng.choice(((number, filed), (filed, number)))
    return f"{18 * '-'}{' '.join(pair)} /{rng.randrange(10, 60)}"
