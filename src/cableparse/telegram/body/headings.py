"""What a heading looks like: a short line between empty ones, or lines above a rule."""

import re

# A sentence, a list, an address, a caption of a text: none of them is a heading.
_NO_HEADING = re.compile(
    r"(?:--|[-*•][ ]|\(?[a-zA-Z0-9]{1,2}[.)][ ]|[^\n]*https?://"
    r"|/{0,2}(?i:(?:begin|end)[ ])|[\d\W]+\Z)"
)
_STOPS = frozenset(".;,:")
_CLOSING = ')]"”'
# A sentence that goes on below: `… the failed attack on a`, `… said that the`
_BREAKS_OFF = frozenset({"the", "a", "an", "and", "or", "that", "his", "her", "its", "their"})
# `HISTORY OF THE FERRY ---------`: a re-edited copy left the rule on the heading's line
_OF_RULES = frozenset("-=*_")
_RULE_INSIDE = re.compile(r"[ ][-=*_]{4,}[ ]*\Z")
# Behind `BACKGROUND:`, alone on its line, a paragraph's number: the colon is a heading's
_NUMBERED = re.compile(r"[ \n]*¶?[ ]?\d{1,2}\.")
# The cells of a table's head stand three or more spaces apart.
_GAP = "   "
_CELLS = re.compile(r"\S {3,}\S")
_SENTENCE_END = frozenset('.!?:”")')
_LONGEST = 90
_MOST_WORDS = 14
_MOST_LINES = 3


def could_be_heading(text: str, start: int, end: int) -> bool:
    """Tell whether the line ``text[start:end]``, which stands alone, may be a heading."""
    line = text[start:end].strip()
    if line[-1:] in _OF_RULES and _RULE_INSIDE.search(line):
        line = _RULE_INSIDE.sub("", line)
    else:
        if _ends_in_its_colon(line, text, end):
            line = line[:-1]
        if line.rstrip(_CLOSING)[-1:] in _STOPS or _NO_HEADING.match(line):
            return False
    return (
        len(line) <= _LONGEST
        and line[line.rfind(" ") + 1 :] not in _BREAKS_OFF
        and line.count('"') % 2 == 0  # a quotation that goes on below
        and line.count(" ") < _MOST_WORDS
        and line.upper() != line.lower()  # it has a letter
    )


def _ends_in_its_colon(line: str, text: str, end: int) -> bool:
    return (
        line.endswith(":")
        and (line.isupper() or line.istitle())
        and bool(_NUMBERED.match(text, end))
    )


def heading_above(text: str, limit: int, rule: int) -> int:
    """Give where the lines right above the rule begin, not before ``limit``.

    ``rule`` itself comes back where there are none, or too many for a heading: a rule under a
    longer block, or under cells, is a table's.
    """
    first = _block_above(text, limit, rule)
    return rule if _GAP in text[first:rule] and _CELLS.search(text, first, rule) else first


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
    apart = _CELLS.search(printed) or not could_be_heading(text, line, rule - 1)
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
