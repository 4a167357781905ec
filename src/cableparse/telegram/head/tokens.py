"""The lines of a telegram's head as named tokens, parted where line ends were lost."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from cableparse.telegram.head.flattened import BEGINS_FLAT, LONGEST_LINE, RUNS_ON, part_flat
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
from cableparse.telegram.lines.patterns import PRINTED_LINE
from cableparse.telegram.lines.shapes import MATCHERS, head_shape
from cableparse.vocabulary import captions, find_post

_ADDRESS_LABELS = frozenset({"action", "info", "from_"})
_A_HEAD = 2000  # code points
_SHORT = 12  # code points: as most captions are
# What tells of a lost line end behind each of these: where a second colon may stand, whether a seam
# may, and words
_WORDS = {
    "tags": (BARE_LABEL["tags"], " BY "),  # `TAGS: ETRD CLASSIFIED BY DCM ROE`: no code is `BY`
    "executive_order": (BARE_LABEL["executive_order"],),
    "subject": (BARE_LABEL["subject"],),
    "info": ("PAGE",),
    "from_": ("PAGE", RUNS_ON["from_"]),
    "action": ("PAGE", RUNS_ON["action"]),
    "dtg": (RUNS_ON["dtg"],),
}
_SIGNS = {
    name: (SECOND_COLON[name], name in MAY_BE_FUSED, _WORDS.get(name, ()))
    for name in MAY_HAVE_LABEL
}
_SPLICED_MARK = re.compile(r"(?P<label>TO|INFO|FM)[ ]+(?P<mark>PAGE[ ]\d\d[ ])")


def head_tokens(text: str, start: int, end: int) -> Iterator[Token]:
    """Give the tokens of the even ``text[start:end]``, lazily: the caller knows the head's end."""
    behind = start
    blank = False
    known, matchers, signs_of = captions(), MATCHERS, _SIGNS.get
    lines = iter(_lines(text, start, end))
    for printed in lines:
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
        else:
            match, names = matchers[letter]
            found = match(text, first, end)
            if found:
                name = names[found.lastindex or 0]
                if name == "classification" and found.end() > last:
                    if _is_parted_post(text, first):
                        last = found.end()  # the number stands on the next line
                        behind += len(next(lines)) + 1
                    else:
                        name = head_shape(text, first, last)
            else:
                mistyped = mistyped_label(text, first, last)
                name = mistyped[0] if mistyped else "text"
        token = name, at, first, last, blank
        blank = False
        if last - first > LONGEST_LINE and name in BEGINS_FLAT:
            yield from part_flat(text, token)
        elif (signs := signs_of(name)) is None:
            yield token
        elif (
            line.find(":", signs[0]) >= 0
            or (signs[1] and has_seam(line))
            or (signs[2] and _has_any(line.upper(), signs[2]))
        ):
            yield from _parts(text, line, token)
        else:
            yield token


def _is_parted_post(text: str, first: int) -> bool:
    """Tell whether what a classification line has on the next one makes a known post whole."""
    line = PRINTED_LINE.match(text, first)
    return line is not None and (
        "\n" not in line["post"] or find_post(" ".join(line["post"].split())) is not None
    )


def _has_any(line: str, words: tuple[str, ...]) -> bool:
    for word in words:  # noqa: SIM110  a generator takes twice the time
        if word in line:
            return True
    return False


def _lines(text: str, start: int, end: int, size: int = _A_HEAD) -> Iterable[str]:
    """Give the lines of ``text[start:end]``, a head's at a time: no more of it is copied.

    Each time twice as much is cut, so that all cuts together take time linear in the text.
    """
    lines = text[start : min(end, start + size)].split("\n")
    if start + size >= end:
        return lines
    begun = lines.pop()  # the line that the cut went through
    return chain(lines, _more_lines(text, start + size - len(begun), end, 2 * size))


def _more_lines(text: str, start: int, end: int, size: int) -> Iterator[str]:
    # A generator, so that nothing is cut that nobody comes to.
    yield from _lines(text, start, end, size)


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
    if name in RUNS_ON and RUNS_ON[name] in line.upper():
        return part_flat(text, token)
    return part_labels(text, token)


def _fused_parts(text: str, token: Token) -> Iterator[Token]:
    for part in part_fused(text, token):
        # a notice, and the rest of the head, on one line
        long = part[0] == "classification" and part[3] - part[2] > LONGEST_LINE
        yield from part_flat(text, part) if long else (part,)
