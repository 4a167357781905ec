"""What a worker of an exploration leaves behind: how many inputs it asked, and what it found.

Workers are processes of their own and may end at any time; so each writes files, and whoever
started it reads them.
"""

import json
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs

from fuzz.checks import Broken, broken_somewhere, plain_bytes
from fuzz.findings import Finding, found_by

_MOST_OF_A_KIND = 3  # a fault is met again and again; the shortest of a few is taken
_OFTEN = 0.5  # seconds between two countings


class Diary:
    """The files of one worker in the folder of a run."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder = folder
        self._count_file = folder / f"{name}.count"
        self._count = 0
        self._written = 0.0
        self._kinds: Counter[str] = Counter()

    def ask(self, data: bytes) -> None:
        """Ask one input, count it, and write down what it breaks; nothing is raised."""
        data = plain_bytes(data)
        self.note(found_by(broken_somewhere, data))

    def note(self, finding: Finding | None) -> None:
        """Count an input that was asked, and write down what was found."""
        self._count += 1
        if finding is not None:
            self._kinds[finding.broken.kind] += 1
            if self._kinds[finding.broken.kind] <= _MOST_OF_A_KIND:
                self._write_down(finding)
        now = time.monotonic()
        if now - self._written > _OFTEN:
            self.close()
            self._written = now

    def close(self) -> None:
        """Write the count down."""
        self._count_file.write_text(str(self._count), encoding="ascii")

    def _write_down(self, finding: Finding) -> None:
        entry = {"data": finding.data.decode("latin-1"), **attrs.asdict(finding.broken)}
        path = _written(self.folder, finding)
        # Written beside and moved, so that nobody reads half of it.
        path.with_suffix(".part").write_text(json.dumps(entry), encoding="ascii")
        path.with_suffix(".part").replace(path)


def _written(folder: Path, finding: Finding) -> Path:
    return folder / f"{finding.name}.json"


def counted(folder: Path) -> int:
    """Give how many inputs the workers of a run have asked so far."""
    counts = (path.read_text(encoding="ascii") for path in folder.glob("*.count"))
    return sum(int(count or 0) for count in counts)


def findings(folder: Path) -> Iterator[Finding]:
    """Give what the workers of a run have written down so far, the short ones first."""
    entries = [json.loads(path.read_text("ascii")) for path in folder.glob("*.json")]
    for entry in sorted(entries, key=lambda entry: (len(entry["data"]), entry["data"])):
        data = entry.pop("data").encode("latin-1")
        entry["enrichers"] = tuple(entry["enrichers"])
        yield Finding(data, Broken(**entry))


def forget(folder: Path, holds_no_more: Callable[[bytes], bool]) -> Iterator[Finding]:
    """Take away what was written down and is no finding any more; gives each."""
    for finding in [*findings(folder)]:
        if holds_no_more(finding.data):
            _written(folder, finding).unlink()
            yield finding
