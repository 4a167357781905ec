"""Set a telegram's subject, mostly printed in capitals, in title case.

Source: subjects of public copies, and the habits of careful editors. Three decisions:
``CODEL`` stays as the Department prints it; a particle that is joined to its name takes a
capital (``Cote D'Ivoire``), one that stands alone does not (``Rio de Janeiro``); articles,
conjunctions and prepositions of up to three letters are small (``Talks With Peru``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from cableparse.text.even import raised
from cableparse.vocabulary.acronyms import acronyms, is_acronym, looks_like_acronym

# What a redaction left of a name
_REDACTED = re.compile(r"(?<![^\W_])x{4,}", re.IGNORECASE)
# From this share of lower-case letters on, a writer has chosen the case of every word himself.
_MIXED = 0.25

# A word with its inner apostrophes: PERU'S, D'IVOIRE, 1990S. Linear: no two parts can meet.
_WORD = re.compile(r"[^\W_]++(?:['’ʼ`][^\W_]++)*+")
_APOSTROPHE = re.compile(r"(['’ʼ`])")
_DIGIT = re.compile(r"[0-9]")
_RUNS = re.compile(r"[0-9]+|[^0-9]+")

# What ends a phrase between two words: "FRANCE: THE", "NEWS -- A", "NEWS - A", "WHY? THE".
_BREAK = re.compile(r"[:;?!–—]|--|\s-\s")
# The end of a sentence, and no ellipsis: "THE RAINS END. THE".
_STOP = re.compile(r"\.(?!\.)['\"’”)]*\s")
# A quotation or a parenthesis opens right before a word, closes right after it.
_OPENING = "([{\"'“‘«"
_CLOSING = ")]}\"'”’»"
# A classification before the subject: "(C) ", "(S/NF) ", "(SBU) ".
_PORTION = re.compile(r"\s*\((?:U|C|S|SBU|TS)(?://?[A-Z]+)*\)\s")

_SMALL = re.compile(r"an|and|as|at|bin|but|by|del?|en|for|if|in|nor|of|on|or|per|the|to|via|von|vs")
# After these a stop ends no sentence: "AMB. AND".
_ABBREVIATION = re.compile(
    r"adm|amb|assoc|capt|col?|corp|dept|dr|ft|gen|govt?|inc|jr|lt|ltd|maj|mrs?|ms|mt|no|prof|rep|"
    r"sec|sen|sgt|sr|st|vs"
)
_UNIT = re.compile(r"st|nd|rd|th|s|km|kg|mm|cm")  # 2nd, 1990s, 155mm
_CONTRACTED = re.compile(r"s|t|d|m|re|ll|ve|ing|ed|er")  # UK's, don't, PNG'ing
_REMEMBERED, _LONGEST = 4096, 24  # words, and code points of one
_ELIDED = re.compile(r"all|dall|dell|nell|sant")  # Dell'Utri, Sant'Egidio


class _Place(NamedTuple):
    """Where a word stands: its casefolded neighbours, and what its place asks for."""

    previous: str
    following: str
    mark: str  # the character right after it
    may_be_small: bool  # inside a phrase
    is_explained: bool  # alone in parentheses, before a colon, or slashed to an acronym


_NOWHERE = _Place("", "", "", may_be_small=False, is_explained=False)


def titlecase(text: str) -> str:
    """Set ``text`` in title case, with acronyms, names and quotations as an editor would.

    White space around the text goes, and else only the case of letters changes. A text that is a
    quarter or more lower case, and in any other text a word with a lower-case letter, stays as it
    is; a text all in small letters is read as if it were in capitals. What a redaction left,
    ``XXXXXXXX``, is in capitals and keeps its letters. It takes time linear in the length of the
    text, never raises, and a second pass changes nothing.

    >>> titlecase("FRANCE AND THE UN: THE PM'S U.S.-BASED NGOS")
    "France and the UN: The PM's U.S.-Based NGOs"
    >>> titlecase("Visit of the PM"), titlecase("visit of xxxxxxxx")
    ('Visit of the PM', 'Visit of XXXXXXXX')
    """
    text = _REDACTED.sub(lambda redacted: redacted[0].upper(), text.strip())
    if _is_small(text):
        text = raised(text)
    elif _is_mixed(text):
        return text
    portion = _PORTION.match(text)
    head = portion[0] if portion else ""
    words, gaps = _split(text[len(head) :])
    keys = [word.casefold() for word in words]
    pieces = [head, gaps[0]]
    for index, word in enumerate(words):
        printed = _remembered(word) if len(word) <= _LONGEST else _anywhere(word)
        if printed is None:
            printed = _cased(word, keys[index], _place(keys, gaps, index))
        pieces += (printed, gaps[index + 1])
    return "".join(pieces)


def _is_small(text: str) -> bool:
    """Tell whether every letter is small, what a redaction left aside."""
    rest = _REDACTED.sub("", text)
    return rest.lower() == rest and rest.upper() != rest


def _is_mixed(text: str) -> bool:
    text = _REDACTED.sub("", text)
    lower = sum(map(str.islower, text))
    upper = sum(map(str.isupper, text))
    return lower > 0 and lower >= _MIXED * (lower + upper)


def _split(text: str) -> tuple[list[str], list[str]]:
    """Part the text into its words and the gaps before, between and after them."""
    words: list[str] = []
    gaps: list[str] = []
    end = 0
    for match in _WORD.finditer(text):
        words.append(match[0])
        gaps.append(text[end : match.start()])
        end = match.end()
    return words, [*gaps, text[end:]]


# Places -----------------------------------------------------------------------------------------


def _place(keys: Sequence[str], gaps: Sequence[str], index: int) -> _Place:
    before, after = gaps[index], gaps[index + 1]
    previous = _neighbour(keys[index - 1] if index else "", before, -1)
    following = _neighbour(keys[index + 1] if index + 1 < len(keys) else "", after, 0)
    starts = index == 0 or _breaks(keys[index - 1], before)
    slashed = (previous if before == "/" else "", following if after == "/" else "")
    return _Place(
        previous=previous,
        following=following,
        mark=after[:1],
        may_be_small=not (
            starts
            or _opens(before)
            or index + 1 == len(keys)
            or _breaks(keys[index], after)
            or after[:1] in _CLOSING
            # One side only: Follow-On, By-Election, but State-of-the-Art.
            or (before == "-") != (after == "-")
        ),
        is_explained=(before.endswith("(") and after.startswith(")"))
        or (starts and after.startswith(":"))
        or any(map(is_acronym, slashed)),
    )


def _neighbour(key: str, gap: str, edge: int) -> str:
    """Give the next word, ``#`` for a number, or the mark that parts the two words."""
    if key and (gap in ("-", "/") or gap.isspace()):
        return "#" if key.isdigit() else key.replace("’", "'")
    return gap.strip()[edge:][:1]


