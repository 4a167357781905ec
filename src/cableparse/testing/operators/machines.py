"""What the machines of 1973 to 1979 did to the letters: words divided, lines cut, figures sent."""

import random
import re
from collections import Counter

from attrs import evolve

from cableparse.testing.copies import Copy, Line, Loss
from cableparse.testing.operators.operator import DamageError, Stage, operator
from cableparse.testing.paragraphs import (
    paragraph_parts,
    stretches,
    with_lines,
    with_losses,
    with_part,
)
from cableparse.testing.printing.seventies import OLD_WIDTH
from cableparse.testing.wrap import MEANS_SOMETHING
from cableparse.text.views.divided import PARTICLES

# Each letter's key of a teletype in figure shift, from A to Z
_FIGURES = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "-?:$3!&#8'().,9014'57;2/6\"")
_GARBLED = re.compile(r"(?<=[A-Z] )[A-Z ]{24,40}(?= [A-Z]+ )")
_WORD = re.compile(r"[A-Z]+(?:'[A-Z]+)?")
_BEGINS_ITEM = "--"
_FEWEST_LETTERS = 3
_LONGEST_REST = 20
_LONG = 56
_WHOLE_WORD = 4
_MOST = 6


@operator("figure-shift", Stage.SENT, seventies=True)
def figure_shift(copy: Copy, rng: random.Random) -> Copy:
    """Some words came as figures: `QUESTION` as `173'589,`, each letter as its key's other sign.

    A machine missed the shift back to letters (field guide, part two, section 3). Nothing says what
    the words were, so they stay and are named.
    """
    found = [
        (number, part, line, match)
        for number, part in enumerate(paragraph_parts(copy.remains))
        for line in stretches(copy, part)
        for match in _GARBLED.finditer(copy.remains.body[part].text, line.start, line.end)
    ]
    if not found:
        raise DamageError("figure-shift needs a line of some words without other signs")
    number, part, line, match = rng.choice(found)
    column = line.column + match.start() - line.start
    printed = copy.lines[line.place].text
    figures = match[0].translate(_FIGURES)
    copy = with_lines(
        copy, {line.place: printed[:column] + figures + printed[column + len(figures) :]}
    )
    paragraph = copy.remains.body[part]
    text = paragraph.text[: match.start()] + figures + paragraph.text[match.end() :]
    what = "some words are in figures"
    loss = Loss(field="paragraphs", item=number, what=what, code="text.garbled")
    return with_losses(copy, with_part(copy.remains, part, evolve(paragraph, text=text)), [loss])


@operator("words-divided", Stage.SENT, seventies=True)
def words_divided(copy: Copy, rng: random.Random) -> Copy:
    """A word is divided at a line's end: `APPRECIA-`, and `TION` on the next line.

    As telegrams of these years have it, and later ones never (field guide, part two, section 3). A
    word of which both halves are words of the same text stays whole: it could be a compound.
    """
    words = _words(copy)
    divided: dict[int, str] = {}
    pairs = _pairs(copy)
    for at in rng.sample(pairs, len(pairs)):
        if at in divided or at + 1 in divided or len(divided) >= 2 * _MOST:
            continue
        before, after = copy.lines[at].text, copy.lines[at + 1].text
        word, _, rest = after.partition(" ")
        room = OLD_WIDTH - len(before) - len(" -")
        letters = _WORD.match(word)
        if letters is None or not rest:
            continue
        cuts = [
            cut
            for cut in range(_FEWEST_LETTERS, min(room, len(letters[0]) - _FEWEST_LETTERS) + 1)
            if not _could_be_compound(letters[0][:cut], letters[0][cut:], words)
        ]
        if not cuts:
            continue
        cut = rng.choice(cuts)
        divided[at], divided[at + 1] = f"{before} {word[:cut]}-", after[cut:]
    if not divided:
        raise DamageError("words-divided needs a line with room for a part of the next one's word")
    return with_lines(copy, divided)


@operator("lines-cut", Stage.SENT, seventies=True)
def lines_cut(copy: Copy, rng: random.Random) -> Copy:
    """A line of more than 69 columns was cut there, and its rest stands alone: `PROCEDU`, `RAL`.

    Within a word or between two (field guide, part two, section 3). Where the text itself does not
    tell which of the two it was, a line is left as it is.
    """
    words = _words(copy)
    pairs = _pairs(copy)
    cut: dict[int, list[str]] = {}
    told: set[str] = set()  # the words beside a cut: one of them elsewhere tells another
    for at in rng.sample(pairs, len(pairs)):
        if at in cut or at + 1 in cut or at - 1 in cut or len(cut) >= _MOST:
            continue
        lines = _cut(copy.lines[at].text, copy.lines[at + 1].text, words)
        beside = _beside(lines) if lines else told
        if lines is not None and told.isdisjoint(beside):
            cut[at] = lines
            told |= beside
    if not cut:
        raise DamageError("lines-cut needs a line that can be longer than the machine's paper")
    found: list[Line] = []
    behind = -1
    for at, line in enumerate(copy.lines):
        if at in cut:
            found += [evolve(line, text=text) for text in cut[at]]
            behind = at + 1
        elif at != behind:
            found.append(line)
    return evolve(copy, lines=tuple(found))


def _cut(before: str, after: str, words: Counter[str]) -> list[str] | None:
    """Give a line that takes words of the one behind it, cut, its rest, and what is left of it."""
    moved, left = before, after
    while len(moved) <= OLD_WIDTH:
        word, _, left = left.partition(" ")
        moved = f"{moved} {word}"
        if not left or left.startswith(_BEGINS_ITEM):
            return None
    first, rest = moved[:OLD_WIDTH], moved[OLD_WIDTH:]
    parted = " " in (first[-1], rest[0])
    first, rest = first.rstrip(), rest.lstrip()
    last, begin = re.search(r"[A-Z']+\Z", first), _WORD.match(rest)
    if (
        last is None
        or begin is None
        or len(rest) > _LONGEST_REST
        or not (first + rest[-1])[-2:].isalpha()
    ):
        return None
    if len(left) < _LONG or MEANS_SOMETHING.match(left.split(" ", 1)[0]):
        return None  # the other lines of a paragraph are as long as the writer made them
    whole = last[0] + begin[0]
    known = words[last[0]] - parted > 0 or words[begin[0]] - parted > 0
    if parted:
        tells = not words[whole] and (known or begin[0] in PARTICLES)
    else:
        tells = words[whole] > 1 or not (known or begin[0] in PARTICLES)
    return [first, rest, left] if tells and not rest.startswith("-") else None


def _beside(lines: list[str]) -> set[str]:
    """Give the words on both sides of a cut, and what they are together."""
    last, begin = _WORD.findall(lines[0])[-1], _WORD.findall(lines[1])[0]
    return {last, begin, last + begin}


def _could_be_compound(left: str, right: str, words: Counter[str]) -> bool:
    return all(len(half) >= _WHOLE_WORD and words[half] for half in (left, right))


def _pairs(copy: Copy) -> list[int]:
    """Give the lines of a paragraph whose sentence runs on into the next line."""
    return [
        at
        for at in copy.places("paragraph")
        if at + 1 < len(copy.lines)
        and copy.lines[at].roles == copy.lines[at + 1].roles
        and copy.lines[at].text[-1:].isalnum()
        and not copy.lines[at + 1].text.startswith(_BEGINS_ITEM)
    ]


def _words(copy: Copy) -> Counter[str]:
    return Counter(_WORD.findall(copy.text))
