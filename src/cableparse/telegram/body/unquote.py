"""The end of a telegram that is repeated within another: two signers, and UNQUOTE between them.

::

    end     = [signer] unquote [signer]
    unquote = "UNQUOTE" | "UNQTE"

The first one signed the telegram that is repeated, the second one the telegram that repeats it.
"""

import re

from cableparse.telegram.body.ending import Ending, read_ending
from cableparse.text.segments import Cut, Layer, SegmentKind

_UNQUOTE = re.compile(r"\bUNQ(?:UO)?TE\b[ .:]*")
_FIRST = "UNQ"
_LONGEST_END = 400  # code points from the mark to the telegram's end: levels, a signer, end marks
_CONTENT = Layer.CONTENT  # to ask an enumeration for a member is slow
_SIGNATURE, _RESIDUE = SegmentKind.SIGNATURE, SegmentKind.RESIDUE


def read_endings(text: str, start: int, end: int, *, repeats: bool) -> Ending:
    """Read the end of the body that stands in the even ``text[start:end]``, with both signers.

    ``repeats`` says that the telegram repeats another: else what a text quotes has no signer.
    """
    last = read_ending(text, start, end)
    at = text.rfind(_FIRST, max(start, end - _LONGEST_END), end) if repeats else -1
    if at < 0:
        return last
    mark = _UNQUOTE.match(text, at, end)
    if mark is None or mark.end() > last.start:
        # a word of the text, or UNQUOTE stands behind the only signer
        return last
    if text[mark.end() : last.start].strip():
        return last
    first = read_ending(text, start, at)
    if not first.signers:
        return last
    if not last.signers:
        behind: tuple[Cut, ...] = ((at, _RESIDUE, _CONTENT),)
    else:
        behind = last.cuts[1:]
    return Ending(
        signers=first.signers + last.signers,
        spans=first.spans + last.spans,
        cuts=((first.start, _SIGNATURE, _CONTENT), *behind),
        start=first.start,
    )
