"""What is printed for the page and not for the reader: relabelled as furniture, never deleted.

Page marks, section heads, captions that a copy repeats and residue behind the end interrupt the
text; as furniture they are left out of every view, and a sentence that one of them split reads on.
"""

from collections.abc import Iterable, Iterator, Sequence

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
_CAPTION, _FURNITURE = SegmentKind.CAPTION, Layer.FURNITURE
_BODY = frozenset({SegmentKind.PARAGRAPH, SegmentKind.TEXT, SegmentKind.HEADING})


class BoilerplateEnricher:
    """Relabels what interrupts the text."""

    name = "boilerplate"
    after: tuple[str, ...] = ()
    relabels = True

    def enrich(self, cable: Cable) -> Cable:
        """Move boilerplate segments to the furniture layer."""
        boilerplate = list(_boilerplate(cable.segments))
        if not boilerplate:
            return cable
        segments = list(cable.segments)
        for number in boilerplate:
            one = segments[number]
            segments[number] = Segment(
                kind=one.kind, span=one.span, layer=_FURNITURE, text=one.text
            )
        return cable.evolve(segments=tuple(segments))


def _boilerplate(segments: Sequence[Segment]) -> Iterator[int]:
    """Give the numbers of the segments to relabel.

    A caption is one of them where it stands in the body or says what one before it said.
    """
    captions: set[str] = set()
    in_body = False
    for number, segment in enumerate(segments):
        kind = segment.kind
        if kind in _BODY:
            in_body = True
        elif kind in _ALWAYS:
            if segment.layer is not _FURNITURE:
                yield number
        elif kind is _CAPTION:
            text = " ".join(segment.text.split())
            if (in_body or text in captions) and segment.layer is not _FURNITURE:
                yield number
            captions.add(text)


@hookimpl
def cableparse_enrichers() -> Iterable[Enricher]:
    """Register the enricher."""
    return [BoilerplateEnricher()]
