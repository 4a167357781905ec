"""A draft as a telegram's text: what a clean copy looks like, line by line.

The shapes and widths are those counted over public copies (field guide, sections 0, 1, 3, 6, 10):
lines of 55 to 64 columns, a rule of dashes as long as its heading and parted behind 45 dashes, the
level in spaced letters, the serial in six digits, and in four in the DE line.
"""

from cableparse.model.cable import Cable
from cableparse.testing.copies import Copy
from cableparse.testing.draft import Draft
from cableparse.testing.printing.page import Printing
from cableparse.testing.printing.pieces import WIDTH
from cableparse.testing.printing.seventies import lines_of_seventies


def render(draft_or_cable: Draft | Cable, *, width: int = WIDTH) -> Copy:
    """Give the clean copy of a draft, in lines of at most ``width`` columns.

    Parsing its text gives back every field of the draft, without a defect and without a repair. A
    cable is printed as :meth:`Draft.of` gives it, without its page marks and its wrapping. What no
    line of a clean telegram prints does not come back: the sections of a cable without a level; a
    paragraph without a number that looks like a heading; tables, and rules left in a text, whose
    line feeds wrapping moves.
    """
    draft = Draft.of(draft_or_cable) if isinstance(draft_or_cable, Cable) else draft_or_cable
    return Copy(truth=draft, remains=draft, lines=Printing.of(draft, width).lines())


def render_seventies(draft_or_cable: Draft | Cable) -> Copy:
    """Give the clean copy of a draft as a telegram of 1973 to 1979.

    There are no empty lines, lines have up to 69 columns, and above the date-time group stand the
    page's head, a list of distribution and the relay centre's line. Parsing its text gives back
    every field of a draft that has what telegrams had then: text in capitals, numbered paragraphs
    without markings and headings, no routing indicators, no day of declassification before 1978.
    """
    draft = Draft.of(draft_or_cable) if isinstance(draft_or_cable, Cable) else draft_or_cable
    return Copy(truth=draft, remains=draft, lines=lines_of_seventies(draft), seventies=True)
