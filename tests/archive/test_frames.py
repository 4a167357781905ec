"""Cables as data frames: the tables of SQLite, typed, and what could not be read beside them."""

import re
import subprocess
import sys
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import attrs
import pytest

import cableparse
from cableparse import (
    MRN,
    TABLES,
    Cable,
    EmptyInputError,
    Failure,
    MissingExtraError,
    Parser,
    table_rows,
    to_arrow,
    to_pandas,
    to_polars,
)
from cableparse.archive import frames
from conftest import SPECIMENS

PARSER = Parser(autoload="bundled")
CABLES = [one for one in PARSER.scan(SPECIMENS) if isinstance(one, Cable)]


@pytest.fixture
def polars(monkeypatch: pytest.MonkeyPatch) -> Any:
    # Else it warns of every fork from here on, and other tests fork; it asks when it is imported.
    monkeypatch.setenv("POLARS_ALLOW_FORKING_THREAD", "1")
    return pytest.importorskip("polars")


def read(text: str, name: str = "a.txt") -> Cable:
    return PARSER.parse(text, format="telegram", name=name)


# ---------------------------------------------------------------- the tables


def test_the_tables_are_those_of_the_database() -> None:
    schema = files("cableparse_plugins.export.sqlite").joinpath("schema.sql").read_text("utf-8")
    found = {}
    for name, body in re.findall(r'create table "?(\w+)"? \((.*?)\n\);', schema, re.DOTALL):
        columns = re.findall(r"^    (\w+) ", body, re.MULTILINE)
        found[name] = [one for one in columns if one not in {"id", "cable_id"}]
    assert found == {table: list(columns) for table, columns in TABLES.items()}


@pytest.mark.parametrize("cable", CABLES, ids=lambda cable: cable.source.name.split("/")[-1])
def test_a_row_has_a_value_of_its_type_for_each_column(cable: Cable) -> None:
    rows = table_rows(cable)
    assert list(rows) == list(TABLES)
    for table, several in rows.items():
        for row in several:
            for value, kind in zip(row, TABLES[table].values(), strict=True):
                type_ = tuple if kind == tuple[str, ...] else kind
                assert value is None or type(value) is type_, (table, row)


# ---------------------------------------------------------------- Arrow


def test_an_arrow_table_has_the_rows_of_all_cables_in_order() -> None:
    pytest.importorskip("pyarrow")
    tables = to_arrow(CABLES)
    assert list(tables) == [*TABLES, "failures"]
    for table, columns in TABLES.items():
        names = ["id" if table == "cables" else "cable_id", *columns]
        assert tables[table].column_names == names
        rows = [
            (number, *row)
            for number, cable in enumerate(CABLES, start=1)
            for row in table_rows(cable)[table]
        ]
        given = [
            tuple(tuple(v) if isinstance(v, list) else v for v in row.values())
            for row in tables[table].to_pylist()
        ]
        assert given == rows, table
    assert all(tables[table].num_rows for table in TABLES)


def test_rows_are_put_away_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyarrow")
    whole = to_arrow(CABLES[:7])
    for name, most in (("_CABLES", 3), ("_CHARACTERS", 1)):
        monkeypatch.setattr(frames, name, most)
        batched = to_arrow(iter(CABLES[:7]))
        assert batched == whole
        assert batched["cables"].column("id").num_chunks == (3 if name == "_CABLES" else 7)


def test_no_cable_gives_tables_without_rows() -> None:
    pytest.importorskip("pyarrow")
    tables = to_arrow([])
    assert {table.num_rows for table in tables.values()} == {0}
    assert tables["cables"].schema == to_arrow(CABLES[:1])["cables"].schema


def test_what_could_not_be_read_is_a_table_too() -> None:
    pytest.importorskip("pyarrow")
    failure = Failure(name="none.txt", error=EmptyInputError("none.txt"))
    tables = to_arrow([CABLES[0], failure, CABLES[1]])
    assert tables["failures"].to_pylist() == [
        {
            "name": "none.txt",
            "error": "EmptyInputError",
            "message": "none.txt: is empty: there is no text to read",
        }
    ]
    assert tables["cables"].column("id").to_pylist() == [1, 2]


