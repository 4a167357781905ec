"""The JSON Schema of a cable: shipped as it is made, true of every cable, refusing all else."""

import copy
import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import attrs
import pytest
from jsonschema import Draft202012Validator

import cableparse
from cableparse import (
    MRN,
    Addressee,
    Cable,
    Classification,
    Classifier,
    Declassification,
    DeclassificationKind,
    Defect,
    DistributionRole,
    Evidence,
    Filed,
    Office,
    Parser,
    Precedence,
    Provenance,
    Redaction,
    Reference,
    ReferenceKind,
    Relay,
    Repair,
    Segment,
    SegmentKind,
    Source,
    Span,
    Tag,
    TagKind,
    Transmission,
    from_dict,
    json_schema,
)
from cableparse.cli import main
from cableparse.model import jsonform
from cableparse.testing import (
    DAMAGE,
    DamageError,
    damage,
    drafts,
    drafts_of_seventies,
    golden_of,
    render,
    render_seventies,
)
from commands import invoke
from conftest import SPECIMENS
from schemas.__main__ import TARGET, written
from schemas.documented import documented, plain
from schemas.types import Types

SCHEMA = json_schema()
VALIDATOR = Draft202012Validator(SCHEMA)
COMMAND = "python -m schemas"


def wrong(data: object) -> list[str]:
    return [error.json_path for error in VALIDATOR.iter_errors(data)]


# ---------------------------------------------------------------- the file


def test_the_shipped_file_is_what_the_types_and_the_documentation_say():
    assert TARGET.read_text(encoding="utf-8") == written(), f"write it anew with: {COMMAND}"


def test_it_is_a_schema_of_draft_2020_12():
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(SCHEMA)


def test_its_number_is_the_one_that_is_written_and_read():
    data = cableparse.read(SPECIMENS / "clean.txt").to_dict()
    assert SCHEMA["properties"]["schema"]["const"] == data["schema"]
    assert SCHEMA["$id"] == f"urn:cableparse:cable:{data['schema']}"
    assert data["schema"] == max(jsonform._READABLE)
    assert TARGET.name == f"cable-{data['schema']}.schema.json"


def test_each_call_gives_an_object_of_its_own():
    json_schema()["properties"].clear()
    assert json_schema() == SCHEMA


def test_the_command_prints_it():
    result = invoke(main, "schema")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == TARGET.read_text(encoding="utf-8")


def objects(schema: object, at: str = "$") -> Iterator[tuple[str, dict[str, Any]]]:
    """Give every object's properties in the schema, with where they stand."""
    if isinstance(schema, dict):
        if isinstance(schema.get("properties"), dict):
            yield at, schema["properties"]
        for key, value in schema.items():
            yield from objects(value, f"{at}.{key}")
    elif isinstance(schema, list):
        for item in schema:
            yield from objects(item, at)


def test_every_field_and_every_type_is_described():
    dumb = [
        f"{at}.{name}"
        for at, properties in objects(SCHEMA)
        for name, schema in properties.items()
        if not schema.get("description") and name != "event"
    ]
    assert dumb == []
    assert [name for name, schema in SCHEMA["$defs"].items() if not schema["description"]] == []


def test_no_description_has_the_marks_of_a_page():
    text = json.dumps(SCHEMA)
    assert "](" not in text
    assert "``" not in text
    assert "None" not in text


def test_keys_stand_in_the_order_in_which_they_are_written():
    data = cableparse.read(SPECIMENS / "clean.txt").to_dict(views=True)
    assert list(SCHEMA["properties"]) == list(data)
    assert SCHEMA["required"] == [key for key in data if key != "views"]
    assert list(SCHEMA["properties"]["views"]["properties"]) == list(data["views"])


# ---------------------------------------------------------------- what is valid


def test_every_golden_file_is_valid(specimen: Path):
    data = json.loads(golden_of(specimen).read_bytes())
    assert "views" in data
    assert wrong(data) == []


def copies() -> Iterator[cableparse.testing.Copy]:
    """Give drafted copies of both decades: clean ones, and each with one kind of damage."""
    kinds = {old: [n for n, one in DAMAGE.items() if one.seventies is old] for old in (False, True)}
    for make, sample, old in (
        (render, drafts, False),
        (render_seventies, drafts_of_seventies, True),
    ):
        for number, draft in enumerate(sample(seed=23, count=60)):
            clean = make(draft)
            yield clean
            try:
                yield damage(clean, kinds[old][number % len(kinds[old])], seed=number)
            except DamageError:
                continue


