from __future__ import annotations

import io
from pathlib import Path

import pytest

from cableparse import Failure, MissingInputError, Parser
from cableparse.reading.extent import Extent
from cableparse.reading.inputs import find_inputs


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    found = [tmp_path / "a", tmp_path / "b", tmp_path / "c"]
    for length, path in zip((100, 0, 40), found, strict=True):
        path.write_bytes(b"x" * length)
    return found


def test_the_total_is_the_length_of_all_files(files: list[Path]) -> None:
    assert Extent(files).total == 140
    assert Extent([]).total == 0


def test_a_file_that_others_read_is_done_when_its_turn_is_over(files: list[Path]) -> None:
    extent = Extent(files)
    assert extent.done == 0
    for path, done in zip(files, (100, 100, 140), strict=True):
        extent.follow(path, None)
        assert extent.done == done


def test_an_open_file_is_done_as_far_as_it_is_read(files: list[Path]) -> None:
    extent = Extent(files)
    with files[0].open("rb") as file:
        extent.follow(files[0], file)
        assert extent.done == 0
        file.read(30)
        assert extent.done == 30
    assert extent.done == 100
    with files[2].open("rb") as file:
        extent.follow(files[2], file)
        file.seek(10)
        assert extent.done == 110


def test_what_grew_meanwhile_is_not_read_farther_than_to_its_end(files: list[Path]) -> None:
    extent = Extent(files)
    longer = io.BytesIO(b"x" * 500)
    extent.follow(files[0], longer)
    longer.read()
    assert extent.done == 100


def test_a_stream_that_tells_no_place_is_done_at_once(files: list[Path]) -> None:
    class Pipe(io.RawIOBase):
        def tell(self) -> int:
            raise io.UnsupportedOperation("tell")

    extent = Extent(files)
    extent.follow(files[0], Pipe())  # type: ignore[arg-type]
    assert extent.done == 100


def test_a_member_is_as_long_as_the_file_that_it_is_in(files: list[Path]) -> None:
    (within,) = find_inputs(f"{files[0]}!letter.txt")
    assert Extent([within, files[2]]).total == 140


def test_what_has_no_length_beforehand_has_no_total(files: list[Path]) -> None:
    assert Extent([*files, "-"]).total is None


def test_what_is_not_there_has_no_length(files: list[Path], tmp_path: Path) -> None:
    missing = Failure(name="d", error=MissingInputError("d", "there is no such file"))
    extent = Extent([*files, missing, tmp_path / "d"])
    assert extent.total == 140
    extent.follow(tmp_path / "d", None)
    assert extent.done == 0


def test_the_parser_tells_each_file_and_what_it_is_read_from(files: list[Path]) -> None:
    told: list[tuple[object, bool]] = []

    def watch(given: object, file: object) -> None:
        told.append((given, file is not None))

    missing = files[0].with_name("missing")
    parser = Parser(autoload="bundled")
    assert len([*parser.members([*files, missing], watch=watch)]) == 4
    assert told == [(path, True) for path in files]
    told.clear()
    assert [*parser.files_and_members(files, watch=watch)] == files
    assert told == [(path, False) for path in files]
