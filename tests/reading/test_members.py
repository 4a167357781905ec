"""Files to members: what is opened by whom, what it is called, when it stops, what is said."""

import io
import os
import pickle
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from cableparse import (
    AmbiguousFormatError,
    BinaryInputError,
    Claim,
    ContainerError,
    ContainerLimitError,
    Document,
    EmptyInputError,
    Failure,
    InputTooLargeError,
    Limits,
    Member,
    MissingInputError,
    OpenMember,
    Parser,
    PluginContractError,
    PluginFailure,
    Provenance,
    Region,
    Span,
    StrictError,
    UnreadableInputError,
)
from cableparse.reading.inputs import find_inputs
from cableparse.reading.members import BEGINNING
from cableparse.testing.conformance.corpus import TELEGRAM
from invented import InventedContainer, InventedFormat, InventedPlugin
from packed import COMPRESS, TEXTS, contents, failures, opened, row, tarred, zipped

CRATE = b"CRATE\n"


def with_container(**does: Any) -> Parser:
    """A parser with one container, which claims what begins with CRATE."""
    plugin = InventedPlugin(containers=[InventedContainer(**does)])
    return Parser([plugin], autoload=False)


def giving(*found: object) -> Callable[[Any, str], Iterator[Any]]:
    def members(file: Any, name: str) -> Iterator[Any]:
        for one in found:
            if isinstance(one, Exception):
                raise one
            yield one

    return members


def member(name: str = "archive!a.txt", content: Any = b"text", **more: Any) -> Member:
    return Member(name=name, content=content, **more)


# ---------------------------------------------------------------- a member


def test_a_member_goes_through_a_pickle_and_freezes_its_metadata() -> None:
    said = {"origin": "Embassy Oslo"}
    one = member(metadata=said)
    said.clear()
    assert pickle.loads(pickle.dumps(one)) == one
    assert one.metadata["origin"] == "Embassy Oslo"
    assert "text" not in repr(one)


def test_a_member_is_read_under_its_name_in_the_format_that_it_names(parser: Parser) -> None:
    cable = parser.read_member(member(content=TELEGRAM, format="telegram"), format="scoop")
    assert (cable.source.name, cable.format) == ("archive!a.txt", "telegram")
    cable = parser.read_member(member(content="SUBJECT: FERRIES"), format="telegram")
    assert cable.title == "Ferries"


def test_a_member_raises_what_its_content_raises(parser: Parser) -> None:
    with pytest.raises(EmptyInputError, match=r"archive!a\.txt: is empty"):
        parser.read_member(member(content=b""))
    with pytest.raises(StrictError, match=r"archive!a\.txt"):
        parser.read_member(member(content="SUBJECT: FERRIES"), format="telegram", strict=True)


def test_metadata_fills_what_the_telegram_lost(parser: Parser) -> None:
    one = member(
        content="TAGS: EWWT\nSUBJECT: FERRIES\n",
        format="telegram",
        metadata={"mrn": "08HALIFAX47", "classification": "SECRET", "shelf": "12"},
    )
    cable = parser.read_member(one)
    assert str(cable.mrn) == "08HALIFAX47"
    assert cable.evidence["mrn"].how is Provenance.METADATA
    assert cable.evidence["classification"].how is Provenance.METADATA
    assert cable.metadata["shelf"] == "12"


def test_the_telegram_is_believed_and_the_contradiction_said(parser: Parser) -> None:
    cable = parser.read_member(member(content=TELEGRAM, metadata={"mrn": "08OTTAWA1"}))
    assert str(cable.mrn) == "08HALIFAX47"
    assert "metadata.conflict" in {defect.code for defect in cable.defects}


@pytest.mark.parametrize("record", [None, {"origin": "the record's", "box": "the record's"}])
def test_what_the_format_says_stands_before_what_the_container_says(record: Any) -> None:
    def read(source: Any) -> Document:
        whole = Region(kind="telegram", span=Span(0, len(source.text)))  # type: ignore[arg-type]
        return Document(
            text=source.text,
            regions=[whole],
            metadata={"origin": "the format's"},
            record=record,  # type: ignore[arg-type]
        )

    parser = Parser([InventedPlugin(formats=[InventedFormat(read=read)])], autoload=False)
    said = dict.fromkeys(("origin", "box", "shelf"), "the container's")
    cable = parser.read_member(member(content="INVENTED", metadata=said))
    assert cable.metadata["origin"] == "the format's"
    assert cable.metadata["box"] == ("the record's" if record else "the container's")
    assert cable.metadata["shelf"] == "the container's"


