"""Zip archives: what is in them, and what is refused."""

import io
import struct
import zipfile
from collections.abc import Callable
from typing import BinaryIO

import pytest

from cableparse import (
    BinaryInputError,
    ContainerError,
    ContainerLimitError,
    Failure,
    Member,
    OpenMember,
    Parser,
)
from cableparse_plugins.containers import streams
from cableparse_plugins.containers.zipped import ZipContainer
from packed import TEXTS, contents, failures, opened, zipped


def test_the_files_come_in_the_order_of_the_directory_named_with_the_archive() -> None:
    found = opened(zipped(), "cables.zip")
    assert [one.name for one in found] == [f"cables.zip!{name}" for name in TEXTS]
    assert contents(found) == TEXTS


def test_directories_and_hidden_files_are_passed_over() -> None:
    files = {"b/": b"", ".hidden": b"x", "__MACOSX/a.txt": b"x", "b/.DS_Store": b"x", **TEXTS}
    assert contents(opened(zipped(files))) == TEXTS


@pytest.mark.parametrize(
    "name", ["../a.txt", "b/../../a.txt", "/etc/a.txt", "C:\\a.txt", "..", "\\\\host\\a.txt"]
)
def test_a_name_that_leads_out_is_refused_and_the_others_are_read(name: str) -> None:
    found = opened(zipped({name: b"x", **TEXTS}))
    ((_, said),) = failures(found).items()
    assert "leads out of the archive" in said
    assert contents(found) == TEXTS


def test_a_name_with_dots_in_it_is_not_refused() -> None:
    found = opened(zipped({"a..b/c...txt": b"x", "./d.txt": b"y"}))
    assert not failures(found)
    assert len(found) == 2


def test_a_link_is_not_followed() -> None:
    found = opened(zipped({"a.txt": b"x"}, links=("passwords",)))
    assert failures(found) == {
        "archive!passwords": "archive!passwords: is a link, and links are not followed"
    }
    assert contents(found) == {"a.txt": b"x"}


def test_a_locked_member_is_named_and_the_others_are_read() -> None:
    data = bytearray(zipped({"a.txt": b"x", "b.txt": b"y"}))
    for signature, at in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        data[data.index(signature) + at] |= 1
    found = opened(bytes(data))
    assert "locked with a password" in failures(found)["archive!a.txt"]
    assert contents(found) == {"b.txt": b"y"}


def test_a_wrong_checksum_fails_its_member_alone() -> None:
    data = zipped(how=zipfile.ZIP_STORED).replace(b"lighthouse fund has", b"lighthouse fund HAS", 1)
    found = opened(data)
    assert "Bad CRC-32" in failures(found)["archive!a.txt"]
    assert list(contents(found)) == ["b/c.txt", "b/d.txt"]


def test_an_archive_that_breaks_off_is_named() -> None:
    (failure,) = opened(zipped()[:-30], "cables.zip")
    assert isinstance(failure, Failure)
    assert isinstance(failure.error, ContainerError)
    assert "cables.zip: is damaged" in str(failure.error)


def test_an_archive_of_nothing_is_named() -> None:
    (failure,) = opened(zipped({}))
    assert "holds no documents" in str(failure.error)


@pytest.mark.parametrize("first", ["[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF"])
def test_a_word_processors_document_is_no_archive(first: str) -> None:
    (member,) = opened(zipped({first: b"x", "a.txt": b"y"}))
    assert isinstance(member, Member)
    with pytest.raises(BinaryInputError):
        Parser(autoload="bundled").read_member(member)


def test_a_list_of_members_that_would_fill_the_memory_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("cableparse_plugins.containers.zipped.LARGEST_DIRECTORY", 100)
    (failure,) = opened(zipped())
    assert isinstance(failure.error, ContainerLimitError)
    assert "its list of members is longer than 100 bytes" in str(failure.error)


def test_the_end_of_an_archive_may_say_what_it_likes_of_its_length() -> None:
    """A directory said to be 4 GB long in a short file."""
    data = zipped()
    at = data.index(b"PK\x05\x06")
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 3, 3, 0xFFFFFFF0, 0, 0)
    (failure,) = opened(data[:at] + end)
    assert isinstance(failure.error, ContainerError)


def test_a_way_of_packing_that_nobody_knows_fails_its_member() -> None:
    data = bytearray(zipped({"a.txt": b"x" * 100, "b.txt": b"y"}))
    for signature, at in ((b"PK\x01\x02", 10), (b"PK\x03\x04", 8)):
        data[data.index(signature) + at] = 77
    found = opened(bytes(data))
    assert "archive!a.txt: is damaged, or of a kind" in failures(found)["archive!a.txt"]
    assert contents(found) == {"b.txt": b"y"}


def test_a_member_longer_than_is_allowed_is_refused_and_the_next_is_read() -> None:
    parser = Parser(autoload="bundled", max_bytes=1000)
    found = opened(zipped({"long.txt": bytes(10_000_000), "b.txt": b"y"}), parser=parser)
    assert "longer than 1,000 bytes" in failures(found)["archive!long.txt"]
    assert contents(found) == {"b.txt": b"y"}


def test_files_that_share_their_bytes_are_a_bomb(monkeypatch: pytest.MonkeyPatch) -> None:
    """One stretch of packed bytes under many names: it unpacks to more than its length lets."""
    from cableparse.reading import limits

    monkeypatch.setattr(limits, "FREE", 1_000_000)
    blank = bytes(1_000_000)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", blank)
    data = out.getvalue()
    directory = data.index(b"PK\x01\x02")
    entry = data[directory : data.index(b"PK\x05\x06")]
    many = 100
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, many, many, len(entry) * many, directory, 0)
    found = opened(data[:directory] + entry * many + end, "bomb.zip")
    if "_end_offset" in zipfile.ZipInfo.__slots__:  # later Pythons see for themselves
        refused = [str(one.error) for one in found if isinstance(one, Failure)]
        assert len(refused) == many - 1
        assert all("possible zip bomb" in one for one in refused)
        return
    assert isinstance(found[-1].error, ContainerLimitError)
    assert "bomb.zip: unpacks to more than 200 times its length" in str(found[-1].error)
    assert len(found) < 10


def test_a_stream_that_can_not_seek_is_held_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    import cableparse
    from cableparse.testing.conformance.files import Unseekable

    monkeypatch.setattr(streams, "_HELD", 100)
    member = cableparse.OpenMember(name="<stdin>", file=Unseekable(zipped()))
    (failure,) = Parser(autoload="bundled").members(member)
    assert isinstance(failure, Failure)
    assert isinstance(failure.error, ContainerLimitError)
    assert "save it as a file of its own first" in str(failure.error)


def in_parts(file: BinaryIO) -> bytes:
    return b"".join(iter(lambda: file.read(999), b""))


@pytest.mark.parametrize("read", [in_parts, lambda file: file.read()], ids=["in parts", "whole"])
def test_a_member_is_read_in_parts_or_as_a_whole(read: Callable[[BinaryIO], bytes]) -> None:
    data = bytes(range(256)) * 1000
    found = ZipContainer().members(io.BytesIO(zipped({"a.txt": data})), "a.zip")
    one = next(found)  # its file can be read until the next is asked for
    assert isinstance(one, OpenMember)
    assert read(one.file) == data
