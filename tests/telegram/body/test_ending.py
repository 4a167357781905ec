"""The end: signer, residue, a second copy."""

import pytest

from cableparse import SegmentKind

HEAD = "UNCLAS OSLO 000012\nTAGS: ETRD\nSUBJECT: LOCKS\n\n1. (U) The lock is shut for the winter.\n"


def kinds(cable) -> list[SegmentKind]:
    return [segment.kind for segment in cable.segments]


@pytest.mark.parametrize(
    ("end", "signer"),
    [
        ("\nLARSEN\n", "LARSEN"),
        ("LARSEN\n", "LARSEN"),
        ("\nLARSEN", "LARSEN"),
        ("\nLARSEN\n\n\n", "LARSEN"),
        ("\nMCALISTER.\n", "MCALISTER"),
        ("\nO'BRIEN##\n", "O'BRIEN"),
        ("\nVAN DYKE\n", "VAN DYKE"),
        ("\nLARSEN LARSEN\n", "LARSEN"),
        ("\nLarsen\n", "Larsen"),
        ("\nSMITH-LARSEN\n", "SMITH-LARSEN"),
        ("\n2. (U) It opens in May. LARSEN\n", "LARSEN"),
        ("\n2. (U) The locks open late. Larsen\n", "Larsen"),
        ('\n2. (U) He said: "They open late." McLarsen\n', "McLarsen"),
        ("\nLARSEN\nNNNN\n", "LARSEN"),
        ("\nLARSEN NNNN\n", "LARSEN"),
        ("\nLARSEN\n-\n", "LARSEN"),
        ("\nLARSEN\n\nNOTE BY OC/T: TEXT GARBLED; CORRECTION TO BE\nSENT ON REQUEST.\n", "LARSEN"),
        ("\nLARSEN BT #0012 NNNN\n", "LARSEN"),
        ("\n-LARSEN-\n", "LARSEN"),
        ("\n*** LARSEN ***\n", "LARSEN"),
        ("\n[LARSEN]\n", "LARSEN"),
        ("\nLARSEN\nLarsen\n", "LARSEN"),
        ("\nLARSEN\n[back to the list](index.md)\n", "LARSEN"),
        ("\nLARSEN\n\n<!-- end of post -->\n</div></div>\n", "LARSEN"),
        ("\nLARSEN\n[[Category:Locks]] [[Category:Ferries]]\n", "LARSEN"),
        ('\nLARSEN\n"\n', "LARSEN"),
        ("\nSignature:\tLarsen\n\nDrafted By:\tVik\nInfo:\tAMEMBASSY RIGA\n", "Larsen"),
        ("\nSØNDERGÅRD\n", "SØNDERGÅRD"),
        ("\nSøndergård\n", "Søndergård"),
        ("\nLARSEN\n\nUNCLASSIFIED\n", "LARSEN"),
        ("\nLARSEN\n\n...\n", "LARSEN"),
        ("\nLARSEN\nWHERE `x` = '1' ORDER BY `y` ASC\n", "LARSEN"),
        ("\nLARSEN\n@ NOBODY\n>\n", "LARSEN"),
        ("\nST. CLAIR\n", "ST. CLAIR"),
        ("\nDeLARSEN\n", "DeLARSEN"),
        ("\nLARSEN\nBT\n#0012\n", "LARSEN"),
        ("\nLARSEN\n\nOSLO 00000012  003 OF 003\n", "LARSEN"),
        ("\nLARSEN\n\nSECRET\n\n>\n 2004OSLO00012 - Classification: SECRET\n", "LARSEN"),
        ("\nLARSEN\nEND CABLE TEXT\n", "LARSEN"),
        ("\nLARSEN\n=======CABLE ENDS=======\n", "LARSEN"),
        ("\nLARSEN\nUNQUOTE\n", "LARSEN"),
        (
            (
                "\nLARSEN\n\n****** ***\nVisit Oslo's Classified Website:\n"
                "http://www.example.org/oslo\n****** ***\n"
            ),
            "LARSEN",
        ),
        (
            (
                "\nLARSEN\n***** ***\nFor more from Embassy Oslo, visit:\n"
                "visit Oslo's Classified Website:\n\nhttp://www.example.org/oslo\n***** ***\n"
            ),
            "LARSEN",
        ),
        ("\n2. (U) More at http://www.example.org/oslo LARSEN\n", "LARSEN"),
        ("\n2. (C) COMMENT: IT OPENS IN MAY. END COMMENT LARSEN\n", "LARSEN"),
        ("\n2. (U) IT MAY OPEN EARLY IN THE\n\nLARSEN\n", "LARSEN"),
        ("\n2. (U) It may open early. OSLO 00000012  002 OF 002 LARSEN\n", "LARSEN"),
        ("\nlarsen\n", "larsen"),
        ("\nvan dyke\n", "van dyke"),
        ("\no'brien-larsen\n", "o'brien-larsen"),
        ("\nMacLarsen\n", "MacLarsen"),
        ("\nMcLARSEN\n", "McLARSEN"),
        ("\nFitzLarsen\n", "FitzLarsen"),
        ("\nLarsen\n\nSENSITIVE BUT UNCLASSIFIED\n", "Larsen"),
        ("\nvan Dyke\n", "van Dyke"),
        ("\nVON DER LARSEN\n", "VON DER LARSEN"),
        ("\nK. LARSEN\n", "K. LARSEN"),
        ("\nLARSEN (ACTING)\n", "LARSEN"),
        ("\n//LARSEN//\n", "LARSEN"),
        ("\n-- LARSEN --\n", "LARSEN"),
        ("\n/s/ LARSEN\n", "LARSEN"),
        ("\n----------\nlarsen\n", "larsen"),
        ("\n2. (C) IT OPENS IN MAY. END COMMENT larsen\n", "larsen"),
        ("\n2. (C) It opens. End Summary and Comment. McLARSEN\n", "McLARSEN"),
        ("\n2. (C) It opens. (End note.) Larsen\n", "Larsen"),
        ("\n2. (C) IT OPENS IN MAY. END TEXT\nlarsen\n", "larsen"),
        ("\n2. (C) It opens. VAN DYKE\n", "VAN DYKE"),
        ("\nOSLO 00000012  002 OF 002\n\n\nlarsen\n", "larsen"),
        ("\nLARSEN\n\nLIMITED OFFICIAL USE\n", "LARSEN"),
        ("\nLARSEN\n\nU N C L A S\n", "LARSEN"),
        ("\nLARSEN\nMINIMIZE CONSIDERED.\n", "LARSEN"),
        (
            "\nLARSEN\n\nDRAFTED: ECON: KVIK\nCLEARED: POL: OROE, DCM: ADOE\nAPPROVED: CDA: KROE\n",
            "LARSEN",
        ),
        ("\n2. (U) It opens. LARSEN\n\nUNCLASSIFIED\n\nDRAFTED BY POL/ECON: KVIK\n", "LARSEN"),
        ("\nLARSEN\n\nApproved by DCM Kari Vik\n", "LARSEN"),
        ("\nLARSEN\n\nThis page was made by a mirror\n\nNext: 08OSLO13 | Up\n", "LARSEN"),
        ("\nLARSEN\n\nHelp us to keep this archive\nPrivacy statement\nUp\n", "LARSEN"),
        ("\n2. (U) It opens. END COMMENT. LARSEN\n\nLoad more\nYou may also like\n", "LARSEN"),
        ("\nSt. Clair\n\nLoad more\nTen beaches without a road\n", "St. Clair"),
        ("\nLARSEN\n\nPrinted: kari @ Sat May 8 2010.\nID:\t1187\n", "LARSEN"),
        # the signature of who mailed it
        ("\nLARSEN\n\n-- \nOla Vik | Economic Section\nThis mail is for its reader.\n", "LARSEN"),
        ("\nLARSEN\n\n--\nTo leave the list, send a message to\nlocks@oslo.example\n", "LARSEN"),
        # the office is part of what is printed
        ("\nAmbassador Kari Larsen\n", "Ambassador Kari Larsen"),
        ("\nCharge d'Affaires K. van Dyke\n\nNNNN\n", "Charge d'Affaires K. van Dyke"),
        ("\nCONSUL GENERAL LARSEN\n", "CONSUL GENERAL LARSEN"),
    ],
)
def test_the_signer_is_read(raw, end: str, signer: str) -> None:
    cable = raw(HEAD + end)
    assert cable.signers == (signer,)
    (span,) = cable.evidence["signers"].spans
    assert span.slice(cable.source.text) == signer
    assert SegmentKind.SIGNATURE in kinds(cable)
    assert not cable.text.endswith(signer)


