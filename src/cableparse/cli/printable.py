"""Text that is safe to show: what a terminal would obey is shown, not sent.

A document can hold escape sequences, and a file name line ends; neither may act on the reader's
terminal. Every character is replaced by one character, so that offsets stay true.
"""

import re

from cableparse.text.shown import OBEYED

_PICTURES = 0x2400
"""Where the pictures of the C0 controls begin: U+241B is the picture of ESC."""


def printable(text: str) -> str:
    r"""Give ``text``, as long as it is, with every control character but ``\n`` made visible.

    >>> printable("a\x1b[2J\tb")
    'a␛[2J b'
    """
    return OBEYED.sub(_picture, text)


def one_line(text: str) -> str:
    r"""Give ``text`` on one line, control characters made visible.

    >>> one_line("bad\n  file\x07")
    'bad file␇'
    """
    return printable(" ".join(text.split()))


def _picture(match: re.Match[str]) -> str:
    character = match[0]
    if character == "\t":
        return " "
    return chr(_PICTURES + ord(character)) if character < " " else "\N{REPLACEMENT CHARACTER}"
