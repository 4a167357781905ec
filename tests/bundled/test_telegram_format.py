"""The telegram format: what it claims."""

import pytest

from cableparse import Parser, RegionKind, Source

PARSER = Parser(autoload="bundled")
FORMAT = PARSER.format("telegram")

LINES = {
    "id": "VZCZCXRO0042",
    "de": "DE RUEHNY #0012/01 1351745",
    "date": "R 141745Z MAY 08",
    "from": "FM AMEMBASSY OSLO",
    "to": "TO RUEHC/SECSTATE WASHDC",
    "classification": "UNCLAS OSLO 000012",
    "order": "E.O. 12958: N/A",
    "tags": "TAGS: ETRD",
    "subject": "SUBJECT: LOCKS",
}


def claim(text: str):
    return FORMAT.claim(Source.of(text, "test"))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", " \n"], ids=repr)
def test_two_kinds_of_lines_are_claimed(end: str) -> None:
    assert claim(end.join([LINES["classification"], LINES["subject"], ""])) is not None


def test_a_page_of_prose_is_not_claimed() -> None:
    assert claim("The ferry was late.\n\nNobody came, and the lock is shut.\n") is None


def test_a_letter_with_a_subject_is_not_claimed() -> None:
    assert claim("Dear Kari,\n\nSUBJECT: LOCKS\n\nThe lock is shut.\n") is None


def test_more_kinds_are_a_higher_claim_below_any_wrappings() -> None:
    scores = [
        claim("\n".join(list(LINES.values())[:count])).score for count in range(2, len(LINES) + 1)
    ]
    assert scores == sorted(scores)
    assert scores[-1] <= 0.8


def test_lines_below_a_sites_menu_are_claimed() -> None:
    menu = "Top Stories\nParliament\n" * 100
    assert claim(menu + LINES["classification"] + "\n" + LINES["subject"] + "\n") is not None


def test_one_line_above_a_menu_and_one_below_are_claimed() -> None:
    menu = "Top Stories\nParliament\n" * 100
    assert claim(f"{LINES['classification']}\n{menu}{LINES['subject']}\n") is not None


def test_lines_far_below_are_those_of_another_text() -> None:
    assert claim("The lock is shut.\n" * 2000 + "\n".join(LINES.values())) is None


def test_the_evidence_names_the_lines() -> None:
    evidence = claim("\n".join(LINES[name] for name in ("date", "tags", "subject")))
    assert evidence.evidence == "date time group, tags, subject"


@pytest.mark.parametrize(("lines", "score"), [(2, 0.6), (3, 0.7), (4, 0.8)])
def test_each_line_makes_a_claim_surer_until_four_are_proof(lines: int, score: float) -> None:
    found = claim("\n".join(list(LINES.values())[:lines]))
    assert found.score == pytest.approx(score)
    proven = claim("\n".join(LINES.values()))
    assert (proven.score, proven.evidence.count(",")) == (0.8, 3)


def test_an_html_page_is_not_claimed() -> None:
    assert claim("<!DOCTYPE html><html><body><pre>" + "\n".join(LINES.values()) + "</pre>") is None


def test_the_whole_text_is_telegram() -> None:
    document = FORMAT.read(Source.of("abc", "test"))
    (region,) = document.regions
    assert (document.text, region.kind, region.span.start, region.span.end) == (
        "abc",
        RegionKind.TELEGRAM,
        0,
        3,
    )


def test_a_telegram_behind_blank_lines_is_read() -> None:
    assert PARSER.parse("\n\n" + "\n".join(LINES.values())).format == "telegram"
