"""The table of cables: its rows, and rows that are broken."""

import io
from typing import Any

import pytest

from cableparse import (
    ContainerError,
    EmptyInputError,
    InputTooLargeError,
    Member,
    Parser,
    Provenance,
)
from cableparse_plugins.containers.cables_csv import CablesCsvContainer
from packed import failures, opened, row


def rows(text: str | bytes, longest: int | None = None, name: str = "cables.csv") -> list[Any]:
    data = text.encode() if isinstance(text, str) else text
    container = CablesCsvContainer() if longest is None else CablesCsvContainer(longest)
    assert container.claim(name, data[:4096]) is not None
    return list(container.members(io.BytesIO(data), name))


def numbers(found: list[Any]) -> list[str]:
    """The numbers of the rows that were read, a point for each that was not."""
    return [one.metadata["number"] if isinstance(one, Member) else "." for one in found]


def test_a_row_gives_its_text_and_says_the_rest_as_metadata(parser: Parser) -> None:
    (member,) = rows(row(7))
    assert member.name == "cables.csv#1"
    assert member.content.startswith(b"R 281848Z DEC 66\nFM AMEMBASSY OSLO\nTO SECSTATE WASHDC\n")
    assert member.content.endswith(b"1. (U) Lit.\n")
    assert dict(member.metadata) == {
        "number": "7",
        "date": "1966-12-28T18:48",
        "mrn": "66OSLO7",
        "origin": "Embassy Oslo",
        "classification": "UNCLASSIFIED",
        "references": "66STATE106206|66BERGEN12",
    }
    cable = parser.read_member(member)
    assert (cable.format, cable.subject) == ("telegram", "FERRIES")
    assert cable.metadata["references"] == "66STATE106206|66BERGEN12"


def test_what_the_copy_lost_is_filled_and_known_as_metadata(parser: Parser) -> None:
    cable = parser.read_member(rows(row(7, "SUBJECT: FERRIES\n\n1. Lit.\n"))[0])
    assert str(cable.mrn) == "66OSLO7"
    assert cable.evidence["mrn"].how is Provenance.METADATA
    assert cable.evidence["classification"].how is Provenance.METADATA
    assert cable.evidence["subject"].how is Provenance.PRINTED


def test_quotes_line_ends_commas_and_backslashes_are_as_they_were_written() -> None:
    body = 'He said "no", twice,\r\nand \\n is no line end; a\\b "'
    (member,) = rows(row(1, body) + "\n")
    assert member.content.decode().endswith(body)


def test_bytes_that_are_no_utf_8_are_kept(parser: Parser) -> None:
    text = row(1, "1. CAF@").replace("Embassy", "Ambassade @").encode()
    (member,) = rows(text.replace(b"@", b"\xc9"))
    assert member.metadata["origin"] == "Ambassade É Oslo"
    assert parser.read_member(member).source.text.endswith("CAFÉ")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", [True, False])
def test_rows_end_as_lines_do(end: str, last: bool) -> None:
    text = end.join(row(number) for number in (1, 2, 3)) + end * last
    assert numbers(rows(text)) == ["1", "2", "3"]


def test_a_byte_order_mark_and_empty_lines_are_no_rows() -> None:
    assert numbers(rows("\ufeff" + row(1) + "\n\n" + row(2))) == ["1", "2"]


def test_fields_need_no_quotes() -> None:
    (member,) = rows('1,12/28/1966 18:48,66OSLO1,Embassy Oslo,SECRET,,,"a\nb"\n')
    assert member.content == b"a\nb"
    assert member.metadata["classification"] == "SECRET"
    assert "references" not in member.metadata


def test_a_date_that_is_none_is_kept_as_it_stands() -> None:
    (member,) = rows(row(1).replace("12/28", "13/45"))
    assert member.metadata["date"] == "13/45/1966 18:48"


DATE = '"12/28/1966 18:48"'


@pytest.mark.parametrize("date", ['""', "", '"1966-12-28"', '"NULL"'])
def test_a_row_without_the_table_s_date_is_one_wherever_it_stands(date: str) -> None:
    undated = row(1).replace(DATE, date)
    found = rows("\n".join((undated, row(2), row(3)[:-1], undated, row(4))))
    assert numbers(found) == ["1", "2", ".", "1", "4"]
    assert found[0].metadata.get("date", "") == date.strip('"')


@pytest.mark.parametrize(
    "heading",
    [
        "id,date,refid,origin,class,refs,header,body\n",
        '"Id","Date","Reference ID","Origin","Classification","Refs","Header","Text"\r\n',
        "\ufeffid,,,,,,,\n",
    ],
)
@pytest.mark.parametrize("date", [DATE, '""'])
def test_a_line_of_headings_is_a_failure_and_the_rows_are_read(heading: str, date: str) -> None:
    found = rows(heading + row(7).replace(DATE, date) + "\n" + row(8))
    assert numbers(found) == [".", "7", "8"]
    assert "cables.csv#1: is a line of headings" in str(found[0].error)
    assert found[1].name == "cables.csv#2"


