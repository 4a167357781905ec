"""How post names look in running telegram text: cut short in page marks, spelt in references."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from cableparse.vocabulary.posts import Post, find_post, post_keys, posts, posts_of_year
from cableparse.vocabulary.spelling import compact

# KUALA LUMP 00000123 002 OF 004, and the older PAGE 02 CAPE T 00097.
_CUTS = (10, 6)
# ASCII only: a wider set takes ten times as long to compile, and stands here 400 times.
_BETWEEN_WORDS = r"[\s.'_-]*"
_WORD = re.compile(r"[^\s.'_-]+")


def post_of_truncation(text: str, year: int | None = None) -> Post | None:
    """Give the post that a page mark's name of at most ten or six characters stands for.

    ``None`` unless exactly one formal name of ``year`` begins so; without a year, of any. A name
    that is not cut is found too.

    >>> post_of_truncation("BUENOS AIR").name, post_of_truncation("CAPE T").name
    ('BUENOSAIRES', 'CAPETOWN')
    """
    name = " ".join(text.upper().split())
    post = find_post(name, year)
    if any(one.formal == name for one in post_keys().get(compact(name), ())):
        return post
    for cuts in _cut_names():
        if meant := posts_of_year(cuts.get(name, ()), year):
            return meant[0] if len(meant) == 1 else None
    return post


@cache
def post_pattern() -> str:
    """Give the source of a regular expression for any post's formal name or alias.

    It is one group that captures nothing, upper case (compile it with ``re.IGNORECASE`` to read
    other text), without boundaries: the caller adds them. The longest name that can match does.
    Words may be parted by any run of white space, periods, hyphens, apostrophes or underscores,
    also none, so a name broken over two lines matches; the digit 0 stands for the letter O as
    well. The alternatives are sorted by first letter, which spares trying most of them, and no
    part of them can match one text in two ways, so searching is linear.
    """
    letters: dict[str, set[str]] = defaultdict(set)
    for post in posts():
        for name in (post.formal, *post.aliases):
            words = _BETWEEN_WORDS.join(map(re.escape, _WORD.findall(name)))
            letters[compact(name)[0]].add(words)
    branches = (_branch(names) for _, names in sorted(letters.items()))
    return "(?:" + "|".join(branches).replace("O", "[O0]") + ")"


def _branch(names: set[str]) -> str:
    # The separators make patterns longer than names: by what a pattern can match, not its size.
    longest = sorted(names, key=lambda name: (-len(name.replace(_BETWEEN_WORDS, "")), name))
    return longest[0][0] + "(?:" + "|".join(name[1:] for name in longest) + ")"


@cache
def _cut_names() -> tuple[dict[str, list[Post]], ...]:
    tables: list[dict[str, list[Post]]] = []
    for size in _CUTS:
        cuts: dict[str, list[Post]] = defaultdict(list)
        for post in posts():
            cuts[post.formal[:size].rstrip()].append(post)
        tables.append(dict(cuts))
    return tuple(tables)
