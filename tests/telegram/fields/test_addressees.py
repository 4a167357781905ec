"""FM, TO, INFO and XMT."""

import pytest

from cableparse import HEADER_VALUE, Addressee, Classification, Precedence, SegmentKind
from cableparse.testing import broken_law

TAIL = "\nUNCLAS OSLO 000012\nSUBJECT: LOCKS\n\n1. (U) The lock is shut.\n"


def row(addressee: Addressee) -> tuple[str | None, str, str | None, str | None]:
    return addressee.routing, addressee.name, addressee.precedence, addressee.mcn


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("RUEHC/SECSTATE WASHDC", ("RUEHC", "SECSTATE WASHDC", None, None)),
        ("RUEHC/SECSTATE WASHDC PRIORITY 0815", ("RUEHC", "SECSTATE WASHDC", "PRIORITY", "0815")),
        ("RUEHC/SECSTATE WASHDC 0815", ("RUEHC", "SECSTATE WASHDC", None, "0815")),
        ("RUEHC/SECSTATE WASHDC IMMEDIATE", ("RUEHC", "SECSTATE WASHDC", "IMMEDIATE", None)),
        (
            "RUEHC/SECSTATE WASHDC NIACT IMMEDIATE 0001",
            ("RUEHC", "SECSTATE WASHDC", "NIACT IMMEDIATE", "0001"),
        ),
        ("RHMFIUU/HQ USEUCOM VAIHINGEN GE", ("RHMFIUU", "HQ USEUCOM VAIHINGEN GE", None, None)),
        ("RUEHC/SECSTATE WASHDC PRIORITY0815", ("RUEHC", "SECSTATE WASHDC", "PRIORITY", "0815")),
        ("RUEHC/SECSTATE WASHDC PRIORTIY 0815", ("RUEHC", "SECSTATE WASHDC", "PRIORITY", "0815")),
        ("SECSTATE WASHDC IMEDIATE", (None, "SECSTATE WASHDC", "IMMEDIATE", None)),
        ("SECSTATE WASHDC 0815IMMEDIATE", (None, "SECSTATE WASHDC", "IMMEDIATE", "0815")),
        ("RUEHC / SECSTATE  WASHDC ", ("RUEHC", "SECSTATE WASHDC", None, None)),
        ("SECSTATE WASHDC 0815", (None, "SECSTATE WASHDC", None, "0815")),
        ("RUEKJCS/SECDEF WASHDC//USDP//", ("RUEKJCS", "SECDEF WASHDC//USDP//", None, None)),
        ("ALL NORDIC COLLECTIVE PRIORITY", (None, "ALL NORDIC COLLECTIVE", "PRIORITY", None)),
        ("ZEN/AMEMBASSY OSLO PRIORITY 0033", ("ZEN", "AMEMBASSY OSLO", "PRIORITY", "0033")),
        ("RUEHNY/AMEMBASSY OSLO 0076-0079", ("RUEHNY", "AMEMBASSY OSLO", None, "0076-0079")),
        ("ruehny/amembassy oslo priority 0033", ("RUEHNY", "amembassy oslo", "PRIORITY", "0033")),
    ],
)
def test_an_addressee_is_read(raw, line: str, read: tuple) -> None:
    cable = raw(f"FM AMEMBASSY OSLO\nTO {line}\n{TAIL}")
    (addressee,) = cable.action
    assert row(addressee) == read
    assert broken_law(cable) is None


def test_action_and_info_are_told_apart(raw) -> None:
    cable = raw(
        "FM AMEMBASSY OSLO\nTO RUEHC/SECSTATE WASHDC 0001\nRUEHSM/AMEMBASSY STOCKHOLM 0002\n"
        f"INFO RUEHCP/AMEMBASSY COPENHAGEN 0003\nRUEHRK/AMEMBASSY REYKJAVIK PRIORITY 0004\n{TAIL}"
    )
    assert [addressee.mcn for addressee in cable.action] == ["0001", "0002"]
    assert [addressee.mcn for addressee in cable.info] == ["0003", "0004"]
    assert cable.info[1].precedence is Precedence.PRIORITY


