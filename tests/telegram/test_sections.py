"""The heads of a telegram's later sections."""

import pytest

HEAD = """\
R 141745Z MAY {year}
FM AMEMBASSY OSLO
TO SECSTATE WASHDC 0815
UNCLAS SECTION {section} OF 2 OSLO {serial}
E.O. {order}: N/A
TAGS: ETRD
SUBJECT: LOCKS
"""


def head(year: str, section: int, serial: str = "0012") -> str:
    order = "11652" if year == "75" else "12958"
    printed = HEAD.format(year=year, section=section, serial=serial, order=order)
    return (
        printed if year == "75" else f"{printed}\n"
    )  # copies of the seventies have no empty lines


@pytest.mark.parametrize("year", ["75", "08"])
@pytest.mark.parametrize("end", ["", "NNN\n"])
def test_a_later_sections_head_is_none_of_the_text(parser, year: str, end: str) -> None:
    text = f"{head(year, 1)}1. THE LOCK IS SHUT AND\n{end}{head(year, 2)}THE KEY IS LOST.\nLARSEN\n"
    cable = parser.parse(text)
    assert [paragraph.text for paragraph in cable.paragraphs] == [
        "THE LOCK IS SHUT AND THE KEY IS LOST."
    ]
    assert "document.second-body" not in {defect.code for defect in cable.defects}
    assert "section-head" in {segment.kind.value for segment in cable.segments}
    assert (cable.sections, cable.signers) == (2, ("LARSEN",))


def test_a_head_with_another_number_is_another_telegrams(raw) -> None:
    text = f"{head('75', 1)}1. THE LOCK IS SHUT.\nLARSEN\n{head('75', 2, '0013')}1. THE KEY.\nVIK\n"
    cable = raw(text)
    assert [paragraph.number for paragraph in cable.paragraphs] == [1]
    assert cable.signers == ("LARSEN",)
    assert "document.second-body" in {defect.code for defect in cable.defects}
