"""What an archive holds, counted before anyone trusts it: formats, fields, defects, vocabulary."""

import functools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from os import PathLike
from typing import Any

from attrs import define, field, fields

from cableparse.archive.sampling import Sample, draw
from cableparse.archive.tally import Tally
from cableparse.model.cable import Cable
from cableparse.model.enriching import whole
from cableparse.model.failure import Failure
from cableparse.model.fields import MRN, Provenance, TagKind
from cableparse.plugins.containers import Member
from cableparse.reading.default import installed_parser
from cableparse.reading.parser import Parser
from cableparse.text.segments import Layer, SegmentKind
from cableparse.vocabulary import captions

FORM = 1
"""Raised with every change of :meth:`Survey.to_dict` that an older reader could not read."""

_NOT_OF_HEADER = {
    *("source", "format", "metadata", "segments", "decade"),
    *("redactions", "repairs", "defects", "evidence"),
}
FIELDS = tuple(one.name for one in fields(Cable) if one.name not in _NOT_OF_HEADER)
"""The fields of a header, whose values a survey counts."""

# `the wrapping has date '2008-05-14', the telegram …`
_IN_CONFLICT = re.compile(r"the wrapping has (\w+) ")
# `SIPDIS`, `LIMDIS`: as most captions of distribution end; `ADDIS` is a post's first word
_LIKE_A_CAPTION = re.compile(r"[A-Z]{3,8}DIS")
_BETWEEN_CAPTIONS = re.compile(r"[ ,;/+]+")


@define
class Words:
    """Words of one kind: tallies of those that the vocabulary has, and of those that it has not."""

    known: Tally = field(factory=Tally)
    unknown: Tally = field(factory=Tally)

    def add(self, word: str, example: str, *, known: bool) -> None:
        """Count a word of one document."""
        (self.known if known else self.unknown).add(word, example)

    def merge(self, other: "Words") -> None:
        """Add what another one counted."""
        self.known.merge(other.known)
        self.unknown.merge(other.unknown)

    def to_dict(self) -> dict[str, Any]:
        """Give both as what JSON can carry."""
        return {
            "known": self.known.to_dict(),
            "unknown": self.unknown.to_dict(),
            "others": self.known.others + self.unknown.others,
        }


@define
class Survey:
    """Counts over the documents of an archive, in memory that does not grow with it.

    ``read`` and ``failed`` are numbers of documents. The tallies count by format, decade, year,
    encoding; by the code of a defect, a repair, a redaction; by the field in which wrapping and
    telegram disagree (``conflicts``); by the class of the error of what failed. ``tags``, ``posts``
    and ``captions`` are the words that were met. ``values`` has, for each field of a header, how
    many cables print it, have it from the metadata or have it derived; ``text`` how many code
    points the segments of each layer and kind have. ``sample`` says what was drawn, None where
    everything was read.
    """

    read: int = 0
    failed: int = 0
    formats: Tally = field(factory=Tally)
    decades: Tally = field(factory=Tally)
    years: Tally = field(factory=Tally)
    encodings: Tally = field(factory=Tally)
    values: Counter[tuple[str, Provenance]] = field(factory=Counter)
    defects: Tally = field(factory=Tally)
    conflicts: Tally = field(factory=Tally)
    repairs: Tally = field(factory=Tally)
    redactions: Tally = field(factory=Tally)
    tags: Words = field(factory=Words)
    posts: Words = field(factory=Words)
    captions: Words = field(factory=Words)
    text: Counter[tuple[Layer, SegmentKind]] = field(factory=Counter)
    failures: Tally = field(factory=Tally)
    sample: Sample | None = None

    def add(self, result: Cable | Failure) -> None:
        """Count a document: the cable that was read, or the failure in its place."""
        result = whole(result)
        if isinstance(result, Failure):
            self.failed += 1
            self.failures.add(type(result.error).__name__, result.name)
            return
        self.read += 1
        name = result.source.name
        year = result.sent_at.year if result.sent_at else result.mrn.year if result.mrn else None
        self.formats.add(result.format, name)
        self.decades.add(str(result.decade or "unknown"), name)
        self.years.add(str(year or "unknown"), name)
        self.encodings.add(result.source.encoding, name)
        for one, evidence in result.evidence.items():
            if one in FIELDS:
                self.values[one, evidence.how] += 1
        for segment in result.segments:
            self.text[segment.layer, segment.kind] += len(segment.span)
        self._add_words(result, name)
        for tally, codes in (
            (self.defects, (one.code for one in result.defects)),
            (self.conflicts, _in_conflict(result)),
            (self.repairs, (one.code for one in result.repairs)),
            (self.redactions, (one.code for one in result.redactions)),
        ):
            for code, times in Counter(codes).items():
                tally.add(code, name, times)

    def _add_words(self, cable: Cable, name: str) -> None:
        for tag in cable.tags:
            self.tags.add(tag.code, name, known=tag.kind is not TagKind.UNKNOWN)
        if cable.mrn is not None:
            post, known = _post(cable.mrn.post, cable.mrn.year)
            self.posts.add(post, name, known=known)
        for caption in cable.captions:
            self.captions.add(caption, name, known=caption in captions())
        for caption in _like_captions(cable):
            self.captions.add(caption, name, known=False)

    def merge(self, other: "Survey") -> None:
        """Add what another survey counted, over other documents; of examples this one's stay.

        ``sample`` is this one's still.
        """
        self.read += other.read
        self.failed += other.failed
        self.values.update(other.values)
        self.text.update(other.text)
        for one in fields(Survey):
            mine = getattr(self, one.name)
            if isinstance(mine, Tally | Words):
                mine.merge(getattr(other, one.name))

    def present(self, name: str) -> int:
        """Give how many cables have a value in a field of the header."""
        return sum(self.values[name, how] for how in Provenance)

    def to_dict(self) -> dict[str, Any]:
        """Give all counts as what JSON can carry."""
        sample = self.sample
        return {
            "survey": FORM,
            "sample": sample and {"size": sample.size, "of": sample.of, "seed": sample.seed},
            "documents": self.read + self.failed,
            "read": self.read,
            "failed": self.failed,
            "failures": self.failures.to_dict(),
            "formats": self.formats.to_dict(),
            "decades": self.decades.to_dict(),
            "years": self.years.to_dict(),
            "encodings": self.encodings.to_dict(),
            "fields": {
                name: {
                    "present": self.present(name),
                    **{how.value: self.values[name, how] for how in Provenance},
                }
                for name in FIELDS
            },
            "defects": self.defects.to_dict(),
            "conflicts": self.conflicts.to_dict(),
            "repairs": self.repairs.to_dict(),
            "redactions": self.redactions.to_dict(),
            "tags": self.tags.to_dict(),
            "posts": self.posts.to_dict(),
            "captions": self.captions.to_dict(),
            "text": {
                layer.value: {
                    kind.value: size
                    for (its_layer, kind), size in self.text.most_common()
                    if its_layer is layer
                }
                for layer in Layer
            },
        }


