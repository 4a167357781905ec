"""The page, put together: templates and style are files beside this module."""

import base64
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from importlib.resources import files
from typing import Any

from cableparse import Cable, MissingExtraError
from cableparse_plugins.export.html.body import read
from cableparse_plugins.export.html.characters import escaped, plain
from cableparse_plugins.export.html.copy import copy_of
from cableparse_plugins.export.html.header import rows_of, unknown_of
from cableparse_plugins.export.html.marks import Lines, Mark, find_marks, numbered

SEVERAL = "Several cables"
_FIRST = "first article"
_HERE = "<!-- here -->"


def begin(title: str | None, above: str = "") -> str:
    """Give what stands before the first article; without a ``title`` no article will come.

    ``above`` is HTML that stands above it all: the ways to other pages, where there are any.
    Raises ``MissingExtraError`` where jinja2 is not installed.
    """
    before, between, behind = _frame(some=title is not None)
    return f"{before}{escaped(title or 'No cables')}{between}{plain(above)}{behind}"


@cache
def _frame(*, some: bool) -> tuple[str, str, str]:
    """Give what is around the title and what stands above: always the same, but for articles."""
    style, digest = _style()
    frame = _render(
        "begin.html", some=some, style=_library("markupsafe").Markup(style), digest=digest
    )
    before, between, behind = frame.split(_HERE)
    return before, between, behind


def article(cable: Cable, number: int = 1) -> str:
    """Give a cable's article; ``number`` counts those of a page, and keeps their ids apart."""
    prefix = "" if number == 1 else f"c{number}-"
    markup = _library("markupsafe").Markup
    lines = Lines(cable.source.text)
    marks = find_marks(cable)
    reading = read(cable, prefix)
    passages = (("summary", cable.summary), ("comment", cable.comment))
    return _render(
        "article.html" if prefix else _FIRST,
        p=prefix,
        cable=cable,
        title=_heading(cable),
        facts=_facts(cable),
        copy=markup(copy_of(lines, marks, prefix)),
        links=_links(marks, lines, prefix),
        rows=rows_of(cable),
        unknown=unknown_of(cable),
        passages=[(name, text) for name, text in passages if text],
        blocks=reading.blocks,
        shown=reading.shown,
        redactions=_outside(numbered("redaction", cable.redactions), reading.shown),
        repairs=list(numbered("repair", cable.repairs)),
        defects=list(numbered("defect", cable.defects)),
    )


@cache
def end() -> str:
    """Give what stands behind the last article."""
    return _render("end.html")


def title_of(cable: Cable) -> str:
    """Give the title of a page with this cable alone."""
    number = cable.mrn.formal if cable.mrn else cable.source.name
    return " ".join(f"{number} — {_heading(cable)}".split())


def _heading(cable: Cable) -> str:
    return cable.title or "A cable without a subject"


def _facts(cable: Cable) -> list[str]:
    level = cable.classification
    return [
        cable.mrn.formal if cable.mrn else "number unknown",
        f"{cable.sent_at:%d %B %Y}" if cable.sent_at else "date unknown",
        f"from {cable.origin}" if cable.origin else "origin unknown",
        str(level) if level else "classification unknown",
    ]


def _links(marks: Iterable[Mark], lines: Lines, prefix: str) -> Mapping[str, str]:
    """Give the links to the places of each thing that was read, one a line, by its key."""
    markup = _library("markupsafe").Markup
    found: defaultdict[str, str] = defaultdict(str)
    last: dict[str, int] = {}
    for mark in marks:
        number = lines.number(mark.span.start)
        if last.get(mark.key) == number:
            continue
        last[mark.key] = number
        to = f'href="#{prefix}{mark.place}" aria-label="line {number} of the copy"'
        found[mark.key] += f' <a class="to" {to}>line {number}</a>'
    return defaultdict(markup, zip(found, map(markup, found.values()), strict=True))


def _outside(things: Iterable[tuple[str, Any]], shown: frozenset[str]) -> list[tuple[str, Any]]:
    return [(key, thing) for key, thing in things if key not in shown]


# ---------------------------------------------------------------- templates


def _render(name: str, **values: Any) -> str:
    # At once, and not value by value: what HTML can't express is taken out.
    return plain(_environment().get_template(name).render(values))


@cache
def _environment() -> Any:
    jinja2 = _library("jinja2")
    return jinja2.Environment(
        loader=jinja2.FunctionLoader(_template),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
    )


def _template(name: str) -> str:
    """Give a template; that of a page's first article has no prefix to put before each id."""
    if name == _FIRST:
        return _template("article.html").replace("{{ p }}", "")
    return _file(f"templates/{name}")


@cache
def _style() -> tuple[str, str]:
    """Give the style sheet and its SHA-256, in Base64."""
    style = _file("style.css")
    return style, base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


def _file(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise MissingExtraError("A page of HTML", "jinja2", "html") from error
