"""Damage, and law 8: what it left is read back, and what it destroyed is named."""

import functools
import itertools
import re
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

from cableparse import DEFECT_CODES, Parser
from cableparse.testing import (
    DAMAGE,
    Copy,
    DamageError,
    Draft,
    DraftAddressee,
    DraftParagraph,
    damage,
    drafts,
    drafts_of_seventies,
    render,
    render_seventies,
)

SAMPLE = list(drafts(23, 14))
OLD_SAMPLE = list(drafts_of_seventies(23, 14))


@functools.cache
def printed(*, old: bool) -> list[Copy]:
    return list(map(render_seventies, OLD_SAMPLE) if old else map(render, SAMPLE))


def clean_copies(*names: str, size: int = len(SAMPLE)) -> list[Copy]:
    """Clean copies of the sample that this damage is done to."""
    return printed(old=any(DAMAGE[name].seventies for name in names))[:size]


def damaging(*names: str, size: int = len(SAMPLE)) -> Iterator[Copy]:
    """Give the copies of the sample's first drafts that can have this damage."""
    for seed, copy in enumerate(clean_copies(*names, size=size)):
        try:
            yield damage(copy, *names, seed=seed)
        except DamageError:
            continue


@functools.cache
def damaged(*names: str) -> list[Copy]:
    return list(damaging(*names))


@pytest.fixture(scope="module")
def read():
    parsers: dict[tuple[str, ...], Parser] = {}

    def read(copy: Copy):
        if copy.also not in parsers:
            parsers[copy.also] = Parser(autoload="bundled", also=copy.also)
        return parsers[copy.also].parse(copy.data)

    return read


def check_law(copy: Copy, read) -> None:
    """Law 8: parsing gives exactly what remains, and each loss that is one is named."""
    cable = read(copy)
    assert cable.format == copy.format
    assert Draft.of(cable) == copy.remains
    named = {note.code for note in (*cable.defects, *cable.redactions)}
    assert [loss for loss in copy.losses if loss.code and loss.code not in named] == []


@pytest.mark.parametrize("name", DAMAGE)
def test_what_is_left_is_read_and_what_is_lost_is_named(name, read):
    copies = damaged(name)
    assert copies, "nothing in the sample can have this damage"
    for copy in copies:
        check_law(copy, read)


def test_damage_changes_the_copy_and_not_its_truth():
    for name in DAMAGE:
        for copy in damaged(name):
            clean = (render_seventies if copy.seventies else render)(copy.truth)
            assert copy.data != clean.data
            assert copy.truth == clean.truth


def test_damage_is_the_same_for_the_same_seed():
    for name in DAMAGE:
        assert damaged(name) == damaged.__wrapped__(name)


def test_damage_depends_on_the_seed():
    draft = next(draft for draft in SAMPLE if len(draft.paragraphs) > 5)
    assert len({damage(render(draft), "redaction", seed=seed).text for seed in range(5)}) > 1


def test_each_loss_has_a_documented_code_or_is_recoverable():
    codes = {*DEFECT_CODES, "redaction.x-run", "redaction.bracket"}
    for name in DAMAGE:
        for loss in (loss for copy in damaged(name) for loss in copy.losses):
            assert loss.recoverable == (loss.code is None)
            assert loss.code is None or loss.code in codes


def test_what_a_recoverable_loss_names_remains():
    for copy in damaged("markdown-renumbering"):
        if all(loss.recoverable for loss in copy.losses):
            assert copy.remains == copy.truth


def test_each_operator_says_what_copies_show():
    for name, one in DAMAGE.items():
        assert one.name == name
        assert one.__doc__
        assert len(one.__doc__.splitlines()[0]) <= 100


def test_damage_is_done_in_the_order_in_which_it_happens():
    copy = damaged("crlf", "wrapping-undone", "redaction")[0]
    assert copy.damage == ("redaction", "wrapping-undone", "crlf")


