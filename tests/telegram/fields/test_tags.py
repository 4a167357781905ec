"""TAGS."""

import pytest

from cableparse import HEADER_VALUE, TagKind
from cableparse.testing import broken_law

K = TagKind


def codes(cable) -> list[str]:
    return [tag.code for tag in cable.tags]


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("TAGS: ETRD EINV NO", ["ETRD", "EINV", "NO"]),
        ("TAGS: ETRD, EINV, NO", ["ETRD", "EINV", "NO"]),
        ("TAGS ETRD, EINV, NO", ["ETRD", "EINV", "NO"]),
        ("TAGS: ETRD; EINV; NO", ["ETRD", "EINV", "NO"]),
        ("TAGS: ETRD,EINV,NO", ["ETRD", "EINV", "NO"]),
        ("TAG: ETRD NO", ["ETRD", "NO"]),
        ("TAGS:\n\n    ETRD, EINV, NO", ["ETRD", "EINV", "NO"]),
        ("TAGS: [ETRD](#) [EINV](#)\n[NO](#)", ["ETRD", "EINV", "NO"]),
        ("TAGS: ETRD, EINV, NO=20", ["ETRD", "EINV", "NO"]),
        ("TAGS:\n\nETRD,EINVECON,NO", ["ETRD", "EINV", "ECON", "NO"]),
        ("TAGS: EAIR\nETRDEINV, NO", ["EAIR", "ETRD", "EINV", "NO"]),
        ("TAGS: TAGS: ETRD, EINV, NO", ["ETRD", "EINV", "NO"]),
        ("TAGS: ETRD | EINV | NO", ["ETRD", "EINV", "NO"]),
        ("Tags: 'etrd', \"einv\", “no”", ["ETRD", "EINV", "NO"]),
        ("TAGS: OVIP [ROE, JANE], NO", ["OVIP", "ROE, JANE", "NO"]),
        ("TAGS: ETRD, OSLO 00000012  001.2 OF 003 EINV, NO", ["ETRD", "EINV", "NO"]),
        (
            "TAGS: PREL, PTER, KCRM, PHUM, SMIG, SNAR, ASEC, CASC, CVIS, AMGT, ECO\nN, NO",
            [
                *("PREL", "PTER", "KCRM", "PHUM", "SMIG", "SNAR", "ASEC", "CASC", "CVIS", "AMGT"),
                *("ECON", "NO"),
            ],
        ),
        ("TAGS: PREL, PHU\nM, NO", ["PREL", "PHUM", "NO"]),  # whatever the width is
        ("TAGS: PREL EC\nON NO", ["PREL", "ECON", "NO"]),  # and EC is a code
        ("TAGS: PREL, NO\nETRD", ["PREL", "NO", "ETRD"]),
        ("Tags: etrd no", ["ETRD", "NO"]),
        ("TAGS: [ETRD](#), [EINV](#), [NO](#)", ["ETRD", "EINV", "NO"]),
        ("TAGS: [ETRD](https://example.org/tag/ETRD) [NO](#)", ["ETRD", "NO"]),
        ("TAGS: ETRD EINV\nEFIN NO", ["ETRD", "EINV", "EFIN", "NO"]),
        ("TAGS: ETRD, EINV,\n      EFIN, NO", ["ETRD", "EINV", "EFIN", "NO"]),
        ("TAGS: ETRD ETRD NO", ["ETRD", "NO"]),
        ("TAGS: EINDETRD NO", ["EIND", "ETRD", "NO"]),
        ("TAGS: ETRD\u00a0NO", ["ETRD", "NO"]),
        ("TAGS: ETRD/EINV/NO", ["ETRD", "EINV", "NO"]),
        ("TAGS: ETRD - EINV - NO", ["ETRD", "EINV", "NO"]),
        ("TAGS: ETRD_EINV_NO", ["ETRD", "EINV", "NO"]),
        ("TAGS: *ETRD *EINV *NO", ["ETRD", "EINV", "NO"]),
        ("TAGS: ETRD, EINV AND NO", ["ETRD", "EINV", "NO"]),
        ("TAGS: (ETRD, EINV, NO)", ["ETRD", "EINV", "NO"]),
        ("TAGS: ETRD-EINV-NO", ["ETRD", "EINV", "NO"]),
        ("TAGS: ETRD EINV NO NOETRD", ["ETRD", "EINV", "NO"]),
        ("TAGS: NOETRD, EINV", ["NO", "ETRD", "EINV"]),
        ("TAGS: ETRD LOCKS AND DAMS NO", ["ETRD", "LOCKS AND DAMS", "NO"]),
        ("TAGS: ETRD, TERRORISM AND LOCKS", ["ETRD", "TERRORISM AND LOCKS"]),
        ("TAGS: ETRD NO COUNTRY\nCLEARANCE", ["ETRD", "NO", "COUNTRY CLEARANCE"]),
        ("TAGS: ETRD NO HUMAN\nRIGHTS, EINV", ["ETRD", "NO", "HUMAN RIGHTS", "EINV"]),
        ("TAGS: ETRD NO, DISASTER\nRELIEF", ["ETRD", "NO", "DISASTER RELIEF"]),
        ("TAS: ETRD NO", ["ETRD", "NO"]),
        ("TAGGS ETRD NO", ["ETRD", "NO"]),
        ("TAG ETRD NO", ["ETRD", "NO"]),
        ("TAGS: N/A", []),
    ],
)
def test_codes_are_read_each_once_in_printed_order(raw, line: str, read: list[str]) -> None:
    assert codes(raw(f"E.O. 12958: N/A\n{line}\nSUBJECT: LOCKS\n")) == read


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("ETRD", K.SUBJECT),
        ("NO", K.GEOGRAPHIC),
        ("PREL", K.SUBJECT),
        ("CH", K.GEOGRAPHIC),
        ("KIPR", K.PROGRAM),
        ("EUN", K.ORGANIZATION),
        ("QQQQ", TagKind.UNKNOWN),
    ],
)
def test_a_tag_has_a_kind(raw, code: str, kind: TagKind) -> None:
    (tag,) = raw(f"TAGS: {code}\nSUBJECT: LOCKS\n").tags
    assert (tag.code, tag.kind) == (code, kind)


