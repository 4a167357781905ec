"""Summary and comment: the parts of a body between their labels and their ends.

The forms are those that public copies have: a label at the start of a
paragraph (``SUMMARY:``, ``Summary and Action Request.``), a heading of its own, or nothing but an
``End Summary`` behind the first paragraphs.
"""

import re
from collections.abc import Sequence

from cableparse.views.body import Heading, Paragraph
from cableparse.views.markers import PORTION

Parts = Sequence[Heading | Paragraph]


class _Section:
    """The patterns of one named section."""

    def __init__(self, name: str, stem: str) -> None:
        word = rf"(?:{stem})"
        # `SUMMARY:`, `Summary/Comment:`, `Summary and Action Request.`, `(U) Summary -`
        also = r"(?:[ ]*(?:and|&|/|,)[ ]*(?:[A-Za-z]+[ ]?){1,3}?)?"
        # and closed by its own brackets: `//SUMMARY// The locks …`, `(Summary) The locks …`
        before = r"(?:(?:begin|executive)[ ]+|introduction[ ]*(?:and|/)[ ]*)?"
        portion = PORTION.replace("(?P<portion>", "(?:")
        self.label = re.compile(
            rf"(?:\d{{1,2}}\.[ ]*)?[/*(\[ ]*{before}"
            rf"{word}{also}[ ]*(?:continued[ ]*)?(?:{portion}[ ]*)?"
            r"(?:[/)*\] ]*(?:[:.–—=]+|--+|-(?=[ ]))|//|[)\]*])"
            rf"[-=:. ]*(?:{portion})?[ ]*",
            re.IGNORECASE,
        )
        self.heading = re.compile(rf"\W*{before}{word}\b", re.IGNORECASE)
        # `End Summary.`, `END SUMMARY AND COMMENT`, `(End of summary.)`
        self.end = re.compile(
            rf"(?<![(\[/])[(\[/]*+\bend[ ]*(?:of[ ]+)?(?:[A-Za-z]+[ ]*(?:and|/|&)[ ]*)?{word}\b",
            re.IGNORECASE,
        )
        self.name = name


_SUMMARY = _Section("summary", "sum[mary]{2,5}")  # SUMMARY, and its letters in another order
_COMMENT = _Section("comment", "comments?")

# A dash run that a re-edited copy left on the line, with the next heading behind it.
_INLINE_RULE = re.compile(r"\s-{4,}")


def find_summary(parts: Parts) -> str | None:
    """Give the summary's text, its paragraphs on lines of their own; None where there is none."""
    found = _find(parts, _SUMMARY)
    if found is None:
        found = _before_end(parts, _SUMMARY)
    return found


def find_comment(parts: Parts) -> str | None:
    """Give the comment's text, its paragraphs on lines of their own; None where there is none."""
    return _find(parts, _COMMENT)


def _find(parts: Parts, section: _Section) -> str | None:
    for at, part in enumerate(parts):
        if isinstance(part, Heading):
            if section.heading.match(part.text) and not section.end.match(part.text):
                following = _until_heading(parts[at + 1 :])
                if following:
                    return _join(following, section, single=False)
        elif label := section.label.match(part.text):
            rest, following = part.text[label.end() :], _until_heading(parts[at + 1 :])
            # `SUMMARY:` alone on its line is a label of the paragraph below.
            texts = [rest, *following] if rest.strip() or not following else following
            return _join(texts, section, single=True)
    return None


def _before_end(parts: Parts, section: _Section) -> str | None:
    """Without a label the summary is what stands before its end, if that is near the start."""
    texts = []
    for part in parts[:6]:
        if isinstance(part, Heading):
            continue
        texts.append(part.text)
        if section.end.search(part.text):
            return _join(texts, section, single=False)
    return None


def _until_heading(parts: Parts) -> list[str]:
    texts = []
    for part in parts:
        if isinstance(part, Heading):
            break
        texts.append(part.text)
    return texts


def _join(texts: list[str], section: _Section, *, single: bool) -> str:
    """Cut at the printed end; without one a label covers its own paragraph only."""
    for at, text in enumerate(texts):
        end = section.end.search(text)
        if end is not None:
            kept = [*texts[:at], text[: end.start()]]
            break
    else:
        kept = texts[:1] if single else texts
        kept = [_INLINE_RULE.split(text, maxsplit=1)[0] for text in kept]
    first, *rest = kept
    if not single and (label := section.label.match(first)):
        first = first[label.end() :]
    return "\n".join(text.strip() for text in (first, *rest) if text.strip())
