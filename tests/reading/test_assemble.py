"""Document to cable: the telegram is believed, the wrapping fills what it lost."""

from typing import Any

import pytest

from cableparse import (
    Cable,
    Classification,
    Defect,
    Document,
    EncodingHow,
    FrozenMap,
    Layer,
    Parser,
    Provenance,
    Region,
    RegionKind,
    SegmentKind,
    Source,
    Span,
)
from invented import InventedFormat, InventedPlugin

WRAPPED = "<{name}>\n"
HEAD = (
    "R 141745Z MAY 08\nFM AMEMBASSY OSLO\nTO SECSTATE WASHDC\n\nCONFIDENTIAL OSLO "
    "000012\n\nE.O. 12958: N/A\nTAGS: ETRD\nSUBJECT: LOCKS\n\n"
)
BODY = "1. (C) The lock is shut.\n\nLARSEN\n"


def read(
    telegram: str,
    defects: tuple[Defect, ...] = (),
    record: dict[str, str] | None = None,
    **metadata: str,
) -> Cable:
    """Wrap a telegram in a line of metadata a field, and read it."""
    parts: list[tuple[RegionKind, str | None, str]] = [
        (RegionKind.METADATA, field, f"{value}\n") for field, value in metadata.items()
    ]
    parts.append((RegionKind.TELEGRAM, None, telegram))
    return wrapped(parts, metadata, defects, record)


def wrapped(
    parts: list[tuple[RegionKind, str | None, str]],
    metadata: dict[str, str] | None = None,
    defects: tuple[Defect, ...] = (),
    record: dict[str, str] | None = None,
) -> Cable:
    text, regions = "", []
    for kind, field, printed in parts:
        regions.append(
            Region(kind=kind, field=field, span=Span(len(text), len(text) + len(printed)))
        )
        text += printed

    def give(source: Source) -> Document:
        return Document(
            text=text,
            regions=tuple(regions),
            metadata=metadata or {},  # type: ignore[arg-type]
            defects=defects,
            record=record,  # type: ignore[arg-type]
        )

    plugin = InventedPlugin(formats=[InventedFormat(read=give)])
    return Parser([plugin], autoload=False).parse(text or "x", format="invented")


def codes(cable: Cable) -> set[str]:
    return {defect.code for defect in cable.defects}


# ---------------------------------------------------------------- what metadata fills


@pytest.mark.parametrize(
    ("telegram", "field", "metadata", "value"),
    [
        (
            HEAD.replace("CONFIDENTIAL OSLO 000012\n", "") + BODY,
            "mrn",
            {"mrn": "08OSLO12"},
            "08OSLO12",
        ),
        (HEAD.replace("SUBJECT: LOCKS\n", "") + BODY, "subject", {"subject": "Locks"}, "Locks"),
        (
            HEAD.replace("CONFIDENTIAL OSLO 000012\n", "") + BODY,
            "classification",
            {"classification": "SECRET//NOFORN"},
            "SECRET",
        ),
    ],
    ids=["mrn", "subject", "classification"],
)
def test_metadata_fills_what_the_telegram_lost(
    telegram: str, field: str, metadata: dict, value: str
) -> None:
    cable = read(telegram, **metadata)
    evidence = cable.evidence[field]
    assert str(getattr(cable, field)) == value
    assert evidence.how is Provenance.METADATA
    (span,) = evidence.spans
    assert cable.source.text[span.start : span.end].strip() == metadata[field]


def test_a_number_from_the_metadata_leaves_no_defect_for_it() -> None:
    telegram = HEAD.replace("CONFIDENTIAL OSLO 000012\n", "") + BODY
    assert "header.mrn-missing" in codes(read(telegram))
    assert "header.mrn-missing" not in codes(read(telegram, mrn="08OSLO12"))


def test_a_subject_from_the_metadata_is_still_a_lost_line() -> None:
    telegram = HEAD.replace("SUBJECT: LOCKS\n", "") + BODY
    assert "header.subject-missing" in codes(read(telegram, subject="Locks"))


def test_a_subject_line_without_text_is_shown_where_the_metadata_fills_it() -> None:
    cable = read(HEAD.replace("SUBJECT: LOCKS\n", "SUBJECT: (U)\n") + BODY, subject="Locks")
    assert cable.subject == "Locks"
    (defect,) = [one for one in cable.defects if one.code == "header.subject-missing"]
    assert cable.source.text[defect.span.start : defect.span.end] == "SUBJECT: (U)"


