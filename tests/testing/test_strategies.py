"""The strategies: what they promise to give, they give, and they give all of it."""

import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

from cableparse import MRN, Addressee, Cable, Parser, SegmentKind, Source, Span
from cableparse import testing as kit
from cableparse.testing.copies import Copy
from cableparse.testing.strategies.copies import damaged
from cableparse.testing.strategies.made import sampled_from

PARSER = Parser(autoload="bundled")
T = TypeVar("T")
FORMATS = [format.name for format in PARSER.registry.formats]


@pytest.mark.parametrize("format", FORMATS)
def test_a_document_is_claimed_by_its_format(format: str) -> None:
    @given(kit.documents(format))
    def check(document: str) -> None:
        assert PARSER.parse(document).format == format

    check()


@pytest.mark.parametrize("format", FORMATS)
def test_a_damaged_document_is_read_where_its_format_is_named(format: str) -> None:
    @given(kit.damaged_documents(format).filter(str.strip))
    def check(document: str) -> None:
        assert PARSER.parse(document, format=format).source.text.strip()

    check()


@pytest.mark.parametrize("strategy", [kit.documents, kit.damaged_documents])
def test_a_format_that_is_not_bundled_is_refused(
    strategy: Callable[[str], st.SearchStrategy[str]],
) -> None:
    with pytest.raises(ValueError, match=r"'fax'.*wikileaks-page"):
        strategy("fax")


@pytest.fixture(scope="module")
def many() -> list[Cable]:
    """Cables until every kind of segment has come up, or as many as should do."""
    found: list[Cable] = []
    missing = {*SegmentKind}

    def completes(cable: Cable) -> bool:
        found.append(cable)
        missing.difference_update(segment.kind for segment in cable.segments)
        return not missing and len(found) >= 50

    with suppress(NoSuchExample):
        _first(kit.cables(), completes)
    return found


@pytest.mark.parametrize("kind", SegmentKind)
def test_every_kind_of_segment_comes_up(many: list[Cable], kind: SegmentKind) -> None:
    assert any(segment.kind is kind for cable in many for segment in cable.segments)


@pytest.mark.parametrize("annotation", ["redactions", "repairs", "defects"])
def test_every_kind_of_annotation_comes_up(annotation: str) -> None:
    cables = kit.cables("telegram", enriched=True)
    assert getattr(_first(cables, lambda cable: bool(getattr(cable, annotation))), annotation)


@pytest.mark.parametrize("format", FORMATS)
def test_cables_of_every_format_come_up(many: list[Cable], format: str) -> None:
    assert any(cable.format == format for cable in many)


def test_cables_come_with_enrichers_run_and_without() -> None:
    def has_run(cable: Cable) -> bool:
        return bool(cable.redactions)

    assert _first(kit.cables(enriched=True), has_run).redactions

    @given(kit.cables(enriched=False))
    def check(cable: Cable) -> None:
        assert not has_run(cable)

    check()


@pytest.mark.parametrize(
    ("done", "lines"),
    [
        ("lost", ["a b", "e f"]),
        ("torn", ["a b"]),
        ("doubled", ["a b", "c d", "c d", "e f"]),
        ("moved", ["c d", "a b", "e f"]),
        ("fused", ["a bc d", "e f"]),
        ("cut", ["a", "c d", "e f"]),
        ("printed again", ["a b", "c d", "e f", "c d", "e f"]),
        ("in the other case", ["A B", "c d", "e f"]),
    ],
)
def test_damage_of_every_kind_is_done(done: str, lines: list[str]) -> None:
    assert _first(damaged(["a b", "c d", "e f"]), lambda found: found == lines)


def test_damage_splices_characters_in() -> None:
    def is_longer(found: list[str]) -> bool:
        return len(found) == 3 and found[1:] == ["c d", "e f"] and found[0].endswith("b€")

    assert _first(damaged(["a b", "c d", "e f"], spliced=st.just("€")), is_longer)


@given(kit.mrns())
def test_a_number_is_read_back_from_its_formal_form(mrn: MRN) -> None:
    assert MRN.parse(mrn.formal) == mrn
    assert mrn.known


