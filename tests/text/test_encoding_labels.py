"""The labels of encodings that a page may declare."""

import codecs

import pytest

from cableparse.text.encoding_labels import CODECS


@pytest.mark.parametrize("codec", sorted(set(CODECS.values())))
def test_every_codec_is_one_of_python_s_for_text_and_has_its_plain_name(codec: str) -> None:
    assert b"UNCLAS".decode(codec) == "UNCLAS"
    assert codecs.lookup(codec).name in {codec, "cp1252"}


def test_every_label_is_in_small_letters() -> None:
    assert [label for label in CODECS if label != label.lower()] == []


@pytest.mark.parametrize(
    "label", ["utf-8", "utf-16", "utf-16be", "utf-7", "unicode_escape", "idna", "replacement"]
)
def test_what_no_page_can_mean_has_no_codec(label: str) -> None:
    assert label not in CODECS