def _breaks(word: str, gap: str) -> bool:
    """Tell whether a phrase ends in the gap after ``word``."""
    if _BREAK.search(gap):
        return True
    return bool(_STOP.match(gap)) and len(word) > 1 and not _ABBREVIATION.fullmatch(word)


def _opens(gap: str) -> bool:
    """Tell whether a quotation or a parenthesis opens at the end of the gap."""
    outside = gap.rstrip(_OPENING)
    return outside != gap and (not outside or outside[-1].isspace() or outside[-1] in "-–—/")


# Words ------------------------------------------------------------------------------------------


def _anywhere(word: str) -> str | None:
    """Print a word that is printed alike wherever it stands; None of one whose place says how."""
    if _REDACTED.match(word):
        return None
    if any(map(str.islower, word)):
        return word  # the writer chose: al, 55th, McCAIN
    if _APOSTROPHE.search(word):
        return _apostrophed(word)
    key = word.casefold()
    if len(word) == 1 or key in acronyms() or _SMALL.fullmatch(key):
        return None
    return _printed(word, key, _NOWHERE)


# Most words of most subjects are among those that came before.
_remembered = lru_cache(_REMEMBERED)(_anywhere)


def _cased(word: str, key: str, place: _Place) -> str:
    """Print a word whose place says how."""
    if (redacted := _REDACTED.match(word)) is not None:
        # Its end may stick to a word: `XXXXXXXXDISCUSSES`
        if rest := word[redacted.end() :]:
            printed = _anywhere(rest)
            rest = _cased(rest, rest.casefold(), place) if printed is None else printed
        return redacted[0] + rest
    return _printed(word, key, place)


def _printed(word: str, key: str, place: _Place) -> str:
    """Print a word without apostrophes."""
    for entry in acronyms().get(key, ()):
        if word.isascii() and (
            entry.stands(place.previous, place.following)
            or (entry.is_plain_word_too and place.is_explained)
        ):
            return entry.form
    if len(word) == 1:
        return _single(word, key, place)
    if _DIGIT.search(word):
        return _numbered(word)
    if _SMALL.fullmatch(key):
        return _lowered(word) if place.may_be_small else _capitalized(word)
    return word if looks_like_acronym(key) else _capitalized(word)


def _single(word: str, key: str, place: _Place) -> str:
    """Print a letter: an initial is a capital, the article and the ``w/`` of with are not."""
    if key == "w":
        return _lowered(word) if place.mark == "/" else word
    is_article = key == "a" and place.may_be_small and place.mark not in (".", "/", "&")
    return _lowered(word) if is_article else word


def _apostrophed(word: str) -> str:
    """Print ``UK's``, ``Don't``, ``PNG'ing``, ``D'Ivoire``, ``Dell'Utri``, ``Qa'ida``."""
    pieces = _APOSTROPHE.split(word)
    keys = [piece.casefold() for piece in pieces]
    place = _Place("", "'", "'", may_be_small=False, is_explained=False)
    is_negated = keys[0].endswith("n") and keys[2] == "t"
    printed = [_capitalized(pieces[0]) if is_negated else _printed(pieces[0], keys[0], place)]
    for at in range(2, len(pieces), 2):
        named = len(keys[at - 2]) == 1 or bool(_ELIDED.fullmatch(keys[at - 2]))
        cased = _capitalized if named and not _CONTRACTED.fullmatch(keys[at]) else _lowered
        printed += (pieces[at - 1], cased(pieces[at]))
    return "".join(printed)


def _numbered(word: str) -> str:
    """Print ``2nd``, ``1990s``, ``4Es``, ``H1N1`` and ``June2009``."""
    printed: list[str] = []
    for run in _RUNS.findall(word):
        key = run.casefold()
        if printed and _UNIT.fullmatch(key):
            printed.append(_lowered(run))
        elif printed and len(run) == 2 and key[-1] == "s":
            printed.append(run[0] + _lowered(run[1]))
        else:
            printed.append(run if len(run) <= 3 or key.isdigit() else _printed(run, key, _NOWHERE))
    return "".join(printed)


def _capitalized(word: str) -> str:
    if len(word) > 4 and word.startswith("MC"):
        return f"Mc{word[2]}{_lowered(word[3:])}"
    return word[:1] + _lowered(word[1:])


def _lowered(word: str) -> str:
    """Lower each letter that has one lower-case letter of its own, which İ has not."""
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in word)
