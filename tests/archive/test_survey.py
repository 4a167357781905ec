"""What a survey counts."""

import json
import pickle
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import pytest

import cableparse
from cableparse import (
    Cable,
    Defect,
    Evidence,
    Failure,
    Layer,
    Member,
    Parser,
    Provenance,
    Sample,
    SegmentKind,
    Survey,
    UnclaimedError,
    Words,
    survey,
)  # fmt: skip
from cableparse.archive.survey import FIELDS
from cableparse.testing import Fault, InventedDocument, invented_archive, write_folder, write_zip


@cache  # not when the tests are collected, which every process does
def invented() -> list[InventedDocument]:
    return list(invented_archive(120, seed=8, faults=0.1))


CABLE = """\
R 141745Z MAY 08
FM AMCONSUL HALIFAX
TO SECSTATE WASHDC
UNCLAS HALIFAX 000047
SIPDIS
E.O. 12958: N/A
TAGS: ETRD, QQQZ, CA
SUBJECT: FERRIES

1. (U) They run late, XXXXXXXXXXXX said.

14. (U) XXXXXXXXXXXX was not asked.

MARROWBY
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("archive")
    write_folder(invented(), target)
    return target


@pytest.fixture(scope="module")
def results(parser: Parser, folder: Path) -> list[Cable | Failure]:
    return list(parser.scan(folder))


@pytest.fixture(scope="module")
def whole(results: list[Cable | Failure]) -> Survey:
    return counted(results)


def counted(results: list[Cable | Failure]) -> Survey:
    found = Survey()
    for result in results:
        found.add(result)
    return found


def test_of_nothing_all_counts_are_nought():
    data = Survey().to_dict()
    assert (data["documents"], data["read"], data["failed"], data["sample"]) == (0, 0, 0, None)
    assert (data["formats"], data["text"]) == ({}, {"content": {}, "furniture": {}})
    assert set(data["fields"]) == set(FIELDS)
    assert data["fields"]["mrn"] == {"present": 0, "printed": 0, "metadata": 0, "derived": 0}


# ---------------------------------------------------------------- one cable


@pytest.fixture
def one(parser: Parser) -> Survey:
    return counted([parser.parse(CABLE, name="halifax.txt")])


def test_a_cable_is_counted_by_format_decade_year_and_encoding(one: Survey):
    assert (one.read, one.failed) == (1, 0)
    assert list(one.formats) == ["telegram"]
    assert list(one.decades) == ["2000"]
    assert list(one.years) == ["2008"]
    assert list(one.encodings) == ["utf-8"]
    assert one.formats["telegram"].example == "halifax.txt"


def test_defects_repairs_and_redactions_are_counted_by_code(parser: Parser, one: Survey):
    assert one.redactions["redaction.x-run"].documents == 1
    assert one.redactions["redaction.x-run"].times == 2
    assert list(one.defects) == ["paragraph.missing"]
    assert one.defects["paragraph.missing"].example == "halifax.txt"
    renumbered = CABLE.replace("1. (U)", "¶1. (U)", 1).replace("14. (U)", "12. (U)")
    assert list(counted([parser.parse(renumbered)]).repairs) == ["paragraph.number"]


def test_words_are_counted_as_the_vocabulary_knows_them(one: Survey):
    assert list(one.tags.known) == ["CA", "ETRD"]
    assert list(one.tags.unknown) == ["QQQZ"]
    assert list(one.posts.known) == ["HALIFAX"]
    assert list(one.captions.known) == ["SIPDIS"]
    assert len(one.posts.unknown) == len(one.captions.unknown) == 0


def test_a_post_is_counted_under_its_one_name_and_one_that_is_none_as_unknown(parser: Parser):
    found = counted(
        [
            parser.parse(CABLE.replace("HALIFAX 000047", f"{post} 000047"), name=f"{post}.txt")
            for post in ("SECSTATE", "STATE", "NOWHEREATALL")
        ]
    )
    assert found.posts.known["STATE"].documents == 2
    assert list(found.posts.unknown) == ["NOWHEREATALL"]
    assert found.posts.unknown["NOWHEREATALL"].example == "NOWHEREATALL.txt"


def test_a_caption_that_no_table_has_is_unknown(parser: Parser):
    cable = parser.parse(CABLE).evolve(captions=("SIPDIS", "LAMPDIS"))
    found = counted([cable])
    assert (list(found.captions.known), list(found.captions.unknown)) == (["SIPDIS"], ["LAMPDIS"])


@pytest.mark.parametrize(
    ("lines", "unknown"),
    [
        ("SIPDIS\nLAMPDIS", ["LAMPDIS"]),
        ("LAMPDIS", ["LAMPDIS"]),
        ("SIPDIS LAMPDIS", ["LAMPDIS"]),
        ("SIPDIS\nLAMPDIS, WICKDIS\nLAMPDIS", ["LAMPDIS", "WICKDIS"]),
        ("SIPDIS\nSTATE FOR LANDIS", []),
        ("ADDIS ABABA FOR REO", []),
        ("SIPDIS\nTREASURY FOR OFAC", []),
        ("SIPDIS\nOFAC", []),
    ],
)
def test_a_line_of_captions_is_counted_where_no_table_has_them(
    parser: Parser, lines: str, unknown: list[str]
):
    found = counted([parser.parse(CABLE.replace("SIPDIS", lines))])
    assert list(found.captions.unknown) == unknown
    assert all(count.times == 1 for _, count in found.captions.unknown.most_common())


def test_a_cable_without_number_and_date_has_no_year_and_no_post(parser: Parser):
    found = counted([parser.parse("TAGS: ETRD\nSUBJECT: FERRIES\n", format="telegram")])
    assert list(found.years) == ["unknown"]
    assert list(found.decades) == ["unknown"]
    assert len(found.posts.known) == len(found.posts.unknown) == 0


def test_the_text_is_counted_by_layer_and_kind_to_the_last_character(parser: Parser, one: Survey):
    assert one.text.total() == len(CABLE)
    assert one.text[Layer.CONTENT, SegmentKind.TAGS] == len("TAGS: ETRD, QQQZ, CA\n")


def test_where_wrapping_and_telegram_disagree_is_counted_by_field(parser: Parser):
    dump = f"09OSLO1\nFerries\nThu May 15 00:00:00 +0200 2008\nSECRET\nConsulate Halifax\n{CABLE}"
    found = counted([parser.parse(dump, name="dump.txt")])
    assert set(found.conflicts) == {"mrn", "classification"}
    assert found.conflicts["mrn"].example == "dump.txt"
    assert found.defects["metadata.conflict"].times == 2


def test_a_conflict_that_a_plugin_words_otherwise_is_another(parser: Parser):
    mine = Defect(code="metadata.conflict", message="no, it was Tuesday", plugin="mine")
    found = counted([parser.parse(CABLE).evolve(defects=(mine, mine))])
    assert (list(found.conflicts), found.conflicts["another"].times) == (["another"], 2)


def test_evidence_of_a_field_that_is_none_of_the_headers_is_not_counted(parser: Parser):
    cable = parser.parse(CABLE)
    how = Evidence(how=Provenance.DERIVED)
    more = attrs.evolve(cable, evidence={**cable.evidence, "mood": how})
    assert counted([more]).values == counted([cable]).values


# ---------------------------------------------------------------- an archive


def test_every_document_is_counted_once(whole: Survey):
    lost = Counter(one.fault for one in invented() if one.draft is None)
    assert whole.failed == lost.total() > 2
    assert whole.read + whole.failed == len(invented())
    assert whole.failures["UnclaimedError"].documents == lost[Fault.NO_CABLE]
    assert whole.failures["EmptyInputError"].documents == lost[Fault.EMPTY]
    formats = Counter(one.format for one in invented() if one.format)
    assert {name: count.documents for name, count in whole.formats.most_common()} == formats


def test_a_field_is_present_as_often_as_the_cables_have_it(
    whole: Survey, results: list[Cable | Failure]
):
    for name in FIELDS:
        having = sum(isinstance(r, Cable) and getattr(r, name) not in {None, ()} for r in results)
        assert whole.present(name) == having, name
    assert whole.values["subject", Provenance.METADATA]
    assert whole.values["sections", Provenance.DERIVED]


def test_the_fields_are_all_that_a_header_has():
    assert (FIELDS[0], FIELDS[-1], len(FIELDS)) == ("mrn", "signers", 24)


def test_surveys_of_parts_merge_to_the_survey_of_the_whole(
    whole: Survey, results: list[Cable | Failure]
):
    merged = Survey()
    for at in range(0, len(results), 25):
        part = pickle.loads(pickle.dumps(counted(results[at : at + 25])))
        merged.merge(part)
    assert merged == whole
    assert merged.to_dict() == whole.to_dict()


def test_every_count_takes_part_in_a_merge(whole: Survey):
    merged = Survey()
    merged.merge(whole)
    merged.merge(whole)
    for field in attrs.fields(Survey):
        once, twice = getattr(whole, field.name), getattr(merged, field.name)
        if isinstance(once, Words):
            once, twice = once.known, twice.known
        if isinstance(once, int):
            assert twice == 2 * once
        elif isinstance(once, Counter):
            assert twice.total() == 2 * once.total() > 0
        elif once is not None:
            assert [c.times for _, c in twice.most_common()] == [
                2 * c.times for _, c in once.most_common()
            ]
            assert len(once), field.name


def test_its_form_is_json(whole: Survey):
    data = json.loads(json.dumps(whole.to_dict()))
    assert data == whole.to_dict()
    assert data["survey"] == 1
    assert list(data["defects"]) == list(whole.defects)
    assert set(data["tags"]) == {"known", "unknown", "others"}
    assert sum(data["text"]["content"].values()) + sum(data["text"]["furniture"].values()) == (
        whole.text.total()
    )


# ---------------------------------------------------------------- the function


def test_paths_are_read_and_counted(parser: Parser, folder: Path, whole: Survey):
    assert survey(folder, parser=parser) == whole
    assert survey([folder / "notes", folder / "2003"], parser=parser).read < whole.read


def test_without_a_parser_the_installed_plugins_read(folder: Path):
    assert survey(str(folder / "2003")).read == sum(one.name[:4] == "2003" for one in invented())


def test_a_format_is_forced_on_every_input(parser: Parser, folder: Path):
    found = survey(folder / "2003", parser=parser, format="telegram")
    assert list(found.formats) == ["telegram"]


def test_a_sample_says_that_it_is_one(parser: Parser, folder: Path):
    found = survey(folder, sample=20, seed=4, parser=parser)
    assert found.read + found.failed == 20
    assert found.to_dict()["sample"] == {"size": 20, "of": 120, "seed": 4}
    assert found == survey(folder, sample=20, seed=4, parser=parser)
    assert found != survey(folder, sample=20, seed=5, parser=parser)


def test_a_sample_is_drawn_before_anything_is_parsed(
    parser: Parser, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    parsed: list[str] = []
    usual = Parser.read_member

    def spied(self: Parser, member: Member, **options: Any) -> Cable:
        parsed.append(member.name)
        return usual(self, member, **options)

    monkeypatch.setattr(Parser, "read_member", spied)
    survey(folder, sample=7, parser=parser)
    assert len(parsed) == 7


def test_a_sample_is_drawn_from_the_documents_in_an_archive(parser: Parser, tmp_path: Path):
    path = tmp_path / "archive.zip"
    write_zip(invented_archive(30, seed=3, faults=0), path)
    found = survey(path, sample=4, seed=1, parser=parser)
    assert found.sample == Sample(size=4, of=30, seed=1)
    assert found.read == 4


def test_a_missing_path_is_counted_beside_the_sample(parser: Parser, folder: Path):
    found = survey([folder, folder / "nowhere"], sample=5, parser=parser)
    assert found.failures["MissingInputError"].example == str(folder / "nowhere")
    assert found.sample is not None
    assert (found.sample.of, found.read + found.failed) == (120, 6)


def test_a_sample_of_nothing_is_refused(folder: Path):
    with pytest.raises(ValueError, match="a sample has one input or more"):
        survey(folder, sample=0)


def test_a_failure_is_counted_by_the_class_of_its_error():
    found = counted([Failure(name="a.txt", error=UnclaimedError("a.txt", "?"))] * 2)
    assert (found.read, found.failed) == (0, 2)
    assert found.failures["UnclaimedError"].documents == 2
    assert cableparse.Survey is Survey