def test_without_a_region_the_evidence_has_no_span() -> None:
    cable = wrapped(
        [(RegionKind.TELEGRAM, None, HEAD.replace("SUBJECT: LOCKS\n", "") + BODY)],
        {"subject": "Locks"},
    )
    assert cable.evidence["subject"].spans == ()


def test_the_metadatas_year_completes_a_number() -> None:
    telegram = HEAD.replace("R 141745Z MAY 08\n", "") + BODY
    assert read(telegram).mrn is None
    assert str(read(telegram, date="2008-05-14").mrn) == "08OSLO12"
    assert str(read(telegram, mrn="08OSLO12").mrn) == "08OSLO12"


@pytest.mark.parametrize(
    "title",
    [
        "LOCKS",
        "Locks",
        "LOCKS AND THE PRICE OF",
        "U) LOCKS AND",
        "LOCKS AMD THE PRISE OF HERRING",
        "?",
    ],
)
def test_a_title_that_is_cut_or_garbled_is_no_conflict(title: str) -> None:
    telegram = HEAD.replace("LOCKS", "LOCKS AND THE PRICE OF HERRING") + BODY
    assert "metadata.conflict" not in codes(read(telegram, record={}, subject=title))


@pytest.mark.parametrize("title", ["FERRIES", "THE FERRIES AND THE MOON", "Keys for Doors"])
def test_another_subject_in_a_record_is_a_conflict(title: str) -> None:
    telegram = HEAD.replace("LOCKS", "LOCKS AND THE PRICE OF HERRING") + BODY
    cable = read(telegram, record={}, subject=title)
    (defect,) = [one for one in cable.defects if one.code == "metadata.conflict"]
    assert defect.span is not None
    assert title in defect.message
    assert "metadata.conflict" not in codes(read(telegram, subject=title))  # a page's title


def test_a_place_says_where_a_value_stands_that_has_no_region_of_its_own() -> None:
    said = "number: 08OSLO99, level: SECRET\n"
    text = said + HEAD + BODY

    def give(source: Source) -> Document:
        regions = [
            Region(kind=RegionKind.METADATA, span=Span(0, len(said))),
            Region(kind=RegionKind.TELEGRAM, span=Span(len(said), len(text))),
        ]
        return Document(
            text=text,
            regions=regions,
            metadata={"mrn": "08OSLO99"},  # type: ignore[arg-type]
            places={"mrn": Span(8, 16)},  # type: ignore[arg-type]
        )

    cable = Parser([InventedPlugin(formats=[InventedFormat(read=give)])], autoload=False).parse(
        text, format="invented"
    )
    (conflict,) = [one for one in cable.defects if one.code == "metadata.conflict"]
    assert conflict.span == Span(8, 16)


def test_a_record_is_in_the_metadata_and_made_when_somebody_asks() -> None:
    asked: list[str] = []

    def make() -> dict[str, str]:
        asked.append("record")
        return {"Film": "12", "mrn": "none"}

    def give(source: Source) -> Document:
        return Document(
            text=source.text,
            regions=[Region(kind=RegionKind.TELEGRAM, span=Span(0, len(source.text)))],
            metadata={"mrn": "08OSLO12"},  # type: ignore[arg-type]
            record=FrozenMap.late(make),
        )

    cable = Parser([InventedPlugin(formats=[InventedFormat(read=give)])], autoload=False).parse(
        HEAD + BODY, format="invented"
    )
    assert (str(cable.mrn), asked) == ("08OSLO12", [])
    assert dict(cable.metadata) == {"Film": "12", "mrn": "08OSLO12"}
    assert asked == ["record"]
    assert cable.metadata["Film"] == "12"
    assert asked == ["record"]


def test_captions_and_tags_are_filled_where_the_telegram_lost_them() -> None:
    telegram = HEAD.replace("TAGS: ETRD\n", "") + BODY
    cable = read(telegram, captions="EXDIS, STADIS", tags="TAGS: PFOR, EFIS, n/a, PFOR")
    assert cable.captions == ("EXDIS", "STADIS")
    assert [tag.code for tag in cable.tags] == ["PFOR", "EFIS"]
    assert [cable.source.text[tag.span.start : tag.span.end] for tag in cable.tags] == [
        "PFOR",
        "EFIS",
    ]
    assert {cable.evidence[field].how for field in ("captions", "tags")} == {Provenance.METADATA}
    assert "header.tags-missing" in codes(cable)


