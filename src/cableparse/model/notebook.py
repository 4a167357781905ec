"""What a cable is in a notebook: a short reading as HTML, safe whatever it says.

It is imported when a notebook asks for it.
"""

from cableparse.model.cable import Cable
from cableparse.text.notebook import SHORT, bdi
from cableparse.text.views.notebook import part_html

_PARTS = 4


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
    said = " · ".join(bdi(fact, SHORT) for fact in facts if fact)
    parts = cable.body.parts[:_PARTS]
    more = len(cable.body.parts) - len(parts)
    counts = [
        _count(len(cable.paragraphs), "paragraph"),
        _count(len(cable.redactions), "redaction"),
        _count(len(cable.repairs), "repair"),
        _count(len(cable.defects), "defect"),
    ]
    begun = "the beginning of " if more else ""
    title = bdi(cable.title or "No subject", SHORT)
    return (
        f'<div class="cableparse-cable"><strong>{title}</strong>'
        f"<br><small>{said}</small>{''.join(map(part_html, parts))}"
        f"<small>{begun}{', '.join(counts)}</small></div>"
    )


def _count(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
