"""``cables.csv``: a table, mostly without a head, one cable a row, of eight columns.

Python's ``csv`` can't read it safely: its limit for a field is one for the whole process, and a
quote that is never closed makes it read on to the end. Here a row that is broken, or too long, is
a failure, and the next line that begins as a row does is read on from.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import BinaryIO

from attrs import frozen

from cableparse import (
    DEFAULT_MAX_BYTES,
    Claim,
    Container,
    ContainerError,
    Failure,
    InputError,
    InputTooLargeError,
    Member,
    OpenMember,
    hookimpl,
)

_COLUMNS = ("number", "date", "mrn", "origin", "classification", "references")
"""The columns that are metadata; the telegram's header and its body follow."""
_WIDTH = len(_COLUMNS) + 2

# `1,"12/28/1966 18:48","66BUENOSAIRES2481",`: how a row begins, with quotes or without
_DATED = rb'"?\d{1,12}"?,"?\d{1,2}/\d{1,2}/\d{4} \d{1,2}:\d\d(?::\d\d)?"?,"?[^",\r\n]{1,60}"?,'
# `1,"","66BUENOSAIRES2481",`: the date lost, or printed in another way
_UNDATED = rb'"?\d{1,12}"?,"?[^",\r\n]{0,40}"?,"?\d\d[A-Z][A-Z .\'-]{1,40}\d{1,8}"?,'
# `"Embassy Oslo","SECRET","","`: three fields more, and the quote before the telegram's header
_THREE_FIELDS = rb'(?:(?:"(?:[^"\\]|\\.){0,1000}+"|[^",\r\n]{0,200}+),){3}"'
_ROW = rb"(?:" + _DATED + rb"|" + _UNDATED + _THREE_FIELDS + rb")"
# `id,date,"reference id",…`: eight columns on a line, and a row below
_HEADING = rb'(?:"?[^",\r\n]{0,60}+"?,){7}"?[^",\r\n]{0,60}+"?(?:\r?\n|\r)'
_BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?(?:" + _HEADING + rb")?" + _ROW, re.DOTALL)
_START = re.compile(rb"(?:" + _DATED + rb"|" + _UNDATED + rb")")
_NUMBER = re.compile(rb"\s*+\d++\s*+")
_AFTER = re.compile(rb'[\r\n]++(?:"?\d{1,12}"?,|"[^"\r\n]{0,60}",)')
_LONGEST_BEGINNING = 128

# `"said \"no\" to it"`, `66STATE106206`: what stands between two commas
_QUOTED = re.compile(rb'"([^"\\]*+(?:\\.[^"\\]*+)*+)"', re.DOTALL)
_PLAIN = re.compile(rb'([^",\\\r\n]*+(?:\\.[^",\\\r\n]*+)*+)', re.DOTALL)
_ESCAPE = re.compile(rb"\\(.)", re.DOTALL)

_CHUNK = 1024 * 1024
_MOST = 16 * _CHUNK
_FARTHEST = 1024 * _CHUNK


class CablesCsvContainer:
    """The rows of the table; ``longest`` is how many bytes a row may have."""

    name = "cables-csv"
    looks_for = "cables.csv: a number, a date, an id … in eight columns"

    def __init__(self, longest: int = DEFAULT_MAX_BYTES) -> None:
        self._longest = longest

    def claim(self, name: str, beginning: bytes) -> Claim | None:  # noqa: ARG002
        """Claim what begins with a row, or with one line of headings above it."""
        if not _BEGINS.match(beginning):
            return None
        return Claim(score=0.9, evidence="a number, a date or an id, and what a row has else")

    def members(self, file: BinaryIO, name: str) -> Iterator[Member | OpenMember | Failure]:
        """Give the rows by their place in the table, counted from 1; a broken one is a failure."""
        for number, row in enumerate(_rows(file, self._longest), 1):
            place = f"{name}#{number}"
            if isinstance(row, _Broken):
                error: InputError = ContainerError(place, row.problem)
                if row.too_long:
                    error = InputTooLargeError(place, row.problem)
                yield Failure(name=place, error=error)
            elif number == 1 and not _NUMBER.fullmatch(row[0]):
                problem = "is a line of headings, not a cable: the rows below it are read"
                yield Failure(name=place, error=ContainerError(place, problem))
            else:
                yield _member(row, place)