def test_info_twice_is_one_list(raw) -> None:
    cable = raw(
        "TO SECSTATE WASHDC\nINFO RUEHSM/AMEMBASSY STOCKHOLM\nINFO RUEHCP/AMEMBASSY "
        f"COPENHAGEN\n{TAIL}"
    )
    assert [addressee.name for addressee in cable.info] == [
        "AMEMBASSY STOCKHOLM",
        "AMEMBASSY COPENHAGEN",
    ]


def test_without_info_there_is_none(raw) -> None:
    assert raw(f"TO SECSTATE WASHDC\n{TAIL}").info == ()


def test_the_sender_is_a_string_with_its_place(raw) -> None:
    cable = raw(f"FM  AMCONSUL   BERGEN \nTO SECSTATE WASHDC\n{TAIL}")
    assert cable.origin == "AMCONSUL BERGEN"
    (span,) = cable.evidence["origin"].spans
    assert span.slice(cable.source.text) == "AMCONSUL   BERGEN"


@pytest.mark.parametrize(
    "fused",
    [
        "UNCLAS SECTION 01 OF 02 OSLO 000012",
        "UNCLAS OSLO 000012",
        "C O N F I D E N T I A L SECTION 01 OF 02 OSLO 000012",
        "S E C R E T OSLO 000012",
        "CONFIDENTIAL OSLO 000012",
    ],
)
@pytest.mark.parametrize(
    "label",
    [
        "INFO RUEHSM/",
        "INFO ",
        "TO RUEHSM/",
        "TO SECSTATE WASHDC\nINFO RUEHC/DEPT OF FERRIES\nRUEHSM/",
    ],
)
def test_a_classification_line_fused_to_the_last_addressee_is_parted(
    raw, label: str, fused: str
) -> None:
    cable = raw(
        f"FM AMEMBASSY OSLO\n{label}HQ USEUCOM VAIHINGEN GE{fused}\n\nSUBJECT: LOCKS\n\n"
        "1. (U) Shut.\n"
    )
    assert (*cable.action, *cable.info)[-1].name == "HQ USEUCOM VAIHINGEN GE"
    assert cable.classification is not None
    (segment,) = [s for s in cable.segments if s.kind is SegmentKind.CLASSIFICATION]
    assert segment.text.strip() == fused


def test_a_classification_line_fused_to_a_short_name_is_parted(raw) -> None:
    cable = raw(
        "FM AMEMBASSY OSLO\nTO SECSTATE WASHDC\nINFO EUCOM\nDIAUNCLAS OSLO 000012\n\n1. Shut.\n"
    )
    assert [addressee.name for addressee in cable.info] == ["EUCOM", "DIA"]
    assert cable.classification is Classification.UNCLASSIFIED


def test_a_dateline_fused_to_the_last_addressee_is_parted(raw) -> None:
    cable = raw(
        "TO RUEHSM/AMEMBASSY STOCKHOLMFriday, 23 May 2008, 15:53\nUNCLAS OSLO 000012\n"
        "SUBJECT: LOCKS\n"
    )
    assert [addressee.name for addressee in cable.action] == ["AMEMBASSY STOCKHOLM"]


def test_a_page_mark_spliced_behind_the_label_is_no_addressee(raw) -> None:
    cable = raw(
        "FM SECSTATE WASHDC\nTO PAGE 02        STATE   015113  182333Z\nAMEMBASSY OSLO "
        f"PRIORITY\nAMEMBASSY STOCKHOLM\n{TAIL}"
    )
    assert [addressee.name for addressee in cable.action] == [
        "AMEMBASSY OSLO",
        "AMEMBASSY STOCKHOLM",
    ]


def test_a_page_mark_between_addressees_is_none(raw) -> None:
    cable = raw(
        "TO RUEHC/SECSTATE WASHDC\nPAGE 02        OSLO   00012  182333Z\n"
        f"RUEHSM/AMEMBASSY STOCKHOLM\n{TAIL}"
    )
    assert [addressee.name for addressee in cable.action] == [
        "SECSTATE WASHDC",
        "AMEMBASSY STOCKHOLM",
    ]
    assert SegmentKind.PAGE_MARK in {segment.kind for segment in cable.segments}


