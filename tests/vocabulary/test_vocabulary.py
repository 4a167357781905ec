"""What the vocabulary promises, and that no row of its tables is dead."""

import pkgutil
import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cableparse.vocabulary import (
    Classification,
    Precedence,
    canonical_post,
    canonical_tag,
    captions,
    find_post,
    find_tag,
    nearest_post,
    post_of_routing,
    post_of_truncation,
    post_pattern,
    posts,
    posts_meant,
    precedence_words,
    split_run_together,
    tag_terms,
    tags,
)
from cableparse.vocabulary.captions import captions_of_rows
from cableparse.vocabulary.classification import levels_of_rows
from cableparse.vocabulary.posts import posts_of_rows
from cableparse.vocabulary.precedence import prosigns_of_rows
from cableparse.vocabulary.spelling import compact
from cableparse.vocabulary.tables import read_table, rows_of
from cableparse.vocabulary.tags import tags_of_rows, terms_of_rows

POST_COLUMNS = ("formal", "country", "kind", "years", "aliases", "routing", "source")
TAG_COLUMNS = ("code", "kind", "meaning", "years", "source")
KEYS = sorted({compact(name) for post in posts() for name in (post.formal, *post.aliases)})
FULL_CODES = sorted(code for code in tags() if len(code) == 4)


def pattern(name):
    return re.compile(f"(?:{name})", re.IGNORECASE)


def a_year_of(post):
    """Give a year in which no other post had one of the names any more."""
    names = (post.formal, *post.aliases)
    years = (year for year in range(1960, 2012) if post.existed(year))
    return next(year for year in years if all(find_post(name, year) is post for name in names))


# Every row is alive -----------------------------------------------------------------------------


def test_every_row_of_the_posts_is_reachable_by_each_of_its_names_and_indicators():
    rows = list(read_table("posts.tsv", *POST_COLUMNS))
    assert len(rows) == len(posts()) > 400
    printed = pattern(post_pattern())
    for row, post in zip(rows, posts(), strict=True):
        assert row.cells[:3] == (post.formal, post.country, post.kind)
        assert row.cells[6] == post.source
        assert post.formal == post.formal.upper().strip()
        year = a_year_of(post)
        assert find_post(post.formal, year) is nearest_post(post.name, year) is post
        for name in (post.formal, *post.aliases):
            assert find_post(name, year) is post
            assert printed.fullmatch(name)
        for indicator in post.routing:
            assert re.fullmatch(r"R[UH][A-Z0-9]{3,5}", indicator)
            assert post_of_routing(indicator) is post


def test_no_indicator_is_there_twice_and_no_name_means_two_posts_for_longer_than_a_year():
    indicators = Counter(key for post in posts() for key in post.routing)
    assert indicators.most_common(1)[0][1] == 1
    for year in range(1966, 2010):
        named = Counter(
            key
            for post in posts()
            if post.existed(year) and post.existed(year + 1)
            for key in {compact(name) for name in (post.formal, *post.aliases)}
        )
        assert named.most_common(1)[0][1] == 1, year


def test_an_alias_that_is_its_posts_own_name_serves_the_pattern():
    for post in posts():
        for alias in post.aliases:
            if compact(alias) == post.name:
                parted = r"[\s.'_-]*".join(map(re.escape, re.split(r"[\s.'_-]+", post.formal)))
                assert not re.fullmatch(parted, alias), alias


def test_every_country_of_a_post_is_a_geographic_tag():
    for post in posts():
        if post.country:
            assert tags()[post.country].kind == "geographic", post


def test_every_row_of_the_tags_is_reachable_and_stays_itself():
    rows = list(read_table("tags.tsv", *TAG_COLUMNS))
    assert len(rows) == len(tags()) > 600
    for row in rows:
        entry = find_tag(row.cells[0].lower())
        assert (entry.code, entry.kind, entry.meaning, entry.source) == (
            *row.cells[:3],
            row.cells[4],
        )
        assert canonical_tag(entry.code) == entry.code
        assert split_run_together(entry.code) is None


