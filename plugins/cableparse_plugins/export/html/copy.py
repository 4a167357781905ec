"""The copy as it is: every character of the text, line by line, with the marks laid over it.

The markup adds no text: numbers and signs are made by the style sheet, so that the text content
of the element is the text.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from cableparse_plugins.export.html.characters import escaped, is_plain, shown
from cableparse_plugins.export.html.marks import Lines, Mark

_DEEPEST = 8
"""So many elements are nested where as many things begin; browsers cut deep nesting off."""


def copy_of(lines: Lines, marks: Sequence[Mark], prefix: str) -> str:
    """Give the lines as HTML; ``prefix`` stands before each id. ``marks`` are in text order."""
    text = lines.text
    show = str if is_plain(text) else shown  # as most texts are
    begins: defaultdict[int, list[Mark]] = defaultdict(list)
    margins: defaultdict[int, dict[str, Mark]] = defaultdict(dict)
    changes: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
    for mark in marks:
        start, end = mark.span.start, mark.span.end
        begins[start].append(mark)
        # A line leads once to what is read in several places of it.
        margins[lines.number(start)].setdefault(mark.key, mark)
        if mark.layer and start < end:
            changes[start].append((mark.layer, 1))
            changes[end].append((mark.layer, -1))
    stops = sorted({*begins, *changes} - {len(text)})
    busy = {*margins, *map(lines.number, stops)}
    layers: Counter[str] = Counter()
    classes = ""
    parts: list[str] = []
    first = 0  # of the stops that are left
    for number, (start, end) in enumerate(pairwise((*lines.starts, len(text))), start=1):
        lone = " cr" if show is shown and text[end - 1 : end] == "\r" else ""
        opened = f'<span class="l{lone}" id="{prefix}L{number}">'
        if number not in busy and not classes:  # as most lines are
            parts.append(f"{opened}{show(text[start:end])}</span>")
            continue
        behind = bisect_left(stops, end, first)
        parts.append(opened)
        if number in margins:
            parts.append(_margin(margins[number].values(), prefix))
        at = start
        for stop in (*stops[first:behind], end):
            if stop > at or start == end:
                parts.append(_piece(show(text[at:stop]), classes, begins.get(at, ()), prefix))
                at = stop
            if stop < end and stop in changes:
                for layer, change in changes[stop]:
                    layers[layer] += change
                classes = " ".join(layer for layer, count in layers.items() if count)
        first = behind
        if end == len(text) > start:  # what stands behind the last character
            parts.extend(_point(f"{prefix}{mark.place}") for mark in begins.get(end, ()))
        parts.append("</span>")
    return "".join(parts)


def _margin(marks: Iterable[Mark], prefix: str) -> str:
    links = ""
    for mark in marks:
        links += (
            f'<a class="{mark.layer or "k"}" href="#{prefix}{mark.key}" {_named(mark.label)}></a>'
        )
    return f'<span class="m">{links}</span>'


@lru_cache(maxsize=1000)
def _named(label: str) -> str:
    """Give a label as an attribute: those of fields and paragraphs come in every copy."""
    return f'aria-label="{escaped(label)}"'


def _piece(written: str, classes: str, begins: Sequence[Mark], prefix: str) -> str:
    if classes:
        written = f'<span class="{classes}">{written}</span>'
    points = opened = ""
    for mark in begins[:_DEEPEST]:
        opened += f'<span id="{prefix}{mark.place}">'
        written += "</span>"
    for mark in begins[_DEEPEST:]:
        points += _point(f"{prefix}{mark.place}")
    return f"{points}{opened}{written}"


def _point(id: str) -> str:
    return f'<span id="{id}"></span>'
