"""Every change there is, and a seeded sample of them."""

import difflib
import random
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from attrs import field, frozen
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator

from mutants.operators import OtherEnd, Pattern

# Of cosmic-ray's operators those whose changes a reader can take for the real code. Replacing `+`
# by `<<`, or a name by another, is seen by whatever test reaches the line.
_COMPARISONS = "Eq_NotEq NotEq_Eq Lt_LtE LtE_Lt Gt_GtE GtE_Gt Lt_Gt Gt_Lt LtE_GtE GtE_LtE"
_NAMES = (
    *(f"ReplaceComparisonOperator_{change}" for change in _COMPARISONS.split()),
    *(f"ReplaceComparisonOperator_{change}" for change in ("Is_IsNot", "IsNot_Is")),
    *(f"ReplaceBinaryOperator_{change}" for change in ("Add_Sub", "Sub_Add", "Mod_Add")),
    "ReplaceUnaryOperator_Delete_Not",
    "AddNot",
    "ReplaceTrueWithFalse",
    "ReplaceFalseWithTrue",
    "ReplaceAndWithOr",
    "ReplaceOrWithAnd",
    "ReplaceBreakWithContinue",
    "ReplaceContinueWithBreak",
    "ExceptionReplacer",
    "NumberReplacer",
    "ZeroIterationForLoop",
)


@frozen(order=True)
class Change:
    """One change of one module: the place as line and column, and what makes the change."""

    path: str
    place: tuple[int, int]
    operator: str
    occurrence: int
    before: str = field(repr=False, eq=False)

    @cache  # noqa: B019 - a run has some hundred changes and ends
    def after(self) -> str:
        """Give the module's text with the change."""
        changed: str = mutate_code(self.before, _operators()[self.operator], self.occurrence)
        return changed

    def diff(self) -> str:
        """Give the lines that differ, as a unified diff without its heads."""
        lines = difflib.unified_diff(
            self.before.splitlines(), self.after().splitlines(), n=0, lineterm=""
        )
        return "\n".join(line for line in lines if not line.startswith(("---", "+++", "@@")))


def all_changes(root: Path, paths: Sequence[str]) -> list[Change]:
    """Give every change of the modules below ``paths``, files or folders relative to ``root``."""
    files: list[Path] = []
    for path in paths:
        files += [root / path] if (root / path).is_file() else sorted((root / path).rglob("*.py"))
    return [change for file in files for change in _changes(root, file)]


def sample(changes: Sequence[Change], seed: int, count: int) -> list[Change]:
    """Give ``count`` of the changes, drawn by ``seed``: lines first, then one change of each.

    So a pattern that can be changed in many ways weighs no more than a line with one comparison.
    """
    chance = random.Random(seed)
    lines: dict[tuple[str, int], list[Change]] = {}
    for change in changes:
        lines.setdefault((change.path, change.place[0]), []).append(change)
    chosen = chance.sample(sorted(lines), min(count, len(lines)))
    return [chance.choice(sorted(lines[line])) for line in chosen]


@cache
def _operators() -> dict[str, Any]:
    known = {name: get_operator(f"core/{name}")() for name in _NAMES}
    return known | {"OtherEnd": OtherEnd(), "Pattern": Pattern()}


def _changes(root: Path, file: Path) -> Iterator[Change]:
    text = file.read_text(encoding="utf-8")
    path = file.relative_to(root).as_posix()
    nodes = list(ast_nodes(get_ast(text)))
    for name, operator in _operators().items():
        places = [place for node in nodes for place, _ in operator.mutation_positions(node)]
        for occurrence, place in enumerate(places):
            yield Change(path, place, name, occurrence, text)