def test_tags_are_of_the_kind_that_their_shape_says():
    for entry in tags().values():
        if entry.kind == "program":
            assert entry.code[0] == "K" or entry.code == "NSSP"
        if entry.kind == "geographic":
            assert len(entry.code) == 2 or entry.code == "UAE"


def test_every_row_of_the_terms_is_reachable_and_is_no_tag_already():
    rows = list(read_table("tag_terms.tsv", "term", "spellings"))
    spellings = [(row.cells[0], name) for row in rows for name in (row.cells[0], *row.items(1))]
    assert len(spellings) == len(tag_terms())
    for term, spelling in spellings:
        assert spelling in tag_terms()
        assert spelling not in tags()
        assert spelling == " ".join(spelling.upper().split())
        assert canonical_tag(spelling.lower()) == term


def test_every_row_of_the_captions_is_reachable():
    rows = list(read_table("captions.tsv", "caption", "meaning"))
    assert dict(row.cells for row in rows) == dict(captions())
    assert {"SIPDIS", "NOFORN", "EXDIS", "NODIS", "STADIS", "AIDAC", "CODEL"} <= set(captions())
    assert {"LIMDIS", "ONLY", "NESCO", "FOUO", "LOU", "CHEROKEE"} <= set(captions())


def test_every_row_of_the_precedences_is_reachable():
    rows = list(read_table("precedences.tsv", "prosign", "word"))
    for letter, word in (row.cells for row in rows):
        assert (
            Precedence.of_prosign(letter) is Precedence.of_prosign(2 * letter) is Precedence(word)
        )
    assert {row.cells[1] for row in rows} == set(Precedence) - {Precedence.NIACT_IMMEDIATE}


def test_every_row_of_the_levels_is_reachable():
    rows = list(read_table("classifications.tsv", "level", "words", "letters"))
    assert [row.cells[0] for row in rows] == list(Classification)
    for row in rows:
        level = Classification(row.cells[0])
        for word in row.items(1):
            assert Classification.of_word(word) is level
            assert Classification.of_word(" ".join(word.replace(" ", ""))) is level
        for letter in row.items(2):
            assert Classification.of_security_letter(letter) is level
            assert Classification.of_security_letter(5 * letter) is level


# Posts ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        ("Rio de Janeiro", "RIODEJANEIRO"),
        ("  the hague ", "THEHAGUE"),
        ("São Paulo", "SAOPAULO"),
        ("N’Djamena", "NDJAMENA"),
        ("ST. PETERSBURG", "STPETERSBURG"),
        ("PORT-OF-SPAIN", "PORTOFSPAIN"),
        ("port_au_prince", "PORTAUPRINCE"),
        ("HCMC", "HOCHIMINHCITY"),
        ("USUN", "USUNNEWYORK"),
        ("SECSTATE", "STATE"),
        ("Mexico City", "MEXICO"),
        ("HK", "HONGKONG"),
        ("PARIS FR", "UNESCOPARISFR"),
        ("USDA FAS", "USDAFAS"),
        ("UNVIE", "UNVIEVIENNA"),
        ("IRAN RPO DUBAI", "RPODUBAI"),
        ("NEW YORK", "USUNNEWYORK"),
        ("UN Vienna", "UNVIEVIENNA"),
        ("Burma", "RANGOON"),
    ],
)
def test_a_post_is_found_by_name_or_alias_however_it_is_parted(name, canonical):
    assert find_post(name).name == canonical
    assert canonical_post(name) == canonical


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        ("STOKHOLM", "STOCKHOLM"),  # a letter dropped
        ("BANGGKOK", "BANGKOK"),  # added
        ("HELSINCI", "HELSINKI"),  # exchanged
        ("COPENHAEGN", "COPENHAGEN"),  # swapped with the next
        ("ANKRA", "ANKARA"),  # dropped from a name of six
        ("T0KYO", "TOKYO"),  # the digit for the letter
        ("0SL0", "OSLO"),
        ("AMEMBASSY LISBON", "LISBON"),
        ("EMBASSYNAIROBI", "NAIROBI"),
        ("AMCONSUL JEDDAH", "JEDDAH"),
        ("AMCONGEN HAMBURG", "HAMBURG"),
        ("USMISSION GENEVA", "GENEVA"),
        ("USINT HAVANA", "HAVANA"),
        ("US Interests Section Havana", "HAVANA"),
        ("REO KIRKUK", "KIRKUK"),
        ("AMEMBASSY WARSSAW", "WARSAW"),
        ("SECSTATE WASHDC", "STATE"),
        ("SECDEF WASHINGTON DC", "SECDEF"),
        ("LIMAPE", "LIMA"),
        ("SOFIA BU", "SOFIA"),
        ("AMEMBASSY PARIS FR", "PARIS"),
        ("KUALA LUMP", "KUALALUMPUR"),
        ("ANTANANA", "ANTANANARIVO"),
        ("HELSI", "HELSINKI"),
        ("COPENH", "COPENHAGEN"),
        ("SAO P", "SAOPAULO"),
        ("BUENOS", "BUENOSAIRES"),
        ("AMEMBASSY TEGUCI", "TEGUCIGALPA"),
    ],
)
def test_a_damaged_or_decorated_name_is_read(name, canonical):
    assert find_post(name) is None
    assert nearest_post(name).name == canonical


