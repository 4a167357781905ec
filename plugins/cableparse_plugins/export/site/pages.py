"""The templates of the site's pages, and the long lists that are parted into several pages."""

import functools
import hashlib
import re
from collections.abc import Iterable
from html import escape
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any

from cableparse import ExportRefusedError, MissingExtraError
from cableparse_plugins.export.held import in_xml
from cableparse_plugins.export.site.rows import table_of

WAYS = (
    ("index.html", "Cables"),
    ("dates/index.html", "Dates"),
    ("posts/index.html", "Posts"),
    ("tags/index.html", "Tags"),
    ("levels/index.html", "Levels"),
    ("references/index.html", "References"),
    ("search.html", "Search"),
)
"""What every page of a site leads to, and what it is called."""
_ON_A_PAGE = 500
_SAFE = re.compile(r"[A-Z0-9]+(?: [A-Z0-9]+)*")
_LONGEST = 40
_PAGE = re.compile(r"(?:[A-Za-z0-9_-][A-Za-z0-9._-]*+/)*+[A-Za-z0-9_-][A-Za-z0-9._-]*+")
"""The path of a page from the site's folder: no part of it is `..`, nothing begins with a slash."""
_UNSAFE = re.compile(r"[^A-Za-z0-9]+")
UNKNOWN = "unknown"
"""The file of those cables of which it is not known what a list is sorted by."""
_TAKEN = re.compile(rf"INDEX|{UNKNOWN.upper()}|CON|PRN|AUX|NUL|(?:COM|LPT)[0-9]")
_DIGITS = 16  # of a digest: eight could be made to meet


@functools.cache
def template(name: str) -> Any:
    """Give a template; raises ``MissingExtraError`` without jinja2."""
    return _environment().get_template(name)


@functools.cache
def _environment() -> Any:
    try:
        jinja2 = import_module("jinja2")
    except ImportError as error:
        raise MissingExtraError("a site", "jinja2", "html") from error
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader(__package__, "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters["in_xml"] = in_xml
    return environment


def write(folder: Path, page: str, name: str, *, root: str, title: str, **values: object) -> None:
    """Write a page of a template, as ``write_file`` does.

    ``root`` leads from the page to the site's folder.
    """
    content = template(name).render(root=root, title=title, **values)
    write_content(folder, page, content, root=root, title=title)


def write_content(folder: Path, page: str, content: str, *, root: str, title: str) -> None:
    """Write a page with this HTML as its content, as ``write_file`` does."""
    before, between, above, behind = _frame(root)
    shown = escape(title.replace("\0", "\ufffd"))
    html = "".join((before, shown, between, shown, above, content, behind))
    write_file(folder, page, html.encode())


def write_file(folder: Path, page: str, data: bytes) -> None:
    """Write the file of a page, by its path from the site's folder; the folder above it is made.

    Raises ``ExportRefusedError`` as ``refuse_elsewhere`` does.
    """
    refuse_elsewhere(folder, page)
    path = folder / page
    try:
        path.write_bytes(data)
    except FileNotFoundError:
        path.parent.mkdir(parents=True)
        path.write_bytes(data)


def refuse_elsewhere(folder: Path, page: str) -> None:
    """Raise ``ExportRefusedError`` for a page whose path may lead out of the site's folder."""
    if not _PAGE.fullmatch(page):
        raise ExportRefusedError(str(folder), f"can't have a page at {page!r}")


@functools.cache
def _frame(root: str) -> tuple[str, str, str, str]:
    """Give what is around a page's title, which stands twice, and around its content.

    It is most of a small page, and always the same.
    """
    here = "\0"
    frame = template("base.html").render(root=root, ways=WAYS, title=here, content=here)
    before, between, above, behind = str(frame).split(here)
    return before, between, above, behind


def write_list(folder: Path, name: str, title: str, rows: Iterable[str], count: int) -> None:
    """Write a list of cables as so many pages as it takes.

    Of ``posts/OSLO`` they are ``posts/OSLO.html``, ``posts/OSLO.2.html`` and so on: no other list
    has a name with a period.
    """
    rest = iter(rows)
    pages = max(1, -(-count // _ON_A_PAGE))
    above, _, own = name.rpartition("/")
    names = [f"{own}.html", *(f"{own}.{number}.html" for number in range(2, pages + 1))]
    for number, file in enumerate(names, 1):
        write(
            folder,
            f"{above}/{file}",
            "list.html",
            root="../",
            title=title,
            count=count,
            cables=table_of(islice(rest, _ON_A_PAGE), "../"),
            number=number,
            names=names,
        )


def slug(name: str) -> str:
    """Give a name's file: what a file's name may not have is left out, and a digest tells apart.

    No two names have one file, whatever the case of its letters, none has a period, and none is
    called as what stands beside it or as what Windows keeps to itself.
    """
    if len(name) <= _LONGEST and _SAFE.fullmatch(name) and not _TAKEN.fullmatch(name):
        return name.replace(" ", "-")
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
    # The sign before the digest is in no name that needs none.
    return f"{_UNSAFE.sub('-', name)[:_LONGEST].strip('-') or 'other'}_{digest}"
