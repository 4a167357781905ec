"""The cable: JSON form, schema errors, views."""

import copy
import gc
import json
import pickle
from datetime import UTC, date, datetime
from typing import Any

import attrs
import pytest

from cableparse import (
    HEADER_VALUE,
    PARAGRAPH_NUMBER,
    Cable,
    Defect,
    FrozenMap,
    Parser,
    Repair,
    SchemaError,
    Span,
    TextMap,
    from_dict,
)

TEXT = """\
VZCZCXRO0042
RR RUEHNY
DE RUEHNY #0012/01 1351745
ZNR UUUUU ZZH
R 141745Z MAY 08
FM AMEMBASSY OSLO
TO RUEHC/SECSTATE WASHDC PRIORITY 0815
INFO RUEHSM/AMEMBASSY STOCKHOLM 0010

C O N F I D E N T I A L SECTION 01 OF 02 OSLO 000012

SIPDIS

E.O. 12958: DECL: 05/14/2018
TAGS: EWWT, ETRD, NO
SUBJECT: LOCKS

REF: A. 07 OSLO 11
     B. LARSEN E-MAIL

Classified By: DCM Kari Larsen for reasons 1.4 (b) and (d).

1. (C) SUMMARY: The lock XXXXXXXXXXXX is shut. END SUMMARY.

2. (U) Boats wait.

LARSEN
"""
CABLE = Parser(autoload="bundled").parse(TEXT, format="telegram")


def through_json(cable: Cable) -> Any:
    return json.loads(json.dumps(cable.to_dict()))


def test_a_cable_comes_back_from_json() -> None:
    assert from_dict(through_json(CABLE)) == CABLE


def test_the_views_are_for_other_readers_and_passed_over() -> None:
    data = CABLE.to_dict(views=True)
    assert set(data["views"]) >= {"title", "headings", "paragraphs", "summary", "comment", "text"}
    assert from_dict(data) == CABLE


def test_the_json_form_has_plain_values() -> None:
    data = through_json(CABLE)
    assert data == CABLE.to_dict()
    assert data["mrn"] == {"id": "08OSLO12", "year": 2008, "post": "OSLO", "serial": 12}
    assert data["sent_at"] == "2008-05-14T17:45:00+00:00"
    assert data["declassify_on"] == "2018-05-14"
    assert data["segments"][0]["span"][0] == 0
    assert "text" not in data["segments"][0]


@pytest.mark.parametrize(
    "value",
    [None, date(2018, 5, 14), "WITHDRAWAL OF THE FERRY", "20180514", "2018-W20-1", "2018-05-14"],
)
def test_a_date_stays_a_date_and_an_event_an_event(value: date | str | None) -> None:
    cable = attrs.evolve(CABLE, declassify_on=value)
    again = from_dict(through_json(cable))
    assert again.declassify_on == value
    assert type(again.declassify_on) is type(value)


def test_a_time_stays_aware() -> None:
    assert from_dict(through_json(CABLE)).sent_at == datetime(2008, 5, 14, 17, 45, tzinfo=UTC)


SEVENTIES = Parser(autoload="bundled").parse(
    """\
PAGE 01 STATE 000012
ORIGIN EUR-08
INFO OCT-01 SS-14 /023 W
DRAFTED BY EUR/NE:KVIK:AB
APPROVED BY EUR:ALUND
L:BVIK
------------------076325 141806Z /40
O 141745Z MAY 79
FM SECSTATE WASHDC
TO AMEMBASSY OSLO
C O N F I D E N T I A L STATE 000012
E.O. 12065: RDS-1 5/14/99 (LUND, ADA)
TAGS: ETRD
SUBJECT: LOCKS
REF: USCINCEUR 131345Z MAY 79; OSLO A-50
1. SHUT.
""",
    format="telegram",
)
OF_SCHEMA_2 = frozenset(
    {"relay", "distribution", "drafted_by", "approved_by", "cleared_by", "declassification"}
)


def test_the_fields_of_the_seventies_come_back() -> None:
    data = through_json(SEVENTIES)
    assert all(data[key] for key in OF_SCHEMA_2)
    assert data["distribution"][0]["role"] == "origin"
    assert data["relay"]["filed_at"] == "1979-05-14T18:06:00+00:00"
    assert data["declassification"]["on"] == "1999-05-14"
    assert [one["kind"] for one in data["references"]] == ["cable", "airgram"]
    assert from_dict(data) == SEVENTIES


def test_a_cable_of_schema_1_is_read() -> None:
    data = through_json(CABLE)
    older = {key: value for key, value in data.items() if key not in OF_SCHEMA_2} | {"schema": 1}
    for reference in older["references"]:
        del reference["sent_at"]
    assert from_dict(older) == CABLE


