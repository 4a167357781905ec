"""Variants of E.O., TAGS and SUBJECT."""

import random

from attrs import evolve

from cableparse.testing.printing.labelled import PrintedOrder, PrintedSubject, PrintedTags
from cableparse.testing.variants.letters import (
    doubled_space,
    o_for_zero,
    other_hyphens,
    titled,
    zero_for_o,
)
from cableparse.testing.variants.variant import variant

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def _narrow(rng: random.Random) -> int:
    """Give a width at which any word may be a line's last."""
    return rng.randrange(18, 56)


# ---------------------------------------------------------------- E.O.


@variant("executive_order", "no-periods", "label")
def order_no_periods(printed: PrintedOrder, rng: random.Random) -> PrintedOrder:
    """The order is written without periods: `EO 12958`."""
    return evolve(printed, label=evolve(printed.label, text="EO"))


@variant("executive_order", "label-sentence", "label")
def order_label_sentence(printed: PrintedOrder, rng: random.Random) -> PrintedOrder:
    """The label has one capital: `E.o. 12958`, `Eo 12958`."""
    return evolve(printed, label=evolve(printed.label, text=rng.choice(("E.o.", "Eo"))))


@variant("executive_order", "one-period", "label")
def order_one_period(printed: PrintedOrder, rng: random.Random) -> PrintedOrder:
    """The order's label has lost one of its periods: `E.O 12958`, `EO. 12958`."""
    return evolve(printed, label=evolve(printed.label, text=rng.choice(("E.O", "EO."))))


@variant("executive_order", "periods-spaced", "label")
def order_periods_spaced(printed: PrintedOrder, rng: random.Random) -> PrintedOrder:
    """A space stands behind each of the label's periods: `E. O. 12958`."""
    return evolve(printed, label=evolve(printed.label, text="E. O."))


@variant("executive_order", "zero-in-label", "label")
def order_zero(printed: PrintedOrder, rng: random.Random) -> PrintedOrder:
    """The label has a zero for its letter O: `E.0. 12958`."""
    return evolve(printed, label=evolve(printed.label, text="E.0."))


@variant("executive_order", "in-words", "label")
def order_in_words(printed: PrintedOrder, rng: random.Random) -> PrintedOrder:
    """The order is written out: `EXECUTIVE ORDER 12958`, `Executive Order 12958`."""
    text = rng.choice(("EXECUTIVE ORDER", "Executive Order"))
    return evolve(printed, label=evolve(printed.label, text=text))


@variant("executive_order", "close", "gap")
def order_close(printed: PrintedOrder, rng: random.Random) -> PrintedOrder:
    """No space stands between the label and the number: `E.O.12958`."""
    return evolve(printed, label=evolve(printed.label, gap=""))


@variant("executive_order", "no-colon-behind-number", "number-colon")
def order_no_number_colon(printed: PrintedOrder, rng: random.Random) -> PrintedOrder:
    """No colon stands behind the number: `E.O. 12958 DECL: 05/16/2013`."""
    return evolve(printed, colon="")


@variant("executive_order", "number-comma", "number-colon")
def order_comma(printed: PrintedOrder, rng: random.Random) -> PrintedOrder:
    """A comma stands behind the number: `E.O. 12958, DECL: 05/16/2013`."""
    return evolve(printed, colon=",")


@variant("executive_order", "decl-no-colon", "until-colon")
def order_decl_no_colon(printed: PrintedOrder, rng: random.Random) -> PrintedOrder:
    """No colon stands behind DECL: `E.O. 12958: DECL 05/16/2013`."""
    if printed.until_label is None:
        return printed
    return evolve(printed, until_label=evolve(printed.until_label, colon=""))


@variant("executive_order", "decl-close", "until-colon")
def order_decl_close(printed: PrintedOrder, rng: random.Random) -> PrintedOrder:
    """No space stands behind DECL's colon: `DECL:05/16/2013`."""
    if printed.until_label is None:
        return printed
    return evolve(printed, until_label=evolve(printed.until_label, gap=""))


@variant("executive_order", "decl-lower", "until-label")
def order_decl_lower(printed: PrintedOrder, rng: random.Random) -> PrintedOrder:
    """DECL is in small letters, or has one capital: `decl: 05/16/2013`."""
    if printed.until_label is None:
        return printed
    return evolve(
        printed, until_label=evolve(printed.until_label, text=rng.choice(("decl", "Decl")))
    )


