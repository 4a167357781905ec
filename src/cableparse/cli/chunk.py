"""``cableparse chunk``: many documents in, their passages out, one object a line."""

import json
from collections.abc import Sequence
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO

import click

from cableparse import Cable, Parser, Target
from cableparse.cli import completion
from cableparse.cli.exits import FAILED
from cableparse.cli.flow import write_each
from cableparse.cli.options import reading_options
from cableparse.cli.outputs import STDOUT

_HELP = """\
Cut cables into passages for retrieval and write one JSON object a passage.

A passage follows the paragraphs: as many as fit stand in one, none goes across a heading, and only
a paragraph that is longer than --size is cut. PATH is as for `cableparse parse`.

\b
Examples:
  cableparse chunk seeds/ > passages.jsonl
  cableparse chunk --size 2000 --overlap 200 archive.zip -o passages.jsonl
"""


class ChunkWriter:
    """Writes the passages of each cable, a line each, as they come."""

    def __init__(self, target: Target, size: int, overlap: int) -> None:
        self._target = target
        self._size = size
        self._overlap = overlap
        self._stream: TextIO

    def __enter__(self) -> Self:
        if isinstance(self._target, str | PathLike):
            # A lone surrogate has no UTF-8 form: what is written instead is JSON's own escape.
            self._stream = Path(self._target).open(
                "w", encoding="utf-8", errors="backslashreplace", newline="\n"
            )
        else:
            self._stream = self._target
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._stream is not self._target:
            self._stream.close()

    def write(self, cable: Cable) -> None:
        """Write the passages of one cable, all of them or none."""
        lines = [
            json.dumps(chunk.to_dict(), ensure_ascii=False, separators=(",", ":")) + "\n"
            for chunk in cable.chunks(size=self._size, overlap=self._overlap)
        ]
        self._stream.write("".join(lines))


class ChunkExporter:
    """Passages of a size: no plugin's, for the command alone says how long they are."""

    name = "chunk"
    suffixes = (".jsonl",)

    def __init__(self, size: int, overlap: int) -> None:
        self._size = size
        self._overlap = overlap

    def open(self, target: Target) -> ChunkWriter:
        """Give a writer on a path or an open text stream."""
        return ChunkWriter(target, self._size, self._overlap)


@click.command("chunk", help=_HELP, short_help="Cut documents into passages, write JSON Lines.")
@click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True, shell_complete=completion.files
)
@click.option(
    "--size",
    metavar="N",
    type=click.IntRange(min=1),
    default=1000,
    show_default=True,
    help="Let a passage have at most so many characters.",
)
@click.option(
    "--overlap",
    metavar="N",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    help="Begin a passage with at most so many characters of the one before.",
)
@click.option(
    "-o",
    "--output",
    metavar="PATH",
    default=STDOUT,
    show_default="standard output",
    help="Write to this file.",
)
@reading_options
@click.pass_context
def chunk_command(
    ctx: click.Context,
    *,
    paths: Sequence[str],
    size: int,
    overlap: int,
    output: str,
    parser: Parser,
    format: str | None,
    strict: bool,
    with_traceback: bool,
) -> None:
    """Run ``cableparse chunk``."""
    if overlap >= size:
        raise click.BadParameter(
            f"{overlap} is not below the size of a passage ({size})", param_hint="--overlap"
        )
    if not write_each(
        parser, paths, ChunkExporter(size, overlap), output,
        workers=1, format=format, strict=strict, with_traceback=with_traceback,
    ):  # fmt: skip
        ctx.exit(FAILED)
