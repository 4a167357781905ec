"""What mail, a page or a converter left in a text: signs that no telegram has.

Each is blanked, as long as it was: the `>` before each line of a copy that was quoted, the `=20` of
a line's last space, elements, fixed spaces, and the signs of a markdown heading or emphasis.
"""

import re

# A space at a line's end as mail carries it (quoted-printable, RFC 2045)
_MAILED_SPACE = re.compile(r"=20[ ]?(?=\n|\Z)")
# What a mail program puts before each line that it quotes
_QUOTED = re.compile(r"^>[> ]*+", re.MULTILINE)
_FEWEST_QUOTED = 3

# `<br>`, `</b>`, `<p class="x">`; a text that has no closed element may print one itself
_ELEMENT = re.compile(
    r"</?(?:(?P<block>br|p|div|li|ul|ol|tr|td|h[1-6]|pre)|b|i|u|em|strong|span|font|code|a)"
    r"(?:[ ][^<>\n]{0,120})?/?>",
    re.IGNORECASE,
)
_CLOSED = ("</", "<br", "<BR")
_FIXED_SPACE = "&nbsp;"
# `&#x000A;` before the line end that it stands for too, and a pilcrow before a number
_WRITTEN_END = re.compile(r"&#(?:x0{0,6}[AD]|0{0,6}1[03]);(?=[ ]*(?:\n|\Z))", re.IGNORECASE)
_PILCROW = re.compile(r"&(?:para|#182|#xB6);(?=\d)", re.IGNORECASE)

# `## The Locks`
_HASHES = re.compile(r"^#{1,6}+(?=[ ][^ \n#])", re.MULTILINE)
# `**TAGS:** ETRD`; one star alone is a writer's.
_EMPHASIS = re.compile(r"(?<![*\w])\*\*(?=[^\s*])(?P<words>[^*\n]{1,80})(?<=[^\s*])\*\*(?![*\w])")
_STARS = re.compile(r"\*+")
_STRONG = 2


def without_leftovers(text: str) -> str:
    r"""Give ``text`` with each of them as so many spaces; its line ends are line feeds.

    >>> without_leftovers("**TAGS:** ETRD=20\n")
    '  TAGS:   ETRD   \n'
    """
    # A search for one character is the fastest thing there is, and most texts have none of them.
    if "=" in text and "=20" in text:
        text = _MAILED_SPACE.sub(_blank, text)
    if ">" in text:
        if _is_quoted(text):
            text = _QUOTED.sub(_blank, text)
        if any(sign in text for sign in _CLOSED):
            text = _ELEMENT.sub(_space_of, text)
    if "&" in text:
        text = text.replace(_FIXED_SPACE, " " * len(_FIXED_SPACE))
        if "&#" in text:
            # The second one of a CR and its LF is the last of the line; then the first is.
            text = _WRITTEN_END.sub(_blank, _WRITTEN_END.sub(_blank, text))
        if ";1" in text:  # the first paragraph has one too
            text = _PILCROW.sub(_pilcrow, text)
    if "#" in text and _has_heading(text):
        text = _HASHES.sub(_blank, text)
    if "*" in text and _has_emphasis(text):
        text = _EMPHASIS.sub(r"  \g<words>  ", text)
    return text


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _pilcrow(match: re.Match[str]) -> str:
    return "¶".rjust(len(match[0]))


def _is_quoted(text: str) -> bool:
    """Tell whether a mail program quoted the text: most of its lines, a mail's own may be above."""
    if text.count("\n>") + text.startswith(">") < _FEWEST_QUOTED:  # as most signs are
        return False
    printed = [line for line in text.split("\n") if line]
    quoted = sum(line[0] == ">" for line in printed)
    return quoted >= _FEWEST_QUOTED and 2 * quoted > len(printed)


def _space_of(tag: re.Match[str]) -> str:
    """Give the space that a tag stands for: a line end, where it begins or ends a block."""
    text, start, end = tag.string, tag.start(), tag.end()
    ends = tag["block"] is None or "\n" in (text[start - 1 : start] or "\n", text[end : end + 1])
    return _blank(tag) if ends else "\n".ljust(end - start)


def _has_heading(text: str) -> bool:
    """Tell whether a line begins as a markdown heading: a telegram has a few such signs within."""
    at = text.find("#")
    while at >= 0:
        if (at == 0 or text[at - 1] == "\n") and _HASHES.match(text, at):
            return True
        at = text.find("#", at + 1)
    return False


def _has_emphasis(text: str) -> bool:
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
