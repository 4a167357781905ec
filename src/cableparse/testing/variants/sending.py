"""Variants of date, origin, level with number, captions and passing lines."""

import random

from attrs import evolve

from cableparse.testing.printing.sending import (
    PrintedCaptions,
    PrintedDate,
    PrintedLevel,
    PrintedOrigin,
    PrintedPassing,
)
from cableparse.testing.variants.letters import doubled_space, o_for_zero, titled
from cableparse.testing.variants.variant import variant

# ---------------------------------------------------------------- the date-time group


@variant("date", "year-long", "year")
def date_year_long(printed: PrintedDate, rng: random.Random) -> PrintedDate:
    """The year has four digits: `R 161344Z MAY 2003`."""
    return evolve(printed, year=f"20{printed.year}") if printed.year < "70" else printed


@variant("date", "month-title-case", "month")
def date_month_title_case(printed: PrintedDate, rng: random.Random) -> PrintedDate:
    """The month has one capital: `161344Z May 03`."""
    return evolve(printed, month=printed.month.capitalize())


@variant("date", "lower", "month")
def date_lower(printed: PrintedDate, rng: random.Random) -> PrintedDate:
    """Zone and month are in small letters: `161344z may 03`."""
    return evolve(printed, zone=printed.zone.lower(), month=printed.month.lower())


@variant("date", "spaces-doubled", "gap")
def date_spaces_doubled(printed: PrintedDate, rng: random.Random) -> PrintedDate:
    """Two spaces part the group's words."""
    return evolve(printed, gap="  ")


@variant("date", "o-for-zero", "digits")
def date_o_for_zero(printed: PrintedDate, rng: random.Random) -> PrintedDate:
    """A zero of the moment is the letter O: `16134OZ`."""
    return evolve(printed, moment=o_for_zero(printed.moment, rng))


@variant("date", "zone-spaced", "zone")
def date_zone_spaced(printed: PrintedDate, rng: random.Random) -> PrintedDate:
    """A space stands before the zone: `161344 Z MAY 03`."""
    return evolve(printed, zone=f" {printed.zone}")


# ---------------------------------------------------------------- FM


@variant("origin", "lower", "case")
def origin_lower(printed: PrintedOrigin, rng: random.Random) -> PrintedOrigin:
    """The post is in small letters: `FM amembassy oslo`."""
    return evolve(printed, name=printed.name.lower())


@variant("origin", "title-case", "case")
def origin_title_case(printed: PrintedOrigin, rng: random.Random) -> PrintedOrigin:
    """Each word of the post has a capital: `FM Amembassy Oslo`."""
    return evolve(printed, name=titled(printed.name))


@variant("origin", "space-doubled", "spaces")
def origin_space_doubled(printed: PrintedOrigin, rng: random.Random) -> PrintedOrigin:
    """One of the spaces is doubled."""
    return evolve(printed, name=doubled_space(printed.name, rng))


@variant("origin", "from", "label")
def origin_from(printed: PrintedOrigin, rng: random.Random) -> PrintedOrigin:
    """The label is a whole word: `FROM AMEMBASSY OSLO`."""
    return evolve(printed, label=evolve(printed.label, text="FROM"))


# ---------------------------------------------------------------- the level and the number


@variant("classification", "solid", "level")
def level_solid(printed: PrintedLevel, rng: random.Random) -> PrintedLevel:
    """The level's letters stand together: `CONFIDENTIAL`."""
    return evolve(printed, level=printed.level.replace(" ", ""))


@variant("classification", "spaced", "level")
def level_spaced(printed: PrintedLevel, rng: random.Random) -> PrintedLevel:
    """Spaces stand between the letters of UNCLAS too: `U N C L A S`."""
    return evolve(printed, level=" ".join(printed.level.replace(" ", "")))


@variant("classification", "whole-word", "level")
def level_whole_word(printed: PrintedLevel, rng: random.Random) -> PrintedLevel:
    """UNCLAS is written out: `UNCLASSIFIED`."""
    return evolve(printed, level="UNCLASSIFIED") if printed.level == "UNCLAS" else printed


@variant("classification", "unevenly-spaced", "level")
def level_unevenly_spaced(printed: PrintedLevel, rng: random.Random) -> PrintedLevel:
    """A space between the level's letters is doubled, or lost: `C O N  F I D E N T I A L`."""
    if " " not in printed.level:
        return printed
    places = [at for at, sign in enumerate(printed.level) if sign == " "]
    at = rng.choice(places)
    return evolve(
        printed, level=printed.level[:at] + rng.choice(("", "  ")) + printed.level[at + 1 :]
    )


@variant("classification", "letter-doubled", "level")
def level_letter_doubled(printed: PrintedLevel, rng: random.Random) -> PrintedLevel:
    """The first letter is doubled: `SS E C R E T`, `UUNCLAS`."""
    return evolve(printed, level=printed.level[0] + printed.level)


