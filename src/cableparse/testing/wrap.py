"""Running text to lines of a teletype's width, so that reading them back gives the text."""

import re

# What a line of running text does not begin with, for there it would mean something: a number,
# `2. `, `31,`; a sub-item, `-- `, `(a) `, `b) `, `o `; a portion marking; a label or a caption.
MEANS_SOMETHING = re.compile(
    r"\d{1,3}(?!\d)|[¶(*•=_-]|o\Z|[A-Za-z]{1,2}[.)]|[A-Z]\Z"
    r"|(?:PAGE|SIPDIS|NOFORN|UNCLAS|UNCLASSIFIED|SECRET|CONFIDENTIAL)\Z"
)

# Two spaces stay together: a line end is read as one.
_SINGLE_SPACE = re.compile(r"(?<! ) (?! )")


def wrap(text: str, width: int, *, first: str = "", indent: str = "") -> list[str]:
    """Give ``text`` in lines of at most ``width`` columns; a longer word has a line of its own.

    ``first`` stands before the text on the first line, ``indent`` before the others. A line is not
    broken behind a hyphen, nor where the next one would begin like a paragraph, a sub-item or a
    label; there it may come out longer by a word.
    """
    lines: list[list[str]] = [[]]
    size = len(first)
    for word in _SINGLE_SPACE.split(text):
        line = lines[-1]
        if line and size + len(word) > width:
            kept = _kept(line, word)
            if kept:
                lines[-1], moved = line[:kept], line[kept:]
                lines.append(moved)
                line = lines[-1]
                size = len(indent) + sum(len(one) + 1 for one in line)
        line.append(word)
        size += len(word) + 1
    joined = [" ".join(line) for line in lines]
    return [first + joined[0], *(indent + line for line in joined[1:])]


def _kept(line: list[str], word: str) -> int:
    """Give how many words stay on a full line before which ``word`` has no room; 0 where all do.

    The words that move down begin the next line, so the first of them means nothing there.
    """
    words = [*line, word]
    for kept in range(len(line), max(0, len(line) - 4), -1):
        divides = words[kept - 1].endswith("-")
        if not divides and not MEANS_SOMETHING.match(words[kept]):
            return kept
    return 0