def test_an_empty_cable_comes_back() -> None:
    cable = Cable(source=attrs.evolve(CABLE.source, text=""), format="telegram", segments=())
    assert from_dict(through_json(cable)) == cable


@pytest.mark.parametrize(
    "data", [None, [], "x", {}, {"schema": 0}, {"schema": 3}, {"schema": "1"}, {"schema": None}]
)
def test_another_schema_is_refused(data: Any) -> None:
    with pytest.raises(SchemaError, match="schema"):
        from_dict(data)


def changed(**values: object) -> dict[str, Any]:
    return {**through_json(CABLE), **values}


def repair(read: str) -> dict[str, Any]:
    """The JSON form of a repair of a paragraph's number."""
    start = TEXT.index("2. (U)")
    said = {"code": "paragraph.number", "printed": "2.", "reason": "", "plugin": "paragraphs"}
    return {**said, "span": [start, start + 2], "read": read}


def test_a_repaired_number_is_read_back() -> None:
    cable = from_dict(changed(repairs=[repair(read="3")]))
    assert [paragraph.number for paragraph in cable.paragraphs] == [1, 3]


@pytest.mark.parametrize(
    "data",
    [
        {"schema": 1},
        changed(source=None),
        changed(source={"text": TEXT}),
        changed(source=[]),
        changed(segments=None),
        changed(segments=[1]),
        changed(segments=[[]]),
        changed(segments=[{"kind": "tags", "layer": "content", "span": [3, 1]}]),
        changed(segments=[{"kind": "tags", "layer": "content", "span": [3]}]),
        changed(segments=[{"kind": "tags", "layer": "content", "span": "ab"}]),
        changed(segments=[{"kind": "tags", "layer": "content", "span": {}}]),
        changed(segments=[{"kind": "no-kind", "layer": "content", "span": [0, 1]}]),
        changed(segments=[{"kind": "tags", "layer": "no-layer", "span": [0, 1]}]),
        changed(segments=[{"span": [0, 1]}]),
        changed(sent_at="yesterday"),
        changed(sent_at=12),
        changed(sent_at="2008-05-14T17:45:00"),
        changed(mrn={"id": "08OSLO12"}),
        changed(mrn="08OSLO12"),
        changed(mrn={"year": 2008, "post": "OSLO", "serial": "/../../../x"}),
        changed(mrn={"year": 2008, "post": "OSLO", "serial": True}),
        changed(mrn={"year": 2008, "post": "OSLO", "serial": -12}),
        changed(mrn={"year": 2008.0, "post": "OSLO", "serial": 12}),
        changed(mrn={"year": 20080, "post": "OSLO", "serial": 12}),
        changed(mrn={"year": 2008, "post": ["OSLO"], "serial": 12}),
        changed(classification="COSMIC"),
        changed(precedence="SLOW"),
        changed(sections="many"),
        changed(sections="2"),
        changed(sections=2.5),
        changed(sections=True),
        changed(format=["telegram"]),
        changed(captions=[12]),
        changed(metadata={"subject": ["LOCKS"]}),
        changed(repairs=[repair(read="two")]),
        changed(repairs=[repair(read="")]),
        changed(repairs=[repair(read="2" * 5000)]),
        changed(tags=[{"code": "ETRD"}]),
        changed(tags=12),
        changed(metadata=[]),
        changed(metadata=12),
        changed(evidence={"mrn": {"how": "guessed", "spans": []}}),
        changed(evidence=[1]),
        changed(transmission=12),
        changed(declassify_on=12),
        changed(declassify_on=[]),
        changed(declassify_on={"event": ["WITHDRAWAL"]}),
        changed(defects=[{"message": "no code"}]),
    ],
    ids=lambda data: json.dumps({k: v for k, v in data.items() if v != through_json(CABLE).get(k)})[
        :60
    ],
)
def test_what_is_no_cable_is_a_schema_error(data: dict[str, Any]) -> None:
    with pytest.raises(SchemaError, match="no cable"):
        from_dict(data)


@pytest.mark.parametrize(
    "spans",
    [[[0, 5]], [[0, 5], [9, len(TEXT)]], [[0, 9], [5, len(TEXT)]], [[0, len(TEXT) + 5]]],
    ids=["short", "gap", "overlap", "beyond"],
)
def test_segments_that_do_not_cover_the_text_are_a_schema_error(spans: list[list[int]]) -> None:
    segments = [{"kind": "text", "layer": "content", "span": span} for span in spans]
    with pytest.raises(SchemaError):
        from_dict(changed(segments=segments))


def test_a_cable_can_not_be_changed() -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        CABLE.subject = "x"  # type: ignore[misc]


def test_a_cable_copies_and_pickles() -> None:
    assert pickle.loads(pickle.dumps(CABLE)) == copy.deepcopy(CABLE) == CABLE


