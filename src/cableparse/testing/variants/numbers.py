"""Variants of a reference's number: year, post and serial."""

import random

from attrs import evolve

from cableparse.testing.printing.references import (
    PrintedNumber,
    PrintedReferences,
)
from cableparse.testing.variants.clear import each_number
from cableparse.testing.variants.letters import o_for_zero, other_hyphens, titled, zero_for_o
from cableparse.testing.variants.variant import Variant, variant
from cableparse.vocabulary import find_post

_FIELD = "references"


def _year_of(item: PrintedNumber, digits: int) -> str:
    return f"{item.year % 100:02d}" if digits == 2 else str(item.year)


def _dated(name: str, before: str, between: str, behind: str, doc: str) -> Variant:
    """Make a variant that puts the year elsewhere; `{2}` and `{4}` are its two and four digits."""

    def place(form: str, item: PrintedNumber) -> str:
        return form.replace("{2}", _year_of(item, 2)).replace("{4}", _year_of(item, 4))

    def change(item: PrintedNumber) -> PrintedNumber:
        if not item.stated:
            return item
        return evolve(
            item,
            before=place(before, item),
            between=place(between, item),
            behind=place(behind, item),
        )

    def work(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
        return each_number(printed, change)

    return Variant(_FIELD, name, "year", work, shape=PrintedReferences, doc=doc)


year_long = _dated("year-long", "{4} ", " ", "", "The year has four digits: `2008 OSLO 12`.")
year_fused = _dated("year-fused", "{2}", "", "", "The number has no spaces: `08OSLO12`.")
year_close = _dated("year-close", "{2}", " ", "", "The year stands close: `08OSLO 12`.")
year_behind = _dated("year-behind-hyphen", "", " ", "-{2}", "The year stands behind: `OSLO 12-08`.")
year_slash = _dated("year-behind-slash", "", " ", "/{2}", "The year stands behind: `OSLO 12/08`.")
year_behind_long = _dated(
    "year-behind-hyphen-long", "", " ", "-{4}", "The whole year stands behind: `OSLO 12-2008`."
)
year_slash_long = _dated(
    "year-behind-slash-long", "", " ", "/{4}", "The whole year stands behind: `OSLO 12/2008`."
)
year_inside = _dated(
    "year-parenthesized", "", " ({2}) ", "", "The year is in parentheses: `OSLO (08) 12`."
)
year_inside_long = _dated(
    "year-parenthesized-long",
    "",
    " ({4}) ",
    "",
    "The whole year is in parentheses: `OSLO (2008) 12`.",
)
year_last = _dated(
    "year-last", "", " ", " ({2})", "The year is in parentheses behind: `OSLO 12 (08)`."
)


year_apostrophe = _dated(
    "year-apostrophe", "'{2} ", " ", "", "An apostrophe stands before the year: `'08 OSLO 12`."
)
year_hyphen = _dated(
    "year-parted", "{2}-", " ", "", "A hyphen stands behind the year: `08-OSLO 12`."
)
year_strokes = _dated(
    "year-post-serial", "{2}/", "/", "", "Strokes part year, post and serial: `08/OSLO/12`."
)
year_between = _dated(
    "year-between-hyphen", "", " {2}-", "", "The year stands before the serial: `OSLO 08-123`."
)
year_between_apostrophe = _dated(
    "year-between-apostrophe", "", " '{2} ", "", "The year stands before the serial: `OSLO '08 12`."
)


@variant(_FIELD, "other-hyphens", "year")
def hyphens(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """The year stands behind a hyphen of another code point: `OSLO 12–08`."""
    return each_number(
        printed,
        lambda item: (
            evolve(
                item,
                before="",
                between=" ",
                behind=other_hyphens(f"-{_year_of(item, 2)}", rng),
            )
            if item.stated
            else item
        ),
    )


@variant(_FIELD, "serial-first", "year")
def serial_first(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """The serial stands before the post, where no year does: `801 OSLO`."""

    def change(item: PrintedNumber) -> PrintedNumber:
        alone = len(item.serials) == 1 and len(item.serials[0]) > 2
        return evolve(item, reversed=True) if alone and not item.stated else item

    return each_number(printed, change)


@variant(_FIELD, "serials-padded", "padding")
def serials_padded(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """The serials have leading zeros: `OSLO 00012`."""
    size = rng.choice((4, 5, 6))
    return each_number(
        printed, lambda item: evolve(item, serials=tuple(s.zfill(size) for s in item.serials))
    )


@variant(_FIELD, "o-for-zero", "digits")
def serial_o_for_zero(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """A zero in a serial is the letter O: `OSLO 1O65`."""
    return each_number(
        printed,
        lambda item: evolve(item, serials=tuple(o_for_zero(s, rng) for s in item.serials)),
    )


@variant(_FIELD, "zero-for-o", "post-letters")
def post_zero_for_o(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """A letter O in a post is a zero: `0SLO 12`."""
    return each_number(printed, lambda item: evolve(item, post=zero_for_o(item.post, rng)))


@variant(_FIELD, "post-lower", "case")
def post_lower(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """The posts are in small letters: `oslo 12`."""
    return each_number(printed, lambda item: evolve(item, post=item.post.lower()))


@variant(_FIELD, "post-title-case", "case")
def post_title_case(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """Each word of a post has a capital: `La Paz 12`."""
    return each_number(printed, lambda item: evolve(item, post=titled(item.post)))


@variant(_FIELD, "post-spaces-lost", "post-spaces")
def post_spaces_lost(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """The spaces within a post are lost: `LAPAZ 12`."""
    return each_number(printed, lambda item: evolve(item, post=item.post.replace(" ", "")))


@variant(_FIELD, "post-close", "post-gap")
def post_close(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """No space stands between post and serial: `OSLO12`."""
    return each_number(
        printed, lambda item: evolve(item, between="") if item.between == " " else item
    )


@variant(_FIELD, "post-colon", "post-gap")
def post_colon(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """A colon stands behind the post: `OSLO: 12`."""
    return each_number(
        printed, lambda item: evolve(item, between=": ") if item.between == " " else item
    )


@variant(_FIELD, "number-sign", "post-gap")
def number_sign(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """A number sign stands before the serial: `OSLO #12`."""
    return each_number(
        printed, lambda item: evolve(item, between=" #") if item.between == " " else item
    )


@variant(_FIELD, "embassy", "post-word")
def embassy(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """A word says what the post is: `EMBASSY OSLO 12`, `AMEMBASSY OSLO 12`."""
    word = rng.choice(("EMBASSY ", "AMEMBASSY "))

    def change(item: PrintedNumber) -> PrintedNumber:
        post = find_post(item.post)
        known = post is not None and post.kind == "embassy"
        return evolve(item, post=word + item.post) if known else item

    return each_number(printed, change)


@variant(_FIELD, "spaces-doubled", "post-gap")
def spaces_doubled(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """Two spaces stand between post and serial."""
    return each_number(printed, lambda item: evolve(item, between=item.between.replace(" ", "  ")))


@variant(_FIELD, "notal", "tail")
def notal(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """A remark says that not all addressees have the cable: `OSLO 12 (NOTAL)`."""
    tail = rng.choice((" (NOTAL)", " NOTAL"))
    return each_number(printed, lambda item: evolve(item, tail=tail))


@variant(_FIELD, "and-previous", "tail")
def and_previous(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """A remark points to earlier cables: `OSLO 12 AND PREVIOUS`."""
    return each_number(printed, lambda item: evolve(item, tail=" AND PREVIOUS"))
