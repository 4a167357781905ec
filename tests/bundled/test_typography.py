"""The typography enricher: lost smart quotes are read as what they were, where it is asked for."""

import attrs
import pytest

from cableparse import TEXT_CHARACTER, Cable, Parser

ON = Parser(autoload="bundled", also=["typography"])
OFF = Parser(autoload="bundled")


def read(text: str, parser: Parser = ON) -> Cable:
    return parser.parse(f"TAGS: ETRD\nSUBJECT: LOCKS\n\n1. (U) {text}\n", format="telegram")


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("The post,s view.", "The post’s view."),
        ("They don,t sail.", "They don’t sail."),
        ("The port?s view.", "The port’s view."),
        ("THE POST,S VIEW.", "THE POST’S VIEW."),
        ("Charge d,Affaires spoke.", "Charge d’Affaires spoke."),
        ("The &quiet harbor8 is shut.", "The “quiet harbor” is shut."),
        ("The &quiet\nharbor8 is shut.", "The “quiet harbor” is shut."),
        ("Shut ) and dry.", "Shut – and dry."),
    ],
)
def test_a_lost_sign_is_read_as_what_it_was(printed: str, meant: str) -> None:
    cable = read(printed)
    assert cable.paragraphs[0].text == meant
    assert {repair.code for repair in cable.repairs} == {TEXT_CHARACTER}


@pytest.mark.parametrize(
    "text",
    [
        "Oslo, some say, is shut.",
        "R&D costs 8 crowns.",
        "Berths 7,8 and 9.",
        "The lock (or so he says ) is shut.",
        "Is it shut? so he says.",
        "A & B have 8 boats.",
    ],
)
def test_what_is_no_lost_sign_stays(text: str) -> None:
    cable = read(text)
    assert cable.repairs == ()
    assert cable.paragraphs[0].text == text


def test_it_is_off_unless_it_is_asked_for() -> None:
    assert read("The post,s view.", OFF).repairs == ()
    assert "typography" not in [enricher.name for enricher in OFF.enrichers]
    named = Parser(autoload="bundled", enrich=["typography"])
    assert [enricher.name for enricher in named.enrichers] == ["typography"]


def test_the_text_stays_and_taking_the_repairs_away_gives_the_printed_state_back() -> None:
    cable = read("The post,s view.")
    assert "post,s" in cable.source.text
    assert attrs.evolve(cable, repairs=()).paragraphs[0].text == "The post,s view."
    assert all(repair.span.slice(cable.source.text) == repair.printed for repair in cable.repairs)


def test_run_twice_it_changes_nothing_more() -> None:
    cable = read("The post,s view.")
    (typography,) = [enricher for enricher in ON.enrichers if enricher.name == "typography"]
    assert typography.enrich(cable) is cable


def test_offsets_of_the_text_lead_to_the_printed_sign() -> None:
    cable = read("The post,s view.")
    paragraph = cable.paragraphs[0]
    at = paragraph.text_map.source(paragraph.text.index("’"))
    assert cable.source.text[at] == ","
