"""The body: paragraphs, headings, rules, page marks and what else stands between them.

One pattern runs over the lines once and stops only where a line has a shape of its own; a running
line costs one failed match. What a shape means is decided from what stands around it.
"""

import re

from cableparse.telegram.body.headings import (
    could_be_heading,
    has_cells,
    has_ended,
    heading_above,
    heading_below_text,
    is_above_number,
    is_title,
    stands_out,
)
from cableparse.telegram.lines.pages import PageMark
from cableparse.telegram.lines.patterns import (
    BODY_FIRST_LINE,
    BODY_LINE,
    NO_LAST_WORDS,
    PAGE_MARK,
)
from cableparse.text.even import next_printed
from cableparse.text.segments import Cut, Layer, SegmentKind, overlay, with_gaps

_MARKS = {
    "page_mark": SegmentKind.PAGE_MARK,
    "section": SegmentKind.SECTION_HEAD,
}
# A line right behind a page mark's, and an empty one below it
_BELOW_MARK = re.compile(r"\n[ ]*+(?P<line>[\"“'.]{0,3}[A-Z0-9/][^\n]{1,98})(?=\n[ ]*(?:\n|\Z))")
_EMPTY_LINES = re.compile(r"\n[ ]*+\n[ \n]*+")
_SENTENCE_BEGINS = re.compile(r"[\"“'‘]?[A-Z][A-Za-z'’]*+[ ,]")
_EMPTY_BELOW = re.compile(r"\n[ ]*\n")
_PAGE_LINE = re.compile(rf"(?:{PAGE_MARK})[ ]*(?=\n|\Z)")
# By number, for a group is found sooner by it than by its name; both patterns have the same groups.
_BLANK, _DIGITS, _PORTION = (BODY_LINE.groupindex[name] for name in ("blank", "digits", "portion"))
# To ask an enumeration for a member is slow.
_PARAGRAPH, _TEXT, _HEADING = SegmentKind.PARAGRAPH, SegmentKind.TEXT, SegmentKind.HEADING
_PAGE_MARK, _RULE, _CONTENT = SegmentKind.PAGE_MARK, SegmentKind.RULE, Layer.CONTENT
_RUNNING = frozenset({_PARAGRAPH, _TEXT})
_NO_SHAPE = frozenset({"none", "isolated"})
_FULL_STOP = frozenset('.!?X”")')
_SENTENCE_ENDS = frozenset('.!?"')
_SHORTEST_HEADING = 4  # code points: a letter alone is left of a lost line
_NUMERAL = re.compile(r"X{0,2}(?:I[XV]|VI{0,3}|I{1,3}|X)\.[ ]+")  # `II. STOCKS`
_PASSES = ("FOR ", "FROM ", "PASS ")  # an attention line below the labels
# What has a number behind it that is none of a paragraph's
_NUMBERED_THINGS = frozenset(
    {"ARTICLE", "CHAPTER", "NO.", "NUMBER", "PARA", "PARAGRAPH", "PART", "REF", "SECTION"}
)
_LONGEST_BEFORE = 40
_FULL_WIDTH = 100  # columns: more than any line that a writer broke
_FAR = 20  # no copy loses so many paragraphs in a row
_LIST = 3  # so many headings one after the other are a list


def cut_body(
    text: str, start: int, end: int, marks: list[PageMark], *, old: bool = False
) -> list[Cut]:
    """Cut the body that stands in the even ``text[start:end]``; the first cut is at ``start``.

    ``marks`` are the telegram's page marks in printed order; those of the head are passed over.
    ``old`` says that the copy is of the seventies: no empty line parts its paragraphs.
    """
    return _BodyCutter(text, start, end, old=old).cut(marks)


