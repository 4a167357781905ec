"""The plugins keep cableparse's laws, and read the letter as it was read before."""

from pathlib import Path

from cableparse_sample import DatesEnricher, MailFormat, RstExporter

from cableparse.testing import parametrize_with_checks

LETTER = Path(__file__).with_name("letter.txt")


@parametrize_with_checks([MailFormat(), DatesEnricher(), RstExporter()], samples=[LETTER])
def test_conformance(plugin, check):
    check(plugin)


def test_the_letter_is_read_as_it_was(golden):
    golden(LETTER)


def test_a_cable_that_ends_before_it_begins_is_noted_once(cable_parser):
    cable = cable_parser.read(LETTER)
    codes = [defect.code for defect in cable.defects]
    assert codes.count("mail-dates.declassified-early") == 1
