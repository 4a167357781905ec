"""What a part of a body is in a notebook: HTML, safe whatever it says.

It is imported when a notebook asks for it.
"""

import re

from cableparse.text.notebook import LONG, SHORT, bdi
from cableparse.text.views.parts import Heading, Paragraph


def paragraph_html(paragraph: Paragraph) -> str:
    """Give a paragraph as it is read, and its printed number where that is another one."""
    return _paragraph(paragraph, LONG)


def part_html(part: Heading | Paragraph) -> str:
    """Give the beginning of a heading or a paragraph."""
    if isinstance(part, Heading):
        return f"<p><em>{bdi(part.text, SHORT)}</em></p>"
    return _paragraph(part, SHORT)


def _paragraph(part: Paragraph, most: int) -> str:
    number = "" if part.number is None else f"<b>{part.number}.</b> "
    portion = f"({bdi(part.portion, SHORT)}) " if part.portion else ""
    read = part.printed is None or str(part.number) in re.findall(r"\d+", part.printed)
    printed = "" if read else f" <small>(printed {bdi(part.printed or '', SHORT)})</small>"
    return f"<p>{number}{portion}{bdi(part.text, most)}{printed}</p>"
