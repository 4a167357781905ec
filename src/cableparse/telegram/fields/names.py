"""Who is named in a line of offices: what is left when the offices are taken away.

::

    people = person {"AND" person}
    person = [offices] name [","] [offices] | offices surname | surname "," name

A word is an office's by its shape (`is_office`), by a period (`Dir.`), by its capitals where the
rest is in small letters (`NEA`), or because more of an office follows (`Flood Control Officer`).
What stands behind `of` or `for` is the office's as well: `Consul for Fisheries Jane Roe`.
"""

import re
from collections.abc import Iterator

from cableparse.telegram.lines.patterns import LOWER, UPPER
from cableparse.text.even import raised
from cableparse.vocabulary import (
    is_abbreviated_office,
    is_office,
    office_stuck_to,
    place_names,
    place_words,
)

_CHUNK = re.compile(r"[^,;:()]+")
_WORD = re.compile(r"\S+")
_NAME_WORD = re.compile(
    rf"(?:[{UPPER}0][{UPPER}{LOWER}'’.-]*|d['’][A-Z]\w+|(?:de|van|von|der|la|el|bin)|al-[A-Z]\w+)\Z"
)
# Between the words of a name only: `Jane A Roe`, `Jane "Kit" Roe`
_BETWEEN_NAMES = re.compile(r"[A-Z0]\Z|[\"“”'‘’][A-Z][A-Za-z.]*[\"“”'‘’]\Z")
_INITIAL = re.compile(r"[A-Z0]\.?\Z")
_REDACTED = re.compile(r"X{4,}[.,]?\Z", re.IGNORECASE)
_SUFFIX = re.compile(r"[ ]*+,?[ ]*+(?:Jr|Sr|II|III|IV)\b\.?", re.IGNORECASE)
_ACRONYM = re.compile(r"[A-Z&]{1,7}\Z")
_AND = re.compile(r"[ ]*+,?[ ]*+(?:\band\b|&)[ ]+", re.IGNORECASE)
_PREPOSITIONS = frozenset({"TO", "FOR", "OF", "IN", "AND"})
_AT_A_POST = frozenset({"GENERAL", "CONSUL", "CONSULATE", "EMBASSY", "CONGEN", "MISSION", "CG"})
_BEFORE_AN_OBJECT = _PREPOSITIONS | {"THE"}  # `Ambassador to the Republic Jane Roe`
# Behind a name these go on with something else; another word of an office makes it no name.
_CONNECTIVES = _PREPOSITIONS | {
    *("BY", "WITH", "ON", "PER", "FR", "BASED", "UPON", "DUE", "THE", "UNDER"),
}
_LONGEST_NAME = 5

Part = tuple[int, int]


def people(line: str, start: int, end: int) -> list[Part]:
    """Give where the names of those stand whom ``line[start:end]`` names, in printed order."""
    if line[start:end].islower():  # a copy in lower case has its names in lower case too
        line = raised(line)
    found: list[Part] = []
    at = start
    while True:
        name = _name(line, at, end) or _name_in_capitals(line, at, end)
        # Behind the first name only one that `and` joins to it is another person's.
        if name is None or (found and name[0] > at and not _CHUNK.fullmatch(line, at, name[0])):
            return found
        found.append(name)
        joined = _AND.match(line, name[1], end)
        if joined is None:
            return found
        at = joined.end()