@pytest.mark.parametrize(
    "name",
    [
        "FOOBAR",
        "",
        "  ",
        "X",
        "LIMACH",  # another country's code
        "URBAN",  # a short word is not DURBAN misspelt
        "MADRAD",  # as near to MADRAS as to MADRID
        "SAN",
        "PORT",  # the beginning of many
        "ADDIS",  # the embassy or the mission there
        "HOUSE",  # a word of an agency's name is not the agency
        "CITY",  # the end of a name is no cut
        "WASHDC",
        "EMBASSY",
        "日本",
    ],
)
def test_a_name_that_no_single_post_is_near_stays_as_it_is(name):
    assert nearest_post(name) is None
    assert canonical_post(name) == compact(name)


@pytest.mark.parametrize("old", ["KIEV", "BOMBAY", "LENINGRAD", "PEKING", "BONN", "SAIGON"])
def test_a_post_keeps_the_name_that_it_had_at_the_time(old):
    assert canonical_post(old) == old


def test_a_cut_name_means_a_post_of_its_year():
    assert nearest_post("LENIN") is nearest_post("LENIN", 1975) is find_post("LENINGRAD")
    assert nearest_post("LENIN", 2005) is None
    assert nearest_post("LENINGRAD", 2005) is find_post("LENINGRAD")  # as it is printed


