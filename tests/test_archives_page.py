"""``docs/archives.md`` does what it says: its commands, queries and scripts run, in their order."""

import ast
import gzip
import json
import os
import re
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import ExitStack, closing
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

import cableparse
from cableparse.testing import invented_archive, write_folder, write_zip
from pages import fences
from served import LOOPBACK, asked, served

PAGE = Path(__file__).resolve().parents[1] / "docs" / "archives.md"
ON_A_CLUSTER = "\n## On a cluster\n"
SERVER = "datasette cables.db -m metadata.yml"

# What the page reads the targets with; tox installs them all.
_READERS = ("datasette", "duckdb", "networkx", "pandas", "polars", "pyarrow")
_CLUSTER = ("dask", "distributed", "fsspec", "pyarrow")

pytestmark = pytest.mark.skipif(
    os.name != "posix", reason="the commands are written for a Unix shell"
)


def needs(*names: str) -> pytest.MarkDecorator:
    missing = [name for name in names if find_spec(name) is None]
    return pytest.mark.skipif(bool(missing), reason=f"not installed: {', '.join(missing)}")


@needs(*_READERS)
def test_the_whole_page_runs_up_to_its_cluster(tmp_path: Path) -> None:
    page, _, _ = PAGE.read_text("utf-8").partition(ON_A_CLUSTER)
    blocks = fences(page, "sh", "sql", "python")
    given = [(block, run_block(language, block, tmp_path)) for language, block in blocks]

    def of(words: str) -> Any:
        """Give what the only block with these words gave."""
        (found,) = [result for block, result in given if words in block]
        return found

    # The survey and each target speak of the same 360 documents, one of them empty.
    survey = (tmp_path / "survey.txt").read_text()
    assert survey.startswith("360 documents: 359 read, 1 failed")
    assert "\nA sample: 100 of 360 inputs" in of("--sample 100")
    assert [json.loads(one)["code"] for one in of("cat cables.db.failures").splitlines()] == [
        "EmptyInputError"
    ]
    assert sum(row[-1] for row in of("year(sent_at)")) == 359
    with closing(sqlite3.connect(tmp_path / "cables.db")) as database:
        assert database.execute("select count(*) from cables").fetchone() == (359,)

    # SQL and networkx agree on who is cited most.
    cited = {number: times for number, times, _ in of("as cited_by")}
    times, number, *_ = of("graph.in_degree").split()
    assert int(times) == cited[number] == max(cited.values()) > 1

    # A cable that is in two of the paths is read twice; from standard input as from the folder.
    lines = (tmp_path / "cables.jsonl").read_text("utf-8").splitlines()
    assert len(lines) > 359
    assert len((tmp_path / "again.jsonl").read_text("utf-8").splitlines()) == 119

    # The export that was killed holds each cable once.
    with gzip.open(tmp_path / "cables.jsonl.gz", "rt", encoding="utf-8") as file:
        names = [json.loads(line)["source"]["name"] for line in file]
    assert len(names) == len(set(names)) == 119
    assert not (tmp_path / "cables.jsonl.gz.journal").exists()

    # The server answers as --get does.
    assert SERVER in "".join(block for block, _ in given)
    with served([*SERVER.split(), *LOOPBACK], tmp_path, environment()) as url:
        answer = asked(url, "/cables/search.json", words="ferry", _shape="array")
        assert "cables" in asked(url, "/cables/search", words="ferry")
    assert json.loads(answer) == json.loads(of("--get").splitlines()[-1]) != []


