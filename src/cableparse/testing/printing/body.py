"""The body: paragraphs with number and portion marking, headings with their rules, the signer."""

from attrs import frozen

from cableparse.testing.copies import BLANK, Line, Role
from cableparse.testing.draft import DraftHeading, DraftParagraph
from cableparse.testing.printing.pieces import WIDTH, Printed, line, lines
from cableparse.testing.wrap import wrap
from cableparse.text.views.unwrap import unwrap

_LONGEST_RULE = 45
_NARROWER = 16


@frozen(kw_only=True)
class PrintedParagraph(Printed):
    """`1. (U) The ferry …`: what stands around the number and the portion marking."""

    at: int
    number: int | None
    before: str = ""
    behind: str = ". "
    portion: str | None
    portion_form: str = "({}) "
    text: str
    width: int = WIDTH

    def lines(self) -> list[Line]:
        """Give the text in lines that reading joins to it again."""
        number = f"{self.before}{self.number}{self.behind}" if self.number is not None else ""
        first = number + (self.portion_form.format(self.portion) if self.portion else "")
        usual = _wrapped(self.text, self.width, first)
        # A line that is meant to end where it ends has to be a short one: it may need other lines.
        for narrower in range(self.width, self.width - _NARROWER, -1):
            texts = usual if narrower == self.width else _wrapped(self.text, narrower, first)
            printed = "\n".join(texts)
            if unwrap(printed, [(len(first), len(printed))])[0] == self.text:
                return lines(texts, "paragraph", self.at)
        return lines(usual, "paragraph", self.at)


@frozen(kw_only=True)
class PrintedHeading(Printed):
    """A heading over its rule; one of several lines is known by its two rules.

    ``rule`` is the sign that the rule is made of, none for a heading without one; ``longer`` signs
    more than the heading has, ``below`` empty lines between the two. ``beside`` puts the rule of a
    heading of one line on that line.
    """

    at: int
    text: str
    rule: str = "-"
    ruled_above: bool = False
    longer: int = 0
    below: int = 0
    beside: bool = False
    indent: str = ""
    width: int = WIDTH

    def lines(self) -> list[Line]:
        """Give the heading's lines and its rules."""
        texts = wrap(self.text, self.width - len(self.indent))
        length = max(4, max(map(len, texts)) + self.longer)
        rule = [line(self.indent + _rule(self.rule, length), "rule", self.at)] if self.rule else []
        above = rule if self.ruled_above or len(texts) > 1 else []
        if self.beside and rule and len(texts) == 1:
            text = f"{self.indent}{texts[0]} {rule[0].text.lstrip()}"
            return [Line(text, (Role("heading", self.at), Role("rule", self.at)))]
        printed = lines((self.indent + text for text in texts), "heading", self.at)
        return [*above, *printed, *[BLANK] * self.below, *rule]


@frozen(kw_only=True)
class PrintedSigner(Printed):
    """The signer's name, and what ends the message behind it."""

    name: str
    indent: str = ""
    behind: tuple[str, ...] = ()

    def lines(self) -> list[Line]:
        """Give the name's line."""
        return [line(f"{self.indent}{self.name}", "signer"), *map(Line, self.behind)]


def printed_part(
    at: int, part: DraftHeading | DraftParagraph, width: int
) -> PrintedHeading | PrintedParagraph:
    """Print a part of the body plainly."""
    if isinstance(part, DraftHeading):
        return PrintedHeading(at=at, text=part.text, width=width)
    return PrintedParagraph(
        at=at, number=part.number, portion=part.portion, text=part.text, width=width
    )


def _wrapped(text: str, width: int, first: str) -> list[str]:
    texts: list[str] = []
    for number, written in enumerate(text.split("\n")):
        texts += wrap(written, width, first="" if number else first)
    return texts


def _rule(sign: str, length: int) -> str:
    """Give so many signs; a printer's line of dashes was parted behind the 45th."""
    behind = length - _LONGEST_RULE
    return sign * length if behind <= 0 else f"{sign * _LONGEST_RULE} {sign * behind}"
