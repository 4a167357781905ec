"""Which post a damaged or decorated name means."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from cableparse.vocabulary.posts import (
    Post,
    post_keys,
    post_of_letters,
    posts,
    posts_of_year,
)
from cableparse.vocabulary.spelling import compact, one_slip

# EMBASSYVIENNA, AMCONSULMUNICH, REOBASRAH: what kind of office it is, before the place.
_OFFICE = re.compile(
    r"(?:AM|US)?(?:EMBASSY|EMB|CONSULATE|CONSUL|CONGEN|LEGATION|MISSION)(?:GENERAL)?"
    r"|US(?:INTERESTSSECTION|INT|DEL|LO|OP|PO)|(?:US)?REO"
)
# USDOCWASHDC, TREASURYWASHINGTONDC: the city that the departments are in.
_WASHINGTON = re.compile(r"WASH(?:INGTON)?(?:DC)?$")
# The National Archives keep five letters of a name, NEWDE; in two words four tell one, SAO P.
_CUT_SHORT = 5
_CUT_SHORT_IN_WORDS = 4
# Of an agency's name no one word is the agency: WHITE HOUSE.
_ABROAD = frozenset({"embassy", "consulate", "mission"})
# In shorter names a slip makes another word or place (URBAN, DURBAN).
_LONG_ENOUGH = 6
_CACHED_NAMES = 4096


def nearest_post(name: str, year: int | None = None) -> Post | None:
    """Give the post that ``name`` means, ``None`` when none or more than one is as near.

    ``year`` is the telegram's, where it is known: a name means a post of that time.
    Never raises, and never takes one known post for another.

    >>> nearest_post("EMBASSY MADIRD").name, nearest_post("LENIN", 2005), nearest_post("LENIN").name
    ('MADRID', None, 'LENINGRAD')
    """
    meant = posts_meant(name, year)
    return meant[0] if len(meant) == 1 else None


@lru_cache(maxsize=_CACHED_NAMES)
def posts_meant(name: str, year: int | None = None) -> tuple[Post, ...]:
    """Give the posts that ``name`` may mean: one, none, or those that are equally near.

    The first of these that gives any decides:

    1. its name or an alias in ``year`` (`find_post`);
    2. the same with the digit 0 read as the letter O (``0TTAWA``);
    3. without an office before it (``EMBASSYVIENNA``) or Washington after it (``USDOCWASHDC``),
       or without its own country's TAGS code after it (``MADRIDSP``);
    4. the beginning of a post's name: five letters or more (``NEWDE``), four of several words
       (``SAO P``), or whole words (``BUENOS``), which other names must not have too (``PORTO``);
    5. one slip of the keys away from a post, for names of six letters or more (``WELLINGOTN``),
       also where one behind the first is lost (``ANKRA``), decorated as in 3 or not.

    By 4 and 5 no post is meant that had another name or did not exist in ``year``.
    """
    letters = compact(name)
    if post := post_of_letters(letters, year):
        return (post,)
    letters = letters.replace("0", "O")
    readings = tuple(dict.fromkeys(_undecorated(letters)))
    for reading in readings:
        # The country first: after AMEMBASSY, PARIS FR is not the mission that is called so.
        if post := _without_country(reading, year) or post_of_letters(reading, year):
            return (post,)
    in_words = " " in name.strip()
    for near in (_cut_short(readings, in_words=in_words), _misspelt(readings)):
        if meant := posts_of_year(near, year):
            return meant
    return ()


def canonical_post(name: str, year: int | None = None) -> str:
    """Give the compact name of the post that ``name`` means, else ``name`` itself made compact.

    >>> canonical_post("Rio de Janiero"), canonical_post("Port Nowhere")
    ('RIODEJANEIRO', 'PORTNOWHERE')
    """
    post = nearest_post(name, year)
    return post.name if post else compact(name)


def _undecorated(letters: str) -> Iterator[str]:
    yield letters
    bare = _WASHINGTON.sub("", letters)
    yield bare
    if office := _OFFICE.match(bare):
        yield bare[office.end() :]


def _without_country(letters: str, year: int | None) -> Post | None:
    # The code must be the post's own country's: LIMA is no LI with MA after it.
    post = post_of_letters(letters[:-2], year)
    return post if post and post.country == letters[-2:] else None


def _cut_short(readings: tuple[str, ...], *, in_words: bool) -> Iterator[Post]:
    shortest = _CUT_SHORT_IN_WORDS if in_words else _CUT_SHORT
    for reading in readings:
        if len(reading) >= _CUT_SHORT_IN_WORDS:
            yield from _by_beginning().get(reading, ())
        if len(reading) >= shortest:
            yield from (post for post in posts() if post.name.startswith(reading))


def _misspelt(readings: tuple[str, ...]) -> Iterator[Post]:
    longest = max(_keys_by_length()) + 1
    readings = tuple(reading for reading in readings if len(reading) <= longest)
    for reading in readings:
        # A letter typed twice, which no slip into another word is: TTUNIS.
        for at in range(1, len(reading)):
            if reading[at] != reading[at - 1]:
                continue
            once = reading[:at] + reading[at + 1 :]
            if len(once) > 3 and once in post_keys():
                yield from post_keys()[once]
                return
    for reading in readings:
        # With a letter that was lost it is long enough, unless that is the first: URBAN, DURBAN.
        short = len(reading) < _LONG_ENOUGH
        if len(reading) >= _LONG_ENOUGH - 1:
            for length in range(max(len(reading) - 1, _LONG_ENOUGH), len(reading) + 2):
                for key, named in _keys_by_length().get(length, ()):
                    if one_slip(reading, key) and not (short and reading[0] != key[0]):
                        yield from named


@cache
def _by_beginning() -> Mapping[str, tuple[Post, ...]]:
    """Map the first words of a name of several to the posts with these words in theirs."""
    abroad = [post for post in posts() if post.kind in _ABROAD and " " in post.formal]
    beginnings: dict[str, tuple[Post, ...]] = {}
    for words in (post.formal.split() for post in abroad):
        for count in range(1, len(words)):
            begun = " ".join(words[:count])
            beginnings[compact(begun)] = tuple(
                post for post in abroad if f" {begun} " in f" {post.formal} "
            )
    return beginnings


@cache
def _keys_by_length() -> Mapping[int, list[tuple[str, tuple[Post, ...]]]]:
    lengths: dict[int, list[tuple[str, tuple[Post, ...]]]] = defaultdict(list)
    for key, named in post_keys().items():
        lengths[len(key)].append((key, named))
    return lengths
