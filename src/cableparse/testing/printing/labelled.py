"""The fields that a short label leads: E.O., TAGS, SUBJECT."""

from datetime import date
from itertools import cycle, islice
from operator import add

from attrs import frozen

from cableparse.testing.copies import Line
from cableparse.testing.draft import Draft
from cableparse.testing.printing.pieces import WIDTH, Label, Printed, line, lines
from cableparse.testing.wrap import wrap

ORDER_LABEL = Label(text="E.O.", colon="")
TAGS_LABEL = Label(text="TAGS")
SUBJECT_LABEL = Label(text="SUBJECT")
_UNTIL_LABEL = Label(text="DECL")


@frozen(kw_only=True)
class PrintedOrder(Printed):
    """`E.O. 12958: DECL: 05/16/2013`: the order, and until when, or what stands instead.

    ``until`` is what is printed behind ``until_label``; ``day`` is the day that it means.
    """

    label: Label = ORDER_LABEL
    number: str
    colon: str = ":"
    gap: str = " "
    until_label: Label | None
    until: str
    day: date | None = None

    @classmethod
    def of(cls, draft: Draft) -> "PrintedOrder | None":
        """Print a draft's order plainly; None where it has none."""
        if not draft.executive_order:
            return None
        until = draft.declassify_on
        day = until if isinstance(until, date) else None
        return cls(
            number=draft.executive_order,
            until_label=_UNTIL_LABEL if until else None,
            until=f"{day:%m/%d/%Y}" if day else str(until or "N/A"),
            day=day,
        )

    def lines(self) -> list[Line]:
        """Give the one line."""
        tail = f"{self.until_label or ''}{self.until}"
        return [
            line(f"{self.label}{self.number}{self.colon}{self.gap}{tail}", "executive_order"),
        ]


@frozen(kw_only=True)
class PrintedTags(Printed):
    """`TAGS: ECON TFIN HO`: the codes, what parts them, and what is printed behind the last.

    Several ``separators`` take turns.
    """

    label: Label = TAGS_LABEL
    codes: tuple[str, ...]
    separators: tuple[str, ...] = (" ",)
    end: str = ""
    width: int = WIDTH
    indent: str = ""

    @classmethod
    def of(cls, draft: Draft, width: int) -> "PrintedTags | None":
        """Print a draft's tags plainly; None where it has none."""
        # A name, `LARSEN, KARI`, stands in parentheses: its comma would part it.
        codes = tuple(f"({code})" if "," in code else code for code in draft.tags)
        return cls(codes=codes, width=width) if codes else None

    def lines(self) -> list[Line]:
        """Give the list, wrapped."""
        behind = (*islice(cycle(self.separators), len(self.codes) - 1), self.end)
        listed = "".join(map(add, self.codes, behind))
        return lines(wrap(listed, self.width, first=str(self.label), indent=self.indent), "tags")


@frozen(kw_only=True)
class PrintedSubject(Printed):
    """`SUBJECT: (U) A LATE FERRY`: the text, and a portion marking before it."""

    label: Label = SUBJECT_LABEL
    portion: str = ""
    text: str
    width: int = WIDTH
    indent: str = ""

    def lines(self) -> list[Line]:
        """Give the text, wrapped."""
        first = f"{self.label}{self.portion}"
        return lines(wrap(self.text, self.width, first=first, indent=self.indent), "subject")
