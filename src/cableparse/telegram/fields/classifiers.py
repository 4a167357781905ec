"""Classified By: who classified the cable, in what office, for which reasons."""

import re
from collections.abc import Iterator

from cableparse.model.fields import Classifier
from cableparse.telegram.fields.joined_lines import join
from cableparse.telegram.head.head import Head, Piece
from cableparse.telegram.reading import Reading
from cableparse.text.even import raised
from cableparse.vocabulary import is_office, place_words

_LABEL = re.compile(
    r"(?:¶?\d{1,2}\.[ ]*)?(?:\((?:U|C|S|SBU)\)[ ]*)?"
    r"(?:CL[ASIFED]{4,10}[ ]+BY[ ]*:?|CLASS(?:[ ]+BY|IFIED):|DERIVED[ ]FROM:?)[ ]*",
    re.IGNORECASE,
)
# Older telegrams say it in their first paragraph: `1. (U) CLASSIFIED BY CHARGE …`,
# `1. CONFIDENTIAL - ENTIRE TEXT.  CLASSIFIED BY: …`
_IN_BODY = re.compile(
    r"(?:\A|(?<=\n))[ ]*(?:¶?\d{1,2}\.[ ]*)?(?:\([A-Z]{1,3}\)[ ]*)?"
    r"(?:[^\n.]{0,60}ENTIRE[ ]TEXT[.)]*[ ]*)?"
    r"(?P<label>(?:\([A-Z]{1,3}\)[ ]*)?CLASSIFIED[ ]+BY\b)",
    re.IGNORECASE,
)
_BODY_LOOK = 800
_EMPTY_LINE = re.compile(r"\n[ ]*(?:\n|\Z)|\n(?=[ ]*¶?\d{1,2}\.[ ])")

# Where the reasons begin: `1.4 (b)`, `1,4`, `1. 4`, `E.O. 12958`, and the word in its misspellings.
_REASON = re.compile(
    r"\b1[ ]?[.,][ ]?[4-7]\b|\bE\.?[ ]?O\.?[ ]?1\d{4}|\bR[EA]{0,2}[AO]?[ ]?S{1,2}[ ]?O{0,2}NS?\b",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"1[ ]?[.,][ ]?([4-7])[ ]*((?:[(/,&+. ]|\band\b|\bor\b|[a-h](?![a-z])|\))*)", re.IGNORECASE
)
_LETTER = re.compile(r"(?<![a-z])[a-h](?![a-z])", re.IGNORECASE)

_LINE = re.compile(r"[^\s][^\n]*(?<! )")
_CHUNK = re.compile(r"[^,;:()]+")
_WORD = re.compile(r"\S+")
_NAME_WORD = re.compile(
    r"(?:[A-Z0][A-Za-z'’.-]*|d['’][A-Z]\w+|(?:de|van|von|der|la|el|bin)|al-[A-Z]\w+)\Z"
)
# Between the words of a name only: `Jane A Roe`, `Jane "Kit" Roe`
_BETWEEN_NAMES = re.compile(r"[A-Z]\Z|[\"“”'‘’][A-Z][A-Za-z.]*[\"“”'‘’]\Z")
_REDACTED = re.compile(r"X{4,}[.,]?\Z", re.IGNORECASE)
_SUFFIX = re.compile(r"[ ]*,?[ ]*(?:Jr|Sr|II|III|IV)\b\.?", re.IGNORECASE)
_ACRONYM = re.compile(r"[A-Z&]{1,7}\Z")
_PREPOSITIONS = frozenset({"TO", "FOR", "OF", "IN", "AND"})
# Behind a name these go on with something else; another word of an office makes it no name.
_CONNECTIVES = _PREPOSITIONS | {"BY", "WITH", "ON", "PER", "FR", "BASED", "UPON", "DUE", "THE"}
_FULL_LINE = 70
_LONGEST_NAME = 4


def read_classifiers(text: str, head: Head, end: int, reading: Reading) -> None:
    """Read ``classifiers``: one for each Classified By that names somebody, before ``end``."""
    found: list[Classifier] = []
    for block in head.blocks.get("classified_by") or _blocks_of_body(text, head, end):
        joined = join(text, block, broken_at=_FULL_LINE)
        printed = joined.text
        # A copy in lower case has its names in lower case too.
        line = raised(printed) if printed.islower() else printed
        start = 0
        source = False  # `Derived from: …` gives a guide, and nobody's name
        while label := _LABEL.match(line, start):
            start = label.end()
            source = "DERIVED" in label[0].upper()
        if source:
            continue
        reason = _REASON.search(line, start)
        stop = reason.start() if reason else len(line)
        part = _name(line, start, stop) or _name_in_capitals(line, start, stop)
        if part is not None:
            first, last = part
            found.append(
                Classifier(
                    name=" ".join(printed[first:last].split()),
                    title=_title(printed, start, first, last, stop),
                    reasons=_reasons(line, stop),
                    span=joined.span(first, last),
                )
            )
    if found:
        reading.put("classifiers", tuple(found), [classifier.span for classifier in found])


