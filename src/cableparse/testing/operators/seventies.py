"""What stands between and around the lines of a telegram of 1973 to 1979: pages, lists, stamps."""

import random

from attrs import evolve

from cableparse.testing.business import SURNAMES
from cableparse.testing.copies import BLANK, Copy, Line, Loss, Role
from cableparse.testing.operators.operator import DamageError, Stage, operator
from cableparse.testing.paragraphs import with_lines_between, with_losses
from cableparse.testing.printing.seventies import PageHead
from cableparse.vocabulary import Classification

_MOST_PAGES = 4
_WITHIN = ("action", "info", "tags", "subject", "references", "paragraph", "signer")
_STAMP = "Declassified/Released US Department of State EO Systematic Review"
_STAMPS = (
    f"Imogen P. Tolver {_STAMP} 20 Mar 2014",
    f"{_STAMP} 30 JUN 2005",
    f"Rosalind P. Wrexley {_STAMP} 04 MAY 2006",
    f"Rosalind P. Wrexley {_STAMP} 22 May 2009",
)
_BUREAUS = ("EUR/NE", "OES/APT", "IO/CMD", "EB/TT", "NEA/ARN", "S/S-O", "L/OES", "ARA-LA/PLC")


@operator("page-heads", Stage.SENT, seventies=True)
def page_heads(copy: Copy, rng: random.Random) -> Copy:
    """A page ends and another begins: the level twice, `PAGE 02 ROME 02492  201138Z`.

    Within a sentence or a list of addressees; both levels together or with empty lines between
    them, either or both missing; in 1979 the head stands on two lines (field guide, part two,
    sections 2 and 3).
    """
    head = PageHead.of(copy.truth)
    free = copy.places(*_WITHIN)[1:]
    if head is None or not free:
        raise DamageError("page-heads needs a telegram with a level, a number and a text")
    count = min(len(free), rng.randrange(1, _MOST_PAGES))
    places = sorted(rng.sample(free, count))
    pages = enumerate(places, 2)
    return with_lines_between(copy, {at: _break(head, page, rng) for page, at in pages})


def _break(head: PageHead, page: int, rng: random.Random) -> list[Line]:
    """Give the lines of a page's break, in one of their shapes."""
    timed = rng.random() < 0.7
    foot, top = rng.choice(((True, True), (True, True), (True, False), (False, True), (False,) * 2))
    split = rng.random() < 0.25
    texts = (
        [f"PAGE {page:02d}", head.number(timed=timed)] if split else [head.line(page, timed=timed)]
    )
    apart = rng.random() < 0.4
    lines = [text for text, there in ((head.level, foot), (head.level, top)) if there]
    printed: list[Line] = []
    for text in (*lines, *texts):
        if apart and printed and text is not texts[-1]:
            printed.append(BLANK)
        printed.append(Line(text, (Role("page-mark"),)))
    return [*[BLANK] * apart, *printed, *[BLANK] * apart]


@operator("section-heads", Stage.SENT, seventies=True)
def section_heads(copy: Copy, rng: random.Random) -> Copy:
    """Where a section ends the next one's whole head stands, often within a sentence.

    From the level and `NNN` at the foot to the line with `SECTION 02 OF 02`: a telegram of several
    sections came as several messages (field guide, part two, section 2).
    """
    foot, sections = PageHead.of(copy.truth), copy.truth.sections or 1
    level, free = copy.places("classification"), copy.places("paragraph")[1:]
    if foot is None or sections < 2 or not level or len(free) < sections:
        raise DamageError("section-heads needs a telegram of several sections with a text")
    inserted = {}
    for section, at in enumerate(sorted(rng.sample(free, sections - 1)), 2):
        end = rng.choice(((), ("NNN",), ("", "NNN", ""), ("NNNNMAFVVZCZ",)))
        count = f"OF {sections:02d}"
        head = [
            line.text.replace(f"01 {count}", f"{section:02d} {count}")
            for line in copy.lines[: level[0] + 1]
        ]
        texts = (foot.level, *end, *head)
        inserted[at] = [Line(text, (Role("repeated"),)) if text else BLANK for text in texts]
    return with_lines_between(copy, inserted)


