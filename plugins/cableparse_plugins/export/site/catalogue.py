"""The cables of a site as tables, on the disk while the site is built: what is listed is sorted."""

import sqlite3
from collections.abc import Iterator
from typing import Any

from attrs import frozen

SCHEMA = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE cables (
    id INTEGER PRIMARY KEY, page TEXT, name TEXT, digest TEXT, number TEXT, folder TEXT, post TEXT,
    sent TEXT, level TEXT, title TEXT
);
CREATE TABLE tags (tag TEXT, cable INTEGER);
CREATE TABLE refs (number TEXT, folder TEXT, printed TEXT, cable INTEGER);
CREATE TABLE numbers (number TEXT PRIMARY KEY, folder TEXT, present INTEGER, cited INTEGER)
    WITHOUT ROWID;
"""

_COUNT = """
INSERT INTO numbers VALUES (?, ?, ?, ?) ON CONFLICT (number) DO UPDATE SET
    present = present + excluded.present, cited = cited + excluded.cited
"""


@frozen
class Listed:
    """What a list says of a cable."""

    page: str
    number: str | None
    folder: str
    sent: str | None
    level: str | None
    post: str | None
    title: str
    name: str

    @property
    def label(self) -> str:
        """What it is called: its number, or else the name of its copy."""
        return self.number or self.name


COLUMNS = "page, number, folder, sent, level, post, title, name"
"""The columns of ``Listed``, to select."""


def add(catalogue: sqlite3.Connection, number: int, page: str, entry: dict[str, Any]) -> None:
    """Put a cable into the tables."""
    names = ("name", "digest", "number", "folder", "post", "sent", "level", "title")
    row = (number, page, *(entry[name] for name in names))
    catalogue.execute("INSERT INTO cables VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    catalogue.executemany(
        "INSERT INTO tags VALUES (?, ?)", [(tag, number) for tag in entry["tags"]]
    )
    catalogue.executemany(
        "INSERT INTO refs VALUES (?, ?, ?, ?)", [(*one, number) for one in entry["references"]]
    )
    if entry["number"]:
        catalogue.execute(_COUNT, (entry["number"], entry["folder"], 1, 0))
    catalogue.executemany(_COUNT, [(one[0], one[1], 0, 1) for one in entry["references"]])


def listed(catalogue: sqlite3.Connection, query: str, *values: object) -> Iterator[Listed]:
    """Give the cables of a query that selects ``COLUMNS``."""
    for row in catalogue.execute(query, values):
        yield Listed(*row)
