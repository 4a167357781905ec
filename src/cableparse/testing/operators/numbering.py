"""The pilcrows that a site put before paragraph numbers, and what converters made of them."""

import random
import re
from collections.abc import Callable

from attrs import evolve

from cableparse.testing.copies import Copy, Loss, Role
from cableparse.testing.draft import DraftParagraph
from cableparse.testing.operators.operator import DamageError, Stage, operator
from cableparse.testing.paragraphs import with_lines, with_losses, with_part

_PILCROW = "¶"
# `     B. OSLO 12`, `12. (C) …`: what the site put a pilcrow before
_MARKED = re.compile(r" *(?=[A-Z]\. |\d{1,2}\. )")
_NUMBER = re.compile(r"¶(\d+)\.")
_PRINTED = re.compile(r"(¶?)(\d+)\.")
_CHANGES = frozenset({"pilcrows-lost", "pilcrow-as-one", "markdown-renumbering"})
_SHIFT = 10


@operator("pilcrows", Stage.CONVERTED, seventies=False)
def pilcrows(copy: Copy, rng: random.Random) -> Copy:
    """A pilcrow stands before each line that begins like `2. ` or `B. `, as one site put them.

    The pilcrow is not the telegram's (field guide, section 4); nothing is lost by it.
    """
    changed = {
        at: _MARKED.sub(_PILCROW, copy.lines[at].text, count=1)
        for at in copy.places("paragraph", "references")
        if _MARKED.match(copy.lines[at].text)
    }
    if not changed:
        raise DamageError("pilcrows needs a cable with numbered paragraphs")
    return with_lines(copy, changed)


@operator("pilcrows-lost", Stage.CONVERTED, "pilcrows", seventies=False)
def pilcrows_lost(copy: Copy, rng: random.Random) -> Copy:
    """Some of the pilcrows are gone again, the numbers behind them are right.

    So in the text that news sites and scrapers kept (field guide, section 4).
    """
    _only_once(copy, "pilcrows-lost")
    marked = [at for at, line in enumerate(copy.lines) if line.text.startswith(_PILCROW)]
    lost = rng.sample(marked, rng.randrange(1, len(marked) + 1))
    return with_lines(copy, {at: copy.lines[at].text.removeprefix(_PILCROW) for at in lost})


@operator("pilcrow-as-one", Stage.CONVERTED, "pilcrows", seventies=False)
def pilcrow_as_one(copy: Copy, rng: random.Random) -> Copy:
    """Pilcrows are read as the digit 1: `¶2.` becomes `12.`, `¶10.` becomes `110.`.

    A run of paragraphs, as one page of a source has them, or all (field guide, section 9). Where
    all of fewer than ten are hit, the numbers can as well be those of a fragment.
    """
    _only_once(copy, "pilcrow-as-one")
    return _renumbered(copy, rng, lambda number: int(f"1{number}"))


@operator("markdown-renumbering", Stage.CONVERTED, "pilcrows", seventies=False)
def markdown_renumbering(copy: Copy, rng: random.Random) -> Copy:
    """A run of paragraphs lost its pilcrows and is numbered on by ten: 1, 12, 13, 14, 5.

    So two public copies, whose every number without a pilcrow is ten too high (field guide,
    section 9). Where all are shifted, the numbers can as well be those of a fragment.
    """
    _only_once(copy, "markdown-renumbering")
    return _renumbered(copy, rng, lambda number: number + _SHIFT)


def with_numbers_settled(copy: Copy) -> Copy:
    """Give the copy, its numbers lost where what told them has been cut off."""
    firsts: dict[int, str] = {}
    for at in copy.places("paragraph"):
        (part,) = (role.item for role in copy.lines[at].roles)
        if part is not None:
            firsts.setdefault(part, copy.lines[at].text)
    printed = {part: _PRINTED.match(text) for part, text in firsts.items()}
    told = any(match and (match[1] or int(match[2]) > 99) for match in printed.values())
    if told or not _CHANGES.intersection(copy.damage):
        return copy
    remains, codes = copy.remains, {}
    paragraphs = [at for at, part in enumerate(remains.body) if isinstance(part, DraftParagraph)]
    for number, part in enumerate(paragraphs):
        paragraph, match = remains.body[part], printed.get(part)
        if isinstance(paragraph, DraftParagraph) and match and int(match[2]) != paragraph.number:
            remains = with_part(remains, part, evolve(paragraph, number=int(match[2])))
            codes[number] = "paragraph.number-ambiguous"
    losses = tuple(
        evolve(loss, code=codes.get(loss.item))
        if loss.field == "paragraphs" and loss.code is None and loss.item in codes
        else loss
        for loss in copy.losses
    )
    return evolve(copy, remains=remains, losses=losses)


def _only_once(copy: Copy, name: str) -> None:
    for done in copy.damage:
        if done in _CHANGES:
            raise DamageError(f"{name} can't be told from {done}, which this copy has already")


def _renumbered(copy: Copy, rng: random.Random, changed: Callable[[int], int]) -> Copy:
    numbered = [one.number for one in copy.truth.paragraphs if one.number is not None]
    if numbered != list(range(1, len(numbered) + 1)):
        raise DamageError("gaps of the writer's own can't be told from a converter's numbers")
    found = {}
    firsts: set[tuple[Role, ...]] = set()
    for at in copy.places("paragraph"):
        # A list within a paragraph may have numbers of its own.
        opens = copy.lines[at].roles not in firsts
        firsts.add(copy.lines[at].roles)
        if opens and (match := _NUMBER.match(copy.lines[at].text)):
            found[at] = match
    if not found:
        raise DamageError("no paragraph of this copy has a pilcrow and a number")
    places = list(found)
    if rng.random() < 0.2 or len(places) == 1:
        run = places
    else:
        size = rng.randrange(1, len(places))
        first = rng.choice((0, 0, 1, rng.randrange(len(places))))
        run = places[first : first + size]
    lines = {}
    losses = []
    remains = copy.remains
    numbers = [changed(int(found[at][1])) for at in run]
    # Without a number that is right, only one above 99 tells that a pilcrow was read as a digit.
    told = len(run) < len(places) or max(numbers) > 99
    paragraphs = [at for at, part in enumerate(remains.body) if isinstance(part, DraftParagraph)]
    for at, number in zip(run, numbers, strict=True):
        lines[at] = f"{number}.{copy.lines[at].text[found[at].end() :]}"
        (part,) = (role.item for role in copy.lines[at].roles)
        assert part is not None  # a paragraph's line has its place
        code = None if told else "paragraph.number-ambiguous"
        what = f"its number is printed {number}"
        losses.append(Loss(field="paragraphs", item=paragraphs.index(part), what=what, code=code))
        paragraph = remains.body[part]
        if not told and isinstance(paragraph, DraftParagraph):
            remains = with_part(remains, part, evolve(paragraph, number=number))
    return with_losses(with_lines(copy, lines), remains, losses)
