"""Reading back a JSON form that somebody changed: an error of its own, or a cable that works."""

import copy
import functools
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cableparse import Cable, Parser, SchemaError, from_dict
from conftest import SPECIMENS, specimens

PARSER = Parser(autoload="bundled")
STYLES = ("chicago", "mla", "bibtex", "csl-json")


@functools.cache
def plain(name: str) -> Any:
    """The JSON form of a specimen; a test changes a copy of it."""
    cable = PARSER.read(SPECIMENS / name)
    return json.loads(json.dumps(cable.to_dict()))


Path = tuple[str | int, ...]


def paths(value: Any, above: Path = ()) -> Iterator[Path]:
    """Give the way to every value in a JSON form but itself."""
    if isinstance(value, dict | list):
        for key, one in value.items() if isinstance(value, dict) else enumerate(value):
            yield (*above, key)
            yield from paths(one, (*above, key))


def changed(name: str, path: Path, value: Any) -> Any:
    """Give the JSON form of a specimen with another value in one place."""
    data = copy.deepcopy(plain(name))
    at = functools.reduce(lambda inside, key: inside[key], path[:-1], data)
    at[path[-1]] = value
    return data


def use(cable: Cable) -> None:
    """Ask a cable for all that it can be asked for without a plugin."""
    assert repr(cable)
    assert hash(cable) == hash(copy.copy(cable))
    assert json.dumps(cable.to_dict(views=True))
    assert isinstance(cable.chunks(), tuple)
    assert all(cable.cite(style) for style in STYLES)
    for maps in (cable.text_map, cable.title_map, cable.summary_map, cable.comment_map):
        assert maps is None or maps.runs
    if cable.mrn is not None:
        assert cable.mrn.formal
        assert cable.mrn.archive_id
        assert cable.mrn.known in {True, False}


numbers = st.integers() | st.integers(-3, 3000) | st.floats()
words = st.text(max_size=8) | st.sampled_from(["paragraph", "heading", "furniture", "2008-05-14"])
simple = st.none() | st.booleans() | numbers | words
values = simple | st.lists(simple, max_size=3) | st.dictionaries(words, simple, max_size=3)


@st.composite
def changes(draw: st.DrawFn) -> tuple[str, Path, Any]:
    """A specimen, the way to one of its values, and what stands there instead."""
    name = draw(st.sampled_from([path.name for path in specimens()]))
    ways = [*paths(plain(name))]
    # As many of the few values at the top as of the many spans below them.
    key = draw(st.sampled_from([*plain(name)]))
    return name, draw(st.sampled_from([way for way in ways if way[0] == key])), draw(values)


@given(st.lists(changes(), min_size=8, max_size=8))
def test_a_changed_value_is_a_schema_error_or_the_cable_works(
    several: list[tuple[str, Path, Any]],
) -> None:
    for change in several:
        try:
            cable = from_dict(changed(*change))
        except SchemaError:
            continue
        use(cable)


def spans() -> dict[Path, tuple[str, Path]]:
    """For each kind of span, ``("tags", "span")`` say: a specimen that has one, and the way."""
    found: dict[Path, tuple[str, Path]] = {}
    for name in (path.name for path in specimens()):
        for way in paths(plain(name)):
            if way[-1] == "span" or "spans" in way[-2:-1]:
                found.setdefault(tuple(key for key in way if isinstance(key, str)), (name, way))
    return found


def test_a_span_is_of_two_whole_numbers_and_lies_within_the_text() -> None:
    kinds = spans()
    assert {kind[0] for kind in kinds} == {
        *("segments", "action", "info", "distribution", "relay", "declassification", "tags"),
        *("references", "classifiers", "redactions", "repairs", "defects", "evidence"),
    }
    for name, way in kinds.values():
        size = len(plain(name)["source"]["text"])
        for value in ([0, size + 1], [0.0, 1], [0, True], [-1, 1], [3, 2], [0], [0, 1, 2], "01"):
            with pytest.raises(SchemaError, match="no cable"):
                from_dict(changed(name, way, value))
