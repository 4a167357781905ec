"""What a draft says, whatever the cases, spaces and signs that it was printed with."""

import re

from attrs import evolve

from cableparse.testing.draft import (
    Draft,
    DraftAddressee,
    DraftClassifier,
    DraftHeading,
    DraftParagraph,
    DraftReference,
)

_HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")


def meaning(draft: Draft) -> Draft:
    """Give the draft without what variants may change in its values.

    A post, a name, a subject, a heading and a signer are read as printed: their cases, spaces and
    hyphens are evened out. A reference to a cable is its number, whatever its text.
    """
    return evolve(
        draft,
        mrn=draft.mrn and draft.mrn.canonical,
        origin=draft.origin and _even(draft.origin),
        action=tuple(map(_addressee, draft.action)),
        info=tuple(map(_addressee, draft.info)),
        passing=tuple(map(_even, draft.passing)),
        declassify_on=_even(draft.declassify_on)
        if isinstance(draft.declassify_on, str)
        else draft.declassify_on,
        subject=draft.subject and _even(draft.subject),
        references=tuple(map(_reference, draft.references)),
        classifiers=tuple(map(_classifier, draft.classifiers)),
        body=tuple(map(_part, draft.body)),
        signer=draft.signer and _even(draft.signer),
    )


def _even(text: str) -> str:
    return " ".join(text.translate(_HYPHENS).casefold().split())


def _addressee(one: DraftAddressee) -> DraftAddressee:
    return evolve(one, name=_even(one.name), excluded=tuple(map(_even, one.excluded)))


def _reference(one: DraftReference) -> DraftReference:
    text = "" if one.mrn else _even(one.text).removesuffix(".")
    mrn = one.mrn and one.mrn.canonical
    return evolve(one, label=one.label and one.label.upper(), mrn=mrn, text=text)


def _classifier(one: DraftClassifier) -> DraftClassifier:
    return evolve(
        one,
        name=_even(one.name),
        title=one.title and _even(one.title),
        reasons=tuple(reason.lower() for reason in one.reasons),
    )


def _part(part: DraftHeading | DraftParagraph) -> DraftHeading | DraftParagraph:
    if isinstance(part, DraftHeading):
        return evolve(part, text=_even(part.text))
    portion = part.portion and re.sub("/+", "/", part.portion.upper())
    return evolve(part, portion=portion)
