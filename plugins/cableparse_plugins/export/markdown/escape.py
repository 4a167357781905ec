"""Text that Markdown takes for nothing but text."""

import re

# What means something wherever it stands, in CommonMark or in what is usually added to it. A
# bracket is always among them: a page's own notes are told by theirs.
_SIGNS = re.compile(r"[\\`*_\[\]<&~|$^{}]")
# `# `, `- `, `+ `, `> `, `===`, `: ` at the beginning of a line; `2.` and `2)` there
_OPENING = re.compile(r"[-+#>=:]")
_NUMBER = re.compile(r"(\d{1,9})([.)])")


def escaped(text: str, *, opens_line: bool = False) -> str:
    """Give a text without line ends so that it is read as it is.

    ``opens_line`` says that it stands at the beginning of a line.
    """
    if opens_line and (number := _NUMBER.match(text)):
        return f"{number[1]}\\{number[2]}{_SIGNS.sub(_with_backslash, text[number.end() :])}"
    safe = _SIGNS.sub(_with_backslash, text)
    return f"\\{safe}" if opens_line and _OPENING.match(safe) else safe


def in_heading(text: str) -> str:
    """Give a text for a heading, whose closing number signs would be left out."""
    return escaped(" ".join(text.split())).replace("#", "\\#")


def _with_backslash(sign: re.Match[str]) -> str:
    return f"\\{sign[0]}"
