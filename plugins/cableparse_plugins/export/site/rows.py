"""A cable's row in a list, made once, for a cable stands in many lists; and the lists' tables."""

from collections.abc import Iterable
from html import escape
from typing import Any

_ROOT = "\0"
_UNKNOWN = "unknown"
_COLUMNS = "".join(f'<th scope="col">{name}</th>' for name in ("Date", "Number", "Level", "Title"))
_BEGIN = f'<div class="wide">\n<table>\n<thead><tr>{_COLUMNS}</tr></thead>\n<tbody>\n'
_END = "</tbody>\n</table>\n</div>\n"


def row_of(page: str, entry: dict[str, Any]) -> str:
    """Give the row of a cable, to be completed by ``table_of``."""
    number, sent = entry["number"], entry["sent"]
    title = escape(entry["title"] or entry["name"] or "without a title").replace(_ROOT, "\ufffd")
    shown = escape(number or "")
    linked = (
        f'<a href="{_ROOT}numbers/{escape(entry["folder"])}/{shown}.html">{shown}</a>'
        if number
        else "lost"
    )
    return (
        f"<tr><td>{sent[:10] if sent else _UNKNOWN}</td><td>{linked}</td>"
        f"<td>{escape(entry['level'] or _UNKNOWN)}</td>"
        f'<td><a href="{_ROOT}{escape(page)}"><bdi>{title}</bdi></a></td></tr>\n'
    )


def table_of(rows: Iterable[str], root: str) -> str:
    """Give a table of cables, and nothing of none, for a page.

    ``root`` leads from the page to the site's folder.
    """
    inside = "".join(rows).replace(_ROOT, root)
    return f"{_BEGIN}{inside}{_END}" if inside else ""
