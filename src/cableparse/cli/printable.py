"""Text that is safe to show: what a terminal would obey is shown, not sent.

A document can hold escape sequences, and a file name line ends; neither may act on the reader's
terminal. Every character is replaced by one character, so that offsets stay true.
"""

import re

# C0 without the line feed, DEL, C1, line and paragraph separators, bidirectional controls (they
# reorder what is read), and lone surrogates, which no encoding can write.
_UNSAFE = re.compile(
    "[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069\\ud800-\\udfff]"
)
_PICTURES = 0x2400
"""Where the pictures of the C0 controls begin: U+241B is the picture of ESC."""


def printable(text: str) -> str:
    r"""Give ``text``, as long as it is, with every control character but ``\n`` made visible.

    >>> printable("a\x1b[2J\tb")
    'a␛[2J b'
    """
    return _UNSAFE.sub(_picture, text)


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
