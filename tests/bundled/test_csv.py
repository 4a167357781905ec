"""The CSV exporter."""

import csv
import io
import re
from pathlib import Path

import pytest

from archives import CABLE
from cableparse import Parser

PARSER = Parser(autoload="bundled")
EXPORTER = PARSER.exporter("csv")
ROOT = Path(__file__).resolve().parents[2]


def rows(*texts: str) -> list[dict[str, str]]:
    stream = io.StringIO(newline="")
    with EXPORTER.open(stream) as writer:
        for text in texts:
            writer.write(PARSER.parse(text, format="telegram", name="a.txt"))
    return list(csv.DictReader(io.StringIO(stream.getvalue(), newline=""), strict=True))


def test_a_cable_is_a_row_and_what_is_several_has_semicolons() -> None:
    (row,) = rows(CABLE.format(number=3, referred=2))
    assert row["name"] == "a.txt"
    assert row["mrn"] == "08HALIFAX3"
    assert row["sent_at"] == "2008-02-14T15:30:00+00:00"
    assert row["precedence"] == "ROUTINE"
    assert row["classification"] == "UNCLASSIFIED"
    assert row["tags"] == "ETRD; CA"
    assert row["references"] == "08HALIFAX2; 08OSLO99"
    assert row["title"] == "Ferry 3 Runs Late"
    assert row["signers"] == "KESTREL"
    assert (row["paragraphs"], row["redactions"], row["repairs"]) == ("2", "1", "0")
    assert row["text"].splitlines()[0] == "Ferry 3 runs late, the crew said – “again.”"


def test_what_is_lost_is_empty_and_said_as_defects() -> None:
    (row,) = rows("SUBJECT: LOCKS\n")
    assert (row["mrn"], row["sent_at"], row["classification"], row["tags"]) == ("", "", "", "")
    assert "header.mrn-missing; " in row["defects"]


@pytest.mark.parametrize("sign", ['"', ",", "\r", "\n", "\x00", "‘", "\ud800"])
def test_any_sign_stands_in_a_value(sign: str) -> None:
    stream = io.StringIO(newline="")
    with EXPORTER.open(stream) as writer:
        for name in (f"a{sign}b", "next"):
            writer.write(PARSER.parse("SUBJECT: LOCKS\n", format="telegram", name=name))
    read = csv.reader(io.StringIO(stream.getvalue(), newline=""), strict=True)
    shown = "\\ud800" if sign == "\ud800" else sign
    assert [row[0] for row in read] == ["name", f"a{shown}b", "next"]


def test_the_columns_are_those_that_are_documented() -> None:
    page = (ROOT / "docs" / "archives.md").read_text(encoding="utf-8")
    table = page.partition("\n### The columns of CSV\n")[2].partition("\n### ")[0]
    listed = re.findall(r"^\| `(\w+)`", table, re.MULTILINE)
    (row,) = rows("SUBJECT: LOCKS\n")
    assert listed == list(row)


def test_a_file_without_cables_has_the_columns(tmp_path: Path) -> None:
    with EXPORTER.open(tmp_path / "out.csv"):
        pass
    assert (tmp_path / "out.csv").read_text(encoding="utf-8").startswith("name,format,mrn,")