def test_drafted_cables_are_valid_with_and_without_views(parser: Parser):
    count = 0
    for one in copies():
        cable = parser.parse(one.data)
        for views in (False, True):
            assert wrong(json.loads(json.dumps(cable.to_dict(views=views)))) == []
        count += 1
    assert count > 160


def whole_cable() -> Cable:
    """Give a cable of which nothing is lost: each field of each type has a value."""
    span, moment = Span(0, 4), datetime(1979, 5, 8, 15, 30, 12, 5, tzinfo=UTC)
    mrn = MRN(year=1979, post="VALLETTA", serial=193)
    source = Source.of("1. (U) ROE said that \ufffd sank.\n", "ferry.txt")
    sender = Addressee(
        routing="RUEHVT", name="AMEMBASSY VALLETTA", precedence=Precedence.NIACT_IMMEDIATE,
        mcn="0127", excluded=("AMEMBASSY OSLO",), span=span,
    )  # fmt: skip
    return Cable(
        source=attrs.evolve(source, replaced=(21,)),
        format="telegram",
        metadata={"subject": "Ferries"},
        segments=(
            Segment(kind=SegmentKind.PARAGRAPH, span=Span(0, len(source.text)), text=source.text),
        ),
        mrn=mrn,
        transmission=Transmission(
            id="VZCZCXRO1", precedence=Precedence.ROUTINE, routing=("RUEHVT",), originator="RUEHVT",
            serial=193, filed=Filed(day=128, hour=15, minute=30), security="ZNR UUUUU ZZH",
            info_precedence=Precedence.FLASH, remarks="ZDK",
        ),
        relay=Relay(number="076325", filed_at=moment, copies=40, span=span),
        sent_at=moment,
        precedence=Precedence.ROUTINE,
        origin="AMEMBASSY VALLETTA",
        action=(sender,),
        info=(sender,),
        distribution=(Office(role=DistributionRole.ACTION, code="EUR", copies=8, span=span),),
        drafted_by=("ROE",),
        approved_by=("ROE",),
        cleared_by=("ROE",),
        classification=Classification.LIMITED_OFFICIAL_USE,
        captions=("SIPDIS",),
        sections=1,
        passing=("STATE FOR EUR",),
        executive_order="12065",
        declassify_on=date(1999, 6, 25),
        declassification=Declassification(
            text="RDS-1 6/25/99 (ROE, JANE)", kind=DeclassificationKind.REVIEW, categories=(1,),
            on=date(1999, 6, 25), authority="ROE, JANE", span=span,
        ),
        tags=(Tag(code="EWWT", kind=TagKind.SUBJECT, span=span),),
        subject="FERRIES",
        references=(
            Reference(
                label="A", kind=ReferenceKind.AIRGRAM, mrn=mrn, sent_at=moment, text="A-50",
                span=span,
            ),
        ),
        classifiers=(Classifier(name="Jane Roe", title="DCM", reasons=("1.4(b)",), span=span),),
        signers=("ROE",),
        decade=1970,
        redactions=(Redaction(span=span, code="redaction.x-run", printed="XXX", reason="run"),),
        repairs=(Repair(span=span, code="header.value", printed="O", read="0", reason="digit"),),
        defects=(Defect(code="text.garbled", message="garbled", span=span),),
        evidence={"mrn": Evidence(how=Provenance.PRINTED, spans=(span,))},
    )  # fmt: skip


def lost(data: object, at: str = "$") -> Iterator[str]:
    """Give where a value is null or empty, so that no schema was asked about it."""
    if data is None or data in ([], {}):
        yield at
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from lost(value, f"{at}.{key}")
    elif isinstance(data, list):
        for item in data:
            yield from lost(item, at)


def test_a_cable_of_which_nothing_is_lost_is_valid():
    data = whole_cable().to_dict()
    assert list(lost(data)) == []
    assert wrong(data) == []
    assert from_dict(data) == whole_cable()


def test_the_jsonl_exporters_line_is_valid(parser: Parser, tmp_path: Path):
    target = tmp_path / "cables.jsonl"
    with parser.exporter("jsonl").open(target) as writer:
        writer.write(parser.read(SPECIMENS / "clean.txt"))
    assert wrong(json.loads(target.read_bytes())) == []


def test_an_event_that_looks_like_a_date_is_valid_and_comes_back():
    cable = cableparse.read(SPECIMENS / "clean.txt").evolve(declassify_on="2019-05-08")
    data = cable.to_dict()
    assert wrong(data) == []
    assert from_dict(data).declassify_on == "2019-05-08"


