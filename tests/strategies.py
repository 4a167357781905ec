"""Telegram-like text: every shape of line that public copies have, and damage done to it.

The words are invented; only the shapes are those of real copies.
"""

from collections.abc import Sequence

from hypothesis import strategies as st

POSTS = (
    "OSLO",
    "HALIFAX",
    "KUALA LUMPUR",
    "RIO DE JANEIRO",
    "STATE",
    "THE HAGUE",
    "NOWHERE",
    "XXXXXXXXXXXX",
)
INDICATORS = ("RUEHC", "RUEHNY", "RUEHHA", "RHMFIUU", "RUCPDOC", "RUEHZZ1")
WORDS = [
    "ferry",
    "harbor",
    "herring",
    "the",
    "of",
    "and",
    "because",
    "Commission",
    "agreed",
    "(",
    ")",
    "buoy's",
    "U.S.",
    "1998.",
    "net-\nworks",
    "XXXX",
    "xxxxx",
    "[NAME",
    "REMOVED]",
    "—",
    "“quoted”",
    "ministry,",
    "and;",
    "said:",
    "lighthouse",
    "15.",
    "[...]",
    "A.",
    "b)",
    "NOTE",
]

words = st.sampled_from(WORDS)
digits = st.integers(min_value=0, max_value=999_999)


def joined(
    strategy: st.SearchStrategy[str], sep: str, low: int, high: int
) -> st.SearchStrategy[str]:
    """Some strings of the strategy in a row."""
    return st.lists(strategy, min_size=low, max_size=high).map(sep.join)


# ---------------------------------------------------------------- the head


@st.composite
def dates(draw: st.DrawFn) -> str:
    """A date-time group, valid or not."""
    prosign = draw(st.sampled_from(["R", "O P", "P", "Z", "OO", "Q", ""]))
    day = draw(st.sampled_from(["020534", "312359", "300000", "002460", "99999", "051212"]))
    month = draw(st.sampled_from(["FEB", "feb", "JUN", "XXX", "SEPT", "DEC"]))
    year = draw(st.sampled_from(["09", "72", "2007", "0000", ""]))
    return f"{prosign} {day}Z {month} {year}{draw(st.sampled_from(['', ' ZDK', ' CCY']))}"


@st.composite
def transmissions(draw: st.DrawFn) -> list[str]:
    """VZCZC, routing, DE, ZNR and date-time group."""
    routing = draw(joined(st.sampled_from(INDICATORS), " ", 1, 6))
    serial = draw(st.integers(0, 9999))
    lines = [
        draw(st.sampled_from(["VZCZCXRO0382", "VZCZCXYZ0000", "VZCZCXR"])),
        f"{draw(st.sampled_from(['RR', 'OO', 'PP', 'XX']))} {routing}",
        draw(st.sampled_from(["RUEHC", "", " "])),
        (
            f"DE RUEHNY #{serial:04d}{draw(st.sampled_from(['/01', '']))} "
            f"{draw(st.integers(0, 9999999)):07d}"
        ),
        draw(st.sampled_from(["ZNR UUUUU ZZH", "ZNY CCCCC ZZH ZDK", "ZNX QQQ"])),
    ]
    return [*lines, draw(dates())]


@st.composite
def addressees(draw: st.DrawFn) -> str:
    """One addressee, without its label."""
    parts = [
        draw(st.sampled_from(["RUEHC/", "RHMFIUU/", "", "RUEHZZ1 / "])),
        draw(
            st.sampled_from(
                [
                    "SECSTATE WASHDC",
                    "AMEMBASSY OSLO",
                    "ALL POSTS COLLECTIVE",
                    "DEPT OF FERRIES",
                    "0001",
                ]
            )
        ),
        draw(st.sampled_from(["", " PRIORITY", " NIACT IMMEDIATE", " FLASH"])),
        draw(st.sampled_from(["", " 0042", " 7590"])),
    ]
    return "".join(parts)


