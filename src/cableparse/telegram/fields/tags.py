"""The TAGS line: codes, terms and names, told apart by the vocabulary.

::

    line   = label item {("," | ";" | space) item}
    item   = code | codes run together | term | person | "(" persons or codes ")"
    term   = a known one | words that terms are made of | word "AND" word
    person = surname ["," | "."] given name, in pairs
"""

import functools
import re
from collections.abc import Iterable, Iterator

from cableparse.model.fields import Tag, TagKind
from cableparse.telegram.fields.joined_lines import Joined, join
from cableparse.telegram.head.head import Head
from cableparse.telegram.head.unlabelled import is_cut_code
from cableparse.telegram.lines.patterns import MARKUP, OLD_PAGE_MARK
from cableparse.telegram.reading import Reading
from cableparse.text.even import raised
from cableparse.text.spans import Span
from cableparse.vocabulary import (
    TagEntry,
    canonical_tag,
    captions,
    find_tag,
    split_run_together,
    tag_terms,
    tags,
    term_words,
)

_LABEL = re.compile(
    r"(?:[TAGS]{3,5}|TAG\(S\)|T A G S)(?:[ ]-(?=[ ]|\Z)|[ ]*+[:;.]{0,2})[ ]*+(?:TAGS:[ ]*)?",
    re.IGNORECASE,
)

# `[KIPR](#)`: a markdown converter's link
_LINK = re.compile(r"\[([^\]\n]{1,40})\]\([^)\n]{0,200}\)")
_ITEM = re.compile(r"\([^()\n]*\)|[^,;()\n]+")
_PERSON = re.compile(r"[^;]+")
_STROKE = re.compile(r"[/.-]")
_WORD = re.compile(r"[^\s_]+")
_PLAIN_WORD = re.compile(r"[^\s_,;]+")

_PAGE = re.compile(OLD_PAGE_MARK, re.VERBOSE)
_LONGEST_TERM = 4
_INITIAL = 2  # `J.`
_SEPARATOR = re.compile(r"[,;\s]+")
# What a list of codes has beside codes: `PREL - PGOV AND NO`, `TAGS: N/A`
_NO_TAG = frozenset({"", "/", "AND", "N/A"})
_SHORTEST_IN_TERM, _MOST_IN_TERM = 4, 12
_JOINS = frozenset({"AND", "OF", "&"})
_EDGES = ".:[]*-|'\"‘’“”"
_BRACKETS = str.maketrans("[]", "()")
_NO_NAME = " ,_"  # around a name in parentheses
# The digits that are typed or scanned for letters; in a short code they may be its own, `G8`.
_LOOK_ALIKE = {"0": "O", "1": "I", "5": "S"}
_LETTERS = str.maketrans(_LOOK_ALIKE)
_DIGIT = re.compile("[015]")
_SHORTEST_SCANNED = 4
_PORTIONS = frozenset({"U", "SBU", "C", "S"})  # of the line that stood below: `(U) CLASSIFIED BY`


_Code = tuple[str, TagKind, int, int]
"""A tag's code, its kind, and where it stands on the line."""


def read_tags(text: str, head: Head, reading: Reading) -> None:
    """Read ``tags``, each code once, in printed order."""
    pieces = head.first("tags")
    if not pieces:
        return
    start, end = pieces[0]
    label = _LABEL.match(text, start, end)
    joined = join(text, [(label.end() if label else start, end), *pieces[1:]], is_cut_code)
    tags = _tags(joined)
    if not tags:
        reading.defect("header.tags-missing", "the TAGS line has no codes", Span(start, end))
        return
    if _DIGIT.search(joined.text):
        for tag in tags:
            printed = text[tag.span.start : tag.span.end]
            for digit, letter in _LOOK_ALIKE.items():
                if digit in printed and digit not in tag.code:
                    reading.read_as(printed, digit, letter, tag.span.start)
    reading.put("tags", tags, [tag.span for tag in tags])


def tags_in(text: str, start: int, end: int) -> tuple[Tag, ...]:
    """Give the tags of a list that stands outside the telegram, each code once."""
    start = text.find(":", start, end) + 1 or start  # behind its key
    return _tags(join(text, [(start, end)]))


