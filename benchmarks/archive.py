"""How fast an archive is exported, in how much memory, and what it holds after it was killed.

    python benchmarks/archive.py                   speed and memory, as tables
    python benchmarks/archive.py --write docs      into docs/performance.md, with JSON and a plot
    python benchmarks/archive.py speed             each container and each target, 1 and 2 workers
    python benchmarks/archive.py memory            the largest process, for 1,000 and 10,000 cables,
                                                   and 100,000 into the targets of most use
    python benchmarks/archive.py memory --cables 100000
    python benchmarks/archive.py memory --write docs       the other's figures stay as they are
    python benchmarks/archive.py killed            killed twenty times, for each kind of target

Each figure is also given as a ratio to a floor that was measured in the same run: the same
documents read and encoded alone, in one process, with nothing to open and nothing to write. Of
several runs the fastest counts. The documents are invented, the same for the same seed. ``speed``
wants a quiet machine with two idle cores; ``memory`` and ``killed`` need /proc, as Linux has it.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from archive_figures import Memory, Speed, drawing, tables, write

import cableparse
from cableparse.testing import invented_archive, write_csv, write_folder, write_zip
from cableparse.testing.conformance.writing import content_of

SEED, KILLS, TEAMS = 0, 20, (1, 2)
SPEED, KILLED = 5000, 2500  # cables, unless told otherwise
TARGETS = (
    *("jsonl", "jsonl.gz", "jsonl.zst", "csv", "db", "parquet", "graphml", "site"),
    *("tei.xml", "annotations.jsonld", "md"),
)
# An archive of a hundred thousand takes minutes a target.
MEMORY = {1000: TARGETS, 10_000: TARGETS, 100_000: ("jsonl", "db", "parquet")}
PARSER = cableparse.Parser(autoload="bundled")

# Scripts of their own, which import what an export imports and no more: each worker imports them
# too. They print the seconds, and the most memory that the process held, in KB.
BEGIN = """
import json, sys, time
import cableparse
from cableparse.archive import engine
if __name__ == "__main__":
    parser = cableparse.Parser(autoload="bundled")
    seconds, began = 0.0, time.perf_counter()
"""
END = """
    status = open("/proc/self/status").read() if sys.platform == "linux" else ""
    peak = next((int(line.split()[1]) for line in status.splitlines() if "VmHWM" in line), 0)
    print(json.dumps({"seconds": seconds, "peak": peak}))
"""
EXPORT = f"""{BEGIN}
    engine.CHECKPOINT_COUNT = int(sys.argv[4])
    options = {{"parser": parser, "workers": int(sys.argv[3]), "resume": True}}
    done = cableparse.export(sys.argv[1], sys.argv[2], **options)
    seconds = time.perf_counter() - began
    assert not done.failed, done
{END}"""
ALONE = f"""{BEGIN}
    encode = parser.exporter(sys.argv[2]).encode
    for member in parser.members(sys.argv[1]):
        began = time.perf_counter()
        encode(parser.read_member(member))
        seconds += time.perf_counter() - began
{END}"""


def folder_of(place: Path, count: int) -> Path:
    """Write so many telegrams below a folder; none of them is at fault."""
    write_folder(invented_archive(count, SEED, faults=0), place)
    return place


# ---------------------------------------------------------------- speed


def speed(place: Path, count: int, runs: int) -> Iterator[Speed]:
    """Measure every container into JSON Lines, and a folder into every target."""
    folder = folder_of(place / "folder", count)
    for name, make in CONTAINERS.items():
        try:
            path = make(folder)
        except ImportError as error:
            print(f"left out: {name} ({error})", file=sys.stderr)
            continue
        yield from measured("container", name, path, "jsonl", count, runs)
    for ending in TARGETS:
        yield from measured("target", ending, folder, ending, count, runs)


def measured(of: str, name: str, path: Path, ending: str, count: int, runs: int) -> Iterator[Speed]:
    """Take floor and teams by turns, so that a disturbance is everyone's."""
    place = path.parent
    target = place / f"out.{ending}"
    times: dict[int, list[float]] = {team: [] for team in (0, *TEAMS)}
    for _ in range(runs):
        times[0].append(alone(place, path, target)["seconds"])
        for team in TEAMS:
            times[team].append(exported(place, path, target, team)["seconds"])
    for team in TEAMS:
        seconds, floor = min(times[team]), min(times[0])
        yield Speed(of=of, name=name, workers=team, cables=count, seconds=seconds, floor=floor)


