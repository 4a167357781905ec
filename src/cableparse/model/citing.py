"""A cable in a footnote, a bibliography and a reference manager.

What a citation says is what the copy says: the sender and the number as they are read, the subject
in title case, the day in UTC, the level. What the copy has not is said to be missing, and nothing
is guessed in its place. The digest says which copy it was: copies of one telegram differ.
"""

import json
import re
from collections.abc import Callable

from attrs import frozen

from cableparse.model.cable import Cable
from cableparse.model.phrases import either, lacking
from cableparse.text.shown import OBEYED

_MONTHS = (
    ("January", "Jan."), ("February", "Feb."), ("March", "Mar."), ("April", "Apr."),
    ("May", "May"), ("June", "June"), ("July", "July"), ("August", "Aug."),
    ("September", "Sept."), ("October", "Oct."), ("November", "Nov."), ("December", "Dec."),
)  # fmt: skip
_DOUBLE_QUOTES = str.maketrans('"“”', "'‘’")
# BibTeX counts braces before it reads backslashes, so `\{` would leave the entry open.
_BIBTEX = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
}  # fmt: skip
_SPECIAL = re.compile("|".join(map(re.escape, _BIBTEX)))
_KEPT_DIGITS = 8  # of the digest, in a key: enough to tell the copies of one telegram apart


@frozen(kw_only=True)
class _Cited:
    """What a citation is made of, each value on one line; None where the copy has none."""

    key: str
    origin: str | None
    title: str | None
    number: str | None
    day: tuple[int, int, int] | None
    level: str | None
    digest: str

    @property
    def lacking(self) -> str:
        """What the copy has not, in words; empty where it has all."""
        values = {
            "origin": self.origin,
            "subject": self.title,
            "number": self.number,
            "date": self.day,
            "classification": self.level,
        }
        return lacking(values)


def cite(cable: Cable, style: str) -> str:
    """Give the citation as :meth:`Cable.cite` does."""
    write = _STYLES.get(style)
    if write is None:
        raise ValueError(f"no citation style is called {style!r}: {either(map(repr, _STYLES))}")
    return write(_cited(cable))


def _cited(cable: Cable) -> _Cited:
    sent, digest = cable.sent_at, cable.source.data_digest
    number = None if cable.mrn is None else _plain(str(cable.mrn))
    return _Cited(
        key=f"cable-{number or 'unnumbered'}-{digest[:_KEPT_DIGITS]}",
        origin=_plain(cable.origin),
        title=_plain(cable.title),
        number=number,
        day=None if sent is None else (sent.year, sent.month, sent.day),
        level=None if cable.classification is None else cable.classification.value,
        digest=digest,
    )


def _plain(text: str | None) -> str | None:
    """Give a text on one line, without what a terminal or an editor would obey; None for none."""
    line = " ".join((text or "").split())
    return OBEYED.sub("\N{REPLACEMENT CHARACTER}", line) or None


# ---------------------------------------------------------------- in words


def _chicago(cited: _Cited) -> str:
    day = cited.day and f"{_MONTHS[cited.day[1] - 1][0]} {cited.day[2]}, {cited.day[0]}"
    return " ".join(
        [
            *_author_and_title(cited),
            _ended(f"Cable {cited.number or '[number not in the copy]'}, {day or 'n.d.'}"),
            _level_and_copy(cited),
        ]
    )


def _mla(cited: _Cited) -> str:
    day = cited.day and f"{cited.day[2]} {_MONTHS[cited.day[1] - 1][1]} {cited.day[0]}"
    return " ".join(
        [
            *_author_and_title(cited),
            _ended(day or "n.d."),
            f"Cable {cited.number or '[number not in the copy]'}.",
            _level_and_copy(cited),
        ]
    )


def _author_and_title(cited: _Cited) -> tuple[str, str]:
    origin = _ended(cited.origin or "[Origin not in the copy]")
    if cited.title is None:
        return origin, "[Subject not in the copy]."
    return origin, f"“{_ended(cited.title.translate(_DOUBLE_QUOTES))}”"


def _level_and_copy(cited: _Cited) -> str:
    level = cited.level or "[Classification not in the copy]"
    return f"{level}. SHA-256 of the copy: {cited.digest}."


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


# ---------------------------------------------------------------- for programs


def _note(cited: _Cited) -> str:
    """Give what no field of a reference manager is for."""
    said = [f"Classification: {cited.level}"] if cited.level else []
    said.append(f"SHA-256 of the copy: {cited.digest}")
    if cited.lacking:
        said.append(f"The copy has no {cited.lacking}")
    return "; ".join(said)


def _bibtex(cited: _Cited) -> str:
    fields = {
        "author": cited.origin and f"{{{{{_escaped(cited.origin)}}}}}",
        "title": cited.title and f"{{{{{_escaped(cited.title)}}}}}",
        "howpublished": f"{{Cable {cited.number}}}" if cited.number else "{Cable}",
        "year": f"{{{cited.day[0]}}}" if cited.day else "{n.d.}",
        "month": cited.day and _MONTHS[cited.day[1] - 1][0][:3].lower(),
        "day": cited.day and f"{{{cited.day[2]}}}",
        "note": f"{{{_escaped(_note(cited))}}}",
    }
    lines = [f"  {name} = {value}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{cited.key},", *lines, "}"])


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda match: _BIBTEX[match[0]], text)


def _csl_json(cited: _Cited) -> str:
    item = {
        "id": cited.key,
        "type": "report",
        "genre": "Cable",
        "author": [{"literal": cited.origin}] if cited.origin else None,
        "title": cited.title,
        "number": cited.number,
        "issued": {"date-parts": [list(cited.day)]} if cited.day else None,
        "note": _note(cited),
    }
    kept = {name: value for name, value in item.items() if value is not None}
    return json.dumps([kept], ensure_ascii=False, indent=2)


_STYLES: dict[str, Callable[[_Cited], str]] = {
    "chicago": _chicago,
    "mla": _mla,
    "bibtex": _bibtex,
    "csl-json": _csl_json,
}
