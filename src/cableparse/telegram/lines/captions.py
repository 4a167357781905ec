"""Captions as patterns: the vocabulary's words, longest first."""

import functools
import re

from cableparse.vocabulary import captions

# `C O R R E C T E D COPY`, `CORRECTED C O P Y`: copyists spaced it in more ways than one.
_CORRECTED = r"C[ ]?O[ ]?R[ ]?R[ ]?E[ ]?C[ ]?T[ ]?E[ ]?D[ ]+C[ ]?O[ ]?P[ ]?Y"
# `E F T O`
_SPACED_EFTO = r"E[ ]F[ ]T[ ]O"
_CLOSED = {"CORRECTEDCOPY": "CORRECTED COPY", "EFTO": "EFTO"}
_NOT_LETTERS = re.compile(r"[^A-Z]+")


@functools.cache
def caption_pattern(initial: str = "") -> str:
    """Give an alternation of the captions, or of those that begin with ``initial`` in any case.

    An empty string means that there is none. The pattern is for VERBOSE and IGNORECASE.
    """
    words = [word for word in captions() if word.startswith(initial.upper())]
    words.sort(key=len, reverse=True)
    patterns = [_CORRECTED] if "C".startswith(initial.upper()) else []
    patterns += [_SPACED_EFTO] if "E".startswith(initial.upper()) else []
    patterns += ["[ ]+".join(map(re.escape, word.split())) for word in words]
    return "|".join(patterns)


@functools.cache
def find_captions() -> re.Pattern[str]:
    """Give the compiled pattern of one caption, whole words only."""
    return re.compile(rf"\b(?:{caption_pattern()})\b", re.VERBOSE | re.IGNORECASE)


def caption(printed: str) -> str:
    """Give a caption's one form: upper case, single spaces, letters that stand apart closed."""
    closed = _CLOSED.get(_NOT_LETTERS.sub("", printed.upper()))
    return closed or " ".join(printed.upper().split())
