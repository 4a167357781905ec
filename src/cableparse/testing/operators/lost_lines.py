"""Lines that a site dropped for their capitals, and what a copy without them still tells."""

import random
from collections.abc import Sequence
from typing import Any

from attrs import evolve

from cableparse.model.fields import Transmission
from cableparse.testing.copies import Copy, Line, Loss, Role
from cableparse.testing.draft import (
    Draft,
    DraftClassifier,
    DraftHeading,
    DraftParagraph,
    DraftReference,
)
from cableparse.testing.operators.operator import DamageError, Stage, operator
from cableparse.testing.paragraphs import with_losses
from cableparse.vocabulary import post_of_routing

GENERAL = "document.lines-lost"
"""The defect that names what leaves no trace of its own."""

_DE_DIGITS = 10_000
_MOSTLY = 0.5
_FULL_LINE = 45
_SENTENCE_END = frozenset(".!?:;”’\"')]}-_*=…»>")
_OF_TRANSMISSION = ("id", "routing", "security")
_OF_HEAD = (
    ("origin", "header.origin-missing"),
    ("action", "header.action-missing"),
    ("info", GENERAL),
    ("classification", "header.classification-missing"),
    ("captions", GENERAL),
    ("passing", GENERAL),
    ("executive_order", "header.executive-order-missing"),
    ("tags", "header.tags-missing"),
    ("subject", "header.subject-missing"),
)


@operator("lines-lost", Stage.PUBLISHED, seventies=False)
def lines_lost(copy: Copy, rng: random.Random) -> Copy:
    """Lines of one word, and lines that are mostly capitals, are gone; empty lines stay.

    Two public copies of one site lost their lines by this rule: VZCZC, routing, ZN, FM, TO, INFO,
    captions, TAGS, SUBJECT, most headings and their rules, the signer, and the one word on which a
    paragraph ended. The DE line, the date, E.O. and page marks stay (field guide, section 9).
    """
    if any(line.prints("de") and line.prints("tags") for line in copy.lines):
        raise DamageError("lines-lost has no lines to choose from in a head on one line")
    if "truncation" in copy.damage and not copy.text.rstrip().endswith("..."):
        raise DamageError("lines-lost hides whether a text without periods was cut off")
    if any(one.number is None or "\n\n" in one.text for one in copy.truth.paragraphs):
        raise DamageError("lines-lost needs paragraphs with numbers, of one block each")
    kept = [line for line in copy.lines if not line.text.strip() or not _is_lost(line.text)]
    if len(kept) == len(copy.lines):
        raise DamageError("lines-lost needs a copy with a line in capitals or of one word")
    return _Left(copy, kept).copy()


def _is_lost(text: str) -> bool:
    words = text.split()
    capitals = sum(character.isupper() for character in text)
    return len(words) == 1 or capitals > _MOSTLY * len(text.strip())


