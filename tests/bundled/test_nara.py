"""The nara format: a telegram between two marks, and what the archive says of it."""

from datetime import date

import pytest

from cableparse import Cable, Classification, Layer, Parser, Provenance, SegmentKind

PARSER = Parser(autoload="bundled")
TELEGRAM = (
    "R 200945Z FEB 75\nFM AMEMBASSY OSLO\nTO SECSTATE WASHDC 9645\n"
    "C O N F I D E N T I A L OSLO 0492\nLIMDIS\n"
    "E.O. 11652: GDS\nTAGS: EFIS, NO\nSUBJECT: THE HERRING CENSUS\n\n"
    "1. THE HERRING WERE COUNTED TWICE.\n\nLARSEN\n"
)
ATTRIBUTES = {
    "Capture Date": "01-Jan-1994 12:00:00 am",
    "Current Classification": "UNCLASSIFIED",
    "Decaption Date": "n/a",
    "Document Number": "1975OSLO00492",
    "Draft Date": "20 FEB 1975",
    "From": "OSLO",
    "Locator": "TEXT ON-LINE, ON MICROFILM",
    "Original Classification": "CONFIDENTIAL",
    "Original Handling Restrictions": "LIMDIS",
    "Subject": "THE HERRING CENSUS",
    "TAGS": "EFIS, NO, US, n/a",
    "To": "STATE",
    "Type": "TE",
}


def file(telegram: str = TELEGRAM, **changes: str | None) -> str:
    """Write an archive's file; a change names an attribute with underscores."""
    attributes = ATTRIBUTES | {key.replace("_", " "): value for key, value in changes.items()}
    lines = [f"{key}: {value}\n" for key, value in attributes.items() if value is not None]
    return f"Message Text\n\n{telegram}\nMessage Attributes\n\n{''.join(lines)}"


def read(telegram: str = TELEGRAM, **changes: str | None) -> Cable:
    return PARSER.parse(file(telegram, **changes))


def conflicts(cable: Cable) -> list[str]:
    return [
        cable.source.text[defect.span.start : defect.span.end]
        for defect in cable.defects
        if defect.code == "metadata.conflict" and defect.span is not None
    ]


def codes(cable: Cable) -> list[str]:
    return [defect.code for defect in cable.defects]


# ---------------------------------------------------------------- the file


def test_the_telegram_between_the_marks_is_read() -> None:
    cable = read()
    assert cable.format == "nara"
    assert (str(cable.mrn), cable.subject, cable.origin) == (
        "75OSLO492",
        "THE HERRING CENSUS",
        "AMEMBASSY OSLO",
    )
    assert cable.evidence["mrn"].how is Provenance.PRINTED
    assert cable.signers == ("LARSEN",)
    assert codes(cable) == []


def test_the_telegrams_segments_are_those_that_it_has_alone() -> None:
    alone = PARSER.parse(TELEGRAM, format="telegram")
    shift = len("Message Text\n\n")
    wrapped = [(s.kind, s.span.start - shift) for s in read().segments]
    assert [(s.kind, s.span.start) for s in alone.segments if s.span.start] == [
        one for one in wrapped if 0 < one[1] < len(TELEGRAM)
    ]


def test_marks_and_attributes_are_furniture() -> None:
    cable = read()
    outside = "".join(s.text for s in cable.segments if s.kind is SegmentKind.METADATA)
    assert outside.startswith("Message Attributes\n")
    assert outside.endswith("Type: TE\n")
    assert {s.layer for s in cable.segments if s.kind is SegmentKind.METADATA} == {Layer.FURNITURE}
    assert "Message" not in cable.text
    assert "".join(s.text for s in cable.segments) == file()


@pytest.mark.parametrize("end", ["\r\n", "\r", " \n", "\u2028"], ids=repr)
def test_other_line_ends_will_do(end: str) -> None:
    cable = PARSER.parse(file().replace("\n", end))
    assert (cable.format, str(cable.mrn), cable.metadata["Type"]) == ("nara", "75OSLO492", "TE")


