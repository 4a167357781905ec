"""Changes that this code invites and cosmic-ray has none of: ends of spans, and patterns.

Both have the form of cosmic-ray's operators: ``mutation_positions`` lists what can be changed of a
node of parso's tree, one entry a change, and ``mutate`` makes the change with that index.
"""

from collections.abc import Iterator
from typing import Any

from mutants import patterns

Position = tuple[tuple[int, int], tuple[int, int]]

_OTHER_END = {"start": "end", "end": "start", "lstrip": "rstrip", "rstrip": "lstrip"}
_OTHER_END |= {"startswith": "endswith", "find": "rfind", "min": "max", "max": "min"}


class OtherEnd:
    """`match.end()` for `match.start()`, `rstrip` for `lstrip`, `max` for `min`."""

    def mutation_positions(self, node: Any) -> Iterator[Position]:
        """Give the names that have an opposite and are taken from something or called."""
        if node.type != "name" or node.value not in _OTHER_END:
            return
        before, after = node.get_previous_leaf(), node.get_next_leaf()
        if before and (before.value == "." or after.value == "("):
            yield node.start_pos, node.end_pos

    def mutate(self, node: Any, index: int) -> Any:
        """Put the opposite in its place."""
        del index
        node.value = _OTHER_END[node.value]
        return node


class Pattern:
    """A raw string is a regular expression: one count or look around of it is another."""

    def mutation_positions(self, node: Any) -> Iterator[Position]:
        """Give the place of each change of the string's pattern."""
        if _is_raw(node):
            for _ in patterns.changes(node.value):
                yield node.start_pos, node.end_pos

    def mutate(self, node: Any, index: int) -> Any:
        """Make one of the changes."""
        start, end, other = list(patterns.changes(node.value))[index]
        node.value = node.value[:start] + other + node.value[end:]
        return node


def _is_raw(node: Any) -> bool:
    if node.type == "fstring_string":
        return "r" in node.parent.children[0].value.lower()
    return node.type == "string" and "r" in node.value[: node.value.find(node.value[-1])].lower()
