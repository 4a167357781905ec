"""Which words are part of an office's title, told by their shape before any list."""

from __future__ import annotations

import re
from functools import lru_cache

from cableparse.vocabulary.spelling import one_slip
from cableparse.vocabulary.words import word_list

_SLIPS_FROM = 6
_TWO_SLIPS_FROM = 9
_SIGNS = ".,:;'’`"
_IN_AN_OFFICE = frozenset({"AT", "IN", "OF", "FOR", "TO"})  # AMBASSADOR-AT-LARGE
# ECOPOL, POLMINCOUNS, DEPCOUNS: offices are named by pieces of their words.
_COMPOUND = re.compile(
    r"(?:POL|ECON?|MIL|MIN|COUNS?|COUNSELOR|OFF|CHIEF|CONS?|DEP|ADM|AGR|FIN|LAB|SEC|ATT|LEG|REP|"
    r"PERM|AD|DEF|DIR){2,4}S?"
)
_LONGEST_COMPOUND = 24
# POLADVISOR, ECONCOUNSELOR: the last piece may be an office's whole word.
_PIECES = re.compile(r"(?:POL|ECON?|MIL|MIN|CONS?|DEP|ADM|AGR|FIN|LAB|LEG|DEF)+")
_SHORTEST_WORD = 5
_PAIR = 2
_ABBREVIATED = re.compile(r"[A-Z]{3,}\.")
# What an office's word can be told from that a name is stuck to: a name begins with few of six
# letters, and with none that has no vowel. Mixed letters show it themselves: `ChiefJane`.
_STUCK_FROM = 6
_NO_VOWEL = re.compile(r"[B-DF-HJ-NP-TV-XZ]{3,}")
_SHORTEST_NAME = 3
_MIXED = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
# Words of telegrams: there are some hundred offices, and no end of names.
_REMEMBERED = 4096


@lru_cache(_REMEMBERED)
def is_office(word: str) -> bool:
    """Tell whether a word belongs to an office's title: ``Ambassador``, ``DCM``, ``Pol/Econ``.

    Case and punctuation do not count. An office is what has a stroke or an ampersand, is put
    together of pieces (``Ecopol``, ``Poladvisor``), begins or ends with an office before or
    behind a hyphen (``Vice-Consul``), or is a word of the list; from six letters on one slip of the
    keys is allowed (``Ambassaor``), from nine on two (``Councilor``).

    >>> [is_office(word) for word in ("Polmincouns", "Ambassador-at-Large", "Jean-Marc")]
    [True, True, False]
    """
    bare = word.upper().strip(_SIGNS)
    if bare in word_list("office") or "/" in bare or "&" in bare:
        return True
    if "-" in bare:
        parts = [part for part in bare.split("-") if part]
        return bool(parts) and (
            all(is_office(part) for part in parts)
            or (is_office(parts[0]) and len(parts) > 1 and parts[1] in _IN_AN_OFFICE)
            or (len(parts[0]) == 1 and len(parts) == _PAIR and is_office(parts[1]))  # A-DAS
        )
    if len(bare) <= _LONGEST_COMPOUND and _COMPOUND.fullmatch(bare):
        return True
    pieces = _PIECES.match(bare)
    if pieces and len(bare) - pieces.end() >= _SHORTEST_WORD:
        return bare[pieces.end() :] in word_list("office")
    return _is_misspelt(bare)


@lru_cache(_REMEMBERED)
def is_abbreviated_office(word: str) -> bool:
    """Tell whether a word with its period stands for an office: ``Dir.``, ``Chf.``, ``Coun.``.

    It does where its letters stand in an office's word in this order, the first one first.

    >>> is_abbreviated_office("Chf."), is_abbreviated_office("Wm."), is_abbreviated_office("J.")
    (True, False, False)
    """
    bare = word.upper()
    if not _ABBREVIATED.fullmatch(bare):
        return False
    return any(_abbreviates(bare[:-1], office) for office in word_list("office"))


def office_stuck_to(word: str) -> int:
    """Tell after how many letters of a word an office ends that a name is stuck to, 0 of others.

    >>> [office_stuck_to(word) for word in ("OFFICERJANE", "ChiefJane", "DCMJOHN", "McRoe")]
    [7, 5, 3, 0]
    """
    bare = word.upper()
    if not bare.replace("'", "").isalpha() or is_office(word):
        return 0
    joint = _MIXED.search(word)
    if joint and joint.start() >= _SHORTEST_WORD and is_office(word[: joint.start()]):
        return joint.start()
    ends = range(min(len(bare) - _SHORTEST_NAME, _LONGEST_COMPOUND), _PAIR, -1)
    offices = (bare[:end] for end in ends if bare[:end] in word_list("office"))
    told = (one for one in offices if len(one) >= _STUCK_FROM or _NO_VOWEL.fullmatch(one))
    return len(next(told, ""))


def _abbreviates(short: str, long: str) -> bool:
    if short[0] != long[0] or len(short) >= len(long):
        return False
    rest = iter(long)
    return all(letter in rest for letter in short)


def _is_misspelt(bare: str) -> bool:
    if len(bare) < _SLIPS_FROM:
        return False
    offices = word_list("office")
    if any(one_slip(bare, office) for office in offices):
        return True
    return len(bare) >= _TWO_SLIPS_FROM and any(
        one_slip(nearly, office)
        for office in offices
        if len(office) >= _TWO_SLIPS_FROM - 1 and office[0] == bare[0]
        for nearly in _slips(bare, office)
    )


def _slips(bare: str, office: str) -> tuple[str, ...]:
    """Give what one slip, mended at the first place where the two differ, makes of a word."""
    at = 0
    while at < min(len(bare), len(office)) and bare[at] == office[at]:
        at += 1
    head, tail = bare[:at], bare[at:]
    letter = office[at : at + 1]
    return (head + letter + tail[1:], head + letter + tail, head + tail[1:])
