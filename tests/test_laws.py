"""The laws of the design, on any text, any bytes, and text that looks like a cable."""

import functools
import itertools
from contextlib import suppress

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import laws
from cableparse import Cable, EmptyInputError, InputError, Parser, Source, StrictError, from_dict
from cableparse.testing import cable_like_bytes, cable_like_texts, damaged_documents
from cableparse.testing import documents as sound_documents
from conftest import specimens

documents = st.one_of(sound_documents(), damaged_documents())
texts = cable_like_texts()
octets = cable_like_bytes()

PLAIN = Parser(autoload="bundled", enrich=False)
FORMATS = tuple(format.name for format in PLAIN.registry.formats)
ENRICHERS = tuple(enricher.name for enricher in PLAIN.registry.enrichers)
PARSER = Parser(autoload="bundled", enrich=ENRICHERS)

formats = st.sampled_from(FORMATS)
given_formats = st.sampled_from([None, *FORMATS])


@functools.cache
def parser_with(enrichers: frozenset[str]) -> Parser:
    return Parser(autoload="bundled", enrich=sorted(enrichers))


# With each subset of the enrichers, those included that are off by default.
parsers = st.frozensets(st.sampled_from(ENRICHERS)).map(parser_with)


def read(data: str | bytes, format: str | None, parser: Parser = PARSER) -> Cable | None:
    """The cable, or None where the data hold none."""
    try:
        return parser.parse(data, format=format)
    except InputError:
        return None


@given(text=texts.filter(str.strip), format=formats)
def test_law_1_segments_cover_any_text(text: str, format: str) -> None:
    laws.check_coverage(PLAIN.parse(text, format=format))


@given(text=texts.filter(str.strip), format=formats, parser=parsers)
def test_law_1_segments_cover_any_text_after_enrichment(
    text: str, format: str, parser: Parser
) -> None:
    laws.check_coverage(parser.parse(text, format=format))


@given(data=octets, format=given_formats, strict=st.booleans(), parser=parsers)
def test_law_2_any_bytes_give_a_cable_or_a_documented_error(
    data: bytes, format: str | None, strict: bool, parser: Parser
) -> None:
    # No PluginError: the bundled plugins fail on nothing.
    allowed = (InputError, StrictError) if strict else (InputError,)
    with suppress(*allowed):
        cable = parser.parse(data, format=format, strict=strict)
        assert cable.to_dict(views=True)  # what waits is read for it


@given(data=octets, format=formats)
def test_law_2_a_named_format_reads_any_bytes_but_white_space(data: bytes, format: str) -> None:
    try:
        cable = PARSER.parse(data, format=format)
    except EmptyInputError:
        assert not Source.of(data, "test").text.strip()
    else:
        assert cable.to_dict(views=True)


@given(text=texts, format=given_formats, parser=parsers)
def test_law_2_any_text_has_views(text: str, format: str | None, parser: Parser) -> None:
    cable = read(text, format, parser)
    if cable is not None:
        assert isinstance(cable.to_dict(views=True)["views"], dict)


@given(data=octets, format=given_formats, parser=parsers)
def test_law_3_a_cable_of_bytes_comes_back_from_json(
    data: bytes, format: str | None, parser: Parser
) -> None:
    cable = read(data, format, parser)
    if cable is not None:
        laws.check_round_trip(cable)


@given(text=texts, format=given_formats, parser=parsers)
def test_law_3_a_cable_of_text_comes_back_from_json(
    text: str, format: str | None, parser: Parser
) -> None:
    cable = read(text, format, parser)
    if cable is not None:
        laws.check_round_trip(cable)


@given(text=texts, format=given_formats, parser=parsers)
def test_law_4_every_span_slices_to_what_it_claims(
    text: str, format: str | None, parser: Parser
) -> None:
    cable = read(text, format, parser)
    if cable is not None:
        laws.check_spans(cable)


