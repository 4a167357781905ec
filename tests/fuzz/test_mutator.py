"""The mutator: its choices depend on the seed alone, and every change changes what it says."""

import random
from collections import Counter

import pytest

from fuzz.mutator import CHANGES, LONGEST, Choices, cut_off, mutated, spliced, without_lines

INPUTS = (
    b"FM AMEMBASSY OSLO\nTO SECSTATE WASHDC\nSUBJECT: BUOYS\n\n1. (U) The lock is shut.\n",
    b"08OSLO12\nUNCLASSIFIED\n",
    "¶1. (SBU) Nobody counts.\r\n".encode(),
    b"\xff\xfe\x00",
    b"",
)


def test_a_choice_asks_nothing_but_random() -> None:
    # The one method whose numbers are promised to be the same from one Python to the next.
    numbers = random.Random("cableparse").random
    choices = Choices("cableparse")
    for end in (2, 100, 7, 1):
        assert choices.below(end) == int(numbers() * end)
    assert choices.one_of("abc") == "abc"[int(numbers() * 3)]


def test_the_same_seed_gives_the_same_input() -> None:
    seeds = [f"seed {number}" for number in range(50)]
    assert [mutated(INPUTS, one) for one in seeds] == [mutated(INPUTS, one) for one in seeds]


def test_other_seeds_give_other_inputs() -> None:
    drawn = Counter(mutated(INPUTS, f"seed {number}") for number in range(300))
    assert len(drawn) > 200


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_change_can_be_made_to_any_input_and_does_something(change) -> None:
    for data in INPUTS:
        for seed in range(40):
            change(data, Choices(str(seed)), INPUTS)
    made = {change(INPUTS[0], Choices(str(seed)), INPUTS) for seed in range(40)}
    assert made - {INPUTS[0]}


def test_lines_are_left_out_whole() -> None:
    lines = INPUTS[0].splitlines(keepends=True)
    for seed in range(40):
        left = without_lines(INPUTS[0], Choices(str(seed)), ()).splitlines(keepends=True)
        assert len(lines) - 4 <= len(left) <= len(lines)
        assert all(line in lines for line in left)


def test_a_splice_goes_on_with_another_input() -> None:
    made = {spliced(INPUTS[0], Choices(str(seed)), INPUTS) for seed in range(60)}
    assert b"FM AMEMBASSY OSLO\nUNCLASSIFIED\n" in made


def test_what_is_cut_off_is_a_head_or_a_tail() -> None:
    for seed in range(40):
        left = cut_off(INPUTS[0], Choices(str(seed)), ())
        assert INPUTS[0].startswith(left) or INPUTS[0].endswith(left)


def test_no_input_is_longer_than_it_may_be() -> None:
    assert max(len(mutated((b"x" * 9_000,), str(seed))) for seed in range(20)) == LONGEST


@pytest.mark.parametrize("length", [0, 1, 5])
def test_a_part_lies_within_and_is_at_most_as_long_as_told(length: int) -> None:
    choices = Choices("parts")
    parts = [choices.part(length, 3) for _ in range(200)]
    assert all(0 <= part.start <= part.stop <= length for part in parts)
    assert {part.stop - part.start for part in parts} == {*range(min(length, 3) + 1)}
