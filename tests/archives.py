"""Folders of invented telegrams, and plugins that get in the way of an export."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import cableparse
from cableparse import Cable

CABLE = """\
R 141530Z FEB 08
FM AMCONSUL HALIFAX
TO RUEHC/SECSTATE WASHDC 1200

UNCLAS HALIFAX {number:06d}

E.O. 12958: N/A
TAGS: ETRD, CA
SUBJECT: FERRY {number} RUNS LATE

REF: A. HALIFAX {referred}
     B. OSLO 99

1. (U) Ferry {number} runs late, the crew said – “again.”

2. (SBU) XXXXXXXXXXXX will watch ferry {number} too.

KESTREL
"""


def archive(folder: Path, count: int) -> Path:
    """Write so many telegrams into folders of fifty; in the order of their names."""
    for number in range(count):
        path = folder / f"{number // 50:03d}" / f"{number:05d}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(CABLE.format(number=number + 1, referred=number or 7777), encoding="utf-8")
    return folder


def lines_of(target: Path) -> list[bytes]:
    """Give the lines of a file of JSON Lines."""
    return target.read_bytes().splitlines(keepends=True)


class Slips:
    """An exporter of the older contract; it can't write the cable of one subject."""

    name = "slips"
    suffixes = (".slips",)

    def open(self, target):
        return SlipsWriter(target)


class SlipsWriter:
    def __init__(self, target):
        self.target = target

    def __enter__(self):
        self.file = Path(self.target).open("w", encoding="utf-8")
        return self

    def __exit__(self, *exception):
        self.file.close()

    def write(self, cable: Cable):
        if "FERRY 3 " in (cable.subject or ""):
            raise ValueError("no third ferry")
        self.file.write(f"{cable.subject}\n")


class Unsendable:
    """Encodes to what no other process can be given."""

    name = "unsendable"
    suffixes = (".unsendable",)

    def open(self, target):
        return cableparse.Parser(autoload="bundled").exporter("jsonl").open(target)

    def encode(self, cable):
        return lambda: cable

    def resume(self, target, token):
        raise NotImplementedError


class Sinking:
    """An enricher that ends its process where a file says so, as the system may."""

    name = "sinking"
    after: tuple[str, ...] = ()

    def enrich(self, cable: Cable) -> Cable:
        import os

        sunk = Path(os.environ.get("SINKING", "nowhere"))
        if "FERRY 150 " in (cable.subject or "") and sunk.exists():
            os._exit(9)
        return cable


@cableparse.hookimpl
def cableparse_exporters() -> Iterator[object]:
    yield Slips()
    yield Unsendable()


@cableparse.hookimpl
def cableparse_enrichers() -> Iterator[object]:
    yield Sinking()


class Deadly:
    """A plugin with an enricher that kills the process that reads one cable, once or each time.

    Each death leaves a file in a folder. The process that is ``spared`` is not killed.
    """

    name = "deadly"
    before = after = ()

    def __init__(self, subject: str, folder: str, spared: int, always: bool) -> None:
        self.subject = subject
        self.folder = folder
        self.spared = spared
        self.always = always

    @cableparse.hookimpl
    def cableparse_enrichers(self):
        return [self]

    def enrich(self, cable: Cable) -> Cable:
        if self.subject in (cable.subject or "") and os.getpid() != self.spared:
            before = len(list(Path(self.folder).iterdir()))
            if self.always or not before:
                Path(self.folder, str(before + 1)).touch()
                os.kill(os.getpid(), signal.SIGKILL)
        return cable
