"""A cable's annotations: the copy, its fields, headings, paragraphs, and what was noticed.

Each is about places in one text, ``Cable.source.text``. Positions count code points, as the Web
Annotation Data Model has it for a ``TextPositionSelector``, and as spans do.
"""

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from cableparse import Cable, Heading, Paragraph, Span
from cableparse_plugins.export.in_words import in_words

AROUND = 32
"""How many code points of the text before and behind a quotation are given with it, at least."""
_FARTHEST = 4096
"""How many are at most, where fewer leave the quotation at several places."""
_LOOKS = 4096
"""How often a text is looked through for that, so that time and file grow with its length alone."""

Json = dict[str, Any]


def annotations_of(cable: Cable) -> Iterator[Json]:
    """Give the annotations of a cable, each with its id; of the same copy they are the same."""
    about = _About(cable)
    yield _copy(about)
    yield from _fields(about)
    yield from map(about.part, cable.body.parts)
    for redaction in cable.redactions:
        bodies = [_tag("redaction"), _tag(redaction.code), *_said(redaction.reason)]
        yield about.noticed("redaction", "commenting", redaction, bodies)
    for repair in cable.repairs:
        bodies = [_body("editing", repair.read), _tag(repair.code), *_said(repair.reason)]
        yield about.noticed("repair", "editing", repair, bodies)
    for defect in cable.defects:
        bodies = [*_said(defect.message), _tag("defect"), _tag(defect.code)]
        yield about.noticed("defect", "assessing", defect, bodies)


class _About:
    """Makes annotations of one cable's text."""

    def __init__(self, cable: Cable) -> None:
        self.cable = cable
        self._of = f"{cable.source.data_digest}:{quote(cable.format, safe='')}"
        self._given: dict[str, int] = {}
        self._looks = _LOOKS

    def part(self, part: Heading | Paragraph) -> Json:
        """Give the annotation of a heading or a paragraph."""
        if isinstance(part, Heading):
            bodies = [_tag("heading"), _body("describing", part.text)]
            return self.annotation("heading", "tagging", bodies, [part.span], _place(part.span))
        number = None if part.number is None else f"{part.number}"
        tags = ["paragraph", *(one for one in (number, part.portion) if one)]
        bodies = [_tag(one) for one in tags]
        return self.annotation("paragraph", "tagging", bodies, [part.span], _place(part.span))

    def noticed(self, kind: str, motivation: str, one: Any, bodies: list[Json]) -> Json:
        """Give the annotation of a redaction, a repair or a defect."""
        spans = [] if one.span is None else [one.span]
        where = _place(one.span) if spans else "everywhere"
        annotation = self.annotation(kind, motivation, bodies, spans, f"{one.code}:{where}")
        creator = {
            "id": f"urn:cableparse:plugin:{quote(one.plugin, safe='')}",
            "type": "Software",
            "name": one.plugin,
        }
        return annotation | {"creator": creator}

    def annotation(
        self, kind: str, motivation: str, bodies: list[Json], spans: Iterable[Span], what: str
    ) -> Json:
        """Give an annotation of places, or of the whole text where there are none."""
        targets = [self._target(span) for span in spans]
        # Readers break on a target that is a name alone, as the model has it too.
        everything = {"source": self._source, "selector": []}
        return {
            "id": self._id(f"urn:cableparse:{kind}:{self._of}:{_quoted(what)}"),
            "type": "Annotation",
            "motivation": motivation,
            "body": bodies,
            "target": targets if len(targets) > 1 else (targets or [everything])[0],
        }

    @property
    def _source(self) -> str:
        return f"urn:cableparse:text:{self._of}"

    def _target(self, span: Span) -> Json:
        text = self.cable.source.text
        before, behind = self._around(span)
        quotation = {
            "type": "TextQuoteSelector",
            "exact": span.slice(text),
            "prefix": text[before : span.start],
            "suffix": text[span.end : behind],
        }
        position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
        return {"source": self._source, "selector": [quotation, position]}

    def _around(self, span: Span) -> tuple[int, int]:
        """Give from where to where the text stands nowhere else, as near to the span as is tried.

        Where that is not found, it is what is given at least.
        """
        text = self.cable.source.text
        width = AROUND
        while width <= _FARTHEST and self._looks:
            self._looks -= 1
            before, behind = max(0, span.start - width), span.end + width
            quoted = text[before:behind]
            if text.find(quoted) == before and text.find(quoted, before + 1) < 0:
                return before, behind
            width *= 2
        return max(0, span.start - AROUND), span.end + AROUND

    def _id(self, wanted: str) -> str:
        """Give an id that no other annotation has: two defects may be alike but for their words."""
        before = self._given.get(wanted, 0)
        self._given[wanted] = before + 1
        return f"{wanted}:{before + 1}" if before else wanted


def _copy(about: _About) -> Json:
    source = about.cable.source
    said = f"read as {about.cable.format}, decoded as {source.encoding} ({source.encoding_how})"
    digest = f"SHA-256 of the bytes: {source.data_digest}"
    bodies = [_body("identifying", source.name), *_said(said), *_said(digest)]
    return about.annotation("copy", "identifying", bodies, [], "whole")


def _fields(about: _About) -> Iterator[Json]:
    for name, evidence in about.cable.evidence.items():
        value = getattr(about.cable, name, None)
        bodies = [_tag(name), _tag(evidence.how.value), _body("describing", in_words(value))]
        yield about.annotation("field", "describing", bodies, evidence.spans, name)


def _tag(value: str) -> Json:
    return _body("tagging", value)


def _said(value: str) -> list[Json]:
    return [_body("commenting", value)] if value else []


def _body(purpose: str, value: str) -> Json:
    return {"type": "TextualBody", "purpose": purpose, "value": value}


def _place(span: Span) -> str:
    return f"{span.start}-{span.end}"


def _quoted(text: str) -> str:
    return quote(text, safe=":-._")