def _member(row: list[bytes], name: str) -> Member:
    *said, header, body = row
    metadata = {
        column: text
        for column, value in zip(_COLUMNS, said, strict=True)
        if (text := _text(value).strip())
    }
    if date := metadata.get("date"):
        metadata["date"] = _iso(date)
    between = b"" if header.endswith(b"\n") or not header else b"\n"
    return Member(name=name, content=header + between + body, format="telegram", metadata=metadata)


def _text(value: bytes) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("windows-1252", "replace")


def _iso(date: str) -> str:
    """Give the table's date (`12/28/1966 18:48`) as ISO 8601, to the minute; or as it stands."""
    try:
        return datetime.strptime(date, "%m/%d/%Y %H:%M").isoformat(timespec="minutes")
    except ValueError:
        return date


# ---------------------------------------------------------------- rows


@frozen
class _Broken:
    """A row that can't be read, and why."""

    problem: str
    too_long: bool = False


class _Window:
    """What has been read of a file and not been used: a row, and what came along."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.data = b""
        self.at = 0
        self.ended = False

    def more(self) -> None:
        """Read on: as much again as there is, so that no row is looked through often."""
        rest = self.data[self.at :]
        read = self._file.read(min(max(_CHUNK, len(rest)), _MOST))
        self.data, self.at, self.ended = rest + read, 0, not read

    @property
    def held(self) -> int:
        """How many bytes are there."""
        return len(self.data) - self.at


def _rows(file: BinaryIO, longest: int) -> Iterator[list[bytes] | _Broken]:
    window = _Window(file)
    window.more()
    if window.data.startswith(b"\xef\xbb\xbf"):
        window.at = 3
    while True:
        row = _row(window)
        if row is None and not window.ended and window.held <= longest:
            window.more()
        elif row is None and not window.held:
            return
        elif isinstance(row, list):
            if row != [b""]:  # an empty line
                yield row
        else:
            if row is not None:
                broken = row
            elif window.held > longest:
                broken = _Broken(f"the row is longer than {longest:,} bytes", too_long=True)
            else:
                broken = _Broken("a quote is not closed before the file ends")
            found = _skip(window)
            yield broken
            if not found:
                yield _Broken(f"no row begins in {_FARTHEST:,} bytes: what is behind is not read")
                return


def _row(window: _Window) -> list[bytes] | _Broken | None:
    """Give the next row; None where its end is not there yet, and then nothing is used up."""
    data, at = window.data, window.at
    last = len(data) - (0 if window.ended else 1)
    fields: list[bytes] = []
    if at >= len(data):
        return None
    while True:
        quoted = data[at : at + 1] == b'"'
        field = (_QUOTED if quoted else _PLAIN).match(data, at)
        if field is None or (field.end() >= last and not window.ended):
            return None
        value = field[1]
        fields.append(_ESCAPE.sub(rb"\1", value) if b"\\" in value else value)
        at = field.end()
        sign = data[at : at + 1]
        if sign == b",":
            at += 1
            continue
        if data[at : at + 2] == b"\r\n":
            at += 1
        elif sign not in {b"\n", b"\r", b""}:
            return _Broken("a quote stands where none can be: one before it is not closed")
        if len(fields) != _WIDTH and fields != [b""]:
            return _Broken(f"the row has {len(fields)} columns, not {_WIDTH}")
        # A text that lost its first quote, or has one too many at a line's end, goes on below.
        if at + _LONGEST_BEGINNING > len(data) and not window.ended:
            return None
        below = data[at : at + _LONGEST_BEGINNING].strip(b"\r\n")
        if fields != [b""] and below and not _AFTER.match(data, at):
            return _Broken("what stands below it is no row: a quote is lost or one too many")
        window.at = min(at + 1, len(data))
        return fields


def _skip(window: _Window) -> bool:
    """Go on to the next line that begins as a row does, or the end; not farther than that is."""
    passed = 0
    while passed < _FARTHEST:
        # The line ends are found first: that is quick where a row is long and has none.
        data, at = window.data, window.at
        while (at := data.find(b"\n", at) + 1) > 0:
            if _START.match(data, at):
                window.at = at
                return True
        if window.ended:
            window.at = len(window.data)
            return True
        # A beginning may be cut in two, with the line end before it.
        window.at = max(window.at, len(window.data) - _LONGEST_BEGINNING)
        window.more()
        passed += window.held
    return False


@hookimpl
def cableparse_containers() -> Iterable[Container]:
    """Register the container."""
    return [CablesCsvContainer()]
