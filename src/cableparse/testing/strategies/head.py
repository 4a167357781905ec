"""The lines of a telegram's head, sound and odd: what stands above the first paragraph."""

from hypothesis import strategies as st

from cableparse.testing.strategies.made import integers, lists, once, sampled_from
from cableparse.testing.strategies.seventies import SCHEDULES, above_the_date
from cableparse.testing.strategies.words import INDICATORS, POSTS, digits, joined, page_marks, words

RECORDS_AND_DRAFTING = (
    "ID: 1187",
    "ORIGIN: 09OSLO12",
    "DESTINATION: VZCZCXRO0000",
    "DRAFTED BY: POL: KVIK",
    "APPROVED: DCM: OLARSEN",
    "INFO:   AMB DCM",
    "",
)
"""What databases and drafting systems leave in a head."""


@once
@st.composite
def heads(draw: st.DrawFn) -> list[str]:
    """A telegram's head; most copies have lost a part of it."""
    captions = draw(
        lists(
            sampled_from(
                [
                    "SIPDIS",
                    "SENSITIVE",
                    "NOFORN",
                    "EXDIS; LIMDIS + STADIS",
                    "NODIS TOSEC 12 - FOR LARSEN FROM VIK",
                    "C O R R E C T E D  C O P Y",
                    "SENSITIVE SIPDIS",
                    "STATE FOR EUR/NB",
                    "DEPT PASS USTR",
                    "NOT FOR INTERNET DISTRIBUTION",
                    "",
                ]
            ),
            max_size=4,
        )
    )
    line = draw(classification_lines())
    parts = [
        draw(sampled_from([(), (), (), ("Cable", "TAGS:  EFIS", "Subject:  Ferry", line, "")])),
        draw(above_the_date()),
        draw(transmissions()),
        draw(addresses()),
        draw(lists(sampled_from(RECORDS_AND_DRAFTING), max_size=2)),
        [""],
        [line],
        ["", *captions, ""],
    ]
    kept = [line for part in parts if draw(integers(0, 7)) for line in part]
    return [*kept, *draw(labels()), ""]


@once
@st.composite
def dates(draw: st.DrawFn) -> str:
    """A date-time group, valid or not."""
    prosign = draw(sampled_from(["R", "O P", "P", "Z", "OO", "Q", ""]))
    day = draw(sampled_from(["020534", "312359", "300000", "002460", "99999", "051212"]))
    month = draw(sampled_from(["FEB", "feb", "JUN", "XXX", "SEPT", "DEC"]))
    year = draw(sampled_from(["09", "72", "76", "79", "2007", "0000", ""]))
    zone = draw(sampled_from(["Z", "Z", " Z"]))
    return f"{prosign} {day}{zone} {month} {year}{draw(sampled_from(['', ' ZDK', ' ZFF4']))}"


@once
@st.composite
def transmissions(draw: st.DrawFn) -> list[str]:
    """VZCZC, routing, DE, ZNR and date-time group."""
    routing = draw(joined(sampled_from(INDICATORS), " ", 1, 6))
    serial = draw(integers(0, 9999))
    lines = [
        draw(sampled_from(["VZCZCXRO0382", "VZCZCXYZ0000", "VZCZCXR"])),
        f"{draw(sampled_from(['RR', 'OO', 'PP', 'XX']))} {routing}",
        draw(sampled_from(["RUEHC", "", " "])),
        (
            f"DE RUEHNY #{serial:04d}{draw(sampled_from(['/01', '']))} "
            f"{draw(integers(0, 9999999)):07d}"
        ),
        draw(sampled_from(["ZNR UUUUU ZZH", "ZNY CCCCC ZZH ZDK", "ZNX QQQ"])),
    ]
    return [*lines, draw(dates())]


@once
@st.composite
def addressees(draw: st.DrawFn) -> str:
    """One addressee, without its label."""
    parts = [
        draw(sampled_from(["RUEHC/", "RHMFIUU/", "", "RUEHZZ1 / "])),
        draw(
            sampled_from(
                [
                    "SECSTATE WASHDC",
                    "AMEMBASSY OSLO",
                    "ALL POSTS COLLECTIVE",
                    "DEPT OF FERRIES",
                    "0001",
                ]
            )
        ),
        draw(sampled_from(["", " PRIORITY", " NIACT IMMEDIATE", " FLASH"])),
        draw(sampled_from(["", " 0042", " 7590"])),
    ]
    return "".join(parts)


