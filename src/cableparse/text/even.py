"""The same text with plain line ends: as long as the text, so that offsets stay true.

Copies come with CRLF, lone CR, form feeds, U+2028, NUL and a markdown converter's hard breaks. The
grammar and the views read this even form, in which each of them is a line feed or a space, and
every value found in it stands at the same offset in the source. What mail, a
page or a converter left is blanked too: the `>` before each line of a copy that was quoted, the
`=20` of a line's last space, elements, and the stars of an emphasis.
"""

import re

# One character each, so that nothing moves. U+001C to U+001E, U+0085, U+2028 and U+2029 are line
# ends to Unicode; NUL, the byte-order mark and the fixed spaces are space to a reader.
_LINE_ENDS = "\r\f\v\x1c\x1d\x1e"
_SPACES = "\0\t\x1a\x1f"
_WIDE_LINE_ENDS = "\x85\u2028\u2029"
_WIDE_SPACES = "\xa0\ufeff\u2002\u2003\u2007\u2009\u200a\u200b\u202f\u3000"

# A markdown hard break: a backslash, alone or last on its line. A run is looked at from its first
# character only, so that no run costs more than its length.
_LINE_TAIL = re.compile(r"(?<![\\ ])[\\ ]++(?=\n|\Z)")
# A space at a line's end as mail carries it (quoted-printable, RFC 2045)
_MAILED_SPACE = re.compile(r"=20[ ]?(?=\n|\Z)")
# What a page's markup leaves in a text that was taken from it: `<br>`, `<b>`, `<p class="x">`,
# `&nbsp;`, and a markdown converter's emphasis, `**TAGS:** ETRD`. One star alone is a writer's.
_ELEMENT = re.compile(
    r"</?(?:(?P<block>br|p|div|li|ul|ol|tr|td|h[1-6]|pre)|b|i|u|em|strong|span|font|code|a)"
    r"(?:[ ][^<>\n]{0,120})?/?>",
    re.IGNORECASE,
)
_HASHES = re.compile(r"#{1,6}+(?=[ ][^ \n#])")
_STARS = re.compile(r"\*+")
_STRONG = 2
_FIXED_SPACE = re.compile(r"&nbsp;")
_EMPHASIS = re.compile(r"(?<![*\w])\*\*(?=[^\s*])(?P<words>[^*\n]{1,80})(?<=[^\s*])\*\*(?![*\w])")
# What a mail program puts before each line that it quotes
_QUOTED = re.compile(r"^>[> ]*+", re.MULTILINE)
_FEWEST_QUOTED = 3


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


def raised(text: str) -> str:
    """Give ``text`` in capitals at the same length: a letter with a longer capital form stays.

    >>> raised("straße")
    'STRAßE'
    """
    if text.isascii():
        return text.upper()
    return "".join(upper if len(upper := letter.upper()) == 1 else letter for letter in text)


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
        text = _LINE_TAIL.sub(_blank, text)
    if "=" in text and "=20" in text:
        text = _MAILED_SPACE.sub(_blank, text)
    if ">" in text:
        if _is_quoted(text):
            text = _QUOTED.sub(_blank, text)
        if "</" in text or "<br" in text or "<BR" in text:
            text = _ELEMENT.sub(_as_element, text)
    if "&" in text:
        text = _FIXED_SPACE.sub(_blank, text)
    if "#" in text:
        text = _without_hashes(text)
    if "*" in text and _may_emphasize(text):
        text = _EMPHASIS.sub(_plain, text)
    return text


def _as_element(tag: re.Match[str]) -> str:
    """Give the space that a tag stands for: a line end, where it begins or ends a block."""
    text, start, end = tag.string, tag.start(), tag.end()
    ends = tag["block"] is None or "\n" in (text[start - 1 : start] or "\n", text[end : end + 1])
    return _blank(tag) if ends else "\n".ljust(end - start)


def _without_hashes(text: str) -> str:
    """Blank a markdown heading's signs, `## The Locks`: other texts have few such signs."""
    for at in places(text, "#", 0, len(text)):
        if (at == 0 or text[at - 1] == "\n") and (signs := _HASHES.match(text, at)):
            text = text[:at] + " " * len(signs[0]) + text[signs.end() :]
    return text


def _may_emphasize(text: str) -> bool:
    """Tell whether a letter stands behind two stars: most stars are in rules."""
    at = text.find("*")
    while at >= 0:
        stars = _STARS.match(text, at)
        assert stars is not None
        behind = stars.end()
        if behind - at == _STRONG and text[behind : behind + 1].strip():
            return True
        at = text.find("*", behind)
    return False


def _plain(emphasis: re.Match[str]) -> str:
    return f"  {emphasis['words']}  "


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _is_quoted(text: str) -> bool:
    """Tell whether a mail program quoted the text: most of its lines, a mail's own may be above."""
    printed = [line for line in text.split("\n") if line]
    quoted = sum(line[0] == ">" for line in printed)
    return quoted >= _FEWEST_QUOTED and 2 * quoted > len(printed)


def places(text: str, sign: str, start: int, end: int) -> list[int]:
    """Give where ``sign`` stands in ``text[start:end]``: quickly, for one of a rare character."""
    # From the end, which takes half of the time.
    found: list[int] = []
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