@pytest.mark.parametrize("printed", ["PFOR, EFIS", "TAGS: PFOR,\n EFIS", "PFOR, n/a, EFIS"])
def test_tags_are_filled_where_the_list_stands_as_it_is_stated(printed: str) -> None:
    parts = [
        (RegionKind.METADATA, "tags", f"{printed}\n"),
        (RegionKind.TELEGRAM, None, HEAD.replace("TAGS: ETRD\n", "") + BODY),
    ]
    cable = wrapped(parts, {"tags": "PFOR, EFIS"})
    assert [tag.code for tag in cable.tags] == ["PFOR", "EFIS"]


def test_codes_with_other_words_beside_them_are_not_filled() -> None:
    parts = [
        (RegionKind.METADATA, "tags", "PFOR - Policy | EFIS - Fishing\n"),
        (RegionKind.TELEGRAM, None, HEAD.replace("TAGS: ETRD\n", "") + BODY),
    ]
    assert wrapped(parts, {"tags": "PFOR, EFIS"}).tags == ()


def test_tags_without_a_region_have_no_place_and_are_not_filled() -> None:
    telegram = HEAD.replace("TAGS: ETRD\n", "") + BODY
    cable = wrapped([(RegionKind.TELEGRAM, None, telegram)], {"tags": "PFOR"})
    assert cable.tags == ()
    assert cable.metadata["tags"] == "PFOR"


@pytest.mark.parametrize(
    ("printed", "metadata"),
    [
        ("\nEXDIS\n", {"captions": "EXDIS"}),
        ("\nEYES ONLY\n", {"captions": "ONLY"}),
        ("\nEXDIS\n", {}),
        ("\n", {"tags": "ETRD, NO"}),  # an archive adds tags
    ],
)
def test_captions_and_tags_that_agree_are_no_conflict(printed: str, metadata: dict) -> None:
    cable = read(HEAD.replace("\n\nE.O.", f"\n{printed}\nE.O.") + BODY, **metadata)
    assert "metadata.conflict" not in codes(cable)


@pytest.mark.parametrize(
    ("key", "stated", "printed"),
    [("captions", "EXDIS, STADIS", "EXDIS"), ("tags", "PFOR, NO", "ETRD")],
)
def test_captions_and_tags_that_the_telegram_has_otherwise_are_a_conflict(
    key: str, stated: str, printed: str
) -> None:
    cable = read(HEAD.replace("\n\nE.O.", "\n\nEXDIS\n\nE.O.") + BODY, **{key: stated})
    (defect,) = [one for one in cable.defects if one.code == "metadata.conflict"]
    assert defect.span is not None
    assert cable.source.text[defect.span.start : defect.span.end].strip() == stated
    assert printed in defect.message


@pytest.mark.parametrize("stated", ["2008PORTO00012", "08PORTOFSPAIN12", "08 PORT OF SPAIN 12"])
def test_an_archives_cut_number_is_the_same_number(stated: str) -> None:
    cable = read((HEAD + BODY).replace("OSLO 0", "PORT OF SPAIN 0"), mrn=stated)
    assert cable.mrn is not None
    assert "metadata.conflict" not in codes(cable)


def test_a_metadata_date_is_no_time_of_sending() -> None:
    assert read(HEAD.replace("R 141745Z MAY 08\n", "") + BODY, date="2008-05-14").sent_at is None


def test_metadata_that_the_core_does_not_know_is_kept() -> None:
    assert read(HEAD + BODY, color="grey").metadata["color"] == "grey"


@pytest.mark.parametrize(
    "metadata",
    [{"mrn": "nonsense"}, {"date": "whenever"}, {"classification": "COSMIC"}, {"subject": ""}],
)
def test_metadata_that_can_not_be_read_is_passed_over(metadata: dict[str, str]) -> None:
    cable = read(HEAD + BODY, **metadata)
    assert "metadata.conflict" not in codes(cable)
    assert str(cable.mrn) == "08OSLO12"


# ---------------------------------------------------------------- who is believed


@pytest.mark.parametrize(
    ("metadata", "field", "value"),
    [
        ({"mrn": "08BERLIN99"}, "mrn", "08OSLO12"),
        ({"mrn": "07OSLO12"}, "mrn", "08OSLO12"),
        ({"classification": "SECRET"}, "classification", "CONFIDENTIAL"),
        ({"date": "2007-05-14"}, "sent_at", "2008-05-14 17:45:00+00:00"),
    ],
)
def test_the_telegram_is_believed_and_the_conflict_said(
    metadata: dict[str, str], field: str, value: str
) -> None:
    cable = read(HEAD + BODY, **metadata)
    (defect,) = [defect for defect in cable.defects if defect.code == "metadata.conflict"]
    assert str(getattr(cable, field)) == value
    assert cable.evidence[field].how is Provenance.PRINTED
    assert next(iter(metadata.values())) in defect.message
    assert defect.span is not None


