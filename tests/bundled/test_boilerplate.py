"""The boilerplate enricher: relabelled, never deleted."""

import pytest

from cableparse import Layer, Parser, SegmentKind

PARSER = Parser(autoload="bundled", enrich=["boilerplate"])
PLAIN = Parser(autoload="bundled", enrich=False)
TEXT = """\
UNCLAS SECTION 01 OF 02 OSLO 000012

SIPDIS

SIPDIS
SENSITIVE

E.O. 12958: N/A
TAGS: ETRD
SUBJECT: LOCKS

OSLO 00000012  001 OF 002

1. (U) The lock that was opened in the spring is shut, and the boats

OSLO 00000012  002 OF 002

wait for it. The ferry waits as well, as it has since the first

SIPDIS

of May, and

UNCLAS SECTION 02 OF 02 OSLO 000012

so does the mayor.

LARSEN

NNNN
"""


def kinds(parser: Parser, layer: Layer) -> list[SegmentKind]:
    return [segment.kind for segment in parser.parse(TEXT).segments if segment.layer is layer]


@pytest.mark.parametrize(
    "kind", [SegmentKind.PAGE_MARK, SegmentKind.SECTION_HEAD, SegmentKind.RESIDUE]
)
def test_what_interrupts_the_text_becomes_furniture(kind: SegmentKind) -> None:
    assert kind in kinds(PLAIN, Layer.CONTENT)
    assert kind in kinds(PARSER, Layer.FURNITURE)
    assert kind not in kinds(PARSER, Layer.CONTENT)


def test_the_first_of_each_caption_stays_content() -> None:
    content = [
        s.text.strip()
        for s in PARSER.parse(TEXT).segments
        if s.kind is SegmentKind.CAPTION and s.layer is Layer.CONTENT
    ]
    assert content == ["SIPDIS", "SENSITIVE"]


def test_a_repeated_caption_and_one_inside_the_body_are_furniture() -> None:
    assert kinds(PARSER, Layer.FURNITURE).count(SegmentKind.CAPTION) == 2


def test_a_sentence_reads_on() -> None:
    (paragraph,) = PARSER.parse(TEXT).paragraphs
    assert paragraph.text == (
        "The lock that was opened in the spring is shut, and the boats wait for it. "
        "The ferry waits as well, "
        "as it has since the first of May, and so does the mayor."
    )


def test_nothing_is_deleted() -> None:
    enriched, plain = PARSER.parse(TEXT), PLAIN.parse(TEXT)
    assert [(s.kind, s.span, s.text) for s in enriched.segments] == [
        (s.kind, s.span, s.text) for s in plain.segments
    ]
    assert enriched.captions == plain.captions


@pytest.mark.parametrize(
    "kind",
    [
        SegmentKind.SUBJECT,
        SegmentKind.TAGS,
        SegmentKind.CLASSIFICATION,
        SegmentKind.PARAGRAPH,
        SegmentKind.SIGNATURE,
    ],
)
def test_the_cables_own_stays_content(kind: SegmentKind) -> None:
    assert kind in kinds(PARSER, Layer.CONTENT)
    assert kind not in kinds(PARSER, Layer.FURNITURE)


def test_a_cable_without_boilerplate_comes_back_itself() -> None:
    cable = PLAIN.parse("TAGS: ETRD\nSUBJECT: LOCKS\n\n1. (U) Shut.\n", format="telegram")
    (enricher,) = PARSER.enrichers
    assert enricher.enrich(cable) is cable


def test_a_caption_that_stands_in_the_body_alone_is_furniture() -> None:
    text = "TAGS: ETRD\nSUBJECT: LOCKS\n\n1. (U) The lock\n\nNOFORN\nis shut.\n"
    (paragraph,) = PARSER.parse(text, format="telegram").paragraphs
    assert paragraph.text == "The lock is shut."