@given(kit.addressees())
def test_an_addressee_is_read_back_from_its_line(addressee: Addressee) -> None:
    size = len(addressee.span)
    routing = f"{addressee.routing}/" if addressee.routing else ""
    parts = [routing + addressee.name, addressee.precedence, addressee.mcn]
    line = " ".join(part for part in parts if part)
    (read,) = PARSER.parse(f"TO {line}\n", format="telegram").action
    assert (read.routing, read.name, read.precedence, read.mcn) == (
        addressee.routing,
        addressee.name,
        addressee.precedence,
        addressee.mcn,
    )
    assert len(line) == size


@given(kit.spans(50))
def test_a_span_ends_where_it_is_told_to(span: Span) -> None:
    assert 0 <= span.start <= span.end <= 50


@pytest.mark.parametrize("encoding", ["utf-8", "bom", "detected", "fallback", "given"])
def test_sources_come_in_every_encoding(encoding: str) -> None:
    if encoding == "given":
        found = _first(kit.sources(), lambda source: source.encoding_how == "given")
    else:
        found = _first(
            kit.cable_like_bytes().map(lambda data: Source.of(data, "a")),
            lambda source: source.encoding_how == encoding,
        )
    assert found.encoding_how == encoding


def test_texts_and_bytes_come_that_are_no_cable() -> None:
    assert "SUBJ" not in _first(kit.cable_like_texts(), lambda text: "SUBJ" not in text.upper())
    assert b"SUBJ" not in _first(kit.cable_like_bytes(), lambda data: b"SUBJ" not in data.upper())


@given(kit.damaged_copies())
def test_a_damaged_copy_is_claimed_and_its_truth_is_a_clean_copy(copy: Copy) -> None:
    assert PARSER.parse(copy.data).format == copy.format
    clean = (kit.render_seventies if copy.seventies else kit.render)(copy.truth)
    assert (clean.damage, clean.truth) == ((), copy.truth)
    assert bool(copy.damage) or copy.text == clean.text


def test_every_kind_of_damage_comes_up() -> None:
    missing = {*kit.DAMAGE}

    def completes(done: tuple[str, ...]) -> bool:
        missing.difference_update(done)
        return not missing

    with suppress(NoSuchExample):
        _first(kit.damaged_copies(most=6).map(lambda copy: copy.damage), completes)
    assert missing == set()


@given(kit.damaged_copies(most=0))
def test_no_more_is_done_to_a_copy_than_is_asked_for(copy: Copy) -> None:
    assert not copy.damage


# ---------------------------------------------------------------- registered


@pytest.mark.parametrize("type_", [Addressee, Cable, MRN, Source, Span])
def test_hypothesis_makes_values_of_a_public_type(type_: type) -> None:
    assert isinstance(_first(st.from_type(type_), lambda _: True), type_)


def test_hypothesis_needs_no_import_of_the_testing_package() -> None:
    code = """
import sys
from hypothesis import Phase, find, settings, strategies as st
import cableparse
assert "cableparse.testing.strategies" not in sys.modules
for name in ("Addressee", "Cable", "MRN", "Source", "Span"):
    type_ = getattr(cableparse, name)
    only = settings(phases=[Phase.generate], database=None)
    assert isinstance(find(st.from_type(type_), lambda _: True, settings=only), type_)
"""
    subprocess.run([sys.executable, "-c", code], check=True, timeout=120)


def test_the_strategies_can_be_imported_before_anything_else() -> None:
    # Hypothesis calls the registration while this import is half done.
    code = "import cableparse.testing.strategies as s; print(s.cables())"
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=120
    )
    assert done.stdout.strip() == "cables()"


def _first(strategy: st.SearchStrategy[T], condition: Callable[[T], bool]) -> T:
    """Give the first value that will do: nobody reads it, so it need not be small."""
    only = settings(max_examples=3000, phases=[Phase.generate], database=None)
    return find(strategy, condition, settings=only)


# ---------------------------------------------------------------- made once


def test_a_strategy_is_made_once_for_what_is_asked() -> None:
    assert kit.documents("scoop") is kit.documents("scoop")
    assert sampled_from(["a", "b"]) is sampled_from(("a", "b"))
    assert sampled_from(["a", "b"]) is not sampled_from(["b", "a"])


def test_values_that_are_equal_and_of_other_types_are_told_apart() -> None:
    assert sampled_from([0, 1]) is not sampled_from([False, True])