@given(text=documents.filter(str.strip), format=formats, parser=parsers)
def test_law_5_enrichers_are_pure_and_idempotent(text: str, format: str, parser: Parser) -> None:
    cable = PLAIN.parse(text, format=format)
    for enricher in parser.enrichers:
        before = cable.to_dict()
        enriched = enricher.enrich(cable)
        assert cable.to_dict() == before, f"{enricher.name} changed what it was given"
        assert enricher.enrich(from_dict(before)) == enriched, f"{enricher.name} is not repeatable"
        assert enricher.enrich(enriched) == enriched, f"{enricher.name} is not idempotent"
        assert enriched.source == cable.source
        laws.check_coverage(enriched)
        cable = enriched


@given(text=documents, format=given_formats, parser=parsers)
def test_law_5_a_second_run_of_the_enrichers_changes_nothing(
    text: str, format: str | None, parser: Parser
) -> None:
    cable = read(text, format, parser)
    if cable is not None:
        again = cable
        for enricher in parser.enrichers:
            again = enricher.enrich(again)
        assert again == cable


@given(text=texts, format=given_formats, parser=parsers)
def test_law_5_the_text_is_the_same_with_and_without_enrichers(
    text: str, format: str | None, parser: Parser
) -> None:
    with_some, with_none = read(text, format, parser), read(text, format, PLAIN)
    assert (with_some is None) == (with_none is None)
    if with_some is not None and with_none is not None:
        assert with_some.source == with_none.source
        assert [s.text for s in with_some.segments] == [s.text for s in with_none.segments]


@given(text=documents, format=given_formats, parser=parsers)
def test_law_6_undoing_every_repair_gives_the_printed_state(
    text: str, format: str | None, parser: Parser
) -> None:
    cable = read(text, format, parser)
    if cable is not None:
        laws.check_repairs(cable)


@given(data=st.data(), size=st.integers(3, 25))
def test_law_6_a_repaired_run_shows_its_printed_numbers_again(
    data: st.DataObject, size: int
) -> None:
    pilcrows = data.draw(st.lists(st.booleans(), min_size=size, max_size=size))
    printed = [f"¶{n}." if pilcrow else f"{n + 10}." for n, pilcrow in enumerate(pilcrows, 1)]
    text = "SUBJECT: LOCKS\n\n" + "\n\n".join(f"{one} (U) The lock is shut." for one in printed)
    cable = PARSER.parse(text, format="telegram")
    undone = attrs.evolve(cable, repairs=())
    assert [paragraph.printed for paragraph in undone.paragraphs] == printed
    assert [f"{paragraph.number}." for paragraph in undone.paragraphs] == [
        one.lstrip("¶") for one in printed
    ]


@given(text=texts, format=given_formats)
def test_law_7_a_new_parser_reads_the_same(text: str, format: str | None) -> None:
    new = Parser(autoload="bundled", enrich=ENRICHERS)
    assert read(text, format, new) == read(text, format)


@given(first=documents, second=documents, format=given_formats)
def test_law_7_what_was_parsed_before_makes_no_difference(
    first: str, second: str, format: str | None
) -> None:
    before = read(first, format)
    read(second, format)
    assert read(first, format) == before


ASKED = (*(one.name for one in attrs.fields(Cable)), "body", "title", "title_map", "summary")


@given(text=documents, format=given_formats, parser=parsers, order=st.permutations(ASKED))
def test_law_7_what_is_asked_first_makes_no_difference(
    text: str, format: str | None, parser: Parser, order: list[str]
) -> None:
    cable, other = read(text, format, parser), read(text, format, parser)
    if cable is not None:
        for name in order:
            getattr(cable, name)
        assert cable == other
        assert cable.to_dict(views=True) == other.to_dict(views=True)


@functools.cache
def every_specimen() -> list[tuple[bytes, dict]]:
    """Each with what it is read as, asked from the first field to the last."""
    return [
        (data, PARSER.parse(data).to_dict(views=True))
        for data in (path.read_bytes() for path in specimens())
    ]


@pytest.mark.parametrize(
    "first",
    ["segments", "redactions", "repairs", "defects", "evidence", "signers", "body", "title_map"],
)
def test_every_specimen_reads_the_same_whatever_is_asked_of_it_first(first: str) -> None:
    for data, expected in every_specimen():
        cable = PARSER.parse(data)
        getattr(cable, first)
        assert cable.to_dict(views=True) == expected


SUBSETS = [
    frozenset(names)
    for size in range(len(ENRICHERS) + 1)
    for names in itertools.combinations(ENRICHERS, size)
]