def test_equal_cables_hash_alike() -> None:
    assert hash(from_dict(through_json(CABLE))) == hash(CABLE)


def test_a_cables_repr_is_short_whatever_its_text() -> None:
    assert len(repr(attrs.evolve(CABLE.source, text="x" * 10_000))) < 400


def test_the_views_read_the_body() -> None:
    assert [paragraph.number for paragraph in CABLE.paragraphs] == [1, 2]
    assert CABLE.summary == "The lock XXXXXXXXXXXX is shut."
    assert CABLE.comment is None
    assert CABLE.title == "Locks"
    assert CABLE.headings == ()
    assert CABLE.text.endswith("Boats wait.")


VIEWED = Parser(autoload="bundled", also=["typography"]).parse(
    """\
SUBJECT: (U) OSLO,S LOCKS AND
         THE OLD-
LINE FERRY

Summary
-------

1. (U) The lock, said XXXXXXXXXXXX, is &shut8
and the quay

OSLO 00000012  002 OF 002

is dry.

2. (U) It rained. End Summary.

THE PLANT &word8
----------------

3. (U) COMMENT: The post,s view
is &grim8. END COMMENT.
""",
    format="telegram",
)


def printed(text: str | None, text_map: TextMap | None) -> str:
    """What stands where each character of a view leads to."""
    assert text is not None
    assert text_map is not None
    source = VIEWED.source.text
    return "".join(source[text_map.source(offset)] for offset in range(len(text)))


def test_every_character_of_a_summary_leads_back_through_repairs_and_furniture() -> None:
    assert (
        VIEWED.summary == "The lock, said XXXXXXXXXXXX, is “shut” and the quay is dry.\nIt rained."
    )
    assert printed(VIEWED.summary, VIEWED.summary_map) == (
        "The lock, said XXXXXXXXXXXX, is &shut8\nand the quay\nis dry.\nIt rained."
    )


def test_every_character_of_a_comment_leads_back() -> None:
    assert VIEWED.comment == "The post’s view is “grim”."
    assert printed(VIEWED.comment, VIEWED.comment_map) == "The post,s view\nis &grim8."


def test_every_character_of_a_title_and_its_subject_leads_back() -> None:
    assert VIEWED.title == "Oslo,S Locks and the Old-Line Ferry"
    found = printed(VIEWED.title, VIEWED.title_map)
    assert found == "OSLO,S LOCKS AND\nTHE OLD-LINE FERRY"
    assert found.replace("\n", " ") == VIEWED.subject


def test_every_character_of_a_repaired_heading_leads_back() -> None:
    heading = VIEWED.headings[1]
    assert heading.text == "THE PLANT “word”"
    assert printed(heading.text, heading.text_map) == "THE PLANT &word8"


def test_every_character_of_the_text_leads_back() -> None:
    found = printed(VIEWED.text, VIEWED.text_map)
    assert found.startswith("Summary\n\nThe lock, said")
    assert found.endswith("THE PLANT &word8\n\nCOMMENT: The post,s view\nis &grim8. END COMMENT.")


def test_a_view_that_is_none_has_no_map() -> None:
    cable = Parser(autoload="bundled").parse("1. (U) Boats.\n", format="telegram")
    assert (cable.title, cable.summary, cable.comment) == (None, None, None)
    assert (cable.title_map, cable.summary_map, cable.comment_map) == (None, None, None)


def test_a_subject_that_stands_nowhere_has_no_map() -> None:
    cable = attrs.evolve(VIEWED, subject="KEYS", evidence=FrozenMap({}))
    assert cable.title == "Keys"
    assert cable.title_map is None


def test_a_cable_without_subject_has_no_title() -> None:
    assert attrs.evolve(CABLE, subject=None).title is None


def parsed() -> Cable:
    return Parser(autoload="bundled").parse(TEXT, format="telegram")


@pytest.mark.parametrize("made", [parsed, lambda: from_dict(parsed().to_dict())])
def test_an_attribute_that_there_is_not_is_named_whatever_made_the_cable(made) -> None:
    cable = made()
    with pytest.raises(AttributeError, match=r"\Aa Cable has no 'sbuject'\Z"):
        cable.sbuject  # noqa: B018
    assert not hasattr(cable, "sbuject")
    assert copy.copy(cable) == pickle.loads(pickle.dumps(cable)) == cable


def test_values_are_made_when_somebody_asks() -> None:
    cable = parsed()
    made = cable.action
    assert cable.action is made
    assert [addressee.mcn for addressee in made] == ["0815"]
    assert cable.evidence["action"].spans == tuple(addressee.span for addressee in made)


