"""What a site has of one cable: its page, and its line in the list that all indexes are made of."""

import re
from typing import Any

import orjson
from attrs import frozen

from cableparse import Cable, ReferenceKind
from cableparse_plugins.export.held import in_utf8
from cableparse_plugins.export.site.page import page_of
from cableparse_plugins.export.site.pages import slug
from cableparse_plugins.export.site.words import weighed

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_LONGEST = 60


@frozen
class Encoded:
    """A cable for the site: the folder of its page, the page's name, the page, and its line."""

    folder: str
    slug: str
    page: bytes
    line: bytes


def encoded(cable: Cable) -> Encoded:
    """Give the page of a cable, and what the indexes say of it."""
    mrn = cable.mrn.canonical if cable.mrn else None
    number = slug(str(mrn)) if mrn else None
    digest = cable.source.data_digest
    year = mrn.year if mrn else cable.sent_at.year if cable.sent_at else None
    title = cable.title or ""
    references = _references(cable)
    line: dict[str, Any] = {
        "name": cable.source.name,
        "digest": digest,
        "number": number,
        "folder": folder_of(year),
        "post": mrn.post if mrn else cable.origin,
        "sent": cable.sent_at.isoformat() if cable.sent_at else None,
        "level": cable.classification.value if cable.classification else None,
        "tags": [tag.code for tag in cable.tags],
        "title": title,
        "references": references,
        "words": weighed(title, cable.text),
    }
    page = page_of(cable, number, references, line["folder"])
    name = number or f"{_slug(cable.source.name)}-{_slug(digest[:8])}"
    return Encoded(f"cables/{folder_of(year)}", name, page, _json(line))


def folder_of(year: int | None) -> str:
    """Give the folder of a year's pages: no folder has too many files."""
    return "undated" if year is None else f"{year:04d}"


def _references(cable: Cable) -> list[list[str]]:
    """Give the number of each cable that is referred to, its folder, and how it is printed."""
    found: dict[str, list[str]] = {}
    for one in cable.references:
        if one.mrn is not None and one.kind is ReferenceKind.CABLE:
            mrn = one.mrn.canonical
            number = slug(str(mrn))  # as it is, but where its parts are no number's
            found.setdefault(number, [number, folder_of(mrn.year), one.text])
    return list(found.values())


def _slug(name: str) -> str:
    return _UNSAFE.sub("-", name.rpartition("/")[2])[:_LONGEST].strip("-.") or "cable"


def _json(line: dict[str, Any]) -> bytes:
    try:
        return orjson.dumps(line)
    except orjson.JSONEncodeError:  # a lone surrogate has no UTF-8 form: its number is written
        return orjson.dumps(_plain(line))


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return in_utf8(value)
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value
