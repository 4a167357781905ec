"""An exploration: new inputs on all cores for as long as it is told, and what they broke is kept.

Between runs a corpus grows in a folder outside version control. What a run found and did not get to
shorten stands there too, and the next run takes it up.
"""

import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from attrs import frozen

from fuzz import corpus
from fuzz.checks import Broken, broken_anywhere
from fuzz.decide import one_of_each_kind, usable_cores
from fuzz.diary import counted, findings, forget
from fuzz.findings import Finding, found_by, shortened
from fuzz.team import Team, artifacts, has_atheris, minimize

FOLDER = corpus.ROOT / ".explore"

_OFTEN = 0.5  # seconds between two looks at the workers
_GRACE = 90  # seconds more that workers have for their last input before they are ended
_FEW = 200  # inputs that the grown corpus may gain before it is minimized

Say = Callable[[str], None]


@frozen
class Explored:
    """What an exploration came to: inputs asked, new faults kept, and what went wrong besides."""

    inputs: int
    kept: tuple[Path, ...]
    known: tuple[Path, ...]
    failed: tuple[str, ...]

    @property
    def clean(self) -> bool:
        """Whether nothing is wrong, with the library or with a worker."""
        return not (self.kept or self.known or self.failed)


def explore(
    seconds: float,
    seed: int,
    say: Say,
    progress: Say,
    folder: Path = FOLDER,
    crashes: Path = corpus.CRASHES,
) -> Explored:
    """Explore for a time, keep what was found among ``crashes``, and say how to see it again.

    ``say`` is told what matters, ``progress`` how far it is. An interrupt ends the search and not
    the run: what was found until then is shortened and kept.
    """
    if not has_atheris():
        say("atheris is not installed (pip install atheris): kept inputs are changed blindly")
    run, grown = folder / "run", folder / "corpus"
    run.mkdir(parents=True, exist_ok=True)
    _tidy(run)
    for mended in forget(run, lambda data: found_by(broken_anywhere, data) is None):
        say(f"left by an earlier run and mended since: {mended.broken.kind}")
    known = dict(_still_broken(crashes))
    for path, finding in known.items():
        say(f"known and not mended yet: {path}\n  {finding.broken}")
    team = Team(run, grown, seed, usable_cores())
    before = len(list(grown.iterdir())) if grown.is_dir() else 0
    began = time.monotonic()
    interrupted = False
    try:
        team.start(seconds)
        while team.at_work() and time.monotonic() < began + seconds + _GRACE:
            passed = time.monotonic() - began
            found = len(one_of_each_kind(findings(run)))
            progress(
                f"{passed:.0f} of {seconds:.0f} s, {counted(run):,} inputs "
                f"({counted(run) / max(passed, 1):.0f} a second), {found} faults"
            )
            time.sleep(_OFTEN)
    except KeyboardInterrupt:
        interrupted = True
    finally:
        team.stop()
    asked = counted(run)
    new = [
        finding
        for finding in one_of_each_kind((*_that_ended_a_worker(run), *findings(run)))
        if finding.broken.kind not in {one.broken.kind for one in known.values()}
    ]
    kept = tuple(_keep(finding, crashes, say, progress) for finding in new)
    _tidy(run, findings_too=True)
    if not interrupted and has_atheris() and len(list(grown.iterdir())) > before + _FEW:
        progress("minimizing the corpus")
        _minimize(folder, grown, run)
    progress("")
    passed = time.monotonic() - began
    say(f"{asked:,} inputs in {passed:.0f} s, {len(kept)} new faults, {len(known)} known ones")
    for failure in team.failed:
        say(f"a worker failed: {failure}")
    return Explored(asked, kept, tuple(known), tuple(team.failed))


def _keep(finding: Finding, crashes: Path, say: Say, progress: Say) -> Path:
    progress(f"shortening {len(finding.data)} bytes: {finding.broken.kind}")
    short = shortened(finding)
    path = short.keep(crashes)
    progress("")
    shown = path.relative_to(corpus.ROOT) if path.is_relative_to(corpus.ROOT) else path
    say(f"{short.broken}\n  {short.data!r}\n  see it again: python -m fuzz replay {shown}")
    return path


def _still_broken(crashes: Path) -> Iterator[tuple[Path, Finding]]:
    """Give the kept inputs that still break a law: they are no news."""
    for path in sorted(crashes.iterdir()):
        if finding := found_by(broken_anywhere, path.read_bytes()):
            yield path, finding


def _that_ended_a_worker(run: Path) -> Iterator[Finding]:
    """Give the inputs that ended a guided worker, and so were never written down."""
    for path in artifacts(run):
        kind = path.name.split("-")[2]
        yield Finding(path.read_bytes(), Broken(f"law-2-{kind}", "ended the process"))


def _minimize(folder: Path, grown: Path, run: Path) -> None:
    """Put the grown corpus's best in its place."""
    smaller = folder / "smaller"
    shutil.rmtree(smaller, ignore_errors=True)
    if minimize([grown], smaller, run):
        shutil.rmtree(grown)
        smaller.replace(grown)


def _tidy(run: Path, *, findings_too: bool = False) -> None:
    """Take away what a run left: counts and logs, and findings only when they are kept."""
    patterns: Iterable[str] = ("*.count", "*.log", "*.words", "*.part")
    if findings_too:
        patterns = (*patterns, "*.json", "*-crash-*", "*-timeout-*", "*-oom-*")
    for pattern in patterns:
        for path in run.glob(pattern):
            path.unlink()
