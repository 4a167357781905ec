"""Workers that need no fuzzer: inputs that Hypothesis draws, and kept inputs changed blindly."""

import argparse
import contextlib
import time
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from cableparse.testing import (
    cable_like_bytes,
    cable_like_texts,
    damaged_copies,
    damaged_documents,
    documents,
)
from fuzz import corpus
from fuzz.diary import Diary
from fuzz.mutator import mutated

Worker = Callable[[Diary, int, float], None]

ROUND = 200
"""How many inputs Hypothesis draws with one seed."""

_TEXTS = st.one_of(documents(), damaged_documents(), cable_like_texts())
_INPUTS = st.one_of(
    _TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")),
    cable_like_bytes(),
    damaged_copies().map(lambda copy: copy.data),
)


def draw(diary: Diary, first_seed: int, end: float) -> None:
    """Ask what Hypothesis draws, with another seed each round, up to a time of the clock."""
    one_round = first_seed
    while time.monotonic() < end:

        @seed(one_round)
        @settings(
            max_examples=ROUND,
            deadline=None,
            database=None,
            phases=[Phase.generate],  # what is found is shortened by the reducer
            suppress_health_check=list(HealthCheck),
        )
        @given(_INPUTS)
        def ask(data: bytes) -> None:
            if time.monotonic() < end:
                diary.ask(data)

        ask()
        one_round += 1


def change(diary: Diary, first_seed: int, end: float) -> None:
    """Ask kept inputs, changed by the seeded mutator, up to a time of the clock."""
    inputs = corpus.inputs()
    number = 0
    while time.monotonic() < end:
        diary.ask(mutated(inputs, f"{first_seed} {number}"))
        number += 1


WORKERS: dict[str, Worker] = {"draw": draw, "change": change}


def main() -> None:
    """Run one worker, as the exploration tells it to."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("worker", choices=WORKERS)
    options.add_argument("--run", type=Path, required=True, help="the folder of the run")
    options.add_argument("--name", required=True, help="what the worker's files are called")
    options.add_argument("--seed", type=int, required=True)
    options.add_argument("--seconds", type=float, required=True)
    args = options.parse_args()
    diary = Diary(args.run, args.name)
    with contextlib.suppress(KeyboardInterrupt), contextlib.closing(diary):
        WORKERS[args.worker](diary, args.seed, time.monotonic() + args.seconds)


if __name__ == "__main__":
    main()