@variant("classification", "letter-lost", "level")
def level_letter_lost(printed: PrintedLevel, rng: random.Random) -> PrintedLevel:
    """The first letter is lost: `E C R E T`."""
    return evolve(printed, level=printed.level[1:].lstrip())


@variant("classification", "level-title-case", "case")
def level_title_case(printed: PrintedLevel, rng: random.Random) -> PrintedLevel:
    """The level has one capital: `Unclas`, `S e c r e t`."""
    return evolve(printed, level=printed.level[0] + printed.level[1:].lower())


@variant("classification", "level-lower", "case")
def level_lower(printed: PrintedLevel, rng: random.Random) -> PrintedLevel:
    """The level is in small letters: `s e c r e t`."""
    return evolve(printed, level=printed.level.lower())


@variant("classification", "post-title-case", "number-case")
def level_post_title_case(printed: PrintedLevel, rng: random.Random) -> PrintedLevel:
    """The post has one capital: `Oslo 000112`."""
    return evolve(printed, number=tuple(map(titled, printed.number)))


@variant("classification", "zeros-left-out", "zeros")
def level_zeros_left_out(printed: PrintedLevel, rng: random.Random) -> PrintedLevel:
    """The serial has no leading zeros, or fewer of them: `OSLO 112`, `OSLO 00112`."""
    *before, serial = printed.number
    size = rng.choice((1, 4, 5))
    return evolve(printed, number=(*before, serial.lstrip("0").zfill(size)))


@variant("classification", "o-for-zero", "digits")
def level_o_for_zero(printed: PrintedLevel, rng: random.Random) -> PrintedLevel:
    """A zero of the serial is the letter O: `OSLO 00O112`."""
    *before, serial = printed.number
    return evolve(printed, number=(*before, o_for_zero(serial, rng)))


@variant("classification", "section-bare", "section")
def level_section_bare(printed: PrintedLevel, rng: random.Random) -> PrintedLevel:
    """The sections have no leading zeros: `SECTION 1 OF 2`."""
    return evolve(printed, section=tuple(word.lstrip("0") for word in printed.section))


@variant("classification", "spaces-doubled", "gap")
def level_spaces_doubled(printed: PrintedLevel, rng: random.Random) -> PrintedLevel:
    """Several spaces part the level, the section and the number."""
    return evolve(printed, gap=" " * rng.choice((2, 3, 8)))


# ---------------------------------------------------------------- captions


@variant("captions", "lower", "case")
def captions_lower(printed: PrintedCaptions, rng: random.Random) -> PrintedCaptions:
    """The captions are in small letters: `sipdis`."""
    return evolve(printed, captions=tuple(map(str.lower, printed.captions)))


@variant("captions", "title-case", "case")
def captions_title_case(printed: PrintedCaptions, rng: random.Random) -> PrintedCaptions:
    """The captions have one capital: `Sipdis`."""
    return evolve(printed, captions=tuple(map(titled, printed.captions)))


@variant("captions", "on-one-line", "lines")
def captions_on_one_line(printed: PrintedCaptions, rng: random.Random) -> PrintedCaptions:
    """The captions stand on one line: `SENSITIVE SIPDIS`, with a space, a comma or slashes."""
    if len(printed.captions) < 2:
        return printed
    return evolve(printed, parted=rng.choice((" ", ", ", "//")))


@variant("captions", "empty-lines", "lines")
def captions_empty_lines(printed: PrintedCaptions, rng: random.Random) -> PrintedCaptions:
    """Empty lines stand between the captions."""
    return evolve(printed, between=1) if len(printed.captions) > 1 else printed


@variant("captions", "joined", "above")
def captions_joined(printed: PrintedCaptions, rng: random.Random) -> PrintedCaptions:
    """The captions begin on the classification line: `UNCLAS OSLO 000112 SIPDIS`."""
    return evolve(printed, joined=" ")


@variant("captions", "no-empty-line-above", "above")
def captions_no_empty_line_above(printed: PrintedCaptions, rng: random.Random) -> PrintedCaptions:
    """The captions stand right below the level."""
    return evolve(printed, above=0)


# ---------------------------------------------------------------- passing lines


@variant("passing", "title-case", "case")
def passing_title_case(printed: PrintedPassing, rng: random.Random) -> PrintedPassing:
    """The first word has one capital: `State for EUR/NB`."""
    return evolve(printed, passing=tuple(_sentence(text) for text in printed.passing))


@variant("passing", "empty-lines", "lines")
def passing_empty_lines(printed: PrintedPassing, rng: random.Random) -> PrintedPassing:
    """Empty lines stand between the passing lines."""
    return evolve(printed, between=1) if len(printed.passing) > 1 else printed


@variant("passing", "no-empty-line-above", "above")
def passing_no_empty_line_above(printed: PrintedPassing, rng: random.Random) -> PrintedPassing:
    """The passing lines stand right below the captions."""
    return evolve(printed, above=0)


def _sentence(text: str) -> str:
    first, _, rest = text.partition(" ")
    verb, _, behind = rest.partition(" ")
    return f"{first.capitalize()} {verb.lower()} {behind}"
