"""The posts and departments that send telegrams, and the exact ways to name one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from attrs import frozen

from cableparse.vocabulary.spelling import compact
from cableparse.vocabulary.tables import Row, read_table
from cableparse.vocabulary.years import EVER, Years, years_of

# RUEHC, RUEHDBU, RHMCSUU: the routing indicator of a relay (ACP 127).
_ROUTING = re.compile(r"R[UH][A-Z0-9]{3,5}")
_NO_LETTER = re.compile(r"[^A-Z0-9 ]+")
_ARCHIVE_CUTS = 6
_COUNTRY = re.compile(r"[A-Z]{2}|")
_KINDS = frozenset(
    {
        "embassy",
        "consulate",
        "mission",
        "office",
        "interests-section",
        "institute",
        "department",
        "agency",
        "military",
    }
)


@frozen(kw_only=True)
class Post:
    """One sender of telegrams, as it was in its years.

    ``name`` is the compact name in the public collections' ids (``RIODEJANEIRO``), ``formal``
    what the classification line prints (``RIO DE JANEIRO``), ``country`` the geographic TAGS
    code, ``""`` for an office of Washington's; ``aliases`` are the other spellings met in
    telegrams, ``routing`` the indicators of its communications centre. ``years`` are those in
    which the name and the aliases meant this post, open where no telegram that can be met is
    older or younger. A post that became another kind is two: the embassy in ``BERLIN`` of 1976
    was in the East. ``source`` says whence the row is.
    """

    name: str
    formal: str
    country: str
    kind: str
    aliases: tuple[str, ...] = ()
    routing: tuple[str, ...] = ()
    years: Years = EVER
    source: str = ""

    def existed(self, year: int | None) -> bool:
        """Tell whether the post may have had this name in ``year``; ``None`` is any year."""
        return year is None or year in self.years


def posts() -> tuple[Post, ...]:
    """Give every known post, in the table's order."""
    return _known()


def find_post(name: str, year: int | None = None) -> Post | None:
    """Give the post with this name or alias in ``year``, ``None`` when there is none.

    Case, spaces, periods, hyphens, apostrophes, underscores and accents make no difference.
    Where two had the name, the one before the other, it is the earlier in the year of the change,
    and the later without a year. A formal name that no post had in ``year`` is still its post's,
    for it is printed so; an alias is not.

    >>> find_post("EC Brussels", 1975).formal, find_post("EC Brussels").formal
    ('EC BRUSSELS', 'USEU BRUSSELS')
    """
    return post_of_letters(compact(name), year)


def post_of_letters(letters: str, year: int | None = None) -> Post | None:
    """Give the post as `find_post` does, of a name that is compact already."""
    named = post_keys().get(letters, ())
    if year is not None:
        for post in named:
            if year in post.years:
                return post
        named = tuple(post for post in named if post.name == letters)
    return named[-1] if named else None


def posts_of_year(candidates: Iterable[Post], year: int | None) -> tuple[Post, ...]:
    """Give those of the candidates that existed in ``year``, one of each name, as `find_post`."""
    named: dict[str, Post] = {}
    for post in candidates:
        if post.existed(year) and (year is None or post.name not in named):
            named[post.name] = post
    return tuple(named.values())


def own_spelling(name: str) -> str:
    """Give a post's own spelling of ``name``, else ``name``.

    It is one where only spaces differ, or the digit 0 stands for the letter O.

    >>> own_spelling("SANJOSE"), own_spelling("M0SCOW"), own_spelling("SECSTATE")
    ('SAN JOSE', 'MOSCOW', 'SECSTATE')
    """
    closed = name.replace(" ", "").replace("0", "O")
    post = post_of_letters(closed)
    return post.formal if post is not None and post.formal.replace(" ", "") == closed else name


def archive_name(name: str) -> str:
    """Give a post's name as the National Archives' numbers have it: six characters, no spaces.

    The spaces count where the name is cut and are taken out afterwards. Two posts may share such a
    name: ``PORTO`` is PORT OF SPAIN and PORTO ALEGRE.

    >>> archive_name("NEW DELHI"), archive_name("SANJOSE"), archive_name("Port-au-Prince")
    ('NEWDE', 'SANJO', 'PORTA')
    """
    letters = _NO_LETTER.sub("", own_spelling(name.upper().replace("-", " ")))
    return letters[:_ARCHIVE_CUTS].replace(" ", "")


def post_of_routing(indicator: str) -> Post | None:
    """Give the post whose telegrams bear this routing indicator (``RUEHGH``), or ``None``."""
    return _by_routing().get(indicator.strip().upper())


@cache
def post_keys() -> Mapping[str, tuple[Post, ...]]:
    """Map each compact name and alias to the posts that had it, one after the other."""
    keys: dict[str, tuple[Post, ...]] = {}
    for post in _known():
        for key in dict.fromkeys(map(compact, (post.name, *post.aliases))):
            keys[key] = (*keys.get(key, ()), post)
    return MappingProxyType(keys)


def posts_of_rows(rows: Iterable[Row]) -> tuple[Post, ...]:
    """Make posts of the rows of ``posts.tsv``.

    Raises `ValueError`, with file and line, for an unknown kind, an ill-formed country, year or
    routing indicator, for no source, and for an indicator that another row has already or a
    spelling that another has in the same years. Rows that share a spelling stand in order of time.
    """
    taken: dict[str, list[Post]] = {}
    return tuple(_post(row, taken) for row in rows)


@cache
def _known() -> tuple[Post, ...]:
    rows = read_table(
        "posts.tsv", "formal", "country", "kind", "years", "aliases", "routing", "source"
    )
    return posts_of_rows(rows)


@cache
def _by_routing() -> Mapping[str, Post]:
    return MappingProxyType({key: post for post in _known() for key in post.routing})


def _post(row: Row, taken: dict[str, list[Post]]) -> Post:
    formal, country, kind = row.cells[:3]
    years = years_of(row, 3)
    aliases, routing, source = row.items(4), row.items(5), row.cells[6]
    if kind not in _KINDS:
        row.refuse(f"{kind!r} is no kind of post; the kinds are {', '.join(sorted(_KINDS))}")
    if not _COUNTRY.fullmatch(country):
        row.refuse(f"{country!r} is not a two-letter TAGS code")
    if not source:
        row.refuse(f"{formal} has no source")
    for indicator in routing:
        if not _ROUTING.fullmatch(indicator):
            row.refuse(f"{indicator!r} is not a routing indicator such as RUEHGH")
    post = Post(
        name=compact(formal),
        formal=formal,
        country=country,
        kind=kind,
        aliases=aliases,
        routing=routing,
        years=years,
        source=source,
    )
    # An alias may be its post's own name parted otherwise (N'DJAMENA): patterns need it.
    for key in {compact(spelling) for spelling in (formal, *aliases)} | set(routing):
        for other in taken.setdefault(key, []):
            if key in routing or years.share_more_than_a_turn(other.years):
                row.refuse(f"{key} belongs to {other.formal} already")
        taken[key].append(post)
    return post