@pytest.mark.parametrize(
    "end",
    [
        "",
        "\nCOMMENT\n",
        "\nTHE FERRY'S BEST\n",
        "\nLIMITED OFFICIAL USE\n",
        "\n2. (U) It was handed to the OSCE in May, and is\nOSCE\n",
        "\n2. (U) The keeper says he has it from his\nfather\n",
        "\n2. (U) The keeper says it\n\nleaks\n",
        "\n2. (U) It is the work of the U.S. embassy\n",
        "\n2. (U) The keeper says it\n\nOSLO 00000012  002 OF 002\n\n\nleaks.\n",
        "\nEND SUMMARY\n",
        "\nNNNN\n",
        "\nUNCLASSIFIED\n",
        "\n2. (U) It opens in MAY\n",
        "\nXXXXXXXXXXXX\n",
        "\n2. (U) It was said by Mr. Larsen\n",
        "\n2. (U) It was said at the U.S. Embassy\n",
        "\n2. (U) The keys are for:\n\n- LARSEN\n- SMITH\n",
        "\n2. (U) The minister says he has it from the\nPRESIDENT\n",
        "\n2. (U) The minister says he has it from the\nLARSEN\nBT\n",
        # no empty line below, and no sentence above; text behind
        "\nLARSEN\nPrivacy statement\n",
        "\nThe keys of\nLARSEN\n\nPrivacy statement\n",
        "\nLARSEN\n\nThe lock is shut. It opens in May.\n",
        "\nLARSEN\n\n1. The keeper wants\n\nLARSEN'S KEYS\n",
        "\nends\n",
    ],
)
def test_what_is_no_name_is_no_signer(raw, end: str) -> None:
    assert raw(HEAD + end).signers == ()


