"""Lines of the head in which a line end was lost, or stands as markup that nobody read."""

from collections.abc import Callable

import pytest

from cableparse import Cable, Parser

ENDS = {
    "break": "<br>",
    "closed break": "<br />",
    "capitals": "<BR>",
    "breaks": "<br><br>",
    "break and line end": "<br>\n",
    "paragraphs": "</p><p>",
    "cells": "</td></tr><tr><td>",
    "attributes": '<br class="x" clear="all">',
    "decimal": "&#10;",
    "two decimals": "&#13;&#10;",
    "hexadecimal": "&#x000A;",
    "named": "&nbsp;",
    "space": " ",
}
FORMATS = ["telegram", "scoop", "wikileaks"]


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
def test_tags_end_before_the_label_behind_markup(parser: Parser, end: str, format: str) -> None:
    text = f"TAGS: ETRD, NO{end}SUBJECT: LAMPS\n\n1. (U) Lit.\n"
    cable = parser.parse(text, format=format)
    assert [tag.code for tag in cable.tags] == ["ETRD", "NO"]
    assert [tag.span.slice(cable.source.text) for tag in cable.tags] == ["ETRD", "NO"]
    assert cable.subject == "LAMPS"


@pytest.mark.parametrize("end", [end for end in ENDS.values() if "\n" not in end])
def test_a_whole_head_is_parted_at_its_labels(raw: Callable[[str], Cable], end: str) -> None:
    cable = raw(
        end.join(
            [
                "E.O. 12958: DECL: 01/02/2019",
                "TAGS: ETRD",
                "SUBJECT: LAMPS",
                "REF: OSLO 12",
                "CLASSIFIED BY: DCM A. Vik",
            ]
        )
        + "\n\n1. (U) Lit.\n"
    )
    assert (cable.executive_order, str(cable.declassify_on)) == ("12958", "2019-01-02")
    assert cable.subject == "LAMPS"
    assert [tag.code for tag in cable.tags] == ["ETRD"]
    assert [reference.text for reference in cable.references] == ["OSLO 12"]
    assert [(one.title, one.name) for one in cable.classifiers] == [("DCM", "A. Vik")]


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
def test_markup_among_tags_parts_them_and_is_none(raw: Callable[[str], Cable], end: str) -> None:
    cable = raw(f"TAGS: ETRD{end}NO{end}SE\nSUBJECT: LAMPS\n\n1. (U) Lit.\n")
    assert [tag.code for tag in cable.tags][:1] == ["ETRD"]
    assert all(tag.span.slice(cable.source.text) == tag.code for tag in cable.tags)


@pytest.mark.parametrize(
    ("printed", "codes", "slices"),
    [
        ('<a href="#">ETRD</a>, <a href="#">NO</a>', ["ETRD", "NO"], ["ETRD", "NO"]),
        ("[ETRD](#) [NO](#)", ["ETRD", "NO"], ["ETRD", "NO"]),
        ("[ETRD](#)<br>[NO](#)", ["ETRD", "NO"], ["ETRD", "NO"]),
        ("ETRD. NO.", ["ETRD", "NO"], ["ETRD", "NO"]),
        ("ETRD; NO:", ["ETRD", "NO"], ["ETRD", "NO"]),
        ("etrd, no", ["ETRD", "NO"], ["etrd", "no"]),
        ("ETRD/NO", ["ETRD", "NO"], ["ETRD", "NO"]),
        ("(ROE, JANE; VIK, A.)", ["ROE, JANE", "VIK, A."], ["ROE, JANE", "VIK, A."]),
        ("(ROE,  JANE ;VIK, A. )", ["ROE, JANE", "VIK, A."], ["ROE,  JANE", "VIK, A."]),
        ("ETRD, ZORBAK ILSE", ["ETRD", "ZORBAK, ILSE"], ["ETRD", "ZORBAK ILSE"]),
        ("ETRD, ZORBAK ILSE.", ["ETRD", "ZORBAK, ILSE"], ["ETRD", "ZORBAK ILSE"]),
        ("ETRD -- NO", ["ETRD", "NO"], ["ETRD", "NO"]),
        ("ETRD NO PAGE 02 OSLO 01234 082030Z SE", ["ETRD", "NO", "SE"], ["ETRD", "NO", "SE"]),
        ("ETRD,\nOSLO 00000012  002 OF 003\nNO", ["ETRD", "NO"], ["ETRD", "NO"]),
        ("ETRD, (U)", ["ETRD"], ["ETRD"]),
    ],
)
def test_a_tags_span_is_its_code_and_nothing_else(
    raw: Callable[[str], Cable], printed: str, codes: list[str], slices: list[str]
) -> None:
    cable = raw(f"TAGS: {printed}\nSUBJECT: LAMPS\n\n1. (U) Lit.\n")
    assert [tag.code for tag in cable.tags] == codes
    assert [tag.span.slice(cable.source.text) for tag in cable.tags] == slices
    assert cable.subject == "LAMPS"


