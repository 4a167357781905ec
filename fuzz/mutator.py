"""Seeded changes of inputs: the same seed and inputs give the same bytes on every machine.

Nothing but `random.Random.random` is asked for a choice: it is the one method whose sequence is
promised to stay the same from one Python to the next.
"""

import random
from collections.abc import Callable, Sequence
from typing import TypeVar

from fuzz.words import LINES, PIECES

LONGEST = 3_000
"""The longest input that is given, in bytes: long ones take long and show little more."""

_MOST_CHANGES = 5

Item = TypeVar("Item")
Change = Callable[[bytes, "Choices", Sequence[bytes]], bytes]


class Choices:
    """A row of choices that depends on the seed alone."""

    def __init__(self, seed: str) -> None:
        self._random = random.Random(seed).random

    def below(self, end: int) -> int:
        """Give a number from 0 up to ``end``, which is left out."""
        return int(self._random() * end)

    def one_of(self, items: Sequence[Item]) -> Item:
        """Give one of the items, of which there is at least one."""
        return items[self.below(len(items))]

    def part(self, length: int, most: int) -> slice:
        """Give a place in something of this length, at most ``most`` long; empty at its end."""
        start = self.below(length + 1)
        return slice(start, min(length, start + 1 + self.below(most)))


def mutated(inputs: Sequence[bytes], seed: str) -> bytes:
    """Give one of the inputs, changed in up to five places; at least one input is needed."""
    choices = Choices(seed)
    data = choices.one_of(inputs)
    for _ in range(1 + choices.below(_MOST_CHANGES)):
        data = choices.one_of(CHANGES)(data, choices, inputs)
    return data[:LONGEST]


def without_lines(data: bytes, choices: Choices, _: Sequence[bytes]) -> bytes:
    """Leave out up to four lines."""
    lines = data.splitlines(keepends=True)
    del lines[choices.part(len(lines), 4)]
    return b"".join(lines)


def with_lines_again(data: bytes, choices: Choices, _: Sequence[bytes]) -> bytes:
    """Put up to four lines in once more, at another place."""
    lines = data.splitlines(keepends=True)
    again = lines[choices.part(len(lines), 4)]
    place = choices.below(len(lines) + 1)
    return b"".join((*lines[:place], *again, *lines[place:]))


def with_a_line(data: bytes, choices: Choices, _: Sequence[bytes]) -> bytes:
    """Put in a line that telegrams and their copies have."""
    lines = data.splitlines(keepends=True)
    place = choices.below(len(lines) + 1)
    return b"".join((*lines[:place], choices.one_of(LINES).encode() + b"\n", *lines[place:]))


def with_a_line_for_another(data: bytes, choices: Choices, _: Sequence[bytes]) -> bytes:
    """Put a line that telegrams have in another's place."""
    lines = data.splitlines(keepends=True)
    lines[choices.part(len(lines), 1)] = [choices.one_of(LINES).encode() + b"\n"]
    return b"".join(lines)


def spliced(data: bytes, choices: Choices, inputs: Sequence[bytes]) -> bytes:
    """Go on, from some line on, with the lines of another input."""
    lines = data.splitlines(keepends=True)
    others = choices.one_of(inputs).splitlines(keepends=True)
    head, tail = lines[: choices.below(len(lines) + 1)], others[choices.below(len(others) + 1) :]
    return b"".join((*head, *tail))


def with_lines_joined(data: bytes, choices: Choices, _: Sequence[bytes]) -> bytes:
    """Lose a line end, or have a space in its place."""
    lines = data.split(b"\n")
    place = choices.below(len(lines))
    end = choices.one_of((b"", b" "))
    return b"\n".join((*lines[:place], end.join(lines[place : place + 2]), *lines[place + 2 :]))


def with_a_piece(data: bytes, choices: Choices, _: Sequence[bytes]) -> bytes:
    """Put in a piece of a line, or have it in the place of a few characters."""
    part = choices.part(len(data), 3)
    start, end = part.start, choices.one_of((part.start, part.stop))
    return data[:start] + choices.one_of(PIECES).encode() + data[end:]


def without_characters(data: bytes, choices: Choices, _: Sequence[bytes]) -> bytes:
    """Leave out up to twelve bytes."""
    part = choices.part(len(data), 12)
    return data[: part.start] + data[part.stop :]


def with_characters_again(data: bytes, choices: Choices, _: Sequence[bytes]) -> bytes:
    """Put up to twelve bytes in once more, up to four times."""
    part = choices.part(len(data), 12)
    return data[: part.stop] + data[part] * (1 + choices.below(4)) + data[part.stop :]


def with_another_byte(data: bytes, choices: Choices, _: Sequence[bytes]) -> bytes:
    """Put any byte in another's place."""
    part = choices.part(len(data), 1)
    return data[: part.start] + bytes([choices.below(256)]) + data[part.stop :]


def with_another_case(data: bytes, choices: Choices, _: Sequence[bytes]) -> bytes:
    """Write a few words in the other case."""
    part = choices.part(len(data), 40)
    return data[: part.start] + data[part].swapcase() + data[part.stop :]


def cut_off(data: bytes, choices: Choices, _: Sequence[bytes]) -> bytes:
    """Break off, or begin late."""
    place = choices.below(len(data) + 1)
    return choices.one_of((data[:place], data[place:]))


CHANGES: tuple[Change, ...] = (
    without_lines,
    with_lines_again,
    with_a_line,
    with_a_line_for_another,
    spliced,
    with_lines_joined,
    with_a_piece,
    with_a_piece,  # twice as likely: it finds most
    without_characters,
    with_characters_again,
    with_another_byte,
    with_another_case,
    cut_off,
)
