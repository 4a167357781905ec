"""What the documentation says of each field: the tables of ``docs/model.md`` and ``docs/json.md``.

The documentation is the one place where a field is described; a schema repeats it.
"""

import re
from pathlib import Path

_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_CELLS = re.compile(r"(?<!\\)\|")
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")  # `[the defect codes](defects.md)`
_NAME = re.compile(r"`([^`]+)`")
_NONE = re.compile(r"\bNone\b")

Meanings = dict[str, str]
"""What is said, by the name in backticks that a row of a table begins with."""


def documented(page: Path) -> dict[str, Meanings]:
    """Give the meanings of each section of a page: the last cell of its tables' rows, by the first.

    >>> from schemas.__main__ import ROOT
    >>> documented(ROOT / "docs" / "model.md")["Filed"]["hour"]
    'in UTC'
    """
    text = page.read_text(encoding="utf-8")
    parts = _HEADING.split(text)  # what stands above the first, then heading and section in turn
    return {
        heading: _meanings(section)
        for heading, section in zip(parts[1::2], parts[2::2], strict=True)
    } | {"": _meanings(parts[0])}


def _meanings(section: str) -> Meanings:
    found: Meanings = {}
    for line in section.splitlines():
        if not line.startswith("|"):
            continue
        cells = [cell.strip() for cell in _CELLS.split(line)[1:-1]]
        if name := _NAME.match(cells[0]):
            found.setdefault(name[1], plain(cells[-1]))
    return found


def plain(said: str) -> str:
    r"""Give text without links and a table's backslashes, and with JSON's word for what is lost.

    >>> plain(r"one of [the codes](defects.md), `a \| b`, or None")
    'one of the codes, `a | b`, or null'
    """
    return _NONE.sub("null", _LINK.sub(r"\1", said).replace(r"\|", "|"))
