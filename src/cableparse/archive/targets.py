"""What an export may not write over, and what it reads beside its target."""

import os
from collections.abc import Iterable, Iterator
from os import PathLike
from pathlib import Path

from cableparse.archive.engine import Places
from cableparse.archive.entries import Input
from cableparse.model.cable import Cable
from cableparse.model.errors import ExportRefusedError
from cableparse.plugins.containers import Member
from cableparse.reading.inputs import Within, find_inputs, input_that_is
from cableparse.reading.members import Watch
from cableparse.reading.parser import Parser


def inputs_beside(
    parser: Parser,
    paths: Iterable[str | PathLike[str]],
    places: Places,
    watch: Watch | None = None,
) -> Iterator[Input]:
    """Give what is in and below the paths, but for what the export itself writes there."""
    own = {os.path.abspath(place) for place in places.all}
    within = os.path.join(os.path.abspath(places.target), "")

    def is_own(found: Path) -> bool:
        path = os.path.abspath(found)
        return path in own or path.startswith(within)

    return parser.files_and_members(paths, leave_out=is_own, watch=watch)


def refuse_overwriting(
    parser: Parser, paths: Iterable[str | PathLike[str]], places: Places, *, begun: bool
) -> None:
    """Raise ``ExportRefusedError`` where the export would write over what it is to read.

    That is a target which is one of the paths, or the file of a member among them, under whatever
    name. Where the export was not ``begun`` before, it is also one that a pattern fits, and a table
    of documents below a folder: another file there may be what an earlier export left.
    """
    target = places.target
    for given in paths if os.path.exists(target) else ():  # of a name that is too long it is False
        if os.path.isdir(given):
            read = target.samefile(given) or (
                not begun and _is_below(target, Path(given)) and _has_rows(parser, target)
            )
        elif "://" in str(given) or (begun and _is_pattern(given)):
            continue
        else:
            read = input_that_is(target.stat(), find_inputs(given)) is not None
        if read:
            problem = "is an input, and the export would overwrite it; write elsewhere"
            raise ExportRefusedError(str(target), problem)


def refuse_elsewhere(target: str) -> None:
    """Raise ``ExportRefusedError`` for a target that is no place for a file or a folder."""
    if not target:
        raise ExportRefusedError("the target", "has no name; name a file or a folder")
    if "://" in target:
        problem = "is a URL, and an export is written to a disk; write to a path and copy it there"
        raise ExportRefusedError(target, problem)
    if os.path.exists(target) and not (os.path.isfile(target) or os.path.isdir(target)):
        problem = "is a device, a pipe or a socket, and an export is written to a file or a folder"
        raise ExportRefusedError(target, f"{problem}; write elsewhere")


def _is_pattern(given: str | PathLike[str]) -> bool:
    return not os.path.exists(given) and not any(
        isinstance(found, Within) for found in find_inputs(given)
    )


def _is_below(target: Path, folder: Path) -> bool:
    return target.resolve().is_relative_to(folder.resolve())


def _has_rows(parser: Parser, target: Path) -> bool:
    """Whether a file is a table of documents, which no export writes."""
    first = next(iter(parser.files_and_members(target)), None)
    return (
        target.is_file()
        and isinstance(first, Member)
        and first.name.removeprefix(str(target)).startswith("#")
        and not isinstance(first.content, Cable)
    )
