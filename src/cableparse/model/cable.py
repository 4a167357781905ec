"""The cable: its text cut into segments, what its header says, and views of its body."""

import functools
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import cached_property
from importlib import import_module
from itertools import repeat
from operator import attrgetter
from typing import Any

import attrs
from attrs import field, frozen

from cableparse.model.chunk import Chunk, chunks_of
from cableparse.model.fields import (
    MRN,
    SEVENTIES,
    Addressee,
    Classifier,
    Evidence,
    Reference,
    Tag,
    Transmission,
)
from cableparse.model.frozenmap import FrozenMap, frozen_map, frozen_texts
from cableparse.model.handling import Declassification, Office, Relay
from cableparse.model.late import Late
from cableparse.model.line import cable_line
from cableparse.text.annotations import HEADER_VALUE, Defect, Redaction, Repair
from cableparse.text.drafts import Drafted, draft_of
from cableparse.text.segments import Layer, Segment, SegmentKind
from cableparse.text.source import Source
from cableparse.text.spans import Span, TextMap
from cableparse.text.views.alignment import align
from cableparse.text.views.body import read_body
from cableparse.text.views.chunks import pack
from cableparse.text.views.parts import Body, Heading, Paragraph
from cableparse.text.views.passages import Passage
from cableparse.text.views.summary import find_comment, find_summary
from cableparse.text.views.titles import titlecase
from cableparse.vocabulary import Classification, Precedence


def _frozen_evidence(items: Mapping[str, Evidence]) -> FrozenMap[Evidence]:
    return frozen_map(items)


class _Late(Drafted):
    """What makes the values that nobody asked for yet; it is no field of a cable."""

    __slots__ = ("_late",)
    _late: Late


