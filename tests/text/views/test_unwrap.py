"""Lines back to running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cableparse import even
from cableparse.text.views.divided import Words
from cableparse.text.views.unwrap import unwrap

FULL = "The ferry that leaves at noon was late again this week and"  # a full teletype line


def text_of(*pieces: str) -> str:
    """Unwrap pieces between which furniture stands."""
    text, places = "", []
    for piece in pieces:
        places.append((len(text), len(text) + len(piece)))
        text += piece + "#FURNITURE#"
    return unwrap(text, places)[0]


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        (f"{FULL}\nnobody came.", f"{FULL} nobody came."),
        (f"{FULL} \nnobody came. \n", f"{FULL} nobody came."),
        (f"{FULL} post-\nwar aid came.", f"{FULL} post-war aid came."),
        (f"{FULL} --\nnobody came.", f"{FULL} -- nobody came."),
        (f"{FULL}\n-- first\n-- second", f"{FULL}\n-- first\n-- second"),
        (f"{FULL}\n- first\n* second", f"{FULL}\n- first\n* second"),
        (f"{FULL}\n(a) first\nb. second\n1) third", f"{FULL}\n(a) first\nb. second\n1) third"),
        (
            f"{FULL}\nYear    Boats    Crew\n1998    12       90",
            f"{FULL}\nYear    Boats    Crew\n1998    12       90",
        ),
        (f"{FULL}.\n\nNobody came.", f"{FULL}.\n\nNobody came."),
        (f"{FULL}\n\nnobody came.", f"{FULL} nobody came."),
        (f"{FULL},\n\nNobody came.", f"{FULL}, Nobody came."),
        (
            f"{FULL}\nIt sailed.\nThe crew was paid at the end of the week, and nobody came.",
            f"{FULL} It sailed.\nThe crew was paid at the end of the week, and nobody came.",
        ),
        (f"{FULL} not\n¶2006. It was late.", f"{FULL} not 2006. It was late."),
        (f"{FULL}:\n\n ¶A. The first boat.", f"{FULL}:\n\nA. The first boat."),
        ("It is late, see ¶4 above.", "It is late, see ¶4 above."),
        (
            f"{FULL}\n{FULL[:47]}.\nLocks {FULL} and {'x' * 12} did, too, that\n{FULL}",
            f"{FULL} {FULL[:47]}. Locks {FULL} and {'x' * 12} did, too, that {FULL}",
        ),
        # a name of any length was redacted, so the line tells nothing by its length
        (f"{FULL}\nthe old xxxxx\nLocks, {FULL}", f"{FULL} the old xxxxx Locks, {FULL}"),
        (f"{FULL}\nthe old board of\nLocks, {FULL}", f"{FULL} the old board of\nLocks, {FULL}"),
        ("  one line  ", "one line"),
        ("", ""),
        (" \n \n", ""),
    ],
)
def test_a_line_break_is_read(printed: str, read: str) -> None:
    assert unwrap(printed, [(0, len(printed))])[0] == read


@pytest.mark.parametrize(
    ("pieces", "read"),
    [
        (("the ferry sailed\n", "without its crew."), "the ferry sailed without its crew."),
        (("the ferry sailed\n\n", "\n\nwithout its crew."), "the ferry sailed without its crew."),
        (("the post-\n", "war ferry."), "the post-war ferry."),
        (("the boats:\n", "-- one boat"), "the boats:\n-- one boat"),
        (("the ferry ", "", " sailed."), "the ferry sailed."),
    ],
)
def test_a_sentence_reads_on_behind_furniture(pieces: tuple[str, ...], read: str) -> None:
    assert text_of(*pieces) == read


def test_two_pieces_that_touch_are_joined_with_nothing() -> None:
    # A page mark that no enricher took for furniture, and what stands behind it in its line.
    text, text_map = unwrap("OSLO 00000001  001 OF 002<br>", [(0, 25), (25, 29)])
    assert text == "OSLO 00000001  001 OF 002<br>"
    assert [text_map.source(offset) for offset in range(len(text))] == [*range(len(text))]


@given(
    text=st.text(alphabet="ab.- \n(1)", max_size=120).map(even),
    data=st.data(),
)
def test_every_character_leads_back_to_where_it_stands(text: str, data: st.DataObject) -> None:
    places = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=6)))
    pieces = list(zip(places[::2], places[1::2], strict=False))
    read, text_map = unwrap(text, pieces)
    for offset, character in enumerate(read):
        at = text_map.source(offset)
        assert text[at] == character or character in " \n"


@given(text=st.text(alphabet="ab.- \n(1)", max_size=120))
def test_no_printed_character_is_lost_or_added(text: str) -> None:
    read = unwrap(text, [(0, len(text))])[0]
    assert "".join(read.split()) == "".join(text.split())


def test_a_marker_takes_room_on_the_first_line():
    lines = (
        "1. (SBU) The storm of the sixth of March sank boats off the",
        "Old Customs House, and the insurers have not paid for one boat there.",
    )
    text = "\n".join(lines)
    assert "\n" not in unwrap(text, [(len("1. (SBU) "), len(text))])[0]


def test_an_empty_line_behind_a_long_line_without_a_period_is_in_a_sentence():
    lines = (f"{FULL} {FULL} {FULL} of", "", "Winterby lost the key.")
    text = "\n".join(lines)
    assert unwrap(text, [(0, len(text))])[0] == " ".join((lines[0], lines[2]))


def test_an_empty_line_behind_a_full_line_without_a_period_is_in_a_sentence():
    lines = ("It was in the spring of that year that the keeper of", "", "Winterby lost the key.")
    text = "\n".join(lines)
    assert unwrap(text, [(0, len(text))])[0] == " ".join((lines[0], lines[2]))


@pytest.mark.parametrize(
    ("before", "after", "read"),
    [
        ("THE BOARD ASKED THE KEEPERS TO CON-", "FIRM IT.", "CONFIRM IT."),
        ("THE KEEPERS RE-", "CALLED THE BOARD.", "RECALLED THE BOARD."),
        ("THE SO-", "CALLED BOARD MET.", "SO-CALLED BOARD MET."),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\n\n"])
def test_a_hyphen_at_a_line_s_end_of_the_seventies_divides_a_word(before, after, read, line_end):
    text = f"{before}{line_end}{after}"
    assert unwrap(text, [(0, len(text))], Words(text))[0].endswith(read)


def test_an_item_with_a_capital_keeps_its_line_in_a_copy_of_the_seventies() -> None:
    lines = ["THE LIST OF WHAT THE BOARD OF THE LOCK AT OSLO WOULD BUY IS:", "A. RICE;"]
    text = "\n".join(
        [*lines, "B. WHEAT; AND", "C. BARLEY, WHICH THE KEEPER OF THE LOCK AND", "A. ROE SELL."]
    )
    read = unwrap(text, [(0, len(text))], Words(text))[0]
    assert read.split("\n") == [
        *lines,
        "B. WHEAT; AND",
        "C. BARLEY, WHICH THE KEEPER OF THE LOCK AND A. ROE SELL.",
    ]


def test_a_word_with_a_hyphen_of_its_own_may_have_been_cut_before_it() -> None:
    text = (
        " THE KEEPER OF THE LOCK AT OSLO SAID THAT HE HAD ASKED FOR A LESS WEL\nL-KNOWN CARPENTER"
    )
    read = unwrap(text, [(0, len(text))], Words(text))[0]
    assert read.endswith("A LESS WELL-KNOWN CARPENTER")
