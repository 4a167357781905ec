"""The lines above the text: transmission, addresses, the level with the number, captions."""

from collections.abc import Iterator

from attrs import frozen

from cableparse.testing.copies import BLANK, Line
from cableparse.testing.draft import Draft, DraftAddressee
from cableparse.testing.printing.pieces import WIDTH, Label, Printed, line, lines
from cableparse.testing.wrap import wrap
from cableparse.vocabulary import Classification, Precedence

_PROSIGNS = {
    Precedence.FLASH: "Z",
    Precedence.IMMEDIATE: "O",
    Precedence.PRIORITY: "P",
    Precedence.ROUTINE: "R",
}
_LEVELS = {
    Classification.UNCLASSIFIED: "UNCLAS",
    Classification.LIMITED_OFFICIAL_USE: "LIMITED OFFICIAL USE",
    Classification.CONFIDENTIAL: "C O N F I D E N T I A L",
    Classification.SECRET: "S E C R E T",
    Classification.TOP_SECRET: "T O P  S E C R E T",
}
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")

ORIGIN_LABEL = Label(text="FM", colon="")
ACTION_LABEL = Label(text="TO", colon="")
INFO_LABEL = Label(text="INFO", colon="")


@frozen(kw_only=True)
class PrintedTransmission(Printed):
    """The machines' lines, `VZCZC…` to `ZNY CCCCC ZZH`."""

    draft: Draft
    width: int = WIDTH

    def lines(self) -> list[Line]:
        """Give the four kinds of lines, as far as the draft has what they say."""
        return list(self._lines())

    def _lines(self) -> Iterator[Line]:
        sent = self.draft.transmission
        if sent is None:
            return
        if sent.id:
            yield line(sent.id, "id")
        precedence = 2 * _PROSIGNS.get(sent.precedence, "") if sent.precedence else ""
        if precedence or sent.routing:
            words = " ".join((precedence, *sent.routing)).strip()
            yield from lines(wrap(words, self.width), "routing")
        if sent.originator and sent.serial is not None:
            section = "/01" if (self.draft.sections or 1) > 1 else ""
            filed = sent.filed
            when = f" {filed.day:03d}{filed.hour:02d}{filed.minute:02d}" if filed else ""
            yield line(f"DE {sent.originator} #{sent.serial:04d}{section}{when}", "de")
        if sent.security:
            yield line(sent.security, "security")


@frozen(kw_only=True)
class PrintedDate(Printed):
    """The date-time group, `R 161344Z MAY 03`: prosigns, moment, zone, month, year, remarks."""

    prosigns: tuple[str, ...]
    moment: str
    zone: str = "Z"
    month: str
    year: str
    remarks: tuple[str, ...] = ()
    gap: str = " "

    @classmethod
    def of(cls, draft: Draft) -> "PrintedDate | None":
        """Print a draft's date plainly; None where it has none."""
        sent, at = draft.transmission, draft.sent_at
        if at is None:
            return None
        prosigns = (draft.precedence, sent.info_precedence if sent else None)
        return cls(
            above=0,
            prosigns=tuple(_PROSIGNS[one] for one in prosigns if one in _PROSIGNS),
            moment=f"{at:%d%H%M}",
            month=_MONTHS[at.month - 1],
            year=f"{at:%y}",
            remarks=(sent.remarks,) if sent is not None and sent.remarks else (),
        )

    def lines(self) -> list[Line]:
        """Give the one line."""
        group = (*self.prosigns, self.moment + self.zone, self.month, self.year, *self.remarks)
        return [line(self.gap.join(group), "date")]


@frozen(kw_only=True)
class PrintedOrigin(Printed):
    """Who sent the cable, `FM AMEMBASSY OSLO`."""

    label: Label = ORIGIN_LABEL
    name: str

    def lines(self) -> list[Line]:
        """Give the one line."""
        return [line(f"{self.label}{self.name}", "origin")]


