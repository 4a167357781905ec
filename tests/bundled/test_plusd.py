"""The plusd format: the site's key and table, then a telegram with or without its head."""

import pytest

from cableparse import Cable, Classification, Layer, Parser, Provenance, SegmentKind

PARSER = Parser(autoload="bundled")
PGP = "-----BEGIN PGP PUBLIC KEY BLOCK-----\naGVycmluZwo=\n-----END PGP PUBLIC KEY BLOCK-----\n"
KEY = f"Key fingerprint 0000 1111\n\n{PGP}\nContact\n\nIf you need help, write to the clerk.\n\n"
ROWS = {
    "Date": "1976 December 22, 00:00 (Wednesday)",
    "Canonical ID": "1976OSLO00492_b",
    "Original Classification": "LIMITED OFFICIAL USE",
    "Current Classification": "UNCLASSIFIED",
    "Handling Restrictions": "-- N/A or Blank --",
    "Locator": "TEXT ON MICROFILM,TEXT ONLINE",
    "TAGS": "EFIS, NO",
    "Subject": "THE HERRING CENSUS",
    "Type": "TE - Telegram (cable)",
}
BODY = "1. THE HERRING WERE COUNTED\nTWICE, AND LOST AGAIN.\n\n2. THE CLERK IS SORRY.\n\nLARSEN\n"
HEAD = (
    "R 220945Z DEC 76\nFM AMEMBASSY OSLO\nTO SECSTATE WASHDC 9645\n"
    "LIMITED OFFICIAL USE OSLO 0492\nE.O. 11652: GDS\nTAGS: EFIS, NO\n"
    "SUBJECT: THE HERRING CENSUS\n\n"
)


def table(colon: str = ": ", **changes: str) -> str:
    rows = ROWS | {key.replace("_", " "): value for key, value in changes.items()}
    return "".join(f"{key}{colon}{value}\n" for key, value in rows.items())


def text(body: str = BODY, rows: str | None = None) -> str:
    return f"{KEY}{table() if rows is None else rows}\nContent\n\nShow Headers\n{body}"


def page(
    body: str = f"<pre>{BODY}</pre>", cells: str = "<tr><td>{0}:</td><td>{1}</td></tr>"
) -> str:
    rows = "".join(cells.format(key, value) for key, value in ROWS.items())
    return (
        "<!DOCTYPE html><html><head><title>Cable: 1976OSLO00492_b</title><script>count()</script>"
        f"</head><body><a href='/plusd/'>Search</a><pre>{PGP}</pre><p>Contact</p>"
        f"<table>{rows}</table><div><ul><li>Content</li></ul><a>Show Headers</a>{body}</div>"
        "<div>Help the library of herring</div></body></html>"
    )


def content(cable: Cable) -> str:
    return "".join(s.text for s in cable.segments if s.layer is not Layer.FURNITURE)


PAGES = {
    "text": text(),
    "text, values below": text(rows=table(":\n")),
    "text, no colons": text(rows=table("\n")),
    "page": page(),
    "page, no colons": page(cells="<tr><th>{0}</th><td>{1}</td></tr>"),
    "page, paragraphs": page("<p>" + BODY.replace("\n\n", "</p>\n\n<p>") + "</p>"),
    "page, a box": page(f"<div><p>{BODY}</p></div>"),
    "page, no box": page("<br>" + BODY.replace("\n", "<br>\n")),
}


@pytest.mark.parametrize("given", PAGES.values(), ids=PAGES)
def test_the_body_without_a_head_is_read_and_the_table_fills_the_head(given: str) -> None:
    cable = PARSER.parse(given)
    assert cable.format == "plusd"
    assert [p.number for p in cable.paragraphs] == [1, 2]
    assert cable.paragraphs[0].text == "THE HERRING WERE COUNTED TWICE, AND LOST AGAIN."
    assert cable.signers == ("LARSEN",)
    assert (str(cable.mrn), cable.subject) == ("76OSLO492", "THE HERRING CENSUS")
    assert cable.classification is Classification.LIMITED_OFFICIAL_USE
    assert [tag.code for tag in cable.tags] == ["EFIS", "NO"]
    assert cable.evidence["mrn"].how is Provenance.METADATA
    assert content(cable).split() == BODY.split()


