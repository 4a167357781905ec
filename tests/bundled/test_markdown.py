"""The Markdown exporter: what a CommonMark parser reads is what the cable says."""

import io
import json
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from any_cable import held_of_any_cable
from archives import CABLE, archive
from cableparse import Cable, Defect, Heading, Parser, Repair, Span, export

markdown_it = pytest.importorskip("markdown_it")
footnote = pytest.importorskip("mdit_py_plugins.footnote")
front_matter = pytest.importorskip("mdit_py_plugins.front_matter")
yaml = pytest.importorskip("yaml")

PARSER = Parser(autoload="bundled")
EXPORTER = PARSER.exporter("markdown")
READER = (
    markdown_it.MarkdownIt("commonmark")
    .use(front_matter.front_matter_plugin)
    .use(footnote.footnote_plugin)
)
TEXT = """\
R 141530Z FEB 08
FM AMCONSUL HALIFAX
TO RUEHC/SECSTATE WASHDC 1200

UNCLAS HALIFAX 000012

TAGS: ETRD, CA
SUBJECT: FERRY *RUNS* LATE_

¶1. (U) Ferry runs late.

12. (SBU) XXXXXXXXXXXX [sic] will ask for *all* of it:

-- the timetable; and

-- # 1. of <two> &amp; more.

LOCKS #
-------

13. (U) It is late.

KESTREL
"""


def written(*given: Cable) -> str:
    stream = io.StringIO()
    with EXPORTER.open(stream) as writer:
        for cable in given:
            writer.write(cable)
    return stream.getvalue()


def telegram(text: str, name: str = "a.txt") -> Cable:
    return PARSER.parse(text, format="telegram", name=name)


def text_of(inline) -> str:
    """Give the characters of a block, a sign for each note left out."""
    kinds = {"text": None, "text_special": None, "softbreak": "\n", "hardbreak": "\n"}
    kinds |= {"footnote_ref": "", "footnote_anchor": ""}
    return "".join(
        one.content if kinds[one.type] is None else kinds[one.type] for one in inline.children
    )


def blocks_of(text: str) -> list[tuple[str, str]]:
    """Give kind and text of each block, those of the notes as `note`."""
    blocks = []
    kind = "p"
    noting = False
    for token in READER.parse(text):
        if token.type in {"footnote_block_open", "footnote_block_close"}:
            noting = token.type.endswith("open")
        elif token.type in {"front_matter", "fence"}:
            blocks.append((token.type, token.content))
        elif token.type in {"heading_open", "paragraph_open"}:
            kind = "note" if noting else token.tag
        elif token.type == "inline":
            blocks.append((kind, text_of(token)))
        else:
            # No list, no quotation, no code, no markup: whatever the cable's text looks like.
            assert token.type in {
                *("heading_close", "paragraph_close", "footnote_anchor"),
                *("footnote_open", "footnote_close"),
            }, token.type
    return blocks


def wanted_of(cable: Cable) -> list[tuple[str, str]]:
    """Give the headings and paragraphs that a reader of the page is to see."""
    blocks: list[tuple[str, str]] = []
    for part in cable.body.parts:
        if isinstance(part, Heading):
            blocks.append(("h2", " ".join(part.text.split())))
            continue
        number = part.printed if part.number is None else f"{part.number}."
        portion = f"({part.portion})" if part.portion else ""
        first, *rest = re.split(r"\n\n+", part.text)
        opening = " ".join(one for one in (number, portion, first) if one)
        blocks += (("p", one) for one in (opening, *rest))
    return [(kind, text.strip()) for kind, text in blocks if text.strip()]


def check(cable: Cable) -> None:
    blocks = blocks_of(written(cable))
    notes = [text for kind, text in blocks if kind == "note"]
    assert len(notes) == len(cable.repairs) + len(cable.defects)
    (matter, *read) = [one for one in blocks if one[0] != "note"]
    assert matter[0] == "front_matter"
    assert yaml.safe_load(matter[1])["sha256"] == cable.source.data_digest
    assert read[0][0] == "h1"
    assert [(kind, text.strip()) for kind, text in read[2:]] == wanted_of(cable)


# ---------------------------------------------------------------- the law


(
    test_a_specimen_reads_as_it_was_read,
    test_any_cable_reads_as_it_was_read,
    test_a_damaged_copy_reads_as_it_was_read,
) = held_of_any_cable(check)


@given(line=st.text("*_`[]()<>&#!|~-+=.:1\\^${}'\" ab", min_size=1, max_size=24))
@example(line="2. a")
@example(line="[^1]: a")
@example(line="&amp; <b> `a` ***")
@example(line="- - -")
@example(line="a  \\")
def test_no_sign_of_a_text_means_anything(line: str) -> None:
    cable = telegram(f"SUBJECT: LOCKS\n\n1. (U) It says: short.\n\n{line}\n\n{line}: {line}\n")
    check(cable)


# ---------------------------------------------------------------- what stands where


