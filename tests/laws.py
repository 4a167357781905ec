"""The laws of the design as checks on one cable: what properties and documents are both held to.

What any cable keeps is asked of `cableparse.testing.laws`; what stands here beside it is what the
fields of a header say of themselves.
"""

from cableparse import Cable, Provenance, TagKind, even
from cableparse.testing import laws
from cableparse.testing.laws import is_within
from cableparse.vocabulary import canonical_tag


def check_all(cable: Cable) -> None:
    """Laws 1, 3, 4 and 6."""
    check_coverage(cable)
    check_round_trip(cable)
    check_spans(cable)
    check_repairs(cable)


def check_coverage(cable: Cable) -> None:
    """Law 1: segments cover the text exactly, in order, without gap or overlap."""
    assert "".join(segment.text for segment in cable.segments) == cable.source.text
    assert laws.uncovered(cable) is None


def check_round_trip(cable: Cable) -> None:
    """Law 3: through JSON and back is the same cable."""
    assert laws.lost_in_json(cable) is None


def check_spans(cable: Cable) -> None:
    """Law 4: every span slices to what it claims to be."""
    assert laws.misplaced(cable) is None
    _check_header(cable)


def check_repairs(cable: Cable) -> None:
    """Law 6: undoing every repair gives the printed state."""
    assert laws.lost_by_repair(cable) is None


def _check_header(cable: Cable) -> None:
    text = cable.source.text
    for tag in cable.tags:
        printed = " ".join(tag.span.slice(even(text)).split()).strip(".:[]")
        if tag.kind is TagKind.PERSON:
            code = tag.code.replace(",", "").casefold()
            assert is_within(code, printed.replace(",", "").casefold()), tag
        elif tag.code != canonical_tag(printed.upper()):
            assert tag.code.casefold() == printed.casefold(), (tag, printed)
    for reference in cable.references:
        assert is_within(reference.text, reference.span.slice(even(text))), reference
    for addressee in (*cable.action, *cable.info):
        assert is_within(addressee.name, addressee.span.slice(even(text))), addressee
    for classifier in cable.classifiers:
        assert is_within(classifier.name, classifier.span.slice(even(text))), classifier
    for field, evidence in cable.evidence.items():
        value = getattr(cable, field)
        assert value is not None, f"{field} has evidence and no value"
        if evidence.how is Provenance.PRINTED:
            assert evidence.spans, f"{field} is printed and stands nowhere"
        if evidence.how is Provenance.PRINTED and field in {"origin", "executive_order"}:
            slices = " ".join(span.slice(even(text)) for span in evidence.spans)
            assert " ".join(slices.split()) == value, field
