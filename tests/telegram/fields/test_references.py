"""The REF list."""

import pytest

from cableparse import ReferenceKind

K = ReferenceKind


def references(raw, lines: str):
    return raw(
        "R 141745Z MAY 08\nFM AMEMBASSY OSLO\n\nUNCLAS OSLO 000012\n\nTAGS: ETRD\n"
        f"SUBJECT: LOCKS\n\n{lines}\n\n1. (U) Shut.\n"
    ).references


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        ("REF: OSLO 11", [(None, "08OSLO11")]),
        ("REF: 07 OSLO 11", [(None, "07OSLO11")]),
        ("REF: 2007 OSLO 11", [(None, "07OSLO11")]),
        ("REF: 07OSLO11", [(None, "07OSLO11")]),
        ("REF: 07/OSLO/11", [(None, "07OSLO11")]),
        (
            "REF: A. OSLO 11 <br />\n&nbsp; &#182;B. RIGA 22 &amp; 23",
            [("A", "08OSLO11"), ("B", "08RIGA22"), ("B", "08RIGA23")],
        ),
        ("REF: OSLO/11", [(None, "08OSLO11")]),
        ("REF: 07-OSLO-11/07-STATE-22", [(None, "07OSLO11"), (None, "07STATE22")]),
        ("REF: A, OSLO 11\n     B, 07 STATE 22", [("A", "08OSLO11"), ("B", "07STATE22")]),
        ("REF: 06 STATE 080908", [(None, "06STATE80908")]),
        ("REFTEL: STOCKHOLM 0007", [(None, "08STOCKHOLM7")]),
        ("REF: A. OSLO 11\n     B. 07 STATE 22", [("A", "08OSLO11"), ("B", "07STATE22")]),
        ("REF: A) OSLO 11\nB) 07 STATE 22", [("A", "08OSLO11"), ("B", "07STATE22")]),
        ("REF: A- OSLO 11\n     B- 07 STATE 22", [("A", "08OSLO11"), ("B", "07STATE22")]),
        ("REF: A. OSLO 11B. 07 STATE 22", [("A", "08OSLO11"), ("B", "07STATE22")]),
        ("REF: REF A OSLO 11, REF B 07 STATE 22", [("A", "08OSLO11"), ("B", "07STATE22")]),
        ("Ref: A -- Oslo 11, B -- 07 State 22", [("A", "08OSLO11"), ("B", "07STATE22")]),
        (
            "REF: (A) OSLO 111, 112, 114, (B) 07 STATE 22",
            [("A", "08OSLO111"), ("A", "08OSLO112"), ("A", "08OSLO114"), ("B", "07STATE22")],
        ),
        ("REF: A/ OSLO 11  B/ 07 STATE 22", [("A", "08OSLO11"), ("B", "07STATE22")]),
        ("REF -\n     OSLO 11", [(None, "08OSLO11")]),
        ("REF: A/ OSLO 11\n\n     B/ 07 STATE 22", [("A", "08OSLO11"), ("B", "07STATE22")]),
        ("REF (U): A. OSLO 11, B. 07_STATE_22", [("A", "08OSLO11"), ("B", "07STATE22")]),
        ("REFERENCES\n\n  (A) OSLO 11\n  (B) 07 STATE 22", [("A", "08OSLO11"), ("B", "07STATE22")]),
        ("REFTLES: (A) OSLO 11 (B) 07 STATE 22", [("A", "08OSLO11"), ("B", "07STATE22")]),
        ("REF: (A.) OSLO 11, (B.) 07 STATE 22", [("A", "08OSLO11"), ("B", "07STATE22")]),
        ("REFTEL: SEE (A) OSLO 11 AND (B) 07 STATE 22", [("A", "08OSLO11"), ("B", "07STATE22")]),
        ("REFS: (A) OSLO 11\n      (B) 07 STATE 22", [("A", "08OSLO11"), ("B", "07STATE22")]),
        ("REF: A. OSLO 11 B. 07 STATE 22", [("A", "08OSLO11"), ("B", "07STATE22")]),
        ("REF: (A) OSLO 11, (B) 07 STATE 22", [("A", "08OSLO11"), ("B", "07STATE22")]),
        (
            "REF: A. OSLO 11\n¶B. 07 STATE 22\n¶C. STOCKHOLM 3",
            [("A", "08OSLO11"), ("B", "07STATE22"), ("C", "08STOCKHOLM3")],
        ),
        ("REF: A. OSLO 11\n\n     B. 07 STATE 22", [("A", "08OSLO11"), ("B", "07STATE22")]),
        ("REF: A. RIO DE JANEIRO 11", [("A", "08RIODEJANEIRO11")]),
        ("REF: A. OSLO 11 (NOTAL)", [("A", "08OSLO11")]),
        ("REF: A. OSLO 11 AND PREVIOUS", [("A", "08OSLO11")]),
        ("Ref: A. Oslo 11", [("A", "08OSLO11")]),
        ("REF: A. STATE\n11", [("A", "08STATE11")]),
        ("REF: OSLO 11; STOCKHOLM 3", [(None, "08OSLO11"), (None, "08STOCKHOLM3")]),
        ("REF: OSLO 11 AND 13", [(None, "08OSLO11"), (None, "08OSLO13")]),
        ("REF. OSLO 11", [(None, "08OSLO11")]),
        ("REF: OSLO 11 OF 2007", [(None, "07OSLO11")]),
        ("REF: OSLO 11 ('07)", [(None, "07OSLO11")]),
        ("REF: OSLO-11, 07-STATE-22", [(None, "08OSLO11"), (None, "07STATE22")]),
        ("REF: OSLO'S 11", [(None, "08OSLO11")]),
        ("REF: OSLO TELEGRAM 11", [(None, "08OSLO11")]),
        ("REF: SÃO PAULO 11", [(None, "08SAOPAULO11")]),
        ("REF: A-OSLO 11 B-STATE 22", [("A", "08OSLO11"), ("B", "08STATE22")]),
        ("REF A: OSLO 11\nREF B: STATE 22", [("A", "08OSLO11"), ("B", "08STATE22")]),
        ("REF: A. OSLO 11\nREF: A. STATE 22", [("A", "08OSLO11"), ("A", "08STATE22")]),
        ("REF: OSLO 11 (REPORT ON THE LOCKS)", [(None, "08OSLO11")]),
        ("REF: OSLO 11 - REPORT ON THE LOCKS", [(None, "08OSLO11")]),
        ("REF: STATE: 51, OSLO: 11", [(None, "08STATE51"), (None, "08OSLO11")]),
        ("REF: OSLO NO. 11", [(None, "08OSLO11")]),
        ("REF: A. 0SLO 11\nB. M0SCOW 12", [("A", "08OSLO11"), ("B", "08MOSCOW12")]),
        ("REF: HELSIN 11; BUENOS A 12", [(None, "08HELSINKI11"), (None, "08BUENOSAIRES12")]),
        ("ref: a. 07 oslo 11\nb. riga 12", [("A", "07OSLO11"), ("B", "08RIGA12")]),
        ("REF: OSLO 11, B.RIGA 12", [(None, "08OSLO11"), ("B", "08RIGA12")]),
        ("REF: A) 110 OSLO B) 07 RIGA 12", [("A", "08OSLO110"), ("B", "07RIGA12")]),
    ],
)
def test_cables_are_read(raw, lines: str, read: list[tuple[str | None, str]]) -> None:
    found = references(raw, lines)
    assert [(one.label, str(one.mrn.canonical) if one.mrn else None) for one in found] == read
    assert {one.kind for one in found} == {K.CABLE}


