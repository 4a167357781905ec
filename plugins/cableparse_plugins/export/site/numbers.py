"""A page for each number of a cable: its copies, what it refers to, and who refers to it.

Cables that are referred to and are not in the archive have one too. So a link to a number always
leads somewhere, and what is absent is named.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

from attrs import frozen

from cableparse_plugins.export.site.catalogue import rows
from cableparse_plugins.export.site.pages import write, write_content
from cableparse_plugins.export.site.rows import table_of

_MOST = 500
_NUMBERS = """
CREATE INDEX by_number ON cables (number);
CREATE INDEX to_number ON refs (number);
CREATE INDEX of_cable ON refs (cable);
CREATE TABLE numbers (number TEXT PRIMARY KEY, folder TEXT, present INTEGER, cited INTEGER)
    WITHOUT ROWID;
INSERT INTO numbers SELECT number, min(folder), sum(present), sum(cited) FROM (
    SELECT number, folder, 1 AS present, 0 AS cited FROM cables WHERE number IS NOT NULL
    UNION ALL SELECT number, folder, 0, 1 FROM refs
) GROUP BY number;
"""
_ALL = "SELECT number, folder, present, cited FROM numbers ORDER BY number"
_COPIES = "SELECT row FROM cables WHERE number = ? ORDER BY id"
_REFERRED = """
SELECT DISTINCT refs.number, refs.folder, present, printed FROM refs
JOIN cables ON cables.id = refs.cable JOIN numbers ON numbers.number = refs.number
WHERE cables.number = ? ORDER BY refs.rowid
"""
_REFERRING = """
SELECT row FROM cables WHERE id IN (SELECT cable FROM refs WHERE number = ?)
ORDER BY sent IS NULL, sent, id
"""
_CITED = """
SELECT number, folder, present, cited FROM numbers WHERE cited > 0
ORDER BY cited DESC, number LIMIT ?
"""


_ROOT = "../../"
_ABSENT = (
    '<p class="absent">This cable is not in this archive. It is known from those that refer to it.'
    "</p>\n"
)


@frozen
class Number:
    """A cable by its number: whether a copy is in the archive, and how it is printed or cited."""

    number: str
    folder: str
    present: int
    said: object


def write_numbers(folder: Path, catalogue: sqlite3.Connection) -> None:
    """Write the pages of all numbers, and of those that are referred to most."""
    catalogue.executescript(_NUMBERS)
    for one in catalogue.execute(_ALL):
        number, year, present, cited = one
        copies = [*rows(catalogue, _COPIES, number)] if present else []
        referred = (
            [Number(*row) for row in catalogue.execute(_REFERRED, (number,))] if copies else []
        )
        referring = rows(catalogue, _REFERRING, number) if cited else ()
        content = _copies_of(copies, referred) + _below(
            "Referred to by", table_of(referring, _ROOT)
        )
        write_content(folder, f"numbers/{year}/{number}.html", content, root=_ROOT, title=number)
    absent, all_ = catalogue.execute(
        "SELECT sum(present = 0), count(*) FROM numbers WHERE cited > 0"
    ).fetchone()
    write(
        folder,
        "references/index.html",
        "references.html",
        root="../",
        title="References",
        cited=[Number(*row) for row in catalogue.execute(_CITED, (_MOST,))],
        count=all_,
        absent=absent or 0,
        most=_MOST,
    )


# Written here and not in a template: there are more of these pages than cables, and they are small.


def _copies_of(copies: Sequence[str], referred: Iterable[Number]) -> str:
    """Give the copies of a number, and what they refer to."""
    if not copies:
        return _ABSENT
    heading = "Copies" if len(copies) > 1 else "The cable"
    links = "".join(map(_link, referred))
    listed = f"<ul>\n{links}</ul>\n" if links else ""
    return f"<h2>{heading}</h2>\n{table_of(copies, _ROOT)}" + _below(
        "Refers to", listed, "No cable, as far as this copy shows."
    )


def _below(heading: str, html: str, lacking: str = "No cable in this archive.") -> str:
    inside = html or f"<p>{lacking}</p>\n"
    return f"<h2>{heading}</h2>\n{inside}"


def _link(one: Number) -> str:
    absent = "" if one.present else ' <span class="absent">not in this archive</span>'
    number = escape(one.number)
    to = f'<a href="{_ROOT}numbers/{escape(one.folder)}/{number}.html">{number}</a>'
    return f"<li>{to}{absent}, printed “<bdi>{escape(str(one.said))}</bdi>”</li>\n"
