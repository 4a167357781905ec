"""The Web Annotation exporter: each annotation leads to what it is about."""

import io
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from any_cable import held_of_any_cable
from archives import CABLE, archive
from cableparse import Cable, Parser, export

PARSER = Parser(autoload="bundled")
EXPORTER = PARSER.exporter("webannotation")
MOTIVATIONS = {"identifying", "describing", "tagging", "commenting", "editing", "assessing"}
SEEDS = Path(__file__).parents[2] / "seeds"
TEXT = """\
R 141530Z FEB 08
UNCLAS HALIFAX 000012
TAGS: ETRD, CA
SUBJECT: FERRY RUNS LATE 🚢

¶1. (U) Ferry runs late.

12. (SBU) XXXXXXXXXXXX will watch.

LOCKS
-----

13. (U) It is late.
"""


def written(*given: Cable) -> str:
    stream = io.StringIO()
    with EXPORTER.open(stream) as writer:
        for cable in given:
            writer.write(cable)
    return stream.getvalue()


def page(*given: Cable) -> dict[str, Any]:
    return json.loads(written(*given))


def telegram(text: str, name: str = "a.txt") -> Cable:
    return PARSER.parse(text, format="telegram", name=name)


def kind_of(annotation: dict[str, Any]) -> str:
    return annotation["id"].split(":")[2]


def targets(annotation: dict[str, Any]) -> list[dict[str, Any]]:
    """Give the targets that are places: what stands nowhere has one without a selector."""
    target = annotation["target"]
    return [one for one in (target if isinstance(target, list) else [target]) if one["selector"]]


def places(annotation: dict[str, Any]) -> list[tuple[int, int]]:
    return [
        (one["start"], one["end"])
        for target in targets(annotation)
        for one in target["selector"]
        if one["type"] == "TextPositionSelector"
    ]


def bodies(annotation: dict[str, Any], purpose: str) -> list[str]:
    return [one["value"] for one in annotation["body"] if one["purpose"] == purpose]


def found_at(quoted: str, text: str) -> list[int]:
    return [one.start() for one in re.finditer(f"(?={re.escape(quoted)})", text)]


def check(cable: Cable) -> None:
    """Resolve each selector in the text, and see that nothing of the cable is left out."""
    text = cable.source.text
    items = page(cable)["items"]
    assert len({one["id"] for one in items}) == len(items)
    for item in items:
        assert item["type"] == "Annotation"
        assert item["motivation"] in MOTIVATIONS
        for target in targets(item):
            quote, position = target["selector"]
            start, end = position["start"], position["end"]
            assert (quote["type"], position["type"]) == (
                "TextQuoteSelector",
                "TextPositionSelector",
            )
            assert quote["exact"] == text[start:end]
            around = quote["prefix"] + quote["exact"] + quote["suffix"]
            assert text.startswith(around, start - len(quote["prefix"]))
            assert found_at(around, text) == [start - len(quote["prefix"])]
    found = Counter((kind_of(item), *places(item)) for item in items)
    wanted = Counter({("copy",): 1})
    for evidence in cable.evidence.values():
        wanted["field", *((span.start, span.end) for span in evidence.spans)] += 1
    for kind, ones in (
        ("heading", cable.headings),
        ("paragraph", cable.paragraphs),
        ("redaction", cable.redactions),
        ("repair", cable.repairs),
        ("defect", cable.defects),
    ):
        for one in ones:
            wanted[kind, *([] if one.span is None else [(one.span.start, one.span.end)])] += 1
    assert found == wanted


(
    test_each_selector_of_a_specimen_resolves,
    test_each_selector_of_any_cable_resolves,
    test_each_selector_of_a_damaged_copy_resolves,
) = held_of_any_cable(check)


def test_each_selector_of_what_broke_a_law_resolves() -> None:
    for cable in PARSER.scan(SEEDS / "crashes"):
        if isinstance(cable, Cable):
            check(cable)


