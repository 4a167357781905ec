"""The same text with plain line ends: as long as the text, so that offsets stay true.

Copies come with CRLF, lone CR, form feeds, U+2028, NUL and a markdown converter's hard breaks. The
grammar and the views read this even form, in which each of them is a line feed or a space, and
every value found in it stands at the same offset in the source. What mail, a page or a converter
left between the telegram's characters is blanked too.
"""

import re
from functools import lru_cache

from cableparse.text.leftovers import without_leftovers

# One character each, so that nothing moves. U+001C to U+001E, U+0085, U+2028 and U+2029 are line
# ends to Unicode; NUL, the byte-order mark and the fixed spaces are space to a reader.
_LINE_ENDS = "\r\f\v\x1c\x1d\x1e"
_SPACES = "\0\t\x1a\x1f"
_WIDE_LINE_ENDS = "\x85\u2028\u2029"
_WIDE_SPACES = "\xa0\ufeff\u2002\u2003\u2007\u2009\u200a\u200b\u202f\u3000"

# A markdown hard break: a backslash, alone or last on its line. A run is looked at from its first
# character only, so that no run costs more than its length.
_LINE_TAIL = re.compile(r"(?<![\\ ])[\\ ]++(?=\n|\Z)")

# `Â¶`, `Ã©`, `â€™`: UTF-8 of two or three bytes, each byte read as a character of Windows-1252
_MOJIBAKE = re.compile(
    "[\u00c2\u00c3][\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152"
    "\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]"
    "|\u00e2\u20ac[\u0080-\u00bf\u0153\u02dc\u2122\u201c\u201d\u00a6]"
)


def find_mojibake(text: str) -> tuple[int, int] | None:
    """Give where UTF-8 that was decoded as Windows-1252 stands first; None without any.

    >>> find_mojibake("Â¶2. (U) None."), find_mojibake("¶2. (U) None.")
    ((0, 2), None)
    """
    # The letters that it begins with are rare, and the search for one character is quick.
    if text.isascii():
        return None
    if "Â" not in text and "Ã" not in text and "â" not in text:
        return None
    found = _MOJIBAKE.search(text)
    return found.span() if found else None


_REMEMBERED = 1024  # letters


def raised(text: str) -> str:
    """Give ``text`` in capitals at the same length, of which each leads back to its letter.

    A letter with a longer capital stays, and one that shares its capital with another: the micro
    sign would come back from it as a mu.

    >>> raised("straße"), raised("10 \u00b5m")
    ('STRAßE', '10 µM')
    """
    if text.isascii():
        return text.upper()
    return "".join(map(_raised, text))


@lru_cache(_REMEMBERED)
def _raised(letter: str) -> str:
    upper = letter.upper()
    return upper if upper.lower() == letter.lower() and len(upper) == 1 else letter


def even(text: str) -> str:
    r"""Give ``text`` with every line end as one line feed and every fixed space as a space.

    The result has the length of ``text``. CRLF becomes a space and a line feed.

    >>> even("TAGS: ETRD\r\nSUBJECT:\xa0SEALS \\\n")
    'TAGS: ETRD \nSUBJECT: SEALS  \n'
    """
    # A search for one character is the fastest thing there is, and most texts have none of them.
    if "\r" in text:
        text = text.replace("\r\n", " \n")
    line_ends, spaces = _LINE_ENDS, _SPACES
    if not text.isascii():
        line_ends, spaces = line_ends + _WIDE_LINE_ENDS, spaces + _WIDE_SPACES
        if "Â" in text:  # a pilcrow or a fixed space, as UTF-8 that was decoded as Windows-1252
            text = text.replace("Â¶", " ¶").replace("Â\xa0", "  ")
    for odd in line_ends:
        if odd in text:
            text = text.replace(odd, "\n")
    for odd in spaces:
        if odd in text:
            text = text.replace(odd, " ")
    if "\\" in text:
        text = _LINE_TAIL.sub(lambda tail: " " * len(tail[0]), text)
    return without_leftovers(text)


def places(text: str, sign: str, start: int, end: int) -> list[int]:
    """Give where ``sign`` stands in ``text[start:end]``: quickly, for one of a rare character."""
    found: list[int] = []
    # From the end, which takes half of the time; but a sign that begins with a space, which has one
    # at every word, is sooner missed from the beginning.
    if sign[0] == " " and text.find(sign, start, end) < 0:
        return found
    at = text.rfind(sign, start, end)
    while at >= 0:
        found.append(at)
        at = text.rfind(sign, start, at + len(sign) - 1)
    found.reverse()
    return found


def next_printed(text: str, at: int, end: int) -> int:
    """Give the offset of the first character from ``at`` on that is no space and no line end.

    Without one before ``end`` it is ``end``; ``text`` is even.
    """
    while at < end and text[at] in " \n":
        at += 1
    return at
