"""How often a cable that is printed in a variant is read as the plain one."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from types import MappingProxyType
from typing import Any

from attrs import evolve, frozen

from cableparse.model.cable import Cable
from cableparse.model.fields import MRN
from cableparse.reading.parser import Parser
from cableparse.testing.copies import Copy
from cableparse.testing.draft import Draft, DraftHeading, DraftParagraph, DraftReference
from cableparse.testing.facts import GROUPS, facts
from cableparse.testing.sample import drafts
from cableparse.testing.variants import FIELDS, VARIANTS, stack, vary
from cableparse.testing.variants.meaning import meaning
from cableparse.testing.variants.variant import VariantError

Read = Callable[[Copy], Cable]
Names = tuple[str, ...]

ALL = "all fields"
"""The name of the row of stacks whose variants are of any field."""

COUNT = 10
"""How many drafts are printed, unless told."""

_ROLES = {"paragraphs": ("paragraph",), "headings": ("heading", "rule")}
_PARAGRAPHS = 3
_ENOUGH = 4  # drafts, among which one has references
_STACKS = 4
_SENTENCE_ENDS = re.compile(r"(?<=[a-z)]\.) (?=[A-Z])")


@frozen(kw_only=True)
class Misreading:
    """A copy that was not read as the plain one: its variants, what of it, and both readings."""

    variants: tuple[str, ...]
    text: str
    """The lines of the fields that are printed in a variant."""
    expected: Mapping[str, tuple[str, ...]]
    """By group of facts, those that the copy says and that were not read."""
    read: Mapping[str, tuple[str, ...]]
    """By group of facts, those that were read and that the copy does not say."""


@frozen(kw_only=True)
class Agreed:
    """Of ``copies`` copies in a variant, or in stacks of a field's variants, how many were read."""

    name: str
    field: str
    copies: int
    misread: tuple[Misreading, ...] = ()

    @property
    def read(self) -> int:
        """How many copies were read as the plain one."""
        return self.copies - len(self.misread)


@frozen(kw_only=True)
class Agreement:
    """The table of variants over one sample, which ``seed`` and ``count`` tell."""

    seed: int
    count: int
    alone: tuple[Agreed, ...]
    stacks: tuple[Agreed, ...]

    def to_dict(self) -> dict[str, Any]:
        """Give the whole table as what JSON can carry."""

        def listed(rows: tuple[Agreed, ...]) -> dict[str, Any]:
            return {row.name: {"copies": row.copies, "read": row.read} for row in rows}

        return {
            "seed": self.seed,
            "count": self.count,
            "variants": listed(self.alone),
            "stacks": listed(self.stacks),
        }


def agreement(
    seed: int = 0,
    count: int = COUNT,
    names: Iterable[str] = VARIANTS,
    *,
    read: Read | None = None,
    step: Callable[[], object] = lambda: None,
) -> Agreement:
    """Print ``count`` drafts in each of the variants ``names`` and in stacks of three, and read.

    ``read`` gives the cable of a copy, with the bundled plugins unless given: a format's author
    puts the copy's text into a document of that format first. The same seed and count give the same
    table. ``step`` is called after each row.
    """
    reader = read or _read
    sample = list(sample_of_variants(seed, count))
    names = tuple(names)
    alone, stacks = [], []
    for name in names:
        alone.append(_agreed(name, VARIANTS[name].field, _alone(sample, name, seed), reader))
        step()
    fields = [field for field in FIELDS if any(VARIANTS[name].field == field for name in names)]
    for field in (*fields, ALL):
        stacks.append(_agreed(field, field, _stacked(sample, field, seed), reader))
        step()
    return Agreement(seed=seed, count=count, alone=tuple(alone), stacks=tuple(stacks))


def rows() -> int:
    """Count the rows of the whole table."""
    return len(VARIANTS) + len(FIELDS) + 1