@pytest.mark.parametrize("before", ["N/A", "DECL: 01/02/2018"])
def test_a_label_stuck_to_the_order_begins_the_tags(raw, before: str) -> None:
    assert codes(raw(f"E.O. 12958: {before}TAGS: ETRD, NO\nSUBJECT: LOCKS\n")) == ["ETRD", "NO"]


def test_names_in_one_pair_of_parentheses_are_persons_each(raw) -> None:
    tags = raw("TAGS: OVIP (LARSEN, KARI; VIK, OLA), NO\nSUBJECT: LOCKS\n").tags
    assert [(tag.code, tag.kind) for tag in tags[1:3]] == [
        ("LARSEN, KARI", K.PERSON),
        ("VIK, OLA", K.PERSON),
    ]


def test_a_term_with_a_slash_that_is_no_list_stays_one_tag(raw) -> None:
    assert codes(raw("TAGS: ETRD UNGA/C-3\nSUBJECT: LOCKS\n")) == ["ETRD", "UNGA/C-3"]


def test_a_name_in_parentheses_is_a_person(raw) -> None:
    tags = raw("TAGS: OVIP (LARSEN, KARI), NO\nSUBJECT: LOCKS\n").tags
    assert [(tag.code, tag.kind) for tag in tags][1] == ("LARSEN, KARI", K.PERSON)
    assert [tag.code for tag in tags] == ["OVIP", "LARSEN, KARI", "NO"]


