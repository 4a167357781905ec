"""The REF list: where it stands, what it refers to, and which of its entries are lost."""

from cableparse.model.fields import MRN, Reference, ReferenceKind
from cableparse.telegram.fields.joined_lines import join
from cableparse.telegram.fields.reference_block import ReferenceBlock
from cableparse.telegram.head.head import Head
from cableparse.telegram.reading import Reading
from cableparse.vocabulary import posts_meant

_CABLE = ReferenceKind.CABLE  # to ask an enumeration for a member is slow
_LONGEST_STEP = 7  # where lines are lost, the entries between two letters may be


def read_references(
    text: str, head: Head, year: int | None, own: MRN | None, reading: Reading, *, lost_lines: bool
) -> None:
    """Read ``references``; a cable without a year is of ``year``, the cable's own.

    ``own`` is the cable's own number, which is a slip of the writer's where it stands in the list,
    and no reference. ``lost_lines`` says that the copy dropped lines in capitals.
    """
    longest_step = _LONGEST_STEP if lost_lines else 2
    found: list[Reference] = []
    for block in head.blocks.get("references", ()):
        last = found[-1].label if found else None
        found += (
            reference
            for reference in ReferenceBlock(join(text, block), year, own, longest_step, last).read()
            if own is None or reference.mrn is None or not _same(reference.mrn, own)
        )
    if not found:
        return
    reading.put("references", tuple(found), [reference.span for reference in found])
    _note_missing(found, reading)
    for reference in found:
        if reference.sent_at is not None and reference.mrn is None:
            continue
        if reference.kind is _CABLE and reference.mrn is None:
            lacks = "year" if year is None and reference.text[-1:].isdecimal() else "number"
            message = f"a cable without its {lacks}: {reference.text!r}"
            reading.defect("header.reference-unreadable", message, reference.span)
        elif reference.mrn is not None:
            meant = posts_meant(reference.mrn.post, reference.mrn.year)
            if len(meant) > 1:
                names = ", ".join(post.formal for post in meant)
                message = f"{reference.mrn.post} may be each of: {names}"
                reading.defect("header.post-ambiguous", message, reference.span)


def _note_missing(found: list[Reference], reading: Reading) -> None:
    """Say where the letters of the list skip one; a list without letters skips none."""
    before = "@"  # the character before A
    for reference in found:
        letter = (reference.label or before).upper()
        if ord(letter) > ord(before) + 1:
            missing = ", ".join(chr(code) for code in range(ord(before) + 1, ord(letter)))
            message = f"before {letter} is missing: {missing}"
            reading.defect("header.reference-missing", message, reference.span)
        before = letter


def _same(one: MRN, other: MRN) -> bool:
    alike = one.serial == other.serial and one.year == other.year
    return alike and str(one.canonical) == str(other.canonical)
