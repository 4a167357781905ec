"""What a heading looks like: a short line between empty ones, or lines above a rule."""

import re
from collections.abc import Sequence

from cableparse.telegram.lines.patterns import NO_LAST_WORDS
from cableparse.text.even import places
from cableparse.text.segments import Insert, Layer, SegmentKind

# A list and what opens or closes a text: neither is a heading.
_NO_HEADING = re.compile(
    r"--|[-*•][ ]|\(?[a-zA-Z0-9]{1,2}[.)][ ]|[(/]{0,2}(?i:(?:begin|end)[ ])|[\d\W]+\Z"
    r"|(?i:(?:un)?quote|unqte|qte)\W*\Z"
)
# What closes a quoted text: the line above it is its last one
_CLOSES = re.compile(
    r"[ \n]*\(?END[ ](?:OF[ ])?(?:TEXT|LETTER|QUOTE|TRANSLATION|MESSAGE|NOTE)\b", re.IGNORECASE
)
# A heading and a sentence behind it: `Comment. The fleet is out`; not `Mrs. Larsen`
_SENTENCE_BEHIND = re.compile(r"[a-z]{5}[.][ ]+[A-Z]\w*[ ]\w+[ ]\w")
_PERIOD = ". "
_BEFORE_LETTER = "\"“'‘(.[/¶ "
_STOPS = frozenset(".;,:")
_CLOSING = ')]"”'
# `… AGREED IN THE`: a sentence in capitals goes on below; `WHAT TO WAIT FOR` is a heading
_ARTICLES = frozenset({"the", "a", "an", "and", "or", "his", "her", "its", "their"})
# Behind `BACKGROUND:`, alone on its line, a paragraph's number: the colon is a heading's
_NUMBERED = re.compile(r"[ \n]*¶?[ ]?\d{1,2}\.")
# The cells of a table's head stand three or more spaces apart.
_GAP = "   "
_ABOVE = "-=*_~— \n"  # a heading that is closed already, with its rules
_CELLS = re.compile(r"\S {3,}\S")
_SENTENCE_END = frozenset('.!?:”")')
_SMALL_WORD = re.compile(r"(?:\A|[ ])[a-z]{5}")
_TEXT_END = frozenset(".!?:;”’\"')]-")
_NARROWEST = 45  # columns: no line of a writer's that was full is shorter
_LONGEST = 90
_LONGEST_LINE = 80  # of a heading's that has more than one
_MOST_WORDS = 14
_MOST_LINES = 3
# Where a rule stands behind text on its line, and the rule: `The Locks ----- ---`
_GLUED = (" ----", " ****", " ====")
_RULE = re.compile(r"[-=*][-=* ]*+")
_OF_RULES = "-=* "
_HEADING, _RULED = SegmentKind.HEADING, SegmentKind.RULE
_SENTENCE_BEFORE = re.compile(r"[.!?:][\"”')]*[ ]+\Z")
_LAST_SENTENCE = re.compile(r"[a-z0-9)\"”'][.!?][\"”')]*[ ]++(?=[^.!?]*\Z)")
_NEAR = 8


def could_be_heading(text: str, start: int, end: int) -> bool:
    """Tell whether the line ``text[start:end]``, which stands alone, may be a heading."""
    if _CLOSES.match(text, end):
        return False
    line = text[start:end].strip()
    if _ends_in_its_colon(line, text, end):
        line = line[:-1]
    if not _ends_as_heading(line) or not _is_name(line):
        return False
    return _PERIOD not in line or not _SENTENCE_BEHIND.search(line)


def _is_name(line: str) -> bool:
    return (
        len(line) <= _LONGEST
        and line.count(" ") < _MOST_WORDS
        and begins_as_heading(line)
        and not _NO_HEADING.match(line)
    )


def has_cells(text: str, start: int, end: int) -> bool:
    """Tell whether the cells of a table stand in ``text[start:end]``."""
    return _GAP in text[start:end] and _CELLS.search(text, start, end) is not None


def begins_as_heading(line: str) -> bool:
    """Tell whether a line begins with a capital or a digit, and has letters and no address."""
    first = line[:1] if line[:1].isupper() else line.lstrip(_BEFORE_LETTER)[:1]
    if first.islower() or (not first.isupper() and line.upper() == line.lower()):
        return False
    return not ("://" in line or "@" in line or "www." in line or "WWW." in line)


def _ends_as_heading(line: str) -> bool:
    if line.endswith(")") and line.find("(", 1) > 0:  # `… (Canal One, 7 p.m.)`
        line = line[: line.find("(", 1)].rstrip()
    if line[-1:] in _STOPS or line.rstrip(_CLOSING)[-1:] in _STOPS:
        return False
    last = line[line.rfind(" ") + 1 :]
    if last in NO_LAST_WORDS or (last.isupper() and last.casefold() in _ARTICLES):
        return False
    return line.count('"') % 2 == 0  # no quotation goes on below


def has_ended(before: str, *, marked: bool) -> bool:
    """Tell whether the text ``before`` an empty line has ended there.

    It has no white space behind it, and is cut off where it is longer than a line. ``marked`` says
    that page marks stand behind it: they part sentences as they come. Without one a short line may
    end without a sign. A colon opens a list.
    """
    last = before[before.rfind("\n") + 1 :].strip()
    if not last or (last[-1] in _TEXT_END and (marked or last[-1] != ":")):
        return True
    if marked or last[-1] in ":," or len(last) >= _NARROWEST:
        return False
    return last[last.rfind(" ") + 1 :].casefold() not in NO_LAST_WORDS