def sample_of_variants(seed: int, count: int) -> Iterator[Draft]:
    """Give drafts in which there is something to vary, with short bodies.

    Each has references; every other one refers to several cables of one post under one label, every
    third is signed by two words, and every fourth has a hyphen in its subject.
    """
    referring = (draft for draft in drafts(seed, _ENOUGH * count) if draft.references)
    for number, draft in enumerate(islice(referring, count)):
        changed = evolve(draft, body=tuple(_short(draft)))
        if number % 2 == 0:
            changed = evolve(changed, references=_several(changed.references))
        if number % 3 == 0:
            changed = evolve(changed, signer=f"VAN {changed.signer}")
        if number % 4 == 1:
            changed = evolve(changed, subject=f"{changed.subject}: A FOLLOW-UP")
        yield changed


def _short(draft: Draft) -> Iterator[DraftHeading | DraftParagraph]:
    """Give the first paragraph, a heading if there is one, and two more paragraphs."""
    for number, paragraph in enumerate(draft.paragraphs[:_PARAGRAPHS], 1):
        if number == 2:
            yield from draft.headings[:1]
        first, *more = _SENTENCE_ENDS.split(paragraph.text, maxsplit=2)
        text = (
            paragraph.text
            if number == 1 or "\n" in paragraph.text
            else " ".join((first, *more[:1]))
        )
        yield evolve(paragraph, number=number, text=text)


def misreading(copy: Copy, cable: Cable, names: tuple[str, ...]) -> Misreading | None:
    """Compare what a copy says with what was read of it; None where they agree."""
    said, read = facts(meaning(copy.remains)), facts(meaning(Draft.of(cable)))
    missing = {group: said[group] - read[group] for group in GROUPS if said[group] - read[group]}
    added = {group: read[group] - said[group] for group in GROUPS if read[group] - said[group]}
    if not missing and not added:
        return None
    roles = {role for name in names for role in _roles(VARIANTS[name].field)}
    text = "\n".join(copy.lines[at].text for at in copy.places(*roles))
    return Misreading(
        variants=names,
        text=text,
        expected=MappingProxyType(
            {group: tuple(map(repr, all_)) for group, all_ in missing.items()}
        ),
        read=MappingProxyType({group: tuple(map(repr, all_)) for group, all_ in added.items()}),
    )


def _several(references: tuple[DraftReference, ...]) -> tuple[DraftReference, ...]:
    """Put two more cables of one post behind the first reference to a cable."""
    for at, one in enumerate(references):
        if one.mrn is not None:
            more = [_later(one, one.mrn, distance) for distance in (3, 40)]
            return (*references[: at + 1], *more, *references[at + 1 :])
    return references


def _later(one: DraftReference, mrn: MRN, distance: int) -> DraftReference:
    serial = mrn.serial + distance
    text = one.text.removesuffix(str(mrn.serial)) + str(serial)
    return evolve(one, mrn=evolve(mrn, serial=serial), text=text)


def _roles(field: str) -> tuple[str, ...]:
    return _ROLES.get(field, (field,))


def _alone(sample: Iterable[Draft], name: str, seed: int) -> Iterator[tuple[Names, Copy]]:
    for number, draft in enumerate(sample, seed):
        try:
            yield (name,), vary(draft, name, seed=number)
        except VariantError:
            continue


def _stacked(sample: Iterable[Draft], field: str, seed: int) -> Iterator[tuple[Names, Copy]]:
    for number, draft in enumerate(sample, seed):
        chosen: set[Names] = set()
        for one in range(number * _STACKS, (number + 1) * _STACKS):
            try:
                names = stack(draft, None if field == ALL else field, seed=one)
            except VariantError:
                continue
            if names not in chosen:
                chosen.add(names)
                yield names, vary(draft, *names, seed=one)


def _agreed(name: str, field: str, copies: Iterable[tuple[Names, Copy]], read: Read) -> Agreed:
    tried = 0
    misread = []
    for names, copy in copies:
        tried += 1
        found = misreading(copy, read(copy), names)
        if found is not None:
            misread.append(found)
    return Agreed(name=name, field=field, copies=tried, misread=tuple(misread))


_parser = Parser(autoload="bundled")


def _read(copy: Copy) -> Cable:
    return _parser.parse(copy.data)