@variant("executive_order", "decl-long", "until-label")
def order_decl_long(printed: PrintedOrder, rng: random.Random) -> PrintedOrder:
    """DECL is written out, or cut less short: `DECLAS:`, `DECLASSIFY ON:`."""
    if printed.until_label is None:
        return printed
    text = rng.choice(("DECLAS", "DECLASSIFY ON"))
    return evolve(printed, until_label=evolve(printed.until_label, text=text))


@variant("executive_order", "date-bare", "until")
def order_date_bare(printed: PrintedOrder, rng: random.Random) -> PrintedOrder:
    """The date's numbers have no leading zeros: `5/6/2013`."""
    day = printed.day
    return evolve(printed, until=f"{day.month}/{day.day}/{day.year}") if day else printed


@variant("executive_order", "date-year-first", "until")
def order_date_year_first(printed: PrintedOrder, rng: random.Random) -> PrintedOrder:
    """The year stands first: `2013/05/16`, `2013-05-16`."""
    sign = rng.choice("/-")
    return evolve(printed, until=f"{printed.day:%Y{sign}%m{sign}%d}") if printed.day else printed


@variant("executive_order", "date-hyphens", "until")
def order_date_hyphens(printed: PrintedOrder, rng: random.Random) -> PrintedOrder:
    """Hyphens part the date's numbers: `05-16-2013`."""
    return evolve(printed, until=f"{printed.day:%m-%d-%Y}") if printed.day else printed


@variant("executive_order", "date-short-year", "until")
def order_date_short_year(printed: PrintedOrder, rng: random.Random) -> PrintedOrder:
    """The year has two digits: `05/16/13`."""
    return evolve(printed, until=f"{printed.day:%m/%d/%y}") if printed.day else printed


@variant("executive_order", "date-in-words", "until")
def order_date_words(printed: PrintedOrder, rng: random.Random) -> PrintedOrder:
    """The month is a word: `May 16, 2013`, `MAY 16, 2013`."""
    if printed.day is None:
        return printed
    month = _MONTHS[printed.day.month - 1]
    month = rng.choice((month, month.upper()))
    return evolve(printed, until=f"{month} {printed.day.day}, {printed.day.year}")


@variant("executive_order", "date-day-first-in-words", "until")
def order_date_day_first(printed: PrintedOrder, rng: random.Random) -> PrintedOrder:
    """The day stands before the month's word: `16 MAY 2013`, `16 May 2013`."""
    if printed.day is None:
        return printed
    month = _MONTHS[printed.day.month - 1]
    month = rng.choice((month, month.upper(), month[:3].upper()))
    return evolve(printed, until=f"{printed.day.day} {month} {printed.day.year}")


@variant("executive_order", "o-for-zero", "digits")
def order_o_for_zero(printed: PrintedOrder, rng: random.Random) -> PrintedOrder:
    """A zero of the date is the letter O: `O5/16/2013`."""
    return evolve(printed, until=o_for_zero(printed.until, rng)) if printed.day else printed


@variant("executive_order", "not-applicable", "until")
def order_not_applicable(printed: PrintedOrder, rng: random.Random) -> PrintedOrder:
    """That nothing is classified is written otherwise: `NA`, `n/a`."""
    if printed.until != "N/A":
        return printed
    return evolve(printed, until=rng.choice(("NA", "n/a", "N/A.")))


# ---------------------------------------------------------------- TAGS


@variant("tags", "singular", "label")
def tags_singular(printed: PrintedTags, rng: random.Random) -> PrintedTags:
    """The label is in the singular: `TAG: ECON HO`."""
    return evolve(printed, label=evolve(printed.label, text="TAG"))


@variant("tags", "commas", "separator")
def tags_commas(printed: PrintedTags, rng: random.Random) -> PrintedTags:
    """Commas part the codes: `ECON, HO`."""
    return evolve(printed, separators=(", ",))


@variant("tags", "commas-close", "separator")
def tags_commas_close(printed: PrintedTags, rng: random.Random) -> PrintedTags:
    """Commas without a space part the codes: `ECON,HO`."""
    return evolve(printed, separators=(",",))


@variant("tags", "semicolons", "separator")
def tags_semicolons(printed: PrintedTags, rng: random.Random) -> PrintedTags:
    """Semicolons part the codes: `ECON; HO`."""
    return evolve(printed, separators=("; ",))


