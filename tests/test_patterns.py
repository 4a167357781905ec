"""Linear time, told from the patterns themselves: none may try one stretch in many ways.

A stretch that two repetitions side by side could share, `[ ]*:?[ ]*`, is tried at each of its
places before a match fails: time grows with its length squared. A possessive repetition, `[ ]*+`,
gives nothing back. The repetitions that are looked at are without a bound; a bounded one costs its
bound at most.
"""

import ast
import re
import re._constants as sre
import re._parser as sre_parser
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType
from typing import Any

import pytest

import cableparse
import cableparse_plugins
from cableparse.telegram.lines.shapes import HEAD_SHAPES, matcher

Item = tuple[Any, Any]
Characters = frozenset[int]

ALL = frozenset([*range(0x180), *map(ord, "‘’“”—–¶ʼ")])
WITHOUT_BOUND = 1000
REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT)
ASKING = (sre.AT, sre.ASSERT, sre.ASSERT_NOT)
SEARCHES = frozenset({"search", "finditer", "findall", "sub", "split"})


def parts_of(item: Item) -> list[Sequence[Item]]:
    """Give the sequences inside an item, of which one is matched."""
    op, argument = item
    if op is sre.SUBPATTERN:
        return [argument[3]]
    if op is sre.ATOMIC_GROUP:
        return [argument]
    if op is sre.BRANCH:
        return list(argument[1])
    if op in REPEATS or op is sre.POSSESSIVE_REPEAT:
        return [argument[2]]
    if op in (sre.ASSERT, sre.ASSERT_NOT):
        return [argument[1]]
    if op is sre.GROUPREF_EXISTS:
        return [part for part in argument[1:] if part]
    return []


def characters(item: Item) -> Characters | None:
    """Give the characters that an item matches one of; None for what is no single character."""
    op, argument = item
    if op is sre.LITERAL:
        return frozenset([argument])
    if op is sre.NOT_LITERAL:
        return ALL - {argument}
    if op is sre.ANY:
        return ALL - {ord("\n")}
    if op is sre.IN:
        found = frozenset[int]().union(*(_of_class(*one) for one in argument))
        return ALL - found if (sre.NEGATE, None) in argument else found
    return None


def _of_class(op: Any, argument: Any) -> Characters:
    if op is sre.LITERAL:
        return frozenset([argument])
    if op is sre.RANGE:
        return frozenset(range(argument[0], argument[1] + 1)) & ALL
    if op is sre.CATEGORY:
        name = str(argument).removeprefix("CATEGORY_")
        sign = {"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w"}[name.removeprefix("NOT_")]
        found = frozenset(one for one in ALL if re.match(sign, chr(one)))
        return ALL - found if name.startswith("NOT_") else found
    return frozenset()


def is_passed_over(item: Item) -> bool:
    """Tell whether an item may match nothing."""
    op, argument = item
    if op in REPEATS or op is sre.POSSESSIVE_REPEAT:
        return argument[0] == 0 or all(map(is_passed_over, argument[2]))
    if op in (sre.AT, sre.ASSERT, sre.ASSERT_NOT, sre.GROUPREF):
        return True
    if op is sre.GROUPREF_EXISTS and argument[2] is None:
        return True
    parts = parts_of(item)
    return bool(parts) and any(all(map(is_passed_over, part)) for part in parts)


def at_the_edge(items: Iterable[Item]) -> Iterator[Item]:
    """Give the items that may stand first; of items in turned order, those that may stand last."""
    for item in items:
        yield item
        if not is_passed_over(item):
            return


def begins(items: Sequence[Item]) -> Characters:
    """Give the characters that a sequence may begin with."""
    found: frozenset[int] = frozenset()
    for item in at_the_edge(items):
        own = characters(item)
        inner = [] if item[0] in (sre.ASSERT, sre.ASSERT_NOT) else parts_of(item)
        found |= own if own is not None else frozenset().union(*map(begins, inner))
    return found


def repeated(item: Item) -> Characters | None:
    """Give the characters of which an item repeats any number; None for another item."""
    op, argument = item
    if op not in (*REPEATS, sre.POSSESSIVE_REPEAT) or argument[1] < WITHOUT_BOUND:
        return None
    (*_, last) = argument[2]
    return characters(last) if len(argument[2]) == 1 else None


def edge(items: Sequence[Item], *, last: bool) -> Iterator[Characters]:
    """Give what the repetitions at a sequence's end, or at its beginning, repeat.

    At its end only those count that give something back.
    """
    for item in at_the_edge(list(items)[::-1] if last else items):
        if (own := repeated(item)) is not None:
            if not (last and item[0] is sre.POSSESSIVE_REPEAT):
                yield own
        elif item[0] not in (sre.ASSERT_NOT, *((sre.ASSERT, sre.ATOMIC_GROUP) if last else ())):
            for part in parts_of(item):
                yield from edge(part, last=last)


