"""Wrapping undone, spaces at the ends of lines, and a site around the text."""

import random

from attrs import evolve

from cableparse.testing.copies import BLANK, Copy, Line, Role
from cableparse.testing.operators.operator import DamageError, Stage, operator
from cableparse.testing.paragraphs import paragraph_parts, stretches

_JOINED = ("routing", "tags", "subject", "references", "classifiers", "paragraph")

# What the site prints below a cable; the headlines are invented.
_HEADLINES = (
    ("Harbor Bridge: Painters Reach The Far End", "The crew reached the eastern pier on Tuesday"),
    ("Lake Pumice: Ferry Back In The Water", "The boat sailed again with a new boiler on board"),
    ("Orchard Vote: Cider Makers Choose A Board", "The vote was close and the supper was long"),
    ("Clock Tower: Hands Removed For Cleaning", "The town will tell the time by ear until May"),
    ("Kelp Season: Boats Wait For The Moon", "Nine families hold the right to gather kelp"),
)


@operator("wrapping-undone", Stage.CONVERTED, seventies=False)
def wrapping_undone(copy: Copy, rng: random.Random) -> Copy:
    """Each paragraph, and each field of the head, is one line, however long.

    So 383 of 1,295 copies that were edited again (field guide, section 0). A sub-item keeps its
    line; what stands between two lines of a paragraph parts them still.
    """
    begins = {
        line.place
        for part in paragraph_parts(copy.remains)
        for line in stretches(copy, part)
        if line.start and copy.remains.body[part].text[line.start - 1] == "\n"
    }
    lines: list[Line] = []
    for at, line in enumerate(copy.lines):
        joins = any(role.name in _JOINED for role in line.roles) and at not in begins
        if joins and lines and set(line.roles) <= set(lines[-1].roles):
            lines[-1] = evolve(lines[-1], text=f"{lines[-1].text.rstrip()} {line.text.lstrip()}")
        else:
            lines.append(line)
    if len(lines) == len(copy.lines):
        raise DamageError("wrapping-undone needs a field or a paragraph of more than one line")
    return evolve(copy, lines=tuple(lines))


@operator("site-furniture", Stage.PUBLISHED, seventies=False)
def site_furniture(copy: Copy, rng: random.Random) -> Copy:
    """A headline stands above the text, a copyright line and other headlines below it.

    As a scraper kept a news site's page: `Cablegate: …` in naive title case, of the subject's
    first line, then everything from `© Scoop Media` on (field guide, section 9).
    """
    subject = copy.truth.subject
    first = subject.split(": ")[0] if subject else "A Cable"
    above = [Line(f"Cablegate: {first.title()}", (Role("furniture"),)), BLANK]
    below = ["© Scoop Media", "", "World Headlines", ""]
    for headline, teaser in rng.sample(_HEADLINES, rng.randrange(2, len(_HEADLINES) + 1)):
        below += ["", headline, "", f"{teaser}... {rng.choice(('More>>', 'More'))}", ""]
    below += ["", "  • Pacific.Scoop", "  • Cafe Pacific"]
    furniture = [Line(text, (Role("furniture"),)) if text else BLANK for text in below]
    lines = (*above, *copy.lines, BLANK, BLANK, *furniture)
    remains = copy.remains
    if remains.subject is None:
        # The headline is what is left of a lost subject.
        remains = evolve(remains, subject=first.title())
    return evolve(copy, lines=lines, format="scoop", remains=remains)


@operator("trailing-spaces", Stage.FILED)
def trailing_spaces(copy: Copy, rng: random.Random) -> Copy:
    """Each line ends in a space, an empty one too.

    558 of 1,295 copies have them (field guide, section 0).
    """
    lines = tuple(evolve(line, text=f"{line.text} ") for line in copy.lines)
    return evolve(copy, lines=lines)
