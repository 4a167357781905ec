"""From the first line to the body: which line belongs to which field.

One pass over the lines, a label or a shape at a time. A line that has neither goes on with the
field before it, or is a passing line, or may begin the body: that is decided a few lines later, for
a notice may stand between two fields.
"""

from cableparse.telegram.head.head import Head, Piece
from cableparse.telegram.head.parted import Token
from cableparse.telegram.head.tokens import head_tokens
from cableparse.telegram.head.unlabelled import (
    LETTERED,
    MAY_GO_ON,
    begins_with_reason,
    gives_reasons,
    goes_on,
    is_attention,
    is_notice,
    is_prose,
    is_repeating,
)
from cableparse.telegram.lines.patterns import BREAKS_OFF
from cableparse.telegram.lines.shapes import CAPTIONS_ABOVE, head_shape
from cableparse.text.segments import Layer, SegmentKind

_KINDS = {
    "id": SegmentKind.TRANSMISSION,
    "routing": SegmentKind.TRANSMISSION,
    "de": SegmentKind.TRANSMISSION,
    "security": SegmentKind.TRANSMISSION,
    "machine": SegmentKind.TRANSMISSION,
    "relay": SegmentKind.TRANSMISSION,
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
    "drafting": SegmentKind.DRAFTING,
    "drafted_by": SegmentKind.DRAFTING,
    "approved_by": SegmentKind.DRAFTING,
    "cleared_by": SegmentKind.DRAFTING,
    "record": SegmentKind.RECORD,
    "rule": SegmentKind.RULE,
    "page_mark": SegmentKind.PAGE_MARK,
}
# To ask an enumeration for a member is slow.
_CONTENT, _FURNITURE = Layer.CONTENT, Layer.FURNITURE
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
_SEPARATE = _LABELS | {"caption"}
_UNLABELLED = frozenset({"text", "addressee"})
_ADDRESSES = frozenset({"action", "info", "excluded"})
_TAKES_ADDRESSEES = _ADDRESSES | {"from_"}
# What is its field's wherever it stands in the head
_ALWAYS_OPENS = (_LABELS - {"subject"}) | {
    *("id", "de", "security", "dtg", "classification", "level_only", "dateline", "caption"),
    "record",
}
# What stands above the first label only: below one, `FM VIK ON LOCKS` is a foreign minister.
_ABOVE_LABELS = _TAKES_ADDRESSEES | {"distribution", "routing", "machine", "relay"}
_DRAFTING = frozenset({"drafting", "drafted_by", "approved_by", "cleared_by"})
_BELOW_DRAFTING = frozenset({"relay", "dtg", "from_", "action"})
_SENT = _ABOVE_LABELS | {"id", "de", "security", "dtg", "addressee"}
_BELOW = _ABOVE_LABELS | _DRAFTING | {"subject"}
_AS_FAR_AS_DATE = _DRAFTING | {"machine"}
# Without one of these below it, a number alone on its line is no machine's.
_BELOW_MACHINE = _DRAFTING | {"distribution", "relay", "dtg"}

# No line of a head that a writer broke is shorter, with the next line's first word.
_FULL_LINE = 60

# Where the next printed line begins, empty ones between.
_NEAR = 20
_FEW = 4  # lines that tell nothing of how a copy is spaced

# A notice between SUBJECT and REF takes a few lines; a label deeper in the text is the text's own.
_LOOK_AHEAD = 12


def read_head(text: str, start: int, end: int, *, old: bool = False) -> Head:
    """Read the head of the telegram that stands in the even ``text[start:end]``.

    ``old`` says that it is of the seventies, whose copies have no empty lines.
    """
    return _HeadReader(text, start, end, old=old).read()


