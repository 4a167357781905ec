"""Variants of SUBJECT: cases, line ends, a portion marking."""

import random

from attrs import evolve

from cableparse.testing.printing.labelled import PrintedSubject
from cableparse.testing.variants.letters import (
    any_width,
    doubled_space,
    other_hyphens,
    titled,
)
from cableparse.testing.variants.variant import variant


@variant("subject", "short-label", "label")
def subject_short_label(printed: PrintedSubject, rng: random.Random) -> PrintedSubject:
    """The label is cut short: `SUBJ:`."""
    return evolve(printed, label=evolve(printed.label, text="SUBJ"))


@variant("subject", "plural", "label")
def subject_plural(printed: PrintedSubject, rng: random.Random) -> PrintedSubject:
    """The label is in the plural: `SUBJECTS:`."""
    return evolve(printed, label=evolve(printed.label, text="SUBJECTS"))


@variant("subject", "lower", "case")
def subject_lower(printed: PrintedSubject, rng: random.Random) -> PrintedSubject:
    """The subject is in small letters."""
    return evolve(printed, text=printed.text.lower())


@variant("subject", "title-case", "case")
def subject_title_case(printed: PrintedSubject, rng: random.Random) -> PrintedSubject:
    """Each word of the subject has a capital."""
    return evolve(printed, text=titled(printed.text))


@variant("subject", "wrapped", "width")
def subject_wrapped(printed: PrintedSubject, rng: random.Random) -> PrintedSubject:
    """The subject breaks behind any word."""
    return evolve(printed, width=any_width(rng))


@variant("subject", "wrapped-indented", "width")
def subject_wrapped_indented(printed: PrintedSubject, rng: random.Random) -> PrintedSubject:
    """The subject breaks behind any word, and goes on below its first."""
    return evolve(printed, width=any_width(rng), indent=" " * len(str(printed.label)))


@variant("subject", "portion", "portion")
def subject_portion(printed: PrintedSubject, rng: random.Random) -> PrintedSubject:
    """A portion marking stands before the subject: `SUBJECT: (U) A LATE FERRY`."""
    return evolve(printed, portion=rng.choice(("(U) ", "(C) ", "(SBU) ", "(S) ")))


@variant("subject", "other-hyphens", "hyphens")
def subject_other_hyphens(printed: PrintedSubject, rng: random.Random) -> PrintedSubject:
    """The hyphens are of another code point."""
    return evolve(printed, text=other_hyphens(printed.text, rng))


@variant("subject", "space-doubled", "spaces")
def subject_space_doubled(printed: PrintedSubject, rng: random.Random) -> PrintedSubject:
    """One of the spaces is doubled."""
    return evolve(printed, text=doubled_space(printed.text, rng))


@variant("subject", "joined", "above")
def subject_joined(printed: PrintedSubject, rng: random.Random) -> PrintedSubject:
    """The subject begins on the tags' line: `TAGS: ECON HO SUBJECT: A LATE FERRY`."""
    whole = printed.label.text.upper() in {"SUBJECT", "SUBJ"}
    return evolve(printed, joined=" ") if whole and not printed.above else printed


@variant("subject", "empty-line-above", "above")
def subject_empty_line_above(printed: PrintedSubject, rng: random.Random) -> PrintedSubject:
    """An empty line stands above the subject."""
    return evolve(printed, above=1)