@frozen(kw_only=True)
class PrintedAddressee:
    """One addressee: `RUEHC`, `/`, `SECSTATE WASHDC`, `PRIORITY`, `7211`, and those behind XMT."""

    routing: str | None
    slash: str = "/"
    name: str
    precedence: str | None
    mcn: str | None
    excluded: tuple[str, ...]
    gap: str = " "

    def __str__(self) -> str:
        routing = f"{self.routing}{self.slash}" if self.routing else ""
        words = (routing + self.name, self.precedence, self.mcn)
        return self.gap.join(word for word in words if word)


@frozen(kw_only=True)
class PrintedAddressees(Printed):
    """The addressees of one kind, ``action`` behind TO or ``info`` behind INFO.

    The label may stand again before each one, or on a line of its own; ``indent`` stands before
    those that have no label.
    """

    field: str
    label: Label
    listed: tuple[PrintedAddressee, ...]
    repeated: bool = False
    alone: bool = False
    indent: str = ""

    @classmethod
    def of(
        cls, field: str, label: Label, addressees: tuple[DraftAddressee, ...]
    ) -> "PrintedAddressees | None":
        """Print addressees plainly; None where there are none."""
        listed = tuple(
            PrintedAddressee(
                routing=one.routing,
                name=one.name,
                precedence=str(one.precedence) if one.precedence else None,
                mcn=one.mcn,
                excluded=one.excluded,
            )
            for one in addressees
        )
        return cls(above=0, field=field, label=label, listed=listed) if listed else None

    def lines(self) -> list[Line]:
        """Give a line for each addressee and for each that is excluded."""
        found = []
        if self.alone:
            found.append(line(str(self.label).rstrip(), self.field))
        for at, one in enumerate(self.listed):
            labelled = (at == 0 or self.repeated) and not self.alone
            before = str(self.label) if labelled else self.indent
            found.append(line(f"{before}{one}", self.field, at))
            for number, excluded in enumerate(one.excluded):
                found.append(line(excluded if number else f"XMT {excluded}", self.field, at))
        return found


@frozen(kw_only=True)
class PrintedLevel(Printed):
    """The classification line: level, section, the number's year, post and serial."""

    level: str
    section: tuple[str, ...] = ()
    number: tuple[str, ...] = ()
    gap: str = " "

    @classmethod
    def of(cls, draft: Draft) -> "PrintedLevel | None":
        """Print a draft's level and number plainly; None for a draft without a level."""
        if not draft.classification:
            return None
        sections, mrn = draft.sections or 1, draft.mrn
        number: tuple[str, ...] = ()
        if mrn is not None:
            stated = draft.sent_at is None or draft.sent_at.year != mrn.year
            year = (f"{mrn.year % 100:02d}",) if stated else ()
            number = (*year, mrn.post, f"{mrn.serial:06d}")
        return cls(
            level=_LEVELS[draft.classification],
            section=("SECTION", "01", "OF", f"{sections:02d}") if sections > 1 else (),
            number=number,
        )

    def lines(self) -> list[Line]:
        """Give the one line."""
        return [line(self.gap.join((self.level, *self.section, *self.number)), "classification")]


@frozen(kw_only=True)
class PrintedCaptions(Printed):
    """The captions, each on a line unless ``parted`` is what parts them on one."""

    captions: tuple[str, ...]
    parted: str | None = None
    between: int = 0

    def lines(self) -> list[Line]:
        """Give the captions' lines, with ``between`` empty ones between them."""
        if self.parted is not None:
            return [line(self.parted.join(self.captions), "captions", 0)]
        return _apart(self.captions, "captions", self.between)


@frozen(kw_only=True)
class PrintedPassing(Printed):
    """The passing lines, `STATE FOR WHA/CAN`."""

    passing: tuple[str, ...]
    between: int = 0

    def lines(self) -> list[Line]:
        """Give each on a line, with ``between`` empty ones between them."""
        return _apart(self.passing, "passing", self.between)


def _apart(texts: tuple[str, ...], name: str, between: int) -> list[Line]:
    found: list[Line] = []
    for at, text in enumerate(texts):
        found += [BLANK] * (between if at else 0)
        found.append(line(text, name, at))
    return found
