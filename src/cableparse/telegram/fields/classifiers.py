"""Classified By: who classified the cable, in what office, for which reasons."""

import itertools
import re
from collections.abc import Iterator, Sequence

from cableparse.model.fields import Classifier
from cableparse.telegram.fields.joined_lines import Joined, join
from cableparse.telegram.fields.names import people
from cableparse.telegram.head.head import Head, Piece
from cableparse.telegram.lines.pages import PageMark
from cableparse.telegram.lines.shapes import head_shape
from cableparse.telegram.reading import Reading
from cableparse.text.even import raised
from cableparse.vocabulary import is_office

_LABEL = re.compile(
    r"(?:¶?\d{1,2}\.[ ]*)?(?:\((?:U|C|S|SBU)\)[ ]*)?"
    r"(?:[CLASIFED]{9,11}[ -]+(?:YB|B{0,2}Y{1,2}|B)(?:[ ]*[:;]|[ ]-[ ])?"
    r"|CLASS(?:[ ]+BY|IFIED):|DERIVED[ ]FROM:?"
    r"|CLASSIFIED[ ](?:FOR|UNDER|PER)[ ].{1,60}?[ ]BY[ :]++)[ ]*",
    re.IGNORECASE,
)
# Older telegrams say it in their first paragraph: `1. (U) CLASSIFIED BY CHARGE …`,
# `1. CONFIDENTIAL - ENTIRE TEXT.  CLASSIFIED BY: …`
_IN_BODY = re.compile(
    r"(?:\A|(?<=\n))[ ]*(?:¶?\d{1,2}\.[ ]*)?(?:\([A-Z]{1,3}\)[ ]*)?"
    r"(?:[^\n.]{0,60}ENTIRE[ ]TEXT[.)]*[ ]*)?"
    r"(?:THIS[ ](?:CABLE|MESSAGE|TELEGRAM)[ ](?:IS|WAS|HAS[ ]BEEN)[ ])?"
    r"(?P<label>(?:\([A-Z]{1,3}\)[ ]*)?CLASSIFIED[ ]+BY\b)",
    re.IGNORECASE,
)
_BODY_LOOK = 800
_EMPTY_LINE = re.compile(r"\n[ ]*(?:\n|\Z)|\n(?=[ ]*¶?\d{1,2}\.[ ])")

# Where the reasons begin: `1.4 (b)`, `1,4`, `1. 4`, `E.O. 12958`, and the word in its misspellings.
_REASON = re.compile(
    r"\b1[ ]?[.,][ ]?[4-7]\b|\bE\.?[ ]?O\.?[ ]?1\d{4}|\bR[EA]{0,2}[AO]?[ ]?S{1,2}[ ]?O{0,2}NS?\b"
    r"|\bR[EASON]{3,8}\b(?=[ :.]*1[ ]?[.,])",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"1[ ]?[.,][ ]?([4-7])((?:[(/,&+. ]|\band\b|\bor\b|[a-h](?![a-z])|\))*)", re.IGNORECASE
)
_LETTER = re.compile(r"(?<![a-z])[a-h](?![a-z])", re.IGNORECASE)

_BY = re.compile(r"\bby\b[ ]*", re.IGNORECASE)
_LINE = re.compile(r"[^\s][^\n]*(?<! )")
_AND_FIRST = re.compile(r"\A[ ]*+,?[ ]*+(?:and\b|&)", re.IGNORECASE)
# The rest of a word that a line of full length cut: `f` / `or reasons`, `AFFAIR` / `S JANE ROE`
# `R Strand` is no rest of a word, unless what stands behind the letter is none of a name's
_INITIAL = re.compile(r"[A-Z]\.?[ ]+(?!(?i:for|per|reasons?)\b)[A-Z]")
_TAIL = re.compile(r"[a-z]+|[A-Z](?=[ ])")
_LAST_WORD = re.compile(r"(?<![A-Za-z])[A-Za-z]+\Z")
# What leads from an office to the reasons
_JOINT = re.compile(r"\b(?:for|per|under|due to|based upon|the)\Z", re.IGNORECASE)
_LONGEST_JOINT = 12
_FULL_LINE = 66
_NEVER_FIRST = frozenset(".,;:)")  # on a line: the sign of the word before it
_PIECE = 3  # letters: `ad` may be what is left of a name
# What a line may begin with that no word was cut before, unless the two make another of them
_WHOLE = frozenset(
    {"and", "as", "by", "for", "from", "in", "of", "on", "or", "per", "the", "to", "under", "with"}
    | {"reason", "reasons", "section", "sections", "de", "van", "von", "der", "la", "el", "bin"}
)
# `Larsenfor reasons`, `Larsenreasons`: the space before them is lost
_STUCK = re.compile(
    r"(?:(?<=[a-z]{2})(?:for(?:[ ]*reasons?)?|reasons?)"
    r"|(?<=[A-Z]{2})(?:FOR(?:[ ]*REASONS?)?|REASONS?))[ :]*\Z"
)
# What goes on with nothing, whatever stands above it
_OTHERS = frozenset({"classification", "level_only", "caption", "tags", "subject", "references"})


