"""The deciding run: one commit gives one answer, on every machine.

What is asked depends on nothing but the kept corpus, the specimens and the seeded mutator: on no
clock, no chance, no order of processes, and no fuzzer that installs here and not there. The digest
that is printed is of every input in order: where it is the same, the same was asked.
"""

import hashlib
import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor

from fuzz import corpus
from fuzz.checks import broken_anywhere, broken_somewhere, plain_bytes
from fuzz.findings import Finding, found_by, shortened
from fuzz.mutator import mutated

SEED = 7
MUTATIONS = 14_000
"""How many mutations are drawn: a quarter of a minute of work for two cores."""

_PORTION = 50  # inputs that a process is handed at once


def decide(say: Callable[[str], None]) -> int:
    """Ask everything and say what came out; gives the count of faults that were found."""
    kept = corpus.inputs()
    changed = mutations(corpus.kept(), MUTATIONS)  # alone: a new specimen draws no other inputs
    say(
        f"{len(kept)} kept inputs, as every format with every set of enrichers, and {len(changed)} "
        f"mutations of them (inputs {digest((*kept, *changed))})"
    )
    with ProcessPoolExecutor(usable_cores()) as pool:
        found = [
            *pool.map(_asked_everything, kept, chunksize=4),
            *pool.map(_asked_once, changed, chunksize=_PORTION),
        ]
    faults = one_of_each_kind(finding for finding in found if finding is not None)
    for finding in faults:
        short = shortened(finding)
        say(f"{short.broken}\n  {short.data!r}")
    say(f"{len(faults)} faults" if faults else "no law is broken")
    return len(faults)


def mutations(inputs: Sequence[bytes], count: int) -> list[bytes]:
    """Draw mutations: each depends on the inputs, the seed and its own number alone."""
    return [plain_bytes(mutated(inputs, f"{SEED} {number}")) for number in range(count)]


def digest(inputs: Iterable[bytes]) -> str:
    """Give a digest of inputs in order."""
    whole = hashlib.sha256()
    for data in inputs:
        whole.update(len(data).to_bytes(8, "big") + data)
    return whole.hexdigest()[:16]


def one_of_each_kind(findings: Iterable[Finding]) -> list[Finding]:
    """Give the first of those findings that say the same."""
    kinds: dict[str, Finding] = {}
    for finding in findings:
        kinds.setdefault(finding.broken.kind, finding)
    return list(kinds.values())


def usable_cores() -> int:
    """Give how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _asked_everything(data: bytes) -> Finding | None:
    return found_by(broken_anywhere, data)


def _asked_once(data: bytes) -> Finding | None:
    return found_by(broken_somewhere, data)
