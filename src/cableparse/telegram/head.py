"""From the first line to the body: which line belongs to which field.

One pass over the lines, a label or a shape at a time. A line that has neither goes on with the
field before it, or is a passing line, or may begin the body: that is decided a few lines later, for
a notice may stand between two fields.
"""

import re

from attrs import define, field

from cableparse.segments import Cut, Layer, SegmentKind
from cableparse.telegram.lines import BREAKS_OFF, ON_THE_COPY, SUMMARY_OPENS
from cableparse.telegram.tokens import Token, head_tokens

Piece = tuple[int, int]
"""A line or part of one: the offsets of its first character and behind its last printed one."""

_KINDS = {
    "id": SegmentKind.TRANSMISSION,
    "routing": SegmentKind.TRANSMISSION,
    "de": SegmentKind.TRANSMISSION,
    "security": SegmentKind.TRANSMISSION,
    "dtg": SegmentKind.TRANSMISSION,
    "from_": SegmentKind.FROM,
    "action": SegmentKind.ACTION,
    "info": SegmentKind.INFO,
    "excluded": SegmentKind.EXCLUDED,
    "distribution": SegmentKind.DISTRIBUTION,
    "classification": SegmentKind.CLASSIFICATION,
    "level_only": SegmentKind.CLASSIFICATION,
    "dateline": SegmentKind.NOTICE,
    "caption": SegmentKind.CAPTION,
    "passing": SegmentKind.PASSING,
    "executive_order": SegmentKind.EXECUTIVE_ORDER,
    "tags": SegmentKind.TAGS,
    "subject": SegmentKind.SUBJECT,
    "references": SegmentKind.REFERENCES,
    "classified_by": SegmentKind.CLASSIFIED_BY,
    "notice": SegmentKind.NOTICE,
    "rule": SegmentKind.RULE,
    "page_mark": SegmentKind.PAGE_MARK,
}
_TRANSMITTED = frozenset(
    {
        SegmentKind.TRANSMISSION,
        SegmentKind.FROM,
        SegmentKind.ACTION,
        SegmentKind.INFO,
        SegmentKind.EXCLUDED,
        SegmentKind.DISTRIBUTION,
    }
)
_LABELS = frozenset({"executive_order", "tags", "subject", "references", "classified_by"})
_ADDRESSES = frozenset({"action", "info", "excluded"})
_TAKES_ADDRESSEES = _ADDRESSES | {"from_"}
# What stands above the first label only: below one, `FM VIK ON LOCKS` is a foreign minister.
_ABOVE_LABELS = _TAKES_ADDRESSEES | {"distribution", "routing"}
_BELOW = _ABOVE_LABELS | {"subject"}

# A notice between SUBJECT and REF takes a few lines; a label deeper in the text is the text's own.
_LOOK_AHEAD = 12

# `This cable is sensitive but unclassified …`, `NOT FOR INTERNET DISTRIBUTION`
NOTICE = re.compile(
    r"sensitive but unclass|not for (?:internet|transmission|public)|official use only"
    r"|please (?:protect|handle)|(?:protect|handle) accordingly|entire text|de-?classified"
    r"|partial extract",
    re.IGNORECASE,
)

# `¶B. …`, `B) …`, `(B) …`, `A - …`, or the serial that wrapped: goes on with a reference list.
_ENTRY = re.compile(r"¶?[ ]?[A-Za-z](?:[.):]|[ ]-[ ])|[(\[][A-Za-z][)\]]|AND[ ]")
_ENTRY_CABLE = re.compile(r"(?:\d{2,4}[ ]+)?[A-Z][A-Z .'-]{2,24}[ ]+\d{1,6}\b(?![.,]?[ ]+[a-z])")
_UNFINISHED = re.compile(r"(?:[,;&-]|\b[Aa][Nn][Dd]|\b[A-Za-z][).])\Z")

# A whole line of codes: what a TAGS line wraps to.
_CODES = re.compile(r"[A-Z]{2,5}(?:/[A-Z0-9-]+)?(?:[ ,;]+[A-Z]{2,5})*+[ ,;]*\Z")

# Four words in lower case one after the other: prose, which no passing line is.
_PROSE = re.compile(r"(?:\b[a-z]{2,}[ ,]+){4}")


@define
class Head:
    """The lines of the head by field, each field's in printed order, and where the body begins."""

    cuts: list[Cut] = field(factory=list)
    blocks: dict[str, list[list[Piece]]] = field(factory=dict)
    body: int = 0

    def pieces(self, name: str) -> list[Piece]:
        """Give all pieces of a field, however often its label stands."""
        return [piece for block in self.blocks.get(name, ()) for piece in block]

    def first(self, name: str) -> list[Piece]:
        """Give the pieces behind the first label of a field."""
        blocks = self.blocks.get(name)
        return blocks[0] if blocks else []


def read_head(text: str, start: int, end: int) -> Head:
    """Read the head of the telegram that stands in the even ``text[start:end]``."""
    return _HeadReader(text, start, end).read()


def _mostly_small(line: str) -> bool:
    return sum(map(str.islower, line)) > sum(map(str.isupper, line))