def test_a_file_without_the_first_mark_is_known_by_the_second() -> None:
    cable = PARSER.parse(file().partition("\n")[2])
    assert (cable.format, str(cable.mrn)) == ("nara", "75OSLO492")
    assert cable.metadata["Type"] == "TE"


def test_a_file_without_attributes_is_a_telegram_below_the_mark() -> None:
    cable = PARSER.parse(f"Message Text\n{TELEGRAM}")
    assert (cable.format, str(cable.mrn), dict(cable.metadata)) == ("nara", "75OSLO492", {})
    assert cable.segments[0].text == "Message Text\n"


def test_without_marks_a_named_format_reads_all_as_telegram() -> None:
    cable = PARSER.parse(TELEGRAM, format="nara")
    assert (str(cable.mrn), dict(cable.metadata)) == ("75OSLO492", {})


def test_a_telegram_that_speaks_of_the_marks_is_not_claimed() -> None:
    text = TELEGRAM.replace("WERE COUNTED", "HAVE MESSAGE ATTRIBUTES AND Message Attributes")
    assert PARSER.parse(text).format == "telegram"


def test_another_file_behind_it_is_kept_and_not_read() -> None:
    cable = PARSER.parse(file() + file().replace("HERRING", "COD"))
    assert codes(cable) == ["document.second-body"]
    assert cable.metadata["Type"] == "TE"
    assert "COD" not in cable.text
    assert cable.segments[-1].layer is Layer.FURNITURE


# ---------------------------------------------------------------- the attributes


def test_every_attribute_is_metadata_as_printed() -> None:
    metadata = read().metadata
    assert {key: metadata[key] for key in ATTRIBUTES} == ATTRIBUTES


def test_the_core_has_those_that_it_reads_under_its_own_names() -> None:
    metadata = read(Executive_Order="11652 GDS", Reference="75 STATE 9645").metadata
    assert {key: metadata[key] for key in metadata if key.islower()} == {
        "mrn": "1975OSLO00492",
        "date": "1975-02-20",
        "classification": "CONFIDENTIAL",
        "captions": "LIMDIS",
        "subject": "THE HERRING CENSUS",
        "tags": "EFIS, NO, US",
        "executive_order": "11652 GDS",
        "origin": "OSLO",
        "references": "75 STATE 9645",
    }


@pytest.mark.parametrize("between", ["\n", "\n ", "\n\n   ", " \n\t"])
def test_a_value_goes_on_up_to_the_next_key(between: str) -> None:
    subject = between.join(["HERRING", "Count: NONE", "TO: COD"])
    metadata = read(Subject=subject, TAGS="EFIS", To=between.join(["STATE", "COPENHAGEN"])).metadata
    assert metadata["Subject"] == metadata["subject"] == "HERRING Count: NONE TO: COD"
    assert (metadata["To"], metadata["TAGS"]) == ("STATE COPENHAGEN", "EFIS")


def test_of_a_key_that_stands_again_the_first_value_is_kept() -> None:
    metadata = read(Subject="HERRING\nSubject: COD", Type="TE\nSubject: EEL").metadata
    assert (metadata["Subject"], metadata["Type"]) == ("HERRING", "TE")
    assert metadata["subject"] == "HERRING"


def test_an_attribute_that_does_not_begin_its_line_is_read_as_well() -> None:
    assert read(Copy="SINGLE\n  Draft Date: 20 FEB 1975").metadata["Copy"] == "SINGLE"


def test_an_attribute_without_a_value_is_none() -> None:
    metadata = read(Drafter="", Subject="").metadata
    assert "Drafter" not in metadata
    assert "Subject" not in metadata
    assert "subject" not in metadata


