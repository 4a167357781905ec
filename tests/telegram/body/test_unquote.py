"""The end of a telegram that is repeated within another."""

import pytest

from cableparse import SegmentKind
from cableparse.testing import broken_law

HEAD = """\
R 141745Z MAY 75
FM SECSTATE WASHDC
INFO AMEMBASSY RIGA
C O N F I D E N T I A L STATE 000012
"""
REPEATED = """\
C O N F I D E N T I A L OSLO 0011
E.O. 11652: GDS
TAGS: ETRD, NO
SUBJECT: LOCKS
1. THE LOCK IS SHUT.
2. NOBODY HAS THE KEY.\
"""


@pytest.mark.parametrize(
    ("end", "signers"),
    [
        (" VIK\nUNQUOTE LUND\n", ("VIK", "LUND")),
        ("\nVIK\nUNQUOTE\nLUND\n", ("VIK", "LUND")),
        ("\nVIK\nUNQTE. LUND\nCONFIDENTIAL\nNNN\n", ("VIK", "LUND")),
        (" VIK UNQUOTE LUND\nCONFIDENTIAL\n", ("VIK", "LUND")),
        (" VIK. UNQUOTE.\nLUND\n", ("VIK", "LUND")),
        (" VIK UNQUOTE\nCONFIDENTIAL\nNNN\n", ("VIK",)),
        ("\nVIK\nUNQUOTE\n", ("VIK",)),
        ("\nUNQUOTE LUND\n", ("LUND",)),
        ("\nHE SAID QUOTE NOT YET UNQUOTE AND LEFT.\nLUND\n", ("LUND",)),
        ("\nHE SAID QUOTE NOT YET UNQUOTE AND LEFT.\n", ()),
        ("\nHE SAID QUOTE THE UNQUENCHED UNQUOTE.\n", ()),
    ],
)
def test_both_signed(raw, end: str, signers: tuple[str, ...]) -> None:
    cable = raw(f"{HEAD}QUOTE\n{REPEATED}{end}")
    assert cable.signers == signers
    assert broken_law(cable) is None
    for signer in signers:
        assert signer not in cable.text


def test_who_is_quoted_in_a_telegram_of_its_own_did_not_sign_it(raw) -> None:
    cable = raw(f"{HEAD}{REPEATED[35:]}\n3. HE SAID: QUOTE THANK YOU, MR. VIK. UNQUOTE.\nLUND\n")
    assert cable.signers == ("LUND",)


def test_what_is_between_the_signers_is_the_signature(raw) -> None:
    cable = raw(f"{HEAD}QUOTE\n{REPEATED} VIK\nUNQUOTE LUND\nNNN\n")
    ends = [(one.kind, one.text) for one in cable.segments[-2:]]
    assert ends == [
        (SegmentKind.SIGNATURE, "VIK\nUNQUOTE LUND\n"),
        (SegmentKind.RESIDUE, "NNN\n"),
    ]


@pytest.mark.parametrize(
    "intro",
    [
        "FOLLOWING REPEAT OSLO 11 ACTION SECSTATE INFO BERN,\nROME MAY 12\nQUOTE\n",
        "FOL RPT OSLO 11 DTD MAY 12, QTE:\n",
        "THE FOLLOWING TELEGRAM FROM OSLO IS SENT FOR YOUR\nINFORMATION:\nQTE\n",
        "FOLLOWING SENT ACTION SECSTATE:\nQUOTE ",
        "FOLLOWING REPEAT OSLO 11\n\nQUOTE\n\n",
    ],
)
def test_what_says_that_another_telegram_is_repeated_is_no_passing_line(raw, intro: str) -> None:
    cable = raw(f"{HEAD}{intro}{REPEATED} VIK\nUNQUOTE LUND\n")
    notices = [one.text for one in cable.segments if one.kind is SegmentKind.NOTICE]
    assert "".join(notices).split() == intro.split()
    assert cable.passing == ()
    assert (str(cable.mrn), cable.subject) == ("75STATE12", "LOCKS")


@pytest.mark.parametrize("line", ["FOLLOWING TEL FOR LUND", "FOR THE AMBASSADOR"])
def test_a_line_that_says_for_whom_still_passes(raw, line: str) -> None:
    cable = raw(f"{HEAD}FOLLOWING REPEAT OSLO 11:\n{line}\nQUOTE\n{line}\n{REPEATED} VIK\n")
    assert cable.passing == (line, line)


def test_in_other_decades_such_a_line_passes(raw) -> None:
    head = HEAD.replace("MAY 75", "MAY 08")
    cable = raw(f"{head}FOLLOWING REPEAT OSLO 11:\n{REPEATED.replace('11652', '12958')}\n")
    assert cable.passing == ("FOLLOWING REPEAT OSLO 11:",)
