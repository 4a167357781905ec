"""From the paths on the command line to cables and failures; ``-`` is standard input."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO, Literal, TypeVar

import click

from cableparse import Cable, Failure, Member, OpenMember, Parser, UnreadableInputError
from cableparse.cli.options import STDIN
from cableparse.model.enriching import make_whole
from cableparse.reading.extent import Extent
from cableparse.reading.inputs import Input as Found
from cableparse.reading.inputs import find_inputs
from cableparse.reading.members import Watch

Input = Found | Failure | Literal["-"]
STDIN_NAME = "<stdin>"
T = TypeVar("T")


def list_inputs(paths: Sequence[str]) -> list[Input]:
    """Give all inputs before the first is read, so that they can be counted and compared."""
    if paths.count(STDIN) > 1:
        raise click.UsageError("'-' is given more than once: standard input can be read once")
    inputs: list[Input] = []
    for path in paths:
        if path == STDIN:
            inputs.append("-")
        else:
            inputs.extend(find_inputs([path]))
    return inputs


def extent_of(inputs: Iterable[Input]) -> Extent | None:
    """Give how much there is to read, where a bar is to say so; it looks at every file."""
    return Extent(inputs) if sys.stderr is not None and sys.stderr.isatty() else None


def find_members(
    parser: Parser, inputs: Iterable[Input], extent: Extent | None
) -> Iterator[Member | Failure]:
    """Give the documents in all inputs; what can't be opened gives a ``Failure`` in its place."""
    return _found(parser, inputs, partial(parser.members, watch=_watch(extent)))


def find_documents(
    parser: Parser, inputs: Iterable[Input], extent: Extent | None
) -> Iterator[Path | Member | Failure]:
    """Give what `find_members` gives, but for a file that is one document its path.

    Who reads it opens it, in another process: here its beginning is read only.
    """
    return _found(parser, inputs, partial(parser.files_and_members, watch=_watch(extent)))


def _watch(extent: Extent | None) -> Watch | None:
    return None if extent is None else extent.follow


def _found(
    parser: Parser, inputs: Iterable[Input], find: Callable[[list[Found]], Iterator[T]]
) -> Iterator[T | Member | Failure]:
    for given in inputs:
        if isinstance(given, Failure):
            yield given
        elif isinstance(given, str):  # "-"
            yield from _on_stdin(parser)
        else:
            yield from find([given])


def _on_stdin(parser: Parser) -> Iterator[Member | Failure]:
    try:
        member = OpenMember(name=STDIN_NAME, file=_stdin())
    except UnreadableInputError as error:
        yield Failure(name=STDIN_NAME, error=error)
        return
    yield from parser.members(member)


def read_one(
    parser: Parser, path: str | os.PathLike[str], *, format: str | None, strict: bool
) -> Cable | Failure:
    """Read one file, or standard input for ``-``."""
    name = STDIN_NAME if path == STDIN else str(path)
    try:
        if path == STDIN:
            cable = parser.read(_stdin(), format=format, name=name, strict=strict)
        else:
            cable = parser.read(path, format=format, strict=strict)
        return make_whole(cable)
    except Exception as error:  # a failure is told in one line, whatever it is
        return Failure(name=name, error=error)


def _stdin() -> BinaryIO:
    """Give standard input as bytes; raises ``UnreadableInputError`` where it is closed."""
    if sys.stdin is None:
        raise UnreadableInputError(STDIN_NAME, "is closed")
    return sys.stdin.buffer
