"""Writes a page a cable, and a list of them; what leads to the pages is made of the list."""

import os
import shutil
from os import PathLike
from pathlib import Path
from typing import BinaryIO, Self

import orjson

from cableparse import Cable, ExportRefusedError, Target
from cableparse_plugins.export.site.building import GENERATED, SCRATCH, build
from cableparse_plugins.export.site.entry import Encoded, encoded
from cableparse_plugins.export.site.pages import refuse_elsewhere, template, write_file

LIST = ".cables.jsonl"
"""A line a cable, its page and what the indexes say of it: the export goes on by it, and readers of
the site need it not."""
_CABLES = "cables"


class SiteWriter:
    """Writes pages into a folder; the indexes, the search and the feed come at the end.

    ``token`` is the length of the list to go on from.
    """

    def __init__(self, target: Target, token: int | None = None) -> None:
        if not isinstance(target, str | PathLike):
            raise TypeError("a site is written to a folder, not to a stream")
        self._folder = Path(target)
        self._token = token
        self._list: BinaryIO | None = None
        self._copies: dict[str, int] = {}  # by page: its copies that have been written

    def __enter__(self) -> Self:
        template("base.html")  # what a site needs is missing before its folder is made, or never
        if self._folder.is_file():
            problem = "is a file, and a site is written to a folder; write elsewhere"
            raise ExportRefusedError(str(self._folder), problem)
        if self._token is None:
            self._folder.mkdir(exist_ok=True)
            self._refuse_what_is_no_site()
            self._take_away(_CABLES, LIST, *GENERATED)
            self._list = (self._folder / LIST).open("xb")
        else:
            self._list = self._go_on(self._token)
        return self

    def __exit__(self, kind: type[BaseException] | None, *exception: object) -> None:
        assert self._list is not None
        self._list.close()
        if kind is None:
            build(self._folder, self._folder / LIST)

    def write(self, cable: Cable) -> None:
        """Write one cable."""
        self.write_encoded(encoded(cable))

    def write_encoded(self, encoded: Encoded) -> None:
        """Write the page of a cable, and its line."""
        if self._list is None:
            raise ValueError("the writer is not open: use it in a with statement")
        page = self._free(f"{encoded.folder}/{encoded.slug}")
        refuse_elsewhere(self._folder, page)
        # The line first: what is cut back by it is every page that there is.
        self._list.write(b"[" + orjson.dumps(page) + b"," + encoded.line + b"]\n")
        self._list.flush()
        write_file(self._folder, page, encoded.page)

    def checkpoint(self) -> int:
        """Make the pages durable, and give how long the list is."""
        if self._list is None:
            raise ValueError("the writer is not open: use it in a with statement")
        if hasattr(os, "sync"):
            os.sync()  # of all the pages at once
        os.fsync(self._list.fileno())
        return self._list.tell()

    def _free(self, page: str) -> str:
        """Give the page's path, numbered where another copy of the cable has it."""
        number = self._copies.get(page, 1)
        path = page if number == 1 else f"{page}-{number}"
        while (self._folder / f"{path}.html").exists():
            number += 1
            self._copies[page] = number
            path = f"{page}-{number}"
        return f"{path}.html"

    def _go_on(self, token: int) -> BinaryIO:
        """Open the list behind the token, and take away what was written after it."""
        try:
            file = (self._folder / LIST).open("r+b")
        except FileNotFoundError as error:
            problem = f"has no {LIST}, which says what is in it; delete the journal to begin anew"
            raise ExportRefusedError(str(self._folder), problem) from error
        try:
            if os.fstat(file.fileno()).st_size < token:
                problem = f"has a shorter {LIST} than its journal says; delete both to begin anew"
                raise ExportRefusedError(str(self._folder), problem)
            file.seek(token)
            for line in file:
                # A page whose line was not written to its end was not begun.
                if line.endswith(b"\n"):
                    self._take_away_page(orjson.loads(line)[0])
            file.truncate(token)
            file.seek(token)
            self._take_away(*GENERATED)
        except BaseException:
            file.close()
            raise
        return file

    def _refuse_what_is_no_site(self) -> None:
        if (self._folder / LIST).exists():
            return
        if other := sorted(one.name for one in self._folder.iterdir()):
            problem = f"holds something else ({other[0]}); choose a folder of its own"
            raise ExportRefusedError(str(self._folder), problem)

    def _take_away_page(self, page: str) -> None:
        path = self._folder / page
        if not path.resolve().is_relative_to((self._folder / _CABLES).resolve()):
            problem = f"has a {LIST} that speaks of a page elsewhere ({page}); it is no export's"
            raise ExportRefusedError(str(self._folder), problem)
        path.unlink(missing_ok=True)

    def _take_away(self, *names: str) -> None:
        left = self._folder.glob(f"{SCRATCH}*")  # by a process that was killed
        for path in (*(self._folder / name for name in names), *left):
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)
