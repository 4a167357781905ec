"""Which post a damaged or decorated name means."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from cableparse.vocabulary.posts import Post, find_post, post_keys, posts
from cableparse.vocabulary.spelling import compact, one_slip

# EMBASSYVIENNA, AMCONSULMUNICH, REOBASRAH: what kind of office it is, before the place.
_OFFICE = re.compile(
    r"(?:AM|US)?(?:EMBASSY|EMB|CONSULATE|CONSUL|CONGEN|LEGATION|MISSION)(?:GENERAL)?"
    r"|US(?:INTERESTSSECTION|INT|DEL|LO|OP|PO)|(?:US)?REO"
)
# USDOCWASHDC, TREASURYWASHINGTONDC: the city that the departments are in.
_WASHINGTON = re.compile(r"WASH(?:INGTON)?(?:DC)?$")
# A page mark keeps ten characters of a name, RIO DE JAN: eight letters when two are spaces.
_CUT_SHORT = 8
# In shorter names a slip makes another word or place (URBAN, DURBAN).
_LONG_ENOUGH = 6
_CACHED_NAMES = 8192


@lru_cache(maxsize=_CACHED_NAMES)
def nearest_post(name: str) -> Post | None:
    """Give the post that ``name`` means, ``None`` when none or more than one is as near.

    The first of these that gives a post decides:

    1. its name or an alias (`find_post`);
    2. the same with the digit 0 read as the letter O (``0TTAWA``);
    3. without an office before it (``EMBASSYVIENNA``) or Washington after it (``USDOCWASHDC``),
       or without its own country's TAGS code after it (``MADRIDSP``);
    4. the beginning, of eight letters or more, of only one post's name (``RIO DE JAN``);
    5. one slip of the keys away from only one post, for names of six letters or more
       (``WELLINGOTN``), decorated as in 3 or not.

    Never raises, and never takes one known post for another.

    >>> nearest_post("EMBASSY MADIRD").name
    'MADRID'
    """
    letters = compact(name)
    if letters in post_keys():
        return post_keys()[letters]
    letters = letters.replace("0", "O")
    readings = tuple(dict.fromkeys(_undecorated(letters)))
    for reading in readings:
        # The country first: after AMEMBASSY, PARIS FR is not the mission that is called so.
        if post := _without_country(reading) or find_post(reading):
            return post
    return _cut_short(letters) or _misspelt(readings)


def canonical_post(name: str) -> str:
    """Give the compact name of the post that ``name`` means, else ``name`` itself made compact.

    >>> canonical_post("Rio de Janiero"), canonical_post("Port Nowhere")
    ('RIODEJANEIRO', 'PORTNOWHERE')
    """
    post = nearest_post(name)
    return post.name if post else compact(name)


def _undecorated(letters: str) -> Iterator[str]:
    yield letters
    bare = _WASHINGTON.sub("", letters)
    yield bare
    if office := _OFFICE.match(bare):
        yield bare[office.end() :]


def _without_country(letters: str) -> Post | None:
    # The code must be the post's own country's: LIMA is no LI with MA after it.
    post = find_post(letters[:-2])
    return post if post and post.country == letters[-2:] else None


def _cut_short(letters: str) -> Post | None:
    if len(letters) < _CUT_SHORT:
        return None
    return _only({post.name: post for post in posts() if post.name.startswith(letters)})


def _misspelt(readings: tuple[str, ...]) -> Post | None:
    near = {
        post.name: post
        for reading in readings
        if len(reading) >= _LONG_ENOUGH
        for length in range(max(len(reading) - 1, _LONG_ENOUGH), len(reading) + 2)
        for key, post in _keys_by_length().get(length, ())
        if one_slip(reading, key)
    }
    return _only(near)


def _only(near: dict[str, Post]) -> Post | None:
    return next(iter(near.values())) if len(near) == 1 else None


@cache
def _keys_by_length() -> Mapping[int, list[tuple[str, Post]]]:
    lengths: dict[int, list[tuple[str, Post]]] = defaultdict(list)
    for key, post in post_keys().items():
        lengths[len(key)].append((key, post))
    return lengths