class _HeadReader:
    """The state between two lines."""

    def __init__(self, text: str, start: int, end: int, *, old: bool) -> None:
        self.text, self.start, self.end, self.old = text, start, end, old
        self.head = Head(body=end)
        self.current = ""  # the field that a line without label goes on with
        self.after_blank = True
        self.behind_mark = False  # whether a page mark stood between the current field and the line
        self.labelled = False  # whether an E.O., TAGS, SUBJECT … line was seen
        self.spaced: bool | None = None  # whether every line has an empty one below it
        self.quotes = False  # whether a line said that another telegram is repeated

    def read(self) -> Head:
        waiting: list[Token] = []  # lines that are the body's, unless a label follows soon
        blocks = self.head.blocks
        for token in head_tokens(self.text, self.start, self.end):
            name, at, first, last, _ = token
            if not waiting:
                # Two of three lines open a field wherever they stand, or are one more addressee.
                if name == "addressee" and self.current in _ADDRESSES:
                    if self.behind_mark:
                        self.go_on(at, (first, last))
                        self.behind_mark = False
                    else:
                        blocks[self.current][-1].append((first, last))
                    self.after_blank = False
                    continue
                if name in _ALWAYS_OPENS and not (
                    self.quotes or (name == "dtg" and self.current == "references")
                ):
                    self.open(name, at, (first, last))
                    if name in _LABELS:
                        self.labelled = True
                    self.after_blank = self.behind_mark = False
                    continue
            elif name in _LABELS:
                for held in waiting:
                    self.take(held, certain=True)
                waiting = []
            elif name == "paragraph" or self.is_far(waiting[0][1], token[1]):
                if name == "paragraph" and self.pass_on(waiting):
                    self.head.body = token[1]
                    waiting = []
                break
            else:
                waiting.append(token)
                continue
            if name == "paragraph":
                self.head.body = token[1]
                break
            if not self.take(token):
                waiting.append(token)
        if waiting:
            self.head.body = waiting[0][1]
        elif self.head.body == self.end and not self.labelled:
            self.give_back_passing()
        return self.head

    def pass_on(self, waiting: list[Token]) -> bool:
        """Take the lines right above the first paragraph that say whom it is for."""
        if not all(is_attention(self.text[first:last]) for _, _, first, last, _ in waiting):
            return False
        for _, start, first, last, _ in waiting:
            self.open("passing", start, (first, last))
        return True

    def is_far(self, start: int, at: int) -> bool:
        """Tell whether so many lines stand between two places that a label is the text's own."""
        return self.text.count("\n", start, at) >= _LOOK_AHEAD

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
        name, start, first, last, blank = token
        if blank:
            self.after_blank = True
        if self.quotes and name in _SENT:
            name = "notice"  # how that one was sent
        elif name == "dtg":
            name = "text"  # of a telegram that is referred to: all others open the field
        elif name == "captioned":
            name = "text"
            if not self.labelled:  # below a label it is a word of a sentence
                captions = CAPTIONS_ABOVE.match(self.text, first, last)
                assert captions is not None  # the line has its shape by them
                behind = captions.end()
                self.open("caption", start, (first, behind))
                start = first = last - len(self.text[behind:last].lstrip())
                certain = True
        elif name in _ADDRESSES and self.current == "passing":
            name = "text"  # a sentence that begins with TO
        elif name == "info" and self.current == "drafting" and self.is_above_date():
            name = "text"  # `DESIRED DISTRIBUTION` / `INFO CHRON 1 2`
        elif (name in _BELOW and self.current in _LABELS and self.is_running_text(name, first)) or (
            name in _AS_FAR_AS_DATE and self.is_below_date(name, first, last)
        ):
            name = "text"
        if name == "addressee" and self.current in _TAKES_ADDRESSEES:
            if self.current == "from_":
                self.open("action", start, (first, last))
            else:
                self.go_on(start, (first, last))
        elif name in _LABELS:
            self.open(name, start, (first, last))
            self.labelled = True
        elif name in _UNLABELLED:
            if not self.take_unlabelled(start, (first, last), certain=certain):
                return False
        elif name == "page_mark":
            # The field goes on behind the mark as if nothing had stood there.
            self.head.blocks.setdefault(name, []).append([(first, last)])
            self.head.cuts.append((start, _KINDS[name], _CONTENT))
            self.behind_mark = True
            return True
        elif name == "rule" and self.labelled and not certain and "subject" in self.head.blocks:
            return False
        elif name == "routing" and "de" in self.head.blocks:
            self.open("passing", start, (first, last))
        else:
            self.open(name, start, (first, last))
        self.after_blank = self.behind_mark = False
        return True

    def is_below_date(self, name: str, first: int, last: int) -> bool:
        """Tell whether a line only looks like one that stands above the date-time group.

        Who drafted may stand below it too, with a colon.
        """
        blocks = self.head.blocks
        if name == "machine":
            return "dtg" in blocks or self.shape_below(last) not in _BELOW_MACHINE
        return "dtg" in blocks and ":" not in self.text[first:last]

    def is_above_date(self) -> bool:
        """Tell whether the line stands above the date of a telegram of the seventies."""
        return self.old and self.head.blocks.keys().isdisjoint(_BELOW_DRAFTING)

    def shape_below(self, last: int) -> str:
        """Give the shape of the next printed line; of none, it is text."""
        rest = self.text[last : min(last + _NEAR, self.end)]
        below = last + len(rest) - len(rest.lstrip(" \n"))
        return head_shape(self.text, below, self.end) if below < self.end else "text"

    def is_running_text(self, name: str, first: int) -> bool:
        """Tell whether a line below a label only looks like another field's."""
        if name in _ABOVE_LABELS:
            return True
        if name in _DRAFTING:
            return not self.after_blank
        bare = name == "subject" and ":" not in self.text[first : first + 9]
        return bare and self.current == "subject" and not self.after_blank  # `SUBJECT TO REVIEW`

    def take_unlabelled(self, start: int, piece: Piece, *, certain: bool) -> bool:
        line = self.text[piece[0] : piece[1]]
        if self.continues(line, piece[0]) or (self.behind_mark and self.goes_on_behind_mark(piece)):
            self.go_on(start, piece)
        elif LETTERED.match(line) and self.lacks_label():
            self.open("references", start, piece)
        elif (
            (certain and self.labelled)
            or is_notice(line)
            or (self.old and not self.labelled and is_repeating(line))
        ):
            self.open("notice", start, piece)
            self.quotes = self.quotes or (self.old and is_repeating(line))
        elif certain:
            self.open("passing", start, piece)  # `State for nordic desk and jane roe`
        elif self.labelled or is_prose(line):
            return False
        else:
            self.open("passing", start, piece)
        return True

    def goes_on_behind_mark(self, piece: Piece) -> bool:
        """Tell whether the line behind a page mark is the rest of a sentence before it.

        It is that of a subject whose line was full, or of who classified for which reasons.
        """
        line = self.text[piece[0] : piece[1]]
        if self.current == "classified_by":
            return line[0].islower() or gives_reasons(line) or begins_with_reason(line)
        if self.current != "subject" or is_notice(line) or is_prose(line):
            return False
        start, end = self.head.blocks["subject"][-1][-1]
        before = self.text[start:end]
        if BREAKS_OFF.search(before) or (
            before.isupper() and line.isupper() and self.shape_below(piece[1]) in _LABELS
        ):
            return True
        column = end - self.text.rfind("\n", 0, start) + len(line.split(" ", 1)[0])
        below = self.text[piece[1] : piece[1] + 4].lstrip()[:1]
        return column > _FULL_LINE and not below.startswith(("-", "=", "*"))

    def lacks_label(self) -> bool:
        """Tell whether the copy dropped its lines in capitals, with `REF:` and the first entry."""
        had = self.head.blocks
        return "de" in had and not ({"from_", "action", "references"} & had.keys())

    def continues(self, line: str, at: int) -> bool:
        """Tell whether a line without a label, at ``at``, goes on with the current field."""
        if self.current not in MAY_GO_ON:
            return False
        if self.current in _DRAFTING and self.is_above_date():
            return True
        start, end = self.head.blocks[self.current][-1][-1]
        before = self.text[start:end]
        after_blank = self.after_blank and not (
            self.current in _ADDRESSES and self.is_double_spaced(at)
        )
        return goes_on(self.current, before, line, after_blank=after_blank, old=self.old)

    def is_double_spaced(self, at: int) -> bool:
        """Tell whether an empty line, and no more, stands below each of the lines above ``at``."""
        if self.spaced is None:  # as the first lines are, so is the copy
            above = self.text[self.start : at].lstrip(" \n")  # a page's head is blank
            lines = [line.strip(" ") for line in above.split("\n")[:-1]]
            if len(lines) <= _FEW:
                return False
            self.spaced = all(lines[::2]) and not any(lines[1::2])
        return self.spaced

    def open(self, name: str, start: int, piece: Piece) -> None:
        """Begin a field; fields that have no label of their own share a segment while they last."""
        blocks = self.head.blocks
        if name in blocks:
            blocks[name].append([piece])
        else:
            blocks[name] = [[piece]]
        self.current = name
        kind = _KINDS[name]
        cuts = self.head.cuts
        if name in _SEPARATE or not cuts or cuts[-1][1] is not kind:
            cuts.append((start, kind, _FURNITURE if name == "record" else _CONTENT))

    def go_on(self, start: int, piece: Piece) -> None:
        """Go on with the current field, in its segment or, behind a page mark, in one more."""
        self.head.blocks[self.current][-1].append(piece)
        kind = _KINDS[self.current]
        cuts = self.head.cuts
        if not cuts or cuts[-1][1] is not kind:
            cuts.append((start, kind, _CONTENT))
