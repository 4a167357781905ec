"""A cable's row in a list, made once: a cable stands in many lists."""

from html import escape
from typing import Any

_ROOT = "\0"
_UNKNOWN = "unknown"


def row_of(page: str, entry: dict[str, Any]) -> str:
    """Give the row of a cable, to be completed with ``with_root``."""
    number, sent = entry["number"], entry["sent"]
    title = escape(entry["title"] or entry["name"] or "without a title").replace(_ROOT, "\ufffd")
    linked = (
        f'<a href="{_ROOT}numbers/{entry["folder"]}/{number}.html">{number}</a>'
        if number
        else "lost"
    )
    return (
        f"<tr><td>{sent[:10] if sent else _UNKNOWN}</td><td>{linked}</td>"
        f"<td>{escape(entry['level'] or _UNKNOWN)}</td>"
        f'<td><a href="{_ROOT}{page}"><bdi>{title}</bdi></a></td></tr>\n'
    )


def with_root(rows: str, root: str) -> str:
    """Give rows as they stand on a page from which ``root`` leads to the site's folder."""
    return rows.replace(_ROOT, root)
