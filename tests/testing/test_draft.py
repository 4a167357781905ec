"""Drafts: what a cable was read as, without text and spans."""

import subprocess
import sys

import pytest

import cableparse
from cableparse import ReferenceKind
from cableparse.testing import Draft, DraftHeading, DraftParagraph, drafts

TELEGRAM = """\
R 141745Z MAY 08
FM AMCONSUL HALIFAX
TO RUEHC/SECSTATE WASHDC 1466

UNCLAS HALIFAX 000047

TAGS: ETRD CA
SUBJECT: A KITE FOR THE HARBOR MASTER

REF: A. OTTAWA 688
     B. VIK E-MAIL OF 05/02

1. (U) The kite was
returned.

NEXT STEPS
----------

12. (SBU) None.

MARROWBY
"""


@pytest.fixture
def draft(parser):
    return Draft.of(parser.parse(TELEGRAM))


def test_a_draft_has_the_values_of_the_cable(draft):
    assert str(draft.mrn) == "08HALIFAX47"
    assert draft.tags == ("ETRD", "CA")
    assert [one.name for one in draft.action] == ["SECSTATE WASHDC"]
    assert [(one.label, one.kind) for one in draft.references] == [
        ("A", ReferenceKind.CABLE),
        ("B", ReferenceKind.EMAIL),
    ]
    assert draft.signer == "MARROWBY"


def test_a_draft_has_headings_and_paragraphs_in_order(draft):
    assert draft.body == (
        DraftParagraph(number=1, portion="U", text="The kite was returned."),
        DraftHeading(text="NEXT STEPS"),
        DraftParagraph(number=12, portion="SBU", text="None."),
    )
    assert draft.headings == draft.body[1:2]
    assert draft.paragraphs == (draft.body[0], draft.body[2])


def test_what_a_copy_lost_is_empty_in_its_draft(draft):
    assert draft.executive_order is None
    assert draft.info == ()


def test_repairs_are_read(parser):
    text = TELEGRAM.replace("1. (U)", "¶1. (U)")
    assert [one.number for one in Draft.of(parser.parse(text)).paragraphs] == [1, 2]


def test_a_sample_is_the_same_for_the_same_seed_and_another_for_another():
    assert list(drafts(5, 4)) == list(drafts(5, 4))
    assert not set(map(repr, drafts(5, 4))) & set(map(repr, drafts(6, 4)))


def test_a_longer_sample_begins_with_the_shorter_one():
    assert list(drafts(5, 7))[:3] == list(drafts(5, 3))


def test_a_sample_is_varied():
    sample = list(drafts(0, 120))
    assert {len(draft.paragraphs) for draft in sample} >= {3, 5, 8, 12, 30}
    assert len({draft.classification for draft in sample}) == 3
    assert {len(draft.references) for draft in sample} >= {0, 1, 2, 4, 6}
    kinds = {reference.kind for draft in sample for reference in draft.references}
    assert kinds >= {ReferenceKind.CABLE, ReferenceKind.EMAIL, ReferenceKind.TELCON}
    assert any(not draft.captions for draft in sample)
    assert any(not draft.headings for draft in sample)
    assert any(len(draft.action) > 1 for draft in sample)
    assert any(draft.sections and draft.sections > 1 for draft in sample)
    assert any(addressee.excluded for draft in sample for addressee in draft.info)
    assert any(isinstance(draft.declassify_on, str) for draft in sample)
    assert any(part.portion is None for draft in sample for part in draft.paragraphs)
    assert any("\n-- " in part.text for draft in sample for part in draft.paragraphs)


def test_the_posts_of_a_sample_are_known():
    assert all(draft.mrn is not None and draft.mrn.known for draft in drafts(1, 30))


def test_nothing_heavy_is_imported_before_a_name_is_asked_for():
    code = (
        "import sys, cableparse.testing;"
        "print([name for name in sys.modules if name.startswith('cableparse.testing.')]);"
        "print('hypothesis' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]\nFalse"


def test_an_unknown_name_is_an_error():
    with pytest.raises(AttributeError, match="nothing"):
        cableparse.testing.nothing  # noqa: B018


def test_every_public_name_can_be_imported():
    assert all(getattr(cableparse.testing, name) is not None for name in cableparse.testing.__all__)