@pytest.mark.parametrize(
    "year",
    ["07 OSLO 11", "OSLO 11-07", "OSLO 11/07", "OSLO 11/2007", "OSLO (07) 11", "OSLO 11 (07)"],
)
def test_a_year_stands_before_within_or_behind(raw, year: str) -> None:
    first, second = references(raw, f"REF: A. {year} B. OSLO 14")
    assert [str(first.mrn), str(second.mrn)] == ["07OSLO11", "08OSLO14"]


@pytest.mark.parametrize(
    "serials",
    [
        "11, 12 AND 13",
        "11 + 12 + 13",
        "11/12/13",
        "11 & 12 & 13",
        "11, 12, and 13",
        "11 and 12, 13",
    ],
)
def test_serials_share_the_post_and_the_year_before_them(raw, serials: str) -> None:
    found = references(raw, f"REF: A. 07 OSLO {serials} B. RIGA 7")
    read = ["07OSLO11", "07OSLO12", "07OSLO13", "08RIGA7"]
    assert [str(one.mrn) for one in found] == read
    assert [one.label for one in found] == ["A", "A", "A", "B"]


@pytest.mark.parametrize("parted", ["11; 130 AND RIGA 7", "11; 130, RIGA 7", "11; 130 & RIGA 7"])
def test_a_serial_alone_may_stand_before_another_post(raw, parted: str) -> None:
    found = references(raw, f"REFTELS: OSLO {parted}")
    assert [str(one.mrn) for one in found] == ["08OSLO11", "08OSLO130", "08RIGA7"]


