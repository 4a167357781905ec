"""The SUBJECT lines."""

import html
import re
from collections.abc import Iterator

from attrs import define

from cableparse.telegram.fields.joined_lines import Joined, behind_pilcrows, join
from cableparse.telegram.head.head import Head, Piece
from cableparse.telegram.reading import Reading
from cableparse.text.spans import Span
from cableparse.text.views.alignment import ENTITY
from cableparse.text.views.divided import Words

# `SUBJECT: `, `SUBJECT (C): `, `SUBJ:`, `UBJECT;`, `SUJBECT: `, and once more: `SUBJECT: SUBJECT: `
_LABEL = re.compile(
    r"[SUBJECT]{3,9}(?:[ ]*+\((?:U|C|S|SBU)\)(?=[ ]*:))?(?:[ ]-(?=[ ]|\Z)|[ ]*+[:;.]*+)[ ]*"
    r"(?:SUBJ(?:ECT)?:[ ]*)?",
    re.IGNORECASE,
)

# `(S) GERMANY …`, `(C/NF) WHO …`: the subject's own portion marking
_PORTION = re.compile(
    r"\((?:TS|SBU|LOU|FOUO|[SCU])(?:[ ]*/{1,2}[A-Z ,]++|-[A-Z]+)?\)[ ]*",
    re.IGNORECASE,
)

# `… ANOTHER FERRY Sensitive but unclassified …`: a notice that lost the line end before it
_NOTICE = re.compile(r"(?<![ ])[ ]+(?i:sensitive but)(?i:[ ]+unclass.*+)?+[ ]*\Z")


def read_subject(text: str, head: Head, reading: Reading, words: Words | None = None) -> None:
    """Read ``subject``: the lines behind the label, on one line, without its portion marking.

    ``words`` are those of a text of the seventies.
    """
    pieces = head.first("subject")
    if not pieces:
        return
    start, end = pieces[0]
    label = _LABEL.match(text, start, end)
    begins = label.end() if label else start
    subject = _Subject(text, [(begins, end), *pieces[1:]], words)
    if value := subject.value():
        reading.put("subject", value, subject)
    elif join(text, subject.pieces).text:
        reading.defect("header.subject-missing", "the SUBJECT line has no text", Span(start, end))


@define
class _Subject:
    """The lines behind the label."""

    text: str
    pieces: list[Piece]
    words: Words | None

    def value(self) -> str:
        """Give them on one line."""
        joined, first, last = self._kept()
        subject = joined.text[first:last]
        if "&" in subject:
            subject = ENTITY.sub(lambda entity: html.unescape(entity[0]), subject)
        return " ".join(subject.split())

    def __iter__(self) -> Iterator[Span]:
        """Give where the subject stands on each line, without what the join left out of it."""
        joined, *kept = self._kept()
        span = joined.span(*kept)
        for number, (first, last) in enumerate(self.pieces):
            start, end = max(first, span.start), min(last, span.end)
            if number and start == first:
                start = behind_pilcrows(self.text, first, last)
            printed = self.text[start:end]
            start += len(printed) - len(printed.lstrip())
            if printed := printed.strip():
                if self._is_divided(printed, number):
                    printed = printed[:-1]
                yield Span(start, start + len(printed))

    def _is_divided(self, printed: str, number: int) -> bool:
        """Tell whether the last word of a line goes on in the next one, and its hyphen goes."""
        if self.words is None or printed[-1] != "-" or number + 1 == len(self.pieces):
            return False
        start, end = self.pieces[number + 1]
        return self.words.divided_by_hyphen(printed, self.text[start:end])

    def _kept(self) -> tuple[Joined, int, int]:
        """Give the lines as one, and which part of it is between portion marking and notice."""
        joined = join(self.text, self.pieces, words=self.words)
        first, last = 0, len(joined.text)
        while portion := _PORTION.match(joined.text, first):
            first = portion.end()
        if not joined.text[first:].isupper() and (notice := _NOTICE.search(joined.text, first)):
            last = notice.start()
        return joined, first, last
