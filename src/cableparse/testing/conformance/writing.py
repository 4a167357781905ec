"""What an exporter is tried with: cables that fail on the way, files that are looked after."""

import builtins
import contextlib
import csv
import gzip
import io
import json
import sqlite3
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest import mock

from attrs import define, field

from cableparse.model.cable import Cable


class SunkError(Exception):
    """What a sinking cable raises; no exporter knows it, so none can have meant to raise it."""


class SinkingCable:
    """A cable that can be read a few times and then fails, as a file or a disk may."""

    def __init__(self, cable: Cable, reads: int) -> None:
        self._cable = cable
        self._left = reads

    @property  # type: ignore[misc]
    def __class__(self) -> type:
        """Be a ``Cable`` to those who ask."""
        return Cable

    def __getattr__(self, name: str) -> Any:
        if self._left <= 0:
            raise SunkError(f"the cable sank when {name} was read")
        self._left -= 1
        return getattr(self._cable, name)


class KeptStream(io.StringIO):
    """A stream that still tells what was written to it when somebody closed it."""

    _kept: str | None = None

    def close(self) -> None:
        """Keep the content, and close."""
        if not self.closed:
            self._kept = super().getvalue()
        super().close()

    def getvalue(self) -> str:
        """Give what was written, before or after the end."""
        return super().getvalue() if self._kept is None else self._kept


@define
class Opened:
    """The files that were opened, and those of them whose encoding was left to the machine."""

    files: list[Any] = field(factory=list)
    unnamed: list[str] = field(factory=list)


@contextlib.contextmanager
def opened_files() -> Iterator[Opened]:
    """Note every file that is opened by ``open``, ``Path.open`` and what is built on them."""
    opened = Opened()
    real = io.open

    def tracked(file: Any, mode: str = "r", *arguments: Any, **named: Any) -> Any:
        found = real(file, mode, *arguments, **named)
        opened.files.append(found)
        encoding = arguments[1] if len(arguments) > 1 else named.get("encoding")
        if "b" not in mode and encoding in {None, "locale"}:
            opened.unnamed.append(str(file))
        return found

    def unnamed(encoding: Any, stacklevel: int = 2) -> Any:  # noqa: ARG001
        # In UTF-8 mode pathlib would be given UTF-8 for an encoding that nobody named.
        return "locale" if encoding is None else encoding

    with (
        mock.patch.object(io, "open", tracked),
        mock.patch.object(builtins, "open", tracked),
        mock.patch.object(io, "text_encoding", unnamed),
    ):
        yield opened


def content_of(target: Any, *, rows: bool = False) -> object:
    """Give what a stream, a file or the files of a folder hold; ``rows`` of a database, in order.

    A database from which something was deleted has other bytes than one that never had it.
    """
    if isinstance(target, KeptStream):
        return target.getvalue()
    path = Path(target)
    if path.is_dir():
        inside = sorted(one for one in path.rglob("*") if one.is_file())
        return {one.relative_to(path).as_posix(): one.read_bytes() for one in inside}
    content = path.read_bytes()
    return _rows(path) if rows and content.startswith(b"SQLite format 3\0") else content


def _rows(path: Path) -> object:
    with contextlib.closing(sqlite3.connect(path)) as database:
        # Neither the tables behind a full-text index, whose pages tell their history, nor SQLite's.
        found = database.execute(
            "select name from pragma_table_list "
            "where schema = 'main' and type = 'table' and name not like 'sqlite_%' order by name"
        )
        tables = [name for (name,) in found]
        return {
            name: database.execute(f'select * from "{name}" order by rowid').fetchall()
            for name in tables
        }


def invalid(suffix: str, path: Path) -> str | None:
    """Say why a file of this suffix is not what its suffix says; None where nobody can tell."""
    suffix = suffix.lower()
    packed = suffix.endswith(".gz")
    reader = _READERS.get(Path(f"_{suffix.removesuffix('.gz')}").suffix)  # of `.tei.xml` the last
    if reader is None or not path.is_file():
        return None
    content = path.read_bytes()
    try:
        content = gzip.decompress(content) if packed else content
        reader(content.decode("utf-8-sig"))
    except (ValueError, OSError, EOFError, csv.Error, ET.ParseError) as error:
        return f"{type(error).__name__}: {error}"
    return None


def _json_lines(text: str) -> None:
    for line in text.split("\n"):
        if line.strip():
            json.loads(line)


_READERS: dict[str, Callable[[str], object]] = {
    ".json": json.loads,
    ".jsonld": json.loads,
    ".jsonl": _json_lines,
    ".ndjson": _json_lines,
    ".csv": lambda text: list(csv.reader(io.StringIO(text, newline=""), strict=True)),
    ".tsv": lambda text: list(csv.reader(io.StringIO(text, newline=""), "excel-tab", strict=True)),
    ".graphml": ET.fromstring,
    ".xml": ET.fromstring,
    ".tei": ET.fromstring,
}
