"""Variants of paragraph numbers, portion markings, headings and the signer."""

import random
from typing import Any

from attrs import evolve

from cableparse.testing.printing.body import PrintedHeading, PrintedParagraph, PrintedSigner
from cableparse.testing.variants.letters import titled
from cableparse.testing.variants.variant import Variant, variant

# ---------------------------------------------------------------- numbers and portion markings


def _number(name: str, doc: str, *, marked: bool = False, **signs: Any) -> Variant:
    """Make a variant of what stands around the number; ``marked`` ones need a portion marking."""

    def work(printed: PrintedParagraph, rng: random.Random) -> PrintedParagraph:
        if printed.number is None or (marked and not printed.portion):
            return printed
        return evolve(printed, **signs)

    return Variant("paragraphs", name, "number", work, shape=PrintedParagraph, doc=doc)


number_pilcrow = _number("pilcrow", "A pilcrow stands before the number: `¶1. (U)`.", before="¶")
number_close = _number(
    "close", "No space stands behind the number: `1.(U)`.", marked=True, behind="."
)
number_bare = _number(
    "no-period", "No period stands behind the number: `1 (U)`.", marked=True, behind=" "
)
number_comma = _number(
    "comma", "A comma stands behind the number: `1, (U)`.", marked=True, behind=", "
)
number_parenthesis = _number(
    "parenthesis", "A parenthesis stands behind the number: `1) (U)`.", marked=True, behind=") "
)
number_periods = _number(
    "periods", "Two periods stand behind the number: `1.. (U)`.", marked=True, behind=".. "
)
number_wide = _number("gap-wide", "Two spaces stand behind the number: `1.  (U)`.", behind=".  ")
number_indented = _number("indented", "The number is indented.", before="   ")


def _portion(name: str, doc: str, form: str) -> Variant:
    def work(printed: PrintedParagraph, rng: random.Random) -> PrintedParagraph:
        return evolve(printed, portion_form=form) if printed.portion else printed

    return Variant("paragraphs", name, "portion", work, shape=PrintedParagraph, doc=doc)


portion_close = _portion("portion-close", "No space stands behind the marking: `(U)The`.", "({})")
portion_wide = _portion("portion-wide", "Two spaces stand behind the marking.", "({})  ")
portion_spaced = _portion("portion-spaced", "Spaces stand in the parentheses: `( U )`.", "( {} ) ")


@variant("paragraphs", "portion-lower", "portion-case")
def portion_lower(printed: PrintedParagraph, rng: random.Random) -> PrintedParagraph:
    """The marking is in small letters: `(sbu)`."""
    return evolve(printed, portion=printed.portion.lower()) if printed.portion else printed


@variant("paragraphs", "one-slash", "portion-slashes")
def portion_one_slash(printed: PrintedParagraph, rng: random.Random) -> PrintedParagraph:
    """The marking has one slash for two: `(C/NF)`."""
    if not printed.portion:
        return printed
    return evolve(printed, portion=printed.portion.replace("//", "/"))


@variant("paragraphs", "wrapped", "width")
def paragraphs_wrapped(printed: PrintedParagraph, rng: random.Random) -> PrintedParagraph:
    """The lines are shorter."""
    return evolve(printed, width=rng.randrange(48, 62))


@variant("paragraphs", "empty-lines", "above")
def paragraphs_empty_lines(printed: PrintedParagraph, rng: random.Random) -> PrintedParagraph:
    """Two empty lines stand between paragraphs, or three."""
    return evolve(printed, above=rng.choice((2, 3)))


@variant("paragraphs", "no-empty-lines", "above")
def paragraphs_no_empty_lines(printed: PrintedParagraph, rng: random.Random) -> PrintedParagraph:
    """No empty lines stand between numbered paragraphs."""
    if printed.number is None or printed.number == 1:
        return printed
    return evolve(printed, above=0)


# ---------------------------------------------------------------- headings


@variant("headings", "upper", "case")
def heading_upper(printed: PrintedHeading, rng: random.Random) -> PrintedHeading:
    """The heading is in capitals."""
    return evolve(printed, text=printed.text.upper())


@variant("headings", "title-case", "case")
def heading_title_case(printed: PrintedHeading, rng: random.Random) -> PrintedHeading:
    """Each word of the heading has a capital."""
    return evolve(printed, text=titled(printed.text))


def _rule(name: str, sign: str, doc: str) -> Variant:
    def work(printed: PrintedHeading, rng: random.Random) -> PrintedHeading:
        return evolve(printed, rule=sign)

    return Variant("headings", name, "rule", work, shape=PrintedHeading, doc=doc)


rule_stars = _rule("stars", "*", "The rule is made of stars.")
rule_equals = _rule("equals", "=", "The rule is made of equals signs.")
rule_tildes = _rule("tildes", "~", "The rule is made of tildes.")
rule_underscores = _rule("underscores", "_", "The rule is made of underscores.")


@variant("headings", "no-rule", "rule")
def heading_no_rule(printed: PrintedHeading, rng: random.Random) -> PrintedHeading:
    """No rule stands below a heading of one line."""
    return evolve(printed, rule="") if len(printed.lines()) == 2 else printed