def test_without_metadata_a_member_is_read_as_its_content_is(parser: Parser) -> None:
    assert parser.read_member(member(name="a", content=TELEGRAM)) == parser.parse(
        TELEGRAM, name="a"
    )


def test_metadata_joins_a_cable_that_was_read_before(parser: Parser) -> None:
    cable = parser.parse("08OSLO1\nA\nFri May 09 00:00:00 +0200 2008\nSECRET\nEmbassy\n" + TELEGRAM)
    again = parser.read_member(member(content=cable, metadata={"mrn": "another", "shelf": "12"}))
    assert (again.metadata["mrn"], again.metadata["shelf"]) == ("08OSLO1", "12")


# ---------------------------------------------------------------- a file


def test_a_file_that_is_no_container_is_its_own_member(tmp_path: Path, parser: Parser) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TELEGRAM)
    assert list(parser.members(path)) == [Member(name=str(path), content=TELEGRAM.encode())]


def test_a_folder_gives_what_is_in_its_archives_where_they_stand(
    tmp_path: Path, parser: Parser
) -> None:
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "b.zip").write_bytes(zipped({"1.txt": b"1", "2.txt": b"2"}))
    (tmp_path / "c.txt").write_text("c")
    names = [one.name.removeprefix(f"{tmp_path}/") for one in parser.members([tmp_path])]
    assert names == ["a.txt", "b.zip!1.txt", "b.zip!2.txt", "c.txt"]


def test_nothing_is_opened_before_it_is_asked_for(tmp_path: Path, parser: Parser) -> None:
    (tmp_path / "a.txt").write_text("a")
    found = parser.members([tmp_path / "a.txt", tmp_path / "none"])
    (tmp_path / "a.txt").write_text("changed")
    first = next(found)
    assert isinstance(first, Member)
    assert first.content == b"changed"


def test_an_open_file_is_read_from_where_it_stands(parser: Parser) -> None:
    stream = io.BytesIO(TELEGRAM.encode())
    (one,) = parser.members(OpenMember(name="<stdin>", file=stream, metadata={"shelf": "12"}))
    assert isinstance(one, Member)
    assert (one.name, one.content, dict(one.metadata)) == (
        "<stdin>",
        TELEGRAM.encode(),
        {"shelf": "12"},
    )
    assert not stream.closed


def test_a_file_that_can_not_be_read_is_a_failure(parser: Parser) -> None:
    class Torn(io.BytesIO):
        def read(self, length: int | None = -1) -> bytes:
            raise OSError(5, "the disk is torn")

    (failure,) = parser.members(OpenMember(name="a.txt", file=Torn()))
    assert isinstance(failure, Failure)
    assert isinstance(failure.error, UnreadableInputError)
    assert "a.txt: can't be read: the disk is torn" in str(failure.error)


def test_a_file_that_fails_otherwise_is_a_failure(parser: Parser) -> None:
    class Sunk(io.BytesIO):
        def read(self, length: int | None = -1) -> bytes:
            raise RuntimeError("sunk")

    (failure,) = parser.members(OpenMember(name="a.txt", file=Sunk()))
    assert isinstance(failure, Failure)
    assert isinstance(failure.error, RuntimeError)