@pytest.mark.parametrize(
    ("name", "year", "canonical", "kind", "country"),
    [
        ("BERLIN", 1976, "BERLIN", "embassy", "GC"),
        ("BERLIN", 2005, "BERLIN", "embassy", "GM"),
        ("USMISSION BERLIN", 1976, "USBERLIN", "mission", "GM"),
        ("TAIPEI", 1976, "TAIPEI", "embassy", "TW"),
        ("TAIPEI", 2005, "AITTAIPEI", "institute", "TW"),
        ("TAIPEI", None, "AITTAIPEI", "institute", "TW"),
        ("USMISSION EC BRUSSELS", 1975, "ECBRUSSELS", "mission", "BE"),
        ("EC BRUSSELS", 2005, "USEUBRUSSELS", "mission", "BE"),
        ("USMISSION NATO", 1976, "USNATO", "mission", "BE"),
        ("MTN GENEVA", 1978, "MTNGENEVA", "mission", "SZ"),
        ("USMISSION IAEA VIENNA", 1978, "IAEAVIENNA", "mission", "AU"),
        ("USMISSION OECD PARIS", 1975, "OECDPARIS", "mission", "FR"),
        ("USDEL MBFR VIENNA", 1975, "MBFRVIENNA", "mission", "AU"),
        ("USINT CAIRO", 1973, "CAIRO", "interests-section", "EG"),
        ("CAIRO", 1976, "CAIRO", "embassy", "EG"),
        ("USLO PEKING", 1975, "PEKING", "office", "CH"),
        ("USLO RIYADH", 1978, "RIYADH", "office", "SA"),
        ("LOURENCO MARQUES", 1974, "LOURENCOMARQUES", "consulate", "MZ"),
        ("LOURENCO MARQUES", 1976, "LOURENCOMARQUES", "embassy", "MZ"),
        ("NASSAU", 1972, "NASSAU", "consulate", "BF"),
        ("CINCPAC", 1976, "CINCPAC", "military", ""),
        ("CINCPAC", 1990, "USCINCPAC", "military", ""),
        ("CINCPAC", 2005, "CDRUSPACOM", "military", ""),
        ("USNMR SHAPE BE", 1976, "USNMRSHAPE", "military", "BE"),
        ("JCS WASHDC", 1976, "JCS", "military", ""),
        ("CNO WASHDC", 1976, "CNO", "military", ""),
    ],
)
def test_a_name_means_what_it_meant_in_its_year(name, year, canonical, kind, country):
    post = nearest_post(name, year)
    assert (post.name, post.kind, post.country) == (canonical, kind, country)
    assert canonical_post(name, year) == canonical


@pytest.mark.parametrize(
    ("cut", "year", "canonical"),
    [
        ("PRETOR", 1976, "PRETORIA"),
        ("PHNOM", 1973, "PHNOMPENH"),
        ("PHNOM", 1980, None),
        ("PHNOM", 2005, "PHNOMPENH"),
        ("NEWDE", 1975, "NEWDELHI"),
        ("SANJO", 1978, "SANJOSE"),
        ("THEHA", 1976, "THEHAGUE"),
        ("LOUREN", 1974, "LOURENCOMARQUES"),
        ("LOUREN", 1990, None),
        ("TANANA", 1975, "TANANARIVE"),
        ("TANANA", 1995, None),
        ("TEHRA", 1976, "TEHRAN"),
        ("USUNN", 1976, "USUNNEWYORK"),
        ("ECBRU", 1975, "ECBRUSSELS"),
        ("OECDP", 1975, "OECDPARIS"),
        ("IAEAV", 1976, "IAEAVIENNA"),
        ("MTNGE", 1978, "MTNGENEVA"),
        ("MTNGE", 1995, None),
        ("NATO", 1976, "USNATO"),
        ("NATO", 2008, None),
        ("ADDIS", 1975, "ADDISABABA"),
        ("ADDIS", 2008, None),  # the embassy or the mission
        ("PORTO", 2008, None),  # of Spain, or Alegre
        ("PORTA", 1975, "PORTAUPRINCE"),
    ],
)
def test_an_archives_cut_without_spaces_means_a_post_of_its_year(cut, year, canonical):
    post = nearest_post(cut, year)
    assert (post.name if post else None) == canonical


@pytest.mark.parametrize(
    ("cut", "year", "canonical"),
    [
        ("PHNOM", 1973, "PHNOMPENH"),
        ("PHNOM", 1980, None),
        ("LOUREN", 1974, "LOURENCOMARQUES"),
        ("LOUREN", 2004, None),
        ("SAN JO", 1978, "SANJOSE"),
        ("PORT O", 1975, "PORTOFSPAIN"),
        ("BERLIN", 1976, "BERLIN"),
        ("TAIPEI", 1976, "TAIPEI"),
        ("TAIPEI", 2005, "AITTAIPEI"),
        ("SAIGON", 1974, "SAIGON"),
        ("CINCPA", 1974, None),  # he or the commander of his fleet
    ],
)
def test_a_page_marks_cut_means_a_post_of_its_year(cut, year, canonical):
    post = post_of_truncation(cut, year)
    assert (post.name if post else None) == canonical