def test_a_day_before_another_post_is_no_serial(raw) -> None:
    found = references(raw, "REF: OSLO 11; 13 AND 14 MAY LETTERS AND RIGA 7")
    assert "08OSLO14" not in [str(one.mrn) for one in found]


def test_a_date_time_group_says_of_which_year_its_serial_is(raw) -> None:
    found = references(raw, "REF: A. OSLO 11 DTG 011200Z DEC 07 B. OSLO 13 (DTG 011200Z MAY 08)")
    assert [str(one.mrn) for one in found] == ["07OSLO11", "08OSLO13"]


@pytest.mark.parametrize("serial", [14, 86])
def test_what_a_stroke_parts_is_no_year_to_come_nor_one_long_past(raw, serial) -> None:
    found = references(raw, f"REF: OSLO 11/{serial}")
    assert [str(one.mrn) for one in found] == ["08OSLO11", f"08OSLO{serial}"]
    assert [str(one.mrn) for one in references(raw, "REF: OSLO 11/99")] == ["99OSLO11"]


def test_a_serial_that_commas_part_from_both_entries_has_lost_its_post(raw) -> None:
    first, second, third = references(raw, "REF: A. STATE 110, 250, B. OSLO 11")
    assert (str(first.mrn), second.mrn, str(third.mrn)) == ("08STATE110", None, "08OSLO11")


@pytest.mark.parametrize(
    "entry",
    [
        "PARA 22",
        "FLEET 311345Z MAY 08",
        "FLEET 311345 Z MAY",
        "TITLE 22",
        "73 STATE 1 O1684",
        "A-50",
    ],
)
def test_no_number_is_made_of_what_is_no_post(raw, entry: str) -> None:
    first, second, third = references(raw, f"REF: A. OSLO 11 B. {entry} C. OSLO 13")
    assert (str(first.mrn), second.mrn, str(third.mrn)) == ("08OSLO11", None, "08OSLO13")
    assert second.text == entry


def test_an_unknown_name_is_a_post_where_the_year_says_that_it_is_a_number(raw) -> None:
    first, second = references(raw, "REF: A. 07 NOWHERE 11 B. NOWHERE 12")
    assert (str(first.mrn), second.mrn) == ("07NOWHERE11", None)


@pytest.mark.parametrize(
    ("year", "read"),
    [("76", ["76USNATO12", "76OSLO13"]), ("08", [None, "08OSLO13"])],
)
def test_a_name_is_a_post_in_the_years_in_which_it_was_one(raw, year: str, read: list) -> None:
    text = f"R 141745Z MAY {year}\nSUBJECT: LOCKS\nREF: A. NATO 12 B. OSLO 13\n\n1. A lock.\n"
    found = raw(text).references
    assert [str(one.mrn.canonical) if one.mrn else None for one in found] == read


def test_a_post_calls_its_own_telegrams_embassy_telegrams(raw) -> None:
    found = references(raw, "REF: A. EMBTEL 11 B. DEPTEL 22, DEPTELS 33 AND 44")
    assert [str(one.mrn) for one in found] == ["08OSLO11", "08STATE22", "08STATE33", "08STATE44"]


