"""The lines of a telegram's body: headings, paragraphs, a signer, and what stands behind."""

from hypothesis import strategies as st

from cableparse.testing.strategies.made import booleans, integers, lists, once, sampled_from
from cableparse.testing.strategies.words import joined, page_marks, words

FURNITURE = (
    "",
    "Visit Embassy Oslo's Classified Website: http://www.example.sgov.gov/p/eur/oslo/",
    "Declassified/Released US Department of State EO Systematic Review 20 Mar 2014",
    "***********",
    "¿¿¿¿¿¿¿¿",
    "THE FERRY ---------",
)
"""What a post and an archive put behind a text, and a heading that stands with its rule."""


@once
@st.composite
def bodies(draw: st.DrawFn) -> list[str]:
    """Headings and paragraphs, a signer, and what stands behind."""
    lines: list[str] = []
    converted = draw(booleans())
    # Most copies count on by one; a converter's numbers can be repaired only where they all do.
    steps = draw(sampled_from([(1,), (1, 1, 1, 1, 2, 0, -1, 10)]))
    number = 0
    for _ in range(draw(integers(0, 6))):
        if draw(integers(0, 3)) == 0:
            rule = draw(sampled_from(["", "-------", "*******", "--------------------- ----"]))
            lines += [
                rule,
                draw(
                    sampled_from(
                        ["Summary", "COMMENT", "The Ferry Question", "SUMMARY AND COMMENT"]
                    )
                ),
                rule,
                "",
            ]
        number = max(0, number + draw(sampled_from(steps)))
        lines += [*draw(paragraphs(number, converted)), *[""] * draw(integers(0, 2))]
    lines += draw(lists(sampled_from(FURNITURE), max_size=2))
    signer = ["", "LARSEN", "O'BRIEN##", "said so. LARSEN", "Vik", "LARSEN LARSEN", "larsen"]
    lines.append(draw(sampled_from(signer)))
    residue = sampled_from(
        ["NNNN", "UNCLASSIFIED", "...", "WHERE `x` = '1' ORDER BY `y` ASC", "BT", "@ nobody", ""]
    )
    return [*lines, *draw(lists(residue, max_size=3))]


sentences = joined(words, " ", 3, 24)
portions = sampled_from(
    ["(U)", "(SBU)", "(C//NF)", "(S/NF)", "(c)", "(C-ENTIRE TEXT)", "(U.S.)", ""]
)
breaks = st.one_of(
    page_marks(),
    sampled_from(["SIPDIS", "UNCLAS SECTION 02 OF 03 OSLO 000001", "2007. ", "A. ", "-" * 20]),
)


@once
@st.composite
def paragraphs(draw: st.DrawFn, number: int, converted: bool) -> list[str]:
    """A paragraph over several lines, with what may interrupt it."""
    pilcrow = draw(booleans())
    if converted and not pilcrow:
        number += 10
    mark = draw(sampled_from([". ", ".", ".. ", ", ", " "])) if not converted else ". "
    opening = f"{'¶' if pilcrow else ''}{number}{mark}{draw(portions)} "
    lines = [opening + draw(sentences), *draw(lists(sentences, max_size=3))]
    if draw(integers(0, 3)) == 0:
        blank = [""] * draw(integers(0, 2))
        lines += [*blank, draw(breaks), *blank, draw(sentences)]
    if draw(integers(0, 5)) == 0:
        lines.append(f"{draw(words)} {draw(page_marks())} {draw(words)}")
    if draw(integers(0, 5)) == 0:
        lines += ["-- " + draw(sentences), "A    B    C", "(a) " + draw(sentences)]
    return lines
