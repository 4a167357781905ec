"""The search: words to cables, in files that a page loads as scripts, so that none serves them.

A browser lets a page that is opened from a file load scripts, and nothing else; so each file calls
a function with its data. ``words.js`` has the first word of every file of words, which are sorted:
a word, or the words that begin alike, stand in one file or in neighbours.

While it is made the postings are kept in memory up to a bound, written to the disk in sorted runs,
and merged.
"""

import heapq
from array import array
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import orjson

_RUN = 1_000_000  # postings that are kept in memory, of eight bytes each
_SHARD = 100_000  # characters of a file of words, unless a single word has more
_CABLES = 100  # in a file of what the results say
_WEIGHTS = (9, 3, 1)  # in the title, often in the text, in the text
_COMMON = 1000  # cables, from which on a word that most of them have finds nothing

_PACK = 10  # a posting is a cable's number times this, and the word's weight there

Posting = tuple[str, list[int]]
"""A word and its postings."""


class SearchIndex:
    """Takes cables in, in order, and writes the files of the search."""

    def __init__(self, scratch: Path, folder: Path) -> None:
        self._scratch = scratch
        self._folder = folder
        folder.mkdir()
        self._words: defaultdict[str, array[int]] = defaultdict(_no_postings)
        self._postings = 0
        self._runs: list[Path] = []
        self._said: list[list[str | None]] = []
        self._count = 0

    def add(self, number: int, page: str, entry: dict[str, Any]) -> None:
        """Take in a cable."""
        postings = self._words
        for weight, some in zip(_WEIGHTS, entry["words"], strict=True):
            posting = number * _PACK + weight
            found = some.split()
            for word in found:
                postings[word].append(posting)
            self._postings += len(found)
        if self._postings >= _RUN:
            self._spill()
        sent = entry["sent"]
        self._said.append(
            [page, entry["title"], entry["number"] or entry["name"], sent and sent[:10]]
        )
        self._count += 1
        if len(self._said) == _CABLES:
            self._write_said()

    def write(self) -> None:
        """Write the files of words."""
        if self._said:
            self._write_said()
        first_words: list[str] = []
        shard: dict[str, list[int] | None] = {}
        size = 0
        for word, postings in self._merged():
            found = len(postings)
            common = self._count >= _COMMON and found > self._count // 2
            shard[word] = None if common else _as_steps(postings)
            size += len(word) + (0 if common else 4 * found)
            if size >= _SHARD:
                self._write_shard(first_words, shard)
                shard, size = {}, 0
        if shard:
            self._write_shard(first_words, shard)
        self._call("words.js", "words", self._count, _CABLES, first_words)

    def _write_shard(self, first_words: list[str], shard: dict[str, list[int] | None]) -> None:
        number = len(first_words)
        self._call(f"words-{number}.js", "shard", number, shard)
        first_words.append(next(iter(shard)))

    def _write_said(self) -> None:
        number = (self._count - 1) // _CABLES
        self._call(f"cables-{number}.js", "cables", number, self._said)
        self._said = []

    def _call(self, name: str, function: str, *arguments: object) -> None:
        data = b",".join(orjson.dumps(one) for one in arguments)
        (self._folder / name).write_bytes(
            b"cableparse." + function.encode() + b"(" + data + b");\n"
        )

    def _spill(self) -> None:
        path = self._scratch / f"words-{len(self._runs)}"
        with path.open("wb") as file:
            for word in sorted(self._words):
                posting = word, self._words[word].tolist()
                file.write(orjson.dumps(posting, option=orjson.OPT_APPEND_NEWLINE))
        self._runs.append(path)
        self._words.clear()
        self._postings = 0

    def _merged(self) -> Iterator[Posting]:
        rest = ((word, self._words[word].tolist()) for word in sorted(self._words))
        runs = [*(_read(path) for path in self._runs), rest]
        by_word = itemgetter(0)
        # Of alike words that of the earlier run comes first, and its cables are the lower ones.
        for word, parts in groupby(heapq.merge(*runs, key=by_word), by_word):
            yield word, [number for _, part in parts for number in part]


def _no_postings() -> "array[int]":
    return array("Q")


def _read(path: Path) -> Iterator[Posting]:
    with path.open("rb") as file:
        for line in file:
            word, postings = orjson.loads(line)
            yield word, postings


def _as_steps(postings: list[int]) -> list[int]:
    """Give in turn each cable, as the step from the one before it, and the word's weight there."""
    steps: list[int] = []
    before = 0
    for posting in postings:
        number, weight = divmod(posting, _PACK)
        steps += (number - before, weight)
        before = number
    return steps
