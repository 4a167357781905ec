"""A cable as a spaCy ``Doc``, its parts as spans, every offset as the cable has it.

spaCy's spans begin and end with tokens. So the text is cut wherever a span begins or ends, and
each piece goes to the pipeline's tokenizer on its own: a span is never moved to the next token.
"""

import re
from collections.abc import Iterable
from importlib import import_module
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from attrs import frozen

from cableparse.model.cable import Cable
from cableparse.model.errors import MissingExtraError
from cableparse.text.spans import Span, TextMap
from cableparse.text.views.parts import Heading

if TYPE_CHECKING:
    import spacy.language
    import spacy.tokens

USER_DATA = "cableparse"
"""The key of ``Doc.user_data`` under which stands what leads back to the source."""

_SURROGATES = re.compile("[\\ud800-\\udfff]")

SOURCE, READING = "source", "reading"


@frozen
class _Part:
    """What a span says: where it stands in the doc's text, and its label, id and entity."""

    start: int
    end: int
    label: str
    id: str = ""
    entity: str = ""


Groups = dict[str, list[_Part]]


def to_doc(
    cable: Cable, nlp: "spacy.language.Language", *, text: str = SOURCE
) -> "spacy.tokens.Doc":
    """Give a cable as a spaCy ``Doc``: the text, tokenized by ``nlp``, through all of its pipes.

    ``text="source"`` is the copy as it stands, so that offsets are the source's; ``"reading"`` is
    ``cable.text``, the clean narrative. ``doc.spans`` has a group for each kind of part: ``fields``
    (the evidence of the header's values, labelled with the field), ``addressees``, ``tags``,
    ``references``, ``headings``, ``paragraphs``, ``redactions``, ``repairs``, ``defects`` and
    ``segments``. Spans begin and end where the cable's do, to the character. What does not stand in
    the text, as a field in the reading, has none. :func:`source_span` leads any span of the doc
    back to the source, one that a pipe found too.

    A lone surrogate, which spaCy can't hold, becomes U+FFFD: one character, as it was.

    Raises ``ValueError`` for another ``text``, ``TypeError`` for an ``nlp`` that is no pipeline,
    and ``MissingExtraError`` without spaCy. A tokenizer that does not keep the text is a
    ``ValueError`` too.
    """
    if text not in {SOURCE, READING}:
        raise ValueError(f"text is {SOURCE!r} or {READING!r}, not {text!r}")
    try:
        tokens = import_module("spacy.tokens")
    except ImportError as error:
        raise MissingExtraError("a Doc", "spaCy", "spacy") from error
    if not hasattr(nlp, "tokenizer") or not hasattr(nlp, "vocab"):
        kind = type(nlp).__name__
        raise TypeError(f"nlp is a pipeline of spaCy, spacy.blank('en') say, not a {kind}")
    if text == SOURCE:
        content, runs, groups = cable.source.text, TextMap().runs, _in_source(cable)
    else:
        content, runs, groups = cable.text, cable.text_map.runs, _in_reading(cable)
    content = _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", content)
    words, spaces = _tokens(content, groups, nlp)
    doc = tokens.Doc(nlp.vocab, words=words, spaces=spaces)
    if doc.text != content:
        raise ValueError("the tokenizer of nlp changes the text, so that no offset would be true")
    for name, parts in groups.items():
        doc.spans[name] = [
            doc.char_span(one.start, one.end, one.label, kb_id=one.entity, span_id=one.id)
            for one in parts
        ]
    doc.user_data[USER_DATA] = {
        "name": cable.source.name,
        "digest": cable.source.data_digest,
        "mrn": None if cable.mrn is None else str(cable.mrn),
        "runs": [list(run) for run in runs],
    }
    return nlp(doc)


def source_span(span: "spacy.tokens.Span") -> Span:
    """Give where a span of a doc that :func:`to_doc` made stands in the source.

    Raises ``ValueError`` for a span of another doc.
    """
    data = span.doc.user_data.get(USER_DATA)
    if data is None:
        raise ValueError("the span is of a doc that cableparse.to_doc did not make")
    text_map = TextMap(tuple((at, origin) for at, origin in data["runs"]))
    return text_map.span(span.start_char, span.end_char)


