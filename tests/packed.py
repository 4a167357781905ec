"""Archives that the tests make, of invented telegrams."""

import bz2
import gzip
import importlib
import io
import json
import lzma
import stat
import tarfile
import zipfile
from collections.abc import Mapping
from typing import Any

import pytest

from cableparse import Cable, Failure, Member, OpenMember, Parser
from cableparse.testing.conformance.corpus import TELEGRAM

TEXTS = {
    "a.txt": TELEGRAM.encode(),
    "b/c.txt": TELEGRAM.replace("LIGHTHOUSE", "HARBOR").encode(),
    "b/d.txt": TELEGRAM.replace("000047", "000048").encode(),
}


def zipped(
    files: Mapping[str, bytes] = TEXTS, how: int = zipfile.ZIP_DEFLATED, links: tuple[str, ...] = ()
) -> bytes:
    """A zip archive of these files; ``links`` lead to the passwords."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
        for name in links:
            info = zipfile.ZipInfo(name)
            info.external_attr = (stat.S_IFLNK | 0o777) << 16
            archive.writestr(info, "/etc/passwd")
    return out.getvalue()


def tarred(
    files: Mapping[str, bytes] = TEXTS,
    others: Mapping[str, bytes] | None = None,
    format: int = tarfile.PAX_FORMAT,
) -> bytes:
    """A tar archive; ``others`` are names and types (a link, a device) of what is no file."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=format) as archive:
        for name, kind in (others or {}).items():
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def seven_zipped(files: Mapping[str, bytes] = TEXTS, **options: Any) -> bytes:
    """A 7z archive of these files; skips where py7zr is not installed."""
    py7zr = pytest.importorskip("py7zr", reason="the extra 7z is not installed")
    out = io.BytesIO()
    with py7zr.SevenZipFile(out, "w", **options) as archive:
        for name, data in files.items():
            archive.writestr(data, name)
    return out.getvalue()


def zstd() -> Any:
    """The library for Zstandard; skips where there is none."""
    try:
        return importlib.import_module("compression.zstd")
    except ModuleNotFoundError:
        return pytest.importorskip("backports.zstd", reason="the extra zstd is not installed")


COMPRESS = {
    "gz": gzip.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
    "zst": lambda data: zstd().compress(data),
}


def row(number: int, body: str = "UNCLAS OSLO 000012\n\nSUBJECT: FERRIES\n\n1. (U) Lit.\n") -> str:
    """A row of a table of cables, as it is printed: quoted, quotes escaped."""
    fields = (
        str(number),
        "12/28/1966 18:48",
        f"66OSLO{number}",
        "Embassy Oslo",
        "UNCLASSIFIED",
        "66STATE106206|66BERGEN12",
        "R 281848Z DEC 66\nFM AMEMBASSY OSLO\nTO SECSTATE WASHDC",
        body,
    )
    return ",".join('"{}"'.format(one.replace("\\", r"\\").replace('"', r"\"")) for one in fields)


def json_lines(*names: str) -> bytes:
    """Cables as cableparse writes them, a line each."""
    parser = Parser(autoload="bundled")
    cables = [parser.parse(TELEGRAM, name=name) for name in names]
    return "".join(json.dumps(cable.to_dict(views=True)) + "\n" for cable in cables).encode()


def contents(found: list[Member | Failure]) -> dict[str, bytes]:
    """The bytes of members by what their names end with, behind the container's."""
    return {
        one.name.rpartition("!")[2]: one.content
        for one in found
        if isinstance(one, Member) and isinstance(one.content, bytes)
    }


def failures(found: list[Any]) -> dict[str, str]:
    """What is said of each failure, by its name."""
    return {one.name: str(one.error) for one in found if isinstance(one, Failure)}


def opened(data: bytes, name: str = "archive", parser: Parser | None = None) -> list[Any]:
    """What is in a file of these bytes."""
    parser = parser or Parser(autoload="bundled")
    return list(parser.members(OpenMember(name=name, file=io.BytesIO(data))))


def cables(found: list[Any]) -> list[Cable]:
    """The cables among results."""
    return [one for one in found if isinstance(one, Cable)]
