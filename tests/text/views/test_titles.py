"""What a title in title case promises, and that no row of its table is dead."""

import importlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cableparse.text.views import titles
from cableparse.text.views.titles import titlecase
from cableparse.vocabulary.acronyms import acronyms, acronyms_of_rows
from cableparse.vocabulary.tables import read_table, rows_of

COLUMNS = ("forms", "meaning", "when")
ROWS = [row.cells for row in read_table("acronyms.tsv", *COLUMNS)]

# Words of every kind that a rule knows, and the marks between them.
KNOWN = """
    THE A OF AND US WHO IT START TIP GOT NGOS MCCAIN D'IVOIRE DON'T UK'S PNG'ING 1990S 4ES H1N1
    II XI DPRK UNHCR DR ST W S C AIDS al Visit ÉTAT İSTANBUL STRAẞE ΟΔΟΣ \u212a ǅ ß ٣٣٣٣ ² 21ST
"""
WORDS = st.sampled_from(KNOWN.split())
MARKS = st.sampled_from(
    [" ", " ", "-", "/", ": ", " -- ", ". ", "...", ' "', '" ', " (", ") ", "'"]
)
SUBJECTS = st.lists(st.tuples(WORDS, MARKS), max_size=12).map(
    lambda pairs: "".join(part for pair in pairs for part in pair)
)


# Laws -------------------------------------------------------------------------------------------


@given(st.text() | SUBJECTS)
def test_a_second_pass_changes_nothing(text):
    once = titlecase(text)
    assert titlecase(once) == once


@given(st.text() | SUBJECTS)
def test_nothing_but_the_case_of_letters_changes(text):
    titled = titlecase(text)
    assert len(titled) == len(text.strip())
    assert titled.casefold() == text.strip().casefold()


@given(SUBJECTS)
def test_no_letter_is_raised_beside_a_capital(text):
    text = f"A {text}".strip()
    pairs = zip(text, titlecase(text), strict=True)
    assert all(new in (old, old.lower()) or old in "xX" for old, new in pairs)


@pytest.mark.parametrize(
    ("text", "titled"),
    [
        ("quiet day at the port", "Quiet Day at the Port"),
        ("talks with the pm on nato", "Talks With the PM on NATO"),
        ("oslo asks xxxxxxxx for a reply", "Oslo Asks XXXXXXXX for a Reply"),
        ("  LOCKS ", "Locks"),
    ],
)
def test_a_text_in_small_letters_gets_its_capitals(text, titled):
    assert titlecase(text) == titled


@pytest.mark.parametrize(
    ("text", "titled"),
    [
        ("VISIT OF XXXXXXXX TO OSLO", "Visit of XXXXXXXX to Oslo"),
        ("XXXXXXXXDISCUSSES LOCKS", "XXXXXXXXDiscusses Locks"),
        ("XXXXXXXX'S VIEWS", "XXXXXXXX's Views"),
        ("Visit of xxxxxxxx to Oslo", "Visit of XXXXXXXX to Oslo"),
    ],
)
def test_what_a_redaction_left_keeps_its_letters(text, titled):
    assert titlecase(text) == titled


@pytest.mark.parametrize(
    ("text", "titled"),
    [
        ("LOCKS: WE'VE GOT THEM", "Locks: We've Got Them"),
        ("THE GOT ON LOCKS", "The GOT on Locks"),
        ("KEEPERS GOT THEIR LOCKS", "Keepers Got Their Locks"),
        ("A DELAY FOR CODEL DELAY", "A Delay for CODEL DeLay"),
        ("LET US MEND THE LOCKS", "Let Us Mend the Locks"),
        ("US LOCKS", "US Locks"),
    ],
)
def test_a_word_that_is_an_acronym_too_is_told_by_its_neighbours(text, titled):
    assert titlecase(text) == titled


# Mixed case -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["", "?!", "Talks with the PM of the UK", "Oil: EU and UN React"],
)
def test_a_text_in_mixed_case_stays_as_it_is(text):
    assert titlecase(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HARVEST FAILS IN al-HASAKAH PROVINCE", "Harvest Fails in al-Hasakah Province"),
        ("EMBASSY MARKS THE 55th ANNIVERSARY", "Embassy Marks the 55th Anniversary"),
        ("SENATOR McGREGOR OPENS THE FAIR", "Senator McGREGOR Opens the Fair"),
    ],
)
def test_a_word_with_a_small_letter_stays_as_its_writer_chose(text, expected):
    assert titlecase(text) == expected


