"""A telegram of 1973 to 1979 in the wrappings that later telegrams have."""

import pytest

from cableparse import Cable, Layer, Parser

PARSER = Parser(autoload="bundled")
TELEGRAM = """\
CONFIDENTIAL
PAGE 01 OSLO 00492 201138Z
43
ACTION EUR-08
INFO OCT-01 SS-14 ISO-00 /023 W
--------------------- 110973
R 200945Z FEB 75
FM AMEMBASSY OSLO
TO SECSTATE WASHDC 9645
C O N F I D E N T I A L OSLO 0492
E.O. 11652: GDS
TAGS: EFIS, NO
SUBJECT: THE HERRING CENSUS
1. THE HERRING WERE COUNTED TWICE, AND THE CLERK WHO COUNTED THEM WANTS
A LARGER BARREL.
LARSEN
"""
SCOOP = f"Cablegate: The Herring Census\n\n{TELEGRAM}\n© Scoop Media\n\nWorld Headlines\n"
SCOOP_PAGE = (
    "<!DOCTYPE html><html><head><title>Cablegate: The Herring Census | Scoop News</title></head>"
    "<body><ul><li>Menu</li></ul><div><h1>Cablegate: The Herring Census</h1><div><p>A menu</p><p>"
    + TELEGRAM.replace("\n", "<br />\n")
    + "</p></div></div><div>© Scoop Media</div></body></html>"
)
DUMP = (
    "{number}\nTHE HERRING CENSUS\nThu Feb 20 00:00:00 +0100 1975\nCONFIDENTIAL\nEmbassy Oslo\n"
    + TELEGRAM
)


def content(cable: Cable) -> str:
    """What is no page's: the telegram, from its first line on."""
    site = {"site", "metadata"}
    return "".join(s.text for s in cable.segments if s.kind.value not in site)


@pytest.mark.parametrize(
    "text",
    [TELEGRAM, TELEGRAM.partition("\n")[2], TELEGRAM.replace("PAGE 01 OSLO", "PAGE 01\nOSLO")],
    ids=["with its level", "without", "on two lines"],
)
def test_a_bare_one_is_claimed_by_its_lines(text: str) -> None:
    assert PARSER.parse(text).format == "telegram"
    assert PARSER.parse(text[: text.index("-----")] + "1. HERRING.\n").format == "telegram"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("scoop", SCOOP),
        ("scoop", SCOOP_PAGE),
        ("wikileaks", DUMP.format(number="75OSLO492")),
        ("wikileaks", DUMP.format(number="1975OSLO00492")),
        ("wikileaks", DUMP.format(number="1975OSLO00492_b")),
    ],
    ids=["scoop, text", "scoop, page", "dump", "dump, archive's number", "dump, page's id"],
)
def test_a_wrapped_one_is_cut_out_whole(name: str, text: str) -> None:
    cable = PARSER.parse(text)
    assert cable.format == name
    assert content(cable).strip() == TELEGRAM.strip()
    assert str(cable.mrn) == "75OSLO492"
    assert "metadata.conflict" not in {defect.code for defect in cable.defects}
    assert "Scoop" not in cable.text


def test_a_pages_id_is_a_number_without_its_letter() -> None:
    cable = PARSER.parse(DUMP.format(number="1975OSLO00492_b"))
    assert cable.metadata["mrn"] == "1975OSLO00492"
    first = cable.segments[0]
    assert (first.text, first.layer) == ("1975OSLO00492_b\n", Layer.FURNITURE)
