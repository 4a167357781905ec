"""The inputs of an export in their order, each with the mark by which it is known again."""

import os
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

from attrs import frozen

from cableparse.model.cable import Cable
from cableparse.model.failure import Failure
from cableparse.plugins.containers import Member

Input = Path | Member | Failure
"""A file that whoever reads it opens himself, a document out of a container, or what failed."""

CHUNK_COUNT = 32
"""How many inputs a worker gets at once, at most: few enough that all cores end together."""
CHUNK_BYTES = 1 << 20
"""How many bytes a worker gets at once, unless a single input has more."""


@frozen
class Entry:
    """An input, its mark, and its length in bytes."""

    input: Input
    mark: bytes
    size: int


def name_of(given: Input) -> str:
    """Give what errors call an input."""
    return str(given) if isinstance(given, Path) else given.name


def entries_of(inputs: Iterable[Input]) -> Iterator[Entry]:
    """Mark the inputs: a file by its path, its length and its time, another by its content."""
    for given in inputs:
        if isinstance(given, Path):
            yield _file(given)
        elif isinstance(given, Member):
            yield _member(given)
        else:
            mark = f"{given.name}\n{type(given.error).__name__}"
            yield Entry(given, _bytes(mark), 0)


def chunks(entries: Iterable[Entry]) -> Iterator[Sequence[Entry]]:
    """Put entries together to what a worker gets at once."""
    chunk: list[Entry] = []
    size = 0
    for entry in entries:
        if chunk and (len(chunk) == CHUNK_COUNT or size + entry.size > CHUNK_BYTES):
            yield chunk
            chunk, size = [], 0
        chunk.append(entry)
        size += entry.size
    if chunk:
        yield chunk


def _file(path: Path) -> Entry:
    try:
        found = os.stat(path)
    except OSError:  # whoever reads it says what is wrong
        return Entry(path, _bytes(str(path)), 0)
    return Entry(path, _bytes(f"{path}\n{found.st_size}\n{found.st_mtime_ns}"), found.st_size)


def _member(member: Member) -> Entry:
    content = member.content
    text = content.source.text if isinstance(content, Cable) else content
    data = text if isinstance(text, bytes) else _bytes(text)
    return Entry(member, _bytes(member.name) + b"\n" + blake2b(data).digest(), len(data))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
