"""The parser: which format reads, what is refused, and who is blamed."""

import gc
import io
import re
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO, TextIO

import attrs
import pytest

import cableparse
from cableparse import (
    AmbiguousFormatError,
    BinaryInputError,
    Cable,
    Claim,
    Defect,
    Document,
    EmptyDirectoryError,
    EmptyInputError,
    Failure,
    InputTooLargeError,
    Layer,
    MissingInputError,
    Parser,
    PluginContractError,
    PluginFailure,
    Region,
    RegionKind,
    Repair,
    Segment,
    SegmentKind,
    Source,
    Span,
    StrictError,
    UnclaimedError,
    UnknownPluginError,
    UnreadableInputError,
)
from cableparse.model.enriching import changed_fields
from invented import InventedEnricher, InventedFormat, InventedPlugin, whole

TELEGRAM = "UNCLAS OSLO 000012\nTAGS: ETRD\nSUBJECT: LOCKS\n\n1. (U) The lock is shut.\n\nLARSEN\n"
INVENTED = "INVENTED\n" + TELEGRAM


def with_format(**options: Any) -> Parser:
    return Parser([InventedPlugin(formats=[InventedFormat(**options)])], autoload=False)


def with_enricher(enrich: Callable[[Cable], Any]) -> Parser:
    plugin = InventedPlugin(
        formats=[InventedFormat()], enrichers=[InventedEnricher("wild", (), enrich)]
    )
    return Parser([plugin], autoload=False)


# ---------------------------------------------------------------- which format reads


def test_the_best_claim_wins() -> None:
    formats = [
        InventedFormat("good", 0.5),
        InventedFormat("better", 0.6),
        InventedFormat("fair", 0.4),
    ]
    assert (
        Parser([InventedPlugin(formats=formats)], autoload=False).parse(INVENTED).format == "better"
    )


def test_two_equal_best_claims_are_an_error_that_names_both_and_what_they_saw() -> None:
    formats = [InventedFormat("one", 0.9), InventedFormat("two", 0.9), InventedFormat("three", 0.1)]
    with pytest.raises(AmbiguousFormatError) as caught:
        Parser([InventedPlugin(formats=formats)], autoload=False).parse(INVENTED, name="a.txt")
    message = str(caught.value)
    for word in (
        "a.txt",
        "one saw the word that one knows",
        "two saw the word that two knows",
        "0.9",
    ):
        assert word in message
    assert "three" not in message


def test_equal_claims_below_the_best_are_no_error() -> None:
    formats = [InventedFormat("one", 0.2), InventedFormat("two", 0.2), InventedFormat("best", 0.3)]
    assert (
        Parser([InventedPlugin(formats=formats)], autoload=False).parse(INVENTED).format == "best"
    )


def test_a_named_format_is_not_asked_for_a_claim() -> None:
    parser = with_format(claim=lambda source: 1 / 0)
    assert parser.parse(TELEGRAM, format="invented").format == "invented"


def test_no_claim_is_an_error_that_lists_what_every_format_looked_for(parser: Parser) -> None:
    with pytest.raises(UnclaimedError) as caught:
        parser.parse("Dear Kari, the weather is fine.", name="letter.txt")
    message = str(caught.value)
    assert message.startswith("letter.txt: ")
    for format in parser.registry.formats:
        assert f"{format.name}: {format.looks_for}" in message  # type: ignore[attr-defined]


def test_a_format_that_does_not_say_what_it_looks_for_is_listed_all_the_same() -> None:
    class Silent:
        name = "silent"

        def claim(self, source):
            return None

        def read(self, source):
            return whole(source)

    with pytest.raises(UnclaimedError, match="silent"):
        Parser([InventedPlugin(formats=[Silent()])], autoload=False).parse("x")


def test_without_any_format_the_error_says_so() -> None:
    with pytest.raises(UnclaimedError, match="no format is installed"):
        Parser(autoload=False).parse(TELEGRAM)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (
            b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x01\x00H\x00H\x00\x00\xff\xdb\x00C\x00\x08\x06"
            + bytes(range(256)),
            "jpeg",
        ),
        (
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0:~\x9bU\0\0\0\nIDATx\x9cc`\0\0\0\x02\0\x01H\xaf\xa4q\0\0\0\0IEND\xaeB`\x82",
            "png",
        ),
        (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n", "pdf"),
        (b"PK\x03\x04\x14\x00\x00\x00\x08\x00" + bytes(40), "zip"),
    ],
    ids=["jpeg", "png", "pdf", "zip"],
)
def test_a_file_that_is_no_text_is_called_what_it_is(
    parser: Parser, data: bytes, kind: str
) -> None:
    with pytest.raises(BinaryInputError, match=kind):
        parser.parse(data)