# Rules ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Small words
        ("THE KING OF THE HILL", "The King of the Hill"),
        ("A BRIDGE TOO FAR FOR A MINISTER", "A Bridge Too Far for a Minister"),
        ("TALKS WITH FARMERS FROM PERU", "Talks With Farmers From Peru"),
        ("WHAT THE STRIKE WAS FOR", "What the Strike Was For"),
        ("WHAT ARE THEY WAITING FOR? A SIGN", "What Are They Waiting For? A Sign"),
        ("WATER: THE NEXT CRISIS", "Water: The Next Crisis"),
        ("WATER -- THE NEXT CRISIS", "Water -- The Next Crisis"),
        ("WATER--THE NEXT CRISIS", "Water--The Next Crisis"),
        ("WATER - A NEXT CRISIS", "Water - A Next Crisis"),
        ("WATER; THE NEXT CRISIS", "Water; The Next Crisis"),
        ("WATER RUNS OUT. THE CITY WAITS", "Water Runs Out. The City Waits"),
        ("WATER RUNS OUT ... AND THE CITY WAITS", "Water Runs Out ... and the City Waits"),
        ("COFFEE PRICES FALL IN THE U.S. AND PERU", "Coffee Prices Fall in the U.S. and Peru"),
        ("CLEARY CORP. AND A DAM", "Cleary Corp. and a Dam"),
        ('MAYOR SEES "THE END" OF FLOODS', 'Mayor Sees "The End" of Floods'),
        ("MAYOR SEES ‘A NEW DAWN’ AT PORT", "Mayor Sees ‘A New Dawn’ at Port"),
        ("RICE HARVEST (THE SECOND OF TWO)", "Rice Harvest (The Second of Two)"),
        ("(C) THE PRICE OF RICE", "(C) The Price of Rice"),
        ("(S/NF) A QUIET WEEK", "(S/NF) A Quiet Week"),
        ("LUNCH W/MINISTER", "Lunch w/Minister"),
        ("BREAD AND/OR ROSES", "Bread and/or Roses"),
        ("HOTELS IN RIO DE JANEIRO", "Hotels in Rio de Janeiro"),
        # Parts
        (
            "A FOLLOW-ON VISIT BY A STATE-OF-THE-ART SHIP",
            "A Follow-On Visit by a State-of-the-Art Ship",
        ),
        ("BY-ELECTION IN A PRO-EU TOWN", "By-Election in a Pro-EU Town"),
        ("POL/ECON NOTES FOR MAY", "Pol/Econ Notes for May"),
        ("RICE VIS-A-VIS MAIZE", "Rice Vis-a-Vis Maize"),
        # Apostrophes
        ("CHILE'S FARMERS WON'T PAY; THEY'RE BROKE", "Chile's Farmers Won't Pay; They're Broke"),
        ("IT ISN’T OVER IN N’DJAMENA", "It Isn’t Over in N’Djamena"),
        ("DELL'ORTO AND O'MALLEY'S DINNER", "Dell'Orto and O'Malley's Dinner"),
        ("SANA'A SHI'A CLERICS AND GOV'T MEET", "Sana'a Shi'a Clerics and Gov't Meet"),
        ("TWO ATTACHES PNG'D", "Two Attaches PNG'd"),
        ("TEACHERS' STRIKE AND THE EU'S REPLY", "Teachers' Strike and the EU's Reply"),
        # Numbers
        (
            "THE 2ND AND 21ST BRIDGES OF THE 1990S",
            "The 2nd and 21st Bridges of the 1990s",
        ),
        ("F-16S AND F-4ES AT THE G-8", "F-16s and F-4Es at the G-8"),
        ("H1N1 AND CO2 IN JUNE2009", "H1N1 and CO2 in June2009"),
        ("A 155MM GUN 20 KM FROM TOWN", "A 155mm Gun 20 km From Town"),
        ("MIG-29S AND OLD MIGS", "MiG-29s and Old MiGs"),
        ("POPE PIUS XI, HENRY VIII AND PHASE II", "Pope Pius XI, Henry VIII and Phase II"),
        ("PRESIDENT XI MIXES DI CAPRI", "President Xi Mixes Di Capri"),
        # Initials
        ("J. R. SMITH AND THE U.A.E. ON A.I.", "J. R. Smith and the U.A.E. on A.I."),
        ("JOHN W. LEE AND H. A. COLE SIGN", "John W. Lee and H. A. Cole Sign"),
        ("A/S LOPEZ AND U/S LEE ON VITAMIN A", "A/S Lopez and U/S Lee on Vitamin A"),
        ("DR. LEE AND MR SMITH VISIT ST. LUCIA", "Dr. Lee and Mr Smith Visit St. Lucia"),
        # Names
        ("MCCOY AND MACARTHUR IN MACEDONIA", "McCoy and MacArthur in Macedonia"),
        ("MACHINES FOR MACAO", "Machines for Macao"),
        # Acronyms by their letters
        ("DPRK AND FRG TRADE TV SETS", "DPRK and FRG Trade TV Sets"),
        ("IMF, UNHCR, OPCW AND THE FBI", "IMF, UNHCR, OPCW and the FBI"),
        ("WHY MY CRY IN THE SKY", "Why My Cry in the Sky"),
        ("MBEKO, VLAD, BADR, SCHULZ AND OTTO MARX", "Mbeko, Vlad, Badr, Schulz and Otto Marx"),
    ],
)
def test_rules(text, expected):
    assert titlecase(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("WHO PAYS FOR THE BRIDGE", "Who Pays for the Bridge"),
        ("WHO DIRECTOR PRAISES CLINIC", "WHO Director Praises Clinic"),
        ("WHO'S NEXT AT THE HARBOR", "Who's Next at the Harbor"),
        ("FAO/WHO MEETING ON MILK", "FAO/WHO Meeting on Milk"),
        ("IT: NEW PARK IN GOA", "IT: New Park in Goa"),
        ("IT RAINS IN THE IT SECTOR", "It Rains in the IT Sector"),
        ("TALKS START ON A NEW START TREATY", "Talks Start on a New START Treaty"),
        ("STRATEGIC ARMS (START) ROUND ENDS", "Strategic Arms (START) Round Ends"),
        ("TIP REPORT IS TIP OF THE ICEBERG", "TIP Report Is Tip of the Iceberg"),
        ("FOOD AID AND AID MISSION", "Food Aid and AID Mission"),
        ("GOT WELCOMES WHAT JAPAN GOT TO SEE", "GOT Welcomes What Japan Got to See"),
        ("GOOD GOALS FOR GOLD: GOI AND GOP TALK", "Good Goals for Gold: GOI and GOP Talk"),
        ("US AND US FARMERS", "US and US Farmers"),
        ("PRIVATE CAR SALES IN CHAD/CAR", "Private Car Sales in Chad/CAR"),
    ],
)
def test_a_form_that_is_a_plain_word_too_is_told_by_its_neighbours(text, expected):
    assert titlecase(text) == expected


