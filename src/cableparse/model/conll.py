"""A spaCy ``Doc`` in CoNLL's form: a token a line with its tag, for training and for comparing."""

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING

from cableparse.model.errors import MissingExtraError

if TYPE_CHECKING:
    import spacy.tokens


def to_conll(doc: "spacy.tokens.Doc", group: str = "fields") -> str:
    r"""Give a doc's tokens, one a line, a tab, and the tag of a group of its spans.

    The tags are those of CoNLL-2003's second scheme (IOB2): ``B-tags`` where a span begins,
    ``I-tags`` within it, ``O`` outside. Of spans that share a token the longest counts, and white
    space is no token. An empty line stands between sentences where a pipe found them, and else
    where the text has one. Raises ``ValueError`` for a group that the doc has not, and
    ``MissingExtraError`` without spaCy.
    """
    try:
        util = import_module("spacy.util")
    except ImportError as error:
        raise MissingExtraError("CoNLL", "spaCy", "spacy") from error
    if group not in doc.spans:
        others = ", ".join(doc.spans) or "none at all; cableparse.to_doc makes docs that have some"
        raise ValueError(f"the doc has no spans {group!r}, but {others}")
    tags: dict[int, str] = {}
    for span in util.filter_spans(doc.spans[group]):
        words = [token.i for token in span if not token.is_space]
        tags.update((at, f"I-{span.label_}") for at in words)
        tags.update((at, f"B-{span.label_}") for at in words[:1])
    return "\n\n".join(_blocks(doc, tags)) + "\n"


def _blocks(doc: "spacy.tokens.Doc", tags: dict[int, str]) -> Iterator[str]:
    """Give the lines of each sentence or, where none are known, of each block of the text."""
    sentences = doc.has_annotation("SENT_START")
    lines: list[str] = []
    for token in doc:
        ended = token.is_sent_start if sentences else token.text.count("\n") > 1
        if ended and lines:
            yield "\n".join(lines)
            lines = []
        if not token.is_space:
            lines.append(f"{token.text}\t{tags.get(token.i, 'O')}")
    if lines:
        yield "\n".join(lines)
