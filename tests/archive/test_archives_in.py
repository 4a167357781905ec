"""Archives as an export's inputs: opened here, read by workers, gone on with."""

from pathlib import Path

import pytest

from cableparse import ExportRefusedError, Failure, Member, Parser, export
from cableparse.archive import engine
from cableparse.archive.preparation import Preparation
from cableparse.reading.extent import Extent
from cableparse.testing import invented_archive, write_csv, write_folder, write_zip

PARSER = Parser(autoload="bundled")
SIZE = 90


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "folder"
    write_folder(invented_archive(SIZE, seed=5, faults=0.05), path)
    return path


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    path = tmp_path / "archive.zip"
    write_zip(invented_archive(SIZE, seed=5, faults=0.05), path)
    return path


def lines_of(target: Path) -> list[bytes]:
    return target.read_bytes().splitlines()


def test_a_plain_file_stays_a_path_and_an_archive_is_opened(folder: Path, packed: Path) -> None:
    assert all(isinstance(one, Path) for one in PARSER.files_and_members(folder))
    members = list(PARSER.files_and_members(packed))
    assert len(members) == SIZE
    assert all(isinstance(one, Member) for one in members)
    assert members == list(PARSER.members(packed))


def test_what_is_missing_is_a_failure_and_what_cant_be_opened_is_left_to_its_reader(
    tmp_path: Path,
) -> None:
    (failure,) = PARSER.files_and_members(tmp_path / "none.txt")
    assert isinstance(failure, Failure)
    locked = tmp_path / "locked.txt"
    locked.write_text("TAGS: ETRD\n")
    locked.unlink()
    locked.symlink_to(tmp_path / "nowhere")
    (failure,) = PARSER.files_and_members(locked)
    assert isinstance(failure, Failure)


@pytest.mark.parametrize("workers", [1, 2])
def test_an_archive_gives_what_its_members_give(
    folder: Path, packed: Path, tmp_path: Path, workers: int
) -> None:
    done = export(packed, tmp_path / "zip.jsonl", parser=PARSER, workers=workers)
    plain = export(folder, tmp_path / "folder.jsonl", parser=PARSER)
    assert (done.inputs, done.failed) == (plain.inputs, plain.failed)
    assert len(lines_of(done.target)) == done.inputs - done.failed


def test_cables_that_were_read_before_are_not_read_again(packed: Path, tmp_path: Path) -> None:
    first = export(packed, tmp_path / "first.jsonl", parser=PARSER)
    again = export(first.target, tmp_path / "again.jsonl", parser=PARSER, workers=2)
    assert again.failed == 0
    assert lines_of(again.target) == lines_of(first.target)


def test_an_archive_is_gone_on_with_and_a_changed_one_is_refused(
    packed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "CHECKPOINT_COUNT", 10)
    whole = export(packed, tmp_path / "whole.jsonl", parser=PARSER)
    target = tmp_path / "part.jsonl"
    prepared = Preparation(PARSER, target, exporter=None, format=None, strict=False)

    def stop_at(_: object) -> None:
        stop_at.seen += 1  # type: ignore[attr-defined]
        if stop_at.seen == 35:  # type: ignore[attr-defined]
            raise KeyboardInterrupt

    stop_at.seen = 0  # type: ignore[attr-defined]
    with pytest.raises(KeyboardInterrupt):
        prepared.run(prepared.begin(workers=1, resume=False), packed, workers=1, tell=stop_at)
    other = tmp_path / "other.zip"
    write_zip(invented_archive(SIZE, seed=6), other)
    with pytest.raises(ExportRefusedError, match="are not those that are in it"):
        export(other, target, parser=PARSER, resume=True)
    export(packed, target, parser=PARSER, resume=True)
    assert lines_of(target) == lines_of(whole.target)


def test_who_watches_is_told_how_far_an_archive_is_read(packed: Path, tmp_path: Path) -> None:
    extent = Extent([packed])
    prepared = Preparation(PARSER, tmp_path / "out.jsonl", exporter=None, format=None, strict=False)
    done: list[int] = []
    prepared.run(
        prepared.begin(workers=1, resume=False),
        packed,
        workers=1,
        tell=lambda _: done.append(extent.done),
        watch=extent.follow,
    )
    assert len(done) == SIZE
    assert done == sorted(done)
    assert extent.total == extent.done == packed.stat().st_size
    # Neither all at the first nor nothing before the last.
    assert done[0] < extent.total / 4 < done[SIZE // 2] < extent.total


def test_a_row_of_the_table_keeps_its_metadata(tmp_path: Path) -> None:
    table = tmp_path / "cables.csv"
    write_csv(invented_archive(40, seed=2, faults=0), table)
    done = export(table, tmp_path / "out.jsonl", parser=PARSER, workers=2)
    cables = list(PARSER.scan(done.target))
    assert not any(isinstance(cable, Failure) for cable in cables)
    assert cables == list(PARSER.scan(table))