def test_values_that_arrow_has_no_form_for_are_said_or_null() -> None:
    pytest.importorskip("pyarrow")
    cable = read("SUBJECT: A \ud83d B\n\n1. \ud83d x\n", name="\udcff.txt")
    cable = attrs.evolve(cable, mrn=MRN(year=2008, post="OSLO", serial=2**70), captions=("\ud83d",))
    tables = to_arrow([cable])
    (row,) = tables["cables"].to_pylist()
    assert (row["name"], row["serial"], row["captions"]) == (r"\udcff.txt", None, [r"\ud83d"])
    assert row["mrn"] == f"08OSLO{2**70}"
    assert tables["paragraphs"].column("text").to_pylist() == [r"\ud83d x"]


# ---------------------------------------------------------------- frames


def test_pandas_has_typed_columns_and_missing_values() -> None:
    pandas = pytest.importorskip("pandas")
    found = to_pandas(CABLES)
    assert list(found) == [*TABLES, "failures"]
    cables = found["cables"]
    assert isinstance(cables, pandas.DataFrame)
    assert str(cables["sent_at"].dtype) == "timestamp[us, tz=UTC][pyarrow]"
    assert str(found["paragraphs"]["number"].dtype) == "int64[pyarrow]"
    assert list(cables["mrn"].isna()) == [cable.mrn is None for cable in CABLES]
    assert list(cables["sent_at"].dropna().dt.year) == [
        cable.sent_at.year for cable in CABLES if cable.sent_at
    ]
    joined = found["paragraphs"].merge(cables, left_on="cable_id", right_on="id")
    assert len(joined) == sum(len(cable.paragraphs) for cable in CABLES)


def test_polars_has_typed_columns_and_missing_values(polars: Any) -> None:
    found = to_polars(CABLES)
    assert list(found) == [*TABLES, "failures"]
    cables = found["cables"]
    assert isinstance(cables, polars.DataFrame)
    assert cables.schema["sent_at"] == polars.Datetime("us", "UTC")
    assert cables.schema["captions"] == polars.List(polars.String)
    assert cables["sent_at"].to_list() == [cable.sent_at for cable in CABLES]
    numbers = [paragraph.number for cable in CABLES for paragraph in cable.paragraphs]
    assert found["paragraphs"]["number"].to_list() == numbers


# ---------------------------------------------------------------- refusals


@pytest.mark.parametrize("make", [to_arrow, to_pandas])
@pytest.mark.parametrize(
    ("given", "said"),
    [
        (CABLES[0], "takes several cables, not a Cable: put it into a list"),
        ("seeds", "takes several cables, not a str: cableparse.scan reads files"),
        ([CABLES[0], "seeds"], "takes several cables, not a str: cableparse.scan reads files"),
        ([None], "takes several cables, not a NoneType"),
    ],
    ids=["one", "path", "paths", "none"],
)
def test_what_is_no_cable_is_refused(make: Callable[[Any], Any], given: Any, said: str) -> None:
    pytest.importorskip("pandas")
    with pytest.raises(TypeError, match=f"{make.__name__} {said}"):
        make(given)


@pytest.mark.parametrize(
    ("make", "what", "missing", "extra"),
    [
        (to_arrow, "an Arrow table", "pyarrow", "parquet"),
        (to_pandas, "a pandas frame", "pandas", "pandas"),
        (to_pandas, "a pandas frame", "pyarrow", "pandas"),
        (to_polars, "a Polars frame", "polars", "polars"),
        (to_polars, "a Polars frame", "pyarrow", "polars"),
    ],
)
def test_without_a_library_its_extra_is_named(
    make: Callable[[Any], Any],
    what: str,
    missing: str,
    extra: str,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    if make is to_polars and missing == "pyarrow":
        request.getfixturevalue("polars")
    if make is to_pandas and missing == "pyarrow":
        pytest.importorskip("pandas")
    monkeypatch.setitem(sys.modules, missing, None)
    said = f"{what} needs {missing}, which is not installed: pip install 'cableparse[{extra}]'"
    with pytest.raises(MissingExtraError, match=re.escape(said)):
        make(CABLES[:1])


def test_no_library_of_frames_is_imported_before_it_is_asked_for() -> None:
    code = (
        "import sys, cableparse\ncableparse.parse('SUBJECT: X', format='telegram')\n"
        "print([name for name in ('pandas', 'polars', 'pyarrow', 'numpy') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"
    assert cableparse.to_pandas is to_pandas
