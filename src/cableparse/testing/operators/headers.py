"""Line ends that a converter lost in the head, and links that it made."""

import random
import re

from attrs import evolve

from cableparse.testing.copies import Copy, Line
from cableparse.testing.operators.operator import DamageError, Stage, operator
from cableparse.testing.paragraphs import with_lines

_ADDRESSES = ("origin", "action", "info")
_CODE = re.compile(r"\b[A-Z]{2,}\b(?!:)")


@operator("tags-as-links", Stage.CONVERTED)
def tags_as_links(copy: Copy, rng: random.Random) -> Copy:
    """Each tag is a link that leads nowhere: `TAGS: [ETRD](#) [CH](#)`.

    So a markdown converter left the tags of a page, where each was a link (field guide, section 9).
    """
    places = copy.places("tags")
    if not places:
        raise DamageError("tags-as-links needs a cable with tags")
    return with_lines(copy, {at: _CODE.sub(r"[\g<0>](#)", copy.lines[at].text) for at in places})


@operator("header-fused", Stage.CONVERTED)
def header_fused(copy: Copy, rng: random.Random) -> Copy:
    """The last addressee's line and the classification line are one, without a space.

    `… WASHINGTON DCUNCLAS SECTION 01 OF 02 POST 002463`, and no empty line between them: so the
    text dump has it (field guide, section 1).
    """
    addresses, classification = copy.places(*_ADDRESSES), copy.places("classification")
    if not addresses or not classification or addresses[-1] > classification[0]:
        raise DamageError("header-fused needs addressees above a classification line")
    last, first = addresses[-1], classification[0]
    before, behind = copy.lines[last], copy.lines[first]
    if before is behind:
        raise DamageError("the head of this copy is on one line already")
    fused = Line(before.text + behind.text, (*before.roles, *behind.roles))
    return evolve(copy, lines=(*copy.lines[:last], fused, *copy.lines[first + 1 :]))
