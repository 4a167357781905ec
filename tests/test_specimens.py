"""The specimens read as a careful reader reads them: `truth.json`, in words `docs/specimens.md`."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import laws
from cableparse import Cable, Parser, SegmentKind, even
from conftest import specimens

PARSER = Parser(autoload="bundled")
TRUTH: dict[str, dict[str, Any]] = json.loads(
    (Path(__file__).parent / "truth.json").read_text(encoding="utf-8")
)


def text_of(cable: Cable) -> str:
    return " ".join(cable.text.split())


def sent_at(cable: Cable) -> str | None:
    return cable.sent_at.isoformat() if cable.sent_at else None


# How each key is read off a cable, except for those that a test of their own looks at.
READERS: dict[str, Callable[[Cable], Any]] = {
    "format": lambda cable: cable.format,
    "mrn": lambda cable: str(cable.mrn) if cable.mrn else None,
    "sent_at": sent_at,
    "precedence": lambda cable: cable.precedence,
    "origin": lambda cable: cable.origin,
    "classification": lambda cable: cable.classification,
    "captions": lambda cable: list(cable.captions),
    "sections": lambda cable: cable.sections,
    "tags": lambda cable: [tag.code for tag in cable.tags],
    "subject": lambda cable: cable.subject,
    "references": lambda cable: [
        str(one.mrn.canonical) if one.mrn else None for one in cable.references
    ],
    "paragraphs": lambda cable: [p.number for p in cable.paragraphs if p.number is not None],
    "signers": lambda cable: list(cable.signers),
    "page_marks": lambda cable: sum(s.kind is SegmentKind.PAGE_MARK for s in cable.segments),
    "headings": lambda cable: len(cable.headings),
    "redactions": lambda cable: len(cable.redactions),
    "encoding": lambda cable: cable.source.encoding,
}
ELSEWHERE = {"printed", "joined", "not_in_text"}

CASES = [
    pytest.param(name, key, id=f"{name}-{key}")
    for name, truth in TRUTH.items()
    for key in truth
    if key not in ELSEWHERE
]


@pytest.fixture(scope="module")
def cables() -> dict[str, Cable]:
    return {path.name: PARSER.read(path) for path in specimens()}


def test_every_specimen_has_its_truth_and_every_truth_its_specimen() -> None:
    assert {path.name for path in specimens()} == set(TRUTH)


def test_every_key_of_the_truth_is_compared() -> None:
    keys = {key for truth in TRUTH.values() for key in truth}
    assert keys <= set(READERS) | ELSEWHERE


@pytest.mark.parametrize(("name", "key"), CASES)
def test_a_specimens_field_is_what_a_reader_reads(
    cables: dict[str, Cable], name: str, key: str
) -> None:
    assert READERS[key](cables[name]) == TRUTH[name][key]


@pytest.mark.parametrize("name", TRUTH)
def test_the_printed_markers_stay_beside_the_repaired_numbers(
    cables: dict[str, Cable], name: str
) -> None:
    cable = cables[name]
    starts = {repair.span.start for repair in cable.repairs}
    printed = {str(p.number): p.printed for p in cable.paragraphs if p.span.start in starts}
    assert printed == TRUTH[name]["printed"]


@pytest.mark.parametrize("name", TRUTH)
def test_sentences_read_on_across_what_split_them(cables: dict[str, Cable], name: str) -> None:
    for number, words in TRUTH[name]["joined"].items():
        texts = [
            " ".join(p.text.split()) for p in cables[name].paragraphs if p.number == int(number)
        ]
        assert any(words in text for text in texts), (number, words, texts)


@pytest.mark.parametrize("name", TRUTH)
def test_what_is_no_part_of_the_cable_is_not_in_its_text(
    cables: dict[str, Cable], name: str
) -> None:
    text = text_of(cables[name])
    assert [words for words in TRUTH[name]["not_in_text"] if words in text] == []


@pytest.mark.parametrize("name", TRUTH)
def test_what_is_not_in_the_text_is_in_the_source(cables: dict[str, Cable], name: str) -> None:
    source = " ".join(even(cables[name].source.text).split())
    lost = [words for words in TRUTH[name]["not_in_text"] if words not in source]
    # What stands in a page's markup alone is no text of it.
    assert name.endswith(".html") or lost == []


def test_a_specimen_keeps_the_laws(cables: dict[str, Cable], specimen: Path) -> None:
    laws.check_all(cables[specimen.name])


@pytest.mark.parametrize("name", ["clean.txt", "numbering-own-gaps.txt"])
def test_a_sound_copy_is_left_alone(cables: dict[str, Cable], name: str) -> None:
    assert cables[name].repairs == ()
    assert [d for d in cables[name].defects if not d.code.startswith("paragraph.")] == []
