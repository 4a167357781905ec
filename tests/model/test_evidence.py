"""Evidence that is kept as plain offsets until somebody asks."""

import pickle

import pytest

from cableparse import Evidence, FrozenMap, Provenance, Span
from cableparse.model.evidence import EvidenceMap
from cableparse.model.jsonform import make_converter

PLACES = {
    "tags": (Provenance.PRINTED, [(6, 10), Span(11, 13)]),
    "mrn": (Provenance.METADATA, []),
}
MADE = FrozenMap(
    {
        "tags": Evidence(how=Provenance.PRINTED, spans=(Span(6, 10), Span(11, 13))),
        "mrn": Evidence(how=Provenance.METADATA),
    }
)


def test_it_is_the_mapping_that_its_places_say() -> None:
    assert EvidenceMap(PLACES) == MADE
    assert hash(EvidenceMap(PLACES)) == hash(MADE)
    assert repr(EvidenceMap(PLACES)) == repr(MADE)


def test_it_pickles_as_a_plain_mapping() -> None:
    assert type(pickle.loads(pickle.dumps(EvidenceMap(PLACES)))) is FrozenMap
    assert pickle.loads(pickle.dumps(EvidenceMap(PLACES))) == MADE


def test_its_json_form_is_that_of_the_values() -> None:
    assert EvidenceMap(PLACES).plain() == make_converter().unstructure(MADE, FrozenMap[Evidence])


def test_another_attribute_is_missing_as_of_any_object() -> None:
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        EvidenceMap(PLACES).nothing_of_the_kind  # noqa: B018
