"""What a post and a machine put between a text's lines: websites and captions.

Each is found by a few letters that no running text has, which is a search for a string, and looked
at where it stands.
"""

import re
from collections.abc import Iterator

from cableparse.text.even import next_printed, places
from cableparse.text.segments import Insert, Layer, SegmentKind

# What stands before a stroke of an address, `http//www.example.sgov.gov/`, and its last letter
_ADDRESS_SIGNS = frozenset({"http", "ttp:", "tps:", ".gov"})
_BEFORE_STROKE = frozenset("pP:vV")
_ADDRESS = re.compile(
    r"[(<\"“]{0,2}(?:(?i:https?|www)\b|[\w.-]+(?i:\.gov)\b)[^\s,;]*+"
    # `http://www.example.sgov.gov/p/oslo/index.c fm`: a line's end or a space fell into it
    r"(?:\s[ ]*[a-z][\w-]*[/.][\w./-]*+"
    r"|[ ](?:[a-z]{1,2}(?=[ ]*(?:\n|\Z|[A-Z]))|[a-z]\w*[_./][\w./]*+))?"
    r"[)>\"”.]*(?:[ ]+(?:for|to|or)[ ][^.\n]{0,80}\.?)?"
)
# A post's own: on the classified network, or by its name
_OWN_HOST = re.compile(r"sgov|intelink|siprnet|usembassy|usmission|usconsulate", re.IGNORECASE)
_OWN_SITE = re.compile(
    r"\bclassified\s+(?:web|site|home)|siprnet|\bvisit\b.*state\.gov"
    r"|\b(?:our|visit)\b[^.]{0,60}\b(?:web|home)[ -]?(?:site|page)",
    re.IGNORECASE | re.DOTALL,
)
_INVITES = re.compile(
    r"[^\w\n]{0,3}(?:(?:please\s+)?(?:visit|see|access|go[ ]to)\b"
    r"|for[ ](?:more|further|additional|other|previous)\b"
    r"|.{0,80}\b(?:(?:web|home)[ -]?(?:site|page)|available\b|found[ ]at\b))",
    re.IGNORECASE | re.DOTALL,
)
# By its first character, which makes the search a quick one
_SENTENCE_START = re.compile(
    r"[.!?*=_\n(-](?:(?<=[.!?])(?<![A-Z].)[\"”')*]*(?=\s)|(?<=[*=_-])[*=_-]{2}"
    r"|(?<=\n)(?:[ ]*+(?=\n)|[A-Z][A-Za-z'’-]+[ ]*+(?=\n)"
    r"|(?=[ ]*(?i:(?:please[ ])?visit|for[ ](?:more|further|additional))\b))"
    r"|(?<=\()(?:U|C|S|SBU)\)[ ])[ ]*+"
)
_LONGEST_INVITATION = 240
_RULE_BELOW = re.compile(r"\s*+[*=_-]{3}[*=_ -]*+(?=\n|\Z)")
_OF_RULES = "*=_- \n"
_LONGEST_RULE, _SHORTEST_RULE = 160, 3

_SIPDIS, _NOFORN, _MINIMIZE = "SIPDIS", "NOFORN", "MINIMIZE CONSIDERED"
# `the SIPDIS caption`: the text speaks of it
_SPEAKS_OF_ONE = re.compile(
    r"(?i:\b(?:the|an?|of|as|with|without|no|not|and|or|use|mark(?:ed)?|words?|captions?|letters|reads?))\Z"
)
_SPOKEN_OF = re.compile(r"\s+(?i:caption|distribution|cable|channel|telegram|message|and\b|or\b)")
_SENTENCE_END = frozenset(["", *".!?:;”’\"')]-"])
_NEAR = 40
_EMPTY_LINE = 2  # line ends
_SEVERAL = 2


