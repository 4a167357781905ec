"""The processes that explore: who they are, and how they are started and ended."""

import importlib.util
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path

from fuzz import corpus

_LAST_WORD = 5  # seconds that a process has to end when it is told to


def has_atheris() -> bool:
    """Tell whether the fuzzer that coverage guides is installed."""
    return importlib.util.find_spec("atheris") is not None


class Team:
    """The workers of one exploration: each its own process, in the folder of the run.

    One in two is guided by coverage and one draws by Hypothesis; without atheris kept inputs are
    changed blindly instead. There are at least two, whatever the machine has.
    """

    def __init__(self, run: Path, grown: Path, seed: int, cores: int) -> None:
        self._run = run
        self._grown = grown
        self._seed = seed
        kinds = ("guide" if has_atheris() else "change", "draw")
        names = islice(cycle(kinds), max(2, cores))
        self._names = [f"{kind}-{number}" for number, kind in enumerate(names)]
        self._processes: dict[str, subprocess.Popen[bytes]] = {}
        self._end = 0.0
        self.failed: list[str] = []
        """What workers died of that no input did to them."""

    def start(self, seconds: float) -> None:
        """Start every worker."""
        corpus.spread(corpus.inputs(), self._run / "kept")
        self._grown.mkdir(parents=True, exist_ok=True)
        self._end = time.monotonic() + seconds
        for name in self._names:
            self._start(name)

    def at_work(self) -> bool:
        """Tell whether a worker is at work; one that an input ended is started once more."""
        for name, process in list(self._processes.items()):
            status = process.poll()
            if status is None:
                continue
            del self._processes[name]
            if status and any(self._artifacts(name)):
                self._start(name)
            elif status:
                log = self._log(name).read_text("utf-8", "replace")
                self.failed.append(f"{name} ended with {status}: {log[-2000:].strip()}")
        return bool(self._processes)

    def stop(self) -> None:
        """End every worker that is still at work."""
        for process in self._processes.values():
            process.terminate()
        for process in self._processes.values():
            try:
                process.wait(_LAST_WORD)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self._processes.clear()

    def _start(self, name: str) -> None:
        seconds = int(self._end - time.monotonic())
        if seconds < 1:
            return
        self._seed += 1_000_000  # no two workers, and no two lives of one, do the same
        told = ["--run", str(self._run), "--name", name]
        told += ["--seed", str(self._seed % 2**31), "--seconds", str(seconds)]
        kind = name.partition("-")[0]
        if kind == "guide":
            program = ["fuzz.guided", *told, str(self._grown), str(self._run / "kept")]
        else:
            program = ["fuzz.workers", kind, *told]
        self._processes[name] = _started(program, self._log(name))

    def _log(self, name: str) -> Path:
        return self._run / f"{name}.log"

    def _artifacts(self, name: str) -> list[Path]:
        """Give the inputs that ended a guided worker: libFuzzer wrote them down."""
        return artifacts(self._run, name)


def artifacts(run: Path, name: str = "*") -> list[Path]:
    """Give the inputs on which a process died, took too long or used too much memory."""
    kinds = ("crash", "timeout", "oom")
    return sorted(path for kind in kinds for path in run.glob(f"{name}-{kind}-*"))


def minimize(folders: Sequence[Path], into: Path, run: Path) -> bool:
    """Write those inputs of the folders into another that together reach what all of them reach."""
    into.mkdir(parents=True, exist_ok=True)
    told = ["--run", str(run), "--name", "merge", "--merge", str(into), *map(str, folders)]
    process = _started(["fuzz.guided", *told], run / "merge.log")
    try:
        return process.wait() == 0
    except KeyboardInterrupt:
        process.terminate()
        return False


def _started(program: Sequence[str], log: Path) -> subprocess.Popen[bytes]:
    """Start a program of this package out of reach of Ctrl-C, which ends the search in order."""
    environment = {**os.environ, "PYTHONPATH": str(corpus.ROOT)}
    with log.open("ab") as out:
        return subprocess.Popen(
            [sys.executable, "-m", *program],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            cwd=corpus.ROOT,
            env=environment,
            start_new_session=True,
        )