def test_an_alias_is_its_posts_in_its_years_only_and_a_name_is_kept_as_printed():
    assert find_post("USLO PEKING", 1975) is find_post("PEKING")
    assert find_post("USLO PEKING", 1985) is None
    assert find_post("PEKING", 1985) is find_post("PEKING")


def test_a_name_that_may_mean_several_posts_gives_them_all():
    assert [post.formal for post in posts_meant("ADDIS")] == ["USAU ADDIS ABABA", "ADDIS ABABA"]
    assert posts_meant("NOWHERE") == ()
    assert posts_meant("OSLO") == (find_post("OSLO"),)


def test_no_known_post_is_taken_for_another():
    for key in KEYS:
        assert nearest_post(key) is find_post(key)
        for year in (1966, 1976, 2006):
            if post := find_post(key, year):
                assert nearest_post(key, year) is post


@given(st.sampled_from(KEYS), st.sampled_from(" .-'_"), st.integers(0, 20), st.booleans())
def test_no_known_post_is_taken_for_another_however_it_is_printed(key, mark, at, lower):
    printed = key[:at] + mark + key[at:]
    assert nearest_post(printed.lower() if lower else printed) is find_post(key)


@given(st.sampled_from(KEYS), st.sampled_from(["", "AMEMBASSY ", "EMBASSY "]))
def test_an_office_before_a_known_name_never_leads_to_another_place(key, office):
    post = nearest_post(office + key)
    assert post.name.endswith(find_post(key).name) or post.name in {"PARIS", "USBERLIN"}


def test_a_letter_too_many_in_a_long_name_leads_to_that_post_or_nowhere():
    for key in (key for key in KEYS if len(key) > 8):
        for at in range(1, len(key)):
            post = nearest_post(f"{key[:at]}X{key[at:]}")
            assert post is None or post.name == find_post(key).name, key


@given(st.text(max_size=30))
def test_no_text_makes_the_look_ups_raise(text):
    canonical_post(text)
    post_of_routing(text)
    post_of_truncation(text)
    find_tag(text)
    canonical_tag(text)
    split_run_together(text)
    Precedence.of_prosign(text)
    Classification.of_word(text)
    Classification.of_security_letter(text)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("BUENOS AIR", "BUENOSAIRES"),
        ("UNVIE VIEN", "UNVIEVIENNA"),
        ("SAN SALVAD", "SANSALVADOR"),
        ("PORT AU PR", "PORTAUPRINCE"),
        ("CAPE T", "CAPETOWN"),
        ("HO CHI", "HOCHIMINHCITY"),
        ("TEL AV", "TELAVIV"),
        ("ROME", "ROME"),
        ("tegucigalp", "TEGUCIGALPA"),
        ("TAIPEI", "AITTAIPEI"),
    ],
)
def test_a_page_marks_cut_name_is_read(text, canonical):
    assert post_of_truncation(text).name == canonical


@pytest.mark.parametrize("text", ["", "SAN", "CDRUSS", "NOWHERE TO", "SANTO DOM"])
def test_a_cut_that_fits_no_post_or_several_is_not_read(text):
    assert post_of_truncation(text) is None


@pytest.mark.parametrize(
    "text",
    ["BUENOS AIRES", "Buenos  Aires", "RIO DE\nJANEIRO", "0TTAWA", "St. Petersburg", "N’DJAMENA"],
)
def test_the_pattern_matches_a_name_as_it_stands_in_running_text(text):
    assert pattern(post_pattern()).search(f"A. {text} 123").group() == text


def test_the_pattern_prefers_the_longest_name():
    found = pattern(post_pattern()).findall(
        "RIO DE JANEIRO 1, RIO DE JAN 2, RIO 3, USUN NEW YORK 4"
    )
    assert found == ["RIO DE JANEIRO", "RIO DE JAN", "RIO", "USUN NEW YORK"]


