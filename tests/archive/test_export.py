"""What an export promises: every input once, in order, however often it was interrupted."""

import gzip
import json
import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

import archives
import cableparse
from archives import archive, lines_of
from cableparse import (
    ExportRefusedError,
    ExportStoppedError,
    Parser,
    UnknownPluginError,
    export,
    from_dict,
)
from cableparse.archive import engine, entries, team
from cableparse.archive.engine import Export, Places
from cableparse.archive.entries import chunks, entries_of
from cableparse.archive.origin import made_by
from cableparse.archive.preparation import Preparation
from cableparse.archive.work import Order, Outcome
from cableparse.plugins.containers import Member
from cableparse.reading.inputs import Failure
from packed import zstd

PARSER = Parser(autoload="bundled")
WITH_ARCHIVES = Parser(plugins=["archives"], autoload="bundled")

posix = pytest.mark.skipif(os.name != "posix", reason="needs signals and limits as Unix has them")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return archive(tmp_path_factory.mktemp("archive"), 120)


@pytest.fixture(scope="module")
def whole(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """What an export gives that nothing got in the way of."""
    target = tmp_path_factory.mktemp("whole") / "out.jsonl"
    export(folder, target, parser=PARSER)
    return target.read_bytes()


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "out.jsonl"


@pytest.fixture
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let checkpoints come often."""
    monkeypatch.setattr(engine, "CHECKPOINT_COUNT", 25)


def beside(target: Path) -> list[str]:
    return sorted(path.name for path in target.parent.iterdir())


def interrupted(folder: Path, target: Path, after: int, **options) -> Export:
    """Export, and press Ctrl-C when so many inputs were told of."""
    told: list[Outcome] = []

    def tell(outcome: Outcome) -> None:
        told.append(outcome)
        if len(told) == after:
            raise KeyboardInterrupt

    prepared = Preparation(PARSER, target, exporter=None, format=None, strict=False)
    one = prepared.begin(workers=1, resume=False)
    with pytest.raises(KeyboardInterrupt):
        prepared.run(one, folder, workers=1, tell=tell, **options)
    return one


# ---------------------------------------------------------------- what is written


def test_the_cables_stand_in_the_order_of_the_inputs(whole: bytes, folder: Path) -> None:
    cables = [from_dict(json.loads(line)) for line in whole.splitlines()]
    assert [cable.subject for cable in cables] == [f"FERRY {n} RUNS LATE" for n in range(1, 121)]
    assert cables[7] == PARSER.read(cables[7].source.name)


def test_two_workers_write_what_one_writes(folder: Path, whole: bytes, target: Path) -> None:
    done = export(folder, target, parser=PARSER, workers=2)
    assert target.read_bytes() == whole
    assert (done.target, done.inputs, done.failed, done.failures) == (target, 120, 0, None)
    assert beside(target) == ["out.jsonl"]


def test_a_few_inputs_are_worth_no_process(
    tmp_path: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(team, "ProcessPoolExecutor", None)
    few = archive(tmp_path / "few", entries.CHUNK_COUNT)
    assert export(few, target, parser=PARSER, workers=2).inputs == entries.CHUNK_COUNT
    assert export([], target, parser=PARSER, workers=2).inputs == 0


@pytest.mark.usefixtures("often")
@pytest.mark.parametrize("ending", ["gz", "zst"])
def test_a_compressed_target_holds_the_same(
    folder: Path, whole: bytes, tmp_path: Path, ending: str
) -> None:
    if ending == "zst":
        zstd()
    target = tmp_path / f"out.jsonl.{ending}"
    export(folder, target, parser=PARSER)
    assert len(target.read_bytes()) < len(whole) / 3
    assert unpacked(target) == whole


def unpacked(target: Path) -> bytes:
    if target.suffix == ".gz":
        return gzip.decompress(target.read_bytes())
    content: bytes = zstd().decompress(target.read_bytes())
    return content


def test_what_fails_is_named_beside_the_target_and_stops_nothing(
    folder: Path, target: Path
) -> None:
    (empty := target.parent / "empty.txt").touch()
    done = export(
        [folder / "000", empty, target.parent / "nowhere\udcff", folder / "001"],
        target,
        parser=PARSER,
    )
    assert (done.inputs, done.failed) == (102, 2)
    assert len(lines_of(target)) == 100
    assert done.failures == target.with_name("out.jsonl.failures.jsonl")
    failures = [json.loads(line) for line in lines_of(done.failures)]
    assert [(one["name"], one["code"]) for one in failures] == [
        (str(empty), "EmptyInputError"),
        (str(target.parent / "nowhere\udcff"), "MissingInputError"),
    ]
    assert failures[0]["message"] == f"{empty}: is empty: there is no text to read"


def test_a_file_of_failures_from_before_is_taken_away(folder: Path, target: Path) -> None:
    export([target.parent / "nowhere"], target, parser=PARSER)
    assert len(beside(target)) == 2
    export(folder / "000", target, parser=PARSER)
    assert beside(target) == ["out.jsonl"]


def test_a_strict_export_says_every_defect(folder: Path, target: Path) -> None:
    lost = target.parent / "lost.txt"
    lost.write_text("TAGS: ETRD\nSUBJECT: FERRIES\n\n1. (U) Late.\n")
    done = export(lost, target, parser=PARSER, strict=True, format="telegram")
    assert done.failures is not None
    (failure,) = map(json.loads, lines_of(done.failures))
    assert failure["code"] == "StrictError"
    assert "header.mrn-missing: " in failure["message"]


def test_a_cable_that_the_exporter_raises_on_fails_alone(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.slips"
    done = export(folder / "000", target, parser=WITH_ARCHIVES)
    assert len(target.read_text().splitlines()) == 49
    assert done.failures is not None
    (failure,) = map(json.loads, lines_of(done.failures))
    assert failure["code"] == "PluginFailure"
    assert "plugin slips: failed to write the cable: ValueError: no third" in failure["message"]


def test_documents_out_of_containers_are_exported_too(target: Path) -> None:
    members = [
        Member(name="box#1", content=archives.CABLE.format(number=1, referred=2)),
        Member(name="box#2", content=b"SUBJECT: LOCKS\n", format="telegram"),
        Failure(name="box#3", error=ValueError("torn")),
        Member(name="box#4", content=PARSER.parse("SUBJECT: SEALS\n", format="telegram")),
    ]
    order = Order(parser=PARSER, exporter="jsonl")
    one = Export(order, Places(target=target), PARSER.exporter("jsonl"), made_by(order))
    one.run(entries_of(members), partial(team.read_all, workers=1), lambda _: None)
    assert (one.done, one.failed) == (4, 1)
    subjects = [json.loads(line)["subject"] for line in lines_of(target)]
    assert subjects == ["FERRY 1 RUNS LATE", "LOCKS", "SEALS"]
    names = [json.loads(line)["source"]["name"] for line in lines_of(target)]
    assert names[:2] == ["box#1", "box#2"]


def test_what_an_export_writes_is_not_among_its_inputs(folder: Path) -> None:
    other = archive(folder.parent / "other", 3)
    target = other / "000" / "out.jsonl.gz"
    for _ in range(2):
        assert export(other, target, parser=PARSER).inputs == 3


# ---------------------------------------------------------------- chunks


def test_a_worker_gets_few_inputs_or_few_bytes_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries, "CHUNK_COUNT", 3)
    monkeypatch.setattr(entries, "CHUNK_BYTES", 100)
    sizes = [10, 10, 10, 10, 95, 10, 200, 1]
    members = [Member(name=str(size), content=b"x" * size) for size in sizes]
    cut = [[entry.size for entry in chunk] for chunk in chunks(entries_of(members))]
    assert cut == [[10, 10, 10], [10], [95], [10], [200], [1]]


def test_another_content_is_another_mark(tmp_path: Path) -> None:
    (path := tmp_path / "a.txt").write_text("a")
    inputs = [
        Member(name="a", content="a"),
        Member(name="a", content="b"),
        Member(name="b", content="a"),
        path,
        tmp_path / "nowhere",
        Failure(name="a", error=ValueError()),
    ]
    marks = {entry.mark for entry in entries_of(inputs)}
    path.write_text("ab")
    marks |= {entry.mark for entry in entries_of([path])}
    assert len(marks) == 7


# ---------------------------------------------------------------- interrupted


@pytest.mark.usefixtures("often")
@pytest.mark.parametrize("after", [1, 24, 25, 26, 73, 120])
def test_an_interrupted_export_is_valid_and_is_gone_on_with(
    folder: Path, whole: bytes, target: Path, after: int
) -> None:
    one = interrupted(folder, target, after)
    assert one.done == after
    assert target.read_bytes() == b"".join(whole.splitlines(keepends=True)[:after])
    assert beside(target) == ["out.jsonl", "out.jsonl.journal"]
    assert export(folder, target, parser=PARSER, resume=True).inputs == 120
    assert target.read_bytes() == whole
    assert beside(target) == ["out.jsonl"]


@pytest.mark.usefixtures("often")
@pytest.mark.parametrize("ending", ["gz", "zst"])
def test_a_compressed_target_is_gone_on_with(
    folder: Path, whole: bytes, tmp_path: Path, ending: str
) -> None:
    if ending == "zst":
        zstd()
    target = tmp_path / f"out.jsonl.{ending}"
    interrupted(folder, target, 40)
    assert unpacked(target) == b"".join(whole.splitlines(keepends=True)[:40])
    with target.open("ab") as file:
        file.write(b"half a frame")
    export(folder, target, parser=PARSER, resume=True)
    assert unpacked(target) == whole


def test_failures_are_gone_on_with_too(folder: Path, tmp_path: Path, target: Path) -> None:
    paths = []
    for number in range(8):
        (empty := tmp_path / f"empty {number}").touch()
        paths += [empty, folder / "000" / f"{number:05d}.txt"]
    interrupted(paths, target, 7)
    log = target.with_name("out.jsonl.failures.jsonl")
    assert len(lines_of(log)) == 4
    with log.open("ab") as file:
        file.write(b'{"name": "written after the last checkpoint"}\n{"half')
    done = export(paths, target, parser=PARSER, resume=True)
    assert done.failed == 8
    names = [Path(json.loads(line)["name"]).name for line in lines_of(log)]
    assert names == [f"empty {number}" for number in range(8)]


@posix
def test_an_interruption_waits_until_a_cable_is_written(
    folder: Path, whole: bytes, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = type(PARSER.exporter("jsonl").open(target))
    real = writer.write_encoded

    def halves(self, encoded: bytes) -> None:
        real(self, encoded[:100])
        if b"FERRY 20 RUNS" in encoded:
            os.kill(os.getpid(), signal.SIGINT)
        real(self, encoded[100:])

    monkeypatch.setattr(writer, "write_encoded", halves)
    with pytest.raises(KeyboardInterrupt):
        export(folder, target, parser=PARSER)
    assert target.read_bytes() == b"".join(whole.splitlines(keepends=True)[:20])
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_resume_begins_where_nothing_was_begun(folder: Path, whole: bytes, target: Path) -> None:
    export(folder, target, parser=PARSER, resume=True)
    assert target.read_bytes() == whole


def test_an_export_killed_before_its_first_checkpoint_begins_anew(
    folder: Path, whole: bytes, target: Path
) -> None:
    interrupted(folder, target, 3)
    journal = target.with_name("out.jsonl.journal")
    state = json.loads(journal.read_text())
    journal.write_text(json.dumps(state | {"done": 0, "token": None, "inputs": ""}))
    target.write_text("what was written until then")
    export(folder, target, parser=PARSER, resume=True)
    assert target.read_bytes() == whole


# ---------------------------------------------------------------- what is refused


def refused(*arguments, **options) -> str:
    with pytest.raises(ExportRefusedError) as caught:
        export(*arguments, **({"parser": PARSER} | options))
    return str(caught.value)


def test_an_unfinished_export_is_not_overwritten(folder: Path, target: Path) -> None:
    interrupted(folder, target, 30)
    before = target.read_bytes()
    assert "was begun and is not finished (30 inputs are in it)" in refused(folder, target)
    assert target.read_bytes() == before


def test_a_target_without_a_journal_is_not_gone_on_with(folder: Path, target: Path) -> None:
    target.write_text("mine")
    assert "has no journal" in refused(folder, target, resume=True)
    assert target.read_text() == "mine"


def test_a_damaged_journal_is_refused(folder: Path, target: Path) -> None:
    interrupted(folder, target, 30)
    for damaged in ("{", "[]", '{"mine": 1}'):
        target.with_name("out.jsonl.journal").write_text(damaged)
        assert "is no journal of an export" in refused(folder, target, resume=True)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"strict": True}, "with strict False, and now it is True"),
        ({"format": "telegram"}, "with format as claimed, and now it is telegram"),
        ({"parser": Parser(autoload="bundled", max_bytes=9)}, "with max_bytes 67108864"),
        ({"parser": Parser(autoload="bundled", enrich=False)}, "and now it is none"),
        ({"parser": WITH_ARCHIVES}, "enricher"),
        ({"exporter": "csv"}, "with exporter jsonl, and now it is csv"),
    ],
)
def test_other_options_are_refused_with_the_reason(
    folder: Path, target: Path, options: dict, said: str
) -> None:
    interrupted(folder, target, 30)
    assert said in refused(folder, target, resume=True, **options)


def test_another_version_is_refused(folder: Path, target: Path) -> None:
    interrupted(folder, target, 30)
    journal = target.with_name("out.jsonl.journal")
    version = cableparse.__version__
    journal.write_text(journal.read_text().replace(f'"{version}"', '"0.0.9"'))
    said = refused(folder, target, resume=True)
    assert f"it was begun with cableparse 0.0.9, and now it is {version}" in said


@pytest.mark.parametrize("change", ["touched", "removed", "added", "fewer"])
def test_other_inputs_are_refused(tmp_path: Path, target: Path, change: str) -> None:
    mine = archive(tmp_path / "mine", 20)
    interrupted(mine, target, 10)
    first = mine / "000" / "00004.txt"
    if change == "touched":
        first.write_text(first.read_text() + "and more\n")
    elif change == "removed":
        first.unlink()
    elif change == "added":
        first.with_name("00004a.txt").write_text("more")
    paths = [first] if change == "fewer" else [mine]
    said = refused(paths, target, resume=True)
    assert "the first 10 inputs are not those that are in it" in said


def test_inputs_that_come_later_may_be_others(tmp_path: Path, target: Path) -> None:
    mine = archive(tmp_path / "mine", 20)
    interrupted(mine, target, 10)
    (mine / "000" / "00019.txt").unlink()
    assert export(mine, target, parser=PARSER, resume=True).inputs == 19
    assert len(lines_of(target)) == 19


def test_a_target_that_was_cut_is_not_gone_on_with(folder: Path, target: Path) -> None:
    interrupted(folder, target, 30)
    target.write_bytes(target.read_bytes()[:-1])
    assert "is shorter than its journal says" in refused(folder, target, resume=True)


def test_a_file_of_failures_that_was_cut_is_not_gone_on_with(folder: Path, target: Path) -> None:
    paths = [target.parent / "nowhere", folder]
    interrupted(paths, target, 30)
    log = target.with_name("out.jsonl.failures.jsonl")
    log.write_text("")
    assert "is shorter than the journal says" in refused(paths, target, resume=True)


def test_a_target_that_cannot_be_written_is_refused_and_leaves_nothing(
    folder: Path, tmp_path: Path
) -> None:
    missing = refused(folder, tmp_path / "nowhere" / "out.jsonl")
    assert "exporter jsonl can't write it: No such file or directory" in missing
    assert missing.endswith(f"; make the folder {tmp_path / 'nowhere'} first")
    (tmp_path / "folder.jsonl").mkdir()
    said = refused(folder, tmp_path / "folder.jsonl")
    assert said.endswith("Is a directory; write elsewhere")
    assert beside(tmp_path / "any") == ["folder.jsonl"]


def test_a_target_that_is_an_input_is_refused(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "in.jsonl"
    target.write_text("a document")
    assert "is an input" in refused([folder, target], target)
    assert target.read_text() == "a document"


TABLE = '"1","1/2/2009 3:04","09OSLO1","Embassy Oslo","UNCLASSIFIED","","TAGS: ETRD","Late."\n'


@pytest.mark.parametrize("given", ["cables.csv", "cables.csv#1", "*.csv", "**/*", "."])
def test_a_table_that_is_read_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    monkeypatch.chdir(tmp_path)
    target = Path("cables.csv")
    target.write_text(TABLE)
    assert "is an input, and the export would overwrite it" in refused(given, target)
    assert target.read_text() == TABLE
    assert [path.name for path in tmp_path.iterdir()] == ["cables.csv"]


@pytest.mark.parametrize("ending", ["csv", "csv.gz", "jsonl", "jsonl.gz", "db", "parquet"])
def test_what_an_earlier_export_left_below_a_folder_is_written_anew(
    tmp_path: Path, ending: str
) -> None:
    mine = archive(tmp_path / "mine", 3)
    for _ in range(2):
        assert export(mine, mine / f"out.{ending}", parser=PARSER).inputs == 3


def test_an_export_of_a_pattern_that_fits_its_target_is_gone_on_with(tmp_path: Path) -> None:
    mine = archive(tmp_path / "mine", 20)
    target = mine / "000" / "zz.jsonl"
    interrupted([mine / "**" / "*"], target, 10)
    assert target.exists()
    assert export([mine / "**" / "*"], target, parser=PARSER, resume=True).inputs == 20
    assert "is an input" in refused([mine / "**" / "*"], target)  # it could be anything by now


def test_a_target_that_is_no_path_is_refused(folder: Path) -> None:
    assert "is a URL" in refused(folder, "s3://bucket/cables.jsonl")
    assert "name a file or a folder" in refused(folder, "")


@posix
@pytest.mark.parametrize("name", ["a" * 300 + ".jsonl", "a" * 248 + ".jsonl", "a" * 300 + ".html"])
def test_a_target_whose_name_is_too_long_is_refused_for_that(
    folder: Path, tmp_path: Path, name: str
) -> None:
    if name.endswith(".html"):
        pytest.importorskip("jinja2", reason="the extra html is not installed")
    assert "File name too long" in refused(folder, tmp_path / name)
    assert beside(tmp_path / "any") == []


def test_a_target_that_no_path_can_be_is_refused_for_that(folder: Path, tmp_path: Path) -> None:
    assert "null byte" in refused(folder, tmp_path / "a\0b.jsonl")


def test_a_target_that_is_gone_is_not_gone_on_with(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.db"
    interrupted(folder, target, 30)
    target.unlink()
    said = refused(folder, target, resume=True)
    assert said.endswith(f"; delete {target}.journal to begin anew")


def test_a_suffix_that_nobody_writes_is_refused(folder: Path, tmp_path: Path) -> None:
    said = refused(folder, tmp_path / "out.docx")
    assert "no exporter writes such files, only " in said
    assert ".jsonl.gz" in said


def test_a_name_that_nobody_has_is_refused(folder: Path, target: Path) -> None:
    with pytest.raises(UnknownPluginError, match="no exporter is called 'docx'"):
        export(folder, target, exporter="docx")
    with pytest.raises(UnknownPluginError, match="no format is called 'docx'"):
        export(folder, target, format="docx")
    with pytest.raises(ValueError, match="one worker at least, not 0"):
        export(folder, target, workers=0)


def test_an_exporter_of_the_older_contract_has_one_worker_and_no_journal(
    folder: Path, tmp_path: Path
) -> None:
    target = tmp_path / "out.slips"
    said = refused(folder, target, parser=WITH_ARCHIVES, workers=2)
    assert "exporter slips has no encode(), so it has one worker" in said
    assert "can't resume" in refused(folder, target, parser=WITH_ARCHIVES, resume=True)
    assert export(folder, target, parser=WITH_ARCHIVES).inputs == 120
    assert not target.with_name("out.slips.journal").exists()


def test_a_plugin_that_cannot_travel_is_refused(folder: Path, target: Path) -> None:
    class Local:
        name = "local"

        @cableparse.hookimpl
        def cableparse_formats(self):
            return []

    local = Parser(plugins=[Local()], autoload="bundled")
    assert "give it by its module's name" in refused(folder, target, parser=local, workers=2)
    assert export(folder / "000", target, parser=local).inputs == 50


# ---------------------------------------------------------------- what stops an export


def test_what_cannot_leave_a_worker_stops_the_export(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.unsendable"
    with pytest.raises(ExportStoppedError, match="what was read can't leave its process"):
        export(folder, target, parser=WITH_ARCHIVES, workers=2)


def test_a_writer_that_raises_stops_the_export_at_its_last_checkpoint(
    folder: Path, whole: bytes, target: Path, often: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = type(PARSER.exporter("jsonl").open(target))
    real = writer.write_encoded

    def fails(self, encoded: bytes) -> None:
        if b"FERRY 60 RUNS" in encoded:
            real(self, encoded[:50])
            raise RuntimeError("sunk")
        real(self, encoded)

    monkeypatch.setattr(writer, "write_encoded", fails)
    with pytest.raises(ExportStoppedError) as caught:
        export(folder, target, parser=PARSER)
    assert "exporter jsonl stopped: RuntimeError: sunk; 50 inputs are safe" in str(caught.value)
    monkeypatch.undo()
    export(folder, target, parser=PARSER, resume=True)
    assert target.read_bytes() == whole


def test_a_writer_that_cannot_end_stops_the_export(
    folder: Path, whole: bytes, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = type(PARSER.exporter("jsonl").open(target))
    real = writer.__exit__

    def fails(self, *exception: object) -> None:
        real(self, *exception)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writer, "__exit__", fails)
    with pytest.raises(ExportStoppedError, match="can't write it: No space left on device; 120"):
        export(folder, target, parser=PARSER)
    monkeypatch.undo()
    export(folder, target, parser=PARSER, resume=True)
    assert target.read_bytes() == whole


LIMITED = """
import resource, signal, sys
from cableparse import Parser, export
from cableparse.archive import engine
engine.CHECKPOINT_COUNT = 25
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), -1))
export(sys.argv[1], sys.argv[2], parser=Parser(autoload="bundled"))
"""


@posix
@pytest.mark.parametrize("ending", ["jsonl", "jsonl.gz"])
def test_a_full_disk_stops_the_export_and_loses_nothing(
    folder: Path, whole: bytes, tmp_path: Path, ending: str
) -> None:
    target = tmp_path / f"out.{ending}"
    limit = len(whole) // 2 if ending == "jsonl" else len(gzip.compress(whole))
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(folder), str(target), str(limit)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "exporter jsonl can't write it: File too large; " in done.stderr, done.stderr
    held = target.read_bytes() if ending == "jsonl" else unpacked(target)
    assert whole.startswith(held)
    assert held.endswith(b"\n")
    export(folder, target, parser=PARSER, resume=True)
    assert (target.read_bytes() if ending == "jsonl" else unpacked(target)) == whole


def test_a_worker_that_is_killed_stops_the_export_and_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = archive(tmp_path / "many", 300)
    target, alone = tmp_path / "out.jsonl", tmp_path / "alone.jsonl"
    export(many, alone, parser=WITH_ARCHIVES)
    (sinking := tmp_path / "sinking").touch()
    monkeypatch.setenv("SINKING", str(sinking))
    with pytest.raises(ExportStoppedError, match="a worker process ended") as caught:
        export(many, target, parser=WITH_ARCHIVES, workers=2)
    assert "inputs are safe in it: go on with resume=True" in str(caught.value)
    sinking.unlink()
    assert alone.read_bytes().startswith(target.read_bytes())
    export(many, target, parser=WITH_ARCHIVES, workers=2, resume=True)
    assert target.read_bytes() == alone.read_bytes()


def test_inputs_that_cannot_be_found_any_more_leave_what_was_written(
    folder: Path, target: Path
) -> None:
    def broken():
        yield folder / "000"
        raise RuntimeError("the list of inputs is torn")

    with pytest.raises(RuntimeError, match="torn"):
        export(broken(), target, parser=PARSER)
    assert len(lines_of(target)) == 50
    assert export(folder, target, parser=PARSER, resume=True).inputs == 120
