"""What a copy may look like: a telegram in each wrapping, sound or damaged, text and bytes."""

from collections.abc import Callable, Sequence

from hypothesis import strategies as st

from cableparse.testing.strategies.body import bodies
from cableparse.testing.strategies.head import heads
from cableparse.testing.strategies.made import booleans, integers, once, sampled_from
from cableparse.testing.strategies.words import joined, words

LINE_ENDS = ("\n", "\n", "\n", " \n", "\r\n", "\r", "\f\n", "\u2028", "\\\n", "\x85", "\0\n")
"""What parts the lines of copies; each of them stands for one line end."""


@once
@st.composite
def telegrams(draw: st.DrawFn) -> str:
    """Raw telegrams: every shape of line that public copies have, in invented words.

    Copies are incomplete and their values odd (a day that no month has, a tag that does not
    exist), but no line is damaged, and E.O. and SUBJECT lines stand, so that the bundled format
    ``telegram`` claims each.
    """
    lines = [*draw(heads()), *draw(bodies())]
    return draw(sampled_from(LINE_ENDS)).join(lines)


def documents(format: str | None = None) -> st.SearchStrategy[str]:
    """Documents as a bundled format has them; the format claims each of them.

    ``format`` is ``"telegram"``, ``"scoop"``, ``"wikileaks"``, ``"wikileaks-page"``, ``"nara"`` or
    ``"plusd"``; None is any of them. Raises ``ValueError`` for another name.
    """
    return _in_format(format, telegrams())


def damaged_documents(format: str | None = None) -> st.SearchStrategy[str]:
    """Documents whose telegram lost, doubled, moved or fused lines and characters.

    Nothing is said of what was done; the wrapping is whole. ``format`` as for :func:`documents`.
    """
    return _in_format(format, _damaged_telegrams())


def cable_like_texts() -> st.SearchStrategy[str]:
    """Any text: a document, a damaged one, a few characters that cables have, or anything."""
    return st.one_of(
        st.text(max_size=300),
        st.text(alphabet="A1. \n\r-(¶)/:X\u2028", max_size=300),
        documents(),
        damaged_documents(),
        _broken_pages(),
    )


def cable_like_bytes() -> st.SearchStrategy[bytes]:
    """Any bytes: a document in some encoding, with broken bytes in between, or anything."""
    return st.one_of(st.binary(max_size=300), _encoded())


# ---------------------------------------------------------------- wrappings


