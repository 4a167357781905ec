"""The redactions enricher: every marker, none of its false friends."""

import pytest

from cableparse import Cable, Parser, Segment, SegmentKind, Source, Span

PARSER = Parser(autoload="bundled", enrich=["redactions"])
HEAD = "UNCLAS OSLO 000012\nTAGS: ETRD\nSUBJECT: LOCKS\n\n"


def redactions(text: str) -> list[tuple[str, str]]:
    cable = PARSER.parse(f"{HEAD}1. (C) {text}\n", format="telegram")
    return [(redaction.code, redaction.printed) for redaction in cable.redactions]


@pytest.mark.parametrize(
    "run", ["XXXX", "X" * 11, "X" * 12, "X" * 13, "xxxxx", "x" * 12, "x" * 19, "xxxxxXXXXXXX"]
)
@pytest.mark.parametrize(
    "sentence",
    [
        "The agent {} came.",
        "{} came.",
        "The agent{} came.",
        "It was {}'s boat.",
        "It was {}.",
        "({})",
    ],
)
def test_a_run_is_a_redaction(run: str, sentence: str) -> None:
    assert redactions(sentence.format(run)) == [("redaction.x-run", run)]


@pytest.mark.parametrize(
    "bracket",
    [
        "[NAME REMOVED]",
        "[NAMES REMOVED]",
        "[NAME(S) REMOVED]",
        "[SOURCE REMOVED]",
        "[LOCATION REMOVED]",
        "[DETAILS REMOVED]",
        "[CONTENT REMOVED]",
        "[Name removed]",
        "[name REMOVED]",
    ],
)
def test_a_bracket_is_a_redaction(bracket: str) -> None:
    assert redactions(f"The agent {bracket} came.") == [("redaction.bracket", bracket)]


@pytest.mark.parametrize(
    "text",
    [
        "XXX boats came.",
        "On xx/xx/1933 it rained.",
        "Kari Larsen (protect) came.",
        "Kari Larsen (strictly protect) came.",
        'He said "the boats [...] sail".',
        "He said [sic] so.",
        "The snow was removed] from it.",
        "[The snow was not removed]",
        "The Xerox of the taxi and Exxon.",
        "Chapter XXXIX of the book",
        "(555) 0100",
        "xxx",
        "XX XX XX",
        "X X X X X",
        "____________",
        "............",
    ],
)
def test_a_false_friend_is_none(text: str) -> None:
    assert redactions(text) == []


def test_four_small_x_are_a_placeholder_and_no_redaction() -> None:
    assert redactions("The file xxxx.doc came.") == []


def test_several_redactions_stand_in_printed_order() -> None:
    assert [printed for _, printed in redactions("XXXXXX, [NAME REMOVED] and xxxxxxx")] == [
        "XXXXXX",
        "[NAME REMOVED]",
        "xxxxxxx",
    ]


def test_a_redaction_names_its_plugin_and_stands_where_it_is_printed() -> None:
    cable = PARSER.parse(HEAD + "1. (C) The agent XXXXXXXXXXXX came.\n", format="telegram")
    (redaction,) = cable.redactions
    assert redaction.plugin == "redactions"
    assert redaction.span.slice(cable.source.text) == redaction.printed
    assert "XXXXXXXXXXXX" in cable.text


@pytest.mark.parametrize(
    "line",
    [
        "E.O. 12958: DECL: XXXXXXXXXXXX",
        "SUBJECT: THE XXXXXXXXXXXX CASE",
        "CONFIDENTIAL XXXXXXXXXXXX 001234",
    ],
)
def test_the_head_is_looked_at_too(line: str) -> None:
    cable = PARSER.parse(f"{line}\nTAGS: ETRD\n", format="telegram")
    assert [redaction.printed for redaction in cable.redactions] == ["XXXXXXXXXXXX"]


def test_a_sites_own_text_is_not_looked_at() -> None:
    text = (
        f"Cablegate: Locks\n\n{HEAD}1. (U) Shut.\n\n© Scoop Media\n\nXXXXXXXXXXXX [NAME REMOVED]\n"
    )
    assert PARSER.parse(text).redactions == ()


def test_what_is_hidden_is_not_guessed_at() -> None:
    cable = PARSER.parse(
        HEAD + "1. (C) XXXXXXXXXXXX, that is Kari Larsen, came.\n", format="telegram"
    )
    assert all("Larsen" not in repr(redaction) for redaction in cable.redactions)


@pytest.mark.parametrize("cut", [4, 8])
def test_a_run_that_a_sites_text_begins_or_ends_is_none_of_the_cables(cut: int) -> None:
    text = "AB XXXXXXXX CD"
    kinds = (SegmentKind.TEXT, SegmentKind.SITE, SegmentKind.TEXT)
    places = ((0, 7), (7, 11), (11, 14)) if cut == 4 else ((0, 1), (1, 7), (7, 14))
    segments = tuple(
        Segment(kind=kind, span=Span(*place), text=text[slice(*place)])
        for kind, place in zip(kinds, places, strict=True)
    )
    cable = Cable(source=Source.of(text, "cut"), format="telegram", segments=segments)
    (enricher,) = [e for e in PARSER.enrichers if e.name == "redactions"]
    assert enricher.enrich(cable).redactions == ()
