"""Reducing: what is left is wrong as the whole was, and every piece of it is needed."""

from collections.abc import Callable

import pytest

from fuzz.reducer import reduced

TELEGRAM = (
    b"FM AMEMBASSY OSLO\nTO SECSTATE WASHDC\nSUBJECT: BUOYS\n\n"
    b"1. (U) The harbor master counts the buoys.\n\n2. (U) The lock is shut.\n\nMARROWBY\n"
)


def holds(*parts: bytes) -> Callable[[bytes], bool]:
    return lambda data: all(part in data for part in parts)


@pytest.mark.parametrize(
    ("data", "still_wrong", "left"),
    [
        pytest.param(TELEGRAM, holds(b"lock"), b"lock", id="a word"),
        pytest.param(TELEGRAM, holds(b"FM", b"lock"), b"FMlock", id="two words of two lines"),
        pytest.param(TELEGRAM, holds(b"OSLO\nTO"), b"OSLO\nTO", id="over a line end"),
        pytest.param(TELEGRAM, lambda data: data.count(b"\n") > 3, b"\n\n\n\n", id="line ends"),
        pytest.param(TELEGRAM, lambda data: True, b"", id="always"),
        pytest.param(b"OSLO \xe5\xff SHUT", holds(b"\xff"), b"\xff", id="bytes of no encoding"),
        pytest.param(b"", lambda data: True, b"", id="nothing"),
    ],
)
def test_what_is_left_is_what_is_needed(
    data: bytes, still_wrong: Callable[[bytes], bool], left: bytes
) -> None:
    assert reduced(data, still_wrong) == left


def test_a_character_of_several_bytes_stays_whole() -> None:
    asked: list[bytes] = []

    def still_wrong(data: bytes) -> bool:
        asked.append(data)
        return "¶".encode() in data

    assert reduced("1. ¶ shut".encode(), still_wrong) == "¶".encode()
    assert all(data.decode() is not None for data in asked)


def test_no_single_character_more_could_go() -> None:
    # Odd, so that what halves leave out is put back.
    def still_wrong(data: bytes) -> bool:
        return data.count(b"o") % 2 == 1 and b"s" in data

    left = reduced(TELEGRAM, still_wrong)
    assert still_wrong(left)
    assert not any(still_wrong(left[:at] + left[at + 1 :]) for at in range(len(left)))


def test_nothing_is_asked_twice_and_never_more_often_than_told() -> None:
    asked: list[bytes] = []

    def still_wrong(data: bytes) -> bool:
        asked.append(data)
        return b"lock" in data

    left = reduced(TELEGRAM, still_wrong, most=20)
    assert len(asked) == len(set(asked)) == 20
    assert b"lock" in left
    assert len(left) < len(TELEGRAM)


def test_reducing_is_deterministic() -> None:
    assert len({reduced(TELEGRAM, holds(b"u", b"O")) for _ in range(3)}) == 1
