"""Variants of CLASSIFIED BY: name, title and reasons in other order and with other signs."""

import random
from typing import Any

from attrs import evolve

from cableparse.testing.printing.classifiers import PrintedClassifier
from cableparse.testing.variants.letters import letter_doubled, letter_lost, letters_swapped
from cableparse.testing.variants.variant import Variant, variant

_FIELD = "classifiers"


@variant(_FIELD, "title-first", "order")
def title_first(printed: PrintedClassifier, rng: random.Random) -> PrintedClassifier:
    """The title stands before the name: `Ambassador Jane Roe`."""
    return evolve(printed, title_first=True, joint=" ") if printed.title else printed


@variant(_FIELD, "title-first-comma", "order")
def title_first_comma(printed: PrintedClassifier, rng: random.Random) -> PrintedClassifier:
    """The title stands before the name, and a comma between them: `Ambassador, Jane Roe`."""
    return evolve(printed, title_first=True, joint=", ") if printed.title else printed


@variant(_FIELD, "upper", "case")
def upper(printed: PrintedClassifier, rng: random.Random) -> PrintedClassifier:
    """Name and title are in capitals: `JANE ROE, AMBASSADOR`."""
    title = printed.title.upper() if printed.title else None
    return evolve(printed, name=printed.name.upper(), title=title)


@variant(_FIELD, "lower", "case")
def lower(printed: PrintedClassifier, rng: random.Random) -> PrintedClassifier:
    """Name and title are in small letters: `jane roe, ambassador`."""
    title = printed.title.lower() if printed.title else None
    return evolve(printed, name=printed.name.lower(), title=title)


def _led(name: str, lead: str, doc: str) -> Variant:
    def work(printed: PrintedClassifier, rng: random.Random) -> PrintedClassifier:
        return evolve(printed, lead=lead) if printed.reasons else printed

    return Variant(_FIELD, name, "lead", work, shape=PrintedClassifier, doc=doc)


lead_no_comma = _led("reasons-no-comma", " for reasons ", "No comma stands before `for reasons`.")
lead_reason = _led("reason-colon", ", Reason: ", "The reasons are led by `, Reason:`.")
lead_sentence = _led("reason-sentence", ". Reason: ", "The reasons are a sentence: `. Reason:`.")
lead_reasons = _led("reasons-colon", "; Reasons: ", "The reasons are led by `; Reasons:`.")
lead_upper = _led("reasons-upper", ", FOR REASONS ", "`FOR REASONS` is in capitals.")
lead_singular = _led("for-reason", ", for reason ", "It says `for reason`, in the singular.")
lead_order = _led(
    "eo-reasons", " for E.O. 12958 reasons ", "The order is named: `for E.O. 12958 reasons`."
)
lead_line = _led("reason-below", ".\nReason: ", "The reasons stand on the line below.")


lead_hyphen = _led("reasons-hyphen", " - Reasons ", "A hyphen stands before the reasons.")
lead_per = _led("reasons-per", " per ", "The reasons are led by `per`.")
lead_under = _led("reasons-under", " under ", "The reasons are led by `under`.")


@variant(_FIELD, "reasons-misspelt", "lead")
def reasons_misspelt(printed: PrintedClassifier, rng: random.Random) -> PrintedClassifier:
    """The word for the reasons is misspelt: `for resaons`, `Reson:`."""
    if printed.reasons is None:
        return printed
    spell = rng.choice((letter_lost, letter_doubled, letters_swapped))
    word, lead = rng.choice((("reasons", ", for {} "), ("Reason", ". {}: ")))
    return evolve(printed, lead=lead.format(word[0] + spell(word[1:], rng)))


@variant(_FIELD, "label-twice", "twice")
def label_twice(printed: PrintedClassifier, rng: random.Random) -> PrintedClassifier:
    """The label stands twice: `Classified By: Classified by Jane Roe`."""
    again = rng.choice(("Classified by ", "Classified by: ", "CLASSIFIED BY "))
    return evolve(printed, label=evolve(printed.label, gap=f"{printed.label.gap}{again}"))


@variant(_FIELD, "portion", "portion")
def portion(printed: PrintedClassifier, rng: random.Random) -> PrintedClassifier:
    """A portion marking stands before the label: `(U) Classified By: Jane Roe`."""
    return evolve(printed, portion=rng.choice(("(U) ", "(C) ")))


def _reasons(name: str, doc: str, **signs: Any) -> Variant:
    def work(printed: PrintedClassifier, rng: random.Random) -> PrintedClassifier:
        return (
            evolve(printed, reasons=evolve(printed.reasons, **signs))
            if printed.reasons
            else (printed)
        )

    return Variant(_FIELD, name, "reasons", work, shape=PrintedClassifier, doc=doc)


letters_commas = _reasons("letters-commas", "Commas part the letters: `1.4 (b), (d)`.", last=", ")
letters_close = _reasons("letters-close", "No space stands before them: `1.4(b) and (d)`.", gap="")
letters_touch = _reasons(
    "letters-touch", "Nothing parts the letters: `1.4 (b)(d)`.", parted="", last=""
)
letters_slashes = _reasons(
    "letters-slashes",
    "One pair of parentheses, and slashes: `1.4 (b/d)`.",
    each="{}",
    around="({})",
    parted="/",
    last="/",
)
letters_together = _reasons(
    "letters-together",
    "One pair of parentheses, and commas: `1.4 (b, d)`.",
    each="{}",
    around="({})",
    last=", ",
)
letters_bare = _reasons("letters-bare", "No parentheses: `1.4 b and d`.", each="{}")
letters_bare_slashes = _reasons(
    "letters-bare-slashes",
    "No parentheses, and slashes: `1.4 b/d`.",
    each="{}",
    parted="/",
    last="/",
)


@variant(_FIELD, "letters-upper", "reason-case")
def letters_upper(printed: PrintedClassifier, rng: random.Random) -> PrintedClassifier:
    """The letters are capitals: `1.4 (B) and (D)`."""
    if printed.reasons is None:
        return printed
    sections = tuple(
        (section, tuple(letter.upper() for letter in letters))
        for section, letters in printed.reasons.sections
    )
    return evolve(printed, reasons=evolve(printed.reasons, sections=sections))


@variant(_FIELD, "no-period", "end")
def no_period(printed: PrintedClassifier, rng: random.Random) -> PrintedClassifier:
    """No period stands at the end."""
    return evolve(printed, end="")


@variant(_FIELD, "wrapped", "width")
def wrapped(printed: PrintedClassifier, rng: random.Random) -> PrintedClassifier:
    """The text breaks behind any word."""
    return evolve(printed, width=rng.randrange(24, 56))


@variant(_FIELD, "wrapped-indented", "width")
def wrapped_indented(printed: PrintedClassifier, rng: random.Random) -> PrintedClassifier:
    """The text breaks behind any word, and its other lines are indented."""
    return evolve(printed, width=rng.randrange(24, 56), indent=" " * rng.randrange(1, 6))


@variant(_FIELD, "no-empty-line-above", "above")
def no_empty_line_above(printed: PrintedClassifier, rng: random.Random) -> PrintedClassifier:
    """It stands right below what is above."""
    return evolve(printed, above=0)
