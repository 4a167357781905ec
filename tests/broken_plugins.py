"""Plugins of which each breaks one law, and the sound ones that they differ from in one thing."""

import copy
import io
import itertools
import os
import random
import socket
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from attrs import evolve

from cableparse import (
    Cable,
    Claim,
    ContainerError,
    Defect,
    Document,
    Failure,
    Layer,
    Member,
    OpenMember,
    Redaction,
    Region,
    RegionKind,
    Repair,
    Source,
    Span,
)

LETTER = """\
LETTER Lamps
R 141745Z MAY 08
UNCLAS HALIFAX 000047
TAGS: EWWT
SUBJECT: LAMPS

1. (U) The lamp is lit, and XXXXXXXXXXXX keeps it.

2. (U) The oil is "low."

MARROWBY
-- end of letter
"""

Change = Callable[[Document, Source], Document]


# ---------------------------------------------------------------- formats


class Letters:
    """Reads what begins with LETTER and a subject; sound."""

    name = "letters"
    looks_for = "LETTER on the first line"

    def claim(self, source: Source) -> Any:
        if source.text.startswith("LETTER "):
            return Claim(score=0.9, evidence="LETTER")
        return None

    def read(self, source: Source) -> Any:
        text = source.text
        start = text.find("\n") + 1 if text.startswith("LETTER ") else 0
        end = text.find("-- end of letter", start)
        end = len(text) if end < 0 else end
        cuts = (("metadata", 0, start), ("telegram", start, end), ("furniture", end, len(text)))
        subject = text[len("LETTER ") : start].strip()
        return Document(
            text=text,
            regions=[
                Region(kind=RegionKind(kind), span=Span(first, last))
                for kind, first, last in cuts
                if first < last
            ],
            metadata={"subject": subject} if subject else {},
        )


class ChangedLetters(Letters):
    """Letters, and something done to what is read."""

    def __init__(self, change: Change) -> None:
        self.change = change

    def read(self, source: Source) -> Any:
        return self.change(super().read(source), source)


class MinimalLetters(Letters):
    """Letters that look at the text first."""

    def __init__(self, look: Callable[[str], object]) -> None:
        self.look = look

    def read(self, source: Source) -> Any:
        self.look(source.text)
        return super().read(source)


class ClaimedLetters(Letters):
    """Letters that claim otherwise."""

    def __init__(self, claim: Callable[[Source], Any]) -> None:
        self.claim = claim  # type: ignore[method-assign]


class NamedLetters(Letters):
    def __init__(self, name: str) -> None:
        self.name = name


class RememberingLetters(Letters):
    def claim(self, source: Source) -> Any:
        claim = super().claim(source)
        self.seen = source.text if claim else ""
        return claim

    def read(self, source: Source) -> Any:
        document = super().read(source)
        seen = getattr(self, "seen", "")
        return evolve(document, metadata={"seen": str(len(seen))})


class CountingLetters(Letters):
    def __init__(self) -> None:
        self.count = itertools.count()

    def read(self, source: Source) -> Any:
        return evolve(super().read(source), metadata={"copy": str(next(self.count))})


def refuses(found: Callable[[str], object]) -> Callable[[str], object]:
    def look(text: str) -> None:
        if found(text):
            raise ValueError("what is this?")

    return look


def with_defect(**fields: Any) -> Change:
    given = {"code": "body.missing", "message": "no body", "plugin": "letters", **fields}
    return lambda document, _: evolve(document, defects=[Defect(**given)])


def with_metadata(**metadata: Any) -> Change:
    return lambda document, _: evolve(document, metadata=metadata)


def without_tags(document: Document, source: Source) -> Document:
    text = source.text.partition("<table")[0] + source.text.partition("</table>")[2]
    return evolve(document, text=text, regions=_one(text))


def with_plain_line_ends(document: Document, source: Source) -> Document:
    text = source.text.replace("\r\n", "\n")
    return evolve(document, text=text, regions=_one(text))


def _one(text: str) -> Iterable[Region]:
    return [Region(kind=RegionKind.TELEGRAM, span=Span(0, len(text)))] if text else []


def quadratic(text: str) -> int:
    return sum(text.count("\n", 0, at) for at in range(0, len(text), 4))


def looks_up_an_address(_: object) -> None:
    with suppress(OSError):
        socket.getaddrinfo("cables.invalid", 80)