# `1O15` is a repair, entry B a defect.
ODD = TEXT.replace("PRIORITY 0815", "PRIORITY 1O15").replace("B. LARSEN", "C. LARSEN")
DEFECT = Defect(code="mail.late", message="late", span=None, plugin="mail")


def odd() -> Cable:
    return Parser(autoload="bundled").parse(ODD, format="telegram")


def unasked(cable: Cable) -> set[str]:
    """Give the fields whose slots nobody filled yet."""

    def is_empty(name: str) -> bool:
        try:
            vars(Cable)[name].__get__(cable)
        except AttributeError:
            return True
        return False

    return {one.name for one in attrs.fields(Cable) if is_empty(one.name)}


def test_a_parsed_cable_has_read_no_list_yet() -> None:
    assert {"action", "tags", "references", "classifiers", "defects"} <= unasked(odd())


def test_defects_are_added_behind_the_cables_own_each_once() -> None:
    own = odd().defects
    assert own
    cable = odd().with_defects(DEFECT, DEFECT, own[0])
    assert cable.defects == (*own, DEFECT)


@pytest.mark.parametrize("cable", [odd(), from_dict(through_json(odd()))], ids=["read", "JSON"])
def test_added_defects_are_added_once(cable: Cable) -> None:
    once = cable.with_defects(DEFECT)
    assert once.with_defects(DEFECT) == once
    assert once.defects[-1] == DEFECT
    assert once.with_defects(DEFECT) is once
    assert DEFECT not in cable.defects


def test_no_defect_to_add_gives_the_cable_back() -> None:
    assert CABLE.with_defects() is CABLE


def test_adding_a_defect_makes_none_of_the_cables_own() -> None:
    cable = odd()
    changed = cable.with_defects(DEFECT)
    assert "defects" in unasked(cable) & unasked(changed)
    assert changed.evolve(origin="AMEMBASSY BERGEN").defects[-1] == DEFECT


def test_the_repairs_of_a_code_are_those_of_this_code() -> None:
    other = Repair(
        span=Span(0, 1), code="mail.word", printed="V", read="W", reason="torn", plugin="mail"
    )
    cable = odd().evolve(repairs=(*odd().repairs, other))
    assert cable.repairs_of("mail.word") == (other,)
    assert cable.repairs_of(HEADER_VALUE) == odd().repairs
    assert cable.repairs_of(PARAGRAPH_NUMBER) == ()


def test_asking_for_an_enrichers_repairs_makes_none_of_the_headers() -> None:
    cable = Parser(autoload="bundled", enrich=False).parse(ODD, format="telegram")
    assert cable.repairs_of(PARAGRAPH_NUMBER) == ()
    assert "repairs" in unasked(cable)
    assert cable.repairs_of(HEADER_VALUE) == cable.repairs


def test_a_cable_leaves_nothing_to_the_garbage_collector() -> None:
    parser = Parser(autoload="bundled")

    def read() -> None:
        parser.parse(TEXT, format="telegram")
        cable = parser.parse(ODD, format="telegram")
        _ = cable.defects, cable.repairs, cable.evidence["action"], cable.references
        _ = cable.segments, cable.to_dict(views=True)

    read()  # once for what is made the first time
    gc.collect()
    gc.disable()
    try:
        read()
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_an_unasked_cable_is_the_same_as_an_asked_one() -> None:
    asked, other = parsed(), parsed()
    assert (asked.action, asked.info, asked.tags) != ((), (), ())
    assert asked == other
    assert hash(asked) == hash(parsed())
    assert repr(asked) == repr(parsed())
    assert pickle.loads(pickle.dumps(parsed())) == asked
    assert copy.copy(parsed()) == copy.deepcopy(parsed()) == asked


@pytest.mark.parametrize(
    "changes",
    [{}, {"defects": ()}, {"tags": ()}, {"metadata": {"origin": "Embassy Oslo"}}],
    ids=["none", "plain", "late", "converted"],
)
@pytest.mark.parametrize("cable", [parsed(), from_dict(through_json(CABLE))], ids=["read", "JSON"])
def test_a_changed_cable_is_that_of_attrs(cable: Cable, changes: dict[str, Any]) -> None:
    expected = attrs.evolve(CABLE, **changes)
    changed = cable.evolve(**changes)
    assert changed == expected
    assert changed.evolve() == expected
    assert changed.evolve(origin="AMEMBASSY BERGEN") == attrs.evolve(
        expected, origin="AMEMBASSY BERGEN"
    )
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        changed.origin = None  # type: ignore[misc]


def test_a_cable_has_no_field_but_its_own() -> None:
    with pytest.raises(TypeError):
        CABLE.evolve(routing=())
    with pytest.raises(AttributeError, match="no 'routing'"):
        CABLE.routing  # type: ignore[attr-defined]  # noqa: B018
