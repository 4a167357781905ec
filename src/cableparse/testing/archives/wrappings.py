"""What public collections put around a telegram: a dump's lines, a site's page, an archive's file.

Each takes the copy, and the draft that the wrapping speaks of, which is the copy's own but where a
page carries another cable's text.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from html import escape
from types import MappingProxyType

from attrs import evolve, frozen

from cableparse.testing.copies import Copy
from cableparse.testing.draft import Draft
from cableparse.testing.operators import damage
from cableparse.text.views.titles import titlecase
from cableparse.vocabulary import Classification

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
_KINDS = {"AMEMBASSY": "Embassy", "AMCONSUL": "Consulate"}
_KEY = """\
Key fingerprint 0000 1111 2222 3333

-----BEGIN PGP PUBLIC KEY BLOCK-----
aG9sZCB0aGUgbGFtcAo=
-----END PGP PUBLIC KEY BLOCK-----
"""


@frozen
class Wrapping:
    """How a collection stores a telegram: the format that claims it, and its files' suffix.

    ``states`` tells whether the wrapping says what the telegram's number is.
    """

    format: str
    suffix: str
    wrap: Callable[[Copy, Draft], str]
    states: bool = True


def _bare(copy: Copy, _: Draft) -> str:
    return copy.text


def _site_text(copy: Copy, draft: Draft) -> str:
    return damage(evolve(copy, truth=draft), "site-furniture").text


def _site_page(copy: Copy, draft: Draft) -> str:
    title = escape(f"Cablegate: {titlecase(draft.subject or 'A Cable')}")
    return (
        f"<!DOCTYPE html>\n<html><head><title>{title} | Scoop News</title></head><body>"
        f"<ul><li>Menu</li></ul><div><h1>{title}</h1><div><p>"
        + escape(copy.text, quote=False).replace("\n", "<br />\n")
        + "</p></div></div><div>© Scoop Media</div></body></html>\n"
    )


def _dump(copy: Copy, draft: Draft) -> str:
    day = draft.sent_at
    assert day is not None
    lines = (
        str(draft.mrn),
        titlecase(draft.subject or ""),
        f"{_DAYS[day.weekday()]} {_month(day)[:3]} {day.day:02d} 00:00:00 +0200 {day.year}",
        level_of(draft),
        origin_of(draft),
    )
    return "\n".join((*lines, copy.text))


def _page(copy: Copy, draft: Draft) -> str:
    cells = (
        ("Reference ID", f"<a href='#'>{draft.mrn}</a>"),
        ("Created", f"{draft.sent_at:%Y-%m-%d %H:%M}"),
        ("Classification", level_of(draft)),
        ("Origin", origin_of(draft)),
    )
    return (
        "<!DOCTYPE html>\n<html><head><title>Cables</title></head><body><ul><li>Browse</li></ul>"
        f"<h3>Viewing cable {draft.mrn}, {draft.subject}</h3><table class='cable'>"
        f"<tr>{''.join(f'<th>{name}</th>' for name, _ in cells)}</tr>"
        f"<tr>{''.join(f'<td>{value}</td>' for _, value in cells)}</tr></table>"
        "<code><pre>" + copy.text.replace("\n", "&#x000A;") + "</pre></code></body></html>\n"
    )


def _archive_file(copy: Copy, draft: Draft) -> str:
    return damage(evolve(copy, truth=draft), "archive-attributes").text


def _library_text(copy: Copy, draft: Draft) -> str:
    return f"{_KEY}\nTips\n\n{_library_table(draft)}\nShow Headers\n{copy.text}"


def _library_page(copy: Copy, draft: Draft) -> str:
    return (
        "<!DOCTYPE html>\n<html><head><title>A cable</title></head><body>"
        f"<a href='/plusd/'>Browse</a><pre>{_KEY}</pre><p>"
        + escape(_library_table(draft), quote=False).replace("\n", "<br />\n")
        + "</p><div><a>Show Headers</a><pre>"
        + escape(copy.text, quote=False)
        + "</pre></div><div>More</div></body></html>\n"
    )


def _library_table(draft: Draft) -> str:
    assert draft.mrn is not None
    assert draft.sent_at is not None
    level = draft.classification or Classification.UNCLASSIFIED
    return (
        f"Date: {draft.sent_at:%Y} {_month(draft.sent_at)} {draft.sent_at.day}, 00:00\n"
        f"Canonical ID: {draft.mrn.archive_id}_b\n"
        f"Original Classification: {level.value}\n"
        f"Subject: {draft.subject}\n"
        f"TAGS: {', '.join(draft.tags)}\n"
    )


def _month(day: datetime) -> str:
    return _MONTHS[day.month - 1]  # in English, whatever the locale


LATER: Mapping[str, Wrapping] = MappingProxyType(
    {
        "telegram": Wrapping("telegram", ".txt", _bare, states=False),
        "site text": Wrapping("scoop", ".txt", _site_text, states=False),
        "site page": Wrapping("scoop", ".html", _site_page, states=False),
        "dump": Wrapping("wikileaks", ".txt", _dump),
        "page": Wrapping("wikileaks-page", ".html", _page),
    }
)
"""How telegrams of 2002 to 2010 are stored."""

SEVENTIES: Mapping[str, Wrapping] = MappingProxyType(
    {
        "telegram": Wrapping("telegram", ".txt", _bare, states=False),
        "archive's file": Wrapping("nara", ".txt", _archive_file),
        "library text": Wrapping("plusd", ".txt", _library_text),
        "library page": Wrapping("plusd", ".html", _library_page),
    }
)
"""How telegrams of 1973 to 1979 are stored."""


def level_of(draft: Draft) -> str:
    """Give the level as a dump has it, `UNCLASSIFIED//FOR OFFICIAL USE ONLY`, `SECRET//NOFORN`."""
    level = (draft.classification or Classification.UNCLASSIFIED).value
    if "NOFORN" in draft.captions:
        return f"{level}//NOFORN"
    return f"{level}//FOR OFFICIAL USE ONLY" if "SENSITIVE" in draft.captions else level


def origin_of(draft: Draft) -> str:
    """Give the sender as a dump has it, `Embassy Oslo`."""
    kind, _, place = (draft.origin or "").partition(" ")
    return f"{_KINDS[kind]} {place.title()}" if kind in _KINDS else "Secretary of State"
