"""Page marks: where they stand, and what their sequence says."""

import pytest

from cableparse.telegram.lines.pages import find_page_marks

HEAD = "UNCLAS OSLO 000012\n\nTAGS: ETRD\nSUBJECT: LOCKS\n\n"


def page_defects(raw, *pages: str, serial: str = "00000012") -> list[tuple[str, str, str]]:
    """Give code, message and printed place of each defect of a telegram with these page marks."""
    parts = [f"{number}. (U) Shut.\n\nOSLO {mark}\n\n" for number, mark in enumerate(pages, 1)]
    cable = raw(HEAD + "".join(parts) + f"{len(pages) + 1}. (U) Shut.\n")
    return [
        (defect.code, defect.message, defect.span.slice(cable.source.text))
        for defect in cable.defects
        if defect.code.startswith("page.") or "page" in defect.message
    ]


@pytest.mark.parametrize(
    "pages",
    [
        ("00000012  001 OF 003", "00000012  002 OF 003", "00000012  003 OF 003"),
        ("00000012  002 OF 003", "00000012  003 OF 003"),
        ("00000012  002 OF 002",),
        ("00000012  001.2 OF 002", "00000012  002 OF 002"),
        ("00000012  002 OF 003", "00000012  002 OF 003", "00000012  003 OF 003"),
    ],
)
def test_a_whole_sequence_has_no_defect(raw, pages: tuple[str, ...]) -> None:
    assert page_defects(raw, *pages) == []


def test_a_mark_that_is_missing_is_told_where_the_next_one_stands(raw) -> None:
    marks = ("00000012  002 OF 006", "00000012  005 OF 006", "00000012  006 OF 006")
    assert page_defects(raw, *marks) == [
        (
            "page.missing",
            "before page 5 the marks of 2 pages are missing",
            "OSLO 00000012  005 OF 006",
        )
    ]


def test_the_first_mark_may_be_missing_and_no_other(raw) -> None:
    ((code, message, _),) = page_defects(raw, "00000012  003 OF 003")
    assert (code, message) == ("page.missing", "before page 3 the marks of 1 pages are missing")


def test_another_cables_mark_is_foreign_and_counts_no_page(raw) -> None:
    marks = ("00000012  002 OF 003", "00000047  009 OF 009", "00000012  003 OF 003")
    assert page_defects(raw, *marks) == [
        (
            "page.foreign",
            "a page mark carries OSLO 47, the others 12",
            "OSLO 00000047  009 OF 009",
        )
    ]


def test_behind_a_foreign_mark_the_own_ones_go_on(raw) -> None:
    marks = ("00000012  002 OF 005", "00000047  003 OF 003", "00000012  005 OF 005")
    codes = [code for code, _, _ in page_defects(raw, *marks)]
    assert codes == ["page.foreign", "page.missing"]


def test_a_last_mark_before_the_last_page_is_a_text_that_breaks_off(raw) -> None:
    marks = ("00000012  002 OF 004", "00000012  003 OF 004", "00000047  001 OF 009")
    assert page_defects(raw, *marks)[1:] == [
        ("body.truncated", "the last page mark is 3 of 4", "OSLO 00000012  003 OF 004")
    ]


@pytest.mark.parametrize(
    ("before", "behind", "alone"),
    [
        ("", "", True),
        ("It is\n", "\nshut.", True),
        ("It is\n  ", "  \nshut.", True),
        ("the lock is ", "\nshut.", False),
        ("It is ", "\nshut.", False),
        ("It is shut. So ", "\nit is.", False),
        ("It is\n", " shut.", False),
    ],
)
def test_a_mark_says_whether_it_has_its_line_for_itself(
    before: str, behind: str, alone: bool
) -> None:
    text = f"{before}OSLO 00000012  002.1 OF 003{behind}"
    (mark,) = find_page_marks(text, 0, len(text))
    assert (mark.post, mark.serial, mark.page, mark.pages) == ("OSLO", 12, 2, 3)
    assert mark.span.slice(text) == "OSLO 00000012  002.1 OF 003"
    assert text[mark.line : mark.span.start] == " " * (len(before) - len(before.rstrip(" ")))
    assert mark.alone is alone
    (part,) = find_page_marks(f"It  {text}  is", 4, 4 + len(text))
    assert (part.alone, part.line) == (alone, mark.line + 4)


def test_a_mark_that_two_searches_find_is_given_once() -> None:
    text = "OSLO 00000059 002 OF 005OF 0"
    assert [mark.span.slice(text) for mark in find_page_marks(text, 0, len(text))] == [
        "OSLO 00000059 002 OF 005"
    ]


@pytest.mark.parametrize("gap", ["", " ", " " * 40])
def test_a_sites_pilcrow_behind_a_mark_is_the_marks(gap: str) -> None:
    text = f"It is\nOSLO 00000012  002 OF 003{gap}¶\nshut."
    (mark,) = find_page_marks(text, 0, len(text))
    assert mark.span.slice(text) == f"OSLO 00000012  002 OF 003{gap}¶"
    assert mark.alone
