"""Acronyms, abbreviations and names with letters of their own, which stand in subjects."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from attrs import field, frozen

from cableparse.vocabulary.tables import Row, read_table

_Neighbours = frozenset[str]

# II to XXXIX; a lone I, V or X is a single letter anyway.
_ROMAN = re.compile(r"(?=..)x{0,3}(?:ix|iv|v?i{0,3})")
_VOWEL = re.compile(r"[aeiouy]|[^a-z]")
# An all-capitals word of three to five letters is an acronym if no word begins (NSA, FTAA) or
# ends (IMF, OPCW, UNHCR) as it does. Three letters are too few for most names, so the second
# lists, of clusters known from names (Mbeki, Vlad; Badr, Schulz), count from four on.
_ONSET = re.compile(
    r"b[lr]|c[hlr]|d[rw]|f[lr]|g[hlnr]|k[hlnr]|p[hlrs]|rh|s[chklmnpqtw]|t[hrsw]|w[hr]|zh"
)
_NAME_ONSET = re.compile(
    r"b[hj]|c[sz]|d[hjmv]|fj|g[bdjw]|h[lmrw]|jh|k[gmsvw]|l[hjl]|m[bcfklnpstw]|n[dghjkrstz]|"
    r"p[fnt]|rw|s[frsvz]|t[bcjklmz]|v[lr]|x[bh]|z[bdlmnrvw]"
)
_CODA = re.compile(
    r"b[bs]|c[hkst]|d[dst]|f[fst]|g[ghns]|h[lmnrst]|k[hs]|l[dfklmpst]|m[bmnps]|n[cdghknstxz]|"
    r"p[hpst]|r[bcdfgklmnprstv]|s[chkmpst]|t[hstz]|vs|w[dklns]|xt|zz"
)
_NAME_CODA = re.compile(
    r"b[dhlnrt]|cz|d[hjlrz]|fr|g[dmrt]|hd|j[dfjknrs]|k[krt]|l[bghnvz]|m[hrt]|n[fj]|pf|r[hjxz]|"
    r"s[lrz]|t[blrvx]|vd|w[rt]|xx|z[dhklt]"
)


@frozen(kw_only=True)
class Acronym:
    """One way to print a word, such as ``NATO``, ``NGOs``, ``PhD`` or ``Mr``.

    It stands wherever the word does, or, if ``before`` or ``after`` name a neighbour, only
    beside one of these, or, with ``not_before`` and ``not_after``, only away from these.
    ``after`` holds words that come first, so ``RIO _`` is kept in ``after``.
    """

    form: str
    meaning: str
    after: _Neighbours = field(default=frozenset())
    before: _Neighbours = field(default=frozenset())
    not_after: _Neighbours = field(default=frozenset())
    not_before: _Neighbours = field(default=frozenset())

    @property
    def is_plain_word_too(self) -> bool:
        """Tell whether the form stands beside certain neighbours only."""
        return bool(self.after or self.before)

    def stands(self, previous: str, following: str) -> bool:
        """Tell whether the word is printed so between two neighbours, which are casefolded."""
        if self.is_plain_word_too:
            return previous in self.after or following in self.before
        return previous not in self.not_after and following not in self.not_before


@cache
def acronyms() -> Mapping[str, tuple[Acronym, ...]]:
    """Map each casefolded word to the ways to print it; the first that stands is the one."""
    return acronyms_of_rows(read_table("acronyms.tsv", "forms", "meaning", "when"))


def is_acronym(key: str) -> bool:
    """Tell whether a casefolded word is an acronym beside most words, by a row or its letters."""
    entries = acronyms().get(key)
    if entries:
        return not entries[0].is_plain_word_too and entries[0].form.isupper()
    return looks_like_acronym(key)


def looks_like_acronym(key: str) -> bool:
    """Tell whether a casefolded word is an acronym by its letters: ``dprk``, ``imf``, ``ii``."""
    if len(key) < 2 or not key.isascii() or not key.isalpha():
        return False
    if _ROMAN.fullmatch(key) or not _VOWEL.search(key):
        return True
    return len(key) in (3, 4, 5) and _is_unpronounceable(key)


def acronyms_of_rows(rows: Iterable[Row]) -> Mapping[str, tuple[Acronym, ...]]:
    """Map the words of the rows of ``acronyms.tsv`` to the ways to print them.

    Raises `ValueError`, with file and line, for a form that is twice there under one
    condition, has no capital or no meaning, and for a condition that cannot be read.
    """
    found: dict[str, tuple[Acronym, ...]] = {}
    for row in rows:
        if not row.cells[1]:
            row.refuse(f"{row.cells[0]} has no meaning")
        neighbours = _neighbours(row)
        for form in row.items(0):
            if not (form.isascii() and form.isalpha()):
                row.refuse(f"{form!r} is not a word of the letters A to Z")
            key = form.casefold()
            entry = Acronym(form=form, meaning=row.cells[1], **neighbours)
            before = found.get(key, ())
            if any(
                not (other.is_plain_word_too or other.not_after or other.not_before)
                for other in before
            ):
                row.refuse(f"{form} can never stand: an earlier row takes every place")
            found[key] = (*before, entry)
    return MappingProxyType(found)


def _neighbours(row: Row) -> dict[str, _Neighbours]:
    """Read the conditions of a row: ``NEW _``, ``_ TREATY``, ``not _ OF``."""
    sides: dict[str, set[str]] = {}
    for item in row.items(2):
        parts = item.split()
        side = "not_" if parts[0] == "not" else ""
        match parts[1:] if side else parts:
            case ["_", word] if word != "_":
                sides.setdefault(f"{side}before", set()).add(word.casefold())
            case [word, "_"]:
                sides.setdefault(f"{side}after", set()).add(word.casefold())
            case _:
                row.refuse(f"{item!r} is not a condition like 'NEW _' or 'not _ OF'")
    if len({side.startswith("not_") for side in sides}) > 1:
        row.refuse("conditions are either all with 'not' or all without")
    return {side: frozenset(words) for side, words in sides.items()}


def _is_unpronounceable(key: str) -> bool:
    onset, coda = key[:2], key[-2:]
    is_short = len(key) == 3
    return (
        len(key) < 5
        and not _VOWEL.search(onset)
        and not _ONSET.match(onset)
        and (is_short or not _NAME_ONSET.match(onset))
    ) or (
        not _VOWEL.search(coda)
        and not _CODA.match(coda)
        and (is_short or not _NAME_CODA.match(coda))
    )
