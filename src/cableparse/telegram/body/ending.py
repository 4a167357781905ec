"""The end of a telegram: its signer, what stands behind, and a second copy of the end."""

import re

from attrs import define

from cableparse.telegram.lines.patterns import LEVEL_SPACED, NO_LAST_WORDS, PAGE_MARK
from cableparse.telegram.reading import Reading
from cableparse.text.segments import Cut, Layer, SegmentKind
from cableparse.text.spans import Span
from cableparse.vocabulary import word_list

# `CAMP`, `MCNAMARA.`, `GILLESPIE##`, `O'BRIEN`, `VAN DYKE`, `ST. CLAIR`, `SMITH SMITH`, `McCAMP`;
# `Susman`, `deLaurentis`
_NAME = (
    r"(?:(?:ST\.[ ]|(?:De|La|Le|Ma?c|Van)(?=[A-Z]{3}))?"
    r"(?:(?:[A-Z]['’])?[A-Z][A-Z'’-]{1,20}|DE|VAN|VON|LA|DER|DI)(?:[ ][A-Z][A-Z'’-]{1,20}){0,2}"
    r"|[a-z]{0,3}(?:O'|Mc|Mac)?[A-Z][a-z]{2,15}(?:-[A-Z][a-z]+)?)"
)
# A copy of a site may have the day behind the name: `ROE 2008-01-08`
_TAIL = r"[ .#/*]*(?:\d{4}-\d\d-\d\d)?[ ]*\Z"
_ALONE = re.compile(rf"[ ]*(?P<name>{_NAME}){_TAIL}")
# The last word of a line of text as a name: `… until spring. CAMP`, `… until spring. Camp`
_LAST = re.compile(
    r"(?P<name>[A-Z][A-Z'’-]{2,20}|(?P<small>(?:Mc|Mac|De)?[A-Z][a-z]{3,15}(?:-[A-Z][a-z]+)?))"
    + _TAIL
)
# What a name in capitals may stand behind, and one in small letters: a whole word, no abbreviation
_BEFORE_CAPITALS = frozenset(".!?)\"”'’:/")
_BEFORE_SMALL = re.compile(r"(?:\b[a-z]{2,}|[a-z]{4})[.!?][\"”’)]{0,2}\Z")
# `… emissions. OSLO 00000012  002 OF 002 CAMP`
_MARK_BEFORE = re.compile(rf"(?:{PAGE_MARK})\Z")
_LONGEST_MARK = 40
_ENDS = ("end comment", "end summary", "end note", "end text")
# Lines that may stand behind the signer. Counted over public copies.
_RESIDUE = re.compile(
    r"[ ]*+(?:N{4}|\#?\d{0,4}|BT|>+|\.+|[^.\n]{0,60}@[ ].*|\d{2,4}[A-Z]{3,}\d+[ ]-[ ].*"
    rf"|(?:UNCLASSIFIED|UNCLAS|{LEVEL_SPACED})(?://\w+)*|(?:{PAGE_MARK})"
    r"|SENSITIVE|NOFORN|SIPDIS"
    r"|ID:[ ]*\d+|[-=*_ ]{0,99}(?:CABLES?[ ]END|END[ ](?:OF[ ])?CABLE)[A-Z .]{0,9}[-=*_ ]*"
    r"|(?i:declassified/released.*|(?:systematic[ ])?review[ ]\d\d.*|note[ ]by[ ]oc.*)"
    r"|.*\bWHERE[ ]`.*|[-=*_]{3,})[ ]*\Z"
)
# Lines that stand behind some signers, and are the text's own where no signer stands before them:
# `Visit Oslo's Classified Website:`, its address between rules, `UNQUOTE`
_BEHIND_A_SIGNER = re.compile(
    r"[ ]*(?:(?i:visit\b.{0,80}|.{0,60}\bweb[ ]?sites?\b.{0,30})|.{0,60}\bhttps?://\S+"
    r"|[-=*_][-=*_ ]{2,}|UNQUOTE)[ ]*\Z"
)
_BROKEN_OFF = re.compile(r"\w(?:\.\.\.|…)\Z")

# `… told Econoff that the`: a word in small letters, and no sign behind it
_BREAKS_OFF = re.compile(
    r"[^ \n][ \n][(\"“']?(?!(?:summary|comment|note|text)\Z)[a-z][a-z-]{1,20},?\Z"
)
# To ask an enumeration for a member is slow.
_SIGNATURE, _RESIDUAL, _CONTENT = SegmentKind.SIGNATURE, SegmentKind.RESIDUE, Layer.CONTENT
_LAST_WORDS = 24
_LAST_SPACES = 80
_WORDS_OF_TEXT = 4
_LINES_BEHIND = 12
_LONGEST_RESIDUE = 240

# A copied end is longer than any sentence that a writer says twice.
_COPY = 160


@define
class Ending:
    """The signer as printed, its span, and the cuts of the end in rising order."""

    signers: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    cuts: tuple[Cut, ...] = ()
    start: int = 0
    """Where the body ends and the ending begins."""