def test_a_page_has_front_matter_title_facts_parts_and_notes() -> None:
    (_, matter), *blocks = blocks_of(written(telegram(TEXT)))
    found = yaml.safe_load(matter)
    assert {key: found[key] for key in ("mrn", "origin", "tags", "sent_at", "repairs")} == {
        "mrn": "08HALIFAX12",
        "origin": "AMCONSUL HALIFAX",
        "tags": ["ETRD", "CA"],
        "sent_at": "2008-02-14T15:30:00+00:00",
        "repairs": 2,
    }
    assert "captions" not in found  # the copy has none
    facts = "08HALIFAX12; from AMCONSUL HALIFAX; to SECSTATE WASHDC; 2008-02-14 15:30 UTC"
    assert blocks[:3] == [
        ("h1", "Ferry *Runs* Late_"),
        ("p", f"{facts}; UNCLASSIFIED"),
        ("p", "1. (U) Ferry runs late."),
    ]
    assert blocks[3:7] == [
        ("p", "2. (SBU) XXXXXXXXXXXX [sic] will ask for *all* of it:"),
        ("p", "-- the timetable; and"),
        ("p", "-- # 1. of <two> &amp; more."),
        ("h2", "LOCKS #"),
    ]
    notes = [text for kind, text in blocks if kind == "note"]
    assert any(note.startswith("printed 12., read as 2: ") for note in notes)


def test_a_note_stands_where_its_matter_does() -> None:
    text = "SUBJECT: LOCKS\n\n1. (U) The lock is shut, and the sluice is open.\n"
    cable = telegram(text)
    at = text.index("shut")
    changed = cable.evolve(
        repairs=(
            Repair(span=Span(at, at + 4), code="a.b", printed="shut", read="shot", reason="why"),
        ),
        defects=(Defect(code="c.d", message="no *sluice*", span=Span(at + 6, at + 9)),),
    )
    page = written(changed)
    assert "is shut[^1], and[^2] the sluice" in page
    assert "[^1]: printed shut, read as shot: why (a.b)\n" in page
    assert "[^2]: no \\*sluice\\* (c.d)\n" in page


def test_a_repair_of_a_number_is_noted_at_the_number() -> None:
    assert re.search(r"^2\\\.\[\^\d+\] \(SBU\) XXXX", written(telegram(TEXT)), re.MULTILINE)


def test_a_line_that_the_writer_ended_stays_one() -> None:
    text = "SUBJECT: LOCKS\n\n1. (U) Open:\n- the first lock\n- the second lock\n"
    (block,) = [text for kind, text in blocks_of(written(telegram(text))) if text[:2] == "1."]
    assert block == "1. (U) Open:\n- the first lock\n- the second lock"


def test_several_cables_stand_below_each_other_with_notes_of_their_own() -> None:
    one, two = telegram(TEXT), telegram("SUBJECT: LOCKS\n\n1. (U) Shut.\n")
    text = written(one, two)
    blocks = blocks_of(text)
    assert [text for kind, text in blocks if kind == "h1"] == ["Ferry *Runs* Late_", "Locks"]
    metadata = [yaml.safe_load(content) for kind, content in blocks if kind == "fence"]
    digests = [one.source.data_digest, two.source.data_digest]
    assert [found["sha256"] for found in metadata] == digests
    labels = re.findall(r"^\[(\^[\d-]+)\]:", text, re.MULTILINE)
    assert len(labels) == len(set(labels)) == len([0 for kind, _ in blocks if kind == "note"])


def test_a_file_without_a_cable_is_empty() -> None:
    assert written() == ""


@pytest.mark.parametrize("sign", ["\x7f", "\x85", "\u2028", "\ud800", "\uffff", "🚢", '"', "\\"])
def test_front_matter_keeps_any_character(sign: str) -> None:
    text = written(telegram("SUBJECT: LOCKS\n", name=f"a{sign}b"))
    (kind, matter), *_ = blocks_of(text)
    assert kind == "front_matter"
    assert yaml.safe_load(matter)["name"] == f"a{sign}b"


def test_a_lone_surrogate_is_written_as_its_number() -> None:
    text = written(telegram("SUBJECT: LOCKS\n\n1. (U) Sh\ud800ut.\n"))
    assert "1\\. (U) Sh\\ud800ut." in text


# ---------------------------------------------------------------- files


@pytest.mark.parametrize("after", [0, 1, 2, 3])
@pytest.mark.parametrize("count", [1, 3])
def test_it_is_gone_on_with(tmp_path: Path, after: int, count: int) -> None:
    given = [telegram(CABLE.format(number=one, referred=7)) for one in range(1, count + 1)]
    whole, cut = tmp_path / "whole.md", tmp_path / "cut.md"
    with EXPORTER.open(whole) as writer:
        for cable in given:
            writer.write(cable)
    with EXPORTER.open(cut) as writer:
        for cable in given[:after]:
            writer.write(cable)
        token = json.loads(json.dumps(writer.checkpoint()))
    with EXPORTER.resume(cut, token) as writer:
        for cable in given[after:]:
            writer.write(cable)
    assert cut.read_bytes() == whole.read_bytes()


def test_an_archive_gives_a_file(tmp_path: Path) -> None:
    target = tmp_path / "cables.md"
    export(archive(tmp_path / "many", 30), target, parser=PARSER, workers=2)
    blocks = blocks_of(target.read_text(encoding="utf-8"))
    assert [kind for kind, _ in blocks].count("h1") == 30


def test_the_suffix_chooses_it() -> None:
    assert PARSER.exporter_for("a/b.md").name == "markdown"