# TAGS -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("PREL", "subject"),
        ("ETRD", "subject"),
        ("KIPR", "program"),
        ("CH", "geographic"),
        ("UNGA", "organization"),
        ("UN", "organization"),
    ],
)
def test_a_tag_has_the_handbooks_kind(code, kind):
    assert find_tag(code).kind == kind


SEVENTIES = """
PFOR PINT PDIP PBOR PGEN PORG MARR MNUC MPOL MILI MASS MCAP MORG EGEN ECON EFIN EIND EAGR EALR EAID
EINV ETRD ECOM EEWT EMIN ENRG ETRN EWWT EAIR EFIS ELAB TECH TSPA TPHY TBIO SOCI SNAR SREF SWEL SHUM
SCUL CASC CVIS CPAS CGEN OVIP OREP OCON OEXC OGEN OTRA OSCI AFIN APER ABLD ASEC AFSP AORG BEXP BTIO
BDIS BPRO
"""


@pytest.mark.parametrize("code", SEVENTIES.split())
def test_a_subject_of_the_seventies_is_known(code):
    entry = find_tag(code)
    assert entry.kind == "subject"
    assert 1976 in entry.years


BODIES = "NATO OECD UNGA CSCE IAEA GATT OPIC OAS EEC UNCTAD ICAO ILO WHO UNESCO SALT MBFR LOS"


@pytest.mark.parametrize("code", BODIES.split())
def test_an_organization_of_the_seventies_is_known(code):
    entry = find_tag(code)
    assert entry.kind == "organization"
    assert 1976 in entry.years


@pytest.mark.parametrize(
    ("code", "meaning", "year", "later"),
    [
        ("UR", "Soviet Union", 1976, False),
        ("RH", "Rhodesia", 1976, False),
        ("VS", "South Vietnam", 1974, False),
        ("VN", "North Vietnam", 1974, False),
        ("GW", "Federal Republic of Germany", 1976, False),
        ("SS", "Spanish Sahara", 1975, False),
        ("CB", "Cambodia (Khmer Republic 1970-1975)", 1974, True),
        ("CF", "Congo (Brazzaville)", 1976, True),
        ("UK", "United Kingdom", 1976, True),
    ],
)
def test_a_country_of_the_seventies_has_its_years(code, meaning, year, later):
    entry = find_tag(code)
    assert (entry.kind, entry.meaning) == ("geographic", meaning)
    assert year in entry.years
    assert (2006 in entry.years) is later


def test_states_two_letter_codes_are_not_isos():
    meanings = {code: tags()[code].meaning for code in ("CH", "AU", "AS", "GM", "SP", "KS", "CE")}
    assert meanings == {
        "CH": "China",
        "AU": "Austria",
        "AS": "Australia",
        "GM": "Germany",
        "SP": "Spain",
        "KS": "South Korea",
        "CE": "Sri Lanka",
    }


@pytest.mark.parametrize(
    ("token", "codes"),
    [
        ("EINDETRD", ("EIND", "ETRD")),
        ("prelpgov", ("PREL", "PGOV")),
        ("PRELUK", ("PREL", "UK")),
        ("PRELPTERKNNPUNSCIR", ("PREL", "PTER", "KNNP", "UNSC", "IR")),
        ("EFINUNESCOECON", ("EFIN", "UNESCO", "ECON")),
        ("PGOVZQXRPREL", None),  # a chunk that begins like no TAGS code
        ("PGOVEQXZPREL", ("PGOV", "EQXZ", "PREL")),
        ("PGOVEQXZEQXZPREL", None),
        ("PGOVPRELX", None),
        ("PREL", None),
        ("FRUK", None),
        ("FRUKGMSP", None),
        ("COUNTERTERRORISM", None),
        ("SOCIAL", None),
        ("AMERICAN", None),
        ("DAMASCUS", None),
    ],
)
def test_codes_run_together_are_told_apart(token, codes):
    assert split_run_together(token) == codes


