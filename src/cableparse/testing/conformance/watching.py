"""Sees what a plugin does beside its work: the network, files, other programs, the environment."""

import contextlib
import decimal
import io
import locale
import os
import random
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from attrs import Factory, define


@define
class Seen:
    """What was done while the watch was on, in order, as a person would say it."""

    network: list[str] = Factory(list)
    writes: list[tuple[str, str]] = Factory(list)
    """Pairs of what was done and the path it was done to, empty where there is none."""


@contextlib.contextmanager
def watched() -> Iterator[Seen]:
    """Watch this thread. The network is refused, whatever else happens is only noted."""
    global _hooked  # noqa: PLW0603
    if not _hooked:
        # An audit hook cannot be taken away again; it costs next to nothing while no watch is on.
        sys.addaudithook(_audit)
        _hooked = True
    before = getattr(_watch, "seen", None)
    _watch.seen = seen = Seen()
    try:
        yield seen
    finally:
        _watch.seen = before


def surroundings() -> dict[str, Any]:
    """Give the state of the process that a plugin has no business to change, by name."""
    return {
        "os.environ": dict(os.environ),
        "the working directory": Path.cwd(),
        "sys.path": list(sys.path),
        "the recursion limit": sys.getrecursionlimit(),
        "the state of random": random.getstate(),
        "the locale": locale.setlocale(locale.LC_ALL),
        "the decimal context": repr(decimal.getcontext()),
        "warnings.filters": list(warnings.filters),
        "sys.stdout": sys.stdout,
        "sys.stderr": sys.stderr,
    }


def changed(run: Callable[[], object]) -> list[str]:
    """Run something; say which of its surroundings it changed, and whether it printed."""
    printed, complained = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(complained):
        before = surroundings()
        run()
        after = surroundings()
    found = [f"{name} changed" for name, value in before.items() if value != after[name]]
    streams = (("standard output", printed), ("standard error", complained))
    found += [f"{text.getvalue()!r} was written to {name}" for name, text in streams if text.tell()]
    return found


_watch = threading.local()
_hooked = False

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_NETWORK = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "imaplib.", "poplib.", "nntplib.")
_CHANGES = frozenset(
    {
        "os.chdir",
        "os.chmod",
        "os.link",
        "os.mkdir",
        "os.putenv",
        "os.remove",
        "os.rename",
        "os.rmdir",
        "os.symlink",
        "os.system",
        "os.truncate",
        "os.unsetenv",
        "shutil.rmtree",
        "os.posix_spawn",
        "os.fork",
        "sqlite3.connect",
        "subprocess.Popen",
    }
)
# What is told with the open folder that a name is of, or with -1.
_WITHIN = frozenset({"os.remove", "os.rmdir"})


def _audit(event: str, arguments: tuple[Any, ...]) -> None:
    seen: Seen | None = getattr(_watch, "seen", None)
    if seen is None:
        return
    if event.startswith(_NETWORK):
        seen.network.append(event)
        raise ConnectionRefusedError(f"{event}: a plugin reaches no network")
    path = str(arguments[0]) if arguments else ""
    if "__pycache__" in path:
        return  # Python's own, when a plugin's module is first imported
    if event == "open":
        flags = arguments[2] if isinstance(arguments[2], int) else 0
        if flags & _WRITES and not isinstance(arguments[0], int):
            seen.writes.append(("opened for writing", path))
    elif event in _WITHIN and arguments[-1] >= 0:
        return  # a step of shutil.rmtree, which was noted: its names are those of a folder
    elif event in _CHANGES:
        seen.writes.append((event, path))
