"""The entries of one REF block, parted by their letters.

::

    block   = [label] {entry}
    entry   = [letter [letter again]] item {";" item} | "-" item {"-" item}
    letter  = "A." | "A)" | "(A)" | "[A]" | "A:" | "A -" | "A- " | "A/ " | "A.)" | "(A.)" | "¶A."
              | "A-" before a post | "A, " before a cable
"""

import re
from collections.abc import Iterator

from cableparse.telegram.lines.labels import mistyped_label

_LABEL = re.compile(
    r"REF(?:ERENCES?|TELS?|S|\(S\))?(?![B-Z]{2})(?:[ ]?\((?:U|C|S|SBU)\)(?=[ ]?:))?"
    r"(?:[ ]?[:;.]{1,2}|[ ]-(?=[ ]))?[ ]*+(?=\S)",
    re.IGNORECASE,
)
_LETTER = re.compile(
    r"(?:(?<![^\s;,.:¶])|(?<=\d)(?=[B-Z][.)][ ]))¶?[ ]?"  # `OSLO 12B. RIGA 7` lost a space
    r"(?:[(\[]([A-Z])\.?[)\]][.:]?|([A-Z])(?:\.\)|[.):](?!\w\.)|[-/](?=[ ])|,(?=[ ](?:\d|[A-Z]{3}))"
    r"|(?=[ ]--?[ ]))"
    r"|REF(?:TEL)?[ ]+([A-Z])(?=[ ]+(?:\d|[A-Z]{3})))"  # `REF A OSLO 12, REF B RIGA 7`
    r"[ ]*(?:--?[ ])?",
    re.IGNORECASE,
)
# `A-OSLO 12`, but no `E-MAIL OF`
_DASHED = re.compile(r"(?<![\w-])([A-Z])-(?=[A-Z]{3,}[ ])(?!MAILS?[ ])")
# The label once more behind itself: `A. (A) PARIS 7682`, `A. REF A STATE 122214`, `A. REF A: 09 …`
_AGAIN = re.compile(r"[ ]*+(?:REF(?:TEL)?[ ]++(?:[A-Z](?=[ :])[ ]?:?)?|[(\[]?[A-Z][)\].:]++)[ ]*")
_SEPARATOR = re.compile(r";[ ]*")
_BULLET = re.compile(r"(?<![^\s;:])-[ ]*(?=[^\s-])")
_SIGNS = (".", ")", ":", "]", "- ", "/ ", "A, ", "B, ", "REF")
_EDGES = " ;,.¶"
_BEFORE_LETTERS = frozenset({"REF", "SEE"})


def undashed(line: str) -> str:
    """Give a line, as long as before, in which a letter's hyphen reads as its parenthesis."""
    return _DASHED.sub(r"\1)", line) if "-" in line else line


def label_end(line: str) -> int:
    """Give where the list's own label ends; 0 where its first lines are lost."""
    if label := _LABEL.match(line):
        return label.end()
    mistyped = mistyped_label(line, 0, len(line))
    return mistyped[1] if mistyped else 0


def items(
    line: str, longest_step: int, last: str | None = None
) -> Iterator[tuple[str | None, int, int]]:
    """Give the letter, start and end of each item; letters go on as the alphabet does.

    ``longest_step`` is from one entry's letter to the next, ``last`` the last letter of the block
    before: `REF A: …` / `REF B: …`.
    """
    for letter, begin, end in _entries(line, longest_step, last):
        again = _AGAIN.match(line, begin, end)
        start = again.end() if again else begin
        bullet = _BULLET.match(line, start, end)
        for separator in (_BULLET if bullet else _SEPARATOR).finditer(line, start, end):
            yield letter, start, separator.start()
            start = separator.end()
        yield letter, start, end


def _entries(
    line: str, longest_step: int, last: str | None
) -> Iterator[tuple[str | None, int, int]]:
    at = label_end(line)
    labelled = at > 0
    name: str | None = None
    letters = _LETTER.finditer(line, max(0, at - 1)) if _has_letter(line, at) else ()
    for match in letters:
        if match.start() < at and match.end() <= at:
            continue
        letter = (match[1] or match[2] or match[3]).upper()
        before = line[at : match.start()].strip(_EDGES)
        step = ord(letter) - (ord(name) if name else ord("A") - 1)
        if name is None and not (letter == "A" or not labelled):
            # The first entry may have none, as its neighbour shows: `REF: OSLO 12, B. RIGA 7`.
            unlettered = letter == "B" and before[-1:].isdigit()
            goes_on = last is not None and ord(letter) == ord(last) + 1 and not before
            if not (unlettered or goes_on):
                continue
        elif name is not None and not 0 <= step <= longest_step:
            continue
        if step == 0 and not before:
            at = match.end()
            continue
        # `Ref:  Ref A)`, `REFTEL: SEE (A)`: the word before the first letter is none of an entry.
        if before and not (name is None and before.upper() in _BEFORE_LETTERS):
            yield name, at, match.start()
        name, at = letter, match.end()
    if line[at:].strip(_EDGES):
        yield name, at, len(line)


def _has_letter(line: str, at: int) -> bool:
    """Tell whether any sign stands there that parts an entry's letter from the entry."""
    for sign in _SIGNS:  # noqa: SIM110  a generator takes twice the time
        if line.find(sign, at) >= 0:
            return True
    return False