@given(st.lists(st.sampled_from(FULL_CODES), min_size=2, max_size=30))
def test_four_letter_codes_run_together_come_back(codes):
    token = "".join(codes)
    if token not in tags():
        assert split_run_together(token) == tuple(codes)


@given(
    st.lists(st.sampled_from(["PREL", "ECON", "KIPR", "MOPS"]), min_size=2, max_size=9),
    st.sampled_from(["BR", "FR", "UK", "RS"]),
)
def test_a_country_after_the_codes_comes_back(codes, country):
    assert split_run_together("".join([*codes, country])) == (*codes, country)


def test_a_long_run_comes_back_whole():
    assert len(split_run_together("PRELECON" * 5_000)) == 10_000
    assert split_run_together("PRELECON" * 5_000 + "Q") is None


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Counter  Terrorism", "COUNTERTERRORISM"),
        ("UNICEEF", "UNICEF"),
        ("INTERPLO", "INTERPOL"),
        ("ETRDD", "ETRDD"),
        ("UNCLAS", "UNCLAS"),
        ("something", "SOMETHING"),
    ],
)
def test_a_tag_is_given_in_its_usual_spelling(text, tag):
    assert canonical_tag(text) == tag


# Precedence and classification ------------------------------------------------------------------


def test_a_prosign_that_is_none_gives_no_precedence():
    assert [Precedence.of_prosign(text) for text in ("", "X", "OP", "RRR")] == [None] * 4


def test_the_longest_word_of_precedence_comes_first():
    assert precedence_words()[0] == "NIACT IMMEDIATE"
    assert set(precedence_words()) == set(Precedence)


@pytest.mark.parametrize(
    ("word", "level"),
    [
        ("UNCLAS", Classification.UNCLASSIFIED),
        ("U N C L A S", Classification.UNCLASSIFIED),
        ("c o n f i d e n t i a l", Classification.CONFIDENTIAL),
        ("SS E C R E T", Classification.SECRET),
        ("O N F I D E N T I A L", Classification.CONFIDENTIAL),
        ("UUNCLAS", Classification.UNCLASSIFIED),
        ("SECRET//NOFORN", Classification.SECRET),
        ("TOP  SECRET", Classification.TOP_SECRET),
        ("limited official use", Classification.LIMITED_OFFICIAL_USE),
        ("", None),
        ("SECRETARY", None),
        ("LOUD", None),
    ],
)
def test_a_word_names_a_level(word, level):
    assert Classification.of_word(word) is level


@pytest.mark.parametrize("letter", ["", "X", "UC", "UUUUC", "  "])
def test_letters_that_are_not_one_level_give_none(letter):
    assert Classification.of_security_letter(letter) is None


