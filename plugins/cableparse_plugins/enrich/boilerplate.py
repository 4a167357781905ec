"""What is printed for the page and not for the reader: relabelled as furniture, never deleted.

Page marks, section heads, captions that a copy repeats and residue behind the end interrupt the
text; as furniture they are left out of every view, and a sentence that one of them split reads on.
"""

from collections.abc import Iterable

from attrs import evolve

from cableparse import Cable, Enricher, Layer, Segment, SegmentKind, hookimpl

_ALWAYS = frozenset(
    {
        SegmentKind.SITE,
        SegmentKind.METADATA,
        SegmentKind.PAGE_MARK,
        SegmentKind.SECTION_HEAD,
        SegmentKind.RESIDUE,
        SegmentKind.REPEATED,
        SegmentKind.RULE,
    }
)
_BODY = frozenset({SegmentKind.PARAGRAPH, SegmentKind.TEXT, SegmentKind.HEADING})


class BoilerplateEnricher:
    """Relabels what interrupts the text."""

    name = "boilerplate"
    after: tuple[str, ...] = ()

    def enrich(self, cable: Cable) -> Cable:
        """Move boilerplate segments to the furniture layer."""
        segments: list[Segment] = []
        captions: set[str] = set()
        in_body = changed = False
        for segment in cable.segments:
            kind = segment.kind
            furniture = kind in _ALWAYS
            if kind is SegmentKind.CAPTION:
                text = " ".join(segment.text.split())
                furniture = in_body or text in captions
                captions.add(text)
            elif kind in _BODY:
                in_body = True
            if furniture and segment.layer is not Layer.FURNITURE:
                span, text = segment.span, segment.text
                segments.append(Segment(kind=kind, span=span, layer=Layer.FURNITURE, text=text))
                changed = True
            else:
                segments.append(segment)
        return evolve(cable, segments=tuple(segments)) if changed else cable


@hookimpl
def cableparse_enrichers() -> Iterable[Enricher]:
    """Register the enricher."""
    return [BoilerplateEnricher()]
