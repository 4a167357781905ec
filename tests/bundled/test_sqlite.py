"""The SQLite exporter: tables that hold together, views, and full-text search."""

import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from importlib.resources import files
from pathlib import Path

import pytest

from archives import CABLE, archive
from cableparse import ExportRefusedError, ExportStoppedError, Parser, export, parse
from cableparse_plugins.export.sqlite.__main__ import metadata

PARSER = Parser(autoload="bundled")
EXPORTER = PARSER.exporter("sqlite")
ROOT = Path(__file__).resolve().parents[2]
NAMED = [
    "cables",
    "paragraphs",
    "headings",
    "references",
    "addressees",
    "tags",
    "signers",
    "classifiers",
    "redactions",
    "repairs",
    "defects",
]


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The specimens, and ten ferries."""
    folder = tmp_path_factory.mktemp("archive")
    target = folder / "cables.db"
    export([ROOT / "seeds", archive(folder / "ferries", 10)], target, parser=PARSER)
    return target


@pytest.fixture
def database(target: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(target)) as database:
        yield database


def of_texts(path: Path, *texts: str) -> sqlite3.Connection:
    with EXPORTER.open(path) as writer:
        for text in texts:
            writer.write(PARSER.parse(text, format="telegram", name="a.txt"))
    return sqlite3.connect(path)


def test_the_database_is_whole(database: sqlite3.Connection) -> None:
    assert database.execute("pragma integrity_check").fetchall() == [("ok",)]
    assert database.execute("pragma foreign_key_check").fetchall() == []
    for table in ("cables_fts", "paragraphs_fts"):  # raises where index and table differ
        database.execute(f"insert into {table} ({table}, rank) values ('integrity-check', 1)")


def test_every_part_of_a_cable_is_in_its_table(target: Path, database: sqlite3.Connection) -> None:
    names = [name for (name,) in database.execute("select name from cables order by id")]
    cables = [PARSER.read(name) for name in names]
    wanted = {
        "cables": len(cables),
        "addressees": sum(len(cable.action) + len(cable.info) for cable in cables),
        "offices": sum(len(cable.distribution) for cable in cables),
        "sources": len(cables),
        "metadata": sum(len(cable.metadata) for cable in cables),
    }
    for table in NAMED:
        if table not in wanted:
            wanted[table] = sum(len(getattr(cable, table)) for cable in cables)
        counted = database.execute(f'select count(*) from "{table}"').fetchone()
        assert counted == (wanted[table],), table
        assert counted > (0,), table


def test_a_value_stands_as_it_was_read(tmp_path: Path) -> None:
    with closing(of_texts(tmp_path / "a.db", CABLE.format(number=3, referred=2))) as database:
        cable = database.execute(
            "select id, mrn, canonical_mrn, year, post, serial, sent_at, precedence,"
            " classification, captions, title from cables"
        ).fetchone()
        assert cable == (
            1, "08HALIFAX3", "08HALIFAX3", 2008, "HALIFAX", 3, "2008-02-14T15:30:00+00:00",
            "ROUTINE", "UNCLASSIFIED", "[]", "Ferry 3 Runs Late",
        )  # fmt: skip
        assert database.execute(
            "select position, number, printed, portion, text from paragraphs"
        ).fetchall() == [
            (1, 1, "1.", "U", "Ferry 3 runs late, the crew said – “again.”"),
            (2, 2, "2.", "SBU", "XXXXXXXXXXXX will watch ferry 3 too."),
        ]
        assert database.execute("select label, mrn from 'references'").fetchall() == [
            ("A", "08HALIFAX2"),
            ("B", "08OSLO99"),
        ]
        printed, start, end, text = database.execute(
            "select printed, span_start, span_end, sources.text from redactions"
            " join sources using (cable_id)"
        ).fetchone()
        assert text[start:end] == printed == "XXXXXXXXXXXX"


def test_what_is_lost_is_null(tmp_path: Path) -> None:
    with closing(of_texts(tmp_path / "a.db", "SUBJECT: LOCKS\n")) as database:
        lost = "select mrn, sent_at, classification, origin, summary from cables"
        assert database.execute(lost).fetchone() == (None,) * 5
        spans = "select span_start from defects where code = 'header.mrn-missing'"
        assert database.execute(spans).fetchone() == (None,)


def test_a_number_that_is_too_large_and_a_lone_surrogate_are_texts(tmp_path: Path) -> None:
    number = "9" * 30
    text = f"UNCLAS OSLO {number}\nTAGS: ETRD\nSUBJECT: LOCKS \ud800 SHUT\nREF: 08 OSLO {number}\n"
    with closing(of_texts(tmp_path / "a.db", text, "SUBJECT: SEALS\n")) as database:
        assert database.execute("select subject from cables").fetchall() == [
            ("LOCKS \\ud800 SHUT",),
            ("SEALS",),
        ]
        assert database.execute("pragma integrity_check").fetchone() == ("ok",)


def test_full_text_search_answers(database: sqlite3.Connection) -> None:
    found = database.execute(
        "select cables.title, paragraphs.number from paragraphs_fts"
        " join paragraphs on paragraphs.id = paragraphs_fts.rowid"
        " join cables on cables.id = paragraphs.cable_id"
        " where paragraphs_fts match 'watches AND ferry AND 7'"
    ).fetchall()
    assert found == [("Ferry 7 Runs Late", 2)]
    subjects = database.execute("select rowid from cables_fts where cables_fts match 'running'")
    assert len(subjects.fetchall()) == 10


def test_the_index_follows_what_a_reader_changes(tmp_path: Path) -> None:
    with closing(of_texts(tmp_path / "a.db", CABLE.format(number=3, referred=2))) as database:
        database.execute("pragma foreign_keys = on")

        def hits(word: str) -> int:
            counted = "select count(*) from paragraphs_fts where paragraphs_fts match ?"
            return database.execute(counted, (word,)).fetchone()[0]

        database.execute("update paragraphs set text = 'the harbor' where number = 1")
        assert (hits("harbor"), hits("crew"), hits("watch")) == (1, 0, 1)
        database.execute("update cables set subject = 'HARBOR'")
        matched = "select count(*) from cables_fts where cables_fts match 'harbor'"
        assert database.execute(matched).fetchone() == (1,)
        database.execute("delete from cables")
        assert hits("watch") == 0
        assert database.execute("select count(*) from tags").fetchone() == (0,)


def test_the_graph_of_references_leads_to_what_is_there_and_what_is_absent(
    database: sqlite3.Connection,
) -> None:
    graph = database.execute(
        "select referring_mrn, referred_mrn, referred.title from reference_graph"
        " left join cables as referred on referred.id = referred_id"
        " where referring_mrn = '08HALIFAX3'"
    ).fetchall()
    assert graph == [
        ("08HALIFAX3", "08HALIFAX2", "Ferry 2 Runs Late"),
        ("08HALIFAX3", "08OSLO99", None),
    ]


def test_losses_are_shares_of_a_formats_cables(tmp_path: Path) -> None:
    whole = CABLE.format(number=3, referred=2)
    lost = whole.replace("TO RUEHC/SECSTATE WASHDC 1200\n", "")
    with closing(of_texts(tmp_path / "a.db", whole, whole, whole, lost)) as database:
        losses = database.execute(
            "select format, cables, share from losses_by_format where code = ?",
            ("header.action-missing",),
        ).fetchall()
    assert losses == [("telegram", 1, 0.25)]


def test_every_table_and_view_is_documented(database: sqlite3.Connection) -> None:
    page = (ROOT / "docs" / "archives.md").read_text(encoding="utf-8")
    said = page.partition("\n### The tables of SQLite\n")[2].partition("\n### ")[0]
    listed = re.findall(r"^\| `(\w+)`", said, re.MULTILINE)
    there = database.execute(
        "select name from sqlite_master where type in ('table', 'view')"
        " and name not like '%_fts_%' and name not like 'sqlite_%'"
    )
    assert sorted(listed) == sorted(name for (name,) in there)


def test_a_database_that_was_there_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.write_text("no database")
    path.with_name("a.db-journal").write_text("left by a process that was killed")
    with closing(of_texts(path, "SUBJECT: LOCKS\n")) as database:
        assert database.execute("select subject from cables").fetchall() == [("LOCKS",)]


def test_a_database_with_fewer_cables_than_its_journal_says_is_refused(tmp_path: Path) -> None:
    of_texts(tmp_path / "a.db", "SUBJECT: LOCKS\n").close()
    with (
        pytest.raises(ExportRefusedError, match="has 1 cables, and its journal says 2"),
        EXPORTER.resume(tmp_path / "a.db", 2),
    ):
        pass


def test_what_is_no_database_is_an_error_of_the_path(tmp_path: Path) -> None:
    (tmp_path / "a.db").write_text("no database at all, but long enough to look like one" * 20)
    with (
        pytest.raises(OSError, match="file is not a database"),
        EXPORTER.resume(tmp_path / "a.db", 2),
    ):
        pass


def test_a_stream_is_refused() -> None:
    with pytest.raises(TypeError, match="written to a path"):
        EXPORTER.open(sys.stdout)


def test_a_full_database_stops_the_export_and_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, target = archive(tmp_path / "many", 100), tmp_path / "cables.db"
    real = sqlite3.connect

    def small(*arguments: object, **options: object) -> sqlite3.Connection:
        database = real(*arguments, **options)
        database.execute("pragma max_page_count = 75")
        return database

    monkeypatch.setattr(sqlite3, "connect", small)
    with pytest.raises(ExportStoppedError, match="sqlite can't write it: database or disk is full"):
        export(folder, target, parser=PARSER)
    monkeypatch.undo()
    export(folder, target, parser=PARSER, resume=True)
    with closing(sqlite3.connect(target)) as database:
        assert database.execute("pragma integrity_check").fetchone() == ("ok",)
        numbers = database.execute("select id, serial from cables order by id").fetchall()
    assert numbers == [(number, number) for number in range(1, 101)]


def test_a_cable_whose_rows_are_refused_leaves_none_of_them(tmp_path: Path) -> None:
    cable = parse("TAGS: ETRD\nSUBJECT: LOCKS\n", format="telegram")
    rows = EXPORTER.encode(cable)
    with EXPORTER.open(tmp_path / "a.db") as writer:
        with pytest.raises(OSError, match="NOT NULL"):
            writer.write_encoded(rows | {"tags": [(None,) * 5]})
        writer.write_encoded(rows)
    with closing(sqlite3.connect(tmp_path / "a.db")) as database:
        assert database.execute("select count(*) from cables").fetchone() == (1,)
        assert database.execute("select count(*) from tags").fetchone() == (1,)


# ---------------------------------------------------------------- Datasette


def test_the_metadata_for_datasette_speaks_of_what_is_there(database: sqlite3.Connection) -> None:
    yaml = pytest.importorskip("yaml")
    text = files("cableparse_plugins.export.sqlite").joinpath("datasette.yml").read_text("utf-8")
    said = yaml.safe_load(text)["databases"]["cables"]
    for table, about in said["tables"].items():
        there = {row[1] for row in database.execute(f'pragma table_info("{table}")')}
        named = {*about.get("columns", {}), *about.get("facets", ())}
        named |= {about[key] for key in ("sort", "label_column") if key in about}
        assert named <= there, table
    assert set(NAMED) - {"headings"} <= set(said["tables"])
    database.create_function("escape_fts", 1, lambda words: f'"{words}"')  # it is Datasette's
    for query in said["queries"].values():
        given = {"words": "ferry", "mrn": "08HALIFAX3"}
        wanted = {name: given[name] for name in query.get("params", ())}
        assert database.execute(query["sql"], wanted).fetchall()


def metadata_of(*names: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "cableparse_plugins.export.sqlite", *names]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("names", "key"),
    [
        ([], "cables"),
        (["harbor"], "harbor"),
        (["harbor.db"], "harbor"),
        (["folder/harbor.sqlite3"], "harbor"),
    ],
)
def test_the_metadata_is_for_a_name_or_a_file(names: list[str], key: str) -> None:
    assert f"\n  {key}:\n    tables:\n      cables:\n" in metadata_of(*names).stdout


@pytest.mark.parametrize("name", ["1975", "on", "null", "a: b", "№ 3", 'a"b'])
def test_a_name_is_a_text_to_yaml(name: str) -> None:
    yaml = pytest.importorskip("yaml")
    assert list(yaml.safe_load(metadata(name))["databases"]) == [name]


def test_a_name_too_many_is_wrong_usage() -> None:
    done = metadata_of("a", "b")
    assert done.returncode == 2
    assert "usage: python -m cableparse_plugins.export.sqlite" in done.stderr
    assert "Traceback" not in done.stderr