class _HeadReader:
    """The state between two lines."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self.head = Head(body=end)
        self.current = ""  # the field that a line without label goes on with
        self.after_blank = True
        self.labelled = False  # whether an E.O., TAGS, SUBJECT … line was seen

    def read(self) -> Head:
        waiting: list[Token] = []  # lines that are the body's, unless a label follows soon
        for token in head_tokens(self.text, self.start, self.end):
            name = token.name
            if waiting:
                if name in _LABELS:
                    for held in waiting:
                        self.take(held, certain=True)
                    waiting = []
                elif name == "paragraph" or len(waiting) >= _LOOK_AHEAD:
                    break
                else:
                    waiting.append(token)
                    continue
            if name == "paragraph":
                self.head.body = token.start
                break
            if not self.take(token):
                waiting.append(token)
        if waiting:
            self.head.body = waiting[0].start
        elif self.head.body == self.end and not self.labelled:
            self.give_back_passing()
        return self.head

    def give_back_passing(self) -> None:
        """Without a label or a paragraph to the end, what looked like passing lines is the body."""
        head = self.head
        begins = None
        for number, (_, kind, _) in enumerate(head.cuts):
            if kind in _TRANSMITTED:
                begins = None
            elif kind is SegmentKind.PASSING and begins is None:
                begins = number
        if begins is None:
            return
        head.body = head.cuts[begins][0]
        del head.cuts[begins:]
        for blocks in head.blocks.values():
            blocks[:] = [block for block in blocks if block[0][0] < head.body]

    def take(self, token: Token, *, certain: bool = False) -> bool:
        """Give the line to a field; False where it may begin the body and is not ``certain``."""
        name, piece = token.name, (token.first, token.last)
        if name == "blank":
            self.after_blank = True
            return True
        if name in _ADDRESSES and self.current == "passing":
            name = "text"  # a sentence that begins with TO
        elif name in _BELOW and self.current in _LABELS and self.is_running_text(token):
            name = "text"
        if name == "text" or (name == "addressee" and self.current not in _TAKES_ADDRESSEES):
            if not self.take_unlabelled(token, certain=certain):
                return False
        elif name == "rule":
            if self.labelled and not certain and "subject" in self.head.blocks:
                return False
            self.open(token, "rule")
        elif name == "addressee":
            if self.current == "from_":
                self.open(token, "action")
            else:
                self.go_on(token)
        elif name == "routing" and "de" in self.head.blocks:
            self.open(token, "passing")
        elif name == "page_mark":
            # The field goes on behind the mark as if nothing had stood there.
            self.head.blocks.setdefault(name, []).append([piece])
            self.cut(token.start, name, shared=False)
            return True
        else:
            self.open(token, name)
            self.labelled = self.labelled or name in _LABELS
        self.after_blank = False
        return True

    def is_running_text(self, token: Token) -> bool:
        """Tell whether a line below a label only looks like another field's."""
        if token.name in _ABOVE_LABELS:
            return True
        bare = token.name == "subject" and ":" not in self.text[token.first : token.first + 9]
        return bare and self.current == "subject" and not self.after_blank  # `SUBJECT TO REVIEW`

    def take_unlabelled(self, token: Token, *, certain: bool) -> bool:
        line = self.text[token.first : token.last]
        if self.continues(line):
            self.go_on(token)
        elif (certain and self.labelled) or NOTICE.search(line):
            self.open(token, "notice")
        elif certain:
            self.open(token, "passing")  # `State for nordic desk and jane roe`
        elif self.labelled or _PROSE.search(line) or SUMMARY_OPENS.match(line):
            return False
        else:
            self.open(token, "passing")
        return True

    def continues(self, line: str) -> bool:
        """Tell whether a line without a label goes on with the current field."""
        block = self.head.blocks[self.current][-1] if self.current else []
        before = self.text[block[-1][0] : block[-1][1]] if block else ""
        match self.current:
            case "action" | "info" | "excluded":
                return not self.after_blank and line.upper() == line
            case "executive_order" | "classified_by" | "notice":
                return not self.after_blank
            case "tags":
                return before.endswith(",") or (not self.after_blank and bool(_CODES.match(line)))
            case "subject":
                if self.after_blank:
                    breaks_off = BREAKS_OFF.search(before) and before.isupper() and line.isupper()
                    return (before[-1:] in ":;" and len(before) < 10) or bool(breaks_off)
                # A sentence in mixed case behind a subject in capitals is no part of it.
                apart = SUMMARY_OPENS.match(line) or ON_THE_COPY.match(line)
                return not apart and not (before.isupper() and _mostly_small(line))
            case "references":
                if not self.after_blank:
                    return not NOTICE.search(line)
                if _UNFINISHED.search(before) or (line[0].isdigit() and before[-1:].isalpha()):
                    return True
                return bool(_ENTRY.match(line) or _ENTRY_CABLE.match(line))
        return False

    def open(self, token: Token, name: str) -> None:
        """Begin a field; fields that have no label of their own share a segment while they last."""
        self.head.blocks.setdefault(name, []).append([(token.first, token.last)])
        self.cut(token.start, name, shared=name not in _LABELS and name != "caption")
        self.current = name

    def go_on(self, token: Token) -> None:
        """Go on with the current field, in its segment or, behind a page mark, in one more."""
        self.head.blocks[self.current][-1].append((token.first, token.last))
        self.cut(token.start, self.current, shared=True)

    def cut(self, at: int, name: str, *, shared: bool) -> None:
        kind = _KINDS[name]
        cuts = self.head.cuts
        if not (shared and cuts and cuts[-1][1] is kind):
            cuts.append((at, kind, Layer.CONTENT))