class _Left:
    """What is left of a copy in the lines that were kept."""

    def __init__(self, copy: Copy, kept: list[Line]) -> None:
        self.before, self.lines = copy, kept
        self.losses: list[Loss] = []
        self.had = _by_role(copy.lines)
        self.has = _by_role(kept)

    def copy(self) -> Copy:
        remains = self.before.remains
        remains = evolve(
            remains,
            transmission=self.transmission(remains),
            **{name: self.field(remains, name, code) for name, code in _OF_HEAD},
            references=self.references(remains),
            classifiers=self.classifiers(remains),
        )
        if remains.executive_order is None:
            remains = evolve(remains, declassify_on=None)
        remains = self.identity(remains)
        remains = evolve(remains, body=self.body(remains))
        if remains.signer and Role("signer") not in self.has:
            remains = evolve(remains, signer=None)
            self.lose("signer", None, "body.signer-missing")
        return with_losses(evolve(self.before, lines=tuple(self.lines)), remains, self.losses)

    def lose(self, field: str, item: int | None, code: str, what: str = "its line is lost") -> None:
        self.losses.append(Loss(field=field, item=item, what=what, code=code))

    def lost(self, role: Role) -> bool:
        """Tell whether the first line that printed this is gone: it has the label."""
        if role not in self.had:
            return False
        return role not in self.has or self.has[role][0] is not self.had[role][0]

    # ------------------------------------------------------------ the head

    def transmission(self, remains: Draft) -> Transmission | None:
        sent = remains.transmission
        if sent is None:
            return None
        lost = [name for name in _OF_TRANSMISSION if self.lost(Role(name))]
        for name in lost:
            self.lose("transmission", None, GENERAL, f"the {name} line is lost")
        return evolve(
            sent,
            id=None if "id" in lost else sent.id,
            precedence=None if "routing" in lost else sent.precedence,
            routing=() if "routing" in lost else sent.routing,
            security=None if "security" in lost else sent.security,
        )

    def field(self, remains: Draft, name: str, code: str) -> Any:
        """Give what is left of a field of the head; of several values, those that are printed."""
        value = getattr(remains, name)
        if name in {"tags", "subject"}:
            return self.of_lines(name, value, code)
        if not isinstance(value, tuple):
            if value is not None and self.lost(Role(name)):
                self.lose(name, None, code)
                return None
            return value
        lost = [at for at in range(len(value)) if self.lost(Role(name, at))]
        for at in lost:
            self.lose(name, at, code if len(lost) == len(value) else GENERAL)
        return tuple(one for at, one in enumerate(value) if at not in lost)

    def of_lines(self, name: str, value: tuple[str, ...] | str | None, code: str) -> Any:
        """Give what is left of a field that runs over several lines: all of it behind its label."""
        role = Role(name)
        if not value or len(self.has.get(role, ())) == len(self.had[role]):
            return value
        if self.lost(role):
            self.lose(name, None, code)
            return () if isinstance(value, tuple) else None
        self.lose(name, None, GENERAL, "a line of it is lost")
        printed = " ".join(line.text.strip() for line in self.has[role]).partition(" ")[2]
        if isinstance(value, tuple):
            return tuple(one for one in value if one in printed.split())
        return printed

    def references(self, remains: Draft) -> tuple[DraftReference, ...]:
        """Give the entries whose lines are left; the letters tell which are not."""
        left = []
        for at, reference in enumerate(remains.references):
            if self.lost(Role("references", at)):
                later = any(
                    not self.lost(Role("references", other))
                    for other in range(at + 1, len(remains.references))
                )
                self.lose("references", at, "header.reference-missing" if later else GENERAL)
            else:
                left.append(reference)
        return tuple(left)

    def classifiers(self, remains: Draft) -> tuple[DraftClassifier, ...]:
        left = []
        for at, classifier in enumerate(remains.classifiers):
            role = Role("classifiers", at)
            if self.lost(role):
                self.lose("classifiers", at, GENERAL)
                continue
            printed = " ".join(line.text for line in self.has[role])
            reasons = tuple(one for one in classifier.reasons if one[one.index("(") :] in printed)
            if reasons != classifier.reasons:
                self.lose("classifiers", at, GENERAL, "a line of it is lost")
            left.append(evolve(classifier, reasons=reasons))
        return tuple(left)

    def identity(self, remains: Draft) -> Draft:
        """Tell the number from the page marks or the DE line, the sections from the marks."""
        if not self.lost(Role("classification")):
            return remains
        marked = any(line.prints("page-mark") for line in self.lines)
        if not marked and remains.sections is not None:
            remains = evolve(remains, sections=None)
            self.lose("sections", None, "header.classification-missing")
        sent = remains.transmission
        sender = post_of_routing(sent.originator) if sent and sent.originator else None
        mrn = remains.mrn
        told = marked or (
            mrn is not None
            and sender is not None
            and sender.kind != "department"
            and mrn.serial < _DE_DIGITS
        )
        if mrn is not None and not told:
            remains = evolve(remains, mrn=None)
            self.lose("mrn", None, "header.mrn-missing")
        return remains

    # ------------------------------------------------------------ the body

    def body(self, remains: Draft) -> tuple[DraftHeading | DraftParagraph, ...]:
        left: list[DraftHeading | DraftParagraph] = []
        headings = paragraphs = 0
        for at, part in enumerate(remains.body):
            if isinstance(part, DraftHeading):
                left += self.heading(at, headings, below=paragraphs > 0)
                headings += 1
                continue
            paragraph = self.paragraph(at, part, paragraphs)
            paragraphs += 1
            if paragraph is not None:
                left.append(paragraph)
        return tuple(left)

    def heading(self, at: int, number: int, *, below: bool) -> list[DraftHeading]:
        """Give what is left of a heading; where all is lost, a gap ``below`` a paragraph tells."""
        has, had = self.has.get(Role("heading", at), []), self.had[Role("heading", at)]
        if not has:
            told = below and self.leaves_a_gap(at)
            self.lose("headings", number, "heading.lost" if told else GENERAL)
        elif len(has) < len(had):
            self.lose("headings", number, GENERAL, "a line of it is lost")
        return [DraftHeading(text=" ".join(line.text for line in has))] if has else []

    def leaves_a_gap(self, part: int) -> bool:
        """Tell whether two empty lines or a rule stand where the heading stood, and no mark."""
        if Role("rule", part) in self.has:
            return True
        before = [line for line in self.kept_around(part, before=True) if line.text.strip()]
        behind = [line for line in self.kept_around(part, before=False) if line.text.strip()]
        return (
            bool(before and behind)
            and not before[-1].prints("page-mark")
            and not behind[0].prints("page-mark")
        )

    def kept_around(self, part: int, *, before: bool) -> list[Line]:
        lines = self.before.lines
        places = [at for at, line in enumerate(lines) if Role("heading", part) in line.roles]
        around = lines[: places[0]] if before else lines[places[-1] + 1 :]
        kept = {id(line) for line in self.lines}
        return [line for line in around if id(line) in kept]

    def paragraph(self, at: int, part: DraftParagraph, number: int) -> DraftParagraph | None:
        role = Role("paragraph", at)
        had, has = self.had[role], self.has.get(role, [])
        if len(had) == len(has):
            return part
        if not has or has[0] is not had[0]:
            self.lose("paragraphs", number, "paragraph.missing")
            return None
        kept = {id(line) for line in has}
        behind = len(part.text)
        text = ""
        for line in reversed(had):
            # What stood between two lines, a space or a line feed, stands before the later one.
            start = max(0, behind - len(line.text) - 1) if line is not had[0] else 0
            if id(line) in kept:
                text = part.text[start:behind] + text
            behind = start
        end = has[-1] is not had[-1]
        last = has[-1].text.rstrip()
        told = end and last[-1] not in _SENTENCE_END and len(last) >= _FULL_LINE
        what = "its end is lost" if end else "a line of it is lost"
        self.lose("paragraphs", number, "paragraph.end-lost" if told else GENERAL, what)
        return evolve(part, text=text)


def _by_role(lines: Sequence[Line]) -> dict[Role, list[Line]]:
    found: dict[Role, list[Line]] = {}
    for line in lines:
        for role in line.roles:
            found.setdefault(role, []).append(line)
    return found