def _name(line: str, start: int, end: int) -> Part | None:
    """Give where a name stands: the first run of two or more name words that are no office."""
    capitals = not any(
        printed[1:].islower() and printed.upper() not in _CONNECTIVES
        for printed in line[start:end].split()
    )
    single: Part | None = None
    placed: list[Part] = []
    lone: Part | None = None  # a chunk that is one word: the surname of `Roe, Jane`
    for chunk in _CHUNK.finditer(line, start, end):
        run: list[Part] = []
        names: list[Part] = []  # a run with an office behind it, if no other follows
        before = ""  # the word before the run
        words = list(_words(line, *chunk.span()))
        for at, word in enumerate(words):
            printed = line[slice(*word)]
            if run and _BETWEEN_NAMES.match(printed):
                run.append(word)
                continue
            office = (
                is_office(printed)
                or (not capitals and bool(_ACRONYM.match(printed)))
                or (at + 1 < len(words) and is_abbreviated_office(printed))
            )
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
            placed = placed or _like_places(line, run, before)
            run = []
            before = printed.upper()
        if len(run) < 2 or _places(line, run):
            placed = placed or _like_places(line, run, before)
            run = names or run[: len(run) < 2]
        if before in _BEFORE_AN_OBJECT:
            run = _without_object(line, run)
        elif before in _AT_A_POST and len(run) > 2 and _upper(line, run[:1]) in place_names():
            run = run[1:]
        if 1 < len(run) <= _LONGEST_NAME:
            return run[0][0], _end_of_name(line, run[0][0], run[-1][1], end)
        if len(words) == len(run) == 1:
            if lone is not None and not _places(line, run):
                return lone[0], run[0][1]
            lone = _only(run)
        else:
            lone = None
        single = single or _only(run)
    if single is None and placed:
        single = placed[0][0], placed[-1][1]
    return (single[0], _end_of_name(line, *single, end)) if single else None


def _like_places(line: str, run: list[Part], before: str) -> list[Part]:
    """Give a run of two words of places' names, `Chad Marshall`, where no place is called so."""
    if len(run) != 2 or before in _BEFORE_AN_OBJECT or _upper(line, run) in place_names():
        return []
    return run


def _upper(line: str, run: list[Part]) -> str:
    return " ".join(line[slice(*word)].upper() for word in run)


def _name_in_capitals(line: str, start: int, end: int) -> Part | None:
    """Give the name of `Ambassador JANE ROE for reasons`, whose words might be acronyms."""
    part = _name(raised(line), start, end)
    return part if part is not None and " " in line[slice(*part)] else None


def _without_object(line: str, run: list[Part]) -> list[Part]:
    """Take what an office is for off a run: `Ambassador to Elsewhere Jane Roe`."""
    size = len(run)
    while len(run) > 2 and _places(line, run[:1]):
        run = run[1:]
    if len(run) == size > 2 and not _INITIAL.match(line[slice(*run[1])]):
        run = run[1:]
    return run


def _only(run: list[Part]) -> Part | None:
    return run[0] if len(run) == 1 and run[0][1] - run[0][0] > 2 else None


def _places(line: str, run: list[Part]) -> bool:
    return all(line[slice(*word)].upper() in place_words() for word in run)


def _words(line: str, start: int, end: int) -> Iterator[Part]:
    """Give the words; an office that a stroke, a sign or nothing joins to a name is one of its own.

    `DCM/Jane`, `Officer-Jane Roe-for`, `Jane Roe-`, `Off.Jane`, `OfficerJane`
    """
    for match in _WORD.finditer(line, start, end):
        first, last = match.span()
        slash = line.rfind("/", first, last)
        if slash >= 0:
            behind = line[slash + 1 : last]
            if len(behind) > 2 and behind[0].isupper() and behind[1:].islower():
                first = slash + 1
        period = line.find(".", first, last - 1)
        if period > first and line[period + 1].isalpha() and is_office(line[first:period]):
            yield first, period + 1
            first = period + 1
        if "-" in match[0] and not is_office(line[first:last]):
            hyphen = line.find("-", first, last)
            if is_office(line[first:hyphen]):
                yield first, hyphen
                first = hyphen + 1
            hyphen = line.rfind("-", first, last)
            if hyphen >= 0 and line[hyphen + 1 : last].upper() in _CONNECTIVES | {""}:
                yield first, hyphen
                first = hyphen + 1
        if stuck := office_stuck_to(line[first:last]):
            yield first, first + stuck
            first += stuck
        if first < last:
            yield first, last


def _end_of_name(line: str, start: int, last: int, end: int) -> int:
    """Take a suffix in, and leave a sentence's period out."""
    if suffix := _SUFFIX.match(line, last, end):
        # The period is a sentence's, unless it is that of `Jr.`
        return suffix.end() - line[suffix.start() : suffix.end()].endswith(("I.", "V."))
    word = line[start:last].rsplit(maxsplit=1)[-1]
    if word.endswith(".") and not _SUFFIX.fullmatch(" " + word):
        return start + len(line[start:last].rstrip("."))
    return last
