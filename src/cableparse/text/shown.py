"""Text as a repr shows it: on one line, cut, with whatever a terminal would obey written out."""

import re

# Not to be sent as it is: C0 without the line feed, DEL, C1, line and paragraph separators,
# bidirectional controls (they reorder what is read), and lone surrogates, which no encoding writes.
OBEYED = re.compile(
    "[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069\\ud800-\\udfff]"
)
"""What a terminal or an editor would obey, or can't show."""


def quoted(text: str, width: int = 40) -> str:
    r"""Give the text in quotes, as Python writes it, with ``…`` where it is cut.

    Between the quotes stand ``width`` characters at most. The beginning alone is looked at, so
    that a text of a million characters costs no more than a short one.

    >>> quoted("a\x1b[2J"), quoted("Locks and Keys", 8)
    ("'a\\x1b[2J'", "'Locks a…'")
    """
    printed = repr(text[: width + 1])
    if len(text) <= width and len(printed) <= width + 2:
        return printed
    end = width - 1
    while len(repr(text[:end])) > width + 1:
        end -= 1
    return repr(text[:end].rstrip() + "…")
