"""Summary and comment: the parts of a body between their labels and their ends.

The forms are those that public copies have: a label at the start of a
paragraph (``SUMMARY:``, ``Summary and Action Request.``), a heading of its own, or nothing but an
``End Summary`` behind the first paragraphs.
"""

import re
from collections.abc import Sequence

from cableparse.text.views.markers import PORTION
from cableparse.text.views.parts import Heading, Paragraph
from cableparse.text.views.passages import Excerpt, Passage

Parts = Sequence[Heading | Paragraph]


class _Section:
    """The patterns of one named section."""

    def __init__(self, name: str, stem: str) -> None:
        word = rf"(?:{stem})"
        # `SUMMARY:`, `Summary/Comment:`, `Summary and Action Request.`, `(U) Summary -`
        also = r"(?:[ ]*(?:and|&|/|,)[ ]*(?:[A-Za-z]+[ ]?){1,3}?){0,2}"
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
            rf"(?<![(\[/*])[(\[/*]*+\bend\s*(?:of\s+)?(?:[A-Za-z]+[ ]*(?:and|/|&)[ ]*)?{word}\b",
            re.IGNORECASE,
        )
        self.name = name
        self.begins = name[:3]

    def find_end(self, text: str) -> re.Match[str] | None:
        """Find where the text prints the section's end; most texts lack the words it has."""
        letters = text.casefold()
        if self.begins not in letters or "end" not in letters:
            return None
        return self.end.search(text)


_SUMMARY = _Section(
    "summary",
    # SUMMARY, and its letters in another order; cut short where a sign follows
    r"sum(?:[mary]{2,5}|(?=[ ]*[.:)/*\]]))",
)
_COMMENT = _Section("comment", "comments?")

# A dash run that a re-edited copy left on the line, with the next heading behind it.
_INLINE_RULE = re.compile(r"\s-{4,}")


def find_summary(parts: Parts) -> Passage | None:
    """Give the summary, its paragraphs on lines of their own; None where there is none."""
    found = _find(parts, _SUMMARY)
    if found is None:
        found = _before_end(parts, _SUMMARY)
    return found


def find_comment(parts: Parts) -> Passage | None:
    """Give the comment, its paragraphs on lines of their own; None where there is none."""
    return _find(parts, _COMMENT)


def _find(parts: Parts, section: _Section) -> Passage | None:
    for at, part in enumerate(parts):
        if isinstance(part, Heading):
            if section.heading.match(part.text) and not section.end.match(part.text):
                following = _until_heading(parts[at + 1 :])
                if following:
                    return _join(following, section, single=False)
        elif label := section.label.match(part.text):
            rest = Excerpt(part, label.end(), len(part.text))
            following = _until_heading(parts[at + 1 :])
            # `SUMMARY:` alone on its line is a label of the paragraph below.
            found = [rest, *following] if rest.text.strip() or not following else following
            return _join(found, section, single=True)
    return None


def _before_end(parts: Parts, section: _Section) -> Passage | None:
    """Without a label the summary is what stands before its end, if that is near the start."""
    found = []
    for part in parts[:6]:
        if isinstance(part, Heading):
            continue
        found.append(_all_of(part))
        if section.find_end(part.text):
            return _join(found, section, single=False)
    return None


def _until_heading(parts: Parts) -> list[Excerpt]:
    found = []
    for part in parts:
        if isinstance(part, Heading):
            break
        found.append(_all_of(part))
    return found


def _all_of(paragraph: Paragraph) -> Excerpt:
    return Excerpt(paragraph, 0, len(paragraph.text))


def _join(found: list[Excerpt], section: _Section, *, single: bool) -> Passage:
    """Cut at the printed end; without one a label covers its own paragraph only."""
    for at, excerpt in enumerate(found):
        end = section.find_end(excerpt.text)
        if end is not None:
            kept = [*found[:at], excerpt.until(end)]
            break
    else:
        kept = [one.until(_INLINE_RULE.search(one.text)) for one in found[: 1 if single else None]]
    first, *rest = kept
    if not single and (label := section.label.match(first.text)):
        first = first.behind(label)
    stripped = (one.stripped() for one in (first, *rest))
    return Passage(tuple(one for one in stripped if one.text), "\n")
