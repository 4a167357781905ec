"""The cables of a site as tables, on the disk while the site is built: what is listed is sorted."""

import sqlite3
from collections.abc import Iterator
from typing import Any

from cableparse_plugins.export.site.rows import row_of

SCHEMA = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE cables (
    id INTEGER PRIMARY KEY, page TEXT, name TEXT, digest TEXT, number TEXT, folder TEXT, post TEXT,
    sent TEXT, level TEXT, title TEXT, row TEXT
);
CREATE TABLE tags (tag TEXT, cable INTEGER);
CREATE TABLE refs (number TEXT, folder TEXT, printed TEXT, cable INTEGER);
"""


def add(catalogue: sqlite3.Connection, number: int, page: str, entry: dict[str, Any]) -> None:
    """Put a cable into the tables."""
    names = ("name", "digest", "number", "folder", "post", "sent", "level", "title")
    values = (number, page, *(entry[name] for name in names), row_of(page, entry))
    catalogue.execute("INSERT INTO cables VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
    catalogue.executemany(
        "INSERT INTO tags VALUES (?, ?)", [(tag, number) for tag in entry["tags"]]
    )
    catalogue.executemany(
        "INSERT INTO refs VALUES (?, ?, ?, ?)", [(*one, number) for one in entry["references"]]
    )


def rows(catalogue: sqlite3.Connection, query: str, *values: object) -> Iterator[str]:
    """Give the rows of the cables that a query selects."""
    return (row for (row,) in catalogue.execute(query, values))
