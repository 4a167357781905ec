"""The exceptions: helpful, picklable, one family."""

import copy
import inspect
import pickle

import pytest

import cableparse
from cableparse import (
    CableparseError,
    Defect,
    DefectError,
    EmptyInputError,
    ExportError,
    InputError,
    MissingExtraError,
    PluginError,
    PluginFailure,
    StrictError,
)
from cableparse.model import errors

DEFECT = Defect(code="body.missing", message="no body")


def example(kind: type[CableparseError]) -> CableparseError:
    """One exception of each type."""
    if issubclass(kind, StrictError):
        return StrictError("a.txt: 1 defects", [DefectError("body.missing: no body", DEFECT)])
    if issubclass(kind, DefectError):
        return DefectError("body.missing: no body", DEFECT)
    if issubclass(kind, PluginFailure):
        return PluginFailure("scoop", "a.txt", "failed to read")
    if issubclass(kind, PluginError):
        return kind("scoop", "raised")
    if issubclass(kind, EmptyInputError):
        return EmptyInputError("a.txt")
    if issubclass(kind, InputError):
        return kind("a.txt", "can't be read")
    if issubclass(kind, ExportError):
        return kind("out.jsonl", "can't be written")
    if issubclass(kind, MissingExtraError):
        return MissingExtraError("Parquet", "pyarrow", "parquet")
    return kind("no format is called 'x'")


KINDS = [
    kind
    for _, kind in inspect.getmembers(errors, inspect.isclass)
    if issubclass(kind, CableparseError)
]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_an_exception_can_be_pickled_and_copied(kind: type[CableparseError]) -> None:
    error = example(kind)
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert type(twin) is kind
        assert str(twin) == str(error)
        same = {name: value for name, value in vars(error).items() if not name.startswith("_")}
        if kind is not StrictError:
            assert {name: getattr(twin, name) for name in same} == same


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_an_exception_is_public_and_says_when_it_is_raised(kind: type[CableparseError]) -> None:
    assert getattr(cableparse, kind.__name__) is kind
    assert inspect.getdoc(kind)


def test_an_input_error_begins_with_the_inputs_name() -> None:
    assert str(EmptyInputError("a.txt")).startswith("a.txt: ")


def test_a_plugin_error_names_the_plugin() -> None:
    error = PluginFailure("scoop", "a.txt", "failed to read")
    assert "scoop" in str(error)
    assert "a.txt" in str(error)
    assert (error.plugin, error.name) == ("scoop", "a.txt")


def test_a_strict_error_splits_by_defect() -> None:
    other = Defect(code="body.truncated", message="cut")
    group = StrictError("two", [DefectError("one", DEFECT), DefectError("two", other)])
    found, rest = group.split(
        lambda error: isinstance(error, DefectError) and error.defect == DEFECT
    )
    assert isinstance(found, StrictError)
    assert isinstance(rest, StrictError)
    assert [error.defect for error in found.exceptions] == [DEFECT]


def test_a_strict_error_is_caught_by_except_star() -> None:
    caught = []
    try:
        raise StrictError("one", [DefectError("one", DEFECT)])
    except* DefectError as group:
        caught = list(group.exceptions)
    assert [str(error) for error in caught] == ["one"]