# The table --------------------------------------------------------------------------------------


def sentence(form, condition=""):
    """Put a form between two words, of which the condition, if any, names one."""
    sides = condition.removeprefix("not ").split()
    before = sides[0] if sides and sides[0] != "_" else "VISIT"
    after = sides[1] if sides and sides[1] != "_" else "RESULTS"
    before, after = (side.replace("#", "12") for side in (before, after))
    return f"THE {before} {form.upper()}{'' if after == '.' else ' '}{after} PAGE"


def printed(form, condition=""):
    """Give the form as it comes out of its sentence."""
    text = sentence(form, condition)
    start = re.search(rf"(?<=\s){form.upper()}(?=[ .])", text).start()
    return titlecase(text)[start : start + len(form)]


def entries():
    for forms, _, when in ROWS:
        conditions = [part.strip() for part in when.split(";") if part.strip()]
        for form in forms.split(";"):
            yield form, conditions


def test_the_table_is_large_and_each_word_of_it_is_a_way_to_print_a_word():
    assert len(ROWS) > 500
    assert sum(map(len, acronyms().values())) == len(list(entries()))


def test_every_row_is_alive():
    # One test for all of them: a thousand would take longer to be counted than to be run.
    for form, conditions in entries():
        with pytest.MonkeyPatch.context() as monkeypatch:
            see_that_it_is_alive(form, conditions, monkeypatch)


def see_that_it_is_alive(form, conditions, monkeypatch):
    denied = [condition for condition in conditions if condition.startswith("not ")]
    required = [condition for condition in conditions if condition not in denied]
    probe = required[0] if required else ""
    assert all(printed(form, condition) == form for condition in required or [""]), form
    assert all(printed(form, condition) != form for condition in denied), form
    if required:
        assert printed(form) != form

    key = form.casefold()
    rest = {**acronyms(), key: tuple(entry for entry in acronyms()[key] if entry.form != form)}
    # import_module, for the package may export the function under the module's name.
    module = importlib.import_module("cableparse.vocabulary.acronyms")
    for place in (titles, module):
        monkeypatch.setattr(place, "acronyms", lambda: rest)
    assert printed(form, probe) != form


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("UN\t\t", "UN has no meaning"),
        ("U.N.\tUnited Nations\t", "'U.N.' is not a word"),
        ("UN\tUnited Nations\t\nUN\tagain\t", "can never stand"),
        ("TIP\ttrafficking\tREPORT", "'REPORT' is not a condition"),
        ("TIP\ttrafficking\tnot _", "'not _' is not a condition"),
        ("TIP\ttrafficking\t_ LIST;not _ OF", "conditions are either"),
    ],
)
def test_a_row_that_cannot_be_read_is_refused_with_its_line(row, complaint):
    with pytest.raises(ValueError, match=rf"x\.tsv, line \d: .*{re.escape(complaint)}"):
        acronyms_of_rows(rows_of("x.tsv", row, *COLUMNS))
