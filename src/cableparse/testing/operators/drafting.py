"""What a post's word processor did before the cable was sent."""

import random
import re

from attrs import evolve

from cableparse.testing.copies import Copy, Loss
from cableparse.testing.operators.operator import DamageError, Stage, operator
from cableparse.testing.paragraphs import (
    paragraph_parts,
    stretches,
    with_lines,
    with_losses,
    with_part,
)

# `said "no" to`: a quotation of a line or two, without the signs that the damage itself makes
_QUOTED = re.compile(
    r'(?<![A-Za-z0-9&])"(?=[A-Za-z])[^"&8\n]{1,78}(?<=[A-Za-z.,!?])"(?![A-Za-z0-9])'
)
_APOSTROPHE = re.compile(r"(?<=[A-Za-z])'(?=(?:s|t|re|ve|ll|d|m)\b)")
_DASH = re.compile(r"(?<=[A-Za-z0-9]) - (?=[A-Za-z])")
# `the post,s view`, `&word`, `8)` behind one: the damage is there already
_LOST = re.compile(
    r"[A-Za-z][,?](?:s|t|re|ve|ll|d|m|S|T|RE|VE|LL|D|M)\b|(?<![A-Za-z0-9&])&[A-Za-z]"
    r"|\b[dDlL],[A-Z][a-z]|[A-Za-z0-9] \) [A-Za-z]"
)


@operator("smart-quotes-lost", Stage.DRAFTED, seventies=False)
def smart_quotes_lost(copy: Copy, rng: random.Random) -> Copy:
    """Smart quotes come out as other signs: `word,s`, `&word8`, ` ) ` for a dash.

    Posts that wrote in a word processor sent quotes that a telegram's character set lacks: commas
    for apostrophes in 224 of 1,295 copies, `&…8` in 67, a parenthesis for a dash in 70 (field
    guide, section 10). The enricher ``typography``, which is off by default, reads them back.
    """
    if any(_LOST.search(part.text) for part in copy.truth.body):
        raise DamageError("smart-quotes-lost needs a text that has not lost some already")
    losses = []
    remains = copy.remains
    for number, part in enumerate(paragraph_parts(copy.truth)):
        paragraph = copy.truth.body[part]
        signs = _signs(paragraph.text)
        if not signs:
            continue
        changed = {}
        for line in stretches(copy, part):
            characters = list(copy.lines[line.place].text)
            for at, (printed, _) in signs.items():
                if line.start <= at < line.end:
                    characters[line.column + at - line.start] = printed
            changed[line.place] = "".join(characters)
        meant = list(paragraph.text)
        for at, (_, sign) in signs.items():
            meant[at] = sign
        copy = with_lines(copy, changed)
        remains = with_part(remains, part, evolve(paragraph, text="".join(meant)))
        losses.append(Loss(field="paragraphs", item=number, what="quotes came out as other signs"))
    if not losses:
        raise DamageError("smart-quotes-lost needs a text with quotes, apostrophes or dashes")
    copy = evolve(copy, also=(*copy.also, "typography"))
    return with_losses(copy, remains, losses)


def _signs(text: str) -> dict[int, tuple[str, str]]:
    """Give what is printed and what was meant at each offset where a sign is lost."""
    signs: dict[int, tuple[str, str]] = {}
    for match in _QUOTED.finditer(text):
        signs[match.start()] = ("&", "“")
        signs[match.end() - 1] = ("8", "”")
    signs.update((match.start(), (",", "’")) for match in _APOSTROPHE.finditer(text))
    if text.count("(") == text.count(")"):
        for match in _DASH.finditer(text):
            at = match.start()
            if text.count("(", 0, at) == text.count(")", 0, at):  # within them it would close one
                signs[at + 1] = (")", "–")
    return signs