def test_a_body_without_a_head_is_of_the_decade_that_the_table_says() -> None:
    cable = PARSER.parse(text("1. THE CLERK COULD NOT CON-\nFIRM IT.\n\nLARSEN\n"))
    assert (cable.decade, cable.evidence["decade"].how) == (1970, Provenance.METADATA)
    assert cable.text == "THE CLERK COULD NOT CONFIRM IT."


@pytest.mark.parametrize("given", PAGES.values(), ids=PAGES)
def test_the_table_is_metadata(given: str) -> None:
    cable = PARSER.parse(given)
    assert {key: cable.metadata[key] for key in ROWS} == ROWS
    assert {key: cable.metadata[key] for key in cable.metadata if key.islower()} == {
        "mrn": "1976OSLO00492",
        "date": "1976-12-22",
        "classification": "LIMITED OFFICIAL USE",
        "subject": "THE HERRING CENSUS",
        "tags": "EFIS, NO",
    }
    said = "".join(s.text for s in cable.segments if s.kind is SegmentKind.METADATA)
    assert said.split()[0].startswith("Date")
    assert "Contact" not in said


@pytest.mark.parametrize(
    "given", [text(HEAD + BODY), page(f"<pre>{HEAD}{BODY}</pre>")], ids=["text", "page"]
)
def test_a_whole_telegram_is_read_whole(given: str) -> None:
    cable = PARSER.parse(given)
    assert (str(cable.mrn), cable.origin) == ("76OSLO492", "AMEMBASSY OSLO")
    assert cable.evidence["mrn"].how is Provenance.PRINTED
    assert [defect.code for defect in cable.defects] == []
    assert content(cable).split() == (HEAD + BODY).split()


def test_what_the_page_hides_and_what_it_has_below_is_the_sites() -> None:
    cable = PARSER.parse(page(f"<pre>{BODY}<script>more()</script></pre>"))
    assert "more()" in cable.source.text
    assert "more()" not in content(cable)
    assert "library of herring" in cable.source.text
    assert "library of herring" not in content(cable)


@pytest.mark.parametrize("foot", ["Raw content", "Metadata\nPrint", "e-Highlighter\nClick"])
def test_the_sites_foot_ends_the_telegram_of_a_text(foot: str) -> None:
    cable = PARSER.parse(text(f"{BODY}\n{foot}\nShare\n"))
    assert content(cable).split() == BODY.split()


def test_an_id_and_a_day_without_labels_are_read() -> None:
    cable = PARSER.parse(
        text(rows="1976 December 22, 00:00 (Wednesday)\n1976OSLO00492_b\nSECRET\n")
    )
    assert dict(cable.metadata) == {"mrn": "1976OSLO00492", "date": "1976-12-22"}
    assert cable.classification is None  # which of two levels it is, no label says


def test_tags_with_their_meaning_beside_them_are_codes() -> None:
    rows = table(TAGS="EFIS - Commercial Fishing | NO - Norway")
    cable = PARSER.parse(text(HEAD + BODY, rows))
    assert cable.metadata["tags"] == "EFIS, NO"
    assert [defect.code for defect in cable.defects] == []
    assert PARSER.parse(text(BODY, rows)).tags == ()  # they have no place as codes


@pytest.mark.parametrize(
    ("printed", "captions"),
    [
        ("LIMDIS - Limited Distribution Only", ("LIMDIS",)),
        ("EXDIS - Exclusive Distribution Only", ("EXDIS",)),
        ("ONLY - Eyes Only", ("ONLY",)),
        ("STADIS - State Distribution Only", ("STADIS",)),
        ("EXDIS - Exclusive Distribution Only | STADIS - State, and Only", ("EXDIS", "STADIS")),
        ("EXDIS, STADIS", ("EXDIS", "STADIS")),
        ("-- N/A or Blank --", ()),
    ],
)
def test_captions_with_their_meaning_beside_them_are_captions(
    printed: str, captions: tuple[str, ...]
) -> None:
    rows = table(Handling_Restrictions=printed)
    cable = PARSER.parse(text(BODY, rows))
    assert cable.captions == captions
    assert cable.metadata["Handling Restrictions"] == printed
    if captions:
        assert cable.metadata["captions"] == ", ".join(captions)
        (span,) = cable.evidence["captions"].spans
        assert span.slice(cable.source.text) == printed
    lines = "".join(f"{caption}\n" for caption in captions).replace("ONLY", "EYES ONLY")
    head = HEAD.replace("E.O.", f"{lines}E.O.")
    assert [defect.code for defect in PARSER.parse(text(head + BODY, rows)).defects] == []


