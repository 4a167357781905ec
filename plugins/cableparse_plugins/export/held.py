"""Texts as XML and UTF-8 can hold them: in the place of what they can't stands its number."""

import re

# Controls, surrogates, and two that are no characters.
NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML has no way to write."""


def in_xml(text: str) -> str:
    """Give a text as XML can hold it."""
    return NO_XML.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)


def in_utf8(text: str) -> str:
    """Give a text as UTF-8 can hold it: a lone surrogate has no form there."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode()
