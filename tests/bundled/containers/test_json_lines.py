"""JSON Lines of our own: the cables that were written, not read a second time."""

import json

import pytest

from cableparse import Cable, Failure, Member, Parser
from cableparse.testing.conformance.corpus import TELEGRAM
from cableparse_plugins.containers.json_lines import JsonLinesContainer
from packed import COMPRESS, failures, json_lines, opened, zipped


def test_a_cable_comes_back_as_it_was_written(parser: Parser) -> None:
    found = opened(json_lines("a.txt", "b.txt"), "out.jsonl")
    assert [one.name for one in found] == ["out.jsonl#1", "out.jsonl#2"]
    assert [one.content for one in found] == [
        parser.parse(TELEGRAM, name=name) for name in ("a.txt", "b.txt")
    ]


def test_it_is_not_read_again(parser: Parser) -> None:
    """What a reader took away stays away: no format and no enricher has its say."""
    data = json.loads(json_lines("a.txt"))
    data["subject"], data["format"] = "Another Subject", "of-a-stranger"
    (member,) = opened(json.dumps(data).encode())
    cable = parser.read_member(member, format="no-such")
    assert (cable.subject, cable.format) == ("Another Subject", "of-a-stranger")


def test_a_line_that_is_no_cable_is_a_failure_in_its_place() -> None:
    good = json_lines("a.txt")
    found = opened(good + b"{not json\n" + b'{"schema":99}\n\n' + b"[" * 100_000 + b"\n" + good)
    said = failures(found)
    assert [type(one) for one in found] == [Member, Failure, Failure, Failure, Member]
    assert "archive#2: the line is no JSON" in said["archive#2"]
    assert "schema 99" in said["archive#3"]
    assert found[-1].name == "archive#6"
    assert {one.name for one in found if isinstance(one, Failure)} == {
        "archive#2",
        "archive#3",
        "archive#5",
    }


def test_a_lone_surrogate_comes_back(parser: Parser) -> None:
    cable = parser.parse(TELEGRAM + "\ud800")
    (member,) = opened(json.dumps(cable.to_dict()).encode())
    assert member.content == cable


def test_a_deep_line_with_a_surrogate_is_a_failure() -> None:
    found = opened(json_lines("a.txt") + b'"\\ud800"' + b"[" * 100_000 + b"\n")
    assert "archive#2" in failures(found)


@pytest.mark.parametrize("end", [b"\n", b""])
def test_a_line_that_is_too_long_is_a_failure_and_the_next_is_read(end: bytes) -> None:
    import io

    good = json_lines("a.txt")
    container = JsonLinesContainer(longest=len(good))
    data = good + b'{"x":"' + b"x" * 3 * len(good) + b'"}\n' + good.rstrip(b"\n") + end
    first, second, third = container.members(io.BytesIO(data), "out.jsonl")
    assert isinstance(first, Member)
    assert isinstance(second, Failure)
    assert "more than" in str(second.error)
    assert (third.name, type(third)) == ("out.jsonl#3", Member)


@pytest.mark.parametrize(
    "data",
    [
        b'{"schema": "http://json-schema.org", "type": "object"}',
        b'{"schema": 2, "version": 1}',
        b'{"lamps": []}',
    ],
)
def test_json_of_others_is_not_claimed(data: bytes) -> None:
    (member,) = opened(data)
    assert member.content == data


def test_it_is_read_out_of_a_compressed_file_and_an_archive(parser: Parser) -> None:
    data = json_lines("a.txt")
    for packed in (COMPRESS["gz"](data), zipped({"out.jsonl": data})):
        (member,) = opened(packed)
        assert isinstance(member.content, Cable)


def test_strict_raises_the_defects_of_a_cable_that_was_read_before(parser: Parser) -> None:
    import cableparse

    (member,) = opened(json_lines("a.txt"))
    assert member.content.defects
    with pytest.raises(cableparse.StrictError, match="archive#1"):
        parser.read_member(member, strict=True)