# ---------------------------------------------------------------- patterns, members by name


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    for name in ("75/a.txt", "75/b.html", "75/.c.txt", "76/d.txt", "76/deep/e.txt", ".hid/f.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    (tmp_path / "75" / "g[1].txt").write_text("brackets")
    (tmp_path / "a.zip").write_bytes(zipped())
    (tmp_path / "cables.csv").write_text(row(1) + "\n" + row(2))
    return tmp_path


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("75/*.txt", ["75/a.txt", "75/g[1].txt"]),
        ("7[56]/?.txt", ["75/a.txt", "76/d.txt"]),
        ("**/e.txt", ["76/deep/e.txt"]),
        ("75/.*", ["75/.c.txt"]),
        ("75/g[1].txt", ["75/g[1].txt"]),
        ("*", ["a.zip!a.txt", "a.zip!b/c.txt", "a.zip!b/d.txt", "cables.csv#1", "cables.csv#2"]),
    ],
)
def test_a_pattern_gives_the_files_that_it_fits(
    shelf: Path, pattern: str, names: list[str], parser: Parser
) -> None:
    found = [one.name.removeprefix(f"{shelf}/") for one in parser.members(shelf / pattern)]
    assert found == names


@pytest.mark.parametrize(("pattern", "said"), [("*.pdf", "no file fits"), ("**x/[", "pattern")])
def test_a_pattern_that_fits_nothing_is_a_failure(
    shelf: Path, pattern: str, said: str, parser: Parser
) -> None:
    (failure,) = parser.members(shelf / pattern)
    assert isinstance(failure, Failure)
    assert said in str(failure.error)


def test_a_loop_of_links_is_not_walked(tmp_path: Path, parser: Parser) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text("a")
    (tmp_path / "sub" / "again").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "one").symlink_to(tmp_path / "two")
    (tmp_path / "two").symlink_to(tmp_path / "one")
    found = list(parser.members(tmp_path))
    assert [one.name for one in found if isinstance(one, Member)] == [f"{tmp_path}/sub/a.txt"]
    assert sorted(failures(found)) == [f"{tmp_path}/one", f"{tmp_path}/two"]
    assert len(list(parser.members(tmp_path / "**" / "*.txt"))) == 1


@pytest.mark.parametrize("name", ["a.zip!b/c.txt", "cables.csv#2", "75/a.txt"])
def test_one_member_is_read_by_its_name(shelf: Path, name: str, parser: Parser) -> None:
    (one,) = parser.members(shelf / name)
    assert one.name == f"{shelf}/{name}"


def test_a_member_of_an_archive_in_an_archive_is_read_by_its_name(
    tmp_path: Path, parser: Parser
) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"in.tar.gz": COMPRESS["gz"](tarred()), "in.tar.gz.txt": b"x"}))
    (one,) = parser.members(f"{path}!in.tar.gz!b/c.txt")
    assert isinstance(one, Member)
    assert one.content == TEXTS["b/c.txt"]
    assert len(list(parser.members(f"{path}!in.tar.gz"))) == 3


def test_of_two_members_with_one_name_the_first_is_read(tmp_path: Path, parser: Parser) -> None:
    path = tmp_path / "a.tar"
    path.write_bytes(tarred({"a.txt": b"1"})[:1024] + tarred({"a.txt": b"2"}))
    assert len(list(parser.members(path))) == 2
    (one,) = parser.members(f"{path}!a.txt")
    assert isinstance(one, Member)
    assert one.content == b"1"


@pytest.mark.parametrize("name", ["a.zip!none.txt", "75/a.txt!b", "cables.csv#3", "none.zip!a.txt"])
def test_a_member_that_is_not_there_is_a_failure(shelf: Path, name: str, parser: Parser) -> None:
    (failure,) = parser.members(shelf / name)
    assert isinstance(failure, Failure)
    assert isinstance(failure.error, MissingInputError)
    assert failure.name == f"{shelf}/{name}"


def test_the_failure_of_a_member_that_is_named_is_given(shelf: Path, parser: Parser) -> None:
    (shelf / "l.zip").write_bytes(zipped(links=("link",)))
    (failure,) = parser.members(f"{shelf}/l.zip!link")
    assert isinstance(failure, Failure)
    assert "links are not followed" in str(failure.error)


# ---------------------------------------------------------------- read


def test_read_opens_an_archive_of_one_document(tmp_path: Path, parser: Parser) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"a.txt": TELEGRAM.encode()}))
    assert parser.read(path).source.name == f"{path}!a.txt"
    assert parser.read(path, name="mine").source.name == "mine"
    with path.open("rb") as file:
        assert parser.read(file).source.name == f"{path}!a.txt"
    stream = io.BytesIO(path.read_bytes())
    assert parser.read(stream).source.name == "<file>!a.txt"