@pytest.mark.parametrize("columns", [7, 9])
def test_a_row_with_other_columns_is_a_failure(columns: int) -> None:
    broken = ",".join((row(2).split(",", 6)[:6] + ['"x"'] * 9)[:columns])
    found = rows("\n".join((row(1), broken, row(3))))
    assert numbers(found) == ["1", ".", "3"]
    assert failures(found) == {
        "cables.csv#2": f"cables.csv#2: the row has {columns} columns, not 8"
    }


@pytest.mark.parametrize(
    "broken",
    [
        row(2)[:-1],  # not closed
        row(2).replace("66OSLO2", '66"OSLO2'),
        row(2, "He said @no@ to it").replace("@", '"'),
        row(2, "He said @no@, and @yes@").replace("@", '"'),
        row(2)[:-1] + '\\"',  # the last quote is escaped
        row(2).replace('"Embassy', "Embassy"),
    ],
)
def test_a_broken_quote_fails_its_row_and_no_other(broken: str) -> None:
    found = rows("\n".join((row(1), broken, row(3), row(4))))
    assert numbers(found) == ["1", ".", "3", "4"]
    assert found[1].name == "cables.csv#2"
    assert isinstance(found[1].error, ContainerError)


def test_a_quote_that_is_never_closed_at_the_end_is_a_failure() -> None:
    found = rows(row(1) + "\n" + row(2)[:-1])
    assert numbers(found) == ["1", "."]
    assert "a quote is not closed before the file ends" in str(found[1].error)


def test_a_row_that_is_too_long_is_a_failure_and_the_next_is_read() -> None:
    found = rows("\n".join((row(1), row(2, "x" * 5_000_000), row(3))), longest=100_000)
    assert numbers(found) == ["1", ".", "3"]
    assert isinstance(found[1].error, InputTooLargeError)
    assert "longer than 100,000 bytes" in str(found[1].error)


def test_the_last_row_may_be_too_long() -> None:
    assert numbers(rows(row(1) + "\n" + row(2, "x" * 300_000), longest=100_000)) == ["1", "."]


@pytest.mark.parametrize("size", [131_072, 131_073, 2_000_000])
def test_a_field_may_be_longer_than_the_csv_module_reads(size: int) -> None:
    import csv

    before = csv.field_size_limit()
    first, second = rows(row(1, "x" * size) + "\n" + row(2))
    assert first.content.count(b"x") == size
    assert second.metadata["number"] == "2"
    assert csv.field_size_limit() == before


def test_a_row_is_found_wherever_a_read_ends() -> None:
    """Rows of all lengths around that of one read, the broken ones too."""

    class Dripping(io.BytesIO):
        def read(self, length: int | None = -1) -> bytes:
            return super().read(min(length or 0, 97))

    text = "\n".join(row(n, "x" * n) if n % 3 else row(n)[:-1] for n in range(1, 60))
    found = list(CablesCsvContainer().members(Dripping(text.encode()), "cables.csv"))
    assert numbers(found) == [str(n) if n % 3 else "." for n in range(1, 60)]
    long = row(1, "x" * 500) + "\n" + row(2)
    found = list(CablesCsvContainer(400).members(Dripping(long.encode()), "cables.csv"))
    assert numbers(found) == [".", "2"]


def test_every_byte_may_be_lost_or_changed(parser: Parser) -> None:
    text = "\n".join(row(n) for n in (1, 2, 3)).encode()
    for at in range(50, len(text)):
        for changed in (text[:at] + text[at + 1 :], text[:at] + b'"' + text[at + 1 :]):
            found = rows(changed)
            assert sum(isinstance(one, Member) for one in found) >= 1
            assert len(found) <= 3
            assert len({one.name for one in found}) == len(found)


@pytest.mark.parametrize(
    "text",
    [
        "number,date,id\n1,2,3\n",
        "1,2,3\n",
        '"1","Jan 5 1966","66OSLO1"\n',
        "1. 12/28/1966 18:48 the ferry left\n",
        '1,"","66OSLO1"\n',
        '"1","","66OSLO1","b","c"\n"2","","66OSLO2","b","c"\n',
        '"1","a","b","c","d","e","f","g"\n"2","a","b","c","d","e","f","g"\n',
        "a,b,c,d,e,f,g,h\n1,2,3,4,5,6,7,8\n",
        "number,date,id\n" + row(1),
    ],
)
def test_another_table_is_not_claimed(text: str) -> None:
    assert CablesCsvContainer().claim("cables.csv", text.encode()) is None
    (member,) = opened(text.encode(), "cables.csv")
    assert member.content == text.encode()


def test_a_row_without_a_text_is_a_failure_when_it_is_read(parser: Parser) -> None:
    text = row(1, "").replace("R 281848Z DEC 66\nFM AMEMBASSY OSLO\nTO SECSTATE WASHDC", "")
    (member,) = rows(text)
    with pytest.raises(EmptyInputError, match=r"cables\.csv#1: is empty"):
        parser.read_member(member)


def test_what_holds_no_row_is_not_looked_through_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cableparse_plugins.containers.cables_csv._FARTHEST", 2_000_000)
    text = row(1) + "\n" + row(2)[:-1] + "no row\n" * 2_000_000 + row(3) + "\n"
    found = rows(text, longest=100_000)
    assert numbers(found) == ["1", ".", "."]
    assert "what is behind is not read" in str(found[-1].error)
