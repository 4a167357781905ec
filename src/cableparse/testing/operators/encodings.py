"""Bytes that say something else than was written."""

import random

from attrs import evolve

from cableparse.testing.copies import Copy
from cableparse.testing.operators.operator import DamageError, Stage, operator


@operator("latin-1", Stage.FILED, "pilcrows")
def latin_1(copy: Copy, rng: random.Random) -> Copy:
    """The bytes are Windows-1252 and not UTF-8, so that each pilcrow is the one byte B6.

    So the text of printed copies (field guide, section 10).
    """
    try:
        copy.text.encode("windows-1252")
    except UnicodeEncodeError as error:
        raise DamageError(f"latin-1 has no place for {error.object[error.start]!r}") from None
    return evolve(copy, encoding="windows-1252")


@operator("crlf", Stage.FILED)
def crlf(copy: Copy, rng: random.Random) -> Copy:
    """Lines end in carriage return and line feed, as the text of printed copies has them."""
    return evolve(copy, line_end="\r\n")
