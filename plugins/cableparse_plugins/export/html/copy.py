"""The copy as it is: every character of the text, line by line, with the marks laid over it.

The markup adds no text: numbers and signs are made by the style sheet, so that the text content
of the element is the text.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from cableparse_plugins.export.html.characters import escaped, shown
from cableparse_plugins.export.html.marks import Lines, Mark

_DEEPEST = 8
"""So many elements are nested where as many things begin; browsers cut deep nesting off."""


def copy_of(lines: Lines, marks: Sequence[Mark], prefix: str) -> str:
    """Give the lines as HTML; ``prefix`` stands before each id. ``marks`` are in text order."""
    text = lines.text
    begins: defaultdict[int, list[Mark]] = defaultdict(list)
    margins: defaultdict[int, list[Mark]] = defaultdict(list)
    changes: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for mark in marks:
        start, end = mark.span.start, mark.span.end
        begins[start].append(mark)
        margins[lines.number(start)].append(mark)
        if mark.layer and start < end:
            changes[start][mark.layer] += 1
            changes[end][mark.layer] -= 1
    stops = sorted({*begins, *changes} - {len(text)})
    layers: Counter[str] = Counter()
    parts: list[str] = []
    for number, (start, end) in enumerate(pairwise((*lines.starts, len(text))), start=1):
        lone = " cr" if text[end - 1 : end] == "\r" else ""
        opened = f'<span class="l{lone}" id="{prefix}L{number}">'
        first = bisect_left(stops, start)
        if (first == len(stops) or stops[first] >= end) and not layers and number not in margins:
            parts.append(f"{opened}{shown(text[start:end])}</span>")  # as most lines are
            continue
        parts.append(opened)
        if number in margins:
            parts.append(_margin(margins[number], prefix))
        inside = stops[first : bisect_left(stops, end)]
        for at, stop in pairwise((start, *(one for one in inside if one != start), end)):
            if at in changes:
                layers.update(changes[at])
                layers = +layers  # those that are over go
            parts.append(_piece(text[at:stop], layers, begins.get(at, ()), prefix))
        if end == len(text) > start:  # what stands behind the last character
            parts.extend(_point(f"{prefix}{mark.place}") for mark in begins.get(end, ()))
        parts.append("</span>")
    return "".join(parts)


def _margin(marks: Iterable[Mark], prefix: str) -> str:
    links = (
        f'<a class="{mark.layer or "k"}" href="#{prefix}{mark.key}" '
        f'aria-label="{escaped(mark.label)}"></a>'
        for mark in marks
    )
    return f'<span class="m">{"".join(links)}</span>'


def _piece(text: str, layers: Counter[str], begins: Sequence[Mark], prefix: str) -> str:
    classes = " ".join(layers)
    ids = [f"{prefix}{mark.place}" for mark in begins]
    points = "".join(map(_point, ids[_DEEPEST:]))
    opened = "".join(f'<span id="{one}">' for one in ids[:_DEEPEST])
    written = shown(text)
    if classes:
        written = f'<span class="{classes}">{written}</span>'
    return f"{points}{opened}{written}{'</span>' * len(ids[:_DEEPEST])}"


def _point(id: str) -> str:
    return f'<span id="{id}"></span>'
