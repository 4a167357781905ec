"""What a paragraph or a heading leaves out of its lines, and what joins them."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from attrs import field, frozen

from cableparse import Heading, Paragraph

_SPACE = frozenset(" \n")


@frozen
class Joints:
    """What joins the lines of paragraphs, where it is not the line's end.

    ``joined`` are the line ends that are read as nothing, ``spaces`` the places before which a
    space is read that stands nowhere.
    """

    joined: set[int] = field(factory=set)
    spaces: list[int] = field(factory=list)


def left_out(
    text: str, plain: str, part: Heading | Paragraph, joints: Joints
) -> Iterator[tuple[int, int, str]]:
    """Give what stands in a part's lines and not in its text, and its kind; note what joins them.

    ``plain`` is the even ``text``.
    """
    yield from _odd(text, plain, part.span.start, part.span.end)
    if isinstance(part, Heading):
        at = part.span.start
        for start, end in (*part.pieces, (part.span.end, part.span.end)):
            yield from ((first, last, "rule") for first, last in _printed(plain, at, start))
            at = end
        return
    for start, end in _gaps(part.pieces, list(_read(part, plain, joints))):
        for first, last in _printed(plain, start, end):
            hyphen = first == start and text[first:last] == "-"
            within = hyphen and plain.find("\n", first) in joints.joined
            yield first, last, "hyphen" if within else "sign"


def _read(part: Paragraph, plain: str, joints: Joints) -> Iterator[tuple[int, int]]:
    """Give the ranges of the source that a paragraph's text is read from; note what joins them."""
    text = part.text
    starts, ends = ({piece[number] for piece in part.pieces} for number in (0, 1))
    runs = [*part.text_map.runs, (len(text), 0)]
    behind: int | None = None  # where the range before ends
    parted = True  # whether white space is read behind it
    for (at, start), (following, _) in pairwise(runs):
        length = len(text[at:following].rstrip())
        if not length:
            parted = True
            continue
        if behind is not None and not parted:
            line_end = plain.find("\n", behind, start)
            if line_end >= 0:
                joints.joined.add(line_end)
        elif behind is not None:
            after = behind not in ends and plain[behind] in _SPACE
            if not after and (start in starts or plain[start - 1] not in _SPACE):
                joints.spaces.append(start)  # furniture stood there, and nothing else
        yield start, start + length
        behind = start + length
        parted = length < following - at


def _gaps(
    pieces: Iterable[tuple[int, int]], read: list[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Give what of the pieces is not read."""
    number = 0
    for start, end in pieces:
        at = start
        while number < len(read) and read[number][0] < end:
            first, last = read[number]
            if at < first:
                yield at, first
            at = max(at, last)
            if last > end:
                break
            number += 1
        if at < end:
            yield at, end


def _printed(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the stretches of a range that are no white space."""
    at = start
    while at < end:
        if plain[at].isspace():
            at += 1
            continue
        stop = at
        while stop < end and not plain[stop].isspace():
            stop += 1
        yield at, stop
        at = stop


def _odd(text: str, plain: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Give signs that are read as spaces: a backslash at a line's end, a byte-order mark."""
    if text is plain:
        return
    first: int | None = None
    for at in range(start, end + 1):
        if at < end and plain[at] in _SPACE and not text[at].isspace():
            first = at if first is None else first
        elif first is not None:
            yield first, at, "space"
            first = None