@pytest.mark.parametrize("none", ["n/a", "N/A"])
def test_n_a_means_none_and_is_kept_as_printed(none: str) -> None:
    changes = {key.replace(" ", "_"): none for key in ATTRIBUTES}
    cable = read(**changes)
    assert cable.metadata["Original Handling Restrictions"] == none
    assert [key for key in cable.metadata if key.islower()] == []
    assert codes(cable) == []


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("04 MAY 1976", "1976-05-04"),
        ("06 dec 1978", "1978-12-06"),
        ("6 December 1978", "1978-12-06"),
        ("01-Jan-1994 12:00:00 am", "1994-01-01"),
        ("25/02/1977", "1977-02-25"),
        ("25/02/1977 00:00:00", "1977-02-25"),
        ("1977-02-25", "1977-02-25"),
        ("31 FEB 1977", None),
        ("02/25/1977", None),
        ("X1", None),
        ("MAY 1977", None),
    ],
)
def test_a_date_is_metadata_as_printed_and_as_a_day(printed: str, day: str | None) -> None:
    metadata = read(Draft_Date=printed, Review_Date=printed).metadata
    assert metadata["Draft Date"] == metadata["Review Date"] == printed
    assert metadata.get("date") == day
    assert metadata.get("Draft Date (ISO)") == metadata.get("Review Date (ISO)") == day


def test_the_sent_date_stands_for_the_draft_date() -> None:
    assert read(Draft_Date=None, Sent_Date="20-Feb-1975").metadata["date"] == "1975-02-20"


# ---------------------------------------------------------------- who is believed


BARE = "SUBJECT: HERRING\n\n1. THE HERRING WERE COUNTED TWICE.\n"


def test_the_attributes_fill_what_the_telegram_lost() -> None:
    cable = read(BARE)
    assert (str(cable.mrn), cable.classification) == ("75OSLO492", Classification.CONFIDENTIAL)
    assert cable.captions == ("LIMDIS",)
    assert [tag.code for tag in cable.tags] == ["EFIS", "NO", "US"]
    evidence = cable.evidence["classification"]
    assert evidence.how is Provenance.METADATA
    (span,) = evidence.spans
    stated = cable.source.text[span.start : span.end]
    assert stated == "CONFIDENTIAL"


def test_the_current_classification_is_no_level() -> None:
    assert read(BARE, Original_Classification=None).classification is None


@pytest.mark.parametrize("word", ["SECRETARY", "TO", "n/a", "X"])
def test_a_wrong_word_is_no_level(word: str) -> None:
    cable = read(BARE, Original_Classification=word)
    assert cable.classification is None
    assert "classification" not in cable.metadata
    assert cable.metadata["Original Classification"] == word
    assert conflicts(read(Original_Classification=word)) == []


@pytest.mark.parametrize("word", ["0492", "OSLO", "1975 04 92"])
def test_a_document_number_that_is_none_is_kept_as_printed(word: str) -> None:
    cable = read(Document_Number=word)
    assert (str(cable.mrn), cable.metadata["Document Number"]) == ("75OSLO492", word)
    assert "mrn" not in cable.metadata


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("Document Number", "1975BERGEN00492"),
        ("Document Number", "1975OSLO00493"),
        ("Draft Date", "25 FEB 1975"),
        ("Original Classification", "SECRET"),
        ("Original Handling Restrictions", "EXDIS"),
        ("TAGS", "EAGR"),
        ("Subject", "A NEW FERRY"),
        ("Subject", "A NEW FERRY\n  OVER THE\n  FJORD"),
        ("TAGS", "EAGR,\n GH,\n PFOR"),
        ("From", "BOMBAY"),
        ("From", "STATE"),
        ("Executive Order", "12065 GDS"),
        ("Executive Order", "11652 XGDS-1"),
    ],
)
def test_a_conflict_says_where_the_attribute_stands(key: str, value: str) -> None:
    cable = read(**{key.replace(" ", "_"): value})
    assert conflicts(cable) == [value]
    assert (str(cable.mrn), cable.classification) == ("75OSLO492", "CONFIDENTIAL")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("From", "SECRETARY"),
        ("From", "OSLO\n STATE"),  # it names no post
        ("From", "NATO"),  # a mission may be called by its city
        ("Executive Order", "11652"),
        ("Executive Order", "GDS"),
        ("Executive Order", "GS"),  # the archive's own
        ("Executive Order", "E.O. 11652: GDS"),
        ("Reference", "75 PARIS 1"),  # the telegram has no list
    ],
)
def test_what_can_not_be_compared_or_is_short_is_no_conflict(key: str, value: str) -> None:
    assert conflicts(read(**{key.replace(" ", "_"): value})) == []


