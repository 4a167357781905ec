"""What is said of a cable in a bibliography: what the copy says, and which copy it was."""

import functools
import hashlib
import json
import os
import re
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from cableparse import Cable, Parser
from cableparse.testing import cable_like_texts

PARSER = Parser(autoload="bundled")

# CSL's JSON Schema is installed by no package, but is in the source of one that uses it.
CSL_PACKAGE = Path(
    os.environ.get("CSL_PACKAGE")
    or Path(__file__).parents[2] / ".csl/jupyterlab_citation_manager-1.0.0.tar.gz"
)
needs_schema = pytest.mark.skipif(
    not CSL_PACKAGE.is_file(),
    reason="no csl-data.json: pip download --no-deps --no-binary jupyterlab-citation-manager "
    "--dest .csl jupyterlab-citation-manager==1.0.0",
)

STYLES = ("chicago", "mla", "bibtex", "csl-json")
TEXT = """\
R 041745Z MAR 09
FM AMEMBASSY OSLO
TO SECSTATE WASHDC
C O N F I D E N T I A L OSLO 000112
SUBJECT: COD: "WHO COUNTS?"

1. (C) Nobody.
"""
DIGEST = hashlib.sha256(TEXT.encode()).hexdigest()


def read(text: str) -> Cable:
    return PARSER.parse(text, format="telegram")


CABLE = read(TEXT)
LOST = read("1. (C) Nobody counts.\n\n2. (C) Cod.\n")


@functools.cache
def csl_schema() -> dict[str, Any]:
    with tarfile.open(CSL_PACKAGE) as package:
        (name,) = (one for one in package.getnames() if one.endswith("/csl-data.json"))
        file = package.extractfile(name)
        assert file is not None
        schema: dict[str, Any] = json.load(file)
    return schema


def item(cable: Cable) -> dict[str, Any]:
    (one,) = json.loads(cable.cite("csl-json"))
    return one


# ---------------------------------------------------------------- in words


def test_chicago_is_the_default() -> None:
    assert CABLE.cite() == CABLE.cite("chicago") == (
        "AMEMBASSY OSLO. “Cod: 'Who Counts?'.” Cable 09OSLO112, March 4, 2009. CONFIDENTIAL. "
        f"SHA-256 of the copy: {DIGEST}."
    )  # fmt: skip


def test_mla_has_the_day_first_and_the_month_cut() -> None:
    assert CABLE.cite(style="mla") == (
        "AMEMBASSY OSLO. “Cod: 'Who Counts?'.” 4 Mar. 2009. Cable 09OSLO112. CONFIDENTIAL. "
        f"SHA-256 of the copy: {DIGEST}."
    )


def test_a_title_that_ends_as_a_sentence_gets_no_second_period() -> None:
    assert "“Who Counts?” Cable" in CABLE.evolve(subject="WHO COUNTS?").cite()
    assert "“Cod.” Cable" in CABLE.evolve(subject="COD").cite()


def test_what_the_copy_has_not_is_said_and_nothing_is_put_there() -> None:
    digest = LOST.source.data_digest
    assert LOST.cite("chicago") == (
        "[Origin not in the copy]. [Subject not in the copy]. Cable [number not in the copy], n.d. "
        f"[Classification not in the copy]. SHA-256 of the copy: {digest}."
    )
    assert LOST.cite("mla") == (
        "[Origin not in the copy]. [Subject not in the copy]. n.d. Cable [number not in the copy]. "
        f"[Classification not in the copy]. SHA-256 of the copy: {digest}."
    )
    lacking = "The copy has no origin, subject, number, date or classification"
    assert LOST.cite("bibtex") == (
        f"@misc{{cable-unnumbered-{digest[:8]},\n"
        "  howpublished = {Cable},\n"
        "  year = {n.d.},\n"
        f"  note = {{SHA-256 of the copy: {digest}; {lacking}}},\n"
        "}"
    )
    assert item(LOST) == {
        "id": f"cable-unnumbered-{digest[:8]}",
        "type": "report",
        "genre": "Cable",
        "note": f"SHA-256 of the copy: {digest}; {lacking}",
    }


def test_the_year_of_the_number_is_not_taken_for_a_date() -> None:
    cable = CABLE.evolve(sent_at=None)
    assert "Cable 09OSLO112, n.d." in cable.cite()
    assert "issued" not in item(cable)
    assert item(cable)["note"].endswith("The copy has no date")


# ---------------------------------------------------------------- for programs


def test_bibtex_has_the_fields_of_a_cable() -> None:
    assert CABLE.cite("bibtex") == (
        f"@misc{{cable-09OSLO112-{DIGEST[:8]},\n"
        "  author = {{AMEMBASSY OSLO}},\n"
        "  title = {{Cod: \"Who Counts?\"}},\n"
        "  howpublished = {Cable 09OSLO112},\n"
        "  year = {2009},\n"
        "  month = mar,\n"
        "  day = {4},\n"
        f"  note = {{Classification: CONFIDENTIAL; SHA-256 of the copy: {DIGEST}}},\n"
        "}"
    )  # fmt: skip


