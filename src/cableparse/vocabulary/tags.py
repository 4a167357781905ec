"""TAGS: the codes of the handbook (5 FAH-3), and the words that stand as tags beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from attrs import frozen

from cableparse.vocabulary.spelling import one_slip
from cableparse.vocabulary.tables import Row, read_table
from cableparse.vocabulary.years import EVER, Years, years_of

_KINDS = frozenset({"subject", "geographic", "program", "organization"})
_CODE = re.compile(r"[A-Z][A-Z0-9]+(?:-[A-Z0-9]+)?")
_TERM_WORD = re.compile(r"[A-Z]{4,}")
_SPOKEN_OF = frozenset({"subject", "program"})
# Shorter codes are so close together that a slip in one makes another (ETRD, ETRO).
_LONG_ENOUGH = 6


@frozen(kw_only=True)
class TagEntry:
    """A TAGS code: its ``kind`` (subject, geographic, program, organization) and ``meaning``.

    ``years`` are those in which it can stand, open where not sure; ``source`` says whence
    the row is.
    """

    code: str
    kind: str
    meaning: str
    years: Years = EVER
    source: str = ""


@cache
def tags() -> Mapping[str, TagEntry]:
    """Map each known code to its entry."""
    return tags_of_rows(read_table("tags.tsv", "code", "kind", "meaning", "years", "source"))


def find_tag(code: str) -> TagEntry | None:
    """Give the entry of a code in any case, ``None`` when it is not known."""
    return tags().get(code.strip().upper())


@cache
def tag_terms() -> frozenset[str]:
    """Give the words and phrases that stand as one tag, in every spelling (upper case).

    `canonical_tag` tells which spelling is the usual one.
    """
    return frozenset(_terms())


@cache
def term_words() -> frozenset[str]:
    """Give the words that terms are made of: of the known ones, and of what codes mean."""
    phrases = [*_terms(), *(tag.meaning for tag in tags().values() if tag.kind in _SPOKEN_OF)]
    return frozenset(word for phrase in phrases for word in _TERM_WORD.findall(phrase.upper()))


def canonical_tag(text: str) -> str:
    """Give the usual spelling of a tag: ``COUNTERTERRORISM`` for ``COUNTER TERRORISM``.

    White space is collapsed and letters are raised; a word of seven letters or more that is one
    slip of the keys from only one known code becomes it (``UNDESCO``); all else stays.
    """
    tag = " ".join(text.upper().split())
    if tag in tags():
        return tag
    if tag in _terms():
        return _terms()[tag]
    if len(tag) <= _LONG_ENOUGH:  # UNCLAS is no UNCLOS
        return tag
    near = [code for code in _long_codes() if one_slip(tag, code)]
    return near[0] if len(near) == 1 else tag


def tags_of_rows(rows: Iterable[Row]) -> Mapping[str, TagEntry]:
    """Make entries of the rows of ``tags.tsv``.

    Raises `ValueError`, with file and line, for an ill-formed or repeated code, an unknown kind
    and a missing meaning or source.
    """
    entries: dict[str, TagEntry] = {}
    for row in rows:
        code, kind, meaning, _, source = row.cells
        if not _CODE.fullmatch(code):
            row.refuse(f"{code!r} is not a TAGS code")
        if code in entries:
            row.refuse(f"{code} has a row already")
        if kind not in _KINDS:
            row.refuse(f"{kind!r} is no kind of tag; the kinds are {', '.join(sorted(_KINDS))}")
        if not meaning or not source:
            row.refuse(f"{code} has no {'source' if meaning else 'meaning'}")
        entries[code] = TagEntry(
            code=code, kind=kind, meaning=meaning, years=years_of(row, 3), source=source
        )
    return MappingProxyType(entries)


def terms_of_rows(rows: Iterable[Row]) -> Mapping[str, str]:
    """Map each spelling of the terms of ``tag_terms.tsv`` to the usual one.

    Raises `ValueError`, with file and line, for a spelling that stands there twice.
    """
    terms: dict[str, str] = {}
    for row in rows:
        for spelling in (row.cells[0], *row.items(1)):
            if spelling in terms:
                row.refuse(f"{spelling} is a spelling of {terms[spelling]} already")
            terms[spelling] = row.cells[0]
    return MappingProxyType(terms)


@cache
def _terms() -> Mapping[str, str]:
    return terms_of_rows(read_table("tag_terms.tsv", "term", "spellings"))


@cache
def _long_codes() -> tuple[str, ...]:
    return tuple(code for code in tags() if len(code) >= _LONG_ENOUGH)
