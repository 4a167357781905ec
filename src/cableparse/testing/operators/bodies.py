"""Text taken out, text cut off, and text that belongs to another cable."""

import random
import re

from attrs import evolve

from cableparse.testing.copies import BLANK, Copy, Line, Loss, Role
from cableparse.testing.draft import DraftHeading
from cableparse.testing.operators.numbering import with_numbers_settled
from cableparse.testing.operators.operator import DamageError, Stage, operator
from cableparse.testing.paragraphs import (
    paragraph_parts,
    stretches,
    with_lines,
    with_losses,
    with_part,
)
from cableparse.testing.rendering import render
from cableparse.testing.sample import drafts

# `Rushforde`: a word that begins large within a line, as a name does
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{4,10}(?=[ .,;'])")
_MARKERS = (
    ("XXXXXXXXXXXX", "redaction.x-run"),
    ("XXXXXXXXXXX", "redaction.x-run"),
    ("xxxxx", "redaction.x-run"),
    ("[NAME REMOVED]", "redaction.bracket"),
)
_WORD = re.compile(r"\b[a-z]{3,}(?= [a-z])")
_WORDS_BEFORE_CUT = 4
_LONGER = 6


@operator("redaction", Stage.RELEASED, seventies=False)
def redaction(copy: Copy, rng: random.Random) -> Copy:
    """A name gives way to `XXXXXXXXXXXX`, `xxxxx` or `[NAME REMOVED]`, where it stood.

    3,462 runs of X in 305 of 1,295 copies, most of twelve; a hundred brackets (field guide,
    section 7). What one hides is lost; the redaction says where.
    """
    found = [
        (number, part, line, match)
        for number, part in enumerate(paragraph_parts(copy.remains))
        for line in stretches(copy, part)
        for match in _NAME.finditer(copy.remains.body[part].text, line.start, line.end)
    ]
    if not found:
        raise DamageError("redaction needs a text with a name in it")
    losses = []
    taken: set[int] = set()
    for number, part, line, match in rng.sample(found, min(len(found), rng.randrange(1, 5))):
        if part in taken:
            continue  # one a paragraph: the next one would have moved
        taken.add(part)
        marker, code = rng.choice([one for one in _MARKERS if _fits(one[0], match[0])])
        column = line.column + match.start() - line.start
        printed = copy.lines[line.place].text
        printed = printed[:column] + marker + printed[column + len(match[0]) :]
        paragraph = copy.remains.body[part]
        text = paragraph.text[: match.start()] + marker + paragraph.text[match.end() :]
        copy = with_lines(copy, {line.place: printed})
        copy = evolve(copy, remains=with_part(copy.remains, part, evolve(paragraph, text=text)))
        losses.append(Loss(field="paragraphs", item=number, what=f"a name is {marker}", code=code))
    return with_losses(copy, copy.remains, losses)


def _fits(marker: str, name: str) -> bool:
    """Tell whether the line keeps about its length, as most lines with a marker do."""
    return len(marker) - len(name) <= _LONGER


@operator("truncation", Stage.PUBLISHED)
def truncation(copy: Copy, rng: random.Random) -> Copy:
    """The text breaks off within a sentence, with three periods behind it or without a sign.

    Ten of 1,295 copies are stubs that end in `...` (field guide, section 8).
    """
    code = "body.truncated"
    parts = paragraph_parts(copy.remains)
    choices = [
        (part, line)
        for part in parts[1:]
        for line in stretches(copy, part)
        if _cut(copy, line.place) is not None
    ]
    if not choices:
        raise DamageError("truncation needs a second paragraph of some length")
    part, line = rng.choice(choices)
    column = _cut(copy, line.place)
    assert column is not None  # asked for above
    dots = rng.choice(("...", ""))
    paragraph = copy.remains.body[part]
    text = paragraph.text[: line.start + column - line.column] + dots
    cut = Line(copy.lines[line.place].text[:column] + dots, copy.lines[line.place].roles)
    body = (*copy.remains.body[:part], evolve(paragraph, text=text))
    number = parts.index(part)
    losses = [Loss(field="paragraphs", item=number, what="its end is cut off", code=code)]
    seen = {"paragraphs": 0, "headings": 0}
    for at, one in enumerate(copy.remains.body):
        field = "headings" if isinstance(one, DraftHeading) else "paragraphs"
        if at > part:
            losses.append(Loss(field=field, item=seen[field], what="it is cut off", code=code))
        seen[field] += 1
    remains = evolve(copy.remains, body=body)
    if copy.remains.signer:
        losses.append(Loss(field="signer", what="the end is cut off", code=code))
        remains = evolve(remains, signer=None)
    # What was lost before of what is cut off now is gone altogether.
    gone = {(loss.field, loss.item) for loss in losses[1:]}
    if not any(marker in text for marker, _ in _MARKERS):
        gone.add(("paragraphs", number))
    earlier = tuple(loss for loss in copy.losses if (loss.field, loss.item) not in gone)
    copy = evolve(copy, lines=(*copy.lines[: line.place], cut), losses=earlier)
    return with_numbers_settled(with_losses(copy, remains, losses))


def _cut(copy: Copy, place: int) -> int | None:
    """Give a column in the middle of the line, behind a word and within a sentence."""
    text = copy.lines[place].text
    for match in _WORD.finditer(text, len(text) // 3):
        if text.count(" ", 0, match.end()) >= _WORDS_BEFORE_CUT:
            return match.end()
    return None


@operator("second-body", Stage.PUBLISHED)
def second_body(copy: Copy, rng: random.Random) -> Copy:
    """Another cable follows the end, whole or from its classification line on.

    Six pages of 1,295 carry another cable's body, two of ten later ones have it behind the
    cable's own (field guide, sections 8 and 11). Nothing is lost; the defect says what is there.
    """
    (other,) = drafts(seed=rng.randrange(2**32), count=1)
    lines = render(other).lines
    if rng.random() < 0.5:
        first = next(at for at, line in enumerate(lines) if line.prints("classification"))
        lines = lines[first:]
    foreign = tuple(Line(line.text, (Role("foreign"),)) if line.text else line for line in lines)
    copy = evolve(copy, lines=(*copy.lines, BLANK, BLANK, *foreign))
    loss = Loss(field="document", what="another cable follows", code="document.second-body")
    return with_losses(copy, copy.remains, [loss])
