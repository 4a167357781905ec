"""Inputs that break a law: shortened, named for the law, and kept."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from attrs import frozen

from fuzz.checks import EVERY_SET, Broken, broken
from fuzz.patience import TooSlow, at_most
from fuzz.reducer import reduced

Question = Callable[[bytes], Broken | None]


@frozen
class Finding:
    """An input and a law that it breaks."""

    data: bytes
    broken: Broken

    @property
    def name(self) -> str:
        """The name of the file to keep it in: the law, and a digest that tells inputs apart."""
        digest = hashlib.sha256(self.data).hexdigest()[:8]
        return f"{self.broken.law.casefold()}-{digest}.txt"

    def keep(self, folder: Path) -> Path:
        """Write the input into a folder; gives the path."""
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / self.name
        path.write_bytes(self.data)
        return path


def found_by(question: Question, data: bytes) -> Finding | None:
    """Ask a question of an input; an answer that never comes is a finding too (law 2)."""
    try:
        with at_most():
            answer = question(data)
    except TooSlow as error:
        answer = Broken("law-2-TooSlow", str(error))
    return None if answer is None else Finding(data, answer)


def shortened(finding: Finding) -> Finding:
    """Give the shortest part of the input that reducing leads to and that is wrong alike.

    Alike is: the same law, or the same error at the same place, read as the same format, with the
    fewest enrichers that do. What never ends is given back as it is.
    """
    if finding.broken.law == "law-2-TooSlow":
        return finding
    kind, way = finding.broken.kind, finding.broken.way

    def wrong_alike(data: bytes, number: int) -> Finding | None:
        again = found_by(lambda data: broken(data, way, (number,)), data)
        return again if again is not None and again.broken.kind == kind else None

    sets = sorted(EVERY_SET, key=int.bit_count)
    fewest = next((number for number in sets if wrong_alike(finding.data, number)), None)
    if fewest is None:
        return finding
    shorter = reduced(finding.data, lambda data: wrong_alike(data, fewest) is not None)
    return wrong_alike(shorter, fewest) or finding
