"""``parse``, ``read`` and ``scan`` with every installed plugin, loaded when first asked."""

import functools
from collections.abc import Iterable, Iterator
from os import PathLike
from typing import BinaryIO, TextIO

from cableparse.model.cable import Cable
from cableparse.model.failure import Failure
from cableparse.plugins.containers import OpenMember
from cableparse.reading.inputs import Given
from cableparse.reading.parser import Parser


@functools.cache
def installed_parser() -> Parser:
    """Give the parser with every installed plugin."""
    return Parser()


def parse(
    data: bytes | str, *, format: str | None = None, name: str | None = None, strict: bool = False
) -> Cable:
    """Read one cable out of ``data`` with the installed plugins: see :meth:`Parser.parse`."""
    return installed_parser().parse(data, format=format, name=name, strict=strict)


def read(
    path_or_file: str | PathLike[str] | BinaryIO | TextIO,
    *,
    format: str | None = None,
    name: str | None = None,
    strict: bool = False,
) -> Cable:
    """Read one cable out of a file with the installed plugins: see :meth:`Parser.read`."""
    return installed_parser().read(path_or_file, format=format, name=name, strict=strict)


def scan(
    paths: Given | OpenMember | Iterable[Given | OpenMember],
    *,
    format: str | None = None,
    strict: bool = False,
) -> Iterator[Cable | Failure]:
    """Read every document of ``paths`` with the installed plugins: see :meth:`Parser.scan`."""
    return installed_parser().scan(paths, format=format, strict=strict)
