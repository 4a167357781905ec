"""The processes of an export: how much is held at once."""

from collections.abc import Iterator
from pathlib import Path

from cableparse import Cable, Member, Parser
from cableparse.archive.entries import CHUNK_COUNT, Entry, entries_of
from cableparse.archive.team import AHEAD, read_all
from cableparse.archive.work import Order
from conftest import SPECIMENS

PARSER = Parser(autoload="bundled")
CABLE = PARSER.read(Path(SPECIMENS, "clean.txt"))


def test_cables_that_were_read_before_are_held_a_few_chunks_at_a_time() -> None:
    given = 0

    def cables() -> Iterator[Entry]:
        nonlocal given
        for number in range(CHUNK_COUNT * AHEAD * 6):
            given += 1
            yield from entries_of([Member(name=f"a.jsonl#{number}", content=CABLE)])

    assert isinstance(CABLE, Cable)
    outcomes = read_all(Order(parser=PARSER, exporter="jsonl"), cables(), 2)
    next(iter(outcomes))
    assert given <= CHUNK_COUNT * (AHEAD * 2 + 3)
    outcomes.close()  # type: ignore[attr-defined]
