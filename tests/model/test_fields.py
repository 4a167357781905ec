"""Header values: message reference numbers, and the others' construction."""

import copy
import pickle
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cableparse import MRN, Addressee, Reference, ReferenceKind, Span, Tag, TagKind
from cableparse.model.fields import full_year
from cableparse.vocabulary import archive_name, posts


@pytest.mark.parametrize(
    ("printed", "year", "post", "serial"),
    [
        ("09HALIFAX59", 2009, "HALIFAX", 59),
        ("09 HALIFAX 59", 2009, "HALIFAX", 59),
        ("09 HALIFAX 000059", 2009, "HALIFAX", 59),
        (" 2009 HALIFAX 59 ", 2009, "HALIFAX", 59),
        ("09halifax59", 2009, "HALIFAX", 59),
        ("75 REYKJAVIK 412", 1975, "REYKJAVIK", 412),
        ("09 RIO DE JANEIRO 000012", 2009, "RIO DE JANEIRO", 12),
        ("05PORT-AU-PRINCE7", 2005, "PORT-AU-PRINCE", 7),
        ("08 OSLO #0012", 2008, "OSLO", 12),
        ("09SECTION01OF02HALIFAX525", 2009, "HALIFAX", 525),
        ("09OSLOCORRECTEDCOPY525", 2009, "OSLO", 525),
        ("09 OSLO 525 (CORRECTED COPY)", 2009, "OSLO", 525),
        ("09 SECTION 01 OF 02 HALIFAX 525", 2009, "HALIFAX", 525),
    ],
)
def test_a_number_is_read_in_all_its_forms(printed: str, year: int, post: str, serial: int) -> None:
    assert MRN.parse(printed) == MRN(year=year, post=post, serial=serial)


@pytest.mark.parametrize(
    "printed",
    ["", "HALIFAX 59", "09 59", "09HALIFAX", "9HALIFAX59", "09 HALIFAX 59 x", "209HALIFAX5x"],
)
def test_anything_else_is_refused_and_named(printed: str) -> None:
    with pytest.raises(ValueError, match="not a message reference number") as caught:
        MRN.parse(printed)
    assert repr(printed) in str(caught.value)


@pytest.mark.parametrize(
    ("number", "compact", "formal"),
    [
        (MRN(year=2009, post="HALIFAX", serial=59), "09HALIFAX59", "09 HALIFAX 59"),
        (MRN(year=1972, post="TEHRAN", serial=1164), "72TEHRAN1164", "72 TEHRAN 1164"),
        (MRN(year=2005, post="RIO DE JANEIRO", serial=7), "05RIODEJANEIRO7", "05 RIO DE JANEIRO 7"),
    ],
)
def test_a_number_has_a_compact_and_a_formal_form(number: MRN, compact: str, formal: str) -> None:
    assert (str(number), number.formal) == (compact, formal)


@given(
    year=st.integers(1960, 2059),
    post=st.from_regex(r"[A-Z]{2,10}( [A-Z]{2,10})?", fullmatch=True).filter(
        lambda p: not p.startswith("SECTION")
    ),
    serial=st.integers(0, 999_999),
)
def test_the_formal_form_reads_back(year: int, post: str, serial: int) -> None:
    number = MRN(year=year, post=post, serial=serial)
    assert MRN.parse(number.formal) == number


@pytest.mark.parametrize(
    ("printed", "canonical"),
    [
        ("08 SECSTATE 12", "08STATE12"),
        ("08 WELLINGOTN 12", "08WELLINGTON12"),
        ("08 OSLO 12", "08OSLO12"),
        ("75 NEWDE 12", "75NEWDELHI12"),
        ("76 PRETOR 12", "76PRETORIA12"),
        ("74 LOUREN 12", "74LOURENCOMARQUES12"),
        ("94 LOUREN 12", "94LOUREN12"),
        ("76 NATO 12", "76USNATO12"),
        ("08 NATO 12", "08NATO12"),
        ("76 TAIPEI 12", "76TAIPEI12"),
        ("08 TAIPEI 12", "08AITTAIPEI12"),
        ("75 EC BRUSSELS 12", "75ECBRUSSELS12"),
    ],
)
def test_an_alias_or_a_misspelling_maps_to_the_posts_one_name(printed: str, canonical: str) -> None:
    assert str(MRN.parse(printed).canonical) == canonical


@pytest.mark.parametrize(
    "printed", ["08SECSTATE12", "08RIODEJANEIRO12", "08OSLO12", "08USUNNEWYORK12"]
)
def test_the_canonical_form_is_its_own_canonical_form(printed: str) -> None:
    number = MRN.parse(printed).canonical
    assert number.canonical == number


