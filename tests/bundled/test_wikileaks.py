"""The wikileaks format: five lines, then the cable."""

import pytest

from cableparse import Parser, Provenance, SegmentKind

PARSER = Parser(autoload="bundled")
DATE = "Fri May 09 00:00:00 +0200 2008"
HEAD = f"07OSLO12\nLOCKS AND\n{DATE}\nUNCLASSIFIED//FOR OFFICIAL USE ONLY\nEmbassy Oslo\n"
TELEGRAM = (
    "R 131745Z APR 07\nFM AMEMBASSY OSLO\nTO RUEHC/SECSTATE WASHDCUNCLAS OSLO "
    "000012\n\nTAGS: ETRD\nSUBJECT: LOCKS AND FERRIES\n\n1. (U) Shut.\n"
)


def test_the_five_lines_are_metadata() -> None:
    cable = PARSER.parse(HEAD + TELEGRAM)
    assert cable.format == "wikileaks"
    assert dict(cable.metadata) == {
        "mrn": "07OSLO12",
        "subject": "LOCKS AND",
        "date": "2008-05-09",
        "classification": "UNCLASSIFIED//FOR OFFICIAL USE ONLY",
        "origin": "Embassy Oslo",
    }


def test_each_line_is_a_segment() -> None:
    cable = PARSER.parse(HEAD + TELEGRAM)
    lines = "".join(s.text for s in cable.segments if s.kind is SegmentKind.METADATA)
    assert lines == HEAD


def test_the_cable_below_is_read() -> None:
    cable = PARSER.parse(HEAD + TELEGRAM)
    assert (str(cable.mrn), cable.subject, cable.origin) == (
        "07OSLO12",
        "LOCKS AND FERRIES",
        "AMEMBASSY OSLO",
    )
    assert [addressee.name for addressee in cable.action] == ["SECSTATE WASHDC"]
    assert cable.evidence["mrn"].how is Provenance.PRINTED


def test_the_lines_are_no_part_of_the_text() -> None:
    assert "Embassy Oslo" not in PARSER.parse(HEAD + TELEGRAM).text


@pytest.mark.parametrize("end", ["\r\n", "\r", " \n"], ids=repr)
def test_other_line_ends_will_do(end: str) -> None:
    cable = PARSER.parse((HEAD + TELEGRAM).replace("\n", end))
    assert (cable.format, cable.metadata["origin"]) == ("wikileaks", "Embassy Oslo")


def test_a_date_that_is_none_is_kept_as_printed() -> None:
    printed = "Fri Feb 30 00:00:00 +0200 2007"
    assert PARSER.parse((HEAD + TELEGRAM).replace(DATE, printed)).metadata["date"] == printed


def test_an_empty_line_of_the_five_is_no_metadata() -> None:
    cable = PARSER.parse((HEAD + TELEGRAM).replace("LOCKS AND\n", "\n", 1))
    assert "subject" not in cable.metadata


def test_the_five_lines_alone_are_a_cable() -> None:
    cable = PARSER.parse(HEAD)
    assert str(cable.mrn) == "07OSLO12"
    assert cable.body.parts == ()


@pytest.mark.parametrize(
    "text", [TELEGRAM, "07OSLO12\n" + TELEGRAM, HEAD.replace(DATE, "2008-05-09") + TELEGRAM]
)
def test_a_text_without_the_five_lines_is_not_claimed(text: str) -> None:
    assert PARSER.parse(text).format == "telegram"


def test_without_the_five_lines_a_named_format_reads_all_as_telegram() -> None:
    cable = PARSER.parse(TELEGRAM, format="wikileaks")
    assert (cable.subject, dict(cable.metadata)) == ("LOCKS AND FERRIES", {})
