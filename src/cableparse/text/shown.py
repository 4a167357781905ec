"""Text as a repr shows it: on one line, cut, with whatever a terminal would obey written out."""


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