@pytest.mark.parametrize("name", ["", "no-such", "Telegram"])
def test_an_unknown_format_is_refused_and_the_known_are_listed(parser: Parser, name: str) -> None:
    with pytest.raises(UnknownPluginError, match=f"{name!r}.*scoop, telegram, wikileaks"):
        parser.format(name)


def test_parse_refuses_an_unknown_format_too(parser: Parser) -> None:
    with pytest.raises(UnknownPluginError, match="'no-such'"):
        parser.parse(TELEGRAM, format="no-such")


def test_an_unknown_exporter_is_refused_and_the_known_are_listed(parser: Parser) -> None:
    with pytest.raises(UnknownPluginError, match=r"'xml'.*jsonl"):
        parser.exporter("xml")


# ---------------------------------------------------------------- inputs


@pytest.mark.parametrize("data", ["", b""], ids=["text", "bytes"])
@pytest.mark.parametrize("format", [None, "telegram"])
def test_an_empty_input_is_refused(parser: Parser, data: Any, format: str | None) -> None:
    with pytest.raises(EmptyInputError, match=r"empty\.txt: is empty"):
        parser.parse(data, name="empty.txt", format=format)


@pytest.mark.parametrize(
    "data", [" \n\t\r\n", b" \n \n", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n"], ids=repr
)
@pytest.mark.parametrize("format", [None, "telegram"])
def test_white_space_alone_is_an_empty_input(parser: Parser, data: Any, format: str | None) -> None:
    with pytest.raises(EmptyInputError):
        parser.parse(data, format=format)


def test_an_input_over_the_cap_is_refused_and_the_cap_named() -> None:
    parser = Parser(autoload="bundled", max_bytes=1000)
    with pytest.raises(InputTooLargeError, match=r"big\.txt.*1,000 bytes.*max_bytes"):
        parser.parse(b"x" * 1001, name="big.txt")


def test_an_input_as_long_as_the_cap_is_read() -> None:
    assert Parser(autoload="bundled", max_bytes=len(TELEGRAM)).parse(TELEGRAM).subject == "LOCKS"


@pytest.mark.parametrize(
    ("file", "unit"),
    [(io.BytesIO(b"\xc3\xa9" * 6), "bytes"), (io.StringIO("é" * 20), "code points")],
    ids=["bytes", "text"],
)
def test_of_an_open_file_over_the_cap_no_more_is_read_than_tells_it(
    file: BinaryIO | TextIO, unit: str
) -> None:
    with pytest.raises(InputTooLargeError, match=f"<file>: is longer than 10 {unit};"):
        Parser(autoload="bundled", max_bytes=10).read(file)
    assert file.tell() == 11


def test_a_file_is_read_up_to_the_cap(tmp_path: Path) -> None:
    path, length = tmp_path / "a.txt", len(TELEGRAM.encode())
    path.write_text(TELEGRAM)
    cable = Parser(autoload="bundled", max_bytes=length).read(path)
    assert (cable.subject, cable.source.name) == ("LOCKS", str(path))
    with pytest.raises(InputTooLargeError, match=f"longer than {length - 1} bytes"):
        Parser(autoload="bundled", max_bytes=length - 1).read(path)


def test_text_over_the_cap_is_told_in_code_points() -> None:
    with pytest.raises(InputTooLargeError, match="longer than 10 code points"):
        Parser(autoload="bundled", max_bytes=10).parse("x" * 11)


def test_a_directory_can_not_be_read(parser: Parser, tmp_path: Path) -> None:
    with pytest.raises(UnreadableInputError, match="can't be read") as caught:
        parser.read(tmp_path)
    assert isinstance(caught.value.__cause__, OSError)


@pytest.mark.parametrize("given", [None, b"a.txt", 1, ["a.txt"]], ids=repr)
def test_what_is_neither_a_path_nor_open_is_refused_in_words(parser: Parser, given: Any) -> None:
    wanted = "what is read is a str, an os.PathLike or an open file, and not "
    with pytest.raises(TypeError, match=f"{wanted}{type(given).__name__}"):
        parser.read(given)
    if given != ["a.txt"]:
        with pytest.raises(TypeError, match=r"a path is a str or an os\.PathLike"):
            list(parser.scan(given))


def test_an_input_without_a_name_is_called_data(parser: Parser) -> None:
    assert parser.parse(TELEGRAM).source.name == "<data>"


def test_a_given_name_is_the_sources(parser: Parser) -> None:
    assert parser.parse(TELEGRAM, name="a.txt").source.name == "a.txt"


@pytest.mark.parametrize(
    "open_",
    [lambda: io.StringIO(TELEGRAM), lambda: io.BytesIO(TELEGRAM.encode())],
    ids=["text", "bytes"],
)
def test_an_open_file_is_read(parser: Parser, open_: Callable[[], Any]) -> None:
    assert parser.read(open_()).subject == "LOCKS"


def test_a_path_is_read_and_named(parser: Parser, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TELEGRAM)
    for given in (path, str(path)):
        cable = parser.read(given)
        assert (cable.subject, cable.source.name) == ("LOCKS", str(path))


def test_a_name_for_a_path_wins_over_the_path(parser: Parser, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TELEGRAM)
    assert parser.read(tmp_path / "a.txt", name="mine").source.name == "mine"


def test_a_missing_path_is_refused(parser: Parser, tmp_path: Path) -> None:
    with pytest.raises(MissingInputError, match="none: there is no such file"):
        parser.read(tmp_path / "none")


def test_scan_yields_a_failure_and_goes_on(parser: Parser, tmp_path: Path) -> None:
    for name, text in (
        ("a.txt", TELEGRAM),
        ("b.txt", ""),
        ("c.txt", "no cable"),
        ("d.txt", TELEGRAM),
    ):
        (tmp_path / name).write_text(text)
    (tmp_path / "empty").mkdir()
    results = list(parser.scan([tmp_path, tmp_path / "none", tmp_path / "empty"]))
    kinds = [type(one.error) if isinstance(one, Failure) else type(one) for one in results]
    assert kinds == [
        Cable,
        EmptyInputError,
        UnclaimedError,
        Cable,
        MissingInputError,
        EmptyDirectoryError,
    ]
    failures = [one for one in results if isinstance(one, Failure)]
    assert [Path(failure.name).name for failure in failures] == ["b.txt", "c.txt", "none", "empty"]


def test_scan_goes_on_behind_a_plugin_that_fails(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(INVENTED)
    results = list(with_format(read=lambda source: 1 / 0).scan([tmp_path]))
    assert [type(one.error) for one in results if isinstance(one, Failure)] == [PluginFailure] * 2


def test_scan_reads_nothing_before_it_is_asked(parser: Parser, tmp_path: Path) -> None:
    scanning = parser.scan([tmp_path / "late.txt"])
    (tmp_path / "late.txt").write_text(TELEGRAM)
    assert isinstance(next(scanning), Cable)


def test_scan_with_strict_fails_what_has_defects(parser: Parser, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TELEGRAM)
    (failure,) = parser.scan([tmp_path], strict=True)
    assert isinstance(failure, Failure)
    assert isinstance(failure.error, StrictError)


# ---------------------------------------------------------------- strict


def test_strict_raises_all_defects_at_once(parser: Parser) -> None:
    defects = parser.parse(TELEGRAM).defects
    assert len(defects) > 1
    with pytest.raises(StrictError, match=re.escape(f"a.txt: {len(defects)} defects")) as caught:
        parser.parse(TELEGRAM, name="a.txt", strict=True)
    assert [error.defect for error in caught.value.exceptions] == list(defects)
    for error, defect in zip(caught.value.exceptions, defects, strict=True):
        assert defect.code in str(error)
        assert defect.message in str(error)


def test_strict_is_quiet_without_defects(parser: Parser) -> None:
    path = Path(__file__).parents[2] / "seeds" / "clean.txt"
    assert parser.read(path, strict=True).defects == ()


# ---------------------------------------------------------------- plugins that fail


def sink(*_: object) -> Any:
    raise RuntimeError("sunk")


@pytest.mark.parametrize("part", ["claim", "read"])
def test_a_format_that_raises_is_that_plugins_failure(part: str) -> None:
    with pytest.raises(
        PluginFailure, match=r"plugin invented: .*RuntimeError: sunk \(a\.txt\)"
    ) as caught:
        with_format(**{part: sink}).parse(INVENTED, name="a.txt")
    assert (caught.value.plugin, caught.value.name) == ("invented", "a.txt")
    assert isinstance(caught.value.__cause__, RuntimeError)


def test_nothing_looser_is_tried_behind_a_format_that_raises() -> None:
    formats = [InventedFormat("strict", 1, read=sink), InventedFormat("loose", 0.1)]
    with pytest.raises(PluginFailure, match="strict"):
        Parser([InventedPlugin(formats=formats)], autoload=False).parse(INVENTED)


def test_an_enricher_that_raises_is_that_plugins_failure() -> None:
    with pytest.raises(PluginFailure, match=r"plugin wild: .*RuntimeError: sunk") as caught:
        with_enricher(sink).parse(INVENTED)
    assert isinstance(caught.value.__cause__, RuntimeError)


def document(*regions: tuple[int, int], text: str | None = None) -> Callable[[Source], Any]:
    def read(source: Source) -> Document:
        return Document(
            text=source.text if text is None else text,
            regions=[Region(kind=RegionKind.TELEGRAM, span=Span(*span)) for span in regions],
        )

    return read


SIZE = len(INVENTED)


@pytest.mark.parametrize(
    "read",
    [
        document(),
        document((0, SIZE - 1)),
        document((1, SIZE)),
        document((0, 5), (6, SIZE)),
        document((0, 6), (5, SIZE)),
        document((0, SIZE + 1)),
        document((5, SIZE), (0, 5)),
    ],
    ids=["none", "short", "late", "gap", "overlap", "beyond", "unordered"],
)
def test_regions_that_are_not_the_text_are_a_breach_of_contract(
    read: Callable[[Source], Any],
) -> None:
    with pytest.raises(PluginContractError, match=r"plugin invented: its regions .*a\.txt"):
        with_format(read=read).parse(INVENTED, name="a.txt")


@pytest.mark.parametrize("given", [None, "text", 12, (), object], ids=repr)
def test_a_read_that_gives_no_document_is_a_breach_of_contract(given: object) -> None:
    with pytest.raises(PluginContractError, match="plugin invented"):
        with_format(read=lambda source: given).parse(INVENTED)


@pytest.mark.parametrize("given", [True, 0.9, "yes", (1, "seen")], ids=repr)
def test_a_claim_that_is_none_is_a_breach_of_contract(given: object) -> None:
    with pytest.raises(PluginContractError, match="plugin invented"):
        with_format(claim=lambda source: given).parse(INVENTED)


def test_a_claim_with_a_score_out_of_range_is_the_plugins_failure() -> None:
    with pytest.raises(PluginFailure, match="score"):
        with_format(claim=lambda source: Claim(score=7, evidence="all")).parse(INVENTED)


def one_segment(cable: Cable, span: Span, text: str) -> Cable:
    return attrs.evolve(
        cable,
        segments=(Segment(kind=cable.segments[0].kind, span=span, text=text, layer=Layer.CONTENT),),
    )


@pytest.mark.parametrize(
    "enrich",
    [
        lambda cable: None,
        lambda cable: cable.to_dict(),
        lambda cable: attrs.evolve(cable, source=attrs.evolve(cable.source, text="other")),
        lambda cable: attrs.evolve(cable, source=attrs.evolve(cable.source, name="other")),
        lambda cable: attrs.evolve(cable, segments=cable.segments[1:]),
        lambda cable: attrs.evolve(cable, segments=()),
        lambda cable: attrs.evolve(cable, segments=cable.segments[::-1]),
        lambda cable: one_segment(cable, Span(0, SIZE), "x" * SIZE),
    ],
    ids=[
        "nothing",
        "dictionary",
        "other text",
        "other name",
        "first gone",
        "all gone",
        "reversed",
        "false text",
    ],
)
def test_an_enricher_that_does_not_keep_the_text_is_a_breach_of_contract(
    enrich: Callable[[Cable], Any],
) -> None:
    with pytest.raises(PluginContractError, match=r"plugin wild: .*"):
        with_enricher(enrich).parse(INVENTED, name="a.txt")


def test_an_enricher_may_say_what_it_likes_standing_off() -> None:
    defect = Defect(code="wild.late", message="late", plugin="wild")
    cable = with_enricher(lambda cable: attrs.evolve(cable, defects=(defect,))).parse(INVENTED)
    assert cable.defects == (defect,)


# ---------------------------------------------------------------- enrichers that can wait


def that_only(says: str, enricher: InventedEnricher) -> InventedEnricher:
    setattr(enricher, says, True)
    return enricher


def relabelling(
    enrich: Callable[[Cable], Any], name: str = "labels", after: tuple[str, ...] = ()
) -> InventedEnricher:
    return that_only("relabels", InventedEnricher(name, after, enrich=enrich))


def relabelled(cable: Cable) -> Cable:
    (one, *rest) = cable.segments
    return cable.evolve(segments=(attrs.evolve(one, kind=SegmentKind.RESIDUE), *rest))


def annotating(
    enrich: Callable[[Cable], Any], name: str = "notes", after: tuple[str, ...] = ()
) -> InventedEnricher:
    return that_only("annotates", InventedEnricher(name, after, enrich=enrich))


def annotated(*enrichers: InventedEnricher) -> Cable:
    return Parser(
        [InventedPlugin(formats=[InventedFormat()], enrichers=[*enrichers])], autoload=False
    ).parse(INVENTED, name="a.txt")


def noted(code: str) -> Callable[[Cable], Cable]:
    return lambda cable: cable.with_defects(Defect(code=code, message="late", plugin="notes"))


@pytest.mark.parametrize("asked", ["redactions", "repairs", "defects", "body"])
def test_an_enricher_that_only_annotates_runs_once_when_its_word_is_asked_for(asked: str) -> None:
    ran: list[Cable] = []
    cable = annotated(annotating(lambda cable: ran.append(cable) or noted("notes.late")(cable)))
    assert (cable.format, cable.subject) == ("invented", "LOCKS")
    assert ran == []
    getattr(cable, asked)
    assert [one.code for one in cable.defects if one.plugin == "notes"] == ["notes.late"]
    assert (cable.redactions, len(ran)) == ((), 1)


def test_its_repairs_are_found_by_their_code() -> None:
    repair = Repair(
        span=Span(0, 1), code="notes.word", printed="x", read="y", reason="torn", plugin="notes"
    )
    cable = annotated(annotating(lambda cable: cable.evolve(repairs=(repair,))))
    assert cable.repairs_of("notes.word") == (repair,)


def test_several_that_annotate_speak_in_their_order_behind_those_that_run_at_once() -> None:
    cable = annotated(
        annotating(noted("notes.second"), "b", ("a",)),
        annotating(noted("notes.first"), "a", ("z",)),
        InventedEnricher("z", enrich=noted("notes.at-once")),
    )
    codes = [one.code for one in cable.defects if one.plugin == "notes"]
    assert codes == ["notes.at-once", "notes.first", "notes.second"]


@pytest.mark.parametrize(
    ("looks", "order"),
    [
        (lambda cable: cable.subject, ["z", "asked", "a", "b"]),
        (lambda cable: cable.segments, ["a", "z", "asked", "b"]),
        (lambda cable: cable.defects, ["b", "z", "asked", "a"]),
        (lambda cable: cable.body, ["a", "b", "z", "asked"]),
    ],
    ids=["subject", "segments", "defects", "body"],
)
def test_those_that_wait_run_before_one_that_asks_for_what_they_say(
    looks: Callable[[Cable], Any], order: list[str]
) -> None:
    ran = []
    cable = annotated(
        relabelling(lambda cable: ran.append("a") or relabelled(cable), "a"),
        annotating(lambda cable: ran.append("b") or noted("notes.late")(cable), "b"),
        InventedEnricher("z", enrich=lambda cable: (looks(cable) and ran.append("z")) or cable),
    )
    ran.append("asked")
    assert cable.segments[0].kind is SegmentKind.RESIDUE
    assert cable.defects[-1].code == "notes.late"
    assert ran == order


def test_the_errors_of_one_that_annotates_come_when_it_is_asked() -> None:
    cable = annotated(annotating(sink))
    with pytest.raises(PluginFailure, match=r"plugin notes: .*RuntimeError: sunk"):
        _ = cable.defects


@pytest.mark.parametrize(
    ("change", "changed"),
    [
        (relabelled, "segments"),
        (lambda cable: cable.evolve(subject="LAMPS"), "subject"),
        (lambda cable: cable.evolve(sections=3, tags=(), defects=()), "sections, tags"),
        (lambda cable: attrs.evolve(cable, signers=("VIK",)), "signers"),
    ],
    ids=["relabels", "subject", "several", "with attrs"],
)
def test_one_that_says_that_it_only_annotates_changes_nothing_else(
    change: Callable[[Cable], Cable], changed: str
) -> None:
    with pytest.raises(
        PluginContractError, match=rf"plugin notes: .*only annotates, and changed {changed} of a"
    ):
        _ = annotated(annotating(change)).defects


@pytest.mark.parametrize("asked", ["segments", "body"])
def test_an_enricher_that_only_relabels_runs_once_when_segments_are_asked_for(asked: str) -> None:
    ran: list[Cable] = []
    cable = annotated(relabelling(lambda cable: ran.append(cable) or relabelled(cable)))
    assert (cable.subject, cable.signers, ran) == ("LOCKS", ("LARSEN",), [])
    assert [defect.code for defect in cable.defects] == [
        defect.code for defect in ran_without(INVENTED).defects
    ]
    assert ran == []
    getattr(cable, asked)
    assert (cable.segments[0].kind, len(ran)) == (SegmentKind.RESIDUE, 1)


def ran_without(text: str) -> Cable:
    parser = Parser([InventedPlugin(formats=[InventedFormat()])], autoload=False)
    return parser.parse(text, name="a.txt")


def test_what_waits_is_asked_once_for_all_copies_of_a_cable() -> None:
    ran: list[Cable] = []
    cable = annotated(relabelling(lambda cable: ran.append(cable) or relabelled(cable)))
    copies = [cable.evolve(subject=subject) for subject in ("LAMPS", "FERRIES")]
    assert all(copy.segments is copies[0].segments for copy in (cable, *copies))
    assert len(ran) == 1
    plain = ran_without(INVENTED)
    copies = [plain.evolve(subject=subject) for subject in ("LAMPS", "FERRIES")]
    assert all(copy.segments is copies[0].segments for copy in (plain, *copies))


def test_one_that_annotates_sees_what_one_before_it_relabelled() -> None:
    cable = annotated(
        annotating(
            lambda cable: noted(f"notes.{cable.segments[0].kind}")(cable), after=("labels",)
        ),
        relabelling(relabelled),
    )
    assert [one.code for one in cable.defects if one.plugin == "notes"] == ["notes.residue"]


def test_one_that_does_both_may_change_both() -> None:
    both = annotating(lambda cable: noted("notes.late")(relabelled(cable)))
    cable = annotated(that_only("relabels", both))
    assert cable.segments[0].kind is SegmentKind.RESIDUE
    assert [one.code for one in cable.defects if one.plugin == "notes"] == ["notes.late"]


def test_one_that_says_that_it_only_relabels_says_nothing_beside() -> None:
    with pytest.raises(
        PluginContractError, match=r"plugin labels: .*only relabels, and changed defects of a"
    ):
        _ = annotated(relabelling(noted("labels.late"))).segments


def test_the_errors_of_one_that_relabels_come_when_it_is_asked_and_name_it() -> None:
    cable = annotated(
        relabelling(sink), annotating(lambda cable: cable.segments and cable, after=("labels",))
    )
    assert cable.subject == "LOCKS"
    for asked in ("segments", "body", "defects"):
        with pytest.raises(PluginFailure, match=r"\Aplugin labels: .*RuntimeError: sunk"):
            getattr(cable, asked)


def test_an_enricher_with_a_parser_of_its_own_is_blamed_for_what_fails_in_it() -> None:
    inner = Parser(
        [InventedPlugin(formats=[InventedFormat()], enrichers=[relabelling(sink, "inner")])],
        autoload=False,
    )
    outer = InventedEnricher("outer", enrich=lambda _: inner.parse(INVENTED, name="b.txt").body)
    with pytest.raises(PluginFailure, match=r"\Aplugin outer: .*plugin inner: .*\(a.txt\)\Z"):
        annotated(outer)


def copied(cable: Cable) -> Cable:
    return cable.evolve(segments=tuple(cable.segments))


def test_behind_one_that_relabels_at_once_one_that_waits_is_given_what_it_made() -> None:
    def looks_at_a_copy(cable: Cable) -> Cable:
        assert cable.evolve(repairs=()).body.paragraphs
        return relabelled(cable)

    cable = annotated(
        InventedEnricher("a", enrich=copied), relabelling(looks_at_a_copy, after=("a",))
    )
    assert cable.segments[0].kind is SegmentKind.RESIDUE


def test_a_cable_that_was_relabelled_at_once_leaves_nothing_to_the_collector() -> None:
    parser = Parser(
        [
            InventedPlugin(
                formats=[InventedFormat()],
                enrichers=[InventedEnricher("a", enrich=copied), relabelling(relabelled)],
            )
        ],
        autoload=False,
    )
    gc.collect()
    gc.disable()
    try:
        cable = parser.parse(INVENTED)
        kept = weakref.ref(cable.source)
        assert cable.subject == "LOCKS"
        del cable
        assert kept() is None
    finally:
        gc.enable()


def test_another_value_is_found_also_where_what_was_made_is_none() -> None:
    without = ran_without("INVENTED\nUNCLAS OSLO 000012\n\n1. (U) The lock is shut.\n")
    assert without.subject is None
    given = without.evolve(subject="LAMPS")
    assert changed_fields(without, given) == {"subject"}
    assert changed_fields(given, without) == {"subject"}


def test_one_that_relabels_and_loses_text_is_found_when_it_is_asked() -> None:
    cable = annotated(relabelling(lambda cable: cable.evolve(segments=cable.segments[1:])))
    with pytest.raises(PluginContractError, match=r"plugin labels: .*do not cover"):
        _ = cable.segments


def test_the_body_is_not_cut_for_who_asks_for_the_header(monkeypatch: pytest.MonkeyPatch) -> None:
    cut: list[str] = []
    module = "cableparse.telegram.body.body.cut_body"
    monkeypatch.setattr(module, lambda text, *_, **__: cut.append(text) or [])
    cable = annotated(InventedEnricher("z", enrich=noted("notes.at-once")), relabelling(relabelled))
    assert (cable.subject, cable.signers, cable.tags[0].code) == ("LOCKS", ("LARSEN",), "ETRD")
    assert [one.code for one in cable.defects if one.plugin == "notes"] == ["notes.at-once"]
    assert cut == []
    _ = cable.segments
    assert len(cut) == 1


# ---------------------------------------------------------------- which enrichers run


@pytest.mark.parametrize(
    ("enrich", "names"),
    [(True, ["a", "b", "c"]), (False, []), (["c", "a"], ["a", "c"]), ([], [])],
)
def test_the_caller_chooses_which_enrichers_run(enrich: Any, names: list[str]) -> None:
    plugin = InventedPlugin(enrichers=[InventedEnricher(name) for name in "cba"])
    parser = Parser([plugin], autoload=False, enrich=enrich)
    assert [enricher.name for enricher in parser.enrichers] == names


def test_an_unknown_enricher_is_refused() -> None:
    with pytest.raises(cableparse.CableparseError, match="'no-such'"):
        Parser(autoload="bundled", enrich=["no-such"])


# ---------------------------------------------------------------- the module's own functions


def test_the_functions_use_one_parser_with_all_installed_plugins(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TELEGRAM)
    cable = Parser().read(path)
    assert cableparse.read(path) == cable
    assert list(cableparse.scan([path])) == [cable]
    assert cableparse.parse(TELEGRAM, name=str(path)).segments == cable.segments


def test_a_fragment_of_a_header_parses_as_a_telegram() -> None:
    cable = cableparse.parse("TAGS: ETRD\nSUBJECT: LOCKS", format="telegram")
    assert [tag.code for tag in cable.tags] == ["ETRD"]
