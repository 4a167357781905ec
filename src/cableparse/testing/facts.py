"""A draft as single facts, so that what is left of it, and what was read of it, can be counted."""

from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from cableparse.testing.draft import Draft

GROUPS = (
    "mrn",
    "sent_at",
    "transmission",
    "origin",
    "action",
    "info",
    "classification",
    "captions",
    "passing",
    "executive_order",
    "tags",
    "subject",
    "references",
    "classifiers",
    "numbers",
    "portions",
    "texts",
    "headings",
    "signer",
)
"""The groups in which facts are counted: the header's fields, and the body's in five parts."""

Facts = Mapping[str, Counter[object]]
"""Of each group, its facts and how often each is stated."""

# A sign that a word processor lost is read as the curly one; which of the two was typed is no fact.
_PLAIN = str.maketrans("“”‘’–", "\"\"''-")


def facts(draft: Draft) -> Facts:
    """Give the facts that a draft states, by group; a paragraph's bear its place in the text."""
    sent = draft.transmission
    lines = (sent.id, sent.routing, sent.originator, sent.serial, sent.filed) if sent else ()
    stated: dict[str, Iterable[object]] = {
        "mrn": [draft.mrn],
        "sent_at": [draft.sent_at, draft.precedence],
        "transmission": [*enumerate(lines), sent and ("security", sent.security)],
        "origin": [draft.origin],
        "action": draft.action,
        "info": draft.info,
        "classification": [draft.classification, draft.sections],
        "captions": draft.captions,
        "passing": draft.passing,
        "executive_order": [draft.executive_order, draft.declassify_on],
        "tags": draft.tags,
        "subject": [draft.subject],
        "references": draft.references,
        "classifiers": draft.classifiers,
        "numbers": [(at, one.number) for at, one in enumerate(draft.paragraphs)],
        "portions": [(at, one.portion) for at, one in enumerate(draft.paragraphs)],
        "texts": [(at, one.text.translate(_PLAIN)) for at, one in enumerate(draft.paragraphs)],
        "headings": [heading.text for heading in draft.headings],
        "signer": [draft.signer],
    }
    return MappingProxyType(
        {group: Counter(fact for fact in stated[group] if _said(fact)) for group in GROUPS}
    )


def shared(these: Facts, those: Facts) -> Mapping[str, int]:
    """Count, group by group, the facts that both state."""
    return {group: (these[group] & those[group]).total() for group in GROUPS}


def _said(fact: object) -> bool:
    """Tell whether a fact states anything: not `None`, and not a place with nothing at it."""
    empty: tuple[object, ...] = (None, ())
    return fact not in empty and not (isinstance(fact, tuple) and fact[-1] in empty)