def test_the_category_that_an_order_leaves_out_is_no_conflict() -> None:
    telegram = TELEGRAM.replace("GDS", "XGDS-1")
    assert conflicts(read(telegram, Executive_Order="11652 XGDS")) == []
    assert conflicts(read(telegram, Executive_Order="11652 XGDS-2")) == []
    assert conflicts(read(telegram, Executive_Order="11652 GDS")) == ["11652 GDS"]


@pytest.mark.parametrize(
    ("origin", "stated", "differ"),
    [
        ("AMEMBASSY NEW DELHI", "BOMBAY", True),
        ("AMEMBASSY NEW DELHI", "NEW DELHI", False),
        ("SECSTATE WASHDC", "STATE", False),
        ("USMISSION USUN NEW YORK", "USUN NEW YORK", False),
        ("USDEL MTN GENEVA", "GENEVA", False),
        ("USMISSION BERLIN", "BERLIN", False),
        ("USDEL SECRETARY", "STATE", False),
        ("USLO PEKING", "HONG KONG", True),
        ("AMEMBASSY NOWHERE", "OSLO", False),
        ("AMEMBASSY OSLO", "NOWHERE", False),
    ],
)
def test_two_posts_are_a_conflict(origin: str, stated: str, differ: bool) -> None:
    telegram = TELEGRAM.replace("AMEMBASSY OSLO", origin)
    cable = read(telegram, From=stated)
    assert cable.origin == origin
    assert conflicts(cable) == ([stated] if differ else [])


@pytest.mark.parametrize(
    ("stated", "differ"),
    [
        ("75 PARIS 1", True),
        ("75 PARIS 1,\n 75 ROME 2, n/a", True),
        ("75 PARIS 1, N/A", True),
        ("75 RIGA 44", True),
        ("75 STATE 9645, 75 PARIS 1", False),
        ("1975STATE009645", False),
        ("74 STATE 9645", False),  # which of the two years is wrong, nobody knows
        ("75 SATTE 9645", False),
        ("75 OSLO 492", False),  # the telegram itself
        ("75 PARIS 1, REFTEL", False),
        ("PARIS 1", False),
        ("75 NOWHERE 1", False),
    ],
)
def test_a_list_of_other_cables_is_a_conflict(stated: str, differ: bool) -> None:
    telegram = TELEGRAM.replace("CENSUS\n", "CENSUS\nREF: (A) STATE 9645 (B) BERGEN 12\n")
    cable = read(telegram, Reference=stated)
    assert len(cable.references) == 2
    assert conflicts(cable) == ([stated] if differ else [])


def test_references_that_lost_their_number_are_not_compared() -> None:
    telegram = TELEGRAM.replace("CENSUS\n", "CENSUS\nREF: (A) STATE 9645 (B) BERGEN\n")
    assert conflicts(read(telegram, Reference="75 PARIS 1")) == []


@pytest.mark.parametrize(
    ("post", "number"),
    [
        ("NEW DELHI", "1975NEWDE00492"),
        ("SAN JOSE", "1975SANJO00492"),
        ("PORT OF SPAIN", "1975PORTO00492"),
        ("EC BRUSSELS", "1975ECBRU00492"),
    ],
)
def test_a_cut_number_is_the_telegrams(post: str, number: str) -> None:
    telegram = TELEGRAM.replace("OSLO 0492", f"{post} 0492")
    assert conflicts(read(telegram, Document_Number=number)) == []


# ---------------------------------------------------------------- text that is not on line


NOTICE = "TELEGRAM TEXT FOR THIS MRN IS UNAVAILABLE\n"