def find_furniture(text: str, start: int, end: int, *, noforn: bool = True) -> list[Insert]:
    """Give the websites and captions inside the body ``text[start:end]``, in order.

    ``noforn`` says whether a `NOFORN` within a line may be a caption: one that is not among the
    head's is a word of the text, unless it stands alone.
    """
    found = [*_websites(text, start, end)]
    # Most texts have none, and a search from the end takes half of the time to say so.
    if text.rfind(_SIPDIS, start, end) >= 0:
        found += _captions(text, _SIPDIS, start, end)
    if text.rfind(_NOFORN, start, end) >= 0:
        found += _captions(text, _NOFORN, start, end, only_alone=not noforn)
    if text.rfind(_MINIMIZE, start, end) >= 0:
        for printed in (_MINIMIZE, f"{_MINIMIZE}."):
            found += _captions(text, printed, start, end, only_alone=True)
    if len(found) < _SEVERAL:
        return found
    found.sort()
    kept: list[Insert] = []
    for one in found:
        if not kept or one[0] >= kept[-1][1]:  # what stands inside another one is its part
            kept.append(one)
    return kept


def _websites(text: str, start: int, end: int) -> Iterator[Insert]:
    """Give the websites, in whose addresses a stroke stands."""
    behind = start  # what has been looked at, so that no character is looked at for each stroke
    for stroke in places(text, "/", start, end):
        if text[stroke - 1] not in _BEFORE_STROKE or stroke < behind:
            continue
        if text[stroke - 4 : stroke].lower() not in _ADDRESS_SIGNS:
            continue
        at = stroke
        while at > behind and (text[at - 1] not in " \n:" or text[at - 1 : at + 1] == ":/"):
            at -= 1
        address = _ADDRESS.match(text, at, end)
        behind = address.end() if address else stroke + 1
        if address and (website := _website(text, address, start, end)):
            yield website


def _website(text: str, address: re.Match[str], start: int, end: int) -> Insert | None:
    """Give what invites to a post's website: the sentence, the address, the rules around them."""
    at = address.start()
    begin = max(start, at - _LONGEST_INVITATION)
    for sentence in _SENTENCE_START.finditer(text, begin, at):
        # An empty line may stand between `Visit our website:` and the address.
        first = next_printed(text, sentence.end(), at)
        if first < at or text[sentence.start()] != "\n":
            begin = first
    own = _OWN_HOST.search(address[0])
    said = text[begin:at]
    if not (_INVITES.match(said) and (own or _OWN_SITE.search(said + address[0]))):
        if not own or text[text.rfind("\n", start, at) + 1 : at].strip(_OF_RULES):
            return None
        begin = at
    return _with_rules(text, begin, address.end(), start, end)


def _with_rules(text: str, begin: int, behind: int, start: int, end: int) -> Insert:
    """Give the website ``text[begin:behind]`` with the rules around it, none being a heading's."""
    below = _RULE_BELOW.match(text, behind, end)
    above = text[max(start, begin - _LONGEST_RULE) : begin]
    rule = above[len(above.rstrip(_OF_RULES)) :]
    size = len(rule.lstrip(" \n"))
    if size >= _SHORTEST_RULE and ("*" in rule or below or rule[:-size].count("\n") > 1):
        begin -= size
    return begin, below.end() if below else behind, SegmentKind.WEBSITE, Layer.FURNITURE


def _captions(
    text: str, word: str, start: int, end: int, *, only_alone: bool = False
) -> Iterator[Insert]:
    """Give the captions that stand alone on their line, or in a sentence that is none of theirs.

    `NOFORN` may be a sentence's own word: it is none only where it begins a line behind an empty
    one, in the middle of a sentence.
    """
    for at in places(text, word, start, end):
        behind = at + len(word)
        before = text[max(start, at - _NEAR) : at]
        after = text[behind : min(end, behind + _NEAR)]
        if before[-1:].strip() or after[:1].strip():
            continue
        said = before.rstrip()
        ended = said[-1:] in _SENTENCE_END
        first = not before.rpartition("\n")[2].strip()
        if first and not after.partition("\n")[0].strip():
            own = False
        elif only_alone:
            own = True
        elif word == _SIPDIS:
            spoken_of = _SPEAKS_OF_ONE.search(said) or _SPOKEN_OF.match(after)
            own = bool(spoken_of) or (ended and after.lstrip()[:1].islower())
        else:
            own = ended or not first or before.count("\n", len(said)) < _EMPTY_LINE
        if not own:
            yield at, behind, SegmentKind.CAPTION, Layer.CONTENT
