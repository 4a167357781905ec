"""The WikiLeaks site's pages: table, `<pre>` blocks, and what markup must not do to the text."""

from datetime import UTC, datetime

import pytest

from cableparse import Cable, Layer, Parser, Provenance, SegmentKind, Source

PARSER = Parser()
HEADER = (
    "VZCZCXYZ0001&#x000A;RR RUEHWEB&#x000A;&#x000A;DE RUEHNY #0012 1300905&#x000A;"
    "ZNR UUUUU ZZH&#x000A;R 090905Z MAY 08&#x000A;FM AMEMBASSY OSLO&#x000A;"
    "TO RUEHC/SECSTATE WASHDC 0001"
)
BODY = (
    "UNCLAS OSLO 000012 &#x000A;&#x000A;SIPDIS &#x000A;&#x000A;E.O. 12958: N/A &#x000A;"
    "TAGS: <a href='/tag/EWWT_0.html'>EWWT</a> <a href='/tag/NO_0.html'>NO</a>&#x000A;"
    "SUBJECT: LOCKS &#x000A;&#x000A;<a id='par1' href='#par1'>¶</a>1. (U) The lock is "
    "shut.&#x000A;&#x000A;HALVORSEN"
)
COLUMNS = ("Reference ID", "Created", "Released", "Classification", "Origin")
CELLS = (
    "<a href='/c.html'>08OSLO12</a>",
    "<a href='/d.html'>2008-05-09 09:09</a>",
    "<a href='/r.html'>2010-12-08 21:09</a>",
    "<a href='/l.html' title='secret'>UNCLASSIFIED</a>",
    "<a href='/o.html'>Embassy Oslo</a>",
)


def page(
    *blocks: str,
    cells: tuple[str, ...] = CELLS,
    columns: tuple[str, ...] = COLUMNS,
    behind: str = "",
) -> Cable:
    heads = "".join(f"<th>{column}</th>\n" for column in columns)
    row = "".join(f"<td>\n{cell}\n</td>\n" for cell in cells)
    pres = "\n".join(f"<code><pre>{block}</pre></code>" for block in blocks)
    html = (
        "<?xml version='1.0' encoding='utf-8' ?>\n<!DOCTYPE html>\n<html><head>"
        "<title>Cables</title><script>var a = '1. (U) no text';</script></head>"
        "<body><div><a href='/t.html'>EAID</a></div>"
        f"<h3>Viewing cable 08OSLO12, LOCKS</h3>\n<table class='cable'>\n<tr>\n{heads}</tr>\n"
        f"<tr>\n{row}</tr>\n</table>\n{pres}\n{behind}</div></body></html>"
    )
    return PARSER.parse(html.encode())


def test_table_and_blocks_give_the_cable() -> None:
    cable = page(HEADER, BODY)
    assert cable.format == "wikileaks-page"
    assert str(cable.mrn) == "08OSLO12"
    assert cable.sent_at == datetime(2008, 5, 9, 9, 5, tzinfo=UTC)
    assert [tag.code for tag in cable.tags] == ["EWWT", "NO"]
    assert [paragraph.printed for paragraph in cable.paragraphs] == ["¶1."]
    assert cable.signers == ("HALVORSEN",)
    assert cable.defects == ()


def test_the_metadata_is_the_link_texts_and_the_day_without_its_minutes() -> None:
    metadata = page(HEADER, BODY).metadata
    assert metadata["mrn"] == "08OSLO12"
    assert metadata["date"] == "2008-05-09"
    assert metadata["classification"] == "UNCLASSIFIED"  # the link's title is wrong on most pages
    assert metadata["origin"] == "Embassy Oslo"
    assert metadata["subject"] == "LOCKS"


def test_columns_are_known_by_their_heads() -> None:
    cable = page(
        HEADER,
        BODY,
        columns=("Reference ID", "Origin", "Classification"),
        cells=("08OSLO12", "Embassy Oslo", "UNCLASSIFIED"),
    )
    assert cable.metadata["origin"] == "Embassy Oslo"
    assert cable.defects == ()