def _blocks_of_body(text: str, head: Head, end: int) -> Iterator[list[Piece]]:
    end = min(end, head.body + _BODY_LOOK)
    if not any(
        text.find(word, head.body, end) >= 0 for word in ("IFIED BY", "ified by", "ified By")
    ):
        return
    match = _IN_BODY.search(text, head.body, end)
    if match is not None:
        empty = _EMPTY_LINE.search(text, match.end(), end)
        last = empty.start() if empty else end
        yield [line.span() for line in _LINE.finditer(text, match.start("label"), last)]


def _name(line: str, start: int, end: int) -> tuple[int, int] | None:
    """Give where the name stands: the first run of two or more name words that are no office.

    A run that a word of an office goes on with was the office's: `Flood Control Officer Jane Roe`.
    """
    capitals = line[start:end].upper() == line[start:end]
    single: tuple[int, int] | None = None
    for chunk in _CHUNK.finditer(line, start, end):
        run: list[tuple[int, int]] = []
        names: list[tuple[int, int]] = []  # a run with an office behind it, if no other follows
        before = ""  # the word before the run
        for word in _words(line, *chunk.span()):
            printed = line[slice(*word)]
            if run and _BETWEEN_NAMES.match(printed):
                run.append(word)
                continue
            office = is_office(printed) or (not capitals and _ACRONYM.match(printed))
            named = len(printed) > 1 and _NAME_WORD.match(printed)
            if named and not office and not _REDACTED.match(printed):
                run.append(word)
                continue
            if len(run) > 1 and not _places(line, run):
                names = names or run
                if not office or printed.upper().strip(".") in _CONNECTIVES:
                    break
            elif printed.upper() in _CONNECTIVES and not _places(line, run):
                single = single or _only(run)
            run = []
            before = printed.upper()
        if len(run) < 2 or _places(line, run):
            run = names or run
        while len(run) > 2 and before in _PREPOSITIONS and _places(line, run[:1]):
            run.pop(0)  # `Ambassador to Elsewhere Jane Roe`
        if 1 < len(run) <= _LONGEST_NAME + 1:
            return run[0][0], _end_of_name(line, run[0][0], run[-1][1], end)
        single = single or _only(run)
    return (single[0], _end_of_name(line, *single, end)) if single else None


def _name_in_capitals(line: str, start: int, end: int) -> tuple[int, int] | None:
    """Give the name of `Ambassador JANE ROE for reasons`, whose words might be acronyms."""
    part = _name(raised(line), start, end)
    return part if part is not None and " " in line[slice(*part)] else None


def _only(run: list[tuple[int, int]]) -> tuple[int, int] | None:
    return run[0] if len(run) == 1 and run[0][1] - run[0][0] > 2 else None


def _places(line: str, run: list[tuple[int, int]]) -> bool:
    return all(line[slice(*word)].upper() in place_words() for word in run)


def _words(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the words; `DCM/Ted` is an office and a name."""
    for match in _WORD.finditer(line, start, end):
        first, last = match.span()
        slash = line.rfind("/", first, last)
        if slash >= 0:
            behind = line[slash + 1 : last]
            if len(behind) > 2 and behind[0].isupper() and behind[1:].islower():
                first = slash + 1
        yield first, last


def _end_of_name(line: str, start: int, last: int, end: int) -> int:
    """Take a suffix in, and leave a sentence's period out."""
    if suffix := _SUFFIX.match(line, last, end):
        return suffix.end() - (line[suffix.start() : suffix.end()].endswith("I."))
    word = line[start:last].rsplit(maxsplit=1)[-1]
    if word.endswith(".") and not _SUFFIX.fullmatch(" " + word):
        return start + len(line[start:last].rstrip("."))
    return last


def _title(line: str, start: int, first: int, last: int, end: int) -> str | None:
    """Give the office: what stands before the name, or behind it where the name comes first."""
    before = line[start:first].strip(" ,;:./(-")
    behind = line[last:end].strip(" ,;:.()")
    behind = re.sub(r"(?i)[ ,;]*\b(?:for|per|under|due to|based upon|the)\Z", "", behind)
    return before or behind.strip(" ,;:") or None


def _reasons(line: str, start: int) -> tuple[str, ...]:
    reasons: dict[str, None] = {}
    for section in _SECTION.finditer(line, start):
        letters = [letter[0].lower() for letter in _LETTER.finditer(section[2])]
        for letter in letters:
            reasons[f"1.{section[1]}({letter})"] = None
        if not letters:
            reasons[f"1.{section[1]}"] = None
    return tuple(reasons)
