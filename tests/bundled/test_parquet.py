"""The Parquet exporter, and the schema that it writes with."""

import subprocess
import sys
from pathlib import Path

import attrs
import pytest

import cableparse
from archives import CABLE, archive
from cableparse import Cable, ExportRefusedError, MissingExtraError, Parser, export
from cableparse_plugins.export import parquet

arrow = pytest.importorskip("pyarrow")
import pyarrow.parquet  # noqa: E402

PARSER = Parser(autoload="bundled")
EXPORTER = PARSER.exporter("parquet")
SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("archive") / "cables.parquet"
    export(SEEDS, target, parser=PARSER)
    return target


def of_texts(path: Path, *texts: str) -> list[dict]:
    with EXPORTER.open(path) as writer:
        for text in texts:
            writer.write(PARSER.parse(text, format="telegram", name="a.txt"))
    return arrow.parquet.read_table(path).to_pylist()


def parts(path: Path) -> list[str]:
    return sorted(part.name for part in path.iterdir())


# ---------------------------------------------------------------- the schema


def test_the_columns_are_the_fields_and_the_views() -> None:
    fields = [field.name for field in attrs.fields(Cable)]
    views = ["title", "headings", "paragraphs", "summary", "comment", "text"]
    assert cableparse.arrow_schema().names == [*fields, *views]


def test_a_part_has_the_schema(target: Path) -> None:
    (part,) = target.iterdir()
    schema = arrow.parquet.read_schema(part)
    assert schema.equals(cableparse.arrow_schema())
    assert schema.field("sent_at").type == arrow.timestamp("us", tz="UTC")
    assert [field.name for field in schema.field("mrn").type] == ["id", "year", "post", "serial"]