@variant("tags", "slashes", "separator")
def tags_slashes(printed: PrintedTags, rng: random.Random) -> PrintedTags:
    """Slashes part the codes: `ECON/HO`."""
    return evolve(printed, separators=("/",))


@variant("tags", "spaces-doubled", "separator")
def tags_spaces_doubled(printed: PrintedTags, rng: random.Random) -> PrintedTags:
    """Two spaces part the codes, or three: `ECON  HO`."""
    return evolve(printed, separators=(" " * rng.choice((2, 3)),))


@variant("tags", "separators-mixed", "separator")
def tags_separators_mixed(printed: PrintedTags, rng: random.Random) -> PrintedTags:
    """Some codes are parted by commas, some by spaces: `ECON, EFIN HO`."""
    separators = [", ", " ", ", ", "; "]
    rng.shuffle(separators)
    return evolve(printed, separators=tuple(separators))


@variant("tags", "printed-twice", "list")
def tags_printed_twice(printed: PrintedTags, rng: random.Random) -> PrintedTags:
    """Some codes are printed twice: `ECON HO ECON`."""
    again = rng.sample(printed.codes, rng.randrange(1, len(printed.codes) + 1))
    return evolve(printed, codes=(*printed.codes, *again))


@variant("tags", "pair-fused", "fused")
def tags_pair_fused(printed: PrintedTags, rng: random.Random) -> PrintedTags:
    """Two subjects' codes have lost the space between them: `EINDETRD`."""
    codes = printed.codes
    places = [at for at in range(len(codes) - 1) if len(codes[at]) == len(codes[at + 1]) == 4]
    if not places:
        return printed
    at = rng.choice(places)
    return evolve(printed, codes=(*codes[:at], codes[at] + codes[at + 1], *codes[at + 2 :]))


@variant("tags", "last-sign", "end")
def tags_last_sign(printed: PrintedTags, rng: random.Random) -> PrintedTags:
    """A comma or a period stands behind the last code: `ECON HO,`."""
    return evolve(printed, end=rng.choice(",."))


@variant("tags", "wrapped", "width")
def tags_wrapped(printed: PrintedTags, rng: random.Random) -> PrintedTags:
    """The list breaks behind any code."""
    return evolve(printed, width=_narrow(rng))


@variant("tags", "wrapped-indented", "width")
def tags_wrapped_indented(printed: PrintedTags, rng: random.Random) -> PrintedTags:
    """The list breaks behind any code, and goes on below its first."""
    return evolve(printed, width=_narrow(rng), indent=" " * len(str(printed.label)))


@variant("tags", "lower", "case")
def tags_lower(printed: PrintedTags, rng: random.Random) -> PrintedTags:
    """The codes are in small letters: `econ ho`."""
    return evolve(printed, codes=tuple(code.lower() for code in printed.codes))


@variant("tags", "zero-for-o", "letters")
def tags_zero_for_o(printed: PrintedTags, rng: random.Random) -> PrintedTags:
    """A letter O of a subject's code is a zero: `EC0N`."""
    places = [at for at, code in enumerate(printed.codes) if len(code) == 4 and "O" in code]
    if not places:
        return printed
    at = rng.choice(places)
    code = zero_for_o(printed.codes[at], rng)
    return evolve(printed, codes=(*printed.codes[:at], code, *printed.codes[at + 1 :]))


@variant("tags", "joined", "above")
def tags_joined(printed: PrintedTags, rng: random.Random) -> PrintedTags:
    """The list stands on the order's line: `E.O. 12958: N/A TAGS: ECON HO`."""
    whole = printed.label.text.upper() in {"TAGS", "TAG"}
    if not whole or printed.above:
        return printed
    return evolve(printed, joined=rng.choice((" ", "   ")))


@variant("tags", "empty-line-above", "above")
def tags_empty_line_above(printed: PrintedTags, rng: random.Random) -> PrintedTags:
    """An empty line stands above the list."""
    return evolve(printed, above=1)


# ---------------------------------------------------------------- SUBJECT


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
    return evolve(printed, width=_narrow(rng))


@variant("subject", "wrapped-indented", "width")
def subject_wrapped_indented(printed: PrintedSubject, rng: random.Random) -> PrintedSubject:
    """The subject breaks behind any word, and goes on below its first."""
    return evolve(printed, width=_narrow(rng), indent=" " * len(str(printed.label)))


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