@frozen(kw_only=True)
class Cable(_Late):
    """One telegram, as one copy has it.

    The text is cut into ``segments``; everything else is read from them or is a view. A field that
    the copy lost is None or empty: ``classification`` None means unknown, which is not
    UNCLASSIFIED. ``sent_at`` is aware, in UTC. ``declassify_on`` is a date, or the event as
    printed. ``decade`` is the first year of the one that the copy shows it to be of, 1970 or 2000:
    the rules of the seventies' machines differ. ``evidence`` maps a field's name to where its value
    stands and how it is known.

    A new cable comes from ``cable.evolve(…)``, or from ``attrs.evolve(cable, …)``.
    """

    source: Source
    format: str
    metadata: FrozenMap[str] = field(factory=FrozenMap, converter=frozen_texts)
    segments: tuple[Segment, ...]

    mrn: MRN | None = None
    transmission: Transmission | None = None
    relay: Relay | None = None
    sent_at: datetime | None = None
    precedence: Precedence | None = None
    origin: str | None = None
    action: tuple[Addressee, ...] = ()
    info: tuple[Addressee, ...] = ()
    distribution: tuple[Office, ...] = ()
    drafted_by: tuple[str, ...] = ()
    approved_by: tuple[str, ...] = ()
    cleared_by: tuple[str, ...] = ()
    classification: Classification | None = None
    captions: tuple[str, ...] = ()
    sections: int | None = None
    passing: tuple[str, ...] = ()
    executive_order: str | None = None
    declassify_on: date | str | None = None
    declassification: Declassification | None = None
    tags: tuple[Tag, ...] = ()
    subject: str | None = None
    references: tuple[Reference, ...] = ()
    classifiers: tuple[Classifier, ...] = ()
    signers: tuple[str, ...] = ()
    decade: int | None = None

    redactions: tuple[Redaction, ...] = ()
    repairs: tuple[Repair, ...] = ()
    defects: tuple[Defect, ...] = ()
    evidence: FrozenMap[Evidence] = field(factory=FrozenMap, converter=_frozen_evidence)

    def __repr__(self) -> str:
        try:
            paragraphs = len(self.body.paragraphs)
        except Exception:  # a plugin's repair that can't be read, say: the rest is shown
            paragraphs = None
        subject = self.subject
        if subject is None or len(subject) <= _LONGEST_SUBJECT:
            title = self.title
        else:
            title = titlecase(subject[:_LONGEST_SUBJECT])
        return cable_line(
            mrn=self.mrn,
            classification=self.classification,
            sent_at=self.sent_at,
            title=title,
            paragraphs=paragraphs,
            defects=len(self.defects),
        )

    def evolve(self, **changes: Any) -> "Cable":
        """Give a cable with other values in some fields, as ``attrs.evolve(cable, …)`` does.

        It takes less time: what nobody asked for yet is not made for the new cable either. Raises
        ``TypeError`` for a name that is no field's.
        """
        late: Late | None = getattr(self, "_late", None)
        if late is None or not changes.keys() <= _TAKEN_AS_GIVEN:
            return attrs.evolve(self, **changes)
        return self._copy(late.but(changes), changes)

    def with_defects(self, *defects: Defect) -> "Cable":
        """Give a cable that has these defects behind its own, each that it does not have yet.

        What an enricher found is added so: its own defects are not made for it, if nobody asked
        for them yet, and an enricher that runs twice says nothing twice.
        """
        late: Late | None = getattr(self, "_late", None)
        if late is None or not late.waits("defects"):
            both = _with_new(self.defects, defects)
            return self.evolve(defects=both) if len(both) > len(self.defects) else self
        more = late.but({"defects"})
        more.put("defects", lambda: _with_new(late.get("defects"), defects))
        return self._copy(more, {})

    def repairs_of(self, code: str) -> tuple[Repair, ...]:
        """Give the repairs of one code, in order.

        Those that the parser itself makes are of header values, and are not made for another code.
        """
        late: Late | None = getattr(self, "_late", None)
        if code != HEADER_VALUE and late is not None and "repairs" in late and not late.enriched:
            return ()
        return tuple(repair for repair in self.repairs if repair.code == code)

    def _copy(self, late: Late, changes: Mapping[str, Any]) -> "Cable":
        draft = _CableDraft()
        draft._late = late
        any(map(setattr, repeat(draft), NEVER_LATE, never_late(self)))
        for name in late.lacking(MAY_BE_LATE):
            if name not in changes:
                setattr(draft, name, getattr(self, name))
        any(map(setattr, repeat(draft), changes, changes.values()))
        draft.__class__ = Cable
        cable: Cable = draft
        return cable

    def __getattr__(self, name: str) -> Any:
        # Reached while the slot of a late value is empty.
        late: Late | None
        try:
            late = object.__getattribute__(self, "_late")
        except AttributeError:  # of a cable that was made of its values nothing is late
            late = None
        if late is None or name not in late:
            raise AttributeError(f"a Cable has no {name!r}")
        values = late.get(name)
        object.__setattr__(self, name, values)
        return values

    # ------------------------------------------------------------ views

    @cached_property
    def body(self) -> Body:
        """Headings and paragraphs in printed order, furniture left out, repairs applied."""
        old = self.decade == SEVENTIES
        return read_body(self.source.even_text, self.segments, self.repairs, old=old)

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the body."""
        return self.body.paragraphs

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings of the body."""
        return self.body.headings

    @property
    def summary(self) -> str | None:
        """The summary's text without its label and its ``End Summary``; None without one."""
        return None if self._summary is None else self._summary.text

    @property
    def summary_map(self) -> TextMap | None:
        """Leads an offset in ``summary`` back to the source; None without a summary."""
        return None if self._summary is None else self._summary.text_map

    @property
    def comment(self) -> str | None:
        """The comment's text without its label and its ``End Comment``; None without one."""
        return None if self._comment is None else self._comment.text

    @property
    def comment_map(self) -> TextMap | None:
        """Leads an offset in ``comment`` back to the source; None without a comment."""
        return None if self._comment is None else self._comment.text_map

    @cached_property
    def title(self) -> str | None:
        """The subject in title case, acronyms and names kept."""
        return None if self.subject is None else titlecase(self.subject)

    @cached_property
    def title_map(self) -> TextMap | None:
        """Leads an offset in ``title``, and in ``subject``, back to the source.

        Title case changes the case of letters alone, so one map is both's. It is found from the
        subject's evidence, by setting the printed characters side by side; None where the subject
        is not what stands there to the letter, as metadata that the wrapping decorated, or stands
        nowhere.
        """
        evidence = self.evidence.get("subject")
        if self.subject is None or evidence is None or not evidence.spans:
            return None
        spans = [piece for span in evidence.spans for piece in self._content_of(span)]
        return align(self.source.even_text, spans, self.subject)

    def _content_of(self, span: Span) -> Iterator[Span]:
        """Give a span in parts, without an archive's stamp or a page mark inside it, say."""
        start = span.start
        for segment in self.segments:
            out = segment.span
            apart = segment.layer is Layer.FURNITURE or segment.kind is SegmentKind.PAGE_MARK
            if apart and start < out.end and out.start < span.end:
                if start < out.start:
                    yield Span(start, out.start)
                start = out.end
        if start < span.end:
            yield Span(start, span.end)

    @property
    def text(self) -> str:
        """The clean narrative: headings and paragraphs without markers and furniture."""
        return self.body.text

    @property
    def text_map(self) -> TextMap:
        """Leads an offset in ``text`` back to the source."""
        return self.body.text_map

    @cached_property
    def _summary(self) -> Passage | None:
        return find_summary(self.body.parts)

    @cached_property
    def _comment(self) -> Passage | None:
        return find_comment(self.body.parts)

    # ------------------------------------------------------------ passages

    def chunks(self, *, size: int = 1000, overlap: int = 0) -> tuple[Chunk, ...]:
        """Cut the body into passages of at most ``size`` characters, for retrieval.

        They follow the paragraphs: as many as fit stand in one, and only a paragraph that is longer
        than ``size`` is cut, before a sentence if there is one. None goes across a heading, and
        where one goes on under the same heading it begins with at most ``overlap`` characters of
        the end of the one before. Every character of every paragraph's text but white space where
        one was cut is in a passage, in order; headings are not, a passage names its own.

        Raises ``ValueError`` for a ``size`` below 1 and an ``overlap`` that is negative or not
        below ``size``, and ``TypeError`` for what is no whole number.
        """
        return chunks_of(self.source, self.mrn, pack(self.body.parts, size, overlap))

    # ------------------------------------------------------------ citations

    def cite(self, style: str = "chicago") -> str:
        """Give what to cite this copy with: ``chicago``, ``mla``, ``bibtex`` or ``csl-json``.

        Chicago and MLA are an entry of a bibliography in words, BibTeX is an ``@misc`` entry, and
        CSL-JSON a list of one item. Each has the copy's SHA-256, and says what the copy has not.
        Raises ``ValueError`` for another style.
        """
        citation: str = _citing().cite(self, style)
        return citation

    # ------------------------------------------------------------ JSON

    def to_dict(self, *, views: bool = False) -> dict[str, Any]:
        """Give the cable as what JSON can carry; :func:`from_dict` reads it back.

        ``views=True`` adds a key ``views`` with title, headings, paragraphs, summary, comment and
        clean text, for readers that have no cableparse; :func:`from_dict` passes over it.
        """
        plain: dict[str, Any] = _json_form().to_plain(self, views=views)
        return plain

    def _repr_html_(self) -> str:
        """Give a short reading, which notebooks show."""
        shown: str = import_module("cableparse.model.notebook").cable_html(self)
        return shown