@once
def _in_format(format: str | None, telegrams: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    if format is None:
        return st.one_of([wrap(telegrams) for wrap in _WRAPPINGS.values()])
    if format not in _WRAPPINGS:
        raise ValueError(f"no bundled format is called {format!r}; there are {[*_WRAPPINGS]}")
    return _WRAPPINGS[format](telegrams)


@once
@st.composite
def _scoop(draw: st.DrawFn, telegrams: st.SearchStrategy[str]) -> str:
    """The text that scrapers keep of a Scoop page, or the page."""
    title = draw(joined(words, " ", 0, 6)).replace("\n", " ")
    telegram = draw(telegrams)
    if draw(booleans()):
        after = draw(sampled_from(["", "\n© Scoop Media\n\nWorld Headlines\n\nA Teaser More>>\n"]))
        return f"Cablegate: {title}\n\n{telegram}{after}"
    for printed, markup in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
        telegram = telegram.replace(printed, markup)
    telegram = telegram.replace("\n", draw(sampled_from(["<br />\n", "</p>\n<p>", "<br>"])))
    return (
        f"<!DOCTYPE html><html><head><title>Cablegate: {title} | Scoop News</title></head><body>"
        f"<div><h1>Cablegate: {title}</h1><div><p>{telegram}</p></div></div>"
        "<div>© Scoop Media</div></body></html>"
    )


_CREATED = ("2008-05-14 17:05", "2009-02-30 10:10", "")


@once
@st.composite
def _wikileaks(draw: st.DrawFn, telegrams: st.SearchStrategy[str]) -> str:
    """A text dump: five lines, then the telegram."""
    head = [
        draw(sampled_from(["07OSLO12", "09KUALALUMPUR1", "07SECTION01OF02OSLO9"])),
        draw(joined(words, " ", 0, 6)).replace("\n", " "),
        draw(sampled_from(["Fri May 09 00:00:00 +0200 2008", "Mon Feb 30 00:00:00 +0200 2009"])),
        draw(sampled_from(["UNCLASSIFIED//FOR OFFICIAL USE ONLY", "CONFIDENTIAL", "whatever"])),
        draw(sampled_from(["Embassy Oslo", ""])),
    ]
    return "\n".join([*head, draw(telegrams)])


@once
@st.composite
def _wikileaks_page(draw: st.DrawFn, telegrams: st.SearchStrategy[str]) -> str:
    """A page of the site: menus, the table, the cable in `<pre>`, in which only one entity is."""
    number = draw(sampled_from(["07OSLO12", "09KUALALUMPUR1"]))
    title = draw(joined(words, " ", 0, 6)).replace("\n", " ")
    cells = (
        ("Reference ID", f"<a href='#'>{number}</a>"),
        ("Created", draw(sampled_from(_CREATED))),
        ("Classification", draw(sampled_from(["UNCLASSIFIED", "SECRET//NOFORN"]))),
        ("Origin", "Embassy Oslo"),
    )
    telegram = draw(telegrams).replace("\n", draw(sampled_from(["\n", "&#x000A;"])))
    return (
        "<!DOCTYPE html>\n<html><head><title>A cable</title></head><body><ul><li>Browse</li></ul>"
        f"<h3>Viewing cable {number}, {title}</h3><table class='cable'>"
        f"<tr>{''.join(f'<th>{name}</th>' for name, _ in cells)}</tr>"
        f"<tr>{''.join(f'<td>{value}</td>' for _, value in cells)}</tr></table>"
        f"<code><pre>{telegram}</pre></code></body></html>"
    )


_ATTRIBUTES = (
    ("Current Classification", ("UNCLASSIFIED",)),
    ("Document Number", ("1975OSLO00012", "1976NEWDE12211", "OSLO", "n/a")),
    ("Draft Date", ("04 MAY 1976", "31 FEB 1976", "01-Jan-1994 12:00:00 am", "25/02/1977", "n/a")),
    ("Locator", ("TEXT ON-LINE, ON MICROFILM", "ADS TEXT UNRETRIEVABLE", "n/a")),
    ("Original Classification", ("CONFIDENTIAL", "LIMITED OFFICIAL USE", "SECRETARY", "n/a")),
    ("Original Handling Restrictions", ("EXDIS, STADIS", "ONLY", "n/a")),
    ("Review Markings", ("\n Jane A. Roe\n Declassified/Released\n 05 JUL 2006", "")),
    ("Subject", ("FERRIES AND\n LOCKS\nFerries: NONE", "FERRIES")),
    ("TAGS", ("EWWT, NO, n/a", "OVIP (ROE, JANE)", "n/a")),
    ("Type", ("TE",)),
)


@once
def _retrieved_or_not(telegrams: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(telegrams, telegrams, st.just("TEXT UNRETRIEVABLE"), st.just(""))


@once
@st.composite
def _nara(draw: st.DrawFn, telegrams: st.SearchStrategy[str]) -> str:
    """A file of the National Archives: the telegram, then what the archive says of it."""
    telegram = draw(_retrieved_or_not(telegrams))
    attributes = "".join(
        f"{key}: {draw(sampled_from(values))}\n"
        for key, values in _ATTRIBUTES
        if draw(booleans()) or key == "Type"
    )
    return f"Message Text\n\n{telegram}\nMessage Attributes\n\n{attributes}"


@once
@st.composite
def _plusd(draw: st.DrawFn, telegrams: st.SearchStrategy[str]) -> str:
    """The text that scrapers keep of a page that shows such a file, or the page."""
    colon = draw(sampled_from([": ", ":\n", "\n"]))
    table = "".join(
        f"{key}{colon}{draw(sampled_from(values))}\n"
        for key, values in (
            ("Canonical ID", ("1976OSLO00012_b", "OSLO")),
            ("Original Classification", ("SECRET", "-- N/A or Blank --")),
            ("TAGS", ("EWWT - Ships | NO - Norway", "EWWT, NO")),
        )
    )
    key = "-----BEGIN PGP PUBLIC KEY BLOCK-----\nbGFtcA==\n-----END PGP PUBLIC KEY BLOCK-----"
    telegram = draw(telegrams)
    if draw(booleans()):
        return f"Key fingerprint 0000\n\n{key}\n\nTips\n\n{table}\nShow Headers\n{telegram}"
    for printed, markup in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
        telegram = telegram.replace(printed, markup)
    return (
        f"<!DOCTYPE html><html><body><a href='/plusd/'>Browse</a><pre>{key}</pre><p>"
        + table.replace("\n", "<br />\n")
        + f"</p><div><a>Show Headers</a><pre>{telegram}</pre></div><p>More</p></body></html>"
    )


_WRAPPINGS: dict[str, Callable[[st.SearchStrategy[str]], st.SearchStrategy[str]]] = {
    "telegram": lambda telegrams: telegrams,
    "scoop": _scoop,
    "wikileaks": _wikileaks,
    "wikileaks-page": _wikileaks_page,
    "nara": _nara,
    "plusd": _plusd,
}


# ---------------------------------------------------------------- damage


@once
@st.composite
def _damaged_telegrams(draw: st.DrawFn) -> str:
    lines = draw(damaged([*draw(heads()), *draw(bodies())]))
    return draw(sampled_from(LINE_ENDS)).join(lines)


_ANYTHING = st.text(max_size=3)
_DAMAGES = ("drop", "tear", "double", "move", "fuse", "cut", "splice", "twice", "upper")


@st.composite
def damaged(
    draw: st.DrawFn, lines: Sequence[str], spliced: st.SearchStrategy[str] = _ANYTHING
) -> list[str]:
    """Lines deleted, doubled, moved; characters dropped, doubled, spliced in."""
    lines = list(lines)
    for _ in range(draw(integers(1, 4))):
        if not lines:
            break
        at = draw(integers(0, len(lines) - 1))
        line = lines[at]
        match draw(sampled_from(_DAMAGES)):
            case "drop":
                del lines[at]
            case "tear":
                del lines[at : draw(integers(at, len(lines)))]
            case "double":
                lines.insert(at, line)
            case "move":
                lines.insert(draw(integers(0, len(lines))), line)
            case "fuse":
                lines[at : at + 2] = ["".join(lines[at : at + 2])]
            case "cut":
                lines[at] = line[: draw(integers(0, len(line)))]
            case "splice":
                place = draw(integers(0, len(line)))
                lines[at] = line[:place] + draw(spliced) + line[place:]
            case "twice":
                lines = [*lines, *lines[at:]]
            case "upper":
                lines[at] = line.swapcase()
    return lines


_SOUND_OR_DAMAGED = st.one_of(telegrams(), _damaged_telegrams())


@once
@st.composite
def _broken_pages(draw: st.DrawFn) -> str:
    """A page around a telegram whose markup is anything but sound."""
    text = draw(_SOUND_OR_DAMAGED)
    if draw(booleans()):
        text = text.replace("\n", draw(sampled_from(["<br />\n", "</p>\n<p>", "<br>", "&#x000A;"])))
    before = draw(sampled_from(["<!DOCTYPE html><html><body>", "<html><body>", "<html>"]))
    opening = draw(
        sampled_from(
            [
                "<div><h1>Cablegate: A Ferry</h1><p>",
                "<table class='cable'><tr><th>Created</th></tr><tr><td>never<pre>",
                "<pre>",
                "<script>var x = 1;</script><p>",
                "<code><pre>",
            ]
        )
    )
    after = draw(
        sampled_from(
            ["</p></div>© Scoop Media</body></html>", "", "</pre><!-- x --></body></html>"]
        )
    )
    return before + opening + text + after


_ANY_DOCUMENT = st.one_of(documents(), damaged_documents(), _broken_pages())


@once
@st.composite
def _encoded(draw: st.DrawFn) -> bytes:
    text = draw(_ANY_DOCUMENT)
    encoding = draw(
        sampled_from(["utf-8", "utf-8-sig", "utf-16", "latin-1", "windows-1252", "utf-32"])
    )
    data = text.encode(encoding, "replace")
    for _ in range(draw(integers(0, 2))):
        at = draw(integers(0, len(data)))
        data = data[:at] + draw(st.binary(max_size=3)) + data[at:]
    return data
