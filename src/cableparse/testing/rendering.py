"""A draft as a telegram's text: what a clean copy looks like, line by line.

The shapes and widths are those counted over public copies (field guide, sections 0, 1, 3, 6, 10):
lines of 55 to 64 columns, a rule of dashes as long as its heading and parted behind 45 dashes, the
level in spaced letters, the serial in six digits, and in four in the DE line.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from cableparse.model.cable import Cable
from cableparse.testing.copies import BLANK, Copy, Line, Role
from cableparse.testing.draft import (
    Draft,
    DraftAddressee,
    DraftClassifier,
    DraftHeading,
    DraftParagraph,
    DraftReference,
)
from cableparse.testing.wrap import wrap
from cableparse.views.unwrap import unwrap
from cableparse.vocabulary import Classification, Precedence

WIDTH = 64
"""The columns of a teletype's line of running text."""

_PROSIGNS = {
    Precedence.FLASH: "Z",
    Precedence.IMMEDIATE: "O",
    Precedence.PRIORITY: "P",
    Precedence.ROUTINE: "R",
}
_LEVELS = {
    Classification.UNCLASSIFIED: "UNCLAS",
    Classification.LIMITED_OFFICIAL_USE: "LIMITED OFFICIAL USE",
    Classification.CONFIDENTIAL: "C O N F I D E N T I A L",
    Classification.SECRET: "S E C R E T",
    Classification.TOP_SECRET: "T O P  S E C R E T",
}
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_LONGEST_RULE = 45
_NARROWER = 16


def render(draft_or_cable: Draft | Cable, *, width: int = WIDTH) -> Copy:
    """Give the clean copy of a draft, in lines of at most ``width`` columns.

    Parsing its text gives back every field of the draft, without a defect and without a repair. A
    cable is printed as :meth:`Draft.of` gives it, without its page marks and its wrapping. What no
    line of a clean telegram prints does not come back: the sections of a cable without a level; a
    paragraph without a number that looks like a heading; tables, and rules left in a text, whose
    line feeds wrapping moves.
    """
    draft = Draft.of(draft_or_cable) if isinstance(draft_or_cable, Cable) else draft_or_cable
    blocks = (
        [*_transmission(draft, width), *_addresses(draft)],
        _classification(draft),
        [_line(caption, "captions", at) for at, caption in enumerate(draft.captions)],
        [_line(text, "passing", at) for at, text in enumerate(draft.passing)],
        [*_order(draft), *_tags(draft, width), *_subject(draft, width)],
        list(_references(draft.references, width)),
        list(_classifiers(draft.classifiers, width)),
        *(_part(at, part, width) for at, part in enumerate(draft.body)),
    )
    lines: list[Line] = []
    for block in blocks:
        if block and lines:
            lines.append(BLANK)
        lines += block
    if draft.signer:
        # Most copies have no empty line before the signer.
        lines.append(_line(draft.signer, "signer"))
    return Copy(truth=draft, remains=draft, lines=tuple(lines))


def _line(text: str, name: str, item: int | None = None) -> Line:
    return Line(text, (Role(name, item),))


def _lines(texts: Iterable[str], name: str, item: int | None = None) -> list[Line]:
    return [_line(text, name, item) for text in texts]


# ---------------------------------------------------------------- the head


def _transmission(draft: Draft, width: int) -> Iterator[Line]:
    sent = draft.transmission
    if sent is not None:
        if sent.id:
            yield _line(sent.id, "id")
        precedence = 2 * _PROSIGNS.get(sent.precedence, "") if sent.precedence else ""
        if precedence or sent.routing:
            words = " ".join((precedence, *sent.routing)).strip()
            yield from _lines(wrap(words, width), "routing")
        if sent.originator and sent.serial is not None:
            section = "/01" if (draft.sections or 1) > 1 else ""
            filed = sent.filed
            when = f" {filed.day:03d}{filed.hour:02d}{filed.minute:02d}" if filed else ""
            yield _line(f"DE {sent.originator} #{sent.serial:04d}{section}{when}", "de")
        if sent.security:
            yield _line(sent.security, "security")
    if draft.sent_at is not None:
        prosigns = (draft.precedence, sent.info_precedence if sent else None)
        signs = [_PROSIGNS[one] for one in prosigns if one in _PROSIGNS]
        month = _MONTHS[draft.sent_at.month - 1]
        group = (*signs, f"{draft.sent_at:%d%H%M}Z", month, f"{draft.sent_at:%y}")
        remarks = (sent.remarks,) if sent is not None and sent.remarks else ()
        yield _line(" ".join((*group, *remarks)), "date")


def _addresses(draft: Draft) -> Iterator[Line]:
    if draft.origin:
        yield _line(f"FM {draft.origin}", "origin")
    for name, label in (("action", "TO"), ("info", "INFO")):
        addressees: tuple[DraftAddressee, ...] = getattr(draft, name)
        for at, addressee in enumerate(addressees):
            printed = _addressee(addressee)
            yield _line(printed if at else f"{label} {printed}", name, at)
            for number, excluded in enumerate(addressee.excluded):
                yield _line(excluded if number else f"XMT {excluded}", name, at)