@pytest.mark.parametrize(
    "metadata",
    [
        {"mrn": "08OSLO12"},
        {"mrn": "08 OSLO 000012"},
        {"date": "2008-05-15"},
        {"date": "2008-05-13"},
        {"classification": "CONFIDENTIAL//NOFORN"},
        {"subject": "Locks"},
    ],
)
def test_metadata_that_says_the_same_is_no_conflict(metadata: dict[str, str]) -> None:
    assert "metadata.conflict" not in codes(read(HEAD + BODY, **metadata))


OTHERS = {"origin": "BOMBAY", "references": "08 PARIS 1"}


@pytest.mark.parametrize(("key", "stated"), OTHERS.items())
def test_a_records_origin_and_references_are_compared(key: str, stated: str) -> None:
    telegram = HEAD.replace("LOCKS\n", "LOCKS\nREF: RIGA 44\n") + BODY
    assert "metadata.conflict" in codes(read(telegram, record={}, **{key: stated}))
    assert "metadata.conflict" not in codes(read(telegram, **{key: stated}))  # a site's


def test_nothing_is_compared_before_the_defects_are_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared: list[str] = []

    def compare(*_: object) -> bool:
        compared.append("")
        return False

    for name in ("is_another_post", "is_another_order", "are_other_cables"):
        monkeypatch.setattr(f"cableparse.reading.reconciling.{name}", compare)
    telegram = HEAD.replace("LOCKS\n", "LOCKS\nREF: RIGA 44\n") + BODY
    cable = read(telegram, record={}, executive_order="11652 GDS", **OTHERS)
    assert (cable.origin, cable.executive_order) == ("AMEMBASSY OSLO", "12958")
    assert len(cable.references) == 1
    assert compared == []
    assert "metadata.conflict" not in codes(cable)
    assert len(compared) == 3


# ---------------------------------------------------------------- regions to segments


def test_regions_beside_the_telegram_are_furniture() -> None:
    cable = wrapped(
        [
            (RegionKind.FURNITURE, None, "MENU\n"),
            (RegionKind.METADATA, "mrn", "08OSLO12\n"),
            (RegionKind.TELEGRAM, None, HEAD + BODY),
            (RegionKind.FURNITURE, None, "ADS"),
        ]
    )
    kinds = [
        (segment.kind, segment.text)
        for segment in cable.segments
        if segment.layer is Layer.FURNITURE
    ]
    assert kinds == [
        (SegmentKind.SITE, "MENU\n"),
        (SegmentKind.METADATA, "08OSLO12\n"),
        (SegmentKind.SITE, "ADS"),
    ]


def test_a_sentence_reads_on_behind_a_region_that_splits_it() -> None:
    cable = wrapped(
        [
            (RegionKind.TELEGRAM, None, HEAD + "1. (C) The lock\n"),
            (RegionKind.FURNITURE, None, "BUY BOATS\n"),
            (RegionKind.TELEGRAM, None, "is shut.\n\nLARSEN\n"),
        ]
    )
    assert [paragraph.text for paragraph in cable.paragraphs] == ["The lock is shut."]


def test_furniture_is_not_read_as_telegram() -> None:
    cable = wrapped(
        [
            (RegionKind.TELEGRAM, None, "TAGS: ETRD\n"),
            (RegionKind.FURNITURE, None, "SUBJECT: ADS\n"),
            (RegionKind.TELEGRAM, None, "SUBJECT: LOCKS\n"),
        ]
    )
    assert cable.subject == "LOCKS"


def test_a_document_without_telegram_is_a_cable_without_fields() -> None:
    cable = wrapped(
        [(RegionKind.FURNITURE, None, "MENU")], defects=(Defect(code="mine.lost", message="lost"),)
    )
    assert (cable.mrn, cable.subject, cable.body.parts) == (None, None, ())
    assert codes(cable) == {"mine.lost"}
    assert [segment.kind for segment in cable.segments] == [SegmentKind.SITE]


def test_a_document_without_text_is_a_cable_without_segments() -> None:
    assert wrapped([]).segments == ()


