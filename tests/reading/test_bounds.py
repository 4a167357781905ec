"""What was made to fill a memory or a day ends with an error, in bounds that the system holds.

Each runs in a process of its own, which is ended where it takes more of the processor's time or of
memory than it may. The bounds are far above what is needed, and far below what a bomb wants.
"""

import io
import lzma
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from cableparse.testing.conformance.corpus import TELEGRAM
from packed import COMPRESS, row, seven_zipped, tarred, zipped

resource = pytest.importorskip("resource", reason="this system bounds no process")

MEMORY = 1500 * 1024 * 1024
SECONDS = 60

SCRIPT = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({memory}, {memory}))
resource.setrlimit(resource.RLIMIT_CPU, ({seconds}, {seconds}))
from cableparse import Failure, Parser
cables, said = 0, []
for one in Parser(autoload="bundled").scan(sys.argv[1:]):
    if isinstance(one, Failure):
        said.append(f"{{type(one.error).__name__}} {{one.error}}")
    else:
        cables += bool(one.segments)  # they are cut when they are asked for
print(cables, len(said))
print("\\n".join([*said[:5], *said[-5:]]))
"""


def scanned(*paths: Path | str) -> str:
    """Count cables and failures, and say what failed, within the bounds."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(memory=MEMORY, seconds=SECONDS), *map(str, paths)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def blanks(out: io.IOBase, size: int) -> None:
    for _ in range(size // 1_000_000):
        out.write(bytes(1_000_000))


def test_a_zip_of_blanks_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        with archive.open("blank.txt", "w", force_zip64=True) as out:
            blanks(out, 300_000_000)
        archive.writestr("a.txt", TELEGRAM)
    said = scanned(path)
    assert said.startswith("1 1\n")
    assert "InputTooLargeError" in said
    assert "bomb.zip!blank.txt" in said


def test_a_zip_of_many_blanks_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    path.write_bytes(zipped({f"{n}.txt": bytes(60_000_000) for n in range(5)}))
    assert "ContainerLimitError" in scanned(path)


@pytest.mark.parametrize("how", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_long_member_of_a_zip_is_refused_however_it_is_packed(tmp_path: Path, how: int) -> None:
    path = tmp_path / "bomb.zip"
    path.write_bytes(zipped({"blank.txt": bytes(70_000_000), "a.txt": TELEGRAM.encode()}, how))
    assert scanned(path).startswith("1 1\nInputTooLargeError")


@pytest.mark.parametrize("how", ["gz", "xz", "zst", "bz2"])
def test_a_compressed_file_of_blanks_is_refused(tmp_path: Path, how: str) -> None:
    path = tmp_path / f"bomb.txt.{how}"
    path.write_bytes(COMPRESS[how](bytes(10_000_000)) * 10)
    said = scanned(path)
    assert said.startswith("0 1\nInputTooLargeError")


@pytest.mark.parametrize("how", ["gz", "xz", "zst"])
def test_a_tar_of_blanks_that_are_passed_over_is_refused(tmp_path: Path, how: str) -> None:
    path = tmp_path / f"bomb.tar.{how}"
    # Each of these is read on where another of its kind follows, so that one is packed often.
    head, blank = tarred({".hidden": bytes(300_000_000)})[:512], COMPRESS[how](bytes(10_000_000))
    path.write_bytes(COMPRESS[how](head) + blank * 30)
    assert "ContainerLimitError" in scanned(path)


def test_a_7z_of_blanks_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.7z"
    quick = [{"id": lzma.FILTER_LZMA2, "preset": 0}]
    files = {".hidden": bytes(300_000_000), "a.txt": b"a"}
    path.write_bytes(seven_zipped(files, filters=quick))
    assert "ContainerLimitError" in scanned(path)


def test_archives_in_archives_without_end_are_refused(tmp_path: Path) -> None:
    data = b"a"
    for _ in range(20):
        data = zipped({"in.zip": data})
    path = tmp_path / "bomb.zip"
    path.write_bytes(data)
    assert "ContainerLimitError" in scanned(path)


@pytest.mark.parametrize("suffix", ["txt", "zip", "tar", "7z", "csv"])
def test_a_sparse_file_of_ten_gigabytes_is_refused(tmp_path: Path, suffix: str) -> None:
    beginnings = {
        "txt": b"",
        "zip": zipped(),
        "tar": tarred({"a.txt": b"x" * 600})[:1600],
        "7z": seven_zipped(),
        "csv": row(1).encode() + b"\n",
    }
    path = tmp_path / f"sparse.{suffix}"
    with path.open("wb") as file:
        file.write(beginnings[suffix])
        file.truncate(10 * 2**30)
    said = scanned(path)
    if suffix == "7z":  # what it says of itself is all there, and what is behind it is nothing's
        assert said.startswith("3 0\n")
    else:
        assert f"sparse.{suffix}" in said
        assert "Error" in said


def test_a_sparse_file_in_a_tar_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.tar"
    info = tarfile.TarInfo("big.txt")
    info.size = 10 * 2**30
    with path.open("wb") as file:
        file.write(info.tobuf(tarfile.GNU_FORMAT))
        file.truncate(512 + info.size)
        file.seek(0, 2)
        file.write(tarred({"a.txt": TELEGRAM.encode()}))
    said = scanned(path)
    assert said.startswith("1 1\nInputTooLargeError")


def test_a_field_of_a_hundred_megabytes_is_refused_and_the_next_row_read(tmp_path: Path) -> None:
    path = tmp_path / "cables.csv"
    with path.open("w") as file:
        file.write(row(1) + "\n")
        file.write(row(2, "x" * 100_000_000) + "\n")
        file.write(row(3) + "\n")
    said = scanned(path)
    assert said.startswith("2 1\nInputTooLargeError")
    assert "cables.csv#2: the row is longer than" in said


def test_a_quote_that_is_never_closed_does_not_take_the_rest_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "cables.csv"
    text = "1. (U) Lit.\n" * 200
    with path.open("w") as file:
        file.write(row(1)[:-1] + "\n")
        file.writelines(row(number, text) + "\n" for number in range(2, 400))
        file.write(row(400)[:-1] + "\n" + "no quote and no row\n" * 4_000_000)
    assert scanned(path).startswith("398 2\n")


def test_escapes_without_end_are_a_failure(tmp_path: Path) -> None:
    path = tmp_path / "cables.csv"
    path.write_text(row(1)[:-1] + '\\"' * 35_000_000)
    assert "cables.csv#1" in scanned(path)


def test_a_line_of_json_without_end_is_a_failure(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    with path.open("w") as file:
        file.write('{"schema":2,"source":{"name":"')
        for _ in range(330):
            file.write("x" * 1_000_000)
    assert "InputTooLargeError" in scanned(path)


def looped(root: Path, folders: int, files: int) -> Path:
    """Make folders with files, each with a link that leads back to the root."""
    for folder in range(folders):
        inner = root / f"{folder:02}"
        inner.mkdir()
        (inner / "again").symlink_to(root, target_is_directory=True)
        for number in range(files):
            (inner / f"{number}.txt").touch()
    return root


def test_fifty_thousand_files_with_a_loop_of_links_are_walked_once(tmp_path: Path) -> None:
    assert scanned(looped(tmp_path, 50, 1000)).startswith("0 50000\n")


def test_a_pattern_follows_no_loop_of_links(tmp_path: Path) -> None:
    assert scanned(looped(tmp_path, 20, 50) / "**" / "*.txt").startswith("0 1000\n")