def survey(
    paths: str | PathLike[str] | Iterable[str | PathLike[str]],
    *,
    format: str | None = None,
    sample: int | None = None,
    seed: int = 0,
    parser: Parser | None = None,
) -> Survey:
    """Read every file below ``paths`` once, and count what they hold.

    What can't be read is counted, by the class of its error. ``sample`` reads so many of them,
    drawn by ``seed`` before one is parsed, and holds these in memory; what can't be opened is
    counted in any case. ``parser`` reads them, by default with every installed plugin; ``format``
    as for :meth:`Parser.parse`. Raises ``ValueError`` for a sample of less than one.
    """
    found = Survey()
    reader = parser or installed_parser()
    members: Iterable[Member | Failure] = reader.members(paths)
    if sample is not None:
        members, found.sample = draw(documents(members, found.add), sample, seed)
    for result in reader.read_members(members, format=format):
        found.add(result)
    return found


def documents(
    members: Iterable[Member | Failure], fail: Callable[[Failure], object]
) -> Iterator[Member]:
    """Give what can be drawn; what can't be opened is handed to ``fail`` at once."""
    for one in members:
        if isinstance(one, Failure):
            fail(one)
        else:
            yield one


def _like_captions(cable: Cable) -> Iterable[str]:
    """Give what must be captions that the vocabulary has not, each once.

    Lines are read as captions by the vocabulary alone; one with another word is a passing line. In
    a line of more than captions such a word may be a name: `STATE FOR LANDIS`.
    """
    lines = [_BETWEEN_CAPTIONS.split(line.strip()) for line in cable.passing]
    only = [
        word
        for words in lines
        if all(word in captions() or _LIKE_A_CAPTION.fullmatch(word) for word in words)
        for word in words
    ]
    return [word for word in dict.fromkeys(only) if word not in captions()]


def _in_conflict(cable: Cable) -> Iterable[str]:
    """Give the fields in which wrapping and telegram disagree."""
    for defect in cable.defects:
        if defect.code == "metadata.conflict":
            said = _IN_CONFLICT.match(defect.message)
            yield said[1] if said else "another"


@functools.lru_cache(maxsize=4096)
def _post(printed: str, year: int) -> tuple[str, bool]:
    """Give a post under its one name, and whether the vocabulary has it in that year."""
    canonical = MRN(year=year, post=printed, serial=1).canonical
    return canonical.post, canonical.known