def writes_a_file(_: object) -> None:
    with tempfile.TemporaryFile("w") as file:
        file.write("lamp")


def sets_a_variable(_: object) -> None:
    os.environ["LAMP"] = f"lit {random.random()}"


FORMATS: list[tuple[str, Letters, str]] = [
    ("check_contract", NamedLetters("two words"), "'two words'"),
    ("check_contract", ClaimedLetters(lambda _: True), "claim() gave True"),
    ("check_contract", ChangedLetters(lambda *_: None), "read() gave None"),  # type: ignore[arg-type, return-value]
    ("check_survives_empty", MinimalLetters(lambda text: text[0]), "IndexError"),
    (
        "check_survives_empty",
        ClaimedLetters(lambda _: Claim(score=0.1, evidence="it may be")),
        "claims a text that holds nothing",
    ),
    ("check_survives_huge", MinimalLetters(refuses(lambda text: len(text) > 90_000)), "what is"),
    ("check_survives_partial", MinimalLetters(lambda text: text.index("SUBJECT")), "ValueError"),
    ("check_survives_redacted", MinimalLetters(refuses(lambda t: t.count("XX") > 20)), "what is"),
    ("check_survives_any_text", MinimalLetters(lambda text: text.encode()), "UnicodeEncodeError"),
    (
        "check_regions_cover_the_text",
        ChangedLetters(lambda document, _: evolve(document, regions=document.regions[:-1])),
        "the regions end at 0 of",
    ),
    (
        "check_regions_cover_the_text",
        ChangedLetters(
            lambda document, _: evolve(
                document, regions=[one for one in document.regions if one.kind != "metadata"]
            )
        ),
        "gap or overlap at 0",
    ),
    ("check_text_kept", ChangedLetters(with_plain_line_ends), "text is not the source's"),
    ("check_text_kept", ChangedLetters(without_tags), "of the page's words"),
    ("check_spans_in_bounds", ChangedLetters(with_defect(span=Span(0, 10**6))), "lies outside"),
    ("check_metadata_keys", ChangedLetters(with_metadata(date="14 May 2008")), "14 May 2008"),
    ("check_metadata_keys", ChangedLetters(with_metadata(mrn="lamp")), "'lamp'"),
    ("check_metadata_keys", ChangedLetters(with_metadata(subject="  ")), "'  '"),
    (
        "check_metadata_keys",
        ChangedLetters(
            lambda document, _: evolve(
                document, regions=[evolve(one, field="subject") for one in document.regions]
            )
        ),
        "telegram region names the metadata field 'subject'",
    ),
    ("check_defect_codes", ChangedLetters(with_defect(code="lamp.out")), "not in DEFECT_CODES"),
    ("check_defect_codes", ChangedLetters(with_defect(code="letters.out")), "is not documented"),
    ("check_defect_codes", ChangedLetters(with_defect(plugin="scoop")), "plugin 'scoop' found it"),
    ("check_defect_codes", ChangedLetters(with_defect(message="")), "has no message"),
    ("check_claims_its_own", ClaimedLetters(lambda _: None), "does not claim its own"),
    (
        "check_claims_its_own",
        ClaimedLetters(lambda _: Claim(score=0.1, evidence=" ")),
        "claims without evidence",
    ),
    (
        "check_claims_no_others",
        ClaimedLetters(lambda _: Claim(score=0.1, evidence="text")),
        "claims what is no cable",
    ),
    (
        "check_claims_no_others",
        ClaimedLetters(
            lambda s: Claim(score=0.99, evidence="SUBJECT") if "SUBJECT" in s.text else None
        ),
        "as surely as telegram does",
    ),
    ("check_reads_without_claim", RememberingLetters(), "claim() it reads otherwise"),
    ("check_pure", MinimalLetters(sets_a_variable), "os.environ changed"),
    ("check_pure", MinimalLetters(lambda _: random.random()), "the state of random changed"),
    ("check_pure", MinimalLetters(lambda text: print(len(text))), "written to standard output"),
    ("check_deterministic", CountingLetters(), "reads another document"),
    ("check_cables_keep_the_laws", ChangedLetters(with_defect(span=Span(5, 10**6))), "outside"),
    ("check_json_round_trip", ChangedLetters(with_metadata(pages=3)), "does not carry"),
    ("check_picklable", MinimalLetters(lambda text: text), "can't be pickled"),
    ("check_opens_no_socket", MinimalLetters(looks_up_an_address), "socket.getaddrinfo"),
    ("check_writes_nothing", MinimalLetters(writes_a_file), "opened for writing"),
    ("check_writes_nothing", MinimalLetters(sets_a_variable), "os.putenv"),
    ("check_linear_time", MinimalLetters(quadratic), "with the power"),
]
"""The check that fails, the plugin that fails it, and what the message says."""


