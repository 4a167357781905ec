"""The posts and departments that send telegrams, and the exact ways to name one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from attrs import frozen

from cableparse.vocabulary.spelling import compact
from cableparse.vocabulary.tables import Row, read_table

# RUEHC, RUEHDBU, RHMCSUU: the routing indicator of a relay (ACP 127).
_ROUTING = re.compile(r"R[UH][A-Z0-9]{3,5}")
_YEARS = re.compile(r"(\d{4})?-(\d{4})?|")
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
    """One sender of telegrams.

    ``name`` is the compact name in the public collections' ids (``RIODEJANEIRO``), ``formal``
    what the classification line prints (``RIO DE JANEIRO``), ``country`` the geographic TAGS
    code, ``""`` for an office of Washington's; ``aliases`` are the other spellings met in
    telegrams, ``routing`` the indicators of its communications centre. ``since`` and ``until``
    are the first and the last year under this name, ``None`` where no telegram that can be met
    is older or younger.
    """

    name: str
    formal: str
    country: str
    kind: str
    aliases: tuple[str, ...] = ()
    routing: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None

    def existed(self, year: int | None) -> bool:
        """Tell whether the post may have had this name in ``year``; ``None`` is any year."""
        return year is None or (self.since or year) <= year <= (self.until or year)


def posts() -> tuple[Post, ...]:
    """Give every known post, in the table's order."""
    return _known()


def find_post(name: str) -> Post | None:
    """Give the post with this name or alias, ``None`` when there is none.

    Case, spaces, periods, hyphens, apostrophes, underscores and accents make no difference.
    """
    return post_keys().get(compact(name))


def own_spelling(name: str) -> str:
    """Give a post's own spelling of ``name``, else ``name``.

    It is one where only spaces differ, or the digit 0 stands for the letter O.

    >>> own_spelling("SANJOSE"), own_spelling("M0SCOW"), own_spelling("SECSTATE")
    ('SAN JOSE', 'MOSCOW', 'SECSTATE')
    """
    closed = name.replace(" ", "").replace("0", "O")
    post = post_keys().get(closed)
    return post.formal if post is not None and post.formal.replace(" ", "") == closed else name


def post_of_routing(indicator: str) -> Post | None:
    """Give the post whose telegrams bear this routing indicator (``RUEHGH``), or ``None``."""
    return _by_routing().get(indicator.strip().upper())


@cache
def post_keys() -> Mapping[str, Post]:
    """Map each compact name and alias to its post."""
    keys = {post.name: post for post in _known()}
    keys.update((compact(alias), post) for post in _known() for alias in post.aliases)
    return MappingProxyType(keys)


def posts_of_rows(rows: Iterable[Row]) -> tuple[Post, ...]:
    """Make posts of the rows of ``posts.tsv``.

    Raises `ValueError`, with file and line, for an unknown kind, an ill-formed country or
    routing indicator, and for a spelling or an indicator that another row has already.
    """
    taken: dict[str, str] = {}
    return tuple(_post(row, taken) for row in rows)


@cache
def _known() -> tuple[Post, ...]:
    rows = read_table("posts.tsv", "formal", "country", "kind", "years", "aliases", "routing")
    return posts_of_rows(rows)


@cache
def _by_routing() -> Mapping[str, Post]:
    return MappingProxyType({key: post for post in _known() for key in post.routing})


def _post(row: Row, taken: dict[str, str]) -> Post:
    formal, country, kind = row.cells[:3]
    years = _YEARS.fullmatch(row.cells[3])
    aliases, routing = row.items(4), row.items(5)
    if kind not in _KINDS:
        row.refuse(f"{kind!r} is no kind of post; the kinds are {', '.join(sorted(_KINDS))}")
    if not _COUNTRY.fullmatch(country):
        row.refuse(f"{country!r} is not a two-letter TAGS code")
    if years is None:
        row.refuse(f"{row.cells[3]!r} are no years such as 1973-1991, -1991 or 1992-")
    for indicator in routing:
        if not _ROUTING.fullmatch(indicator):
            row.refuse(f"{indicator!r} is not a routing indicator such as RUEHGH")
    # An alias may be its post's own name parted otherwise (N'DJAMENA): patterns need it.
    for key in {compact(spelling) for spelling in (formal, *aliases)} | set(routing):
        if key in taken:
            row.refuse(f"{key} belongs to {taken[key]} already")
        taken[key] = formal
    return Post(
        name=compact(formal),
        formal=formal,
        country=country,
        kind=kind,
        aliases=aliases,
        routing=routing,
        since=int(years[1]) if years[1] else None,
        until=int(years[2]) if years[2] else None,
    )