def test_read_refuses_an_archive_of_several_and_says_how_to_name_one(
    shelf: Path, parser: Parser
) -> None:
    with pytest.raises(ContainerError, match=r"several documents: .*scan\(\).*a\.zip!a\.txt"):
        parser.read(shelf / "a.zip")
    assert parser.read(f"{shelf}/a.zip!a.txt").source.text == TELEGRAM
    assert parser.read(f"{shelf}/cables.csv#2").metadata["number"] == "2"
    with pytest.raises(MissingInputError, match="holds no member of this name"):
        parser.read(f"{shelf}/a.zip!none")


def test_read_takes_no_pattern_for_one(shelf: Path, parser: Parser) -> None:
    with pytest.raises(MissingInputError):
        parser.read(shelf / "75" / "*.html")


def test_read_takes_text_as_it_is(parser: Parser) -> None:
    assert parser.read(io.StringIO(TELEGRAM)).source.name == "<file>"


def test_parse_opens_nothing(parser: Parser) -> None:
    with pytest.raises(BinaryInputError):
        parser.parse(zipped())


# ---------------------------------------------------------------- containers in containers


def test_a_container_in_a_container_is_opened() -> None:
    inner = zipped({"1.txt": b"1"})
    found = opened(tarred({"a.txt": b"a", "in.zip": inner, "b.txt.gz": COMPRESS["gz"](b"b")}))
    assert [one.name for one in found] == [
        "archive!a.txt",
        "archive!in.zip!1.txt",
        "archive!b.txt.gz!b.txt",
    ]


def test_a_container_is_shown_the_first_bytes_and_a_long_member_is_read_to_its_end() -> None:
    shown: list[int] = []

    def claim(name: str, beginning: bytes) -> Claim | None:
        shown.append(len(beginning))
        return Claim(score=0.9, evidence="CRATE") if name == "archive" else None

    inner = OpenMember(name="archive!a.txt", file=io.BytesIO(b"a" * 300_000))
    (one,) = opened(CRATE * 2000, parser=with_container(claim=claim, members=giving(inner)))
    assert shown == [BEGINNING, BEGINNING]
    assert one.content == b"a" * 300_000


def test_one_deeper_is_refused_and_the_others_are_read() -> None:
    deep = zipped({"in.zip": zipped({"in.zip": zipped()}), "a.txt": b"a"})
    found = opened(deep)
    ((name, said),) = failures(found).items()
    assert name == "archive!in.zip!in.zip"
    assert "a container inside 2 others" in said
    assert contents(found) == {"a.txt": b"a"}
    assert not failures(opened(deep, parser=Parser(autoload="bundled", limits=Limits(max_depth=3))))


def test_a_member_that_names_its_format_is_not_opened() -> None:
    inner = OpenMember(name="archive!x", file=io.BytesIO(CRATE), format="invented")
    (one,) = opened(CRATE, parser=with_container(members=giving(inner)))
    assert (one.content, one.format) == (CRATE, "invented")


# ---------------------------------------------------------------- limits


@pytest.mark.parametrize("limit", ["max_members", "max_ratio", "max_depth"])
def test_a_limit_is_more_than_nothing(limit: str) -> None:
    with pytest.raises(ValueError, match=limit):
        Limits(**{limit: 0})


def test_more_members_than_are_allowed_end_the_file_with_an_error() -> None:
    parser = Parser(autoload="bundled", limits=Limits(max_members=2))
    found = opened(zipped(), "a.zip", parser)
    assert len(found) == 3
    assert isinstance(found[-1].error, ContainerLimitError)
    assert "a.zip: holds more than 2 members" in str(found[-1].error)


def test_failures_and_what_is_nested_count_as_members() -> None:
    parser = Parser(autoload="bundled", limits=Limits(max_members=3))
    found = opened(zipped({"../a": b"a", "in.zip": zipped()}), "a.zip", parser)
    assert "a.zip: holds more than 3 members" in str(found[-1].error)


