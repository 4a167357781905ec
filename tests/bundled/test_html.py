"""The page of a cable: the copy character by character, and links both ways to what is read."""

import io
import re
import sys
from itertools import pairwise
from pathlib import Path

import attrs
import pytest
from hypothesis import example, given

import html_pages
from cableparse import (
    Cable,
    Defect,
    Evidence,
    InputError,
    MissingExtraError,
    Parser,
    Provenance,
    Redaction,
    Repair,
    Span,
)

pytest.importorskip("jinja2", reason="pages need jinja2: pip install 'cableparse[html]'")
pytest.importorskip("selectolax", reason="a parser that keeps to the HTML standard reads them")

PARSER = Parser(autoload="bundled")
EXPORTER = PARSER.exporter("html")
ELSEWHERE = Path(__file__).resolve().parents[3] / "shared"

HEAD = "R 141745Z MAY 08\nUNCLAS OSLO 000012\nTAGS: ETRD\nSUBJECT: LOCKS\n\n"
CABLE = f"""\
{HEAD}1. (U) Summary: XXXXXXX told us that the locks
are shut.

OSLO 00000012  002 OF 002

Nobody knows why. End Summary.

13. (C) They open in May.

LUND
"""


def read(text: str, parser: Parser = PARSER) -> Cable:
    return parser.parse(text, format="telegram", name="a.txt")


def page(text: str) -> str:
    return html_pages.written(EXPORTER, read(text))


def check(cable: Cable) -> None:
    html_pages.check(EXPORTER, cable)


# ---------------------------------------------------------------- the copy


def test_the_copy_of_a_specimen_is_its_text(specimen: Path) -> None:
    check(PARSER.read(specimen))


def test_the_copy_of_a_real_document_is_its_text(document: Path) -> None:
    check(PARSER.read(document))


def test_the_copies_of_all_other_real_documents_are_their_texts() -> None:
    folders = [ELSEWHERE / name for name in ("pages", "seventies")]
    cables = list(PARSER.scan([folder for folder in folders if folder.is_dir()]))
    if not cables:
        pytest.skip(f"no real documents: {ELSEWHERE} is not there or is empty")
    for cable in cables:
        assert isinstance(cable, Cable)
        check(cable)


@given(text=html_pages.HOSTILE)
@example(text="\n\nleading")
@example(text="\r\r\n\n\ra\r")
@example(text="\ud800")
def test_the_copy_of_any_text_is_the_text(text: str) -> None:
    try:
        cable = read(HEAD + text)
    except InputError:
        return
    check(cable)
    if text.strip():
        # As it begins, too: HTML drops a line feed at the beginning of a `pre`.
        check(read(text))


@pytest.mark.parametrize("name", ["html5lib", "lxml"])
def test_other_parsers_find_the_same_text(name: str, specimen: Path) -> None:
    cable = PARSER.read(specimen)
    written = html_pages.written(EXPORTER, cable)
    if name == "html5lib":
        html5lib = pytest.importorskip("html5lib")
        tree = html5lib.parse(written, namespaceHTMLElements=False)
        (source,) = (one for one in tree.iter() if one.get("id") == "source")
        assert "".join(source.itertext()) == html_pages.expressible(cable.source.text)
    else:
        html = pytest.importorskip("lxml.html")
        if html.etree.LIBXML_VERSION < (2, 14):
            pytest.skip("before 2.14 libxml2 does not read HTML as browsers do")
        (source,) = html.document_fromstring(written.encode()).xpath("//*[@id='source']")
        assert source.text_content() == html_pages.expressible(cable.source.text)


def test_what_html_can_not_express_is_replaced_and_numbered() -> None:
    tree = html_pages.lexbor(page(f"{HEAD}1. (U) A\0\0B\ud800C\r\n"))
    assert html_pages.text_content(tree).endswith("1. (U) A\ufffd\ufffdB\ufffdC\r\n")
    numbers = [one.attributes["data-u"] for one in tree.css("#source [data-u]")]
    assert numbers == ["0000 0000", "D800"]