@pytest.mark.parametrize(
    "line",
    [
        "TAGS: ETRD, EINV, NO",
        "TAGS: [ETRD](#), [EINV](#), [NO](#)",
        "TAGS: etrd\n einv no",
        "TAGS: EINDETRD NO",
        "TAGS: ß ETRD NO",
        "TAGS: ŉ ETRD NO",
    ],
)
def test_a_tags_span_slices_to_its_code(raw, line: str) -> None:
    cable = raw(f"{line}\nSUBJECT: LOCKS\n")
    known = [tag for tag in cable.tags if tag.kind is not TagKind.UNKNOWN]
    assert known
    for tag in known:
        assert tag.span.slice(cable.source.text).upper() == tag.code


def test_a_page_mark_in_the_list_is_no_tag(raw) -> None:
    cable = raw("TAGS: ETRD EINV\nOSLO 00000012  002 OF 003\nNO\nSUBJECT: LOCKS\n")
    assert codes(cable) == ["ETRD", "EINV", "NO"]


def test_a_line_without_codes_is_a_defect(raw) -> None:
    cable = raw("TAGS:\nSUBJECT: LOCKS\n")
    assert cable.tags == ()
    assert [d.code for d in cable.defects].count("header.tags-missing") == 1


@pytest.mark.parametrize(
    ("line", "persons", "unknown"),
    [
        ("ETRD ROE JANE DOE JOHN", ["ROE, JANE", "DOE, JOHN"], []),
        ("ROE JANE ETRD DOE JOHN NO", ["ROE, JANE", "DOE, JOHN"], []),
        ("ETRD ROE J. DOE JOHN.", ["ROE, J.", "DOE, JOHN"], []),
        ("ETRD ROE JANE DOE", [], ["ROE", "JANE", "DOE"]),
        ("ETRD ROE NO", [], ["ROE"]),
    ],
)
def test_unknown_words_in_pairs_are_persons(raw, line, persons, unknown) -> None:
    cable = raw(f"UNCLAS OSLO 000012\n\nTAGS: {line}\nSUBJECT: LOCKS\n\n1. (U) Shut.\n")
    assert [tag.code for tag in cable.tags if tag.kind is K.PERSON] == persons
    assert [tag.code for tag in cable.tags if tag.kind is K.UNKNOWN] == unknown
    places = [tag.span.slice(cable.source.text) for tag in cable.tags]
    assert places == [tag.code.replace(",", "") for tag in cable.tags]


def test_a_digit_in_a_code_is_read_as_the_letter_and_said(raw) -> None:
    text = "TAGS: ETRD EC0N\nSUBJECT: LOCKS\n\n1. (U) Shut.\n"
    cable = raw(text)
    assert codes(cable) == ["ETRD", "ECON"]
    assert cable.tags[1].span.slice(text) == "EC0N"
    (repair,) = cable.repairs
    assert (repair.code, repair.printed, repair.read) == (HEADER_VALUE, "0", "O")
    assert repair.span.start == text.index("0")


def test_a_word_that_only_looks_like_a_label_is_none(raw) -> None:
    cable = raw("TAG BOATS FOR THE LOCK\nSUBJECT: LOCKS\n\n1. (U) Shut.\n")
    assert cable.tags == ()


@pytest.mark.parametrize("word", ["ßETRD", "ETRDßECON", "ﬁETRD"])
def test_a_run_of_codes_has_no_letter_whose_capital_is_longer(raw, word: str) -> None:
    cable = raw(f"TAGS: EWWT,{word}, CA\nSUBJECT: LOCKS\n\n1. (U) Shut.\n")
    assert [tag.code for tag in cable.tags][::2] == ["EWWT", "CA"]
    assert cable.tags[1].span.slice(cable.source.text) == word


@pytest.mark.parametrize(
    ("printed", "persons"),
    [
        ("(ROE_JANE; _DOE, JOHN_)", ["ROE JANE", "DOE, JOHN"]),
        ("(_y)", []),  # one letter is no name
        ("(_)", []),
    ],
)
def test_underscores_in_parentheses_are_spaces(raw, printed, persons) -> None:
    cable = raw(f"TAGS: ETRD {printed}\nSUBJECT: LOCKS\n\n1. (U) Shut.\n")
    assert [tag.code for tag in cable.tags if tag.kind is K.PERSON] == persons
    assert broken_law(cable) is None
