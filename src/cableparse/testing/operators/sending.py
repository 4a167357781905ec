"""What the machines put between the lines that cut a cable into sections and relayed it."""

import random

from cableparse.testing.copies import BLANK, Copy, Line, Role
from cableparse.testing.operators.operator import DamageError, Stage, operator
from cableparse.testing.paragraphs import with_lines_between

_HEAD = ("executive_order", "tags", "subject", "references", "classifiers")
_BODY = ("paragraph", "heading", "rule")
_LONGEST_POST = 10
_FULL_LINE = 52

# Empty lines before and behind a mark, and how many copies of 1,387 have it so.
_EMPTY = {(1, 2): 680, (0, 0): 464, (1, 1): 104, (0, 1): 75, (2, 2): 64}


@operator("page-marks", Stage.SENT, seventies=False)
def page_marks(copy: Copy, rng: random.Random) -> Copy:
    """A mark such as `OSLO 00000059  002.2 OF 005` stands where a page begins.

    In 629 of 1,295 copies, mostly within a sentence; the post cut to ten characters, the serial in
    eight digits. The first page's own mark is there in a quarter of them, in the head, most often
    between REF and Classified By (field guide, section 5).
    """
    mrn, pages = copy.truth.mrn, copy.truth.sections or 1
    if mrn is None or pages < 2:
        raise DamageError("page-marks needs a cable with a number and more than one section")
    suffix = rng.choice(("", "", "", ".2", ".3"))
    post = mrn.post[:_LONGEST_POST].rstrip()

    def mark(page: int) -> list[Line]:
        before, behind = rng.choices(tuple(_EMPTY), tuple(_EMPTY.values()))[0]
        text = f"{post} {mrn.serial:08d}  {page:03d}{suffix} OF {pages:03d}"
        return [*before * (BLANK,), Line(text, (Role("page-mark"),)), *behind * (BLANK,)]

    inserted: dict[int, list[Line]] = {}
    if rng.random() < 0.25 and (head := copy.places(*_HEAD)):
        usual = [*copy.places("classifiers"), *copy.places(*_BODY)]
        before = usual[0] if usual and rng.random() < 0.7 else rng.choice(head[1:] or head)
        inserted[before] = mark(1)
    free = [at for at in copy.places("paragraph") if _parts_nothing(copy, at)][1:]
    if len(free) < pages:
        raise DamageError("page-marks needs a text of more lines than pages")
    for page in range(2, pages + 1):
        nearby = range((page - 1) * len(free) // pages - 2, (page - 1) * len(free) // pages + 3)
        places = [free[at] for at in nearby if 0 <= at < len(free) and free[at] not in inserted]
        if not places:
            raise DamageError("page-marks needs a text of more lines than pages")
        inserted[rng.choice(places)] = mark(page)
    return with_lines_between(copy, dict(sorted(inserted.items())))


def _runs_on(line: Line, following: Line) -> bool:
    """Tell whether a sentence goes on behind the line, so that an empty one means nothing there."""
    full = len(line.text) > _FULL_LINE and line.text[-1].isalpha()
    return line.prints("paragraph") and full and " " in following.text


def _parts_nothing(copy: Copy, at: int) -> bool:
    """Tell whether a mark before the line leaves a heading with its rule, and a lost quote whole.

    Of a quotation that a mark parts, the signs stand too far apart to be sure of.
    """
    before = copy.lines[at - 1]
    heading = before.prints("heading") or before.prints("rule")
    quoted = "typography" in copy.also and before.text.rfind("&") > before.text.rfind("8")
    return not heading and not quoted


@operator("captions-repeated", Stage.SENT, seventies=False)
def captions_repeated(copy: Copy, rng: random.Random) -> Copy:
    """A caption stands once more: below itself in the head, or by itself within a paragraph.

    SIPDIS is printed twice in the heads of 267 of 1,295 copies, and alone within the body of 46,
    an empty line before it and the text going on in the next line (field guide, sections 2 and 5).
    """
    captions = copy.places("captions")
    if not captions:
        raise DamageError("captions-repeated needs a cable with captions")
    inserted = {}
    words = [copy.lines[at].text for at in captions if copy.lines[at].text in {"SIPDIS", "NOFORN"}]
    in_body = [
        at
        for at in copy.places("paragraph")
        if _runs_on(copy.lines[at - 1], copy.lines[at]) and _parts_nothing(copy, at)
    ]
    if words and in_body:
        repeated = Line(rng.choice(words), (Role("repeated"),))
        inserted[rng.choice(in_body)] = [BLANK, repeated]
    if not inserted or rng.random() < 0.7:
        again = Line(copy.lines[rng.choice(captions)].text, (Role("repeated"),))
        inserted[captions[-1] + 1] = [again]
    return with_lines_between(copy, inserted)
