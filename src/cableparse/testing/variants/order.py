"""Variants of the E.O. line: the order's label, and the date until which it holds."""

import random

from attrs import evolve

from cableparse.testing.printing.labelled import PrintedOrder
from cableparse.testing.variants.letters import (
    o_for_zero,
)
from cableparse.testing.variants.variant import variant

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


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