@pytest.mark.parametrize(
    ("notice", "locator"),
    [
        (NOTICE, "TEXT ON MICROFILM, ADS TEXT UNRETRIEVABLE"),
        (NOTICE, "ADS TEXT NOT CONVERTED"),
        ("SEE THE FILM\n", "ADS TEXT UNRETRIEVABLE"),
        (f"CONFIDENTIAL\n\nPAGE 01 OSLO 00492\n\n{NOTICE}", "ADS TEXT UNRETRIEVABLE"),
        (NOTICE, "TEXT ON-LINE"),
        ("", "TEXT ON-LINE"),
        ("\n\n", "n/a"),
    ],
)
def test_a_file_without_text_is_a_cable_of_its_attributes(notice: str, locator: str) -> None:
    cable = read(notice, Locator=locator)
    assert (str(cable.mrn), cable.classification) == ("75OSLO492", Classification.CONFIDENTIAL)
    assert (cable.subject, cable.captions) == ("THE HERRING CENSUS", ("LIMDIS",))
    assert [tag.code for tag in cable.tags] == ["EFIS", "NO", "US"]
    (defect,) = cable.defects
    assert defect.code == "document.text-not-online"
    assert defect.span is not None
    assert cable.source.text[defect.span.start : defect.span.end].strip() == notice.strip()
    assert locator in defect.message
    assert (cable.body.parts, cable.text) == ((), "")


@pytest.mark.parametrize(
    ("stated", "number", "schedule", "until"),
    [
        ("11652 GDS", "11652", "GDS", None),
        ("11652\n XGDS-1", "11652", "XGDS-1", None),
        ("E.O. 11652: ADS", "11652", "ADS", None),
        ("12065 GDS 6/25/85 (ROE, JANE)", "12065", "GDS 6/25/85 (ROE, JANE)", date(1985, 6, 25)),
        ("XGDS", None, "XGDS", None),
        ("11652", "11652", None, None),
        ("GS", None, None, None),
        ("n/a", None, None, None),
    ],
)
@pytest.mark.parametrize("telegram", [NOTICE, BARE], ids=["no text", "no head"])
def test_the_order_is_filled_where_the_line_is_lost(
    telegram: str, stated: str, number: str | None, schedule: str | None, until: date | None
) -> None:
    cable = read(telegram, Executive_Order=stated)
    declassification = cable.declassification
    assert (cable.executive_order, cable.declassify_on) == (number, until)
    assert (declassification.text if declassification else None) == schedule
    found = {"executive_order": number, "declassification": schedule, "declassify_on": until}
    for field, value in found.items():
        assert (field in cable.evidence) is (value is not None)
        if value is not None:
            assert cable.evidence[field].how is Provenance.METADATA
    for field, printed in (("executive_order", number), ("declassification", schedule)):
        if printed is not None:
            (span,) = cable.evidence[field].spans
            assert span.slice(cable.source.text) == printed


def test_an_order_that_the_telegram_prints_is_not_added_to() -> None:
    cable = read(TELEGRAM.replace("11652: GDS", "11652: N/A"), Executive_Order="11652 GDS")
    assert (cable.executive_order, cable.declassification) == ("11652", None)
    assert codes(cable) == []


@pytest.mark.parametrize("locator", ["TEXT ON-LINE", "ON MICROFILM, TEXT ONLINE", "text on-line"])
def test_a_text_on_line_is_read(locator: str) -> None:
    assert codes(read(Locator=locator)) == []


def test_a_telegram_is_read_whatever_the_locator_says() -> None:
    cable = read(Locator="ADS TEXT UNRETRIEVABLE")
    assert (str(cable.mrn), cable.signers) == ("75OSLO492", ("LARSEN",))
    assert codes(cable) == []


def test_a_telegram_that_speaks_of_a_lost_text_is_read() -> None:
    telegram = TELEGRAM.replace("WERE COUNTED", "TEXT IS UNAVAILABLE AND COUNTED")
    assert codes(read(telegram)) == []
