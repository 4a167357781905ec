"""Paths to bytes."""

import io
from pathlib import Path

import pytest

from cableparse import Failure, InputTooLargeError, MissingInputError, UnreadableInputError
from cableparse.model.errors import EmptyDirectoryError
from cableparse.reading.inputs import find_inputs, read_input


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "b.txt",
        "a.html",
        "sub/c",
        "sub/deep/d.TXT",
        ".hidden",
        ".git/e.txt",
        "out.json",
        "out.JSONL",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    return tmp_path


def test_a_directory_gives_all_below_it_sorted(folder: Path) -> None:
    found = [
        path.relative_to(folder).as_posix()
        for path in find_inputs([folder])
        if isinstance(path, Path)
    ]
    assert found == ["a.html", "b.txt", "sub/c", "sub/deep/d.TXT"]


@pytest.mark.parametrize("name", [".hidden", "out.json"])
def test_a_file_that_is_named_is_read_whatever_it_is(folder: Path, name: str) -> None:
    assert list(find_inputs([folder / name])) == [folder / name]


def test_paths_come_in_the_order_they_are_given(folder: Path) -> None:
    given = [str(folder / "b.txt"), folder / "a.html"]
    assert list(find_inputs(given)) == [Path(path) for path in given]


def test_a_missing_path_is_a_failure_in_its_place(folder: Path) -> None:
    first, second = find_inputs([folder / "none", folder / "b.txt"])
    assert isinstance(first, Failure)
    assert isinstance(first.error, MissingInputError)
    assert str(folder / "none") in str(first.error)
    assert second == folder / "b.txt"


def test_an_empty_path_is_not_the_current_directory(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    (failure,) = find_inputs([""])
    assert isinstance(failure, Failure)
    assert isinstance(failure.error, MissingInputError)
    assert "an empty path names nothing" in str(failure.error)


def test_a_directory_without_documents_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "out.jsonl").write_text("{}")
    (failure,) = find_inputs([tmp_path])
    assert isinstance(failure, Failure)
    assert isinstance(failure.error, EmptyDirectoryError)
    assert failure.name == str(tmp_path)


def test_no_paths_give_nothing() -> None:
    assert list(find_inputs([])) == []


def test_a_file_gives_its_bytes_and_its_path(folder: Path) -> None:
    assert read_input(folder / "b.txt", 100) == (b"b.txt", str(folder / "b.txt"))


def test_a_file_as_long_as_the_cap_is_read(folder: Path) -> None:
    assert read_input(folder / "b.txt", 5)[0] == b"b.txt"


def test_a_file_over_the_cap_is_refused_before_it_is_read(folder: Path) -> None:
    with pytest.raises(InputTooLargeError, match="longer than 4 bytes"):
        read_input(folder / "b.txt", 4)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingInputError, match="none"):
        read_input(tmp_path / "none", 4)


def test_a_directory_can_not_be_read(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInputError, match="can't be read") as caught:
        read_input(tmp_path, 1 << 20)
    assert isinstance(caught.value.__cause__, OSError)


@pytest.mark.parametrize(
    "stream", [io.BytesIO(b"abcdef"), io.StringIO("abcdef")], ids=["bytes", "text"]
)
def test_no_more_of_an_open_file_is_read_than_is_needed(stream: io.IOBase) -> None:
    data, name = read_input(stream, 3)  # type: ignore[arg-type]
    assert len(data) == 4
    assert name == "<file>"


def test_an_open_file_has_its_own_name(folder: Path) -> None:
    with (folder / "b.txt").open("rb") as file:
        assert read_input(file, 100) == (b"b.txt", str(folder / "b.txt"))