@pytest.mark.parametrize(
    ("key", "printed", "said"),
    [
        ("TAGS", "EAGR - Agriculture | GH - Ghana", "tags 'EAGR, GH'"),
        ("Handling Restrictions", "LIMDIS - Limited Distribution Only", "captions 'LIMDIS'"),
        ("From", "India Bombay", "origin 'India Bombay'"),
        ("Executive Order", "11652 XGDS", "executive_order '11652 XGDS'"),
    ],
)
def test_a_conflict_says_where_the_tables_value_stands(key: str, printed: str, said: str) -> None:
    rows = table(**{key.replace(" ", "_"): printed})
    cable = PARSER.parse(text(HEAD.replace("E.O.", "EXDIS\nE.O.") + BODY, rows))
    (defect,) = cable.defects
    assert defect.code == "metadata.conflict"
    assert said in defect.message
    assert defect.span is not None
    assert defect.span.slice(cable.source.text) == printed


@pytest.mark.parametrize("printed", ["Norway Oslo", "Oslo", "India Oslo", "Norway", "Bombay Oslo"])
def test_a_post_may_stand_behind_its_country(printed: str) -> None:
    cable = PARSER.parse(text(HEAD + BODY, table(From=printed)))
    assert cable.metadata["origin"] == printed
    assert [defect.code for defect in cable.defects] == []


def test_the_order_of_the_table_stands_where_the_head_is_folded_away() -> None:
    cable = PARSER.parse(text(BODY, table(Executive_Order="11652 GDS")))
    assert (cable.executive_order, str(cable.declassification.kind)) == ("11652", "GDS")
    assert cable.evidence["declassification"].how is Provenance.METADATA


@pytest.mark.parametrize("shown", ["Show Headers", "Hide Headers", "Show Headers?", ""])
def test_the_telegram_stands_behind_the_link_or_from_its_first_line(shown: str) -> None:
    cable = PARSER.parse(f"{KEY}{table()}\nContent\n\n{shown}\n{HEAD}{BODY}")
    assert (cable.format, str(cable.mrn)) == ("plusd", "76OSLO492")
    assert content(cable).split() == (HEAD + BODY).split()


def test_a_text_that_is_not_on_line_gives_a_cable_of_the_table() -> None:
    rows = table(Locator="ADS TEXT UNRETRIEVABLE")
    cable = PARSER.parse(text("TELEGRAM TEXT FOR THIS MRN IS UNAVAILABLE\n", rows))
    assert [defect.code for defect in cable.defects] == ["document.text-not-online"]
    assert (str(cable.mrn), cable.text) == ("76OSLO492", "")


@pytest.mark.parametrize(
    "other",
    [
        HEAD + BODY,
        f"{KEY}Tips\n\nWrite often.\n",
        "<!DOCTYPE html><html><body>Show Headers 1976OSLO00492_b</body></html>",
    ],
    ids=["a telegram", "the key alone", "another page"],
)
def test_what_is_no_cables_page_is_not_claimed(other: str) -> None:
    from cableparse import Source

    assert PARSER.format("plusd").claim(Source.of(other, "other")) is None


def test_without_its_marks_a_named_format_reads_all_as_telegram() -> None:
    cable = PARSER.parse(HEAD + BODY, format="plusd")
    assert (str(cable.mrn), dict(cable.metadata)) == ("76OSLO492", {})


def test_without_its_marks_a_word_of_the_sites_ends_no_table() -> None:
    text = f"{HEAD}1. (U) HERRING.\n\nContent\n\nLARSEN\n"
    assert PARSER.parse(text, format="plusd").source.text == text