def read_classifiers(
    text: str, head: Head, end: int, marks: Sequence[PageMark], reading: Reading
) -> None:
    """Read ``classifiers``: one for each Classified By that names somebody, before ``end``."""
    found: list[Classifier] = []
    for block in head.blocks.get("classified_by") or _blocks_of_body(text, head, end, marks):
        joined = join(text, block, _is_cut)
        printed = joined.text
        # A copy in lower case has its names in lower case too.
        line = raised(printed) if printed.islower() else printed
        start = 0
        # `Derived from: …` gives a guide, and nobody's name unless `by` stands behind it
        source = False
        while label := _LABEL.match(line, start):
            start = label.end()
            source = "DERIVED" in label[0].upper()
        if source:
            by = _BY.search(line, start)
            if by is None:
                continue
            start = by.end()
        reason = _REASON.search(line, start)
        stop = reason.start() if reason else len(line)
        if reason and (stuck := _STUCK.search(line, start, stop)):
            stop = stuck.start()
        for first, last in people(line, start, stop):
            span = joined.span(first, last)
            found.append(
                Classifier(
                    name=" ".join(_read(joined, first, last, reading).split()),
                    title=_title(printed, start, first, last, stop),
                    reasons=_reasons(line, stop) or _reasons(line, 0),
                    span=span,
                )
            )
            start = last
    if found:
        reading.put("classifiers", tuple(found), [classifier.span for classifier in found])


def _is_cut(before: str, line: str) -> bool:
    """Tell whether a program cut a word between two lines, at the width of its own."""
    if line[0] in _NEVER_FIRST:
        return True
    tail, begun = _TAIL.match(line), _LAST_WORD.search(before)
    if len(before) < _FULL_LINE or tail is None or begun is None or _INITIAL.match(line):
        return False
    word = tail[0].lower()
    joined = begun[0].lower() + word
    return joined in _WHOLE or not (word in _WHOLE or (len(word) > _PIECE and is_office(word)))


def _read(joined: Joined, first: int, last: int, reading: Reading) -> str:
    """Give a name with the letter for each digit 0, which no name has."""
    name = joined.text[first:last]
    if "0" in name:
        for word in re.finditer(r"\S*0\S*", name):
            start = joined.span(first + word.start(), first + word.end()).start
            reading.read_as(word[0], "0", "O", start)
        return name.replace("0", "O")
    return name


def _blocks_of_body(
    text: str, head: Head, end: int, marks: Sequence[PageMark]
) -> Iterator[list[Piece]]:
    end = min(end, head.body + _BODY_LOOK)
    if not any(
        text.find(word, head.body, end) >= 0 for word in ("IFIED BY", "ified by", "ified By")
    ):
        return
    match = _IN_BODY.search(text, head.body, end)
    if match is not None:
        empty = _EMPTY_LINE.search(text, match.end(), end)
        last = empty.start() if empty else end
        lines = (line.span() for line in _LINE.finditer(text, match.start("label"), last))
        # A name does not go on behind a page mark, which what stands beside it could be taken for,
        # nor behind the head of a section or of its own.
        yield list(itertools.takewhile(lambda line: not _ends(text, line, marks), lines))


def _ends(text: str, line: Piece, marks: Sequence[PageMark]) -> bool:
    first, last = line
    has_mark = any(mark.span.start < last and first < mark.span.end for mark in marks)
    return has_mark or head_shape(text, first, last) in _OTHERS


def _title(line: str, start: int, first: int, last: int, end: int) -> str | None:
    """Give the office: what stands before the name, or behind it where the name comes first."""
    before = _AND_FIRST.sub("", line[start:first]).strip(" ,;:./(-")
    behind = line[last:end].strip(" ,;:.()-")
    if joint := _JOINT.search(behind, max(0, len(behind) - _LONGEST_JOINT)):
        behind = behind[: joint.start()].rstrip(" ,;")
    return before or behind.strip(" ,;:-") or None


def _reasons(line: str, start: int) -> tuple[str, ...]:
    reasons: dict[str, None] = {}
    for section in _SECTION.finditer(line, start):
        letters = [letter[0].lower() for letter in _LETTER.finditer(section[2])]
        for letter in letters:
            reasons[f"1.{section[1]}({letter})"] = None
        if not letters:
            reasons[f"1.{section[1]}"] = None
    return tuple(reasons)
