"""The values of a telegram's header, one type each."""

import re
from datetime import datetime
from enum import StrEnum

from attrs import field, frozen

from cableparse.text.spans import Span
from cableparse.vocabulary import Precedence, archive_name, find_post, nearest_post

# Two-digit years: the State Department's electronic telegrams begin in 1973 and the public
# collections reach back to 1966, so 60 and above is the last century.
_CENTURY_TURNS = 60
SEVENTIES = 1970  # the decade whose telegrams have rules of their own

_MRN = re.compile(
    r"\s*(\d\d(?:\d\d)?)\s*(?:SECTION\s*\d\d?\s*OF\s*\d\d?\s*)?"
    r"([A-Z][A-Z0-9 .,'’/_-]{0,60}?)\s{0,9}(?:CORRECTED\s*COPY\s*+)?#?(\d+)\s*+"
    r"(?:\(?CORRECTED\s*COPY\)?\s*)?",
    re.IGNORECASE | re.ASCII,
)
_NOT_COMPACT = re.compile(r"[^A-Z0-9]+")


def full_year(printed: str) -> int:
    """Give the year that two or four printed digits mean.

    >>> full_year("07"), full_year("72"), full_year("2003")
    (2007, 1972, 2003)
    """
    year = int(printed)
    if len(printed) > 2:
        return year
    return year + (1900 if year >= _CENTURY_TURNS else 2000)


@frozen(kw_only=True, order=True)
class MRN:
    """A message reference number: ``year`` (four digits), ``post`` (upper case), ``serial``.

    >>> str(MRN.parse("09 RIO DE JANEIRO 000012"))
    '09RIODEJANEIRO12'
    >>> MRN.parse("09SHANGHAI59").formal
    '09 SHANGHAI 59'
    """

    year: int
    post: str
    serial: int

    @classmethod
    def parse(cls, text: str) -> "MRN":
        """Read a compact (``09SHANGHAI59``) or a formal (``09 SHANGHAI 59``) number.

        The National Archives' own (``1975NEWDE12211``) is a compact one, whose post is cut.
        A section count that a converter left inside (``09SECTION01OF02SANJOSE525``) is passed over,
        and so is ``CORRECTED COPY``.
        Raises ``ValueError`` for anything else.
        """
        match = _MRN.fullmatch(text)
        if match is None:
            raise ValueError(f"not a message reference number: {text!r}")
        return cls(year=full_year(match[1]), post=match[2].upper().strip(), serial=int(match[3]))

    def __str__(self) -> str:
        return f"{self.year % 100:02d}{_NOT_COMPACT.sub('', self.post)}{self.serial}"

    @property
    def formal(self) -> str:
        """The form that telegrams print, ``09 SHANGHAI 59``."""
        return f"{self.year % 100:02d} {self.post} {self.serial}"

    @property
    def archive_id(self) -> str:
        """The number of the National Archives' files of 1973 to 1979, ``1975NEWDE12211``.

        It has the year in four digits, the canonical post cut to six characters and then without
        its spaces, and the serial in five digits at least. ``parse`` reads it; where two posts
        share a cut name, the post stays cut.

        >>> MRN.parse("75 NEW DELHI 12211").archive_id, MRN.parse("1973PHNOM00625").archive_id
        ('1975NEWDE12211', '1973PHNOM00625')
        """
        return f"{self.year:04d}{archive_name(self.canonical.post)}{self.serial:05d}"

    @property
    def canonical(self) -> "MRN":
        """The same number under its post's one name: aliases and near misspellings are mapped.

        A name means what it meant in the number's year. A post that the vocabulary does not know
        stays as it is.
        """
        post = nearest_post(self.post, self.year)
        if post is None:
            return self
        compact = _NOT_COMPACT.sub("", post.formal)
        return MRN(
            year=self.year,
            post=post.formal if compact == post.name else post.name,
            serial=self.serial,
        )

    @property
    def known(self) -> bool:
        """Whether the vocabulary has the post under this very name in the number's year."""
        return find_post(self.post, self.year) is not None


@frozen(kw_only=True)
class Filed:
    """When a message was filed: ``day`` of the year, ``hour`` and ``minute`` in UTC."""

    day: int
    hour: int
    minute: int


@frozen(kw_only=True)
class Transmission:
    """What the transmission lines (ACP 127) say. What is lost is None or empty.

    ``id`` is the VZCZC line, ``precedence`` the routing line's, ``routing`` its indicators,
    ``originator`` and ``serial`` (the MRN's last four digits) stand in the DE line as ``filed``
    does, ``security`` is the ZNR/ZNY line, ``remarks`` what follows the date-time group.
    """

    id: str | None = None
    precedence: Precedence | None = None
    routing: tuple[str, ...] = ()
    originator: str | None = None
    serial: int | None = None
    filed: Filed | None = None
    security: str | None = None
    info_precedence: Precedence | None = None
    remarks: str | None = None


@frozen(kw_only=True)
class Addressee:
    """One addressee: routing indicator, PLAD, precedence and MCN, each as printed.

    ``mcn`` stays a string of digits, zeros included. ``excluded`` are the posts that the addressee
    collective's copy did not go to (XMT).
    """

    routing: str | None = None
    name: str
    precedence: Precedence | None = None
    mcn: str | None = None
    excluded: tuple[str, ...] = ()
    span: Span


class TagKind(StrEnum):
    """What a TAGS code is about (5 FAH-3)."""

    SUBJECT = "subject"
    GEOGRAPHIC = "geographic"
    PROGRAM = "program"
    ORGANIZATION = "organization"
    PERSON = "person"
    UNKNOWN = "unknown"


@frozen(kw_only=True)
class Tag:
    """One TAGS code or term, in upper case."""

    code: str
    kind: TagKind
    span: Span


class ReferenceKind(StrEnum):
    """What a reference refers to."""

    CABLE = "cable"
    EMAIL = "email"
    TELCON = "telcon"
    REPORT = "report"
    AIRGRAM = "airgram"
    LETTER = "letter"
    MEETING = "meeting"
    OTHER = "other"


@frozen(kw_only=True)
class Reference:
    """One entry of the reference list: ``label`` as printed without its punctuation, or None.

    ``sent_at`` is the date-time group that stands behind a cable's number or in its place, aware,
    in UTC.
    """

    label: str | None
    kind: ReferenceKind
    mrn: MRN | None = None
    sent_at: datetime | None = None
    text: str
    span: Span


@frozen(kw_only=True)
class Classifier:
    """Who classified the cable: ``name`` and ``title`` as printed, ``reasons`` as ``1.4(b)``."""

    name: str
    title: str | None = None
    reasons: tuple[str, ...] = ()
    span: Span


class Provenance(StrEnum):
    """How a field's value came to be known."""

    PRINTED = "printed"
    METADATA = "metadata"
    DERIVED = "derived"


@frozen(kw_only=True)
class Evidence:
    """Where a field's value stands. ``spans`` is empty when the wrapping has no span for it."""

    how: Provenance
    spans: tuple[Span, ...] = field(default=())
