"""Single compressed files."""

import io
import random
import sys

import pytest

from cableparse import ContainerError, ContainerLimitError, Failure, Parser
from cableparse.testing.conformance.corpus import TELEGRAM
from cableparse_plugins.containers import packing, streams
from cableparse_plugins.containers.gzipped import GzipStream
from packed import COMPRESS, contents, failures, opened, row, tarred, zipped

DATA = TELEGRAM.encode()


@pytest.mark.parametrize(
    ("name", "inner"),
    [
        ("b/a.txt.{}", "a.txt"),
        ("B/A.TXT.{}", "A.TXT"),
        ("{}", "content"),
        ("<stdin>", "content"),
        ("b/.{}", "content"),
    ],
)
@pytest.mark.parametrize("how", COMPRESS)
def test_the_one_file_is_called_as_it_was_before(how: str, name: str, inner: str) -> None:
    name = name.format(how.upper() if name.startswith("B") else how)
    (member,) = opened(COMPRESS[how](DATA), name)
    assert (member.name, member.content) == (f"{name}!{inner}", DATA)


@pytest.mark.parametrize("how", COMPRESS)
def test_a_file_that_breaks_off_is_named(how: str) -> None:
    found = opened(COMPRESS[how](DATA * 50)[:-10], f"a.{how}")
    ((name, said),) = failures(found).items()
    assert name in {f"a.{how}!a", f"a.{how}"}
    assert "is damaged" in said


@pytest.mark.parametrize("how", ["gz", "xz", "zst"])
def test_a_wrong_checksum_is_named(how: str) -> None:
    data = bytearray(COMPRESS[how](DATA))
    if how == "zst":
        data = bytearray(checked_zstd(DATA))
    at = len(data) - 6 if how == "gz" else len(data) - 1
    data[at] ^= 0xFF
    ((_, said),) = failures(opened(bytes(data))).items()
    assert "is damaged" in said


def checked_zstd(data: bytes) -> bytes:
    from packed import zstd

    options = {zstd().CompressionParameter.checksum_flag: 1}
    return bytes(zstd().compress(data, options=options))


def test_two_streams_one_behind_the_other_are_one_file() -> None:
    assert contents(opened(COMPRESS["gz"](b"a") + COMPRESS["gz"](b"b"))) == {"content": b"ab"}


@pytest.mark.parametrize("zeros", [1, 511, 70_000])
@pytest.mark.parametrize("how", ["gz", "tar.gz"])
def test_zeros_behind_a_stream_are_padding(how: str, zeros: int) -> None:
    data = DATA if how == "gz" else tarred({"a.txt": DATA})
    packed = COMPRESS["gz"](data[:99]) + bytes(zeros) + COMPRESS["gz"](data[99:]) + bytes(zeros)
    assert list(contents(opened(packed, f"a.txt.{how}")).values()) == [DATA]


def test_padding_is_passed_over_in_blocks() -> None:
    class Padded(io.BytesIO):
        """A small file that was made 64 MB long, with a count of its reads."""

        left = 64_000_000
        reads = 0

        def read(self, length: int | None = -1) -> bytes:
            self.reads += 1
            data = super().read(length)
            if not data:
                assert length is not None
                data = bytes(min(length, self.left))
                self.left -= len(data)
            return data

    file = Padded(COMPRESS["gz"](DATA))
    gzip = packing.packing_of(file.getvalue())
    assert gzip is not None
    stream = gzip.open(file)
    assert b"".join(iter(lambda: stream.read(100), b"")) == DATA
    assert (file.left, file.reads < 2_000) == (0, True)


@pytest.mark.parametrize("behind", [b"x", b"\0\x1f", b"\x1f\x8b\x08", b"\0" * 100_000 + b"x" * 50])
def test_what_stands_behind_a_stream_and_is_none_is_damage(behind: bytes) -> None:
    ((_, said),) = failures(opened(COMPRESS["gz"](DATA) + behind)).items()
    assert "is damaged" in said


@pytest.mark.parametrize("chunk", [1, 7, 65_536])
def test_a_stream_is_unpacked_however_it_is_read(chunk: int) -> None:
    class Dripping(io.BytesIO):
        def read(self, length: int | None = -1) -> bytes:
            return super().read(min(length or 0, chunk))

    data = random.Random(1).randbytes(2_000) + bytes(300_000)
    packed = COMPRESS["gz"](data) + COMPRESS["gz"](b"") + bytes(9) + COMPRESS["gz"](b"end")
    stream = GzipStream(Dripping(packed))
    assert b"".join(iter(lambda: stream.read(1 + chunk % 1000), b"")) == data + b"end"
    assert stream.read(1) == b""


@pytest.mark.parametrize("how", COMPRESS)
def test_a_file_that_unpacks_to_too_much_is_refused(how: str) -> None:
    parser = Parser(autoload="bundled", max_bytes=1_000_000)
    ((_, said),) = failures(opened(COMPRESS[how](bytes(20_000_000)), "a", parser)).items()
    assert "is longer than 1,000,000 bytes" in said


def test_a_table_inside_is_read_row_by_row_however_long_it_is() -> None:
    table = "".join(row(number) + "\n" for number in range(1, 2000)).encode()
    parser = Parser(autoload="bundled", max_bytes=10_000)
    found = opened(COMPRESS["gz"](table), "cables.csv.gz", parser)
    assert len(found) == 1999
    assert found[41].name == "cables.csv.gz!cables.csv#42"


def test_a_bomb_inside_a_bomb_ends_with_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "_FREE", 100_000)
    inner = zipped({"a.txt": bytes(200_000)})
    packed = COMPRESS["xz"](inner + bytes(9_000_000))
    (failure,) = opened(packed, "bomb.zip.xz")
    assert isinstance(failure, Failure)
    assert isinstance(failure.error, ContainerLimitError)


def test_without_the_library_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    data = COMPRESS["zst"](DATA)
    for module in ("compression", "compression.zstd", "backports", "backports.zstd"):
        monkeypatch.setitem(sys.modules, module, None)
    (failure,) = opened(data, "a.txt.zst")
    assert isinstance(failure.error, ContainerError)
    assert "pip install 'cableparse[zstd]'" in str(failure.error)
    assert contents(opened(COMPRESS["gz"](DATA))) == {"content": DATA}


def test_a_container_that_is_asked_for_what_it_did_not_claim_says_so() -> None:
    (container,) = [
        one for one in Parser(autoload="bundled").registry.containers if one.name == "compressed"
    ]
    with pytest.raises(ContainerError, match="not compressed"):
        next(container.members(io.BytesIO(b"text"), "a.txt"))


def test_a_packing_is_told_by_more_than_two_letters() -> None:
    assert packing.packing_of(b"BZhello, keeper") is None
