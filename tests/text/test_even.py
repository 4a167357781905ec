"""The even form: plain line ends at the same offsets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cableparse import even
from cableparse.text.even import find_mojibake, raised


@given(text=st.text(max_size=300))
def test_the_even_text_has_the_same_length(text: str) -> None:
    assert len(even(text)) == len(text)


@given(text=st.text(alphabet="a \\\r\n\f\v\x85\u2028\u2029\xa0\t\0\ufeff", max_size=60))
def test_evening_twice_changes_nothing_more(text: str) -> None:
    assert even(even(text)) == even(text)


@given(text=st.text(max_size=300))
def test_printed_characters_stay(text: str) -> None:
    for before, after in zip(text, even(text), strict=True):
        assert before == after or after in " \n"


@pytest.mark.parametrize(
    ("text", "capitals"),
    [
        ("oslo", "OSLO"),
        ("são Paulo", "SÃO PAULO"),
        ("straße", "STRAßE"),
        ("10 µm", "10 µM"),  # the micro sign, and no mu
        ("ﬁrth", "ﬁRTH"),
        ("", ""),
    ],
)
def test_raised_letters_keep_their_places(text: str, capitals: str) -> None:
    assert raised(text) == capitals


@pytest.mark.parametrize(
    "end", ["\r", "\f", "\v", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"]
)
def test_each_odd_line_end_is_a_line_feed(end: str) -> None:
    assert even(f"a{end}b") == "a\nb"


@pytest.mark.parametrize(
    "space", list("\0\t\x1a\x1f\xa0\ufeff\u2002\u2003\u2007\u2009\u200a\u200b\u202f\u3000")
)
def test_each_odd_space_is_a_space(space: str) -> None:
    assert even(f"a{space}b") == "a b"


def test_crlf_is_one_line_end() -> None:
    assert even("a\r\nb") == "a \nb"


def test_a_carriage_return_before_crlf_is_a_line_end_too() -> None:
    assert even("a\r\r\nb") == "a\n \nb"


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("a\\\nb", "a \nb"),
        ("a\\  \nb", "a   \nb"),
        ("a\\", "a "),
        ("a\\b\n", "a\\b\n"),
        ("\\\n", " \n"),
        ("a\\\r\nb", "a  \nb"),
    ],
)
def test_a_hard_break_is_a_backslash_last_on_its_line(printed: str, read: str) -> None:
    assert even(printed) == read


def test_even_text_stays_itself() -> None:
    text = "¶1. (SBU) “plain” text — and more.\n\n"
    assert even(text) == text


@pytest.mark.parametrize("printed", ["Â¶", "Ã©", "â€™", "â€œ", "â€\x9d", "Â\xa0"])
def test_mojibake_is_found(printed):
    assert find_mojibake(f"the {printed} quay") == (4, 4 + len(printed))


@pytest.mark.parametrize("text", ["plain", "¶2. “Quay” – café", "Âge d’or", "SÃO PAULO", "10 €"])
def test_other_characters_are_no_mojibake(text):
    assert find_mojibake(text) is None


def test_a_pilcrow_that_was_decoded_wrongly_is_a_pilcrow_in_the_even_text():
    assert even("Â¶2.Â\xa0(U)") == " ¶2.  (U)"
    assert even("Â propos") == "Â propos"


def test_a_copy_with_mojibake_says_so_once_and_is_read(parser):
    text = "UNCLAS OSLO 000012\nTAGS: ETRD\n\nÂ¶1. (U) The keeperâ€™s key.\n\nÂ¶2. (U) None.\n"
    cable = parser.parse(text)
    assert [one.code for one in cable.defects if one.code.startswith("source.")] == [
        "source.mojibake"
    ]
    assert [(one.number, one.text) for one in cable.paragraphs] == [
        (1, "The keeperâ€™s key."),
        (2, "None."),
    ]
    assert cable.source.text == text


@given(text=st.text(alphabet="a*#>=20& \n", max_size=80))
def test_what_mail_left_is_blanked_once(text: str) -> None:
    assert even(even(text)) == even(text)


@pytest.mark.parametrize(
    ("mailed", "read"),
    [
        ("> FM OSLO\n> TO RIGA\n>\n> SHUT > OPEN\n", "  FM OSLO\n  TO RIGA\n \n  SHUT > OPEN\n"),
        (">> FM OSLO\n>> TO RIGA\n>> SHUT", "   FM OSLO\n   TO RIGA\n   SHUT"),
        ("TAGS: ETRD=20\r\nREF: A=20", "TAGS: ETRD    \nREF: A   "),
        ("x=20y", "x=20y"),
        ("> one\ntwo\n> three\nfour", "> one\ntwo\n> three\nfour"),  # nobody quoted it all
        ("> one\n> two", "> one\n> two"),
    ],
)
def test_what_mail_put_before_and_behind_a_line_is_space(mailed: str, read: str) -> None:
    assert even(mailed) == read


@pytest.mark.parametrize(
    ("left", "read"),
    [
        ("**TAGS:** ETRD", "  TAGS:   ETRD"),
        ("*The* lock, 2*3*4, ***", "*The* lock, 2*3*4, ***"),  # a writer's own
        ("** The Lock **", "** The Lock **"),
        ("## The Lock\n# 12\n#12", "   The Lock\n  12\n#12"),
        ("<p>FM OSLO<br/>TO RIGA<br>\n</p>", "   FM OSLO\n    TO RIGA    \n    "),
        ("<b>TAGS:</b> ETRD", "   TAGS:     ETRD"),
        ("TAGS:&nbsp;ETRD", "TAGS:      ETRD"),
        ("x <b> y < z >", "x <b> y < z >"),  # no element is closed
        (
            "TAGS: ETRD&#x000A;\n&#13;&#10; \nx &#10; y",
            "TAGS: ETRD        \n           \nx &#10; y",
        ),
        ("&para;1. (U) &para;\n&#182;2.", "     ¶1. (U) &para;\n     ¶2."),
    ],
)
def test_what_a_page_or_a_converter_left_is_space(left: str, read: str) -> None:
    assert even(left) == read
    assert even(even(left)) == read
