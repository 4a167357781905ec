"""What a real Datasette makes of an exported database: over HTTP, on this machine alone."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import cableparse
from cableparse_plugins.export.sqlite.__main__ import metadata
from served import LOOPBACK, asked, served

pytest.importorskip("datasette", reason="Datasette is not installed")

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("served")
    # A name that YAML takes for a number, unless it is told otherwise.
    parser = cableparse.Parser(autoload="bundled")
    cableparse.export(sorted(SEEDS.glob("*.txt")), folder / "1975.db", parser=parser)
    (folder / "metadata.yml").write_text(metadata("1975"), encoding="utf-8")
    command = [sys.executable, "-m", "datasette", "1975.db", "-m", "metadata.yml", *LOOPBACK]
    with served(command, folder) as url:
        yield url


def test_it_answers_a_query(url: str) -> None:
    sql = "select mrn, title from cables where mrn = '09DUBLIN361'"
    (row,) = json.loads(asked(url, "/1975.json", sql=sql, _shape="array"))
    assert row["title"].startswith("Ireland Tightens the Rules for Seed Potatoes")


def test_it_searches_the_full_text(url: str) -> None:
    def found(words: str) -> list[dict]:
        return json.loads(asked(url, "/1975/search.json", words=words, _shape="array"))

    seed = found('"first week of december"')
    assert "09DUBLIN361" in {row["mrn"] for row in seed}
    assert all("«" in row["found"] for row in seed)
    assert found("potato*")
    assert found("zyzzyva") == []
    both = {row["id"] for row in found("potatoes OR ferries")}
    assert both >= {row["id"] for row in found("potatoes")} != both
    assert {row["id"] for row in found("potatoes NOT ferries")} <= both
    assert found("potat*")
    rows = json.loads(asked(url, "/1975/cables.json", _search="potatoes", _shape="array"))
    assert {row["mrn"] for row in rows} >= {"09DUBLIN361"}


def test_a_search_that_was_not_asked_anything_finds_nothing(url: str) -> None:
    assert "Search subjects and paragraphs" in asked(url, "/1975/search")
    assert json.loads(asked(url, "/1975/search.json", _shape="array")) == []


TYPED = [
    *("", " ", '"', '""', "*", "OR", "NOT", "well-known", "O'Neill", "title:ferry", "(ferry"),
    *("ferry OR", "OR ferry", "ferry AND OR NOT ferry", "ferry OR OR ferry", 'ferry*"'),
    *("-ferry", "^ferry", "NEAR(ferry potato)", "ferry + potato", '"ferry potato"*', "“ferry” …"),
]


@pytest.mark.parametrize("words", TYPED)
def test_a_search_takes_whatever_is_typed(url: str, words: str) -> None:
    rows = json.loads(asked(url, "/1975/search.json", words=words, _shape="array"))
    assert isinstance(rows, list)


def test_words_with_a_hyphen_or_an_apostrophe_are_found(url: str) -> None:
    def mrns(words: str) -> set[str]:
        path = "/1975/search.json"
        return {row["mrn"] for row in json.loads(asked(url, path, words=words, _shape="array"))}

    assert "08HALIFAX47" in mrns("twelve-hour") < mrns("hour")
    assert "08HALIFAX47" in mrns("province's") <= mrns("province")


def test_it_shows_the_metadata_that_is_shipped(url: str) -> None:
    assert "Search subjects and paragraphs" in asked(url, "/1975")
    assert "One row a copy of a telegram." in asked(url, "/1975/cables")
    for query in ("losses", "referred_to_and_absent"):
        assert json.loads(asked(url, f"/1975/{query}.json"))["rows"]
