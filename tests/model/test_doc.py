"""A cable as a spaCy Doc: each span where the cable has it, to the character."""

import re
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given

from cableparse import (
    Cable,
    Defect,
    MissingExtraError,
    Parser,
    Span,
    source_span,
    to_conll,
    to_doc,
)
from cableparse.testing import cable_like_texts, documents
from conftest import specimens

PARSER = Parser(autoload="bundled")
TEXT = """\
R 041745Z MAR 09
FM AMEMBASSY OSLO
TO RUEHC/SECSTATE WASHDC 0001
C O N F I D E N T I A L OSLO 000112
TAGS: EFIS, NO
SUBJECT: COD

REF: 08 BERGEN 44

1. (C) Nobody counts the XXXXXXXXXX cod
of the north.

Who Counts
----------

12. (U) Nobody.
"""


def read(text: str) -> Cable:
    return PARSER.parse(text, format="telegram", name="cod.txt")


CABLE = read(TEXT)


@pytest.fixture(scope="module")
def nlp() -> Any:
    """A pipeline without a model."""
    return pytest.importorskip("spacy", reason="spaCy is not installed").blank("en")


def spans(doc: Any, group: str) -> list[tuple[str, str, str, str]]:
    return [(one.label_, one.text, one.id_, one.kb_id_) for one in doc.spans[group]]


# ---------------------------------------------------------------- the source


def test_the_source_has_a_group_for_each_kind_of_part(nlp: Any) -> None:
    doc = to_doc(CABLE, nlp)
    assert doc.text == TEXT
    fields = {(label, text) for label, text, _, _ in spans(doc, "fields")}
    assert {("origin", "AMEMBASSY OSLO"), ("subject", "COD")} < fields
    assert spans(doc, "addressees") == [("action", "RUEHC/SECSTATE WASHDC 0001", "", "")]
    assert spans(doc, "tags") == [("subject", "EFIS", "", "EFIS"), ("geographic", "NO", "", "NO")]
    assert spans(doc, "references") == [("cable", "08 BERGEN 44", "", "08BERGEN44")]
    assert [one[1] for one in spans(doc, "headings")] == ["Who Counts\n----------"]
    assert [(label, number) for label, _, number, _ in spans(doc, "paragraphs")] == [
        ("paragraph", str(one.number)) for one in CABLE.paragraphs
    ]
    assert spans(doc, "redactions") == [("redaction.x-run", "XXXXXXXXXX", "", "")]
    assert "".join(one.text for one in doc.spans["segments"]) == TEXT
    assert {one[0] for one in spans(doc, "defects")} == {
        one.code for one in CABLE.defects if one.span
    }


def test_the_reading_has_what_stands_in_it(nlp: Any) -> None:
    doc = to_doc(CABLE, nlp, text="reading")
    assert doc.text == CABLE.text
    assert spans(doc, "headings") == [("heading", "Who Counts", "", "")]
    assert [text for _, text, _, _ in spans(doc, "paragraphs")] == [
        "Nobody counts the XXXXXXXXXX cod of the north.", "Nobody.",
    ]  # fmt: skip
    (redaction,) = doc.spans["redactions"]
    assert source_span(redaction) == CABLE.redactions[0].span
    for group in ("fields", "tags", "segments"):
        assert len(doc.spans[group]) == 0


def exact(cable: Cable, nlp: Any) -> None:
    text = re.sub("[\ud800-\udfff]", "\ufffd", cable.source.text)
    doc = to_doc(cable, nlp)
    assert doc.text == text
    wanted: dict[str, list[Span]] = {
        "fields": [span for one in cable.evidence.values() for span in one.spans],
        "addressees": [one.span for one in (*cable.action, *cable.info)],
        "defects": [one.span for one in cable.defects if one.span],
    }
    for group in doc.spans:
        kept = wanted[group] if group in wanted else [one.span for one in getattr(cable, group)]
        kept = sorted(span for span in kept if len(span))
        assert [source_span(one) for one in doc.spans[group]] == kept, group
        assert [one.text for one in doc.spans[group]] == [span.slice(text) for span in kept]

    reading = to_doc(cable, nlp, text="reading")
    assert reading.text == re.sub("[\ud800-\udfff]", "\ufffd", cable.text)
    for group in ("headings", "paragraphs"):
        parts = [part for part in getattr(cable, group) if part.text]
        for one, part in zip(reading.spans[group], parts, strict=True):
            assert one.text == re.sub("[\ud800-\udfff]", "\ufffd", part.text)
            if part.text.strip():
                assert source_span(one) == part.text_map.span(0, len(part.text))


@pytest.mark.parametrize("path", specimens(), ids=lambda path: path.name)
def test_every_span_of_a_specimen_is_where_the_cable_has_it(path: Any, nlp: Any) -> None:
    exact(PARSER.read(path), nlp)


@given(text=(documents() | cable_like_texts()).filter(str.strip))
def test_every_span_of_any_cable_is_where_the_cable_has_it(nlp: Any, text: str) -> None:
    exact(read(text), nlp)


