"""Real documents, where they are: beside the repository, or where CABLEPARSE_CORPUS says.

`expected.json` beside them says what a careful reader reads. Nothing of them is kept here.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

import laws
from cableparse import Addressee, Cable, Parser, SegmentKind
from conftest import CORPUS

PARSER = Parser(autoload="bundled")
PLAIN = Parser(autoload="bundled", enrich=False)
EXPECTED = CORPUS / "expected.json"
TRUTH: dict[str, dict[str, Any]] = (
    json.loads(EXPECTED.read_text(encoding="utf-8")) if EXPECTED.is_file() else {}
)


def addressees(found: tuple[Addressee, ...]) -> list[list[str | None]]:
    return [[one.routing, one.name, one.precedence, one.mcn] for one in found]


READERS: dict[str, Callable[[Cable], Any]] = {
    "format": lambda cable: cable.format,
    "mrn": lambda cable: str(cable.mrn) if cable.mrn else None,
    "sent_at": lambda cable: cable.sent_at.isoformat() if cable.sent_at else None,
    "transmission.id": lambda cable: cable.transmission.id if cable.transmission else None,
    "precedence": lambda cable: cable.precedence,
    "origin": lambda cable: cable.origin,
    "action": lambda cable: addressees(cable.action),
    "info": lambda cable: addressees(cable.info),
    "classification": lambda cable: cable.classification,
    "captions": lambda cable: list(cable.captions),
    "sections": lambda cable: cable.sections,
    "tags": lambda cable: [tag.code for tag in cable.tags],
    "subject": lambda cable: cable.subject,
    "references": lambda cable: [
        str(one.mrn.canonical) if one.mrn else None for one in cable.references
    ],
    "paragraphs": lambda cable: [p.number for p in cable.paragraphs if p.number is not None],
    "portions": lambda cable: [p.portion for p in cable.paragraphs if p.number is not None],
    "repairs": lambda cable: len(cable.repairs),
    "page_marks": lambda cable: sum(s.kind is SegmentKind.PAGE_MARK for s in cable.segments),
    "signers": lambda cable: list(cable.signers),
    "headings": lambda cable: len(cable.headings),
}
# One printed marker, one joined sentence, one absent word each has a test below; what is written in
# words for a person is compared by nobody.
CASES = [
    pytest.param(name, key, id=f"{name}-{key}")
    for name, truth in TRUTH.items()
    for key in truth
    if key in READERS
]
NAMES = list(TRUTH)
NOTHING = [pytest.param("", "", marks=pytest.mark.skip(f"no truth: {EXPECTED} is not there"))]


@pytest.fixture(scope="module")
def cables(corpus: list[Path]) -> dict[str, Cable]:
    return {path.name: PARSER.read(path) for path in corpus}


def test_a_real_document_keeps_the_laws(document: Path) -> None:
    laws.check_all(PARSER.read(document))
    laws.check_all(PLAIN.read(document))


def test_a_real_document_has_the_same_text_with_and_without_enrichers(document: Path) -> None:
    assert PARSER.read(document).source == PLAIN.read(document).source


def test_a_real_document_is_enriched_once_and_for_all(document: Path) -> None:
    cable = PARSER.read(document)
    again = cable
    for enricher in PARSER.enrichers:
        again = enricher.enrich(again)
    assert again == cable


def test_a_real_document_shows_its_printed_numbers_without_repairs(document: Path) -> None:
    cable = PARSER.read(document)
    undone = attrs.evolve(cable, repairs=())
    for paragraph in undone.paragraphs:
        assert paragraph.printed is None or str(paragraph.number) in paragraph.printed


@pytest.mark.parametrize(("name", "key"), CASES or NOTHING)
def test_a_real_documents_field_is_what_a_reader_reads(
    cables: dict[str, Cable], name: str, key: str
) -> None:
    assert READERS[key](cables[name]) == TRUTH[name][key]


@pytest.mark.parametrize("name", NAMES or [pytest.param("", marks=NOTHING[0].marks)])
def test_a_real_documents_printed_markers_are_kept(cables: dict[str, Cable], name: str) -> None:
    printed = {str(p.number): p.printed for p in cables[name].paragraphs}
    for number, marker in TRUTH[name].get("printed", {}).items():
        assert printed[number] == marker


@pytest.mark.parametrize("name", NAMES or [pytest.param("", marks=NOTHING[0].marks)])
def test_a_real_documents_sentences_read_on(cables: dict[str, Cable], name: str) -> None:
    for number, words in TRUTH[name].get("joined", {}).items():
        texts = [
            " ".join(p.text.split()) for p in cables[name].paragraphs if p.number == int(number)
        ]
        assert any(words in text for text in texts), number


@pytest.mark.parametrize("name", NAMES or [pytest.param("", marks=NOTHING[0].marks)])
def test_what_is_around_a_real_document_is_not_in_its_text(
    cables: dict[str, Cable], name: str
) -> None:
    text = " ".join(cables[name].text.split())
    assert [words for words in TRUTH[name].get("not_in_text", []) if words in text] == []
