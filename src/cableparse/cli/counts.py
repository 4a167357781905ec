"""A survey as lines and tables for a person to read."""

from collections.abc import Iterator

from cableparse import Layer, Provenance, Survey, Tally, Words
from cableparse.archive.survey import FIELDS
from cableparse.cli.printable import one_line
from cableparse.cli.tables import Columns

Rows = list[tuple[str, ...]]

_NUMBERS = ("documents", "share", "times", "characters", "present", *Provenance)


def summary(found: Survey) -> Iterator[str]:
    """Give what was read, and whether that is a sample."""
    total = found.read + found.failed
    noun = "document" if total == 1 else "documents"
    yield f"{total:,} {noun}: {found.read:,} read, {found.failed:,} failed"
    if (drawn := found.sample) is not None:
        yield (
            f"A sample: {drawn.size:,} of {drawn.of:,} inputs, drawn with seed {drawn.seed}. "
            "Shares are the sample's."
        )


def tables(found: Survey, top: int) -> Iterator[tuple[str, Columns, Rows]]:
    """Give title, columns and rows of each table that has any; ``top`` rows where there is no end.

    Shares are of the documents that were read.
    """
    for table in _tables(found, top):
        if table[2]:
            yield table


def _tables(found: Survey, top: int) -> Iterator[tuple[str, Columns, Rows]]:
    for title, name, tally, most in (
        ("Formats", "format", found.formats, None),
        ("Decades", "decade", found.decades, None),
        (_cut("Years", found.years, top), "year", found.years, top),
        ("Encodings", "encoding", found.encodings, None),
    ):
        yield title, _columns(name, "documents", "share"), _counted(tally, found.read, most)
    yield "Fields", _columns("field", "present", *Provenance), list(_fields(found))
    met = _columns("code", "documents", "share", "times", "example")
    for title, tally in (
        ("Defects", found.defects),
        ("Repairs", found.repairs),
        ("Redactions", found.redactions),
    ):
        yield title, met, _met(tally, found.read)
    yield (
        "Where wrapping and telegram disagree",
        _columns("field", "documents", "share", "times", "example"),
        _met(found.conflicts, found.read),
    )
    for name, words in (("tag", found.tags), ("post", found.posts), ("caption", found.captions)):
        yield from _words(name, words, found.read, top)
    yield "Text by segment kind", _columns("kind", "layer", "characters", "share"), _text(found)
    yield (
        "Failures",
        _columns("error", "documents", "example"),
        [(row[0], row[1], row[4]) for row in _met(found.failures, found.failed)],
    )


def _columns(*names: str) -> Columns:
    return Columns(names=names, right=frozenset(_NUMBERS))


def _words(name: str, words: Words, read: int, top: int) -> Iterator[tuple[str, Columns, Rows]]:
    title = f"{name.capitalize()}s"
    yield (
        _cut(title, words.known, top),
        _columns(name, "documents", "share"),
        _counted(words.known, read, top),
    )
    yield (
        _cut(f"{title} that the vocabulary has not", words.unknown, top),
        _columns(name, "documents", "share", "times", "example"),
        _met(words.unknown, read, top),
    )


def _counted(tally: Tally, of: int, top: int | None = None) -> Rows:
    return [
        (one_line(thing), f"{count.documents:,}", share(count.documents, of))
        for thing, count in tally.most_common(top)
    ]


def _met(tally: Tally, of: int, top: int | None = None) -> Rows:
    return [
        (
            one_line(thing),
            f"{count.documents:,}",
            share(count.documents, of),
            f"{count.times:,}",
            one_line(count.example),
        )
        for thing, count in tally.most_common(top)
    ]


def _fields(found: Survey) -> Iterator[tuple[str, ...]]:
    if not found.read:
        return
    for name in FIELDS:
        counts = (found.present(name), *(found.values[name, how] for how in Provenance))
        yield name, *(share(count, found.read) for count in counts)


def _text(found: Survey) -> Rows:
    total = found.text.total()
    return [
        (kind.value, layer.value, f"{size:,}", share(size, total))
        for its_layer in Layer
        for (layer, kind), size in found.text.most_common()
        if layer is its_layer
    ]


def _cut(name: str, tally: Tally, top: int) -> str:
    """Give a title that says how many different things there are, where not all are shown."""
    if tally.others:
        return f"{name}, the first {top:,} of more than {len(tally):,}"
    return f"{name}, the first {top:,} of {len(tally):,}" if len(tally) > top else name


def share(count: int, of: int) -> str:
    """Give a share in per cent, which is 0 or 100 only where it is none or all.

    >>> share(1, 3), share(0, 5), share(1, 100_000), share(99_999, 100_000)
    ('33.3%', '0%', '<0.1%', '>99.9%')
    """
    if count in (0, of):
        return "100%" if count else "0%"
    if count * 1000 < of:
        return "<0.1%"
    return ">99.9%" if (of - count) * 1000 < of else f"{count / of:.1%}"
