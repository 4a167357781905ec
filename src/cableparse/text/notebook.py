"""What a text, and a segment, is in a notebook: HTML, safe whatever it says.

It is imported when a notebook asks for it.
"""

from html import escape

from cableparse.text.segments import Segment
from cableparse.text.shown import OBEYED

SHORT, LONG = 240, 1200
"""Characters of what is a part of something, and of what stands alone."""


def segment_html(segment: Segment) -> str:
    """Give a segment as it is printed, with its kind, its layer and its place."""
    span = segment.span
    said = f"{segment.kind}, {segment.layer}, characters {span.start} to {span.end}"
    return (
        f'<div class="cableparse-segment"><small>{_text(said, SHORT)}</small>'
        f"<pre>{_text(segment.text, LONG, lines=True)}</pre></div>"
    )


def bdi(text: str, most: int) -> str:
    """Give the beginning of a text on one line, which turns nothing around it."""
    return f"<bdi>{_text(text, most)}</bdi>"


def _text(text: str, most: int, *, lines: bool = False) -> str:
    """Give the beginning of a text, escaped; on one line unless ``lines`` says otherwise."""
    shown = text[:most] if lines else " ".join(text[: 2 * most].split())[:most]
    cut = "…" if len(text) > most else ""
    return escape(OBEYED.sub("\N{REPLACEMENT CHARACTER}", shown.replace("\t", " "))) + cut