def test_more_bytes_than_a_file_can_hold_end_it_with_an_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from cableparse.reading import limits

    monkeypatch.setattr(limits, "FREE", 1000)
    crate = with_container(members=giving(*[member(f"archive!{n}", "x" * 500) for n in range(9)]))
    found = opened(CRATE, parser=crate)
    assert len(found) == 3
    assert "archive: unpacks to more than 200 times its length" in str(found[-1].error)
    crate.limits = Limits(max_ratio=1000)
    assert not failures(opened(CRATE, parser=crate))


def test_a_stream_is_measured_by_what_was_read_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    from cableparse.reading import limits
    from cableparse.testing.conformance.files import Unseekable

    monkeypatch.setattr(limits, "FREE", 1000)

    crate = with_container(members=giving(*[member(f"-!{n}", "x" * 500) for n in range(9)]))

    def found(length: int) -> list[Any]:
        data = CRATE + bytes(length)
        return list(crate.members(OpenMember(name="-", file=Unseekable(data))))

    assert isinstance(found(10)[-1], Failure)
    assert not failures(found(100))


def test_a_long_member_is_refused_in_its_place() -> None:
    parser = with_container(
        members=giving(
            OpenMember(name="archive!long", file=io.BytesIO(b"x" * 11)),
            OpenMember(name="archive!fits", file=io.BytesIO(b"x" * 10)),
        )
    )
    parser.max_bytes = 10
    long, fits = opened(CRATE, parser=parser)
    assert isinstance(long.error, InputTooLargeError)
    assert fits.content == b"x" * 10


# ---------------------------------------------------------------- what a container does wrongly


def test_a_strangers_container_works_as_the_bundled_ones_do() -> None:
    parser = with_container(
        members=giving(
            member("archive!1", "INVENTED one", metadata={"shelf": "12"}),
            Failure(name="archive!2", error=ContainerError("archive!2", "is torn")),
            OpenMember(name="archive!3", file=io.BytesIO(b"INVENTED three")),
        )
    )
    assert [one.name for one in opened(CRATE, parser=parser)] == [
        "archive!1",
        "archive!2",
        "archive!3",
    ]


@pytest.mark.parametrize("when", ["claim", "at once", "on the way"])
def test_a_container_that_raises_is_that_plugins_failure(when: str) -> None:
    def sink(*given: Any) -> Any:
        raise RuntimeError("sunk")

    does = {
        "claim": {"claim": sink},
        "at once": {"members": sink},
        "on the way": {"members": giving(member(), RuntimeError("sunk"))},
    }[when]
    *before, failure = opened(CRATE, parser=with_container(**does))
    assert len(before) == (when == "on the way")
    assert isinstance(failure.error, PluginFailure)
    assert failure.error.plugin == "crates"
    assert "RuntimeError: sunk (archive)" in str(failure.error)
    assert isinstance(failure.error.__cause__, RuntimeError)


def test_a_member_whose_file_raises_is_a_failure_and_the_next_is_read() -> None:
    class Sunk(io.BytesIO):
        def read(self, length: int | None = -1) -> bytes:
            raise RuntimeError("sunk")

    parser = with_container(
        members=giving(OpenMember(name="archive!1", file=Sunk()), member("archive!2"))
    )
    failure, one = opened(CRATE, parser=parser)
    assert isinstance(failure.error, PluginFailure)
    assert "plugin crates" in str(failure.error)
    assert "archive!1" in str(failure.error)
    assert one.name == "archive!2"


@pytest.mark.parametrize("given", [None, "text", b"bytes", ("a", b"b")], ids=repr)
def test_a_member_that_is_none_is_a_breach_of_contract(given: object) -> None:
    (failure,) = opened(CRATE, parser=with_container(members=giving(given)))
    assert isinstance(failure.error, PluginContractError)
    assert "plugin crates" in str(failure.error)


def test_members_that_are_nothing_to_go_through_are_that_plugins_failure() -> None:
    (failure,) = opened(CRATE, parser=with_container(members=lambda file, name: None))
    assert isinstance(failure.error, PluginFailure)


def test_a_container_without_members_is_named() -> None:
    (failure,) = opened(CRATE, parser=with_container(members=giving()))
    assert "archive: holds no documents" in str(failure.error)


