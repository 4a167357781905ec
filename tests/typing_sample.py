"""The public names as a user and a plugin author write them: mypy --strict reads this file.

It runs, too: `test_public_api.py` calls `use` and loads this module as a plugin.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, TextIO

import attrs

import cableparse
from cableparse import (
    ArchiveExporter,
    ArchiveWriter,
    Cable,
    Claim,
    Container,
    Defect,
    Document,
    Enricher,
    Exported,
    Exporter,
    Failure,
    Format,
    Member,
    Parser,
    Region,
    RegionKind,
    Source,
    Span,
    Target,
    Writer,
    hookimpl,
)

# ---------------------------------------------------------------- a user


def use(text: str, folder: Path) -> list[str]:
    """What a script does with a cable and with a folder of them."""
    cable: Cable = cableparse.parse(text, format="telegram", name="sample")
    found: list[str] = [tag.code for tag in cable.tags]
    if cable.mrn is not None:
        number: int = cable.mrn.serial
        found.append(f"{cable.mrn.formal} {number}")
    if cable.sent_at is not None:
        found.append(cable.sent_at.isoformat())
    for paragraph in cable.paragraphs:
        start: int = paragraph.text_map.source(0)
        found.append(f"{paragraph.number} {paragraph.portion} {start}")
    for chunk in cable.chunks(size=500, overlap=50):
        numbers: tuple[int | None, ...] = chunk.numbers
        found.append(f"{chunk.id[:0]}{numbers} {chunk.spans[0].start}")
    citation: str = cable.cite("bibtex")
    assert citation.startswith("@misc")
    found += [str(one.mrn.canonical) if one.mrn else one.text for one in cable.references]
    again: Cable = cableparse.from_dict(cable.to_dict(views=True))
    assert again == cable
    for result in cableparse.scan([folder], strict=False):
        if isinstance(result, Failure):
            found.append(f"{result.name}: {result.error}")
        else:
            found.append(result.title or result.source.name)
    try:
        Parser(autoload="bundled", enrich=["redactions"], max_bytes=10).parse(b"x" * 11)
    except cableparse.InputTooLargeError as error:
        found.append(error.name)
    try:
        Parser(autoload="bundled").format("no-such")
    except cableparse.UnknownPluginError as unknown:
        found.append(str(unknown))
    return found


def use_old_names(error: "cableparse.UnknownFormatError") -> cableparse.UnknownPluginError:
    """A deprecated name is typed as what it is called now. It is quoted: looked up, it warns."""
    return error


# ---------------------------------------------------------------- a plugin's author


class TicketFormat:
    """Reads a text whose first line is `TICKET` and a subject."""

    name = "ticket"
    looks_for = "the word TICKET on the first line"

    def claim(self, source: Source) -> Claim | None:
        if source.text.startswith("TICKET "):
            return Claim(score=1, evidence="the word TICKET")
        return None

    def read(self, source: Source) -> Document:
        end = source.text.find("\n") + 1 or len(source.text)
        regions = [Region(kind=RegionKind.METADATA, span=Span(0, end), field="subject")]
        if end < len(source.text):
            regions.append(Region(kind=RegionKind.TELEGRAM, span=Span(end, len(source.text))))
        return Document(
            text=source.text,
            regions=tuple(regions),
            metadata=cableparse.FrozenMap({"subject": source.text[7:end].strip()}),
        )


class LengthEnricher:
    """Says which paragraphs are very short."""

    name = "length"
    after: tuple[str, ...] = ("boilerplate",)

    def enrich(self, cable: Cable) -> Cable:
        defects = [
            Defect(
                code="length.short", message=paragraph.text, span=paragraph.span, plugin=self.name
            )
            for paragraph in cable.paragraphs
            if len(paragraph.text) < 10
        ]
        new = tuple(defect for defect in defects if defect not in cable.defects)
        return attrs.evolve(cable, defects=(*cable.defects, *new)) if new else cable


class TitleWriter:
    """Writes a title a line."""

    def __init__(self, target: Target) -> None:
        self._target = target
        self._stream: TextIO | None = None

    def __enter__(self) -> "TitleWriter":
        if isinstance(self._target, str) or hasattr(self._target, "__fspath__"):
            self._stream = Path(self._target).open("w", encoding="utf-8")
        else:
            self._stream = self._target
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._stream is not None and self._stream is not self._target:
            self._stream.close()

    def write(self, cable: Cable) -> None:
        assert self._stream is not None
        self._stream.write(f"{cable.title}\n")


class TitleExporter:
    """Titles, one a line."""

    name = "titles"
    suffixes: tuple[str, ...] = (".titles",)

    def open(self, target: Target) -> Writer:
        return TitleWriter(target)


class BundleContainer:
    """Tickets, one a line, below the word BUNDLE."""

    name = "bundle"

    def claim(self, name: str, beginning: bytes) -> Claim | None:
        return Claim(score=1, evidence=name) if beginning.startswith(b"BUNDLE\n") else None

    def members(self, file: BinaryIO, name: str) -> Iterator[Member]:
        for number, line in enumerate(file.read().splitlines()[1:], 1):
            yield Member(name=f"{name}#{number}", content=line, metadata={"shelf": "12"})


class TallyWriter:
    """Writes how long each cable is, a line each, and goes on where a token says."""

    def __init__(self, exporter: "TallyExporter", target: Target, token: int | None) -> None:
        self._exporter = exporter
        self._target = target
        self._token = token
        self._file: BinaryIO

    def __enter__(self) -> "TallyWriter":
        self._file = Path(str(self._target)).open("wb" if self._token is None else "r+b")
        if self._token is not None:
            self._file.truncate(self._token)
            self._file.seek(self._token)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._file.close()

    def write(self, cable: Cable) -> None:
        self.write_encoded(self._exporter.encode(cable))

    def write_encoded(self, encoded: bytes) -> None:
        self._file.write(encoded)

    def checkpoint(self) -> int:
        self._file.flush()
        return self._file.tell()


class TallyExporter:
    """An exporter for whole archives."""

    name = "tally"
    suffixes: tuple[str, ...] = (".tally",)
    streams = False

    def open(self, target: Target) -> ArchiveWriter:
        return TallyWriter(self, target, None)

    def encode(self, cable: Cable) -> bytes:
        return f"{cable.mrn} {len(cable.text)}\n".encode()

    def resume(self, target: str | os.PathLike[str], token: int) -> ArchiveWriter:
        return TallyWriter(self, target, token)


TALLY: ArchiveExporter = TallyExporter()


def use_workers(folder: Path) -> Path | None:
    """What a script does with an archive."""
    done: Exported = cableparse.export(folder, folder / "out.tally", workers=2, resume=True)
    return done.failures


def use_frames(folder: Path) -> list[str]:
    """What a notebook does with a folder."""
    frames = cableparse.to_pandas(cableparse.scan(folder))
    rows: dict[str, list[tuple[object, ...]]] = {table: [] for table in cableparse.TABLES}
    for cable in cableparse.scan(folder):
        if isinstance(cable, Cable):
            for table, more in cableparse.table_rows(cable).items():
                rows[table] += more
    return [table for table in rows if len(frames[table]) != len(rows[table])]


def use_spacy(cable: Cable, nlp: Any) -> list[str]:
    """What an annotator does with a cable."""
    doc = cableparse.to_doc(cable, nlp, text="reading")
    spans: list[Span] = [cableparse.source_span(one) for one in doc.spans["paragraphs"]]
    tagged: str = cableparse.to_conll(doc, "paragraphs")
    return [span.slice(cable.source.text) for span in spans] + tagged.splitlines()[:1]


@hookimpl
def cableparse_formats() -> Iterable[Format]:
    return [TicketFormat()]


@hookimpl
def cableparse_enrichers() -> Iterable[Enricher]:
    return [LengthEnricher()]


@hookimpl
def cableparse_exporters() -> Iterable[Exporter]:
    return [TitleExporter(), TALLY]


@hookimpl
def cableparse_containers() -> Iterable[Container]:
    return [BundleContainer()]
