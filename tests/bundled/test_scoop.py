"""The scoop format: a page as HTML, and the text that scrapers keep of one."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from cableparse import Cable, Layer, Parser, Provenance, SegmentKind
from cableparse_plugins.formats import telegram

PARSER = Parser(autoload="bundled")
TELEGRAM = """\
R 141745Z MAY 08
FM AMEMBASSY OSLO
TO RUEHC/SECSTATE WASHDC

UNCLAS OSLO 000012

TAGS: ETRD, NO
SUBJECT: LOCKS AND FERRIES

1. (U) The lock is shut.

2. (U) The boats wait.

LARSEN
"""
FURNITURE = (
    "\n© Scoop Media\n\nWorld Headlines\n\nA Whale In The Harbor\n\nNobody minds "
    "it. More>>\n\n3. (U) An advertisement.\n"
)


def furniture(cable: Cable) -> str:
    return "".join(segment.text for segment in cable.segments if segment.layer is Layer.FURNITURE)


# ---------------------------------------------------------------- text


def test_a_headline_is_metadata_and_fills_a_lost_subject() -> None:
    cable = PARSER.parse(
        "Cablegate: Locks And Ferries\n\n" + TELEGRAM.replace("SUBJECT: LOCKS AND FERRIES\n", "")
    )
    assert (cable.format, cable.subject) == ("scoop", "Locks And Ferries")
    assert cable.evidence["subject"].how is Provenance.METADATA
    (span,) = cable.evidence["subject"].spans
    assert "Locks And Ferries" in span.slice(cable.source.text)


def test_a_printed_subject_is_believed() -> None:
    cable = PARSER.parse("Cablegate: Locks\n\n" + TELEGRAM)
    assert cable.subject == "LOCKS AND FERRIES"
    assert cable.metadata["subject"] == "Locks"


@pytest.mark.parametrize(
    "line", ["© Scoop Media", "  © Scoop Media", "(c) Scoop Media", "World Headlines"]
)
def test_everything_from_the_copyright_line_on_is_furniture(line: str) -> None:
    cable = PARSER.parse(
        f"Cablegate: Locks\n\n{TELEGRAM}\n{line}\n\nA Whale\n\n3. (U) An advertisement.\n"
    )
    assert [paragraph.number for paragraph in cable.paragraphs] == [1, 2]
    assert "A Whale" in furniture(cable)
    assert "Whale" not in cable.text
    assert cable.signers == ("LARSEN",)


def test_without_a_headline_the_copyright_line_is_enough() -> None:
    assert PARSER.parse(TELEGRAM + FURNITURE).format == "scoop"


def test_a_telegram_that_mentions_scoop_is_a_telegram() -> None:
    assert (
        PARSER.parse(TELEGRAM.replace("The boats wait", "Scoop Media waits")).format == "telegram"
    )


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=repr)
def test_other_line_ends_will_do(end: str) -> None:
    cable = PARSER.parse(("Cablegate: Locks\n\n" + TELEGRAM + FURNITURE).replace("\n", end))
    assert (cable.format, [p.number for p in cable.paragraphs]) == ("scoop", [1, 2])


def test_an_empty_headline_is_no_subject() -> None:
    cable = PARSER.parse("Cablegate: \n\nTAGS: ETRD\n\n1. (U) Shut.\n")
    assert cable.subject is None


# ---------------------------------------------------------------- HTML

PAGE = """\
<!DOCTYPE html>
<html><head><title>Cablegate: Locks And Ferries | Scoop News</title>
<script>document.write("9. (U) A script.");</script><style>p {{ color: red }}</style></head>
<body><nav><ul><li>Top Stories</li><li>Parliament</li></ul></nav>
<h1>Cablegate: Locks And Ferries</h1>
<div class="article"><p>Wednesday, 14 May 2008</p>{article}</div>
<footer>© Scoop Media<p>A Whale In The Harbor More&gt;&gt;</p></footer></body></html>
"""


def page(article: str) -> Cable:
    return PARSER.parse(PAGE.format(article=article))


PARAGRAPHS = (
    "<p>" + TELEGRAM.strip().replace("\n\n", "</p>\n<p>").replace("\n", "<br />\n") + "</p>"
)


@pytest.mark.parametrize(
    "article",
    [
        PARAGRAPHS,
        f"<pre>{TELEGRAM}</pre>",
        PARAGRAPHS.replace("</p>", ""),
        PARAGRAPHS.replace("<br />\n", "<br>"),
    ],
    ids=["p", "pre", "unclosed", "br"],
)
def test_the_article_is_the_telegram(article: str) -> None:
    cable = page(article)
    assert cable.format == "scoop"
    assert (str(cable.mrn), cable.subject, cable.signers) == (
        "08OSLO12",
        "LOCKS AND FERRIES",
        ("LARSEN",),
    )
    assert [paragraph.text for paragraph in cable.paragraphs] == [
        "The lock is shut.",
        "The boats wait.",
    ]


def test_the_rest_of_the_page_is_furniture() -> None:
    printed = furniture(page(PARAGRAPHS))
    for word in ("Parliament", "A Whale", "A script", "color"):
        assert word in printed


def test_every_text_node_stands_once_in_the_source() -> None:
    cable = page(PARAGRAPHS)
    for words in ("Parliament", "The lock is shut.", "A script.", "A Whale In The Harbor"):
        assert cable.source.text.count(words) == 1


def test_the_title_is_the_subject_where_the_telegram_lost_it() -> None:
    cable = page(PARAGRAPHS.replace("SUBJECT: LOCKS AND FERRIES", ""))
    assert cable.subject == "Locks And Ferries"
    assert cable.evidence["subject"].how is Provenance.METADATA


def test_entities_are_read() -> None:
    cable = page(
        PARAGRAPHS.replace("The boats wait.", "Boats &amp; ferries&nbsp;wait &#8211; all.")
    )
    assert cable.paragraphs[1].text == "Boats & ferries wait – all."


def test_a_page_without_an_article_is_a_defect() -> None:
    cable = page("<p>Nothing here.</p>")
    assert "document.no-article" in {defect.code for defect in cable.defects}
    assert cable.body.parts == ()
    assert {segment.layer for segment in cable.segments} == {Layer.FURNITURE}


@pytest.mark.parametrize(
    "html",
    [
        "<html",
        "<html>",
        "<!DOCTYPE html>",
        "<html><body>",
        "<!-- x -->",
        "<?xml version='1.0'?>",
        "<html><frameset>",
        "<html><p>\0",
    ],
)
def test_a_broken_page_gives_a_cable(html: str) -> None:
    cable = PARSER.parse(html, format="scoop")
    assert "".join(segment.text for segment in cable.segments) == cable.source.text


def test_no_file_is_read_for_an_entity(tmp_path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SWORDFISH")
    declaration = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]>'
    html = f"{declaration}<html><body>Scoop Media<p>UNCLAS OSLO 000012<br>SUBJECT: &x;</p>"
    assert "SWORDFISH" not in PARSER.parse(html, format="scoop").source.text


def test_however_deep_a_telegram_stands_its_lines_are_looked_for_once(monkeypatch) -> None:
    looked_at = 0

    class Counting:
        """The pattern of the telegram's lines; it counts the characters that it is given."""

        def __init__(self, pattern: re.Pattern[str]) -> None:
            self.pattern = pattern

        def finditer(self, text: str) -> Iterator[re.Match[str]]:
            nonlocal looked_at
            looked_at += len(text)
            return self.pattern.finditer(text)

        def __getattr__(self, name: str) -> Any:
            return getattr(self.pattern, name)

    monkeypatch.setattr(telegram, "_SIGNS", Counting(telegram._SIGNS))
    counts = []
    for depth in (2, 200):
        looked_at = 0
        article = page("<div>x " * depth + f"<pre>{TELEGRAM}</pre>" + "</div>" * depth)
        assert article.signers == ("LARSEN",)
        assert "x" not in article.text
        counts.append(looked_at)
    assert counts[1] < 3 * counts[0]


def test_deep_nesting_is_read() -> None:
    cable = PARSER.parse("<html><body>Scoop Media" + "<div>" * 3000 + TELEGRAM, format="scoop")
    assert "The lock is shut." in cable.source.text


def test_the_headline_segment_is_metadata() -> None:
    kinds = {segment.kind: segment.text for segment in page(PARAGRAPHS).segments}
    assert "Cablegate" in kinds[SegmentKind.METADATA]