@pytest.mark.parametrize(
    ("line", "tags", "subject"),
    [
        ("SUBJECT: LAMPS TAGS: ETRD, NO", ["ETRD", "NO"], "LAMPS"),
        ("SUBJECT: EAR TAGS: A REPORT", [], "EAR TAGS: A REPORT"),
        ("SUBJECT: PRICE TAGS: NORWAY", [], "PRICE TAGS: NORWAY"),
        ("TO SECSTATE WASHDC SUBJECT: LAMPS", [], "LAMPS"),
        ("TO SECSTATE WASHDC TAGS: ETRD SUBJECT: LAMPS", ["ETRD"], "LAMPS"),
        ("R 051830Z MAR 09 TAGS: ETRD SUBJECT: LAMPS", ["ETRD"], "LAMPS"),
        ("<br>&#10;TAGS: ETRD<br><p>SUBJECT: LAMPS", ["ETRD"], "LAMPS"),
        ("SIPDIS TAGS: ETRD SUBJECT: LAMPS", ["ETRD"], "LAMPS"),
        ("TAGS: ETRD CLASSIFIED BY DCM A. Vik", ["ETRD"], None),
        ("TAGS: ETRD, (U) CLASSIFIED BY: DCM A. Vik", ["ETRD"], None),
        ("TAGS: ETRD ¶CLASSIFIED BY: DCM A. Vik", ["ETRD"], None),
    ],
)
def test_a_label_within_a_line_begins_its_field(
    raw: Callable[[str], Cable], line: str, tags: list[str], subject: str | None
) -> None:
    cable = raw(f"{line}\n\n1. (U) Lit.\n")
    assert [tag.code for tag in cable.tags] == tags
    assert cable.subject == subject
    assert [one.name for one in cable.classifiers] == (["A. Vik"] if "Vik" in line else [])


def test_a_page_whose_line_ends_are_entities_gives_no_tag_of_its_text(
    raw: Callable[[str], Cable],
) -> None:
    cable = raw(
        "<pre>E.O. 12958: N/A TAGS: ETRD&#x000A;SUBJECT: &#x000A;&#x000A;said so. LARSEN</pre>"
    )
    assert [tag.code for tag in cable.tags] == ["ETRD"]


@pytest.mark.parametrize(
    "line",
    [
        "LAMPS GO OUT REF (A) 08 OSLO 12 (B) OSLO 13",
        "LAMPS GO OUT REFS A. 08 OSLO 12 B. OSLO 13",
        "LAMPS GO OUT REFTEL A) 08 OSLO 12 B) OSLO 13",
    ],
)
def test_references_without_a_colon_behind_a_subject_show_by_their_entries(
    raw: Callable[[str], Cable], line: str
) -> None:
    cable = raw(f"TAGS: ETRD\nSUBJECT: {line}\n\n1. (U) Lit.\n")
    assert cable.subject == "LAMPS GO OUT"
    assert [reference.text for reference in cable.references] == ["08 OSLO 12", "OSLO 13"]


@pytest.mark.parametrize("end", ["REF (A) LAMPS", "REF LAMPS 12", "REFS A AND B"])
def test_a_subject_may_speak_of_references(raw: Callable[[str], Cable], end: str) -> None:
    cable = raw(f"TAGS: ETRD\nSUBJECT: LIGHT FOR {end}\nREF: OSLO 12\n\n1. (U) Lit.\n")
    assert cable.subject == f"LIGHT FOR {end}"
    assert [reference.text for reference in cable.references] == ["OSLO 12"]
