"""Summary and comment."""

import pytest

from cableparse import Heading, Parser
from cableparse.text.views.summary import find_comment, find_summary

PARSER = Parser(autoload="bundled")


def parts_of(*blocks: str):
    """The parts of a body; a block that begins with `#` is a heading."""
    printed = [f"{b[1:]}\n{'-' * len(b[1:])}" if b.startswith("#") else b for b in blocks]
    return PARSER.parse(
        "SUBJECT: LOCKS\n\n" + "\n\n".join(printed) + "\n", format="telegram"
    ).body.parts


def summary_of(parts) -> str | None:
    found = find_summary(parts)
    return None if found is None else found.text


def comment_of(parts) -> str | None:
    found = find_comment(parts)
    return None if found is None else found.text


@pytest.mark.parametrize(
    "label",
    [
        "SUMMARY: ",
        "Summary: ",
        "SUMMARY. ",
        "Summary -- ",
        "SUMMARY AND ACTION REQUEST: ",
        "Summary and Comment. ",
        "(SUMMARY): ",
        "/SUMMARY/: ",
        "SUMMARY - ",
        "//SUMMARY// ",
        "(Summary) ",
        "Begin Summary: ",
        "Executive Summary: ",
        "SUMMARY (SBU): ",
        "SUMMARY: (SBU) ",
        "SUMAMRY: ",
    ],
)
def test_a_label_opens_a_summary(label: str) -> None:
    assert (
        summary_of(parts_of(f"1. (U) {label}The lock is shut.", "2. (U) It rained."))
        == "The lock is shut."
    )


@pytest.mark.parametrize(
    "end",
    [
        "END SUMMARY.",
        "End Summary",
        "(End summary.)",
        "End of Summary.",
        "END SUMMARY AND COMMENT.",
        "End Sum.",
    ],
)
def test_a_printed_end_closes_the_summary_paragraphs_later(end: str) -> None:
    parts = parts_of(
        "1. (U) SUMMARY: The lock is shut.", f"2. (U) It rained. {end}", "3. (U) Boats."
    )
    assert summary_of(parts) == "The lock is shut.\nIt rained."


def test_without_a_printed_end_a_label_covers_its_own_paragraph() -> None:
    assert (
        summary_of(parts_of("1. (U) SUMMARY: The lock is shut.", "2. (U) It rained."))
        == "The lock is shut."
    )


def test_a_label_alone_covers_the_paragraph_below_it() -> None:
    parts = parts_of("Summary:", "The lock is shut.", "2. (U) It rained.")
    assert summary_of(parts) == "The lock is shut."


@pytest.mark.parametrize("text", ["SUMMARY: The lock is shut. END SUMMARY.", "#SUMMARY"])
def test_a_summary_that_nothing_stands_before_is_one(text: str) -> None:
    text = text.replace("#SUMMARY", "SUMMARY\n-------\n\n1. (U) The lock is shut.\n\nRAIN\n----")
    cable = PARSER.parse(f"{text}\n\n2. (U) It rained.\n", format="telegram")
    assert cable.summary == "The lock is shut."


def test_a_heading_opens_a_summary_to_the_next_heading() -> None:
    parts = parts_of(
        "#Summary", "1. (U) The lock is shut.", "2. (U) It rained.", "#The Lock", "3. (U) Boats."
    )
    assert summary_of(parts) == "The lock is shut.\nIt rained."


def test_an_end_alone_closes_a_summary_near_the_start() -> None:
    assert (
        summary_of(parts_of("1. (U) The lock is shut. End Summary.", "2. (U) Boats."))
        == "The lock is shut."
    )


def test_a_body_without_the_word_has_no_summary() -> None:
    assert summary_of(parts_of("1. (U) The lock is shut.", "2. (U) Boats.")) is None


@pytest.mark.parametrize(
    "text", ["Summary executions were denied.", "A summary: nothing.", "Summarily, it rained."]
)
def test_the_word_in_a_sentence_is_no_label(text: str) -> None:
    assert summary_of(parts_of(f"1. (U) {text}", "2. (U) Boats.")) is None


@pytest.mark.parametrize("label", ["COMMENT: ", "Comment. ", "COMMENT -- ", "(Comment: "])
def test_a_label_opens_a_comment(label: str) -> None:
    comment = comment_of(
        parts_of("1. (U) Boats.", f"2. (U) {label}The lock is late.", "3. (U) More.")
    )
    assert comment == "The lock is late."


def test_a_heading_opens_a_comment() -> None:
    assert (
        comment_of(parts_of("1. (U) Boats.", "#Comment", "2. (U) The lock is late. End comment."))
        == "The lock is late."
    )


def test_an_end_comment_heading_opens_none() -> None:
    parts = (Heading(text="END COMMENT", span=None, pieces=()),)  # type: ignore[arg-type]
    assert comment_of(parts) is None


def test_no_comment_is_none() -> None:
    assert comment_of(()) is None


@pytest.mark.parametrize(
    "text",
    [
        "1. (U) Summary. The lock is shut.  End\nSummary.\n",
        "1. (U) *Summary*: The lock is shut. *End Summary*.\n",
        "1. (U) Summary. The lock is shut.  End of\nSummary.\n",
        "1. (U) Summary, Comment and Action Request: The lock is shut. End Summary, Comment.\n",
    ],
)
def test_an_end_may_stand_on_two_lines_or_between_signs(telegram, text: str) -> None:
    assert telegram(text).summary == "The lock is shut."


def test_a_sum_in_a_sentence_ends_no_summary() -> None:
    text = "Summary: In the end sum and crew were lost."
    assert summary_of(parts_of(f"1. (U) {text}")) == "In the end sum and crew were lost."
