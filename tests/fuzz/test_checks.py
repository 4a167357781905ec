"""Asking the laws of an input: every set of enrichers is tried, and what is broken is named."""

from itertools import combinations
from types import SimpleNamespace

import attrs
import pytest

from cableparse import Cable, Defect, Parser
from fuzz import checks
from fuzz.checks import Broken, broken, broken_anywhere, broken_somewhere, plain_bytes
from fuzz.findings import Finding, found_by, shortened

TELEGRAM = (
    b"R 141745Z MAY 08\nFM AMEMBASSY OSLO\nTO SECSTATE WASHDC\nUNCLAS OSLO 000012\n"
    b"TAGS: ETRD, NO\nSUBJECT: BUOYS\n\n1. (U) The XXXXXXXXXXXX counts the locks.\n\nMARROWBY\n"
)


def lock_beside_redaction(cable: Cable) -> str | None:
    """Law 9: there is no lock beside a redaction."""
    if not cable.redactions or "lock" not in cable.source.text:
        return None
    return f"{cable.redactions[0].printed!r} stands beside a lock"


def marks(name: str) -> SimpleNamespace:
    """An enricher that leaves a mark, so that no two sets of them give the same cable."""

    def enrich(cable: Cable) -> Cable:
        said = {defect.message for defect in cable.defects}
        mark = Defect(code="paragraph.missing", message=name)
        return cable if name in said else attrs.evolve(cable, defects=(*cable.defects, mark))

    return SimpleNamespace(name=name, enrich=enrich)


@pytest.fixture
def planted(monkeypatch):
    """Puts one law in the place of all, and other enrichers in the place of the bundled ones."""

    def plant(law, enrichers=checks.ENRICHERS) -> None:
        monkeypatch.setattr(checks, "_CHEAP_FIRST", (law,))
        if enrichers is not checks.ENRICHERS:  # the parser's own are others then
            monkeypatch.setattr(checks, "_ask_first", lambda data, way: None)
        monkeypatch.setattr(checks, "ENRICHERS", tuple(enrichers))

    return plant


def test_enrichers_that_are_off_by_default_are_tried() -> None:
    assert {one.name for one in checks.ENRICHERS} == {
        one.name for one in checks.PLAIN.registry.enrichers
    }
    assert any(not getattr(one, "default", True) for one in checks.ENRICHERS)
    assert len(checks.EVERY_SET) == 2 ** len(checks.ENRICHERS)


def test_every_set_of_enrichers_is_asked(planted) -> None:
    names = "abcd"
    asked = []

    def law(cable: Cable) -> None:
        asked.append(frozenset(d.message for d in cable.defects if d.message in {*names}))

    planted(law, map(marks, names))
    assert broken(TELEGRAM, "telegram") is None
    sets = [frozenset(one) for size in range(5) for one in combinations(names, size)]
    assert sorted(map(sorted, asked)) == sorted(map(sorted, sets))


def test_a_broken_law_is_named_with_the_way_and_the_enrichers(planted) -> None:
    planted(lock_beside_redaction)
    found = broken(TELEGRAM, "telegram", (checks.ALL,))
    assert found is not None
    assert found.law == "law-9-lock-beside-redaction"
    assert found.said == "'XXXXXXXXXXXX' stands beside a lock"
    assert (found.way, set(found.enrichers)) == (
        "telegram",
        {one.name for one in checks.ENRICHERS},
    )
    assert broken(TELEGRAM, "telegram", (0,)) is None
    assert broken_anywhere(TELEGRAM) is not None
    assert broken_somewhere(TELEGRAM) is not None


def test_a_parser_that_reads_otherwise_than_its_enrichers_at_once_is_found(monkeypatch) -> None:
    assert broken(TELEGRAM, "telegram", (checks.ALL,)) is None
    without = Parser(autoload="bundled", enrich=["boilerplate", "paragraphs"])
    monkeypatch.setattr(checks, "WHOLE", without)
    found = broken(TELEGRAM, "telegram", (checks.ALL,))
    assert found is not None
    assert (found.law, found.way) == ("law-7-asked-first", "telegram")
    assert found.said == "asked in another order redactions differ"
    # Of many inputs that something claims each eighth is asked.
    found = [broken_somewhere(TELEGRAM + b"\n" * more) for more in range(60)]
    laws = [one.law for one in found if one is not None]
    assert laws
    assert {*laws} == {"law-7-asked-first"}
    assert None in found


def test_an_enricher_whose_second_run_changes_something_is_found(planted) -> None:
    def enrich(cable: Cable) -> Cable:
        return attrs.evolve(
            cable, defects=(*cable.defects, Defect(code="paragraph.missing", message="m"))
        )

    planted(lambda cable: None, [SimpleNamespace(name="again", enrich=enrich)])
    found = broken(TELEGRAM, None)
    assert found == Broken(
        "law-5-idempotent", "a second run of again changes the cable", None, ("again",)
    )


def test_an_error_that_is_not_documented_is_found_and_named(planted) -> None:
    def enrich(cable: Cable) -> Cable:
        raise KeyError("buoy 7")

    planted(lambda cable: None, [SimpleNamespace(name="fails", enrich=enrich)])
    found = broken(TELEGRAM, None)
    assert found is not None
    assert found.law == "law-2-KeyError"
    assert "in enrich" in found.said


@pytest.mark.parametrize("data", [b"", b" \n", b"\x00\x01\x02" * 9, b"nothing known"])
def test_a_documented_error_keeps_the_laws(data: bytes) -> None:
    assert broken(data, None) is None
    assert broken_anywhere(data) is None
    assert broken_somewhere(data) is None


def test_findings_of_one_fault_are_of_one_kind() -> None:
    said = "the heading {!r} does not stand at Span(start={}, end={})"
    one, other = (
        Broken("law-4-misplaced", said.format(text, start, start + 9))
        for text, start in (("Kites, and 'lamps'", 3), ('Who counts "them"', 1417))
    )
    assert one.kind == other.kind
    assert one.kind != Broken("law-4-misplaced", "an empty segment, rule, stands at 3").kind
    assert one.kind != Broken("law-6-lost-by-repair", one.said).kind


def test_input_in_no_encoding_is_mostly_read_as_latin_1() -> None:
    assert plain_bytes("Œuvre".encode()) == "Œuvre".encode()
    drawn = {plain_bytes(b"\xe5 lock %d" % number) for number in range(200)}
    assert b"\xc3\xa5 lock" in {data[:7] for data in drawn}
    assert b"\xe5 lock" in {data[:6] for data in drawn}


def test_a_finding_is_shortened_to_what_breaks_the_same_law_with_the_fewest_enrichers(
    planted,
) -> None:
    planted(lock_beside_redaction)
    finding = found_by(broken_anywhere, TELEGRAM)
    assert finding is not None
    short = shortened(finding)
    assert short.broken.kind == finding.broken.kind
    assert short.broken.enrichers == ("redactions",)
    assert b"lock" in short.data
    assert len(short.data) < len(TELEGRAM) / 5


def test_a_finding_is_kept_under_a_name_that_says_which_law(tmp_path) -> None:
    finding = Finding(b"t,s\n", Broken("law-2-KeyError", "raises in read: 'x'"))
    path = finding.keep(tmp_path / "crashes")
    assert path.name.startswith("law-2-keyerror-")
    assert path.read_bytes() == b"t,s\n"
    other = Finding(b"t,s", finding.broken)
    assert other.keep(tmp_path / "crashes") != path
