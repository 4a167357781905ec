"""A long directory is read a stretch at a time, and gives the members that it gives as a whole."""

import io
import struct
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from cableparse import ContainerError
from cableparse_plugins.containers import zip_directory
from cableparse_plugins.containers.zip_directory import archives_of, find_directory
from packed import contents, failures, opened

MEMBERS = {f"{number:04}{'x' * (number % 90)}.txt": b"%d" % number for number in range(500)}


def archive(comment: bytes = b"", members: dict[str, bytes] = MEMBERS) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, data in members.items():
            file.writestr(name, data)
        file.comment = comment
    return out.getvalue()


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a directory be long that has some kilobytes, and read a kilobyte of it at once."""
    monkeypatch.setattr(zip_directory, "LONG", 4096)
    monkeypatch.setattr(zip_directory, "STRETCH", 1024)


def names_of(data: bytes) -> list[list[str]]:
    return [one.namelist() for one in archives_of(io.BytesIO(data))]


@pytest.mark.parametrize("before", [b"", b"#!/bin/sh\n"])
@pytest.mark.parametrize("comment", [b"", b"a comment"])
def test_the_members_are_those_of_the_whole_directory(before: bytes, comment: bytes) -> None:
    data = before + archive(comment)
    found = names_of(data)
    assert [name for names in found for name in names] == list(MEMBERS)
    assert len(found) > 10
    texts = {
        info.filename: one.read(info)
        for one in archives_of(io.BytesIO(data))
        for info in one.infolist()
    }
    assert texts == MEMBERS


def test_a_container_reads_each_of_them() -> None:
    assert contents(opened(archive())) == MEMBERS


def test_a_short_directory_is_read_as_a_whole() -> None:
    assert names_of(archive(members={"a.txt": b"a"})) == [["a.txt"]]


@pytest.mark.parametrize("data", [b"", b"PK\x05\x06", b"PK\x05\x06" + bytes(17), bytes(100)])
def test_what_has_no_end_has_no_directory(data: bytes) -> None:
    assert find_directory(io.BytesIO(data)) is None


def test_an_end_that_says_too_much_has_no_directory() -> None:
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 3, 3, 0xFFFFFFF0, 0, 0)
    assert find_directory(io.BytesIO(bytes(100) + end)) is None


def test_a_damaged_entry_is_named_behind_the_members_before_it() -> None:
    data = bytearray(archive())
    at = -1
    for _ in range(100):
        at = data.index(b"PK\x01\x02", at + 1)
    data[at] = 0
    found = opened(bytes(data))
    assert contents(found) == dict(list(MEMBERS.items())[:99])
    assert "is damaged, or of a kind that can't be read" in failures(found)["archive"]
    assert isinstance(found[-1].error, ContainerError)


def test_an_archive_beyond_four_gigabytes_is_read(tmp_path: Path) -> None:
    path = tmp_path / "sparse.zip"
    with path.open("wb") as file:
        file.seek(5 << 30)
        with zipfile.ZipFile(file, "w") as written:
            for name, data in MEMBERS.items():
                written.writestr(name, data)
    with path.open("rb") as file:
        texts = {
            info.filename: one.read(info) for one in archives_of(file) for info in one.infolist()
        }
    assert texts == MEMBERS


def test_memory_does_not_grow_with_the_directory() -> None:
    def most(count: int) -> int:
        file = io.BytesIO(archive(members={f"{number}.txt": b"" for number in range(count)}))
        tracemalloc.start()
        for one in archives_of(file):
            one.infolist()
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return peak

    assert most(20_000) < 1.5 * most(1000)