def alone(place: Path, path: Path, target: Path) -> dict[str, float]:
    """Read and encode the documents and nothing else; the seconds of opening are not counted."""
    (script := place / "alone.py").write_text(ALONE)
    return ran([sys.executable, str(script), str(path), exporter_of(target).name])


def exported(place: Path, path: Path, target: Path, workers: int) -> dict[str, float]:
    """Export from end to end, the start of the workers included."""
    remove(target)
    return ran(command(place / "script.py", path, target, workers))


def ran(line: list[str]) -> dict[str, float]:
    done = subprocess.run(line, check=True, stdout=subprocess.PIPE, text=True)
    return dict(json.loads(done.stdout))


def exporter_of(target: Path) -> cableparse.ArchiveExporter:
    (exporter,) = (
        one for one in PARSER.registry.exporters if target.name.endswith(tuple(one.suffixes))
    )
    assert isinstance(exporter, cableparse.ArchiveExporter)
    return exporter


def remove(target: Path) -> None:
    """Take a target away; a folder is set aside to the end.

    For minutes after many files were deleted ext4 takes thirty times as long to make others.
    """
    if target.is_dir():
        target.rename(target.with_name(f"{target.name}.{time.time_ns()}"))
    target.unlink(missing_ok=True)


# ---------------------------------------------------------------- containers


def count_of(folder: Path) -> int:
    return sum(path.is_file() for path in folder.rglob("*"))


def zipped(folder: Path) -> Path:
    path = folder.with_name("in.zip")
    write_zip(invented_archive(count_of(folder), SEED, faults=0), path)
    return path


def tarred(ending: str, mode: str) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder.with_name(f"in.{ending}")
        with tarfile.open(path, mode) as archive:
            archive.add(folder, ".")
        return path

    return make


def zstandard_tarred(folder: Path) -> Path:
    from backports import zstd  # noqa: PLC0415  an extra

    path = folder.with_name("in.tar.zst")
    with zstd.open(path, "wb") as packed, tarfile.open(fileobj=packed, mode="w|") as archive:
        archive.add(folder, ".")
    return path


def seven_zipped(folder: Path) -> Path:
    import py7zr  # noqa: PLC0415  an extra

    path = folder.with_name("in.7z")
    with py7zr.SevenZipFile(path, "w") as archive:
        archive.writeall(folder, ".")
    return path


def compressed(folder: Path) -> Path:
    other = folder.with_name("compressed")
    for path in folder.rglob("*"):
        if path.is_file():
            to = other / path.relative_to(folder).with_name(f"{path.name}.gz")
            to.parent.mkdir(parents=True, exist_ok=True)
            to.write_bytes(gzip.compress(path.read_bytes()))
    return other


def table(folder: Path) -> Path:
    path = folder.with_name("cables.csv")
    write_csv(invented_archive(count_of(folder), SEED, faults=0), path)
    return path


def read_before(folder: Path) -> Path:
    path = folder.with_name("in.jsonl")
    cableparse.export(folder, path, parser=PARSER)
    return path


CONTAINERS: dict[str, Callable[[Path], Path]] = {
    "folder": lambda folder: folder,
    "zip": zipped,
    "tar": tarred("tar", "w"),
    "tar.gz": tarred("tar.gz", "w:gz"),
    "tar.bz2": tarred("tar.bz2", "w:bz2"),
    "tar.xz": tarred("tar.xz", "w:xz"),
    "tar.zst": zstandard_tarred,
    "7z": seven_zipped,
    "folder of .gz": compressed,
    "cables.csv": table,
    "jsonl": read_before,
}


# ---------------------------------------------------------------- memory