# ---------------------------------------------------------------- enrichers


class Lamps:
    """Says once where a lamp is named; sound."""

    name = "lamps"
    after: Any = ("boilerplate",)
    defect_codes = {"lamps.named": "a lamp is named"}  # noqa: RUF012

    def enrich(self, cable: Cable) -> Any:
        at = cable.source.text.find("lamp")
        if at < 0:
            return cable
        defect = Defect(
            code="lamps.named", message="a lamp", span=Span(at, at + 4), plugin=self.name
        )
        if defect in cable.defects:
            return cable
        return evolve(cable, defects=(*cable.defects, defect))


class OtherLamps(Lamps):
    """Lamps, and something else done to the cable."""

    def __init__(self, change: Callable[[Cable], Any], **attributes: Any) -> None:
        self.change = change
        self.__dict__.update(attributes)

    def enrich(self, cable: Cable) -> Any:
        enriched = super().enrich(cable)
        changed = self.change(enriched)
        return enriched if changed is enriched else changed


class CountingLamps(Lamps):
    def __init__(self) -> None:
        self.count = itertools.count()

    def enrich(self, cable: Cable) -> Any:
        defect = Defect(code="body.missing", message=f"{next(self.count)}", plugin=self.name)
        return evolve(cable, defects=(*cable.defects, defect))


def looking(look: Callable[[str], object], **attributes: Any) -> OtherLamps:
    return OtherLamps(_Look(look), **attributes)


class _Look:
    def __init__(self, look: Callable[[str], object]) -> None:
        self.look = look

    def __call__(self, cable: Cable) -> Cable:
        self.look(cable.source.text)
        return cable


def adding(name: str, annotation: Callable[[Cable], object]) -> Callable[[Cable], Cable]:
    def add(cable: Cable) -> Cable:
        found = annotation(cable)
        before = getattr(cable, name)
        return cable if found in before else evolve(cable, **{name: (*before, found)})

    return add


def lamp_defect(**fields: Any) -> Callable[[Cable], Cable]:
    given = {"code": "body.missing", "message": "no body", "plugin": "lamps", **fields}
    return adding("defects", lambda _: Defect(**given))


def without_last_segment(cable: Cable) -> Cable:
    return evolve(cable, segments=cable.segments[:-1])


def mutates(cable: Cable) -> Cable:
    if cable.subject:
        object.__setattr__(cable, "subject", cable.subject + "!")
    return cable


def empty_repair(cable: Cable) -> Repair:
    end = min(1, len(cable.source.text))
    return Repair(
        span=Span(0, end),
        code="lamps.lit",
        printed=cable.source.text[:end],
        read="lit",
        reason="",
        plugin="lamps",
    )


def wrong_repair(cable: Cable) -> Repair:
    start = next((one.span.start for one in cable.paragraphs if one.number), 0)
    return Repair(
        span=Span(start, start),
        code="paragraph.number",
        printed="",
        read="77",
        reason="a guess",
        plugin="lamps",
    )


def relabelled(cable: Cable) -> Cable:
    return evolve(cable, segments=tuple(evolve(s, layer=Layer.FURNITURE) for s in cable.segments))