# ---------------------------------------------------------------- parts


def _in_source(cable: Cable) -> Groups:
    groups = {
        "fields": [
            _Part(span.start, span.end, name)
            for name, evidence in cable.evidence.items()
            for span in evidence.spans
        ],
        "addressees": [
            *(_Part(one.span.start, one.span.end, "action") for one in cable.action),
            *(_Part(one.span.start, one.span.end, "info") for one in cable.info),
        ],
        "tags": [
            _Part(one.span.start, one.span.end, one.kind.value, entity=one.code)
            for one in cable.tags
        ],
        "references": [
            _Part(
                one.span.start,
                one.span.end,
                one.kind.value,
                id=one.label or "",
                entity=str(one.mrn or ""),
            )
            for one in cable.references
        ],
        "headings": [_Part(one.span.start, one.span.end, "heading") for one in cable.headings],
        "paragraphs": [
            _Part(one.span.start, one.span.end, "paragraph", id=_number(one.number))
            for one in cable.paragraphs
        ],
        **_annotations(cable),
        "segments": [_Part(one.span.start, one.span.end, str(one.kind)) for one in cable.segments],
    }
    return {name: _with_text(parts) for name, parts in groups.items()}


def _in_reading(cable: Cable) -> Groups:
    """Give what stands in the clean narrative."""
    text, text_map = cable.text, cable.text_map
    groups: Groups = {name: [] for name in _in_source(cable)}
    at = 0
    for part in cable.body.parts:
        if part.text:
            end = at + len(part.text)
            if isinstance(part, Heading):
                groups["headings"].append(_Part(at, end, "heading"))
            else:
                paragraph = _Part(at, end, "paragraph", id=_number(part.number))
                groups["paragraphs"].append(paragraph)
            at = end + len("\n\n")
    for name, parts in _annotations(cable).items():
        for one in parts:
            start, end = text_map.offset(one.start), text_map.offset(one.end)
            shown = text[start:end]
            start += len(shown) - len(shown.lstrip())
            groups[name].append(_Part(start, start + len(shown.strip()), one.label))
    return {name: _with_text(parts) for name, parts in groups.items()}


def _annotations(cable: Cable) -> Groups:
    return {
        name: [
            _Part(one.span.start, one.span.end, one.code) for one in several if one.span is not None
        ]
        for name, several in (
            ("redactions", cable.redactions),
            ("repairs", cable.repairs),
            ("defects", cable.defects),
        )
    }


def _with_text(parts: Iterable[_Part]) -> list[_Part]:
    """Give the parts that are not empty, in order."""
    return sorted((p for p in parts if p.start < p.end), key=lambda part: (part.start, part.end))


def _number(number: int | None) -> str:
    return "" if number is None else str(number)


# ---------------------------------------------------------------- tokens


def _tokens(text: str, groups: Groups, nlp: Any) -> tuple[list[str], list[bool]]:
    """Give the words of the text, and whether a space follows each; every part can be cut out."""
    starts = {part.start for parts in groups.values() for part in parts}
    ends = {part.end for parts in groups.values() for part in parts}
    words: list[str] = []
    spaces: list[bool] = []
    for start, end in pairwise(sorted({0, *starts, *ends, len(text)})):
        piece = text[start:end]
        if words and not spaces[-1] and piece[0] == " " and start not in starts:
            spaces[-1] = True  # the space is the last word's own, as if nothing had been cut
            piece = piece[1:]
        if not piece:
            if end in ends:
                _part_off(words, spaces)
            continue
        for token in nlp.tokenizer(piece):
            words.append(token.text)
            spaces.append(bool(token.whitespace_))
        if spaces and spaces[-1] and end in ends:
            _part_off(words, spaces)
    return words, spaces


def _part_off(words: list[str], spaces: list[bool]) -> None:
    """Make the space that follows the last word a token, for a part ends behind it."""
    spaces[-1] = False
    words.append(" ")
    spaces.append(False)