def test_another_table_of_the_site_says_nothing_of_the_cable() -> None:
    other = "<table><tr><th>Origin</th><th>Visits</th></tr><tr><td>Lockhaven</td><td>7</td></tr>"
    cable = page(HEADER, BODY, behind=other + "</table>")
    assert cable.metadata == page(HEADER, BODY).metadata
    assert [paragraph.text for paragraph in cable.paragraphs] == ["The lock is shut."]


@pytest.mark.parametrize(
    "printed", ["R&D", "&pound 5", "&micro;m", "&amp;", "a < b", "x <b> y", "AT&T&#65;"]
)
def test_only_the_line_feed_is_an_entity_inside_pre(printed: str) -> None:
    cable = page(HEADER, BODY.replace("The lock is", f"The {printed} lock is"))
    assert cable.paragraphs[0].text == f"The {printed} lock is shut."


def test_menus_scripts_and_headings_are_furniture() -> None:
    cable = page(HEADER, BODY)
    furniture = "".join(s.text for s in cable.segments if s.layer is Layer.FURNITURE)
    assert "EAID" in furniture
    assert "no text" in furniture
    assert "".join(segment.text for segment in cable.segments) == cable.source.text


def test_a_page_without_header_block_is_read_and_the_table_gives_the_number() -> None:
    cable = page(BODY)
    assert str(cable.mrn) == "08OSLO12"
    assert {defect.code for defect in cable.defects} == {
        "header.date-missing",
        "header.origin-missing",
        "header.action-missing",
    }


def test_the_notice_of_a_partial_extract_is_a_defect_and_no_text() -> None:
    notice = "This record is a partial extract of the original cable. The rest is not available."
    cable = page(notice, BODY)
    assert "document.partial" in {defect.code for defect in cable.defects}
    assert "partial extract" not in cable.text
    assert cable.passing == ()


def test_another_cables_body_is_a_conflict_and_the_telegram_is_believed() -> None:
    cable = page(HEADER.replace("#0012", "#0099"), BODY.replace("000012", "000099"))
    assert str(cable.mrn) == "08OSLO99"
    assert [defect.code for defect in cable.defects] == ["metadata.conflict"]


def test_a_number_that_the_body_lost_comes_from_the_table() -> None:
    cable = page(BODY.replace("UNCLAS OSLO 000012", "UNCLAS"))
    assert str(cable.mrn) == "08OSLO12"
    assert cable.evidence["mrn"].how is Provenance.METADATA
    (span,) = cable.evidence["mrn"].spans
    assert span.slice(cable.source.text).strip() == "08OSLO12"


def test_a_second_body_is_kept_as_furniture_with_a_defect() -> None:
    cable = page(HEADER, BODY, BODY.replace("The lock is shut", "The bridge is up"))
    assert [defect.code for defect in cable.defects] == ["document.second-body"]
    assert "The bridge is up" in cable.source.text
    assert "bridge" not in cable.text


def test_private_use_characters_of_the_page_are_kept() -> None:
    cable = page(HEADER, BODY.replace("shut", "shut\ue000\ue001"))
    assert cable.paragraphs[0].text == "The lock is shut\ue000\ue001."


def test_elements_nested_thousands_deep_lose_nothing() -> None:
    html = (
        "<html><body><table class='cable'></table>"
        + "<div>" * 3000
        + f"<pre>{BODY}</pre></body></html>"
    )
    cable = PARSER.parse(html, format="wikileaks-page")
    assert "The lock is shut." in cable.source.text


def test_a_text_without_a_tag_stays_as_it_is() -> None:
    text = "UNCLAS OSLO 000012\r\nTAGS: EWWT\r\n"
    assert PARSER.parse(text, format="wikileaks-page").source.text == text


def test_a_page_without_the_table_is_not_claimed() -> None:
    (wanted,) = [f for f in PARSER.registry.formats if f.name == "wikileaks-page"]
    assert wanted.claim(Source.of("<html><pre>UNCLAS OSLO 000012</pre>", "page")) is None
    assert SegmentKind.METADATA in {segment.kind for segment in page(HEADER, BODY).segments}
