"""JSON Lines that cableparse wrote: the cables in them, which are not parsed again."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

import orjson

from cableparse import (
    Claim,
    Container,
    ContainerError,
    Failure,
    InputTooLargeError,
    Member,
    OpenMember,
    SchemaError,
    from_dict,
    hookimpl,
)

# `{"schema":2,"source":{"name":"a.txt","data_digest":…`
_BEGINS = re.compile(rb'\s*+\{\s*+"schema"\s*+:\s*+\d++\s*+,\s*+"source"\s*+:\s*+\{')

# `\ud800`, which a strict reader refuses
_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")

_LONGEST = 256 * 1024 * 1024
"""Bytes of a line: a cable's text is in it three times or more."""


class JsonLinesContainer:
    """One cable a line, as it was when it was written."""

    name = "json-lines"
    looks_for = "JSON Lines that cableparse wrote"

    def __init__(self, longest: int = _LONGEST) -> None:
        self._longest = longest

    def claim(self, name: str, beginning: bytes) -> Claim | None:  # noqa: ARG002
        """Claim what begins as a cable's JSON form does."""
        if not _BEGINS.match(beginning):
            return None
        return Claim(score=0.9, evidence="a schema and a source, as in a cable's JSON form")

    def members(self, file: BinaryIO, name: str) -> Iterator[Member | OpenMember | Failure]:
        """Give the cables by the number of their line; a line that is none is a failure."""
        number = 0
        while line := file.readline(self._longest + 1):
            number += 1
            place = f"{name}#{number}"
            if len(line) > self._longest:
                while line and not line.endswith(b"\n"):
                    line = file.readline(self._longest)
                problem = f"is a line of more than {self._longest:,} bytes"
                yield Failure(name=place, error=InputTooLargeError(place, problem))
            elif not line.isspace():
                yield _member(line, place)


def _member(line: bytes, name: str) -> Member | Failure:
    try:
        return Member(name=name, content=from_dict(_object(line)))
    except (ValueError, RecursionError) as error:
        problem = f"the line is no JSON: {error}"
    except SchemaError as error:
        problem = str(error)
    return Failure(name=name, error=ContainerError(name, problem))


def _object(line: bytes) -> Any:
    if _SURROGATE.search(line):
        return json.loads(line)
    return orjson.loads(line)


@hookimpl
def cableparse_containers() -> Iterable[Container]:
    """Register the container."""
    return [JsonLinesContainer()]
