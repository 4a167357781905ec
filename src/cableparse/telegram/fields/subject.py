"""The SUBJECT lines."""

import html
import re

from cableparse.telegram.fields.joined_lines import join
from cableparse.telegram.head.blocks import Head
from cableparse.telegram.reading import Reading
from cableparse.text.spans import Span

# `SUBJECT: `, `SUBJ:`, `UBJECT;`, `SUJBECT: `, and once more: `SUBJECT: SUBJECT: `
_LABEL = re.compile(
    r"(?:S?UBJECT|S[UBJECT]{4,7}(?=[ ]?:)|SUBJ)[ ]?[:;.]*[ ]*(?:SUBJ(?:ECT)?:[ ]*)?", re.IGNORECASE
)

# `(S) GERMANY …`, `(C/NF) WHO …`: the subject's own portion marking
_PORTION = re.compile(
    r"\((?:TS|SBU|LOU|FOUO|[SCU])(?:[ ]*/{1,2}[ ]*[A-Z ,]+|-[A-Z]+)?\)[ ]*",
    re.IGNORECASE,
)

# `… ANOTHER FERRY Sensitive but unclassified …`: a notice that lost the line end before it
_NOTICE = re.compile(r"[ ]+(?i:sensitive but)(?i:[ ]+unclass\w*.*)?[ ]*\Z")
_NUMERIC_ENTITY = re.compile(r"&#\d{2,5};")


def read_subject(text: str, head: Head, reading: Reading) -> None:
    """Read ``subject``: the lines behind the label, on one line, without its portion marking."""
    pieces = head.first("subject")
    if not pieces:
        return
    start, end = pieces[0]
    label = _LABEL.match(text, start, end)
    pieces = [(label.end() if label else start, end), *pieces[1:]]
    subject = join(text, pieces).text
    printed = subject
    while portion := _PORTION.match(subject):
        subject = subject[portion.end() :]
    if not subject.isupper() and (notice := _NOTICE.search(subject)):
        subject = subject[: notice.start()]
    subject = " ".join(subject.split())
    if "&#" in subject:
        # A page that was escaped twice; only numeric entities, which no telegram prints.
        subject = _NUMERIC_ENTITY.sub(lambda entity: html.unescape(entity[0]), subject)
    if subject:
        places = [piece for piece in pieces if piece[0] < piece[1]]
        reading.put("subject", subject, places)
    elif printed:
        reading.defect("header.subject-missing", "the SUBJECT line has no text", Span(start, end))