def test_two_equal_claims_are_an_error_that_names_both() -> None:
    plugin = InventedPlugin(containers=[InventedContainer("crates"), InventedContainer("boxes")])
    (failure,) = opened(CRATE, parser=Parser([plugin], autoload=False))
    assert isinstance(failure.error, AmbiguousFormatError)
    assert "containers claim it alike" in str(failure.error)
    assert "boxes saw" in str(failure.error)
    assert "crates saw" in str(failure.error)


def test_the_better_claim_wins() -> None:
    def surely(name: str, beginning: bytes) -> Claim:
        return Claim(score=1, evidence="all of it")

    plugin = InventedPlugin(
        containers=[
            InventedContainer("crates", members=giving(member("archive!crate"))),
            InventedContainer("boxes", claim=surely, members=giving(member("archive!box"))),
        ]
    )
    (one,) = opened(CRATE, parser=Parser([plugin], autoload=False))
    assert one.name == "archive!box"


def test_a_container_is_shown_no_more_than_the_beginning_and_given_all_of_it() -> None:
    seen: list[bytes] = []

    def claim(name: str, beginning: bytes) -> Claim:
        seen.append(beginning)
        return Claim(score=1, evidence=name)

    def members(file: Any, name: str) -> Iterator[Member]:
        yield member(f"{name}!all", file.read())

    data = CRATE + bytes(10_000)
    (one,) = opened(data, parser=with_container(claim=claim, members=members))
    assert seen == [data[:4096]]
    assert one.content == data


def test_a_container_is_closed_when_nobody_asks_for_more() -> None:
    closed: list[bool] = []

    def members(file: Any, name: str) -> Iterator[Member]:
        try:
            yield member()
            yield member()
        finally:
            closed.append(True)

    found = with_container(members=members).members(
        OpenMember(name="archive", file=io.BytesIO(CRATE))
    )
    next(found)
    found.close()  # type: ignore[attr-defined]
    assert closed == [True]


# ---------------------------------------------------------------- elsewhere


@pytest.fixture
def elsewhere() -> Iterator[Any]:
    fsspec = pytest.importorskip("fsspec", reason="the extra remote is not installed")
    system = fsspec.filesystem("memory")
    for name, data in {
        "cables/a.txt": b"a",
        "cables/b/c.txt": b"c",
        "cables/.hidden": b"x",
        "cables/out.jsonl": b"{}",
        "cables/out.jsonl.gz": b"{}",
        "cables/d.zip": zipped({"1.txt": b"1", "2.txt": b"2"}),
    }.items():
        with system.open(f"/{name}", "wb") as file:
            file.write(data)
    yield system
    system.rm("/cables", recursive=True)


def test_a_folder_elsewhere_is_read_as_one_here(elsewhere: Any, parser: Parser) -> None:
    assert [one.name for one in parser.members("memory://cables")] == [
        "memory:///cables/a.txt",
        "memory:///cables/b/c.txt",
        "memory:///cables/d.zip!1.txt",
        "memory:///cables/d.zip!2.txt",
    ]


def test_a_file_a_pattern_and_a_member_elsewhere_are_read(elsewhere: Any, parser: Parser) -> None:
    def read(url: str) -> dict[str, object]:
        found = list(parser.members(url))
        assert failures(found) == {}
        return {one.name.rpartition("/")[2]: one.content for one in found}  # type: ignore[union-attr]

    assert read("memory://cables/a.txt") == {"a.txt": b"a"}
    assert read("memory://cables/*.txt") == {"a.txt": b"a"}
    assert read("memory://cables/d.zip!2.txt") == {"d.zip!2.txt": b"2"}


def test_every_name_of_a_member_elsewhere_is_a_path(elsewhere: Any, parser: Parser) -> None:
    with elsewhere.open("/cables/b.txt.gz", "wb") as file:
        file.write(COMPRESS["gz"](TELEGRAM.encode()))
    with elsewhere.open("/cables/cables.csv", "wb") as file:
        file.write(f"{row(1)}\n{row(2)}\n".encode())
    members = list(parser.members("memory://cables"))
    assert len(members) == 7
    for member in members:
        assert list(parser.members(member.name)) == [member]
    for name in ("memory://cables/b.txt.gz!b.txt", "memory:///cables/cables.csv#2"):
        assert parser.read(name).source.name == name
    (failure,) = parser.members("memory://cables/d.zip!3.txt")
    assert "memory://cables/d.zip holds no member of this name" in str(failure.error)  # type: ignore[union-attr]


