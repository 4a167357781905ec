"""Websites, stamps and captions inside the text."""

from itertools import product

import pytest

from cableparse import Layer, SegmentKind
from cableparse.text.furniture import find_furniture

HEAD = (
    "UNCLAS OSLO 000012\nTAGS: ETRD\nSUBJECT: LOCKS\n\n1. (U) The lock is shut.\n\n2. (U) It leaks."
)
SITE = "http://www.example.sgov.gov/p/eur/oslo/"


def found(text: str) -> list[tuple[str, str]]:
    """Give kind and text of what is found in a text."""
    return [(kind.value, text[at:to]) for at, to, kind, _ in find_furniture(text, 0, len(text))]


@pytest.mark.parametrize(
    "invitation",
    [
        "Visit Embassy Oslo's Classified Website:",
        "Please visit Oslo's classified web site at",
        "VISIT OSLO'S CLASSIFIED WEBSITE:",
        "For more reporting from Embassy Oslo, visit",
        "For additional reporting on locks, see our website:",
        "This cable and other reporting from Oslo can be found at",
        "Embassy Oslo's Classified Website:",
        "Visit Oslo's Classified\nWebsite:",
        "",
    ],
)
@pytest.mark.parametrize("rule", ["", "*" * 40, "-" * 40, "=" * 40, "*" * 30 + " " + "*" * 9])
def test_a_posts_website_is_no_text_and_hides_no_signer(
    telegram, invitation: str, rule: str
) -> None:
    around = ("\n\n", "\nLARSEN\n"), ("\n", " LARSEN"), ("\n\nLARSEN\n\n", "\n")
    for joint, (before, after) in product((" ", "\n", "\n\n"), around):
        block = invitation + (joint if invitation else "") + SITE
        if rule:
            block, after = f"{rule}\n{block}\n{rule}", "\n" + after.lstrip()  # noqa: PLW2901
        text = HEAD + before + block + after
        cable = telegram(text)
        assert [one.text for one in cable.paragraphs] == ["The lock is shut.", "It leaks."], text
        assert (cable.headings, cable.signers) == ((), ("LARSEN",)), text
        (segment,) = [one for one in cable.segments if one.kind is SegmentKind.WEBSITE]
        assert segment.layer is Layer.FURNITURE
        assert segment.text.strip() == block


@pytest.mark.parametrize(
    "address",
    [
        "http://www.example.sgov.gov/p/oslo/index.c fm",
        "http://www.example.sgov.gov/p/eur/\noslo/index.cfm",
        "http://www.intelink.sgov.gov/wiki/Portal:Nor way_Oslo",
        "http//www.example.sgov.gov/p/oslo/",
        "www.example.sgov.gov/p/oslo",
        "HTTP://WWW.EXAMPLE.SGOV.GOV/P/OSLO/",
        "(https://oslo.usembassy.gov/).",
    ],
)
def test_an_address_is_cut_out_whole(address: str) -> None:
    text = f"It leaks.\nVisit our classified website: {address}\nLARSEN\n"
    assert found(text) == [("website", f"Visit our classified website: {address}")]


@pytest.mark.parametrize(
    "text",
    [
        "For more on locks, see http://www.example.org/locks.",
        "The board's website (http://www.example.org) says that it leaks.",
        "The rule is available online at http://www.example.org/rule/12.",
        "The visit of the minister is described at http://www.example.org/visit.",
        "Oslo draws attention to the report at http://www.state.gov/locks/report.",
        "The board lists its locks at\nhttp://www.example.org/list\nevery day.",
        "Ask kari@example.org and/or the board (S//NF).",
    ],
)
def test_an_address_that_a_sentence_has_is_its_own(telegram, text: str) -> None:
    assert found(text) == []
    cable = telegram(f"{HEAD}\n\n3. (U) {text}\n\n4. (U) So.\n\nLARSEN\n")
    assert " ".join(cable.paragraphs[2].text.split()) == " ".join(text.split())


def test_a_headings_rule_is_no_websites() -> None:
    text = f"COMMENT\n-------\nVisit Oslo's Classified Website: {SITE}\n"
    assert found(text) == [("website", f"Visit Oslo's Classified Website: {SITE}")]


@pytest.mark.parametrize(
    "stamp",
    [
        "Declassified/Released US Department of State EO Systematic Review 20 Mar 2014",
        "Kari B. Vik Declassified/Released US Department of State EO Systematic Review 05 JUL 2006",
        "Declassified/Released\nUS Department of State\nEO Systematic Review 30 JUN 2005",
        "*** Current Classification *** UNCLASSIFIED",
    ],
)
def test_an_archives_stamp_is_no_text_and_hides_no_signer(telegram, stamp: str) -> None:
    cable = telegram(f"{HEAD}\n{stamp}\nIt froze.\n\nLARSEN\n\n{stamp}\n")
    assert (cable.paragraphs[1].text, cable.signers) == ("It leaks. It froze.", ("LARSEN",))
    stamps = [one for one in cable.segments if one.kind is SegmentKind.ARCHIVE]
    assert [one.text.strip() for one in stamps] == [stamp, stamp]


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("and the keeper\nMINIMIZE CONSIDERED.\nhas left.", "and the keeper has left."),
        ("and the keeper\n\nMINIMIZE CONSIDERED\n\nhas left.", "and the keeper has left."),
        ("and the keeper SIPDIS has left.", "and the keeper has left."),
        ("and the keeper\n\nSIPDIS\nhas left.", "and the keeper has left."),
        ("and the keeper\nSIPDIS has left.", "and the keeper has left."),
        ("and the keeper has\nleft SIPDIS\nus.", "and the keeper has left us."),
        ("So it is. SIPDIS The keeper has left.", "So it is. The keeper has left."),
    ],
)
def test_a_caption_inside_a_sentence_is_none_of_it(telegram, printed: str, read: str) -> None:
    cable = telegram(f"UNCLAS OSLO 000012\nSUBJECT: LOCKS\n\n1. (U) It leaks, {printed}\n")
    assert " ".join(cable.paragraphs[0].text.split()) == f"It leaks, {read}"


@pytest.mark.parametrize(
    "text",
    [
        "The SIPDIS caption was left out.",
        "It came with SIPDIS and without NOFORN.",
        "SIPDIS is a caption.",
        "The word SIPDIS stood there.",
        "MINIMIZE CONSIDERED was on it.",
        "Nobody NOFORN knows.",
        "SIPDIST",
    ],
)
def test_a_caption_that_the_text_speaks_of_is_its_own(text: str) -> None:
    assert found(text) == []
