"""A page for each number of a cable: its copies, what it refers to, and who refers to it.

Cables that are referred to and are not in the archive have one too. So a link to a number always
leads somewhere, and what is absent is named.
"""

import sqlite3
from pathlib import Path

from attrs import frozen

from cableparse_plugins.export.site.catalogue import rows
from cableparse_plugins.export.site.pages import write
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
    root = "../../"
    for number, year in catalogue.execute("SELECT number, folder FROM numbers ORDER BY number"):
        copies = [*rows(catalogue, _COPIES, number)]
        write(
            folder / "numbers" / year / f"{number}.html",
            "number.html",
            root=root,
            title=number,
            count=len(copies),
            copies=table_of(copies, root),
            referred=[Number(*row) for row in catalogue.execute(_REFERRED, (number,))],
            referring=table_of(rows(catalogue, _REFERRING, number), root),
        )
    absent, all_ = catalogue.execute(
        "SELECT sum(present = 0), count(*) FROM numbers WHERE cited > 0"
    ).fetchone()
    write(
        folder / "references" / "index.html",
        "references.html",
        root="../",
        title="References",
        cited=[Number(*row) for row in catalogue.execute(_CITED, (_MOST,))],
        count=all_,
        absent=absent or 0,
        most=_MOST,
    )
