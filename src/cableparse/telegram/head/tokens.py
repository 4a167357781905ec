"""The lines of a telegram's head as named tokens, parted where line ends were lost."""

import re
from collections.abc import Iterable, Iterator

from cableparse.telegram.head.flattened import BEGINS_FLAT, LONGEST_LINE, part_flat
from cableparse.telegram.head.parted import (
    BARE_LABEL,
    MAY_BE_FUSED,
    MAY_HAVE_LABEL,
    SECOND_COLON,
    Token,
    has_seam,
    part_fused,
    part_labels,
)
from cableparse.telegram.lines.labels import mistyped_label
from cableparse.telegram.lines.shapes import MATCHERS
from cableparse.vocabulary import captions

_ADDRESS_LABELS = frozenset({"action", "info", "from_"})
_RELAYS = frozenset("UH")  # the second letter of a routing indicator
_A_HEAD = 2000  # code points
_SHORT = 12  # code points: as most captions are
_SPLICED_MARK = re.compile(r"(?P<label>TO|INFO|FM)[ ]+(?P<mark>PAGE[ ]\d\d[ ])")


def head_tokens(text: str, start: int, end: int) -> Iterator[Token]:
    """Give the tokens of the even ``text[start:end]``, lazily: the caller knows the head's end."""
    behind = start
    blank = False
    known, matchers = captions(), MATCHERS
    for printed in _lines(text, start, end):
        at = behind
        behind += len(printed) + 1
        line = printed.strip(" ")
        if not line:
            blank = True
            continue
        letter = line[0]
        first = at if printed[0] == letter else at + printed.index(letter)
        last = first + len(line)
        if len(line) <= _SHORT and line in known:  # sooner told than by its pattern
            name = "caption"
        elif (
            letter == "R"
            and line[1:2] in _RELAYS
            and line.find("/", 5, 8) > 0
            and line[:5].isalnum()
        ):
            name = "addressee"  # as most lines of a long head are
        else:
            match, names = matchers[letter]
            found = match(text, first, end)
            if found:
                name = names[found.lastindex or 0]
            else:
                mistyped = mistyped_label(text, first, last)
                name = mistyped[0] if mistyped else "text"
        token = name, at, first, last, blank
        blank = False
        if last - first > LONGEST_LINE and name in BEGINS_FLAT:
            yield from part_flat(text, token)
        elif name not in MAY_HAVE_LABEL:
            yield token
        elif (
            line.find(":", SECOND_COLON[name]) >= 0
            or (name in MAY_BE_FUSED and has_seam(line))
            or (name in _ADDRESS_LABELS and "PAGE" in line)
            # `TAGS: ETRD CLASSIFIED BY DCM ROE`: no code is `BY`
            or (name == "tags" and " BY " in line.upper())
            or (name in BARE_LABEL and BARE_LABEL[name] in line.upper())
        ):
            yield from _parts(text, line, token)
        else:
            yield token


def _lines(text: str, start: int, end: int) -> Iterator[str]:
    """Give the lines of ``text[start:end]``, a head's at a time: no more of it is copied.

    Each time twice as much is cut, so that all cuts together take time linear in the text.
    """
    size = _A_HEAD
    while start + size < end:
        lines = text[start : start + size].split("\n")
        begun = lines.pop()  # the line that the cut went through
        yield from lines
        start += size - len(begun)
        size *= 2
    yield from text[start:end].split("\n")


def _parts(text: str, line: str, token: Token) -> Iterable[Token]:
    """Give the tokens of a line that may have lost the line end behind one of them."""
    name, at, first, last, blank = token
    if name in MAY_BE_FUSED and has_seam(line):
        return _fused_parts(text, token)
    if name in _ADDRESS_LABELS and (mark := _SPLICED_MARK.match(text, first, last)):
        # `TO PAGE 02        STATE   015113  182333Z`: the addressees stand below
        return (
            (name, at, first, mark.end("label"), blank),
            ("page_mark", mark.start("mark"), mark.start("mark"), last, False),
        )
    return part_labels(text, token)


def _fused_parts(text: str, token: Token) -> Iterator[Token]:
    for part in part_fused(text, token):
        # a notice, and the rest of the head, on one line
        long = part[0] == "classification" and part[3] - part[2] > LONGEST_LINE
        yield from part_flat(text, part) if long else (part,)
