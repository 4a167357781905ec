"""Variants of the reference list: its label, its marks, and its lines."""

import random

from attrs import evolve

from cableparse.testing.draft import Draft
from cableparse.testing.printing.references import (
    PrintedReferences,
)
from cableparse.testing.variants.variant import Variant, variant

_FIELD = "references"
_LABELS = frozenset({"REF", "REFS", "REFTEL", "REFTELS", "REFERENCE"})


# ---------------------------------------------------------------- the label


def _labelled(name: str, text: str) -> Variant:
    def work(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
        return evolve(printed, label=evolve(printed.label, text=text))

    doc = f"The label is `{text}`."
    return Variant(_FIELD, name, "label", work, shape=PrintedReferences, doc=doc)


refs = _labelled("plural", "REFS")
reftel = _labelled("reftel", "REFTEL")
reftels = _labelled("reftels", "REFTELS")
reference = _labelled("whole-word", "REFERENCE")


# ---------------------------------------------------------------- the marks


def _marked(printed: PrintedReferences) -> bool:
    return any(entry.mark for entry in printed.entries)


def _enumerated(name: str, form: str, doc: str) -> Variant:
    def work(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
        return evolve(printed, enumeration=form) if _marked(printed) else printed

    return Variant(_FIELD, name, "enumeration", work, shape=PrintedReferences, doc=doc)


mark_parenthesis = _enumerated("mark-parenthesis", "{}) ", "The marks are `A)`, `B)`.")
mark_parentheses = _enumerated("mark-parentheses", "({}) ", "The marks are `(A)`, `(B)`.")
mark_hyphen = _enumerated("mark-hyphen", "{} - ", "A hyphen stands behind the marks: `A - OSLO`.")
mark_colon = _enumerated("mark-colon", "{}: ", "A colon stands behind the marks: `A: OSLO 12`.")
mark_close = _enumerated("mark-close", "{}.", "No space stands behind the marks: `A.OSLO 12`.")
mark_both = _enumerated("mark-both", "{}.) ", "The marks are `A.)`, `B.)`.")
mark_brackets = _enumerated("mark-brackets", "[{0}] ", "The marks are `[A]`, `[B]`.")
mark_hyphen_close = _enumerated(
    "mark-hyphen-close", "{}- ", "A hyphen stands close behind the marks: `A- OSLO 12`."
)
mark_slash = _enumerated("mark-slash", "{}/ ", "The marks are `A/`, `B/`.")
mark_period_inside = _enumerated("mark-period-inside", "({}.) ", "The marks are `(A.)`, `(B.)`.")
mark_twice = _enumerated("mark-twice", "{0}. ({0}) ", "The marks stand twice: `A. (A) OSLO 12`.")
mark_wide = _enumerated("mark-wide", "{}.  ", "Two spaces stand behind the marks.")
mark_pilcrow = _enumerated("mark-pilcrow", "¶{}. ", "A site's pilcrow stands before the marks.")


@variant(_FIELD, "mark-lower", "mark-case")
def mark_lower(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """The marks are small letters: `a. OSLO 12`."""
    entries = tuple(
        evolve(entry, mark=entry.mark.lower() if entry.mark else None) for entry in printed.entries
    )
    return evolve(printed, entries=entries)


def _unlabelled(draft: Draft) -> Draft:
    return evolve(draft, references=tuple(evolve(one, label=None) for one in draft.references))


@variant(_FIELD, "bullets", "enumeration", remains=_unlabelled)
def bullets(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """A hyphen stands for each mark: `- OSLO 12`; which letter it had is lost."""
    return evolve(printed, enumeration="- ") if _marked(printed) else printed


# ---------------------------------------------------------------- the lines


@variant(_FIELD, "on-one-line", "lines")
def on_one_line(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """The entries run on: `A. OSLO 12 B. HELSINKI 15`."""
    if len(printed.entries) < 2 or not all(entry.mark for entry in printed.entries):
        return printed
    return evolve(printed, between=" ", within="; ")


@variant(_FIELD, "on-one-line-commas", "lines")
def on_one_line_commas(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """Commas part entries that run on: `A. OSLO 12, B. HELSINKI 15`."""
    if len(printed.entries) < 2 or not all(entry.mark for entry in printed.entries):
        return printed
    return evolve(printed, between=", ", within="; ")


@variant(_FIELD, "on-one-line-semicolons", "lines")
def on_one_line_semicolons(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """Semicolons part entries that run on: `A. OSLO 12; B. HELSINKI 15`."""
    if len(printed.entries) < 2 or not all(entry.mark for entry in printed.entries):
        return printed
    return evolve(printed, between="; ", within="; ")


@variant(_FIELD, "lines-end-commas", "lines")
def lines_end_commas(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """A comma or a semicolon ends each line but the last."""
    if len(printed.entries) < 2:
        return printed
    return evolve(printed, between=rng.choice((",\n", ";\n")))


@variant(_FIELD, "empty-lines", "empty")
def empty_lines(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """Empty lines stand between the entries."""
    return evolve(printed, empty=1) if len(printed.lines()) > 1 else printed


@variant(_FIELD, "label-alone", "label-line")
def label_alone(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """The label stands on a line of its own."""
    return evolve(printed, alone=True)


@variant(_FIELD, "period", "end")
def period(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """A period stands behind the last entry."""
    return evolve(printed, end=".")


@variant(_FIELD, "joined", "above")
def joined(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """The list begins on the subject's last line: `SUBJECT: A LATE FERRY REF: OSLO 12`."""
    whole = printed.label.text.upper() in _LABELS
    return evolve(printed, joined=" ") if whole else printed


@variant(_FIELD, "not-indented", "indent")
def not_indented(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """The second line and those below begin at the margin."""
    return evolve(printed, indent="") if len(printed.lines()) > 1 else printed


@variant(_FIELD, "wrapped", "width")
def wrapped(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """A line breaks behind any word."""
    return evolve(printed, width=rng.randrange(14, 40))


@variant(_FIELD, "no-empty-line-above", "above")
def no_empty_line_above(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """The list stands right below the subject."""
    return evolve(printed, above=0)
