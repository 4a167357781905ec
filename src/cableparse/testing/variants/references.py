"""Variants of the reference list: its label, marks, order of the parts, and lists of serials."""

import random
import re
from collections.abc import Callable
from itertools import groupby

from attrs import evolve

from cableparse.testing.draft import Draft
from cableparse.testing.printing.references import (
    PrintedEntry,
    PrintedNumber,
    PrintedReferences,
    PrintedText,
)
from cableparse.testing.variants.letters import o_for_zero, other_hyphens, titled, zero_for_o
from cableparse.testing.variants.variant import Variant, variant
from cableparse.vocabulary import find_post

_FIELD = "references"
_YEAR = re.compile(r"(?:19|20)\d\d")
_LABELS = frozenset({"REF", "REFS", "REFTEL", "REFTELS", "REFERENCE"})


def _each_number(
    printed: PrintedReferences, change: Callable[[PrintedNumber], PrintedNumber]
) -> PrintedReferences:
    """Change every item that is a cable's number, where it can be read without doubt then."""

    def changed(item: PrintedNumber | PrintedText) -> PrintedNumber | PrintedText:
        if isinstance(item, PrintedText):
            return item
        other = change(item)
        return other if _is_clear(other) else item

    entries = tuple(
        evolve(entry, items=tuple(map(changed, entry.items))) for entry in printed.entries
    )
    return evolve(printed, entries=entries)


def _is_clear(item: PrintedNumber) -> bool:
    """Tell whether nothing of a number can be read in two ways.

    In `OSL012` a digit may be a letter, `OSLO 12/08/15/08` may be two cables of a year or four of
    none, and `2002 OSLO` or `OSLO 12/2002` a year or a serial.
    """
    yearly = [serial for serial in item.serials if _YEAR.fullmatch(serial)]
    if yearly and (item.reversed or (len(item.serials) > 1 and "/" in item.parted)):
        return False
    if item.reversed and (len(item.serials) > 1 or item.between != " " or not _plain(item)):
        return False
    close_year = bool(item.before) and not item.before.endswith(" ")
    if close_year and item.post.startswith("0"):
        return False
    if not item.between and (item.post.endswith("0") or item.serials[0].startswith("O")):
        return False
    return not (len(item.serials) > 1 and "/" in item.parted and "/" in item.behind)


def _plain(item: PrintedNumber) -> bool:
    """Tell whether a serial is all digits, and its post all letters."""
    return item.serials[0].isdecimal() and "0" not in item.post


def _marked(printed: PrintedReferences) -> bool:
    return any(entry.mark for entry in printed.entries)


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


# ---------------------------------------------------------------- the numbers


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
        return _each_number(printed, change)

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


