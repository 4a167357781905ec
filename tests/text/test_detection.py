"""What chardet makes of bytes, whatever its release puts into an answer."""

from typing import Any

import chardet
import pytest

from cableparse import EncodingHow, Parser, Source, UnclaimedError
from cableparse.text.detection import Detection

WHOLE = {"encoding": "Windows-1252", "confidence": 0.3, "language": "da", "mime_type": "text/plain"}
LATIN_1 = "Sæbø".encode("latin-1")


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch):
    """Lets chardet give this answer."""

    def give(answer: dict[str, Any]) -> None:
        monkeypatch.setattr(chardet, "detect", lambda data, **options: answer)

    return give


def test_an_answer_is_read(answer) -> None:
    answer(WHOLE)
    assert Detection.of(LATIN_1) == Detection("windows-1252", 0.3, "text/plain")


@pytest.mark.parametrize("value", [None, 1 + 2j, []], ids=repr)
def test_what_an_answer_holds_as_something_else_is_not_known(answer, value: object) -> None:
    answer(dict.fromkeys(WHOLE, value))
    assert Detection.of(LATIN_1) == Detection()


@pytest.mark.parametrize("missing", WHOLE)
def test_an_answer_that_lacks_a_key_reads_all_the_same(answer, missing: str) -> None:
    answer({key: value for key, value in WHOLE.items() if key != missing})
    source = Source.of(LATIN_1, "a.txt")
    assert (source.text, source.encoding) == ("Sæbø", "windows-1252")


def test_an_answer_that_says_nothing_leaves_the_fallback(answer) -> None:
    answer({})
    source = Source.of(LATIN_1, "a.txt")
    assert (source.text, source.encoding_how) == ("Sæbø", EncodingHow.FALLBACK)


def test_an_input_whose_kind_is_not_known_is_claimed_by_no_format(answer) -> None:
    answer({})
    with pytest.raises(UnclaimedError, match=r"a\.bin: no format knows it") as caught:
        Parser(autoload="bundled").parse(b"\x89KEEPER\r\n", name="a.bin")
    assert type(caught.value) is UnclaimedError


def test_bytes_of_an_image_are_an_image() -> None:
    assert Detection.of(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").media_type == "image/png"


def test_no_bytes_are_looked_at_without_complaint() -> None:
    assert Detection.of(b"").media_type in {"", "text/plain"}


def test_where_chardet_gives_up_nothing_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    def give_up(data: bytes, **options: object) -> None:
        raise RuntimeError("pipeline must always return at least one result")

    monkeypatch.setattr(chardet, "detect", give_up)
    assert Detection.of(b"\x91\xda") == Detection()
