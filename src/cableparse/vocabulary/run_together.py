"""TAGS whose spaces were lost: ``EINDETRD`` is ``EIND`` and ``ETRD``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from attrs import frozen

from cableparse.vocabulary.tags import tag_terms, tags

# A full code and a country's.
_SHORTEST = 6
_FULL = 4
# The initials of the TAGS fields (Administration … Technology) and of the program codes.
_FIELDS = frozenset("ABCEKMOPST")
# Four letters are the rule. Two odd codes (6) are likelier than one that nobody knows (7).
_COST_FULL = 2
_COST_ODD = 3
_COST_UNKNOWN = 7


@frozen
class _Way:
    """The cheapest way to a place in the token, by its last code; ``tied`` if there are two."""

    cost: int
    code: str = ""
    before: _Way | None = None
    tied: bool = False


def split_run_together(token: str) -> tuple[str, ...] | None:
    """Cut a token into the TAGS codes that it is made of, ``None`` when it is no run of codes.

    Known codes must cover the whole token, but for one chunk of four letters that begins like a
    TAGS code. Codes of four letters are preferred to others, and known ones to the unknown one;
    when two ways are equally good the token is ambiguous, hence ``None``. So that a word which
    happens to be made of codes stays a word, there must be two known four-letter codes, and
    they must make up half of the letters; or else one with one country's code behind or before
    it (``PRELUK``, ``UKPREL``). A known code, a known term and a token under six letters are no
    run. Takes time linear in the token's length.

    >>> split_run_together("EINDETRD"), split_run_together("DAMASCUS")
    (('EIND', 'ETRD'), None)
    """
    token = token.upper()
    if len(token) < _SHORTEST or token in tags() or token in tag_terms():
        return None
    known, with_unknown = _ways_through(token)
    codes = _codes_of(known or with_unknown)
    full = sum(1 for code in codes if len(code) == _FULL and code in tags())
    if full > 1 and 2 * _FULL * full >= len(token):
        return codes
    if not codes and len(token) == _SHORTEST:
        codes = (token[:2], token[2:])  # NOEFIS, which is as well made of shorter codes
    return codes if full <= 1 and _is_code_and_country(codes) else None


def _is_code_and_country(codes: tuple[str, ...]) -> bool:
    if len(codes) != 2 or not all(code in tags() for code in codes):
        return False
    full, country = sorted(codes, key=len, reverse=True)
    return len(full) == _FULL and tags()[country].kind == "geographic"


def _ways_through(token: str) -> tuple[_Way | None, _Way | None]:
    """Give the cheapest covers of the token: of known codes only, and with one unknown chunk."""
    # ways[used][at]: how to reach the place `at` with or without having used the unknown chunk.
    ways: tuple[list[_Way | None], ...] = tuple([None] * (len(token) + 1) for _ in range(2))
    ways[0][0] = _Way(0)
    for at in range(len(token)):
        for used in range(2):
            if before := ways[used][at]:
                for code, cost, unknown in _codes_at(token, at):
                    if used + unknown < len(ways):
                        arrivals = ways[used + unknown]
                        end = at + len(code)
                        way = _Way(before.cost + cost, code, before, before.tied)
                        arrivals[end] = _cheaper(arrivals[end], way)
    return ways[0][-1], ways[1][-1]


def _codes_at(token: str, at: int) -> Iterator[tuple[str, int, bool]]:
    """Yield each code that may stand at this place, its cost, and whether it is unknown."""
    for length in _lengths():
        code = token[at : at + length]
        if len(code) == length and code in tags():
            yield code, _COST_FULL if length == _FULL else _COST_ODD, False
        elif length == _FULL == len(code) and code.isalpha() and code[0] in _FIELDS:
            yield code, _COST_UNKNOWN, True


def _cheaper(one: _Way | None, other: _Way) -> _Way:
    if one is None or other.cost < one.cost:
        return other
    if other.cost == one.cost:
        return _Way(one.cost, one.code, one.before, tied=True)
    return one


def _codes_of(way: _Way | None) -> tuple[str, ...]:
    """Give the codes of a cover from first to last, none for an ambiguous one."""
    codes: list[str] = []
    if way and way.tied:
        return ()
    while way and way.code:
        codes.append(way.code)
        way = way.before
    return tuple(reversed(codes))


@cache
def _lengths() -> tuple[int, ...]:
    return tuple(sorted({len(code) for code in tags()}))