def is_above_number(text: str, end: int) -> bool:
    """Tell whether the next thing behind ``end`` is a paragraph's number."""
    return _NUMBERED.match(text, end) is not None


def stands_out(text: str, start: int, end: int, before: str) -> bool:
    """Tell whether the words of the line ``text[start:end]`` begin large, above a number.

    Some copies lost the ends of paragraphs, so what stands ``before`` it may lack its end.
    """
    return (
        not before.endswith((":", ","))
        and not before[before.rfind("\n") + 1 :].isupper()
        and not _SMALL_WORD.search(text, start, end)
        and is_above_number(text, end)
    )


def is_title(line: str) -> bool:
    """Tell whether a line is shorter than a writer's lines, and its words begin large.

    Short ones between them may not: at most as many.
    """
    if len(line) >= _NARROWEST or _SMALL_WORD.search(line) or not line[-1:].isalpha():
        return False
    words = line.split()
    return 2 * sum(word[0].islower() for word in words) <= len(words)


def _ends_in_its_colon(line: str, text: str, end: int) -> bool:
    large = line.isupper() or line.istitle()
    return line.endswith(":") and large and is_above_number(text, end)


def heading_above(text: str, limit: int, rule: int) -> int:
    """Give where the lines right above the rule begin, not before ``limit``.

    ``rule`` itself comes back where there are none, too many or too long ones for a heading, or
    where they begin or break off as a sentence does: a rule under a longer block, or under cells,
    is a table's.
    """
    first = _block_above(text, limit, rule)
    if first == rule or has_cells(text, first, rule):
        return rule
    printed = text[first : rule - 1].strip(_ABOVE)
    if "\n" in printed:
        too_long = max(map(len, printed.split("\n"))) > _LONGEST_LINE
    else:
        too_long = len(printed) > _LONGEST
    return rule if too_long or not begins_as_heading(printed) else first


def heading_below_text(text: str, limit: int, rule: int, end: int) -> int:
    """Give where a heading begins that stands under text without an empty line between.

    It is one line as long as the rule ``text[rule:end]`` below it, and the text above it ends a
    sentence; else ``rule`` itself comes back.
    """
    line = text.rfind("\n", limit, rule - 1) + 1
    if line <= limit:
        return rule
    printed = text[line : rule - 1].strip()
    dashes = end - rule - text.count(" ", rule, end)
    if not printed or abs(len(printed) - dashes) > 1:
        return rule
    if text[max(limit, line - 8) : line].rstrip()[-1:] not in _SENTENCE_END:
        return rule
    apart = has_cells(text, line, rule - 1) or not could_be_heading(text, line, rule - 1)
    return rule if apart else line


def _block_above(text: str, limit: int, rule: int) -> int:
    first = rule
    for _ in range(_MOST_LINES + 1):
        if first <= limit:
            return first
        line = text.rfind("\n", limit, first - 1) + 1 or limit
        if not text[line : first - 1].strip():
            return first
        first = line
    return rule


def glued_headings(
    text: str, start: int, end: int, furniture: Sequence[Insert] = ()
) -> list[Insert]:
    """Give the headings of ``text[start:end]`` that stand on one line with their rule.

    A copy whose line ends were lost has them behind a paragraph's last sentence, `… is shut. The
    Locks ---------`, or between two rules. A rule behind what is no heading is given by itself, and
    none that has to do with ``furniture``.
    """
    found: list[Insert] = []
    # Most texts have rules of dashes only; a search for one rare character is the quickest.
    found_at: list[int] = []
    for sign in _GLUED:
        if sign[1] == "-" or text.find(sign[1], start, end) >= 0:
            found_at += places(text, sign, start, end)
    found_at.sort()
    behind = start
    for at in found_at:
        low = max(text.rfind("\n", start, at) + 1, behind)
        words = text[low:at].lstrip(_OF_RULES)
        if at < behind or not words:
            continue
        rule = _RULE.match(text, at + 1, end)
        assert rule is not None  # the sign that was found has it
        stop = at + 1 + len(rule[0].rstrip())
        begins, above = at - len(words), text[low : at - len(words)].strip(" ")
        if above and _is_name(words):
            first, kind = text.index(above[0], low), _HEADING
        elif found and found[-1][1:3] == (low, _RULED) and _is_name(words):
            first, kind = found.pop()[0], _HEADING
        else:
            first = _glued(text, begins, at, len(rule[0]) - rule[0].count(" "))
            kind = _HEADING if first >= 0 else _RULED
            first = first if first >= 0 else at + 1
        if all(stop <= other[0] or other[1] <= first for other in furniture):
            found.append((first, stop, kind, Layer.CONTENT))
        behind = stop
    return found


def _glued(text: str, start: int, end: int, dashes: int) -> int:
    """Give where the heading at the end of ``text[start:end]`` begins, or -1.

    It is as long as its rule, or all that stands there, or all that stands behind a sentence.
    """
    words = text[start:end].rstrip()
    end = start + len(words)
    for off in (0, 1, -1, 2, -2):
        at = end - dashes + off
        begins = at == start or (
            at > start and _SENTENCE_BEFORE.search(text, max(start, at - _NEAR), at)
        )
        if begins and _is_name(text[at:end]):
            return at
    sentence = _LAST_SENTENCE.search(words[-_LONGEST - _NEAR :])
    at = max(start, end - _LONGEST - _NEAR) + sentence.end() if sentence else start
    return at if could_be_heading(text, at, end) and _GAP not in text[at:end] else -1