def test_a_file_is_a_page_of_a_collection() -> None:
    one, two = telegram(TEXT), telegram("SUBJECT: LOCKS\n")
    found = page(one, two)
    assert found["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (found["type"], found["startIndex"]) == ("AnnotationPage", 0)
    assert found["partOf"]["type"] == "AnnotationCollection"
    assert found["partOf"]["total"] == len(found["items"])
    assert len(found["items"]) == len(page(one)["items"]) + len(page(two)["items"])
    assert found["id"] not in {page(one)["id"], page(two, one)["id"], page()["id"]}
    assert page()["items"] == []


def test_the_ids_are_those_of_the_copy_whatever_its_name() -> None:
    ids = [[one["id"] for one in page(telegram(TEXT, name))["items"]] for name in ("a", "b")]
    assert ids[0] == ids[1]
    other = {one["id"] for one in page(telegram(TEXT + "\n"))["items"]}
    assert other.isdisjoint(ids[0])


def test_an_enricher_more_changes_no_other_id() -> None:
    plain = Parser(autoload="bundled", enrich=["boilerplate", "paragraphs"])
    few = page(plain.parse(TEXT, format="telegram"))["items"]
    many = page(telegram(TEXT))["items"]
    assert {one["id"] for one in few} < {one["id"] for one in many}


def test_positions_count_code_points() -> None:
    """As the model wants it: a ship is one, though it is two of UTF-16's units."""
    cable = telegram(TEXT)
    (paragraph, *_) = [one for one in page(cable)["items"] if kind_of(one) == "paragraph"]
    assert places(paragraph)[0][0] == cable.source.text.index("¶1.")


def test_bodies_say_what_was_found() -> None:
    items = page(telegram(TEXT))["items"]
    by_kind: dict[str, list[dict[str, Any]]] = {}
    for item in items:
        by_kind.setdefault(kind_of(item), []).append(item)
    fields = {bodies(one, "tagging")[0]: one for one in by_kind["field"]}
    assert bodies(fields["mrn"], "describing") == ["08HALIFAX12"]
    assert bodies(fields["tags"], "describing") == ["ETRD; CA"]
    assert bodies(fields["sent_at"], "describing") == ["2008-02-14T15:30:00+00:00"]
    assert bodies(fields["mrn"], "tagging") == ["mrn", "printed"]
    assert [bodies(one, "tagging") for one in by_kind["paragraph"]] == [
        ["paragraph", "1", "U"],
        ["paragraph", "2", "SBU"],
        ["paragraph", "3", "U"],
    ]
    assert bodies(by_kind["heading"][0], "describing") == ["LOCKS"]
    assert [bodies(one, "editing") for one in by_kind["repair"]] == [["2"], ["3"]]
    assert {one["creator"]["name"] for one in by_kind["repair"]} == {"paragraphs"}
    assert bodies(by_kind["redaction"][0], "tagging") == ["redaction", "redaction.x-run"]
    (lost,) = [one for one in by_kind["defect"] if "header.origin-missing" in one["id"]]
    assert lost["target"] == {"source": items[0]["target"]["source"], "selector": []}
    assert bodies(lost, "commenting") == ["the copy has no FM line"]


def quotes(cable: Cable) -> list[str]:
    """Give what each quotation is looked up by, prefix and suffix with it."""
    selectors = [one["selector"][0] for item in page(cable)["items"] for one in targets(item)]
    return [one["prefix"] + one["exact"] + one["suffix"] for one in selectors]


REPEATED = "1. (U) The ferry to the island runs late again, and nobody was told the reason.\n\n"


def test_a_quotation_has_no_more_around_it_than_tells_its_place() -> None:
    one, more = telegram(TEXT), telegram(TEXT + REPEATED * 12)
    assert max(len(quote) for quote in quotes(one)) < 120
    found = [found_at(quote, more.source.text) for quote in quotes(more)]
    assert all(len(places) == 1 for places in found)


def test_what_a_copy_repeats_without_end_is_quoted_as_shortly_as_anything() -> None:
    cable = telegram(TEXT + REPEATED * 1000)
    assert max(len(quote) for quote in quotes(cable)) < 2 * 4096 + len(REPEATED)
    assert len(written(cable)) < 30 * len(cable.source.text)


def test_a_lone_surrogate_is_kept() -> None:
    cable = telegram("SUBJECT: LO\ud800CKS\n\n1. (U) Sh\udc00ut.\n", name="a\ud800.txt")
    check(cable)
    assert bodies(page(cable)["items"][0], "identifying") == ["a\ud800.txt"]


@pytest.mark.parametrize("after", [0, 1, 3])
def test_it_is_gone_on_with(tmp_path: Path, after: int) -> None:
    given = [telegram(CABLE.format(number=number, referred=7)) for number in range(1, 4)]
    whole, cut = tmp_path / "whole.annotations.jsonld", tmp_path / "cut.annotations.jsonld"
    with EXPORTER.open(whole) as writer:
        for cable in given:
            writer.write(cable)
    with EXPORTER.open(cut) as writer:
        for cable in given[:after]:
            writer.write(cable)
        token = json.loads(json.dumps(writer.checkpoint()))
    json.loads(cut.read_text(encoding="utf-8"))
    with EXPORTER.resume(cut, token) as writer:
        for cable in given[after:]:
            writer.write(cable)
    assert cut.read_bytes() == whole.read_bytes()


def test_an_archive_gives_a_page(tmp_path: Path) -> None:
    target = tmp_path / "cables.annotations.jsonld"
    export(archive(tmp_path / "many", 30), target, parser=PARSER, workers=2)
    found = json.loads(target.read_text(encoding="utf-8"))
    assert sum(kind_of(one) == "copy" for one in found["items"]) == 30


def test_the_suffix_chooses_it() -> None:
    assert PARSER.exporter_for("a/b.annotations.jsonld").name == "webannotation"