def test_a_name_that_means_several_posts_stays_as_printed_and_says_which(raw) -> None:
    cable = raw(
        "R 141745Z MAY 08\nFM AMEMBASSY OSLO\n\nUNCLAS OSLO 000012\n\nTAGS: ETRD\n"
        "SUBJECT: LOCKS\n\nREF: PORT 11\n\n1. (U) Shut.\n"
    )
    assert [str(one.mrn) for one in cable.references] == ["08PORT11"]
    (defect,) = [one for one in cable.defects if one.code == "header.post-ambiguous"]
    assert "PORT AU PRINCE" in defect.message
    assert "PORT OF SPAIN" in defect.message


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        ("LARSEN-VIK E-MAIL OF 05/01/08", K.EMAIL),
        ("LARSEN/VIK EMAIL, MAY 1", K.EMAIL),
        ("LARSEN-VIK TELCON OF MAY 1", K.TELCON),
        ("IIR 6 123 0045 08", K.REPORT),
        ("TD-314/12345-08", K.REPORT),
        ("LARSEN LETTER TO VIK", K.LETTER),
    ],
)
def test_other_documents_have_a_kind_and_no_number(raw, entry: str, kind: ReferenceKind) -> None:
    first, second = references(raw, f"REF: A. OSLO 11\n     B. {entry}")
    assert (first.kind, second.label, second.kind, second.mrn) == (K.CABLE, "B", kind, None)
    assert second.text == entry


@pytest.mark.parametrize("between", [", ", " AND ", ", AND ", "; "])
def test_a_cable_and_another_document_in_one_entry_are_two(raw, between: str) -> None:
    first, second = references(raw, f"REF: OSLO 11{between}LARSEN/VIK E-MAIL OF MAY 1")
    assert (str(first.mrn), first.text) == ("08OSLO11", "OSLO 11")
    assert (second.kind, second.text) == (K.EMAIL, "LARSEN/VIK E-MAIL OF MAY 1")


def test_a_day_behind_a_posts_name_is_no_serial(raw) -> None:
    (reference,) = references(raw, "REF: OSLO 11 MAY LETTER")
    assert (reference.kind, reference.mrn) == (K.LETTER, None)


@pytest.mark.parametrize("number", ["CA-3400", "SFO-GVA-086", "UNSCR 1737"])
def test_a_number_that_is_no_cables_has_no_mrn(raw, number: str) -> None:
    assert [reference.mrn for reference in references(raw, f"REF: {number}")] == [None]


def test_a_references_text_and_span_are_the_entrys(raw) -> None:
    cable = raw(
        "SUBJECT: LOCKS\n\nREF: A. 07 OSLO 11\n     B. 07 STATE 22 (NOTAL)\n\n1. (U) Shut.\n"
    )
    for reference in cable.references:
        assert reference.span.slice(cable.source.text) == reference.text


def test_a_page_mark_in_the_list_is_no_reference(raw) -> None:
    found = references(raw, "REF: A. OSLO 11\nOSLO 00000012  001 OF 002\n     B. 07 STATE 22")
    assert [str(one.mrn) for one in found] == ["08OSLO11", "07STATE22"]


@pytest.mark.parametrize(
    "mark",
    [
        "\nBERGEN 00000013  001 OF 002\n",
        " BERGEN 00000013  001 OF 002 ",
        " PAGE 02        BERGEN  00013  141745Z ",
    ],
    ids=["alone", "in the line", "old, in the line"],
)
def test_behind_a_page_mark_each_reference_stands_where_it_says(raw, mark: str) -> None:
    cable = raw(
        "UNCLAS OSLO 000012\n\nTAGS: ETRD\nSUBJECT: LOCKS\n\n"
        f"REF: A. 07 OSLO 11{mark}B. 07 STATE 22\n\n1. (U) Shut.\n"
    )
    places = [one.span.slice(cable.source.text) for one in cable.references]
    assert places == ["07 OSLO 11", "07 STATE 22"]
    assert [one.text for one in cable.references] == places