# Tables -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("read", "columns", "text", "says"),
    [
        (posts_of_rows, POST_COLUMNS, "A\tB\n", "2 cells, not the 7 of formal, country, kind"),
        (posts_of_rows, POST_COLUMNS, "\tFR\tembassy\t\t\t\ts\n", "no formal"),
        (posts_of_rows, POST_COLUMNS, "A\tFR\ttent\t\t\t\ts\n", "'tent' is no kind of post"),
        (posts_of_rows, POST_COLUMNS, "A\tFRA\tembassy\t\t\t\ts\n", "'FRA' is not a two-letter"),
        (posts_of_rows, POST_COLUMNS, "A\tFR\tembassy\t\t\tQQ\ts\n", "'QQ' is not a routing"),
        (posts_of_rows, POST_COLUMNS, "A\tFR\tembassy\t73\t\t\ts\n", "'73' are no years such as"),
        (posts_of_rows, POST_COLUMNS, "A\tFR\tembassy\t-\t\t\ts\n", "'-' are no years such as"),
        (posts_of_rows, POST_COLUMNS, "A\tFR\tembassy\t1975-73\t\t\ts\n", "'1975-73' are no years"),
        (
            posts_of_rows,
            POST_COLUMNS,
            "A\tFR\tembassy\t1975-1973\t\t\ts\n",
            "'1975-1973' are years out",
        ),
        (
            posts_of_rows,
            POST_COLUMNS,
            "A\tFR\tembassy\t1991-;-1975\t\t\ts\n",
            "'1991-;-1975' are years out of order",
        ),
        (
            posts_of_rows,
            POST_COLUMNS,
            "A\tFR\tconsulate\t-1975\t\t\ts\nA\tFR\tembassy\t1974-\t\t\ts\n",
            "A belongs to A already",
        ),
        (
            posts_of_rows,
            POST_COLUMNS,
            "A\tFR\tconsulate\t-1975\t\tRUEHA\ts\nA\tFR\tembassy\t1975-\t\tRUEHA\ts\n",
            "RUEHA belongs to A already",
        ),
        (
            posts_of_rows,
            POST_COLUMNS,
            2 * "A B\tFR\tembassy\t\t\t\ts\n",
            "AB belongs to A B already",
        ),
        (tags_of_rows, TAG_COLUMNS, "e-\tsubject\tm\t\ts\n", "'e-' is not a TAGS code"),
        (tags_of_rows, TAG_COLUMNS, 2 * "FR\tsubject\tm\t\ts\n", "FR has a row already"),
        (tags_of_rows, TAG_COLUMNS, "FR\tcolour\tm\t\ts\n", "'colour' is no kind of"),
        (posts_of_rows, POST_COLUMNS, "A\tFR\tembassy\t\t\t\t\n", "A has no source"),
        (tags_of_rows, TAG_COLUMNS, "FR\tsubject\t\t\ts\n", "FR has no meaning"),
        (tags_of_rows, TAG_COLUMNS, "FR\tsubject\tm\t\t\n", "FR has no source"),
        (tags_of_rows, TAG_COLUMNS, "FR\tsubject\tm\t7\ts\n", "'7' are no years such as"),
        (tags_of_rows, TAG_COLUMNS, "FR\tsubject\tm\ts\n", "4 cells, not the 5 of code, kind"),
        (terms_of_rows, ("term", "spellings"), "A B\tAB;AB\n", "AB is a spelling of A B already"),
        (captions_of_rows, ("caption", "meaning"), "a\tb\n", "'a' is not in upper case"),
        (captions_of_rows, ("caption", "meaning"), 2 * "A\tb\n", "A has a row already"),
        (captions_of_rows, ("caption", "meaning"), "A\t\n", "A has no meaning"),
        (prosigns_of_rows, ("prosign", "word"), "Q\tSLOW\n", "'SLOW' is not one of FLASH"),
        (prosigns_of_rows, ("prosign", "word"), 2 * "Z\tFLASH\n", "Z is FLASH already"),
        (levels_of_rows, ("level", "words", "letters"), "LOW\t\t\n", "'LOW' is not one of"),
        (levels_of_rows, ("level", "words", "letters"), "SECRET\tA;A\t\n", "A is SECRET already"),
    ],
)
def test_a_malformed_row_is_refused_with_its_file_and_line(read, columns, text, says):
    last = 1 + text.count("\n")
    with pytest.raises(ValueError, match=rf"^some\.tsv, line {last}: {re.escape(says)}"):
        tuple(read(rows_of("some.tsv", "# remark\n" + text, *columns)))


def test_each_table_says_what_it_is_whence_and_of_when():
    for name in (
        "posts",
        "tags",
        "tag_terms",
        "captions",
        "precedences",
        "classifications",
        "offices",
    ):
        text = pkgutil.get_data("cableparse.vocabulary", f"data/{name}.tsv").decode()
        head = "".join(line for line in text.splitlines() if line.startswith("#"))
        assert "Source: " in head
        assert re.search(r"Date: \d{4}-\d\d-\d\d", head)