def _tags(joined: Joined) -> tuple[Tag, ...]:
    codes: dict[str, _Code] = {}
    for found in _codes(raised(joined.text)):
        codes.setdefault(found[0], found)
    span = joined.text_map.span
    return tuple(
        Tag(code=code, kind=kind, span=span(first, last))
        for code, kind, first, last in codes.values()
    )


def _codes(line: str) -> Iterable[_Code]:
    """Give code, kind and place of each tag of the line, which is in capitals."""
    plain = _plain_codes()
    try:
        return [(*plain[word[0]], *word.span()) for word in _PLAIN_WORD.finditer(line)]
    except KeyError:  # on few lines is a word that is no code
        return _codes_among_words(line)


def _codes_among_words(line: str) -> Iterator[_Code]:
    # The parts that are no tag are blanked, not cut, so that places stay true; they part items.
    if "PAGE" in line:
        line = _PAGE.sub(_blank, line)
    if "<" in line or "&" in line:
        line = MARKUP.sub(_blank, line)
    if "](" in line:
        line = _LINK.sub(lambda link: f";{link[1]};".ljust(len(link[0])), line)
    if "[" in line:
        line = line.translate(_BRACKETS)
    for item in _ITEM.finditer(line):
        if item[0][0] == "(":
            yield from _in_parentheses(line, item.start() + 1, item.end() - 1)
        else:
            yield from _codes_of_item(line, item.start(), item.end())


def _blank(match: re.Match[str]) -> str:
    return ";".ljust(len(match[0]))


def _in_parentheses(line: str, start: int, end: int) -> Iterator[_Code]:
    """Read `(ROE, JANE; DOE, JOHN)`, persons; or a list of codes that was put in parentheses."""
    words = _SEPARATOR.split(line[start:end].strip(" ,;"))
    if all(find_tag(word) is not None for word in words):
        for item in _ITEM.finditer(line, start, end):
            yield from _codes_of_item(line, *item.span())
        return
    for person in _PERSON.finditer(line, start, end):
        if len(name := person[0].strip(_NO_NAME)) > 1 and name not in _PORTIONS:
            first = person.start() + len(person[0]) - len(person[0].lstrip(_NO_NAME))
            words = name.replace("_", " ").split()
            yield " ".join(words), TagKind.PERSON, first, first + len(name)


def _codes_of_item(line: str, start: int, end: int) -> Iterator[_Code]:
    """Read the words between two commas: codes, codes run together, terms and names."""
    words = [match.span() for match in _WORD.finditer(line, start, end)]
    at = 0
    unknown_until = 0  # the end of the run of unknown words that `at` stands in
    names = False  # whether that run is of names
    plain = _plain_codes()
    while at < len(words):
        first, last = words[at]
        if found := plain.get(line[first:last]):
            yield *found, first, last
            at += 1
            continue
        first, last = _trimmed(line, first, last)
        word = line[first:last]
        if word in _NO_TAG or word in captions():
            at += 1
            continue
        length, code = _longest_term(line, words, at)
        if length:
            yield code, _kind(code), first, words[at + length - 1][1]
            at += length
            continue
        entry = _find(word)
        if entry is not None:
            yield entry.code, TagKind(entry.kind), first, last
            at += 1
            continue
        if parts := _parts(word):
            place = first
            for part in parts:
                place = line.index(part, place)
                known = _find(part)
                code = part if known is None else known.code
                yield code, _kind(code), place, place + len(part)
                place += len(part)
            at += 1
            continue
        if length := _length_of_term(line, words, at):
            last = words[at + length - 1][1]
            yield " ".join(line[first:last].replace("_", " ").split()), TagKind.UNKNOWN, first, last
            at += length
            continue
        if at >= unknown_until:
            unknown_until = at + _unknown_run(line, words, at)
            # Unknown words that come in pairs are names, surname first (`ROE JANE DOE JOHN`); an
            # odd one out is a term.
            names = unknown_until > at and (unknown_until - at) % 2 == 0
        if names and at + 1 < unknown_until:
            given, last = words[at + 1]
            last = given + len(_given(line[given:last]))
            yield f"{word}, {line[given:last]}", TagKind.PERSON, first, last
            at += 2
        else:
            code = canonical_tag(word) or word
            yield code, _kind(code), first, last
            at += 1