def test_a_writer_that_is_open_has_not_imported_pyarrow_yet(tmp_path: Path) -> None:
    script = (
        "import sys, cableparse\n"
        "exporter = cableparse.Parser(autoload='bundled').exporter('parquet')\n"
        "with exporter.open(sys.argv[1]):\n"
        "    print('pyarrow' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "out.parquet")],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    assert done.stdout == "False\n"


def test_without_pyarrow_the_extra_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setattr(parquet, "_CONVERT", {})
    said = r"needs pyarrow, which is not installed: pip install 'cableparse\[parquet\]'"
    with pytest.raises(MissingExtraError, match=said):
        cableparse.arrow_schema()
    with pytest.raises(MissingExtraError, match=said):
        EXPORTER.encode(PARSER.parse("TAGS: ETRD\n", format="telegram"))
    with pytest.raises(MissingExtraError, match=said):
        export(SEEDS / "clean.txt", tmp_path / "out.parquet", parser=PARSER)
    assert list(tmp_path.iterdir()) == []


# ---------------------------------------------------------------- values


def test_a_row_holds_all_that_the_json_form_holds(target: Path) -> None:
    rows = arrow.parquet.read_table(target).to_pylist()
    cables = list(PARSER.scan(SEEDS))
    assert len(rows) == len(cables)
    for row, cable in zip(rows, cables, strict=True):
        assert isinstance(cable, Cable)
        assert row["source"]["text"] == cable.source.text
        assert row["sent_at"] == cable.sent_at
        assert row["mrn"] is cable.mrn is None or row["mrn"]["id"] == str(cable.mrn)
        assert dict(row["metadata"]) == dict(cable.metadata)
        assert [one["text"] for one in row["paragraphs"]] == [p.text for p in cable.paragraphs]
        assert [one["code"] for one in row["defects"]] == [one.code for one in cable.defects]
        where = [(one["span"]["start"], one["span"]["end"]) for one in row["segments"]]
        assert where == [(one.span.start, one.span.end) for one in cable.segments]
        assert set(dict(row["evidence"])) == set(cable.evidence)
        assert (row["title"], row["text"]) == (cable.title, cable.text)


def test_what_is_lost_is_null(tmp_path: Path) -> None:
    (row,) = of_texts(tmp_path / "a.parquet", "SUBJECT: LOCKS\n")
    assert row["mrn"] is row["sent_at"] is row["classification"] is row["summary"] is None
    assert (row["tags"], row["metadata"]) == ([], [])


def test_a_lone_surrogate_has_its_number_and_a_number_too_large_is_null(tmp_path: Path) -> None:
    number = "9" * 30
    text = f"TAGS: ETRD\nSUBJECT: LOCKS \ud800\nREF: 08 OSLO {number}\n\n1. (U) Shut.\n"
    (row,) = of_texts(tmp_path / "a.parquet", text)
    assert "LOCKS \\ud800" in row["subject"]
    for one in row["references"]:
        assert one["mrn"] is None or one["mrn"]["serial"] is None or one["mrn"]["serial"] < 2**63


# ---------------------------------------------------------------- parts


def test_a_part_has_a_bounded_number_of_rows_and_of_characters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [CABLE.format(number=number, referred=1) for number in range(5)]
    monkeypatch.setattr(parquet, "_ROWS", 2)
    assert len(of_texts(tmp_path / "few.parquet", *texts)) == 5
    assert parts(tmp_path / "few.parquet") == [f"part-{n:05d}.parquet" for n in range(3)]
    monkeypatch.setattr(parquet, "_CHARACTERS", 1)
    assert len(of_texts(tmp_path / "each.parquet", *texts)) == 5
    assert len(parts(tmp_path / "each.parquet")) == 5


def test_a_folder_without_cables_has_the_columns(tmp_path: Path) -> None:
    assert of_texts(tmp_path / "a.parquet") == []
    table = arrow.parquet.read_table(tmp_path / "a.parquet")
    assert table.schema.names == cableparse.arrow_schema().names


def test_a_part_that_cannot_be_written_leaves_no_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(table: object, file: object, **options: object) -> None:
        file.write(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pyarrow.parquet, "write_table", full)
    with pytest.raises(OSError, match="No space left"):
        of_texts(tmp_path / "a.parquet", "SUBJECT: LOCKS\n")
    assert parts(tmp_path / "a.parquet") == []


def test_a_folder_with_something_else_is_refused(tmp_path: Path) -> None:
    (folder := tmp_path / "a.parquet").mkdir()
    (folder / "thesis.txt").write_text("mine")
    with pytest.raises(ExportRefusedError, match=r"holds something else \(thesis.txt\)"):
        export(SEEDS, folder, parser=PARSER)
    assert parts(folder) == ["thesis.txt"]


def test_a_file_is_refused(tmp_path: Path) -> None:
    (file := tmp_path / "a.parquet").write_text("mine")
    with pytest.raises(ExportRefusedError, match="is a file, and Parquet is written to a folder"):
        export(SEEDS, file, parser=PARSER)
    assert file.read_text() == "mine"


def test_a_folder_that_lost_parts_is_not_gone_on_with(tmp_path: Path) -> None:
    of_texts(tmp_path / "a.parquet", "SUBJECT: LOCKS\n")
    with (
        pytest.raises(ExportRefusedError, match="fewer parts than its journal says"),
        EXPORTER.resume(tmp_path / "a.parquet", 2),
    ):
        pass


def test_a_stream_is_refused() -> None:
    with pytest.raises(TypeError, match="written to a folder"):
        EXPORTER.open(sys.stdout)


# ---------------------------------------------------------------- who reads it


def test_duckdb_reads_it(target: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    found = duckdb.sql(
        f"select mrn.id, len(paragraphs), tags[1].code from '{target}/*.parquet'"
        " where title like 'Nova Scotia%' order by mrn.id limit 1"
    ).fetchall()
    cable = PARSER.read(SEEDS / "clean.txt")
    assert found == [(str(cable.mrn), len(cable.paragraphs), cable.tags[0].code)]


def test_polars_reads_it(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Else it warns of every fork from here on, and other tests fork; it asks when it is imported.
    monkeypatch.setenv("POLARS_ALLOW_FORKING_THREAD", "1")
    polars = pytest.importorskip("polars")
    table = polars.read_parquet(target)
    assert table.height == len(list(PARSER.scan(SEEDS)))
    assert table.select(polars.col("mrn").struct.field("id")).to_series()[0] is not None


def test_pandas_reads_it(target: Path) -> None:
    pandas = pytest.importorskip("pandas")
    table = pandas.read_parquet(target)
    assert list(table.columns) == cableparse.arrow_schema().names


def test_two_workers_write_what_one_writes(tmp_path: Path) -> None:
    folder = archive(tmp_path / "many", 80)
    for workers in (1, 2):
        export(folder, tmp_path / f"{workers}.parquet", parser=PARSER, workers=workers)
    one, two = ((tmp_path / f"{n}.parquet" / "part-00000.parquet") for n in (1, 2))
    assert one.read_bytes() == two.read_bytes()
