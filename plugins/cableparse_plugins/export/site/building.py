"""All that leads to the pages, made of the list of cables in one pass over it.

Memory is bounded: the list is read line by line, and what has to be sorted is sorted on the disk.
"""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from importlib import resources
from pathlib import Path
from typing import Any

import orjson

from cableparse_plugins.export.site.catalogue import SCHEMA, add
from cableparse_plugins.export.site.feed import write_feed
from cableparse_plugins.export.site.indexes import write_indexes
from cableparse_plugins.export.site.numbers import write_numbers
from cableparse_plugins.export.site.search import SearchIndex

SCRATCH = ".building-"
"""How the folder's name begins in which things are sorted."""
_ASSETS = ("site.css", "search.js")
GENERATED = (
    *("index.html", "search.html", "feed.xml", "assets"),
    *("dates", "posts", "tags", "levels", "numbers", "references", "search"),
)
"""What is made anew each time, beside the pages and their list."""


def build(folder: Path, listed: Path) -> None:
    """Write indexes, numbers, search and feed of the cables that are ``listed``."""
    assets = folder / "assets"
    assets.mkdir()
    for name in _ASSETS:
        with (
            resources.files(__package__).joinpath("assets", name).open("rb") as source,
            (assets / name).open("wb") as copy,
        ):
            shutil.copyfileobj(source, copy)
    # Beside the site, not in the machine's place for such files: that may be memory, and small.
    with (
        tempfile.TemporaryDirectory(prefix=SCRATCH, dir=folder) as scratch,
        closing(sqlite3.connect(Path(scratch) / "catalogue.db")) as catalogue,
    ):
        catalogue.executescript(SCHEMA)
        search = SearchIndex(Path(scratch), folder / "search")
        for number, (page, entry) in enumerate(_entries(listed)):
            add(catalogue, number, page, entry)
            search.add(number, page, entry)
        search.write()
        write_numbers(folder, catalogue)
        write_indexes(folder, catalogue)
        write_feed(folder, catalogue)


def _entries(listed: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    with listed.open("rb") as file:
        for line in file:
            page, entry = orjson.loads(line)
            yield page, entry
