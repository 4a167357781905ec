"""What the margin of ``cableparse show`` says, and where: furniture, redacted, repaired, lost."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from attrs import frozen

from cableparse import PARAGRAPH_NUMBER, Cable, Layer, Repair, Segment, SegmentKind
from cableparse.cli.printable import one_line

FURNITURE = "dim"
REDACTED = "bold magenta"
REPAIRED = "cyan"
DEFECT = "bold red"
KNOWN = "blue"
"""How a value came to be known, where it is not printed."""

# `002 OF 005`, `001.2 OF 005`, and the older `PAGE 02        STATE   027418`.
_PAGE = re.compile(r"(\d{1,3}(?:\.\d)? OF \d{1,3})|PAGE (\d{1,3})", re.IGNORECASE)


@frozen(kw_only=True)
class Note:
    """A note in the margin. ``at`` is the offset in the source that it stands beside.

    ``short`` keeps it to one line, whatever is cut off.
    """

    at: int
    text: str
    style: str
    short: bool = False


def find_notes(cable: Cable, *, furniture: bool) -> tuple[Note, ...]:
    """Give all notes that have a place, in the order of the text.

    ``furniture`` False leaves furniture out, for a reader who is shown it in full.
    """
    notes = [
        *(Note(at=r.span.start, text="█ redacted", style=REDACTED) for r in cable.redactions),
        *(Note(at=r.span.start, text=_repaired(r), style=REPAIRED) for r in cable.repairs),
        *(
            Note(at=defect.span.start, text=f"! {one_line(defect.message)}", style=DEFECT)
            for defect in cable.defects
            if defect.span is not None
        ),
    ]
    if furniture:
        notes.extend(
            Note(at=run[0].span.start, text=f"⋯ {_label(run)}", style=FURNITURE, short=True)
            for run in furniture_runs(cable)
        )
    return tuple(sorted(notes, key=lambda note: note.at))


def furniture_runs(cable: Cable) -> Iterator[tuple[Segment, ...]]:
    """Give the furniture that has any text, neighbours of one kind together."""
    for (layer, _), run in groupby(
        cable.segments, key=lambda segment: (segment.layer, segment.kind)
    ):
        segments = tuple(segment for segment in run if not segment.text.isspace())
        if layer is Layer.FURNITURE and segments:
            yield segments


def _repaired(repair: Repair) -> str:
    read = f"{repair.read}." if repair.code == PARAGRAPH_NUMBER else repair.read
    return one_line(f"repaired {repair.printed} → {read}")


def _label(run: Sequence[Segment]) -> str:
    text = "".join(segment.text for segment in run)
    match run[0].kind:
        case SegmentKind.PAGE_MARK:
            page = _PAGE.search(text)
            return f"page mark {(page[1] or page[2]).lower()}" if page else "page mark"
        case SegmentKind.SITE:
            name = "site text"
        case SegmentKind.REPEATED:
            name = "the end again"
        case SegmentKind.RESIDUE:
            name = "after the end"
        case SegmentKind.CAPTION | SegmentKind.SECTION_HEAD | SegmentKind.CLASSIFICATION:
            name = "repeated"
        case kind:
            name = kind.replace("-", " ")
    lines = [line for line in text.splitlines() if line.strip()]
    return one_line(f"{name}, {len(lines)} lines" if len(lines) > 1 else f"{name}: {lines[0]}")
