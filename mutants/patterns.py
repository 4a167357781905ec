"""Small changes of a regular expression: how often a thing stands there, and what is around it."""

import re
from collections.abc import Iterator

# What is one token: an escape, a set, a comment, the opening of a look around, a count.
_TOKEN = re.compile(
    r"""(?P<kept>\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[ ]\#[ ][^\n]*
        |\(\?(?:P[<=]\w+[>)]|[a-z-]+[:)]|[:>]))
    |(?P<look>\(\?<?[=!])
    |(?P<count>(?<!\{)\{(?P<least>\d+)(?P<comma>,?)(?P<most>\d*)(?P<close>\})(?!\})[+?]?)
    |(?P<often>[*+?])(?P<manner>[+?]?)""",
    re.VERBOSE | re.DOTALL,
)
_OTHERWISE = {"=": "!", "!": "="}
_OFTEN = {"*": "+", "+": "*"}


def changes(pattern: str) -> Iterator[tuple[int, int, str]]:
    """Give start, end and replacement of each change, offsets in code points of the pattern.

    A look around is turned to its opposite, a bound moves by one, `*` and `+` take each other's
    place, and what may be missing must be there.
    """
    for token in _TOKEN.finditer(pattern):
        start, end = token.span()
        if token["look"]:
            yield end - 1, end, _OTHERWISE[token["look"][-1]]
        elif token["count"]:
            least, most = int(token["least"]), token["most"]
            end = token.end("close")
            if not token["comma"]:
                yield from ((start, end, f"{{{count}}}") for count in (least - 1, least + 1))
                continue
            for low, high in _counts(least, int(most) if most else None):
                yield start, end, f"{{{low},{'' if high is None else high}}}"
        elif token["often"] == "?":
            yield start, end, ""
        elif token["often"]:
            yield start, start + 1, _OFTEN[token["often"]]


def _counts(least: int, most: int | None) -> Iterator[tuple[int, int | None]]:
    """Give the bounds that are one off and still bounds."""
    for low, high in (
        (least - 1, most),
        (least + 1, most),
        (least, most and most - 1),
        (least, most and most + 1),
    ):
        if low >= 0 and (high is None or low <= high) and (low, high) != (least, most):
            yield low, high