ENRICHERS: list[tuple[str, Lamps, str]] = [
    ("check_contract", OtherLamps(lambda cable: None), "enrich() gave None"),
    ("check_contract", looking(len, after="boilerplate"), "'boilerplate'"),
    ("check_contract", looking(len, after=("lamps",)), "waits for itself"),
    ("check_contract", looking(len, name=""), "its name is ''"),
    ("check_survives_empty", looking(lambda text: text[0]), "IndexError"),
    ("check_survives_huge", looking(refuses(lambda text: len(text) > 90_000)), "what is"),
    ("check_survives_partial", looking(lambda text: text.index("SUBJECT")), "ValueError"),
    ("check_survives_redacted", looking(refuses(lambda t: t.count("XX") > 20)), "what is"),
    ("check_survives_any_text", looking(lambda text: text.encode()), "UnicodeEncodeError"),
    (
        "check_source_kept",
        OtherLamps(lambda cable: evolve(cable, source=evolve(cable.source, name="mine"))),
        "its source changed",
    ),
    ("check_source_kept", OtherLamps(lambda c: evolve(c, metadata={})), "its metadata changed"),
    ("check_text_kept", OtherLamps(without_last_segment), "the segments end at"),
    (
        "check_spans_in_bounds",
        OtherLamps(lamp_defect(span=Span(0, 10**6))),
        "lies outside the text",
    ),
    (
        "check_spans_in_bounds",
        OtherLamps(
            adding(
                "redactions",
                lambda _: Redaction(span=Span(0, 0), code="x", printed="lamp", plugin="lamps"),
            )
        ),
        "says 'lamp' at Span",
    ),
    (
        "check_printed_values_kept",
        OtherLamps(lambda cable: evolve(cable, subject="LAMPS")),
        "subject was",
    ),
    ("check_printed_values_kept", OtherLamps(relabelled, annotates=True), "segments was"),
    ("check_printed_values_kept", OtherLamps(lambda c: c, relabels=True), "defects was"),
    ("check_annotations_kept", OtherLamps(lambda c: evolve(c, defects=())), "it took away"),
    ("check_annotations_kept", OtherLamps(lamp_defect(plugin="scoop")), "in the name of 'scoop'"),
    ("check_defect_codes", OtherLamps(lamp_defect(code="lamp.out")), "not in DEFECT_CODES"),
    ("check_defect_codes", OtherLamps(lamp_defect(code="lamps.out")), "is not documented"),
    ("check_defect_codes", looking(len, defect_codes={"lamp.out": "out"}), "'lamps.something'"),
    ("check_repairs_undoable", OtherLamps(adding("repairs", empty_repair)), "has no reason"),
    ("check_repairs_undoable", OtherLamps(adding("repairs", wrong_repair)), "repaired to 77"),
    ("check_pure", OtherLamps(mutates), "that it was given has changed"),
    ("check_pure", looking(lambda _: random.random()), "the state of random"),
    ("check_idempotent", CountingLamps(), "a second run changed defects"),
    ("check_deterministic", CountingLamps(), "the second time it gives another"),
    ("check_json_round_trip", OtherLamps(lamp_defect(message=3)), "does not carry"),
    ("check_picklable", looking(lambda text: text), "can't be pickled"),
    ("check_opens_no_socket", looking(looks_up_an_address), "socket.getaddrinfo"),
    ("check_writes_nothing", looking(writes_a_file), "opened for writing"),
    ("check_linear_time", looking(quadratic), "with the power"),
]


# ---------------------------------------------------------------- exporters


class Titles:
    """Writes a title a line; sound. What may go wrong are its class attributes."""

    name = "titles"
    suffixes: Any = (".titles",)
    encoding: str | None = "utf-8"
    errors = "backslashreplace"
    mode = "w"
    closes = True
    closes_given = False
    swallows = False
    opens_late = False
    silent_about_paths = False
    sidecar = False
    whole_first = True

    def __init__(self, **attributes: Any) -> None:
        self.__dict__.update(attributes)

    def open(self, target: Any) -> Any:
        return TitleWriter(self, target)

    def look(self, cable: Cable) -> None:
        """Nothing to see."""

    def line(self, cable: Cable) -> str:
        return f"{cable.mrn} {cable.title} {len(cable.text)} {cable.text!r}"


class TitleWriter:
    def __init__(self, exporter: Titles, target: Any) -> None:
        self.exporter, self.target = exporter, target
        self.given = hasattr(target, "write")
        self.stream: Any = target if self.given else None
        if not self.given and not exporter.opens_late:
            self.open()

    def open(self) -> None:
        named = {} if self.exporter.encoding is None else {"encoding": self.exporter.encoding}
        with suppress(OSError if self.exporter.silent_about_paths else ()):
            self.stream = Path(self.target).open(  # noqa: SIM115
                self.exporter.mode, errors=self.exporter.errors, **named
            )
        if self.exporter.sidecar:
            Path(f"{self.target}.index").touch()

    def __enter__(self) -> "TitleWriter":
        return self

    def __exit__(self, *exception: object) -> bool:
        if self.stream is not None:
            self.stream.flush()
            if self.exporter.closes_given if self.given else self.exporter.closes:
                self.stream.close()
            elif not self.given:
                LEFT_OPEN.append(self.stream)
        return self.exporter.swallows

    def write(self, cable: Cable) -> None:
        if self.stream is None and self.exporter.opens_late:
            self.open()
        self.exporter.look(cable)
        if self.stream is None:
            return
        if self.exporter.whole_first:
            self.stream.write(self.exporter.line(cable) + "\n")
        else:
            self.stream.write(f"{cable.mrn} ")
            self.stream.write(f"{cable.title}\n")


