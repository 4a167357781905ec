"""An invented archive on disk: a folder, a zip file, or the table that one dump came as."""

import csv
import zipfile
from collections.abc import Iterable
from os import PathLike
from pathlib import Path

from cableparse.testing.archives.invented import InventedDocument
from cableparse.testing.archives.wrappings import level_of, origin_of

_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)  # the same archive is the same file, whenever it is written


def write_folder(documents: Iterable[InventedDocument], target: str | PathLike[str]) -> int:
    """Write each document as a file below the folder ``target``, which is made; give how many."""
    root, made, count = Path(target), set[Path](), 0
    root.mkdir(parents=True, exist_ok=True)
    for document in documents:
        path = root / document.name
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_bytes(document.text.encode("utf-8"))
        count += 1
    return count


def write_zip(documents: Iterable[InventedDocument], target: str | PathLike[str]) -> int:
    """Write each document as a member of the zip file ``target``; give how many.

    The same documents give the same bytes.
    """
    count = 0
    with zipfile.ZipFile(target, "w") as archive:
        for document in documents:
            member = zipfile.ZipInfo(document.name, _ZIP_EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, document.text.encode("utf-8"), compresslevel=1)
            count += 1
    return count


def write_csv(documents: Iterable[InventedDocument], target: str | PathLike[str]) -> int:
    r"""Write each document as a row of the table ``target``, the ``cables.csv`` of one dump.

    Eight columns, and no line that names them: running number, day and time (``M/D/YYYY H:MM``),
    number of the telegram, origin, level, the numbers that it refers to joined by ``|``, the head
    up to the level's line, and from there the body. Every field is quoted, ``"`` within one is
    ``\"`` and ``\`` is ``\\``; line ends stand as they are. The telegrams stand without a site
    around them; what is no cable has its text in the last column and empty ones before it. Gives
    how many rows there are.
    """
    count = 0
    with open(target, "w", encoding="utf-8", newline="") as file:
        table = csv.writer(
            file, quoting=csv.QUOTE_ALL, escapechar="\\", doublequote=False, lineterminator="\n"
        )
        for count, document in enumerate(documents, 1):
            table.writerow((count, *_cells(document)))
    return count


def _cells(document: InventedDocument) -> tuple[str, ...]:
    draft, copy = document.draft, document.copy
    if draft is None or copy is None or draft.sent_at is None:
        return ("", "", "", "", "", "", document.text)
    day = draft.sent_at
    level = copy.places("classification")
    first = level[0] if level else 0
    head, body = (
        "".join(line.text + copy.line_end for line in lines)
        for lines in (copy.lines[:first], copy.lines[first:])
    )
    return (
        f"{day.month}/{day.day}/{day.year} {day.hour}:{day.minute:02d}",
        str(draft.mrn),
        origin_of(draft),
        level_of(draft),
        "|".join(str(one.mrn) for one in draft.references if one.mrn),
        head,
        body,
    )
