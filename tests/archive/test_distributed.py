"""Archives on a cluster of dask: real worker processes, and one of them is killed on the way."""

import logging
import os
import pickle
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import archives
from archives import Deadly, archive
from cableparse import (
    Cable,
    ExportRefusedError,
    ExportStoppedError,
    Failure,
    Member,
    MissingExtraError,
    Parser,
    UnknownPluginError,
    export,
)
from cableparse.archive import cluster, engine, team
from cableparse.archive.cluster import read_by_cluster, read_chunk
from cableparse.archive.entries import CHUNK_COUNT, entries_of
from cableparse.archive.origin import made_by
from cableparse.archive.team import TeamError
from cableparse.archive.work import Order
from cableparse.distributed import read

PARSER = Parser(autoload="bundled")
ROOT = Path(__file__).resolve().parents[2]

dask = pytest.importorskip("dask", reason="the extra dask is not installed")
distributed = pytest.importorskip("distributed", reason="the extra dask is not installed")
posix = pytest.mark.skipif(os.name != "posix", reason="needs signals as Unix has them")


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    """Two workers, each a process, which a nanny starts again when it ends."""
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    with (
        dask.config.set(
            {
                # So long dask looks for a worker that is gone.
                "distributed.comm.timeouts.connect": "5s",
                # So long a cluster waits for one that is started again: on a busy machine it takes
                # longer than the 15 seconds after which it is given up, and with it the test.
                "distributed.deploy.lost-worker-timeout": "10m",
            }
        ),
        distributed.LocalCluster(
            n_workers=2,
            processes=True,
            threads_per_worker=1,
            dashboard_address="127.0.0.1:0",  # whichever port is free
            host="127.0.0.1",
        ) as local,
        distributed.Client(local, set_as_default=False) as client,
    ):
        yield client


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Telegrams, one of them nothing that could be read, and an archive of some more."""
    folder = archive(tmp_path_factory.mktemp("archive"), 200)
    (folder / "001" / "00070.txt").write_bytes(b"")
    with zipfile.ZipFile(folder / "002.zip", "w") as packed:
        for number in range(60):
            text = archives.CABLE.format(number=1000 + number, referred=1)
            packed.writestr(f"{number:03d}.txt", text)
    return folder


@pytest.fixture
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "CHECKPOINT_COUNT", 50)


def what_is_in(target: Path) -> dict[str, bytes]:
    """Give the files of a target and those beside it, by what their names have in common."""
    files = [*target.parent.glob(f"{target.name}*"), *target.glob("*")]
    return {path.name: path.read_bytes() for path in files if path.is_file()}


def deadly(tmp_path: Path, *, always: bool = False) -> Parser:
    """Give a parser that kills the process that reads ferry 101, the first time or always."""
    (tmp_path / "deaths").mkdir(exist_ok=True)
    plugin = Deadly("FERRY 101 ", str(tmp_path / "deaths"), os.getpid(), always)
    return Parser(plugins=[plugin], autoload="bundled")


def deaths(tmp_path: Path) -> int:
    return len(list((tmp_path / "deaths").iterdir()))


# ---------------------------------------------------------------- export


@posix
@pytest.mark.usefixtures("often")
def test_a_worker_is_killed_and_nothing_is_lost_or_doubled(
    client: Any, folder: Path, tmp_path: Path
) -> None:
    pytest.importorskip("pyarrow", reason="the extra parquet is not installed")
    alone, target = tmp_path / "alone" / "out.parquet", tmp_path / "cluster" / "out.parquet"
    alone.parent.mkdir()
    target.parent.mkdir()
    export(folder, alone, parser=PARSER)
    done = export(folder, target, parser=deadly(tmp_path), client=client)
    assert deaths(tmp_path) == 1
    assert (done.inputs, done.failed) == (260, 1)
    assert what_is_in(target) == what_is_in(alone)
    assert len(what_is_in(target)) > 2
    assert not target.with_name("out.parquet.journal").exists()


@posix
@pytest.mark.usefixtures("often")
def test_an_input_that_kills_every_worker_stops_the_export_which_can_be_gone_on_with(
    client: Any, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client.cluster.scheduler, "allowed_failures", 0)
    alone, target = tmp_path / "alone" / "out.jsonl", tmp_path / "cluster" / "out.jsonl"
    alone.parent.mkdir()
    target.parent.mkdir()
    export(folder, alone, parser=PARSER)
    with pytest.raises(ExportStoppedError, match=r"KilledWorker.*\(in .*resume=True") as stop:
        export(folder, target, parser=deadly(tmp_path, always=True), client=client)
    assert deaths(tmp_path) == 1
    assert "safe in it" in str(stop.value)
    monkeypatch.undo()
    harmless = deadly(tmp_path)  # for one death there was
    done = export(folder, target, parser=harmless, client=client, resume=True)
    assert (done.inputs, done.failed, deaths(tmp_path)) == (260, 1, 1)
    assert what_is_in(target) == what_is_in(alone)


def test_an_interrupted_export_by_a_cluster_is_gone_on_with_by_one_process(
    client: Any, folder: Path, tmp_path: Path
) -> None:
    target, alone = tmp_path / "out.jsonl", tmp_path / "alone.jsonl"
    paths = sorted(folder.rglob("*.txt"))

    def interrupted() -> Iterator[Path]:
        yield from paths[:150]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export(interrupted(), target, parser=PARSER, client=client)
    export(paths, target, parser=PARSER, resume=True)
    export(paths, alone, parser=PARSER)
    assert target.read_bytes() == alone.read_bytes()


def test_workers_that_do_not_see_the_inputs_stop_the_export(
    client: Any, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    client.run(os.chdir, str(tmp_path))
    try:
        with pytest.raises(ExportStoppedError, match="same paths, and a relative one begins in"):
            export("000", tmp_path / "out.jsonl", parser=PARSER, client=client)
    finally:
        client.run(os.chdir, str(ROOT))


def test_a_cluster_that_has_gone_stops_the_export(
    client: Any, folder: Path, tmp_path: Path
) -> None:
    with distributed.Client(client.cluster.scheduler_address, set_as_default=False) as closed:
        pass
    with pytest.raises(ExportStoppedError, match="the cluster can't be reached"):
        export(folder, tmp_path / "out.jsonl", parser=PARSER, client=closed)


def test_what_can_be_no_client_is_refused(folder: Path, tmp_path: Path, client: Any) -> None:
    target = tmp_path / "out.jsonl"
    with pytest.raises(TypeError, match=r"is a dask\.distributed\.Client, not a LocalCluster"):
        export(folder, target, parser=PARSER, client=client.cluster)
    with pytest.raises(ValueError, match="leave out workers="):
        export(folder, target, parser=PARSER, client=client, workers=2)
    old = Parser(plugins=["archives"], autoload="bundled")
    with pytest.raises(ExportRefusedError, match=r"no encode.*leave out client="):
        export(folder, tmp_path / "out.slips", parser=old, client=client)
    assert list(tmp_path.iterdir()) == []


def test_a_client_that_does_not_wait_is_refused(
    folder: Path, tmp_path: Path, client: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(client), "asynchronous", True)
    with pytest.raises(ValueError, match="without asynchronous=True"):
        export(folder, tmp_path / "out.jsonl", parser=PARSER, client=client)


def test_a_plugin_that_can_not_travel_is_refused(folder: Path, tmp_path: Path, client: Any) -> None:
    plugin = Deadly("", "", 0, False)
    plugin.hold = lambda: None  # type: ignore[attr-defined]
    parser = Parser(plugins=[plugin], autoload="bundled")
    with pytest.raises(ExportRefusedError, match="or leave out client="):
        export(folder, tmp_path / "out.jsonl", parser=parser, client=client)


# ---------------------------------------------------------------- what is under way


class Waits:
    """As much of a client as an export needs; it reads when it is asked for what it read."""

    def __init__(self) -> None:
        self.under_way = 0
        self.most = 0
        self.dropped = 0

    def nthreads(self) -> dict[str, int]:
        return {"one": 1, "other": 1}

    def submit(self, work: Any, *arguments: Any, pure: bool) -> Any:
        waits = self
        waits.under_way += 1
        waits.most = max(waits.most, waits.under_way)

        class Promise:
            def result(self) -> Any:
                waits.under_way -= 1
                return work(*arguments)

            def release(self) -> None:
                waits.dropped += 1

        return Promise()


ORDER = Order(parser=PARSER, exporter="jsonl")


def test_few_chunks_are_under_way_at_once_and_none_when_it_ends(tmp_path: Path) -> None:
    paths = sorted(archive(tmp_path, 20 * CHUNK_COUNT).rglob("*.txt"))
    client: Any = Waits()
    found = read_by_cluster(ORDER, entries_of(paths), client)
    names = [outcome.name for _, outcome in found]
    assert names == [str(path) for path in paths]
    assert client.most == 2 * team.AHEAD + 1
    started = read_by_cluster(ORDER, entries_of(paths), client)
    next(started)
    started.close()  # type: ignore[attr-defined]
    assert client.dropped == 2 * team.AHEAD


def test_cables_that_were_read_before_do_not_pile_up() -> None:
    cable = PARSER.parse("SUBJECT: SEALS\n", format="telegram")
    taken = 0

    def members() -> Iterator[Member]:
        nonlocal taken
        for number in range(30 * CHUNK_COUNT):
            taken += 1
            yield Member(name=f"cables.jsonl#{number}", content=cable)

    client: Any = Waits()
    found = read_by_cluster(ORDER, entries_of(members()), client)
    next(found)
    assert taken <= (2 * team.AHEAD + 3) * CHUNK_COUNT
    found.close()  # type: ignore[attr-defined]
    assert client.most == 0


def test_a_very_long_document_is_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "SENT", 1000)
    member = Member(name="box#1", content="SUBJECT: SEALS\n\n" + "seal " * 300, format="telegram")
    client: Any = Waits()
    ((_, outcome),) = read_by_cluster(ORDER, entries_of([member]), client)
    assert outcome.error is None
    assert client.most == 0


def test_a_worker_with_other_versions_reads_nothing() -> None:
    ticket = pickle.dumps((ORDER, made_by(ORDER) | {"cableparse": "0.0.9"}))
    with pytest.raises(TeamError, match=r"reads with cableparse 0\.1\.0, and here it is 0\.0\.9"):
        read_chunk(ticket, [])


def test_a_worker_without_the_plugins_reads_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    order = Order(parser=Parser(plugins=["archives"], autoload="bundled"), exporter="jsonl")
    ticket = pickle.dumps((order, made_by(order)))
    monkeypatch.setitem(sys.modules, "archives", None)
    with pytest.raises(TeamError, match="has not the plugins that are here: PluginLoadError"):
        read_chunk(ticket, [])


# ---------------------------------------------------------------- read


def told(found: Cable | Failure) -> object:
    return found if isinstance(found, Cable) else (found.name, type(found.error), str(found.error))


@posix
def test_a_bag_has_what_scan_gives_in_its_order_though_a_worker_is_killed(
    client: Any, folder: Path, tmp_path: Path
) -> None:
    paths = [folder, folder / "no-such.txt", *sorted((folder / "000").iterdir())[:3]]
    bag = read(paths, parser=deadly(tmp_path), partition_size=30)
    assert bag.npartitions == 7
    found = client.compute(bag).result()
    assert deaths(tmp_path) == 1
    assert list(map(told, found)) == list(map(told, PARSER.scan(paths)))
    assert len(found) == 264


def test_a_bag_reads_as_it_is_told(folder: Path, tmp_path: Path) -> None:
    one = folder / "000" / "00000.txt"
    strict = read(str(one), parser=PARSER, strict=True).compute(scheduler="sync")
    assert list(map(told, strict)) == list(map(told, PARSER.scan(one, strict=True)))
    (wrong,) = read(one, format="nara", parser=PARSER).compute(scheduler="sync")
    assert told(wrong) == told(next(PARSER.scan(one, format="nara")))
    assert read([], parser=PARSER).compute(scheduler="sync") == []
    (installed,) = read(one).compute(scheduler="sync")
    assert installed == PARSER.read(one)


def test_a_large_file_is_a_partition_of_its_own(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = (folder / "002.zip").stat().st_size
    monkeypatch.setattr("cableparse.distributed.PARTITION_BYTES", size - 1)
    first = sorted((folder / "000").iterdir())[:2]
    assert read([first[0], folder / "002.zip", first[1]], parser=PARSER).npartitions == 3


def test_files_elsewhere_are_in_a_bag_too(folder: Path) -> None:
    pytest.importorskip("fsspec", reason="the extra remote is not installed")
    url = (folder / "002.zip").as_uri()
    found = read(url, parser=PARSER).compute(scheduler="sync")
    assert found == list(PARSER.scan(url))
    assert len(found) == 60


def test_a_bag_that_is_made_again_reads_again(tmp_path: Path, client: Any) -> None:
    path = tmp_path / "a.txt"
    subjects = []
    kept = []
    for subject in ("SEALS", "LOCKS"):
        path.write_text(f"SUBJECT: {subject}\n", encoding="utf-8")
        kept.append(client.persist(read(path, format="telegram", parser=PARSER)))
        subjects.append(client.compute(kept[-1]).result()[0].subject)
    assert subjects == ["SEALS", "LOCKS"]


def test_documents_of_an_archive_come_one_after_the_other(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    happened: list[str] = []
    scan = Parser.scan

    def noting(self: Parser, *arguments: Any, **options: Any) -> Iterator[Cable | Failure]:
        for found in scan(self, *arguments, **options):
            happened.append("read")
            yield found

    monkeypatch.setattr(Parser, "scan", noting)
    bag = read(folder / "002.zip", parser=PARSER)
    bag.map(lambda _: happened.append("used")).count().compute(scheduler="sync")
    assert happened == ["read", "used"] * 60


def test_a_bag_can_not_be_of_nonsense(folder: Path) -> None:
    with pytest.raises(ValueError, match="one file at least, not 0"):
        read(folder, partition_size=0)
    with pytest.raises(UnknownPluginError, match="no-such"):
        read(folder, format="no-such")


# ---------------------------------------------------------------- the extra


def test_what_is_missing_is_named_with_the_extra(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, client: Any
) -> None:
    monkeypatch.setitem(sys.modules, "dask.bag", None)
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(MissingExtraError, match=r"cableparse\[dask\]"):
        read(folder)
    with pytest.raises(MissingExtraError, match=r"cableparse\[dask\]"):
        export(folder, tmp_path / "out.jsonl", parser=PARSER, client=client)


def test_dask_is_not_imported_before_it_is_used(folder: Path, tmp_path: Path) -> None:
    code = (
        "import sys, cableparse, cableparse.distributed\n"
        f"cableparse.export({str(folder / '000')!r}, {str(tmp_path / 'out.jsonl')!r})\n"
        "print(sorted({'dask', 'distributed'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
