"""Bytes to text: how the encoding is found, and that nothing is lost on the way."""

import codecs
import hashlib
import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cableparse import EncodingHow, Source
from cableparse.testing import cable_like_bytes

NORDIC = "Blåbærsyltetøy ble levert til Ålesund av kaptein Bjørnsen på Sæbø den søndagen. "


def decoded(data: bytes | str) -> Source:
    return Source.of(data, "test")


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides(mark: bytes, encoding: str) -> None:
    source = decoded(mark + "TAGS: ÆØÅ¶".encode(encoding))
    assert source.text == "TAGS: ÆØÅ¶"
    assert source.encoding_how is EncodingHow.BOM


def test_a_byte_order_mark_that_lies_does_not_decide() -> None:
    source = decoded(codecs.BOM_UTF8 + b"TAGS: \xb6")
    assert source.encoding_how is not EncodingHow.BOM
    assert source.text.endswith("TAGS: ¶")


def test_strict_utf_8_comes_first() -> None:
    source = decoded("¶1. (SBU) “A café”".encode())
    assert (source.text, source.encoding, source.encoding_how) == (
        "¶1. (SBU) “A café”",
        "utf-8",
        EncodingHow.UTF_8,
    )


def test_utf_8_is_checked_over_the_whole_input() -> None:
    source = decoded(("plain " * 30_000).encode() + NORDIC.encode("latin-1") * 4)
    assert source.encoding_how is not EncodingHow.UTF_8
    assert source.text.endswith(NORDIC)


@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="iso-8859-1">',
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">',
        "<?xml version='1.0' encoding='latin-1' ?>",
        "<META CHARSET=ascii>",
    ],
)
def test_a_declared_latin_1_is_windows_1252(head: str) -> None:
    source = decoded(head.encode() + b"<p>\x93quoted\x94 \xb6")
    assert source.text.endswith("“quoted” ¶")
    assert (source.encoding, source.encoding_how) == ("windows-1252", EncodingHow.DECLARED)


def test_another_declared_encoding_is_taken() -> None:
    source = decoded(b'<meta charset="koi8-r"><p>' + "паром".encode("koi8-r"))
    assert source.text.endswith("паром")
    assert source.encoding_how is EncodingHow.DECLARED


def test_utf_8_bytes_are_utf_8_whatever_is_declared() -> None:
    source = decoded('<meta charset="iso-8859-1"><p>¶ café'.encode())
    assert source.text.endswith("¶ café")
    assert source.encoding_how is EncodingHow.UTF_8


@pytest.mark.parametrize(
    "label",
    ["no-such-charset", "base64", "hex", "rot13", "undefined", "idna", "punycode", "utf-7",
     "unicode_escape", "raw_unicode_escape", "hz-gb-2312", "UTF-16", "utf-16le", "utf-8"],
)  # fmt: skip
@pytest.mark.filterwarnings("error")
def test_a_declared_encoding_that_no_browser_follows_is_passed_over(label: str) -> None:
    body = NORDIC + "The path is +AGE-\\d\\u0041, x."
    page = f'<meta charset="{label}"><p>{body}'.encode("latin-1")
    for data in (page, page + b" "):  # UTF-16 has two bytes a character
        source = decoded(data)
        assert source.encoding_how is not EncodingHow.DECLARED
        assert source.text.rstrip(" ").endswith(body)


@pytest.mark.parametrize(
    ("label", "codec", "text"),
    [
        ("GB2312", "gb18030", "镕"),  # in GBK, and not in GB 2312
        ("shift_jis", "cp932", "①"),
        ("iso-8859-9", "cp1254", "“ğ”"),
        ("x-sjis", "cp932", "港"),
        ("Windows-1251", "cp1251", "паром"),
    ],
)
def test_a_declared_encoding_is_what_browsers_take_it_for(
    label: str, codec: str, text: str
) -> None:
    source = decoded(f'<meta charset="{label}"><p>'.encode() + text.encode(codec))
    assert source.text.endswith(text)
    assert (source.encoding, source.encoding_how) == (codec, EncodingHow.DECLARED)


def test_a_latin_1_pilcrow_between_carriage_returns_is_read() -> None:
    text = "SUBJECT: BOATS\r\n\r\n¶1. (SBU) The boats are late.\r\n\r\n¶2. (SBU) They sail.\r\n"
    source = decoded(text.encode("latin-1"))
    assert source.text == text
    assert source.replaced == ()


def test_what_chardet_finds_is_recorded() -> None:
    source = decoded((NORDIC * 5).encode("latin-1"))
    assert source.text == NORDIC * 5
    assert source.encoding_how in {EncodingHow.DETECTED, EncodingHow.FALLBACK}


def test_a_byte_that_windows_1252_lacks_becomes_one_replacement_character() -> None:
    source = decoded(b"Sorrel\x81 said \x93no\x94 and \x8d left.")
    if source.encoding_how is EncodingHow.FALLBACK:
        assert (
            source.text
            == "Sorrel\N{REPLACEMENT CHARACTER} said “no” and \N{REPLACEMENT CHARACTER} left."
        )
        assert source.replaced == (6, 22)
    else:
        pytest.fail(f"decoded as {source.encoding}")


def test_a_replacement_character_that_was_printed_is_not_counted() -> None:
    assert decoded("a\N{REPLACEMENT CHARACTER}b".encode()).replaced == ()


def test_text_is_taken_as_it_is() -> None:
    source = decoded("\ufeff¶\r\n\ud800")
    assert source.text == "\ufeff¶\r\n\ud800"
    assert source.encoding_how is EncodingHow.GIVEN