def test_without_a_year_of_its_own_a_cable_has_no_number(raw) -> None:
    (reference,) = raw("SUBJECT: LOCKS\n\nREF: OSLO 11\n\n1. (U) Shut.\n").references
    assert (reference.kind, reference.mrn) == (K.CABLE, None)


def test_a_telegram_without_a_list_has_none(raw) -> None:
    assert references(raw, "") == ()


def test_the_cables_own_number_is_no_reference(raw) -> None:
    cable = raw(
        "R 010000Z JAN 08\nUNCLAS RIO DE JANEIRO 000012\n\nSUBJECT: LOCKS\n\n"
        "REF: A. RIO 12 B. 07 RIO 12 C. OSLO 12\n"
    )
    assert [str(reference.mrn.canonical) for reference in cable.references] == [
        "07RIODEJANEIRO12",
        "08OSLO12",
    ]


def test_the_defect_of_an_entry_says_what_it_lacks(raw) -> None:
    cable = raw("UNCLAS OSLO 000012\n\nSUBJECT: LOCKS\n\nREF: A. STATE 11\n     B. OSLO\n\n1. It\n")
    messages = [d.message for d in cable.defects if d.code == "header.reference-unreadable"]
    assert messages[0] == "a cable without its year: 'STATE 11'"
    assert all("number" in message for message in messages[1:])


@pytest.mark.parametrize(
    "line",
    [
        "(U) These notes are for official use only, and of no use to the",
        "(U) The board met in May and has not met since.",
        "(S) The board met in May and has not met since.",
    ],
)
def test_a_portion_marking_behind_the_list_begins_no_entry(raw, line: str) -> None:
    head = "R 141745Z MAY 08\nUNCLAS OSLO 000012\n\nTAGS: ETRD\nSUBJECT: LOCKS\n\n"
    cable = raw(
        f"{head}REF: A. OSLO 11\n     B. 06 BERGEN 7; C. 06 BERGEN\n\n{line}\n\n1. (U) It.\n"
    )
    assert [one.text for one in cable.references] == ["OSLO 11", "06 BERGEN 7", "06 BERGEN"]


def dated(raw, lines: str) -> list[tuple[str | None, str, str, str | None]]:
    return [
        (
            one.label,
            one.kind.value,
            str(one.mrn or "") + (f" {one.sent_at:%d%H%MZ %b %y}".upper() if one.sent_at else ""),
            one.text,
        )
        for one in references(raw, lines)
    ]


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        (
            "REF: USCINCEUR 311345 Z MAY 73",
            [(None, "cable", " 311345Z MAY 73", "USCINCEUR 311345 Z MAY 73")],
        ),
        (
            "REF: (A) STATE 085297, DTG 082239Z APR 76 (NOTAL) (B) ROME\n16 DTG\n131645Z APR 76",
            [
                ("A", "cable", "76STATE85297 082239Z APR 76", "STATE 085297, DTG 082239Z APR 76"),
                ("B", "cable", "76ROME16 131645Z APR 76", "ROME 16 DTG 131645Z APR 76"),
            ],
        ),
        (
            "REF: OSLO 7 (DTG 131645Z APR 76)",
            [(None, "cable", "76OSLO7 131645Z APR 76", "OSLO 7 (DTG 131645Z APR 76)")],
        ),
        (
            "REF: STATE 1 AND CINCLANT 311345Z MAY 73, OSLO 7",
            [
                (None, "cable", "08STATE1", "STATE 1"),
                (None, "cable", " 311345Z MAY 73", "CINCLANT 311345Z MAY 73"),
                (None, "cable", "08OSLO7", "OSLO 7"),
            ],
        ),
        (
            "REF: A. OSLO 7/311345Z MAY 73 B. DTG 131645Z APR 76",
            [
                ("A", "cable", "73OSLO7 311345Z MAY 73", "OSLO 7/311345Z MAY 73"),
                ("B", "cable", " 131645Z APR 76", "DTG 131645Z APR 76"),
            ],
        ),
        (
            "REF: VIK/LUND TELCON 311345Z MAY 73",
            [(None, "telcon", "", "VIK/LUND TELCON 311345Z MAY 73")],
        ),
        ("REF: OSLO A-50", [(None, "airgram", "", "OSLO A-50")]),
        ("REF: A-50", [(None, "airgram", "", "A-50")]),
        (
            "REF: A. OSLO'S A-50 AND A-51, STATE 12 B. OSLO AIRGRAM A-7",
            [
                ("A", "airgram", "", "OSLO'S A-50"),
                ("A", "airgram", "", "A-51"),
                ("A", "cable", "08STATE12", "STATE 12"),
                ("B", "airgram", "", "OSLO AIRGRAM A-7"),
            ],
        ),
        ("REF: BUDGET CIRCULAR A-76", [(None, "other", "", "BUDGET CIRCULAR A-76")]),
    ],
)
def test_a_date_time_group_and_an_airgram_refer_without_a_number(raw, lines, read) -> None:
    assert dated(raw, lines) == read