@st.composite
def addresses(draw: st.DrawFn) -> list[str]:
    """FM, TO, INFO and XMT lines, and what breaks them."""
    lines = [f"FM {draw(st.sampled_from(['AMEMBASSY OSLO', 'SECSTATE WASHDC', 'RPO NOWHERE']))}"]
    lines.append(f"TO {draw(addressees())}")
    lines += draw(st.lists(addressees(), max_size=2))
    lines += draw(st.lists(page_marks(), max_size=1))
    lines.append(f"INFO {draw(addressees())}")
    lines += draw(st.lists(addressees(), max_size=3))
    lines += draw(
        st.lists(
            st.sampled_from(["XMT AMCONSUL BERGEN", "ACTION AF-00", "INFO LOG-00 MFA-00", ""]),
            max_size=2,
        )
    )
    return lines


@st.composite
def classification_lines(draw: st.DrawFn) -> str:
    """A classification line, sound or damaged."""
    level = draw(
        st.sampled_from(
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
    section = draw(
        st.sampled_from(["", "SECTION 01 OF 02 ", "SECTION 1 OF 2 ", "SECTION 99 OF 03 "])
    )
    return f"{level} {section}{draw(st.sampled_from(POSTS))} {draw(digits):06d}"


@st.composite
def page_marks(draw: st.DrawFn) -> str:
    """A page mark, new or old."""
    post = draw(st.sampled_from(POSTS))[:10]
    if draw(st.booleans()):
        return f"PAGE 02        {post[:6]}  {draw(st.integers(0, 99999)):05d}  250930Z"
    suffix = draw(st.sampled_from(["", ".2"]))
    return (
        f"{post} {draw(digits):08d}  {draw(st.integers(1, 9)):03d}{suffix} OF "
        f"{draw(st.integers(1, 9)):03d}"
    )


@st.composite
def references(draw: st.DrawFn) -> list[str]:
    """A reference list."""
    entries = draw(
        st.lists(
            st.sampled_from(
                [
                    "OSLO 12",
                    "06 STATE 80908",
                    "2005PANAMA2342",
                    "SMITH/JONES E-MAIL 05/01/07",
                    "IIR 6 123 0001 07",
                    "ASUNCION 701 (08)",
                    "STATE 11 AND 12; HALIFAX 3",
                    "NOTAL",
                    "(B) ROME 2",
                    "KUWAIT O2293 (NOTAL)",
                    "",
                ]
            ),
            max_size=4,
        )
    )
    style = draw(st.sampled_from(["{}. ", "({}) ", "¶{}. ", "{}) ", ""]))
    lines = [style.format("ABCDEFGH"[number]) + entry for number, entry in enumerate(entries)]
    label = draw(st.sampled_from(["REF: ", "REFS: ", "REFTEL: ", "REF "]))
    return [label + (lines[0] if lines else ""), *lines[1:]]


@st.composite
def labels(draw: st.DrawFn) -> list[str]:
    """E.O., TAGS, SUBJECT, REF and Classified By."""
    order = draw(
        st.sampled_from(
            [
                "E.O. 12958: N/A",
                "E.O. 12958: DECL: 05/23/2017",
                "EO 12958 DECL: 2017/13/45",
                "E.O. 11652: GDS",
                "E.O. 12958: DECL: 20170523",
                "E.O. 12958: DECL: CLOSURE OF THE FERRY",
                "E.O. 12958: N/A TAGS: ETRD",
            ]
        )
    )
    codes = draw(
        st.lists(
            st.sampled_from(
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
    separator = draw(st.sampled_from([" ", ", ", ",", "; "]))
    subject = draw(joined(words, draw(st.sampled_from([" ", "\n"])), 0, 12))
    lines = [
        order,
        draw(st.sampled_from(["TAGS: ", "TAGS ", "TAG: "])) + separator.join(codes),
        f"{draw(st.sampled_from(['SUBJECT: ', 'Subject: ', 'SUBJ: ', 'SUBJECT: (S) ']))}{subject}",
        *draw(st.lists(page_marks(), max_size=1)),
        *draw(references()),
        draw(
            st.sampled_from(
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
    return [line for line in lines if draw(st.integers(0, 9))]


@st.composite
def heads(draw: st.DrawFn) -> list[str]:
    """A telegram's head."""
    captions = draw(
        st.lists(
            st.sampled_from(
                [
                    "SIPDIS",
                    "SENSITIVE",
                    "NOFORN",
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
    parts = [
        draw(transmissions()),
        draw(addresses()),
        [""],
        [draw(classification_lines())],
        ["", *captions, ""],
        draw(labels()),
        [""],
    ]
    return [line for part in parts if draw(st.integers(0, 7)) for line in part]


# ---------------------------------------------------------------- the body

sentences = joined(words, " ", 3, 24)
portions = st.sampled_from(
    ["(U)", "(SBU)", "(C//NF)", "(S/NF)", "(c)", "(C-ENTIRE TEXT)", "(U.S.)", ""]
)


@st.composite
def paragraphs(draw: st.DrawFn, number: int, converted: bool) -> list[str]:
    """A paragraph over several lines, with what may interrupt it."""
    pilcrow = draw(st.booleans())
    if converted and not pilcrow:
        number += 10
    mark = draw(st.sampled_from([". ", ".", ".. ", ", ", " "])) if not converted else ". "
    opening = f"{'¶' if pilcrow else ''}{number}{mark}{draw(portions)} "
    lines = [opening + draw(sentences), *draw(st.lists(sentences, max_size=3))]
    if draw(st.integers(0, 3)) == 0:
        blank = [""] * draw(st.integers(0, 2))
        breaks = st.one_of(
            page_marks(),
            st.sampled_from(["SIPDIS", "UNCLAS SECTION 02 OF 03 OSLO 000001", "2007. ", "A. "]),
        )
        lines += [*blank, draw(breaks), *blank, draw(sentences)]
    if draw(st.integers(0, 5)) == 0:
        lines.append(f"{draw(words)} {draw(page_marks())} {draw(words)}")
    if draw(st.integers(0, 5)) == 0:
        lines += ["-- " + draw(sentences), "A    B    C", "(a) " + draw(sentences)]
    return lines


@st.composite
def bodies(draw: st.DrawFn) -> list[str]:
    """Headings and paragraphs, a signer, and what stands behind."""
    lines: list[str] = []
    converted = draw(st.booleans())
    number = 0
    for _ in range(draw(st.integers(0, 6))):
        if draw(st.integers(0, 3)) == 0:
            rule = draw(st.sampled_from(["", "-------", "*******", "--------------------- ----"]))
            lines += [
                rule,
                draw(
                    st.sampled_from(
                        ["Summary", "COMMENT", "The Ferry Question", "SUMMARY AND COMMENT"]
                    )
                ),
                rule,
                "",
            ]
        number = max(0, number + draw(st.sampled_from([1, 1, 1, 1, 2, 0, -1, 10])))
        lines += [*draw(paragraphs(number, converted)), *[""] * draw(st.integers(0, 2))]
    lines.append(
        draw(
            st.sampled_from(["", "LARSEN", "O'BRIEN##", "said so. LARSEN", "Vik", "LARSEN LARSEN"])
        )
    )
    residue = st.sampled_from(
        ["NNNN", "UNCLASSIFIED", "...", "WHERE `x` = '1' ORDER BY `y` ASC", "BT", "@ nobody", ""]
    )
    return [*lines, *draw(st.lists(residue, max_size=3))]


# ---------------------------------------------------------------- line ends, damage, wrappings

LINE_ENDS = ("\n", "\n", "\n", " \n", "\r\n", "\r", "\f\n", "\u2028", "\\\n", "\x85", "\0\n")


@st.composite
def damaged(draw: st.DrawFn, lines: Sequence[str]) -> list[str]:
    """Lines deleted, doubled, moved; characters dropped, doubled, spliced in."""
    lines = list(lines)
    for _ in range(draw(st.integers(0, 4))):
        if not lines:
            break
        at = draw(st.integers(0, len(lines) - 1))
        line = lines[at]
        match draw(
            st.sampled_from(["drop", "double", "move", "fuse", "cut", "splice", "twice", "upper"])
        ):
            case "drop":
                del lines[at]
            case "double":
                lines.insert(at, line)
            case "move":
                lines.insert(draw(st.integers(0, len(lines))), line)
            case "fuse":
                lines[at : at + 2] = ["".join(lines[at : at + 2])]
            case "cut":
                lines[at] = line[: draw(st.integers(0, len(line)))]
            case "splice":
                place = draw(st.integers(0, len(line)))
                lines[at] = line[:place] + draw(st.text(max_size=3)) + line[place:]
            case "twice":
                lines = [*lines, *lines[at:]]
            case "upper":
                lines[at] = line.swapcase()
    return lines


@st.composite
def telegrams(draw: st.DrawFn) -> str:
    """A telegram, damaged now and then."""
    lines = [*draw(heads()), *draw(bodies())]
    if draw(st.booleans()):
        lines = draw(damaged(lines))
    return draw(st.sampled_from(LINE_ENDS)).join(lines)


@st.composite
def scoop_texts(draw: st.DrawFn) -> str:
    """The text that scrapers keep of a Scoop page."""
    furniture = draw(
        st.sampled_from(["", "\n© Scoop Media\n\nWorld Headlines\n\nA Teaser More>>\n"])
    )
    return f"Cablegate: {draw(joined(words, ' ', 0, 6))}\n\n{draw(telegrams())}{furniture}"


@st.composite
def dumps(draw: st.DrawFn) -> str:
    """A text dump: five lines, then the telegram."""
    head = [
        draw(st.sampled_from(["07OSLO12", "09KUALALUMPUR1", "07SECTION01OF02OSLO9"])),
        draw(joined(words, " ", 0, 6)),
        draw(st.sampled_from(["Fri May 09 00:00:00 +0200 2008", "Mon Feb 30 00:00:00 +0200 2009"])),
        draw(st.sampled_from(["UNCLASSIFIED//FOR OFFICIAL USE ONLY", "CONFIDENTIAL", "whatever"])),
        draw(st.sampled_from(["Embassy Oslo", ""])),
    ]
    return "\n".join([*head, draw(telegrams())])


@st.composite
def pages(draw: st.DrawFn) -> str:
    """An HTML page around a telegram, sound or broken."""
    text = draw(telegrams())
    if draw(st.booleans()):
        text = text.replace(
            "\n", draw(st.sampled_from(["<br />\n", "</p>\n<p>", "<br>", "&#x000A;"]))
        )
    before = draw(
        st.sampled_from(
            [
                "<!DOCTYPE html><html><head><title>Cablegate: A Ferry | Scoop</title></head><body>",
                "<html><body>",
                "<html>",
            ]
        )
    )
    opening = draw(
        st.sampled_from(
            [
                "<div><h1>Cablegate: A Ferry</h1><p>",
                "<pre>",
                "<script>var x = 1;</script><p>",
                "<code><pre>",
            ]
        )
    )
    after = draw(
        st.sampled_from(
            ["</p></div>© Scoop Media</body></html>", "", "</pre><!-- x --></body></html>"]
        )
    )
    return before + opening + text + after


documents = st.one_of(telegrams(), scoop_texts(), dumps(), pages())
"""What a copy may look like, as text."""

texts = st.one_of(
    st.text(max_size=300), st.text(alphabet="A1. \n\r-(¶)/:X\u2028", max_size=300), documents
)
"""Any text, cable-like or not."""


@st.composite
def encoded(draw: st.DrawFn) -> bytes:
    """A document's bytes, in some encoding, perhaps with broken bytes in between."""
    text = draw(documents)
    encoding = draw(
        st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "latin-1", "windows-1252", "utf-32"])
    )
    data = text.encode(encoding, "replace")
    for _ in range(draw(st.integers(0, 2))):
        at = draw(st.integers(0, len(data)))
        data = data[:at] + draw(st.binary(max_size=3)) + data[at:]
    return data


octets = st.one_of(st.binary(max_size=300), encoded())
"""Any bytes, of a cable or not."""
