"""Who classified a cable, `Classified By: Jane Roe, Ambassador, for reasons 1.4 (b) and (d)`."""

from collections.abc import Sequence

from attrs import frozen

from cableparse.testing.copies import Line
from cableparse.testing.draft import DraftClassifier
from cableparse.testing.printing.pieces import WIDTH, Label, Printed, lines
from cableparse.testing.wrap import wrap

CLASSIFIER_LABEL = Label(text="Classified By")


@frozen(kw_only=True)
class PrintedReasons:
    """`1.4 (b) and (d)`: sections, each with its letters, and the signs around and between them."""

    sections: tuple[tuple[str, tuple[str, ...]], ...]
    gap: str = " "
    around: str = "{}"
    each: str = "({})"
    parted: str = ", "
    last: str = " and "

    @classmethod
    def of(cls, reasons: Sequence[str]) -> "PrintedReasons":
        """Give `1.4(b)`, `1.4(d)` as one section with two letters."""
        sections: dict[str, list[str]] = {}
        for reason in reasons:
            section, _, letter = reason.partition("(")
            sections.setdefault(section, []).extend([letter.removesuffix(")")] if letter else [])
        return cls(sections=tuple((one, tuple(letters)) for one, letters in sections.items()))

    def __str__(self) -> str:
        return "; ".join(self._section(one, letters) for one, letters in self.sections)

    def _section(self, section: str, letters: tuple[str, ...]) -> str:
        if not letters:
            return section
        *others, last = (self.each.format(letter) for letter in letters)
        listed = f"{self.parted.join(others)}{self.last}{last}" if others else last
        return f"{section}{self.gap}{self.around.format(listed)}"


@frozen(kw_only=True)
class PrintedClassifier(Printed):
    """One classifier: name and title, in either order, and the reasons behind ``lead``."""

    at: int
    label: Label = CLASSIFIER_LABEL
    portion: str = ""
    name: str
    title: str | None
    title_first: bool = False
    joint: str = ", "
    lead: str = ", for reasons "
    reasons: PrintedReasons | None
    end: str = "."
    width: int = WIDTH
    indent: str = ""

    @classmethod
    def of(cls, at: int, classifier: DraftClassifier, width: int) -> "PrintedClassifier":
        """Print a classifier plainly."""
        return cls(
            above=0 if at else 1,
            at=at,
            name=classifier.name,
            title=classifier.title,
            reasons=PrintedReasons.of(classifier.reasons) if classifier.reasons else None,
            width=width,
        )

    def lines(self) -> list[Line]:
        """Give the text, wrapped; a line feed in ``lead`` begins another line."""
        who = (self.title, self.name) if self.title_first else (self.name, self.title)
        text = self.joint.join(one for one in who if one)
        if self.reasons is not None:
            text += f"{self.lead}{self.reasons}"
        first = f"{self.portion}{self.label}"
        wrapped: list[str] = []
        for part in f"{text}{self.end}".split("\n"):
            before = self.indent if wrapped else first
            wrapped += wrap(part, self.width, first=before, indent=self.indent)
        return lines(wrapped, "classifiers", self.at)