@pytest.mark.parametrize(
    "end",
    [
        "\nAmbassador's Comment\n",  # a heading whose text is lost
        "\nThe Ambassador Larsen\n",
        "\n2. (U) It may open, said\n\nAmbassador Larsen\n",
        "\n--\nNobody has a key.\n",
    ],
)
def test_a_line_with_an_office_and_a_line_of_dashes_may_be_the_texts_own(raw, end: str) -> None:
    assert raw(HEAD + end).signers == ()


@pytest.mark.parametrize("last", ["Visit the new lock", "UNQUOTE"])
def test_a_last_line_that_may_follow_a_signer_is_text_without_one(raw, last: str) -> None:
    cable = raw(f"{HEAD}\n2. (U) It opens in May.\n{last}\n")
    assert cable.signers == ()
    assert cable.text.endswith(last)


def test_what_stands_behind_the_signer_is_residue(raw) -> None:
    cable = raw(HEAD + "\nLARSEN\n\nNNNN\n")
    assert kinds(cable)[-2:] == [SegmentKind.SIGNATURE, SegmentKind.RESIDUE]
    assert "NNNN" not in cable.text


def test_the_signature_of_a_mail_is_residue(raw) -> None:
    cable = raw(HEAD + "\nLARSEN\n\n-- \nOla Vik\nEconomic Section\n")
    assert kinds(cable)[-2:] == [SegmentKind.SIGNATURE, SegmentKind.RESIDUE]
    assert cable.text.endswith("winter.")


def test_residue_without_a_signer_is_residue_too(raw) -> None:
    cable = raw(HEAD + "\nNNNN\n")
    assert kinds(cable)[-1] is SegmentKind.RESIDUE
    assert "NNNN" not in cable.text


def test_an_end_that_stands_twice_is_read_once(raw) -> None:
    end = (
        "2. (U) "
        + "The ferry that leaves at noon was late again this week, and nobody minded. " * 4
    )
    cable = raw(f"{HEAD}\n{end}\n{end}")
    (defect,) = [defect for defect in cable.defects if defect.code == "body.repeated"]
    assert kinds(cable)[-1] is SegmentKind.REPEATED
    assert defect.span.end == len(cable.source.text)


def test_a_sentence_that_is_said_twice_is_no_second_copy(raw) -> None:
    cable = raw(f"{HEAD}\n2. (U) It rained.\n\n3. (U) It rained.\n")
    assert SegmentKind.REPEATED not in kinds(cable)


@pytest.mark.parametrize(
    ("end", "code"),
    [
        ("The keeper told us that the", "body.truncated"),
        ('He called it "the', "body.truncated"),
        ("It is old, and it is a well-known", "body.truncated"),
        ("The keeper told us that the...", "body.truncated"),
        ("The keeper told us.", "body.signer-missing"),
        ("End comment", "body.signer-missing"),
        ("It is shut.\n\nBest,\n\nOla\nnordmann", "body.signer-missing"),
    ],
)
def test_a_text_that_ends_within_a_sentence_is_cut_off(raw, end, code):
    cable = raw(f"UNCLAS OSLO 000012\nTAGS: ETRD\nSUBJECT: LOCKS\n\n1. (U) The lock. {end}\n")
    assert [one.code for one in cable.defects if one.code.startswith("body.")] == [code]


@pytest.mark.parametrize(
    "mark", ["NNN", "NNNN", "NNNNMAFVVZCZ", "<< END OF DOCUMENT >>", "<<END OF DOCUMENT>>"]
)
@pytest.mark.parametrize("level", ["", "CONFIDENTIAL\n\n"])
@pytest.mark.parametrize("before", [" ", "\n"])
def test_an_end_mark_is_residue_and_no_signer(telegram, mark: str, level: str, before: str) -> None:
    text = "UNCLAS OSLO 0012\nSUBJECT: LOCKS\n\n1. THE LOCK WHICH LEAKED IS SHUT AGAIN, AND DRY."
    cable = telegram(f"{text}{before}ROE\n{level}{mark}\n")
    assert cable.signers == ("ROE",)
    assert cable.text == "THE LOCK WHICH LEAKED IS SHUT AGAIN, AND DRY."
    assert cable.segments[-1].kind is SegmentKind.RESIDUE
    assert telegram(f"{text}\n{level}{mark}\n").signers == ()
