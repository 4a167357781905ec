"""The reference list, `REF: A. OSLO 12`: entries with a mark, each of one item or several."""

from collections.abc import Sequence
from itertools import groupby

from attrs import frozen

from cableparse.testing.copies import BLANK, Line, Role
from cableparse.testing.draft import DraftReference
from cableparse.testing.printing.pieces import WIDTH, Label, Printed, line
from cableparse.testing.wrap import wrap

REFERENCES_LABEL = Label(text="REF")


@frozen(kw_only=True)
class PrintedText:
    """An item in words, `JANSEN E-MAIL OF 05/08`; ``at`` is its place in the draft's list."""

    at: tuple[int, ...]
    text: str

    def __str__(self) -> str:
        return self.text


@frozen(kw_only=True)
class PrintedNumber:
    """A cable's number in its parts, `08 `, `OSLO`, ` `, `12`; several serials share a post.

    ``before`` and ``between`` stand around the post, ``behind`` follows each serial: the ``year``
    is in one of them, if it is printed. ``parted`` and ``last`` stand between the serials, ``tail``
    is a remark, ` (NOTAL)`. ``reversed`` puts the post behind: `12 OSLO`.
    """

    at: tuple[int, ...]
    year: int
    stated: bool
    before: str = ""
    post: str
    between: str = " "
    serials: tuple[str, ...]
    behind: str = ""
    parted: str = ", "
    last: str = " AND "
    tail: str = ""
    reversed: bool = False

    def __str__(self) -> str:
        *others, last = (serial + self.behind for serial in self.serials)
        listed = f"{self.parted.join(others)}{self.last}{last}" if others else last
        first, second = (listed, self.post) if self.reversed else (self.post, listed)
        return f"{self.before}{first}{self.between}{second}{self.tail}"


@frozen(kw_only=True)
class PrintedEntry:
    """What one mark covers: `A`, and its items."""

    mark: str | None
    items: tuple[PrintedNumber | PrintedText, ...]


@frozen(kw_only=True)
class PrintedReferences(Printed):
    """The list. ``enumeration`` prints a mark; ``between`` joins entries, ``within`` their items.

    Entries and items stand on lines of their own where ``between`` and ``within`` end with a line
    feed, as in plain print. ``empty`` counts the empty lines between such lines, ``alone`` puts the
    label on a line of its own, and ``end`` is what stands behind the last entry.
    """

    label: Label = REFERENCES_LABEL
    entries: tuple[PrintedEntry, ...]
    enumeration: str = "{}. "
    between: str = "\n"
    within: str = ";\n"
    width: int = WIDTH
    indent: str = " " * 5
    empty: int = 0
    alone: bool = False
    end: str = ""

    @classmethod
    def of(cls, references: Sequence[DraftReference], width: int) -> "PrintedReferences | None":
        """Print references plainly: entries that one label covers are parted by semicolons."""
        if not references:
            return None
        numbered = groupby(enumerate(references), key=lambda pair: pair[1].label)
        entries = tuple(
            PrintedEntry(mark=mark, items=tuple(_item(at, one) for at, one in covered))
            for mark, covered in numbered
        )
        return cls(entries=entries, width=width)

    def lines(self) -> list[Line]:
        """Give the list, wrapped; a line has the roles of all that begins in its passage."""
        passages: list[tuple[str, str, tuple[int, ...]]] = []  # before the text, text, places
        before = self.indent if self.alone else str(self.label)
        first, text, at = before, "", ()  # type: tuple[str, str, tuple[int, ...]]
        ends = True
        for entry in self.entries:
            for number, item in enumerate(entry.items):
                mark = self.enumeration.format(entry.mark) if entry.mark and not number else ""
                if ends:
                    first, text, at = first + mark, str(item), item.at
                else:
                    text, at = f"{text}{mark}{item}", (*at, *item.at)
                last = number + 1 == len(entry.items)
                joint = self.between if last else self.within
                if last and entry is self.entries[-1]:
                    break
                text += joint.removesuffix("\n")
                ends = joint.endswith("\n")
                if ends:
                    passages.append((first, text, at))
                    first = self.indent
        passages.append((first, text + self.end, at))
        found = [line(str(self.label).rstrip(), "references")] if self.alone else []
        for number, (before, written, places) in enumerate(passages):
            found += [BLANK] * (self.empty if number else 0)
            roles = tuple(Role("references", place) for place in places)
            wrapped = wrap(written, self.width, first=before, indent=" " * len(before))
            found += [Line(one, roles) for one in wrapped]
        return found


def _item(at: int, reference: DraftReference) -> PrintedNumber | PrintedText:
    """Give an item's parts, where its text is a number as plain print has it."""
    mrn = reference.mrn
    if mrn is not None:
        number = f"{mrn.post} {mrn.serial}"
        year = f"{mrn.year % 100:02d} "
        if reference.text in (number, year + number):
            stated = reference.text != number
            return PrintedNumber(
                at=(at,),
                year=mrn.year,
                stated=stated,
                before=year if stated else "",
                post=mrn.post,
                serials=(str(mrn.serial),),
            )
    return PrintedText(at=(at,), text=reference.text)