@once
@st.composite
def addresses(draw: st.DrawFn) -> list[str]:
    """FM, TO, INFO and XMT lines, and what breaks them."""
    lines = [f"FM {draw(sampled_from(['AMEMBASSY OSLO', 'SECSTATE WASHDC', 'RPO NOWHERE']))}"]
    lines.append(f"TO {draw(addressees())}")
    lines += draw(lists(addressees(), max_size=2))
    lines += draw(lists(page_marks(), max_size=1))
    lines.append(f"INFO {draw(addressees())}")
    lines += draw(lists(addressees(), max_size=3))
    lines += draw(
        lists(
            sampled_from(["XMT AMCONSUL BERGEN", "ACTION AF-00", "INFO LOG-00 MFA-00", ""]),
            max_size=2,
        )
    )
    return lines


@once
@st.composite
def classification_lines(draw: st.DrawFn) -> str:
    """A classification line, sound or damaged."""
    level = draw(
        sampled_from(
            [
                "UNCLAS",
                "C O N F I D E N T I A L",
                "SS E C R E T",
                "O N F I D E N T I A L",
                "SECRET//NOFORN",
                "Unclas",
                "LIMITED OFFICIAL USE",
            ]
        )
    )
    section = draw(sampled_from(["", "SECTION 01 OF 02 ", "SECTION 1 OF 2 ", "SECTION 99 OF 03 "]))
    return f"{level} {section}{draw(sampled_from(POSTS))} {draw(digits):06d}"


@once
@st.composite
def references(draw: st.DrawFn) -> list[str]:
    """A reference list."""
    entries = draw(
        lists(
            sampled_from(
                [
                    "OSLO 12",
                    "06 STATE 80908",
                    "2005PANAMA2342",
                    "SMITH/JONES E-MAIL 05/01/07",
                    "IIR 6 123 0001 07",
                    "ASUNCION 701 (08)",
                    "STATE 11 AND 12; HALIFAX 3",
                    "NOTAL",
                    "USCINCEUR 311345 Z MAY 73",
                    "STATE 85297, DTG 082239Z APR 76 (NOTAL)",
                    "ROME 3932/991622Z MAR 76",
                    "BANGKOK A-50 AND A-51",
                    "(B) ROME 2",
                    "KUWAIT O2293 (NOTAL)",
                    "",
                ]
            ),
            max_size=4,
        )
    )
    style = draw(sampled_from(["{}. ", "({}) ", "¶{}. ", "{}) ", ""]))
    lines = [style.format("ABCDEFGH"[number]) + entry for number, entry in enumerate(entries)]
    label = draw(sampled_from(["REF: ", "REFS: ", "REFTEL: ", "REF "]))
    return [label + (lines[0] if lines else ""), *lines[1:]]


@once
@st.composite
def labels(draw: st.DrawFn) -> list[str]:
    """E.O., TAGS, SUBJECT, REF and Classified By."""
    order = draw(
        sampled_from(
            [
                "E.O. 12958: N/A",
                "E.O. 12958: DECL: 05/23/2017",
                "EO 12958 DECL: 2017/13/45",
                *SCHEDULES,
                "E.O. 11652: XGDS-1, 3",
                "E.O. 11652: ADS DECLAS DEC 31, 1981",
                "E.O. 12065: RDS-1 13/25/99 (LARSEN,\nKARI)",
                "E.O. 12065: GDS 6/25/85 (LARSEN, KARI) OR-M",
                "E.O. 12958: DECL: 20170523",
                "E.O. 12958: DECL: CLOSURE OF THE FERRY",
                "E.O. 12958: N/A TAGS: ETRD",
            ]
        )
    )
    codes = draw(
        lists(
            sampled_from(
                [
                    "ETRD",
                    "KIPR",
                    "[EAGR](#)",
                    "NO",
                    "EINDETRD",
                    "(Larsen, Kari)",
                    "ETDR",
                    "OVIP",
                    "LARSEN",
                    "KARI",
                    "Å",
                    "ß",
                ]
            ),
            max_size=6,
        )
    )
    separator = draw(sampled_from([" ", ", ", ",", "; "]))
    subject = draw(joined(words, draw(sampled_from([" ", "\n"])), 0, 12))
    lines = [
        order,
        draw(sampled_from(["TAGS: ", "TAGS ", "TAG: "])) + separator.join(codes),
        f"{draw(sampled_from(['SUBJECT: ', 'Subject: ', 'SUBJ: ', 'SUBJECT: (S) ']))}{subject}",
        *draw(lists(page_marks(), max_size=1)),
        *draw(references()),
        draw(
            sampled_from(
                [
                    "",
                    "Classified By: Ambassador Kari Larsen for reasons 1.4 (b) and (d).",
                    "CLASSIFIED BY: DCM A. B. Vik, REASON 1.5(B)&(D)",
                    "Classified By: .",
                    "(U) Classified by Ola Nordmann",
                ]
            )
        ),
    ]
    # E.O. and SUBJECT stay, so that the copy can still be told for a telegram.
    return [line for at, line in enumerate(lines) if at in {0, 2} or draw(integers(0, 9))]