@variant("headings", "rule-beside", "rules")
def heading_rule_beside(printed: PrintedHeading, rng: random.Random) -> PrintedHeading:
    """The rule stands on the heading's line, as where line ends were lost: `COMMENT -------`."""
    return evolve(printed, beside=True)


@variant("headings", "rule-above", "rules")
def heading_rule_above(printed: PrintedHeading, rng: random.Random) -> PrintedHeading:
    """A rule stands above the heading too."""
    return evolve(printed, ruled_above=True)


@variant("headings", "rule-longer", "length")
def heading_rule_longer(printed: PrintedHeading, rng: random.Random) -> PrintedHeading:
    """The rule is longer than the heading."""
    return evolve(printed, longer=rng.randrange(1, 12))


@variant("headings", "rule-shorter", "length")
def heading_rule_shorter(printed: PrintedHeading, rng: random.Random) -> PrintedHeading:
    """The rule is shorter than the heading."""
    return evolve(printed, longer=-rng.randrange(1, 5))


@variant("headings", "indented", "indent")
def heading_indented(printed: PrintedHeading, rng: random.Random) -> PrintedHeading:
    """Heading and rule are indented; a heading without one stays on its line."""
    indented = evolve(printed, indent=" " * rng.randrange(1, 9))
    return printed if not printed.rule and len(indented.lines()) > 1 else indented


# ---------------------------------------------------------------- the signer


@variant("signer", "lower", "case")
def signer_lower(printed: PrintedSigner, rng: random.Random) -> PrintedSigner:
    """The name is in small letters, below an empty line."""
    if printed.joined is not None:
        return printed
    return evolve(printed, name=printed.name.lower(), above=max(1, printed.above))


@variant("signer", "title-case", "case")
def signer_title_case(printed: PrintedSigner, rng: random.Random) -> PrintedSigner:
    """The name has one capital."""
    return evolve(printed, name=titled(printed.name))


@variant("signer", "empty-lines-above", "above")
def signer_empty_lines_above(printed: PrintedSigner, rng: random.Random) -> PrintedSigner:
    """Empty lines stand above the name."""
    return evolve(printed, above=rng.choice((1, 2)))


@variant("signer", "joined", "above")
def signer_joined(printed: PrintedSigner, rng: random.Random) -> PrintedSigner:
    """The name stands behind the last sentence: `End Comment. HOLT`."""
    return evolve(printed, joined=" ") if printed.name.isupper() else printed


@variant("signer", "sign-behind", "sign")
def signer_sign_behind(printed: PrintedSigner, rng: random.Random) -> PrintedSigner:
    """A period stands behind the name, or two number signs: `HOLT.`, `HOLT##`."""
    return evolve(printed, name=printed.name + rng.choice((".", "##")))


@variant("signer", "end-mark-beside", "case")
def signer_end_mark_beside(printed: PrintedSigner, rng: random.Random) -> PrintedSigner:
    """The mark that the message ends stands behind the name in capitals: `HOLT NNNN`."""
    return evolve(printed, name=printed.name + rng.choice((" NNNN", " BT")))


@variant("signer", "level-below", "behind")
def signer_level_below(printed: PrintedSigner, rng: random.Random) -> PrintedSigner:
    """The level stands once more below the name, in the middle of its line."""
    level = rng.choice(("UNCLASSIFIED", "CONFIDENTIAL", "SECRET"))
    return evolve(printed, behind=("", " " * 24 + level))


@variant("signer", "indented", "indent")
def signer_indented(printed: PrintedSigner, rng: random.Random) -> PrintedSigner:
    """The name is indented."""
    return evolve(printed, indent=" " * rng.choice((1, 5, 30)))


@variant("signer", "end-mark", "behind")
def signer_end_mark(printed: PrintedSigner, rng: random.Random) -> PrintedSigner:
    """A mark behind the name says that the message ends: `NNNN`, `BT`."""
    return evolve(printed, behind=rng.choice((("NNNN",), ("", "NNNN"), ("BT",))))


@variant("signer", "drafting-below", "behind")
def signer_drafting_below(printed: PrintedSigner, rng: random.Random) -> PrintedSigner:
    """Who drafted, cleared and approved stands below the name."""
    label = rng.choice((":", " BY"))
    offices = rng.sample(("POL", "ECON", "PAO", "DCM"), 3)
    names = rng.sample(("KVIK", "OROE", "ADOE", "LMOE"), 3)
    lines = (
        f"{word}{label} {office}: {name}"
        for word, office, name in zip(
            ("DRAFTED", "CLEARED", "APPROVED"), offices, names, strict=True
        )
    )
    return evolve(printed, behind=("", *lines))


@variant("signer", "site-below", "above")  # not with `joined`
def signer_site_below(printed: PrintedSigner, rng: random.Random) -> PrintedSigner:
    """A site's own lines stand below the name, which has its line for itself."""
    lines = ["Privacy statement", "Next | Up", "Help us to keep this archive", "Page 3"]
    rng.shuffle(lines)
    return evolve(printed, behind=("", *lines[: rng.randrange(1, 5)]))