# The quick ways to make a cable know what its fields are, and convert nothing.
_CableDraft = draft_of(Cable)
_FIELDS = tuple(one.name for one in attrs.fields(Cable))
MAY_BE_LATE = frozenset(
    {"segments", "transmission", "origin", "action", "info", "passing"}
    | {"executive_order", "declassify_on", "declassification", "tags", "subject"}
    | {"references", "classifiers", "signers", "redactions", "repairs", "defects", "evidence"}
)
"""The fields that may wait until somebody asks for them."""
NEVER_LATE = tuple(name for name in _FIELDS if name not in MAY_BE_LATE)
never_late = attrgetter(*NEVER_LATE)
_TAKEN_AS_GIVEN = frozenset(_FIELDS) - {"metadata", "evidence"}
_LATE_DEFAULTS = {one.name: one.default for one in attrs.fields(Cable) if one.name in MAY_BE_LATE}
_LONGEST_SUBJECT = 400  # that is put in title case for a line: a million characters take seconds
_DEFAULTS = {
    one.name: one.default
    for one in attrs.fields(Cable)
    if one.name != "metadata" and one.name not in MAY_BE_LATE
}


def _with_new(defects: tuple[Defect, ...], more: Iterable[Defect]) -> tuple[Defect, ...]:
    """Give the defects, and behind them each of the others once that is not among them."""
    had = set(defects)
    return (*defects, *(one for one in dict.fromkeys(more) if one not in had))


def cable_of(late: Late, **fields: Any) -> Cable:
    """Make the cable that the parser read: its values are of their types, and some are late."""
    values = _DEFAULTS | fields
    for name in late.lacking(MAY_BE_LATE):
        values.setdefault(name, _LATE_DEFAULTS[name])
    draft = _CableDraft()
    draft._late = late
    any(map(setattr, repeat(draft), values, values.values()))
    draft.__class__ = Cable
    cable: Cable = draft
    return cable


def from_dict(data: Mapping[str, Any]) -> Cable:
    """Give the cable that :meth:`Cable.to_dict` made ``data`` of.

    Raises ``SchemaError`` for a schema that is not this version's, and for anything else that is
    no cable.
    """
    cable: Cable = _json_form().from_plain(data)
    return cable


@functools.cache
def _json_form() -> Any:
    """Give the JSON form's module, imported with the first cable that is written or read as JSON.

    It stands above this one, for it makes cables, and it imports cattrs, which takes as long as a
    hundred parses.
    """
    return import_module("cableparse.model.jsonform")


@functools.cache
def _citing() -> Any:
    """Give the module of citations, imported with the first: it stands above this one."""
    return import_module("cableparse.model.citing")