SPECIAL = r"a \ { } } $ & # % _ ~ ^ @ , é"


MEANT = {
    r"\textbraceleft{}": "{", r"\textbraceright{}": "}", r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^", r"\$": "$", r"\&": "&", r"\#": "#", r"\%": "%", r"\_": "_",
    r"\textbackslash{}": "\\",
}  # fmt: skip


def test_what_bibtex_would_obey_is_escaped() -> None:
    """A program that reads BibTeX has the entry whole, and LaTeX prints what was meant."""
    database = pytest.importorskip("pybtex.database")
    cable = CABLE.evolve(subject=SPECIAL, origin=SPECIAL)
    (entry,) = database.parse_string(cable.cite("bibtex"), "bibtex").entries.values()
    assert set(entry.fields) == {"title", "howpublished", "year", "month", "day", "note"}
    title = entry.fields["title"].removeprefix("{").removesuffix("}")
    assert not re.search(r"(?<!\\)[$&#%_~^]", title)
    for written, character in MEANT.items():
        title = title.replace(written, character)
    assert title == cable.title
    # Balanced whatever is in it: BibTeX counts a brace behind a backslash too.
    assert cable.cite("bibtex").count("{") == cable.cite("bibtex").count("}")


def valid_csl(cable: Cable) -> None:
    jsonschema.validate(json.loads(cable.cite("csl-json")), csl_schema())


@needs_schema
@pytest.mark.parametrize("cable", [CABLE, LOST], ids=["whole", "lost"])
def test_csl_json_is_as_its_schema_says(cable: Cable) -> None:
    valid_csl(cable)


@needs_schema
@given(text=cable_like_texts().filter(str.strip))
def test_the_csl_json_of_any_cable_is_as_its_schema_says(text: str) -> None:
    valid_csl(read(text))


def test_csl_json_has_types_and_variables_of_csl() -> None:
    citeproc = pytest.importorskip("citeproc")
    schemas = Path(citeproc.__file__).parent / "data" / "schema" / "schemas" / "styles"
    types = set(re.findall(r'"([\w-]+)"', (schemas / "csl-types.rnc").read_text("utf-8")))
    names = set(re.findall(r'"([\w-]+)"', (schemas / "csl-variables.rnc").read_text("utf-8")))
    assert item(CABLE)["type"] in types
    assert set(item(CABLE)) - {"id", "type"} <= names


def test_a_citation_processor_reads_csl_json() -> None:
    citeproc = pytest.importorskip("citeproc")
    from citeproc.source.json import CiteProcJSON

    source = CiteProcJSON(json.loads(CABLE.cite("csl-json")))
    style = citeproc.CitationStylesStyle("harvard-cite-them-right", validate=False)
    shelf = citeproc.CitationStylesBibliography(style, source, citeproc.formatter.plain)
    shelf.register(citeproc.Citation([citeproc.CitationItem(item(CABLE)["id"])]))
    (line,) = map(str, shelf.bibliography())
    assert "AMEMBASSY OSLO" in line
    assert "(2009)" in line
    assert "Who Counts?" in line


# ---------------------------------------------------------------- any cable


def test_copies_of_a_telegram_have_keys_of_their_own() -> None:
    other = read(TEXT.replace("Nobody.", "Nobody, we hear."))
    assert item(other)["id"] != item(CABLE)["id"]
    assert item(read(TEXT)) == item(CABLE)


@given(text=cable_like_texts().filter(str.strip))
def test_any_cable_is_cited_in_every_style(text: str) -> None:
    cable = read(text)
    for style in STYLES:
        citation = cable.cite(style)
        assert cable.source.data_digest in citation
        assert citation.encode()
        assert "\x1b" not in citation
        assert "\u202e" not in citation
    assert "\n" not in cable.cite("chicago") + cable.cite("mla")
    entry = cable.cite("bibtex")
    assert entry.count("{") == entry.count("}")


def test_controls_and_halves_of_characters_are_not_handed_on() -> None:
    cable = CABLE.evolve(subject="COD\x1b[2J\nAND\u202e \ud800SALT", origin="  ")
    assert "“Cod�[2J and� �salt.”" in cable.cite().replace("Salt", "salt")
    assert item(cable)["title"].startswith("Cod�[2J")
    assert "author" not in item(cable)
    assert cable.cite().startswith("[Origin not in the copy].")


def test_another_style_is_refused_and_the_four_are_named() -> None:
    said = "no citation style is called 'apa': 'chicago', 'mla', 'bibtex' or 'csl-json'"
    with pytest.raises(ValueError, match=said):
        CABLE.cite("apa")


def test_what_writes_citations_is_imported_with_the_first() -> None:
    code = "import sys, cableparse; print('cableparse.model.citing' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"
