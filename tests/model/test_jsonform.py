"""Values to plain dictionaries and back."""

from datetime import UTC, date, datetime

import pytest

from cableparse import MRN, Evidence, FrozenMap, Provenance, Span
from cableparse.model.jsonform import make_converter

CONVERTER = make_converter()


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (Span(1, 2), [1, 2]),
        (
            MRN(year=2008, post="OSLO", serial=12),
            {"id": "08OSLO12", "year": 2008, "post": "OSLO", "serial": 12},
        ),
        (datetime(2008, 5, 14, 17, 45, tzinfo=UTC), "2008-05-14T17:45:00+00:00"),
        (date(2008, 5, 14), "2008-05-14"),
        (
            Evidence(how=Provenance.PRINTED, spans=(Span(0, 1),)),
            {"how": "printed", "spans": [[0, 1]]},
        ),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_value_has_a_plain_form_and_comes_back(value: object, plain: object) -> None:
    assert CONVERTER.unstructure(value) == plain
    assert CONVERTER.structure(plain, type(value)) == value


def test_a_frozen_map_has_a_plain_form_and_comes_back() -> None:
    frozen = FrozenMap({"mrn": Evidence(how=Provenance.DERIVED, spans=(Span(3, 4),))})
    plain = CONVERTER.unstructure(frozen)
    assert plain == {"mrn": {"how": "derived", "spans": [[3, 4]]}}
    assert CONVERTER.structure(plain, FrozenMap[Evidence]) == frozen


def test_a_numbers_compact_id_is_not_what_is_read_back() -> None:
    plain = {"id": "wrong", "year": 2008, "post": "OSLO", "serial": 12}
    assert CONVERTER.structure(plain, MRN) == MRN(year=2008, post="OSLO", serial=12)
