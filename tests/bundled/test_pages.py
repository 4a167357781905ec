"""What a page's markup becomes, whatever site it is of: what is unseen, and where lines end."""

import pytest

from cableparse import Cable, Layer, Parser

PARSER = Parser(autoload="bundled", enrich=False)
HEAD = "UNCLAS OSLO 000012<br>TAGS: EWWT<br>SUBJECT: LOCKS<br>\n<br>\n"


def page(html: str) -> Cable:
    return PARSER.parse(
        f"<html><body><h1>Scoop Media</h1>\n<div>{HEAD}1. (U) {html}</div></body></html>",
        format="scoop",
    )


def furniture(cable: Cable) -> str:
    return "".join(part.text for part in cable.segments if part.layer is Layer.FURNITURE)


@pytest.mark.parametrize("unseen", ["script", "style", "noscript", "template"])
def test_what_no_reader_sees_is_kept_as_furniture_and_the_sentence_reads_on(unseen: str) -> None:
    cable = page(f"The <{unseen}>x = 1</{unseen}>lock is shut.")
    assert [paragraph.text for paragraph in cable.paragraphs] == ["The lock is shut."]
    assert "x = 1" in furniture(cable)
    assert "lock" not in furniture(cable)


def test_elements_inside_an_unseen_one_are_unseen_too() -> None:
    unseen = "<noscript>one<b>two<i>three</i>four</b>five</noscript>"
    cable = page(f"The {unseen}lock <b>is</b> shut.")
    assert [paragraph.text for paragraph in cable.paragraphs] == ["The lock is shut."]
    assert "onetwothreefourfive" in furniture(cable)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("One<div>Two</div>Three", "One\nTwo\nThree"),
        ("One<div>Two</div><div>Three</div>", "One\nTwo\nThree"),
        ("One<p>Two</p>Three", "One\n\nTwo\n\nThree"),
        ("One<p>Two</p><p>Three</p>", "One\n\nTwo\n\nThree"),
        ("One<br>Two", "One\nTwo"),
        ("One<br>\nTwo", "One\nTwo"),
        ("One<br> \nTwo", "One \nTwo"),
        ("One<br>\n<br>\nTwo", "One\n\nTwo"),
        ("One <b>Two</b> <i>Three</i>", "One Two Three"),
    ],
)
def test_a_line_ends_where_an_element_ends_it_and_not_twice(html: str, text: str) -> None:
    assert f"1. (U) {text}\n" in page(html).source.text + "\n"
