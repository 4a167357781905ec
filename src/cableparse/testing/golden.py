"""Golden files: what a document's cable is, whole, as JSON beside the document.

A golden file is written by a program and read by a person: rewrite it with ``pytest
--rewrite-golden``, and read the difference before you keep it.
"""

import json
from collections.abc import Iterator
from os import PathLike
from pathlib import Path
from typing import Any

from cableparse.model.cable import Cable

REWRITE = "pytest --rewrite-golden"
_MOST = 40
_SHOWN = 100


class GoldenError(AssertionError):
    """A cable is not what its golden file says, or there is no golden file."""


def golden_of(document: str | PathLike[str]) -> Path:
    """Give the path of a document's golden file: ``letter.txt.json`` beside ``letter.txt``."""
    path = Path(document)
    return path.with_name(f"{path.name}.json")


def check_golden(
    document: str | PathLike[str], cable: Cable, *, rewrite: bool = False, command: str = REWRITE
) -> None:
    """Compare a cable with its document's golden file; ``rewrite=True`` writes the file instead.

    The file is the cable's ``to_dict(views=True)``, a value a line. Raises ``GoldenError`` with
    every field that differs, what the file says and what is read now; ``command`` is what the
    message says to rewrite it with.
    """
    __tracebackhide__ = True
    golden, now = golden_of(document), printed(cable)
    if rewrite:
        golden.write_bytes(now.encode("utf-8", "surrogatepass"))
        return
    if not golden.exists():
        raise GoldenError(f"{golden.name} is missing; write it with: {command}")
    before = golden.read_bytes().decode("utf-8", "surrogatepass")
    if now == before:
        return
    found = list(differences(json.loads(before), json.loads(now)))
    more = len(found) - _MOST
    lines = found[:_MOST] or ["the values are the same, the file is laid out otherwise"]
    if more > 0:
        lines.append(f"… and {more} differences more")
    said = "\n  ".join([f"{golden.name} is not what is read now:", *lines])
    raise GoldenError(f"{said}\nWhere the new reading is right: {command}")


def printed(cable: Cable) -> str:
    """Give the cable as its golden file has it: JSON with views, a value a line."""
    return json.dumps(cable.to_dict(views=True), indent=1, ensure_ascii=False) + "\n"


def differences(golden: Any, now: Any, path: str = "") -> Iterator[str]:
    """Give a line for each place where two JSON values differ, with the way to it.

    >>> list(differences({"tags": [{"code": "NO"}]}, {"tags": [{"code": "CA"}], "mrn": None}))
    ["tags[0].code: golden 'NO', now 'CA'", 'mrn: not in the golden file, now None']
    """
    if isinstance(golden, dict) and isinstance(now, dict):
        for key in [*golden, *(key for key in now if key not in golden)]:
            place = f"{path}.{key}" if path else key
            yield from _beside(golden, now, key, place)
    elif isinstance(golden, list) and isinstance(now, list):
        before, after = dict(enumerate(golden)), dict(enumerate(now))
        for at in {**before, **after}:
            yield from _beside(before, after, at, f"{path}[{at}]")
    elif golden != now or type(golden) is not type(now):
        yield f"{path}: golden {_shown(golden, now)}, now {_shown(now, golden)}"


def _beside(golden: dict[Any, Any], now: dict[Any, Any], key: Any, path: str) -> Iterator[str]:
    if key not in now:
        yield f"{path}: golden {_shown(golden[key])}, no longer there"
    elif key not in golden:
        yield f"{path}: not in the golden file, now {_shown(now[key])}"
    else:
        yield from differences(golden[key], now[key], path)


def _shown(value: Any, other: Any = None) -> str:
    """Give a value's repr, of a long text the part where it begins to differ from the other."""
    if isinstance(value, str) and isinstance(other, str) and len(value) > _SHOWN:
        same = next(
            (at for at, pair in enumerate(zip(value, other, strict=False)) if pair[0] != pair[1]),
            min(len(value), len(other)),
        )
        start = max(0, same - _SHOWN // 4)
        text = repr(value[start : start + _SHOWN])
        return f"{'…' if start else ''}{text}{'…' if start + _SHOWN < len(value) else ''}"
    text = repr(value)
    return text if len(text) <= 2 * _SHOWN else f"{text[: 2 * _SHOWN]}…"