class _BodyCutter:
    """The state between two shapes."""

    def __init__(self, text: str, start: int, end: int, *, old: bool) -> None:
        self.text, self.start, self.end, self.old = text, start, end, old
        self.cuts: list[Cut] = [(start, _TEXT, _CONTENT)]
        self.number = 0  # the last paragraph number that was accepted
        self.portions = False  # whether the paragraphs carry portion markings
        self.rule_above = -1  # where a rule stands that may open a heading
        self.marks: frozenset[int] = frozenset()  # where the page marks stand
        self.unruled: list[int] = []  # the headings without rules right before here
        self.broken = -1  # where the last short line ends that a sentence or a list goes on with

    def cut(self, marks: list[PageMark]) -> list[Cut]:
        inside = [mark for mark in marks if self.start <= mark.span.start < self.end]
        self.marks = frozenset(mark.span.start for mark in inside)
        alone = [mark for mark in inside if mark.alone]
        alone.reverse()
        first = BODY_FIRST_LINE.match(self.text, self.start, self.end)
        behind = self.start
        if first is not None and first.lastgroup != "none":
            self.take_line(self.start, first, alone)
            behind = first.end()
        for match in BODY_LINE.finditer(self.text, behind, self.end):
            group = match.lastgroup
            if group == "none":
                continue
            at = behind_blank = match.end(_BLANK)
            if at < 0:
                at = match.start() + 1
            if alone and alone[-1].line <= at:
                self.take_line(at, match, alone)
            elif (
                group == "number"
                and behind_blank >= 0
                and self.portions <= (match.end(_PORTION) >= 0)
                and int(match[_DIGITS]) == self.number + 1
            ):
                # As most paragraphs are: the next number, below an empty line, marked as others.
                self.number += 1
                self.portions = match.end(_PORTION) >= 0
                self.add(at, _PARAGRAPH)
            else:
                self.take(at, match)
        while alone:
            self.take_mark(alone.pop())
        parted = [
            (one.span.start, one.span.end, _PAGE_MARK, _CONTENT) for one in inside if not one.alone
        ]
        if not parted:
            return self.cuts
        return overlay(self.cuts, with_gaps(self.text, parted, self.end), self.end)

    def take_line(self, at: int, match: re.Match[str], alone: list[PageMark]) -> None:
        """Take the line at ``at``, and the page marks before it, the next one being the last."""
        while alone and alone[-1].line < at:
            self.take_mark(alone.pop())
        if alone and alone[-1].line == at:
            self.take_mark(alone.pop())
        else:
            self.take(at, match)

    def take(self, at: int, match: re.Match[str]) -> None:
        """Decide what the line at ``at`` is."""
        group = match.lastgroup
        if group == "number":
            portion = match.end(_PORTION) >= 0
            if portion or self.is_paragraph(match, at):
                lost = int(match[_DIGITS]) - self.number - 1
                if lost > 0 and self.number and not self.portions:
                    self.take_lost(at, lost)
                self.number = int(match[_DIGITS])
                self.portions = self.portions or portion
                right_below = self.old or match.end(_BLANK) < 0
                if right_below and (line := self.heading_right_above(at)) >= 0:
                    self.add(line, _HEADING)
                self.add(at, _PARAGRAPH)
        elif group == "unnumbered":
            if self.starts_block(at) and not self.take_marked(at, match.end()):
                self.add(at, _PARAGRAPH)
        elif group == "rule":
            self.take_rule(at, match.end())
        elif group == "slashed":
            self.add(at, _HEADING)
            self.resume(match.end())
        elif group == "isolated":
            self.take_isolated(at, match.end())
        else:
            self.add(at, _MARKS[str(group)])
            self.resume(match.end())

    # ------------------------------------------------------------ paragraphs

    def is_paragraph(self, match: re.Match[str], at: int) -> bool:
        """Tell a paragraph's number without a portion marking from a sub-item's and from a year."""
        number = int(match[_DIGITS])
        if self.begins_small(match.end()) and (self.portions or not self.starts_block(at)):
            return False
        if number == self.number + 1:
            pilcrow = "¶" in self.text[at : match.start(_DIGITS)]
            if self.old:
                return self.is_not_listed(number, at)
            begins = pilcrow or self.starts_block(at) or self.after_full_stop(at)
            if pilcrow and not self.starts_block(at) and self.is_named_above(at):
                return False
            return begins or self.heading_right_above(at) >= 0
        near = 0 < number <= self.number + _FAR or self.follows_as_digit(number)
        if self.text[match.end() - 1] != "." or not near:
            return False
        if self.portions and number <= self.number:
            # a list of its own inside a paragraph, or the first number that is right again
            return "¶" in match[0] and self.follows_changed(number) and self.starts_block(at)
        return self.starts_block(at) or (number > self.number and self.after_full_stop(at))

    def is_named_above(self, at: int) -> bool:
        """Tell whether the line above ends in what has a number behind it: `in para` / `2. It`."""
        return self.word_above(at).upper() in _NUMBERED_THINGS

    def word_above(self, at: int) -> str:
        before = self.text[max(self.start, at - _LONGEST_BEFORE) : at].rstrip()
        return before[max(before.rfind(" "), before.rfind("\n")) + 1 :]

    def is_not_listed(self, number: int, at: int) -> bool:
        """Tell whether the next number, at a line's start, is a paragraph's without empty lines.

        It is none where the sentence before it runs into it, `ARTICLE` / `2.`, nor where a list
        counts here and the number stands at a later line's start again.
        """
        word = self.word_above(at)
        if word.casefold() in NO_LAST_WORDS or word in _NUMBERED_THINGS or word.endswith(","):
            return False
        again = f"\n{number}. "
        counts = number > 1 and self.text.rfind(f"\n{number - 1}. ", self.cuts[-1][0] + 1, at) >= 0
        return not (counts and self.text.find(again, at, self.end) >= 0)

    def begins_small(self, at: int) -> bool:
        """Tell whether the text behind a number goes on with a sentence or is a list's."""
        first = self.text[(at := self.next_printed(at)) : at + 1]
        return first.islower() and not self.text.startswith("xxxx", at)

    def follows_as_digit(self, number: int) -> bool:
        """Tell `110.` behind `19.` or `¶9.`: paragraph 10, its pilcrow read as the digit 1."""
        return number == self.number + 101 or (number == 110 and self.number == 19)

    def follows_changed(self, number: int) -> bool:
        """Tell `¶5.` behind `14.`, and `¶11.` behind `110.`: a converter changed those before."""
        return self.number - number in {9, 99}

    def starts_block(self, at: int) -> bool:
        """Tell whether an empty line, or a heading or a page mark alone, stands before the line."""
        behind_mark = self.cuts[-1][1] not in _RUNNING or self.cuts[-1][0] == at
        return behind_mark or self.after_empty_line(at)

    def after_empty_line(self, at: int) -> bool:
        if at <= self.start + 1:
            return True
        line = self.text.rfind("\n", self.start, at - 1) + 1 or self.start
        return not self.text[line : at - 1].strip()

    def after_full_stop(self, at: int) -> bool:
        """Tell whether the line before ends a sentence: what stands at ``at`` is not its end."""
        return self.text[max(self.start, at - 8) : at].rstrip()[-1:] in _FULL_STOP

    def take_lost(self, at: int, lost: int) -> None:
        """Part as many blocks as numbers are missing from the paragraph before ``at``.

        Where there are more of them or fewer, none is known to be a paragraph of its own.
        """
        limit, kind, _ = self.cuts[-1]
        if kind is not _PARAGRAPH:
            return
        blocks = [
            gap.end()
            for gap in _EMPTY_LINES.finditer(self.text, limit, at)
            if self.after_full_stop(gap.start())
            and _SENTENCE_BEGINS.match(self.text, gap.end(), at)
        ]
        if len(blocks) == lost:
            for block in blocks:
                self.add(block, _PARAGRAPH)

    # ------------------------------------------------------------ headings

    def take_isolated(self, at: int, end: int) -> None:
        """Take a line between two empty ones: a heading, unless a sentence runs through it."""
        if not could_be_heading(self.text, at, end):
            self.unruled.clear()
            if self.old:
                self.take_numeral(at, end)
            return
        if self.runs_on(at, end):
            self.unruled.clear()
            self.broken = end
            return
        self.add(at, _HEADING)
        if self.unruled and self.unruled[-1] != len(self.cuts) - 2:
            self.unruled.clear()
        self.unruled.append(len(self.cuts) - 1)
        if len(self.unruled) >= _LIST:
            # The first time the whole list so far, then each line as it comes.
            for number in self.unruled[0 if len(self.unruled) == _LIST else -1 :]:
                place, _, layer = self.cuts[number]
                self.cuts[number] = (place, _TEXT, layer)
        self.resume(end)

    def take_marked(self, at: int, words: int) -> bool:
        """Take a line between empty ones for a heading whose ``words`` a portion marking precedes.

        They are in capitals or begin large, and stand above a paragraph.
        """
        end = self.text.find("\n", words, self.end)
        if end < 0 or not _EMPTY_BELOW.match(self.text, end, self.end):
            return False
        line = self.text[words:end].strip()
        if not (line.isupper() or is_title(line)) or not could_be_heading(self.text, words, end):
            return False
        if not is_above_number(self.text, end):
            return False
        self.add(at, _HEADING)
        self.resume(end)
        return True

    def runs_on(self, at: int, end: int) -> bool:
        """Tell whether a sentence goes on behind the line, or one before it has not ended."""
        text = self.text
        behind = self.next_printed(end)
        if mark := _PAGE_LINE.match(text, behind, self.end):
            behind = self.next_printed(mark.end())
        if behind < self.end and text[behind].islower():
            return True
        if self.broken >= 0 and self.next_printed(self.broken) >= at:
            return True
        before, marked = at, False
        for place, kind, _ in reversed(self.cuts):
            if kind is _HEADING or kind is _RULE:
                return False
            if kind is not _PAGE_MARK and text[place:before].strip():
                break
            before, marked = place, marked or kind is _PAGE_MARK
        printed = text[max(self.start, before - _FULL_WIDTH) : before].rstrip()
        if has_ended(printed, marked=marked):
            return False
        return marked or not stands_out(text, at, end, printed)

    def next_printed(self, at: int) -> int:
        return next_printed(self.text, at, self.end)

    def heading_right_above(self, at: int) -> int:
        """Give where a heading begins that stands right above a number, or -1.

        An empty line stands above it, or a sentence ends there. The copies of the seventies have no
        empty lines at all; in others no such line is as long as those of a text, and its words
        begin large.
        """
        limit, kind, _ = self.cuts[-1]
        near = max(limit, at - _FULL_WIDTH)
        end = near + len(self.text[near:at].rstrip())
        line = self.text.rfind("\n", near, end) + 1 or near
        own = kind is not _TEXT and line == limit
        within = line > self.start and self.text[line - 1] != "\n"
        if own or within or end - line < _SHORTEST_HEADING:
            return -1
        if not self.text[line:end].isupper() and (self.old or not is_title(self.text[line:end])):
            return -1
        before = self.text[max(self.start, line - _FULL_WIDTH) : line].rstrip()
        parted = line == self.start or (not self.old and self.after_empty_line(line))
        if not parted and before[-1:] not in _SENTENCE_ENDS:
            return -1
        if self.text.startswith(_PASSES, line):
            return -1
        numeral = _NUMERAL.match(self.text, line, end)
        words = numeral.end() if numeral else line
        return line if could_be_heading(self.text, words, end) else -1

    def take_numeral(self, at: int, end: int) -> None:
        """Take `II. STOCKS` between empty lines for a heading, above a paragraph's number."""
        below = self.next_printed(end)
        if self.text[below : below + 1].isdecimal() and self.heading_right_above(below) == at:
            self.add(at, _HEADING)
            self.resume(end)

    def take_rule(self, at: int, end: int) -> None:
        """Close the heading above the rule, or open one below it."""
        limit, kind, _ = self.cuts[-1]
        if kind is _TEXT and self.heading_goes_on(limit, at):
            self.cuts.pop()
            self.resume(end)
            return
        first = heading_above(self.text, max(self.start, limit), at)
        if (kind is _PARAGRAPH or kind is _HEADING) and first <= limit:
            # the paragraph's own first line, or a heading that is closed already; but `(U) COMMENT`
            bare = kind is _PARAGRAPH and self.text[limit:at].lstrip()[0] == "("
            first = limit if bare else at
        if first == at and kind is not _HEADING:
            first = heading_below_text(self.text, max(self.start, limit), at, end)
        if first < at:
            rule = self.rule_above
            if rule >= 0 and not self.text[rule:first].strip("-=*_ \n"):
                first = rule
            while len(self.cuts) > 1 and self.cuts[-1][0] >= first:
                self.cuts.pop()
            self.add(first, _HEADING)
            self.rule_above = -1
        else:
            self.add(at, _RULE)
            self.rule_above = at
            end = self.take_heading_below(end)
        self.resume(end)

    def take_heading_below(self, end: int) -> int:
        """Take the line right below a rule for a heading, if an empty line stands below it.

        Gives where it ends, or ``end``, where the rule does.
        """
        line = end + 1
        behind = self.text.find("\n", line, self.end)
        if behind < 0 or line in self.marks or not _EMPTY_BELOW.match(self.text, behind, self.end):
            return end
        if BODY_LINE.match(self.text, end, self.end):
            return end  # it has a shape of its own
        if not could_be_heading(self.text, line, behind) or has_cells(self.text, line, behind):
            return end
        self.add(line, _HEADING)
        return behind

    def heading_goes_on(self, limit: int, rule: int) -> bool:
        """Tell whether a heading's second line stands between its rule and another.

        It begins small, or closes the quotation that the first line opens.
        """
        if len(self.cuts) < 2 or self.cuts[-2][1] is not _HEADING:
            return False
        line = self.text[limit:rule].strip()
        first = self.text[self.cuts[-2][0] : limit]
        quoted = line.count('"') % 2 == 1 and first.count('"') % 2 == 1
        return "\n" not in line and (line[:1].islower() or quoted)

    # ------------------------------------------------------------ cuts

    def take_mark(self, mark: PageMark) -> None:
        self.add(mark.line, _PAGE_MARK)
        self.resume(mark.span.end)
        behind = self.text.find("\n", mark.span.end, self.end)
        if behind >= 0 and (below := _BELOW_MARK.match(self.text, behind, self.end)):
            line, end = below.span("line")
            # The next mark, or a section's head, is taken on its own.
            shape = BODY_FIRST_LINE.match(self.text, line, self.end)
            if line not in self.marks and (shape is None or shape.lastgroup in _NO_SHAPE):
                self.take_isolated(line, end)

    def add(self, at: int, kind: SegmentKind) -> None:
        if at >= self.end:
            return
        if self.cuts[-1][0] == at:
            self.cuts.pop()
        self.cuts.append((at, kind, _CONTENT))

    def resume(self, end: int) -> None:
        """Go on with text at the next printed line behind a mark, a heading or a rule."""
        at = self.next_printed(end)
        if at < self.end:
            self.add(self.text.rfind("\n", end, at) + 1 or at, _TEXT)