LEFT_OPEN: list[Any] = []
"""Files that a broken writer left open, for the tests to close."""


class CountingTitles(Titles):
    def __init__(self) -> None:
        self.count = itertools.count()

    def line(self, cable: Cable) -> str:
        return f"{next(self.count)} {cable.title}"


class MixingTitles(Titles):
    def __init__(self) -> None:
        self.lines: list[str] = []

    def open(self, target: Any) -> Any:
        self.lines.clear()
        return super().open(target)

    def line(self, cable: Cable) -> str:
        self.lines.append(f"{cable.title}")
        return ", ".join(self.lines)


class CheckingTitles(MixingTitles):
    def line(self, cable: Cable) -> str:
        self.lines.append(f"{cable.title}")
        return f"{cable.title} {sum(sign == 'a' for line in self.lines for sign in line)}"


class AsciiTitles(Titles):
    def line(self, cable: Cable) -> str:
        return f"{cable.title}".encode("ascii", "replace").decode()


class JsonTitles(Titles):
    suffixes = (".json",)

    def line(self, cable: Cable) -> str:
        return '{"title": 1}'


class XmlTitles(JsonTitles):
    suffixes = (".titles.xml",)


class LookingTitles(Titles):
    def __init__(self, look: Callable[[str], object]) -> None:
        self._look = look

    def look(self, cable: Cable) -> None:
        self._look(cable.source.text)


class NotWriting:
    def __enter__(self) -> "NotWriting":
        return self

    def __exit__(self, *exception: object) -> None:
        pass


class NotWritingTitles(Titles):
    def open(self, target: Any) -> Any:
        return NotWriting()


class WrongErrorTitles(Titles):
    def open(self, target: Any) -> Any:
        if not hasattr(target, "write") and not Path(target).parent.exists():
            raise KeyError("folder")
        return super().open(target)


class ArchiveTitles(Titles):
    """Encodes in workers and goes on; sound."""

    cuts_back = True
    creates = False
    drops_first = False

    def open(self, target: Any) -> Any:
        return ArchiveTitleWriter(self, target)

    def encode(self, cable: Cable) -> Any:
        self.look(cable)
        return self.line(cable) + "\n"

    def resume(self, target: Any, token: int) -> Any:
        if not self.creates and not Path(target).exists():
            raise FileNotFoundError(target)
        writer = ArchiveTitleWriter(evolved(self, mode="a"), target)
        if self.cuts_back:
            writer.stream.truncate(token)
        if self.drops_first:
            writer.stream.truncate(0)
        return writer


class ArchiveTitleWriter(TitleWriter):
    def write(self, cable: Cable) -> None:
        self.write_encoded(self.exporter.encode(cable))

    def write_encoded(self, encoded: str) -> None:
        self.stream.write(encoded)

    def checkpoint(self) -> int:
        self.stream.flush()
        return self.stream.tell()


def evolved(exporter: Any, **attributes: Any) -> Any:
    another = copy.copy(exporter)
    another.__dict__.update(attributes)
    return another


class CountingArchiveTitles(ArchiveTitles):
    count = 0

    def encode(self, cable: Cable) -> Any:
        self.count += 1
        return f"{self.count} {cable.title}\n"


class UnpicklableTitles(ArchiveTitles):
    def encode(self, cable: Cable) -> Any:
        return lambda: cable


class RaisingTitles(ArchiveTitles):
    def resume(self, target: Any, token: int) -> Any:
        if not Path(target).exists():
            raise KeyError(token)
        return super().resume(target, token)


class NoCheckpointTitles(ArchiveTitles):
    def open(self, target: Any) -> Any:
        return TitleWriter(self, target)


