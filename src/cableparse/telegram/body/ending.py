"""The end of a telegram: its signer, what stands behind, and a second copy of the end."""

import re

from attrs import define, evolve

from cableparse.telegram.body.signers import name_alone, name_behind
from cableparse.telegram.lines.patterns import LEVEL, NO_LAST_WORDS, PAGE_MARK
from cableparse.telegram.reading import Reading
from cableparse.text.segments import Cut, Layer, SegmentKind
from cableparse.text.spans import Span

_NOTE, _LONGEST_NOTE = "NOTE BY OC", 400  # the relay's, on what the copy lacks
# Lines that may stand behind the signer. Counted over public copies.
_RESIDUE = re.compile(
    r"[ ]*+(?:N{3,4}(?:[A-Z]{2,8}(?:[ ][A-Z0-9]{6,14})?)?|\#?\d{0,4}|BT|>+|\.+|-{1,2}"
    r"|[^.\n]{0,60}@[ ].*+"
    rf"|\d{{2,4}}[A-Z]{{3,}}\d+[ ]-[ ].*+|{LEVEL}(?://\w+)*|(?:{PAGE_MARK})"
    r"|SENSITIVE(?:[ ]BUT[ ]UNCLASSIFIED)?"
    r"|ID:[ ]*\d+"
    r"|[-=*_<> ]{0,99}(?:CABLES?[ ]END|END[ ](?:OF[ ])?(?:CABLE|DOCUMENT))[A-Z .]{0,9}[-=*_<> ]*+"
    r"|(?i:declassified/released.*+|(?:systematic[ ])?review[ ]\d\d.*+|note[ ]by[ ]oc.*+)"
    r"|.*\bWHERE[ ]`.*+|[-=*_]{3,}"
    # what is left of a page, of a wiki or of a table's cell
    r"|(?:<[^<>]*>[ ]*+)+|(?:\[\[[^\[\]]*\]\][ ]*+)+|\[[^\[\]]*\]\([^()]*\)|\[/?[a-z]+\]|[\"'])"
    r"[ ]*\Z"
)
# Lines that stand behind some signers, and are the text's own where no signer stands before them:
# `Visit Oslo's Classified Website`, a rule of two parts, `UNQUOTE`
_BEHIND_A_SIGNER = re.compile(
    r"[ ]*(?:(?i:(?:visit|for[ ](?:more|further|additional))\b.{0,80}"
    r"|.{0,60}\bweb[ ]?sites?\b.{0,30})|[-=*_][-=*_ ]{2,}+|UNQUOTE|SBU"
    r"|Page[ ]\d+[ ]of[ ]\d+)[ ]*\Z"
)
# Who drafted and cleared, as posts and the message system of 2009 printed it. No name in it is the
# signer's.
_DRAFTING = re.compile(
    r"[ ]*(?:(?i:drafted|cleared|approved|released)(?:[ ](?i:by)\b|[ ]?:)"
    r"|(?:Info|Action|Dissemination[ ]Rule):)"
)
# What parts a mail's text from the signature of its writer (RFC 3676)
_MAIL_SIGNATURE = re.compile(r"\n[ ]*--[ ]*(?=\n)")
_LONGEST_MAIL_SIGNATURE = 600
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
_LONGEST_SITE_LINE = 80
_NO_SITES_END = frozenset('.?!;,:-)]"”')
_LONGEST_RESIDUE = 240
_LONGEST_AGAIN = 40

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
    ending = _read_ending(text, start, end)
    if ending.signers:
        return ending
    near = max(start, end - _LONGEST_MAIL_SIGNATURE)
    mail = max((line.start() + 1 for line in _MAIL_SIGNATURE.finditer(text, near, end)), default=-1)
    above = _read_ending(text, start, mail) if mail > 0 else ending
    if not above.signers:
        return ending
    residue = () if len(above.cuts) > 1 else ((mail, _RESIDUAL, _CONTENT),)
    return evolve(above, cuts=(*above.cuts, *residue))