def test_the_sources_text_is_the_documents() -> None:
    plugin = InventedPlugin(formats=[InventedFormat(read=lambda _: _document("SUBJECT: LOCKS"))])
    cable = Parser([plugin], autoload=False).parse("<b>SUBJECT: LOCKS</b>", format="invented")
    assert cable.source.text == "SUBJECT: LOCKS"
    assert cable.subject == "LOCKS"


def _document(text: str) -> Any:
    return Document(text=text, regions=(Region(kind=RegionKind.TELEGRAM, span=Span(0, len(text))),))


# ---------------------------------------------------------------- what is lost


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("R 141745Z MAY 08\n", "header.date-missing"),
        ("FM AMEMBASSY OSLO\n", "header.origin-missing"),
        ("TO SECSTATE WASHDC\n", "header.action-missing"),
        ("CONFIDENTIAL OSLO 000012\n", "header.classification-missing"),
        ("E.O. 12958: N/A\n", "header.executive-order-missing"),
        ("TAGS: ETRD\n", "header.tags-missing"),
        ("SUBJECT: LOCKS\n", "header.subject-missing"),
    ],
)
def test_a_lost_line_is_said_once(line: str, code: str) -> None:
    assert code not in codes(read(HEAD + BODY))
    cable = read(HEAD.replace(line, "") + BODY)
    assert [defect.code for defect in cable.defects].count(code) == 1


def test_a_byte_without_a_character_is_a_defect_where_it_stands(plain: Parser) -> None:
    cable = plain.parse(b"SUBJECT: S\x81LS \x93AND\x94 L\xd8CKS", format="telegram")
    (defect,) = [defect for defect in cable.defects if defect.code == "source.undecodable"]
    assert defect.span is not None
    assert defect.span.slice(cable.source.text) == "\N{REPLACEMENT CHARACTER}"
    assert isinstance(cable.classification, Classification | None)


UNDECODABLE = "source.undecodable"
LOST = "\N{REPLACEMENT CHARACTER}"


def undecodable(cable: Cable) -> list[tuple[str, str | None]]:
    """Give message and characters of the defects of undecodable bytes."""
    text = cable.source.text
    found = [defect for defect in cable.defects if defect.code == UNDECODABLE]
    return [(one.message, one.span and one.span.slice(text)) for one in found]


def test_neighbouring_bytes_without_a_character_are_one_defect(plain: Parser) -> None:
    data = b"SUBJECT: S\x81LS \x93AND\x94" + b"\x81" * 2000 + b"L\x81\x8dCKS"
    assert undecodable(plain.parse(data, format="telegram")) == [
        ("a byte has no character here", LOST),
        ("2,000 bytes have no character here", LOST * 2000),
        ("2 bytes have no character here", LOST * 2),
    ]


PAGE = (
    b"<html><title>Cablegate: Locks</title><body>"
    b"<p alt='%b'>VZCZCX<br>FM AMEMBASSY OSLO<br>TAGS: ETRD<br>SUBJECT: L%bCKS \xd8<br>"
    b"<p>1. (U) They \x93run\x94.%b</p>Copyright (c) Scoop Media</body></html>"
)


@pytest.mark.parametrize(
    ("bytes_", "said"),
    [
        ((b"", b"\x81\x81\x8d", b"\x81"), [
            ("3 bytes have no character here", LOST * 3), ("a byte has no character here", LOST),
        ]),
        ((b"\x81", b"", b"\x81"), [
            ("a byte has no character here", LOST),
            ("a byte has no character in the page or its markup", None),
        ]),
        ((b"\x81\x8d", b"", b""), [("2 bytes have no character in the page or its markup", None)]),
        ((b"", b"\x81", b"&#xFFFD;"), [
            ("a byte has no character in the page or its markup", None),
        ]),
    ],
    ids=["text", "both", "markup", "written"],
)  # fmt: skip
def test_bytes_without_a_character_are_said_of_a_page_too(
    plain: Parser, bytes_: tuple[bytes, ...], said: list[tuple[str, str | None]]
) -> None:
    cable = plain.parse(PAGE % bytes_)
    assert cable.source.encoding_how is EncodingHow.FALLBACK
    assert cable.source.text != Source.of(PAGE % bytes_, "").text
    assert undecodable(cable) == said
    assert all(cable.source.text[at] == LOST for at in cable.source.replaced)


def test_bytes_without_a_character_are_said_of_a_page_without_text(plain: Parser) -> None:
    data = b"<html><!-- Scoop Media \x81 \x93\xd8\x94 --><body></body></html>"
    cable = plain.parse(data, format="scoop")
    assert cable.source.text == ""
    assert undecodable(cable) == [("a byte has no character in the page or its markup", None)]