def test_a_control_that_turns_the_direction_is_kept_to_itself_and_shown() -> None:
    tree = html_pages.lexbor(page(f"{HEAD}1. (U) A\u202e\u202eB\x07\n"))
    shown = [(one.text(), one.attributes["data-x"]) for one in tree.css("#source .x")]
    assert shown == [("\u202e\u202e", "U+202E ×2"), ("\x07", "U+0007")]


def test_each_line_is_an_element_whatever_ends_it() -> None:
    tree = html_pages.lexbor(page("TAGS: ETRD\r\nSUBJECT: LOCKS\r\n\ra\fb\n"))
    lines = [(one.attributes["id"], one.text()) for one in tree.css("#source > .l")]
    assert lines == [
        ("L1", "TAGS: ETRD\r\n"),
        ("L2", "SUBJECT: LOCKS\r\n"),
        ("L3", "\r"),
        ("L4", "a\fb\n"),
    ]
    assert [one.attributes["id"] for one in tree.css("#source > .cr")] == ["L3"]


def test_a_page_is_at_most_so_many_times_as_long_as_its_text() -> None:
    for piece, times in (("lorem ipsum dolor\n", 6), ("<&>", 10), ("\0", 18), ("\n", 40)):
        text = HEAD + "1. (U) " + piece * (100_000 // len(piece)) + "."
        written = html_pages.written(EXPORTER, read(text))
        assert len(written.encode()) < times * len(text) + 20_000, piece
        assert html_pages.restored(html_pages.lexbor(written)) == text


# ---------------------------------------------------------------- the reading


def text_of(tree: object, selector: str) -> str:
    (element,) = tree.css(selector)  # type: ignore[attr-defined]
    return " ".join(element.text(deep=True).split())


def test_a_field_leads_to_its_line_and_back() -> None:
    tree = html_pages.lexbor(page(CABLE))
    assert text_of(tree, "#field-subject") == "SubjectLOCKSprinted line 4"
    (link,) = tree.css("#field-subject a")
    (place,) = tree.css(link.attributes["href"])
    assert place.text() == "LOCKS\n"
    (back,) = tree.css('#L4 a[href="#field-subject"]')
    assert back.attributes["aria-label"] == "Subject"


def test_a_repaired_number_shows_what_is_printed_and_what_is_read() -> None:
    tree = html_pages.lexbor(page(CABLE.replace("13. (C)", "12. (C)").replace("1. (U)", "¶1. (U)")))
    assert text_of(tree, "#paragraph-2 .number .read") == "2."
    assert text_of(tree, "#paragraph-2 .number .printed") == "12."
    assert text_of(tree, "#repair-1") == "printed 12., read 2."
    assert text_of(tree, "#at-repair-1") == "12."
    (row,) = tree.css(".repairs tbody tr")
    assert row.text(deep=True, separator=" ").split()[:2] == ["12.", "2"]


def test_characters_that_are_read_as_others_stand_beside_the_printed_ones() -> None:
    typography = Parser(autoload="bundled", enrich=["typography"])
    cable = read(f"{HEAD}1. (U) The post,s view.\n", typography)
    tree = html_pages.lexbor(html_pages.written(EXPORTER, cable))
    assert (text_of(tree, "#repair-1 .read"), text_of(tree, "#repair-1 .printed")) == ("’", ",")
    assert text_of(tree, "#at-repair-1 .e") == ","


def test_a_redaction_is_marked_in_copy_and_reading() -> None:
    tree = html_pages.lexbor(page(CABLE))
    assert text_of(tree, "#redaction-1") == text_of(tree, "#at-redaction-1 .r") == "XXXXXXX"
    assert "before an editor took it out" in text_of(tree, "#reading")


def test_a_redaction_outside_the_text_is_listed() -> None:
    tree = html_pages.lexbor(page(CABLE.replace("LOCKS", "XXXXXXXX LOCKS")))
    assert text_of(tree, ".redactions li#redaction-1").startswith("█ XXXXXXXX line 4")


def test_a_redaction_in_furniture_marks_nothing_of_the_sentence_around_it() -> None:
    cable = read(CABLE)
    at = CABLE.index("OSLO 00000012")
    one = Redaction(span=Span(at, at + 4), code="r.x", printed="OSLO")
    tree = html_pages.lexbor(html_pages.written(EXPORTER, cable.evolve(redactions=(one,))))
    assert tree.css("#paragraph-1 .r") == []
    assert text_of(tree, ".redactions li#redaction-1").startswith("█ OSLO line 9")


def test_furniture_is_a_note_where_it_interrupts() -> None:
    tree = html_pages.lexbor(page(CABLE))
    assert "locks are shut. ⋯ page mark Nobody" in text_of(tree, "#paragraph-1")
    assert text_of(tree, "#at-furniture-1") == "OSLO 00000012 002 OF 002"
    assert tree.css("#at-furniture-1 > .f") != []


def test_a_loss_is_shown_where_it_happened() -> None:
    tree = html_pages.lexbor(page(CABLE.replace("13. (C)", "3. (C)")))
    (note,) = tree.css("#reading a.d")
    assert note.text().startswith("! before 3 is missing: 2")
    assert note.parent.attributes["id"] == "paragraph-2"
    (place,) = tree.css(note.attributes["href"])
    assert place.text(deep=True).startswith("3.")


def test_a_line_leads_once_to_what_is_read_in_several_places_of_it() -> None:
    tree = html_pages.lexbor(page(CABLE.replace("TAGS: ETRD", "TAGS: ETRD, EWWT,\nPREL")))
    back = [link.parent.parent.id for link in tree.css('#source a[href="#field-tags"]')]
    to = [link.text() for link in tree.css("#field-tags a.to")]
    assert (back, to) == (["L3", "L4"], ["line 3", "line 4"])
    # Each place can be led to all the same.
    assert all(tree.css_first(f"#at-field-tags{number}") for number in ("", "-2", "-3"))


def test_what_can_not_be_known_is_said_in_words() -> None:
    shown = text_of(html_pages.lexbor(page("TAGS: ETRD\n")), "#reading")
    for words in (
        "Unknown is not the same as UNCLASSIFIED.",
        "The copy has no text that can be read.",
        "the copy has no FM line (header.origin-missing, by cableparse) It has no place",
    ):
        assert words in shown


def test_a_field_that_stands_there_and_is_not_read_is_said_so() -> None:
    cable = read(CABLE)
    evidence = {**cable.evidence, "origin": Evidence(how=Provenance.PRINTED, spans=(Span(2, 5),))}
    tree = html_pages.lexbor(
        html_pages.written(EXPORTER, cable.evolve(origin=None, evidence=evidence))
    )
    assert "It stands in the copy and can’t be read." in text_of(tree, "#field-origin")


def test_what_stands_beside_header_and_body_is_shown() -> None:
    tree = html_pages.lexbor(page(CABLE))
    assert text_of(tree, "#beside-1") == "Signature line 15LUND"


def test_what_a_strangers_plugin_says_is_shown_whatever_it_says() -> None:
    cable = read(CABLE)
    end = len(cable.source.text)
    spans = (Span(3, 9), Span(5, end), Span(0, 0), Span(end, end), Span(5, end + 9), Span(60, 120))
    cable = attrs.evolve(
        cable,
        redactions=tuple(Redaction(span=s, code="r.x", printed="<b>") for s in spans),
        repairs=tuple(
            Repair(span=s, code="text.character", printed="\0", read="x" * len(s), reason="'")
            for s in spans
        ),
        defects=tuple(Defect(code="mine.<i>", message="\ud800", span=s) for s in spans),
        evidence={
            "mine/own field": Evidence(how=Provenance.DERIVED, spans=spans[:2]),
            "mine own/field": Evidence(how=Provenance.DERIVED, spans=spans[:2]),
        },
    )
    tree = html_pages.lexbor(html_pages.written(EXPORTER, cable))
    assert html_pages.text_content(tree) == cable.source.text
    html_pages.assert_linked(tree)
    assert len(tree.css(".defects li")) == len(spans)


def test_as_many_things_as_there_are_may_begin_at_one_place() -> None:
    cable = read(CABLE)
    many = tuple(Defect(code="mine.x", message=str(n), span=Span(4, 9)) for n in range(600))
    cable = cable.evolve(defects=many)
    check(cable)
    # Browsers cut off what is nested more than 512 deep.
    for node in html_pages.lexbor(html_pages.written(EXPORTER, cable)).css("[id^=at-defect]"):
        depth = 0
        while (node := node.parent) is not None:
            depth += 1
        assert depth < 20


# ---------------------------------------------------------------- the page


def test_a_page_says_what_it_is_of() -> None:
    tree = html_pages.lexbor(page(CABLE))
    assert text_of(tree, "title") == "08 OSLO 12 — Locks"
    assert text_of(tree, "h1") == "Locks"
    assert tree.css_first("html").attributes["lang"] == "en"
    assert read(CABLE).source.data_digest in text_of(tree, "#copy")
    nameless = html_pages.lexbor(page("1. (U) Shut.\n"))
    assert text_of(nameless, "title") == "a.txt — A cable without a subject"


def test_headings_rise_by_one() -> None:
    tree = html_pages.lexbor(page(CABLE.replace("13. (C)", "The Locks\n---------\n\n2. (C)")))
    levels = [int(one.tag[1]) for one in tree.css("h1, h2, h3, h4, h5, h6")]
    assert levels[0] == 1
    assert set(levels) == {1, 2, 3, 4}
    assert all(b <= a + 1 for a, b in pairwise(levels))
    assert text_of(tree, "h4").startswith("The Locks line ")


def test_each_layer_has_a_box_that_the_style_asks_for() -> None:
    tree = html_pages.lexbor(page(CABLE))
    boxes = [one.attributes["id"] for one in tree.css("label > input[type=checkbox][checked]")]
    assert boxes == ["show-f", "show-r", "show-e", "show-d"]
    style = tree.css_first("style").text()
    for box in boxes:
        assert f"body:has(#{box}:not(:checked))" in style


def test_several_cables_are_articles_of_one_page() -> None:
    cables = [read(CABLE), read(CABLE), read("TAGS: EWWT\n")]
    written = html_pages.written(EXPORTER, *cables)
    tree = html_pages.lexbor(written)
    assert text_of(tree, "title") == "Several cables"
    for id, cable in zip(("source", "c2-source", "c3-source"), cables, strict=True):
        assert html_pages.text_content(tree, id) == cable.source.text
    html_pages.assert_linked(tree)
    html_pages.assert_inert(written, tree)


def test_a_page_of_no_cables_says_so() -> None:
    tree = html_pages.lexbor(html_pages.written(EXPORTER))
    assert text_of(tree, "h1") == "No cables"
    html_pages.assert_linked(tree)


def test_a_file_has_the_page_in_utf_8_and_plain_line_ends(tmp_path: Path) -> None:
    cable = read(CABLE.replace("shut", "stängt"))
    with EXPORTER.open(tmp_path / "a.html") as writer:
        writer.write(cable)
    assert (tmp_path / "a.html").read_bytes() == html_pages.written(EXPORTER, cable).encode()


def test_a_writer_writes_in_a_with_statement_alone() -> None:
    writer = EXPORTER.open(io.StringIO())
    with pytest.raises(ValueError, match="not open: use it in a with statement"):
        writer.write(read(CABLE))


def test_without_jinja2_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    from cableparse_plugins.export.html import page as module

    module._environment.cache_clear()
    module._frame.cache_clear()
    try:
        said = r"needs jinja2, which is not installed: pip install 'cableparse\[html\]'"
        with pytest.raises(MissingExtraError, match=said):
            EXPORTER.open(tmp_path / "a.html")
    finally:
        module._environment.cache_clear()
    assert not (tmp_path / "a.html").exists()


def test_the_style_has_no_colour_but_those_of_its_two_palettes() -> None:
    style = html_pages.lexbor(page(CABLE)).css_first("style").text()
    palettes, _, rest = style.partition("* { box-sizing")
    assert palettes.count("--ink:") == 2
    assert not re.search(r"#[0-9a-f]{3,6}\b", re.sub(r"#show-\w", "", rest))
