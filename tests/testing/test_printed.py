"""Law 4 for a header: a value that does not stand to the letter where it says so is told."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from attrs import evolve

from cableparse import (
    MRN,
    Cable,
    Classification,
    DeclassificationKind,
    Evidence,
    FrozenMap,
    Parser,
    Precedence,
    Span,
)
from cableparse.testing import broken_law
from cableparse.testing.laws import misplaced

PARSER = Parser(autoload="bundled")
TEXT = """\
VZCZCXRO0042
RR RUEHNY
DE RUEHNY #0012/01 1351745
ZNR UUUUU ZZH
R 141745Z MAY 08
FM AMEMBASSY OSLO
TO RUEHC/SECSTATE WASHDC PRIORITY 0815
INFO RUEHSM/AMEMBASSY STOCKHOLM 0010

C O N F I D E N T I A L SECTION 01 OF 02 OSLO 000012

SIPDIS
SENSITIVE

STATE FOR EUR/NB JANE ROE

E.O. 12958: DECL: 05/14/2018
TAGS: EWWT, ETRD, NO
SUBJECT: (C) LOCKS AND
KEYS

REF: A. 07 OSLO 11
     B. LARSEN E-MAIL

Classified By: DCM Kari Larsen for reasons 1.4 (b) and (d).

1. (C) The lock is shut.

LARSEN
"""
CABLE = PARSER.parse(TEXT, format="telegram")


def test_a_cable_as_it_is_read_keeps_the_law() -> None:
    assert broken_law(CABLE) is None
    assert set(CABLE.evidence) >= {
        *("transmission", "sent_at", "precedence", "origin", "action", "info", "classification"),
        *("captions", "sections", "passing", "executive_order", "declassify_on", "tags", "subject"),
        *("references", "classifiers", "signers", "mrn"),
    }


def changed(field: str, at: int, **values: Any) -> dict[str, Any]:
    """A cable's field, one of whose items is another."""
    items = list(getattr(CABLE, field))
    items[at] = evolve(items[at], **values)
    return {field: tuple(items)}


def longer(field: str, at: int) -> dict[str, Any]:
    """A cable's field, the span of one of whose items has a character more."""
    span = getattr(CABLE, field)[at].span
    return changed(field, at, span=Span(span.start, span.end + 1))


def shorter(field: str, at: int) -> dict[str, Any]:
    span = getattr(CABLE, field)[at].span
    return changed(field, at, span=Span(span.start, span.end - 1))


@pytest.mark.parametrize(
    "changes",
    [
        changed("tags", 0, code="EWW"),  # a part of it, its letters in order
        changed("tags", 0, code="WT"),
        longer("tags", 0),
        shorter("tags", 0),
        changed("action", 0, name="SECSTATE"),
        changed("action", 0, mcn="0816"),
        changed("action", 0, routing="RUEHD"),
        shorter("action", 0),
        changed("info", 0, name="AMEMBASSY BERN"),
        changed("references", 0, text="OSLO 11"),
        changed("references", 1, text="LARSEN EMAIL"),
        shorter("references", 0),
        changed("classifiers", 0, name="Kari"),
        shorter("classifiers", 0),
        {"subject": "LOCKS"},
        {"subject": "LOCKS ANDKEYS"},
        {"subject": "LOCKSAND KEYS"},
        {"subject": "LICKS AND KEYS"},
        {"origin": "AMEMBASSY"},
        {"executive_order": "1295"},
        {"declassify_on": date(2018, 5, 15)},
        {"declassify_on": "05/14/18"},
        {"captions": ("SENSITIVE", "SIPDIS")},
        {"captions": ("SIPDIS",)},
        {"passing": ("STATE FOR EUR",)},
        {"signers": ("LARSE",)},
        {"sections": 3},
        {"precedence": Precedence.FLASH},
        {"classification": Classification.SECRET},
        {"mrn": MRN(year=2008, post="BERN", serial=12)},
        {"mrn": MRN(year=2008, post="OSLO", serial=1)},
        {"sent_at": datetime(2008, 5, 14, 17, 46, tzinfo=UTC)},
        {"sent_at": None},
        {"transmission": evolve(CABLE.transmission, id="VZCZCXRO0043")},
    ],
    ids=str,
)
def test_a_value_that_does_not_stand_there_is_told(changes: dict[str, Any]) -> None:
    problem = misplaced(evolve(CABLE, **changes))
    assert problem is not None
    assert problem.startswith(next(iter(changes)))