def test_a_key_that_no_schema_names_is_let_through_as_the_reader_passes_over_it():
    data = {**cableparse.read(SPECIMENS / "clean.txt").to_dict(), "later": 1}
    assert wrong(data) == []
    assert isinstance(from_dict(data), Cable)


# ---------------------------------------------------------------- what is refused


def _delete(key: str) -> Callable[[dict[str, Any]], object]:
    return lambda data: data.pop(key)


def _put(*path: str | int, value: object) -> Callable[[dict[str, Any]], object]:
    def change(data: Any) -> None:
        for key in path[:-1]:
            data = data[key]
        data[path[-1]] = value

    return change


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (_delete("mrn"), "$"),
        (_delete("source"), "$"),
        (_put("schema", value=1), "$.schema"),
        (_put("schema", value="2"), "$.schema"),
        (_put("mrn", value="09DUBLIN361"), "$.mrn"),
        (_put("mrn", "year", value="2009"), "$.mrn"),
        (_put("mrn", value={"year": 2009, "post": "DUBLIN", "serial": 361}), "$.mrn"),
        (_put("sent_at", value="27 August 2009"), "$.sent_at"),
        (_put("sent_at", value="2009-08-27T11:08:00"), "$.sent_at"),
        (_put("precedence", value="SLOW"), "$.precedence"),
        (_put("sections", value="2"), "$.sections"),
        (_put("declassify_on", value={"event": "the end"}), "$.declassify_on"),
        (_put("declassify_on", value=2019), "$.declassify_on"),
        (_put("tags", value=["ETRD"]), "$.tags[0]"),
        (_put("tags", value=None), "$.tags"),
        (_put("segments", 0, "kind", value="prose"), "$.segments[0].kind"),
        (_put("segments", 0, "span", value=[0]), "$.segments[0].span"),
        (_put("segments", 0, "span", value=[0, 1, 2]), "$.segments[0].span"),
        (_put("segments", 0, "span", value=[-1, 2]), "$.segments[0].span[0]"),
        (_put("segments", 0, "span", value={"start": 0, "end": 1}), "$.segments[0].span"),
        (_put("metadata", value={"subject": 3}), "$.metadata.subject"),
        (_put("evidence", "mrn", value="printed"), "$.evidence.mrn"),
        (_put("views", value={}), "$.views"),
        (_put("views", "paragraphs", 0, "number", value="1."), "$.views.paragraphs[0].number"),
    ],
)
def test_a_wrong_object_is_refused_where_it_is_wrong(
    change: Callable[[dict[str, Any]], object], where: str
):
    data = json.loads(golden_of(SPECIMENS / "clean.txt").read_bytes())
    changed = copy.deepcopy(data)
    change(changed)
    assert wrong(data) == []
    assert set(wrong(changed)) == {where}


@pytest.mark.parametrize("data", [None, [], "cable", {}])
def test_what_is_no_cable_at_all_is_refused(data: object):
    assert wrong(data)


# ---------------------------------------------------------------- how it is made


def test_a_type_without_a_rule_is_refused():
    with pytest.raises(TypeError, match="no rule says how <class 'complex'> is written"):
        Types({}).schema_of(complex)


@attrs.frozen
class Ticket:
    """A ticket, for one ferry.

    It has more to say.
    """

    day: date | None
    boards: datetime
    seats: tuple[int, ...] = ()


def test_a_type_is_an_object_with_the_documented_meaning_of_each_field():
    said = {"day": "when", "boards": "when, to the minute", "seats": "where"}
    schema = Types({"Ticket": said}).object_of(Ticket, leave_out=["boards"])
    assert schema["description"] == "A ticket, for one ferry."
    assert schema["required"] == ["day", "seats"]
    assert schema["properties"]["day"]["type"] == ["string", "null"]
    assert schema["properties"]["seats"] == {
        "description": "where",
        "type": "array",
        "items": {"type": "integer"},
    }


def test_a_field_that_is_not_documented_is_an_error():
    with pytest.raises(KeyError, match="seats"):
        Types({"Ticket": {"day": "when", "boards": "when"}}).object_of(Ticket)


def test_meanings_are_read_by_section_and_name(tmp_path: Path):
    page = tmp_path / "page.md"
    page.write_text("| `a` | above |\n\n## One\n\n| field | meaning |\n|---|---|\n| `a` | it |\n")
    assert documented(page) == {"One": {"a": "it"}, "": {"a": "above"}}


def test_marks_of_a_page_are_left_out():
    assert plain(r"[here](there.md), `a \| b` or None") == "here, `a | b` or null"