def _read_ending(text: str, start: int, end: int) -> Ending:
    note = text.rfind(_NOTE, max(start, end - _LONGEST_NOTE), end)
    at = residue = note if note > start and text[note - 1] == "\n" else end
    certain = at  # the residue, should no signer stand before it
    site = False  # whether a line behind may be a site's, where only a name that stands apart signs
    for _ in range(_LINES_BEHIND):
        line_start, line_end = _line_before(text, start, at)
        if line_start < 0:
            break
        line = text[line_start:line_end]
        is_residue = len(line) <= _LONGEST_RESIDUE and _RESIDUE.match(line) is not None
        level = is_residue and " " in line.strip()
        if not level and (alone := name_alone(text, start, line_start, line_end, apart=site)):
            if not _is_said_again(text, start, line_start, line):
                return _ending(*alone, line_start, residue, end)
        elif is_residue:
            certain = line_start if certain == residue else certain
        elif _DRAFTING.match(line) or _is_said_again(text, start, line_start, line):
            pass
        elif behind := name_behind(line, closed=site):
            name, at = behind
            return _ending(name, line_start + at, line_start + at, residue, end)
        elif not _BEHIND_A_SIGNER.match(line):
            if not _is_sites(line):
                break
            site = True
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


def note_end(text: str, start: int, end: int, reading: Reading, *, lost_lines: bool) -> None:
    """Say of a body without a signer whether it breaks off: in `… the wor...`, or in a sentence.

    Of a copy that dropped lines, ``lost_lines``, the end may be one of them.

    A last line of running text that ends in a letter ends no sentence; a short one, or one in
    capitals, may be anything.
    """
    printed = text[start:end].rstrip()
    span = Span(start + len(printed) - 1, start + len(printed)) if printed else None
    if _BROKEN_OFF.search(printed, max(0, len(printed) - 8)):
        reading.defect("body.truncated", "the text ends in three periods within a sentence", span)
    elif not lost_lines and _breaks_off(printed):
        reading.defect("body.truncated", "the text ends within a sentence", span)
    elif printed:
        reading.defect("body.signer-missing", "no signer's name ends the text", span)


def _breaks_off(printed: str) -> bool:
    """Tell whether the text ends within a sentence; a line of a few words may be a name."""
    words = printed.count(" ", printed.rfind("\n") + 1) + 1
    tail = max(0, len(printed) - _LAST_WORDS)
    return words >= _WORDS_OF_TEXT and _BREAKS_OFF.search(printed, tail) is not None


def _ending(name: str, name_at: int, cut_at: int, residue: int, end: int) -> Ending:
    name = name.rstrip("-")  # `-ROE-`
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


def _is_said_again(text: str, start: int, at: int, line: str) -> bool:
    """Tell whether a short line repeats the one right above it in any case: `ROE` / `Roe`."""
    above = text.rfind("\n", start, max(start, at - 1)) + 1
    printed = line.strip()
    return (
        start < above < at
        and len(printed) <= _LONGEST_AGAIN
        and text[above : at - 1].strip().casefold() == printed.casefold()
    )


def _printed_end(text: str, start: int, end: int) -> int:
    """Give where ``text[start:end]`` ends without white space, and copy no long text for it."""
    while end > start:
        first = max(start, end - _LAST_SPACES)
        if printed := text[first:end].rstrip():
            return first + len(printed)
        end = first
    return start


def _is_sites(line: str) -> bool:
    """Tell whether a line may be a site's, below the telegram: short, and no sentence's end."""
    printed = line.strip()
    return (
        len(printed) <= _LONGEST_SITE_LINE
        and printed[-1] not in _NO_SITES_END
        and not printed.isupper()
        and not printed[0].islower()
        and printed[printed.rfind(" ") + 1 :] not in NO_LAST_WORDS
    )