EXPORTERS: list[tuple[str, Titles, str]] = [
    ("check_contract", Titles(suffixes=("titles",)), "('titles',)"),
    ("check_contract", Titles(suffixes=".titles"), "'.titles'"),
    ("check_contract", NotWritingTitles(), "without write()"),
    ("check_contract", Titles(name="a b"), "'a b'"),
    ("check_contract", NoCheckpointTitles(), "without write_encoded()"),
    ("check_writes_any_cable", LookingTitles(lambda text: text[0]), "IndexError"),
    ("check_writes_any_cable", LookingTitles(lambda text: text.encode()), "UnicodeEncodeError"),
    ("check_pure", LookingTitles(lambda text: print(text[:4])), "written to standard output"),
    ("check_deterministic", CountingTitles(), "is another"),
    ("check_closes_what_it_opened", Titles(closes=False), "still open"),
    ("check_leaves_open_what_it_was_given", Titles(closes_given=True), "closed the stream"),
    ("check_begins_a_path_anew", Titles(mode="a"), "written before"),
    ("check_writers_apart", MixingTitles(), "beside another writer"),
    ("check_keeps_unicode", AsciiTitles(), "'é' and 'è' are alike"),
    ("check_keeps_unicode", Titles(encoding=None), "without naming the encoding"),
    ("check_empty_export", Titles(opens_late=True), "left no file"),
    ("check_empty_export", JsonTitles(), "empty .json file is not valid"),
    ("check_valid_output", JsonTitles(), ".json file is not valid"),
    ("check_valid_output", XmlTitles(), ".titles.xml file is not valid"),
    ("check_failed_write_leaves_nothing", Titles(whole_first=False), "left its traces"),
    ("check_passes_errors_on", Titles(swallows=True), "was swallowed"),
    ("check_passes_errors_on", Titles(silent_about_paths=True), "raised nothing"),
    ("check_passes_errors_on", WrongErrorTitles(), "raised KeyError"),
    ("check_picklable", LookingTitles(lambda text: text), "can't be pickled"),
    ("check_encodes_for_workers", UnpicklableTitles(), "can't be pickled"),
    ("check_encodes_for_workers", CountingArchiveTitles(), "something else than write()"),
    ("check_resumes", ArchiveTitles(cuts_back=False), "after it was ended"),
    ("check_resumes", ArchiveTitles(drops_first=True), "holds something else"),
    ("check_resumes", ArchiveTitles(creates=True), "raised nothing"),
    ("check_resumes", RaisingTitles(), "raised KeyError"),
    ("check_opens_no_socket", LookingTitles(looks_up_an_address), "socket.getaddrinfo"),
    ("check_writes_only_its_target", LookingTitles(writes_a_file), "opened for writing"),
    ("check_writes_only_its_target", Titles(sidecar=True), "beside its target it left"),
    ("check_linear_time", LookingTitles(quadratic), "with the power"),
    ("check_linear_time", CheckingTitles(), "cables one after the other"),
]


# ---------------------------------------------------------------- containers

CRATE = (
    b"CRATE\n" + b"".join(b"lamp %d: SUBJECT: LAMPS\n" % number for number in range(9)) + b"END\n"
)


class Crates:
    """Gives the lines between CRATE and END; sound."""

    name = "crates"

    def claim(self, name: str, beginning: bytes) -> Any:
        if beginning.startswith(b"CRATE\n"):
            return Claim(score=0.9, evidence="CRATE")
        return None

    def members(self, file: Any, name: str) -> Any:
        first = file.readline()
        if first != b"CRATE\n":
            raise ContainerError(name, "is no crate")
        for number in itertools.count(1):
            line = file.readline()
            if line == b"END\n":
                return
            if not line:
                raise ContainerError(name, "breaks off")
            yield from self.line(line, f"{name}#{number}", number)

    def line(self, line: bytes, name: str, number: int) -> Iterable[Any]:
        if number == 2:
            yield Failure(name=name, error=ContainerError(name, "is broken"))
        elif number == 3:
            yield OpenMember(name=name, file=io.BytesIO(line))
        else:
            yield Member(name=name, content=line, metadata={"number": str(number)})


class ChangedCrates(Crates):
    """Crates, and something done otherwise."""

    def __init__(self, **attributes: Any) -> None:
        self.__dict__.update(attributes)


class ListedCrates(Crates):
    def members(self, file: Any, name: str) -> Any:
        return list(super().members(file, name))


class EagerCrates(Crates):
    def claim(self, name: str, beginning: bytes) -> Any:
        return Claim(score=0.1, evidence="why not")


class NamedCrates(Crates):
    def claim(self, name: str, beginning: bytes) -> Any:
        return (
            Claim(score=0.1, evidence="its name")
            if name.endswith(".txt")
            else super().claim(name, beginning)
        )