def memory(place: Path, counts: dict[int, tuple[str, ...]]) -> Iterator[Memory]:
    """Measure the largest processes, for so many cables into these targets."""
    if not Path("/proc/self/status").exists():
        sys.exit("memory is measured by /proc, which Linux has")
    for count, targets in counts.items():
        folder = folder_of(place / f"in{count}", count)
        for ending in targets:
            target = place / f"out{count}.{ending}"
            floor = alone(place, folder, target)["peak"]
            running = subprocess.Popen(
                command(place / "script.py", folder, target, 2), stdout=subprocess.PIPE, text=True
            )
            worker = 0
            while running.poll() is None:
                worker = max([worker, *map(peak, children(running.pid))])
                time.sleep(0.05)
            assert running.stdout is not None
            assert running.returncode == 0, ending
            writer = json.loads(running.stdout.read())["peak"]
            yield Memory(
                name=ending, cables=count, writer=mb(writer), worker=mb(worker), floor=mb(floor)
            )
            remove(target)


def mb(kilobytes: float) -> float:
    return round(kilobytes / 1024, 1)


def command(script: Path, folder: Path, target: Path, workers: int, every: int = 1000) -> list[str]:
    script.write_text(EXPORT)
    return [sys.executable, *map(str, (script, folder, target, workers, every))]


# ---------------------------------------------------------------- killed


def killed(place: Path, count: int) -> None:
    folder = folder_of(place / "in", count)
    for suffix in (".jsonl", ".db", ".parquet", ".jsonl.gz", ".graphml", ".site"):
        choice = random.Random(SEED)
        target, whole = place / f"out{suffix}", place / f"whole{suffix}"
        journal = target.with_name(f"{target.name}.journal")
        line = command(place / "script.py", folder, target, 2, 40)
        kills = 0
        while kills < KILLS:
            before = done(journal)
            running = subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            step = choice.randrange(0, max(1, (count - before) // (KILLS - kills + 2)))
            while running.poll() is None and done(journal) < before + step:
                time.sleep(0.001)
            time.sleep(choice.random() / 10)
            running.kill()
            running.wait()
            kills += 1
            if target.exists() and not journal.exists():
                break  # it came to its end first
        if journal.exists() or not target.exists():
            subprocess.run(line, check=True, stdout=subprocess.DEVNULL)
        line = command(place / "script.py", folder, whole, 2, 40)
        subprocess.run(line, check=True, stdout=subprocess.DEVNULL)
        same = content_of(target, rows=True) == content_of(whole, rows=True)
        print(f"{suffix:10} killed {kills} times: {'the same' if same else 'ANOTHER'}", flush=True)


def done(journal: Path) -> int:
    try:
        return int(json.loads(journal.read_bytes())["done"])
    except FileNotFoundError:
        return 0


def children(process: int) -> list[int]:
    try:
        return [
            int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text().split()
        ]
    except OSError:
        return []


def peak(process: int) -> int:
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in status.splitlines() if "VmHWM" in line), 0)


def main() -> None:
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("what", nargs="*", help="speed, memory (both unless told otherwise), killed")
    asked.add_argument(
        "--cables", type=int, action="append", metavar="N",
        help=f"how many: {SPEED} for speed, {KILLED} for killed, {[*MEMORY]} for memory, where it "
        "can be given more than once and is for every target",
    )  # fmt: skip
    asked.add_argument("--runs", type=int, default=3, help="of which the fastest counts")
    asked.add_argument("--write", type=Path, metavar="DOCS", help="the folder of performance.md")
    given = asked.parse_args()
    what = given.what or ["speed", "memory"]
    if unknown := set(what) - {"speed", "memory", "killed"}:
        asked.error(f"there is no {' and no '.join(sorted(unknown))}")
    if given.write is not None:
        if "killed" in what:
            asked.error("--write has no place for killed: name speed, memory, or neither")
        drawing()  # it would be a pity to find out afterwards
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        if "killed" in what:
            killed(place, (given.cables or [KILLED])[0])
        figures: list[Speed | Memory] = []
        if "speed" in what:
            figures += speed(place, (given.cables or [SPEED])[0], given.runs)
        if "memory" in what:
            figures += memory(place, dict.fromkeys(given.cables or [], TARGETS) or MEMORY)
    if given.write is not None:
        write(figures, given.write)
    elif figures:
        print(tables(figures))


if __name__ == "__main__":
    main()
