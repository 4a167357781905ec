"""The GraphML exporter: who refers to whom."""

import io
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from archives import CABLE, archive
from cableparse import Parser, export

networkx = pytest.importorskip("networkx")

PARSER = Parser(autoload="bundled")
EXPORTER = PARSER.exporter("graphml")


def written(*texts: str, name: str = "a.txt") -> str:
    stream = io.StringIO()
    with EXPORTER.open(stream) as writer:
        for text in texts:
            writer.write(PARSER.parse(text, format="telegram", name=name))
    return stream.getvalue()


def graph(*texts: str, name: str = "a.txt"):
    return networkx.parse_graphml(written(*texts, name=name))


def ferry(number: int, referred: int) -> str:
    return CABLE.format(number=number, referred=referred)


def test_cables_and_what_they_refer_to_are_nodes() -> None:
    found = graph(ferry(1, 2), ferry(2, 7))
    assert type(found) is networkx.DiGraph
    present = networkx.get_node_attributes(found, "present")
    assert present == {
        "08HALIFAX1": True,
        "08HALIFAX2": True,
        "08HALIFAX7": False,
        "08OSLO99": False,
    }
    assert set(found.edges) == {
        ("08HALIFAX1", "08HALIFAX2"),
        ("08HALIFAX1", "08OSLO99"),
        ("08HALIFAX2", "08HALIFAX7"),
        ("08HALIFAX2", "08OSLO99"),
    }
    assert found.edges["08HALIFAX1", "08OSLO99"] == {"label": "B", "printed": "OSLO 99"}
    assert found.nodes["08HALIFAX1"] == {
        "present": True,
        "mrn": "08HALIFAX1",
        "title": "Ferry 1 Runs Late",
        "sent_at": "2008-02-14T15:30:00+00:00",
        "origin": "AMCONSUL HALIFAX",
        "classification": "UNCLASSIFIED",
        "name": "a.txt",
    }
    assert found.nodes["08OSLO99"] == {"present": False, "mrn": "08OSLO99"}


def test_another_copy_of_a_cable_brings_only_what_the_first_has_lost() -> None:
    lost = ferry(1, 2).replace("     B. OSLO 99\n", "")
    found = graph(lost, ferry(1, 2), ferry(1, 2))
    assert type(found) is networkx.DiGraph  # it has no two edges between two nodes
    assert set(found.edges) == {("08HALIFAX1", "08HALIFAX2"), ("08HALIFAX1", "08OSLO99")}


def test_a_cable_without_a_number_has_its_inputs_name() -> None:
    found = graph("SUBJECT: LOCKS\n", name="harbor <1> & 'two' \"three\" target=\n.txt")
    assert list(found) == ["name:harbor <1> & 'two' \"three\" target=\n.txt"]


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\ud800", "\uffff"])
def test_what_xml_cannot_hold_is_written_as_its_number(sign: str) -> None:
    text = written("SUBJECT: LOCKS\n", name=f"a{sign}b")
    ET.fromstring(text)
    assert f"name:a\\u{ord(sign):04x}b" in text


@pytest.mark.parametrize("after", [0, 1, 7, 19])
def test_it_is_gone_on_with(tmp_path: Path, after: int) -> None:
    odd = PARSER.parse("SUBJECT: LOCKS\n", format="telegram", name='a\' target="b">.txt')
    texts = [ferry(number, number + 3) for number in (*range(1, 15), *range(3, 9))]
    cables = [odd, *(PARSER.parse(text, format="telegram") for text in texts)]
    whole, cut = tmp_path / "whole.graphml", tmp_path / "cut.graphml"
    with EXPORTER.open(whole) as writer:
        for cable in cables:
            writer.write(cable)
    with EXPORTER.open(cut) as writer:
        for cable in cables[:after]:
            writer.write(cable)
        token = writer.checkpoint()
    assert networkx.read_graphml(cut).number_of_nodes() >= after > 0 or after in {0, 19}
    with EXPORTER.resume(cut, token) as writer:
        for cable in cables[after:]:
            writer.write(cable)
    assert cut.read_bytes() == whole.read_bytes()


def test_an_archive_gives_a_graph(tmp_path: Path) -> None:
    target = tmp_path / "cables.graphml"
    export(archive(tmp_path / "many", 80), target, parser=PARSER, workers=2)
    found = networkx.read_graphml(target)
    assert sum(networkx.get_node_attributes(found, "present").values()) == 80
    assert (found.number_of_nodes(), found.number_of_edges()) == (82, 160)
