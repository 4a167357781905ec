"""How a telegram was handled: who got copies, who relayed it, and how long it was to be secret."""

from datetime import date, datetime
from enum import StrEnum

from attrs import frozen

from cableparse.text.spans import Span


class DistributionRole(StrEnum):
    """What an office of the list of distribution gets its copies for."""

    ACTION = "action"
    INFO = "info"
    ORIGIN = "origin"


@frozen(kw_only=True)
class Office:
    """One entry of the Department's list of distribution, ``EUR-08``.

    ``code`` is the office's symbol as printed, ``copies`` how many copies it gets.
    """

    role: DistributionRole
    code: str
    copies: int
    span: Span


@frozen(kw_only=True)
class Relay:
    """What the line of dashes above the date-time group says, which the relay centre printed.

    ``number`` is the centre's running number as printed, zeros included. ``filed_at`` is aware, in
    UTC: the line prints day and time, month and year are the date-time group's. ``copies`` is the
    number behind the stroke.
    """

    number: str
    filed_at: datetime | None = None
    copies: int | None = None
    span: Span


class DeclassificationKind(StrEnum):
    """The schedules of Executive Orders 11652 (1972) and 12065 (1978)."""

    GENERAL = "GDS"
    EXEMPT = "XGDS"
    ADVANCED = "ADS"
    REVIEW = "RDS"
    EXTENDED = "XDS"


@frozen(kw_only=True)
class Declassification:
    """How the E.O. line schedules the declassification, ``XGDS-2``, ``GDS 6/25/85 (ROE, JANE)``.

    ``text`` is all of it as printed, on one line, ``categories`` are the numbers of the exemption
    or the reason, ``on`` is the printed date, ``authority`` who is named.
    """

    text: str
    kind: DeclassificationKind
    categories: tuple[int, ...] = ()
    on: date | None = None
    authority: str | None = None
    span: Span
