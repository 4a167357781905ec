"""The bundled containers keep every law that a stranger's has to keep."""

import zipfile

import pytest

from cableparse import Parser
from cableparse.testing import Check, conformance_checks
from packed import COMPRESS, TEXTS, json_lines, row, seven_zipped, tarred, zipped

CONTAINERS = {one.name: one for one in Parser(autoload="bundled").registry.containers}
CHECKS = conformance_checks(CONTAINERS["zip"])


def samples(name: str) -> list[bytes]:
    """Files of a container's kind."""
    return {
        "zip": lambda: [
            zipped(),
            *(zipped(how=how) for how in (zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)),
            zipped({"../out.txt": b"x", **TEXTS}, links=("link",)),
        ],
        "tar": lambda: [tarred(), *(compress(tarred()) for compress in COMPRESS.values())],
        "compressed": lambda: [compress(TEXTS["a.txt"]) for compress in COMPRESS.values()],
        "7z": lambda: [seven_zipped(), seven_zipped({"a.txt": TEXTS["a.txt"], "empty.txt": b""})],
        "json-lines": lambda: [json_lines("a.txt", "b.txt")],
        "cables-csv": lambda: ["".join(row(n) + "\n" for n in range(1, 5)).encode()],
    }[name]()


def test_every_bundled_container_has_samples() -> None:
    assert set(CONTAINERS) == {"zip", "tar", "compressed", "7z", "json-lines", "cables-csv"}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
@pytest.mark.parametrize("name", CONTAINERS)
def test_a_bundled_container_keeps_every_law(name: str, check: Check) -> None:
    given = tuple(samples(name))
    bound = Check(
        name=check.name, law=check.law, kind=check.kind, function=check.function, samples=given
    )
    bound(CONTAINERS[name])
