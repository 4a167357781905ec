"""What a cable and its parts are in a notebook: short, and safe whatever they say."""

import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from cableparse import Cable, Parser, Segment, SegmentKind, Span
from cableparse.testing import cable_like_texts

PARSER = Parser(autoload="bundled")
TEXT = """\
R 141745Z MAY 08
FM AMEMBASSY OSLO
UNCLAS OSLO 000012
TAGS: ETRD
SUBJECT: LOCKS <SHUT>

¶1. (U) The locks are shut, XXXXXXX said.

12. (SBU) They open in May & June.
"""


class Shown(HTMLParser):
    """The text that a reader sees, and the elements that it stands in."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[str] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == [], "an element is left open"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert [name for name, _ in attrs] in ([], ["class"])
        self.tags.append(tag)
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


ALLOWED = {"div", "strong", "small", "br", "p", "b", "em", "bdi", "pre"}


def shown(thing: object) -> Shown:
    html = thing._repr_html_()  # type: ignore[attr-defined]
    html.encode("utf-8")
    found = Shown(html)
    assert set(found.tags) <= ALLOWED
    assert not re.search("[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", html)
    return found


def read(text: str) -> Cable:
    return PARSER.parse(text, format="telegram")


def test_a_cable_is_its_reading() -> None:
    assert shown(read(TEXT)).text == (
        "Locks <Shut>08 OSLO 12 · 14 May 2008 · from AMEMBASSY OSLO · UNCLASSIFIED · ETRD"
        "1. (U) The locks are shut, XXXXXXX said."
        "2. (SBU) They open in May & June. (printed 12.)"
        "2 paragraphs, 1 redaction, 1 repair, 3 defects"
    )


def test_what_is_lost_is_unknown() -> None:
    text = shown(read("1. (U) Shut.\n")).text
    said = "No subjectnumber unknown · date unknown · origin unknown · classification unknown"
    assert text.startswith(said)


def test_ten_cables_are_read_in_a_notebook(specimen: Path) -> None:
    found = shown(PARSER.read(specimen))
    assert len(found.text) < 1800
    assert found.tags.count("p") <= 4


def test_a_long_cable_says_that_there_is_more() -> None:
    text = TEXT + "".join(f"\n{n}. (U) Word {'and word ' * 100}.\n" for n in range(13, 40))
    found = shown(read(text))
    assert found.text.count("…") == 2
    assert re.search(r"the beginning of 29 paragraphs, 1 redaction,", found.text)


def test_a_heading_is_among_the_parts() -> None:
    found = shown(read(TEXT.replace("12. (SBU)", "The Ferries\n-----------\n\n2. (SBU)")))
    assert "The Ferries" in found.text
    assert "em" in found.tags


def test_a_paragraph_is_its_text_and_what_is_printed_otherwise() -> None:
    one, two = read(TEXT).paragraphs
    assert shown(one).text == "1. (U) The locks are shut, XXXXXXX said."
    assert shown(two).text == "2. (SBU) They open in May & June. (printed 12.)"


def test_a_paragraph_without_a_number_is_its_text() -> None:
    (one,) = read("UNCLAS OSLO 000012\nSUBJECT: LOCKS\n\nThe locks are shut.\n").paragraphs
    assert shown(one).text == "The locks are shut."


def test_a_segment_is_its_text_with_its_kind_and_place() -> None:
    (tags,) = (one for one in read(TEXT).segments if one.kind is SegmentKind.TAGS)
    at = TEXT.index("TAGS")
    assert shown(tags).text == f"tags, content, characters {at} to {at + 11}TAGS: ETRD\n"


def test_a_long_segment_is_cut() -> None:
    text = "<script>" * 10_000
    one = Segment(kind=SegmentKind.TEXT, span=Span(0, len(text)), text=text)
    assert len(shown(one).text) < 1300


@given(text=st.one_of(st.text(st.characters()), cable_like_texts()).filter(str.strip))
def test_anything_is_shown_safely(text: str) -> None:
    cable = read(text)
    for thing in (cable, *cable.paragraphs[:2], *cable.segments[:3]):
        shown(thing)


def test_nothing_is_loaded_for_it_before_it_is_asked_for() -> None:
    code = (
        "import sys, cableparse\n"
        "cable = cableparse.Parser(autoload='bundled').parse(b'TAGS: ETRD\\n', format='telegram')\n"
        "name = 'cableparse.model.notebook'\n"
        "print(name in sys.modules, cable._repr_html_()[:4], name in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "False <div True\n"
