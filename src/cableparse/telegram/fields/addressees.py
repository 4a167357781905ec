"""FM, TO, INFO, XMT and the passing lines: who sent the cable, and to whom.

::

    addressee = [indicator "/"] name [precedence] [number ["-" number]] [precedence]
    line      = addressee {(";" | ",") addressee}
    indicator = "RUEHC" | "ZEN", which is delivered by other means (ACP 127)
    excluded  = ["INFO"] "XMT" ["/" | ":"] name {line name}
"""

import functools
import re
from collections.abc import Mapping

from attrs import evolve

from cableparse.model.fields import Addressee
from cableparse.telegram.head.head import Head, Piece
from cableparse.telegram.lines.labels import mistyped_label, slips_of
from cableparse.telegram.lines.patterns import INDICATOR, PLAD
from cableparse.telegram.reading import Reading
from cableparse.text.spans import Span, trusted_span
from cableparse.vocabulary import Precedence

_LABEL = re.compile(
    r"(?:T[O0]|INF[O0](?:[ ]+XMT)?|FM|FR[O0]M|XMT)(?:[ ]*[:/][ ]*|[ ]+|\Z)", re.IGNORECASE
)
_ROUTING = re.compile(rf"({INDICATOR}|ZEN)[ ]*/[ /]*", re.IGNORECASE)

_PRECEDENCES = {word: Precedence(word) for word in ("FLASH", "IMMEDIATE", "PRIORITY", "ROUTINE")}
# The serial at the addressee's own station, in the seventies of three digits too; a range is that
# of a telegram in sections.
_MCN = re.compile(r"[\dO]{3,4}(?:-[\dO]{3,4})?\Z", re.ASCII)

_DIGITS = re.compile(r"\d{3,4}\Z", re.ASCII)
_PRECEDENCE = rf"({'|'.join(_PRECEDENCES)})"
_STUCK = re.compile(
    rf"{_PRECEDENCE}(\d{{3,4}})\Z|(\d{{3,4}}){_PRECEDENCE}\Z", re.IGNORECASE | re.ASCII
)
_SHORTEST_SLIP = 6  # letters: a shorter word may be another one
_NAME_AND_TWO = 2
_PART = re.compile(r"[^\s;,](?:[^;,]*[^\s;,])?")
# What a PLAD begins with; a line without an indicator that begins otherwise goes on with the line
# before it where that one has an indicator.
_PLAD = re.compile(PLAD, re.VERBOSE | re.IGNORECASE)


def read_addressees(text: str, head: Head, reading: Reading) -> None:
    """Read ``origin``, ``action``, ``info`` and ``passing``."""
    sender = head.first("from_")
    if sender:
        start, end = sender[0]
        first_of_name = _label_end(text, start, end)
        name = " ".join(text[first_of_name:end].split())
        reading.put("origin", name, [(first_of_name, end)])
    found = {
        field: [
            addressee
            for block in head.blocks.get(field, ())
            for addressee in _read_block(text, block, reading)
        ]
        for field in ("action", "info")
    }
    if excluded := head.pieces("excluded"):
        _exclude(found, excluded, text)
    for field, addressees in found.items():
        if addressees:
            reading.put(field, tuple(addressees), [addressee.span for addressee in addressees])
    if lines := head.pieces("passing"):
        passing = tuple(" ".join(text[start:end].split()) for start, end in lines)
        reading.put("passing", passing, lines)


def _label_end(text: str, start: int, end: int) -> int:
    """Give where a line's label ends; its start where it has none."""
    if label := _LABEL.match(text, start, end):
        return label.end()
    mistyped = mistyped_label(text, start, end)
    return mistyped[1] if mistyped else start


def _read_block(text: str, block: list[Piece], reading: Reading) -> list[Addressee]:
    """Read the lines behind one label: an addressee each, or the rest of the one before."""
    found: list[tuple[str | None, list[str], int]] = []
    ends: list[int] = []
    routed_before = False
    for number, (start, end) in enumerate(block):
        first = start if number else _label_end(text, start, end)
        if first >= end:
            continue  # the label alone: a page mark stood behind it
        routing = _ROUTING.match(text, first, end)
        if routing is not None:
            found.append((routing[1].upper(), text[routing.end() : end].split(), first))
            ends.append(end)
            routed_before = True
        elif routed_before and not _PLAD.match(text, first, end):
            found[-1][1].extend(text[first:end].split())
            ends[-1] = end
        else:
            for at, behind in _on_a_line(text, first, end):
                found.append((None, text[at:behind].split(), at))
                ends.append(behind)
            routed_before = False
    return [
        _addressee(text, routing, words, trusted_span(first, end), reading)
        for (routing, words, first), end in zip(found, ends, strict=True)
    ]


def _on_a_line(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Give where each addressee of a line stands: `AMEMBASSY OSLO; AMEMBASSY RIGA PRIORITY`."""
    parts = [part.span() for part in _PART.finditer(text, start, end)]
    if len(parts) > 1 and all(_PLAD.match(text, *part) for part in parts):
        return parts
    return [(start, end)]


def _addressee(
    text: str, routing: str | None, words: list[str], span: Span, reading: Reading
) -> Addressee:
    """Make an addressee of the words behind its indicator: name, precedence, MCN in this order."""
    mcn: str | None = None
    precedence: Precedence | None = None
    # A name is never empty: a number or a precedence alone is the name.
    if len(words) > 1 and (stuck := _STUCK.match(words[-1])):
        words[-1:] = filter(None, stuck.groups())  # `SECSTATE WASHDC PRIORITY4471`
    if (
        len(words) > _NAME_AND_TWO
        and words[-1].upper() in _PRECEDENCES
        and _DIGITS.match(words[-2])
    ):
        words[-2:] = [words[-1], words[-2]]  # `SECSTATE WASHDC 0412 PRIORITY`
    if len(words) > 1 and _MCN.match(words[-1]):
        mcn = words.pop()
        mcn = reading.read_as(mcn, "O", "0", span.end - len(mcn))
    if len(words) > 1 and (precedence := _precedence(words[-1])) is not None:
        printed = words.pop()
        if printed.upper() != precedence:
            reading.read_word(printed, precedence, text.rindex(printed, span.start, span.end))
        if precedence is Precedence.IMMEDIATE and len(words) > 1 and words[-1].upper() == "NIACT":
            precedence = Precedence.NIACT_IMMEDIATE
            words.pop()
    return Addressee(
        routing=routing, name=" ".join(words), precedence=precedence, mcn=mcn, span=span
    )


def _precedence(word: str) -> Precedence | None:
    """Give the precedence that a word is, or is one slip of the keys from; None for another."""
    word = word.upper()
    return _PRECEDENCES.get(word) or _mistyped().get(word)


@functools.cache
def _mistyped() -> Mapping[str, Precedence]:
    return {
        slip: precedence
        for word, precedence in _PRECEDENCES.items()
        for slip in slips_of(word)
        if len(slip) >= _SHORTEST_SLIP
    }


def _exclude(found: dict[str, list[Addressee]], excluded: list[Piece], text: str) -> None:
    """Hang the posts behind XMT on the addressee before it, the collective they are out of."""
    names = []
    for start, end in excluded:
        first = _label_end(text, start, end)
        routing = _ROUTING.match(text, first, end)
        names.append(" ".join(text[routing.end() if routing else first : end].split()))
    before = [
        (addressee.span.end, field, at)
        for field, addressees in found.items()
        for at, addressee in enumerate(addressees)
        if addressee.span.end <= excluded[0][0]
    ]
    if before:
        _, field, at = max(before)
        found[field][at] = evolve(found[field][at], excluded=tuple(names))
