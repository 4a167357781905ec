"""Files that are no text, by how they begin."""

import pytest

from cableparse import BinaryInputError, Parser
from cableparse.plugins.signatures import SIGNATURES, binary_kind
from cableparse.testing.conformance.corpus import TELEGRAM


@pytest.mark.parametrize("signature", SIGNATURES, ids=repr)
def test_a_file_that_is_no_text_is_refused_though_a_telegram_stands_in_it(
    parser: Parser, signature: bytes
) -> None:
    with pytest.raises(BinaryInputError) as caught:
        parser.parse(signature + b"\0\x04\n" + TELEGRAM.encode() + b"PAR1", name="a.bin")
    assert str(caught.value) == (
        f"a.bin: is no text but {SIGNATURES[signature]}; cableparse reads texts"
    )


@pytest.mark.parametrize("first", ["PAR1S", "PK", "GIF", "BZh", "7z", "%", "II", "MM", "SQLite"])
def test_a_text_that_begins_with_some_of_these_letters_is_read(parser: Parser, first: str) -> None:
    text = f"{first} 12\n\n{TELEGRAM}"
    assert binary_kind(text.encode()) == ""
    assert parser.parse(text.encode()).subject == parser.parse(TELEGRAM).subject


def test_a_part_of_a_parquet_folder_is_no_telegram(parser: Parser, tmp_path: object) -> None:
    pytest.importorskip("pyarrow", reason="the extra parquet is not installed")
    import cableparse

    cableparse.export("seeds/clean.txt", f"{tmp_path}/o.parquet")
    with pytest.raises(BinaryInputError, match="parquet"):
        parser.read(f"{tmp_path}/o.parquet/part-00000.parquet")
