"""What a cable and its parts are in a notebook: a short reading as HTML, safe whatever they say.

It is imported when a notebook asks for it.
"""

import re
from html import escape

from cableparse.model.cable import Cable
from cableparse.text.segments import Segment
from cableparse.views.parts import Heading, Paragraph

_PARTS = 4
_SHORT, _LONG = 240, 1200  # characters of a part of a cable, and of one that stands alone

# Controls but for tab and line feed, what turns the direction of writing, and lone surrogates,
# which no encoding can write.
_UNSAFE = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def cable_html(cable: Cable) -> str:
    """Give title, facts, the beginning of the text, and how much there is of all."""
    mrn, sent_at, level = cable.mrn, cable.sent_at, cable.classification
    facts = [
        mrn.formal if mrn else "number unknown",
        f"{sent_at:%d %B %Y}" if sent_at else "date unknown",
        f"from {cable.origin}" if cable.origin else "origin unknown",
        str(level) if level else "classification unknown",
        " ".join(tag.code for tag in cable.tags),
    ]
    said = " · ".join(_bdi(fact, _SHORT) for fact in facts if fact)
    parts = cable.body.parts[:_PARTS]
    more = len(cable.body.parts) - len(parts)
    counts = [
        _count(len(cable.paragraphs), "paragraph"),
        _count(len(cable.redactions), "redaction"),
        _count(len(cable.repairs), "repair"),
        _count(len(cable.defects), "defect"),
    ]
    begun = "the beginning of " if more else ""
    title = _bdi(cable.title or "No subject", _SHORT)
    return (
        f'<div class="cableparse-cable"><strong>{title}</strong>'
        f"<br><small>{said}</small>{''.join(map(_part, parts))}"
        f"<small>{begun}{', '.join(counts)}</small></div>"
    )


def paragraph_html(paragraph: Paragraph) -> str:
    """Give a paragraph as it is read, and its printed number where that is another one."""
    return _paragraph(paragraph, _LONG)


def segment_html(segment: Segment) -> str:
    """Give a segment as it is printed, with its kind, its layer and its place."""
    span = segment.span
    said = f"{segment.kind}, {segment.layer}, characters {span.start} to {span.end}"
    return (
        f'<div class="cableparse-segment"><small>{_text(said, _SHORT)}</small>'
        f"<pre>{_text(segment.text, _LONG, lines=True)}</pre></div>"
    )


def _part(part: Heading | Paragraph) -> str:
    if isinstance(part, Heading):
        return f"<p><em>{_bdi(part.text, _SHORT)}</em></p>"
    return _paragraph(part, _SHORT)


def _paragraph(part: Paragraph, most: int) -> str:
    number = "" if part.number is None else f"<b>{part.number}.</b> "
    portion = f"({_bdi(part.portion, _SHORT)}) " if part.portion else ""
    read = part.printed is None or str(part.number) in re.findall(r"\d+", part.printed)
    printed = "" if read else f" <small>(printed {_bdi(part.printed or '', _SHORT)})</small>"
    return f"<p>{number}{portion}{_bdi(part.text, most)}{printed}</p>"


def _bdi(text: str, most: int) -> str:
    return f"<bdi>{_text(text, most)}</bdi>"


def _text(text: str, most: int, *, lines: bool = False) -> str:
    """Give the beginning of a text, escaped; on one line unless ``lines`` says otherwise."""
    shown = text[:most] if lines else " ".join(text[: 2 * most].split())[:most]
    cut = "…" if len(text) > most else ""
    return escape(_UNSAFE.sub("\N{REPLACEMENT CHARACTER}", shown)) + cut


def _count(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
