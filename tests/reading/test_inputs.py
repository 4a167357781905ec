"""Paths to bytes."""

import os
from pathlib import Path
from typing import Any

import pytest

from cableparse import Failure, MissingInputError, Parser, UnreadableInputError
from cableparse.model.errors import EmptyDirectoryError
from cableparse.reading.inputs import (
    OUTPUT_SUFFIXES,
    Within,
    find_input,
    find_inputs,
    open_input,
)


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


@pytest.mark.parametrize("suffix", [*OUTPUT_SUFFIXES, ".JSONL.GZ", ".failures.jsonl"])
def test_what_cableparse_writes_is_passed_over_in_a_directory(folder: Path, suffix: str) -> None:
    (folder / "sub" / f"all{suffix}").write_text("x")
    assert not any("all" in str(path) for path in find_inputs(folder))
    assert list(find_inputs(folder / "sub" / "all.*")) == [folder / "sub" / f"all{suffix}"]


def test_every_bundled_exporter_s_suffix_is_passed_over_but_those_of_documents_too() -> None:
    suffixes = {
        suffix
        for exporter in Parser(autoload="bundled").registry.exporters
        for suffix in exporter.suffixes
    }
    read = {suffix for suffix in suffixes if not suffix.endswith(OUTPUT_SUFFIXES)}
    assert read == {".csv", ".csv.gz", ".csv.zst", ".html", ".md", "/", ".site"}


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


@pytest.mark.parametrize("pattern", ["sub/**", "**/sub/**", "**"])
def test_a_pattern_s_two_stars_at_its_end_are_the_files_at_every_depth(
    folder: Path, pattern: str
) -> None:
    found = list(find_inputs(folder / pattern))
    assert [folder / "sub/c", folder / "sub/deep/d.TXT"] == [
        path for path in found if "sub" in str(path)
    ]
    assert not any("hidden" in str(path) for path in found)


def test_no_paths_give_nothing() -> None:
    assert list(find_inputs([])) == []


# ---------------------------------------------------------------- what is no file


@pytest.fixture
def with_pipe(folder: Path) -> Path:
    if not hasattr(os, "mkfifo"):
        pytest.skip("needs named pipes")
    os.mkfifo(folder / "aa.txt")
    return folder


@pytest.mark.parametrize("given", ["", "a*", "**/a*"])
def test_a_pipe_that_a_folder_or_a_pattern_has_is_a_failure_in_its_place(
    with_pipe: Path, given: str
) -> None:
    first, second, *_ = find_inputs(with_pipe / given)
    assert first == with_pipe / "a.html"
    assert isinstance(second, Failure)
    assert isinstance(second.error, UnreadableInputError)
    assert str(second.error) == f"{with_pipe / 'aa.txt'}: is a device or a pipe, not a file"


def test_a_pipe_that_is_named_is_read(with_pipe: Path) -> None:
    assert list(find_inputs(with_pipe / "aa.txt")) == [with_pipe / "aa.txt"]


@pytest.mark.parametrize("given", ["", "*.txt"])
def test_a_link_that_leads_nowhere_is_left_to_who_opens_it(tmp_path: Path, given: str) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "nowhere")
    assert list(find_inputs(tmp_path / given)) == [tmp_path / "a.txt"]


NO_PATHS = ["a" * 300, "a\0b", "a.zip!" + "b" * 300]


@pytest.mark.parametrize("path", NO_PATHS, ids=["long", "NUL", "long member"])
def test_a_path_that_no_file_can_have_is_a_failure(path: str) -> None:
    (failure,) = find_inputs(path)
    assert isinstance(failure, Failure)
    assert isinstance(failure.error, UnreadableInputError)
    assert failure.name == path
    with pytest.raises(UnreadableInputError, match="can't be read"):
        open_input(find_input(path))  # type: ignore[arg-type]


def test_a_member_s_name_may_be_longer_than_a_file_s(folder: Path) -> None:
    path = f"{folder / 'b.txt'}!{'a' * 300}"
    (found,) = find_inputs(path)
    assert found == find_input(path) == Within(file=folder / "b.txt", member=path)


@pytest.mark.parametrize("paths", [None, 1, b"a.txt", [None], ["a.txt", b"a.txt"]], ids=repr)
def test_what_is_no_path_is_refused_in_words(paths: Any) -> None:
    with pytest.raises(TypeError, match=r"a path is a str or an os\.PathLike, and not "):
        list(find_inputs(paths))


def test_a_path_of_bytes_is_told_how_to_become_one() -> None:
    with pytest.raises(TypeError, match=r"not bytes: os\.fsdecode"):
        list(find_inputs([b"a.txt"]))  # type: ignore[list-item]
