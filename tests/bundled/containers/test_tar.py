"""Tar archives, plain and compressed: what is in them, and what is refused."""

import io
import tarfile
from typing import Any

import pytest

from cableparse import ContainerError, ContainerLimitError, Failure, Parser
from cableparse_plugins.containers import tarring
from packed import COMPRESS, TEXTS, contents, failures, opened, tarred

FORMATS = {"v7": tarfile.USTAR_FORMAT, "gnu": tarfile.GNU_FORMAT, "pax": tarfile.PAX_FORMAT}


@pytest.mark.parametrize("format", FORMATS)
def test_the_files_come_in_the_order_in_which_they_stand(format: str) -> None:
    files = {**TEXTS, f"{'long/' * 30}a.txt": b"x"}
    data = tarred(files, format=FORMATS[format])
    if format == "v7":
        # As they were written before there was a signature: the checksum has to tell.
        data = tarred(TEXTS, format=tarfile.USTAR_FORMAT)
        files, data = TEXTS, without_signature(data)
    found = opened(data, "cables.tar")
    assert [one.name for one in found] == [f"cables.tar!{name}" for name in files]
    assert contents(found) == files


def without_signature(data: bytes) -> bytes:
    blocks = [data[at : at + 512] for at in range(0, len(data), 512)]
    for number, block in enumerate(blocks):
        if block[257:262] == b"ustar":
            old = block[:148] + b" " * 8 + block[156:257] + bytes(255)
            blocks[number] = old[:148] + b"%06o\0 " % sum(old) + old[156:]
    return b"".join(blocks)


@pytest.mark.parametrize("how", COMPRESS)
def test_a_compressed_archive_is_told_by_its_content(how: str) -> None:
    assert contents(opened(COMPRESS[how](tarred()), "of no such name")) == TEXTS


@pytest.mark.parametrize("name", ["a.tar.gz", "a.TGZ"])
def test_a_damaged_archive_is_told_by_its_name(name: str) -> None:
    found = opened(COMPRESS["gz"](tarred())[:30], name)
    assert all(isinstance(one, Failure) for one in found)
    assert all(one.name == name for one in found)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (tarfile.SYMTYPE, "is a link to /etc/passwd"),
        (tarfile.LNKTYPE, "is a link to /etc/passwd"),
        (tarfile.CHRTYPE, "is a device"),
        (tarfile.FIFOTYPE, "is a device or a pipe"),
    ],
)
def test_a_link_or_a_device_is_refused_and_the_others_are_read(kind: bytes, said: str) -> None:
    found = opened(tarred(others={"odd": kind}))
    assert said in failures(found)["archive!odd"]
    assert contents(found) == TEXTS


def test_a_name_that_leads_out_is_refused_and_the_others_are_read() -> None:
    found = opened(tarred({"../a.txt": b"x", "/etc/a.txt": b"x", **TEXTS}))
    assert ["leads out" in said for said in failures(found).values()] == [True, True]
    assert contents(found) == TEXTS


def test_directories_and_hidden_files_are_passed_over() -> None:
    data = tarred({"./b/.hidden": b"x", "._a.txt": b"x", **TEXTS}, {"b": tarfile.DIRTYPE})
    assert contents(opened(data)) == TEXTS


def test_an_archive_that_breaks_off_in_a_member_says_so() -> None:
    found = opened(tarred({"a.txt": b"x" * 5000, "b.txt": b"y"})[:2000])
    assert "archive!a.txt" in failures(found)
    assert "archive" in failures(found)


def test_an_archive_that_breaks_off_between_members_says_so() -> None:
    found = opened(tarred({"a.txt": b"x", "b.txt": b"y"})[:1024])
    assert contents(found) == {"a.txt": b"x"}
    assert "breaks off" in failures(found)["archive"]


def test_a_damaged_header_is_not_taken_for_the_end() -> None:
    data = bytearray(tarred({"a.txt": b"x", "b.txt": b"y", "c.txt": b"z"}))
    data[1024 + 10] ^= 1
    found = opened(bytes(data))
    assert contents(found) == {"a.txt": b"x"}
    assert "a header is damaged" in failures(found)["archive"]


def test_a_header_that_would_fill_the_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tarring, "_LONGEST_HEADER", 1000)
    found = opened(tarred({"n" * 2000: b"x"}, format=tarfile.GNU_FORMAT))
    ((_, said),) = failures(found).items()
    assert said == "archive: has a header longer than 1,000 bytes"


def sparse(size: int) -> bytes:
    """An archive with one file of nothing but a hole, of old GNU form."""
    info = tarfile.TarInfo("sparse.txt")
    block = bytearray(info.tobuf(tarfile.GNU_FORMAT))
    block[156:157] = tarfile.GNUTYPE_SPARSE
    block[483:495] = b"\x80" + size.to_bytes(11, "big")
    block[148:156] = b" " * 8
    block[148:156] = b"%06o\0 " % sum(block)
    return bytes(block) + tarred()


def test_a_sparse_file_of_ten_gigabytes_is_refused() -> None:
    found = opened(sparse(10 * 2**30))
    ((_, said),) = failures(found).items()
    assert said.startswith("archive!sparse.txt: is longer than")
    assert contents(found) == TEXTS


def test_what_is_passed_over_counts_for_a_bomb(monkeypatch: pytest.MonkeyPatch) -> None:
    from cableparse_plugins.containers import streams

    monkeypatch.setattr(streams, "_FREE", 1_000_000)
    parser = Parser(autoload="bundled", max_bytes=1000)
    data = COMPRESS["xz"](tarred({"a.txt": b"x", ".hidden": bytes(5_000_000), "b.txt": b"y"}))
    found = opened(data, "bomb.tar.xz", parser)
    assert contents(found) == {"a.txt": b"x"}
    (error,) = [one.error for one in found if isinstance(one, Failure)]
    assert isinstance(error, ContainerLimitError)
    assert "unpacks to more than 200 times its length" in str(error)


def test_many_members_leave_no_trace_in_memory() -> None:
    """tarfile keeps every header that it has read, unless it is told otherwise."""
    kept: list[Any] = []
    original = tarfile.TarFile.next

    def watched(self: Any) -> Any:
        kept.append(len(self.members))
        return original(self)

    tarfile.TarFile.next = watched  # type: ignore[method-assign]
    try:
        opened(tarred({f"{number}.txt": b"x" for number in range(20)}))
    finally:
        tarfile.TarFile.next = original  # type: ignore[method-assign]
    assert len(kept) > 20
    assert max(kept) <= 1


def test_a_chain_of_headers_as_deep_as_nobody_writes_is_named() -> None:
    info = tarfile.TarInfo("x")
    info.type, info.size = tarfile.XHDTYPE, 0
    data = info.tobuf(tarfile.USTAR_FORMAT) * 5000 + tarred()
    (failure,) = [one for one in opened(data, "deep.tar") if isinstance(one, Failure)]
    assert isinstance(failure.error, ContainerError)
    assert "deep.tar: is damaged" in str(failure.error)


def test_a_text_that_begins_with_a_name_and_blanks_is_no_archive() -> None:
    (member,) = opened(b"a.txt" + bytes(507) + b"text")
    assert member.name == "archive"
    assert io.BytesIO(member.content).read(5) == b"a.txt"
