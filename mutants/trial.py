"""A copy of the project in which one change after another is put before the tests.

The checkout itself is only read: whatever ends a run, it is as it was.
"""

import enum
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from attrs import define, field

from mutants.changes import Change

# What the tests read besides the sources.
_COPIED = ("src", "plugins", "tests", "docs", "seeds", "fuzz", "benchmarks", "mutants", ".ci")
_LEFT_OUT = shutil.ignore_patterns("__pycache__", "_build", "*.egg-info")
# Without the tests that take most of the time and ask little of the rooms that are changed, and
# without those of what is installed, which see that code and not the copy.
_SLOW = ("testing", "fuzz", "mutants", "cli", "plugins/test_sample_distribution.py")
_QUICK = ("tests", *(f"--ignore=tests/{name}" for name in _SLOW))
_PYTEST = ("-m", "pytest", "-x", "-q", "--no-header", "--tb=line", "-p", "no:cacheprovider")


class Outcome(enum.Enum):
    """What the tests said of a change."""

    KILLED = "killed"
    TIMED_OUT = "timed out"
    SURVIVED = "SURVIVED"


@define
class Trial:
    """The copy in ``folder``; ``patience`` is the seconds that one run of the tests may take."""

    folder: Path
    patience: float = 600.0
    _stamp: int = field(default=1_000_000_000, init=False)

    @property
    def log(self) -> Path:
        """What the last run of the tests printed."""
        return self.folder.parent / "log.txt"

    def sound(self) -> float | None:
        """Run the tests on the code as it is: the seconds they took, None where one fails.

        Each later run may take three times as long.
        """
        began = time.monotonic()
        if self._run(_QUICK) is not Outcome.SURVIVED:
            return None
        took = time.monotonic() - began
        self.patience = 3 * took + 10
        return took

    def of(self, change: Change) -> Outcome:
        """Put one change before the tests, those of its module first, and take it away again."""
        self._write(change.path, change.after())
        try:
            for tests in self._near(change.path):
                if (outcome := self._run((tests,))) is not Outcome.SURVIVED:
                    return outcome
            return self._run(_QUICK)
        finally:
            self._write(change.path, change.before)

    def _near(self, path: str) -> list[str]:
        """Give the file that mirrors the module, or the nearest folder of tests above it."""
        module = Path(path)
        room = Path("tests", *module.parts[2:-1])
        if module.parts[0] == "plugins":
            room = Path("tests/bundled")
        mirror = room / f"test_{module.stem}.py"
        near = mirror if (self.folder / mirror).is_file() else room
        return [near.as_posix()] if near != Path("tests") and (self.folder / near).exists() else []

    def _write(self, path: str, text: str) -> None:
        """Write a module with a time of its own: no bytecode of another change fits it."""
        file = self.folder / path
        file.write_text(text, encoding="utf-8")
        self._stamp += 10
        os.utime(file, (self._stamp, self._stamp))

    def _run(self, tests: tuple[str, ...]) -> Outcome:
        folders = os.pathsep.join(str(self.folder / name) for name in ("src", "plugins"))
        with self.log.open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, *_PYTEST, *tests],
                cwd=self.folder,
                env=os.environ | {"PYTHONPATH": folders},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # a group of its own: what the tests started ends with them
            )
        try:
            status = process.wait(self.patience)
        except subprocess.TimeoutExpired:
            return Outcome.TIMED_OUT
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        return Outcome.KILLED if status else Outcome.SURVIVED


@contextmanager
def trial(root: Path) -> Iterator[Trial]:
    """Copy what the tests need to a temporary folder, which is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="mutants-") as name:
        folder = Path(name) / "project"
        for part in _COPIED:
            shutil.copytree(root / part, folder / part, ignore=_LEFT_OUT)
        for file in root.iterdir():
            if file.is_file() and not file.is_symlink():
                shutil.copy2(file, folder / file.name)
        yield Trial(folder)
