"""Bytes to text, without raising and without dropping a character.

The order is fixed: byte-order mark, strict UTF-8 over the whole input, what an HTML page declares,
chardet over the whole input, and at last Windows-1252 with a replacement character for each byte
that it does not define. Which of these it was is recorded.
"""

import codecs
import hashlib
import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property
from typing import Any

from attrs import evolve, field, frozen

from cableparse.text.detection import Detection
from cableparse.text.drafts import Drafted, draft_of
from cableparse.text.encoding_labels import CODECS
from cableparse.text.even import even


class EncodingHow(StrEnum):
    """How the encoding of a source was found."""

    BOM = "bom"
    UTF_8 = "utf-8"
    DECLARED = "declared"
    DETECTED = "detected"
    FALLBACK = "fallback"
    GIVEN = "given"
    """The caller gave text, not bytes: nothing had to be found."""


class _Digested(Drafted):
    """The text that a digest is still to be made of, and whether it is markup: no fields."""

    __slots__ = ("_digested", "is_markup")
    _digested: str | None
    is_markup: bool
    """Whether ``text`` is an HTML page: it begins as one, or its first line has ``<html``."""


@frozen(kw_only=True)
class Source(_Digested):
    """What a cable was read from.

    ``text`` is what every span counts in: the decoded text or, where a format reads markup, the
    page's text in document order. ``data_digest`` is the SHA-256 of the bytes (of the text's UTF-8
    form where text was given). ``replaced`` are the offsets of the replacement characters in
    ``text`` that stand for undecodable bytes.

    ``is_markup``, ``even_text``, ``beginning`` and ``first_lines`` are what formats ask first. Each
    is worked out once, whichever format asks, and is no part of what a source is equal by, pickled
    or printed with.
    """

    name: str
    data_digest: str
    text: str = field(repr=lambda text: f"<{len(text)} code points>")
    encoding: str
    encoding_how: EncodingHow
    replaced: tuple[int, ...] = ()

    @classmethod
    def of(cls, data: bytes | str, name: str) -> "Source":
        """Decode ``data``; never raises for any bytes or text."""
        if isinstance(data, str):
            return cls._undigested(name, data, EncodingHow.GIVEN)
        text, encoding, how, replaced = _decode(data)
        if how is EncodingHow.UTF_8:
            return cls._undigested(name, text, how)
        return cls(
            name=name,
            data_digest=hashlib.sha256(data).hexdigest(),
            text=text,
            encoding=encoding,
            encoding_how=how,
            replaced=replaced,
        )

    @staticmethod
    def _undigested(
        name: str, text: str, how: EncodingHow, digested: str | None = None
    ) -> "Source":
        """Make a source whose digest is worked out when it is asked for, from the text as it came.

        That of UTF-8 can be told from the text at any time, and takes longer than the decoding.
        """
        source = _SourceDraft()
        source.name = name
        source.text = text
        source.encoding = "utf-8"
        source.encoding_how = how
        source.replaced = ()
        source._digested = text if digested is None else digested
        source.is_markup = _MARKUP.match(text) is not None
        source.__class__ = Source
        made: Source = source
        return made

    def with_text(self, text: str) -> "Source":
        """Give the source of the same data with another text: the one that a format read in it.

        ``replaced`` are the places in that text then, and empty where they can't be told.
        """
        digested: str | None = getattr(self, "_digested", None)
        if digested is None:  # the digest is known
            replaced = _replacements(text) if self.replaced else ()
            # More than there were undecodable bytes: the page names the sign, `&#xFFFD;`, as well.
            told = len(replaced) <= len(self.replaced)
            return evolve(self, text=text, replaced=replaced if told else ())
        return self._undigested(self.name, text, self.encoding_how, digested)

    def __getattr__(self, name: str) -> Any:
        # Reached while the slot is empty.
        if name == "is_markup":
            is_markup = _MARKUP.match(self.text) is not None
            object.__setattr__(self, name, is_markup)
            return is_markup
        if name != "data_digest":
            raise AttributeError(f"a Source has no {name!r}")
        if (text := self._digested) is not None:
            # A lone surrogate has no UTF-8 form; the digest still has to tell texts apart.
            digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
            object.__setattr__(self, "data_digest", digest)
            object.__setattr__(self, "_digested", None)  # a page that nobody else may hold
        return str(object.__getattribute__(self, "data_digest"))

    @cached_property
    def even_text(self) -> str:
        """``text`` with plain line ends, and as long as it was: what ``even`` makes of it."""
        return even(self.text)

    @cached_property
    def beginning(self) -> str:
        """The first thousand code points of ``even_text``."""
        return self.even_text[:_BEGINNING]

    @cached_property
    def first_lines(self) -> tuple[str, ...]:
        """The printed lines of ``beginning``, without the spaces around them and empty lines."""
        lines = (line.strip(" ") for line in self.beginning.split("\n"))
        return tuple(line for line in lines if line)


_SourceDraft = draft_of(Source)
_BEGINNING = 1000  # code points: what tells nine of ten formats apart stands within

# `<?xml version='1.0' encoding='utf-8' ?>`, `<!DOCTYPE html>`, `<html lang='en'>`; a comment above
# a text makes it none
_MARKUP = re.compile(
    r"\s*+(?:<\?xml|<!doctype|<html|<!--(?s:.{0,20000}?)-->\s*+<)|[^\n]{0,200}<html",
    re.IGNORECASE,
)

_BYTE_ORDER_MARKS = (
    # UTF-32's mark begins with UTF-16's, so it is looked for first.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# `<meta charset="iso-8859-1">`, `<meta http-equiv=… content="text/html; charset=windows-1252">` and
# `<?xml version='1.0' encoding='utf-8' ?>`; browsers look no further than the first 1,024 bytes.
_DECLARED = re.compile(
    rb"<(?:meta\b[^>]{0,200}?charset|\?xml\b[^>]{0,200}?encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 1024

_WIDE = ("utf-16", "utf-32")
_FALLBACK = "windows-1252"

# Below this chardet's answer is a guess between look-alike code pages, and we do not guess: only
# its plainest answer, Windows-1252, is taken with less.
_SURE = 0.5


def _decode(data: bytes) -> tuple[str, str, EncodingHow, tuple[int, ...]]:
    for encoding, how in _candidates(data):
        try:
            return data.decode(encoding), encoding, how, ()
        except (UnicodeError, LookupError):
            continue
    text = data.decode(_FALLBACK, "replace")
    # Windows-1252 gives one character a byte and has no replacement character of its own.
    return text, _FALLBACK, EncodingHow.FALLBACK, _replacements(text)


def _replacements(text: str) -> tuple[int, ...]:
    """Give the offsets of all replacement characters."""
    return tuple(match.start() for match in re.finditer("\N{REPLACEMENT CHARACTER}", text))


def _candidates(data: bytes) -> Iterator[tuple[str, EncodingHow]]:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            yield encoding, EncodingHow.BOM
            break
    yield "utf-8", EncodingHow.UTF_8
    if (declared := _DECLARED.search(data, 0, _DECLARED_WITHIN)) and (
        codec := CODECS.get(declared[1].decode("ascii").lower())
    ):
        yield codec, EncodingHow.DECLARED
    detected = Detection.of(data)
    sure = detected.encoding == _FALLBACK or (detected.encoding and detected.confidence >= _SURE)
    # chardet 7.4 takes a page's word for UTF-16, in which each letter of Latin has a zero.
    if sure and not (detected.encoding.startswith(_WIDE) and b"\0" not in data):
        yield detected.encoding, EncodingHow.DETECTED
    yield _FALLBACK, EncodingHow.FALLBACK
