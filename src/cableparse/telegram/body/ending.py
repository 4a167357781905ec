"""The end of a telegram: its signer, what stands behind, and a second copy of the end."""

import re

from attrs import define

from cableparse.telegram.lines.patterns import LEVEL, LOWER, NO_LAST_WORDS, PAGE_MARK, UPPER
from cableparse.telegram.reading import Reading
from cableparse.text.even import places
from cableparse.text.segments import Cut, Layer, SegmentKind
from cableparse.text.spans import Span
from cableparse.vocabulary import word_list

# `CAMP`, `O'BRIEN`, `VAN DYKE`, `ST. CLAIR`, `DE LA ROE`, `J. ROE`, `SMITH SMITH`; `McCAMP`;
# `Susman`, `deLaurentis`, `MacRoe`, `van Dyke`; `roe-smith`
_PARTICLE = r"(?i:de|del|della|der|den|di|da|dos|el|la|le|van|von|st\.)"
_CAPITALS = rf"(?:De|La|Le|Ma?c|Van)?(?:[A-Z]['’])?[{UPPER}][{UPPER}'’-]{{1,20}}"
_MIXED = rf"[a-z]{{0,3}}(?:O'|Mc|Mac|De|La|Le)?[{UPPER}][{LOWER}]{{2,15}}(?:-[{UPPER}][{LOWER}]+)?"
_SMALL = rf"(?:{_PARTICLE}[ ]){{0,2}}(?:[a-z]['’])?[a-z]{{3,15}}(?:-[a-z]{{2,15}})?"
_NAME = (
    rf"(?:[A-Z]\.[ ]?){{0,3}}(?:{_PARTICLE}[ ]){{0,2}}"
    rf"(?:{_CAPITALS}(?:[ ](?!N{{3,4}}\b|BT\b)[A-Z][A-Z'’-]{{1,20}}){{0,2}}|{_MIXED})"
)
# A copy of a site may have the day behind the name: `ROE 2008-01-08`
# or the message's last signs, `ROE BT #0012 NNNN`
_LAST_SIGN = r"(?:BT|N{3,4}|\#\d{4})"
_TAIL = (
    r"(?i:[ ,]*\(?(?:acting|jr|sr)\b)?[ .#/*)-]*(?:\d{4}-\d\d-\d\d)?"
    rf"(?:(?<=[ ]){_LAST_SIGN}[ .#]*)*\Z"
)
_ALONE = re.compile(
    rf"[ ]*(?:/s?/?[ ]*|-+[ ]*(?=.*-[ ]*\Z)|Signature:\s*)?"
    rf"(?P<name>{_NAME}|(?P<small>{_SMALL})){_TAIL}"
)
# The last words of a line of text as a name: `… until spring. CAMP`, `… until spring. Camp`
_LAST = re.compile(
    rf"(?P<name>(?:{_PARTICLE}[ ]){{0,2}}"
    rf"(?:[A-Z][A-Z'’-]{{2,20}}|(?P<mixed>{_MIXED}))){_TAIL}"
)
_PARTICLE_BEFORE = re.compile(rf"(?<=[ ]){_PARTICLE}[ ]\Z")
# What a name in capitals may stand behind, and one in mixed letters: a word, no abbreviation
_BEFORE_CAPITALS = frozenset(".!?)\"”'’:/")
_BEFORE_MIXED = re.compile(r"(?:\b[a-z]{2,}|[A-Za-z]{4})[.!?][\"”’)]{0,2}\Z")
# `… END COMMENT. roe`
_END_MARK = re.compile(
    r"\bend[ ](?:of[ ])?(?:\w+(?:[ ]and[ ]|/))?(?:comments?|summary|notes?|text|quote|message)\b"
    r"[ .:)*\]]*",
    re.IGNORECASE,
)
_LAST_SIGNS = re.compile(rf"(?:(?<![ ])[ ]+{_LAST_SIGN})+[ .#]*\Z")
# What ends a telegram that another one repeats, `… OF THE LOCK. ROE UNQUOTE DOE`
_UNQUOTES = ("UNQUOTE", "UNQTE")
_LONGEST_NAME = 60
_NOTE, _LONGEST_NOTE = "NOTE BY OC", 400  # the relay's, on what the copy lacks
_SENTENCE_END = frozenset(".!?:)\"”'’*-=_/")
# `… emissions. OSLO 00000012  002 OF 002 CAMP`
_MARK_BEFORE = re.compile(rf"(?:{PAGE_MARK})\Z")
_LONGEST_MARK = 40
# Lines that may stand behind the signer. Counted over public copies.
_RESIDUE = re.compile(
    r"[ ]*+(?:N{3,4}(?:[A-Z]{2,8}(?:[ ][A-Z0-9]{6,14})?)?|\#?\d{0,4}|BT|>+|\.+|-{1,2}"
    r"|[^.\n]{0,60}@[ ].*"
    rf"|\d{{2,4}}[A-Z]{{3,}}\d+[ ]-[ ].*|{LEVEL}(?://\w+)*|(?:{PAGE_MARK})|SENSITIVE"
    r"|MINIMIZE[ ]CONSIDERED\.?|ID:[ ]*\d+"
    r"|[-=*_<> ]{0,99}(?:CABLES?[ ]END|END[ ](?:OF[ ])?(?:CABLE|DOCUMENT))[A-Z .]{0,9}[-=*_<> ]*"
    r"|(?i:declassified/released.*|(?:systematic[ ])?review[ ]\d\d.*|note[ ]by[ ]oc.*)"
    r"|.*\bWHERE[ ]`.*|[-=*_]{3,})[ ]*\Z"
)
# Lines that stand behind some signers, and are the text's own where no signer stands before them:
# `Visit Oslo's Classified Website`, a rule of two parts, `UNQUOTE`; what a site says of its pages
_BEHIND_A_SIGNER = re.compile(
    r"[ ]*(?:(?i:visit\b.{0,80}|.{0,60}\bweb[ ]?sites?\b.{0,30})|[-=*_][-=*_ ]{2,}|UNQUOTE|SBU"
    r"|(?i:[^|\n]{0,60}[|][^.\n]*|[^.\n]{0,60}\b(?:cables?|pages?)\b[^.\n]{0,60})"
    r"|Page[ ]\d+[ ]of[ ]\d+)[ ]*\Z"
)
# Who drafted and cleared, as posts and the message system of 2009 printed it. No name in it is the
# signer's.
_DRAFTING = re.compile(
    r"[ ]*(?:(?i:drafted|cleared|approved|released)(?:[ ](?i:by)\b|[ ]?:)"
    r"|(?:Info|Action|Dissemination[ ]Rule):)"
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
_NEAR = 8
_LONGEST_ACRONYM = 6
_WORDS_OF_TEXT = 4
_LINES_BEHIND = 12
_LONGEST_SITE_LINE = 80
_NO_SITES_END = frozenset('.?!;,:-)]"”')
_EMPTY_LINE = re.compile(r"[ ]*\n[ ]*\n")
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
    note = text.rfind(_NOTE, max(start, end - _LONGEST_NOTE), end)
    at = residue = note if note > start and text[note - 1] == "\n" else end
    certain = at  # the residue, should no signer stand before it
    site = False  # whether a line behind may be a site's, where only a name that stands apart signs
    for _ in range(_LINES_BEHIND):
        line_start, line_end = _line_before(text, start, at)
        if line_start < 0:
            break
        line = text[line_start:line_end]
        alone = _ALONE.match(line)
        if (
            alone
            and _is_signer(text, start, line_start, alone)
            and not (site and not _stands_apart(text, start, line_start, line_end))
        ):
            name_at = line_start + alone.start("name")
            return _ending(alone["name"], name_at, line_start, residue, end)
        if len(line) <= _LONGEST_RESIDUE and _RESIDUE.match(line):
            certain = line_start if certain == residue else certain
        elif _DRAFTING.match(line):
            pass
        elif (
            (behind := _name_behind(line))
            and _is_name(behind["name"])
            and not (site and not _END_MARK.search(line))
        ):
            name_at = line_start + behind.start("name")
            return _ending(behind["name"], name_at, name_at, residue, end)
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


def _printed_end(text: str, start: int, end: int) -> int:
    """Give where ``text[start:end]`` ends without white space, and copy no long text for it."""
    while end > start:
        first = max(start, end - _LAST_SPACES)
        if printed := text[first:end].rstrip():
            return first + len(printed)
        end = first
    return start


def _name_behind(line: str) -> re.Match[str] | None:
    """Give the signer's name where it ends a line of text."""
    if ends := _LAST_SIGNS.search(line, max(0, len(line) - _LONGEST_NAME)):
        line = line[: ends.start()]
    for mark in _END_MARK.finditer(line, max(0, len(line) - _LONGEST_NAME)):
        if name := _ALONE.match(line, mark.end()):
            return name
    at = line.rfind(" ", 0, len(line.rstrip(" .#/*"))) + 1
    if line[at : at + 4].isdigit():
        at = line.rfind(" ", 0, max(0, at - 1)) + 1  # the day behind the name
    while particle := _PARTICLE_BEFORE.search(line, max(0, at - _NEAR), at):
        at = particle.start()
    name = _LAST.match(line, at)
    if name is None or at == 0:
        return None
    before = line[max(0, at - 240) : at].rstrip(" ")
    if name["mixed"]:
        return name if _BEFORE_MIXED.search(before[-_NEAR:]) else None
    if before[-1:] == "-":
        return name if before[-2:-1] not in {"", " ", "-"} else None  # not `- SWEDEN`, an item
    known = (
        before[-1:] in _BEFORE_CAPITALS
        or before.endswith(_UNQUOTES)
        or _MARK_BEFORE.search(before[-_LONGEST_MARK:])
    )
    return name if known or "//" in before[before.rfind(" ") + 1 :] else None


def _is_signer(text: str, start: int, at: int, alone: re.Match[str]) -> bool:
    """Tell whether the name ``alone`` on the line at ``at`` is a signer's and no word of the text.

    A word in small letters is one only where the text before it has ended.
    """
    name = alone["name"]
    if " " in name and _RESIDUE.match(name):
        return False  # a level
    if not _is_name(name) or _runs_into(text, start, at) or _is_used(text, start, at, name):
        return False
    if not alone["small"]:
        return not _goes_on_in_capitals(text, start, at)
    above = text[start:at].rstrip()[-2 * _LONGEST_MARK :]
    above = _MARK_BEFORE.sub("", above).rstrip()
    marks = _END_MARK.finditer(above)
    return above[-1:] in _SENTENCE_END or any(mark.end() == len(above) for mark in marks)


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


def _stands_apart(text: str, start: int, line: int, end: int) -> bool:
    """Tell whether an empty line stands below a name, and a sentence ends above it."""
    above = text[max(start, line - _NEAR) : line].rstrip()
    return above[-1:] in _SENTENCE_END and _EMPTY_LINE.match(text, end) is not None


def _goes_on_in_capitals(text: str, start: int, at: int) -> bool:
    """Tell whether the line at ``at`` is the next word of a sentence, in a text all in capitals."""
    above = text[max(start, at - 2 * _LONGEST_MARK) : at].rstrip(" ")
    if above.count("\n", len(above.rstrip())) != 1:
        return False
    line = above[above.rfind("\n", 0, -1) + 1 :].strip()
    if any(mark.end() == len(line) for mark in _END_MARK.finditer(line)):
        return False
    if line.endswith(_UNQUOTES):
        return False
    return line.isupper() and line[-1] not in _SENTENCE_END - {"-"}


def _is_used(text: str, start: int, end: int, name: str) -> bool:
    """Tell whether ``text[start:end]`` uses a name in capitals as an acronym: `of the OSCE`."""
    if len(name) > _LONGEST_ACRONYM or not name.isupper():
        return False
    for at in places(text, f" {name}", start, end):
        word = text[text.rfind(" ", start, at) + 1 : at]
        if word.islower() and word.isalpha() and not text[at + 1 + len(name)].isalnum():
            return True
    return False


def _runs_into(text: str, start: int, at: int) -> bool:
    """Tell whether the line right above ``at`` breaks off in a sentence."""
    above = text[max(start, at - 12) : at - 1].rstrip(" ")
    return above[max(above.rfind(" "), above.rfind("\n")) + 1 :].casefold() in NO_LAST_WORDS


def _is_name(name: str) -> bool:
    words = [word.upper().strip("'’-.") for word in name.split()]
    if set("".join(words)) == {"X"}:
        return False  # it is redacted
    # `NEW YEAR'S BEST`: no surname is a genitive
    if name.casefold() in NO_LAST_WORDS:
        return False
    no_signer = word_list("no-signer")
    return not [word for word in words if word in no_signer or word.endswith(("'S", "’S"))]