@variant(_FIELD, "other-hyphens", "year")
def hyphens(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """The year stands behind a hyphen of another code point: `OSLO 12–08`."""
    return _each_number(
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

    return _each_number(printed, change)


@variant(_FIELD, "serials-padded", "padding")
def serials_padded(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """The serials have leading zeros: `OSLO 00012`."""
    size = rng.choice((4, 5, 6))
    return _each_number(
        printed, lambda item: evolve(item, serials=tuple(s.zfill(size) for s in item.serials))
    )


@variant(_FIELD, "o-for-zero", "digits")
def serial_o_for_zero(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """A zero in a serial is the letter O: `OSLO 1O65`."""
    return _each_number(
        printed,
        lambda item: evolve(item, serials=tuple(o_for_zero(s, rng) for s in item.serials)),
    )


@variant(_FIELD, "zero-for-o", "post-letters")
def post_zero_for_o(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """A letter O in a post is a zero: `0SLO 12`."""
    return _each_number(printed, lambda item: evolve(item, post=zero_for_o(item.post, rng)))


@variant(_FIELD, "post-lower", "case")
def post_lower(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """The posts are in small letters: `oslo 12`."""
    return _each_number(printed, lambda item: evolve(item, post=item.post.lower()))


@variant(_FIELD, "post-title-case", "case")
def post_title_case(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """Each word of a post has a capital: `La Paz 12`."""
    return _each_number(printed, lambda item: evolve(item, post=titled(item.post)))


@variant(_FIELD, "post-spaces-lost", "post-spaces")
def post_spaces_lost(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """The spaces within a post are lost: `LAPAZ 12`."""
    return _each_number(printed, lambda item: evolve(item, post=item.post.replace(" ", "")))


@variant(_FIELD, "post-close", "post-gap")
def post_close(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """No space stands between post and serial: `OSLO12`."""
    return _each_number(
        printed, lambda item: evolve(item, between="") if item.between == " " else item
    )


@variant(_FIELD, "post-colon", "post-gap")
def post_colon(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """A colon stands behind the post: `OSLO: 12`."""
    return _each_number(
        printed, lambda item: evolve(item, between=": ") if item.between == " " else item
    )


@variant(_FIELD, "number-sign", "post-gap")
def number_sign(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """A number sign stands before the serial: `OSLO #12`."""
    return _each_number(
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

    return _each_number(printed, change)


@variant(_FIELD, "spaces-doubled", "post-gap")
def spaces_doubled(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """Two spaces stand between post and serial."""
    return _each_number(printed, lambda item: evolve(item, between=item.between.replace(" ", "  ")))


@variant(_FIELD, "notal", "tail")
def notal(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """A remark says that not all addressees have the cable: `OSLO 12 (NOTAL)`."""
    tail = rng.choice((" (NOTAL)", " NOTAL"))
    return _each_number(printed, lambda item: evolve(item, tail=tail))


@variant(_FIELD, "and-previous", "tail")
def and_previous(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """A remark points to earlier cables: `OSLO 12 AND PREVIOUS`."""
    return _each_number(printed, lambda item: evolve(item, tail=" AND PREVIOUS"))


# ---------------------------------------------------------------- lists of serials


def _list(name: str, parted: str, last: str, doc: str) -> Variant:
    """Make a variant in which a post stands once before its serials."""

    def work(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
        return evolve(
            printed, entries=tuple(_with_lists(entry, parted, last) for entry in printed.entries)
        )

    return Variant(_FIELD, name, "list", work, shape=PrintedReferences, doc=doc)


def _with_lists(entry: PrintedEntry, parted: str, last: str) -> PrintedEntry:
    def post(item: object) -> object:
        return (item.post, item.year) if isinstance(item, PrintedNumber) else item

    items = []
    for _, group in groupby(entry.items, post):
        run = list(group)
        first = run[0]
        if isinstance(first, PrintedNumber) and len(run) > 1:
            numbers = [one for one in run if isinstance(one, PrintedNumber)]
            shared = evolve(
                first,
                at=tuple(place for one in numbers for place in one.at),
                serials=tuple(serial for one in numbers for serial in one.serials),
                parted=parted,
                last=last,
            )
            run = [shared] if _is_clear(shared) else run
        items += run
    return evolve(entry, items=tuple(items))


list_and = _list("list-and", ", ", " AND ", "One post has several serials: `OSLO 12, 15 AND 18`.")
list_commas = _list("list-commas", ", ", ", ", "Commas part one post's serials: `OSLO 12, 15`.")
list_slashes = _list("list-slashes", "/", "/", "Slashes part one post's serials: `OSLO 12/15`.")
list_ampersand = _list(
    "list-ampersand", ", ", " & ", "An ampersand stands before the last serial: `OSLO 12 & 15`."
)


@variant(_FIELD, "list-repeated", "list")
def list_repeated(printed: PrintedReferences, rng: random.Random) -> PrintedReferences:
    """The post stands before each of its serials, on one line: `OSLO 12, OSLO 15`."""
    several = any(len(entry.items) > 1 for entry in printed.entries)
    return evolve(printed, within=", ") if several else printed
