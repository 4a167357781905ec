"""Paths to bytes."""

from pathlib import Path

import pytest

from cableparse import Failure, MissingInputError
from cableparse.model.errors import EmptyDirectoryError
from cableparse.reading.inputs import find_inputs


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