def test_a_sender_with_a_date_time_group_names_its_cable(raw) -> None:
    head = "R 141745Z MAY 75\nFM AMEMBASSY OSLO\nSUBJECT: LOCKS\n"
    sound = raw(f"{head}REF: USCINCEUR 311345Z MAY 73\n\n1. SHUT.\n")
    none = raw(f"{head}REF: USCINCEUR 391345Z MAY 73\n\n1. SHUT.\n")
    assert "header.reference-unreadable" not in [one.code for one in sound.defects]
    assert "header.reference-unreadable" in [one.code for one in none.defects]


def test_a_date_time_group_alone_on_a_line_goes_on_with_the_list(raw) -> None:
    cable = raw(
        "R 141745Z MAY 75\nFM AMEMBASSY OSLO\nSUBJECT: LOCKS\n"
        "REF: STATE 12, DTG\n101622Z MAR 75 (NOTAL)\n1. SHUT.\n"
    )
    assert f"{cable.sent_at:%d%H%M}" == "141745"
    assert f"{cable.references[0].sent_at:%d%H%M}" == "101622"


@pytest.mark.parametrize(
    ("behind", "year"),
    [
        ("OF 24 NOV 06", "06"),
        ("DATED MAY 3, 2007", "07"),
        ("DTD 3 MAY, 07", "07"),
        ("OF 3 MAY", "08"),
    ],
)
def test_a_day_behind_a_serial_says_the_year(raw, behind: str, year: str) -> None:
    found = references(raw, f"REF: A. RIGA 11 {behind} AND B. RIGA 22")
    assert [str(one.mrn) for one in found] == [f"{year}RIGA11", "08RIGA22"]


def test_a_day_behind_a_list_of_serials_is_no_post(raw) -> None:
    found = references(raw, "REF: RIGA 11 AND 15 DTD 3 MAY 08")
    assert [str(one.mrn) for one in found] == ["08RIGA11", "08RIGA15"]


@pytest.mark.parametrize(
    ("cable", "read"),
    [
        ("OSLO '07 11", ["07OSLO11"]),
        ("OSLO 07-1234", ["07OSLO1234"]),
        ("OSLO 07/1234, 1235", ["07OSLO1234", "07OSLO1235"]),
        ("OSLO 98-123", ["98OSLO123"]),
        ("OSLO 07 1234", ["07OSLO1234"]),
        ("OSLO-07-14", ["07OSLO14"]),  # no year to come is 14
        ("OSLO 07 14", ["07OSLO14"]),
        ("OSLO 2007-14", ["07OSLO14"]),
        ("OSLO 14-07", ["07OSLO14"]),
        ("OSLO 98/123", ["08OSLO98", "08OSLO123"]),  # a stroke parts serials too
        ("OSLO 123-125", ["08OSLO123"]),
        ("OSLO 45 1234", [""]),  # nor is 45 a year
    ],
)
def test_the_year_is_that_of_two_numbers_which_could_be_one(raw, cable: str, read: list) -> None:
    found = references(raw, f"REF: {cable}")
    assert [str(reference.mrn or "") for reference in found] == read