@operator("drafting-lines", Stage.SENT, seventies=True)
def drafting_lines(copy: Copy, rng: random.Random) -> Copy:
    """Below the list of distribution stands who drafted, approved and cleared the telegram.

    Washington's own telegrams have these lines, one clearing office and officer a line, above the
    relay's line of dashes (field guide, part two, section 2).
    """
    above = [at for at, line in enumerate(copy.lines) if line.text.startswith("------")]
    if not above or copy.truth.mrn is None or copy.truth.mrn.post != "STATE":
        raise DamageError("drafting-lines needs a telegram of the Department with a relay's line")
    colon = rng.choice((":", ": ", " "))
    approved = rng.choice(("APPROVED BY", "APPROVED BY", "EPPROVED BY"))
    drafted = rng.choice(("DRAFTED BY", "DRAFTED BY", "DRAFTEDY BY"))
    texts = [f"{drafted}{colon}{_officer(rng)}", f"{approved}{colon}{_officer(rng)}"]
    texts += [_officer(rng) for _ in range(rng.randrange(0, 4))]
    lines = [Line(text, (Role("furniture"),)) for text in texts]
    return with_lines_between(copy, {above[0]: lines})


def _officer(rng: random.Random) -> str:
    """Give an office and an officer, `EUR/NE:KALDBROOK:AB`."""
    initials = "".join(rng.sample("ABCDEFGHJKLMNPRSTW", 2))
    clerk = rng.choice(("", "", f":{initials}"))
    return f"{rng.choice(_BUREAUS)}:{initials[0]}{rng.choice(SURNAMES).upper()}{clerk}"


@operator("release-stamps", Stage.RELEASED, seventies=True)
def release_stamps(copy: Copy, rng: random.Random) -> Copy:
    """The archive's stamp stands on a line of its own, often twice, also within a sentence.

    `Declassified/Released US Department of State EO Systematic Review 30 JUN 2005`, with or without
    a name, on most of the archive's files (field guide, part two, section 4).
    """
    stamp = Line(rng.choice(_STAMPS), (Role("furniture"),))
    free = copy.places(*_WITHIN)
    places = rng.sample(free, min(len(free), rng.randrange(1, 4)))
    inserted = {at: [stamp] * rng.choice((1, 1, 2)) for at in places}
    copy = with_lines_between(copy, inserted)
    return evolve(copy, lines=(*copy.lines, *[stamp] * rng.choice((0, 1, 2))))


@operator("unreproduced", Stage.RELEASED, seventies=True)
def unreproduced(copy: Copy, rng: random.Random) -> Copy:
    """A run of `¿` stands on a line of its own where the archive could not reproduce something.

    What it was nobody knows (field guide, part two, section 1).
    """
    free = copy.places("paragraph")
    if not free:
        raise DamageError("unreproduced needs a telegram with a text")
    run = Line("¿" * rng.randrange(4, 60), (Role("furniture"),))
    copy = with_lines_between(copy, {rng.choice(free): [run]})
    what = "something could not be reproduced"
    loss = Loss(field="document", what=what, code="document.unreproduced")
    return with_losses(copy, copy.remains, [loss])


@operator("archive-attributes", Stage.PUBLISHED, seventies=True)
def archive_attributes(copy: Copy, rng: random.Random) -> Copy:
    """The text stands between `Message Text` and the archive's attributes, a line a key.

    So the National Archives give each telegram as a file (field guide, part two, section 1). What
    the attributes say is what the telegram says.
    """
    draft = copy.truth
    none = rng.choice(("n/a", "N/A"))
    level = draft.classification or Classification.UNCLASSIFIED
    attributes = {
        "Capture Date": "01 JAN 1994",
        "Current Classification": "UNCLASSIFIED",
        "Concepts": none,
        "Draft Date": f"{draft.sent_at:%d %b %Y}".upper() if draft.sent_at else none,
        "Document Number": draft.mrn.archive_id if draft.mrn else none,
        "Locator": rng.choice(("TEXT ON-LINE, ON MICROFILM", "TEXT ONLINE")),
        "Original Classification": level.value,
        "Original Handling Restrictions": ", ".join(draft.captions) or none,
        "Subject": draft.subject or none,
        "TAGS": ", ".join((*draft.tags, "n/a")),
        "Type": "TE",
    }
    below = [f"{key}: {value}" for key, value in attributes.items()]
    if rng.random() < 0.5:
        below[:0] = ["*** Current Classification *** UNCLASSIFIED", "", "Message Attributes", ""]
    else:
        below[:0] = ["Message Attributes", ""]
    furniture = (*map(_furniture, ("Message Text", "")), *copy.lines, BLANK)
    lines = (*furniture, *map(_furniture, below))
    return evolve(copy, lines=lines, format="nara")


def _furniture(text: str) -> Line:
    return Line(text, (Role("furniture"),)) if text else BLANK
