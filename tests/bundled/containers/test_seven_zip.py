"""7z archives."""

import sys
from typing import Any

import pytest

from cableparse import ContainerError, ContainerLimitError, Failure, Parser
from cableparse_plugins.containers import streams
from packed import TEXTS, contents, failures, opened, row, seven_zipped

py7zr: Any = pytest.importorskip("py7zr", reason="the extra 7z is not installed")

COPIED = [{"id": py7zr.FILTER_COPY}]
METHODS = {
    "copy": COPIED,
    "lzma": [{"id": py7zr.FILTER_LZMA}],
    "lzma2": [{"id": py7zr.FILTER_LZMA2, "preset": 1}],
    "x86 and lzma2": [{"id": py7zr.FILTER_X86}, {"id": py7zr.FILTER_LZMA2, "preset": 1}],
    "deflate": [{"id": py7zr.FILTER_DEFLATE}],
    "bzip2": [{"id": py7zr.FILTER_BZIP2}],
    "zstd": [{"id": py7zr.FILTER_ZSTD, "level": 3}],
}


@pytest.mark.parametrize("method", METHODS)
def test_the_files_come_in_their_order_named_with_the_archive(method: str) -> None:
    found = opened(seven_zipped(filters=METHODS[method]), "1975.7z")
    assert [one.name for one in found] == [f"1975.7z!{name}" for name in TEXTS]
    assert contents(found) == TEXTS


def test_several_blocks_are_read_one_behind_the_other(tmp_path: Any) -> None:
    path = tmp_path / "a.7z"
    path.write_bytes(seven_zipped({"1.txt": b"one", "2.txt": b"two"}))
    with py7zr.SevenZipFile(path, "a") as archive:
        archive.writestr(b"three", "3.txt")
    assert contents(opened(path.read_bytes())) == {
        "1.txt": b"one",
        "2.txt": b"two",
        "3.txt": b"three",
    }


def test_blocks_are_found_without_a_look_at_those_before(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.7z"
    path.write_bytes(seven_zipped({"0.txt": b"0"}))
    for number in range(1, 6):
        with py7zr.SevenZipFile(path, "a") as archive:
            archive.writestr(b"%d" % number, f"{number}.txt")
    compared = []

    def is_same(block: object, other: object) -> bool:
        compared.append(block)
        return block is other

    monkeypatch.setattr(py7zr.archiveinfo.Folder, "__eq__", is_same)
    found = contents(opened(path.read_bytes()))
    assert found == {f"{number}.txt": b"%d" % number for number in range(6)}
    assert compared == []


@pytest.mark.parametrize("method", ["PPMD", "BROTLI"])
def test_a_method_that_does_not_stand_damage_is_not_read(method: str) -> None:
    options = {"PPMD": {"order": 6, "mem": 24}, "BROTLI": {"level": 3}}.get(method, {})
    data = seven_zipped(filters=[{"id": getattr(py7zr, f"FILTER_{method}"), **options}])
    found = opened(data)
    assert len(found) == len(TEXTS)
    assert all("is packed by a method that is not read safely" in str(one.error) for one in found)


def test_an_empty_file_is_given_as_it_is() -> None:
    files = {"a.txt": b"x", "empty.txt": b"", "b.txt": b"y"}
    assert contents(opened(seven_zipped(files))) == files


def test_hidden_files_and_names_that_lead_out_are_not_read() -> None:
    found = opened(seven_zipped({".hidden": b"x", **TEXTS}))
    assert (contents(found), failures(found)) == (TEXTS, {})


def test_a_wrong_checksum_fails_its_member_alone() -> None:
    data = seven_zipped(filters=COPIED).replace(b"lighthouse fund has", b"lighthouse fund HAS", 1)
    found = opened(data)
    said = "archive!a.txt: is damaged: its checksum is wrong"
    assert failures(found) == {"archive!a.txt": said}
    assert list(contents(found)) == ["b/c.txt", "b/d.txt"]


def test_damage_in_a_block_names_every_member_that_is_lost() -> None:
    data = bytearray(seven_zipped())
    data[200:230] = bytes(30)
    found = opened(bytes(data))
    assert [one.name for one in found] == [f"archive!{name}" for name in TEXTS]
    assert all(isinstance(one, Failure) for one in found)
    assert all(isinstance(one.error, ContainerError) for one in found)
    problems = set()
    for one in found:
        assert str(one.error).startswith(f"{one.name}: is damaged")
        problems.add(one.error.problem)
    assert len(problems) == 1  # what the first one says; asked again, a decompressor says nothing


@pytest.mark.parametrize("part", [10, 31, 40, -5])
def test_an_archive_that_breaks_off_is_named(part: int) -> None:
    (failure,) = opened(seven_zipped()[:part], "1975.7z")
    assert isinstance(failure.error, ContainerError)
    assert "1975.7z: is damaged" in str(failure.error)


@pytest.mark.parametrize("header", [False, True])
def test_a_locked_archive_is_named(header: bool) -> None:
    data = seven_zipped(password="oil", header_encryption=header)
    (failure,) = opened(data, "1975.7z")
    assert "1975.7z: is locked with a password" in str(failure.error)


def test_a_link_is_not_followed(tmp_path: Any) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "passwords").symlink_to("/etc/passwd")
    with py7zr.SevenZipFile(tmp_path / "a.7z", "w") as archive:
        archive.write(tmp_path / "passwords", "passwords")
        archive.write(tmp_path / "a.txt", "a.txt")
    found = list(Parser(autoload="bundled").members(tmp_path / "a.7z"))
    assert "links are not followed" in failures(found)[f"{tmp_path}/a.7z!passwords"]
    assert contents(found) == {"a.txt": b"x"}


