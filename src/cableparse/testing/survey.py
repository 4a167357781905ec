"""How much of damaged copies survives, and how much of that parsing gets back."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any

from attrs import frozen

from cableparse.reading.parser import Parser
from cableparse.testing.copies import Copy
from cableparse.testing.draft import Draft
from cableparse.testing.facts import GROUPS, Facts, facts, shared
from cableparse.testing.operators import DAMAGE, damage
from cableparse.testing.operators.operator import DamageError
from cableparse.testing.rendering import render, render_seventies
from cableparse.testing.sample import drafts
from cableparse.testing.sample_seventies import drafts_of_seventies

SEVENTIES = "none, of the seventies"
"""The history of a telegram of 1973 to 1979 that nothing happened to."""

HISTORIES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "none": (),
        **{name: (name,) for name, one in DAMAGE.items() if not one.seventies},
        "a news site": ("page-marks", "lines-lost", "site-furniture"),
        "a markdown copy": (
            "page-marks",
            "markdown-renumbering",
            "tags-as-links",
            "wrapping-undone",
        ),
        "a text dump": (
            "captions-repeated",
            "redaction",
            "pilcrows",
            "header-fused",
            "trailing-spaces",
        ),
        SEVENTIES: (),
        **{name: (name,) for name, one in DAMAGE.items() if one.seventies},
        "an archive's file": (
            "words-divided",
            "lines-cut",
            "page-heads",
            "release-stamps",
            "archive-attributes",
            "crlf",
        ),
    }
)
"""What is surveyed: no damage, each kind alone, and what the copies of some sources went through.

From ``SEVENTIES`` on these are telegrams of 1973 to 1979.
"""


@frozen(kw_only=True)
class Share:
    """Of ``stated`` facts of a draft, how many a copy still tells and how many parsing gives."""

    stated: int = 0
    survives: int = 0
    recovered: int = 0


@frozen(kw_only=True)
class Row:
    """What a kind of damage did to ``copies`` copies of a sample, and what parsing made of it.

    ``groups`` maps each group of facts to its share, ``losses`` counts the losses that can't be
    recovered, ``named`` those of them that a defect or a redaction names, ``invented`` the facts
    that parsing gives and neither the draft states nor the copy.
    """

    name: str
    copies: int
    groups: Mapping[str, Share]
    losses: int
    named: int
    invented: int

    @property
    def total(self) -> Share:
        """All groups together."""
        shares = self.groups.values()
        return Share(
            stated=sum(share.stated for share in shares),
            survives=sum(share.survives for share in shares),
            recovered=sum(share.recovered for share in shares),
        )


@frozen(kw_only=True)
class Recovery:
    """The recovery table over one sample, which ``seed`` and ``count`` tell."""

    seed: int
    count: int
    rows: tuple[Row, ...]

    def to_dict(self) -> dict[str, Any]:
        """Give the whole table as what JSON can carry."""
        return {
            "seed": self.seed,
            "count": self.count,
            "damage": {
                row.name: {
                    "copies": row.copies,
                    "losses": row.losses,
                    "named": row.named,
                    "invented": row.invented,
                    "groups": {
                        group: {
                            "stated": share.stated,
                            "survives": share.survives,
                            "recovered": share.recovered,
                        }
                        for group, share in row.groups.items()
                    },
                }
                for row in self.rows
            },
        }


def recovery(
    seed: int = 0,
    count: int = 50,
    names: Iterable[str] = HISTORIES,
    step: Callable[[], object] = lambda: None,
) -> Recovery:
    """Damage ``count`` drafts in each of the ways ``names``, of ``HISTORIES``, and read the copies.

    The same seed and count give the same table. ``step`` is called after each way.
    """
    later = [(render(draft), facts(draft)) for draft in drafts(seed, count)]
    old = [(render_seventies(draft), facts(draft)) for draft in drafts_of_seventies(seed, count)]
    rows = []
    for name in names:
        rows.append(_row(name, old if _is_of_seventies(name) else later, seed))
        step()
    return Recovery(seed=seed, count=count, rows=tuple(rows))


def _is_of_seventies(name: str) -> bool:
    return name == SEVENTIES or any(DAMAGE[one].seventies for one in HISTORIES[name])


def _row(name: str, sample: Sequence[tuple[Copy, Facts]], seed: int) -> Row:
    stated: Counter[str] = Counter()
    survives: Counter[str] = Counter()
    recovered: Counter[str] = Counter()
    copies = losses = named = invented = 0
    for number, (clean, truth) in enumerate(sample):
        try:
            copy = damage(clean, *HISTORIES[name], seed=seed + number)
        except DamageError:
            continue
        copies += 1
        cable = _parser(copy).parse(copy.data)
        left, read = facts(copy.remains), facts(Draft.of(cable))
        stated.update({group: truth[group].total() for group in GROUPS})
        survives.update(shared(truth, left))
        recovered.update(shared(truth, read))
        invented += sum((read[group] - truth[group] - left[group]).total() for group in GROUPS)
        codes = {one.code for one in cable.defects} | {one.code for one in cable.redactions}
        lost = [loss.code for loss in copy.losses if not loss.recoverable]
        losses += len(lost)
        named += sum(code in codes for code in lost)
    return Row(
        name=name,
        copies=copies,
        groups=MappingProxyType(
            {
                group: Share(
                    stated=stated[group], survives=survives[group], recovered=recovered[group]
                )
                for group in GROUPS
            }
        ),
        losses=losses,
        named=named,
        invented=invented,
    )


def _parser(copy: Copy) -> Parser:
    return _parser_with(copy.also)


@cache
def _parser_with(also: tuple[str, ...]) -> Parser:
    return Parser(autoload="bundled", also=also)
