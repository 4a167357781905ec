"""The laws of the design, on any text, any bytes, and text that looks like a cable."""

import time
from contextlib import suppress

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import laws
from cableparse import Cable, EmptyInputError, InputError, Parser, Source, StrictError, from_dict
from conftest import specimens
from strategies import documents, octets, texts

PARSER = Parser(autoload="bundled")
PLAIN = Parser(autoload="bundled", enrich=False)
FORMATS = tuple(format.name for format in PARSER.registry.formats)

formats = st.sampled_from(FORMATS)
given_formats = st.sampled_from([None, *FORMATS])


def read(data: str | bytes, format: str | None, parser: Parser = PARSER) -> Cable | None:
    """The cable, or None where the data hold none."""
    try:
        return parser.parse(data, format=format)
    except InputError:
        return None


@given(text=texts.filter(str.strip), format=formats)
def test_law_1_segments_cover_any_text(text: str, format: str) -> None:
    laws.check_coverage(PLAIN.parse(text, format=format))


@given(text=texts.filter(str.strip), format=formats)
def test_law_1_segments_cover_any_text_after_enrichment(text: str, format: str) -> None:
    laws.check_coverage(PARSER.parse(text, format=format))


@given(data=octets, format=given_formats, strict=st.booleans())
def test_law_2_any_bytes_give_a_cable_or_a_documented_error(
    data: bytes, format: str | None, strict: bool
) -> None:
    # No PluginError: the bundled plugins fail on nothing.
    allowed = (InputError, StrictError) if strict else (InputError,)
    with suppress(*allowed):
        assert isinstance(PARSER.parse(data, format=format, strict=strict), Cable)


@given(data=octets, format=formats)
def test_law_2_a_named_format_reads_any_bytes_but_white_space(data: bytes, format: str) -> None:
    try:
        cable = PARSER.parse(data, format=format)
    except EmptyInputError:
        assert not Source.of(data, "test").text.strip()
    else:
        assert isinstance(cable, Cable)


@given(text=texts, format=given_formats)
def test_law_2_any_text_has_views(text: str, format: str | None) -> None:
    cable = read(text, format)
    if cable is not None:
        assert isinstance(cable.to_dict(views=True)["views"], dict)


@given(data=octets, format=given_formats)
def test_law_3_a_cable_of_bytes_comes_back_from_json(data: bytes, format: str | None) -> None:
    cable = read(data, format)
    if cable is not None:
        laws.check_round_trip(cable)


@given(text=texts, format=given_formats)
def test_law_3_a_cable_of_text_comes_back_from_json(text: str, format: str | None) -> None:
    cable = read(text, format)
    if cable is not None:
        laws.check_round_trip(cable)


@given(text=texts, format=given_formats, parser=st.sampled_from([PARSER, PLAIN]))
def test_law_4_every_span_slices_to_what_it_claims(
    text: str, format: str | None, parser: Parser
) -> None:
    cable = read(text, format, parser)
    if cable is not None:
        laws.check_spans(cable)


@given(text=documents.filter(str.strip), format=formats)
def test_law_5_enrichers_are_pure_and_idempotent(text: str, format: str) -> None:
    cable = PLAIN.parse(text, format=format)
    for enricher in PARSER.registry.enrichers:
        before = cable.to_dict()
        enriched = enricher.enrich(cable)
        assert cable.to_dict() == before, f"{enricher.name} changed what it was given"
        assert enricher.enrich(from_dict(before)) == enriched, f"{enricher.name} is not repeatable"
        assert enricher.enrich(enriched) == enriched, f"{enricher.name} is not idempotent"
        assert enriched.source == cable.source
        laws.check_coverage(enriched)
        cable = enriched


@given(text=documents, format=given_formats)
def test_law_5_a_second_run_of_all_enrichers_changes_nothing(text: str, format: str | None) -> None:
    cable = read(text, format)
    if cable is not None:
        again = cable
        for enricher in PARSER.enrichers:
            again = enricher.enrich(again)
        assert again == cable