def read_ending(text: str, start: int, end: int) -> Ending:
    """Read the end of the body that stands in the even ``text[start:end]``."""
    at = end
    residue = end
    certain = end  # the residue, should no signer stand before it
    for _ in range(_LINES_BEHIND):
        line_start, line_end = _line_before(text, start, at)
        if line_start < 0:
            break
        line = text[line_start:line_end]
        alone = _ALONE.match(line)
        if alone and _is_name(alone["name"]) and not _runs_into(text, start, line_start):
            name_at = line_start + alone.start("name")
            return _ending(alone["name"], name_at, line_start, residue, end)
        if len(line) <= _LONGEST_RESIDUE and _RESIDUE.match(line):
            certain = line_start if certain == residue else certain
        elif (behind := _name_behind(line)) and _is_name(behind["name"]):
            name_at = line_start + behind.start("name")
            return _ending(behind["name"], name_at, name_at, residue, end)
        elif not _BEHIND_A_SIGNER.match(line):
            break
        residue = at = line_start
    residue = certain
    cuts = ((residue, _RESIDUAL, _CONTENT),) if residue < end and text[residue:end].strip() else ()
    return Ending(cuts=cuts, start=residue if cuts else end)


def find_repeated_end(text: str, start: int, end: int) -> int:
    """Give where a second copy of the text's own end begins, or ``end`` without one.

    A program that stored a text in parts sometimes stored the last part twice: the end of the text
    then stands word for word before itself, and what lies between is at most a few periods.
    """
    last = _printed_end(text, start, end)
    if last - start < 2 * _COPY:
        return end
    probe = text[last - _COPY : last]
    found = text.rfind(probe, start, last - 1)
    if found < 0:
        return end
    first_end, second_end = found + _COPY, last
    gap = 0
    while text[first_end + gap : first_end + gap + 1] in {".", " ", "\n"}:
        gap += 1
    size = _COPY
    while first_end - size > start and text[first_end - size - 1] == text[second_end - size - 1]:
        size += 1
        if second_end - size <= first_end:
            break
    copy = second_end - size
    return copy if copy <= first_end + gap else end


def note_end(text: str, start: int, end: int, reading: Reading) -> None:
    """Say of a body without a signer whether it breaks off: in `… the wor...`, or in a sentence.

    A last line of running text that ends in a letter ends no sentence; a short one, or one in
    capitals, may be anything.
    """
    printed = text[start:end].rstrip()
    span = Span(start + len(printed) - 1, start + len(printed)) if printed else None
    if _BROKEN_OFF.search(printed, max(0, len(printed) - 8)):
        reading.defect("body.truncated", "the text ends in three periods within a sentence", span)
    elif not reading.lost_lines and _breaks_off(printed):
        reading.defect("body.truncated", "the text ends within a sentence", span)
    elif printed:
        reading.defect("body.signer-missing", "no signer's name ends the text", span)


def _breaks_off(printed: str) -> bool:
    """Tell whether the text ends within a sentence; a line of a few words may be a name."""
    words = printed.count(" ", printed.rfind("\n") + 1) + 1
    tail = max(0, len(printed) - _LAST_WORDS)
    return words >= _WORDS_OF_TEXT and _BREAKS_OFF.search(printed, tail) is not None


def _ending(name: str, name_at: int, cut_at: int, residue: int, end: int) -> Ending:
    words = name.split()
    # A copy sometimes prints the signer twice on the line.
    if len(words) == 2 and words[0] == words[1]:
        name = words[0]
    cuts: list[Cut] = [(cut_at, _SIGNATURE, _CONTENT)]
    if residue < end:
        cuts.append((residue, _RESIDUAL, _CONTENT))
    return Ending(
        signers=(name,),
        spans=(Span(name_at, name_at + len(name)),),
        cuts=tuple(cuts),
        start=cut_at,
    )


def _line_before(text: str, start: int, at: int) -> tuple[int, int]:
    """Give the last printed line before ``at``: its start and its end; (-1, -1) without one."""
    printed = _printed_end(text, start, at)
    if printed == start:
        return -1, -1
    return max(start, text.rfind("\n", start, printed) + 1), printed


def _printed_end(text: str, start: int, end: int) -> int:
    """Give where ``text[start:end]`` ends without white space, and copy no long text for it."""
    while end > start:
        first = max(start, end - _LAST_SPACES)
        if printed := text[first:end].rstrip():
            return first + len(printed)
        end = first
    return start


def _name_behind(line: str) -> re.Match[str] | None:
    """Give the signer's name where it is the last word of a line of text."""
    at = line.rfind(" ", 0, len(line.rstrip(" .#/*"))) + 1
    if line[at : at + 4].isdigit():
        at = line.rfind(" ", 0, max(0, at - 1)) + 1  # the day behind the name
    name = _LAST.match(line, at)
    if name is None or at == 0:
        return None
    before = line[max(0, at - 240) : at].rstrip(" ")
    if name["small"]:
        return name if _BEFORE_SMALL.search(before[-8:]) else None
    if before[-1:] == "-":
        return name if before[-2:-1] not in {"", " ", "-"} else None  # not `- SWEDEN`, an item
    known = before[-1:] in _BEFORE_CAPITALS or before[-11:].casefold().endswith(_ENDS)
    known = known or _MARK_BEFORE.search(before[-_LONGEST_MARK:]) is not None
    return name if known or "//" in before[before.rfind(" ") + 1 :] else None


def _runs_into(text: str, start: int, at: int) -> bool:
    """Tell whether the line right above ``at`` breaks off in a sentence."""
    above = text[max(start, at - 12) : at - 1].rstrip(" ")
    return above[max(above.rfind(" "), above.rfind("\n")) + 1 :].casefold() in NO_LAST_WORDS


def _is_name(name: str) -> bool:
    words = [word.upper().strip("'’-.") for word in name.split()]
    if set("".join(words)) == {"X"}:
        return False  # it is redacted
    # `NEW YEAR'S BEST`: no surname is a genitive
    no_signer = word_list("no-signer")
    return not [word for word in words if word in no_signer or word.endswith(("'S", "’S"))]
