"""Characters as HTML: what it keeps as it is, what it needs an escape for, what it can't express.

A parser of HTML gives back every character of a text but three kinds. A carriage return becomes a
line feed unless it is written as ``&#13;``. NUL and lone surrogates have no form at all: each is
written as U+FFFD within an element that has its number in ``data-u``. Controls that would reorder
or hide their neighbours stand in an element of their own, which shows them and keeps them to
themselves.
"""

import re
from itertools import groupby

_INEXPRESSIBLE = re.compile("[\0\ud800-\udfff]")
_MARKUP = re.compile("[&<>\"'\r]")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\r": "&#13;"}

# C0 without tab, line feed and carriage return, DEL, C1, and what turns the direction of writing.
_CONTROLS = "\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069"
_SPECIAL = re.compile(f"([\0\ud800-\udfff]+)|[{_CONTROLS}]+")
# All that is not written as it is, in an element: quotes are many, and end only an attribute.
_UNUSUAL = re.compile(f"[&<>\r\0\ud800-\udfff{_CONTROLS}]")


def plain(text: str) -> str:
    """Give ``text`` as long as it is, U+FFFD for each character that HTML can't express."""
    if "\0" not in text:
        try:
            text.encode()  # which finds a surrogate ten times as fast as a pattern does
        except UnicodeEncodeError:
            pass
        else:
            return text
    return _INEXPRESSIBLE.sub("\ufffd", text)


def escaped(text: str) -> str:
    """Give ``text`` for an element or an attribute, every character but NUL and surrogates kept."""
    return _MARKUP.sub(lambda sign: _ESCAPES[sign[0]], plain(text))


def is_plain(text: str) -> bool:
    """Tell whether ``shown`` gives the text as it is, and each part of it."""
    return _UNUSUAL.search(text) is None


def shown(text: str) -> str:
    """Give ``text`` for an element, escaped, with an element around each control that it has."""
    if _UNUSUAL.search(text) is None:  # as in most lines
        return text
    parts = []
    at = 0
    for special in _SPECIAL.finditer(text):
        parts.append(escaped(text[at : special.start()]))
        at = special.end()
        if special[1]:
            numbers = " ".join(f"{ord(sign):04X}" for sign in special[0])
            parts.append(f'<i class="x" data-u="{numbers}">{plain(special[0])}</i>')
        else:
            parts.extend(_control(sign, len([*run])) for sign, run in groupby(special[0]))
    parts.append(escaped(text[at:]))
    return "".join(parts)


def _control(sign: str, count: int) -> str:
    times = f" ×{count}" if count > 1 else ""
    return f'<i class="x" data-x="U+{ord(sign):04X}{times}">{sign * count}</i>'
