"""An Atom feed (RFC 4287) of the cables that were sent last."""

import hashlib
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from cableparse_plugins.export.site.pages import template

_ENTRIES = 100
_NEWEST = """
SELECT page, title, coalesce(number, name), digest, sent, post, level FROM cables
WHERE sent IS NOT NULL ORDER BY sent DESC, id LIMIT ?
"""
_NO_DATE = "1970-01-01T00:00:00+00:00"
"""What a feed says that has no entry: it has to say when it changed."""


def write_feed(folder: Path, catalogue: sqlite3.Connection) -> None:
    """Write ``feed.xml``: the date of an entry is its cable's."""
    rows = catalogue.execute(_NEWEST, (_ENTRIES,)).fetchall()
    copies = catalogue.execute("SELECT digest, page FROM cables ORDER BY id")
    names = ("page", "title", "label", "digest", "sent", "post", "level")
    text = template("feed.xml").render(
        digest=_digest_of(copies),
        entries=[_entry(dict(zip(names, row, strict=True))) for row in rows],
        updated=rows[0][4] if rows else _NO_DATE,
    )
    (folder / "feed.xml").write_text(text, encoding="utf-8", newline="\n")


def _entry(entry: dict[str, str | None]) -> dict[str, str | None]:
    """Give an entry with its ``id``: copies that are alike to the byte have a page each."""
    return {**entry, "id": _digest_of([(entry["digest"], entry["page"])])}


def _digest_of(copies: Iterable[tuple[str | None, str | None]]) -> str:
    """Give the SHA-256 of copies, each by its digest and its page."""
    whole = hashlib.sha256()
    for digest, page in copies:
        whole.update(f"{digest} {page}\n".encode())
    return whole.hexdigest()
