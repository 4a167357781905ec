"""What a heading looks like: a short line between empty ones, or lines above a rule."""

import re

# A sentence, a list, an address, a caption of a text: none of them is a heading.
_NO_HEADING = re.compile(
    r"(?:[^\n]*[.;,:][ ]*\Z|--|[-*•][ ]|\(?[a-zA-Z0-9]{1,2}[.)][ ]|[^\n]*https?://"
    r"|(?i:(?:begin|end)[ ])|[\d\W]+\Z)"
)
# `HISTORY OF THE FERRY ---------`: a re-edited copy left the rule on the heading's line
_RULE_INSIDE = re.compile(r"[ ][-=*_]{4,}[ ]*\Z")
# Behind `BACKGROUND:`, alone on its line, a paragraph's number: the colon is a heading's
_NUMBERED = re.compile(r"[ \n]*¶?[ ]?\d{1,2}\.")
_LONGEST = 90
_MOST_WORDS = 14
_MOST_LINES = 3


def could_be_heading(text: str, start: int, end: int) -> bool:
    """Tell whether the line ``text[start:end]``, which stands alone, may be a heading."""
    line = text[start:end].strip()
    if _RULE_INSIDE.search(line):
        line = _RULE_INSIDE.sub("", line)
    elif _NO_HEADING.match(line[:-1] if _ends_in_its_colon(line, text, end) else line):
        return False
    return (
        len(line) <= _LONGEST
        and line.count(" ") < _MOST_WORDS
        and any(character.isalpha() for character in line)
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
    longer block is a table's.
    """
    first = rule
    for _ in range(_MOST_LINES + 1):
        if first <= limit:
            return first
        line = text.rfind("\n", limit, first - 1) + 1 or limit
        if not text[line : first - 1].strip():
            return first
        first = line
    return rule