class StubbornCrates(Crates):
    def claim(self, name: str, beginning: bytes) -> Any:
        return None


class LineCrates(Crates):
    def __init__(self, change: Callable[[bytes, str, int], Iterable[Any]]) -> None:
        self.line = change  # type: ignore[method-assign]


class PlainCrates(Crates):
    """Raises what Python raises."""

    def members(self, file: Any, name: str) -> Any:
        lines = file.read().split(b"\n")
        lines.remove(b"END")
        for number, line in enumerate(lines, 1):
            yield Member(name=f"{name}#{number}", content=line)


class NamelessCrates(Crates):
    def members(self, file: Any, name: str) -> Any:
        try:
            yield from super().members(file, name)
        except ContainerError as error:
            raise ContainerError("crate", "is broken") from error


class SharedCrates(Crates):
    """Two that are read side by side share their place."""

    def __init__(self) -> None:
        self.lines: list[bytes] = []

    def members(self, file: Any, name: str) -> Any:
        self.lines = file.read().splitlines(keepends=True)
        if not self.lines or self.lines[0] != b"CRATE\n":
            raise ContainerError(name, "is no crate")
        for number in itertools.count(1):
            if number >= len(self.lines):
                raise ContainerError(name, "breaks off")
            line = self.lines.pop(number)
            if line == b"END\n":
                return
            self.lines.insert(number, b"-" + line)
            yield Member(name=f"{name}#{number}", content=self.lines[number])


class SeekingCrates(Crates):
    def members(self, file: Any, name: str) -> Any:
        if not file.seekable():
            yield Failure(name=f"{name}#1", error=ContainerError(name, "can't seek"))
            return
        yield from super().members(file, name)


class ClosingCrates(Crates):
    def members(self, file: Any, name: str) -> Any:
        with file:
            yield from super().members(file, name)


class CountingCrates(Crates):
    def __init__(self) -> None:
        self.count = itertools.count()

    def line(self, line: bytes, name: str, number: int) -> Iterable[Any]:
        yield Member(name=name, content=b"%d" % next(self.count))


class LookingCrates(Crates):
    def __init__(self, look: Callable[[str], object]) -> None:
        self._look = look

    def line(self, line: bytes, name: str, number: int) -> Iterable[Any]:
        self._look(line.decode("latin-1"))
        return super().line(line, name, number)


CONTAINERS: list[tuple[str, Crates, str]] = [
    ("check_contract", ChangedCrates(name="a b"), "'a b'"),
    ("check_contract", ChangedCrates(claim=lambda name, beginning: True), "claim() gave True"),
    ("check_contract", ListedCrates(), "it gives an iterator"),
    ("check_contract", LineCrates(lambda line, name, number: [line]), "gives members and failures"),
    ("check_claims_its_own", StubbornCrates(), "does not claim"),
    (
        "check_claims_its_own",
        ChangedCrates(claim=lambda name, beginning: Claim(score=1, evidence=" ")),
        "has no evidence",
    ),
    ("check_claims_no_others", EagerCrates(), "claims what is not its own"),
    ("check_claims_no_others", NamedCrates(), "claims what is not its own"),
    (
        "check_members_named",
        LineCrates(lambda line, name, number: [Member(name="lamp", content=line)]),
        "is called 'lamp'",
    ),
    (
        "check_members_named",
        LineCrates(lambda line, name, number: [Member(name=f"{name[:8]}#1", content=line)]),
        "have one name",
    ),
    ("check_members_named", LineCrates(lambda line, name, number: []), "gives no member"),
    ("check_errors_named", PlainCrates(), "ValueError"),
    ("check_errors_named", NamelessCrates(), "does not name the file"),
    ("check_deterministic", CountingCrates(), "other members"),
    ("check_streamed", SharedCrates(), "is another where two are read"),
    ("check_reads_a_stream", SeekingCrates(), "other members of a stream"),
    ("check_leaves_open_what_it_was_given", ClosingCrates(), "closed the file"),
    ("check_pure", LookingCrates(lambda text: print(text[:4])), "written to standard output"),
    ("check_picklable", LookingCrates(lambda text: text), "can't be pickled"),
    ("check_opens_no_socket", LookingCrates(looks_up_an_address), "socket.getaddrinfo"),
    ("check_writes_nothing", LookingCrates(writes_a_file), "opened for writing"),
]