def test_an_addressee_that_wrapped_is_one(raw) -> None:
    cable = raw(
        "TO RUEHC/SECSTATE WASHDC\nINFO RUEKJCS/SECRETARY OF DEFENSE\nWASHINGTON DC "
        f"PRIORITY\nRUEHSM/AMEMBASSY STOCKHOLM\n{TAIL}"
    )
    assert [row(addressee)[1:3] for addressee in cable.info] == [
        ("SECRETARY OF DEFENSE WASHINGTON DC", "PRIORITY"),
        ("AMEMBASSY STOCKHOLM", None),
    ]


def test_lines_without_an_indicator_are_an_addressee_each(raw) -> None:
    cable = raw(
        "TO SECSTATE WASHDC 0001\nINFO AMEMBASSY STOCKHOLM\nAMEMBASSY COPENHAGEN\n"
        f"USMISSION GENEVA\n{TAIL}"
    )
    assert [addressee.name for addressee in cable.info] == [
        "AMEMBASSY STOCKHOLM",
        "AMEMBASSY COPENHAGEN",
        "USMISSION GENEVA",
    ]


def test_the_posts_behind_xmt_are_taken_out_of_the_collective(raw) -> None:
    cable = raw(
        "FM SECSTATE WASHDC\nTO ALL NORDIC COLLECTIVE\nXMT AMCONSUL BERGEN\nAMEMBASSY "
        f"REYKJAVIK\n{TAIL}"
    )
    (addressee,) = cable.action
    assert (addressee.name, addressee.excluded) == (
        "ALL NORDIC COLLECTIVE",
        ("AMCONSUL BERGEN", "AMEMBASSY REYKJAVIK"),
    )


def test_distribution_rows_are_no_addressees(raw) -> None:
    cable = raw(
        "ACTION AF-00\nINFO  LOG-00   MFA-00   AID-00\n      DS-00    /002W\n"
        "------------------352654  200910Z /23\n"
        f"R 141745Z MAY 08\nFM AMEMBASSY OSLO\nTO SECSTATE WASHDC\n{TAIL}"
    )
    assert [addressee.name for addressee in cable.action] == ["SECSTATE WASHDC"]
    assert cable.info == ()
    assert cable.segments[0].kind is SegmentKind.DISTRIBUTION


def test_posts_behind_xmt_belong_to_the_addressee_before_them_whichever_list_follows(raw) -> None:
    cable = raw(
        "FM SECSTATE WASHDC\nTO RUEHOO/CHINA POSTS COLLECTIVE\nXMT RUEHGZ/AMCONSUL GUANGZHOU\n"
        "AMCONSUL SHENYANG\nINFO RUEHKO/AMEMBASSY TOKYO\nUNCLAS STATE 000012\n"
    )
    assert cable.action[0].excluded == ("AMCONSUL GUANGZHOU", "AMCONSUL SHENYANG")
    assert [(addressee.name, addressee.excluded) for addressee in cable.info] == [
        ("AMEMBASSY TOKYO", ())
    ]


def test_a_classification_line_is_parted_from_the_posts_behind_xmt(raw):
    cable = raw(
        "FM AMEMBASSY OSLO\nTO SECSTATE WASHDC\nINFO RUEHGG/UN SECURITY COUNCIL COLLECTIVE\n"
        "XMT AMEMBASSY DJIBOUTIC O N F I D E N T I A L OSLO 000012\n\nTAGS: ETRD\n"
    )
    assert cable.info[0].excluded == ("AMEMBASSY DJIBOUTI",)
    assert (cable.mrn and cable.mrn.post, cable.classification) == (None, "CONFIDENTIAL")


def test_a_line_that_a_site_put_a_pilcrow_before_is_no_addressees(raw) -> None:
    cable = raw("FM AMEMBASSY OSLO\nTO RUEHC/SECSTATE WASHDC\n¶ 2066\n")
    assert [addressee.name for addressee in cable.action] == ["SECSTATE WASHDC"]