@given(text=texts, format=given_formats)
def test_law_5_the_text_is_the_same_with_and_without_enrichers(
    text: str, format: str | None
) -> None:
    with_all, with_none = read(text, format), read(text, format, PLAIN)
    assert (with_all is None) == (with_none is None)
    if with_all is not None and with_none is not None:
        assert with_all.source == with_none.source
        assert [s.text for s in with_all.segments] == [s.text for s in with_none.segments]


@given(text=documents, format=given_formats)
def test_law_6_undoing_every_repair_gives_the_printed_state(text: str, format: str | None) -> None:
    cable = read(text, format)
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
    assert read(text, format, Parser(autoload="bundled")) == read(text, format)


@given(first=documents, second=documents, format=given_formats)
def test_law_7_what_was_parsed_before_makes_no_difference(
    first: str, second: str, format: str | None
) -> None:
    before = read(first, format)
    read(second, format)
    assert read(first, format) == before


# ---------------------------------------------------------------- law 2: in linear time

_HEAD = "UNCLAS OSLO 000001\nSUBJECT: LOCKS\n\n1. (U) "
_UNITS = (
    " ",
    "A ",
    "(",
    "-",
    "\n",
    "1. ",
    "1.\n\n",
    "¶",
    "\\",
    "x",
    "A,",
    "A. ",
    "[",
    "<",
    " OF ",
    "/",
    "A",
    "a",
    ".",
    "1",
    "OSLO 00000001  001 OF 002 ",
    "OSLO 00000001  001 OF 002\n",
    "UNCLAS SECTION 01 OF 02 ",
    "SIPDIS\n",
    "-----\n",
    "&#1",
    "HEADING\n\n",
    "HEADING\n-----\n",
    "1. (SBU) text\n\n",
    "RUEHC/",
    "RUEHC ",
    "-- a\n",
    "\r",
    "'",
    "A   B\n",
    "A(",
    "(A) ",
    "REF: A. ",
    "TAGS: ",
    "SUBJECT: ",
    "E.O. 12958: ",
    "END SUMMARY ",
    "\n\nSummary\n\n",
    "C O N F I D E N T I A L ",
    "OSLO 12 ",
)
_BEGINNINGS = (
    "",
    _HEAD,
    "REF: A. ",
    "TAGS: ",
    "SUBJECT: ",
    "Classified By: ",
    "TO ",
    "E.O. 12958: DECL: ",
)
_SIZES = (1_000, 8_000)
# Ordinary prose is the quickest text there is: a body of nothing but paragraph markers takes fifty
# times as long. A quadratic reader takes hundreds of times as long, and more with every size.
_WORST = 300


def seconds(text: str) -> float:
    # The processor's own time: a busy machine makes no difference.
    start = time.process_time()
    PARSER.parse(text, format="telegram").to_dict(views=True)
    return time.process_time() - start


@pytest.fixture(scope="module")
def seconds_a_character() -> float:
    for specimen in specimens():  # the vocabulary's tables are read when first asked for
        PARSER.read(specimen).to_dict(views=True)
    text = _HEAD + "The ferry left late and the harbor was empty.\n" * 700
    return min(seconds(text) for _ in range(3)) / len(text)


@pytest.mark.parametrize("beginning", _BEGINNINGS, ids=repr)
def test_law_2_the_time_is_linear_in_the_length(beginning: str, seconds_a_character: float) -> None:
    slow: list[str] = []
    for unit in _UNITS:
        for size in _SIZES:
            text = beginning + (unit * size)[:size]
            most = _WORST * seconds_a_character * len(text)
            # Once may be chance: a collection of garbage, a table that is read for the first time.
            taken = seconds(text)
            if taken > most and (taken := seconds(text)) > most:
                slow.append(
                    f"{unit!r} × {size}: {taken / most * _WORST:.0f} times as slow as prose"
                )
                break
    assert not slow, "\n".join(slow)