def test_a_span_that_begins_or_ends_with_a_space_keeps_it(nlp: Any) -> None:
    at = TEXT.index("Nobody counts the ")
    for start, end in ((at + 6, at + 7), (at, at + 7), (at + 6, at + 13), (at + 7, at + 14)):
        defect = Defect(code="odd.odd", message="", span=Span(start, end), plugin="odd")
        odd = CABLE.with_defects(defect)
        doc = to_doc(odd, nlp)
        found = [one for one in doc.spans["defects"] if one.label_ == "odd.odd"]
        assert [one.text for one in found] == [TEXT[start:end]]


def test_tokens_are_the_pipelines_own_where_no_part_cuts_them(nlp: Any) -> None:
    doc = to_doc(CABLE, nlp, text="reading")
    plain = [token.text for token in nlp(CABLE.text)]
    assert [token.text for token in doc] == plain


# ---------------------------------------------------------------- the pipeline


def test_the_pipes_run_and_what_they_find_leads_to_the_source(nlp: Any) -> None:
    spacy = pytest.importorskip("spacy")
    ruled = spacy.blank("en")
    ruled.add_pipe("entity_ruler").add_patterns([{"label": "FISH", "pattern": "cod"}])
    (found,) = to_doc(CABLE, ruled, text="reading").ents
    assert source_span(found) == Span(TEXT.index("cod"), TEXT.index("cod") + 3)


def test_a_doc_is_stored_with_all_that_leads_back(nlp: Any) -> None:
    spacy = pytest.importorskip("spacy")
    doc = to_doc(CABLE, nlp, text="reading")
    again = spacy.tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes())
    for group in doc.spans:
        assert spans(again, group) == spans(doc, group)
        assert list(map(source_span, again.spans[group])) == list(
            map(source_span, doc.spans[group])
        )
    assert again.user_data["cableparse"]["mrn"] == "09OSLO112"
    assert again.user_data["cableparse"]["digest"] == CABLE.source.data_digest


# ---------------------------------------------------------------- CoNLL


def test_conll_is_a_token_a_line_with_its_tag(nlp: Any) -> None:
    doc = to_doc(CABLE, nlp, text="reading")
    assert to_conll(doc, "headings") == (
        "Nobody\tO\ncounts\tO\nthe\tO\nXXXXXXXXXX\tO\ncod\tO\nof\tO\nthe\tO\nnorth\tO\n.\tO\n\n"
        "Who\tB-heading\nCounts\tI-heading\n\nNobody\tO\n.\tO\n"
    )
    lines = to_conll(to_doc(CABLE, nlp)).splitlines()
    at = lines.index("AMEMBASSY\tB-origin")
    assert lines[at - 1 : at + 3] == ["FM\tO", "AMEMBASSY\tB-origin", "OSLO\tI-origin", "TO\tO"]


def test_conll_parts_sentences_where_a_pipe_found_them(nlp: Any) -> None:
    spacy = pytest.importorskip("spacy")
    parted = spacy.blank("en")
    parted.add_pipe("sentencizer")
    doc = to_doc(read("SUBJECT: X\n\n1. (C) Aa. Bb.\n"), parted, text="reading")
    assert to_conll(doc, "redactions") == "Aa\tO\n.\tO\n\nBb\tO\n.\tO\n"


# ---------------------------------------------------------------- refusals


def test_what_can_not_be_done_is_refused(nlp: Any) -> None:
    spacy = pytest.importorskip("spacy")
    with pytest.raises(ValueError, match="text is 'source' or 'reading', not 'clean'"):
        to_doc(CABLE, nlp, text="clean")
    with pytest.raises(TypeError, match=r"nlp is a pipeline of spaCy, .* say, not a str"):
        to_doc(CABLE, "en")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=r"a doc that cableparse\.to_doc did not make"):
        source_span(nlp("Cod.")[0:1])
    with pytest.raises(ValueError, match="the doc has no spans 'fish', but fields, addressees"):
        to_conll(to_doc(CABLE, nlp), "fish")
    with pytest.raises(ValueError, match=r"'fields', but none at all; cableparse\.to_doc"):
        to_conll(nlp("Cod."))
    lossy = spacy.blank("en")
    lossy.tokenizer = lambda text: spacy.tokens.Doc(lossy.vocab, words=text.split() or ["x"])
    with pytest.raises(ValueError, match="the tokenizer of nlp changes the text"):
        to_doc(CABLE, lossy)


def test_without_spacy_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("spacy", "spacy.tokens", "spacy.util"):
        monkeypatch.setitem(sys.modules, module, None)
    said = r"needs spaCy, which is not installed: pip install 'cableparse\[spacy\]'"
    with pytest.raises(MissingExtraError, match=said):
        to_doc(CABLE, None)  # type: ignore[arg-type]
    with pytest.raises(MissingExtraError, match=said):
        to_conll(None)  # type: ignore[arg-type]


def test_spacy_is_not_imported_before_it_is_asked_for() -> None:
    code = "import sys, cableparse; print('spacy' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"
