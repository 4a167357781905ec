"""An enricher that waits until somebody asks fails no command's other inputs, and is named."""

import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from cableparse import (
    Cable,
    Parser,
    PluginFailure,
    distributed,
    export,
    hookimpl,
    survey,
    to_arrow,
)
from cableparse.cli import main
from commands import invoke

CABLE = "FM AMCONSUL HALIFAX\nTAGS: ETRD, CA\nSUBJECT: LOCKS\n\n1. (U) They are shut.\n"
ODD = CABLE.replace("LOCKS", "LAMPS")
SAID = "plugin late: failed to enrich the cable: ValueError: no lamps"

MODULE = """
from cableparse import hookimpl
class Late:
    name, after = "late", ("boilerplate", "paragraphs", "redactions")
    {says} = True
    def enrich(self, cable):
        if "LAMPS" in cable.source.text:
            raise ValueError("no lamps")
        return cable
@hookimpl
def cableparse_enrichers(): return [Late()]
"""


@pytest.fixture(params=["annotates", "relabels"])
def late(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Give the name of a module with an enricher that waits, and fails on cables of lamps."""
    name = f"late_{request.param}"
    (tmp_path / f"{name}.py").write_text(MODULE.format(says=request.param))
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, name, raising=False)
    return name


@pytest.fixture
def cables(tmp_path: Path) -> Path:
    folder = tmp_path / "cables"
    folder.mkdir()
    for name, text in (("a", CABLE), ("b", ODD), ("c", CABLE)):
        (folder / f"{name}.txt").write_text(text)
    return folder


@pytest.mark.parametrize(
    ("command", "printed"),
    [
        (["parse"], 2),
        (["parse", "--workers", "2"], 2),
        (["parse", "--export", "csv"], 3),
        (["chunk"], 2),
        (["survey", "--json"], None),
    ],
    ids=["parse", "parse with two workers", "parse to csv", "chunk", "survey"],
)
def test_it_is_named_in_a_line_and_the_others_are_read(
    late: str, cables: Path, command: list[str], printed: int | None
) -> None:
    name, *options = command
    result = invoke(main, name, "--no-plugins", "--plugin", late, *options, cables)
    assert (result.exit_code, result.exception.__class__) == (1, SystemExit)
    complaints = [line for line in result.stderr.splitlines() if "late" in line]
    assert len(complaints) == 1
    assert complaints[0].startswith(f"Error: {SAID} ({cables / 'b.txt'})")
    if printed is not None:
        assert len(result.stdout.splitlines()) == printed


@pytest.mark.parametrize("options", [(), ("--html", "-"), ("--furniture",)])
def test_it_is_all_that_is_shown_of_its_cable(
    late: str, cables: Path, options: tuple[str, ...]
) -> None:
    arguments = ["show", "--no-plugins", "--plugin", late, *options]
    result = invoke(main, *arguments, cables / "b.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"Error: {SAID} ({cables / 'b.txt'})")
    assert invoke(main, *arguments, cables / "a.txt").exit_code == 0


@pytest.mark.parametrize(
    ("target", "workers"), [("cables.jsonl", 2), ("cables.db", 1), ("cables.md", 1)]
)
def test_an_export_notes_it_by_its_own_name(
    late: str, cables: Path, tmp_path: Path, target: str, workers: int
) -> None:
    done = export(
        cables,
        tmp_path / target,
        parser=Parser([late], autoload="bundled"),
        workers=workers,
    )
    assert (done.inputs, done.failed) == (3, 1)
    (noted,) = Path(f"{tmp_path / target!s}.failures.jsonl").read_text().splitlines()
    assert f'"message": "{SAID} (' in noted


def test_a_survey_counts_it_as_a_failure_and_nothing_else_of_its_cable(
    late: str, cables: Path
) -> None:
    found = survey(cables, parser=Parser([late], autoload="bundled"))
    assert (found.read, found.failed) == (2, 1)
    ((error, count),) = found.failures.most_common()
    assert (error, count.times) == ("PluginFailure", 1)
    assert [count.documents for _, count in found.formats.most_common()] == [2]


def test_a_table_of_failures_has_it(late: str, cables: Path) -> None:
    pytest.importorskip("pyarrow", reason="the extra parquet is not installed")
    found = to_arrow(Parser([late], autoload="bundled").scan(cables))
    assert (len(found["cables"]), len(found["failures"])) == (2, 1)
    assert found["failures"]["error"].to_pylist() == ["PluginFailure"]


def test_a_bag_has_it_in_its_place(late: str, cables: Path) -> None:
    pytest.importorskip("dask.bag", reason="the extra dask is not installed")
    bag = distributed.read(cables, parser=Parser([late], autoload="bundled"))
    found = bag.compute(scheduler="sync")
    assert [type(one).__name__ for one in found] == ["Cable", "Failure", "Cable"]


class Plain:
    """An exporter of the older contract, which writes a line's beginning before it asks."""

    name, suffixes = "plain", (".plain",)

    def open(self, target: str) -> Any:
        return PlainWriter(target)


class PlainWriter:
    def __init__(self, target: str) -> None:
        self.path = Path(target)

    def __enter__(self) -> Any:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def write(self, cable: Cable) -> None:
        self.add(f"{cable.subject}:")
        self.add(f"{len(cable.segments)}\n")

    def add(self, text: str) -> None:
        with self.path.open("a") as stream:
            stream.write(text)


def test_an_exporter_that_does_not_encode_is_given_no_cable_that_fails_in_its_hands(
    late: str, cables: Path, tmp_path: Path
) -> None:
    parser = Parser([late, SimpleNamespace(cableparse_exporters=exporters)], autoload="bundled")
    done = export(cables, tmp_path / "out.plain", parser=parser, workers=1)
    assert (done.inputs, done.failed) == (3, 1)
    written = (tmp_path / "out.plain").read_text().splitlines()
    assert [line.partition(":")[0] for line in written] == ["LOCKS", "LOCKS"]


@hookimpl
def exporters() -> list[Plain]:
    return [Plain()]


def test_who_reads_a_header_never_hears_of_it(late: str) -> None:
    cable = Parser([late], autoload="bundled").parse(ODD, name="b.txt")
    assert (cable.subject, cable.origin) == ("LAMPS", "AMCONSUL HALIFAX")
    with pytest.raises(PluginFailure, match="no lamps"):
        _ = cable.body