def _trimmed(line: str, first: int, last: int) -> tuple[int, int]:
    """Give where a word stands without the signs around it."""
    word = line[first:last]
    first += len(word) - len(word.lstrip(_EDGES))
    return first, first + len(word.strip(_EDGES))


def _given(printed: str) -> str:
    """Give a given name without a sentence's period; an initial keeps its own."""
    name = printed.rstrip("-")
    return name[:-1] if len(name) > _INITIAL and name[-1] == "." else name


def _parts(word: str) -> tuple[str, ...] | None:
    """Give the codes of `EINDETRD` and of `PREL/PGOV`; None for what is no run of codes."""
    if not word.isascii():  # some letters have longer capitals, `ß`, and no code has them
        return None
    parts: list[str] = []
    for part in _STROKE.split(word):
        codes = (part,) if _find(part) is not None else split_run_together(part)
        if codes is None:
            return None
        parts += codes
    return tuple(parts)


def _find(word: str) -> TagEntry | None:
    """Find a code; no subject's has a digit, which may be typed or scanned for a letter."""
    found = find_tag(word)
    if found is None and _DIGIT.search(word):
        found = find_tag(word.replace("0", "O"))
        if found is None and len(word) >= _SHORTEST_SCANNED:
            found = find_tag(word.translate(_LETTERS))
    return found


def _unknown_run(line: str, words: list[tuple[int, int]], at: int) -> int:
    """Count the words from here on that are neither codes, terms nor captions."""
    for place in range(at, len(words)):
        word = line[slice(*words[place])]
        known = find_tag(word) is not None or word in tag_terms() or word in captions()
        if known or not word.strip(".'-").isalpha() or _longest_term(line, words, place)[0]:
            return place - at
    return len(words) - at


@functools.cache
def _plain_codes() -> dict[str, tuple[str, TagKind]]:
    """Give the codes that are nothing else, and read without a look at their neighbours."""
    apart = _first_words() | captions().keys() | _NO_TAG
    return {code: (code, TagKind(tag.kind)) for code, tag in tags().items() if code not in apart}


@functools.cache
def _first_words() -> frozenset[str]:
    return frozenset(term.split()[0] for term in tag_terms() if " " in term)


def _longest_term(line: str, words: list[tuple[int, int]], at: int) -> tuple[int, str]:
    if line[slice(*words[at])] not in _first_words():
        return 0, ""
    for length in range(min(_LONGEST_TERM, len(words) - at), 1, -1):
        term = line[words[at][0] : words[at + length - 1][1]].replace("_", " ")
        term = " ".join(term.split())
        if term in tag_terms():
            return length, canonical_tag(term) or term
    return 0, ""


def _length_of_term(line: str, words: list[tuple[int, int]], at: int) -> int:
    """Count the words from here on that make up a term which is not known: `ECONOMY AND FINANCE`.

    It has a word like AND inside, or one that known terms are made of. One word alone is none:
    what it is its neighbours tell.
    """
    told = False
    count = 0
    for length, (first, last) in enumerate(words[at : at + _MOST_IN_TERM], 1):
        word = line[first:last]
        if word in _JOINS and length > 1:
            told = True
            continue
        if len(word) < _SHORTEST_IN_TERM or not word.isalpha() or find_tag(word) is not None:
            break
        if _longest_term(line, words, at + length - 1)[0]:
            break
        if word in tag_terms() and not (told or line[last:].split(maxsplit=1)[:1] == ["AND"]):
            break
        told = told or word in term_words()
        count = length
    return count if told and count > 1 else 0


def _kind(code: str) -> TagKind:
    entry = find_tag(code)
    return TagKind(entry.kind) if entry is not None else TagKind.UNKNOWN
