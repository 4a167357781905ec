"""JSON Lines: one cable a line, with its views, in UTF-8."""

import json
from collections.abc import Iterable
from contextlib import ExitStack
from os import PathLike
from pathlib import Path
from typing import Any, Self, TextIO

import orjson

from cableparse import Cable, Exporter, Target, Writer, hookimpl


class JsonlWriter:
    """Writes one JSON object a line."""

    def __init__(self, target: Target) -> None:
        self._target = target
        self._stack = ExitStack()
        self._stream: TextIO | None = None

    def __enter__(self) -> Self:
        if isinstance(self._target, str | PathLike):
            # A lone surrogate has no UTF-8 form; backslashreplace writes JSON's own escape of it.
            self._stream = self._stack.enter_context(
                Path(self._target).open("w", encoding="utf-8", errors="backslashreplace")
            )
        else:
            self._stream = self._target
        return self

    def __exit__(self, *exception: object) -> None:
        self._stack.close()

    def write(self, cable: Cable) -> None:
        """Write one cable as one line."""
        if self._stream is None:
            raise ValueError("the writer is not open: use it in a with statement")
        self._stream.write(_line(cable.to_dict(views=True)))


def _line(data: dict[str, Any]) -> str:
    """Give the object as one line, its line end included."""
    try:
        return orjson.dumps(data, option=orjson.OPT_APPEND_NEWLINE).decode("utf-8")
    except orjson.JSONEncodeError:
        # A lone surrogate has no UTF-8 form: it is written as JSON's own escape of it.
        line = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        return line.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


class JsonlExporter:
    """JSON Lines, what ``cableparse parse`` writes unless it is told otherwise."""

    name = "jsonl"
    suffixes = (".jsonl",)

    def open(self, target: Target) -> Writer:
        """Give a writer on a path or an open text stream."""
        return JsonlWriter(target)


@hookimpl
def cableparse_exporters() -> Iterable[Exporter]:
    """Register the exporter."""
    return [JsonlExporter()]