@needs(*_CLUSTER)
def test_its_cluster_reads_an_archive(tmp_path: Path) -> None:
    write_folder(invented_archive(120, seed=1), tmp_path / "archive")
    write_zip(invented_archive(120, seed=2), tmp_path / "1975.zip")
    _, _, page = PAGE.read_text("utf-8").partition(ON_A_CLUSTER)
    (_, machines), (_, exports), (_, bag) = fences(page, "sh", "python")
    scheduler, worker = (line.partition("#")[0].split() for line in machines.splitlines())
    assert worker[2:5] == ["tcp://head:8786", "--nworkers", "16"]
    with ExitStack() as running:
        at = running.enter_context(
            served(
                [*scheduler, *LOOPBACK, "--dashboard-address", "127.0.0.1:0"],
                tmp_path,
                environment(),
                says=r"tcp://127\.0\.0\.1:\d+",
            )
        )
        worker[2:5] = [at, "--nworkers", "2"]
        command = [*worker, "--host", "127.0.0.1", "--no-dashboard"]
        running.enter_context(served(command, tmp_path, environment(), says="Registered to"))

        def here(block: str) -> str:
            places = {
                "tcp://head:8786": at,
                "/archive": str(tmp_path / "archive"),
                "s3://bucket/1975.zip": (tmp_path / "1975.zip").as_uri(),
            }
            for name, place in places.items():
                assert f'"{name}"' in page
                block = block.replace(f'"{name}"', repr(place))
            return block

        assert run_block("python", here(exports), tmp_path) == "120 1\n"
        counted = ast.literal_eval(run_block("python", here(bag), tmp_path))
    alone = cableparse.scan([tmp_path / "archive", tmp_path / "1975.zip"])
    cables = [one for one in alone if isinstance(one, cableparse.Cable)]
    assert len(cables) == 239
    times = Counter(tag.code for cable in cables for tag in cable.tags)
    assert counted
    assert counted == [(code, times[code]) for code, _ in counted]
    assert {number for _, number in counted} == {number for _, number in times.most_common(10)}
    assert len(list((tmp_path / "cables.parquet").glob("*.parquet"))) == 1


# ---------------------------------------------------------------- running


def run_block(language: str, block: str, folder: Path) -> Any:
    """Give what a block prints, or the rows of a query."""
    if language == "sql":
        return run_query(block, folder)
    if language == "python":
        return run(block, [sys.executable, "-c", block], folder).stdout
    return "".join(run_line(line, folder) for line in block.splitlines())


def run_line(line: str, folder: Path) -> str:
    """Run a line as a shell does; a server is left to be asked later."""
    if line == SERVER:
        return ""
    if line.endswith("# killed on the way"):
        kill(line, folder)
        return ""
    # The archive holds a document without text: whoever reads it says so, and goes on.
    reads = re.match(r"(?:cat \S+ \| )?cableparse (?:parse|survey|export) ", line)
    done = run(line, ["bash", "-c", line], folder, {0, 1} if reads else {0})
    if done.returncode:
        assert re.search(r"^Error: .*notes/|^1 of \d+ inputs failed", done.stderr), done.stderr
    return done.stdout


def run(
    what: str, command: list[str], folder: Path, fine: set[int] | None = None
) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in (fine or {0}), f"{what}\n{done.stderr}"
    return done


def environment() -> dict[str, str]:
    """Let a shell find the programs that are installed beside this Python."""
    programs = str(Path(sys.executable).parent)
    return {**os.environ, "PATH": os.pathsep.join([programs, os.environ["PATH"]])}


def kill(line: str, folder: Path) -> None:
    """Run an export until its journal is there, and kill it."""
    target = folder / line.partition(" --to ")[2].split(maxsplit=1)[0]
    journal = target.with_name(f"{target.name}.journal")
    command = ["bash", "-c", f"exec {line}"]
    with subprocess.Popen(command, cwd=folder, env=environment()) as running:
        while running.poll() is None and not journal.exists():
            pass
        running.kill()
    if not journal.exists():  # it came to its end first: the next one begins it
        target.unlink()


def run_query(block: str, folder: Path) -> list[tuple[Any, ...]]:
    engine, _, query = block.partition("\n")
    if engine == "-- SQLite":
        with closing(sqlite3.connect(folder / "cables.db")) as database:
            rows = database.execute(query).fetchall()
    else:
        import duckdb

        assert engine == "-- DuckDB", f"it is not said who runs {block}"
        query = query.replace("'cables.parquet/", f"'{folder}/cables.parquet/")
        rows = duckdb.connect().execute(query).fetchall()
    assert rows, f"nothing is found by {block}"
    return rows
