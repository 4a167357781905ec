"""SQLite: a cable and its parts in tables, with full-text search, for Datasette and all SQL."""

import errno
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from os import PathLike
from pathlib import Path
from typing import Self

from cableparse import ArchiveWriter, Cable, Exporter, ExportRefusedError, Target, hookimpl
from cableparse_plugins.export.sqlite.rows import Rows, rows_of

_SEARCHED = ("cables_fts", "paragraphs_fts")


class SqliteWriter:
    """Inserts cables into a database, a transaction from checkpoint to checkpoint.

    ``token`` is the id of the last cable to keep.
    """

    def __init__(self, target: Target, token: int | None = None) -> None:
        if not isinstance(target, str | PathLike):
            raise TypeError("a database is written to a path, not to a stream")
        self._path = Path(target)
        self._token = token
        self._database: sqlite3.Connection
        self._last = token or 0
        self._inserts: dict[str, str] = {}

    def __enter__(self) -> Self:
        if self._token is None:
            self._path.open("wb").close()
            # What a killed process left would be played back into the new database.
            self._path.with_name(self._path.name + "-journal").unlink(missing_ok=True)
        elif not self._path.exists():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(self._path))
        with self._told():
            self._database = sqlite3.connect(self._path, isolation_level=None)
            try:
                self._database.execute("pragma foreign_keys = on")
                if self._token is None:
                    schema = files(__package__).joinpath("schema.sql").read_text("utf-8")
                    self._database.executescript(f"begin; {schema}; commit")
                else:
                    self._cut_back(self._token)
                self._inserts = {table: self._insert(table) for table in self._tables()}
                self._database.execute("begin")
            except BaseException:
                self._database.close()
                raise
        return self

    def __exit__(self, kind: type[BaseException] | None, *exception: object) -> None:
        try:
            with self._told():
                if self._database.in_transaction:
                    self._database.execute("commit")
                if kind is None:
                    self._tidy()
        finally:
            self._database.close()

    def write(self, cable: Cable) -> None:
        """Write one cable."""
        self.write_encoded(rows_of(cable))

    def write_encoded(self, encoded: Rows) -> None:
        """Insert the rows of a cable, all of them or none."""
        with self._told():
            self._database.execute("savepoint cable")
            try:
                number = self._last + 1
                for table, rows in encoded.items():
                    if rows:
                        several = [(number, *row) for row in rows]
                        self._database.executemany(self._inserts[table], several)
            except BaseException:
                if self._database.in_transaction:  # a full disk may have ended it
                    self._database.execute("rollback to cable")
                raise
            finally:
                if self._database.in_transaction:
                    self._database.execute("release cable")
            self._last = number

    def checkpoint(self) -> int:
        """Commit, and give the id of the last cable."""
        with self._told():
            self._database.execute("commit")
            self._database.execute("begin")
        return self._last

    def _tables(self) -> list[str]:
        """Give the tables that rows go into, ``cables`` first."""
        found = self._database.execute(
            "select name from sqlite_master where type = 'table' and name not like '%\\_fts%' "
            "escape '\\' and name not like 'sqlite\\_%' escape '\\' order by rowid"
        )
        return [name for (name,) in found]

    def _insert(self, table: str) -> str:
        columns = [row[1] for row in self._database.execute(f'pragma table_info("{table}")')]
        if table not in {"cables", "sources"}:
            columns.remove("id")  # counted on by SQLite
        marks = ", ".join("?" * len(columns))
        return f'insert into "{table}" ({", ".join(columns)}) values ({marks})'

    def _cut_back(self, token: int) -> None:
        (last,) = self._database.execute("select coalesce(max(id), 0) from cables").fetchone()
        if last < token:
            problem = f"has {last} cables, and its journal says {token}; delete both to begin anew"
            raise ExportRefusedError(str(self._path), problem)
        self._database.execute("begin")
        for table in reversed(self._tables()):
            key = "id" if table == "cables" else "cable_id"
            self._database.execute(f'delete from "{table}" where {key} > ?', (token,))
        self._database.execute("commit")

    def _tidy(self) -> None:
        """Bring the indexes into the form that is searched fastest."""
        self._database.execute("begin")
        for table in _SEARCHED:
            self._database.execute(f"insert into {table} ({table}) values ('optimize')")
        self._database.execute("analyze")
        self._database.execute("commit")

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Let what SQLite says of the disk be an ``OSError``, with the path."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            full = getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_FULL
            code = errno.ENOSPC if full else errno.EIO
            raise OSError(code, str(error), str(self._path)) from error


class SqliteExporter:
    """A database of cables and their parts."""

    name = "sqlite"
    suffixes = (".db", ".sqlite", ".sqlite3")
    streams = False

    def open(self, target: Target) -> ArchiveWriter:
        """Give a writer on a path."""
        return SqliteWriter(target)

    def encode(self, cable: Cable) -> Rows:
        """Give the rows of a cable by table."""
        return rows_of(cable)

    def resume(self, target: str | PathLike[str], token: int) -> ArchiveWriter:
        """Give a writer that goes on behind the cable with this id."""
        return SqliteWriter(target, token)


@hookimpl
def cableparse_exporters() -> Iterable[Exporter]:
    """Register the exporter."""
    return [SqliteExporter()]