def test_a_file_elsewhere_that_is_called_like_a_member_is_that_file(
    elsewhere: Any, parser: Parser
) -> None:
    with elsewhere.open("/cables/d.zip!2.txt", "wb") as file:
        file.write(TELEGRAM.encode())
    name = "memory://cables/d.zip!2.txt"
    assert [one.content for one in parser.members(name)] == [TELEGRAM.encode()]  # type: ignore[union-attr]
    assert parser.read(name).source.text == TELEGRAM


def test_a_pattern_elsewhere_passes_hidden_files_over_unless_it_names_them(
    elsewhere: Any, parser: Parser
) -> None:
    with elsewhere.open("/cables/b/.git/e.txt", "wb") as file:
        file.write(b"e")

    def names(url: str) -> list[str]:
        return [one.name.removeprefix("memory:///cables/") for one in parser.members(url)]

    assert names("memory://cables/**/*.txt") == ["a.txt", "b/c.txt"]
    assert names("memory://cables/b/**") == ["b/c.txt"]
    assert names("memory://cables/.hid*") == [".hidden"]
    assert names("memory://cables/b/.git/*") == ["b/.git/e.txt"]


def test_read_takes_a_file_elsewhere(elsewhere: Any, parser: Parser) -> None:
    with elsewhere.open("/cables/a.txt", "wb") as file:
        file.write(TELEGRAM.encode())
    assert str(parser.read("memory://cables/a.txt").mrn) == "08HALIFAX47"
    with pytest.raises(MissingInputError):
        parser.read("memory://cables/none.txt")


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("memory://none", MissingInputError),
        ("memory://cables/*.pdf", MissingInputError),
        ("no-such-system://a", UnreadableInputError),
    ],
)
def test_what_is_not_there_elsewhere_is_a_failure(
    elsewhere: Any, parser: Parser, url: str, kind: type
) -> None:
    (failure,) = parser.members(url)
    assert isinstance(failure, Failure)
    assert type(failure.error) is kind
    assert failure.name == url


def test_an_empty_folder_elsewhere_is_a_failure(elsewhere: Any, parser: Parser) -> None:
    elsewhere.makedirs("/cables/empty")
    (failure,) = parser.members("memory://cables/empty")
    assert isinstance(failure, Failure)
    assert "holds no documents" in str(failure.error)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_in_a_folder_that_a_url_names_is_a_failure_in_its_place(
    tmp_path: Path, parser: Parser
) -> None:
    pytest.importorskip("fsspec", reason="the extra remote is not installed")
    for name in ("a.txt", "d.txt"):
        (tmp_path / name).write_bytes(b"x")
    os.mkfifo(tmp_path / "b.txt")
    (tmp_path / "c.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "e.txt").symlink_to(tmp_path / "d.txt")
    (tmp_path / "f.txt").symlink_to(tmp_path / "nowhere")
    a, b, c, d, e, f = find_inputs(tmp_path.as_uri())
    for found in (b, c):
        assert isinstance(found, Failure)
        assert type(found.error) is UnreadableInputError
        assert str(found.error) == f"{found.name}: is a device or a pipe, not a file"
    # A link that leads nowhere is left to who opens it.
    names = [str(found).rpartition("/")[2] for found in (a, d, e, f)]
    assert names == ["a.txt", "d.txt", "e.txt", "f.txt"]


def test_without_the_library_the_error_names_the_extra(
    monkeypatch: pytest.MonkeyPatch, parser: Parser
) -> None:
    from cableparse.reading import remote

    remote._fsspec.cache_clear()
    monkeypatch.setitem(sys.modules, "fsspec", None)
    (failure,) = parser.members("s3://bucket/cables")
    assert isinstance(failure, Failure)
    assert "pip install 'cableparse[remote]'" in str(failure.error)
    with pytest.raises(UnreadableInputError, match="remote"):
        parser.read("s3://bucket/a.txt")
