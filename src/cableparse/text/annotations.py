"""Standoff annotations: what is said about a stretch of text without touching the text.

Each names the plugin that says so; the grammar's own carry ``cableparse``.
"""

from collections.abc import Mapping
from types import MappingProxyType

from attrs import frozen

from cableparse.text.spans import Span


@frozen(kw_only=True)
class Redaction:
    """A marker that stands where an editor took text out. What it hides is never guessed at.

    ``code`` says what kind of marker it is: ``redaction.x-run`` or ``redaction.bracket``.
    """

    span: Span
    code: str
    printed: str
    reason: str = ""
    plugin: str = "cableparse"


HEADER_VALUE = "header.value"
"""The code of a repair of letters in a value of the head; it stands on the printed letters."""


@frozen(kw_only=True)
class Repair:
    """A printed value that is read as another one. Taken away, the printed state is back.

    ``printed`` is what stands at ``span``, ``read`` what it is read as, ``reason`` why.
    ``code`` says what is repaired: ``paragraph.number``.
    """

    span: Span
    code: str
    printed: str
    read: str
    reason: str
    plugin: str = "cableparse"


@frozen(kw_only=True)
class Defect:
    """Something missing, contradictory or unreadable. ``span`` is None where nothing stands.

    ``code`` is one of :data:`DEFECT_CODES`, or a plugin's own, which begins with the plugin's
    name and a period: ``mine.something``.
    """

    code: str
    message: str
    span: Span | None = None
    plugin: str = "cableparse"


_MEANINGS = {
    "source.undecodable": "a byte has no character in the encoding and was replaced by U+FFFD",
    "source.mojibake": "characters are printed as two or three others: UTF-8 was decoded wrongly",
    "document.no-article": "the page has the site's marks but no article text",
    "document.text-not-online": "the archive has no text of the document, a notice at most",
    "document.unreproduced": "the archive could not reproduce something, and put marks there",
    "document.second-body": "the page carries a second body, which is kept and not read",
    "document.lines-lost": "the copy dropped its lines in capitals, and those of a single word",
    "document.partial": "the copy says that it is an extract, not the whole cable",
    "metadata.conflict": "the wrapping and the telegram say different things; the telegram is read",
    "header.flattened": "the line ends of the header are lost",
    "header.distribution-sum": "the list of distribution adds up to another sum than it prints",
    "header.mrn-missing": "nothing in the copy gives the message reference number",
    "header.mrn-conflict": "two places of the telegram give different message reference numbers",
    "header.date-missing": "the copy has no readable date-time group",
    "header.date-unreadable": "a date-time group is printed that is no date",
    "header.origin-missing": "the FM line is lost",
    "header.action-missing": "the TO line is lost",
    "header.classification-missing": "the classification line is lost",
    "header.executive-order-missing": "the E.O. line is lost",
    "header.executive-order-unreadable": "the E.O. line has a date that is no date",
    "header.tags-missing": "the TAGS line is lost",
    "header.subject-missing": "the SUBJECT line is lost",
    "header.reference-unreadable": "an entry of the reference list names no document",
    "header.reference-missing": "the letters of the reference list skip an entry",
    "header.post-ambiguous": "a post's name is cut or written so that it means several",
    "page.missing": "the page marks skip a page",
    "page.foreign": "a page mark carries another cable's number",
    "paragraph.missing": "paragraph numbers are missing from the sequence",
    "paragraph.repeated": "a paragraph number is printed more than once",
    "paragraph.unordered": "a paragraph number is smaller than the one before it",
    "paragraph.number-ambiguous": "numbers look changed by a converter, but no repair is certain",
    "paragraph.end-lost": "the text breaks off where a paragraph should end",
    "heading.lost": "a heading is lost where the copy shows the gap that it left",
    "text.garbled": "letters of the text were sent in figure shift, as digits and signs",
    "body.missing": "the copy has no body text",
    "body.truncated": "the text breaks off before the end of the cable",
    "body.repeated": "the end of the text is printed twice",
    "body.signer-missing": "the copy has no signer's line",
}
DEFECT_CODES: Mapping[str, str] = MappingProxyType(_MEANINGS)
"""The defect codes that the core and the bundled plugins use, and what each means."""