def test_the_digest_is_that_of_the_bytes() -> None:
    assert decoded(b"\xff\xfea\0").data_digest == hashlib.sha256(b"\xff\xfea\0").hexdigest()


def test_the_digest_of_text_is_that_of_its_utf_8_form() -> None:
    assert decoded("¶").data_digest == hashlib.sha256("¶".encode()).hexdigest()


def test_a_lone_surrogate_has_a_digest_of_its_own() -> None:
    assert decoded("\ud800").data_digest != decoded("\ud801").data_digest


@given(data=cable_like_bytes())
def test_no_bytes_raise_and_every_replacement_is_marked(data: bytes) -> None:
    source = decoded(data)
    for at in source.replaced:
        assert source.text[at] == "\N{REPLACEMENT CHARACTER}"


@given(data=st.binary(max_size=200))
def test_the_fallback_gives_a_character_a_byte(data: bytes) -> None:
    source = decoded(data)
    if source.encoding_how is EncodingHow.FALLBACK:
        assert len(source.text) == len(data)


@given(data=cable_like_bytes())
def test_a_decoding_without_replacement_can_be_undone(data: bytes) -> None:
    source = decoded(data)
    if not source.replaced and source.encoding_how in {EncodingHow.UTF_8, EncodingHow.FALLBACK}:
        assert source.text.encode(source.encoding) == data


@given(text=st.text(max_size=200))
def test_utf_8_keeps_every_character(text: str) -> None:
    data = text.encode()
    if not data.startswith(codecs.BOM_UTF8):
        assert decoded(data).text == text


@pytest.mark.parametrize(
    "text",
    [
        "<?xml version='1.0'?>\n<html>",
        "\n  <!DOCTYPE html>",
        "<HTML lang='en'>",
        "<!-- kept 2011 --><p>",
        "saved from a disc <html><body>",
    ],
)
def test_a_page_is_markup(text: str) -> None:
    assert decoded(text).is_markup


@pytest.mark.parametrize(
    "text",
    [
        *("UNCLAS OSLO 000012\n<html>", "<p>The lock is shut.</p>", "1. (U) <!-- no page -->", ""),
        "<!-- kept 2011 -->\n\nUNCLAS OSLO 000012",
    ],
)
def test_a_text_with_a_tag_in_it_is_no_markup(text: str) -> None:
    assert not decoded(text).is_markup


def test_a_page_of_another_encoding_is_markup_and_so_is_another_text_of_it() -> None:
    page = decoded(b"<html><body>Ch\xe2teau</body>")
    assert page.encoding_how is not EncodingHow.UTF_8
    assert page.is_markup
    assert not page.with_text("Ch\u00e2teau").is_markup
    with pytest.raises(AttributeError, match="no 'is_mark'"):
        page.is_mark  # noqa: B018


def test_the_even_text_is_made_once_and_as_long() -> None:
    source = decoded("TAGS: ETRD\r\nSUBJECT:\xa0LOCKS\u2028")
    assert source.even_text == "TAGS: ETRD \nSUBJECT: LOCKS\n"
    assert source.even_text is source.even_text


def test_the_beginning_has_plain_line_ends_and_a_thousand_code_points() -> None:
    source = decoded("UNCLAS\r\nSIPDIS\u2028" + "x" * 2000)
    assert source.beginning == "UNCLAS \nSIPDIS\n" + "x" * 985
    assert source.first_lines == ("UNCLAS", "SIPDIS", "x" * 985)


def test_the_first_lines_are_those_that_print_something() -> None:
    assert decoded(" \n\n  FM AMEMBASSY OSLO  \r\rTO\n").first_lines == ("FM AMEMBASSY OSLO", "TO")
    assert decoded("").first_lines == ()


def test_what_was_asked_of_a_source_is_no_part_of_it() -> None:
    asked, other = decoded("<html>"), decoded("<html>")
    assert asked.is_markup
    assert asked.first_lines
    assert (asked, hash(asked), repr(asked)) == (other, hash(other), repr(other))
    assert pickle.dumps(asked) == pickle.dumps(other)
    assert pickle.loads(pickle.dumps(asked)).is_markup


@pytest.mark.parametrize(
    "data", ["naïve\ud800", b"na\xc3\xafve", b"na\xefve", b"\xef\xbb\xbfnaive"]
)
def test_the_digest_is_that_of_the_bytes_whenever_it_is_asked_for(data: bytes | str) -> None:
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    digest = hashlib.sha256(raw).hexdigest()
    assert Source.of(data, "test").data_digest == digest
    assert attrs.evolve(Source.of(data, "test"), text="other").data_digest == digest
    assert Source.of(data, "test").with_text("other").data_digest == digest
    assert pickle.loads(pickle.dumps(Source.of(data, "test"))).data_digest == digest
    assert hash(Source.of(data, "test")) == hash(Source.of(data, "test"))


@pytest.mark.parametrize("asked", [True, False])
def test_the_text_that_a_format_read_stands_in_place_of_the_data_s(asked: bool) -> None:
    source = Source.of(b"<p>na\xc3\xafve</p>", "test")
    if asked:
        assert source.data_digest
    changed = source.with_text("naïve")
    assert changed == attrs.evolve(source, text="naïve")
    assert pickle.loads(pickle.dumps(changed.with_text("other"))).data_digest == source.data_digest


def test_a_source_has_no_other_attribute() -> None:
    with pytest.raises(AttributeError, match="no 'digest'"):
        Source.of("UNCLAS", "test").digest  # noqa: B018