def test_a_printed_value_without_a_place_is_told() -> None:
    evidence = {**CABLE.evidence, "origin": Evidence(how=CABLE.evidence["origin"].how, spans=())}
    problem = misplaced(evolve(CABLE, evidence=FrozenMap(evidence)))
    assert problem == "origin is printed and stands nowhere"


def read(text: str) -> Cable:
    return PARSER.parse(text, format="telegram")


@pytest.mark.parametrize(
    "line",
    [
        "TAGS: KPAO_X, SECURITY_COUNCIL",
        "TAGS: etrd,ROE JANE",
        "UNCLASSIFIED//NOFORN//ORCON OSLO 000012",
        "S E C R E T//NOFORN OSLO 00012",
        "SUBJECT: LOCKS &#38; KEYS &#039;AND&#039; MORE",
        "SUBJECT: (SBU) A MUCH-\nDIVIDED LOCK",
        "SUBJECT: LOCKS\n¶2006. AND KEYS",
        "E.O. 12958: DECL: O5/14/2O18",
        "E.O. 12958: DECL: 14 MAY 2018",
        "E.O. 12958: DECL: 14 OCTOBER 2018",
        "E.O. 12958: DECL: AFTER THE FERRY\nIS SOLD",
        "E.O. 12958: DECL:   WHEN   THE FERRY SAILS",
        "REF: A) OSLO 11 (NOTAL)\nB) ROE-DOE\nE-MAIL",
        "REF: (A) OSLO 11, (B) 07   OSLO 12",
        "FM AMEMBASSY   OSLO\nTO RUEHC/SECSTATE   WASHDC  0815",
        "CLASSIFIED BY: DCM Kari\nLarsen, reasons 1.4(b)",
    ],
)
def test_a_documented_difference_is_none(line: str) -> None:
    assert broken_law(read(f"{line}\n\n1. (U) The lock is shut.\n")) is None


SEVENTIES = read(
    """\
PAGE 01 STATE 000012
ORIGIN EUR-08
INFO OCT-01 SS-14 /023 W
DRAFTED BY EUR/NE:KVIK:AB
APPROVED BY EUR:ALUND
L:BVIK
------------------076325 141806Z /40
O 141745Z MAY 79
FM SECSTATE WASHDC
TO AMEMBASSY OSLO
C O N F I D E N T I A L STATE 000012
E.O. 12065: RDS-1 5/14/99 (LUND, ADA)
TAGS: ETRD
SUBJECT: LOCKS
REF: USCINCEUR 131345Z MAY 79; OSLO 7, DTG 131645Z APR 79
1. SHUT.
"""
)


def of(field: str, **values: Any) -> dict[str, Any]:
    """A field of one value, another in part; of several, the last of them."""
    old = getattr(SEVENTIES, field)
    if isinstance(old, tuple):
        return {field: (*old[:-1], evolve(old[-1], **values))}
    return {field: evolve(old, **values)}


def test_a_cable_of_the_seventies_keeps_the_law() -> None:
    assert broken_law(SEVENTIES) is None
    assert set(SEVENTIES.evidence) >= {
        *("distribution", "drafted_by", "approved_by", "cleared_by", "relay", "declassification"),
    }


@pytest.mark.parametrize(
    "changes",
    [
        of("distribution", code="S"),
        of("distribution", copies=15),
        of("distribution", span=Span(0, 5)),
        {"drafted_by": ("EUR/NE:KVIK",)},
        {"approved_by": ("EUR:BLUND",)},
        {"cleared_by": ("L:BVIK", "L:CVIK")},
        of("relay", number="76325"),
        of("relay", filed_at=datetime(1979, 5, 14, 18, 7, tzinfo=UTC)),
        of("relay", copies=4),
        of("relay", copies=None),
        of("declassification", text="RDS-1 5/14/99 (LUND)"),
        of("declassification", kind=DeclassificationKind.GENERAL),
        of("declassification", categories=(3,)),
        of("declassification", on=date(1999, 5, 15)),
        of("declassification", authority="VIK, ADA"),
        of("references", sent_at=datetime(1979, 4, 13, 16, 46, tzinfo=UTC)),
    ],
    ids=str,
)
def test_a_value_of_the_seventies_that_does_not_stand_there_is_told(
    changes: dict[str, Any],
) -> None:
    problem = misplaced(evolve(SEVENTIES, **changes))
    assert problem is not None
    assert problem.startswith(next(iter(changes)))
