"""What all printings have in common: a label, and lines with their roles."""

from collections.abc import Iterable

from attrs import frozen

from cableparse.testing.copies import Line, Role

WIDTH = 64
"""The columns of a teletype's line of running text."""


@frozen(kw_only=True)
class Label:
    """What stands before a field's value: `TAGS`, its colon, and the space around them."""

    before: str = ""
    text: str
    colon: str = ":"
    gap: str = " "

    def __str__(self) -> str:
        return f"{self.before}{self.text}{self.colon}{self.gap}"


@frozen(kw_only=True)
class Printed:
    """A field as it is printed; ``above`` counts the empty lines before it.

    Where ``joined`` is not None, the field begins on the line above it, behind these signs.
    """

    above: int = 1
    joined: str | None = None

    def lines(self) -> list[Line]:
        """Give the field's lines; none where there is nothing to print."""
        raise NotImplementedError


def line(text: str, name: str, item: int | None = None) -> Line:
    """Give a line that prints one thing."""
    return Line(text, (Role(name, item),))


def lines(texts: Iterable[str], name: str, item: int | None = None) -> list[Line]:
    """Give the lines that one thing is printed on."""
    return [line(text, name, item) for text in texts]
