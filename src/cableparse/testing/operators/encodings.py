"""Bytes that say something else than was written."""

import random

from attrs import evolve

from cableparse.testing.copies import Copy, Loss
from cableparse.testing.draft import Draft, DraftParagraph
from cableparse.testing.operators.operator import DamageError, Stage, operator
from cableparse.testing.paragraphs import with_losses


@operator("double-encoding", Stage.FILED, "pilcrows")
def double_encoding(copy: Copy, rng: random.Random) -> Copy:
    """UTF-8 was read as Windows-1252 and written as UTF-8 again: `¶` becomes `Â¶`.

    What most programs call mojibake. Characters of ASCII, the telegram's own, are not touched.
    """
    if copy.text.isascii():
        raise DamageError("double-encoding needs a copy with a character outside ASCII")
    lines = tuple(evolve(line, text=_twice(line.text)) for line in copy.lines)
    loss = Loss(
        field="document",
        what="each character outside ASCII is printed as two or three others",
        code="source.mojibake",
    )
    remains = _read_twice(copy.remains, set(copy.text))
    return with_losses(evolve(copy, lines=lines), remains, [loss])


def _read_twice(remains: Draft, printed: set[str]) -> Draft:
    """Give what is left of texts that have other characters than ASCII's, as they are ``printed``.

    A sign that the copy prints as another one is read from that.
    """
    body = tuple(
        evolve(
            part,
            text="".join(_twice(sign) if sign in printed else sign for sign in part.text),
        )
        if isinstance(part, DraftParagraph) and not part.text.isascii()
        else part
        for part in remains.body
    )
    return evolve(remains, body=body)


def _twice(text: str) -> str:
    if text.isascii():
        return text
    return "".join(
        sign if sign.isascii() else "".join(map(_windows, sign.encode("utf-8"))) for sign in text
    )


def _windows(byte: int) -> str:
    """Give the byte's character in Windows-1252; an undefined one is a control character."""
    try:
        return bytes([byte]).decode("windows-1252")
    except UnicodeDecodeError:
        return chr(byte)


@operator("latin-1", Stage.FILED, "pilcrows")
def latin_1(copy: Copy, rng: random.Random) -> Copy:
    """The bytes are Windows-1252 and not UTF-8, so that each pilcrow is the one byte B6.

    So the text of printed copies (field guide, section 10).
    """
    if "double-encoding" in copy.damage:
        raise DamageError("latin-1 would undo double-encoding")
    try:
        copy.text.encode("windows-1252")
    except UnicodeEncodeError as error:
        raise DamageError(f"latin-1 has no place for {error.object[error.start]!r}") from None
    return evolve(copy, encoding="windows-1252")


@operator("crlf", Stage.FILED)
def crlf(copy: Copy, rng: random.Random) -> Copy:
    """Lines end in carriage return and line feed, as the text of printed copies has them."""
    return evolve(copy, line_end="\r\n")
