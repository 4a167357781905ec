"""Who drafted, approved and cleared."""

import pytest

from cableparse import SegmentKind

TAIL = """\
--------------------- 092911
R 141745Z MAY 75
FM SECSTATE WASHDC
TO AMEMBASSY OSLO
LIMITED OFFICIAL USE STATE 000012
E.O. 11652: N/A
TAGS: ETRD
SUBJECT: LOCKS
1. SHUT.
"""


@pytest.mark.parametrize(
    ("lines", "drafted", "approved", "cleared"),
    [
        ("DRAFTED BY EUR/NE:KVIK:AB", ["EUR/NE:KVIK:AB"], [], []),
        ("DRAFTED BY: S/S-O: K. VIK", ["S/S-O: K. VIK"], [], []),
        ("DRAFTED BY:S/S-EX:KVIK\nAPPROVED BY:S/S:ALUND", ["S/S-EX:KVIK"], ["S/S:ALUND"], []),
        ("DRAFTED BY NEA/ARN - KVIK", ["NEA/ARN - KVIK"], [], []),
        ("APPROVED BY THE SECRETARY", [], ["THE SECRETARY"], []),
        (
            "APPROVED BY EUR:ALUND\nL:BVIK\nEB/OT/GCP:CVIK (DRAFT)\nNEA/ARN - DVIK",
            [],
            ["EUR:ALUND"],
            ["L:BVIK", "EB/OT/GCP:CVIK (DRAFT)", "NEA/ARN - DVIK"],
        ),
        ("DRAFTEDY BY EUR:KVIK\nEPPROVED BY EUR:ALUND", ["EUR:KVIK"], ["EUR:ALUND"], []),
        ("APPROVEDBY:S/S:ALUND\nCLEARED BY L:BVIK", [], ["S/S:ALUND"], ["L:BVIK"]),
        ("DRAFTEDBY EUR:KVIK\nAPPROVEDBY ALUND", ["EUR:KVIK"], ["ALUND"], []),
        ("DRAFTED BY\nEUR:KVIK\nCLEARED BY:\nL:BVIK", ["EUR:KVIK"], [], ["L:BVIK"]),
        ("DRAFTED BY  EUR:K.  VIK\nEUR/NE:BVIK", ["EUR:K. VIK", "EUR/NE:BVIK"], [], []),
        (
            "DRAFTED: POL: KVIK\nAPPROVED: AMB: A. LUND, JR.\nCLEARED: ECON: BVIK, RSO: CVIK; M: D",
            ["POL: KVIK"],
            ["AMB: A. LUND, JR."],
            ["ECON: BVIK", "RSO: CVIK", "M: D"],
        ),
        (
            "DRAFTED BY EB/NE:KVIK:AB\nEXT. 21234\nAPPROVED BY EB:ALUND\nDOT - BVIK\nS - MR. VIK",
            ["EB/NE:KVIK:AB"],
            ["EB:ALUND"],
            ["DOT - BVIK", "S - MR. VIK"],
        ),
        (
            "DRAFTED BY EUR:KVIK; APPROVED BY EUR:ALUND CLEARED BY: L:BVIK",
            ["EUR:KVIK"],
            ["EUR:ALUND"],
            ["L:BVIK"],
        ),
        (
            (
                "DRAFTED BY EUR:KVIK\n2/5/75 EXT. 21234\nAPPROVED BY EUR - MR. LUND\n"
                "WHITE HOUSE:BVIK\nBOARD OF LOCKS AND QUAYS - CAPT. VIK (SUBS)\nLOCK DEPT.:DVIK"
            ),
            ["EUR:KVIK"],
            ["EUR - MR. LUND"],
            ["WHITE HOUSE:BVIK", "BOARD OF LOCKS AND QUAYS - CAPT. VIK (SUBS)", "LOCK DEPT.:DVIK"],
        ),
        (
            "APPROVED BY EUR:ALUND\nL:BVIK\nDESIRED DISTRIBUTION\nACTION NE CHRON 1 2\nINFO L EB",
            [],
            ["EUR:ALUND"],
            ["L:BVIK"],
        ),
        ("CLEARED: POL, ECON", [], [], ["POL", "ECON"]),
        ("CLEARED: ECON: BVIK,\nRSO: CVIK", [], [], ["ECON: BVIK", "RSO: CVIK"]),
    ],
)
def test_each_entry_is_as_printed(raw, lines, drafted, approved, cleared) -> None:
    cable = raw(f"{lines}\n{TAIL}")
    assert list(cable.drafted_by) == drafted
    assert list(cable.approved_by) == approved
    assert list(cable.cleared_by) == cleared
    for field in ("drafted_by", "approved_by", "cleared_by"):
        values = getattr(cable, field)
        assert (field in cable.evidence) == bool(values)
        if values:
            printed = [one.slice(cable.source.text) for one in cable.evidence[field].spans]
            assert [" ".join(one.split()) for one in printed] == list(values)
    assert cable.passing == ()
    first = cable.segments[0]
    assert (first.kind, first.text) == (SegmentKind.DRAFTING, f"{lines}\n")


def test_above_the_date_of_another_decade_a_line_may_be_anything(raw) -> None:
    tail = TAIL.replace("MAY 75", "MAY 08").replace("11652", "12958")
    cable = raw(f"APPROVED BY EUR:ALUND\nWHITE HOUSE:BVIK\n{tail}")
    assert cable.cleared_by == ()


def test_a_sentence_below_the_date_approves_nothing(raw) -> None:
    cable = raw(
        "R 141745Z MAY 75\nFM AMEMBASSY OSLO\nUNCLAS OSLO 000012\n"
        "SUBJECT: LOCKS\nREF: OSLO 11\n\nAPPROVED BY THE BOARD OF LOCKS\n1. SHUT.\n"
    )
    assert cable.approved_by == ()