def test_an_unknown_post_stays_as_it_is() -> None:
    number = MRN(year=2009, post="QQQZZZVVV", serial=1)
    assert number.canonical == number
    assert not number.known


def test_a_post_of_the_vocabulary_is_known() -> None:
    assert MRN.parse("09 OSLO 1").known
    assert MRN.parse("75 USLO PEKING 1").known
    assert not MRN.parse("85 USLO PEKING 1").known


def test_numbers_sort_by_year_then_post_then_serial() -> None:
    printed = ["09OSLO10", "09OSLO9", "08OSLO99", "09BERLIN50"]
    assert [str(n) for n in sorted(map(MRN.parse, printed))] == [
        "08OSLO99",
        "09BERLIN50",
        "09OSLO9",
        "09OSLO10",
    ]


def test_a_number_copies_pickles_and_hashes_by_value() -> None:
    number = MRN.parse("09OSLO10")
    assert pickle.loads(pickle.dumps(number)) == copy.deepcopy(number) == number
    assert len({number, MRN.parse("09 OSLO 000010")}) == 1


@pytest.mark.parametrize(
    ("printed", "year"),
    [("60", 1960), ("99", 1999), ("00", 2000), ("59", 2059), ("1966", 1966), ("2010", 2010)],
)
def test_two_digits_mean_the_year_of_the_electronic_telegrams(printed: str, year: int) -> None:
    assert full_year(printed) == year


@pytest.mark.parametrize(
    "value",
    [
        Addressee(name="AMEMBASSY OSLO", span=Span(0, 1)),
        Tag(code="ETRD", kind=TagKind.SUBJECT, span=Span(0, 4)),
        Reference(label="A", kind=ReferenceKind.CABLE, text="OSLO 12", span=Span(0, 1)),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_value_can_not_be_changed(value: object) -> None:
    with pytest.raises(AttributeError):
        value.span = Span(0, 9)  # type: ignore[attr-defined]


# ---------------------------------------------------------------- the archive's number


@pytest.mark.parametrize(
    ("printed", "archived"),
    [
        ("75 NEW DELHI 12211", "1975NEWDE12211"),
        ("75NEWDELHI12211", "1975NEWDE12211"),
        ("78 SAN JOSE 5140", "1978SANJO05140"),
        ("76 THE HAGUE 12", "1976THEHA00012"),
        ("73 PHNOM PENH 10625", "1973PHNOM10625"),
        ("76 PRETORIA 4668", "1976PRETOR04668"),
        ("75 STATE 226398", "1975STATE226398"),
        ("75 SECSTATE 226398", "1975STATE226398"),
        ("75 PORT-AU-PRINCE 7", "1975PORTA00007"),
        ("76 MADIRD 7", "1976MADRID00007"),
        ("76 PORT NOWHERE 7", "1976PORTN00007"),
    ],
)
def test_a_number_has_the_form_of_the_archive(printed: str, archived: str) -> None:
    assert MRN.parse(printed).archive_id == archived


YEAR = 1976
ALIVE = [post for post in posts() if post.existed(YEAR)]
# Several posts have such a cut name, or it is another's name: it leads to none, or to that one.
SHARED = {
    cut
    for cut, names in Counter(
        cut
        for post in ALIVE
        for cut in {archive_name(name) for name in (post.formal, *post.aliases)}
    ).items()
    if names > 1
}


def test_the_archives_number_leads_back_to_the_post() -> None:
    assert len(ALIVE) > 400
    for post in ALIVE:
        number = MRN(year=YEAR, post=post.formal, serial=42)
        again = MRN.parse(number.archive_id)
        assert (again.year, again.post, again.serial) == (YEAR, archive_name(post.formal), 42)
        if again.post not in SHARED:
            assert again.canonical == number.canonical
            assert again.archive_id == number.archive_id


def test_two_posts_of_one_cut_name_are_not_told_apart() -> None:
    one, other = MRN.parse("76 PORT OF SPAIN 9"), MRN.parse("76 PORTO ALEGRE 9")
    assert one.archive_id == other.archive_id == "1976PORTO00009"


@given(year=st.integers(1000, 9999), serial=st.integers(0, 999_999))
def test_the_archives_number_is_read_as_the_same_number(year: int, serial: int) -> None:
    number = MRN(year=year, post="OSLO", serial=serial)
    assert MRN.parse(number.archive_id) == number
