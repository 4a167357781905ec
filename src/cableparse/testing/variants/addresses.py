"""Variants of the addressees behind TO and INFO."""

import random
from collections.abc import Callable
from typing import Any

from attrs import evolve

from cableparse.testing.draft import Draft
from cableparse.testing.printing.sending import (
    PrintedAddressee,
    PrintedAddressees,
)
from cableparse.testing.variants.letters import o_for_zero, titled
from cableparse.testing.variants.variant import Variant, variant


def _each(printed: PrintedAddressees, **changes: Any) -> PrintedAddressees:
    return evolve(printed, listed=tuple(evolve(one, **changes) for one in printed.listed))


def addressee_variants(field: str) -> tuple[Variant, ...]:
    """Give the variants of the addressees of one kind, `action` or `info`."""

    def unrouted(draft: Draft) -> Draft:
        listed: Any = tuple(evolve(one, routing=None) for one in getattr(draft, field))
        return evolve(draft, **{field: listed})

    @variant(field, "no-routing", "routing", remains=unrouted)
    def no_routing(printed: PrintedAddressees, rng: random.Random) -> PrintedAddressees:
        """The routing indicators are left out: `TO SECSTATE WASHDC 7211`."""
        return _each(printed, routing=None)

    @variant(field, "slash-spaced", "slash")
    def slash_spaced(printed: PrintedAddressees, rng: random.Random) -> PrintedAddressees:
        """Spaces stand around the indicator's slash: `RUEHC / SECSTATE WASHDC`."""
        return _each(printed, slash=rng.choice((" / ", "/ ", " /")))

    @variant(field, "slash-doubled", "slash")
    def slash_doubled(printed: PrintedAddressees, rng: random.Random) -> PrintedAddressees:
        """The indicator's slash is doubled: `RUEHC//SECSTATE WASHDC`."""
        return _each(printed, slash="//")

    @variant(field, "label-alone", "lines")
    def label_alone(printed: PrintedAddressees, rng: random.Random) -> PrintedAddressees:
        """The label stands on a line of its own."""
        return evolve(printed, alone=True)

    @variant(field, "label-repeated", "lines")
    def label_repeated(printed: PrintedAddressees, rng: random.Random) -> PrintedAddressees:
        """The label stands again before each addressee."""
        return evolve(printed, repeated=True) if len(printed.listed) > 1 else printed

    @variant(field, "indented", "indent")
    def indented(printed: PrintedAddressees, rng: random.Random) -> PrintedAddressees:
        """The addressees below the first are indented."""
        if len(printed.listed) < 2:
            return printed
        return evolve(printed, indent=" " * rng.randrange(1, 7))

    @variant(field, "lower", "case")
    def lower(printed: PrintedAddressees, rng: random.Random) -> PrintedAddressees:
        """Names and precedences are in small letters: `RUEHC/secstate washdc priority`."""
        return _cased(printed, str.lower)

    @variant(field, "title-case", "case")
    def title_case(printed: PrintedAddressees, rng: random.Random) -> PrintedAddressees:
        """Each word has a capital: `RUEHC/Secstate Washdc Priority`."""
        return _cased(printed, titled)

    @variant(field, "spaces-doubled", "gap")
    def spaces_doubled(printed: PrintedAddressees, rng: random.Random) -> PrintedAddressees:
        """Two spaces stand before precedence and serial."""
        return _each(printed, gap="  ")

    @variant(field, "o-for-zero", "digits")
    def mcn_o_for_zero(printed: PrintedAddressees, rng: random.Random) -> PrintedAddressees:
        """A zero of a serial is the letter O: `SECSTATE WASHDC O412`."""
        listed = tuple(
            evolve(one, mcn=o_for_zero(one.mcn, rng)) if one.mcn else one for one in printed.listed
        )
        return evolve(printed, listed=listed)

    @variant(field, "empty-line-above", "above")
    def empty_line_above(printed: PrintedAddressees, rng: random.Random) -> PrintedAddressees:
        """An empty line stands above the label."""
        return evolve(printed, above=1)

    return (
        no_routing,
        empty_line_above,
        slash_spaced,
        slash_doubled,
        label_alone,
        label_repeated,
        indented,
        lower,
        title_case,
        spaces_doubled,
        mcn_o_for_zero,
    )


def _cased(printed: PrintedAddressees, case: Callable[[str], str]) -> PrintedAddressees:
    def cased(one: PrintedAddressee) -> PrintedAddressee:
        return evolve(
            one,
            name=case(one.name),
            precedence=case(one.precedence) if one.precedence else None,
        )

    return evolve(printed, listed=tuple(map(cased, printed.listed)))
