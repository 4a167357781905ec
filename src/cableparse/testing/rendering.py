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