def shared(items: Sequence[Item]) -> Iterator[Characters]:
    """Give what two repetitions of a pattern may share, wherever in it they stand."""
    items = list(items)
    for number, item in enumerate(items):
        for part in parts_of(item):
            yield from shared(part)
        behind = list(edge(items[number + 1 :], last=False))
        if item[0] in REPEATS and item[1][1] >= WITHOUT_BOUND and repeated(item) is None:
            behind.append(begins(item[1][2]))  # itself, once more
            before = list(edge(item[1][2], last=True))
        else:
            before = list(edge([item], last=True))
        yield from (one & other for one in before for other in behind if one & other)


def is_slow(pattern: "re.Pattern[str]") -> bool:
    return any(shared(sre_parser.parse(pattern.pattern, pattern.flags)))


def modules(package: ModuleType) -> Iterator[ModuleType]:
    for found in walk_packages(package.__path__, f"{package.__name__}."):
        if not found.name.startswith("cableparse.testing") and "__main__" not in found.name:
            yield import_module(found.name)


def patterns_in(value: object) -> Iterator["re.Pattern[str]"]:
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from patterns_in(one)
    elif isinstance(value, dict):
        yield from patterns_in(list(value.values()))


@pytest.mark.parametrize(
    "pattern",
    [
        r"[ ]*:?[ ]*x",
        r"(?:a+)+b",
        r"(?:a|b)(?:[ ]+c?)*",
        r".*[ ]*\Z",
        r"\s*(?=.*x)",
        r"a(?:b[ ]*)?[ \n]*c",
        r"[a-z]+\w*:",
    ],
)
def test_a_stretch_that_two_repetitions_share_is_seen(pattern: str) -> None:
    assert is_slow(re.compile(pattern))


@pytest.mark.parametrize(
    "pattern",
    [
        r"[ ]*+:?[ ]*x",
        r"[ ]*:[ ]*x",
        r"(?:/[A-Z]+)*",
        r".*+[ ]*\Z",
        r"[ ]{0,9}[ ]*x",
        r"(?>[ ]*)[ ]*x",
    ],
)
def test_what_gives_nothing_back_is_shared_with_nothing(pattern: str) -> None:
    assert not is_slow(re.compile(pattern))


def compiled(module: ModuleType) -> Iterator[tuple[str, "re.Pattern[str]"]]:
    """Give the patterns of a module, and their names."""
    for name, value in vars(module).items():
        for pattern in patterns_in(value):
            yield name, pattern


def names_of(
    package: ModuleType,
    patterns: Callable[[ModuleType], Iterable[tuple[str, "re.Pattern[str]"]]],
    which: Callable[["re.Pattern[str]"], bool],
) -> list[str]:
    """Give the names of those of a package's patterns of which something is true."""
    return [
        f"{module.__name__}.{name}"
        for module in modules(package)
        for name, pattern in patterns(module)
        if which(pattern)
    ]


@pytest.mark.parametrize("package", [cableparse, cableparse_plugins], ids=lambda one: one.__name__)
def test_no_pattern_tries_a_stretch_in_many_ways(package: ModuleType) -> None:
    assert names_of(package, compiled, is_slow) == []


def test_no_shape_of_the_head_does() -> None:
    letters = sorted({letter for _, first, _, _ in HEAD_SHAPES for letter in first})
    matchers = [(letter, matcher(letter)[0]) for letter in letters]
    assert [one for one, match in matchers if is_slow(match.__self__)] == []


# ---------------------------------------------------------------- searches


def begins_anywhere(pattern: "re.Pattern[str]") -> bool:
    """Tell whether a search begins once more at each place of a stretch that it has run over.

    So it does where a pattern begins with a repetition, has more behind it, and no look at what
    stands before: `[ ]+x` in a run of spaces.
    """
    first, *others = sre_parser.parse(pattern.pattern, pattern.flags)
    asks = any(item[0] in ASKING or not is_passed_over(item) for item in others)
    op, argument = first
    endless = op in (*REPEATS, sre.POSSESSIVE_REPEAT) and argument[1] >= WITHOUT_BOUND
    return endless and asks


def searched(module: ModuleType) -> Iterator[tuple[str, "re.Pattern[str]"]]:
    """Give the patterns of a module that it searches a text with, and their names."""
    assert module.__file__ is not None
    for node in ast.walk(ast.parse(Path(module.__file__).read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        if node.func.attr in SEARCHES and isinstance(node.func.value, ast.Name):
            name = node.func.value.id
            for pattern in patterns_in(getattr(module, name, None)):
                yield name, pattern


@pytest.mark.parametrize("pattern", [r"[ ]+x", r"[A-Z]+\Z", r"[ ]*+x", r"(?:ab[ ]?)+(?=x)"])
def test_a_search_that_begins_once_more_is_seen(pattern: str) -> None:
    assert begins_anywhere(re.compile(pattern))


@pytest.mark.parametrize("pattern", [r"(?<![ ])[ ]+x", r"x[ ]+", r"[ ]+", r"(?<=\n)[ ]*x"])
def test_a_search_that_looks_back_or_has_no_more_is_quick(pattern: str) -> None:
    assert not begins_anywhere(re.compile(pattern))


@pytest.mark.parametrize("package", [cableparse, cableparse_plugins], ids=lambda one: one.__name__)
def test_no_search_begins_at_each_place_of_a_stretch(package: ModuleType) -> None:
    assert names_of(package, searched, begins_anywhere) == []