def test_what_damage_needs_is_done_first():
    assert damaged("latin-1")[0].damage == ("pilcrows", "latin-1")


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (("no-such-thing",), "no damage is called 'no-such-thing'; there are smart-quotes-lost,"),
        (("pilcrows-lost", "pilcrow-as-one"), "can't be told from"),
    ],
)
def test_damage_that_cannot_be_done_says_why(names, message):
    with pytest.raises(DamageError, match=message):
        damage(render(SAMPLE[0]), *names)


def test_an_operator_refuses_a_copy_that_is_past_its_stage():
    copy = DAMAGE["crlf"](render(SAMPLE[0]))
    with pytest.raises(DamageError, match="redaction happens before crlf"):
        DAMAGE["redaction"](copy)


def test_an_operator_says_what_it_needs():
    with pytest.raises(DamageError, match="needs a copy with pilcrows"):
        DAMAGE["latin-1"](render(SAMPLE[0]))


def test_an_operator_is_applied_once():
    copy = DAMAGE["crlf"](render(SAMPLE[0]))
    with pytest.raises(DamageError, match="already"):
        DAMAGE["crlf"](copy)


@pytest.mark.parametrize("name", ["page-marks", "captions-repeated", "redaction", "truncation"])
def test_an_empty_cable_can_not_have_this_damage(name):
    with pytest.raises(DamageError, match=name):
        damage(render(Draft(subject="NOTHING")), name)


WORDS = "The harbor board of the old town met again and found that nobody had the key to it."


def with_paragraphs(*texts: tuple[int | None, str]) -> Draft:
    """A draft of the sample with other paragraphs."""
    parts = [DraftParagraph(number=number, portion="U", text=text) for number, text in texts]
    return attrs.evolve(SAMPLE[0], body=tuple(parts))


@pytest.mark.parametrize("name", ["pilcrows", "pilcrow-as-one", "markdown-renumbering", "crlf"])
@pytest.mark.parametrize("seed", range(6))
def test_a_list_within_a_paragraph_keeps_its_numbers(name, seed, read):
    listed = f"{WORDS}\n\n1. {WORDS}\n\n2. {WORDS}"
    draft = with_paragraphs((1, WORDS), (2, listed), (3, WORDS), (4, WORDS))
    check_law(damage(render(draft), name, seed=seed), read)


@pytest.mark.parametrize(
    ("name", "draft", "message"),
    [
        (
            "markdown-renumbering",
            with_paragraphs((1, WORDS), (3, WORDS), (4, WORDS)),
            "gaps of the writer's own",
        ),
        ("pilcrow-as-one", with_paragraphs((1, WORDS), (1, WORDS)), "gaps of the writer's own"),
        ("smart-quotes-lost", with_paragraphs((1, "The board,s and the board's view.")), "already"),
        ("lines-lost", with_paragraphs((1, f"{WORDS}\n\nNobody came.")), "of one block each"),
    ],
)
def test_what_a_drafts_own_ways_hide_can_not_be_done_to_it(name, draft, message):
    with pytest.raises(DamageError, match=message):
        damage(render(draft), name)


def test_addressees_without_indicators_do_not_run_together():
    info = (DraftAddressee(name="SECDEF"), DraftAddressee(name="CINCLANT"))
    with pytest.raises(DamageError, match="indicators"):
        damage(render(attrs.evolve(SAMPLE[0], info=info)), "header-flattened")


PAIRS = [pair for pair in itertools.combinations(DAMAGE, 2) if any(damaging(*pair, size=6))]


@pytest.mark.parametrize("pair", PAIRS, ids="+".join)
def test_two_kinds_of_damage_are_read_as_one_is(pair, read):
    for copy in damaging(*pair, size=6):
        check_law(copy, read)


def test_every_kind_of_damage_is_documented():
    page = (Path(__file__).parents[2] / "docs" / "testing.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `([a-z0-9-]+)` \|", page.split("| damage |")[1], re.MULTILINE) == list(
        DAMAGE
    )
