"""Variants of TAGS: what parts the codes, and how they are written."""

import random

from attrs import evolve

from cableparse.testing.printing.labelled import PrintedTags
from cableparse.testing.variants.letters import (
    any_width,
    zero_for_o,
)
from cableparse.testing.variants.variant import variant


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


@variant("tags", "bars", "separator")
def tags_bars(printed: PrintedTags, rng: random.Random) -> PrintedTags:
    """Bars part the codes, as the cells of a table: `ECON | HO`."""
    return evolve(printed, separators=(" | ",))


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
    return evolve(printed, width=any_width(rng))


@variant("tags", "wrapped-indented", "width")
def tags_wrapped_indented(printed: PrintedTags, rng: random.Random) -> PrintedTags:
    """The list breaks behind any code, and goes on below its first."""
    return evolve(printed, width=any_width(rng), indent=" " * len(str(printed.label)))


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
