"""The first page, and the lists of cables by date, post, tag and level."""

import sqlite3
from pathlib import Path

from attrs import frozen

from cableparse_plugins.export.site.catalogue import rows
from cableparse_plugins.export.site.pages import UNKNOWN, slug, write, write_list

_ORDER = "ORDER BY sent IS NULL, sent, id"


@frozen
class Index:
    """One way into the site: its folder, its name, the groups, and the cables of a group.

    ``of`` stands between "Cables" and the name of a group.
    """

    folder: str
    title: str
    of: str
    groups: str
    cables: str
    unknown: str
    """What the group of those is called of which it is not known."""


_INDEXES = (
    Index(
        "dates",
        "Dates",
        "of",
        "SELECT substr(sent, 1, 7) AS g, count(*) FROM cables GROUP BY g ORDER BY g IS NULL, g",
        f"SELECT row FROM cables WHERE substr(sent, 1, 7) IS ? {_ORDER}",
        "without a date",
    ),
    Index(
        "posts",
        "Posts",
        "from",
        "SELECT post AS g, count(*) FROM cables GROUP BY g ORDER BY g IS NULL, g",
        f"SELECT row FROM cables WHERE post IS ? {_ORDER}",
        "from an unknown post",
    ),
    Index(
        "tags",
        "Tags",
        "with the tag",
        "SELECT tag AS g, count(*) FROM tags GROUP BY g ORDER BY g",
        f"SELECT row FROM tags JOIN cables ON cables.id = tags.cable WHERE tag IS ? {_ORDER}",
        "",
    ),
    Index(
        "levels",
        "Levels",
        "that are",
        "SELECT level AS g, count(*) FROM cables GROUP BY g ORDER BY g IS NULL, g",
        f"SELECT row FROM cables WHERE level IS ? {_ORDER}",
        "of an unknown level",
    ),
)
_SORTED = """
CREATE INDEX by_month ON cables (substr(sent, 1, 7), sent);
CREATE INDEX by_post ON cables (post, sent);
CREATE INDEX by_level ON cables (level, sent);
CREATE INDEX by_tag ON tags (tag);
"""


@frozen
class Group:
    """The cables of an index that are alike in something: in what, and how many they are."""

    index: Index
    value: str | None
    count: int

    @property
    def name(self) -> str:
        """What it is called in the index."""
        return self.index.unknown if self.value is None else self.value

    @property
    def file(self) -> str:
        """The name of its page, without the suffix."""
        if self.value is None:
            return UNKNOWN
        return self.value if self.index.folder == "dates" else slug(self.value)

    @property
    def title(self) -> str:
        """What its page is called."""
        return f"Cables {self.name if self.value is None else f'{self.index.of} {self.value}'}"


def write_indexes(folder: Path, catalogue: sqlite3.Connection) -> None:
    """Write every index, the first page and the page of the search."""
    catalogue.executescript(_SORTED)
    sizes = {}
    for index in _INDEXES:
        groups = [Group(index, *row) for row in catalogue.execute(index.groups)]
        sizes[index.folder] = len(groups)
        write(
            folder,
            f"{index.folder}/index.html",
            "groups.html",
            root="../",
            title=index.title,
            groups=groups,
        )
        for group in groups:
            cables = rows(catalogue, index.cables, group.value)
            write_list(folder, f"{index.folder}/{group.file}", group.title, cables, group.count)
    (count,) = catalogue.execute("SELECT count(*) FROM cables").fetchone()
    first, last = catalogue.execute("SELECT min(sent), max(sent) FROM cables").fetchone()
    years = catalogue.execute(
        "SELECT substr(sent, 1, 4) AS g, min(substr(sent, 1, 7)), count(*) FROM cables "
        "WHERE g IS NOT NULL GROUP BY g ORDER BY g"
    ).fetchall()
    write(
        folder,
        "index.html",
        "index.html",
        root="",
        title="Cables",
        count=count,
        first=first and first[:10],
        last=last and last[:10],
        years=years,
        sizes=sizes,
    )
    write(folder, "search.html", "search.html", root="", title="Search")