@pytest.mark.parametrize("enrichers", SUBSETS, ids=lambda names: "+".join(sorted(names)) or "none")
def test_every_specimen_keeps_the_laws_with_every_subset_of_the_enrichers(
    enrichers: frozenset[str],
) -> None:
    parser = parser_with(enrichers)
    assert {enricher.name for enricher in parser.enrichers} == enrichers
    for specimen in specimens():
        cable = parser.read(specimen)
        laws.check_all(cable)
        again = cable
        for enricher in parser.enrichers:
            again = enricher.enrich(again)
        assert again == cable


# What repairs, redactions, page marks and markup do to what is read through them.
MARK = "\n\nOSLO 00000012  002 OF 003\n\n"
LIT, DIM = "1. (U) Lit.\n\n", "2. (U) Dim.\n"
VIEWED = {
    "repaired heading": "THE PLANT &word8\n----------------\n\n1. (U) Lit.\n",
    "repaired heading of two lines": f"{LIT}THE POST,S &OLD8\nKEYS &AND8 DOORS\n---------\n\n{DIM}",
    "redacted heading": f"{LIT}THE XXXXXXXXXXXX PLANT\n---------\n\n{DIM}",
    "bracketed heading": f"{LIT}THE [NAME REMOVED] PLANT\n\n{DIM}",
    "redacted and repaired heading": f"{LIT}XXXXXXXXXXXX,S &KEY8\n---\n\n{DIM}",
    "heading beside a page mark": f"1. (U) Lit.{MARK}THE &KEY8\n\n{DIM}",
    "heading that a page mark parts": f"{LIT}THE OLD{MARK}KEY\n---\n\n{DIM}",
    "heading behind a pilcrow": f"{LIT}¶B. THE &KEY8\n-------------\n\n¶{DIM}",
    "heading between rules": "-----\n&THE KEY8\n=====\n\n1. (U) Lit.\n",
    "heading with slashes": f"{LIT}//THE &KEY8//\n\n{DIM}",
    "repaired summary": f"1. (U) SUMMARY: The post,s &lamp8 is\nlit. END SUMMARY.\n\n{DIM}",
    "summary under a heading": "Summary\n---\n\n1. (U) The &lamp8.\n\n12. (U) Oil. End Summary.\n",
    "summary that a page mark parts": f"1. (U) SUMMARY: The &lamp8{MARK}is lit. END SUMMARY.\n",
    "summary with a redaction": "1. (U) SUMMARY. XXXXXXXXXXXX said [...], &so8. END SUMMARY.\n",
    "summary without a label": f"1. (U) The &lamp8 is lit. End Summary.\n\n{DIM}",
    "summary that ends with a rule": f"1. (U) Summary: The &lamp8. -----\n\n{DIM}",
    "empty summary": f"1. (U) SUMMARY: END SUMMARY.\n\n{DIM}",
    "repaired comment": f"{LIT}2. (U) COMMENT: The post,s\n&view8. END COMMENT.\n",
    "comment of two paragraphs": "Comment\n---\n\n1. (U) &One8.\n\n2. (U) &Two8. End Comment.\n",
    "repaired number and text": "1. (U) &One8.\n\n12. (U) &Two8.\n\n13. (U) &Three8.\n",
    "table": f"1. (U) Keys:\n\nOLD    NEW\n&1     28\n\n{DIM}",
    "lines of markup": "1. (U) &One8<br>\n&#10;two &#039;three&#039;\n",
}
SUBJECTS = [
    "LAMPS &AND8 KEYS",
    "(C) LAMPS,\n¶2006. KEYS",
    "LAMPS &#38; KEYS",
    "XXXXXXXXXXXX,S LAMPS AND\nKEYS",
]


@pytest.mark.parametrize("body", VIEWED.values(), ids=VIEWED)
def test_every_character_of_a_view_leads_back_whatever_is_read_through(body: str) -> None:
    for enrichers, subject in zip(SUBSETS, itertools.cycle(SUBJECTS)):
        text = f"TAGS: ETRD\nSUBJECT: {subject}\n\n{body}"
        for format in FORMATS:
            laws.check_all(parser_with(enrichers).parse(text, format=format))