def test_a_name_that_leads_out_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = seven_zipped({"xx/a.txt": b"x", "b.txt": b"y"}, filters=COPIED)
    monkeypatch.setattr(
        py7zr.py7zr.ArchiveFile,
        "filename",
        property(lambda self: self._get_property("filename").replace("xx", "..")),
    )
    found = opened(data)
    assert "leads out" in failures(found)["archive!../a.txt"]
    assert contents(found) == {"b.txt": b"y"}


def test_a_list_of_members_that_would_fill_the_memory_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("cableparse_plugins.containers.seven_zip.LARGEST_DIRECTORY", 10)
    (failure,) = opened(seven_zipped())
    assert isinstance(failure.error, ContainerLimitError)
    assert "its list of members" in str(failure.error)


def test_a_long_member_is_refused_and_the_next_is_read() -> None:
    parser = Parser(autoload="bundled", max_bytes=1000)
    found = opened(seven_zipped({"long.txt": bytes(5_000_000), "b.txt": b"y"}), parser=parser)
    assert "longer than 1,000 bytes" in failures(found)["archive!long.txt"]
    assert contents(found) == {"b.txt": b"y"}


def test_what_is_passed_over_counts_for_a_bomb(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "_FREE", 100_000)
    parser = Parser(autoload="bundled", max_bytes=1000)
    found = opened(seven_zipped({"a.txt": b"x", ".hidden": bytes(9_000_000)}), parser=parser)
    (error,) = [one.error for one in found if isinstance(one, Failure)]
    assert isinstance(error, ContainerLimitError)


def test_a_table_inside_is_read_row_by_row_however_long_it_is() -> None:
    table = "".join(row(number) + "\n" for number in range(1, 2000)).encode()
    parser = Parser(autoload="bundled", max_bytes=10_000)
    found = opened(seven_zipped({"cables.csv": table}), "cables.7z", parser)
    assert len(found) == 1999
    assert found[41].name == "cables.7z!cables.csv#42"


def test_without_the_library_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    data = seven_zipped()
    monkeypatch.setitem(sys.modules, "py7zr", None)
    (failure,) = opened(data, "1975.7z")
    assert isinstance(failure.error, ContainerError)
    assert "pip install 'cableparse[7z]'" in str(failure.error)
