"""The symbols of the lists of distribution: each row is alive, and true in its years."""

import re

import pytest

from cableparse.vocabulary import distribution_offices, find_office
from cableparse.vocabulary.distribution import offices_of_rows
from cableparse.vocabulary.tables import read_table, rows_of

COLUMNS = ("code", "meaning", "years", "source")
# What lists of the years count copies for, a code of each kind.
SYMBOLS = (
    "A ACDA AF AGR AGRE AID ARA BIB CEA CG CIAE CIEP COA COME CPR CU DHA DLOS DODE DOTE DRC "
    "EA EB ERDA EUR FEA FRB FS H HEW INR INT IO IRS ISO JUSE L LAB M MCT NASA NEA NSAE NSC "
    "NSCE NSF OCT OES OFA OIC OMB OPIC PA PM POL PPT PRS RSC SAJ SAM SCA SIL SP SPM SS SSO "
    "STR SWF SY TEDE TRSE USIA USIE VO XMB "
)


def test_every_row_is_reachable_and_says_whence_it_is():
    rows = list(read_table("offices.tsv", *COLUMNS))
    assert len(rows) == len(distribution_offices()) > 100
    for row in rows:
        office = find_office(row.cells[0].lower())
        assert (office.code, office.meaning, office.source) == (*row.cells[:2], row.cells[3])


@pytest.mark.parametrize("code", SYMBOLS.split())
def test_a_symbol_of_a_list_of_the_seventies_is_known(code):
    assert any(find_office(code, year) for year in range(1973, 1980))


@pytest.mark.parametrize(
    ("code", "year", "known"),
    [
        ("ERDA", 1976, True),
        ("ERDA", 1979, False),
        ("DHA", 1976, True),
        ("HA", 1976, False),
        ("HA", 1978, True),
        ("SCI", 1973, True),
        ("OES", 1973, False),
        ("NOWHERE", 1976, False),
        ("", None, False),
    ],
)
def test_an_office_is_known_in_its_years(code, year, known):
    assert (find_office(code, year) is not None) is known


@pytest.mark.parametrize("printed", ["S/S-O", "sso", " SSO "])
def test_strokes_and_case_make_no_difference(printed):
    assert find_office(printed) is find_office("SSO")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("EUR\tm\t\n", "3 cells, not the 4 of code, meaning, years, source"),
        ("S/P\tm\t\ts\n", "'S/P' is not a symbol such as EUR"),
        (2 * "EUR\tm\t\ts\n", "EUR has a row already"),
        ("EUR\t\t\ts\n", "EUR has no meaning"),
        ("EUR\tm\t\t\n", "EUR has no source"),
        ("EUR\tm\t73\ts\n", "'73' are no years such as 1973-1991"),
    ],
)
def test_a_malformed_row_is_refused_with_its_file_and_line(text, says):
    last = 1 + text.count("\n")
    with pytest.raises(ValueError, match=rf"^some\.tsv, line {last}: {re.escape(says)}"):
        offices_of_rows(rows_of("some.tsv", "# remark\n" + text, *COLUMNS))
