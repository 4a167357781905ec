"""Labels that were typed wrongly."""

import pytest

from cableparse.telegram.lines.labels import mistyped_label


@pytest.mark.parametrize(
    ("line", "field", "label"),
    [
        ("TAS: ETRD", "tags", "TAS: "),
        ("TTAGS: ETRD", "tags", "TTAGS: "),
        ("TASG ETRD", "tags", "TASG "),
        ("taggs : etrd", "tags", "taggs : "),
        ("SUBJCT: LOCKS", "subject", "SUBJCT: "),
        ("SUBJEECT LOCKS", "subject", "SUBJEECT "),
        ("USBJECT: LOCKS", "subject", "USBJECT: "),
        ("REEF: OSLO 12", "references", "REEF: "),
        ("REFERNCES: OSLO 12", "references", "REFERNCES: "),
        ("Clasified By: DCM", "classified_by", "Clasified By: "),
        ("Classified yB DCM", "classified_by", "Classified yB "),
        ("INF RUEHNY/AMEMBASSY OSLO", "info", "INF "),
        ("IFNO AMEMBASSY OSLO", "info", "IFNO "),
        ("DRAFTEDY BY EUR:JROE", "drafted_by", "DRAFTEDY BY "),
        ("EPPROVED BY: EUR:JROE", "approved_by", "EPPROVED BY: "),
        ("CLAERED BY EUR:JROE", "cleared_by", "CLAERED BY "),
    ],
)
def test_a_label_with_one_slip_of_the_keys_is_told(line: str, field: str, label: str) -> None:
    assert mistyped_label(line, 0, len(line)) == (field, len(label))


@pytest.mark.parametrize(
    "line",
    [
        "TAG BOATS FOR THE LOCK",  # a word, and no code behind it
        "INFO",  # as it should be: its shape tells it
        "INF WAS CALLED",
        "DRAFTEDY EUR:JROE",
        "DRIFTER BY THE LOCK",
        "REEF FISH ARE LATE",
        "TAKES: ETRD",
        "AB: C",
        "Locks",
        "",
        ": ETRD",
    ],
)
def test_other_words_are_no_label(line: str) -> None:
    assert mistyped_label(line, 0, len(line)) is None
