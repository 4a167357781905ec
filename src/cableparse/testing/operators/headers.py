"""Line ends that a converter lost in the head, and links that it made."""

import random
import re

from attrs import evolve

from cableparse.testing.copies import Copy, Line, Loss
from cableparse.testing.operators.operator import DamageError, Stage, operator
from cableparse.testing.paragraphs import with_lines, with_losses

_ADDRESSES = ("origin", "action", "info")
_BODY = ("paragraph", "heading", "rule", "signer")
_CODE = re.compile(r"\b[A-Z]{2,}\b(?!:)")


@operator("tags-as-links", Stage.CONVERTED, seventies=False)
def tags_as_links(copy: Copy, rng: random.Random) -> Copy:
    """Each tag is a link that leads nowhere: `TAGS: [ETRD](#) [CH](#)`.

    So a markdown converter left the tags of a page, where each was a link (field guide, section 9).
    """
    places = copy.places("tags")
    if not places:
        raise DamageError("tags-as-links needs a cable with tags")
    return with_lines(copy, {at: _CODE.sub(r"[\g<0>](#)", copy.lines[at].text) for at in places})


@operator("header-fused", Stage.CONVERTED, seventies=False)
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


@operator("header-flattened", Stage.CONVERTED, seventies=False)
def header_flattened(copy: Copy, rng: random.Random) -> Copy:
    """The whole head stands on one line, a space where each line ended.

    Single copies have their head or a part of it so (field guide, section 2). The labels still
    part the fields; where one passing line ended and the next began is lost.
    """
    body = copy.places(*_BODY)
    end = body[0] if body else len(copy.lines)
    head = [line for line in copy.lines[:end] if line.text.strip()]
    if len(head) < 2:
        raise DamageError("header-flattened needs a head of more than one line")
    if any(line.prints("page-mark") for line in head):
        raise DamageError("header-flattened needs a head without a page mark in it")
    addressees = (*copy.truth.action[1:], *copy.truth.info[1:])
    if not all(one.routing for one in addressees):
        raise DamageError("header-flattened needs addressees that their indicators part")
    if "header-fused" in copy.damage:
        raise DamageError("header-flattened has a space where header-fused lost a line's end")
    roles = tuple(dict.fromkeys(role for line in head for role in line.roles))
    flat = Line(" ".join(line.text.strip() for line in head), roles)
    code = "header.flattened"
    losses = [Loss(field="document", what="the head's line ends are lost", code=code)]
    remains = copy.remains
    if len(remains.passing) > 1:
        remains = evolve(remains, passing=(" ".join(remains.passing),))
        losses.append(Loss(field="passing", what="the lines are one", code=code))
    blank = (line for line in copy.lines[end - 1 : end] if not line.text)
    copy = evolve(copy, lines=(flat, *blank, *copy.lines[end:]))
    return with_losses(copy, remains, losses)
