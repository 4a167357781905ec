"""How fast an archive is exported, in how much memory, and what it holds after it was killed.

    python benchmarks/archive.py speed     one worker and two, beside parse and encode alone
    python benchmarks/archive.py memory    the largest process, for 10,000 cables and 100,000
    python benchmarks/archive.py killed    killed twenty times, for each kind of target

The documents are invented, the same for the same seed. A quiet machine with two idle cores is
needed for ``speed``. ``killed`` needs /proc, as Linux has it.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import cableparse
from cableparse.testing import drafts, render
from cableparse.testing.conformance.writing import content_of

SEED, DIFFERENT, RUNS, KILLS = 0, 200, 3, 20
SHORT = "UNCLAS HALIFAX {number:06d}\nTAGS: ETRD\nSUBJECT: FERRY {number}\n\n1. (U) It is late.\n"

EXPORT = """
import sys
import cableparse
from cableparse.archive import engine
if __name__ == "__main__":
    engine.CHECKPOINT_COUNT = int(sys.argv[4])
    options = {"parser": cableparse.Parser(autoload="bundled"), "workers": int(sys.argv[3])}
    cableparse.export(sys.argv[1], sys.argv[2], resume=True, **options)
    status = open("/proc/self/status").read() if sys.platform == "linux" else ""
    print(next((line.split()[1] for line in status.splitlines() if "VmHWM" in line), 0))
"""


def archive(folder: Path, count: int, *, short: bool = False) -> Path:
    """Write so many telegrams into folders of a thousand."""
    texts = [] if short else [render(one).text for one in drafts(seed=SEED, count=DIFFERENT)]
    for number in range(count):
        path = folder / f"{number // 1000:03d}" / f"{number:06d}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = SHORT.format(number=number) if short else texts[number % DIFFERENT]
        path.write_text(text, encoding="utf-8")
    return folder


def command(script: Path, folder: Path, target: Path, workers: int, every: int = 1000) -> list[str]:
    script.write_text(EXPORT)
    return [sys.executable, *map(str, (script, folder, target, workers, every))]


def speed(place: Path, count: int) -> None:
    folder = archive(place / "in", count)
    parser = cableparse.Parser(autoload="bundled")
    exporter = parser.exporter("jsonl")
    assert isinstance(exporter, cableparse.ArchiveExporter)

    def alone() -> float:
        began = time.perf_counter()
        for path in sorted(folder.rglob("*.txt")):
            exporter.encode(parser.read(path))
        return time.perf_counter() - began

    def exported(workers: int) -> float:
        target = place / "out.jsonl"
        target.unlink(missing_ok=True)
        began = time.perf_counter()
        if workers == 1:
            cableparse.export(folder, target, parser=parser)
        else:  # end to end, the start of the processes included
            subprocess.run(command(place / "script.py", folder, target, workers), check=True,
                           stdout=subprocess.DEVNULL)  # fmt: skip
        return time.perf_counter() - began

    runs = [(alone(), exported(1), exported(2)) for _ in range(RUNS)]
    bare, one, two = (min(times) for times in zip(*runs, strict=True))
    print(f"parse and encode alone  {bare:6.2f} s  {count / bare:6.0f} cables a second")
    print(f"export, one worker      {one:6.2f} s  {one / bare:.2f} times that")
    print(f"export, two workers     {two:6.2f} s  {one / two:.2f} times as fast as one")


def memory(place: Path, counts: list[int]) -> None:
    for count in counts:
        folder = archive(place / f"in{count}", count, short=True)
        line = command(place / "script.py", folder, place / f"out{count}.jsonl", 2)
        running = subprocess.Popen(line, stdout=subprocess.PIPE, text=True)
        largest = 0
        while running.poll() is None:
            largest = max([largest, *map(peak, children(running.pid))])
            time.sleep(0.2)
        assert running.stdout is not None
        main = int(running.stdout.read())
        print(
            f"{count:7} cables: {main / 1024:.0f} MB who writes, {largest / 1024:.0f} MB a worker"
        )


def killed(place: Path, count: int) -> None:
    folder = archive(place / "in", count)
    for suffix in (".jsonl", ".db", ".parquet", ".jsonl.gz", ".graphml"):
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
            if not journal.exists():
                break  # it came to its end first
        if journal.exists():
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
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("what", choices=["speed", "memory", "killed"])
    asked.add_argument("--count", type=int, action="append")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if given.what == "speed":
            speed(Path(folder), *(given.count or [20_000]))
        elif given.what == "memory":
            memory(Path(folder), given.count or [10_000, 100_000])
        else:
            killed(Path(folder), *(given.count or [2500]))


if __name__ == "__main__":
    main()