@pytest.mark.parametrize(
    ("sender", "to", "info"),
    [
        ("FM: ", "TO: ", "INFO: "),
        ("From: ", "To: ", "Info: "),
        ("fm ", "to ", "info "),
        ("FM ", "TO\n", "INFO\n"),
        ("FM ", "TO ", "INF "),
        ("FM ", "TO ", "IFNO "),
    ],
)
def test_the_labels_are_read_in_any_form(raw, sender: str, to: str, info: str) -> None:
    cable = raw(
        f"{sender}AMEMBASSY OSLO\n{to}RUEHC/SECSTATE WASHDC\n{info}RUEHSM/AMEMBASSY STOCKHOLM\n"
        f"AMCONSUL BERGEN\n{TAIL}"
    )
    assert cable.origin == "AMEMBASSY OSLO"
    assert [one.name for one in cable.action] == ["SECSTATE WASHDC"]
    assert [one.name for one in cable.info] == ["AMEMBASSY STOCKHOLM", "AMCONSUL BERGEN"]


@pytest.mark.parametrize("label", ["XMT ", "XMT/", "XMT: ", "INFO XMT "])
def test_who_is_left_out_is_read_behind_any_sign(raw, label: str) -> None:
    cable = raw(
        "FM AMEMBASSY OSLO\nTO RUEHC/SECSTATE WASHDC\nRUEHX/NORDIC COLLECTIVE\n"
        f"{label}AMEMBASSY STOCKHOLM\nAMEMBASSY HELSINKI\n{TAIL}"
    )
    assert [one.name for one in cable.action] == ["SECSTATE WASHDC", "NORDIC COLLECTIVE"]
    assert cable.action[1].excluded == ("AMEMBASSY STOCKHOLM", "AMEMBASSY HELSINKI")


def test_a_letter_in_a_serial_is_read_as_the_digit_and_said(raw) -> None:
    text = f"FM AMEMBASSY OSLO\nTO RUEHC/SECSTATE WASHDC O815\n{TAIL}"
    cable = raw(text)
    assert [row(one) for one in cable.action] == [("RUEHC", "SECSTATE WASHDC", None, "0815")]
    (repair,) = cable.repairs
    assert (repair.code, repair.printed, repair.read) == (HEADER_VALUE, "O", "0")
    assert repair.span.start == text.index("O815")


def test_a_sentence_that_begins_with_to_addresses_nobody(raw) -> None:
    cable = raw(f"FM AMEMBASSY OSLO\nTO RUEHC/SECSTATE WASHDC\n\nto the desk: please wait\n{TAIL}")
    assert [one.name for one in cable.action] == ["SECSTATE WASHDC"]


def test_a_list_goes_on_where_every_line_has_an_empty_one_below_it(raw) -> None:
    lines = "R 141745Z MAY 08\nFM AMEMBASSY OSLO\nTO SECSTATE WASHDC 0012\nAMEMBASSY RIGA\n"
    cable = raw((lines + TAIL).replace("\n", "\n\n"))
    assert [one.name for one in cable.action] == ["SECSTATE WASHDC", "AMEMBASSY RIGA"]
    assert [one.name for one in raw(lines.replace("0012\n", "0012\n\n") + TAIL).action] == [
        "SECSTATE WASHDC"
    ]


def test_a_copy_that_was_quoted_by_mail_is_read(raw) -> None:
    lines = "R 141745Z MAY 08\nFM AMEMBASSY OSLO\nTO RUEHC/SECSTATE WASHDC 0012\n"
    text = (lines + TAIL).replace("\n", "\n> ")
    cable = raw(f"> {text}")
    assert [one.name for one in cable.action] == ["SECSTATE WASHDC"]
    assert (str(cable.mrn), cable.subject) == ("08OSLO12", "LOCKS")
    assert [one.text for one in cable.paragraphs] == ["The lock is shut."]


