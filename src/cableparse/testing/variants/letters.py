"""What typists do to letters: lost, doubled, swapped, O for 0, other hyphens, other cases."""

import random
import re

_HYPHENS = "\u2010\u2011\u2012\u2013\u2212"
_WORD_ENDS = re.compile(r" (?! )(?<!  )")


def letter_lost(word: str, rng: random.Random) -> str:
    """Give a word without one of its letters; the first stays.

    >>> letter_lost("TAGS", random.Random(1))
    'TAG'
    """
    at = rng.choice([at for at in range(1, len(word)) if word[at].isalpha()])
    return word[:at] + word[at + 1 :]


def letter_doubled(word: str, rng: random.Random) -> str:
    """Give a word with one of its letters twice."""
    at = rng.choice([at for at in range(len(word)) if word[at].isalpha()])
    return word[: at + 1] + word[at:]


def letters_swapped(word: str, rng: random.Random) -> str:
    """Give a word in which two letters that stand together, and differ, have changed places."""
    pairs = [
        at
        for at in range(len(word) - 1)
        if word[at : at + 2].isalpha() and word[at].lower() != word[at + 1].lower()
    ]
    at = rng.choice(pairs)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def o_for_zero(digits: str, rng: random.Random) -> str:
    """Give digits with the letter O for one of their zeros; as they are where they have none."""
    return _one(digits, "0", "O", rng)


def zero_for_o(word: str, rng: random.Random) -> str:
    """Give a word with a zero for one of its letters O; as it is where it has none."""
    return _one(word, "O", "0", rng)


def other_hyphens(text: str, rng: random.Random) -> str:
    """Give a text with hyphens of another code point."""
    return text.replace("-", rng.choice(_HYPHENS))


def doubled_space(text: str, rng: random.Random) -> str:
    """Give a text with one of its single spaces doubled; as it is where it has none."""
    places = [match.start() for match in _WORD_ENDS.finditer(text)]
    if not places:
        return text
    at = rng.choice(places)
    return f"{text[:at]} {text[at:]}"


def titled(text: str) -> str:
    """Give each word a capital and small letters, `Amembassy Oslo`."""
    return re.sub(r"[A-Za-z][A-Za-z']*", lambda word: word[0].capitalize(), text)


def any_width(rng: random.Random) -> int:
    """Give a width of lines at which any word may be a line's last."""
    return rng.randrange(18, 56)


def _one(text: str, old: str, new: str, rng: random.Random) -> str:
    places = [at for at, sign in enumerate(text) if sign == old]
    if not places:
        return text
    at = rng.choice(places)
    return text[:at] + new + text[at + 1 :]