def _addressee(addressee: DraftAddressee) -> str:
    routing = f"{addressee.routing}/" if addressee.routing else ""
    words = (routing + addressee.name, addressee.precedence, addressee.mcn)
    return " ".join(str(word) for word in words if word)


def _classification(draft: Draft) -> list[Line]:
    words = [_LEVELS[draft.classification]] if draft.classification else []
    sections = draft.sections or 1
    if sections > 1:
        words.append(f"SECTION 01 OF {sections:02d}")
    if draft.mrn is not None:
        if draft.sent_at is None or draft.sent_at.year != draft.mrn.year:
            words.append(f"{draft.mrn.year % 100:02d}")
        words += [draft.mrn.post, f"{draft.mrn.serial:06d}"]
    return [_line(" ".join(words), "classification")] if draft.classification else []


def _order(draft: Draft) -> Iterator[Line]:
    if draft.executive_order:
        until = draft.declassify_on
        printed = f"{until:%m/%d/%Y}" if isinstance(until, date) else until
        tail = f"DECL: {printed}" if printed else "N/A"
        yield _line(f"E.O. {draft.executive_order}: {tail}", "executive_order")


def _tags(draft: Draft, width: int) -> list[Line]:
    # A name, `LARSEN, KARI`, stands in parentheses: its comma would part it.
    codes = " ".join(f"({code})" if "," in code else code for code in draft.tags)
    return _lines(wrap(codes, width, first="TAGS: "), "tags") if codes else []


def _subject(draft: Draft, width: int) -> list[Line]:
    return _lines(wrap(draft.subject, width, first="SUBJECT: "), "subject") if draft.subject else []


def _references(references: Sequence[DraftReference], width: int) -> Iterator[Line]:
    for at, reference in enumerate(references):
        again = at and reference.label == references[at - 1].label
        label = f"{reference.label}. " if reference.label and not again else ""
        first = ("REF: " if at == 0 else "     ") + label
        # Entries that one label covers stand on one line, parted by semicolons.
        indent = " " * len(first)
        text = reference.text
        if at + 1 < len(references) and references[at + 1].label == reference.label:
            text += ";"
        yield from _lines(wrap(text, width, first=first, indent=indent), "references", at)


def _classifiers(classifiers: Sequence[DraftClassifier], width: int) -> Iterator[Line]:
    for at, classifier in enumerate(classifiers):
        text = classifier.name + (f", {classifier.title}" if classifier.title else "")
        if classifier.reasons:
            text += f", for reasons {_reasons(classifier.reasons)}"
        yield from _lines(wrap(f"{text}.", width, first="Classified By: "), "classifiers", at)


def _reasons(reasons: Sequence[str]) -> str:
    """Print `1.4(b)`, `1.4(d)` as `1.4 (b) and (d)`, each section's number once."""
    sections: dict[str, list[str]] = {}
    for reason in reasons:
        section, parenthesis, letter = reason.partition("(")
        sections.setdefault(section, []).append(parenthesis + letter)
    listed = (f"{section} {_listed(letters)}".strip() for section, letters in sections.items())
    return "; ".join(listed)


def _listed(letters: Sequence[str]) -> str:
    *others, last = letters
    return f"{', '.join(others)} and {last}" if others else last


# ---------------------------------------------------------------- the body


def _part(at: int, part: DraftHeading | DraftParagraph, width: int) -> list[Line]:
    if isinstance(part, DraftHeading):
        return _heading(at, part.text, width)
    marker = f"{part.number}. " if part.number is not None else ""
    portion = f"({part.portion}) " if part.portion else ""
    first = marker + portion
    usual = _wrapped(part.text, width, first)
    # A line that is meant to end where it ends has to be a short one: it may need other lines.
    for narrower in range(width, width - _NARROWER, -1):
        texts = _wrapped(part.text, narrower, first)
        printed = "\n".join(texts)
        if unwrap(printed, [(len(first), len(printed))])[0] == part.text:
            return _lines(texts, "paragraph", at)
    return _lines(usual, "paragraph", at)


def _wrapped(text: str, width: int, first: str) -> list[str]:
    texts: list[str] = []
    for number, line in enumerate(text.split("\n")):
        texts += wrap(line, width, first="" if number else first)
    return texts


def _heading(at: int, text: str, width: int) -> list[Line]:
    texts = wrap(text, width)
    rule = _line(_rule(max(map(len, texts))), "rule", at)
    below = [*_lines(texts, "heading", at), rule]
    # A heading of several lines is known by its two rules.
    return below if len(texts) == 1 else [rule, *below]


def _rule(length: int) -> str:
    """Give so many dashes; a printer's line of them was parted behind the 45th."""
    behind = length - _LONGEST_RULE
    return "-" * length if behind <= 0 else f"{'-' * _LONGEST_RULE} {'-' * behind}"