def test_how_a_repeated_telegram_was_sent_is_not_how_this_one_was(raw) -> None:
    cable = raw(
        "P 261800Z SEP 78\nFM SECSTATE WASHDC\nTO AMEMBASSY RIGA PRIORITY\n"
        "UNCLASSIFIED STATE 245561\nFOLLOWING REPEAT OSLO 12 SENT ACTION SECSTATE SEP 25:\nQUOTE\n"
        "R 250715Z SEP 78\nFM AMEMBASSY OSLO\nTO SECSTATE WASHDC 6120\nINFO AMEMBASSY BERN\n"
        "UNCLASSIFIED OSLO 12\nE.O. 11652: N/A\nTAGS: EAIR, NO\nSUBJECT: LOCKS\n"
        "1. THE LOCK IS SHUT.\nUNQUOTE\n"
    )
    assert [one.name for one in cable.action] == ["AMEMBASSY RIGA"]
    assert cable.info == ()
    assert (str(cable.mrn), cable.origin) == ("78STATE245561", "SECSTATE WASHDC")
    assert cable.sent_at.hour == 18


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("SECSTATE WASHDC 0412 PRIORITY", [(None, "SECSTATE WASHDC", "PRIORITY", "0412")]),
        ("RUEHC//SECSTATE WASHDC 0412", [("RUEHC", "SECSTATE WASHDC", None, "0412")]),
        (
            "SECSTATE WASHDC 0412; AMEMBASSY RIGA, AMEMBASSY BERN PRIORITY",
            [
                (None, "SECSTATE WASHDC", None, "0412"),
                (None, "AMEMBASSY RIGA", None, None),
                (None, "AMEMBASSY BERN", "PRIORITY", None),
            ],
        ),
    ],
)
def test_addressees_may_share_a_line_and_have_their_precedence_last(raw, line, read) -> None:
    assert [row(one) for one in raw(f"TO {line}\n{TAIL}").action] == read


def test_addressees_may_stand_below_their_label_and_an_empty_line(raw) -> None:
    cable = raw(f"TO SECSTATE WASHDC 0012\n\nINFO:\n\nAMEMBASSY RIGA\nUSCINCSO LIMA\n{TAIL}")
    assert [one.name for one in cable.info] == ["AMEMBASSY RIGA", "USCINCSO LIMA"]


@pytest.mark.parametrize("ends", [" ", "\n"])
@pytest.mark.parametrize("sender_ends", [" ", "\n"])
def test_a_short_line_that_lost_its_line_ends_is_parted(raw, ends: str, sender_ends: str) -> None:
    cable = raw(
        f"R 141745Z MAY 08{ends}FM AMEMBASSY OSLO{sender_ends}TO RUEHC/SECSTATE WASHDC 0815{ends}"
        f"INFO RUEHRA/AMEMBASSY RIGA\n{TAIL}"
    )
    assert cable.origin == "AMEMBASSY OSLO"
    assert [row(one) for one in cable.action] == [("RUEHC", "SECSTATE WASHDC", None, "0815")]
    assert [row(one) for one in cable.info] == [("RUEHRA", "AMEMBASSY RIGA", None, None)]


def test_a_list_goes_on_where_the_copy_is_double_spaced_below_a_pages_head(raw) -> None:
    lines = [
        *("CONFIDENTIAL", "PAGE 01 OSLO 00012 141745Z", "43", "ACTION EUR-12", "/012 W"),
        *("--------------------- 099041", "R 141745Z JUL 76", "FM AMEMBASSY OSLO"),
        *("TO SECSTATE WASHDC 1205", "INFO AMEMBASSY RIGA", "AMEMBASSY BERN"),
        *("CONFIDENTIAL OSLO 0012", "E.O. 11652: GDS", "SUBJECT: LOCKS", "1. SHUT."),
    ]
    cable = raw("\n\n".join(lines) + "\n")
    assert [addressee.name for addressee in cable.info] == ["AMEMBASSY RIGA", "AMEMBASSY BERN"]
    assert cable.passing == ()


def test_a_zero_in_a_label_is_read_as_the_letter(raw) -> None:
    lines = "FR0M AMEMBASSY OSLO\nT0 RUEHC/SECSTATE WASHDC\nINF0 RUEHRA/AMEMBASSY RIGA\n"
    cable = raw(lines + TAIL)
    assert cable.origin == "AMEMBASSY OSLO"
    assert [one.name for one in (*cable.action, *cable.info)] == [
        "SECSTATE WASHDC",
        "AMEMBASSY RIGA",
    ]
