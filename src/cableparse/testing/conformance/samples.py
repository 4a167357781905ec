"""The inputs that plugins are tried on: invented telegrams, what is no telegram, and what hurts.

An author's own samples come in the same variants, so that the plugin's own branches are gone
through and not only the way past them.
"""

import random
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from os import PathLike
from pathlib import Path

from attrs import evolve, frozen

from cableparse.testing.conformance.corpus import FOREIGN, TELEGRAM, WRAPPED
from cableparse.text.source import Source

Given = str | bytes | PathLike[str]
"""An author's own sample: a document's text, its bytes, or the path of a file."""


@frozen(kw_only=True)
class Sample:
    """One input: its name in :func:`conformance_samples`, its text, and what is known of it.

    ``format`` is the bundled format that claims it, None where that is not known. ``own`` says that
    the author gave it, ``foreign`` that it is no cable and nobody's to claim.
    """

    name: str
    text: str
    format: str | None = None
    own: bool = False
    foreign: bool = False
    kind: str = "document"

    @property
    def source(self) -> Source:
        """The sample as a source, made anew each time."""
        return Source.of(self.text, self.name)


def conformance_samples(samples: Iterable[Given] = ()) -> dict[str, Sample]:
    """Give the inputs that plugins are tried on, by name; ``samples`` are an author's own.

    The same arguments give the same inputs, in the same order.
    """
    own = [*_own(samples)]
    found = [*_SOUND, *own, *_variants_of_ours(), *_variants(own)]
    found += [Sample(name=name, text=text, foreign=True, kind="foreign") for name, text in FOREIGN]
    found += [Sample(name=name, text=text, kind="empty") for name, text in _EMPTY]
    found += _noise()
    return {sample.name: sample for sample in found}


_SOUND = (
    Sample(name="telegram", text=TELEGRAM, format="telegram"),
    *(Sample(name=name, text=text, format=name.split(",")[0]) for name, text in WRAPPED),
)


@cache
def _variants_of_ours() -> tuple[Sample, ...]:
    return tuple(_variants(_SOUND))


def _variants(sound: Iterable[Sample]) -> Iterator[Sample]:
    for sample in sound:
        for kind, name, change in _VARIANTS:
            text = change(sample.text)
            yield evolve(sample, name=f"{sample.name}: {name}", text=text, kind=kind)


def huge(sample: Sample) -> Sample:
    """Give a sample that goes on until it is as long as no telegram is."""
    copies = _HUGE // max(1, len(sample.text)) + 1
    return evolve(sample, name=f"{sample.name}: huge", text=sample.text * copies, kind="huge")


def _own(samples: Iterable[Given]) -> Iterator[Sample]:
    for number, given in enumerate(samples, 1):
        data = given
        if isinstance(data, PathLike):
            data = Path(data).read_bytes()
        name = f"sample {number}"
        yield Sample(name=name, text=Source.of(data, name).text, own=True)


_HUGE = 300_000  # ten times the longest cable of the public collections


def _redacted(text: str) -> str:
    """Put an editor's marks for every fifth long word: whatever a plugin looks for may be gone."""
    words = text.split(" ")
    marks = ("XXXXXXXXXXXX", "xxxxx", "[NAME REMOVED]")
    for number, at in enumerate(range(4, len(words), 5)):
        words[at] = marks[number % len(marks)] + ("\n" if "\n" in words[at] else "")
    return " ".join(words)


def _part(eighth: int) -> Callable[[str], str]:
    return lambda text: text[: len(text) * eighth // 8]


def _rest(eighth: int) -> Callable[[str], str]:
    return lambda text: text[len(text) * eighth // 8 :]


def _without_thirds(text: str) -> str:
    lines = text.split("\n")
    del lines[2::3]
    return "\n".join(lines)


def _all_redacted(text: str) -> str:
    return "\n".join(
        " ".join("XXXXXXXX" if word else word for word in line.split(" "))
        for line in text.split("\n")
    )


_VARIANTS: tuple[tuple[str, str, Callable[[str], str]], ...] = (
    ("document", "CRLF", lambda text: text.replace("\n", "\r\n")),
    ("document", "lone CR", lambda text: text.replace("\n", "\r")),
    ("document", "a space at every line's end", lambda text: text.replace("\n", " \n")),
    ("document", "hard breaks", lambda text: text.replace("\n", "\\\n")),
    ("document", "U+2028 for line ends", lambda text: text.replace("\n", "\u2028")),
    ("document", "no line end at the end", lambda text: text.rstrip("\n")),
    (
        "document",
        "smart quotes and dashes",
        lambda text: text.replace("a", "“å”").replace("-", "–"),
    ),
    ("document", "twice", lambda text: text + text),
    ("partial", "first line lost", lambda text: text.partition("\n")[2]),
    ("partial", "last line lost", lambda text: text.rstrip("\n").rpartition("\n")[0]),
    ("partial", "every third line lost", _without_thirds),
    *(("partial", f"{eighth}/8 of it", _part(eighth)) for eighth in range(1, 8)),
    *(("partial", f"without the first {eighth}/8", _rest(eighth)) for eighth in (2, 4, 6)),
    ("partial", "blank lines lost", lambda text: text.replace("\n\n", "\n")),
    ("partial", "line ends lost", lambda text: text.replace("\n", " ")),
    ("redacted", "redacted", _redacted),
    ("redacted", "every word redacted", _all_redacted),
    ("noise", "NUL between", lambda text: text.replace(" ", "\0")),
    ("noise", "capitals lost", lambda text: text.lower()),
    ("noise", "lone surrogates", lambda text: text.replace("e", "\ud800")),
)


_EMPTY = (
    ("nothing", ""),
    ("one line end", "\n"),
    ("one space", " "),
    ("white space", " \r\n\t\u2028\xa0\n\n\f"),
    ("NUL", "\0\0\0"),
    ("a byte-order mark", "\ufeff"),
    ("one letter", "A"),
    ("one digit", "1"),
    ("one pilcrow", "¶"),
    ("less than", "<"),
)


@cache
def _noise() -> tuple[Sample, ...]:
    """Bytes that nobody wrote, decoded as any input is; the same ones each time."""
    source = random.Random(20_09)
    return tuple(
        Sample(
            name=f"random bytes {number}",
            text=Source.of(bytes(source.choices(alphabet, k=400)), "noise").text,
            kind="noise",
        )
        for number, alphabet in enumerate(
            (
                range(256),
                range(128),
                b"A1. \n\r-(/:X\t",
                b"<>/ab =\"'&;\n",
                "¶é—\u2028 \n".encode(),
            ),
            1,
        )
    )
