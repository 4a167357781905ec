"""What plugins hand over."""

import pytest

from cableparse import (
    Claim,
    Defect,
    Document,
    Enricher,
    Exporter,
    Format,
    FrozenMap,
    Region,
    RegionKind,
    Span,
)


@pytest.mark.parametrize("score", [0, -0.1, 1.01, 2, float("nan"), float("inf")])
def test_a_score_outside_the_range_is_refused(score: float) -> None:
    with pytest.raises(ValueError, match=r"\(0, 1\]"):
        Claim(score=score, evidence="seen")


@pytest.mark.parametrize("score", [1e-9, 0.5, 1])
def test_a_score_in_the_range_is_taken(score: float) -> None:
    assert Claim(score=score, evidence="seen").score == score


def test_a_claim_needs_its_evidence() -> None:
    with pytest.raises(TypeError):
        Claim(score=1)  # type: ignore[call-arg]


@pytest.mark.parametrize("kind", RegionKind)
def test_a_region_takes_its_kind_as_a_word(kind: RegionKind) -> None:
    assert Region(kind=str(kind), span=Span(0, 1)).kind is kind  # type: ignore[arg-type]


def test_a_region_of_another_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="advertisement"):
        Region(kind="advertisement", span=Span(0, 1))  # type: ignore[arg-type]


def test_a_document_freezes_what_it_is_given() -> None:
    regions = [Region(kind=RegionKind.TELEGRAM, span=Span(0, 1))]
    defects = [Defect(code="mine.lost", message="lost")]
    metadata = {"mrn": "09OSLO1"}
    document = Document(text="a", regions=regions, metadata=metadata, defects=defects)  # type: ignore[arg-type]
    regions.clear()
    defects.clear()
    metadata.clear()
    assert (len(document.regions), len(document.defects)) == (1, 1)
    assert document.metadata == FrozenMap({"mrn": "09OSLO1"})


class Whole:
    name = "whole"
    after = ()
    suffixes = (".x",)

    def claim(self, source): ...
    def read(self, source): ...
    def enrich(self, cable): ...
    def open(self, target): ...


@pytest.mark.parametrize(
    "protocol", [Format, Enricher, Exporter], ids=lambda protocol: protocol.__name__
)
def test_a_protocol_is_met_by_shape_alone(protocol: type) -> None:
    assert isinstance(Whole(), protocol)
    assert not isinstance(object(), protocol)
